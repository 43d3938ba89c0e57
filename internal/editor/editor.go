// Package editor opens a file at a line in the editor that a person has chosen.
package editor

import (
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/mattn/go-shellwords"
)

// usual are the editors that are looked for where nobody has chosen one, the easiest
// to leave first.
var usual = []string{"nano", "vi", "notepad"}

// Command is the command that opens a file at a line, counted from one, in the editor
// that VISUAL or else EDITOR names: a program with its arguments, written as for a
// shell. Without either it is the first of nano, vi and Notepad that is there. The
// caller gives the command its terminal. The error says which editor cannot be had.
func Command(env func(string) string, file string, line int) (*exec.Cmd, error) {
	for _, variable := range []string{"VISUAL", "EDITOR"} {
		if chosen := strings.TrimSpace(env(variable)); chosen != "" {
			words, err := shellwords.Parse(filepath.ToSlash(chosen)) // a backslash would quote on Windows too
			if err != nil || len(words) == 0 {
				return nil, fmt.Errorf("%s=%q is no command: write it as for the shell, such as %s=nano", variable, chosen, variable)
			}
			if _, err := exec.LookPath(words[0]); err != nil {
				return nil, fmt.Errorf("%s names %q, which is not on this machine: set it to your editor, such as %s=nano", variable, words[0], variable)
			}
			return command(words, file, line), nil
		}
	}
	for _, name := range usual {
		if _, err := exec.LookPath(name); err == nil {
			return command([]string{name}, file, line), nil
		}
	}
	return nil, errors.New("no editor is chosen, and neither nano nor vi is here: set EDITOR to yours, such as EDITOR=micro")
}

func command(words []string, file string, line int) *exec.Cmd {
	return exec.Command(words[0], slices.Concat(words[1:], Args(words, file, line))...)
}

// forms are how editors are told the line, by the programs' names, and to wait until
// the file is closed where they have a window of their own. FILE and LINE stand for
// themselves. An editor that is not here is given the file alone: it might take +3 for
// the name of a file.
var forms = []struct{ names, args, wait string }{
	{names: "vi vim nvim view vimx elvis vis editor nano rnano pico emacs emacsclient kak joe jmacs jed mg micro ne zile mcedit", args: "+LINE FILE"},
	{names: "hx helix", args: "FILE:LINE"},
	{"gvim mvim", "+LINE FILE", "-f"},
	{"subl sublime_text zed atom", "FILE:LINE", "--wait"},
	{"code code-insiders code-oss codium vscodium cursor windsurf", "-g FILE:LINE", "--wait"},
	{"gedit bbedit", "+LINE FILE", "--wait"},
	{"kate", "--line LINE FILE", "--block"},
	{"mate", "--line LINE FILE", "--wait"},
	{names: "notepad++", args: "-multiInst -nosession -nLINE FILE"},
}

// Args are the arguments that open a file at a line, counted from one, in the editor
// whose command begins with words.
func Args(words []string, file string, line int) []string {
	if strings.HasPrefix(file, "-") || strings.HasPrefix(file, "+") {
		file = "./" + file // no option, and no line
	}
	name := strings.TrimSuffix(strings.ToLower(filepath.Base(words[0])), ".exe")
	for _, f := range forms {
		if !slices.Contains(strings.Fields(f.names), name) {
			continue
		}
		var args []string
		if f.wait != "" && !slices.Contains(words, f.wait) && !slices.Contains(words, "-w") {
			args = append(args, f.wait)
		}
		filled := strings.NewReplacer("FILE", file, "LINE", strconv.Itoa(max(line, 1)))
		for arg := range strings.FieldsSeq(f.args) {
			args = append(args, filled.Replace(arg))
		}
		return args
	}
	return []string{file}
}
