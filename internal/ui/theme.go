package ui

import (
	"image/color"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// role is one purpose of text on the screen, as the escape sequence that turns
// its looks on. Colours are given in full; Bubble Tea's renderer reduces them to
// what the terminal has, or to none. No role tells a state by colour alone: each
// state also has a mark, a word or an attribute.
type role string

// paint dresses s, which must hold no escape sequences of its own.
func (r role) paint(s string) string {
	if r == "" || s == "" {
		return s
	}
	return string(r) + s + ansi.ResetStyle
}

// theme holds a role for each purpose.
type theme struct {
	dark bool

	text, muted, faint, strong, title, accent role
	selected, selectedMuted                   role // the row under the cursor
	match, disputed, quote, warn, key, rule   role
	bar, barFaint, marker, chip               role
}

// newTheme returns the looks for a dark or light background.
func newTheme(dark bool) theme {
	pick := lipgloss.LightDark(dark)
	c := func(light, dark string) color.Color { return pick(lipgloss.Color(light), lipgloss.Color(dark)) }
	var (
		ink    = c("#1f2328", "#d8dee9")
		grey   = c("#59636e", "#98a2b3")
		pale   = c("#8b949e", "#5c6675")
		blue   = c("#0550ae", "#82b1ff")
		amber  = c("#7a4d00", "#f2c572")
		red    = c("#a40e26", "#ff9b8f")
		green  = c("#116329", "#8fd6a5")
		rowBg  = c("#dde7f3", "#2a3444")
		findBg = c("#ffe9a8", "#5c4a12")
	)
	style := func(fg color.Color) ansi.Style { return ansi.Style{}.ForegroundColor(fg) }
	return theme{
		dark: dark,
		text: role(style(ink).String()), muted: role(style(grey).String()), faint: role(style(pale).String()),
		strong: role(style(ink).Bold().String()), title: role(style(ink).Bold().String()), accent: role(style(blue).Bold().String()),
		selected:      role(style(ink).BackgroundColor(rowBg).Bold().String()),
		selectedMuted: role(style(grey).BackgroundColor(rowBg).String()),
		match:         role(style(ink).BackgroundColor(findBg).Bold().Underline(true).String()),
		disputed:      role(style(red).Bold().String()), quote: role(style(green).String()), warn: role(style(amber).Bold().String()),
		key: role(style(blue).String()), rule: role(style(pale).String()),
		bar: role(style(blue).String()), barFaint: role(style(pale).String()), marker: role(style(amber).Bold().String()),
		chip: role(style(amber).String()),
	}
}
