package query

import (
	"cmp"
	"context"
	"math/bits"
	"runtime"
	"sync"
	"sync/atomic"

	"timeline/internal/events"
	"timeline/internal/sorting"
)

// Matcher is a query made ready for one dataset. It is safe for concurrent use.
type Matcher struct {
	d     *events.Dataset
	tests []test // cheapest first
	weak  bool   // a word matches a weak spelling: see textTests
}

// test is one term made ready.
type test struct {
	cost int
	not  bool
	// keep tells of one event whether it matches; nil if text is set.
	keep func(i int) bool
	text *textTest
}

// The costs of tests, which run cheapest first so that later ones see few events.
const (
	costID = iota
	costColumn
	costList
	costTime
	costText
	costRecord // looks at whole records
)

// Compile makes a query ready. Terms must be canonical, as Parse returns them or
// built with ids; a value that names nothing matches nothing.
func Compile(d *events.Dataset, q Query) *Matcher {
	m := &Matcher{d: d}
	for _, t := range q.Terms {
		if t.Key != KeyText && len(t.Values) > 0 {
			m.tests = append(m.tests, newTest(d, t))
		}
	}
	tests, weak := textTests(d, q)
	m.tests, m.weak = append(m.tests, tests...), weak
	sorting.Records(m.tests, func(a, b *test) int { return cmp.Compare(a.cost, b.cost) })
	return m
}

// Select returns the events that match a query.
func Select(d *events.Dataset, q Query) Set { return Compile(d, q).Set() }

// Run returns the events that match, in order.
func (m *Matcher) Run() []events.Index { return m.Set().Indexes() }

// Set returns the events that match as a set.
func (m *Matcher) Set() Set {
	s := All(m.d.Len())
	_ = m.narrow(context.Background(), s) // the background context never ends
	return s
}

// Refine is Select of next, made faster where it can be by the result prev of the
// query before: as where a letter or a term was added to it. It gives up with the
// context's error soon after it ends.
func Refine(ctx context.Context, d *events.Dataset, before Query, prev Set, next Query) (Set, error) {
	m := Compile(d, next)
	s := prev.Clone()
	if prev.n != d.Len() || !extends(d, before, next) || m.weak || weak(d, before) {
		s = All(d.Len())
	}
	if err := m.narrow(ctx, s); err != nil {
		return Set{}, err
	}
	return s, nil
}

// chunkEvents is how many events a worker takes at a time: a multiple of 64,
// small enough to stay in a near cache and to notice soon that it should stop.
const chunkEvents = 1 << 14

// narrow takes out of s what does not match.
func (m *Matcher) narrow(ctx context.Context, s Set) error {
	if len(m.tests) == 0 {
		return ctx.Err()
	}
	eachChunk(s.n, func(lo, hi int) {
		if ctx.Err() != nil {
			return
		}
		c := &chunk{d: m.d, lo: lo, hi: hi, bits: s.within(lo, hi).words}
		for i := range m.tests {
			if !c.apply(&m.tests[i]) {
				break
			}
		}
	})
	return ctx.Err()
}

// eachChunk calls work for the n events a chunk at a time, on a few goroutines.
func eachChunk(n int, work func(lo, hi int)) {
	chunks := (n + chunkEvents - 1) / chunkEvents
	var next atomic.Int64
	run := func() {
		for {
			k := int(next.Add(1)) - 1
			if k >= chunks {
				return
			}
			work(k*chunkEvents, min((k+1)*chunkEvents, n))
		}
	}
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), 4, chunks) - 1 {
		wg.Go(run)
	}
	run()
	wg.Wait()
}

// chunk is a run of events with their bits in the result.
type chunk struct {
	d      *events.Dataset
	lo, hi int      // events, hi exclusive; lo is a multiple of 64
	bits   []uint64 // of lo to hi, shared with the result
	hits   [chunkEvents / 64]uint64
}

// apply takes out what a test does not want, and tells whether anything is left.
func (c *chunk) apply(t *test) bool {
	hits := c.hits[:len(c.bits)]
	clear(hits)
	if t.text != nil {
		t.text.mark(c)
	} else {
		for k, w := range c.bits {
			for ; w != 0; w &= w - 1 {
				b := bits.TrailingZeros64(w)
				if t.keep(c.lo + k<<6 + b) {
					hits[k] |= 1 << b
				}
			}
		}
	}
	var left uint64
	for k := range c.bits {
		if t.not {
			c.bits[k] &^= hits[k]
		} else {
			c.bits[k] &= hits[k]
		}
		left |= c.bits[k]
	}
	return left != 0
}
