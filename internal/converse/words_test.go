package converse

import (
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"timeline/internal/edtf"
	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/session"
)

// TestDates pins how every shape of date is spoken.
func TestDates(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{
		{"2012-04-02", "On 2 April 2012", ""},
		{"2012-04", "In April 2012", "The date is known to the month only."},
		{"2012-04-XX", "In April 2012", "The date is known to the month only."},
		{"2012-XX-XX", "In 2012", "The date is known to the year only."},
		{"2012-21", "In spring 2012", "The date is known to the season only."},
		{"2012-24", "In winter 2012 to 2013", "The date is known to the season only."},
		{"201X", "In the 2010s", "The date is known to the decade only."},
		{"-0043", "In 44 BC", "The date is known to the year only."},
		{"2012-07~", "About July 2012", "The date is approximate, and given to the month."},
		{"2012-04-02?", "On 2 April 2012", "The date is uncertain, and given to the day."},
		{"2012-04-02%", "About 2 April 2012", "The date is approximate and uncertain, and given to the day."},
		{"2012-06-30/2012-07-01", "From 30 June to 1 July 2012", "It lasted over that time."},
		{"2008/2013", "From 2008 to 2013", "It lasted over that time."},
		{"2012-04-01/2012-04-05", "From 1 to 5 April 2012", "It lasted over that time."},
		{"1990/2012-05~", "From 1990 to about May 2012", "It lasted over that time. The date is approximate."},
		{"2013-10-10/..", "From 10 October 2013", "Only one end of the date is known."},
		{"/2012", "Until 2012, beginning unknown", "Only one end of the date is known."},
		{"[2006,2008]", "In 2006 or 2008", "Which of these it was is not known."},
		{"[2012-04-01,2012-04-05]", "On 1 or 5 April 2012", "Which of these it was is not known."},
		{"[2006..2008]", "Between 2006 and 2008", "When in that time is not known."},
		{"[..2012-04-02]", "On or before 2 April 2012", "Only one end of the date is known."},
		{"{2006,2008}", "In 2006 and 2008", "It happened at each of these times."},
		{"{2006..2008}", "In all of 2006 to 2008", "It happened at each of these times."},
	} {
		d := edtf.MustParse(c[0])
		if diff := cmp.Diff(c, [3]string{c[0], lead(d), exactness(d)}); diff != "" {
			t.Error(diff)
		}
	}
	if lead(edtf.Date{}) != "" || exactness(edtf.Date{}) != "It has no date." {
		t.Error("no date is not spoken so")
	}
}

func TestSentences(t *testing.T) {
	t.Parallel()
	for _, c := range [][2]string{
		{"a toll", "A toll."}, {"Why?", "Why?"}, {"said “no.”", "Said “no.”"}, {"", ""}, {"élan", "Élan."},
	} {
		if got := sentence(c[0]); got != c[1] {
			t.Errorf("sentence(%q) = %q, want %q", c[0], got, c[1])
		}
	}
	for _, c := range []struct{ title, summary, want string }{
		{"Commanders meet", "AQIM’s commanders meet.", "commanders meet"},
		{"Commanders meet", "Undercommanders meet.", "Commanders meet"},
		{"AQIM splits", "aqim", "AQIM splits"},
		{"The army leaves", "", "the army leaves"},
		{"McGregor writes", "mcgregor", "McGregor writes"},
		{"", "", ""},
	} {
		if got := inSentence(&events.Event{Title: c.title, Summary: c.summary}); got != c.want {
			t.Errorf("inSentence(%q) = %q, want %q", c.title, got, c.want)
		}
	}
	if got := spoken("Gao → Kidal ¶3\t█\x1b[0m"); got != "Gao to Kidal paragraph 3 <U+2588><U+001B>[0m" {
		t.Errorf("spoken as %q", got)
	}
	for n, want := range map[int]string{0: "0", 999: "999", 1000: "1,000", 1234567: "1,234,567"} {
		if got := english.Thousands(n); got != want {
			t.Errorf("english.Thousands(%d) = %q", n, got)
		}
	}
}

// TestRunEnds covers the ends of a conversation: end of input with and without a
// line feed, a line that is too long, faults of the two ends.
func TestRunEnds(t *testing.T) {
	t.Parallel()
	run := func(in io.Reader, out io.Writer) (session.Memory, error) {
		cfg := configured()
		cfg.In, cfg.Out = in, out
		return Run(cfg)
	}
	var out strings.Builder
	m, err := run(strings.NewReader("type:talks\r\n"+strings.Repeat("x", 100_000)+"\nlast"), &out)
	if want := (session.Memory{Event: "1885-04-15-market", Query: "type:talks", Zoom: "years"}); err != nil || m != want {
		t.Errorf("remembered %+v, %v", m, err)
	}
	if !strings.Contains(out.String(), "That line is too long") || !strings.HasSuffix(out.String(), "> \n") {
		t.Errorf("answered %q", out.String())
	}
	broken := errors.New("the line is cut")
	if m, err := run(iotest.ErrReader(broken), io.Discard); !errors.Is(err, broken) || m.Event == "" {
		t.Errorf("read fault: %+v, %v", m, err)
	}
	if _, err := run(strings.NewReader("next\n"), failingWriter{broken}); !errors.Is(err, broken) {
		t.Errorf("write fault: %v", err)
	}
	if m, err := run(strings.NewReader("last\nquit\nfirst\n"), io.Discard); err != nil || m.Event != "1890-after" {
		t.Errorf("after quit: %+v, %v", m, err)
	}
}

type failingWriter struct{ err error }

func (w failingWriter) Write([]byte) (int, error) { return 0, w.err }
