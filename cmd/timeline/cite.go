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
}

func (p *program) citeCommand() *cobra.Command {
	var o citeOptions
	cmd := &cobra.Command{
		Use:   "cite ID…",
		Short: "Write the citations for events or sources",
		Long: `Write a citation of each article that tells of the events, with the places where
it does. What is cited is the article, never this program.

An event is named by its id, by the beginning of an id that no other has, or by a
query that finds only it; a source by its id, its author or its title.

pandoc, biblatex, org-cite and typst are citations as they are typed into a text, by
the keys of bibtex. --into adds entries to a file of BibTeX: those that it has stay as
they are.`,
		Example: `  timeline cite 2012-04-02-timbuktu-meeting
  timeline cite 2012-04-02-timbuktu-meeting --style apa --source lebovich
  timeline cite 2012-04-02-timbuktu-meeting --style pandoc
  timeline cite guidere-2014 --into refs.bib`,
		Args:              someArgs("the id of an event or of a source"),
		ValidArgsFunction: p.completeCited,
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
	f.StringVar(&o.into, "into", "", "add to this `FILE` of BibTeX the entries that it has not")
	completeWords(cmd, "style", cite.Styles()...)
	_ = cmd.RegisterFlagCompletionFunc("source", p.completeSources)
	return cmd
}

func (p *program) cite(args []string, o citeOptions) error {
	style, err := cite.ParseStyle(o.style)
	if err != nil {
		return &exit{code: exitUsage, cause: err}
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
	items, err := p.cited(d, args)
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
		return &exit{code: exitUsage, cause: fmt.Errorf("%q cannot be read: %w", name, reason(err))}
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
func (p *program) cited(d *events.Dataset, args []string) ([]cite.Item, error) {
	var items []cite.Item
	for _, a := range args {
		if i, ok := byID(d, a); ok {
			items = append(items, cite.Items(d, d.Event(i))...)
			continue
		}
		if src := sourceNamed(d, a); src != nil {
			items = append(items, cite.Item{Source: src})
			continue
		}
		found, q, err := searched(d, []string{a})
		if err != nil {
			return nil, err
		}
		switch len(found) {
		case 0:
			return nil, p.nothingFound(d, q)
		case 1:
			items = append(items, cite.Items(d, d.Event(found[0]))...)
		default:
			p.say(fmt.Sprintf("%q could be any of %d events:", a, len(found)))
			p.candidates(d, found)
			return nil, &exit{code: exitUsage, hint: "name one by its id"}
		}
	}
	return items, nil
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
