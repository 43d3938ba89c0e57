package lineage

import (
	"strings"
	"testing"

	"timeline/internal/edtf"
	"timeline/internal/events"
	"timeline/internal/lineage/lineagetest"
)

// changed is the valley with a change to the record of one actor.
func changed(id string, change func(*events.Actor)) *Lineage {
	d := lineagetest.Valley()
	change(d.Actor(id))
	return of(d)
}

func find(t *testing.T, l *Lineage, brief string) *Tie {
	t.Helper()
	for _, tie := range l.Ties {
		if strings.HasPrefix(l.Brief(tie), brief) {
			return tie
		}
	}
	t.Fatalf("no tie %q", brief)
	return nil
}

// The event that a record names tells of the tie, whatever others would fit.
func TestEventOfARelation(t *testing.T) {
	t.Parallel()
	l := changed("river-company", func(a *events.Actor) { a.Relations[0].Event = "1938-union-meets" })
	tie := find(t, l, "River Company splits")
	if tie.Event < 0 || l.Data.IDs.At(int(tie.Event)) != "1938-union-meets" || tie.Days.First != edtf.NewDay(1938, 7, 1) {
		t.Errorf("the tie is told of by %d, %v", tie.Event, tie.Days)
	}
	if was := find(t, of(lineagetest.Valley()), "River Company splits"); l.Data.IDs.At(int(was.Event)) != "1933-05-company-splits" {
		t.Errorf("without it by %d", was.Event)
	}
}

// A group that was proposed and that nobody is said to have founded is a plan: nothing
// of it is certain.
func TestPlans(t *testing.T) {
	t.Parallel()
	relation := func(kind string) events.Relation {
		r := events.Relation{To: "river-company", Date: edtf.MustParse("1933"), Cite: events.Citation{Source: "ferro-1950"}}
		for r.Kind.String() != kind {
			r.Kind++
		}
		return r
	}
	l := changed("anna-berg", func(a *events.Actor) { a.Relations = append(a.Relations, relation("proposed")) })
	g, tie := l.Group("river-company"), find(t, l, "River Company splits")
	if !g.Planned || g.Certain || !l.Planned(tie) || l.Planned(find(t, l, "Coast Union")) {
		t.Errorf("%+v, planned: %v", g, l.Planned(tie))
	}
	said := strings.Join(l.Say("river-company"), "\n")
	if !strings.Contains(said, "River Company was proposed") || !strings.Contains(said, "splits from League of the Valley, by a plan") {
		t.Error(said)
	}
	l = changed("anna-berg", func(a *events.Actor) { a.Relations = append(a.Relations, relation("proposed"), relation("founded")) })
	if g := l.Group("river-company"); g.Planned || !g.Certain {
		t.Errorf("proposed and founded: %+v", g)
	}
}
