package main

import (
	"cmp"
	"fmt"
	"strings"

	"timeline/internal/edtf"
	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/query"
)

// What to say when nothing is found. An empty answer about time is not silence:
// it names the nearest events, and that the sources, not history, are silent.

// nothingFound says that a query finds nothing, and what is near it.
func (p *program) nothingFound(d *events.Dataset, q query.Query) error {
	if q.Empty() {
		p.say("the dataset has no events")
		return nothing()
	}
	labels := make([]string, len(q.Terms))
	for i, t := range q.Terms {
		labels[i] = t.Label(d)
	}
	p.say("no event matches " + strings.Join(labels, "; "))
	if q.HasTime() {
		p.nearby(d, q)
		return nothing()
	}
	p.sayWithout(d, q)
	for _, t := range q.Terms {
		if date, err := edtf.ParseLoose(t.Values[0]); t.Key == query.KeyText && err == nil {
			p.hint(fmt.Sprintf("to ask for a date, write date:%s", date))
		}
	}
	return nothing()
}

// nearby names the events on either side of the time that a query asks for, of
// those that match it otherwise.
func (p *program) nearby(d *events.Dataset, q query.Query) {
	var others query.Query
	first, last := edtf.DistantPast, edtf.DistantFuture
	var year *edtf.MonthDay
	for _, t := range q.Terms {
		if !query.IsTime(t.Key) {
			others = others.With(t)
			continue
		}
		if t.Not {
			continue
		}
		from, to, yearly := query.Window(d, t)
		first, last, year = max(first, from), min(last, to), cmp.Or(yearly, year)
	}
	in := query.Select(d, others)
	switch {
	case in.Empty():
		p.sayWithout(d, others)
		return
	case first > last:
		p.say("no day lies in all the times that it asks for")
		return
	case year != nil:
		p.nearestInYear(d, in, *year)
	default:
		p.nearest(d, query.Nearest(d, in, first, last))
	}
	p.silence(d)
}

// nearest names the events on either side.
func (p *program) nearest(d *events.Dataset, s query.Sides) {
	if s.Before >= 0 {
		p.say("nearest before: " + near(d, s.Before, s.BeforeDays, "earlier"))
	}
	if s.After >= 0 {
		p.say("nearest after: " + near(d, s.After, s.AfterDays, "later"))
	}
}

func near(d *events.Dataset, i events.Index, days int, side string) string {
	least := "at least "
	date := d.Date(i)
	if endsInDays(date) {
		least = ""
	}
	return fmt.Sprintf("%s, %s%s %s: %s (%s)", date.English(edtf.Long), least, english.Count(days, "day", "days"), side, d.Titles.At(int(i)), d.IDs.At(int(i)))
}

// endsInDays tells whether a date is a day, or lasted from one day to another.
func endsInDays(date edtf.Date) bool {
	from, to := date.Ends()
	lasted := date.IsSpan() || date.Precision() == edtf.PrecisionDay
	return lasted && from.Precision() == edtf.PrecisionDay && to.Precision() == edtf.PrecisionDay
}

// nearestInYear names the events dated to a day that come next to a day of any
// year, going round at the year's end.
func (p *program) nearestInYear(d *events.Dataset, in query.Set, md edtf.MonthDay) {
	const leap = 2000 // a year that has every day
	asked := edtf.NewDay(leap, md.Month, md.Day)
	s := query.Sides{Before: -1, After: -1}
	for i := range in.Each() {
		if d.First[i] != d.Last[i] {
			continue
		}
		_, month, day := d.First[i].Civil()
		after := (int(edtf.NewDay(leap, month, day))-int(asked))%366 + 366
		after %= 366
		before := 366 - after
		if s.After < 0 || after < s.AfterDays {
			s.After, s.AfterDays = i, after
		}
		if s.Before < 0 || before <= s.BeforeDays {
			s.Before, s.BeforeDays = i, before
		}
	}
	p.nearest(d, s)
}

// silence says whose silence it is.
func (p *program) silence(d *events.Dataset) {
	who := "the " + english.Number(len(d.Sources)) + " articles tell"
	if len(d.Sources) == 1 {
		who = "the one article tells"
	}
	p.say(who + " of nothing there that could be dated; that is not to say that nothing happened")
}

// sayWithout tells of each term how many events there would be without it.
func (p *program) sayWithout(d *events.Dataset, q query.Query) {
	if len(q.Terms) < 2 {
		return
	}
	for i, t := range q.Terms {
		if n := query.Select(d, q.Without(i)).Len(); n > 0 {
			p.hint(fmt.Sprintf("without %s there %s", t, map[bool]string{true: "is 1 event", false: fmt.Sprintf("are %d events", n)}[n == 1]))
		}
	}
}
