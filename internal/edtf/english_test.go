package edtf

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestEnglish(t *testing.T) {
	for _, tt := range []struct{ in, long, short, gutter string }{
		{"2012-04-02", "2 April 2012", "2 Apr", "2 Apr"},
		{"2012-04-02~", "about 2 April 2012", "~2 Apr", "~2 Apr"},
		{"2012-07~", "about July 2012", "~Jul 2012", "~Jul"},
		{"2012-04", "April 2012", "Apr 2012", "Apr"},
		{"2012", "2012", "2012", "2012"},
		{"2012-08?", "August 2012 (uncertain)", "Aug 2012?", "Aug?"},
		{"2012-08%", "about August 2012 (uncertain)", "~Aug 2012?", "~Aug?"},
		{"2012-21", "spring 2012", "spring 2012", "spring"},
		{"2012-23%", "about autumn 2012 (uncertain)", "~autumn 2012?", "~autumn?"},
		{"2012-24", "winter 2012–13", "winter 2012–13", "winter"},
		{"1999-24", "winter 1999–2000", "winter 1999–2000", "winter"},
		{"201X", "the 2010s", "2010s", "2010s"},
		{"201X~", "about the 2010s", "~2010s", "~2010s"},
		{"200X", "the 2000s (decade)", "2000s decade", "2000s"},
		{"20XX", "the 2000s (century)", "2000s century", "20XX"},
		{"007X", "the years AD 70 – AD 79", "007X", "007X"},
		{"2012-XX", "2012, month unknown", "2012", "2012"},
		{"2012-04-XX", "April 2012, day unknown", "Apr 2012", "Apr"},
		{"2012-XX-XX", "2012, month and day unknown", "2012", "2012"},
		{"~2004-~06-11", "11 June 2004 (year approximate, month approximate)", "~11 Jun", "~11 Jun"},
		{"?2012-04", "April 2012 (year uncertain)", "Apr 2012?", "Apr?"},
		{"2012-~21", "spring 2012 (season approximate)", "~spring 2012", "~spring"},

		{"0079-08-24", "24 August AD 79", "24 Aug", "24 Aug"},
		{"0079", "AD 79", "AD 79", "AD 79"},
		{"-0043-03", "March 44 BC", "Mar 44 BC", "Mar"},
		{"0000", "1 BC", "1 BC", "1 BC"},
		{"-0043-24", "winter 44–43 BC", "winter 44–43 BC", "winter"},
		{"Y170000002", "AD 170000002", "AD 170000002", "AD 170 M"},
		{"Y-999999999%", "about 1000000000 BC (uncertain)", "~1000000000 BC?", "~1000 M BC?"},

		{"2012-06-30/2012-07-01", "30 June – 1 July 2012", "30 Jun–1 Jul 2012", "30Jun–1Jul"},
		{"2012-06-01/2012-07-01", "1 June – 1 July 2012", "1 Jun–1 Jul 2012", "1 Jun–1 Jul"},
		{"2012-04-01/2012-04-05", "1–5 April 2012", "1–5 Apr 2012", "1–5 Apr"},
		{"2012-04/2012-06", "April–June 2012", "Apr–Jun 2012", "Apr–Jun"},
		{"2012-06/2012-06", "June 2012", "Jun 2012", "Jun"},
		{"2008/2013", "2008–2013", "2008–2013", "2008–13"},
		{"1998/2003", "1998–2003", "1998–2003", "1998–2003"},
		{"2008/2013~", "2008 – about 2013", "2008–~2013", "2008–~2013"},
		{"2012-11-30/2013-02-02", "30 November 2012 – 2 February 2013", "30 Nov 2012–2 Feb 2013", "30 Nov–2013"},
		{"2012-11/2014-02", "November 2012 – February 2014", "Nov 2012–Feb 2014", "Nov–2014"},
		{"2012-06-30~/2012-08-31~", "about 30 June 2012 – about 31 August 2012", "~30 Jun–~31 Aug 2012", "~Jun–~Aug"},
		{"2012-21/2012-22", "spring–summer 2012", "spring–summer 2012", "2012"},
		{"2012-22/2012-24", "summer 2012 – winter 2012–13", "summer 2012–winter 2012–13", "2012–13"},
		{"2012/2012-05", "2012 – May 2012", "2012–May 2012", "2012–May"},
		{"-0044/0043", "45 BC – AD 43", "45 BC–AD 43", "45 BC–AD 43"},
		{"2013-10-10/..", "from 10 October 2013", "from 10 Oct 2013", "10 Oct–"},
		{"2013-10-10/", "from 10 October 2013, end unknown", "from 10 Oct 2013", "10 Oct–"},
		{"../2012-11", "until November 2012", "until Nov 2012", "–Nov"},
		{"/2012-11", "until November 2012, beginning unknown", "until Nov 2012", "–Nov"},

		{"[2006,2007]", "2006 or 2007", "2006 or 2007", "2006/07"},
		{"[1999,2001]", "1999 or 2001", "1999 or 2001", "1999/2001"},
		{"[2006,2008,2009]", "2006, 2008 or 2009", "2006, 2008 or 2009", "2006/08/09"},
		{"[2006,2008,2010,2012]", "2006, 2008, 2010 or 2012", "2006, 2008, 2010 or 2012", "2006..12"},
		{"[2006..2008]", "between 2006 and 2008", "between 2006 and 2008", "2006..08"},
		{"[2012-06-01..2012-07-17]", "between June and 17 July 2012", "between Jun and 17 Jul 2012", "Jun..17 Jul"},
		{"[2012-06-30..2012-08-31]", "between 30 June and August 2012", "between 30 Jun and Aug 2012", "30 Jun..Aug"},
		{"[2012-04-01..2012-04-05]", "between 1 and 5 April 2012", "between 1 and 5 Apr 2012", "1..5 Apr"},
		{"[2012-12-31,2013-01-01]", "31 December 2012 or 1 January 2013", "31 Dec 2012 or 1 Jan 2013", "2012..13"},
		{"[2012-04,2012-05]", "April or May 2012", "Apr or May 2012", "Apr/May"},
		{"[2012-04-30,2012-05-01]", "30 April or 1 May 2012", "30 Apr or 1 May 2012", "30Apr/1May"},
		{"[2006,2008..2010]", "2006 or 2008–2010", "2006 or 2008–2010", "2006..10"},
		{"[..2012-11-09]", "on or before 9 November 2012", "by 9 Nov 2012", "≤9 Nov"},
		{"[..2012-11]", "in or before November 2012", "by Nov 2012", "≤Nov"},
		{"[2012-11-09..]", "on or after 9 November 2012", "9 Nov 2012 or later", "≥9 Nov"},
		{"[..2006,2008]", "in or before 2006; or 2008", "by 2006; or 2008", "≤2008"},
		{"{2012-05-02,2012-05-05}", "2 and 5 May 2012", "2 and 5 May 2012", "2+5 May"},
		{"{2006,2008}", "2006 and 2008", "2006 and 2008", "2006+08"},
		{"{2006..2008}", "all of 2006–2008", "2006–2008", "2006–08"},
		{"{..2006}", "all until 2006", "all until 2006", "–2006"},
		{"{2006..}", "all from 2006", "all from 2006", "2006–"},
	} {
		d := MustParse(tt.in)
		if long, short, gutter := d.English(Long), d.English(Short), d.English(Gutter); long != tt.long || short != tt.short || gutter != tt.gutter {
			t.Errorf("%s:\ngot  %q, %q, %q\nwant %q, %q, %q", tt.in, long, short, gutter, tt.long, tt.short, tt.gutter)
		}
	}
}

// TestEnglishFits checks widths and characters: ASCII, en dash, ≤ and ≥, all one
// cell wide.
func TestEnglishFits(t *testing.T) {
	for seed, span := range [][2]int{{2003, 2013}, {-60, 60}, {-9999, 9999}, {-999_999_999, 999_999_999}} {
		g := newGenerator(uint64(seed), span[0], span[1])
		for range many(3000) {
			d := g.date()
			for l := Long; l <= Gutter; l++ {
				text := d.English(l)
				if text == "" || strings.Trim(text, " ") != text || strings.Contains(text, "  ") {
					t.Fatalf("%s: %q", d, text)
				}
				for _, r := range text {
					if (r < ' ' || r > '~') && !strings.ContainsRune("–≤≥", r) {
						t.Fatalf("%s: %q has %q", d, text, r)
					}
				}
				if l == Gutter && utf8.RuneCountInString(text) > GutterWidth {
					t.Fatalf("%s: %q is too wide", d, text)
				}
				if !l.full() && (d.Approximate() && !strings.Contains(text, "~") || d.Uncertain() && !strings.Contains(text, "?")) &&
					!strings.HasSuffix(text, " set") && text != "span" {
					t.Fatalf("%s: %q is more certain", d, text)
				}
			}
		}
	}
}

// TestEnglishReadsBack checks that what English says means the date, by reading
// it with ParseLoose.
func TestEnglishReadsBack(t *testing.T) {
	g := newGenerator(11, 1000, 9998)
	read := 0
	for range many(20000) {
		d := g.date()
		text := d.English(Long)
		if d.kind == kindAllOf || d.pieces() > 2 || strings.Contains(text, "unknown") || strings.Contains(text, "approximate") {
			continue
		}
		again, err := ParseLoose(text)
		if err != nil {
			continue
		}
		read++
		if Compare(d, again) != 0 || d.qual() != again.qual() {
			t.Fatalf("%s is %q, which is %s", d, text, again)
		}
	}
	if read < many(9000) {
		t.Errorf("only %d read", read)
	}
}
