package export

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"strconv"
	"strings"

	"timeline/internal/calendar"
	"timeline/internal/cite"
	"timeline/internal/document"
	"timeline/internal/edtf"
	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/markup"
	"timeline/internal/printable"
	"timeline/internal/sorting"
	"timeline/internal/svg"
)

//go:embed page/page.css
var pageCSS string

//go:embed page/page.js
var pageScript string

// page is the writing of one page.
type page struct {
	*writer
	picture svg.Picture
	shown   []bool   // the events that links can lead to
	sources []string // ids, in the order of their first mention
}

// named is an anchor or a choice, and how it reads.
type named struct{ id, name string }

// html writes one page that needs nothing but itself: no script to be read, no request
// to anywhere, which its Content-Security-Policy forbids. The script that it has only
// filters. The dates are drawn as the screen draws them.
func (w *writer) html() error {
	p := &page{writer: w, shown: make([]bool, w.d.Len())}
	p.picture = svg.Picture{Data: w.d, Calendar: calendar.New(w.d), Rows: w.rows, Title: "When the events were", ID: "ribbon-", InPage: true}
	for _, i := range w.rows {
		p.shown[i] = true
	}
	p.head()
	before := 0
	for year, rows := range w.byYear() {
		p.write(`<section class="year" aria-labelledby="%[1]s">
<h2 id="%[1]s">%[2]s</h2>
`, yearAnchor(year, before), year)
		if err := w.eachOf(rows, p.event); err != nil {
			return err
		}
		w.put("</section>\n")
		before += len(rows)
	}
	p.foot()
	return nil // the output keeps its first error
}

// write writes a part of the page.
func (p *page) write(shape string, values ...any) { p.put(string(markup.Fill(shape, values...))) }

// yearAnchor tells the headings of years apart: a year may come again, after events
// that begin in it and end elsewhere. n is how many events stand before it.
func yearAnchor(year string, n int) string {
	return "y-" + strings.ReplaceAll(strings.ToLower(year), " ", "-") + "-" + strconv.Itoa(n)
}

// head is what stands above the events.
func (p *page) head() {
	style := pageCSS + svg.CSS
	policy := "default-src 'none'; style-src " + digest(style) + "; script-src " + digest(pageScript) + "; base-uri 'none'; form-action 'none'"
	proof, described := p.proof()
	p.write(`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="%s">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>%s</title>
<style>%s</style>
</head>
<body>
<a class="skip" href="#events">To the events</a>
`, policy, p.o.Title, markup.HTML(style))
	p.write(`<header>
<h1>%s</h1>
<p>%s.%s</p>
<p class="proof">%s</p>
</header>
<main>
<figure>
%s</figure>
`, p.o.Title, english.Count(len(p.rows), "event", "events"), markup.Given(` <span class="query">Query: %s.</span>`, p.o.Query), proof, markup.HTML(p.picture.Ribbon()))
	types, actors := p.choices()
	p.write(`<form id="filter" hidden>
<div><label for="words">Words</label><input id="words" name="words" type="search"></div>
<div><label for="type">Type</label><select id="type" name="type"><option value="">all</option>%s</select></div>
<div><label for="actor">Actor</label><select id="actor" name="actor"><option value="">all</option>%s</select></div>
<p id="shown" role="status"></p>
</form>
`, types, actors)
	p.put("<nav aria-label=\"Years\">\n")
	before := 0
	for year, rows := range p.byYear() {
		p.write("<a href=\"#%s\">%s</a>\n", yearAnchor(year, before), year)
		before += len(rows)
	}
	if described {
		p.put("<a href=\"#sources\">Sources</a>\n")
	}
	p.put("</nav>\n<div id=\"events\">\n")
}

// choices are the types and the actors of the events that are shown, for the filter.
func (p *page) choices() (types, actors markup.HTML) {
	typed, acting := map[uint16]bool{}, map[uint16]bool{}
	for _, i := range p.rows {
		typed[uint16(p.d.Types[i])] = true
		for _, a := range p.d.ActorsOf.At(int(i)) {
			acting[a] = true
		}
	}
	const choice = `<option value="%s">%s</option>`
	for t, name := range p.d.TypeNames() {
		if typed[uint16(t)] {
			types += markup.Fill(choice, name, document.Kind(name))
		}
	}
	var names []named
	for a := range p.d.Actors {
		if acting[uint16(a)] {
			names = append(names, named{p.d.Actors[a].ID, line(p.d.Actors[a].Name)})
		}
	}
	sorting.Records(names, func(a, b *named) int { return strings.Compare(events.Fold(a.name), events.Fold(b.name)) })
	for _, n := range names {
		actors += markup.Fill(choice, n.id, n.name)
	}
	return types, actors
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

// foot is what stands below the events.
func (p *page) foot() {
	p.put("</div>\n")
	if len(p.sources) > 0 {
		p.put("<section class=\"sources\">\n<h2 id=\"sources\">Sources</h2>\n<ul>\n")
		for _, id := range p.sources {
			p.source(p.d.Source(id))
		}
		p.put("</ul>\n</section>\n")
	}
	m := p.d.Meta
	from := english.Joined(" ", english.Between("From “", m.Title, "”"), english.Between("by ", m.Editors, ""), english.Between("(", m.Licence, ")"))
	written := edtf.OfDay(edtf.NewDay(p.o.Now.UTC().Year(), int(p.o.Now.UTC().Month()), p.o.Now.UTC().Day())).English(edtf.Long)
	p.write(`</main>
<footer>
<p>%s.</p>
</footer>
<script>%s</script>
</body>
</html>
`, english.Joined(", ", from, "written on "+written), markup.HTML(pageScript))
}

// source is a source in the list at the end.
func (p *page) source(s *events.Source) {
	var web markup.HTML
	if url, ok := printable.URL(s.URL); ok {
		web = markup.Fill(` <a href="%s" rel="noreferrer">Open %s on the web</a>.`, url, s.Label())
	}
	p.write("<li id=\"%s\">%s%s%s</li>\n", sourceAnchor(s.ID), cite.Format(p.d, s, nil, cite.ChicagoBib, edtf.Date{}), web, markup.Given(" %s", s.Rights))
}
