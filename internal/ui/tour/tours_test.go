package tour

import "testing"

// TestStartReadsNoTours: reading them takes a fifth of the time to the first screen.
func TestStartReadsNoTours(t *testing.T) {
	tours := New(Config{})
	if cmd := tours.Begin(nil); cmd != nil || tours.read {
		t.Error("a start for no tour read the tours")
	}
}
