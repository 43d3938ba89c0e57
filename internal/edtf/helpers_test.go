package edtf

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"strings"
)

var long = flag.Bool("long", false, "try more random dates")

// many is n, or with no -long a quarter: one in four finds the faults as well.
func many(n int) int {
	if *long {
		return n
	}
	return n / 4
}

// generator makes random EDTF of years from to to.
type generator struct {
	*rand.Rand
	from, to int
}

func newGenerator(seed uint64, from, to int) generator {
	return generator{rand.New(rand.NewPCG(seed, 1)), from, to}
}

func (g generator) year() int { return g.from + g.IntN(g.to-g.from+1) }

func (g generator) pick(choices ...string) string { return choices[g.IntN(len(choices))] }

func yearText(year int) string {
	switch {
	case year > 9999 || year < -9999:
		return fmt.Sprintf("Y%d", year)
	case year < 0:
		return fmt.Sprintf("-%04d", -year)
	}
	return fmt.Sprintf("%04d", year)
}

// atom returns a date without interval or set, half of them days.
func (g generator) atom() string {
	year := g.year()
	if year > 9999 || year < -9999 {
		return yearText(year) + g.qualifier()
	}
	month := 1 + g.IntN(12)
	text := yearText(year)
	switch g.IntN(10) {
	case 0:
	case 1:
		text += fmt.Sprintf("-%d", spring+g.IntN(lastSubYear-spring+1))
	case 2:
		text += g.pick("-XX", "-XX-XX", fmt.Sprintf("-XX-%02d", 1+g.IntN(31)))
	case 3:
		if year > 0 {
			text = text[:3] + "X" + g.pick("", "", "-04", "-12-25", "-02-29", "-XX-02")
		}
	case 4, 5:
		text += fmt.Sprintf("-%02d", month) + g.pick("", "", "-XX")
	default:
		text += fmt.Sprintf("-%02d-%02d", month, 1+g.IntN(daysIn(year, month)))
	}
	return text + g.qualifier()
}

func (g generator) qualifier() string { return g.pick("", "", "", "", "~", "?", "%") }

// member returns a member of a set, open only where it may be.
func (g generator) member(first, last bool) string {
	for {
		text := g.atom()
		switch g.IntN(6) {
		case 0:
			text += ".." + g.atom()
		case 1:
			if first {
				text = ".." + text
			}
		case 2:
			if last {
				text += ".."
			}
		}
		if _, f := parseMember(text, 0); f == nil {
			return text
		}
	}
}

// date returns any valid date.
func (g generator) date() Date {
	for {
		text := g.atom()
		switch g.IntN(5) {
		case 0, 1:
			text = g.pick(text, text, text, "..", "") + "/" + g.pick(g.atom(), g.atom(), "..", "")
		case 2:
			var members []string
			n := 1 + g.IntN(3)
			for i := range n {
				members = append(members, g.member(i == 0, i == n-1))
			}
			text = strings.Join(members, ",")
			text = g.pick("["+text+"]", "["+text+"]", "{"+text+"}")
		}
		if d, f := parse(text); f == nil {
			return d
		}
	}
}

// Contains reports whether the thing can have been on the day, or lasted over it.
func (d Date) Contains(day Day) bool {
	for i := range d.pieces() {
		if p := d.piece(i); p.first <= day && day <= p.last {
			return true
		}
	}
	return false
}

// floorDiv divides rounding towards minus infinity; b must be positive.
func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}
