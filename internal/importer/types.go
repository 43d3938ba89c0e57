package importer

import (
	"maps"
	"slices"
	"strings"

	"timeline/internal/events"
)

// maxKinds is how many different words a column may hold to be types; one with more is
// made tags.
const maxKinds = 60

// signWords give a type that is none of the built-in ones the sign of the first group of
// which its name holds a word.
var signWords = []struct {
	sign, group string
	words       []string
}{
	{"×", "fighting", []string{"battle", "attack", "war", "violence", "explosion", "riot", "bomb", "siege", "clash", "strike", "massacre", "conflict", "combat"}},
	{"◇", "hostages", []string{"kidnap", "abduct", "hostage"}},
	{"▲", "power", []string{"coup", "uprising", "protest", "revolution", "revolt", "occupation", "invasion", "demonstration", "rebellion"}},
	{"†", "deaths and arrests", []string{"death", "murder", "execution", "assassination", "arrest", "disaster", "accident"}},
	{"¶", "messages", []string{"speech", "letter", "statement", "interview", "declaration", "sermon"}},
	{"§", "decisions", []string{"law", "election", "treaty", "decision", "court", "policy", "politic", "strategic", "referendum"}},
	{"○", "meetings", []string{"meeting", "conference", "summit", "visit", "mission", "flight", "expedition", "launch", "festival"}},
	{"●", "groups", []string{"founding", "foundation", "party", "merger", "split", "alliance"}},
	{"≡", "documents", []string{"publication", "book", "document", "newspaper", "article", "paper"}},
}

// settleTypes makes the vocabulary of the types that the input names. Where they are too
// many, it makes tags of them and returns their number.
func settleTypes(meta *events.Meta, shelf *events.Shelf) (kinds int) {
	words := map[string]bool{}
	for i := range shelf.Len() {
		if t := shelf.Card(i).Type; t != "" {
			words[t] = true
		}
	}
	if len(words) == 0 {
		return 0
	}
	if len(words) > maxKinds {
		for i := range shelf.Len() {
			e := shelf.Event(i)
			if e.Type != "" {
				e.Tags = united(e.Tags, e.Type)
			}
			e.Type = ""
			shelf.Replace(i, e)
		}
		return len(words)
	}
	builtIn := events.BuiltInTypes()
	own := false
	slugs := map[string]string{}
	for _, w := range slices.Sorted(maps.Keys(words)) {
		slug := events.Slug(w)
		slugs[w] = slug
		if slices.Contains(events.TypeNames(meta.Types), slug) {
			continue
		}
		t := typeOf(slug)
		own = own || !slices.Contains(builtIn, t)
		meta.Types = append(meta.Types, t)
	}
	if !own {
		meta.Types = nil
	} else if !slices.Contains(events.TypeNames(meta.Types), "other") {
		meta.Types = append(meta.Types, typeOf("other"))
	}
	for i := range shelf.Len() {
		c := shelf.Card(i)
		c.Type = slugs[c.Type]
	}
	return 0
}

// typeOf is a type of that name: the built-in one, or one with the sign that its name
// suggests.
func typeOf(name string) events.EventType {
	for _, t := range events.BuiltInTypes() {
		if t.Name == name {
			return t
		}
	}
	for _, s := range signWords {
		if slices.ContainsFunc(s.words, func(w string) bool { return strings.Contains("-"+name, "-"+w) }) {
			return events.EventType{Name: name, Sign: s.sign, Group: s.group}
		}
	}
	return events.EventType{Name: name, Sign: "·", Group: "other"}
}
