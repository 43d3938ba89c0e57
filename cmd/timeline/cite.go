package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"timeline/internal/cite"
	"timeline/internal/edtf"
	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/query"
)

type citeOptions struct {
	style, source, accessed, into string
	look                          lookOptions
}

func (p *program) citeCommand() *cobra.Command {
	var o citeOptions
	cmd := &cobra.Command{
		Use:   "cite ID|WORDS…",
		Short: "Write the citations for events or sources",
		Long: `Write a citation of each article that tells of the events, with the places where
it does. What is cited is the article, never this program.

An event is named by its id, by the beginning of an id that no other has, or as you
would say it, like show does: timeline show --help. A source is named by its id, its
author or its title. Several ids, or phrases in quotation marks, are cited together.

pandoc, biblatex, org-cite and typst are citations as they are typed into a text, by
the keys of bibtex. --into adds entries to a file of BibTeX: those that it has stay as
they are.`,
		Example: `  timeline cite 2012-04-02-timbuktu-meeting
  timeline cite belmokhtar dismissed
  timeline cite 2012-04-02-timbuktu-meeting --style apa --source lebovich
  timeline cite 2012-04-02-timbuktu-meeting --style pandoc
  timeline cite guidere-2014 --into refs.bib`,
		Args:              someArgs("an event or a source: an id, or words"),
		ValidArgsFunction: p.completing(citedIDs),
		RunE: func(cmd *cobra.Command, args []string) error {
			if o.into != "" && cmd.Flags().Changed("style") && o.style != cite.BibTeX.String() {
				return usageHint("leave --style out", "--into writes bibtex, not %s", o.style)
			}
			return p.cite(args, o)
		},
	}
	f := cmd.Flags()
	f.StringVar(&o.style, "style", "chicago", "write it in `STYLE`: "+strings.Join(cite.Styles(), ", "))
	f.StringVar(&o.source, "source", "", "cite only this `SOURCE`")
	f.StringVar(&o.accessed, "accessed", "", "the works were looked up on `DATE`")
	o.look.flags(f)
	f.StringVar(&o.into, "into", "", "add to this `FILE` of BibTeX the entries that it has not")
	completeWords(cmd, "style", cite.Styles()...)
	_ = cmd.RegisterFlagCompletionFunc("source", p.completing(bareSources))
	return cmd
}

func (p *program) cite(args []string, o citeOptions) error {
	if err := o.look.check(); err != nil {
		return err
	}
	style, err := cite.ParseStyle(o.style)
	if err != nil {
		return err
	}
	var accessed edtf.Date
	if o.accessed != "" {
		if accessed, err = edtf.ParseLoose(o.accessed); err != nil {
			return usage("--accessed: %v", err)
		}
	}
	d, err := p.dataset()
	if err != nil {
		return err
	}
	items, err := p.cited(d, args, o.look)
	if err != nil {
		return err
	}
	if o.source != "" {
		id, err := sourceID(d, o.source)
		if err != nil {
			return err
		}
		items = slices.DeleteFunc(items, func(it cite.Item) bool { return it.Source.ID != id })
		if len(items) == 0 {
			p.say(fmt.Sprintf("%s does not tell of it", d.Source(id).Label()))
			return nothing()
		}
	}
	if o.into != "" {
		return p.citeInto(o.into, d, items, accessed)
	}
	_, err = fmt.Fprintln(p.out, cite.FormatAll(d, items, style, accessed))
	return err
}

// citeInto adds entries to a file of BibTeX, which need not be there yet.
func (p *program) citeInto(name string, d *events.Dataset, items []cite.Item, accessed edtf.Date) error {
	file, err := os.ReadFile(name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return usage("%q cannot be read: %w", name, reason(err))
	}
	text, added, kept := cite.Into(file, d, items, accessed)
	if len(added) > 0 {
		if err := replaceFile(name, func(w io.Writer) error { _, err := w.Write(text); return err }); err != nil {
			return err
		}
	}
	said := english.Count(len(added), "entry", "entries") + " added to " + name
	if len(kept) > 0 {
		said += "; there already: " + strings.Join(kept, ", ")
	}
	p.say(said)
	return nil
}

// cited is what the arguments name: events, as all that tell of them, or sources.
func (p *program) cited(d *events.Dataset, args []string, o lookOptions) ([]cite.Item, error) {
	var items []cite.Item
	for _, typed := range phrases(d, args) {
		if src := sourceNamed(d, typed); src != nil {
			items = append(items, cite.Item{Source: src})
			continue
		}
		i, err := p.looked(d, typed, o)
		if err != nil {
			return nil, err
		}
		items = append(items, cite.Items(d, d.Event(i))...)
	}
	return items, nil
}

// phrases tells apart what arguments name: where each names an event by its id or its
// date, or a source, or is several words, each is one; else they are the words of one
// phrase.
func phrases(d *events.Dataset, args []string) []string {
	alone := func(a string) bool {
		_, isID := query.ByID(d, a)
		_, noDate := edtf.ParseLoose(a)
		return isID || noDate == nil || sourceNamed(d, a) != nil || strings.Contains(strings.TrimSpace(a), " ")
	}
	for _, a := range args {
		if !alone(a) {
			return []string{phrase(args)}
		}
	}
	return args
}

// sourceNamed is the one source with that id, title or author's name, or nil. A
// word of a title is not enough: it may as well be meant for an event.
func sourceNamed(d *events.Dataset, name string) *events.Source {
	var found *events.Source
	folded := events.Fold(name)
	for i := range d.Sources {
		s := &d.Sources[i]
		names := []string{s.ID, s.Title, s.Short, s.Label(), s.Byline()}
		for _, a := range s.Authors {
			names = append(names, a.Family)
		}
		if !slices.ContainsFunc(names, func(n string) bool { return n != "" && events.Fold(n) == folded }) {
			continue
		}
		if found != nil {
			return nil
		}
		found = s
	}
	return found
}

// sourceID reads a source's id or name as the query language does.
func sourceID(d *events.Dataset, name string) (string, error) {
	q, err := query.Parse(d, query.JoinArgs([]string{query.KeySource + ":" + quoteIfSpaced(name)}))
	if err != nil {
		if qe, ok := err.(*query.Error); ok {
			return "", usageHint(qe.Hint, "%s", qe.Msg)
		}
		return "", err
	}
	if len(q.Terms) != 1 || len(q.Terms[0].Values) != 1 || q.Terms[0].Key != query.KeySource {
		return "", usage("%q is not a source", name)
	}
	return q.Terms[0].Values[0], nil
}

func quoteIfSpaced(s string) string {
	if strings.ContainsAny(s, " ,") && !strings.ContainsAny(s, `"“”„«»`) {
		return `"` + s + `"`
	}
	return s
}
