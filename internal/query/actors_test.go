package query

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestMatchActors(t *testing.T) {
	d := sample()
	for _, c := range []struct{ typed, want string }{ // id, tier, spelling with what matched in brackets
		{"bilmukhtar", "belmokhtar exact [Bilmukhtar]"},
		{"bilmuk", "belmokhtar prefix [Bilmuk]htar"},
		{"khaled abu al-abbas", "belmokhtar exact [Khaled Abu al-Abbas]"},
		{"khaled abou al", "belmokhtar prefix [Khaled Abu al]-Abbas"},
		{"KHALED", "belmokhtar exact [Khaled]"},
		{"abbas", "belmokhtar word Khaled Abu al-[Abbas]"},
		{"alabbas", "belmokhtar word Khaled Abu [al-Abbas]"},
		{"belmo", "belmokhtar word Mokhtar [Belmo]khtar"},
		{"belmokhtar mo", "belmokhtar word [Mo]khtar [Belmokhtar]"},
		{"almurabitun", "almurabitun exact [al-Murabitun]"},
		{"al murabitoun", "almurabitun exact [al-Murabitun]"},
		{"murab", "almurabitun word al-[Murab]itun"},
		{"almur", "almurabitun prefix [al-Mur]abitun"},
		{"agghali", "iyad word Iyad [ag Ghali]"},
		{"aghali", "iyad word Iyad [ag Ghali]"},
		{"ag ghali", "iyad word Iyad [ag Ghali]"},
		{"ghaly", "iyad word Iyad Ag [Ghaly]"},
		{"abou zaid", "abou-zeid similar Abou Zeid"},
		{"abouzeid", "abou-zeid exact [Abou Zeid]"},
		{"zeid", "abou-zeid word Abou [Zeid]"},
		{"niger", "niger exact [Niger]; nigeria prefix [Niger]ia"},
		{"nigeria", "nigeria exact [Nigeria]"},
		{"aqim", "aqim exact [AQIM]"},
		{"droukdl", "droukdel similar Abdelmalek Droukdel"},
		{"belmukhtar", "belmokhtar similar Mokhtar Belmokhtar"},
		{"mulat", "mulathamin word Al-[Mulat]hamin Brigade"},
		{"xq", ""},
		{"zxzxzx", ""},
		{"dro", "droukdel prefix [Drou]kdal"},
	} {
		var got []string
		for _, m := range MatchActors(d, c.typed) {
			tier := []string{"exact", "prefix", "word", "similar"}[m.Tier]
			if m.Similar != (m.Tier == TierSimilar) {
				t.Errorf("%s: Similar is %v in tier %s", c.typed, m.Similar, tier)
			}
			got = append(got, fmt.Sprintf("%s %s %s", d.Actors[m.Actor].ID, tier, bracketed(m.Spelling, m.Spans)))
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.typed, s, c.want)
		}
	}
	all := MatchActors(d, " ")
	if len(all) != len(d.Actors) || d.Actors[all[0].Actor].ID != "droukdel" || all[0].Spans != nil {
		t.Errorf("nothing typed: %d actors, first %v", len(all), all[0])
	}
}

func bracketed(s string, spans [][2]int) string {
	for _, span := range slices.Backward(spans) {
		s = s[:span[0]] + "[" + s[span[0]:span[1]] + "]" + s[span[1]:]
	}
	return s
}

// Whatever is typed of a spelling, letter by letter, finds its actor.
func TestEverySpellingFinds(t *testing.T) {
	d := sample()
	for i := range d.Actors {
		a := &d.Actors[i]
		as := []string{a.Name}
		for _, s := range a.Spellings {
			as = append(as, s.As)
		}
		for _, spelling := range as {
			for end := 1; end <= len(spelling); end++ {
				typed := strings.ToValidUTF8(spelling[:end], "")
				if !slices.ContainsFunc(MatchActors(d, typed), func(m ActorMatch) bool { return m.Actor == i && !m.Similar }) {
					t.Errorf("%q does not find %s", typed, a.Name)
				}
			}
		}
	}
}

// Without Nigeria among the actors, Niger is not offered for it, nor Nigeria for
// a slip in Niger.
func TestNigerIsNotNigeria(t *testing.T) {
	d := sample()
	only := func(id string) []name {
		return slices.DeleteFunc(slices.Clone(actorNames(d)), func(n name) bool { return d.Actors[n.rec].ID != id })
	}
	for _, c := range []struct{ typed, id string }{{"nigeria", "niger"}, {"nigerian", "niger"}} {
		w := newWanted(c.typed, false)
		nearest(only(c.id), w, slack(w.joined), func(n *name, _ Tier) { t.Errorf("%q finds %q", c.typed, n.as) })
		if recs := nearestRecords(only(c.id), nil, c.typed); recs != nil {
			t.Errorf("%q: did you mean %v", c.typed, recs)
		}
	}
}

func TestComplete(t *testing.T) {
	d := sample()
	for _, c := range []struct{ in, want string }{ // the cursor is at |
		{"act|", "actor:"},
		{"b|", "before: basis:"},
		{"certainly-b|", "certainly-before:"},
		{"x -pl|", "-place:"},
		{"actor:belm|", "actor:belmokhtar"},
		{"x -actor:zeid|", "-actor:abou-zeid"},
		{`actor:"abou z|`, "actor:abou-zeid"},
		{`x actor:"abou z|`, "actor:abou-zeid"},
		{"actor:iyad,almur|", "actor:iyad,almurabitun"},
		{"actor:iyad,iy|", ""},
		{"actor:be|lm type:x", "actor:belmokhtar"},
		{"place:tomb|", "place:timbuktu"},
		{"source:|", "source:guidere source:lebovich"},
		{"type:le|", "type:letter"},
		{"is:b|", "is:background"},
		{"has:q|", "has:quotation"},
		{"tag:|", "tag:council tag:ransom money"},
		{"precision:s|", "precision:season precision:span precision:set"},
		{"basis:p|", "basis:press-date basis:print-date"},
		{"during:2013|", "during:2013-01-16-in-amenas during:2013-01-17-plea during:2013-08-merger"},
		{"within:10d@2006|", "within:10d@2006-merger"},
		{"within:10|", ""},
		{"before:|", ""},
		{"nokey:x|", ""},
		{"word |", "actor: type: place: source: tag: id: date: on: from: to: before: after: during: overlaps: within: precision: is: has: basis:"},
		{`"quoted|`, ""},
	} {
		typed, _, _ := strings.Cut(c.in, "|")
		got := strings.Join(Complete(d, typed), " ")
		if got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.in, got, c.want)
		}
	}
}
