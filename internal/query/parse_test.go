package query

import (
	"errors"
	"slices"
	"testing"

	"timeline/internal/edtf"
)

func TestParse(t *testing.T) {
	d := sample()
	for _, c := range []struct{ in, want string }{
		{"", ""},
		{"  letter  ", "letter"},
		{`"in  amenas"`, `"in amenas"`},
		{"“in amenas”", `"in amenas"`},
		{"-letter", "-letter"},
		{"--letter", "-letter"},
		{"12:30", "12:30"},
		{`"actor:x"`, `"actor:x"`},
		{"ACTOR:Droukdel", "actor:droukdel"},
		{`actor:"abou zeid"`, "actor:abou-zeid"},
		{`actor:"Abu Zayd",aqmi+`, "actor:abou-zeid,aqim+"},
		{`actor:"Masked Men"+`, "actor:mulathamin+"},
		{"actor:al-murabitoun", "actor:almurabitun"},
		{"actor:almurabitun,almurabitun", "actor:almurabitun"},
		{"actor:bilmukhtar", "actor:belmokhtar"},
		{"-actor:belmokhtar -actor:belmokhtar", "-actor:belmokhtar"},
		{"type:Letter,press-report", "type:letter,press-report"},
		{`type:"press report"`, "type:press-report"},
		{"place:tombouctou place:mali+", "place:timbuktu place:mali+"},
		{"source:Guidère", "source:guidere"},
		{"source:local", "source:lebovich"},
		{"tag:Council", "tag:council"},
		{`tag:ransom-money`, `tag:"ransom money"`},
		{"id:2012-05", "id:2012-05-letter"},
		{"date:2012-4-2", "date:2012-04-02"},
		{`date:"2 April 2012","spring 2012"`, "date:2012-04-02,2012-21"},
		{"date:[2006,2008],2010", "date:[2006,2008],2010"},
		{"on:04-02", "on:04-02"},
		{`on:"april 2"`, "on:04-02"},
		{"on:2012-04", "on:2012-04"},
		{"from:2012-05 to:2012-07", "from:2012-05 to:2012-07"},
		{"Certainly-Before:2012-05", "certainly-before:2012-05"},
		{"during:2013-01-16", "during:2013-01-16"},
		{"during:2013-01-16-in", "during:2013-01-16-in-amenas"},
		{"after:2012-03-22-coup", "after:2012-03-22-coup"},
		{"within:010D@2012-04-02", "within:10d@2012-04-02"},
		{`within:+2w@"2 apr 2012"`, "within:+2w@2012-04-02"},
		{"within:-1m@2013-01-16-in", "within:-1m@2013-01-16-in-amenas"},
		{"precision:month is:disputed,key has:note", "precision:month is:disputed,key has:note"},
		{"basis:press-date", "basis:press-date"},
		{`foo"bar baz"`, `foo "bar baz"`},
	} {
		q, err := Parse(d, c.in)
		if err != nil {
			t.Errorf("Parse(%q): %v", c.in, err)
			continue
		}
		if got := q.String(); got != c.want {
			t.Errorf("Parse(%q) is %q, want %q", c.in, got, c.want)
		}
		again, err := Parse(d, q.String())
		if err != nil || !again.Equal(q) {
			t.Errorf("Parse(%q) does not come back: %v %v", c.in, again, err)
		}
	}
}

func TestParseErrors(t *testing.T) {
	d := sample()
	for _, c := range []struct {
		in       string
		col, len int
		want     string
	}{
		{"actor:Belmoktar", 7, 9, "unknown actor «Belmoktar»: did you mean Mokhtar Belmokhtar?"},
		{"actor:Belmoktar x", 7, 9, "unknown actor «Belmoktar»: did you mean Mokhtar Belmokhtar?"},
		{"é actor:Belmoktar x", 9, 9, "unknown actor «Belmoktar»: did you mean Mokhtar Belmokhtar?"},
		{"x actor:iyad,nobody", 14, 6, "unknown actor «nobody»"},
		{"actor:khaled", 7, 6, "«khaled» is too common a name to tell one actor: did you mean Mokhtar Belmokhtar?"},
		{"actor:brigade", 7, 7, "«brigade» is part of several names: did you mean Al-Mulathamin Brigade or Tariq ibn Ziyad Brigade?"},
		{"actor:nigerian", 7, 8, "unknown actor «nigerian»: did you mean Nigeria?"},
		{"x actr:iyad", 3, 4, "unknown key «actr:»: did you mean actor:?"},
		{"since:2012", 1, 5, "unknown key «since:»: did you mean from:?"},
		{"certainly-type:letter", 1, 14, "unknown key «certainly-type:»: did you mean certainly-date:?"},
		{"http://example.org", 1, 4, `unknown key «http:»: to look for these words, write "http://example.org"`},
		{"type:leter", 6, 5, "unknown type «leter»: did you mean letter?"},
		{"type:x", 6, 1, "unknown type «x»: there are agreement, alliance, allegiance, appointment, arrest, attack, battle, capture …"},
		{"is:major", 4, 5, "unknown property «major»: events have a level: is:key, is:standard or is:background"},
		{"is:key,Minor", 8, 5, "unknown property «Minor»: events have a level: is:key, is:standard or is:background"},
		{"is:big", 4, 3, "unknown property «big»: it is one of key, standard, background, any, disputed, approximate, uncertain"},
		{"tag:counsel", 5, 7, "unknown tag «counsel»: did you mean council?"},
		{"tag:x", 5, 1, "unknown tag «x»: it is one of council, ransom money"},
		{"tag:", 5, 1, "tag: wants a value: such as tag:council"},
		{"id:", 4, 1, "id: wants a value: such as id:2012-04-02-timbuktu-meeting"},
		{"id:timbuktu", 4, 8, "unknown event «timbuktu»: did you mean 2012-04-02-timbuktu-meeting?"},
		{"during:nothing", 8, 7, "unknown event «nothing»: an event is named by its id, as in 2012-04-02-timbuktu-meeting"},
		{"during:", 8, 1, "during: wants a value: such as during:2006-merger"},
		{"id:2012-04", 4, 7, "«2012-04» begins the ids of several events: write more of it: 2012-04-02-timbuktu-meeting or 2012-04-north"},
		{"id:2012-04-south", 4, 13, "unknown event «2012-04-south»: did you mean 2012-04-north?"},
		{"before:2012-04-nort2", 8, 13, "unknown event «2012-04-nort2»: did you mean 2012-04-north?"},
		{"from:04-02", 6, 5, "«04-02» is a day without a year: write the year, or ask on:04-02 for that day of any year"},
		{"within:10@2012", 8, 2, "«10» is not a distance: write a number and d, w, m or y, as in 10d"},
		{"within:10d@", 12, 1, "the distance is from nothing: such as within:10d@2012-04-02"},
		{"within:10d x", 8, 3, "within: wants a distance and a date or event: such as within:10d@2012-04-02"},
		{"x actor:", 9, 1, "actor: wants a value: such as actor:droukdel"},
		{"actor:iyad, x", 12, 1, "actor: wants a value: such as actor:droukdel"},
		{`x "in amenas`, 3, 1, `this quotation mark is never closed: end the quotation with "`},
		{`actor:"abou z`, 7, 1, `this quotation mark is never closed: end the quotation with "`},
		{"x -", 3, 1, "there is no word in «-»: a word has letters or digits"},
		{"… x", 1, 1, "there is no word in «…»: a word has letters or digits"},
	} {
		_, err := Parse(d, c.in)
		var e *Error
		if !errors.As(err, &e) {
			t.Errorf("Parse(%q): %v", c.in, err)
			continue
		}
		if e.Error() != c.want || e.Col != c.col || e.Len != c.len {
			t.Errorf("Parse(%q):\n got %d+%d %q\nwant %d+%d %q", c.in, e.Col, e.Len, e.Error(), c.col, c.len, c.want)
		}
	}
}

// A date's fault is edtf's, moved to its place in the query.
func TestParseDateErrors(t *testing.T) {
	d := sample()
	for _, date := range []string{"2012-13", "2012-04-31", "2012-04-02/x", "[2012"} {
		_, want := edtf.ParseLoose(date)
		var se *edtf.SyntaxError
		if !errors.As(want, &se) {
			t.Fatalf("%q is a date: %v", date, want)
		}
		_, err := Parse(d, "é before:"+date+" x")
		var e *Error
		if !errors.As(err, &e) || e.Msg != "date «"+date+"»: "+se.Problem || e.Hint != se.Remedy {
			t.Errorf("%q: %v, want %v", date, err, want)
			continue
		}
		if col := len("é before:") + se.Col - 1; e.Col != col && se.Col <= len(date) {
			t.Errorf("%q: column %d, want %d", date, e.Col, col)
		}
	}
}

func TestCaret(t *testing.T) {
	_, err := Parse(sample(), "type:letter \x1b actor:Belmoktar x")
	var e *Error
	if !errors.As(err, &e) {
		t.Fatal(err)
	}
	e.Col, e.Len = 21, 9
	want := "type:letter � actor:Belmoktar x\n" +
		"                    ^~~~~~~~~"
	if got := e.Caret(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := (&Error{Input: "a:", Col: 3, Len: 1}).Caret(); got != "a:\n  ^" {
		t.Errorf("at the end: %q", got)
	}
}

func TestLabel(t *testing.T) {
	d := sample()
	for in, want := range map[string]string{
		"actor:belmokhtar,abou-zeid": "actor: Mokhtar Belmokhtar or Abou Zeid",
		"actor:aqim+":                "actor: Al-Qaida in the Islamic Maghreb with its members",
		"place:mali+":                "place: Mali with what lies in it",
		"-type:letter":               "not type: letter",
		"source:guidere":             "source: Guidère",
		"before:2012-04-15":          "before 15 April 2012",
		"certainly-from:2012-04":     "certainly from April 2012",
		"on:04-02":                   "on 2 April of any year",
		"during:2013-01-16-in":       "during “Gas plant seized”",
		"within:10d@2012-04-02":      "at most 10 days from 2 April 2012",
		"within:+1w@2012-03-22-coup": "at most 1 week after “Officers take power”",
		"-is:disputed":               "not disputed",
		"has:note,tag":               "has note or tag",
		"letter":                     "letter",
		`-"in amenas"`:               "not “in amenas”",
	} {
		if got := mustParse(t, d, in).Terms[0].Label(d); got != want {
			t.Errorf("label of %s is %q, want %q", in, got, want)
		}
	}
}

func TestJoinArgs(t *testing.T) {
	for _, c := range []struct {
		args []string
		want string
	}{
		{nil, ""},
		{[]string{"in amenas"}, "in amenas"},
		{[]string{"actor:abou zeid", "x"}, `actor:"abou zeid" x`},
		{[]string{"-actor:abou zeid"}, `-actor:"abou zeid"`},
		{[]string{"actor:droukdel from:2012-05"}, "actor:droukdel from:2012-05"},
		{[]string{"actor:droukdel -type:letter"}, "actor:droukdel -type:letter"},
		{[]string{`actor:"abou zeid" x`}, `actor:"abou zeid" x`},
		{[]string{"from:2 april 2012"}, `from:"2 april 2012"`},
	} {
		if got := JoinArgs(c.args); got != c.want {
			t.Errorf("JoinArgs(%q) is %q, want %q", c.args, got, c.want)
		}
	}
}

func TestLiteral(t *testing.T) {
	for in, want := range map[string][]string{
		"":                       {},
		"actor:x -letter":        {"actor", "x", "letter"},
		`"in amenas" 12:30, “x”`: {"in amenas", "12", "30", "x"},
		`"in ame`:                {"in", "ame"},
		"- … '":                  {},
	} {
		got := Literal(in).Words()
		if !slices.Equal(got, want) {
			t.Errorf("Literal(%q) looks for %q, want %q", in, got, want)
		}
		if q := Literal(in); !mustParse(t, sample(), q.String()).Equal(q) {
			t.Errorf("Literal(%q) does not come back from %q", in, q)
		}
	}
}

func TestQueryEditing(t *testing.T) {
	d := sample()
	q := mustParse(t, d, "actor:iyad type:letter")
	if r := q.With(q.Terms[0]); !r.Equal(q) {
		t.Errorf("a term twice: %v", r)
	}
	r := q.Without(0)
	if r.String() != "type:letter" || q.String() != "actor:iyad type:letter" || q.Find(KeyType) != 1 || q.Find(KeyTag) != -1 {
		t.Errorf("%v, %v", r, q)
	}
	if r := q.Replace(1, Term{Key: KeyPlace, Values: []string{"gao"}}); r.String() != "actor:iyad place:gao" || q.Terms[1].Key != KeyType {
		t.Errorf("%v, %v", r, q)
	}
	if !(Query{}).Empty() || q.Empty() || q.HasTime() || !mustParse(t, d, "x on:2012").HasTime() {
		t.Error("Empty or HasTime")
	}
}

func FuzzParse(f *testing.F) {
	d := sample()
	for _, s := range []string{
		"actor:droukdel from:2012-05 -type:letter", `actor:"abou zeid"+,aqim`, "“x", "date:[2006,2008],{2010..2012}", "within:-1m@2013-01-16-in",
		"--actor:”x", "tag:ransom-money", "\xff", "a:,", `-"`, "on:29 feb", "foo«bar", "-:", "x”y",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, in string) {
		q, err := Parse(d, in)
		if err != nil {
			var e *Error
			if !errors.As(err, &e) || e.Col < 1 || e.Len < 1 || e.Msg == "" {
				t.Fatalf("%q: %#v", in, err)
			}
			_ = e.Caret()
		} else {
			again, err := Parse(d, q.String())
			if err != nil || !again.Equal(q) {
				t.Fatalf("%q is %q, which is %q: %v", in, q, again, err)
			}
			if run := Compile(d, q).Run(); !slices.IsSorted(run) {
				t.Fatalf("%q: %v is not in order", in, run)
			}
			for _, term := range q.Terms {
				_ = term.Label(d)
			}
		}
		_ = Complete(d, in)
		l := Literal(in)
		if again, err := Parse(d, l.String()); err != nil || !again.Equal(l) {
			t.Fatalf("Literal(%q) is %q: %v", in, l, err)
		}
	})
}
