package events

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"golang.org/x/text/width"

	"timeline/internal/edtf"
)

// checkFormer holds the ids that events had before against those in use, and returns
// all of them.
func (l *loader) checkFormer(now *idSet) *idSet {
	all := &idSet{has: maps.Clone(now.has), list: now.list}
	for i := range l.events {
		le := &l.events[i]
		for n, id := range le.rec.Was {
			line := le.line(fmt.Sprintf("was/%d", n))
			switch {
			case !ValidEventID(id):
				l.problem(le.file, line, "was", "write the id that the event had, YYYY[-MM[-DD]]-slug", "%q is not an event id", id)
			case now.has[id]:
				l.problem(le.file, line, "was", "take it off the list, or rename the other event", "%q is the id of an event", id)
			case all.has[id]:
				l.problem(le.file, line, "was", "keep it in one place", "%q is already a former id of an event", id)
			}
			all.has[id] = true
		}
	}
	return all
}

// checkShown checks where an event is shown: somewhere in its date, and for a reason.
func (l *loader) checkShown(le *located[Event]) {
	e := &le.rec
	at := e.ShownAt
	if at.IsZero() {
		if e.ShownReason != "" {
			l.problem(le.file, le.line("show-at-reason"), "show-at", "add show-at, or take the reason out", "there is a reason for a show-at that is not there")
		}
		return
	}
	line := le.line("show-at")
	if at.Precision() > edtf.PrecisionYear {
		l.problem(le.file, line, "show-at", "write a day, month, season or year", "show-at %s is no single date", at)
		return
	}
	if at.Earliest() < e.Date.Earliest() || at.Latest() > e.Date.Latest() {
		l.problem(le.file, line, "show-at", "write a date within the event's", "show-at %s lies beyond the date %s", at, e.Date)
	}
	if e.ShownReason == "" {
		l.problem(le.file, line, "show-at", "add show-at-reason: what speaks for it", "show-at does not say why")
	}
}

// checkBeside checks why an event's date holds no claim's date; supported tells that it
// does hold one.
func (l *loader) checkBeside(le *located[Event], supported bool) {
	e := &le.rec
	if e.BesideClaims == "" {
		return
	}
	line := le.line("beside-claims")
	if supported {
		l.problem(le.file, line, "beside-claims", "take it out: it is not needed", "a claim supports the date")
		return
	}
	sources := e.Sources()
	for i := range l.sources {
		if s := &l.sources[i].rec; slices.Contains(sources, s.ID) {
			sources = append(sources, s.Label())
		}
	}
	if !slices.ContainsFunc(sources, func(s string) bool { return s != "" && strings.Contains(e.BesideClaims, s) }) {
		l.problem(le.file, line, "beside-claims", "name the source whose date is rejected: "+strings.Join(e.Sources(), ", "), "the reason names no source of the event")
	}
}

// checkDisputes checks which other events a dispute about their order is with.
func (l *loader) checkDisputes(le *located[Event], n names) {
	for i, d := range le.rec.Disputes {
		at := fmt.Sprintf("disputes/%d", i)
		if len(d.With) > 0 && d.About != DisputeOrder {
			l.problem(le.file, le.line(at+"/with"), "dispute-with", "take it out, or make it a dispute about: order", "a dispute about %s is not with other events", d.About)
		}
		if len(d.With) == 0 && d.About == DisputeOrder {
			l.problem(le.file, le.line(at), "dispute-with", "add with: [ID], the events that may have come first", "a dispute about the order of events does not say with which")
		}
		for k, id := range d.With {
			line := le.line(fmt.Sprintf("%s/with/%d", at, k))
			l.known(le.file, line, "event", id, n.known)
			if id == le.rec.ID {
				l.problem(le.file, line, "dispute-with", "name the other event", "the event is in dispute with itself")
			}
		}
	}
}

// MaxShortCells is how wide a short name may be, in cells.
const MaxShortCells = 14

// checkShort checks a name for narrow rows.
func (l *loader) checkShort(file string, line int, short string) {
	cells := 0
	for _, r := range short {
		cells++
		if k := width.LookupRune(r).Kind(); k == width.EastAsianWide || k == width.EastAsianFullwidth {
			cells++
		}
	}
	if cells > MaxShortCells {
		l.problem(file, line, "short", "shorten it, or leave it out", "the short name %q takes %d cells, more than %d", short, cells, MaxShortCells)
	}
}
