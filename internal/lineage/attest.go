package lineage

import (
	"slices"
	"strings"

	"timeline/internal/calendar"
	"timeline/internal/edtf"
	"timeline/internal/events"
)

// attestation is what is known of when a group was there.
type attestation struct {
	first, by   edtf.Day // it can first be attested on first, and certainly is on by
	sure, until edtf.Day // it is last certainly attested on sure, and possibly on until
}

// unattested is what is known where nothing is.
var unattested = attestation{edtf.DistantFuture, edtf.DistantFuture, edtf.DistantPast, edtf.DistantPast}

// begins is the days on which what a date tells of can have begun, without those
// that no source names: of "by September" only its end.
func begins(d edtf.Date, e calendar.Extent) calendar.Span {
	out := e.Outer()
	if d.IsSpan() {
		from, _, _ := strings.Cut(d.String(), "/")
		if first, err := edtf.Parse(from); err == nil {
			out = calendar.Span{First: first.Earliest(), Last: min(first.Latest(), out.Last)}
		}
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
		a := unattested
		found[g.ID] = &a
	}
	for i, roles := range l.eventsOf() {
		if aboutDocuments(l.data.Columns.Types[i]) {
			continue
		}
		for _, r := range roles {
			if a := found[r.Actor]; a != nil && !onlyNamed(l.data.Columns.Types[i], r.As) {
				a.add(l.data.Date(i), cal.Extent(i))
			}
		}
	}
	for i := range l.data.Actors {
		for _, r := range l.data.Actors[i].Relations {
			k, ok := kinds[r.Kind.String()]
			if !ok || k.kind.Born() {
				continue
			}
			for _, id := range []string{l.data.Actors[i].ID, r.To} {
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
	in := make([]bool, len(l.data.Actors))
	for _, g := range l.Groups {
		if n := l.data.ActorNumber(g.ID); n >= 0 {
			in[n] = true
		}
	}
	roles := map[events.Index][]events.Role{}
	for i := range l.data.Len() {
		if slices.ContainsFunc(l.data.ActorsOf.At(i), func(n uint16) bool { return in[n] }) {
			roles[events.Index(i)] = l.data.Event(events.Index(i)).Roles
		}
	}
	return roles
}

// aboutDocuments tells whether events of a type are papers and reports, which may
// speak of a group that is not there.
func aboutDocuments(t events.Type) bool {
	return slices.Contains([]string{"document", "discovery", "press-report", "publication"}, t.String())
}

// onlyNamed tells whether a part in an event does not show that the group was there.
func onlyNamed(t events.Type, as events.Part) bool {
	return as.String() == "reporter" || as.String() == "subject" && t.String() == "other"
}

// tells are the types of events that tell of ties between groups.
var tells = []string{"split", "merger", "founding", "allegiance", "alliance", "declaration"}

// dateTies finds the event that tells of each tie, and the days on which it can have
// come about: the event's, or those that the claims name.
func (l *Lineage) dateTies(cal *calendar.Calendar, found map[string]*attestation) {
	var telling []events.Index
	roles := l.eventsOf()
	for i := range roles {
		if slices.Contains(tells, l.data.Columns.Types[i].String()) {
			telling = append(telling, i)
		}
	}
	slices.Sort(telling)
	for _, t := range l.Ties {
		t.Days = claimed(t)
		for _, i := range telling {
			if found[t.Younger].by >= l.data.First[i] && t.toldBy(l.data.Columns.Types[i].String(), roles[i]) {
				t.Event, t.Days = i, cal.Outer(i)
				break
			}
		}
	}
	for _, t := range l.Equals {
		t.Days = claimed(t)
	}
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
// groups have a part in it, or it is the founding of the younger one.
func (t *Tie) toldBy(kind string, roles []events.Role) bool {
	has := func(id string) bool {
		return slices.ContainsFunc(roles, func(r events.Role) bool {
			return r.Actor == id && r.As.String() != "affected" && r.As.String() != "reporter"
		})
	}
	return has(t.Younger) && (has(t.Older) || kind == "founding" && t.Kind.Born())
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
			if a.first == edtf.DistantFuture || t.Kind.Born() && id == t.Younger {
				a.first = min(a.first, t.Days.First)
			}
			a.by, a.until = min(a.by, t.Days.Last), max(a.until, t.Days.Last)
			if !l.loose(t) {
				a.sure = max(a.sure, t.Days.First)
			}
		}
	}
	for _, g := range l.Groups {
		a := *found[g.ID]
		for _, t := range l.Ties {
			if t.Younger == g.ID && t.Kind.Born() && t.Event >= 0 {
				a.first = t.Days.First // the editor's date of its beginning
			}
		}
		l.settleGroup(g, a)
	}
}

// loose tells whether nothing dates a tie without doubt.
func (l *Lineage) loose(t *Tie) bool {
	if t.Event >= 0 {
		return l.data.Flags[t.Event]&(events.Approximate|events.Uncertain) != 0
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
	g.Certain = a.by < edtf.DistantFuture && a.sure > edtf.DistantPast
	if g.Certain {
		g.By, g.SureTo = clip(max(a.by, a.first)), clip(max(a.sure, a.first))
	}
}
