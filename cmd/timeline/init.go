package main

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/folder"
)

type initOptions struct{ title, rigour string }

func (p *program) initCommand() *cobra.Command {
	var o initOptions
	cmd := &cobra.Command{
		Use:   "init [DIR] [--title TITLE] [--rigour DEGREE]",
		Short: "Begin a timeline of your own",
		Long: `Begin a timeline of your own in a new folder, or without DIR in the empty one that you
are in: dataset.yaml, which describes it, and one event as an example, to be edited or
deleted.

How much every event must bring is the dataset's rigour: notes, a title and a date;
sourced, a source as well; quoted, the source's very words, as in the built-in dataset.`,
		Example: `  timeline init apollo --title "The Apollo programme"
  timeline init thesis --rigour sourced`,
		Args: counted(0, 1, "such as timeline init mine", "init takes the name of one folder, not %d"),
		RunE: func(_ *cobra.Command, args []string) error { return p.begin(append(args, ".")[0], o) },
	}
	f := cmd.Flags()
	f.StringVar(&o.title, "title", "", "the timeline is called `TITLE`")
	f.StringVar(&o.rigour, "rigour", "notes", "every event brings what `DEGREE` asks: "+strings.Join(events.Rigours(), ", "))
	completeWords(cmd, "rigour", events.Rigours()...)
	return cmd
}

func (p *program) begin(dir string, o initOptions) error {
	rigour, err := events.ParseRigour(o.rigour)
	if err != nil {
		return err
	}
	if n := entries(dir); n > 0 {
		return usageHint("name a new folder, or add to it with timeline new event --data "+shellWord(dir), "%q is there already, with %s in it, and nothing is overwritten", dir, english.Count(n, "file", "files"))
	}
	name := filepath.Base(filepath.Clean(dir))
	if whole, err := filepath.Abs(dir); err == nil {
		name = filepath.Base(whole)
	}
	meta := events.Meta{ID: events.Slug(name), Title: cmp.Or(strings.Join(strings.Fields(o.title), " "), name), Rigour: rigour}
	files := folder.Example(&meta)
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return usage("%q cannot be made: %w", dir, reason(err))
	}
	for _, f := range files {
		if err := folder.Add(dir, f.Name, f.Text); err != nil {
			return err
		}
		p.page().line(filepath.Join(dir, filepath.FromSlash(f.Name)))
	}
	p.hint("look at it, and press e there to edit it: timeline --data " + shellWord(dir))
	p.hint(fmt.Sprintf("add an event: timeline new event --data %s \"25 May 1961\" \"Kennedy asks for a landing on the Moon\"", shellWord(dir)))
	return nil
}

// entries is how many files and folders somebody has put into a folder.
func entries(dir string) (n int) {
	list, _ := os.ReadDir(dir) // what cannot be read is met again when it is written to
	for _, e := range list {
		if !strings.HasPrefix(e.Name(), ".") {
			n++
		}
	}
	return n
}

// shellWord is a name as it is typed in the shell.
func shellWord(name string) string {
	if strings.ContainsAny(name, " '\"$&()") {
		return "'" + strings.ReplaceAll(name, "'", `'\''`) + "'"
	}
	return name
}
