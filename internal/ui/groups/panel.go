package groups

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"timeline/internal/edtf"
	"timeline/internal/lineage"
	"timeline/internal/ui/canvas"
	"timeline/internal/ui/theme"
)

// drawPanel writes, below the groups, what the selected tie is, when it came about
// and who says so.
func (p *Picture) drawPanel() {
	if p.panel == 0 {
		return
	}
	y := p.Height - p.panel
	p.Fill(0, y, p.Width, '─', theme.Rule)
	t, n := p.state.Selected(p.lineage)
	if t == nil {
		return
	}
	y++
	brief, when := p.lineage.Brief(t), ""
	for _, length := range []edtf.Length{edtf.Long, edtf.Short} {
		if date := p.lineage.Dated(t, length); date != "" && canvas.Cells(brief)+canvas.Cells(date)+6 <= p.Width {
			when = "● " + date
			break
		}
	}
	x := p.Text(1, y, brief, theme.Strong, p.Width-2)
	p.Text(p.Width-1-canvas.Cells(when), y, when, theme.Blue, canvas.Cells(when))
	number := fmt.Sprintf("tie %d of %d", n+1, len(p.state.Ties(p.lineage)))
	if p.lineage.Planned(t) {
		number += ", a plan"
	}
	switch drawn := p.drawn(t); {
	case drawn && !t.Drawn && !t.Kind.Equal():
		number += ", drawn only when selected"
	case !drawn:
		number += ", not in sight" // undated, or its time is not, or has no room
	}
	if x+2+len(number) < p.Width-canvas.Cells(when)-2 {
		p.Text(x+2, y, number, theme.Faint, len(number))
	}
	rows := p.panel - 2
	for k := range min(rows, len(t.Claims)) {
		y++
		if rest := t.Claims[k:]; k == rows-1 && len(rest) > 1 {
			p.drawRest(rest, y)
		} else {
			p.drawClaim(t.Claims[k], y)
		}
	}
}

// drawn tells whether a tie is to be seen.
func (p *Picture) drawn(t *lineage.Tie) bool {
	return slices.Contains(slices.Collect(maps.Values(p.ties)), t.ID)
}

// dated is the date of a claim in words.
func dated(c lineage.Claim) string { return cmp.Or(c.Date.English(edtf.Long), "without a date") }

// drawClaim writes who says so, when, and where.
func (p *Picture) drawClaim(c lineage.Claim, y int) {
	p.Set(1, y, p.lineage.Letter(c.Cite.Source), theme.Green)
	x := p.Text(3, y, dated(c), theme.Ink, p.Width-4)
	rest := " · " + p.lineage.Data.Cited(c.Cite)
	if c.Note != "" {
		rest += " · " + strings.Join(strings.Fields(c.Note), " ")
	}
	p.Text(x, y, rest, theme.Muted, p.Width-1-x)
}

// drawRest writes several claims in one row: their letters and dates.
func (p *Picture) drawRest(claims []lineage.Claim, y int) {
	x := 1
	for _, c := range claims {
		x = p.Text(x, y, string(p.lineage.Letter(c.Cite.Source)), theme.Green, p.Width-1-x)
		x = p.Text(x+1, y, dated(c), theme.Ink, p.Width-2-x) + 2
	}
}
