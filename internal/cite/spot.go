package cite

import "timeline/internal/events"

// spot is how a style words a place that is no block of a text but a page, a time, a
// verse or a figure.
type spot struct {
	page, pages string // before one page and before several; often nothing
	figure      string
}

// The Chicago Manual (14.148), the MLA Handbook (6.16) and reference managers, which
// add it themselves, have no word before a page; the APA Manual (8.13) has. Times are
// bare in all of them (Chicago 14.261, APA 8.28, MLA 6.22), and so are chapter and verse.
var (
	bareSpot = spot{figure: "fig. "}
	apaSpot  = spot{page: "p. ", pages: "pp. ", figure: "Figure "}
	wordSpot = spot{page: "p. ", pages: "pp. ", figure: "fig. "}
)

// bare tells whether the place is cited by its number alone, without a word.
func (p place) bare() bool {
	return p.spot.Kind == events.LocatorPage || p.spot.Kind == events.LocatorTime || p.spot.Verse > 0
}

// group words places of one kind: "pp. 14, 16–18".
func (s spot) group(p place, many bool, list string) string {
	switch p.spot.Kind {
	case events.LocatorPage:
		if many || p.spot.Last > 0 {
			return s.pages + list
		}
		return s.page + list
	case events.LocatorVerse:
		if p.spot.Verse > 0 {
			return list
		}
		if many || p.spot.Last > 0 {
			return "vv. " + list
		}
		return "v. " + list
	case events.LocatorFigure:
		return s.figure + list
	}
	return list
}
