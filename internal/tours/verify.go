package tours

import (
	"fmt"
	"strings"

	"timeline/internal/events"
	"timeline/internal/record"
)

// ownWords is how many words in a row may not be those of an article: what a tour
// says is its author's, and quotations are the dataset's.
const ownWords = 7

// Verify finds the passages of tours that stand word for word in an article. The
// articles' texts come by source. A long name is nobody's words.
func Verify(d *events.Dataset, articles map[string]string) record.Problems {
	runs := map[string]string{} // of the articles, to the source
	for source, text := range articles {
		eachRun(text, func(run string) { runs[run] = source })
	}
	for i := range d.Actors {
		for _, name := range append([]events.Spelling{{As: d.Actors[i].Name}}, d.Actors[i].Spellings...) {
			eachRun("the "+name.As, func(run string) { delete(runs, run) })
		}
	}
	var list record.Problems
	for _, t := range All(d) {
		for _, own := range t.own() {
			eachRun(own.text, func(run string) {
				if source, ok := runs[run]; ok && (len(list) == 0 || list[len(list)-1].Line != own.line) {
					list = append(list, record.Problem{
						File: "tours/" + t.Name + ".md", Line: own.line, Rule: "tour-own-words",
						What:   fmt.Sprintf("%d words in a row are those of %s: %q", ownWords, source, run),
						Remedy: "say it in words of your own; quotations are shown with quotes or claims",
					})
				}
			})
		}
	}
	return list
}

// eachRun calls f with every run of ownWords folded words of a text.
func eachRun(text string, f func(string)) {
	words := strings.Fields(events.Fold(text))
	for n := ownWords; n <= len(words); n++ {
		f(strings.Join(words[n-ownWords:n], " "))
	}
}

type ownText struct {
	line int
	text string
}

// own are the texts of a tour that its author wrote.
func (t *Tour) own() []ownText {
	list := []ownText{{t.lines["title"], t.Title}, {t.lines["question"], t.Question}, {t.lines["stops"], t.Intro}}
	for n := range t.Stops {
		s := &t.Stops[n]
		for _, f := range []struct{ name, text string }{{"heading", s.Heading}, {"ask", s.Ask}, {"answer", s.Answer}, {"note", s.Note}} {
			list = append(list, ownText{t.lines[fmt.Sprintf("stops/%d/%s", n, f.name)], f.text})
		}
	}
	return list
}
