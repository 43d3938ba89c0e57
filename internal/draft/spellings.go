package draft

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/pattern"
	"timeline/internal/query"
)

// use is a spelling of an actor as the draft writes it.
type use struct {
	actor  int
	as     string
	form   events.SpellingForm
	offset int
	prose  bool
}

// spellings reports names that are misspelt, actors that are spelt in several ways, and
// those that are not spelt as is preferred. What is quoted is left alone, and so are
// titles of sources.
func (k *check) spellings() {
	uses := map[int][]use{}
	for i := range k.paragraphs {
		p := &k.paragraphs[i]
		k.misspelt(p)
		for _, u := range k.usesIn(p) {
			uses[u.actor] = append(uses[u.actor], u)
		}
	}
	for actor := range k.data.Actors {
		if want, ok := k.prefer[actor]; ok {
			k.enforce(want, uses[actor])
		} else {
			k.mixed(actor, uses[actor])
		}
	}
}

func (k *check) usesIn(p *checked) (uses []use) {
	if p.sentences == nil {
		return nil
	}
	titles := k.titlesIn(p.Text)
	last, end := use{actor: -1}, 0 // the mention before, and its end
	for _, m := range k.names.mentions(p.Text) {
		actor, form, ok := k.names.oneActor(m.as)
		if !ok || form.Shared() || k.isQuoted(p, m.From) {
			continue
		}
		if slices.ContainsFunc(titles, func(t [2]int) bool { return t[0] <= m.From && m.To <= t[1] }) {
			continue
		}
		u := use{actor, p.Text[m.From:m.To], form, p.Source(m.From), p.Kind == Prose}
		glossed := actor == last.actor && m.From >= end && variants(last, u) && gloss().MatchString(p.Text[end:m.From])
		if last, end = u, m.To; !glossed {
			uses = append(uses, u)
		}
	}
	return uses
}

// gloss is what stands between two spellings where a writer tells of both: Abou Zeid, or
// Abu Zeid; Abou Zeid (also: Abu Zeid).
var gloss = pattern.Lazy(`^["”’)]*[\s,;]*(?:[(/–—:]|\b(?:or|also|aka|a\.k\.a\.|alias)\b|,)[\s,:]*(?:(?:or|also|aka|a\.k\.a\.|alias|known as|spelt|spelled|written)[\s,:]*)*["“‘(]*$`)

// titlesIn are the ranges of a text that are titles of sources.
func (k *check) titlesIn(text string) [][2]int {
	var titles []string // some are empty, and stand nowhere
	for i := range k.data.Sources {
		s := &k.data.Sources[i]
		titles = append(titles, events.Fold(s.Title), events.Fold(s.Short), events.Fold(s.Container))
	}
	return events.FoldSpans(text, titles)
}

// oneActor is the actor that spellings name, if they name only one and no place.
func (n *names) oneActor(as []int) (actor int, form events.SpellingForm, ok bool) {
	actor = -1
	for _, i := range as {
		s := n.all[i]
		if s.actor < 0 || actor >= 0 && s.actor != actor {
			return 0, 0, false
		}
		actor, form = s.actor, s.form
	}
	return actor, form, actor >= 0
}

// mixed reports an actor that the prose spells in several ways, once.
func (k *check) mixed(actor int, uses []use) {
	var kinds [][]use // uses by the way they are spelt
	for _, u := range uses {
		if !u.prose {
			continue
		}
		i := slices.IndexFunc(kinds, func(l []use) bool { return !variants(l[0], u) && related(l[0], u) })
		if i < 0 {
			kinds = append(kinds, []use{u})
		} else {
			kinds[i] = append(kinds[i], u)
		}
	}
	for len(kinds) > 0 {
		group := [][]use{kinds[0]}
		rest := kinds[:0:0]
		for _, l := range kinds[1:] {
			if slices.ContainsFunc(group, func(g []use) bool { return variants(g[0], l[0]) }) {
				group = append(group, l)
			} else {
				rest = append(rest, l)
			}
		}
		kinds = rest
		if len(group) > 1 {
			k.reportMixed(actor, group)
		}
	}
}

func (k *check) reportMixed(actor int, group [][]use) {
	slices.SortStableFunc(group, func(a, b []use) int { return cmp.Compare(len(b), len(a)) })
	parts := make([]string, 0, len(group))
	for _, l := range group {
		parts = append(parts, fmt.Sprintf("“%s” %s", l[0].as, times(len(l))))
	}
	k.report(Finding{
		offset: group[len(group)-1][0].offset, Rule: RuleSpelling, Fault: true, Reading: group[0][0].as,
		Message: fmt.Sprintf("%s is spelt in %s: %s (--prefer %s=%q settles it)", k.data.Actors[actor].Name,
			english.Count(len(group), "way", "ways"), english.List(parts), k.data.Actors[actor].ID, group[0][0].as),
	})
}

func times(n int) string {
	switch n {
	case 1:
		return "once"
	case 2:
		return "twice"
	}
	return fmt.Sprintf("%d times", n)
}

// enforce reports every use that is another way to write the preferred spelling.
func (k *check) enforce(want string, uses []use) {
	form := events.FormName
	for _, i := range k.names.exact[query.JoinParticles(events.Fold(want))] {
		form = k.names.all[i].form
	}
	for _, u := range uses {
		if variants(use{as: want, form: form}, u) {
			k.report(Finding{
				offset: u.offset, Rule: RuleSpelling, Fault: true, Reading: want,
				Message: fmt.Sprintf("“%s”: you prefer the spelling “%s”", u.as, want),
			})
		}
	}
}

var (
	straight = strings.NewReplacer("’", "'", "‘", "'", "`", "'", "ʿ", "'")
	bare     = strings.NewReplacer("'s", "", "-", " ", "'", "")
)

// surface is how a name looks, capitals, hyphens, apostrophes and the genitive aside.
func surface(s string) string {
	return bare.Replace(straight.Replace(strings.ToLower(s)))
}

// variants tells whether two spellings are ways to write one name: Abu Zeid and Abou
// Zeid, also in a longer name that ends with it, Ansar al-Din and Ansar Dine, or two
// acronyms. A name and an alias, or a full name and its end, are not.
func variants(a, b use) bool {
	if surface(a.as) == surface(b.as) {
		return false
	}
	if a.form == events.FormAcronym || b.form == events.FormAcronym {
		return a.form == b.form
	}
	x, y := tails(a.as, b.as)
	if withoutArticle(x) == y || x == withoutArticle(y) {
		return false // Zawahiri for al-Zawahiri, once he is known
	}
	return alike(x, y) || alike(surface(a.as), surface(b.as))
}

// related tells whether two uses are of one name spelt alike: the same, or one the end of
// the other.
func related(a, b use) bool {
	x, y := tails(a.as, b.as)
	return surface(a.as) == surface(b.as) || a.form != events.FormAcronym && b.form != events.FormAcronym && x == y
}

func withoutArticle(surface string) string {
	return strings.TrimPrefix(strings.TrimPrefix(surface, "al "), "el ")
}

// alike tells whether two names, of which one is not the other, are the same but for some
// letters of their words: at most a third of all and not most of any. A plural is no way
// to write a name.
func alike(a, b string) bool {
	f, g := query.JoinParticles(events.Fold(a)), query.JoinParticles(events.Fold(b))
	if a == b || derived(f, g) {
		return false
	}
	if strings.ReplaceAll(f, " ", "") == strings.ReplaceAll(g, " ", "") {
		return true
	}
	x, y := strings.Fields(f), strings.Fields(g)
	if limit := max(len(f), len(g))/3 + 1; len(x) != len(y) || events.Distance(f, g, limit) == limit {
		return false
	}
	for i := range x {
		n := max(len(x[i]), len(y[i]))
		if x[i] != y[i] && (events.Distance(x[i], y[i], n)*5 > n*3 || !shareLetters(x[i], y[i])) {
			return false
		}
	}
	return true
}

// shareLetters tells whether two words have three letters in a row in common.
func shareLetters(a, b string) bool {
	for i := 0; i+3 <= len(a); i++ {
		if strings.Contains(b, a[i:i+3]) {
			return true
		}
	}
	return false
}

// tails are as many words of both names as the shorter one has, from the end.
func tails(a, b string) (string, string) {
	x, y := strings.Fields(surface(a)), strings.Fields(surface(b))
	n := min(len(x), len(y))
	return strings.Join(x[len(x)-n:], " "), strings.Join(y[len(y)-n:], " ")
}
