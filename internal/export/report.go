package export

import "timeline/internal/english"

// loss is something of an event that a format cannot hold.
type loss int

const (
	lostYear    loss = iota // outside the years 1 to 9999, or no day at all
	lostOpen                // an open or unknown end
	lostExact               // a date less exact than a day, in a format of days
	lostChoice              // one of several dates
	lostDoubt               // about, uncertain
	lostSeason              // a season, decade or century, in a format of years, months and days
	lostPlace               // no place
	lostPoint               // a place that is an area, as a point
	lostCoarse              // several places, or an area, where only one point fits
	lostStretch             // not a single day, where only those were asked for
	lostDay                 // no first or last day that four digits of a year can write
	lossKinds   = iota
)

var lossTexts = [lossKinds][2]string{
	lostYear:    {"event lies outside the years 1 to 9999 and is left out", "events lie outside the years 1 to 9999 and are left out"},
	lostOpen:    {"event has an open or unknown end: only the end that is known is written, and the words say so", "events have an open or unknown end: only the end that is known is written, and the words say so"},
	lostExact:   {"event has a date less exact than a day: it takes all the days that it may mean, and its title says so", "events have a date less exact than a day: they take all the days that they may mean, and their titles say so"},
	lostChoice:  {"event has one of several dates: it takes the stretch from the first to the last", "events have one of several dates: they take the stretch from the first to the last"},
	lostDoubt:   {"event has a date that is about or uncertain: only the words say so", "events have a date that is about or uncertain: only the words say so"},
	lostSeason:  {"event is dated by a season, decade or century: it takes the months or years of it", "events are dated by a season, decade or century: they take the months or years of it"},
	lostPlace:   {"event has no place", "events have no place"},
	lostPoint:   {"mention of an area, region or country is written as one point in it", "mentions of an area, region or country are written as one point in it"},
	lostStretch: {"event is not dated to a single day and is left out", "events are not dated to a single day and are left out"},
	lostDay:     {"event has no earliest or latest day in the years 1 to 9999: that field is empty", "events have no earliest or latest day in the years 1 to 9999: those fields are empty"},
	lostCoarse:  {"event has no coordinates: its place is an area, or it has several", "events have no coordinates: their place is an area, or they have several"},
}

func (w *writer) lose(l loss) { w.lost[l]++ }

// losses words what was lost, the format's own limits last.
func (w *writer) losses(f Format) []string {
	var lost []string
	for l, n := range w.lost {
		if n > 0 {
			lost = append(lost, english.Count(n, lossTexts[l][0], lossTexts[l][1]))
		}
	}
	switch {
	case w.events > 0 && formats[f].lacks != "":
		lost = append(lost, formats[f].lacks)
	case w.events == 0 && f == ICalendar:
		lost = append(lost, "a calendar without events is not valid by RFC 5545")
	}
	return lost
}
