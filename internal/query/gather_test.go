package query

import (
	"testing"

	"timeline/internal/events"
)

// TestGather holds what a look through all texts at once finds against each event's text
// by itself, on both sides of a chunk and with needles of one letter.
func TestGather(t *testing.T) {
	t.Parallel()
	d := threeChunks()
	for _, typed := range []string{
		"zarroug kidnapped near the salt road", "a founding at 5 o'clock", "mediators negotiates salt", "b c d e f g", "Bilal Zarroug killed in Gao", "zeppelin",
	} {
		r, err := read(d, typed)
		if err != nil {
			t.Fatal(err)
		}
		var list []*concept
		for k := range r.concepts {
			list = append(list, &r.concepts[k])
		}
		for k, m := range gather(d, list) {
			c := list[k]
			for i := range events.Index(d.Len()) {
				field, ok := c.in(d.Text.At(int(i)))
				for n, s := range m.prose {
					if want := ok && min(field, 2) == n; s.Has(i) != want {
						t.Fatalf("%q: event %d has %q in field %d: %v, want %v", typed, i, c.typed, n, s.Has(i), want)
					}
				}
				if m.record.Has(i) != (c.role(d, i) > 0) {
					t.Fatalf("%q: event %d by its record: %v", typed, i, m.record.Has(i))
				}
			}
		}
	}
}

// TestSpaces holds the mask of a block's spaces against its bytes.
func TestSpaces(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"the  mediators negotiate over the radio mast | the frontier towné x\n ", "                                                                  ",
		"abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnop",
	} {
		mask := spaces(text)
		for i := range block {
			if got := mask>>i&1 == 1; got != (text[i] == ' ') {
				t.Errorf("byte %d of %q is a space: %v", i, text, got)
			}
		}
	}
}
