package articles

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"timeline/internal/events"
)

// Record is the record of a verification: the hash of each very text at hand,
// and of each quotation that stands in it where its locator says. What the
// dataset's own record says of sources whose very text is not at hand is kept
// as far as it still holds.
func Record(d *events.Dataset, arts map[string]*Article) events.Record {
	r := events.Record{Texts: map[string]string{}, Quotes: map[string]string{}}
	for id, a := range arts {
		if a != nil && a.Exact && d.Source(id) != nil {
			r.Texts[id] = a.SHA256
		}
	}
	kept := map[string]bool{}
	for id, sha := range d.Record().Texts {
		if l := d.Layout(id); r.Texts[id] == "" && l != nil && l.SHA256 == sha {
			kept[id], r.Texts[id] = true, sha
		}
	}
	for _, e := range d.All() {
		for n, c := range e.Claims {
			key := events.QuoteKey(e.ID, n)
			switch {
			case c.Quote == "" || r.Texts[c.Source] == "":
				continue
			case kept[c.Source]:
				if h := events.QuoteHash(c); d.Record().Quotes[key] == h {
					r.Quotes[key] = h
				}
				continue
			}
			if what, _ := arts[c.Source].fault(c); what == "" {
				r.Quotes[key] = events.QuoteHash(c)
			}
		}
	}
	return r
}

// WriteRecord writes the record as data/verified.yaml: always the same bytes
// for the same record.
func WriteRecord(w io.Writer, r events.Record) error {
	b := bufio.NewWriter(w)
	fmt.Fprint(b, "# Which quotations were found word for word at their locators, and in which texts.\n"+
		"# Written by timeline verify --record; not to be edited by hand.\n"+
		"#\n"+
		"# texts: source: SHA-256 of the article's text as received\n"+
		"# quotes: event/number of the claim: SHA-256 of its source, locator and normalised quotation\n")
	mapping(b, "texts", r.Texts, strings.Compare)
	mapping(b, "quotes", r.Quotes, byClaim)
	return b.Flush()
}

// mapping writes a mapping of plain keys, which are ids, to hashes. The quotes
// keep a hash of digits from being read as a number.
func mapping(b *bufio.Writer, name string, m map[string]string, order func(a, b string) int) {
	if len(m) == 0 {
		fmt.Fprintf(b, "%s: {}\n", name)
		return
	}
	fmt.Fprintf(b, "%s:\n", name)
	for _, k := range slices.SortedFunc(maps.Keys(m), order) {
		fmt.Fprintf(b, "  %s: %q\n", k, m[k])
	}
}

// byClaim orders "event/10" after "event/9".
func byClaim(a, b string) int {
	eventA, claimA, _ := strings.Cut(a, "/")
	eventB, claimB, _ := strings.Cut(b, "/")
	x, _ := strconv.Atoi(claimA)
	y, _ := strconv.Atoi(claimB)
	return cmp.Or(strings.Compare(eventA, eventB), cmp.Compare(x, y), strings.Compare(a, b))
}
