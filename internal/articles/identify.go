package articles

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"timeline/internal/english"
	"timeline/internal/events"
)

// MaxBytes is the most that the text of an article may have. The longest of
// the five has 46 kB.
const MaxBytes = 8 << 20

// Identify tells by content which source a text is, whatever its file is
// called: the one whose layout has the text's hash, or else the one whose
// quotations the text holds: a third of them and the title, or half of them and
// three at least; and no second source likewise (an export of this very
// dataset). The error says what the text is not, and what comes nearest.
func Identify(text []byte, d *events.Dataset) (id string, err error) {
	return newKnown(d).identify(text)
}

// known is what texts are known again by.
type known []knownSource

type knownSource struct {
	id, label, sha string
	title          string   // letters and digits only
	quotes         []string // likewise, of each quotation the longest part
	words          int      // of the text that its layout was made from; 0 if unknown
}

// newKnown collects every source's quotations.
func newKnown(d *events.Dataset) known {
	var k known
	for i := range d.Sources {
		s := &d.Sources[i]
		ks := knownSource{id: s.ID, label: s.Label(), title: lettersOf(s.Title)}
		if l := d.Layout(s.ID); l != nil {
			ks.sha, ks.words = l.SHA256, l.Words
		}
		k = append(k, ks)
	}
	for _, e := range d.All() {
		for _, c := range e.Claims {
			n := d.SourceNumber(c.Source)
			if q := longestPart(c.Quote); n >= 0 && q != "" && !slices.Contains(k[n].quotes, q) {
				k[n].quotes = append(k[n].quotes, q)
			}
		}
	}
	return k
}

// longestPart is the longest part of a quotation between cuts, in letters and
// digits; empty if even that is too short to tell a text by.
func longestPart(quote string) string {
	longest := ""
	for _, p := range cutParts(quote) {
		if p = lettersOf(p); len(p) > len(longest) {
			longest = p
		}
	}
	if len(longest) < 12 {
		return ""
	}
	return longest
}

// identify is Identify.
func (k known) identify(text []byte) (string, error) {
	if reason := notPlainText(text); reason != "" {
		return "", errors.New(reason)
	}
	for _, t := range variants(text) {
		sum := hashOf(t)
		for _, s := range k {
			if s.sha == sum {
				return s.id, nil
			}
		}
	}
	letters := lettersOf(wholeText(text))
	var hits []int
	best := -1
	for i, s := range k {
		hits = append(hits, s.in(letters))
		if best < 0 || hits[i]*len(k[best].quotes) > hits[best]*len(s.quotes) || len(k[best].quotes) == 0 {
			best = i
		}
	}
	none := "this is none of the " + articlesInWords(len(k))
	if best < 0 || hits[best] == 0 {
		return "", errors.New(none + ": it holds no quotation of any")
	}
	nearest := &k[best]
	if !nearest.likely(hits[best], letters) {
		return "", fmt.Errorf("%s: the nearest is %s with %s", none, nearest.label, nearest.ofQuotations(hits[best]))
	}
	for i, s := range k {
		if i != best && s.likely(hits[i], letters) {
			return "", fmt.Errorf("this is not one article: it holds %s of %s and %s of %s", nearest.ofQuotations(hits[best]), nearest.label, s.ofQuotations(hits[i]), s.label)
		}
	}
	if n := len(bytes.Fields(text)); nearest.words >= 200 && n*100 < nearest.words*leastOfWords {
		return "", fmt.Errorf("this is only a part of %s: %d of about %d words", nearest.label, n, nearest.words)
	}
	return nearest.id, nil
}

// leastOfWords is the share of an article's words, in hundredths, without which
// a text is an excerpt and not a copy of it. Works of under 200 words are not
// held against it.
const leastOfWords = 60

// in counts the quotations that a text holds.
func (s *knownSource) in(letters string) int {
	n := 0
	for _, q := range s.quotes {
		if strings.Contains(letters, q) {
			n++
		}
	}
	return n
}

// likely tells whether so many quotations make a text this source.
func (s *knownSource) likely(found int, letters string) bool {
	const opening = 4000 // bytes in which a title stands, furniture before it or not
	titled := s.title != "" && strings.Contains(letters[:min(len(letters), opening)], s.title)
	return titled && found > 0 && found*3 >= len(s.quotes) || found >= 3 && found*2 >= len(s.quotes)
}

// notPlainText says why a text cannot be read at all, or is empty.
func notPlainText(text []byte) string {
	head := bytes.ToLower(bytes.TrimSpace(text[:min(len(text), 512)]))
	switch {
	case len(text) > MaxBytes:
		return fmt.Sprintf("it is larger than %d MiB, which no article is", MaxBytes>>20)
	case bytes.HasPrefix(head, []byte("%pdf-")):
		return "it is a PDF: save its text as plain text first (pdftotext -layout FILE.pdf)"
	case bytes.HasPrefix(head, []byte("<!doctype html")), bytes.HasPrefix(head, []byte("<html")):
		return "it is a web page: save its text as plain text first"
	case !utf8.Valid(text):
		return "it is not UTF-8 text"
	case len(head) == 0 && len(bytes.TrimSpace(text)) == 0:
		return "it is empty"
	}
	return ""
}

// wholeText is a text in one piece, without decorations and note marks.
func wholeText(text []byte) string {
	lines := splitLines(text)
	markdown := isMarkdown(lines)
	var b strings.Builder
	for _, line := range lines {
		line = undecorated(line, markdown)
		if !isNumber(strings.TrimSpace(line)) {
			b.WriteString(line + "\n")
		}
	}
	return b.String()
}

// lettersOf is the letters and digits of s in lower case, accents and ligatures
// taken apart and all else dropped.
func lettersOf(s string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(s) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

func articlesInWords(n int) string {
	switch n {
	case 0:
		return "articles, as there are none"
	case 1:
		return "one article"
	}
	return english.Number(n) + " articles"
}

func (s *knownSource) ofQuotations(found int) string {
	if len(s.quotes) == 1 {
		return fmt.Sprintf("%d of its one quotation", found)
	}
	return fmt.Sprintf("%d of %d quotations", found, len(s.quotes))
}
