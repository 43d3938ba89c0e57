package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"timeline/internal/edtf"
	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/query"
)

func (p *program) onCommand() *cobra.Command {
	o := listOptions{sort: "exact"}
	cmd := &cobra.Command{
		Use:   "on DATE|MM-DD [QUERY…]",
		Short: "Say what happened then, certainly or possibly",
		Long: `Say what was going on at a date, or on a day of any year: what certainly was, and
what only possibly was, because its date is not exact enough to tell; the exactest
dates first. Where there is nothing, the nearest events on either side are named on
the standard error. Background is left out as in timeline list.

Dates are as a person types them: 2012-04-02, 04-02, "2 April", "2 april 2012",
2012-04, "spring 2012". Terms of the query language narrow the answer.`,
		Example: `  timeline on 2012-04-02
  timeline on 2 April
  timeline on 2012-06 actor:droukdel`,
		Args:              someArgs("a date, such as 2012-04-02 or 04-02"),
		ValidArgsFunction: p.completeQuery,
		RunE:              func(_ *cobra.Command, args []string) error { return p.on(args, o) },
	}
	o.flags(cmd)
	return cmd
}

func (p *program) on(args []string, o listOptions) error {
	if err := o.check(); err != nil {
		return err
	}
	d, err := p.dataset()
	if err != nil {
		return err
	}
	when, terms := splitDate(args)
	day, err := readDay(when)
	if err != nil {
		return err
	}
	q, err := query.Parse(d, query.JoinArgs(terms))
	if err != nil {
		return err
	}
	q = query.Query{Terms: append([]query.Term{{Key: query.KeyOn, Values: []string{day}}}, q.Terms...)}
	return p.printEvents(d, q, o, p.onLines)
}

// splitDate parts the words of a date from the query terms after it, which have
// a key, a quotation mark or a hyphen.
func splitDate(args []string) (when string, terms []string) {
	for n, a := range args {
		if n > 0 && (strings.ContainsAny(a, ":\"") || strings.HasPrefix(a, "-") && len(a) > 1) {
			return strings.Join(args[:n], " "), args[n:]
		}
	}
	return strings.Join(args, " "), nil
}

// readDay reads a date or a day of any year in the form that queries hold.
func readDay(when string) (string, error) {
	if md, err := edtf.ParseMonthDay(when); err == nil {
		return md.String(), nil
	}
	date, err := edtf.ParseLoose(when)
	if err == nil {
		return date.String(), nil
	}
	hint := "write a date as 2012-04-02, 2012-04 or \"spring 2012\", or a day of any year as 04-02"
	if se, ok := err.(*edtf.SyntaxError); ok {
		if se.Remedy != "" {
			hint = se.Remedy
		}
		return "", usageHint(hint, "date %q: %s", when, se.Problem)
	}
	return "", usageHint(hint, "%s", err)
}

// onLines prints events in two groups on a terminal, and as list does elsewhere.
func (p *program) onLines(d *events.Dataset, q query.Query, found []events.Index) {
	pg := p.page()
	if pg.width == 0 {
		p.rows(d, q, found)
		return
	}
	judge := query.NewJudge(d, q)
	t := newTable(d, pg, query.Query{}, found)
	between := false
	for _, g := range []query.Degree{query.Certainly, query.Possibly} {
		group := slices.DeleteFunc(slices.Clone(found), func(i events.Index) bool { return judge.Degree(i) != g })
		if len(group) == 0 {
			continue
		}
		if between {
			pg.line()
		}
		between = true
		pg.line(pg.paint(heading, english.Capital(g.String())+" "+q.Terms[0].Label(d)))
		for _, i := range group {
			t.print(i)
		}
	}
}
