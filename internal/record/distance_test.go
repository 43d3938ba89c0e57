package record

import (
	"math/rand/v2"
	"testing"
)

// wholeDistance fills the whole table of distances, cuts nothing off, and looks only at
// what the definition names.
func wholeDistance(x, y []rune) int {
	table := make([][]int, len(x)+1)
	for i := range table {
		table[i] = make([]int, len(y)+1)
		for j := range table[i] {
			switch {
			case i == 0 || j == 0:
				table[i][j] = i + j
			case x[i-1] == y[j-1]:
				table[i][j] = table[i-1][j-1]
			default:
				table[i][j] = 1 + min(table[i-1][j], table[i][j-1], table[i-1][j-1])
			}
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				table[i][j] = min(table[i][j], 1+table[i-2][j-2])
			}
		}
	}
	return table[len(x)][len(y)]
}

func TestDistance(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(2, 9))
	word := func() []rune {
		w := make([]rune, r.IntN(9))
		for i := range w {
			w[i] = []rune("abcé")[r.IntN(4)]
		}
		return w
	}
	for range 2000 {
		x, y := word(), word()
		if r.IntN(2) == 0 && len(x) > 1 { // close to each other
			y = append([]rune{}, x...)
			k := r.IntN(len(y) - 1)
			y[k], y[k+1] = y[k+1], y[k]
		}
		whole := wholeDistance(x, y)
		for limit := range 12 {
			if got, want := Distance(string(x), string(y), limit), min(whole, limit); got != want {
				t.Fatalf("Distance(%q, %q, %d) = %d, want %d", string(x), string(y), limit, got, want)
			}
		}
	}
}
