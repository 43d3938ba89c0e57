package lineage

import (
	"maps"
	"slices"

	"timeline/internal/calendar"
	"timeline/internal/edtf"
	"timeline/internal/events"
)

// attestation is what is known of when a group was there.
type attestation struct {
	first, by   edtf.Day // it can first be attested on first, and certainly is on by
	sure, until edtf.Day // it is last certainly attested on sure, and possibly on until
}

// begins is the days on which what a date tells of can have begun, without those
// that no source names: of "by September" only its end.
func begins(d edtf.Date, e calendar.Extent) calendar.Span {
	out := e.Outer()
	if first, last := d.Begins(); d.IsSpan() {
		out = calendar.Span{First: first, Last: min(last, out.Last)}
	}
	if out.First == edtf.DistantPast {
		out.First = out.Last
	}
	if out.Last == edtf.DistantFuture {
		out.Last = out.First
	}
	return out
}

// add takes a date into account on which the group was there.
func (a *attestation) add(d edtf.Date, e calendar.Extent) {
	if !e.Known() {
		return
	}
	b, out := begins(d, e), e.Outer()
	if b.First == edtf.DistantPast || b.Last == edtf.DistantFuture {
		return // an unknown beginning and an unknown end
	}
	a.first, a.until = min(a.first, b.First), max(a.until, b.Last)
	if out.Last != edtf.DistantFuture {
		a.until = max(a.until, out.Last)
	}
	if e.Loose {
		return
	}
	a.by = min(a.by, b.Last)
	switch {
	case e.Lasting && !e.Core.Empty():
		a.sure = max(a.sure, e.Core.Last)
	case out.First != edtf.DistantPast:
		a.sure = max(a.sure, b.First)
	}
}

// attested finds when each group was there: by the events in which it took part, and
// by the relations that hold only while both groups are there.
func (l *Lineage) attested(cal *calendar.Calendar) map[string]*attestation {
	found := map[string]*attestation{}
	for _, g := range l.Groups {
		found[g.ID] = &attestation{edtf.DistantFuture, edtf.DistantFuture, edtf.DistantPast, edtf.DistantPast} // nothing is known
	}
	for i, roles := range l.eventsOf() {
		kind := l.typeOf(i)
		for _, r := range roles {
			onlyNamed := kind.Sign == documents || r.As.String() == "reporter" || r.As.String() == "subject" && kind.Name == "other"
			if a := found[r.Actor]; a != nil && !onlyNamed {
				a.add(l.Data.Date(i), cal.Extent(i))
			}
		}
	}
	for i := range l.Data.Actors {
		for _, r := range l.Data.Actors[i].Relations {
			k, ok := kinds[r.Kind.String()]
			if !ok || k.kind.Born() {
				continue
			}
			for _, id := range []string{l.Data.Actors[i].ID, r.To} {
				if a := found[id]; a != nil {
					a.add(r.Date, calendar.ExtentOf(r.Date))
				}
			}
		}
	}
	return found
}

// eventsOf are the events in which some group of the lineage has a part, with all
// their parts.
func (l *Lineage) eventsOf() map[events.Index][]events.Role {
	in := func(actor uint16) bool { return l.Group(l.Data.Actors[actor].ID) != nil }
	roles := map[events.Index][]events.Role{}
	for i := range l.Data.Len() {
		if slices.ContainsFunc(l.Data.ActorsOf.At(i), in) {
			roles[events.Index(i)] = l.Data.Event(events.Index(i)).Roles
		}
	}
	return roles
}

// documents is the sign of papers and reports, which may speak of a group that is not
// there.
const documents = "≡"

// typeOf is the type of an event.
func (l *Lineage) typeOf(i events.Index) events.EventType {
	return l.Data.Vocabulary()[l.Data.Columns.Types[i]]
}

// deeds are the types of events by which groups begin; weaker are others that can
// tell of a tie. Deeds are asked first.
var (
	deeds  = []string{"split", "merger", "founding"}
	weaker = []string{"allegiance", "declaration"}
)

// dateTies finds the event that tells of each tie, and the days on which it can have
// come about: the event's, or those that the claims name.
func (l *Lineage) dateTies(cal *calendar.Calendar, found map[string]*attestation) {
	roles := l.eventsOf()
	var telling []events.Index
	for _, types := range [][]string{deeds, weaker} {
		for _, i := range slices.Sorted(maps.Keys(roles)) {
			if slices.Contains(types, l.typeOf(i).Name) {
				telling = append(telling, i)
			}
		}
	}
	for _, t := range l.Ties {
		t.Days = claimed(t)
		if i := l.named(t); i >= 0 {
			t.Event, t.Days = i, cal.Outer(i)
			_, both := t.toldBy(l.typeOf(i).Name, l.Data.Event(i).Roles)
			t.youngerOnly = !both
			continue
		}
		for _, i := range telling {
			tells, both := t.toldBy(l.typeOf(i).Name, roles[i])
			late := found[t.Younger].by < l.Data.First[i] // the group was there before
			other := !t.Days.Empty() && t.Days.And(cal.Outer(i)).Empty()
			if tells && !late && !other {
				t.Event, t.Days, t.youngerOnly = i, cal.Outer(i), !both
				break
			}
		}
	}
	for _, t := range l.Equals {
		t.Days = claimed(t)
	}
}

// named is the event that a record says tells of the tie, or -1.
func (l *Lineage) named(t *Tie) events.Index {
	for _, c := range t.Claims {
		if i, ok := l.Data.Find(c.Event); ok && c.Event != "" {
			return i
		}
	}
	return -1
}

// claimed is the days that the claims of a tie name; empty if none names any.
func claimed(t *Tie) calendar.Span {
	days := calendar.Span{First: edtf.DistantFuture, Last: edtf.DistantPast}
	for _, c := range t.Claims {
		if !c.When.Known() {
			continue
		}
		b := begins(c.Date, c.When)
		if b.First > edtf.DistantPast && b.Last < edtf.DistantFuture {
			days = calendar.Span{First: min(days.First, b.First), Last: max(days.Last, b.Last)}
		}
	}
	return days
}

// toldBy tells whether an event of a type, with those parts, tells of the tie: both
// groups have a part in it, or it is the founding of the younger one. Whom a split, a
// merger or a founding affects has a part in it.
func (t *Tie) toldBy(kind string, roles []events.Role) (tells, both bool) {
	deed := slices.Contains(deeds, kind)
	has := func(id string) bool {
		return slices.ContainsFunc(roles, func(r events.Role) bool {
			return r.Actor == id && r.As.String() != "reporter" && (deed || r.As.String() != "affected")
		})
	}
	both = has(t.Younger) && has(t.Older)
	return both || kind == "founding" && t.Kind.Born() && has(t.Younger), both
}

// settle works out each group's time from its attestations and its ties: the tie by
// which it began says when, and a tie shows that both groups were there.
func (l *Lineage) settle(found map[string]*attestation) {
	for _, t := range l.Ties {
		if t.Days.Empty() {
			continue
		}
		for _, id := range []string{t.Younger, t.Older} {
			a := found[id]
			if id == t.Older && t.youngerOnly {
				continue // the younger one's founding does not show that the older was still there
			}
			if a.first == edtf.DistantFuture || t.Kind.Born() && id == t.Younger {
				a.first = min(a.first, t.Days.First)
			}
			a.until = max(a.until, t.Days.Last)
			if !l.loose(t) {
				a.by, a.sure = min(a.by, t.Days.Last), max(a.sure, t.Days.First)
			}
		}
	}
	for _, g := range l.Groups {
		a := *found[g.ID]
		if born, ok := l.born(g.ID); ok && a.by >= born {
			a.first = born // what may be earlier is told of it by that name, or is later
		}
		l.settleGroup(g, a)
	}
	l.notBefore()
}

// born is the first day on which a group can have begun by the ties that say how it
// did; ok is false if none is dated.
func (l *Lineage) born(group string) (day edtf.Day, ok bool) {
	for _, t := range l.Ties {
		if t.Younger == group && t.Kind.Born() && !t.Days.Empty() && (!ok || t.Days.First < day) {
			day, ok = t.Days.First, true
		}
	}
	return day, ok
}

// notBefore makes groups begin no earlier than those that they come of, as far as
// their own dates allow it.
func (l *Lineage) notBefore() {
	for range l.Groups { // a chain has no more links than there are groups
		moved := false
		for _, t := range l.Ties {
			y, o := l.Group(t.Younger), l.Group(t.Older)
			if t.Kind.Born() && !y.Named && y.Begins.First < o.Begins.First && o.Begins.First <= y.Begins.Last {
				y.Begins.First, moved = o.Begins.First, true
			}
		}
		if !moved {
			return
		}
	}
}

// loose tells whether nothing dates a tie without doubt.
func (l *Lineage) loose(t *Tie) bool {
	if t.Event >= 0 {
		return l.Data.Flags[t.Event]&(events.Approximate|events.Uncertain) != 0
	}
	return !slices.ContainsFunc(t.Claims, func(c Claim) bool { return c.When.Known() && !c.When.Loose })
}

// settleGroup puts an attestation into the period; what is earlier is the day before
// it.
func (l *Lineage) settleGroup(g *Group, a attestation) {
	before := l.period.First - 1
	clip := func(d edtf.Day) edtf.Day { return min(max(d, before), l.period.Last) }
	g.Named = a.first == edtf.DistantFuture || max(a.until, a.first) <= before
	if g.Named {
		g.Begins, g.Until = calendar.Span{First: before, Last: before}, before
		return
	}
	g.Until = clip(max(a.until, a.first))
	g.Begins = calendar.Span{First: clip(a.first), Last: clip(max(min(a.by, a.until), a.first))}
	g.Certain = !g.Planned && a.by < edtf.DistantFuture && a.sure > edtf.DistantPast
	if g.Certain {
		g.By, g.SureTo = clip(max(a.by, a.first)), clip(max(a.sure, a.first))
	}
}
