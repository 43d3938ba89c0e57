package english

import "testing"

func TestCount(t *testing.T) {
	t.Parallel()
	for n, want := range map[int]string{0: "0 events", 1: "1 event", 2: "2 events", 999: "999 events", 1000: "1,000 events", 1234567: "1,234,567 events"} {
		if got := Count(n, "event", "events"); got != want {
			t.Errorf("%d: got %q, want %q", n, got, want)
		}
	}
}

func TestDistance(t *testing.T) {
	t.Parallel()
	for days, want := range map[int]string{1: "1 day", 27: "27 days", 28: "4 weeks", 59: "8 weeks", 60: "about 2 months", 729: "about 24 months", 730: "about 2 years"} {
		if got := Distance(days); got != want {
			t.Errorf("%d: got %q, want %q", days, got, want)
		}
	}
}

func TestCapital(t *testing.T) {
	for in, want := range map[string]string{"": "", "a b": "A b", "ähre": "Ähre", "2 men": "2 men", "\xff": "\xff"} {
		if got := Capital(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestList(t *testing.T) {
	for want, parts := range map[string][]string{"": nil, "a": {"a"}, "a and b": {"a", "b"}, "a, b and c": {"a", "b", "c"}} {
		if got := List(parts); got != want {
			t.Errorf("%q: got %q, want %q", parts, got, want)
		}
	}
}
