package converse

import (
	"slices"
	"strings"

	"timeline/internal/calendar"
	"timeline/internal/facts"
	"timeline/internal/gazetteer"
	"timeline/internal/lineage"
	"timeline/internal/session"
)

// What the full screen draws is told here in sentences, by the same rules: nothing
// finer than the sources claim.

// calendar is the dataset's; it is made when it is first needed.
func (t *talk) calendar() *calendar.Calendar {
	if t.time == nil {
		t.time = calendar.New(t.Data)
	}
	return t.time
}

// heard is a sentence of facts as it can be heard: places in sources in words, dates
// without dashes.
func heard(s string) string {
	return undashed(spokenPlaces.Replace(s))
}

var spokenPlaces = strings.NewReplacer(", ¶", ", paragraph ", " ¶", ", paragraph ", "¶", "paragraph ", ", n. ", ", note ")

func (t *talk) sayFacts(sentences []string) {
	for _, s := range sentences {
		t.say("%s", heard(s))
	}
}

// when tells which source has the event when: the current one, or that of an id.
func (t *talk) when(arg string) {
	i, ok := t.Current()
	switch named, found := t.Data.Find(arg); {
	case found:
		i = named
	case arg != "":
		t.say("There is no event “%s”. Type when alone for the current event, or when and the id of one.", arg)
		return
	case !ok:
		t.sayNone()
		return
	}
	e := t.Data.Event(i)
	t.say("%s", sentence(e.Title))
	t.sayFacts(facts.When(t.Data, e))
}

// told makes the function of a command that tells of one record of a kind: it says
// what about it, offers several to choose from, and says so if there is none.
func told(key, command string, tell func(*talk, session.Record)) func(*talk, string) {
	return func(t *talk, arg string) {
		rs := t.Records(key, arg)
		if arg == "" {
			t.say("Say of which %s, as in: %s %s.", key, command, exampleOf(rs))
			return
		}
		if len(rs) > 0 && (strings.EqualFold(rs[0].Name, arg) || rs[0].ID == arg) {
			rs = rs[:1]
		}
		t.oneOf(key, arg, "tells of", rs, tell)
	}
}

// exampleOf is the name of a record with most events.
func exampleOf(rs []session.Record) string {
	if len(rs) == 0 {
		return "and a name"
	}
	return slices.MaxFunc(rs, func(a, b session.Record) int { return a.Count - b.Count }).Name
}

// lane tells when an actor took part in what, among the events shown.
func lane(t *talk, r session.Record) {
	t.sayFacts(facts.Lane(t.Data, t.calendar(), t.Shown, t.Data.ActorNumber(r.ID)))
}

// ties tells how a group split, joined and was renamed, and who says so.
func ties(t *talk, r session.Record) {
	if t.Data.Actor(r.ID).Kind.String() == "person" {
		t.say("%s is a person. The command lane tells which groups a person led or was in.", r.Name)
		return
	}
	if t.lineage == nil {
		t.lineage = lineage.Of(t.Data, t.calendar())
	}
	t.sayFacts(t.lineage.Say(r.ID))
}

// near tells what a place is, and how many of the events shown were there and near.
func near(t *talk, r session.Record) {
	window := calendar.Span{First: 1} // all of time
	t.sayFacts(gazetteer.Near(t.Data.Place(r.ID), gazetteer.Tallies(t.Data, t.Shown, window)))
}
