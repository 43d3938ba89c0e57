// Package theme is how the browser looks: the roles that text and signs play, a
// palette for them on a dark and on a light background, in 24-bit colour, 256, 16
// or none, and the signs that pictures are drawn with.
//
// No role tells a state by colour alone: red always comes with ≠, green with a
// letter or quotation marks, amber with brackets, ▌ or •. Blue against orange is
// the one pair that means something by itself (done by force, or not), and the
// signs of events say it too. Without colour only attributes are left, and every
// sign stays.
package theme

// Role is one purpose of text or of a cell.
type Role uint8

// The roles.
const (
	None       Role = iota // the terminal's own ink
	Ink                    // text; what was certainly so
	Strong                 // headings, names, figures
	Muted                  // labels, what lasted
	Faint                  // numbers, coasts
	Rule                   // lines only: too pale for text
	Blue                   // certain; said, agreed, written; keys
	BlueStrong             // what is set off in blue
	Shade                  // possible; regions
	Force                  // done by force
	Amber                  // the selection
	Red                    // a disagreement
	Green                  // letters of sources, quotations
	Water                  // rivers and lakes
	Match                  // words that a search has found
	Roles                  // how many there are
)

// look is a role in the three depths of colour: #rrggbb, an index among 256 that
// was chosen by hand, and a number among a terminal's own 16. Empty is the
// terminal's own ink.
type look struct {
	full, some, few string
	bold            bool
}

// palette is the looks on one kind of background.
type palette struct {
	looks      [Roles]look
	row, match look // the background of the selected row and of what was found; few: reverse video instead
}

var dark = palette{
	looks: [Roles]look{
		Ink:        {"#d8dee9", "254", "", false},
		Strong:     {"#d8dee9", "254", "", true},
		Muted:      {"#a7b0bf", "249", "7", false},
		Faint:      {"#96a1b2", "247", "7", false},
		Rule:       {"#6b7686", "243", "8", false},
		Blue:       {"#82b1ff", "111", "14", false},
		BlueStrong: {"#82b1ff", "111", "14", true},
		Shade:      {"#7aa0e0", "110", "6", false},
		Force:      {"#f0a06a", "215", "13", false},
		Amber:      {"#f2c572", "221", "11", true},
		Red:        {"#ff9b8f", "210", "9", true},
		Green:      {"#8fd6a5", "115", "10", false},
		Water:      {"#6a9ab3", "74", "6", false},
		Match:      {"#d8dee9", "254", "", true},
	},
	row:   look{full: "#2a3444", some: "236"},
	match: look{full: "#5c4a12", some: "58"},
}

var light = palette{
	looks: [Roles]look{
		Ink:        {"#1f2328", "235", "", false},
		Strong:     {"#1f2328", "235", "", true},
		Muted:      {"#4f5965", "240", "", false},
		Faint:      {"#5c6570", "241", "", false},
		Rule:       {"#7d8590", "244", "8", false},
		Blue:       {"#0550ae", "25", "4", false},
		BlueStrong: {"#0550ae", "25", "4", true},
		Shade:      {"#3565ab", "61", "4", false},
		Force:      {"#9a4200", "94", "5", false},
		Amber:      {"#7a4d00", "58", "", true},
		Red:        {"#a40e26", "124", "1", true},
		Green:      {"#116329", "22", "", false},
		Water:      {"#2f6f8f", "24", "4", false},
		Match:      {"#1f2328", "235", "", true},
	},
	row:   look{full: "#dde7f3", some: "254"},
	match: look{full: "#ffe9a8", some: "229"},
}

// shadeOnLightRow is Shade on the selected row in 256 colours: its own 61 has only
// 4.4:1 there.
const shadeOnLightRow = "25"
