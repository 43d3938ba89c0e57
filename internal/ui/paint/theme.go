package paint

import (
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
)

// Role is one purpose of text on the screen, as the escape sequence that turns
// its looks on. No role tells a state by colour alone: each state also has a
// mark, a word or an attribute, so that it is there without colour too.
type Role string

// Paint dresses s, which must hold no escape sequences of its own.
func (r Role) Paint(s string) string {
	if r == "" || s == "" {
		return s
	}
	return string(r) + s + ansi.ResetStyle
}

// palette is the colours that a theme is made of, as Lip Gloss and Glamour read
// them: #rrggbb, or the number of one of a terminal's own 16. Empty is the
// terminal's own ink.
type palette struct {
	ink, grey, pale, blue, amber, red, green string
	rowBg, findBg                            string // empty: reverse video instead
}

var (
	darkPalette  = palette{ink: "#d8dee9", grey: "#98a2b3", pale: "#6b7686", blue: "#82b1ff", amber: "#f2c572", red: "#ff9b8f", green: "#8fd6a5", rowBg: "#2a3444", findBg: "#5c4a12"}
	lightPalette = palette{ink: "#1f2328", grey: "#59636e", pale: "#7d8590", blue: "#0550ae", amber: "#7a4d00", red: "#a40e26", green: "#116329", rowBg: "#dde7f3", findBg: "#ffe9a8"}
	// A terminal of 16 colours has its own idea of each: only those that stand
	// out on both its usual backgrounds are used, and reverse video for the rest.
	dark16Palette  = palette{pale: "8", blue: "14", amber: "11", red: "9", green: "10"}
	light16Palette = palette{grey: "8", pale: "8", blue: "4", amber: "5", red: "1", green: "2"}
)

// Theme holds a role for each purpose.
type Theme struct {
	palette
	Profile colorprofile.Profile
	Dark    bool

	Text, Muted, Faint, Strong, Title, Accent Role
	Selected, SelectedMuted                   Role // the row under the cursor
	Match, Disputed, Quote, Warn, Key, Rule   Role
	Bar, Marker, Chip                         Role
}

// NewTheme returns the looks for a dark or light background and for what the
// terminal can show. Full colours that it cannot are reduced by Bubble Tea's
// renderer; a terminal of 16 gets a palette of its own.
func NewTheme(dark bool, profile colorprofile.Profile) Theme {
	p := lightPalette
	switch few := profile != colorprofile.Unknown && profile <= colorprofile.ANSI; {
	case dark && few:
		p = dark16Palette
	case dark:
		p = darkPalette
	case few:
		p = light16Palette
	}
	th := Theme{palette: p, Profile: profile, Dark: dark}
	fg := func(color string) ansi.Style {
		if color == "" {
			return ansi.Style{}
		}
		return ansi.Style{}.ForegroundColor(lipgloss.Color(color))
	}
	on := func(s ansi.Style, background string) ansi.Style {
		if background == "" {
			return s.Reverse(true)
		}
		return s.BackgroundColor(lipgloss.Color(background))
	}
	th.Text, th.Muted, th.Faint = asRole(fg(p.ink)), asRole(fg(p.grey)), asRole(fg(p.pale))
	th.Strong, th.Title, th.Accent = asRole(fg(p.ink).Bold()), asRole(fg(p.ink).Bold()), asRole(fg(p.blue).Bold())
	th.Selected, th.SelectedMuted = asRole(on(fg(p.ink).Bold(), p.rowBg)), asRole(on(fg(p.grey), p.rowBg))
	th.Match = asRole(on(fg(p.ink).Bold().Underline(true), p.findBg))
	th.Disputed, th.Quote, th.Warn = asRole(fg(p.red).Bold()), asRole(fg(p.green)), asRole(fg(p.amber).Bold())
	th.Key, th.Rule, th.Bar = asRole(fg(p.blue)), asRole(fg(p.pale)), asRole(fg(p.blue))
	th.Marker, th.Chip = asRole(fg(p.amber).Bold()), asRole(fg(p.amber).Bold())
	return th
}

func asRole(s ansi.Style) Role {
	if len(s) == 0 {
		return ""
	}
	return Role(s.String())
}
