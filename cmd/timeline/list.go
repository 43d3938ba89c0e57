package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/export"
	"timeline/internal/query"
)

// listOptions are the flags of commands that print many events.
type listOptions struct {
	json, jsonl, csv, md bool
	all                  bool
	sort                 string
	reverse              bool
	limit                int
}

var sortKeys = []string{"date", "exact", "title", "id", "sources"}

func (p *program) listCommand() *cobra.Command {
	o := listOptions{sort: "date"}
	cmd := &cobra.Command{
		Use:   "list [QUERY…]",
		Short: "List the events that match, a line each",
		Long: `List the events that match a query, a line each: date, title, ≠ where the
articles disagree, the sources, and the id. On a terminal the columns are aligned
and cut to its width, and the id may be cut to a beginning that no other has;
elsewhere they stand in full with tabs between.

Events that are background to the story are left out, with a word of how many there are,
unless --all or the query asks for them (is:background, is:any, or an event's id), or
there is nothing else. JSON and CSV hold them too, with the level of each.

Where the query asks about time, a column says whether an event matches certainly,
wherever in its bounds it really was, or only possibly.`,
		Example: `  timeline list actor:droukdel from:2012-05 to:2012-07
  timeline list type:kidnapping --sort sources --limit 10
  timeline list is:disputed --csv > disputed.csv`,
		ValidArgsFunction: p.completeQuery,
		RunE:              func(_ *cobra.Command, args []string) error { return p.list(args, o) },
	}
	o.flags(cmd)
	return cmd
}

func (o *listOptions) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.BoolVar(&o.json, "json", false, "print a JSON array of whole events")
	f.BoolVar(&o.jsonl, "jsonl", false, "print a JSON object a line")
	f.BoolVar(&o.csv, "csv", false, "print CSV, a row a claim")
	f.BoolVar(&o.md, "md", false, "print Markdown")
	f.BoolVar(&o.all, "all", false, "list background events too")
	f.StringVar(&o.sort, "sort", o.sort, "sort by `KEY`: date, exact (what is certain, then the exactest dates, first), title, id or sources (most first)")
	f.BoolVar(&o.reverse, "reverse", false, "turn the order round")
	f.IntVar(&o.limit, "limit", 0, "print at most `N` events")
	completeWords(cmd, "sort", sortKeys...)
}

// format is the format that the flags ask for; ok is false for lines of text.
func (o *listOptions) format() (f export.Format, ok bool, err error) {
	var asked []string
	for _, c := range []struct {
		on   bool
		name string
		f    export.Format
	}{{o.json, "--json", export.JSON}, {o.jsonl, "--jsonl", export.JSONLines}, {o.csv, "--csv", export.CSV}, {o.md, "--md", export.Markdown}} {
		if c.on {
			asked, f = append(asked, c.name), c.f
		}
	}
	if len(asked) > 1 {
		return 0, false, usage("%s exclude each other", strings.Join(asked, " and "))
	}
	return f, len(asked) == 1, nil
}

// check refuses values that mean nothing.
func (o *listOptions) check() error {
	if !slices.Contains(sortKeys, o.sort) {
		return usage("unknown --sort %q: %s", o.sort, strings.Join(sortKeys, ", "))
	}
	if o.limit < 0 {
		return usage("--limit %d: it must not be negative", o.limit)
	}
	return nil
}

func (p *program) list(args []string, o listOptions) error {
	if err := o.check(); err != nil {
		return err
	}
	d, q, err := p.ask(args)
	if err != nil {
		return err
	}
	return p.printEvents(d, q, o, p.rows)
}

// ask loads the data and reads a query.
func (p *program) ask(args []string) (*events.Dataset, query.Query, error) {
	d, err := p.dataset()
	if err != nil {
		return nil, query.Query{}, err
	}
	q, err := query.Parse(d, query.JoinArgs(args))
	return d, q, err
}

// printEvents prints what a query finds: in the format asked for, or with lines.
func (p *program) printEvents(d *events.Dataset, q query.Query, o listOptions, lines func(*events.Dataset, query.Query, []events.Index)) error {
	format, formatted, err := o.format()
	if err != nil {
		return err
	}
	found := query.Compile(d, q).Run()
	all, background := len(found), 0
	if !o.all && (!formatted || format == export.Markdown) {
		found, background = query.Foreground(d, q, found)
	}
	found = o.arrange(d, q, found)
	if formatted {
		if err := p.write(format, d, q, found); err != nil {
			return err
		}
	} else if all > 0 {
		lines(d, q, found)
	}
	if background > 0 {
		p.say(fmt.Sprintf("+%d background (--all lists them too)", background))
	}
	if all == 0 {
		return p.nothingFound(d, q)
	}
	return nil
}

// write exports events to the standard output.
func (p *program) write(f export.Format, d *events.Dataset, q query.Query, rows []events.Index) error {
	report, err := export.Write(p.out, f, d, rows, export.Options{Now: p.clock(), Query: q.String()})
	p.sayAll(report.Lost)
	return err
}

// arrange sorts and cuts what was found, which comes in the order of dates.
func (o *listOptions) arrange(d *events.Dataset, q query.Query, rows []events.Index) []events.Index {
	switch o.sort {
	case "exact":
		judge := query.NewJudge(d, q)
		width := func(i events.Index) int64 { return int64(d.Last[i]) - int64(d.First[i]) }
		slices.SortStableFunc(rows, func(a, b events.Index) int {
			return cmp.Or(cmp.Compare(judge.Degree(b), judge.Degree(a)), cmp.Compare(width(a), width(b)))
		})
	case "title":
		folded := make(map[events.Index]string, len(rows))
		for _, i := range rows {
			folded[i] = events.Fold(d.Titles.At(int(i)))
		}
		slices.SortStableFunc(rows, func(a, b events.Index) int { return strings.Compare(folded[a], folded[b]) })
	case "id":
		slices.SortFunc(rows, func(a, b events.Index) int { return strings.Compare(d.IDs.At(int(a)), d.IDs.At(int(b))) })
	case "sources":
		slices.SortStableFunc(rows, func(a, b events.Index) int {
			return cmp.Compare(len(d.SourcesOf.At(int(b))), len(d.SourcesOf.At(int(a))))
		})
	}
	if o.reverse {
		slices.Reverse(rows)
	}
	if o.limit > 0 && len(rows) > o.limit {
		rows = rows[:o.limit]
	}
	return rows
}

// rows prints events, a line each, and on a terminal how many there are.
func (p *program) rows(d *events.Dataset, q query.Query, found []events.Index) {
	pg := p.page()
	t := newTable(d, pg, q, found)
	sure := 0
	for _, i := range found {
		t.print(i)
		if t.judge != nil && t.judge.Degree(i) == query.Certainly {
			sure++
		}
	}
	if pg.width == 0 {
		if d.Meta.Rigour != events.Quoted { // which is the built-in one's: the rows would not show it
			p.say(d.Standing())
		}
		return
	}
	how := ""
	switch {
	case t.judge == nil:
	case sure == len(found):
		how = ", certainly"
	default:
		how = ": " + english.Thousands(sure) + " certainly, " + english.Thousands(len(found)-sure) + " possibly"
	}
	p.say(english.Count(len(found), "event", "events") + how + " · " + d.Standing())
}
