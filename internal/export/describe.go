package export

import (
	"strings"

	"timeline/internal/events"
)

// description is an event as plain text of several paragraphs: summary, date,
// actors, what each source says with its quotation and citation, disputes, note.
// It is safe on a terminal.
func (w *writer) description(i events.Index) string {
	r := RecordOf(w.d, i)
	paragraphs := []string{flowing(r.Summary), "Date: " + r.Date.English + " (" + r.Date.EDTF + ")" + after(". ", r.DateReason)}
	if actors := roles(&r); actors != "" {
		paragraphs = append(paragraphs, "Actors: "+actors)
	}
	for n := range r.Claims {
		paragraphs = append(paragraphs, claimText(&r.Claims[n]))
	}
	for _, d := range r.Disputes {
		paragraphs = append(paragraphs, "Disputed ("+d.About+"): "+d.Text)
	}
	paragraphs = append(paragraphs, after("Note: ", flowing(r.Note)))
	return block(joinTexts("\n\n", paragraphs...))
}

// flowing takes out the line ends that a text has only to fit its file: those
// within a paragraph. Headings, lists, tables, quotations and what is indented keep
// theirs.
func flowing(s string) string {
	lines := strings.Split(s, "\n")
	var b strings.Builder
	for i, l := range lines {
		if i > 0 {
			between := "\n"
			if l != "" && lines[i-1] != "" && !beginsBlock(l) && !strings.ContainsRune("#|`", rune(lines[i-1][0])) {
				between = " "
			}
			b.WriteString(between)
		}
		b.WriteString(l)
	}
	return b.String()
}

// beginsBlock tells whether a line of Markdown begins something of its own.
func beginsBlock(line string) bool {
	if strings.ContainsRune(" \t>-*+#|`", rune(line[0])) {
		return true
	}
	number := strings.TrimLeft(line, "0123456789")
	return number != line && (strings.HasPrefix(number, ". ") || strings.HasPrefix(number, ") "))
}

// claimText is what one source says, in one paragraph.
func claimText(c *RecordClaim) string {
	return joinTexts(" ", c.Says, wrap("“", c.Quote, "”"), "— "+c.Citation, wrap("[", claimFacts(c), "]"))
}

// claimFacts is how a source dates the event, its doubt and its figures.
func claimFacts(c *RecordClaim) string {
	facts := []string{joinTexts(", ", wrap("“", c.Words, "”"), c.Date.English+" ("+c.Basis+after(": ", c.BasisNote)+")")}
	if c.Hedge != "" {
		facts = append(facts, wrap("hedged: “", c.Hedge, "”"))
	}
	for _, f := range c.Figures {
		facts = append(facts, f.What+": "+f.Value)
	}
	return strings.Join(facts, "; ")
}

// roles is the actors with what they were to the event.
func roles(r *Record) string {
	var names []string
	for _, a := range r.Actors {
		names = append(names, a.Name+" ("+a.Role+")")
	}
	return strings.Join(names, ", ")
}

func placeNames(r *Record) string {
	var names []string
	for _, p := range r.Places {
		names = append(names, p.Name)
	}
	return strings.Join(names, ", ")
}

// joinTexts joins the texts that are not empty.
func joinTexts(between string, texts ...string) string {
	var kept []string
	for _, t := range texts {
		if t != "" {
			kept = append(kept, t)
		}
	}
	return strings.Join(kept, between)
}

// after returns s with what stands before it, wrap with what stands around it;
// nothing for nothing.
func after(before, s string) string { return wrap(before, s, "") }

func wrap(before, s, behind string) string {
	if s == "" {
		return ""
	}
	return before + s + behind
}
