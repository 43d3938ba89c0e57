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

// settleTypes makes the vocabulary of the types that the input names.
func (b *builder) settleTypes(meta *events.Meta) {
	words := map[string]bool{}
	for _, e := range b.events {
		if e.event.Type != "" {
			words[e.event.Type] = true
		}
	}
	if len(words) == 0 {
		return
	}
	if len(words) > maxKinds {
		b.report.Kinds = len(words)
		for _, e := range b.events {
			if e.event.Type != "" && !slices.Contains(e.event.Tags, e.event.Type) {
				e.event.Tags = append(slices.Clone(e.event.Tags), e.event.Type)
			}
			e.event.Type = ""
		}
		return
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
	for _, e := range b.events {
		e.event.Type = slugs[e.event.Type]
	}
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
