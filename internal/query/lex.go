package query

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"timeline/internal/edtf"
	"timeline/internal/events"
)

// token is a term as typed, before its values are looked up.
type token struct {
	at, end int // bytes of the input
	not     bool
	phrase  bool
	key     string // as typed, without the colon; empty for a word or phrase
	keyAt   int
	values  []text
}

// text is a value as typed, without its quotation marks.
type text struct {
	s       string
	at, end int   // bytes of the input, marks included
	pos     []int // where each byte of s stands in the input; one more for the end
}

// Quotation marks of any shape count: a query may come out of a word processor.
// Inside a quotation only closing marks end it.
func opensQuote(r rune) bool  { return r == '"' || r == '“' || r == '„' || r == '«' }
func closesQuote(r rune) bool { return r == '"' || r == '”' || r == '»' }

// scanner cuts an input into tokens.
type scanner struct {
	in string
	i  int
}

// lex returns the tokens up to the first fault, if there is one.
func lex(input string) (tokens []token, f *fault) {
	s := scanner{in: input}
	for {
		s.space()
		if s.i == len(s.in) {
			return tokens, nil
		}
		t, f := s.token()
		tokens = append(tokens, t)
		if f != nil {
			return tokens, f
		}
	}
}

func (s *scanner) peek() (r rune, size int) {
	return utf8.DecodeRuneInString(s.in[s.i:])
}

func (s *scanner) space() {
	s.i = len(s.in) - len(strings.TrimLeftFunc(s.in[s.i:], unicode.IsSpace))
}

// more tells whether the term goes on: no space and not the end.
func (s *scanner) more() bool {
	r, n := s.peek()
	return n > 0 && !unicode.IsSpace(r)
}

func (s *scanner) token() (token, *fault) {
	t := token{at: s.i}
	if s.in[s.i] == '-' {
		s.i++
		t.not = s.more()
		if !t.not {
			s.i--
		}
	}
	var f *fault
	r, _ := s.peek()
	switch n := keyLength(s.in[s.i:]); {
	case n > 0:
		t.key, t.keyAt = strings.ToLower(s.in[s.i:s.i+n]), s.i
		s.i += n + 1
		f = s.values(&t)
	case opensQuote(r):
		t.phrase = true
		v := text{at: s.i}
		f = s.quoted(&v)
		t.values = []text{v.close(s.i)}
	default:
		v := text{at: s.i}
		s.bare(&v, opensQuote)
		t.values = []text{v.close(s.i)}
	}
	t.end = s.i
	return t, f
}

// keyLength returns the length of the key that s begins with, before its colon;
// 0 if it begins with none.
func keyLength(s string) int {
	for i := range len(s) {
		switch c := s[i] | 0x20; {
		case c >= 'a' && c <= 'z', s[i] == '-' && i > 0:
		case s[i] == ':':
			return i
		default:
			return 0
		}
	}
	return 0
}

// values reads what follows a colon: values with commas between, each of bare
// and quoted pieces. A comma inside brackets belongs to a date.
func (s *scanner) values(t *token) *fault {
	for {
		v := text{at: s.i}
		depth := 0
		for s.more() {
			r, _ := s.peek()
			if r == ',' && depth <= 0 {
				break
			}
			if opensQuote(r) {
				if f := s.quoted(&v); f != nil {
					t.values = append(t.values, v.close(s.i))
					return f
				}
				continue
			}
			s.bare(&v, func(r rune) bool {
				switch r {
				case '[', '{':
					depth++
				case ']', '}':
					depth--
				}
				return opensQuote(r) || r == ',' && depth <= 0
			})
		}
		t.values = append(t.values, v.close(s.i))
		if !s.more() {
			s.dateWords(t)
			return nil
		}
		s.i++ // the comma
	}
}

// mostDateWords is how many words a date takes at most after its first: "between",
// "2 April", "and", "5 May 2012".
const mostDateWords = 8

// dateWords adds to the last value of a time key the words after it that make one date
// with it, as many as do: date:spring 2012.
func (s *scanner) dateWords(t *token) {
	if !IsTime(strings.TrimPrefix(t.key, certainly)) {
		return
	}
	v := &t.values[len(t.values)-1]
	_, date, anchored := strings.Cut(v.s, "@")
	if !anchored {
		date = v.s
	}
	rest := scanner{in: s.in, i: s.i}
	longer, taken := *v, scanner{}
	longer.pos = slices.Clip(v.pos[:len(v.s)])
	for range mostDateWords {
		rest.space()
		r, n := rest.peek()
		if n == 0 || opensQuote(r) || keyLength(strings.TrimPrefix(rest.in[rest.i:], "-")) > 0 {
			break
		}
		longer.add(" ", rest.i-1)
		from := rest.i
		rest.bare(&longer, opensQuote)
		date += " " + rest.in[from:rest.i]
		if _, err := edtf.ParseLoose(date); err == nil {
			*v, taken = longer.close(rest.i), rest
			longer = *v
			longer.pos = slices.Clip(v.pos[:len(v.s)])
		}
	}
	if taken.i > 0 {
		s.i = taken.i
	}
}

// bare adds characters to v up to a space or a stop.
func (s *scanner) bare(v *text, stop func(rune) bool) {
	piece := s.in[s.i:]
	if n := strings.IndexFunc(piece, func(r rune) bool { return unicode.IsSpace(r) || stop(r) }); n >= 0 {
		piece = piece[:n]
	}
	v.add(piece, s.i)
	s.i += len(piece)
}

// quoted adds what stands between quotation marks to v; runs of white space
// become one space.
func (s *scanner) quoted(v *text) *fault {
	start := s.i
	_, n := s.peek()
	s.i += n
	for s.i < len(s.in) {
		r, n := s.peek()
		switch {
		case closesQuote(r):
			s.i += n
			return nil
		case !unicode.IsSpace(r):
			v.add(s.in[s.i:s.i+n], s.i)
		case v.s != "" && !strings.HasSuffix(v.s, " "):
			v.add(" ", s.i)
		}
		s.i += n
	}
	return &fault{at: start, end: start + n, msg: "this quotation mark is never closed", hint: `end the quotation with "`}
}

func (v *text) add(piece string, at int) {
	v.s += piece
	for i := range len(piece) {
		v.pos = append(v.pos, at+i)
	}
}

// close ends the text before byte end of the input.
func (v text) close(end int) text {
	v.end = end
	v.s = strings.TrimRight(v.s, " ")
	v.pos = append(v.pos[:len(v.s):len(v.s)], end)
	return v
}

// part is the text from byte from to byte to of s.
func (v text) part(from, to int) text {
	return text{s: v.s[from:to], at: v.pos[from], end: v.pos[to], pos: v.pos[from : to+1]}
}

// bareWord tells whether a word can stand in a query without quotation marks and
// be read back as that word.
func bareWord(s string) bool {
	if s == "" || s[0] == '-' || keyLength(s) > 0 {
		return false
	}
	return strings.IndexFunc(s, func(r rune) bool { return unicode.IsSpace(r) || opensQuote(r) }) < 0
}

// phraseText is a text as it can stand between quotation marks.
func phraseText(s string) string {
	inner := strings.Map(func(r rune) rune {
		if closesQuote(r) {
			return ' '
		}
		return r
	}, s)
	return strings.Join(strings.Fields(inner), " ")
}

func quoteText(s string) string { return `"` + phraseText(s) + `"` }

// Literal returns the query for the words of a text, whatever signs stand in it:
// colons, hyphens and commas have no meaning, quotation marks still hold words
// together. It is what a search box needs.
func Literal(typed string) Query {
	var q Query
	s := scanner{in: typed}
	for s.space(); s.i < len(s.in); s.space() {
		v := text{at: s.i}
		phrase := false
		if r, _ := s.peek(); opensQuote(r) {
			phrase = s.quoted(&v) == nil
		} else {
			s.bare(&v, opensQuote)
		}
		word := v.close(s.i).s
		if events.FoldProse(word) == "" {
			continue
		}
		if phrase {
			q = q.With(textTerm(word, true, false))
			continue
		}
		for part := range strings.SplitSeq(events.FoldProse(word), " ") { // 16:30, an open quotation
			q = q.With(textTerm(part, false, false))
		}
	}
	return q
}

// JoinArgs makes one query of command-line arguments. The shell has taken the
// quotation marks away, so an argument with a space in it, such as
// actor:abou zeid, is one term again, unless it holds a further key or
// quotation marks of its own: then it is a query of several terms.
func JoinArgs(args []string) string {
	parts := make([]string, 0, len(args))
	for _, a := range args {
		body, not := strings.CutPrefix(a, "-")
		n := keyLength(body)
		if n > 0 && strings.ContainsFunc(a, unicode.IsSpace) && !strings.ContainsFunc(a, opensQuote) && !holdsKey(body[n+1:]) {
			a = body[:n+1] + quoteText(body[n+1:])
			if not {
				a = "-" + a
			}
		}
		parts = append(parts, a)
	}
	return strings.Join(parts, " ")
}

// holdsKey tells whether one of the words of s begins with a key.
func holdsKey(s string) bool {
	for _, w := range strings.Fields(s) {
		w = strings.TrimPrefix(w, "-")
		if _, _, ok := parseKey(w[:keyLength(w)]); ok {
			return true
		}
	}
	return false
}
