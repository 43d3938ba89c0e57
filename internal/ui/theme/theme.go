package theme

import (
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
)

// Theme is the palette for one background and depth of colour. It is read-only.
type Theme struct {
	Dark    bool
	Profile colorprofile.Profile

	palette    *palette
	depth      depth
	looks, row [Roles]Look
}

// Look is the escape sequence that turns a role's looks on, after turning all others
// off; it is empty for the terminal's own ink.
type Look string

// Paint dresses s, which must hold no escape sequences of its own.
func (l Look) Paint(s string) string {
	if l == "" || s == "" {
		return s
	}
	return string(l) + s + ansi.ResetStyle
}

// depth is how many colours there are.
type depth uint8

const (
	noColour depth = iota
	sixteen
	indexed
	full
)

// New is the theme for a dark or light background and for what the terminal can
// show. A profile that is not known counts as full colour: Bubble Tea's renderer
// reduces what it must.
func New(onDark bool, profile colorprofile.Profile) *Theme {
	t := &Theme{Dark: onDark, Profile: profile, palette: &light, depth: full}
	if onDark {
		t.palette = &dark
	}
	switch profile {
	case colorprofile.NoTTY, colorprofile.ASCII:
		t.depth = noColour
	case colorprofile.ANSI:
		t.depth = sixteen
	case colorprofile.ANSI256:
		t.depth = indexed
	}
	for r := range Roles {
		t.looks[r], t.row[r] = t.sequence(r, false), t.sequence(r, true)
	}
	return t
}

// colour is the colour of a role at the theme's depth, empty if it has none.
func (t *Theme) colour(l look) string {
	switch t.depth {
	case full:
		return l.full
	case indexed:
		return l.some
	case sixteen:
		return l.few
	}
	return ""
}

// sequence is what turns on the looks of a role. On the selected row, and for what
// was found, few colours or none give way to reverse video in the terminal's own.
func (t *Theme) sequence(r Role, onRow bool) Look {
	l := t.palette.looks[r]
	style := ansi.Style{}.Reset()
	if l.bold {
		style = style.Bold()
	}
	if r == Match {
		style = style.Underline(true)
	}
	ground := look{}
	switch {
	case r == Match:
		ground = t.palette.match
	case onRow:
		ground = t.palette.row
	}
	behind := t.colour(ground)
	if ground.full != "" && behind == "" {
		return Look(style.Reverse(true).String())
	}
	if onRow && r == Shade && t.depth == indexed && !t.Dark {
		l.some = shadeOnLightRow
	}
	if onRow && r == None {
		l = t.palette.looks[Ink]
	}
	if c := t.colour(l); c != "" {
		style = style.ForegroundColor(lipgloss.Color(c))
	}
	if behind != "" {
		style = style.BackgroundColor(lipgloss.Color(behind))
	}
	if len(style) == 1 {
		return ""
	}
	return Look(style.String())
}

// Look is the look of a role.
func (t *Theme) Look(r Role) Look { return t.looks[r] }

// On is the look of a role on the selected row, where it is never empty, or on another.
func (t *Theme) On(selected bool, r Role) Look {
	if selected {
		return t.row[r]
	}
	return t.looks[r]
}

// Paint dresses s, which must hold no escape sequences of its own.
func (t *Theme) Paint(r Role, s string) string { return t.looks[r].Paint(s) }

// Colour is the colour of a role as Lip Gloss and Glamour read it: #rrggbb or a
// number; empty for the terminal's own ink.
func (t *Theme) Colour(r Role) string { return t.colour(t.palette.looks[r]) }

// WholeRow tells whether the selected row can have a background of its own. Where
// it cannot, reverse video marks its name alone, so that signs stay legible.
func (t *Theme) WholeRow() bool { return t.depth > sixteen }
