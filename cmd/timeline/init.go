package main

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"timeline/internal/events"
	"timeline/internal/folder"
)

type initOptions struct{ title, rigour string }

func (p *program) initCommand() *cobra.Command {
	var o initOptions
	cmd := &cobra.Command{
		Use:   "init DIR [--title TITLE] [--rigour DEGREE]",
		Short: "Begin a timeline of your own",
		Long: `Begin a timeline of your own in a new folder: dataset.yaml, which describes it, and
one event as an example, to be edited or deleted.

How much every event must bring is the dataset's rigour: notes, a title and a date;
sourced, a source as well; quoted, the source's very words, as in the built-in dataset.`,
		Example: `  timeline init apollo --title "The Apollo programme"
  timeline init thesis --rigour sourced`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usageHint("such as timeline init mine", "init takes the name of one folder, not %d", len(args))
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return p.begin(args[0], o) },
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
	if list, err := os.ReadDir(dir); err == nil && len(list) > 0 {
		return usageHint("name a new folder, or add to it with timeline new event --data "+dir, "%q is there already, with %d files in it, and nothing is overwritten", dir, len(list))
	}
	name := filepath.Base(filepath.Clean(dir))
	meta := events.Meta{ID: events.Slug(name), Title: cmp.Or(strings.Join(strings.Fields(o.title), " "), name), Rigour: rigour}
	files := folder.Example(&meta)
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return &exit{code: exitUsage, cause: fmt.Errorf("%q cannot be made: %w", dir, reason(err))}
	}
	for _, f := range files {
		if err := folder.Add(dir, f.Name, f.Text); err != nil {
			return err
		}
		p.page().line(filepath.Join(dir, filepath.FromSlash(f.Name)))
	}
	p.hint(fmt.Sprintf("add an event: timeline new event --data %s \"25 May 1961\" \"Kennedy asks for a landing on the Moon\"", dir))
	p.hint("look at it: timeline --data " + dir)
	return nil
}
