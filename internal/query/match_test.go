package query

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"timeline/internal/edtf"
	"timeline/internal/events"
)

// The events of sample.
const (
	merger06, coup, meeting, north = "2006-merger", "2012-03-22-coup", "2012-04-02-timbuktu-meeting", "2012-04-north"
	letter, amenas, plea, merger13 = "2012-05-letter", "2013-01-16-in-amenas", "2013-01-17-plea", "2013-08-merger"
)

// What each query selects from sample.
var selections = []struct {
	in   string
	want string // ids with spaces between, in any order
}{
	{"", strings.Join([]string{merger06, coup, meeting, north, letter, amenas, plea, merger13}, " ")},
	{"LETTER", strings.Join([]string{merger06, coup, meeting, north, letter, amenas, plea, merger13}, " ")}, // "as the letter says"
	{"reproach", letter},
	{"repro", letter},
	{"proach", ""},
	{"town", meeting + " " + north},
	{`"town"`, ""}, // the texts have “town’s” and “Towns”: other words
	{`"the towns rule"`, meeting},
	{`"the town"`, ""},
	{"al-qaida", merger06 + " " + letter}, // the text, and the name of an actor
	{"belm", meeting + " " + amenas + " " + merger13},
	{"zeïd", meeting},
	{"almurabitun", merger13},
	{"tombouctou", meeting + " " + north},
	{"khaled", letter}, // the text says so; the weak name of Belmokhtar does not count
	{"khal", letter},
	{"khaled abbas", meeting + " " + amenas + " " + merger13},
	{`"khaled abu al-abbas"`, meeting + " " + amenas + " " + merger13},
	{"belm -meet", amenas + " " + merger13},
	{"niger", plea},
	{"actor:belmokhtar", meeting + " " + amenas + " " + merger13},
	{"actor:belmokhtar,iyad", meeting + " " + north + " " + amenas + " " + merger13},
	{"actor:belmokhtar actor:abou-zeid", meeting},
	{"actor:belmokhtar -actor:abou-zeid", amenas + " " + merger13},
	{"actor:aqim", merger06},
	{"actor:aqim+", merger06 + " " + meeting + " " + letter + " " + amenas + " " + merger13},
	{"actor:gspc+", merger06},
	{"place:timbuktu", meeting + " " + north},
	{"place:mali", coup},
	{"place:mali+", coup + " " + meeting + " " + north},
	{"source:lebovich", amenas},
	{"type:merger,letter", merger06 + " " + letter + " " + merger13},
	{"tag:council", meeting},
	{"id:2012-05,2012-03", coup + " " + letter},
	{"is:key", meeting},
	{"is:standard,background -type:merger", coup + " " + north + " " + letter + " " + amenas + " " + plea},
	{"is:background", plea},
	{"is:any type:merger", merger06 + " " + merger13},
	{"is:disputed", north},
	{"is:approximate,uncertain", north + " " + merger13},
	{"has:note", letter},
	{"-has:actor", coup},
	{"basis:derived", letter},
	{"precision:day", meeting + " " + letter + " " + plea},
	{"precision:span,month", coup + " " + north + " " + amenas + " " + merger13},
	{"precision:year", merger06},
	{"on:04-02", merger06 + " " + meeting + " " + north},
	{"certainly-on:04-02", meeting},
	{"certainly-on:01-18", amenas},
	{"date:2012-04", meeting + " " + north},
	{"date:2012-04-15", north},
	{"certainly-date:2012-04-15", ""},
	{"before:2012-04-15 from:2012", coup + " " + meeting + " " + north},
	{"certainly-before:2012-04-15 from:2012", coup + " " + meeting},
	{"certainly-before:2012-05-01 from:2012", coup + " " + meeting}, // not the fall of the north, about April
	{"-before:2012-04-15", letter + " " + amenas + " " + plea + " " + merger13},
	{"-certainly-before:2012-04-15", north + " " + letter + " " + amenas + " " + plea + " " + merger13},
	{"during:2013-01-16-in-amenas", plea},
	{"within:10d@2012-03-22-coup", north},
	{"within:11d@2012-03-22-coup certainly-from:2012-04-02", meeting},
	{"within:-1m@2012-04-20", coup + " " + meeting + " " + north},
	{"certainly-within:-1m@2012-04-20", coup + " " + meeting},
	{"within:+1m@2012-04-02-timbuktu-meeting", north},
	{"from:2012-05 to:2012-07 actor:droukdel", letter},
	{"overlaps:2013-01-18", amenas},
	{"date:2013-01-18", ""},
	{"after:2013-01-16", plea + " " + merger13},
	{"on:02-29", ""},
}

func TestSelect(t *testing.T) {
	d := sample()
	for _, c := range selections {
		q := mustParse(t, d, c.in)
		var want []events.Index
		for _, id := range strings.Fields(c.want) {
			i, ok := d.Find(id)
			if !ok {
				t.Fatal(id)
			}
			want = append(want, i)
		}
		slices.Sort(want)
		if got := Compile(d, q).Run(); !slices.Equal(got, want) {
			t.Errorf("%s\n got %s\nwant %s", c.in, ids(d, got), ids(d, want))
		}
	}
}

func TestSelectUnknownValues(t *testing.T) {
	d := sample()
	for _, term := range []Term{
		{Key: KeyActor, Values: []string{"nobody+"}}, {Key: KeyDate, Values: []string{"nonsense"}}, {Key: KeyID, Values: []string{"x"}},
		{Key: KeyType, Values: []string{"x"}}, {Values: []string{"…"}}, {Key: KeyHas, Values: []string{"x"}}, {Key: KeyWithin, Values: []string{"x"}},
	} {
		if s := Select(d, Query{[]Term{term}}); !s.Empty() {
			t.Errorf("%v matches %v", term, ids(d, s.Indexes()))
		}
	}
	if s := Select(d, Query{[]Term{{Key: KeyActor}}}); s.Len() != d.Len() {
		t.Error("a term without values is no condition")
	}
}

// slow answers a query event by event from whole records, in the plainest way.
func slow(d *events.Dataset, q Query, i events.Index) bool {
	e := d.Event(i)
	for _, t := range q.Terms {
		any := false
		for _, v := range t.Values {
			any = any || slowValue(d, e, t, v)
		}
		if any == t.Not {
			return false
		}
	}
	return true
}

func slowValue(d *events.Dataset, e *events.Event, t Term, v string) bool {
	switch t.Key {
	case KeyText:
		texts := []string{e.Title, "", e.Summary, "", e.Note}
		for _, c := range e.Claims {
			texts = append(texts, c.Quote, c.Says)
		}
		for _, dispute := range e.Disputes {
			texts = append(texts, dispute.Text)
		}
		texts = append(texts, e.Tags...)
		folded := ""
		for _, s := range texts {
			if s = events.FoldProse(s); s != "" {
				folded += " " + s
			} else {
				folded += events.EndField
			}
		}
		if v := " " + events.FoldProse(v); strings.Contains(folded, v) || strings.Contains(" "+e.Type, v) {
			return true
		}
		for _, r := range e.Roles {
			for _, s := range d.Actor(r.Actor).Spellings {
				if s.Form != events.FormWeak && strings.Contains(" "+events.Fold(s.As), " "+events.Fold(v)) {
					return true
				}
			}
		}
		return slices.ContainsFunc(e.Places, func(p string) bool {
			return strings.Contains(" "+events.Fold(d.Place(p).Name), " "+events.Fold(v))
		})
	case KeyActor:
		return slices.ContainsFunc(e.Roles, func(r events.Role) bool { return r.Actor == v })
	case KeyPlace:
		return slices.Contains(e.Places, v)
	case KeySource:
		return slices.Contains(e.Sources(), v)
	case KeyType:
		return e.Type == v
	case KeyPrecision:
		return e.Date.Precision().String() == v
	case KeyIs:
		return map[string]bool{"disputed": e.Disputed(), "key": e.Level == events.Key, "standard": e.Level == events.Standard, "background": e.Level == events.Background, "any": true, "approximate": e.Date.Approximate(), "uncertain": e.Date.Uncertain()}[v]
	case KeyHas:
		return v == "note" && e.Note != "" || v == "place" && len(e.Places) > 0
	}
	panic(t.Key)
}

func TestSelectAgainstSlow(t *testing.T) {
	t.Parallel()
	d := threeChunks()
	r := rand.New(rand.NewPCG(1, 2))
	pick := func(list ...string) string { return list[r.IntN(len(list))] }
	make := map[string]func() string{
		KeyText: func() string {
			return pick("convoy", "a", "river", "xyz", "the", "salt road", "anefif", "zarroug", "com", "élders")
		},
		KeyActor:     func() string { return d.Actors[r.IntN(len(d.Actors))].ID },
		KeyPlace:     func() string { return d.Places[r.IntN(len(d.Places))].ID },
		KeySource:    func() string { return d.Sources[r.IntN(len(d.Sources))].ID },
		KeyType:      func() string { return pick(d.TypeNames()...) },
		KeyPrecision: func() string { return pick(PrecisionNames()...) },
		KeyIs:        func() string { return pick(propertyNames()...) },
		KeyHas:       func() string { return pick("note", "place") },
	}
	keys := []string{KeyText, KeyActor, KeyPlace, KeySource, KeyType, KeyPrecision, KeyIs, KeyHas}
	for range 60 {
		var q Query
		for range 1 + r.IntN(3) {
			key := pick(keys...)
			term := Term{Key: key, Values: []string{make[key]()}, Not: r.IntN(4) == 0}
			if key != KeyText && r.IntN(2) == 0 {
				term.Values = append(term.Values, make[key]())
			}
			q = q.With(term)
		}
		m := Compile(d, q)
		got := m.Set()
		for i := events.Index(0); int(i) < d.Len(); i += events.Index(1 + r.IntN(150)) {
			if want := slow(d, q, i); got.Has(i) != want {
				t.Fatalf("%s: event %s: %v, want %v", q, d.IDs.At(int(i)), got.Has(i), want)
			}
		}
		if run := m.Run(); !slices.IsSorted(run) || len(run) != got.Len() {
			t.Fatalf("%s: Run is not in order", q)
		}
	}
}

// Refining gives what selecting anew gives, whatever was asked before.
func TestRefine(t *testing.T) {
	ctx := context.Background()
	check := func(d *events.Dataset, a, b Query) {
		t.Helper()
		got, err := Refine(ctx, d, a, Select(d, a), b)
		if err != nil || !slices.Equal(got.Indexes(), Select(d, b).Indexes()) {
			t.Errorf("%q to %q: %d events, want %d (%v)", a, b, got.Len(), Select(d, b).Len(), err)
		}
	}
	d := sample()
	for _, c := range [][2]string{
		{"khal", "khaled"}, {"khaled", "khaled abb"}, {"khaled a", "khaled abb"}, {"khale", "khaled-abu"}, {"abo", "abou"}, {"town", "towns"},
		{"-to", "-town"}, {`"the tow"`, `"the towns"`}, {"letter", "letter reproach"}, {"al", "al-m"}, {"to", "bel"}, {"date:2012", "date:2012-04"},
	} {
		check(d, mustParse(t, d, c[0]), mustParse(t, d, c[1]))
	}
	big := threeChunks()
	typed := "the radio mast zarroug"
	for i := range typed {
		check(big, Literal(typed[:i]), Literal(typed[:i+1]))
	}
	stopped, stop := context.WithCancel(ctx)
	stop()
	if _, err := Refine(stopped, big, Query{}, Set{}, Literal("x")); !errors.Is(err, context.Canceled) {
		t.Errorf("a context that has ended: %v", err)
	}
}

func TestFacets(t *testing.T) {
	d := sample()
	s := Select(d, mustParse(t, d, "from:2012"))
	count := func(counts []int, n int) int { return counts[n] }
	for what, got := range map[string][2]int{
		"belmokhtar": {count(ActorCounts(d, s), d.ActorNumber("belmokhtar")), 3},
		"gspc":       {count(ActorCounts(d, s), d.ActorNumber("gspc")), 0},
		"timbuktu":   {count(PlaceCounts(d, s), d.PlaceNumber("timbuktu")), 2},
		"guidere":    {count(SourceCounts(d, s), d.SourceNumber("guidere")), 6},
		"merger":     {count(TypeCounts(d, s), slices.Index(d.TypeNames(), "merger")), 1},
		"key":        {FlagCount(d, s, events.KeyEvent), 1},
		"span":       {count(PrecisionCounts(d, s), slices.Index(PrecisionNames(), "span")), 2},
	} {
		if got[0] != got[1] {
			t.Errorf("%s: %d, want %d", what, got[0], got[1])
		}
	}
}

func TestNearest(t *testing.T) {
	d := sample()
	at := func(i events.Index) string {
		if i < 0 {
			return "-"
		}
		return d.IDs.At(int(i))
	}
	for _, c := range []struct {
		in, date, sides string
	}{
		{"", "2012-05-20", "2012-04-north 20 / 2012-05-letter 3"},
		{"", "2012-04", "2012-03-22-coup 10 / 2012-05-letter 23"},
		{"", "2012-04-02", "2012-03-22-coup 11 / 2012-05-letter 51"},
		{"", "2005", "- 0 / 2006-merger 1"},
		{"", "2014-01-01", "2013-08-merger 123 / - 0"},
		{"actor:belmokhtar", "2012-12-31", "2012-04-02-timbuktu-meeting 273 / 2013-01-16-in-amenas 16"},
		{"-is:any", "2012", "- 0 / - 0"},
		{"", "../2001", "- 0 / 2006-merger 1462"},
	} {
		date := edtf.MustParse(c.date)
		in := Select(d, mustParse(t, d, c.in))
		s := Nearest(d, in, date.Earliest(), date.Latest())
		if got := fmt.Sprintf("%s %d / %s %d", at(s.Before), s.BeforeDays, at(s.After), s.AfterDays); got != c.sides {
			t.Errorf("%s %s: %s, want %s", c.in, c.date, got, c.sides)
		}
	}
}

func TestGroup(t *testing.T) {
	d := sample()
	var got []string
	for _, a := range Group(d, d.ActorNumber("aqim")) {
		got = append(got, d.Actors[a].ID)
	}
	if want := []string{"abou-zeid", "aqim", "belmokhtar", "droukdel", "gspc", "mulathamin", "tariq"}; !slices.Equal(got, want) {
		t.Errorf("AQIM is %v, want %v", got, want)
	}
}
