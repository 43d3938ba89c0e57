package handout

import (
	"bytes"
	"fmt"
	"html"
	"io"
	"strings"

	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/printable"
	"timeline/internal/tours"
)

// answerLines is how many lines a question leaves for its answer.
const answerLines = 3

// style is all of the page's looks. Questions keep their lines, and quotations are not
// parted; whole stops may be, or half of each printed page would be white.
const style = `
@page{margin:18mm}
*{box-sizing:border-box}
body{font:11pt/1.45 Georgia,"Times New Roman",serif;color:#111;background:#fff;max-width:46rem;margin:0 auto;padding:1.5rem}
h1{font-size:1.7em;line-height:1.2;margin:0 0 .2em}
h2{font-size:1.15em;margin:1.6em 0 .2em;break-after:avoid}
p{margin:.4em 0}
.sub,.where,footer{color:#444;font-size:.9em}
.question{font-size:1.15em;font-style:italic}
figure{margin:1.2em 0;break-inside:avoid}
svg{width:100%;height:auto;display:block}
svg text{font:10px sans-serif;fill:#111}
svg .number{font-weight:bold}
.axis{stroke:#111;stroke-width:1;fill:none}
.bar{stroke:#111;stroke-width:5;fill:none}
.within{stroke-dasharray:4 3;stroke-width:3}
blockquote{margin:.6em 0 .6em 1.2em;break-inside:avoid}
blockquote p{margin:0}
ul{margin:.4em 0;padding-left:1.3em}
.ask{break-inside:avoid;margin-top:.8em}
.ask p{font-weight:bold}
.line{border-bottom:1px solid #777;height:2.1em}
.teacher{border-left:3px solid #777;padding-left:.8em;break-inside:avoid;margin:.6em 0}
.teacher b{display:block;font-size:.9em}
footer{margin-top:2em;border-top:1px solid #777;padding-top:.6em}
@media print{body{padding:0;max-width:none}}
`

// escape makes foreign text stand in HTML as it is, in an element or in a quoted
// attribute. What is not seen is made visible.
func escape(s string) string { return html.EscapeString(printable.Line(s)) }

// HTML writes a handout as one HTML file without script, which asks for no other.
func HTML(w io.Writer, d *events.Dataset, t *tours.Tour, c Copy) error {
	p := newPage(d, t, c)
	var b bytes.Buffer
	b.WriteString(`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`)
	fmt.Fprintf(&b, "<title>%s</title><style>%s</style></head><body><main>\n<header><h1>%s</h1>", escape(p.title), style, escape(p.title))
	element(&b, "p", "sub", p.subtitle)
	element(&b, "p", "question", p.question)
	element(&b, "p", "", p.intro)
	b.WriteString("</header>\n")
	if svg := p.strip.svg(); svg != "" {
		b.WriteString("<figure>" + svg)
		element(&b, "figcaption", "sub", strings.TrimSpace(legend+" "+p.strip.missing()))
		b.WriteString("</figure>\n")
	}
	for _, e := range p.stops {
		e.html(&b)
	}
	b.WriteString("</main>\n<footer><h2>Cited</h2><ul>")
	for _, work := range p.works {
		element(&b, "li", "", work)
	}
	b.WriteString("</ul>")
	element(&b, "p", "", p.edition)
	b.WriteString("</footer></body></html>\n")
	_, err := b.WriteTo(w)
	return err
}

const legend = "Numbers are stops. A solid bar is a date as it is known; a dashed one holds the date somewhere within."

// element writes an element of foreign text, unless there is none.
func element(b *bytes.Buffer, tag, class, text string) {
	if text == "" {
		return
	}
	if class != "" {
		class = ` class="` + class + `"`
	}
	fmt.Fprintf(b, "<%s%s>%s</%s>", tag, class, escape(text), tag)
}

func (e *entry) html(b *bytes.Buffer) {
	fmt.Fprintf(b, "<section><h2>%d. %s</h2>", e.number, escape(e.name))
	element(b, "p", "sub", e.date)
	for _, block := range e.blocks {
		blockHTML(b, block)
	}
	if e.ask != "" {
		b.WriteString(`<div class="ask">`)
		element(b, "p", "", e.ask)
		if len(e.answer)+len(e.dispute) == 0 {
			b.WriteString(strings.Repeat(`<div class="line"></div>`, answerLines))
		}
		b.WriteString("</div>")
	}
	aside(b, "Answer", e.answer)
	aside(b, "Disagreement", e.dispute)
	if e.note != "" {
		aside(b, "Note", []string{e.note})
	}
	b.WriteString("</section>\n")
}

// aside writes what only the teacher's copy has.
func aside(b *bytes.Buffer, label string, texts []string) {
	if len(texts) == 0 {
		return
	}
	fmt.Fprintf(b, `<div class="teacher"><b>%s</b>`, label)
	for _, text := range texts {
		element(b, "p", "", text)
	}
	b.WriteString("</div>")
}

func blockHTML(b *bytes.Buffer, block tours.Block) {
	element(b, "p", "", block.Text)
	for _, c := range block.Claims {
		b.WriteString("<blockquote>")
		element(b, "p", "", c.Text)
		element(b, "p", "where", located(c))
		b.WriteString("</blockquote>")
	}
	if len(block.Lines) > 0 {
		b.WriteString("<ul>")
		for _, line := range block.Lines {
			element(b, "li", "", line)
		}
		b.WriteString("</ul>")
	}
}

// located says where a claim stands, and its date where that may be seen.
func located(c tours.Claim) string { return c.Cited() + english.Between(" · ", c.Dated, "") }
