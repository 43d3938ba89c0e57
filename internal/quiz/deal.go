package quiz

import (
	"fmt"
	"hash/crc64"
	"math/rand/v2"
	"strconv"
	"strings"
	"time"

	"timeline/internal/events"
)

// Code names a set: "4f2a-17" is seed 17 on the dataset whose digest begins with 4f2a.
type Code struct {
	Digest string // the first four hexadecimal digits of the dataset's
	Seed   uint64
}

// CodeOf is the code of a seed on a dataset.
func CodeOf(d *events.Dataset, seed uint64) Code { return Code{d.Digest()[:4], seed} }

func (c Code) String() string { return c.Digest + "-" + strconv.FormatUint(c.Seed, 10) }

// ParseCode reads a code, or a seed alone, which is one of this dataset. A code of
// another dataset, or of another edition of this one, is refused: its set would be
// another.
func ParseCode(d *events.Dataset, s string) (Code, error) {
	digest, number, coded := strings.Cut(s, "-")
	if !coded {
		digest, number = "", s
	}
	seed, err := strconv.ParseUint(number, 10, 64)
	c := CodeOf(d, seed)
	switch {
	case err != nil:
		return Code{}, fmt.Errorf("%q is no seed: write a number such as 17, or a code such as %s", s, CodeOf(d, 17))
	case coded && digest != c.Digest:
		return Code{}, fmt.Errorf("the set %q is of another edition of the dataset: here seed %d is the set %s", s, seed, c)
	}
	return c, nil
}

// SeedAt is a seed for the time: a number that is easily said to a class.
func SeedAt(now time.Time) uint64 {
	const sets = 10_000
	return uint64(now.UnixMicro()) % sets
}

// Next is the code of another set.
func (c Code) Next() Code { return Code{c.Digest, c.Seed + 1} }

// dealer draws at random. The same set of the same code is dealt on every machine and
// by every version: the generator is PCG-DXSM (math/rand/v2 promises its sequence), and
// the drawing is our own, which math/rand/v2 does not promise.
type dealer struct{ *rand.PCG }

// newDealer deals for one kind of set: sets of one code do not hint at each other.
func newDealer(c Code, k Kind) dealer {
	digest, _ := strconv.ParseUint(c.Digest, 16, 64)
	return dealer{rand.NewPCG(c.Seed, digest<<48^crc64.Checksum([]byte(k.String()), crc64.MakeTable(crc64.ECMA)))}
}

// below draws a number from 0 to n-1, each as likely as the others.
func (r dealer) below(n int) int {
	limit := ^uint64(0) - ^uint64(0)%uint64(n) // the largest multiple of n that fits
	for {
		if x := r.Uint64(); x < limit {
			return int(x % uint64(n))
		}
	}
}

// shuffle puts a slice in random order (Fisher and Yates).
func shuffle[T any](r dealer, list []T) {
	for i := len(list) - 1; i > 0; i-- {
		j := r.below(i + 1)
		list[i], list[j] = list[j], list[i]
	}
}
