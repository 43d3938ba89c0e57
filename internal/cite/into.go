package cite

import (
	"bytes"
	"regexp"
	"strings"

	"timeline/internal/edtf"
	"timeline/internal/events"
)

// bibEntry matches the beginning of an entry of a BibTeX file, with its key.
var bibEntry = regexp.MustCompile(`(?m)^[ \t]*@[A-Za-z]+[ \t\r\n]*[{(][ \t\r\n]*([^\s,{}()]+)[ \t\r\n]*,`)

// Into returns the text of a BibTeX file with entries for the works added at its end,
// those left out whose keys it has already: BibTeX refuses a key that comes twice, in
// whatever case. What the file has is kept byte for byte. added and kept are the ids of
// the works.
func Into(file []byte, d *events.Dataset, items []Item, accessed edtf.Date) (text []byte, added, kept []string) {
	has := map[string]bool{}
	for _, m := range bibEntry.FindAllSubmatch(file, -1) {
		has[strings.ToLower(string(m[1]))] = true
	}
	text = bytes.Clone(file)
	for _, it := range merge(items) {
		w := newWork(d, it, accessed)
		if has[strings.ToLower(key(w.id))] {
			kept = append(kept, w.id)
			continue
		}
		added = append(added, w.id)
		switch {
		case len(text) > 0 && !bytes.HasSuffix(text, []byte("\n")):
			text = append(text, "\n\n"...)
		case len(text) > 0:
			text = append(text, '\n')
		}
		text = append(text, w.bibTeX()...)
		text = append(text, '\n')
	}
	return text, added, kept
}
