package events

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"timeline/internal/edtf"
	"timeline/internal/english"
)

// Actor is a person, group, state or organisation that acts.
type Actor struct {
	ID        string
	Name      string // canonical
	Short     string // for narrow rows; empty if the name is short enough
	Kind      ActorKind
	Spellings []Spelling // all spellings found in the sources, the canonical name among them or not
	Relations []Relation // memberships, offices, lineage: each dated and cited as far as the sources go
	Citations []Citation // what the profile rests on
	Uncertain string     // why the identity is an inference, where it is
	Profile   string     // Markdown, our own words
}

// Spelling is one way in which sources print a name.
type Spelling struct {
	As      string
	Form    SpellingForm
	Sources []string // source ids; empty for a spelling that only we use
}

// Relation is an edge between two actors.
type Relation struct {
	Kind   RelationKind
	To     string    // actor id
	Office string    // title of the office, for leads, holds-office-in and succeeds
	Event  string    // id of the event that tells of it, if one does
	Date   edtf.Date // zero where no source dates it
	Cite   Citation
	Note   string
}

// Citation points at a block of a source.
type Citation struct {
	Source string
	At     Locator
}

// Place is somewhere that events happened. Where its Precision is Unlocated, its
// coordinates are not known and mean nothing.
type Place struct {
	ID        string
	Name      string
	Short     string // for narrow rows; empty if the name is short enough
	Spellings []Spelling
	Country   string // English name, or several joined by " / "
	Lat, Lon  float64
	Precision PlacePrecision
	Note      string
}

// Source is one of the works that the claims come from.
type Source struct {
	ID        string
	Authors   []Author // empty for an unsigned work
	Title     string
	Container string    // the journal, archive, blog or series
	Publisher string    //
	Kind      string    // CSL item type: article-journal, post-weblog, report, manuscript
	Date      edtf.Date // as the source itself or its address gives it
	DateNote  string    // what Date rests on
	URL       string    // confirmed address; empty if none
	Number    string    // archive number ("hal-01081769") or volume
	Rights    string    // whose words the quotations are
	Short     string    // short title for notes
	Profile   string    // Markdown, our own words
}

// Author is a person named as author.
type Author struct{ Given, Family string }

// Byline is the authors' names in reading order, or "Unsigned".
func (s *Source) Byline() string {
	if len(s.Authors) == 0 {
		return "Unsigned"
	}
	return english.JoinedOf(", ", s.Authors, func(a Author) string { return strings.TrimSpace(a.Given + " " + a.Family) })
}

// Label is the shortest name that tells the source apart: the first author's
// family name, or the container's name for an unsigned work, or else its title if that
// is short.
func (s *Source) Label() string {
	if len(s.Authors) > 0 {
		return s.Authors[0].Family
	}
	if s.Container != "" {
		return s.Container
	}
	const most = 40 // letters of a label
	for _, name := range []string{s.Short, s.Title} {
		if name != "" && utf8.RuneCountInString(name) <= most {
			return name
		}
	}
	return s.ID
}

// SourceLetters are the letters that stand for sources in pictures, one for each,
// in their order: of the letters of its label the first that no source before it
// has, as a capital. Where they are all taken, it is the first free one of A to Z,
// 0 to 9 and a to z; beyond 62 sources, * stands for every further one.
func SourceLetters(sources []Source) []rune {
	letters := make([]rune, len(sources))
	for i := range sources {
		letters[i] = freeLetter(sources[i].Label(), letters[:i])
	}
	return letters
}

const spareLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789abcdefghijklmnopqrstuvwxyz"

func freeLetter(label string, taken []rune) rune {
	for _, r := range norm.NFD.String(label) {
		if r = unicode.ToUpper(r); r >= 'A' && r <= 'Z' && !slices.Contains(taken, r) {
			return r
		}
	}
	for _, r := range spareLetters {
		if !slices.Contains(taken, r) {
			return r
		}
	}
	return '*'
}
