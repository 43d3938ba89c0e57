// Package facts is what the pictures show, as data and in sentences: when each
// source has an event, when somebody took part in what, which offices they held and
// who says so. It knows no terminal.
package facts

import (
	"cmp"
	"slices"
	"strings"

	"timeline/internal/edtf"
	"timeline/internal/events"
)

// Dating is the date that a source gives.
type Dating struct {
	Source int       // its position in Dataset.Sources
	Date   edtf.Date // zero if the source gives none
	At     events.Locator
}

// Datings are the dates that sources give of an event, in the order of the sources
// and of their claims, each date of a source once. A source that gives no date at
// all has one Dating without.
func Datings(d *events.Dataset, e *events.Event) []Dating {
	var out []Dating
	for n := range d.Sources {
		first, claims := len(out), e.ClaimsOf(d.Sources[n].ID)
		for _, c := range claims {
			given := func(g Dating) bool { return g.Date.String() == c.Date.String() }
			if !c.Date.IsZero() && !slices.ContainsFunc(out[first:], given) {
				out = append(out, Dating{n, c.Date, c.At})
			}
		}
		if len(out) == first && len(claims) > 0 {
			out = append(out, Dating{Source: n, At: claims[0].At})
		}
	}
	return out
}

// Differ tells whether two claims of an event give different dates.
func Differ(e *events.Event) bool {
	dates := map[string]bool{}
	for _, c := range e.Claims {
		dates[c.Date.String()] = true
	}
	delete(dates, "")
	return len(dates) > 1
}

// When says in sentences when each source has an event, which of them exclude each
// other, and how the editor dates it.
func When(d *events.Dataset, e *events.Event) []string {
	datings := Datings(d, e)
	var out []string
	for _, g := range datings {
		label := d.Sources[g.Source].Label()
		if g.Date.IsZero() {
			out = append(out, label+": no date.")
			continue
		}
		said := label + ": " + g.Date.English(edtf.Spoken)
		if where := d.Where(d.Sources[g.Source].ID, g.At); where != "" {
			said += ", " + where
		}
		out = append(out, said+".")
	}
	out = append(out, excluded(d, datings)...)
	if e.Date.IsZero() {
		return append(out, "The editor: no date.")
	}
	return append(out, "The editor: "+e.Date.English(edtf.Spoken)+".")
}

// excluded says which sources have no day in common. A source counts with all its
// dates.
func excluded(d *events.Dataset, datings []Dating) []string {
	overlap := map[[2]int]bool{}
	dated := []int{}
	for _, a := range datings {
		if a.Date.IsZero() {
			continue
		}
		if len(dated) == 0 || dated[len(dated)-1] != a.Source {
			dated = append(dated, a.Source)
		}
		for _, b := range datings {
			if edtf.Overlaps(a.Date, b.Date) {
				overlap[[2]int{a.Source, b.Source}] = true
			}
		}
	}
	var out []string
	for i, a := range dated {
		for _, b := range dated[i+1:] {
			if !overlap[[2]int{a, b}] {
				out = append(out, d.Sources[a].Label()+" and "+d.Sources[b].Label()+" cannot both be right.")
			}
		}
	}
	if len(out) == 0 && len(dated) > 1 {
		out = append(out, "No two of these sources exclude each other.")
	}
	return out
}

// Short is what an actor is called where there is little room: the short name that
// the record gives, or its acronym, or its name.
func Short(a *events.Actor) string {
	if a.Short != "" {
		return a.Short
	}
	for _, s := range a.Spellings {
		if s.Form == events.FormAcronym {
			return s.As
		}
	}
	return a.Name
}

// Name is what an actor is called in at most n letters: the full name if that has
// no acronym and fits, else Short, or the longest spelling that is part of the name,
// and not too common to tell alone; else Short, which is to be cut.
func Name(a *events.Actor, n int) string {
	short := Short(a)
	if a.Short != "" && len([]rune(a.Name)) <= n {
		return a.Name
	}
	if len([]rune(short)) <= n {
		return short
	}
	best := ""
	for _, s := range a.Spellings {
		if k := len([]rune(s.As)); s.Form != events.FormWeak && k <= n && k > len([]rune(best)) && strings.Contains(short, s.As) {
			best = s.As
		}
	}
	return cmp.Or(best, short)
}
