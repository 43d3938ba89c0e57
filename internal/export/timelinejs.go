package export

import (
	"html"
	"strings"

	"timeline/internal/document"
	"timeline/internal/edtf"
	"timeline/internal/english"
	"timeline/internal/events"
)

type tjsSlide struct {
	UniqueID string   `json:"unique_id"`
	Start    tjsDate  `json:"start_date"`
	End      *tjsDate `json:"end_date,omitempty"`
	Display  string   `json:"display_date"`
	Group    string   `json:"group"`
	Text     tjsText  `json:"text"`
}

type tjsDate struct {
	Year  int `json:"year"`
	Month int `json:"month,omitempty"`
	Day   int `json:"day,omitempty"`
}

type tjsText struct {
	Headline string `json:"headline"` // HTML
	Text     string `json:"text"`     // HTML
}

// timelineJS writes the JSON of TimelineJS 3 (Knight Lab, "Using TimelineJS with
// JSON"): a slide for each event, with only the parts of the date that are known,
// and the date in words for display.
func (w *writer) timelineJS() error {
	intro := w.d.Meta.Short
	if w.o.Query != "" {
		intro = "Query: " + w.o.Query
	}
	w.put(`{"scale":"human","title":`)
	w.value(map[string]tjsText{"text": {html.EscapeString(line(w.o.Title)), paragraphsHTML(intro)}}, "", "")
	w.put(`,"events":[`)
	between := "\n"
	err := w.each(func(i events.Index, e *events.Event) bool {
		s, ok := w.span(e.Date)
		if !ok {
			return false
		}
		if coarse(e.Date) {
			w.lose(lostSeason)
		}
		w.put(between)
		w.value(w.slide(i, e, &s), "", "")
		between = ",\n"
		return true
	})
	w.put("\n]}\n")
	return err
}

// coarse tells of a date that has no single month or year to be written as.
func coarse(d edtf.Date) bool {
	p := d.Precision()
	return p == edtf.PrecisionSeason || p == edtf.PrecisionDecade || p == edtf.PrecisionCentury
}

func (w *writer) slide(i events.Index, e *events.Event, s *span) tjsSlide {
	slide := tjsSlide{
		UniqueID: e.ID, Start: tjsDate{s.from.year, s.from.month, s.from.day}, Display: s.words, Group: english.Capital(document.Kind(e.Type)),
		Text: tjsText{html.EscapeString(line(e.Title)), w.slideHTML(i)},
	}
	if s.to != s.from {
		slide.End = &tjsDate{s.to.year, s.to.month, s.to.day}
	}
	return slide
}

// slideHTML is an event in HTML without any markup from its text.
func (w *writer) slideHTML(i events.Index) string {
	var b strings.Builder
	for _, block := range document.Told(w.d, i).Blocks {
		a, _ := block.(document.Account)
		for _, c := range a.Claims {
			b.WriteString(wrap("<blockquote>", html.EscapeString(line(c.Quote)), "</blockquote>"))
			b.WriteString(paragraphsHTML(claimText(a, c, "")))
		}
		b.WriteString(paragraphsHTML(w.blockText(i, block)))
	}
	return b.String()
}

// paragraphsHTML puts text between tags, a paragraph at each empty line.
func paragraphsHTML(s string) string {
	var b strings.Builder
	for p := range strings.SplitSeq(block(s), "\n\n") {
		b.WriteString(wrap("<p>", html.EscapeString(strings.TrimSpace(p)), "</p>"))
	}
	return b.String()
}
