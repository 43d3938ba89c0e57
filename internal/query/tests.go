package query

import (
	"slices"
	"strings"

	"timeline/internal/edtf"
	"timeline/internal/events"
)

// newTest makes a term that is not a word or phrase ready.
func newTest(d *events.Dataset, t Term) test {
	test := test{cost: costColumn, not: t.Not}
	c := &d.Columns
	switch t.Key {
	case KeyActor:
		test.cost, test.keep = costList, inLists(&c.ActorsOf, wantActors(d, t.Values))
	case KeyPlace:
		test.cost, test.keep = costList, inLists(&c.PlacesOf, wantPlaces(d, t.Values))
	case KeySource:
		want := make([]bool, len(d.Sources))
		for _, v := range t.Values {
			setWanted(want, d.SourceNumber(v))
		}
		test.cost, test.keep = costList, inLists(&c.SourcesOf, want)
	case KeyType:
		var want [256]bool
		for x, name := range d.TypeNames() {
			want[x] = slices.Contains(t.Values, name)
		}
		test.keep = func(i int) bool { return want[c.Types[i]] }
	case KeyIs:
		test.keep = isTest(c, t.Values)
	case KeyPrecision:
		var want [256]bool
		for p := edtf.PrecisionDay; p <= edtf.PrecisionOpen; p++ {
			want[p] = slices.Contains(t.Values, p.String())
		}
		test.keep = func(i int) bool { return want[c.Precisions[i]] }
	case KeyID:
		var want []int
		for _, v := range t.Values {
			if i, ok := d.Find(v); ok {
				want = append(want, int(i))
			}
		}
		test.cost, test.keep = costID, func(i int) bool { return slices.Contains(want, i) }
	case KeyTag:
		want := make([]bool, len(d.Tags))
		for n, tag := range d.Tags {
			want[n] = slices.Contains(t.Values, tag)
		}
		test.cost, test.keep = costList, inLists(&c.TagsOf, want)
	case KeyHas, KeyBasis:
		test.cost, test.keep = costRecord, recordTest(d, t)
	default:
		test.cost, test.keep = costTime, timeTest(d, t)
	}
	return test
}

func setWanted(want []bool, n int) {
	if n >= 0 {
		want[n] = true
	}
}

func inLists[N uint16 | uint32](l *events.Lists[N], want []bool) func(int) bool {
	return func(i int) bool { return wants(want, l.At(i)) }
}

// wants tells whether one of a list is wanted.
func wants[N uint16 | uint32](want []bool, list []N) bool {
	for _, x := range list {
		if want[x] {
			return true
		}
	}
	return false
}

// mark puts n into a set of those from 0 to all, exclusive, that is nil while it is empty.
func mark(set *[]bool, n, all int) {
	if *set == nil {
		*set = make([]bool, all)
	}
	(*set)[n] = true
}

func wantActors(d *events.Dataset, values []string) []bool {
	want := make([]bool, len(d.Actors))
	for _, v := range values {
		id, plus := strings.CutSuffix(v, "+")
		n := d.ActorNumber(id)
		setWanted(want, n)
		if plus && n >= 0 {
			for _, m := range Group(d, n) {
				want[m] = true
			}
		}
	}
	return want
}

// Relations by which an actor belongs to a group. In the first list the record
// of the member names the group; in the second the group's names its predecessor.
var (
	memberRelations      = []string{"member-of", "leads", "holds-office-in", "part-of", "faction-of", "merged-into"}
	predecessorRelations = []string{"successor-of"}
)

// Group returns the positions of an actor and of all that belongs to it: its
// members, leaders, parts and factions, the groups it succeeded or that merged
// into it, and theirs in turn; of a person, the groups that they led or belonged to.
// It is in ascending order.
func Group(d *events.Dataset, actor int) []int {
	in := make([]bool, len(d.Actors))
	in[actor] = true
	if d.Actors[actor].Kind.String() == personKind {
		for _, r := range d.Actors[actor].Relations {
			if n := d.ActorNumber(r.To); n >= 0 && slices.Contains(memberRelations, r.Kind.String()) && d.Actors[n].Kind.String() != personKind {
				in[n] = true
			}
		}
		return positions(in)
	}
	for grown := true; grown; {
		grown = false
		for i := range d.Actors {
			for _, r := range d.Actors[i].Relations {
				group, member := d.ActorNumber(r.To), i
				if slices.Contains(predecessorRelations, r.Kind.String()) {
					group, member = i, group
				} else if !slices.Contains(memberRelations, r.Kind.String()) {
					continue
				}
				if group >= 0 && member >= 0 && in[group] && !in[member] {
					in[member], grown = true, true
				}
			}
		}
	}
	return positions(in)
}

// personKind is the kind of those who belong to groups and have none belong to them.
const personKind = "person"

// positions are those that are set.
func positions(in []bool) []int {
	var all []int
	for i := range in {
		if in[i] {
			all = append(all, i)
		}
	}
	return all
}

// wantPlaces marks the places that the values name. mali+ adds the places whose
// country is a spelling of Mali.
func wantPlaces(d *events.Dataset, values []string) []bool {
	want := make([]bool, len(d.Places))
	for _, v := range values {
		id, plus := strings.CutSuffix(v, "+")
		n := d.PlaceNumber(id)
		setWanted(want, n)
		if !plus || n < 0 {
			continue
		}
		names := []string{events.Fold(d.Places[n].Name)}
		for _, s := range d.Places[n].Spellings {
			names = append(names, events.Fold(s.As))
		}
		for i := range d.Places {
			for country := range strings.SplitSeq(d.Places[i].Country, "/") {
				if slices.Contains(names, events.Fold(country)) {
					want[i] = true
				}
			}
		}
	}
	return want
}

// properties are the values of the key is, by the flags of events.
var properties = []struct {
	name string
	is   func(events.Flags) bool
}{
	{"key", has(events.KeyEvent)},
	{"standard", func(f events.Flags) bool { return f&(events.KeyEvent|events.BackgroundEvent) == 0 }},
	{"background", has(events.BackgroundEvent)}, {Any, func(events.Flags) bool { return true }},
	{"disputed", has(events.Disputed)}, {"approximate", has(events.Approximate)}, {"uncertain", has(events.Uncertain)},
}

// Any is the property of all events: is:any asks for background too, which lists leave
// out by themselves.
const Any = "any"

func has(flag events.Flags) func(events.Flags) bool {
	return func(f events.Flags) bool { return f&flag != 0 }
}

func propertyNames() []string {
	var names []string
	for _, p := range properties {
		names = append(names, p.name)
	}
	return names
}

func isTest(c *events.Columns, values []string) func(int) bool {
	var want [256]bool
	for f := range want {
		for _, p := range properties {
			if slices.Contains(values, p.name) && p.is(events.Flags(f)) {
				want[f] = true
			}
		}
	}
	return func(i int) bool { return want[c.Flags[i]] }
}

// parts are the values of the key has.
var parts = []struct {
	name string
	has  func(*events.Event) bool
}{
	{"note", func(e *events.Event) bool { return e.Note != "" }},
	{"quotation", func(e *events.Event) bool { return anyClaim(e, func(c *events.Claim) bool { return c.Quote != "" }) }},
	{"figure", func(e *events.Event) bool {
		return anyClaim(e, func(c *events.Claim) bool { return len(c.Figures) > 0 })
	}},
	{"hedge", func(e *events.Event) bool { return anyClaim(e, func(c *events.Claim) bool { return c.Hedge != "" }) }},
	{"actor", func(e *events.Event) bool { return len(e.Roles) > 0 }},
	{"place", func(e *events.Event) bool { return len(e.Places) > 0 }},
	{"link", func(e *events.Event) bool { return len(e.Links) > 0 }},
	{"tag", func(e *events.Event) bool { return len(e.Tags) > 0 }},
}

func partNames() []string {
	var names []string
	for _, p := range parts {
		names = append(names, p.name)
	}
	return names
}

func anyClaim(e *events.Event, is func(*events.Claim) bool) bool {
	for i := range e.Claims {
		if is(&e.Claims[i]) {
			return true
		}
	}
	return false
}

// recordTest asks whole records, which takes the longest.
func recordTest(d *events.Dataset, t Term) func(int) bool {
	var has []func(*events.Event) bool
	switch t.Key {
	case KeyBasis:
		has = append(has, func(e *events.Event) bool {
			return anyClaim(e, func(c *events.Claim) bool { return slices.Contains(t.Values, c.Basis.String()) })
		})
	default:
		for _, p := range parts {
			if slices.Contains(t.Values, p.name) {
				has = append(has, p.has)
			}
		}
	}
	return func(i int) bool {
		e := d.Event(events.Index(i))
		return slices.ContainsFunc(has, func(is func(*events.Event) bool) bool { return is(e) })
	}
}

// timeTest asks what can be of an event, or with t.Certain what must be.
func timeTest(d *events.Dataset, t Term) func(int) bool {
	qs := questions(d, t)
	return func(i int) bool {
		a := ask(d, qs, i)
		return a.possible && (a.certain || !t.Certain)
	}
}

// ask puts the questions of a term, of which any will do, to an event.
func ask(d *events.Dataset, qs []question, i int) answer {
	first, last := d.First[i], d.Last[i]
	one := somewhere(first, last)
	var room [4]span
	var w when
	compound := first != last && d.Precisions[i] >= edtf.PrecisionSpan // a day is a day, however it is written
	var sum answer
	for k := range qs {
		q := &qs[k]
		if q.exclude == events.Index(i) {
			continue
		}
		a := q.put(one)
		if compound && a.possible { // what is not possible of the bounds is not of the date
			if w.spans == nil {
				w = whenOf(room[:0], d.Date(events.Index(i)))
			}
			a = q.putTo(w)
		}
		sum.possible = sum.possible || a.possible
		sum.certain = sum.certain || a.certain
	}
	sum.certain = sum.certain && !doubtful(d, i)
	return sum
}

// Overlap asks of events whether they can have a day in common with those from first to
// last, both inclusive, and whether they certainly have: as the key overlaps does.
func Overlap(d *events.Dataset, first, last edtf.Day) func(events.Index) (possible, certain bool) {
	qs := []question{{rel: relOverlaps, q: when{spans: []span{solid(first, last)}}, exclude: -1}}
	return func(i events.Index) (possible, certain bool) {
		if d.First[i] > last || d.Last[i] < first { // as most are
			return false, false
		}
		a := ask(d, qs, int(i))
		return a.possible, a.certain
	}
}

// doubtful tells whether a date is marked as about or uncertain. Its bounds are
// where to look for it, and prove nothing.
func doubtful(d *events.Dataset, i int) bool {
	return d.Flags[i]&(events.Approximate|events.Uncertain) != 0
}

// Degree tells how far an event that matches answers a time question.
type Degree uint8

// The degrees.
const (
	Possibly  Degree = iota // somewhere in its bounds it matches
	Certainly               // wherever in its bounds it really was, it matches
)

func (g Degree) String() string {
	if g == Certainly {
		return "certainly"
	}
	return "possibly"
}

// Judge tells of events that match a query whether they certainly do, as far as time
// goes.
type Judge struct {
	d     *events.Dataset
	terms []judged
}

type judged struct {
	qs  []question
	not bool
}

// NewJudge makes the time terms of a query ready.
func NewJudge(d *events.Dataset, q Query) *Judge {
	j := &Judge{d: d}
	for _, t := range q.Terms {
		if IsTime(t.Key) {
			j.terms = append(j.terms, judged{questions(d, t), t.Not})
		}
	}
	return j
}

// Degree tells of an event that matches. It is Certainly where the query asks nothing
// about time.
func (j *Judge) Degree(i events.Index) Degree {
	if len(j.terms) > 0 && doubtful(j.d, int(i)) {
		return Possibly
	}
	for _, t := range j.terms {
		a := ask(j.d, t.qs, int(i))
		if t.not && a.possible || !t.not && !a.certain {
			return Possibly
		}
	}
	return Certainly
}
