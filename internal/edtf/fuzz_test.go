package edtf

import (
	"testing"
	"unicode/utf8"
)

func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"2012-04-02", "2012-07~", "?2004-~06-11%", "-0043-03-15", "Y-170000002", "201X", "2012-XX-XX", "2012-24",
		"2012-06-30/2012-07-01", "../2012", "2012/", "[2006,2008..2010]", "[..2012-11-09,2013..]", "{1960,1961-12}",
		"Y999999999/..", "[2009..,2008]", "9999-24", "-000X", "2012-02-30", "[", "/", "[2012-24..2013-21]",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := Parse(s)
		if err != nil {
			checkError(t, s, err)
			return
		}
		checkDate(t, d)
	})
}

func FuzzParseLoose(f *testing.F) {
	for _, seed := range []string{
		"2012", "apr 2012", "2nd of April, 2012", "April 1 – 5, 2012", "2012/04/02", "02.04.2012", "20120402",
		"early April 2012", "the 2000s (decade)", "about August 2012 (uncertain)", "30 Jun–1 Jul 2012", "2008–13",
		"from 1 April until 5 May 2012", "between 1 and 5 April 2012", "2 or 5 May 2012", "by 9 Nov 2012", "winter 2012–13",
		"~2012?", "c. 2012", "mid-2012", "2 apr 12", "1 – 5 spring 2012", "from", "or", "0000s", "1 2012 – apr",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if m, err := ParseMonthDay(s); err == nil && (m.Month < 1 || m.Month > 12 || m.Day < 1 || m.Day > 31) {
			t.Errorf("ParseMonthDay(%q) = %v", s, m)
		}
		if step, err := ParseStep(s); err == nil {
			step.From(0)
		}
		d, err := ParseLoose(s)
		if err != nil {
			checkError(t, s, err)
			return
		}
		checkDate(t, d)
	})
}

func checkError(t *testing.T, s string, err error) {
	t.Helper()
	syntax, ok := err.(*SyntaxError)
	if !ok || syntax.Input != s || syntax.Col < 1 || syntax.Col > len(s)+1 || syntax.Problem == "" {
		t.Fatalf("Parse(%q): %#v", s, err)
	}
}

// checkDate checks what holds for every date.
func checkDate(t *testing.T, d Date) {
	t.Helper()
	text := d.String()
	again, err := Parse(text)
	if err != nil || again.String() != text || Compare(d, again) != 0 || d.qual() != again.qual() {
		t.Fatalf("%q reads back as %q, %v", text, again, err)
	}
	first, last := d.Earliest(), d.Latest()
	if d.IsZero() || first > last || !d.Contains(first) || !d.Contains(last) {
		t.Fatalf("%q: %v to %v", text, first, last)
	}
	if !Overlaps(d, d) {
		t.Fatalf("%q does not overlap itself", text)
	}
	checkSpans(t, d)
	for l := Long; l <= Gutter; l++ {
		if d.English(l) == "" || l == Gutter && utf8.RuneCountInString(d.English(l)) > GutterWidth {
			t.Fatalf("%q: %q", text, d.English(l))
		}
	}
}
