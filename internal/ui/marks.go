package ui

import "timeline/internal/events"

// typeMarks are one-cell signs for families of event types, so that a column of
// them can be scanned. The word always stands in the detail and in the facets;
// `?` explains the signs.
var typeMarks = []struct {
	mark  string
	means string
	types []string
}{
	{"×", "attack, battle, destruction, punishment", []string{"attack", "battle", "destruction", "punishment"}},
	{"◇", "kidnapping, release, ransom", []string{"kidnapping", "release", "ransom"}},
	{"▲", "capture, withdrawal, uprising, coup, intervention", []string{"capture", "withdrawal", "uprising", "coup", "intervention"}},
	{"†", "death, arrest", []string{"death", "arrest"}},
	{"¶", "letter, message, statement, interview", []string{"letter", "message", "statement", "interview", "declaration"}},
	{"§", "decision, policy, appointment, dismissal", []string{"decision", "policy", "appointment", "dismissal"}},
	{"○", "meeting, talks, mission, visit", []string{"meeting", "talks", "mission", "visit"}},
	{"●", "founding, split, merger, alliance, allegiance", []string{"founding", "split", "merger", "alliance", "allegiance", "agreement"}},
	{"≡", "document, discovery, press report, publication", []string{"document", "discovery", "press-report", "publication"}},
}

// marksByType is typeMarks turned round: the sign of each type's number.
var marksByType = func() []string {
	signs := make([]string, len(events.Types()))
	for i := range signs {
		signs[i] = "·"
	}
	for _, family := range typeMarks {
		for _, name := range family.types {
			if t, ok := events.ParseType(name); ok {
				signs[t] = family.mark
			}
		}
	}
	return signs
}()

func typeMark(t events.Type) string {
	if int(t) < len(marksByType) {
		return marksByType[t]
	}
	return "·"
}
