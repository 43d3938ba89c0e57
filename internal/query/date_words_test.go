package query

import (
	"slices"
	"testing"
)

// After a time key the words that make one date with it belong to it, and no others.
func TestDateWords(t *testing.T) {
	t.Parallel()
	d := sample()
	for typed, want := range map[string]string{
		"date:spring 2012":                    "date:2012-21",
		"from:2 April 2012 to:5 May 2012":     "from:2012-04-02 to:2012-05-05",
		"date:2012 market":                    "date:2012 market",
		"-before:10-30 jan 2013 type:meeting": "-before:2013-01-10/2013-01-30 type:meeting",
		"within:10d@2 April 2012":             "within:10d@2012-04-02",
	} {
		q, err := Parse(d, typed)
		if err != nil || q.String() != want {
			t.Errorf("%q is read as %q, %v; want %q", typed, q.String(), err, want)
		}
	}
}

// A person with + is that person and the groups that they led or belonged to, not
// theirs in turn; a group with + is as it was.
func TestGroupsOfAPerson(t *testing.T) {
	t.Parallel()
	d := sample()
	names := func(id string) (out []string) {
		for _, n := range Group(d, d.ActorNumber(id)) {
			out = append(out, d.Actors[n].ID)
		}
		return out
	}
	if got := names("belmokhtar"); !slices.Equal(got, []string{"belmokhtar", "mulathamin"}) {
		t.Errorf("Belmokhtar and his groups: %v", got)
	}
	if got := names("tariq"); !slices.Equal(got, []string{"abou-zeid", "tariq"}) {
		t.Errorf("the brigade and its leader: %v", got)
	}
	q, err := Parse(d, "actor:belmokhtar+")
	if err != nil || q.Terms[0].Label(d) != "actor: Mokhtar Belmokhtar with the groups led or belonged to" {
		t.Errorf("it is said as %q, %v", q.Terms[0].Label(d), err)
	}
}
