package query

import (
	"math/bits"
	"slices"
	"strings"
	"sync/atomic"

	"timeline/internal/events"
)

// mentions is where the events stand that have a concept: the most telling place of
// each.
type mentions struct {
	prose  [len(fields)]Set // by the field of the text, each event in one
	record Set              // as an actor, a place or a type
	// begun tells that a word begins with what is looked for, and is another.
	begun atomic.Bool
}

// none tells whether no event has the concept.
func (m *mentions) none() bool {
	return m.record.Empty() && !slices.ContainsFunc(m.prose[:], func(s Set) bool { return !s.Empty() })
}

// all are the events that have the concept anywhere.
func (m *mentions) all() Set {
	all := m.record.Clone()
	for _, s := range m.prose {
		all.add(s)
	}
	return all
}

// gather finds the events that have each of several concepts, in one look through all
// texts.
func gather(d *events.Dataset, list []*concept) []*mentions {
	n := d.Len()
	s := sweep{d: d, concepts: list}
	s.admitAll(events.EndField[1])
	for k, c := range list {
		s.found = append(s.found, &mentions{prose: [...]Set{NewSet(n), NewSet(n), NewSet(n)}, record: NewSet(n)})
		for _, f := range c.finds {
			s.look(f.needle, k)
		}
	}
	eachChunk(n, func(lo, hi int) {
		s.texts(lo, hi)
		for k, c := range list {
			if !c.named() && c.types == nil {
				continue
			}
			for i := lo; i < hi; i++ {
				if c.role(d, events.Index(i)) > 0 {
					s.found[k].record.Add(events.Index(i))
				}
			}
		}
	})
	return s.found
}

// sweep looks for the needles of several concepts at once. Each begins with a space, and
// where a space stands the next two bytes nearly always tell that none begins there.
type sweep struct {
	d        *events.Dataset
	concepts []*concept
	found    []*mentions // of each concept
	needles  [256][]needle
	may      [1 << 16 / 64]uint64 // two bytes that a needle begins with behind its space
}

// needle is what a concept is looked for as.
type needle struct {
	text    string
	concept int
}

// look adds a needle.
func (s *sweep) look(text string, concept int) {
	if len(text) < 2 {
		return
	}
	first := text[1]
	s.needles[first] = append(s.needles[first], needle{text, concept})
	if len(text) > 2 {
		s.admit(first, text[2])
	} else {
		s.admitAll(first)
	}
}

func (s *sweep) admitAll(first byte) {
	for second := range 256 {
		s.admit(first, byte(second))
	}
}

func (s *sweep) admit(first, second byte) {
	k := uint(first)<<8 | uint(second)
	s.may[k>>6] |= 1 << (k & 63)
}

// block is how many bytes a sweep looks at together: one for each bit of a mask.
const block = 64

// spaces tells which bytes of a block are spaces, the first by the lowest bit. A byte
// after a space that differs from one in the lowest bit only may be marked too.
func spaces(s string) (mask uint64) {
	_ = s[block-1]
	const ones = 0x0101010101010101
	for k := 0; k < block; k += 8 {
		b := s[k : k+8]
		x := uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 | uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
		x ^= ' ' * ones
		high := (x - ones) &^ x & (0x80 * ones)
		mask |= (high >> 7 * 0x0102040810204080 >> 56) << k // the eight highest bits, gathered
	}
	return mask
}

// texts looks through the texts of the events from lo to hi, exclusive.
func (s *sweep) texts(lo, hi int) {
	start, _ := s.d.Text.Bounds(lo)
	_, end := s.d.Text.Bounds(hi - 1)
	text := s.d.Text.Bytes[:end]
	at := place{event: lo, seen: make([]int, len(s.concepts)), same: make([]string, len(s.concepts))}
	p := int(start)
	for ; p+block+2 <= len(text); p += block {
		part := text[p : p+block+2]
		for m := spaces(part); m != 0; m &= m - 1 {
			q := bits.TrailingZeros64(m)
			if two := uint(part[q+1])<<8 | uint(part[q+2]); s.may[two>>6]&(1<<(two&63)) != 0 {
				s.here(text, p+q, &at)
			}
		}
	}
	for ; p+1 < len(text); p++ {
		if text[p] == ' ' {
			s.here(text, p, &at)
		}
	}
}

// place is where a sweep stands.
type place struct {
	event, field int
	seen         []int    // by concept: one more than the event that is known to have it
	same         []string // by concept: what was found last, to the space behind it
}

// wordAt is the text from a byte to the space behind another, or empty if none is near.
func wordAt(text string, end, from int) string {
	for ; end < len(text) && end < from+block; end++ {
		if text[end] == ' ' {
			return text[from : end+1]
		}
	}
	return ""
}

// here tells which needles begin at the space at p.
func (s *sweep) here(text string, p int, at *place) {
	for int(s.d.Text.Ends[at.event]) <= p {
		at.event, at.field = at.event+1, 0
	}
	if text[p+1] == events.EndField[1] {
		at.field++
		return
	}
	for _, n := range s.needles[text[p+1]] {
		if at.seen[n.concept] == at.event+1 || !strings.HasPrefix(text[p:], n.text) {
			continue
		}
		m := s.found[n.concept]
		if same := at.same[n.concept]; same == "" || !strings.HasPrefix(text[p:], same) {
			if !s.concepts[n.concept].accepts(text, p, len(n.text)) {
				m.begun.CompareAndSwap(false, true)
				continue
			}
			at.same[n.concept] = wordAt(text, p+len(n.text), p)
		}
		at.seen[n.concept] = at.event + 1
		m.prose[min(at.field, len(fields)-1)].Add(events.Index(at.event))
	}
}

// accepts tells whether what a finder found at p is the concept.
func (c *concept) accepts(s string, p, n int) bool {
	end := p + n
	if c.accept == nil {
		return c.some || endsWord(s, end)
	}
	for end < len(s) && s[end] != ' ' && s[end] != '\n' {
		end++
	}
	return c.accept(s[p+1 : end])
}

// next is the first place where a finder finds the concept, or -1.
func (c *concept) next(text string, f finder) int {
	for p := 0; ; p++ {
		if p = f.next(text, p); p < 0 || c.accepts(text, p, len(f.needle)) {
			return p
		}
	}
}

// endsWord tells whether a word ends at a byte, or but for the s of a possessive.
func endsWord(s string, at int) bool {
	for range 2 {
		if at >= len(s) || s[at] == ' ' || s[at] == '\n' {
			return true
		}
		if s[at] != 's' {
			return false
		}
		at++
	}
	return false
}

// role tells how much an event's actors, places and type are the concept: 0 for not
// at all.
func (c *concept) role(d *events.Dataset, i events.Index) float64 {
	much := 0.0
	if c.types != nil {
		much = c.types[d.Types[i]]
	}
	if c.actors != nil && wants(c.actors, d.ActorsOf.At(int(i))) || c.places != nil && wants(c.places, d.PlacesOf.At(int(i))) {
		return max(much, nameInRoles)
	}
	return much
}

// in tells where the first mention of the concept in an event's text is.
func (c *concept) in(text string) (field int, ok bool) {
	first := -1
	for _, f := range c.finds {
		if p := c.next(text, f); p >= 0 && (first < 0 || p < first) {
			first = p
		}
	}
	if first < 0 {
		return 0, false
	}
	return strings.Count(text[:first], events.EndField), true
}
