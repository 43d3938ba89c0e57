package calendar

import (
	"testing"

	"timeline/internal/edtf"
)

// Every year, and every month of the years that most dates are in, is named or
// initialled on the axis of the built-in dataset; a filter moves nothing.
func TestAxisOfTheBuiltIn(t *testing.T) {
	t.Parallel()
	c := New(builtIn(t))
	s := c.Scale(View{}, 120, RibbonCells(120))
	if s.Width() < 115 || s.Width() > 120 {
		t.Errorf("the axis is %d cells wide", s.Width())
	}
	named := map[string]bool{}
	for _, l := range s.Labels() {
		named[l.Text] = true
	}
	for _, y := range []string{"2003", "2004", "2005", "2006", "2007", "2008", "2009", "2010", "2011", "2012", "2013"} {
		if !named[y] {
			t.Errorf("%s is not named", y)
		}
	}
	for _, b := range s.Bins {
		if y, _, _ := b.First.Civil(); y >= 2012 && b.Level != Month {
			t.Errorf("%s is not opened to months", b.Name())
		}
	}
}

// A bin of several years is never named as if it were one.
func TestEraNames(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		first, last string
		width       int
		want        string
	}{
		{"2003", "2009", 8, "2003–09"}, {"2003", "2009", 7, "2003–"}, {"2003", "2009", 5, "’03–"}, {"1000", "1999", 6, "1000–"},
		{"-0099", "0000", 12, "100–1 BC"}, {"-0099", "0000", 5, "100 BC–"}, {"0001", "0099", 12, "AD 1–99"},
	} {
		b := Bin{Span: Span{edtf.MustParse(test.first).Earliest(), edtf.MustParse(test.last).Latest()}, Level: Decade, Width: test.width}
		if got := eraName(b, true); got != test.want {
			t.Errorf("%s to %s in %d cells: %q, want %q", test.first, test.last, test.width, got, test.want)
		}
	}
}

func TestNames(t *testing.T) {
	t.Parallel()
	bin := func(first, last string, l Level) Bin {
		return Bin{Span: Span{edtf.MustParse(first).Earliest(), edtf.MustParse(last).Latest()}, Level: l}
	}
	for want, b := range map[string]Bin{
		"2 April 2012":           bin("2012-04-02", "2012-04-02", Day),
		"November 2012":          bin("2012-11", "2012-11", Month),
		"1 to 15 November 2012":  bin("2012-11-01", "2012-11-15", Month),
		"July to September 2012": bin("2012-07", "2012-09", Quarter),
		"2012":                   bin("2012", "2012", Year),
		"2000 to 2009":           bin("2000", "2009", Decade),
		"44 BC":                  bin("-0043", "-0043", Year),
		"10 BC to AD 14":         bin("-0009", "0014", Century),
	} {
		if got := b.Name(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	for want, w := range map[string]Weight{
		"3 certainly, 16 in doubt, and shares of others": {3, 16, 20 * Unit},
		"1,200 certainly": {1200, 0, 1200 * Unit},
		"2 in doubt":      {0, 2, 2 * Unit},
		"no events":       {},
		"none certainly, and shares of events that may be of another time": {0, 0, 5},
	} {
		if got := w.Words(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
