package edtf

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// The brute-force model: a date is the set of its days, counted out one by one
// with package time, of those in a window that all generated dates fit in.
const (
	windowFrom = 2008
	windowTo   = 2016
)

// windowDays are the days of the window, as texts.
var windowDays = sync.OnceValue(func() (days []string) {
	for day := time.Date(windowFrom, 1, 1, 0, 0, 0, 0, time.UTC); day.Year() <= windowTo; day = day.AddDate(0, 0, 1) {
		days = append(days, day.Format("2006-01-02"))
	}
	return days
})

type daySet []bool

// daysOf counts out the days of canonical EDTF without qualifiers.
func daysOf(text string) daySet {
	window := windowDays()
	days := make(daySet, len(window))
	text = strings.NewReplacer("~", "", "?", "", "%", "").Replace(text)
	list := stretches(text)
	for n, day := range window {
		days[n] = slices.ContainsFunc(list, func(s stretch) bool {
			return s.first <= day && (s.last == "" || day <= s.last)
		})
	}
	return days
}

// stretch has the first and the last of some days as texts, which compare as they do;
// "" for none.
type stretch struct{ first, last string }

// stretches are the stretches of days of an EDTF text.
func stretches(text string) (list []stretch) {
	if text[0] == '[' || text[0] == '{' {
		for member := range strings.SplitSeq(text[1:len(text)-1], ",") {
			from, to, ok := strings.Cut(member, "..")
			if !ok {
				to = member
			}
			list = append(list, stretchOf(from, to))
		}
		return list
	}
	from, to, ok := strings.Cut(text, "/")
	if !ok {
		to = text
	}
	return []stretch{stretchOf(strings.Trim(from, "."), strings.Trim(to, "."))}
}

func stretchOf(from, to string) (s stretch) {
	if from != "" {
		s.first = firstText(from)
	}
	if to != "" {
		s.last = lastText(to)
	}
	return s
}

var seasonBounds = map[string][2]string{
	"21": {"03-01", "05-31"}, "22": {"06-01", "08-31"}, "23": {"09-01", "11-30"},
}

func firstText(a string) string {
	switch year := strings.ReplaceAll(a[:4], "X", "0"); {
	case len(a) == 4 || a[5] == 'X':
		return year + "-01-01"
	case a[5:7] == "24":
		return year + "-12-01"
	case a[5] == '2':
		return year + "-" + seasonBounds[a[5:7]][0]
	case len(a) == 7 || a[8] == 'X':
		return a[:7] + "-01"
	}
	return a
}

func lastText(a string) string {
	switch year := strings.ReplaceAll(a[:4], "X", "9"); {
	case len(a) == 4 || a[5] == 'X':
		return year + "-12-31"
	case a[5:7] == "24":
		start, _ := time.Parse("2006", a[:4])
		return start.AddDate(1, 2, -1).Format("2006-01-02")
	case a[5] == '2':
		return year + "-" + seasonBounds[a[5:7]][1]
	case len(a) == 7 || a[8] == 'X':
		start, _ := time.Parse("2006-01", a[:7])
		return start.AddDate(0, 1, -1).Format("2006-01-02")
	}
	return a
}

func (s daySet) overlaps(t daySet) bool {
	for i := range s {
		if s[i] && t[i] {
			return true
		}
	}
	return false
}

// beyondTheModel finds what the model does not count out: 2012-XX-02, whose days are
// not all those of its bounds, and the parts of a year beside its seasons.
var beyondTheModel = regexp.MustCompile(`-XX-[0-9]|[0-9]{4}-(2[5-9]|3[0-9]|4[01])`)

func TestRelationsAgainstBruteForce(t *testing.T) {
	t.Parallel()
	// Decades of 2010 to 2014 reach beyond the window at its end only, where
	// open ends do too, and nothing else reaches so far.
	g := newGenerator(7, 2010, 2014)
	for range many(800) {
		a, b := g.date(), g.date()
		as, bs := daysOf(a.String()), daysOf(b.String())
		if both := a.String() + b.String(); strings.Contains(both, "201X") || beyondTheModel.MatchString(both) {
			continue // tested by bounds; mixing decades with open ends needs a longer window
		}
		check := func(name string, got, want bool) {
			if got != want {
				t.Errorf("%s(%s, %s) = %v", name, a, b, got)
			}
		}
		check("Overlaps", Overlaps(a, b), as.overlaps(bs))
		start := NewDay(windowFrom, 1, 1)
		for i := 0; i < len(as); i += 1 + g.IntN(5) {
			if a.Contains(start+Day(i)) != as[i] {
				t.Fatalf("%s.Contains(%v) = %v", a, start+Day(i), !as[i])
			}
		}
	}
}

func TestOverlaps(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"2012-04", "2012-04-15", true},
		{"2012-04", "2012-05-01", false},
		{"2012-04-30", "2012-04", true},
		{"2007", "[2006,2008]", false},
		{"[2006,2008]", "2006/2008", true},
		{"2013/..", "2014", true},
		{"2012", "2013/..", false},
		{"../2012", "2013", false},
		{"2013/..", "2012/..", true},
		{"Y170000002", "Y180000002", true}, // beyond counting
		{"Y-170000002", "Y170000002", false},
	} {
		a, b := MustParse(tt.a), MustParse(tt.b)
		if Overlaps(a, b) != tt.want || Overlaps(b, a) != tt.want {
			t.Errorf("%s overlaps %s: %v", tt.a, tt.b, !tt.want)
		}
	}
}

func TestCompareOrder(t *testing.T) {
	want := []string{
		"../2005", "2003", "2012-04-01", "2012-04-01/2012-04-03", "2012-04", "2012-04-02", "2012-04-02/..",
		"2012-05", "Y12345",
	}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, func(a, b string) int { return Compare(MustParse(a), MustParse(b)) })
	if !slices.Equal(got, want) {
		t.Errorf("got %v", got)
	}
	if Compare(MustParse("2012-04~"), MustParse("2012-04-XX")) != 0 {
		t.Error("equal bounds differ")
	}
}

func TestCompareIsAnOrder(t *testing.T) {
	g := newGenerator(3, 2010, 2012)
	for range 5000 {
		a, b, c := g.date(), g.date(), g.date()
		if Compare(a, b) != -Compare(b, a) {
			t.Fatalf("%s, %s: not antisymmetric", a, b)
		}
		if Compare(a, b) <= 0 && Compare(b, c) <= 0 && Compare(a, c) > 0 {
			t.Fatalf("%s, %s, %s: not transitive", a, b, c)
		}
	}
}
