// Package family sorts the types of events into families, each with a sign of one
// cell, so that a column or a lane of them can be scanned. The type's word always
// stands beside it somewhere; `?` explains the signs.
package family

import (
	"timeline/internal/events"
	"timeline/internal/ui/theme"
)

// Family is some types of events.
type Family struct {
	Sign  rune
	Name  string   // for a lane
	Types []string // their names
	Force bool     // done by force, or its outcome
}

// Families are all families; what is of no other is of the last. Its sign is no dot:
// in lanes · stands for what is hardly possible.
var Families = []Family{
	{'×', "violence", []string{"attack", "battle", "destruction", "punishment"}, true},
	{'◇', "hostages", []string{"kidnapping", "release", "ransom"}, true},
	{'▲', "ground taken and lost", []string{"capture", "withdrawal", "uprising", "coup", "intervention"}, true},
	{'†', "death, arrest", []string{"death", "arrest"}, true},
	{'¶', "letters, statements", []string{"letter", "message", "statement", "interview", "declaration"}, false},
	{'§', "decisions, offices", []string{"decision", "policy", "appointment", "dismissal"}, false},
	{'○', "meetings, missions", []string{"meeting", "talks", "mission", "visit"}, false},
	{'●', "groups", []string{"founding", "split", "merger", "alliance", "allegiance", "agreement"}, false},
	{'≡', "documents, press", []string{"document", "discovery", "press-report", "publication"}, false},
	{'*', "other", nil, false},
}

// numbers are the families of types, by the types' own numbers.
var numbers = func() []int {
	ns := make([]int, len(events.Types()))
	for i := range ns {
		ns[i] = len(Families) - 1
	}
	for n, f := range Families {
		for _, name := range f.Types {
			if t, ok := events.ParseType(name); ok {
				ns[t] = n
			}
		}
	}
	return ns
}()

// Number is the position of a type's family among Families.
func Number(t events.Type) int {
	if int(t) < len(numbers) {
		return numbers[t]
	}
	return len(Families) - 1
}

// Of is the family of a type.
func Of(t events.Type) *Family { return &Families[Number(t)] }

// Role is the colour of the family's sign.
func (f *Family) Role() theme.Role {
	if f.Force {
		return theme.Force
	}
	return theme.Blue
}
