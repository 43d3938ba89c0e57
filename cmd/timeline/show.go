package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"timeline/internal/document"
	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/export"
	"timeline/internal/folder"
)

func (p *program) showCommand() *cobra.Command {
	var asJSON, where bool
	cmd := &cobra.Command{
		Use:   "show ID|QUERY…",
		Short: "Show one event in full",
		Long: `Show one event in full: what each article says of it, with its own date, its
words and where they stand, where the articles disagree, and the events that it is
linked with, or that link to it.

The event is named by its id, by the beginning of an id that no other has, or by a
query. Where a query finds several, the likeliest is shown, the one with the words
in its title, and the others are named on the standard error.`,
		Example: `  timeline show 2012-04-02-timbuktu-meeting
  timeline show "in amenas"
  timeline show actor:droukdel type:message --json`,
		Args:              someArgs("an event: an id or a query"),
		ValidArgsFunction: p.completeEvents,
		RunE:              func(_ *cobra.Command, args []string) error { return p.show(args, asJSON, where) },
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print the event as a JSON object")
	cmd.Flags().BoolVar(&where, "where", false, "print the event's file and line in the folder that --data names, for an editor")
	return cmd
}

func (p *program) show(args []string, asJSON, where bool) error {
	d, err := p.dataset()
	if err != nil {
		return err
	}
	i, ok := byID(d, strings.Join(args, " "))
	var others []events.Index
	if !ok {
		found, q, err := searched(d, args)
		if err != nil {
			return err
		}
		if len(found) == 0 {
			return p.nothingFound(d, q)
		}
		i, others = found[0], found[1:]
	}
	if where {
		return p.showFile(d, i)
	}
	if asJSON {
		if err := p.showJSON(d, i); err != nil {
			return err
		}
	} else {
		pg := p.page()
		pg.document(document.Event(d, i))
		pg.line()
		pg.text(muted, "", d.Meta.Title+" · "+d.Standing())
	}
	if len(others) > 0 {
		p.say(english.Count(len(others), "more event matches", "more events match") + ":")
		p.candidates(d, others)
	}
	return nil
}

// showFile prints where an event is to be edited.
func (p *program) showFile(d *events.Dataset, i events.Index) error {
	file, line, err := folder.Locate(p.dataDir, "events", d.IDs.At(int(i)))
	if err != nil {
		return &exit{code: exitUsage, cause: err}
	}
	p.page().line(fmt.Sprintf("%s:%d", file, line))
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
