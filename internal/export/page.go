package export

import (
	"cmp"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"html/template"
	"slices"
	"strconv"
	"strings"
	"sync"

	"timeline/internal/calendar"
	"timeline/internal/cite"
	"timeline/internal/document"
	"timeline/internal/edtf"
	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/printable"
	"timeline/internal/svg"
)

//go:embed page/page.html
var pageHTML string

//go:embed page/page.css
var pageCSS string

//go:embed page/page.js
var pageScript string

// pageTemplate is read when the first page is written: no start pays for it.
var pageTemplate = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("page").Parse(pageHTML))
})

// page is the writing of one page.
type page struct {
	*writer
	picture svg.Picture
	shown   []bool   // the events that links can lead to
	sources []string // ids, in the order of their first mention
	err     error
}

// named is an anchor or a choice, and how it reads.
type named struct{ ID, Name string }

// pageHead is what stands above the events.
type pageHead struct {
	Title, Count, Query, Proof, Policy string
	Style                              template.CSS
	Ribbon                             template.HTML
	Types, Actors, Years               []named
	HasSources                         bool
}

// pageFoot is what stands below the events.
type pageFoot struct {
	Sources []pageSource
	From    string
	Script  template.JS
}

type pageSource struct{ Anchor, Label, Entry, URL, Rights string }

// html writes one page that needs nothing but itself: no script to be read, no request
// to anywhere, which its Content-Security-Policy forbids. The script that it has only
// filters. The dates are drawn as the screen draws them.
func (w *writer) html() error {
	p := &page{writer: w, shown: make([]bool, w.d.Len())}
	p.picture = svg.Picture{Data: w.d, Calendar: calendar.New(w.d), Rows: w.rows, Title: "When the events were", ID: "ribbon-", InPage: true}
	for _, i := range w.rows {
		p.shown[i] = true
	}
	p.execute("head", p.head())
	before := 0
	for year, rows := range w.byYear() {
		p.execute("year", named{yearAnchor(year, before), year})
		if err := cmp.Or(p.err, w.eachOf(rows, p.event)); err != nil {
			return err
		}
		w.put("</section>\n")
		before += len(rows)
	}
	p.execute("foot", p.foot())
	return p.err
}

// execute writes a part of the page.
func (p *page) execute(part string, data any) {
	if p.err == nil {
		p.err = pageTemplate().ExecuteTemplate(p.out, part, data)
	}
}

// yearAnchor tells the headings of years apart: a year may come again, after events
// that begin in it and end elsewhere. n is how many events stand before it.
func yearAnchor(year string, n int) string {
	return "y-" + strings.ReplaceAll(strings.ToLower(year), " ", "-") + "-" + strconv.Itoa(n)
}

func (p *page) head() pageHead {
	style := pageCSS + svg.CSS
	h := pageHead{
		Title: line(p.o.Title), Count: english.Count(len(p.rows), "event", "events"), Query: line(p.o.Query),
		Style: template.CSS(style), Ribbon: template.HTML(p.picture.Ribbon()),
		Policy: "default-src 'none'; style-src " + digest(style) + "; script-src " + digest(pageScript) + "; base-uri 'none'; form-action 'none'",
	}
	h.Proof, h.HasSources = p.proof()
	types, actors := map[uint16]bool{}, map[uint16]bool{}
	for _, i := range p.rows {
		types[uint16(p.d.Types[i])] = true
		for _, a := range p.d.ActorsOf.At(int(i)) {
			actors[a] = true
		}
	}
	for t, name := range p.d.TypeNames() {
		if types[uint16(t)] {
			h.Types = append(h.Types, named{name, document.Kind(name)})
		}
	}
	for a := range p.d.Actors {
		if actors[uint16(a)] {
			h.Actors = append(h.Actors, named{p.d.Actors[a].ID, line(p.d.Actors[a].Name)})
		}
	}
	slices.SortFunc(h.Actors, func(a, b named) int { return strings.Compare(events.Fold(a.Name), events.Fold(b.Name)) })
	before := 0
	for year, rows := range p.byYear() {
		h.Years = append(h.Years, named{yearAnchor(year, before), year})
		before += len(rows)
	}
	return h
}

// digest is how a Content-Security-Policy names the one text that it allows.
func digest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// proof says how far the events that are shown are proven, and whether any of their
// sources is described.
func (p *page) proof() (words string, described bool) {
	quoted, verified, bare := 0, 0, 0
	for _, i := range p.rows {
		e := p.d.Event(i)
		if len(e.Claims) == 0 {
			bare++
		}
		for n := range e.Claims {
			described = described || p.d.Source(e.Claims[n].Source) != nil
			if e.Claims[n].Quote != "" {
				quoted++
			}
			if p.d.QuoteState(e, n) == events.QuoteVerified {
				verified++
			}
		}
	}
	switch {
	case bare == len(p.rows):
		return "Notes, unproven: no event names a source.", described
	case quoted == 0:
		words = "Sourced: events name who tells of them, and quote no one."
	case verified == quoted:
		words = "Quoted: " + english.Count(quoted, "quotation", "quotations") + ", all found word for word in the articles."
	default:
		words = "Quoted: " + strconv.Itoa(verified) + " of " + english.Count(quoted, "quotation", "quotations") + " found word for word in the articles."
	}
	if bare > 0 {
		words += " " + english.Count(bare, "event names no source.", "events name no source.")
	}
	return words, described
}

func (p *page) foot() pageFoot {
	f := pageFoot{Script: template.JS(pageScript)}
	for _, id := range p.sources {
		s := p.d.Source(id)
		url, _ := printable.URL(s.URL)
		f.Sources = append(f.Sources, pageSource{"s-" + id, line(s.Label()), cite.Format(p.d, s, nil, cite.ChicagoBib, edtf.Date{}), url, line(s.Rights)})
	}
	m := p.d.Meta
	f.From = english.Joined(" ", english.Between("From “", line(m.Title), "”"), english.Between("by ", line(m.Editors), ""), english.Between("(", line(m.Licence), ")"))
	f.From = english.Joined(", ", f.From, "written on "+edtf.OfDay(edtf.NewDay(p.o.Now.UTC().Year(), int(p.o.Now.UTC().Month()), p.o.Now.UTC().Day())).English(edtf.Long)) + "."
	return f
}
