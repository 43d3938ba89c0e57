package cite

import (
	"strconv"
	"strings"

	"timeline/internal/events"
	"timeline/internal/printable"
)

// place is a cited block of a work.
type place struct {
	id      string         // "p12"
	section string         // heading that the paragraph stands under; empty before the first or if not known
	para    int            // number of the paragraph, within its section if there is one; 0 for no paragraph
	note    int            // number of the work's own note; 0 for none
	words   string         // anything else: "caption"
	spot    events.Locator // a page, time, verse or figure; else zero
}

// placeOf looks a locator up in the source's layout. Without a layout a
// paragraph's number is that within the whole work.
func placeOf(d *events.Dataset, source string, at events.Locator) place {
	var b *events.Block
	if l := d.Layout(source); l != nil {
		b = l.Block(at)
	}
	switch at.Kind {
	case events.LocatorPage, events.LocatorTime, events.LocatorVerse, events.LocatorFigure:
		return place{id: at.String(), spot: at}
	case 'n':
		return place{id: at.String(), note: int(at.Number)}
	case 'p':
		p := place{id: at.String(), para: int(at.Number)}
		if b != nil && b.Para > 0 {
			p.section, p.para = printable.Line(b.Section), b.Para
		}
		return p
	}
	if b != nil && b.Heading != "" {
		return place{id: at.String(), words: "heading " + quoted(printable.Line(b.Heading), "")}
	}
	return place{id: at.String(), words: printable.Line(d.Where(source, at))}
}

// locatorWords are how a style words places. The Chicago Manual (14.148), the MLA Handbook
// (6.16) and reference managers, which add it themselves, have no word before a page; the
// APA Manual (8.13) has. Times are bare in all of them (Chicago 14.261, APA 8.28, MLA
// 6.22), and so are chapter and verse.
type locatorWords struct {
	section     func(string) string // a section's title
	para, paras string
	page, pages string // before one page and before several; often nothing
	figure      string
}

// The Chicago Manual cites what has no pages by section and paragraph:
// under “Deafness,” para. 2.
var chicagoWords = locatorWords{
	section: func(s string) string { return "under " + quoted(s, ",") },
	para:    "para. ", paras: "paras. ", figure: "fig. ",
}

// The APA Manual (8.28) names the section as such: Deafness section, para. 2.
var apaWords = locatorWords{
	section: func(s string) string { return curly(s) + " section," },
	para:    "para. ", paras: "paras. ", page: "p. ", pages: "pp. ", figure: "Figure ",
}

// The MLA Handbook (6.26) writes par. and sec. The processor citeproc writes
// “para.2”, which is no style's; it takes MLA's locators for bare page numbers.
var mlaWords = locatorWords{
	section: func(s string) string { return quoted(s, "") + " sec.," },
	para:    "par. ", paras: "pars. ", figure: "fig. ",
}

// locator words the cited places: under “A,” paras. 1–3, 5; under “B,” para. 2;
// nn. 4, 16. Paragraphs of one section, and notes, stand together.
func (w *work) locator(words locatorWords) string {
	var groups []string
	for i := 0; i < len(w.at); {
		p, numbers := w.at[i], []string{}
		for ; i < len(w.at) && p.joins(w.at[i]); i++ {
			numbers = append(numbers, w.at[i].number())
		}
		if len(numbers) == 0 { // words stand alone
			groups = append(groups, p.words)
			i++
			continue
		}
		groups = append(groups, p.group(words, numbers))
	}
	return strings.Join(groups, "; ")
}

// joins reports whether two places differ in nothing but their numbers.
func (p place) joins(q place) bool {
	if p.words != "" || q.words != "" {
		return false
	}
	return p.section == q.section && (p.para > 0) == (q.para > 0) && p.spot.Kind == q.spot.Kind && (p.spot.Verse > 0) == (q.spot.Verse > 0)
}

// number is the place's number, or its stretch of them.
func (p place) number() string {
	if p.spot.Kind != 0 {
		return p.spot.Numbers("–")
	}
	return strconv.Itoa(p.para + p.note)
}

func (p place) group(words locatorWords, numbers []string) string {
	list := ranges(numbers)
	many := len(numbers) > 1
	if p.spot.Kind != 0 {
		return words.spot(p, many, list)
	}
	if p.note > 0 {
		if many {
			return "nn. " + list
		}
		return "n. " + list
	}
	label := words.para
	if many {
		label = words.paras
	}
	if p.section == "" {
		return label + list
	}
	return words.section(p.section) + " " + label + list
}

// plainWords are for data fields, which are not set in any style.
var plainWords = locatorWords{
	section: func(s string) string { return s + "," },
	para:    "para. ", paras: "paras. ", page: "p. ", pages: "pp. ", figure: "fig. ",
}

// cslWords are for CSL-JSON, whose processors take a bare locator for a page.
var cslWords = locatorWords{section: plainWords.section, para: plainWords.para, paras: plainWords.paras, figure: plainWords.figure}

// ranges joins numbers, which are in order, as all styles do: 1–2, 4, 6–9. What is not
// a plain number stands by itself.
func ranges(numbers []string) string {
	var parts []string
	for i := 0; i < len(numbers); {
		j := i
		for j+1 < len(numbers) && follows(numbers[j], numbers[j+1]) {
			j++
		}
		part := numbers[i]
		if j > i {
			part += "–" + numbers[j]
		}
		parts = append(parts, part)
		i = j + 1
	}
	return strings.Join(parts, ", ")
}

// follows tells whether b is the number after a.
func follows(a, b string) bool {
	n, errA := strconv.Atoi(a)
	m, errB := strconv.Atoi(b)
	return errA == nil && errB == nil && m == n+1
}

// bare tells whether the place is cited by its number alone, without a word.
func (p place) bare() bool {
	return p.spot.Kind == events.LocatorPage || p.spot.Kind == events.LocatorTime || p.spot.Verse > 0
}

// spot words places of one kind that are no blocks of a text but pages, times, verses or
// figures: "pp. 14, 16–18".
func (w locatorWords) spot(p place, many bool, list string) string {
	switch p.spot.Kind {
	case events.LocatorPage:
		if many || p.spot.Last > 0 {
			return w.pages + list
		}
		return w.page + list
	case events.LocatorVerse:
		if p.spot.Verse > 0 {
			return list
		}
		if many || p.spot.Last > 0 {
			return "vv. " + list
		}
		return "v. " + list
	case events.LocatorFigure:
		return w.figure + list
	}
	return list
}
