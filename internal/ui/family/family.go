// Package family sorts the types of events into families, each with a sign of one
// cell, so that a lane of them can be scanned. The type's word always stands beside
// it somewhere; `?` explains the signs.
package family

import (
	"slices"

	"timeline/internal/events"
	"timeline/internal/ui/theme"
)

// Family is some types of events that share a sign.
type Family struct {
	Sign  rune
	Name  string // of the group of types
	Force bool   // done by force, or its outcome
}

// Families are those of a dataset, in the order of events.Signs.
type Families struct {
	All     []Family
	numbers []int // positions in All, by the types' own numbers
}

// forceful are the signs of what is done by force.
var forceful = []string{"×", "◇", "▲", "†"}

// otherSign stands for the types of no family in place of their dot: in lanes · is
// what is hardly possible.
const otherSign = '*'

// Of reads the families of a dataset's types.
func Of(d *events.Dataset) *Families {
	f := &Families{}
	types := d.Vocabulary()
	f.numbers = make([]int, len(types))
	for _, sign := range events.Signs {
		first := slices.IndexFunc(types, func(t events.EventType) bool { return t.Sign == sign })
		if first < 0 {
			continue
		}
		one := Family{Sign: []rune(sign)[0], Name: types[first].Group, Force: slices.Contains(forceful, sign)}
		if one.Sign == '·' {
			one.Sign = otherSign
		}
		for n := range types {
			if types[n].Sign == sign {
				f.numbers[n] = len(f.All)
			}
		}
		f.All = append(f.All, one)
	}
	return f
}

// Number is the position of a type's family in All.
func (f *Families) Number(t events.Type) int {
	return f.numbers[min(int(t), len(f.numbers)-1)]
}

// Of is the family of a type.
func (f *Families) Of(t events.Type) *Family { return &f.All[f.Number(t)] }

// Role is the colour of the family's sign.
func (f *Family) Role() theme.Role {
	if f.Force {
		return theme.Force
	}
	return theme.Blue
}
