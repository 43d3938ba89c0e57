package tours

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"timeline/internal/events"
	"timeline/internal/record"
	"timeline/internal/sorting"
)

// MaxStops is the most stops that a tour may have.
const MaxStops = 99

// ErrNone is the error of a dataset without tours.
var ErrNone = errors.New("this dataset has no tours")

// All reads the tours of a dataset, the shortest first, then by title.
func All(d *events.Dataset) []Tour {
	texts := d.Tours()
	list := make([]Tour, len(texts))
	for i, t := range texts {
		list[i] = Parse(t)
	}
	sorting.Records(list, func(a, b *Tour) int {
		return cmp.Or(cmp.Compare(a.Minutes, b.Minutes), strings.Compare(a.Title, b.Title), strings.Compare(a.Name, b.Name))
	})
	return list
}

// Usable are the tours that can be gone through, in the same order.
func Usable(d *events.Dataset) []Tour {
	return slices.DeleteFunc(All(d), func(t Tour) bool { return t.Title == "" || len(t.Stops) == 0 })
}

// Named finds a tour by its name, by its number in list, from one, or by words of its
// title that no other has. The error says which there are.
func Named(list []Tour, name string) (*Tour, error) {
	if n, err := strconv.Atoi(name); err == nil && n >= 1 && n <= len(list) {
		return &list[n-1], nil
	}
	var names []string
	var found []*Tour
	for i := range list {
		if list[i].Name == name {
			return &list[i], nil
		}
		names = append(names, list[i].Name)
		if name != "" && strings.Contains(" "+events.Fold(list[i].Title)+" "+list[i].Name, " "+events.Fold(name)) {
			found = append(found, &list[i])
		}
	}
	switch {
	case len(found) == 1:
		return found[0], nil
	case len(list) == 0:
		return nil, ErrNone
	case len(found) > 1:
		return nil, fmt.Errorf("%d tours have %q in their name: %s", len(found), name, strings.Join(names, ", "))
	}
	return nil, fmt.Errorf("no tour is called %q: %s", name, record.Suggest(name, names))
}

// Parse reads a tour: YAML front matter between two --- lines, then the introduction
// in Markdown. Whatever is wrong with it stands in its Problems; the rest is read.
func Parse(text events.TourText) Tour {
	r := record.NewReader("tours/" + text.Name + ".md")
	t := Tour{Name: text.Name}
	if text.Fault != "" {
		r.Fail(0, "unreadable", text.Fault, "make it a readable text file of at most 1 MiB, named in lower-case letters, digits and hyphens")
	} else if r.Raw([]byte(text.Text)) {
		t.read(r, []byte(text.Text))
	}
	t.Problems, t.lines = r.Problems, r.Lines
	return t
}

func (t *Tour) read(r *record.Reader, text []byte) {
	front, body, ok := record.SplitFrontMatter(text)
	if !ok {
		r.Fail(1, "front-matter", "the front matter is not closed", "begin the file with a line --- and end the fields with another")
		return
	}
	r.Offset = 1
	n := r.Document(front)
	if n == nil {
		return
	}
	r.Mapping(n, "the tour", record.Fields{
		"title": r.Line(&t.Title), "for": r.Line(&t.For), "question": r.Line(&t.Question), "minutes": minutes(r, &t.Minutes),
		"stops": r.List(func(n *yaml.Node) { t.Stops = append(t.Stops, stop(r, n)) }),
	}, "title", "for", "question", "minutes", "stops")
	if len(t.Stops) > MaxStops {
		r.Fail(r.Lines["stops"], "too-many", strconv.Itoa(len(t.Stops))+" stops", "keep at most "+strconv.Itoa(MaxStops))
		t.Stops = t.Stops[:MaxStops]
	}
	t.Intro = strings.TrimSpace(string(body))
	line := bytes.Count(front, []byte("\n")) + 3
	if at, what := record.TextFault(t.Intro); what != "" {
		r.Fail(line+at, "text", "the introduction holds "+what, record.RemedyText)
		t.Intro = ""
	}
}

// minutes reads a number of minutes: 2, 1.5.
func minutes(r *record.Reader, dst *float64) func(*yaml.Node) {
	return func(n *yaml.Node) {
		f, err := strconv.ParseFloat(n.Value, 64)
		if err != nil || !(f > 0 && f <= 600) {
			r.FailAt(n, "number", strconv.Quote(n.Value)+" is no number of minutes", "write one such as 2 or 1.5")
			return
		}
		*dst = f
	}
}

func stop(r *record.Reader, n *yaml.Node) Stop {
	s := Stop{line: n.Line + r.Offset}
	kinds := 0
	named := func(k Kind, read func(*yaml.Node)) func(*yaml.Node) {
		return func(n *yaml.Node) {
			kinds++
			s.Kind = k
			read(n)
		}
	}
	r.Mapping(n, "a stop", record.Fields{
		"event": named(Event, r.Line(&s.ID)), "actor": named(Actor, r.Line(&s.ID)), "place": named(Place, r.Line(&s.ID)),
		"source": named(Source, r.Line(&s.ID)), "query": named(Query, r.Line(&s.Query)), "order": named(Order, r.Texts(&s.Cards)),
		"view": r.Line(&s.View), "minutes": minutes(r, &s.Minutes), "heading": r.Line(&s.Heading), "ask": r.Line(&s.Ask),
		"answer": r.Line(&s.Answer), "note": r.Line(&s.Note),
		"show":     r.List(func(n *yaml.Node) { s.Show = append(s.Show, step(r, n)) }),
		"claims":   r.List(func(n *yaml.Node) { s.Claims = append(s.Claims, ref(r, n)) }),
		"rests-on": r.List(func(n *yaml.Node) { s.RestsOn = append(s.RestsOn, ref(r, n)) }),
	}, "minutes", "show")
	if kinds != 1 {
		r.FailAt(n, "tour-kind", "a stop shows one thing, and this one names "+strconv.Itoa(kinds), "write one of "+strings.Join(kindNames, ", "))
	}
	if s.View != "" && (s.Kind != Query || !slices.Contains(Views, s.View)) {
		r.FailAt(n, "tour-kind", "the view "+strconv.Quote(s.View)+" is none for this stop", "a query can be seen as "+strings.Join(Views, ", "))
	}
	return s
}

// step reads what is revealed together: "title + date".
func step(r *record.Reader, n *yaml.Node) Step {
	var s Step
	for name := range strings.SplitSeq(n.Value, "+") {
		name = strings.TrimSpace(name)
		if i := slices.Index(partNames, name); i >= 0 {
			s = append(s, Part(i))
		} else {
			r.FailAt(n, "tour-step", "unknown step "+strconv.Quote(name), record.Suggest(name, partNames))
		}
	}
	return s
}

// ref reads "guidere-2014 p67" or "EVENT/guidere-2014 p67".
func ref(r *record.Reader, n *yaml.Node) Ref {
	var f Ref
	rest := n.Value
	if event, after, ok := strings.Cut(rest, "/"); ok {
		f.Event, rest = event, after
	}
	words := strings.Fields(rest)
	var ok bool
	if len(words) == 2 {
		f.Source = words[0]
		f.At, ok = events.ParseLocator(words[1])
	}
	if !ok {
		r.FailAt(n, "tour-claim", strconv.Quote(n.Value)+" names no claim", "write the source and the block, such as guidere-2014 p67")
	}
	return f
}
