package draft

import (
	"fmt"
	"strings"

	"timeline/internal/events"
)

// keys reports citation keys that are nearly a source's id. Keys of other works are none
// of our business.
func (k *check) keys() {
	for _, p := range k.paragraphs {
		for _, c := range p.Cites {
			if k.data.Source(c.Key) != nil {
				continue
			}
			if near := k.nearestKey(c.Key); near != "" {
				k.report(Finding{
					offset: c.Offset, Rule: RuleKey, Fault: true, Reading: near,
					Message: fmt.Sprintf("no source has the key %q: did you mean %s?", c.Key, near),
				})
			}
		}
	}
}

// nearestKey is the source whose id a key is a slip of, or "". A key that differs in its
// year is of another work of the author.
func (c *Checker) nearestKey(key string) string {
	best, least := "", 3
	for i := range c.data.Sources {
		id := c.data.Sources[i].ID
		if digitsOf(key) != digitsOf(id) {
			continue
		}
		a, b := lettersOf(key), lettersOf(id)
		if n := events.Distance(a, b, least); n < least && n*4 <= len(b) {
			best, least = id, n
		}
	}
	return best
}

func digitsOf(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r < '0' || r > '9' }), "")
}

// lettersOf are the folded letters of a key, without signs and digits.
func lettersOf(s string) string {
	return strings.Join(strings.FieldsFunc(events.Fold(s), func(r rune) bool { return r == ' ' || '0' <= r && r <= '9' }), "")
}
