package converse

import (
	"slices"
	"strings"

	"timeline/internal/document"
	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/session"
)

// records lists the records of a kind, or describes the only one that is meant.
func records(key string) func(*talk, string) {
	return func(t *talk, arg string) {
		rs := t.Records(key, arg)
		if len(rs) == 0 && arg == "" {
			t.say("This dataset has no %ss.", key)
			return
		}
		t.oneOf(key, arg, "describes", rs, (*talk).describe)
	}
}

// oneOf tells of the only record that a name may mean, or offers several.
func (t *talk) oneOf(key, name, does string, rs []session.Record, tell func(*talk, session.Record)) {
	switch len(rs) {
	case 0:
		t.say("No %s has a name like “%s”.", key, name)
	case 1:
		tell(t, rs[0])
	default:
		t.say("%s. A number %s one.", english.Count(len(rs), key, key+"s"), does)
		t.offer(&list{n: len(rs), label: func(k int) string { return t.entry(rs[k]) }, choose: func(k int) { tell(t, rs[k]) }})
	}
}

// entry is a record as an entry of a list: "Skerry, North Isles, 3 events".
func (t *talk) entry(r session.Record) string {
	parts := []string{r.Name}
	if r.Note != "" && r.Note != r.Name {
		parts = append(parts, r.Note)
	}
	if r.Also != "" {
		parts = append(parts, "also "+r.Also)
	}
	if s := t.Data.Source(r.ID); r.Key == "source" && !s.Date.IsZero() {
		parts = append(parts, dateWords(s.Date))
	}
	return strings.Join(append(parts, english.Count(r.Count, "event", "events")), ", ")
}

// describe speaks a record and offers its events.
func (t *talk) describe(r session.Record) {
	t.document(t.Describe(r))
	if r.Count == 0 {
		t.say("No event has it.")
		return
	}
	t.offer(&list{
		n: 1,
		label: func(int) string {
			return "Filter by " + r.Name + " alone: " + english.Count(r.Count, "event", "events")
		},
		choose: func(int) { t.filtered(session.Only(r.Key, r.ID)) },
	})
}

// along lists where the current event leads: its links, and all events with the
// same actor, place, source or type.
func (t *talk) along(i events.Index, typed string) {
	label := func(w session.Way) string {
		if w.Key == "" {
			tie := document.Link(t.Data, w.Tie)
			return linkWords(tie) + ", " + dateWords(tie.Date)
		}
		return "All with the same " + w.Key + ", " + w.Label + ", " + english.Count(w.Count, "event", "events")
	}
	ways := slices.DeleteFunc(t.Ways(i), func(w session.Way) bool {
		if w.Key == "" {
			return !session.Matches(typed, label(w))
		}
		return !session.MatchesName(typed, label(w))
	})
	if len(ways) == 0 {
		t.say("Nothing that leads on has “%s” in its name.", typed)
		return
	}
	t.say("Where this event leads:")
	t.offer(&list{
		n:     len(ways),
		label: func(k int) string { return label(ways[k]) },
		choose: func(k int) {
			if w := ways[k]; w.Key == "" {
				t.show(w.Tie.To)
			} else {
				t.filtered(session.Only(w.Key, w.Value))
			}
		},
	})
}
