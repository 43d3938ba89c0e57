package draft

import (
	"fmt"
	"strings"
	"testing"

	"timeline/internal/events/eventstest"
)

// TestCheck checks what is said of single sentences: each wanted part must stand in a
// finding, and there are no others. A part that begins with "note: " is of what is no
// fault.
func TestCheck(t *testing.T) {
	t.Parallel()
	c := checker(t, false)
	tests := []struct{ text, want string }{
		// quotations
		{"“the day Timbuktu was taken by AQIM's force”", "note: word for word in Guidère, The Meeting in Timbuktu ¶1"},
		{"He has “the day Timbuktu was seized by AQIM's force”.", "“seized” should read “taken”"},
		{"“[T]he day … was taken by AQIM's [Droukdel's] force”", "note: word for word"},
		{"“The Day Timbuktu was taken by AQIM's force”", "“Day” should read “day”"},
		{"“day Timbuktu was”", ""},
		{"“words that are in none of the books at all”", ""},
		{"“words that are in none of the books at all” [@guidere-2014]", "note: is not among those that the dataset has"},
		{"“One day Timbuktu was taken by AQIM’s force by night” [@guidere-2014]", "“One” should read “the”"},
		// places
		{"“the day Timbuktu was taken by AQIM's force” (Guidère, ¶67).", "note: word for word"},
		{"“the day Timbuktu was taken by AQIM's force” (Guidère, The Meeting in Timbuktu ¶1).", "note: word for word"},
		{"“the day Timbuktu was taken by AQIM's force” (Guidère, paras. 66–68).", "note: word for word"},
		{"“the day Timbuktu was taken by AQIM's force” (Guidère, AQIM's New Frontlines ¶1).", "The Meeting in Timbuktu ¶1, not in paragraph 1"},
		{"“the day Timbuktu was taken by AQIM's force” (Guidère, note 4).", "The Meeting in Timbuktu ¶1, not in note 4"},
		{"“the day Timbuktu was taken by AQIM's force” (Guidère, p. 9).", "note: word for word"}, // the dataset has no pages
		{"“His whereabouts are unknown; he may even be dead” (Notes on the Periphery, p. 9).", "Experiment in Mali ¶3, not in paragraph 9"},
		{"“the day Timbuktu was taken by AQIM's force” [@siegel-2013].", "this quotation stands in Guidère, The Meeting in Timbuktu ¶1, not in Siegel"},
		{"Unlike Lebovich, he names “the day Timbuktu was taken by AQIM's force”.", "note: word for word"},
		// names
		{"The emir Droukdal was in Kabylia.", "“Droukdal” is no spelling that the dataset knows: did you mean “Droukdel”?"},
		{"Mokthar Belmokhtar was in Gao.", "“Mokthar Belmokhtar” is no spelling"},
		{"She said “Droukdal is here”.", ""},
		{"Nigerian and Algerian officers, Tunisians, South Africa, East Africa and Nigel Inkster; Parts of it; the Malians; Paris.", ""},
		{"The MUJOA of Gao.", "did you mean “MUJAO”?"},
		{"Ansar Dine met Ansar al-Din. Ansar Dine left.", "Ansar al-Din is spelt in 2 ways: “Ansar Dine” twice and “Ansar al-Din” once"},
		{"Belmokhtar is Mokhtar Belmokhtar, Zawahiri al-Zawahiri, AQIM Al-Qaeda in the Islamic Maghreb.", ""},
		{"timeline: prefer ansar-al-din=Ansar Dine\n\nAnsar al-Din came.", "“Ansar al-Din”: you prefer the spelling “Ansar Dine”"},
		{"timeline: prefer ansar=Ansar Dine\n\nIt came.", "no actor is called \"ansar\""},
		// dates
		{"Timbuktu was taken by AQIM on 2 April 2012.", "note: 2 April 2012 agrees for “"},
		{"In January 2014 Islamists captured Konna in central Mali.", "no source gives January 2014 for “"},
		{"On 12 January 2013 Islamists captured Konna in central Mali.", "note: 12 January 2013 is possible for"},
		{"Islamists did not capture Konna in central Mali in January 2014.", ""},
		{"After January 2014 Islamists captured Konna in central Mali.", ""},
		{"In 2014 a study told how Islamists captured Konna in central Mali, in January 2013.", ""},
		{"The 2014 article tells how Islamists captured Konna in central Mali.", ""},
		{"Something happened in January 2014.", ""},
		{"In June 1940 Islamists captured Konna in central Mali.", ""},
		// keys
		{"So it is [@guidere2014; @lebovitch-2013; @roy-2010; @guidere-2011].", "did you mean guidere-2014?|did you mean lebovich-2013?"},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			t.Parallel()
			var got []string
			for _, f := range c.Check(Read(tt.text, Markdown)) {
				got = append(got, f.String())
			}
			var want []string
			if tt.want != "" {
				want = strings.Split(tt.want, "|")
			}
			if len(got) != len(want) {
				t.Fatalf("got %q, want %q", got, want)
			}
			for i := range want {
				words, note := strings.CutPrefix(want[i], "note: ")
				if !strings.Contains(got[i], words) || note != strings.Contains(got[i], ": note: ") {
					t.Errorf("got %q, want %q", got[i], want[i])
				}
			}
		})
	}
}

func TestPrefer(t *testing.T) {
	t.Parallel()
	d := eventstest.BuiltIn(t)
	c, err := New(d, nil, map[string]string{"abu zeid": "Abou Zeid"})
	if err != nil {
		t.Fatal(err)
	}
	got := fmt.Sprint(c.Check(Read("Abdelhamid Abu Zeid met Abu Zeid; “Abu Zeid”, he said, and Abou Zeid left.", Plain)))
	if strings.Count(got, "you prefer") != 2 {
		t.Errorf("got %s", got)
	}
	if _, err := New(d, nil, map[string]string{"nobody-at-all": "X"}); err == nil {
		t.Error("an actor that does not exist was taken")
	}
}

// TestDisputedDate shows every side where the sources differ, and takes none.
func TestDisputedDate(t *testing.T) {
	t.Parallel()
	c := checker(t, false)
	for _, text := range []string{"AQIM, the former GSPC, was founded in 2006.", "AQIM, the former GSPC, was founded in 2007."} {
		for _, f := range c.Check(Read(text, Plain)) {
			if f.Fault {
				t.Errorf("%s: %v", text, f)
			}
		}
	}
	got := fmt.Sprint(c.Check(Read("According to Siegel, Timbuktu fell to AQIM and its allies in 2014.", Plain)))
	for _, want := range []string{"no source gives 2014", "Guidère 2 April 2012", "Lebovich", "Notes on the Periphery summer 2012", "the sources differ"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in %s", want, got)
		}
	}
}

// TestNoMisspelling proves that other words than names are no misspelt names.
func TestNoMisspelling(t *testing.T) {
	t.Parallel()
	c := checker(t, false)
	for _, text := range []string{
		"Then Spawn came, and Blocks of houses fell.", "A pile of BLOCKS, and a MAPERR.", "Qaedat al-Jihad fi Bilad al-Maghrib al-Islami is its name.",
		"Abou Zeid, or Abu Zeid, was an emir.", "Abdelhamid Abu Zeid (also Abou Zeid) was an emir.", "Bel\u00admokh\u00adtar left Tim\u00adbuktu.",
	} {
		for _, f := range c.Check(Read(text, Plain)) {
			if f.Fault {
				t.Errorf("%q: %v", text, f)
			}
		}
	}
	for text, want := range map[string]string{"They met in Niamay.": "Niamey", "They met in Kidla then.": "Kidal"} {
		if f := c.Check(Read(text, Plain)); len(f) != 1 || f[0].Reading != want {
			t.Errorf("%q: %v, want %s", text, f, want)
		}
	}
}
