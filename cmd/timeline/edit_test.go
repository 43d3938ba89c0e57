package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
)

// fakeEditor does to the file what is typed behind an @, as a line of the shell: what
// stands before that is an answer of the terminal that came late. Its name makes it one
// that takes +LINE.
const fakeEditor = `#!/bin/sh
test -t 0 && test -t 1 || exit 9
for file; do :; done
printf '\033[2J\033[HEDITING %s\n' "$*"
sub() { sed "$1" "$file" > "$file.new" && mv "$file.new" "$file"; }
IFS= read -r how && eval "${how##*@}"
printf '\033[2J\033[H' # or the next one would seem to be there when the screen is given back
`

// apollo makes a timeline of three events in a folder, and a fake editor for it, and
// returns the folder and the environment.
func apollo(t *testing.T) (dir string, env []string) {
	t.Helper()
	home := t.TempDir()
	vi := filepath.Join(home, "bin", "vi")
	if err := os.MkdirAll(filepath.Dir(vi), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(vi, []byte(fakeEditor), 0o755); err != nil {
		t.Fatal(err)
	}
	env = []string{"HOME=" + home, "TERM=xterm-256color", "PATH=" + os.Getenv("PATH"), "EDITOR=vi", "VISUAL='" + vi + "' -n"}
	dir = filepath.Join(home, "apollo")
	for _, args := range [][]string{
		{"init", dir, "--title", "The Apollo programme"},
		{"new", "event", "--data", dir, "25 May 1961", "Kennedy asks for a landing", "--actor", "John F. Kennedy"},
		{"new", "event", "--data", dir, "December 1972", "The last landing"},
		{"new", "place", "--data", dir, "Houston", "--at", "29.76,-95.37"},
	} {
		cmd := exec.Command(binary(t), args...)
		cmd.Env = env
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v: %v: %s", args, err, out)
		}
	}
	return dir, env
}

// TestEdit is an afternoon with one's own timeline: a title is mended, an event gets
// another id, a fault is made and mended, and a place is edited from its list.
func TestEdit(t *testing.T) {
	t.Parallel()
	dir, env := apollo(t)
	s := startDeaf(t, exec.Command(binary(t), "--data", dir, "from:1961"), env, 120, 30)
	s.see(`▌ .*Kennedy asks`).see("These are notes,").see("Six doors").keys("j").see(`▌ .*two people walk`).keys("e")
	s.see(`EDITING -n \+2 .*/apollo/events/1969-07-20-an-example\.md`)
	if left := leftOn(s.written()); left != "" {
		t.Errorf("the editor has a terminal with %q on", left)
	}
	s.keys("@sub 's/two people walk/Armstrong walks/'\r")
	s.see(`▌ .*Armstrong walks on the Moon`).see(`Read again: 3 events`).see(`from 1961.* → 3 of 3`)

	// The file gets another name, and tells of the former one.
	s.keys("e").see("EDITING").keys(`@sub 's/^title:/was: [1969-07-20-an-example]\ntitle:/'; mv "$file" "${file%/*}/1969-07-20-landing.md"` + "\r")
	s.see(`▌ .*Armstrong walks on the Moon`).see("Read again").see("id 1969-07-20-landing")

	// A fault is shown with its place and what to do; what was there stays.
	s.keys("e").see(`EDITING`).keys("@sub 's/^date: .*/date: 20.7.1969/'\r")
	s.see(`1 fault · e opens it`).see(`events/1969-07-20-landing.md, line \d`).see("20.7.1969").see(`Armstrong walks on the Moon`)
	s.see("as it was before")
	s.keys("e").see(`EDITING -n \+[34] .*1969-07-20-landing\.md`).keys("@sub 's/^date: .*/date: 1969-07-21/'\r")
	s.see(`▌ +21 .*Armstrong walks`).see("Read again")

	// A place, in its list: letters narrow that, so control is held.
	s.keys("3").see(`▌ .*Houston`).keys("\x05").see(`EDITING -n \+1 .*/places/houston\.yaml`).keys("@sub 's/Houston/Houston, Texas/'\r")
	s.see(`▌ .*Houston, Texas`)

	// Files that were changed elsewhere are read again on demand.
	s.keys("1").see("Armstrong walks")
	file := filepath.Join(dir, "events", "1972-12-the-last-landing.md")
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(strings.Replace(string(text), "The last landing", "Apollo 17 lands", 1)), 0o644); err != nil {
		t.Fatal(err)
	}
	s.keys("\x12").see("Apollo 17 lands")
	s.keys("q").keys("q")
	if code := s.ended(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	s.restored()

	again := startDeaf(t, exec.Command(binary(t), "--data", dir), env, 120, 30) // it stands where the edited event is
	again.see(`▌ +21 .*Armstrong walks`).keys("\x03")
	again.ended()
}

// TestScreenAfterTheEditor is, cell for cell, the screen of a program that was started
// anew there, and so is the one after a stop.
func TestScreenAfterTheEditor(t *testing.T) {
	t.Parallel()
	dir, env := apollo(t)
	s := startDeaf(t, exec.Command(binary(t), "--data", dir), env, 100, 24)
	s.see("Kennedy asks").keys("j").see(`▌ .*two people`)
	s.keys("e").see("EDITING").keys("@sub 's/two people/Two people/'\r")
	s.see("Read again").keys("gj") // the next key takes the answer away
	again := startDeaf(t, exec.Command(binary(t), "--data", dir), env, 100, 24)
	again.see("Kennedy asks").keys("gj").see(`▌ .*Two people`)
	for deadline := time.Now().Add(patience); s.screen() != again.screen(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("after the editor:\n%s\nstarted anew:\n%s", s.screen(), again.screen())
		}
	}
	for _, each := range []*screen{s, again} {
		each.keys("\x03")
		each.ended()
		each.restored()
	}
}

// TestHangUpWhileEditing ends the program, with the terminal as it was, once the editor
// has ended, as one does at once that hears of the hang-up too.
func TestHangUpWhileEditing(t *testing.T) {
	t.Parallel()
	dir, env := apollo(t)
	s := startDeaf(t, exec.Command(binary(t), "--data", dir), env, 80, 24)
	s.see("Kennedy asks").keys("e").see("EDITING")
	if err := s.cmd.Process.Signal(syscall.SIGHUP); err != nil {
		t.Fatal(err)
	}
	s.keys("@true\r")
	s.ended()
	s.restored()
}

// TestTerminalGoneWhileEditing: the program ends with its editor when the terminal is
// closed.
func TestTerminalGoneWhileEditing(t *testing.T) {
	t.Parallel()
	dir, env := apollo(t)
	cmd := exec.Command(binary(t), "--data", dir)
	cmd.Env = env
	ptmx, err := pty.StartWithSize(cmd, &pty.Winsize{Cols: 80, Rows: 24})
	if err != nil {
		t.Fatal(err)
	}
	until := func(text string) { // nothing may be reading while it is closed, or it stays open
		var seen []byte
		for buf := make([]byte, 4096); !bytes.Contains(seen, []byte(text)); {
			n, err := ptmx.Read(buf)
			if err != nil {
				t.Fatal(err)
			}
			seen = append(seen, buf[:n]...)
		}
	}
	until("Kennedy")
	if _, err := ptmx.WriteString("e"); err != nil {
		t.Fatal(err)
	}
	until("EDITING")
	ptmx.Close()
	done := make(chan error, 1)
	go func() { done <- cmd.Wait() }()
	select {
	case <-done:
	case <-time.After(patience):
		_ = cmd.Process.Kill()
		t.Error("the program outlives its terminal")
	}
}

// TestNotEdited says why a record cannot be edited, and what to do.
func TestNotEdited(t *testing.T) {
	t.Parallel()
	dir, env := apollo(t)
	pack := filepath.Join(filepath.Dir(dir), "apollo.pack")
	cmd := exec.Command(binary(t), "pack", dir, "-o", pack)
	cmd.Env = env
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	for _, test := range []struct {
		args []string
		env  []string
		keys string
		see  string
	}{
		{nil, env, "e", `(?s)the built-in timeline cannot be edited; timeline init DIR`},
		{nil, env, "\x12", `(?s)Nothing to read again: the built-in timeline`},
		{[]string{"--data", pack}, env, "e", `(?s)apollo\.pack is a pack, which cannot be edited; open the folder`},
		{[]string{"--data", dir}, append(env, "VISUAL=nowhere"), "e", `(?s)VISUAL names "nowhere", which is not on this machine`},
		{[]string{"--data", dir}, env, "2\x05", `(?s)has no file of its own; timeline new actor NAME`},
	} {
		s := startDeaf(t, exec.Command(binary(t), test.args...), test.env, 120, 24)
		s.see("1 Time").see("▌").keys(test.keys).see(test.see).keys("\x03")
		s.ended()
	}
}

// TestEditInWords edits in the conversation, on a terminal.
func TestEditInWords(t *testing.T) {
	t.Parallel()
	dir, env := apollo(t)
	s := startDeaf(t, exec.Command(binary(t), "--plain", "--data", dir), env, 100, 40)
	s.see("begins").keys("edit\r").see(`EDITING -n \+2 .*1961-05-25`).keys("@sub 's/^date: .*/date: tomorrow/'\r")
	s.see("The files have 1 fault").see("(?s)In events/1961-05-25-.*tomorrow").keys("edit\r").see(`EDITING -n \+3`).keys("@sub 's/^date: .*/date: 1961-05-26/'\r")
	s.see("Read again: 3 events").see("On 26 May 1961").keys("edit place houston\r").see(`EDITING -n \+1 .*houston\.yaml`).keys("@true\r")
	s.see("Read again").keys("quit\r")
	if code := s.ended(); code != exitFound {
		t.Errorf("exit code %d", code)
	}
}

// TestInterruptWhileEditingInWords: an interrupt that is typed to the editor is the
// editor's, and one to the conversation ends it.
func TestInterruptWhileEditingInWords(t *testing.T) {
	t.Parallel()
	dir, env := apollo(t)
	s := startDeaf(t, exec.Command(binary(t), "--plain", "--data", dir), env, 100, 40)
	interrupt := func() {
		if err := s.cmd.Process.Signal(os.Interrupt); err != nil {
			t.Fatal(err)
		}
	}
	s.see("begins")
	for _, title := range []string{"JFK asks", "Kennedy wants"} { // more than once
		s.keys("edit\r").see("EDITING .*1961")
		interrupt()
		interrupt()
		s.keys("@sub 's/^title:.*/title: " + title + "/'\r").see("Read again").keys("again\r").see("(?s)" + title + ".*again.*" + title)
	}
	interrupt()
	if code := s.ended(); code != exitInterrupted {
		t.Errorf("exit code %d", code)
	}
}
