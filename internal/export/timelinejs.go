package export

import (
	"cmp"
	"html"
	"maps"
	"slices"
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
	Group    string   `json:"group,omitempty"`
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
// and the date in words for display. Groups are rows of its navigation, which has room
// for six: see [writer.groups]. Brief slides have the summary and name the sources.
func (w *writer) timelineJS() error {
	intro := w.d.Meta.Short
	if w.o.Query != "" {
		intro = "Query: " + w.o.Query
	}
	w.put(`{"scale":"human","title":`)
	w.value(map[string]tjsText{"text": {html.EscapeString(line(w.o.Title)), paragraphsHTML(intro)}}, "", "")
	w.put(`,"events":[`)
	groups := w.groups()
	err := w.list("", func(i events.Index, e *events.Event) (any, bool) {
		s, ok := w.span(e.Date)
		if !ok {
			return nil, false
		}
		if coarse(e.Date) {
			w.lose(lostSeason)
		}
		return w.slide(i, e, &s, groups), true
	})
	w.put("}\n")
	return err
}

// coarse tells of a date that has no single month or year to be written as.
func coarse(d edtf.Date) bool {
	p := d.Precision()
	return p == edtf.PrecisionSeason || p == edtf.PrecisionDecade || p == edtf.PrecisionCentury
}

// maxGroups is how many rows the navigation of TimelineJS has room for.
const maxGroups = 6

// groups are the names of the rows in which events stand, by their types: the groups
// of the vocabulary, or, if there are too many, those of most events and "Other". One
// row needs no name.
func (w *writer) groups() map[events.Type]string {
	types := w.d.Vocabulary()
	counts := map[string]int{}
	for _, i := range w.rows {
		counts[types[w.d.Types[i]].Group]++
	}
	names := slices.Collect(maps.Keys(counts))
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(cmp.Compare(counts[b], counts[a]), strings.Compare(a, b)) })
	if len(names) > maxGroups {
		names = slices.DeleteFunc(names, func(n string) bool { return n == "other" })[:maxGroups-1]
	}
	groups := map[events.Type]string{}
	if len(counts) < 2 {
		return groups
	}
	for t := range types {
		groups[events.Type(t)] = "Other"
		if slices.Contains(names, types[t].Group) {
			groups[events.Type(t)] = english.Capital(line(types[t].Group))
		}
	}
	return groups
}

func (w *writer) slide(i events.Index, e *events.Event, s *span, groups map[events.Type]string) tjsSlide {
	slide := tjsSlide{
		UniqueID: e.ID, Start: tjsDate{s.from.year, s.from.month, s.from.day}, Display: s.words, Group: groups[w.d.Types[i]],
		Text: tjsText{Headline: html.EscapeString(line(e.Title))},
	}
	if w.o.Brief {
		slide.Text.Text = w.briefHTML(i)
	} else {
		slide.Text.Text = w.slideHTML(i)
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
			b.WriteString(english.Between("<blockquote>", html.EscapeString(line(c.Quote)), "</blockquote>"))
			b.WriteString(paragraphsHTML(claimText(a, c, "")))
		}
		b.WriteString(paragraphsHTML(w.blockText(i, block)))
	}
	return b.String()
}

// briefHTML is an event's summary, whether its sources disagree, and where they tell of
// it.
func (w *writer) briefHTML(i events.Index) string {
	var b strings.Builder
	var cited []string
	for _, block := range document.Told(w.d, i).Blocks {
		switch block := block.(type) {
		case document.Paragraph:
			if block.Label == "" {
				b.WriteString(paragraphsHTML(flowing(block.Text)))
			}
		case document.Account:
			for _, c := range block.Claims {
				cited = append(cited, block.Cited(c))
			}
		}
	}
	if w.d.Flags[i]&events.Disputed != 0 {
		b.WriteString("<p>The sources disagree.</p>")
	}
	b.WriteString(paragraphsHTML(line(english.Between("— ", strings.Join(cited, "; "), ""))))
	return b.String()
}

// paragraphsHTML puts text between tags, a paragraph at each empty line.
func paragraphsHTML(s string) string {
	var b strings.Builder
	for p := range strings.SplitSeq(block(s), "\n\n") {
		b.WriteString(english.Between("<p>", html.EscapeString(strings.TrimSpace(p)), "</p>"))
	}
	return b.String()
}
