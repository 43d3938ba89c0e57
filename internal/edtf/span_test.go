package edtf

import "testing"

func TestSpans(t *testing.T) {
	day := func(m, d int) Day { return NewDay(2012, m, d) }
	for in, want := range map[string]Span{
		"2012-02":            {day(2, 1), day(2, 29), day(2, 1), day(2, 29)},
		"2012-02/2012-03-02": {day(2, 1), day(2, 29), day(3, 2), day(3, 2)},
		"2012-02/2012-02":    {day(2, 1), day(2, 29), day(2, 1), day(2, 29)},
		"2012-02/..":         {day(2, 1), day(2, 29), day(2, 1), DistantFuture},
		"2012-02-03/":        {day(2, 3), day(2, 3), day(2, 3), DistantFuture},
		"../2012-02":         {DistantPast, day(2, 29), day(2, 1), day(2, 29)},
		"[..2012-02]":        {DistantPast, day(2, 29), DistantPast, day(2, 29)},
		"[2012-02..2012-03]": {day(2, 1), day(3, 31), day(2, 1), day(3, 31)},
		"{2012-02..2012-03}": {day(2, 1), day(2, 29), day(3, 1), day(3, 31)},
	} {
		if got := MustParse(in).AppendSpans(nil); len(got) != 1 || got[0] != want {
			t.Errorf("%s is %v, want %v", in, got, want)
		}
	}
	if got := (Date{}).AppendSpans(nil); len(got) != 1 || got[0].Start != DistantPast || got[0].End != DistantFuture {
		t.Errorf("no date is %v", got)
	}
}

func TestBeginsAndEnds(t *testing.T) {
	for in, want := range map[string][4]string{
		"2012-04":               {"2012-04-01", "2012-04-30", "2012-04", "2012-04"},
		"2012-04~/2013":         {"2012-04-01", "2012-04-30", "2012-04~", "2013"},
		"../2013":               {"..", "2013-12-31", "", "2013"},
		"2012-04/":              {"2012-04-01", "2012-04-30", "2012-04", ""},
		"[2006,2008]":           {"2006-01-01", "2008-12-31", "2006", "2008"},
		"{2006,2008}":           {"2006-01-01", "2006-12-31", "2006", "2008"},
		"[..2012-11-09]":        {"..", "2012-11-09", "", "2012-11-09"},
		"[2012-11-09..]":        {"2012-11-09", "..", "2012-11-09", ""},
		"[2006,2008..2010-XX]":  {"2006-01-01", "2010-12-31", "2006", "2010-XX"},
		"{2006..2008,2010}":     {"2006-01-01", "2006-12-31", "2006", "2010"},
		"[2012-24,2012-04-02?]": {"2012-04-02", "2013-02-28", "2012-04-02?", "2012-24"},
	} {
		d := MustParse(in)
		first, last := d.Begins()
		from, to := d.Ends()
		if got := [4]string{first.String(), last.String(), from.String(), to.String()}; got != want {
			t.Errorf("%s: %v, want %v", in, got, want)
		}
	}
}

// checkSpans checks that the spans of a date are sound and fill its bounds.
func checkSpans(t *testing.T, d Date) {
	t.Helper()
	first, last := DistantFuture, DistantPast
	for _, s := range d.AppendSpans(nil) {
		if s.Start > s.StartBy || s.EndFrom > s.End || s.Start > s.EndFrom || s.StartBy > s.End {
			t.Fatalf("%s has the span %v", d, s)
		}
		first, last = min(first, s.Start), max(last, s.End)
	}
	from, by := d.Begins()
	if first != d.Earliest() || last != d.Latest() || from != first || by < from || by > last {
		t.Fatalf("%s: from %v to %v, begins from %v to %v", d, first, last, from, by)
	}
}

func TestOfDay(t *testing.T) {
	for _, c := range [][2]string{
		{OfYear(2012).String(), "2012"}, {OfYear(-43).String(), "-0043"}, {OfYear(12345).String(), "Y12345"},
		{OfMonth(2012, 4).String(), "2012-04"}, {OfDay(NewDay(2012, 4, 2)).String(), "2012-04-02"}, {OfDay(DistantPast).String(), ""},
	} {
		if c[0] != c[1] {
			t.Errorf("%q, want %q", c[0], c[1])
		}
	}
}

func TestSpoken(t *testing.T) {
	for _, c := range [][4]string{
		{"2012-04-02", "2 April 2012", "2 Apr 2012", "2 Apr 2012"},
		{"2012-04-02%", "about 2 April 2012 (uncertain)", "~2 Apr 2012?", "~2 Apr 2012?"},
		{"2012-24", "winter 2012 to 2013", "winter 2012–13", "winter 2012–13"},
		{"2008/2013", "from 2008 to 2013", "2008–2013", "2008–2013"},
		{"2012-06/2012-06", "June 2012", "Jun 2012", "Jun 2012"},
		{"2012-04-01/2012-04-05", "from 1 to 5 April 2012", "1–5 Apr 2012", "1–5 Apr 2012"},
		{"[2012-03..2012-06]", "between March and June 2012", "between Mar and Jun 2012", "Mar..Jun 2012"},
		{"[2006,2008..2010]", "2006 or 2008 to 2010", "2006 or 2008–2010", "2006 or 2008–2010"},
		{"{2006..2008}", "all of 2006 to 2008", "2006–2008", "2006–2008"},
		{"[..2012-11-03]", "on or before 3 November 2012", "by 3 Nov 2012", "by 3 Nov 2012"},
	} {
		d := MustParse(c[0])
		if got := [4]string{c[0], d.English(Spoken), d.English(Dated), d.English(Narrow)}; got != c {
			t.Errorf("got  %q\nwant %q", got, c)
		}
	}
	for in, want := range map[string]string{
		"2012-04-02?": "on 2 April 2012", "2012-04-XX": "in April 2012", "2012-07~": "about July 2012", "201X": "in the 2010s",
		"2012-06-30/2012-07-01": "from 30 June to 1 July 2012", "[2012-04-01,2012-04-05]": "on 1 or 5 April 2012",
		"{2012-04-01..2012-04-05}": "in all of 1 to 5 April 2012", "[..2012]": "in or before 2012", "-0043": "in 44 BC",
	} {
		if got := MustParse(in).Adverb(); got != want {
			t.Errorf("%s is %q, want %q", in, got, want)
		}
	}
	if (Date{}).Adverb() != "" {
		t.Error("no date has an adverb")
	}
}

func TestGutterUnderAnotherYear(t *testing.T) {
	for _, c := range []struct {
		in   string
		year int
		want string
	}{
		{"2012-04-02", 2012, "2 Apr"}, {"[2007-01-01..2012-04-02]", 2007, "Jan..2012"}, {"[2007-01-01..2012-04-02]", 2008, "2007..12"},
		{"2007/2012", 2008, "2007–12"}, {"[..2012-10-22]", 2012, "≤22 Oct"}, {"[..2012-10-22]", 2011, "≤2012"}, {"2012-24", 2013, "2012–13"}, {"", 2012, ""},
	} {
		var d Date
		if c.in != "" {
			d = MustParse(c.in)
		}
		if got := d.Gutter(c.year); got != c.want {
			t.Errorf("%s under %d is %q, want %q", c.in, c.year, got, c.want)
		}
	}
}
