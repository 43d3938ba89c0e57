package query

import (
	"slices"
	"strings"

	"timeline/internal/events"
)

// Query is a list of terms that an event must all match. It is a value: the
// methods that change it return another. The zero value matches every event.
type Query struct{ Terms []Term }

// Term is one condition. Terms that Parse returns are canonical: names are
// resolved to ids, dates are EDTF.
type Term struct {
	Key     string   // one of the Key constants
	Values  []string // any of them will do; never empty
	Not     bool     // the event must not match
	Certain bool     // time keys only: the event must match wherever in its bounds it really was
	Phrase  bool     // text only: whole words, as they stand
}

// Empty tells whether the query matches everything.
func (q Query) Empty() bool { return len(q.Terms) == 0 }

// With returns the query with one more term at the end, or the same query if it
// has that term already.
func (q Query) With(t Term) Query {
	if slices.ContainsFunc(q.Terms, t.Equal) {
		return q
	}
	return Query{append(slices.Clip(q.Terms), t)}
}

// Without returns the query without its i-th term, from zero; the same query if
// there is none.
func (q Query) Without(i int) Query {
	if i < 0 || i >= len(q.Terms) {
		return q
	}
	return Query{slices.Delete(slices.Clone(q.Terms), i, i+1)}
}

// Replace returns the query with another i-th term.
func (q Query) Replace(i int, t Term) Query {
	terms := slices.Clone(q.Terms)
	terms[i] = t
	return Query{terms}
}

// Find returns the place of the first term with that key, negated or not, or -1.
func (q Query) Find(key string) int {
	return slices.IndexFunc(q.Terms, func(t Term) bool { return t.Key == key })
}

// Equal tells whether two queries have the same terms in the same order.
func (q Query) Equal(other Query) bool { return slices.EqualFunc(q.Terms, other.Terms, Term.Equal) }

// Equal tells whether two terms are the same.
func (t Term) Equal(o Term) bool {
	return t.Key == o.Key && t.Not == o.Not && t.Certain == o.Certain && t.Phrase == o.Phrase && slices.Equal(t.Values, o.Values)
}

// Words returns the words and phrases that the query looks for in texts, as
// events.FoldProse writes them, for highlighting with events.ProseSpans.
func (q Query) Words() []string {
	var words []string
	for _, t := range q.Terms {
		if t.Key == KeyText && !t.Not {
			words = append(words, events.FoldProse(t.Values[0]))
		}
	}
	return words
}

// WordsIn is Words with the other spellings of names in the dataset that they stand
// for: abou too for abu.
func (q Query) WordsIn(d *events.Dataset) []string {
	var words []string
	for _, t := range q.Terms {
		if t.Key == KeyText && !t.Not {
			words = append(words, indexOf(d).needles(t.Values[0], newWanted(t.Values[0], t.Phrase))...)
		}
	}
	return words
}

// HasTime tells whether the query asks about time.
func (q Query) HasTime() bool {
	return slices.ContainsFunc(q.Terms, func(t Term) bool { return IsTime(t.Key) })
}

// String returns the query as it would be typed, which Parse reads back to an
// equal query.
func (q Query) String() string {
	parts := make([]string, len(q.Terms))
	for i, t := range q.Terms {
		parts[i] = t.String()
	}
	return strings.Join(parts, " ")
}
