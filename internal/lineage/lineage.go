// Package lineage tells how groups split, joined and were renamed: which groups
// there were, from when to when they are attested, and what ties them, with the
// claims that say so. It knows no terminal.
//
// What is certain and what is possible stay apart. A group's time is certain from
// its first to its last certain attestation, on the assumption that it went on
// between them; papers about a group attest nothing. The day of a tie is that of the
// event that tells of it, or lies somewhere in the days that the claims name.
package lineage

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"timeline/internal/calendar"
	"timeline/internal/edtf"
	"timeline/internal/events"
	"timeline/internal/facts"
)

// Kind is how two groups are tied.
type Kind uint8

// The kinds of ties. Of the first five, the younger group is the one that split off,
// goes on, was founded, is under the older or joins it; allies and rivals are equals.
const (
	Splits Kind = iota
	Becomes
	Founded
	Under
	Joins
	Allied
	Rival
)

// kinds are the relations that tie groups. turned: the actor whose record it is in
// is the older one.
var kinds = map[string]struct {
	kind   Kind
	turned bool
}{
	"split-from": {Splits, false}, "successor-of": {Becomes, false}, "merged-into": {Becomes, true}, "founded": {Founded, true},
	"part-of": {Under, false}, "faction-of": {Under, false}, "allegiance-to": {Under, false}, "joined-with": {Joins, false},
	"allied-with": {Allied, false}, "rival-of": {Rival, false},
}

// Born tells whether the younger group begins with such a tie.
func (k Kind) Born() bool { return k <= Founded }

// Equal tells whether the tied groups are allies or rivals.
func (k Kind) Equal() bool { return k >= Allied }

// Claim is one source's word for a tie.
type Claim struct {
	events.Relation
	When calendar.Extent // what Date claims; unknown where no source dates it
}

// Tie ties two groups.
type Tie struct {
	ID             string // the same for the same tie each time
	Kind           Kind
	Younger, Older string        // ids of actors; of equals, in the order of their ids
	Days           calendar.Span // on which it can have come about; empty if nothing dates it
	Event          events.Index  // the event that tells of it, or -1
	Claims         []Claim       // in the order of the records
	youngerOnly    bool          // the event tells of the younger group, and does not name the older
	Drawn          bool          // false for all but one of the groups that a group is under
}

// Of tells whether a group is tied by it.
func (t *Tie) Of(group string) bool { return t.Younger == group || t.Older == group }

// Group is a group's time, within the period; the day before it stands for all that
// is earlier.
type Group struct {
	ID      string
	Named   bool          // it is only named as what came before: no day of it in the period is attested
	Begins  calendar.Span // the days on which it can have begun, as far as is told
	Planned bool          // it was proposed, and nobody is said to have founded it
	Certain bool          // something attests it without doubt
	By      edtf.Day      // if so: the day by which it certainly was there
	SureTo  edtf.Day      // if so: the last day on which it certainly was there; it may be before By, as for one attestation somewhere in a year
	Until   edtf.Day      // the last day on which it may be attested
}

// Lineage is the groups of a dataset and what ties them. It is made once and is safe
// for concurrent use.
type Lineage struct {
	Groups  []*Group   // by id
	Ties    []*Tie     // of lineage, in order of date
	Equals  []*Tie     // allies and rivals, of which one may be no group of the lineage, in order of date
	Rows    [][]*Group // from above; several on a row where one goes on as the next
	Data    *events.Dataset
	period  calendar.Span
	letters []rune // of the sources
}

// Of works out the lineage of a dataset; cal is its calendar.
func Of(d *events.Dataset, cal *calendar.Calendar) *Lineage {
	l := &Lineage{Data: d, period: cal.Period, letters: events.SourceLetters(d.Sources)}
	for _, t := range l.readTies() {
		if t.Kind.Equal() {
			l.Equals = append(l.Equals, t)
			continue
		}
		l.Ties = append(l.Ties, t)
		l.need(t.Younger)
		l.need(t.Older)
	}
	l.readPlans()
	found := l.attested(cal)
	l.dateTies(cal, found)
	l.settle(found)
	l.chooseDrawn()
	inOrder(l.Ties, l)
	inOrder(l.Equals, l)
	l.arrange()
	return l
}

// Group is the group with that id, or nil.
func (l *Lineage) Group(id string) *Group {
	if i, ok := l.find(id); ok {
		return l.Groups[i]
	}
	return nil
}

func (l *Lineage) find(id string) (int, bool) {
	return slices.BinarySearchFunc(l.Groups, id, func(g *Group, id string) int { return strings.Compare(g.ID, id) })
}

func (l *Lineage) need(id string) {
	if i, ok := l.find(id); !ok {
		l.Groups = slices.Insert(l.Groups, i, &Group{ID: id})
	}
}

// Short is the actor's short name, or its id.
func (l *Lineage) Short(id string) string {
	if a := l.Data.Actor(id); a != nil {
		return facts.Short(a)
	}
	return id
}

// Letter is the letter that stands for a source.
func (l *Lineage) Letter(source string) rune {
	if n := l.Data.SourceNumber(source); n >= 0 {
		return l.letters[n]
	}
	return '*'
}

// readTies reads the relations between groups, one tie for all claims of one kind on
// the same two groups, in the order of their ids.
func (l *Lineage) readTies() []*Tie {
	byID := map[string]*Tie{}
	for i := range l.Data.Actors {
		a := &l.Data.Actors[i]
		for _, r := range a.Relations {
			k, ok := kinds[r.Kind.String()]
			to := l.Data.Actor(r.To)
			if !ok || to == nil || a.ID == r.To || !fits(k.kind, a) || !fits(k.kind, to) {
				continue
			}
			younger, older := a.ID, r.To
			if k.turned || k.kind.Equal() && older < younger {
				younger, older = older, younger
			}
			id := strings.Join([]string{string('a' + rune(k.kind)), younger, older}, " ")
			if byID[id] == nil {
				byID[id] = &Tie{ID: id, Kind: k.kind, Younger: younger, Older: older, Event: -1}
			}
			byID[id].Claims = append(byID[id].Claims, Claim{r, calendar.ExtentOf(r.Date)})
		}
	}
	return slices.SortedFunc(maps.Values(byID), func(a, b *Tie) int { return strings.Compare(a.ID, b.ID) })
}

// readPlans finds the groups that were proposed and of which no founding is told.
func (l *Lineage) readPlans() {
	founded := map[string]bool{}
	for _, is := range []string{"proposed", "founded"} {
		for i := range l.Data.Actors {
			for _, r := range l.Data.Actors[i].Relations {
				if r.Kind.String() == is {
					founded[r.To] = is == "founded"
				}
			}
		}
	}
	for _, g := range l.Groups {
		done, told := founded[g.ID]
		g.Planned = told && !done
	}
}

// Planned tells whether a tie is only planned: so is the group that would begin with
// it, or be under the other.
func (l *Lineage) Planned(t *Tie) bool {
	g := l.Group(t.Younger)
	return g != nil && g.Planned && (t.Kind.Born() || t.Kind == Under)
}

// fits tells whether an actor can have such a tie in a picture of groups: any body of
// people can split, go on or be an ally, but only groups are drawn as parts.
func fits(k Kind, a *events.Actor) bool {
	switch a.Kind.String() {
	case "group", "brigade":
		return true
	case "person", "media":
		return false
	}
	return k != Under
}

// chooseDrawn chooses, of the groups that a group is under, the one that most claims
// name to be drawn; ties come in the order of their ids.
func (l *Lineage) chooseDrawn() {
	best := map[string]*Tie{}
	for _, t := range l.Ties {
		t.Drawn = t.Kind != Under
		if b := best[t.Younger]; t.Kind == Under && (b == nil || len(t.Claims) > len(b.Claims)) {
			best[t.Younger] = t
		}
	}
	for _, t := range best {
		t.Drawn = true
	}
}

// inOrder sorts ties by the day on which they are drawn, then by id.
func inOrder(ties []*Tie, l *Lineage) {
	slices.SortStableFunc(ties, func(a, b *Tie) int {
		return cmp.Or(cmp.Compare(l.Day(a), l.Day(b)), strings.Compare(a.ID, b.ID))
	})
}

// Day is the first day on which a tie can be drawn: that on which it can have come
// about, but never before both groups can have been there.
func (l *Lineage) Day(t *Tie) edtf.Day {
	day := l.period.First
	for _, id := range []string{t.Younger, t.Older} {
		if g := l.Group(id); g != nil {
			day = max(day, g.Begins.First)
		}
	}
	if !t.Days.Empty() {
		day = max(day, t.Days.First)
	}
	return min(day, l.period.Last)
}

// LastDay is the last day, not before Day, on which a tie can have come about or is
// said to have lasted.
func (l *Lineage) LastDay(t *Tie) edtf.Day {
	last := l.Day(t)
	if !t.Days.Empty() {
		last = max(last, t.Days.Last)
	}
	for _, c := range t.Claims {
		if c.When.Lasting {
			last = max(last, c.When.Outer().Last)
		}
	}
	return min(last, l.period.Last)
}

// List is the ties in order of date, those of lineage and, if equals is set, the
// allies and rivals of a group.
func (l *Lineage) List(equals bool, group string) []*Tie {
	if !equals {
		return slices.Clone(l.Ties)
	}
	ties := slices.DeleteFunc(slices.Concat(l.Ties, l.Equals), func(t *Tie) bool { return t.Kind.Equal() && !t.Of(group) })
	inOrder(ties, l)
	return ties
}
