package handout

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"html"
	"io"
	"strings"
	"testing"

	"timeline/internal/edtf"
	"timeline/internal/events"
	"timeline/internal/events/eventstest"
	"timeline/internal/tours"
)

func embedded(t testing.TB) *events.Dataset { return eventstest.BuiltIn(t) }

// written is a handout as plain words: HTML without tags, Markdown without escapes.
func written(t testing.TB, d *events.Dataset, tour *tours.Tour, markdown bool, c Copy) (raw, words string) {
	t.Helper()
	var b bytes.Buffer
	write := HTML
	if markdown {
		write = Markdown
	}
	if err := write(&b, d, tour, c); err != nil {
		t.Fatal(err)
	}
	return b.String(), strings.Join(strings.Fields(strings.ReplaceAll(html.UnescapeString(b.String()), `\`, "")), " ")
}

// The class's copy holds no answer, note or disagreement, nor a date whose step comes
// after the question; the teacher's holds all of them.
func TestCopies(t *testing.T) {
	t.Parallel()
	d := embedded(t)
	for _, tour := range tours.Usable(d) {
		for _, markdown := range []bool{false, true} {
			_, class := written(t, d, &tour, markdown, Class)
			_, teacher := written(t, d, &tour, markdown, Teacher)
			for n := range tour.Stops {
				s := &tour.Stops[n]
				secrets := []string{s.Answer, s.Note}
				for _, b := range tour.See(d, tour.Whole(tours.Position{Stop: n + 1})).Blocks {
					if b.Part == tours.Dispute || b.Part == tours.Answer && s.Kind == tours.Order {
						secrets = append(secrets, b.Lines...)
					}
				}
				for _, secret := range secrets {
					if secret = strings.Join(strings.Fields(secret), " "); secret == "" {
						continue
					}
					if strings.Contains(class, secret) {
						t.Errorf("%s, stop %d: the class reads %q", tour.Name, n+1, secret)
					}
					if !strings.Contains(teacher, secret) {
						t.Errorf("%s, stop %d: the teacher does not read %q", tour.Name, n+1, secret)
					}
				}
				if !strings.Contains(class, s.Ask) || !strings.Contains(teacher, s.Ask) {
					t.Errorf("%s, stop %d: the question is missing", tour.Name, n+1)
				}
				part := section(class, n+1)
				if i, ok := d.Find(s.ID); ok && tour.See(d, tours.Position{Stop: n + 1, Step: s.AskedAt()}).Event < 0 {
					if date := d.Date(i).English(edtf.Long); part == "" || strings.Contains(part, date) {
						t.Errorf("%s, stop %d: the class reads its date %s", tour.Name, n+1, date)
					}
				}
			}
		}
	}
}

// What the class is asked to read is on its sheet, and the words that would give the date
// away are not.
func TestQuotationsLoseTheirDates(t *testing.T) {
	t.Parallel()
	d := embedded(t)
	tour, err := tours.Named(tours.Usable(d), "aqim-in-mali")
	if err != nil {
		t.Fatal(err)
	}
	_, class := written(t, d, tour, false, Class)
	part := section(class, 6) // "Read three claims"
	for _, want := range []string{"“the fall of northern Mali in late [when?] and early [when?]”", "northern Mali in [when?] presented", "AQIM Congratulates"} {
		if !strings.Contains(part, want) {
			t.Errorf("the class cannot read %q: %s", want, part)
		}
	}
	for text, want := range map[string]string{
		"by July 17, 2012, the MNLA": "by [when?], the MNLA", "on 2 April 2012": "on [when?]", "in late 2006, AQIM": "in late [when?], AQIM",
		"may have written": "may have written", "700,000 euros": "700,000 euros", "in the Summer of 2013": "in the [when?] of [when?]", "in May": "in [when?]",
	} {
		if got := dating().ReplaceAllString(text, when); got != want {
			t.Errorf("%q becomes %q, not %q", text, got, want)
		}
	}
}

// section is what a handout says of a stop.
func section(words string, n int) string {
	for _, mark := range []string{"<h2>", "## "} {
		if _, rest, ok := strings.Cut(words, fmt.Sprintf("%s%d. ", mark, n)); ok {
			part, _, _ := strings.Cut(rest, mark)
			return part
		}
	}
	return ""
}

// The page is well formed, asks for nothing, and has neither script nor style of others.
func TestPage(t *testing.T) {
	t.Parallel()
	d := embedded(t)
	for _, tour := range tours.Usable(d) {
		for _, c := range []Copy{Class, Teacher} {
			raw, _ := written(t, d, &tour, false, c)
			wellFormed(t, raw)
			for _, bad := range []string{"<script", "<link", "<img", "src=", "href=", "url(", "@import", "javascript:"} {
				if strings.Contains(raw, bad) {
					t.Errorf("%s holds %s", tour.Name, bad)
				}
			}
			for _, must := range []string{`content="default-src 'none'; style-src 'unsafe-inline'"`, `lang="en"`, "<svg", "<desc", "Cited"} {
				if !strings.Contains(raw, must) {
					t.Errorf("%s lacks %s", tour.Name, must)
				}
			}
			if got := strings.Count(raw, `<div class="line">`); c == Class && got != answerLines*len(tour.Stops) || c == Teacher && got > 0 {
				t.Errorf("%s has %d lines to answer on", tour.Name, got)
			}
		}
	}
}

// wellFormed parses the page as XML, which HTML of ours is but for its void elements.
func wellFormed(t testing.TB, page string) {
	t.Helper()
	page = strings.NewReplacer(`<!doctype html>`, "", `<meta charset="utf-8">`, "").Replace(page)
	for strings.Contains(page, "<meta ") {
		from := strings.Index(page, "<meta ")
		page = page[:from] + page[from+strings.IndexByte(page[from:], '>')+1:]
	}
	dec := xml.NewDecoder(strings.NewReader(page))
	for {
		if _, err := dec.Token(); err == io.EOF {
			return
		} else if err != nil {
			t.Fatalf("the page is broken: %v", err)
		}
	}
}

// No text of a tour or a dataset can become markup, or act on what shows it.
func FuzzEscape(f *testing.F) {
	for _, s := range []string{"a & b", `<script>alert("x")</script>`, "</svg><desc>", "\x1b[2J\x00\u202e", "“q” 'x'", "]]>", "a\xffb"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d := events.New(events.Meta{ID: "x", Title: s}, []events.Event{{
			ID: "1901-a", Title: s, Type: "other", Date: edtf.MustParse("1901"), Summary: s,
			Claims: []events.Claim{{Source: "brandt", Quote: s, Date: edtf.MustParse("1901"), Says: s, Hedge: s}}, Disputes: []events.Dispute{{Text: s}},
		}}, nil, nil, []events.Source{{ID: "brandt", Title: s, Authors: []events.Author{{Family: s}}}})
		stop := tours.Stop{ID: "1901-a", Heading: s, Ask: s, Answer: s, Note: s, Show: []tours.Step{{tours.Heading, tours.Title, tours.Date, tours.Summary, tours.Claims}, {tours.Ask}, {tours.Answer, tours.Dispute}}}
		tour := tours.Tour{Title: s, For: s, Question: s, Intro: s, Minutes: 1, Stops: []tours.Stop{stop}}
		raw, _ := written(t, d, &tour, false, Teacher)
		wellFormed(t, raw)
		if got := strings.Count(raw, "<h2>"); got != 2 {
			t.Errorf("%q makes %d headings", s, got)
		}
		md, _ := written(t, d, &tour, true, Teacher)
		if raw += md; strings.ContainsFunc(raw, func(r rune) bool { return r < ' ' && r != '\n' || r == 0x7f }) {
			t.Errorf("%q comes out raw", s)
		}
	})
}
