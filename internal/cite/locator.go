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
	switch at.Kind {
	case events.LocatorPage, events.LocatorTime, events.LocatorVerse, events.LocatorFigure:
		return place{id: at.String(), spot: at}
	case 'n':
		return place{id: at.String(), note: int(at.Number)}
	case 'p':
		p := place{id: at.String(), para: int(at.Number)}
		if l := d.Layout(source); l != nil {
			if b := l.Block(at); b != nil && b.Para > 0 {
				p.section, p.para = printable.Line(b.Section), b.Para
			}
		}
		return p
	}
	if l := d.Layout(source); l != nil {
		if b := l.Block(at); b != nil && b.Heading != "" {
			return place{id: at.String(), words: "heading " + quoted(printable.Line(b.Heading), "")}
		}
	}
	return place{id: at.String(), words: printable.Line(d.Where(source, at))}
}

// locatorWords are how a style words places.
type locatorWords struct {
	section     func(string) string // a section's title
	para, paras string
	spot        spot
}

// The Chicago Manual cites what has no pages by section and paragraph:
// under “Deafness,” para. 2.
var chicagoWords = locatorWords{
	section: func(s string) string { return "under " + quoted(s, ",") },
	para:    "para. ", paras: "paras. ", spot: bareSpot,
}

// The APA Manual (8.28) names the section as such: Deafness section, para. 2.
var apaWords = locatorWords{
	section: func(s string) string { return curly(s) + " section," },
	para:    "para. ", paras: "paras. ", spot: apaSpot,
}

// The MLA Handbook (6.26) writes par. and sec. The processor citeproc writes
// “para.2”, which is no style's; it takes MLA's locators for bare page numbers.
var mlaWords = locatorWords{
	section: func(s string) string { return quoted(s, "") + " sec.," },
	para:    "par. ", paras: "pars. ", spot: bareSpot,
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
		return words.spot.group(p, many, list)
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
	para:    "para. ", paras: "paras. ", spot: wordSpot,
}

// cslWords are for CSL-JSON, whose processors take a bare locator for a page.
var cslWords = locatorWords{section: plainWords.section, para: plainWords.para, paras: plainWords.paras, spot: bareSpot}
