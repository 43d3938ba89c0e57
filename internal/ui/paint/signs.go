package paint

import "timeline/internal/events"

// TypeSigns are one-cell signs for families of event types, so that a column of
// them can be scanned. The word always stands in the detail and in the facets;
// `?` explains the signs.
var TypeSigns = []struct {
	Sign  string
	Means string
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

// marksByType is TypeSigns turned round: the sign of each type's number.
var marksByType = func() []string {
	signs := make([]string, len(events.Types()))
	for i := range signs {
		signs[i] = "·"
	}
	for _, family := range TypeSigns {
		for _, name := range family.types {
			if t, ok := events.ParseType(name); ok {
				signs[t] = family.Sign
			}
		}
	}
	return signs
}()

// TypeSign is the sign of a type of events, one cell wide.
func TypeSign(t events.Type) string {
	if int(t) < len(marksByType) {
		return marksByType[t]
	}
	return "·"
}
