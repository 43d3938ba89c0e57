package draft

import "slices"

// alignment is how a quotation stands in a text: its words beside those of the text, as
// well as they can be matched.
type alignment struct {
	matched int // words that are equal
	edits   int // words that are other, left out or added
	pairs   []pair
	from    int // first word of the text that is quoted
	to      int // one past the last
}

// pair is a word of the quotation beside one of the text; -1 for none.
type pair struct{ quoted, text int }

// maxSkip is how many words of the text a bracket of the writer's own may stand for.
const maxSkip = 12

// The moves that lead to a cell of the table.
const (
	stop      = iota
	both      // a word of either
	extra     // a word of the quotation only
	missing   // a word of the text only
	leap      // a gap, which passes over words of the text
	overlap   // a word of the quotation before an excerpt begins
	mostCells = 4 << 20
)

// align sets a quotation beside a text. A quotation must lie in the text whole, unless
// the text is only an excerpt: then it may begin before it or end after it, and those
// words count for nothing.
func align(quote, text []word, excerpt bool) alignment {
	m, n := len(quote), len(text)
	if m == 0 || n == 0 || (m+1)*(n+1) > mostCells {
		return alignment{}
	}
	t := table{score: make([]int32, (m+1)*(n+1)), move: make([]uint8, (m+1)*(n+1)), jump: map[int]int{}, n: n + 1}
	for i := 1; i <= m; i++ {
		t.row(quote, text, i, excerpt)
	}
	bi, bj := m, 0
	for j := 1; j <= n; j++ {
		// Of two ends as good, a word beside the last one says more than none.
		here, best := m*t.n+j, m*t.n+bj
		if t.score[here] > t.score[best] || t.score[here] == t.score[best] && t.move[here] == both && t.move[best] == extra {
			bj = j
		}
	}
	for i := 1; i < m && excerpt; i++ {
		if t.score[i*t.n+n] > t.score[bi*t.n+bj] {
			bi, bj = i, n
		}
	}
	return t.trace(quote, text, bi, bj)
}

// table holds the best score of every beginning of the quotation that ends at a word of
// the text, row by row.
type table struct {
	score []int32
	move  []uint8
	jump  map[int]int // by cell: where a leap began
	n     int         // cells of a row
}

func (t *table) row(quote, text []word, i int, excerpt bool) {
	q := quote[i-1]
	at, above := i*t.n, (i-1)*t.n
	if q.kind == gapWord || q.kind == ownWord {
		t.leaps(q.kind, at, above)
		return
	}
	t.score[at], t.move[at] = t.score[above]-1, extra
	if excerpt {
		t.score[at], t.move[at] = t.score[above], overlap
	}
	for j := 1; j < t.n; j++ {
		best, move := t.score[above+j-1]-1, uint8(both)
		if sameWord(q, text[j-1]) {
			best += 2
		}
		if s := t.score[above+j] - 1; s > best {
			best, move = s, extra
		}
		s := t.score[at+j-1]
		if text[j-1].kind != optional {
			s--
		}
		if s > best {
			best, move = s, missing
		}
		t.score[at+j], t.move[at+j] = best, move
	}
}

// leaps fills the row of a gap: any words of the text may be passed over, or a few.
func (t *table) leaps(kind wordKind, at, above int) {
	from := 0
	for j := range t.n {
		if kind == ownWord && from < j-maxSkip {
			from = j - maxSkip
			for k := from; k <= j; k++ {
				if t.score[above+k] > t.score[above+from] {
					from = k
				}
			}
		}
		if t.score[above+j] >= t.score[above+from] {
			from = j
		}
		t.score[at+j], t.move[at+j], t.jump[at+j] = t.score[above+from], leap, from
	}
}

func (t *table) trace(quote, text []word, i, j int) alignment {
	a := alignment{to: j, from: j}
	for i > 0 {
		cell := i*t.n + j
		switch t.move[cell] {
		case both:
			i, j = i-1, j-1
			a.pairs = append(a.pairs, pair{i, j})
			if sameWord(quote[i], text[j]) {
				a.matched++
			} else {
				a.edits++
			}
		case extra:
			i--
			a.pairs = append(a.pairs, pair{i, -1})
			a.edits++
		case missing:
			j--
			if text[j].kind != optional {
				a.pairs = append(a.pairs, pair{-1, j})
				a.edits++
			}
		case leap:
			i, j = i-1, t.jump[cell]
		default: // before the excerpt begins
			i--
		}
		a.from = min(a.from, j)
	}
	slices.Reverse(a.pairs)
	return a
}
