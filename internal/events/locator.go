package events

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"timeline/internal/pattern"
)

// Locator says where in a source something stands: a kind and a number from one. The
// zero value is "nowhere".
//
//	p12        body paragraph 12 (list items and block quotations count)
//	n4         the source's own note 4
//	h2         a title, byline, date or heading
//	c1         a caption
//	b1         the author's biography
//	f1         furniture of the page, such as a menu
//	pg14       page 14; pg14-16 pages 14 to 16
//	t1:23:45   an hour, 23 minutes and 45 seconds into a recording; t12:30; t5:00-6:30
//	v3:16      verse 16 of chapter or canto 3; v16 verse or line 16; v3:16-18
//	fig2       figure 2
type Locator struct {
	Kind   byte
	Number uint16 // seconds of a time, the chapter of a verse that has one
	Verse  uint16 // of a chapter
	Last   uint16 // where a stretch of pages, seconds or verses ends; zero for a single one
}

// Kinds of locator that are not a block of a text.
const (
	LocatorPage   = 'g'
	LocatorTime   = 't'
	LocatorVerse  = 'v'
	LocatorFigure = 'i'
)

var (
	blockLocator = pattern.Lazy(`^([pnhcbf])([1-9][0-9]{0,3})$`)
	otherLocator = pattern.Lazy(`^(pg|fig|v)([1-9][0-9]{0,4})(?::([1-9][0-9]{0,4}))?(?:-([1-9][0-9]{0,4}))?$`)
	timeLocator  = pattern.Lazy(`^t([0-9:]{1,8})(?:-([0-9:]{1,8}))?$`)
)

// ParseLocator reads what String writes; ok is false for anything else.
func ParseLocator(s string) (l Locator, ok bool) {
	if m := blockLocator().FindStringSubmatch(s); m != nil {
		return Locator{Kind: s[0], Number: small(m[2])}, true
	}
	if m := timeLocator().FindStringSubmatch(s); m != nil {
		from, ok := seconds(m[1])
		to, good := seconds(m[2])
		return Locator{Kind: LocatorTime, Number: from, Last: to}, ok && (m[2] == "" || good && to > from)
	}
	m := otherLocator().FindStringSubmatch(s)
	if m == nil {
		return Locator{}, false
	}
	l = Locator{Kind: map[string]byte{"pg": LocatorPage, "fig": LocatorFigure, "v": LocatorVerse}[m[1]], Number: small(m[2]), Verse: small(m[3]), Last: small(m[4])}
	first := l.Number
	if m[3] != "" {
		first = l.Verse
	}
	fits := l.Number > 0 && (m[3] == "" || l.Verse > 0 && l.Kind == LocatorVerse) && (m[4] == "" || l.Last > first && l.Kind != LocatorFigure)
	return l, fits
}

// small reads a number of at most 16 bits; a greater one is zero.
func small(digits string) uint16 {
	n, err := strconv.ParseUint(digits, 10, 16)
	if err != nil {
		return 0
	}
	return uint16(n)
}

// seconds reads h:mm:ss or m:ss.
func seconds(s string) (total uint16, ok bool) {
	parts := strings.Split(s, ":")
	if len(parts) < 2 || len(parts) > 3 {
		return 0, false
	}
	sum := 0
	for i, part := range parts {
		n, err := strconv.Atoi(part)
		if err != nil || i > 0 && (len(part) != 2 || n > 59) {
			return 0, false
		}
		sum = sum*60 + n
	}
	return uint16(sum), sum <= math.MaxUint16
}

// clock writes seconds as m:ss or h:mm:ss.
func clock(n uint16) string {
	if n < 3600 {
		return fmt.Sprintf("%d:%02d", n/60, n%60)
	}
	return fmt.Sprintf("%d:%02d:%02d", n/3600, n/60%60, n%60)
}

func (l Locator) String() string {
	switch l.Kind {
	case 0:
		return ""
	case LocatorPage:
		return "pg" + l.Numbers("-")
	case LocatorFigure:
		return "fig" + l.Numbers("-")
	case LocatorTime, LocatorVerse:
		return string(l.Kind) + l.Numbers("-")
	}
	return string(l.Kind) + strconv.Itoa(int(l.Number))
}

// Numbers are the locator's numbers without its kind: "14", "14–16" with an en dash
// for to, "1:23:45", "3:16".
func (l Locator) Numbers(to string) string {
	write := func(n uint16) string { return strconv.Itoa(int(n)) }
	if l.Kind == LocatorTime {
		write = clock
	}
	s := write(l.Number)
	if l.Verse > 0 {
		s += ":" + write(l.Verse)
	}
	if l.Last > 0 {
		s += to + write(l.Last)
	}
	return s
}

// Words put a locator into words that need no layout: "¶12", "n. 4", "p. 14",
// "1:23:45". Other blocks are as String.
func (l Locator) Words() string {
	label, ok := locatorLabels[l.Kind]
	switch {
	case !ok:
		return l.String()
	case l.Last > 0:
		return label[1] + l.Numbers("–")
	}
	return label[0] + l.Numbers("–")
}

// locatorLabels stand before one number and before a stretch.
var locatorLabels = map[byte][2]string{
	'n': {"n. ", "n. "}, 'p': {"¶", "¶"}, LocatorTime: {"", ""}, LocatorFigure: {"fig. ", "fig. "},
	LocatorPage: {"p. ", "pp. "}, LocatorVerse: {"v. ", "vv. "},
}

// Labelled locators, as people write them.
var typedLocators = []struct {
	words  []string
	prefix string
}{
	{[]string{"pages", "page", "pp.", "pp", "pg.", "pg", "p."}, "pg"},
	{[]string{"paragraphs", "paragraph", "paras.", "para.", "para", "par.", "¶"}, "p"},
	{[]string{"footnote", "endnote", "note", "fn.", "fn", "n."}, "n"},
	{[]string{"figure", "fig.", "fig"}, "fig"},
	{[]string{"verses", "verse", "vv.", "v.", "lines", "line", "l."}, "v"},
	{[]string{"minute", "min.", "min", "at", "time"}, "t"},
}

// ReadLocator reads a locator as people write it: "p. 14", "pp. 14–16", "note 4",
// "para. 12", "fig. 2", "1:23:45", and whatever ParseLocator takes. The error says
// how to write one.
func ReadLocator(s string) (Locator, error) {
	typed := strings.ToLower(strings.TrimSpace(s))
	if l, ok := ParseLocator(typed); ok {
		return l, nil
	}
	if l, ok := ParseLocator("t" + typed); ok {
		return l, nil
	}
	for _, k := range typedLocators {
		for _, word := range k.words {
			rest, found := strings.CutPrefix(typed, word)
			if !found {
				continue
			}
			rest = strings.NewReplacer("–", "-", " ", "").Replace(rest)
			if l, ok := ParseLocator(k.prefix + rest); ok {
				return l, nil
			}
		}
	}
	return Locator{}, fmt.Errorf("locator %q is not understood: write “p. 14” for a page, “note 4”, “para. 12”, “fig. 2”, “v. 3:16”, or “1:23:45” for a time", s)
}

// MarshalText writes the locator as String does.
func (l Locator) MarshalText() ([]byte, error) { return []byte(l.String()), nil }

// UnmarshalText reads what MarshalText writes.
func (l *Locator) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*l = Locator{}
		return nil
	}
	parsed, ok := ParseLocator(string(text))
	if !ok {
		return fmt.Errorf("locator %q is not a block", text)
	}
	*l = parsed
	return nil
}
