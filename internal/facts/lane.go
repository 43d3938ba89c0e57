package facts

import (
	"cmp"
	"slices"

	"timeline/internal/calendar"
	"timeline/internal/edtf"
	"timeline/internal/english"
	"timeline/internal/events"
)

// often is how many events a lane has to have to stand among the first ones.
const often = 3

// CompareLanes orders lanes, of which the number of events and the first possible day
// are known: by that day, those of few events after all others; ties go to more events.
func CompareLanes(a, b int, firstA, firstB edtf.Day) int {
	if few := a < often; few != (b < often) {
		return cmp.Compare(b, a)
	}
	return cmp.Or(cmp.Compare(firstA, firstB), cmp.Compare(b, a))
}

// Lane says in sentences what an actor's lane shows: in how many of the events shown
// it takes part, when first and last, how many fall into each year, and its ties.
// actor is a position in Dataset.Actors.
func Lane(d *events.Dataset, c *calendar.Calendar, shown []events.Index, actor int) []string {
	own := slices.DeleteFunc(slices.Clone(shown), func(i events.Index) bool { return !slices.Contains(d.ActorsOf.At(int(i)), uint16(actor)) })
	name := d.Actors[actor].Name
	out := []string{name + " takes part in none of the events shown."}
	if len(own) > 0 {
		out[0] = name + " takes part in " + english.Count(len(own), "event", "events") + "."
		out = append(out, ends(d, c, own)...)
		out = append(out, years(c, own)...)
	}
	for _, t := range Ties(d, actor, false) {
		out = append(out, t.sentence(d))
	}
	return out
}

// ends tells of the first and of the last event.
func ends(d *events.Dataset, c *calendar.Calendar, own []events.Index) []string {
	last := own[0]
	for _, i := range own {
		if c.Outer(i).Last >= c.Outer(last).Last {
			last = i
		}
	}
	tell := func(which string, i events.Index) string {
		return which + ": " + d.Titles.At(int(i)) + ", " + d.Date(i).English(edtf.Spoken) + "."
	}
	if len(own) == 1 {
		return []string{tell("It is", own[0])}
	}
	return []string{tell("The first", own[0]), tell("The last", last)}
}

// years counts what falls into each year, if there are not too many to hear.
func years(c *calendar.Calendar, own []events.Index) []string {
	const most = 40
	bins := calendar.Regular(c.Period, calendar.Year, most+1, 1).Bins
	if len(bins) > most {
		return nil
	}
	var out []string
	for i, w := range c.Tally(own).Weights(calendar.Scale{Bins: bins}) {
		if w.Spread > 0 {
			out = append(out, bins[i].Name()+": "+w.Words()+".")
		}
	}
	return out
}
