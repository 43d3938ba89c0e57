package draft

import (
	"flag"
	"fmt"
	"strings"
	"testing"

	"timeline/internal/events"
)

var long = flag.Bool("long", false, "alter every quotation in every way, not half of them in one")

// TestAlteredQuotations quotes every quotation of the dataset, as it is and with a word
// changed, left out, added or moved: each alteration is found, and none where there is
// none.
func TestAlteredQuotations(t *testing.T) {
	t.Parallel()
	for _, withArticles := range []bool{false, true} {
		t.Run(fmt.Sprintf("articles=%v", withArticles), func(t *testing.T) {
			t.Parallel()
			c := checker(t, withArticles)
			tried := 0
			for _, e := range c.data.All() {
				for _, claim := range e.Claims {
					for part := range strings.SplitSeq(claim.Quote, cutMark) {
						part = strings.Trim(part, " \n")
						if len(wordsOf(part)) >= 6 && !strings.ContainsAny(part, "[…") {
							tried += alterations(t, c, part, claim)
						}
					}
				}
			}
			t.Logf("%d alterations", tried)
		})
	}
}

var innerQuotes = strings.NewReplacer("“", "‘", "”", "’", `"`, "'")

func alterations(t *testing.T, c *Checker, quote string, claim events.Claim) (tried int) {
	t.Helper()
	quote = strings.Join(strings.Fields(quote), " ")
	label := c.data.SourceLabel(claim.Source)
	faulty := func(q string) bool {
		d := Read(label+" writes: “"+innerQuotes.Replace(q)+"”", Plain)
		for _, f := range c.Check(d) {
			if f.Fault && f.Rule == RuleQuotation {
				return true
			}
		}
		return false
	}
	if faulty(quote) {
		t.Errorf("nothing is wrong with %q", quote)
	}
	words := strings.Split(quote, " ")
	n := len(words) / 2
	for len(wordsOf(words[n])) == 0 {
		n--
	}
	made := [][]string{
		append(append(append([]string{}, words[:n]...), "zebra"), words[n+1:]...),
		append(append([]string{}, words[:n]...), words[n+1:]...),
		append(append(append([]string{}, words[:n]...), "zebra"), words[n:]...),
	}
	for k, m := range made {
		if !*long && k != len(quote)%(2*len(made)) {
			continue
		}
		tried++
		if q := strings.Join(m, " "); !faulty(q) {
			t.Errorf("the alteration was not found: %q for %q", q, quote)
		}
	}
	return tried
}
