package facts

import (
	"cmp"
	"slices"
	"strings"

	"timeline/internal/edtf"
	"timeline/internal/events"
	"timeline/internal/sorting"
)

// Tie is an office or a membership, with everything that sources say of it.
type Tie struct {
	Verb   string // "leads", "office in", "in", "proposed" or, of who leads a group, "by"
	Holder int    // actor that holds it, a position in Dataset.Actors
	Group  int    // actor in which
	Dates  []Dating
}

// verbs are the relations that lanes show, and how.
var verbs = map[string]string{"leads": "leads", "member-of": "in", "holds-office-in": "office in", "proposed": "proposed"}

// Ties are the offices and memberships of an actor and, of a group, who led it: by
// kind, then as the records have them. dated leaves out those that no source dates.
func Ties(d *events.Dataset, actor int, dated bool) []Tie {
	var out []Tie
	for _, r := range d.Actors[actor].Relations {
		if verb := verbs[r.Kind.String()]; verb != "" {
			out = addTie(d, out, verb, actor, d.ActorNumber(r.To), r)
		}
	}
	out = append(out, Leaders(d, actor)...)
	if dated {
		out = slices.DeleteFunc(out, func(t Tie) bool { return !t.Dated() })
	}
	return out
}

// Leaders are the persons who led a group, by the first date that a source gives.
func Leaders(d *events.Dataset, group int) []Tie {
	var out []Tie
	for n := range d.Actors {
		for _, r := range d.Actors[n].Relations {
			if r.Kind.String() == "leads" && r.To == d.Actors[group].ID {
				out = addTie(d, out, "by", n, group, r)
			}
		}
	}
	sorting.Records(out, func(a, b *Tie) int { return cmp.Compare(a.first(), b.first()) })
	return out
}

func addTie(d *events.Dataset, ties []Tie, verb string, holder, group int, r events.Relation) []Tie {
	source := d.SourceNumber(r.Cite.Source)
	if group < 0 || source < 0 {
		return ties
	}
	says := Dating{source, r.Date, r.Cite.At}
	for i := range ties {
		if t := &ties[i]; t.Verb == verb && t.Holder == holder && t.Group == group {
			t.Dates = append(t.Dates, says)
			return ties
		}
	}
	return append(ties, Tie{verb, holder, group, []Dating{says}})
}

// Dated tells whether any source dates the tie.
func (t *Tie) Dated() bool {
	return slices.ContainsFunc(t.Dates, func(g Dating) bool { return !g.Date.IsZero() })
}

// first is the first day that a source names: the earliest there can be or, where
// the beginning is open, the latest. Undated ties come last.
func (t *Tie) first() edtf.Day {
	first := edtf.DistantFuture
	for _, g := range t.Dates {
		if !g.Date.IsZero() {
			first = min(first, Named(g.Date))
		}
	}
	return first
}

// Named is the day at which a source attests a date: its earliest or, where the
// beginning is open, its latest.
func Named(date edtf.Date) edtf.Day {
	if first := date.Earliest(); first != edtf.DistantPast {
		return first
	}
	return date.Latest()
}

// Label is the tie from the side of an actor: "leads RL" or, of the group,
// "by Ada Holm".
func (t *Tie) Label(d *events.Dataset) string { return t.Verb + " " + Short(&d.Actors[t.other()]) }

// other is the actor from whose side the tie is not told.
func (t *Tie) other() int {
	if t.Verb == "by" {
		return t.Holder
	}
	return t.Group
}

// Words is the tie with the names of both: "Ada Holm leads River League".
func (t *Tie) Words(d *events.Dataset) string {
	verb := map[string]string{"by": "leads", "in": "is in", "office in": "holds office in"}[t.Verb]
	return d.Actors[t.Holder].Name + " " + cmp.Or(verb, t.Verb) + " " + d.Actors[t.Group].Name
}

// sentence is "Leads the River League: Brandt, from 1901 to May 1909; Bruun, in or
// before 1903."
func (t *Tie) sentence(d *events.Dataset) string {
	var says []string
	for _, g := range t.Dates {
		says = append(says, d.Sources[g.Source].Label()+", "+cmp.Or(g.Date.English(edtf.Spoken), "undated"))
	}
	subject := map[string]string{"leads": "Leads ", "in": "In ", "office in": "Holds office in ", "by": "Led by ", "proposed": "Proposed "}[t.Verb]
	return subject + d.Actors[t.other()].Name + ": " + strings.Join(says, "; ") + "."
}
