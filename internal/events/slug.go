package events

import (
	"fmt"
	"hash/fnv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"timeline/internal/edtf"
)

// MaxSlug is the most bytes that Slug returns.
const MaxSlug = 60

// Slug makes an id, or the part of one that follows the date, of a name or title:
// lower-case letters of ASCII and digits with hyphens between, cut where a word ends.
// A name without any of them, such as one in Arabic, becomes a number that is always
// the same for it.
func Slug(s string) string {
	var b strings.Builder
	gap := false
	for _, c := range inASCII.Replace(strings.ToLower(norm.NFKD.String(s))) {
		switch {
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(c)
		case unicode.Is(unicode.Mn, c) || strings.ContainsRune("'’‘ʿʾʼ`", c):
		default:
			gap = true
		}
	}
	slug := b.String()
	if slug == "" {
		sum := fnv.New32a()
		sum.Write([]byte(s))
		return fmt.Sprintf("x%08x", sum.Sum32())
	}
	if len(slug) > MaxSlug {
		slug = slug[:MaxSlug+1]
		if at := strings.LastIndexByte(slug, '-'); at > MaxSlug/2 {
			return slug[:at]
		}
		return strings.TrimRight(slug[:MaxSlug], "-")
	}
	return slug
}

// inASCII spells a letter with those of ASCII where Latin script has one more.
var inASCII = strings.NewReplacer("æ", "ae", "œ", "oe", "ß", "ss", "ø", "o", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "ı", "i")

// FreeID returns slug, or slug-2, slug-3 … if that is taken.
func FreeID(slug string, taken func(string) bool) string {
	id := slug
	for n := 2; taken(id); n++ {
		id = fmt.Sprintf("%s-%d", slug, n)
	}
	return id
}

// FreeIDs hands out ids that all differ. What thousands share is not counted up from 2
// for each of them, as [FreeID] would.
type FreeIDs struct {
	last map[string]int // the number that stood last behind an id that is taken, 1 for none
}

// Take returns slug, or slug-2, slug-3 … if that is taken, and takes it.
func (f *FreeIDs) Take(slug string) string {
	if f.last == nil {
		f.last = map[string]int{}
	}
	id := slug
	for n := f.last[slug]; f.last[id] > 0; id = fmt.Sprintf("%s-%d", slug, n) {
		n++
		f.last[slug] = n
	}
	f.last[id] = 1
	return id
}

// EventID is the id of an event: its date as far as it is known, and words of its title.
func EventID(d edtf.Date, title string) string {
	day, precision := d.Earliest(), d.Precision()
	if from, _ := d.Ends(); !from.IsZero() {
		precision = from.Precision()
	}
	if day == edtf.DistantPast {
		day = d.Latest()
	}
	y, m, dd := day.Civil()
	prefix := fmt.Sprintf("%04d", y)
	if y < 0 {
		prefix = fmt.Sprintf("-%04d", -y)
	}
	switch precision {
	case edtf.PrecisionDay:
		prefix += fmt.Sprintf("-%02d-%02d", m, dd)
	case edtf.PrecisionMonth:
		prefix += fmt.Sprintf("-%02d", m)
	}
	return prefix + "-" + Slug(title)
}
