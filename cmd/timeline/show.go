package main

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/spf13/cobra"

	"timeline/internal/document"
	"timeline/internal/events"
	"timeline/internal/export"
	"timeline/internal/folder"
)

func (p *program) showCommand() *cobra.Command {
	var asJSON, where bool
	var o lookOptions
	cmd := &cobra.Command{
		Use:   "show ID|WORDS…",
		Short: "Show one event in full",
		Long: `Show one event in full: what each article says of it, with its own date, its
words and where they stand, where the articles disagree, and the events that it is
linked with, or that link to it.

The event is named by its id, by the beginning of an id that no other has, or as you
would say it: by words in any form, names in any spelling, a date. An answer that is a
best guess says so on the standard error and names the two next, which --pick shows.
Where nothing is good, it says that, and ends with 1. Keys and quotations of the query
language narrow what is looked through.`,
		Example: `  timeline show 2012-04-02-timbuktu-meeting
  timeline show death of abou zeid
  timeline show letter to belmokhtar november 2012
  timeline show actor:droukdel type:message --json`,
		Args:              someArgs("an event: an id, or words"),
		ValidArgsFunction: p.completeEvents,
		RunE:              func(_ *cobra.Command, args []string) error { return p.show(args, asJSON, where, o) },
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print the event as a JSON object")
	cmd.Flags().BoolVar(&where, "where", false, "print the event's file and line in the folder that --data names, for an editor")
	o.flags(cmd.Flags())
	return cmd
}

func (p *program) show(args []string, asJSON, where bool, o lookOptions) error {
	if err := o.check(); err != nil {
		return err
	}
	d, err := p.dataset()
	if err != nil {
		return err
	}
	i, err := p.looked(d, phrase(args), o)
	if err != nil {
		return err
	}
	if where {
		file, line, err := folder.Locate(p.dataDir, "events", d.IDs.At(int(i)))
		if err != nil {
			return err
		}
		p.page().line(fmt.Sprintf("%s:%d", file, line))
		return nil
	}
	if asJSON {
		return p.showJSON(d, i)
	}
	pg := p.page()
	pg.document(document.Event(d, i))
	pg.line()
	pg.text(muted, "", d.Meta.Title+" · "+d.Standing())
	return nil
}

// showJSON prints one event as the exports do, indented.
func (p *program) showJSON(d *events.Dataset, i events.Index) error {
	var line, out bytes.Buffer
	if _, err := export.Write(&line, export.JSONLines, d, []events.Index{i}, export.Options{Now: p.clock()}); err != nil {
		return err
	}
	if err := json.Indent(&out, line.Bytes(), "", "  "); err != nil {
		return err
	}
	_, err := out.WriteTo(p.out)
	return err
}
