package query

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"timeline/internal/events"
	"timeline/internal/sorting"
)

// Tier is how well a spelling matches what was typed, the best first.
type Tier uint8

// The tiers.
const (
	TierExact   Tier = iota // the whole spelling
	TierPrefix              // it begins the spelling
	TierWord                // it begins a word of the spelling, or each typed word begins one
	TierSimilar             // it nearly begins a word: one or two letters off
)

// ActorMatch is an actor whose name may be meant.
type ActorMatch struct {
	Actor    int      // position in Dataset.Actors
	Spelling string   // the spelling that matched best
	Tier     Tier     //
	Similar  bool     // the tier is TierSimilar: nothing matched as typed
	Spans    [][2]int // bytes of Spelling that matched; none for TierSimilar
}

// MatchActors returns the actors with a spelling that fits what has been typed so
// far, each once with its best spelling, the best tier first, then by name. Every
// spelling counts, weak ones too: here somebody chooses. Only if nothing matches
// are similar spellings tried, marked Similar. Every actor matches nothing typed.
func MatchActors(d *events.Dataset, typed string) []ActorMatch {
	names := actorNames(d)
	w := newWanted(typed, false)
	best := make([]ActorMatch, len(d.Actors))
	for i := range best {
		best[i] = ActorMatch{Actor: -1}
	}
	take := func(n *name, tier Tier) {
		if b := &best[n.rec]; b.Actor < 0 || tier < b.Tier {
			*b = ActorMatch{Actor: n.rec, Spelling: n.as, Tier: tier, Similar: tier == TierSimilar}
		}
	}
	found := false
	for i := range names {
		if tier, ok := w.tier(&names[i]); ok {
			take(&names[i], tier)
			found = true
		}
	}
	if limit := slack(w.joined); !found && limit > 0 {
		nearest(names, w, limit, take)
	}
	matches := slices.DeleteFunc(best, func(m ActorMatch) bool { return m.Actor < 0 })
	sorting.Records(matches, func(a, b *ActorMatch) int {
		return cmp.Or(cmp.Compare(a.Tier, b.Tier), strings.Compare(events.Fold(d.Actors[a.Actor].Name), events.Fold(d.Actors[b.Actor].Name)))
	})
	for i := range matches {
		if m := &matches[i]; !m.Similar {
			m.Spans = w.spans(m.Spelling)
		}
	}
	return matches
}

// tier tells how well a name matches, short of likeness.
func (w wanted) tier(n *name) (Tier, bool) {
	switch k := w.in(n); {
	case w.folded == "":
		return TierPrefix, true
	case w.is(n):
		return TierExact, true
	case k == 0:
		return TierPrefix, true
	case k > 0:
		return TierWord, true
	}
	words := strings.Fields(w.folded)
	if len(words) < 2 {
		return 0, false
	}
	for _, word := range words {
		if (wanted{folded: word, joined: word}).in(n) < 0 {
			return 0, false
		}
	}
	return TierWord, true
}

// spans returns the bytes of a spelling that the text stands for.
func (w wanted) spans(as string) [][2]int {
	if w.folded == "" {
		return nil
	}
	if s := events.FoldSpans(as, []string{w.folded}); s != nil {
		return s
	}
	n := newName(0, as, false)
	if w.halfway != "" && n.french {
		return events.FoldSpans(as, []string{w.halfway})
	}
	if k := w.in(&n); k >= 0 {
		// It matches with particles joined. The longest folded text from that
		// word on that joins to no more than was typed is what it stands for.
		rest := n.folded[n.starts[k]:]
		for end := 1; end <= len(rest); end++ {
			if j := JoinParticles(rest[:end]); len(j) >= len(w.joined) && rest[end-1] != ' ' {
				return events.FoldSpans(as, []string{rest[:end]})
			}
		}
	}
	return events.FoldSpans(as, strings.Fields(w.folded))
}

// slack is how many letters of a text may be off.
func slack(s string) int {
	switch n := len([]rune(s)); {
	case n >= 6:
		return 2
	case n >= 3:
		return 1
	}
	return 0
}

// nearest takes the names that begin nearly like the text, at any word: of all
// names those with the fewest letters off.
func nearest(names []name, w wanted, limit int, take func(*name, Tier)) {
	least := limit
	off := make([]int, len(names))
	for i := range names {
		off[i] = limit + 1
		for _, start := range names[i].joints {
			off[i] = min(off[i], prefixDistance(w.joined, names[i].joined[start:], limit))
		}
		least = min(least, off[i])
	}
	for i := range names {
		if off[i] <= least {
			take(&names[i], TierSimilar)
		}
	}
}

// prefixDistance returns how many letters lie between what was typed and the
// nearest beginning of a name; limit+1 for more than limit. A name that only had
// to grow by more than one letter to be what was typed is another name: Niger is
// not Nigeria.
func prefixDistance(typed, name string, limit int) int {
	if rest, longer := strings.CutPrefix(typed, firstWords(name, typed)); longer && len(rest) > 1 {
		return limit + 1
	}
	t := utf8.RuneCountInString(typed)
	n := []rune(name[:min(len(name), utf8.UTFMax*(t+limit))]) // more could not be near
	best := limit + 1
	for end := max(t-limit, 1); end <= min(t+limit, len(n)); end++ {
		best = min(best, events.Distance(typed, string(n[:end]), best))
	}
	return best
}

// firstWords returns as many words of name as typed has.
func firstWords(name, typed string) string {
	end := 0
	for range strings.Count(typed, " ") + 1 {
		next := strings.IndexByte(name[min(end+1, len(name)):], ' ')
		if next < 0 {
			return name
		}
		end += 1 + next
	}
	return name[:end]
}
