package record

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"timeline/internal/english"
	"timeline/internal/printable"
	"timeline/internal/sorting"
)

// MaxProblems is how many problems are listed.
const MaxProblems = 10_000

// Problem is one fault of a dataset: where, what, and how to mend it.
type Problem struct {
	File   string `json:"file"`   // relative to the dataset's folder, with forward slashes
	Line   int    `json:"line"`   // from one; zero when the fault is the whole file's
	Rule   string `json:"rule"`   // short stable name of the rule that was broken
	What   string `json:"what"`   // what is wrong, with the offending value quoted
	Remedy string `json:"remedy"` // what to do
}

// String is "events/x.md:7: what is wrong (what to do) [rule]".
func (p Problem) String() string {
	where := p.File
	if !printable.Clean(where) {
		where = strconv.QuoteToASCII(where)
	}
	if p.Line > 0 {
		where += fmt.Sprintf(":%d", p.Line)
	}
	s := where + ": " + p.What
	if p.Remedy != "" {
		s += " (" + p.Remedy + ")"
	}
	return s + " [" + p.Rule + "]"
}

// Problems is every fault of a dataset, sorted by file and line. It is the
// error that Load returns for a broken one.
type Problems []Problem

// Error lists all problems, a line each.
func (ps Problems) Error() string { return english.JoinedOf("\n", ps, Problem.String) }

// Sorted returns them by file and line, each once.
func (ps Problems) Sorted() Problems {
	sorting.Records(ps, func(a, b *Problem) int {
		return cmp.Or(strings.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), strings.Compare(a.What, b.What))
	})
	return slices.Compact(ps)
}

// Bounded leaves out what is more than anyone can read, and says so.
func (ps Problems) Bounded() Problems {
	if len(ps) <= MaxProblems {
		return ps
	}
	more := Problem{File: ps[MaxProblems].File, Rule: "more", What: "there are more problems from here on", Remedy: "mend those that are listed first"}
	return append(ps[:MaxProblems:MaxProblems], more)
}

// Nearest returns the candidate closest to word by edit distance, or "" if none
// is close enough to be what was meant: at most a third of the word's letters.
func Nearest(word string, candidates []string) string {
	best, bestDistance := "", len([]rune(word))/3+1
	for _, c := range candidates {
		if d := Distance(strings.ToLower(word), strings.ToLower(c), bestDistance); d < bestDistance {
			best, bestDistance = c, d
		}
	}
	return best
}

// Choice is the place of a name, in any case, among those that there are. The error
// says what the name was to name, and the nearest that does, or all of them.
func Choice(what, name string, names []string) (int, error) {
	if i := slices.IndexFunc(names, func(n string) bool { return strings.EqualFold(n, name) }); i >= 0 {
		return i, nil
	}
	if near := Nearest(name, names); near != "" {
		return 0, fmt.Errorf("unknown %s %q: did you mean %s?", what, name, near)
	}
	return 0, fmt.Errorf("unknown %s %q: one of %s", what, name, strings.Join(names, ", "))
}

// Distance is the Damerau-Levenshtein distance in letters (optimal string
// alignment: insert, delete, replace, swap neighbours), cut off at limit: any
// distance of limit or more is returned as limit.
func Distance(a, b string, limit int) int {
	if d := utf8.RuneCountInString(a) - utf8.RuneCountInString(b); d >= limit || -d >= limit {
		return limit
	}
	x, y := []rune(a), []rune(b)
	n := len(y) + 1
	var few [3 * 40]int // enough for a word or an id, without the heap
	rows := few[:]
	if 3*n > len(rows) {
		rows = make([]int, 3*n)
	}
	before, last, row := rows[:n], rows[n:2*n], rows[2*n:]
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(x); i++ {
		row[0] = i
		least := i
		// As far from the diagonal as limit every distance is at least limit.
		first, end := max(1, i-limit+1), min(len(y), i+limit-1)
		if first > 1 {
			row[first-1], least = limit, limit
		}
		if end < len(y) {
			row[end+1] = limit
		}
		for j := first; j <= end; j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
			least = min(least, row[j])
		}
		if least >= limit {
			return limit
		}
		before, last, row = last, row, before
	}
	return min(last[len(y)], limit)
}
