package reader

import (
	"fmt"
	"strings"

	"timeline/internal/edtf"
	"timeline/internal/events"
	"timeline/internal/ui/paint"
	"timeline/internal/ui/view"
)

// excerpts is the event as Markdown: what it is, what the sources say side by
// side when there are several, and the open source's claims in full.
func (r *Reader) excerpts(c *view.Context, e *events.Event) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n", paint.Literal(e.Title))
	facts := []string{"**" + paint.Literal(e.Date.English(edtf.Long)) + "**", e.Type}
	for _, id := range e.Places {
		if p := c.Data.Place(id); p != nil {
			facts = append(facts, paint.Literal(p.Name))
		}
	}
	fmt.Fprintf(&b, "%s\n\n", strings.Join(facts, " · "))
	if who := view.Who(c.Data, e); who != "" {
		fmt.Fprintf(&b, "*%s*\n\n", paint.Literal(who))
	}
	fmt.Fprintf(&b, "%s\n\n", e.Summary)
	sources := e.Sources()
	if r.source < len(sources) {
		sourceExcerpt(c, &b, e, sources[r.source])
	}
	sideBySide(c, &b, e)
	if e.Note != "" {
		fmt.Fprintf(&b, "### Editor’s note\n\n%s\n\n", e.Note)
	}
	return b.String()
}

// sourceExcerpt writes the claims of one source, each with its quotation,
// attribution and how its date was had.
func sourceExcerpt(c *view.Context, b *strings.Builder, e *events.Event, id string) {
	s := c.Data.Source(id)
	if s == nil {
		return
	}
	fmt.Fprintf(b, "## %s, “%s”\n\n", paint.Literal(s.Byline()), paint.Literal(s.Title))
	for n, cl := range e.Claims {
		if cl.Source != id {
			continue
		}
		if cl.Quote != "" {
			fmt.Fprintf(b, "> “%s”\n\n", paint.Literal(cl.Quote))
		}
		fmt.Fprintf(b, "— %s%s\n\n", paint.Literal(citation(c.Data, s, cl)), quoteStates[c.Data.QuoteState(e, n)])
		fmt.Fprintf(b, "%s\n\n", paint.Literal(cl.Says))
		for _, f := range cl.Figures {
			fmt.Fprintf(b, "- %s: %s\n", paint.Literal(f.What), paint.Literal(f.Value))
		}
		if len(cl.Figures) > 0 {
			b.WriteString("\n")
		}
		fmt.Fprintf(b, "**Date:** %s", paint.Literal(view.DateWords(cl)))
		if cl.Words != "" && !strings.HasPrefix(cl.Words, "(") {
			fmt.Fprintf(b, ", in the words “%s”", paint.Literal(cl.Words))
		}
		b.WriteString(".")
		if cl.BasisNote != "" {
			fmt.Fprintf(b, " %s", paint.Literal(view.Capital(cl.BasisNote)))
		}
		b.WriteString("\n\n")
	}
}

// quoteStates say whether a quotation stands as it was held against the article.
var quoteStates = map[events.QuoteState]string{
	events.QuoteVerified: " · *verified*",
	events.QuoteChanged:  " · **not verified as it stands**",
}

// citation is author, title, where it appeared, date and locator.
func citation(d *events.Dataset, s *events.Source, c events.Claim) string {
	parts := []string{s.Byline(), "“" + s.Title + "”"}
	if s.Container != "" {
		parts = append(parts, s.Container)
	}
	if !s.Date.IsZero() {
		parts = append(parts, s.Date.English(edtf.Long))
	}
	return strings.Join(append(parts, d.Where(c.Source, c.At)), ", ")
}

// tableWidth is the least width of a pane in which the columns of a table still
// hold a few words each; in a narrower one the claims stand below each other.
const tableWidth = 56

// sideBySide writes what each source says, in a table, and where they disagree.
func sideBySide(c *view.Context, b *strings.Builder, e *events.Event) {
	if len(e.Disputes) > 0 {
		b.WriteString("## ≠ Where they disagree\n\n")
		for _, d := range e.Disputes {
			fmt.Fprintf(b, "- **%s:** %s\n", view.Capital(d.About.Words()), strings.ReplaceAll(d.Text, "\n", " "))
		}
		b.WriteString("\n")
	}
	if len(e.Claims) > 1 {
		row := "| %s, %s | %s | %s |\n"
		b.WriteString("## Side by side\n\n")
		if c.Beside.Dx() < tableWidth {
			row = "- **%s, %s:** %s. %s\n"
		} else {
			b.WriteString("| Source | Date | What it says |\n|---|---|---|\n")
		}
		for _, cl := range e.Claims {
			label := cl.Source
			if s := c.Data.Source(cl.Source); s != nil {
				label = s.Label()
			}
			fmt.Fprintf(b, row, paint.Literal(label), paint.Literal(c.Data.Where(cl.Source, cl.At)), paint.Literal(cl.Date.English(edtf.Long)), paint.Literal(cl.Says))
		}
		b.WriteString("\n")
	}
	if e.DateReason != "" {
		fmt.Fprintf(b, "**Our date:** %s. %s\n\n", paint.Literal(e.Date.English(edtf.Long)), e.DateReason)
	}
}
