package timeline

import (
	"slices"
	"strings"
	"time"

	"timeline/internal/edtf"
	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/ui/view"
)

// class is how an event stands in the list.
type class uint8

const (
	key        class = iota // of those that matter most, however exact its date
	dated                   // its date is within a month
	looser                  // it lasted longer, or is known less exactly
	background              // it is background to the story
	classes
)

// datedDays is how many days a date may have to count as exact.
const datedDays = 31

func classOf(d *events.Dataset, i events.Index) class {
	first, last := d.First[i], d.Last[i]
	switch {
	case d.Flags[i]&events.BackgroundEvent != 0:
		return background
	case d.Flags[i]&events.KeyEvent != 0:
		return key
	case first != edtf.DistantPast && last != edtf.DistantFuture && int(last)-int(first) < datedDays:
		return dated
	}
	return looser
}

// mode is what the list shows; the rest is folded.
type mode uint8

const (
	fitting mode = iota // exact, or all where filters have chosen or little is exact
	exact               // key events and exact dates
	all
	loose // looser dates
)

// counts are how many events of each class are shown, folded ones among them.
type counts [classes]int

func count(c *view.Context) counts {
	var n counts
	for _, i := range c.Shown {
		n[classOf(c.Data, i)]++
	}
	return n
}

// words are the counts in words, the longest first.
func (n counts) words() []string {
	names := [...]string{"key", "dated", "looser", "background"}
	said := func(upTo class) (parts []string) {
		for k := range upTo {
			if n[k] > 0 {
				parts = append(parts, english.Thousands(n[k])+" "+names[k])
			}
		}
		return parts
	}
	exact, rest := english.Thousands(n[key]+n[dated]), n[looser]+n[background]
	if rest == 0 {
		return []string{strings.Join(said(classes), " · "), exact}
	}
	more := english.Thousands(rest)
	return []string{strings.Join(said(classes), " · "), strings.Join(append(said(looser), more+" more"), " · "), exact + "+" + more}
}

// mostlyExact tells whether enough is exact to stand alone: a quarter.
func (n counts) mostlyExact() bool {
	exact := n[key] + n[dated]
	return exact > 0 && exact*4 >= exact+n[looser]+n[background]
}

// now is the mode in force.
func (v *View) now(c *view.Context) mode {
	switch {
	case v.mode != fitting:
		return v.mode
	case c.Query.Empty() && v.counts.mostlyExact():
		return exact
	}
	return all
}

// shows tells whether events of a class have rows of their own in a mode.
func (m mode) shows(k class) bool {
	switch m {
	case exact:
		return k == key || k == dated
	case loose:
		return k == looser
	}
	return true
}

// foldWords says what a fold holds: "5 looser: 3 last from April · 2 some time to
// January 2013 · 1 background".
func foldWords(c *view.Context, g group, folded []int) string {
	var n counts
	var lasting, within []int
	for _, p := range folded {
		k := classOf(c.Data, c.Shown[p])
		if n[k]++; k != looser {
			continue
		}
		if lasts(c, p) {
			lasting = append(lasting, p)
		} else {
			within = append(within, p)
		}
	}
	var parts []string
	if n[looser] > 0 {
		parts = append(parts, english.Thousands(n[looser])+" looser: "+looserWords(c, g, lasting, within))
	}
	if exact := n[key] + n[dated]; exact > 0 {
		parts = append(parts, english.Thousands(exact)+" exact")
	}
	if n[background] > 0 {
		parts = append(parts, english.Thousands(n[background])+" background")
	}
	return strings.Join(parts, " · ")
}

// lasts tells whether the event at pos went on all the time of its date.
func lasts(c *view.Context, pos int) bool {
	i := c.Shown[pos]
	p := c.Data.Precisions[i]
	return p == edtf.PrecisionSpan || p == edtf.PrecisionOpen && c.Data.Date(i).IsSpan()
}

func looserWords(c *view.Context, g group, lasting, within []int) string {
	if len(lasting)+len(within) == 1 {
		if len(lasting) == 1 {
			return "lasts " + c.Data.Date(c.Shown[lasting[0]]).English(edtf.Spoken)
		}
		return "some time " + c.Data.Date(c.Shown[within[0]]).English(edtf.Long)
	}
	var parts []string
	if n := len(lasting); n > 0 {
		since := ""
		if g.month != 0 && allBegin(c, g, lasting) {
			since = " from " + time.Month(g.month).String()
		}
		parts = append(parts, english.Count(n, "lasts", "last")+since)
	}
	if n := len(within); n > 0 {
		latest := edtf.DistantPast
		for _, p := range within {
			latest = max(latest, c.Data.Last[c.Shown[p]])
		}
		until := ""
		if latest != edtf.DistantFuture {
			y, m, _ := latest.Civil()
			until = " to " + time.Month(m).String() + " " + english.Year(y)
		}
		parts = append(parts, english.Thousands(n)+" some time"+until)
	}
	return strings.Join(parts, " · ")
}

// allBegin tells whether all begin in the group's month.
func allBegin(c *view.Context, g group, places []int) bool {
	return !slices.ContainsFunc(places, func(p int) bool {
		day := c.Data.First[c.Shown[p]]
		y, m, _ := day.Civil()
		return day == edtf.DistantPast || y != g.year || m != g.month
	})
}
