package query

import (
	"cmp"
	"slices"
	"strings"

	"timeline/internal/edtf"
	"timeline/internal/events"
)

// Parse reads a query for a dataset. Names become ids and dates EDTF, so the
// query is canonical. The error is an *Error.
func Parse(d *events.Dataset, input string) (Query, error) {
	tokens, f := lex(input)
	p := parser{d: d, input: input}
	var q Query
	if f != nil {
		tokens = tokens[:len(tokens)-1] // the fault is in the last
	}
	for _, t := range tokens {
		term, f := p.term(t)
		if f != nil {
			return Query{}, f.in(input)
		}
		q = q.With(term)
	}
	if f != nil {
		return Query{}, f.in(input)
	}
	return q, nil
}

type parser struct {
	d     *events.Dataset
	input string
}

func (p *parser) term(t token) (Term, *fault) {
	if t.key == "" {
		return p.words(t)
	}
	key, certain, ok := parseKey(t.key)
	if !ok {
		return Term{}, unknownKey(t, p.input)
	}
	term := Term{Key: key, Not: t.not, Certain: certain}
	for _, v := range t.values {
		if v.s == "" {
			return Term{}, &fault{at: v.at, end: v.end, msg: t.key + ": wants a value", hint: "such as " + p.exampleOf(key)}
		}
		value, f := p.value(key, v)
		if f != nil {
			return Term{}, f
		}
		if !slices.Contains(term.Values, value) {
			term.Values = append(term.Values, value)
		}
	}
	return term, nil
}

func (p *parser) words(t token) (Term, *fault) {
	v := t.values[0]
	if events.Fold(v.s) == "" {
		return Term{}, &fault{at: v.at, end: v.end, msg: "there is no word in «" + v.s + "»", hint: "a word has letters or digits"}
	}
	return textTerm(v.s, t.phrase, t.not), nil
}

// textTerm makes a canonical term of a word or phrase. A word that could not be
// typed as a word, such as actor:x, becomes a phrase.
func textTerm(s string, phrase, not bool) Term {
	if !phrase {
		s = strings.TrimLeft(s, "-")
		phrase = !bareWord(s)
	}
	if phrase {
		s = phraseText(s)
	}
	return Term{Values: []string{s}, Not: not, Phrase: phrase}
}

// parseKey takes certainly- off a key; ok is false for a key that there is not.
func parseKey(typed string) (key string, certain, ok bool) {
	key, certain = strings.CutPrefix(strings.ToLower(typed), certainly)
	i := slices.IndexFunc(keyHelp, func(h KeyHelp) bool { return h.Key == key })
	return key, certain, i >= 0 && (!certain || keyHelp[i].time)
}

// exampleOf is a term to show for a key. Its event or tag is one of the dataset
// that is open: the help's own may not be in it.
func (p *parser) exampleOf(key string) string {
	i := slices.IndexFunc(keyHelp, func(h KeyHelp) bool { return h.Key == key })
	example := keyHelp[i].Example
	value := example[len(key)+1:]
	switch {
	case key == KeyTag:
		if tags := p.d.Tags; len(tags) > 0 && !slices.Contains(tags, value) {
			if !bareWord(tags[0]) {
				return key + ":" + quoteText(tags[0])
			}
			return key + ":" + tags[0]
		}
	case (key == KeyID || key == KeyDuring) && p.d.Len() > 0:
		if _, ok := p.d.Find(value); !ok {
			return key + ":" + p.id(0)
		}
	}
	return example
}

// otherWords are keys that people try, with the key that does it here.
var otherWords = map[string]string{
	"who": KeyActor, "person": KeyActor, "group": KeyActor, "what": KeyType, "kind": KeyType, "where": KeyPlace,
	"in": KeyPlace, "at": KeyPlace, "when": KeyDate, "since": KeyFrom, "until": KeyTo, "till": KeyTo,
	"article": KeySource, "author": KeySource, "by": KeySource, "near": KeyWithin, "around": KeyWithin, "event": KeyID,
	"year": KeyDate, "month": KeyDate, "day": KeyOn,
}

func keyNames() []string {
	names := make([]string, 0, 2*len(keyHelp))
	for _, h := range keyHelp {
		names = append(names, h.Key)
		if h.time {
			names = append(names, certainly+h.Key)
		}
	}
	return names
}

func unknownKey(t token, input string) *fault {
	guess := cmp.Or(otherWords[t.key], events.Nearest(t.key, keyNames()))
	f := &fault{at: t.keyAt, end: t.keyAt + len(t.key), msg: "unknown key «" + t.key + ":»"}
	if guess != "" {
		f.hint = didYouMean(guess + ":")
	} else {
		f.hint = "to look for these words, write " + quoteText(input[t.keyAt:t.end])
	}
	return f
}

// value returns the canonical form of one value.
func (p *parser) value(key string, v text) (string, *fault) {
	switch key {
	case KeyActor, KeyPlace, KeySource:
		return p.record(key, v)
	case KeyType:
		return oneOf("type", v, p.d.TypeNames())
	case KeyPrecision:
		return oneOf("precision", v, PrecisionNames())
	case KeyIs:
		return property(v)
	case KeyHas:
		return oneOf("part", v, partNames())
	case KeyBasis:
		return oneOf("basis", v, events.Bases())
	case KeyTag:
		return p.tag(v)
	case KeyID:
		return p.event(v)
	case KeyWithin:
		return p.within(v)
	}
	return p.time(key, v)
}

// oneOf reads a word of a closed vocabulary.
func oneOf(what string, v text, names []string) (string, *fault) {
	word := strings.ReplaceAll(strings.ToLower(v.s), " ", "-")
	if slices.Contains(names, word) {
		return word, nil
	}
	f := unknown(what, v)
	guess := events.Nearest(word, names)
	for _, n := range names {
		if guess == "" && strings.HasPrefix(n, word) {
			guess = n
		}
	}
	switch {
	case guess != "":
		f.hint = didYouMean(guess)
	case len(names) == 1:
		f.hint = "there is only " + names[0]
	case len(names) <= 12:
		f.hint = "it is one of " + strings.Join(names, ", ")
	default:
		f.hint = "there are " + strings.Join(names[:8], ", ") + " …"
	}
	return "", f
}

// property reads a value of the key is. Events had an importance before they had
// levels.
func property(v text) (string, *fault) {
	value, f := oneOf("property", v, propertyNames())
	if was := strings.ToLower(v.s); f != nil && (was == "major" || was == "minor") {
		f.hint = "events have a level: is:key, is:standard or is:background"
	}
	return value, f
}

func unknown(what string, v text) *fault {
	return &fault{at: v.at, end: v.end, msg: "unknown " + what + " «" + v.s + "»"}
}

func (p *parser) tag(v text) (string, *fault) {
	tags := p.d.Tags
	word := events.Fold(v.s)
	for _, t := range tags {
		if events.Fold(t) == word {
			return t, nil
		}
	}
	if len(tags) == 0 {
		f := unknown("tag", v)
		f.hint = "no event of this dataset has a tag"
		return "", f
	}
	return oneOf("tag", v, tags)
}

// event reads an event's id, or the beginning of just one.
func (p *parser) event(v text) (string, *fault) {
	id := strings.ToLower(v.s)
	found := p.d.WithPrefix(id)
	if len(found) == 1 || len(found) > 1 && p.id(found[0]) == id {
		return p.id(found[0]), nil
	}
	f := unknown("event", v)
	if len(found) > 1 {
		f.msg = "«" + v.s + "» begins the ids of several events"
		f.hint = "write more of it: " + p.id(found[0]) + " or " + p.id(found[1])
		if len(found) > 2 {
			f.hint += " …"
		}
		return "", f
	}
	f.hint = didYouMean(p.likeID(id))
	if f.hint == "" && p.d.Len() > 0 {
		f.hint = "an event is named by its id, as in " + strings.TrimPrefix(p.exampleOf(KeyID), KeyID+":")
	}
	return "", f
}

// likeID guesses which ids were meant: those with the words of the text in them, if
// they are few, or else the one that is spelt most like it.
func (p *parser) likeID(typed string) string {
	words := strings.FieldsFunc(typed, func(r rune) bool { return r == '-' || r == ' ' })
	var held []string
	near, distance := "", len([]rune(typed))/3+1
	for i := range p.d.Len() {
		id := p.d.IDs.At(i)
		if len(words) > 0 && len(held) <= 3 && !slices.ContainsFunc(words, func(w string) bool { return !hasWord(id, w) }) {
			held = append(held, id)
		}
		if d := len(id) - len(typed); max(d, -d) < distance {
			if d := events.Distance(typed, id, distance); d < distance {
				near, distance = id, d
			}
		}
	}
	if len(held) > 0 && len(held) <= 3 {
		return joinOr(held)
	}
	return near
}

// hasWord tells whether a word stands between hyphens of an id.
func hasWord(id, word string) bool {
	for at := 0; ; at++ {
		n := strings.Index(id[at:], word)
		if n < 0 {
			return false
		}
		at += n
		end := at + len(word)
		if (at == 0 || id[at-1] == '-') && (end == len(id) || id[end] == '-') {
			return true
		}
	}
}

func (p *parser) id(i events.Index) string { return p.d.IDs.At(int(i)) }

// time reads a date, or an event that stands for its date.
func (p *parser) time(key string, v text) (string, *fault) {
	date, err := edtf.ParseLoose(v.s)
	if err == nil {
		return date.String(), nil
	}
	if md, err := edtf.ParseMonthDay(v.s); err == nil {
		if key == KeyOn {
			return md.String(), nil
		}
		return "", &fault{at: v.at, end: v.end, msg: "«" + v.s + "» is a day without a year", hint: "write the year, or ask on:" + md.String() + " for that day of any year"}
	}
	id, f := p.event(v)
	if f == nil {
		return id, nil
	}
	if key == KeyDuring || looksLikeID(v.s) {
		return "", f
	}
	return "", dateFault(v, err)
}

// looksLikeID tells whether a text that is no date was meant as an event's id:
// digits, and a hyphen before a letter.
func looksLikeID(s string) bool {
	for i := 4; i+1 < len(s) && i < len("2012-04-02")+1; i++ {
		if s[i] == '-' && s[i+1]|0x20 >= 'a' && s[i+1]|0x20 <= 'z' {
			return strings.Trim(s[:i], "0123456789-") == ""
		}
	}
	return false
}

// dateFault puts what edtf says of a text in its place in the query.
func dateFault(v text, err error) *fault {
	f := &fault{at: v.at, end: v.end, msg: "date «" + v.s + "»: " + err.Error()}
	if se, ok := err.(*edtf.SyntaxError); ok {
		f.msg, f.hint = "date «"+v.s+"»: "+se.Problem, se.Remedy
		f.at = v.pos[min(max(se.Col-1, 0), len(v.s))]
		if f.at >= v.end {
			f.at = v.at
		}
	}
	return f
}

// within reads 10d@EVENT or +2w@2012-04.
func (p *parser) within(v text) (string, *fault) {
	reach, _, found := strings.Cut(v.s, "@")
	if !found {
		return "", &fault{at: v.at, end: v.end, msg: "within: wants a distance and a date or event", hint: "such as " + p.exampleOf(KeyWithin)}
	}
	step, ok := parseReach(reach)
	if !ok {
		return "", &fault{at: v.at, end: v.pos[len(reach)], msg: "«" + reach + "» is not a distance", hint: "write a number and d, w, m or y, as in 10d"}
	}
	anchor := v.part(len(reach)+1, len(v.s))
	if anchor.s == "" {
		return "", &fault{at: anchor.at, end: anchor.end, msg: "the distance is from nothing", hint: "such as " + p.exampleOf(KeyWithin)}
	}
	to, f := p.time(KeyWithin, anchor)
	if f != nil {
		return "", f
	}
	return step.String() + "@" + to, nil
}
