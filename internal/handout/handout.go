// Package handout writes a tour as a sheet for a class: one file, HTML or Markdown,
// with a strip of time, the quotations, the questions with lines to answer on, and at
// the end what is cited.
//
// The class's copy holds what may be seen when the question is asked, and the
// quotations; no answer, note or disagreement is in it, not even hidden, and what would
// date an event whose date comes after its question is left out. The teacher's copy
// holds all.
package handout

import (
	"fmt"
	"slices"
	"strconv"

	"timeline/internal/cite"
	"timeline/internal/document"
	"timeline/internal/edtf"
	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/pattern"
	"timeline/internal/tours"
)

// Copy is for whom a handout is.
type Copy uint8

// The copies.
const (
	Class Copy = iota
	Teacher
)

// page is what a handout says, whatever its format.
type page struct {
	title, subtitle, question, intro string
	stops                            []entry
	strip                            strip
	works                            []string // full citations
	edition                          string
}

// entry is a stop.
type entry struct {
	number  int
	name    string        // the title, or the heading until it may be seen
	date    string        // with what is in doubt about it
	blocks  []tours.Block // who, summary, quotations, claims, list, links
	ask     string
	answer  []string // of the teacher's copy, with what it rests on
	dispute []string
	note    string
}

func newPage(d *events.Dataset, t *tours.Tour, c Copy) page {
	p := page{
		title: t.Title, question: t.Question, intro: document.Unmark(t.Intro),
		subtitle: fmt.Sprintf("%d stops", len(t.Stops)) + english.Between(" · for ", t.For, ""),
		edition:  fmt.Sprintf("%s, edition %.8s", d.Meta.Title, d.Digest()),
	}
	if t.Minutes > 0 {
		p.subtitle += fmt.Sprintf(" · %g minutes", t.Minutes)
	}
	if c == Teacher {
		p.title += " (teacher’s copy)"
	}
	var cited []string
	for n := range t.Stops {
		s := &t.Stops[n]
		at := t.Whole(t.To(tours.Position{}, n+1))
		if c == Class {
			at = tours.Position{Stop: n + 1, Step: s.AskedAt()}
		}
		scene := t.See(d, at)
		e := newEntry(n+1, s, scene, c)
		if c == Class {
			e.blocks = append(e.blocks, later(t, d, at)...)
		}
		p.stops = append(p.stops, e)
		p.strip.add(d, n+1, s, scene)
		cited = append(cited, s.Cited(d)...)
	}
	for i := range d.Sources {
		if slices.Contains(cited, d.Sources[i].ID) {
			p.works = append(p.works, cite.Format(d, &d.Sources[i], nil, cite.ChicagoBib, edtf.Date{}))
		}
	}
	return p
}

// newEntry takes a stop apart. Of the class's copy it leaves out what answers.
func newEntry(n int, s *tours.Stop, scene tours.Scene, c Copy) entry {
	e := entry{number: n, name: "Stop " + strconv.Itoa(n)}
	for _, b := range scene.Blocks {
		switch b.Part {
		case tours.Heading, tours.Title:
			e.name = b.Text
		case tours.Date:
			e.date = b.Text + english.Between("; ", b.Doubt, "")
		case tours.Ask:
			e.ask = b.Text
		case tours.Answer:
			if c == Teacher {
				e.answer = answer(b)
			}
		case tours.Dispute:
			if c == Teacher {
				e.dispute = b.Lines
			}
		default:
			e.blocks = append(e.blocks, b)
		}
	}
	if c == Teacher {
		e.note = s.Note
	}
	return e
}

func answer(b tours.Block) []string {
	if b.Text == "" {
		return b.Lines
	}
	return []string{b.Text, english.Between("It rests on ", english.List(b.Lines), ".")}
}

// dating finds what dates an event in words: a year, or the name of a month or season,
// with the day. Months are capitalised: "may" is no month.
var dating = pattern.Lazy(`(?:\b\d{1,2} )?\b(?:January|February|March|April|May|June|July|August|September|October|November|December|(?i:spring|summer|autumn|winter))\b(?: \d{1,2}\b)?(?:,? \d{4}\b)?|\b\d{4}\b`)

// when stands in a quotation for what would give away a date that comes later.
const when = "[when?]"

// later are the quotations that are revealed after the question, without their dates, and
// without the words for a date that comes later too.
func later(t *tours.Tour, d *events.Dataset, at tours.Position) []tours.Block {
	s := t.Stop(at)
	hidden := t.See(d, at).Event < 0 && s.Kind == tours.Event
	shown := t.Shown(at)
	var blocks []tours.Block
	for _, b := range t.See(d, t.Whole(at)).Blocks {
		if b.Part != tours.Quotes && b.Part != tours.Claims || slices.Contains(shown, b.Part) {
			continue
		}
		quotes := tours.Block{Part: tours.Quotes}
		for _, c := range b.Claims {
			if !c.Quoted {
				continue
			}
			c.Dated, c.Published = "", ""
			if hidden {
				c.Text = dating().ReplaceAllString(c.Text, when)
			}
			quotes.Claims = append(quotes.Claims, c)
		}
		if len(quotes.Claims) > 0 {
			blocks = append(blocks, quotes)
		}
	}
	return blocks
}
