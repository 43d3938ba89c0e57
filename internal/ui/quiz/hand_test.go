package quiz

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// Whatever is done, each card that was dealt lies once, and the gap or the cursor is
// among them.
func TestHand(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 2))
	h, full := deal(5), 0
	for range 10_000 {
		before := h
		kept := slices.Clone(h.laid)
		switch r.IntN(6) {
		case 0:
			h = h.move(r.IntN(13) - 6)
		case 1, 2:
			h = h.put()
		case 3:
			h = h.back()
		default:
			h = h.carry(2*r.IntN(2) - 1)
		}
		sorted := slices.Sorted(slices.Values(h.laid))
		for n, card := range sorted {
			if n != card {
				t.Fatalf("%+v comes of %+v", h, before)
			}
		}
		if h.at < 0 || h.at > h.last() || len(h.laid) < 1 || len(h.laid) > h.n {
			t.Fatalf("%+v comes of %+v", h, before)
		}
		if !slices.Equal(before.laid, kept) {
			t.Fatalf("%+v was %v before it became %+v", before, kept, h)
		}
		if h.full() {
			full++
		}
	}
	if full == 0 {
		t.Error("never did all cards lie")
	}
}

// What was put can be taken back, and the gap is where it was.
func TestPutAndTakeBack(t *testing.T) {
	t.Parallel()
	h := deal(4).put().move(-2)
	if got := h.put().back(); got.at != h.at || !slices.Equal(got.laid, h.laid) {
		t.Errorf("%+v became %+v", h, got)
	}
	if got := deal(4).back(); len(got.laid) != 1 {
		t.Errorf("the first card was taken back: %+v", got)
	}
	all := deal(3).put().put()
	if got := all.put(); !slices.Equal(got.laid, all.laid) {
		t.Errorf("a card too many: %+v", got)
	}
	if got := deal(3).carry(1); got.at != 1 || len(got.laid) != 1 {
		t.Errorf("a card moved before all lie: %+v", got)
	}
}
