package query

import (
	"testing"

	"timeline/internal/edtf"
	"timeline/internal/events"
)

// sample is a small dataset in the manner of the real one.
func sample() *events.Dataset {
	sp := func(form events.SpellingForm, list ...string) (out []events.Spelling) {
		for _, s := range list {
			out = append(out, events.Spelling{As: s, Form: form})
		}
		return out
	}
	kind := func(name string) events.RelationKind {
		for k := events.RelationKind(0); k < 32; k++ {
			if k.String() == name {
				return k
			}
		}
		panic(name)
	}
	to := func(name, id string) []events.Relation { return []events.Relation{{Kind: kind(name), To: id}} }
	actors := []events.Actor{
		{ID: "belmokhtar", Name: "Mokhtar Belmokhtar", Relations: to("member-of", "mulathamin"), Spellings: append(
			sp(events.FormAlias, "Mokhtar bel Mokhtar", "Khaled Abu al-Abbas", "Bilmukhtar"), sp(events.FormWeak, "Khaled")...)},
		{ID: "abou-zeid", Name: "Abou Zeid", Relations: to("leads", "tariq"), Spellings: sp(events.FormAlias, "Abdelhamid Abou Zeïd", "Abu Zayd")},
		{ID: "droukdel", Name: "Abdelmalek Droukdel", Relations: to("leads", "aqim"), Spellings: sp(events.FormAlias, "Abu Mus'ab Abdel Wadoud", "Droukdal")},
		{ID: "iyad", Name: "Iyad ag Ghali", Relations: to("leads", "ansar-dine"), Spellings: sp(events.FormAlias, "Iyad Ag Ghaly")},
		{ID: "aqim", Name: "Al-Qaida in the Islamic Maghreb", Kind: 1, Relations: to("successor-of", "gspc"), Spellings: sp(events.FormAcronym, "AQIM", "AQMI")},
		{ID: "gspc", Name: "Salafist Group for Preaching and Combat", Kind: 1, Spellings: sp(events.FormAcronym, "GSPC")},
		{ID: "mulathamin", Name: "Al-Mulathamin Brigade", Kind: 2, Relations: to("part-of", "aqim"), Spellings: sp(events.FormAlias, "Masked Men")},
		{ID: "tariq", Name: "Tariq ibn Ziyad Brigade", Kind: 2, Relations: to("part-of", "aqim")},
		{ID: "almurabitun", Name: "al-Murabitun", Kind: 1},
		{ID: "ansar-dine", Name: "Ansar Dine", Kind: 1, Spellings: sp(events.FormAlias, "Ansar al-Din")},
		{ID: "niger", Name: "Niger", Kind: 4},
		{ID: "nigeria", Name: "Nigeria", Kind: 4},
	}
	places := []events.Place{
		{ID: "mali", Name: "Mali", Country: "Mali", Precision: 4},
		{ID: "timbuktu", Name: "Timbuktu", Country: "Mali", Spellings: sp(events.FormAlias, "Tombouctou")},
		{ID: "gao", Name: "Gao", Country: "Mali"},
		{ID: "in-amenas", Name: "In Amenas", Country: "Algeria"},
	}
	sources := []events.Source{
		{ID: "guidere", Authors: []events.Author{{Given: "Mathieu", Family: "Guidère"}}, Title: "The Timbuktu Letters"},
		{ID: "lebovich", Authors: []events.Author{{Given: "Andrew", Family: "Lebovich"}}, Title: "The Local Face of Jihadism"},
	}
	return events.New(events.Meta{ID: "sample", Title: "Sample"}, sampleEvents(), actors, places, sources)
}

func sampleEvents() []events.Event {
	event := func(id, date, kind, title, text string, actors, places []string) events.Event {
		e := events.Event{ID: id, Date: edtf.MustParse(date), Type: kind, Title: title, Summary: text, Places: places,
			Claims: []events.Claim{{Source: "guidere", Quote: "as the letter says", Basis: events.BasisStated}}}
		for _, a := range actors {
			e.Roles = append(e.Roles, events.Role{Actor: a})
		}
		return e
	}
	list := func(s ...string) []string { return s }
	es := []events.Event{
		event("2006-merger", "2006", "merger", "A group joins", "It takes a new name in the year.", list("gspc", "aqim"), nil),
		event("2012-03-22-coup", "2012-03-21/2012-03-22", "coup", "Officers take power", "Soldiers mutiny.", nil, list("mali")),
		event("2012-04-02-timbuktu-meeting", "2012-04-02", "meeting", "Commanders meet in Timbuktu", "They speak of the town’s rule.", list("belmokhtar", "abou-zeid", "droukdel"), list("timbuktu")),
		event("2012-04-north", "2012-04~", "capture", "The north falls", "Towns change hands.", list("ansar-dine", "iyad"), list("gao", "timbuktu")),
		event("2012-05-letter", "2012-05-23", "letter", "A letter of reproach", "“Khaled” is blamed for al-Qaida’s losses.", list("droukdel"), nil),
		event("2013-01-16-in-amenas", "2013-01-16/2013-01-19", "attack", "Gas plant seized", "Hostages are held in the desert.", list("belmokhtar"), list("in-amenas")),
		event("2013-01-17-plea", "2013-01-17", "statement", "A plea", "A demand is published.", list("niger"), nil),
		event("2013-08-merger", "2013-08?", "merger", "Two groups merge", "They call it a union.", list("almurabitun", "belmokhtar"), nil),
	}
	es[2].Level, es[2].Tags = events.Key, []string{"council"}
	es[6].Level = events.Background
	es[3].Disputes = []events.Dispute{{Text: "The order differs."}}
	es[4].Note, es[4].Tags = "See the other letter.", []string{"ransom money"}
	es[4].Claims[0].Basis = events.BasisDerived
	es[5].Claims[0].Source = "lebovich"
	return es
}

func ids(d *events.Dataset, is []events.Index) []string {
	out := []string{}
	for _, i := range is {
		out = append(out, d.IDs.At(int(i)))
	}
	return out
}

func mustParse(t testing.TB, d *events.Dataset, s string) Query {
	t.Helper()
	q, err := Parse(d, s)
	if err != nil {
		t.Fatalf("Parse(%q): %v", s, err)
	}
	return q
}
