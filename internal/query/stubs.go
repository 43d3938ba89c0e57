package query

import (
	"context"

	"timeline/internal/edtf"
	"timeline/internal/events"
)

// Skeleton: bodies follow.

func Parse(d *events.Dataset, input string) (Query, error) { return Query{}, nil }

// JoinArgs makes one query of command-line arguments.
func JoinArgs(args []string) string { return "" }

func (t Term) String() string                 { return "" }
func (t Term) Label(d *events.Dataset) string { return "" }

type Matcher struct{ d *events.Dataset }

func Compile(d *events.Dataset, q Query) *Matcher              { return &Matcher{d} }
func (m *Matcher) Run() []events.Index                         { return m.Set().Indexes() }
func (m *Matcher) Set() Set                                    { return All(m.d.Len()) }
func (m *Matcher) SetContext(ctx context.Context) (Set, error) { return m.Set(), nil }
func Select(d *events.Dataset, q Query) Set                    { return Compile(d, q).Set() }

// Refine is Select(d, next), made faster by the result prev of an earlier query.
func Refine(ctx context.Context, d *events.Dataset, before Query, prev Set, next Query) (Set, error) {
	return Compile(d, next).SetContext(ctx)
}

type Degree uint8

const (
	Possibly Degree = iota
	Certainly
)

func Certainty(d *events.Dataset, q Query, i events.Index) Degree { return Certainly }

// Sides are the nearest events on either side; -1 where there is none.
type Sides struct {
	Before, After         events.Index
	BeforeDays, AfterDays int
}

func Nearest(d *events.Dataset, in Set, from, to edtf.Day) Sides { return Sides{-1, -1, 0, 0} }

// Closest returns the event nearest to a stretch of days and the signed distance.
func Closest(d *events.Dataset, in Set, from, to edtf.Day) (i events.Index, days int, ok bool) {
	return 0, 0, false
}

type Tier uint8

const (
	TierExact Tier = iota
	TierPrefix
	TierWord
	TierSimilar
)

type ActorMatch struct {
	Actor    int
	Spelling string
	Tier     Tier
	Spans    [][2]int
	Similar  bool
}

func MatchActors(d *events.Dataset, typed string) []ActorMatch { return nil }
func Group(d *events.Dataset, actor int) []int                 { return []int{actor} }

func Complete(d *events.Dataset, input string, cursor int) []string { return nil }
func TokenAt(input string, cursor int) (start, end int)             { return cursor, cursor }

// Literal is the query for all the words typed, whatever signs they hold.
func Literal(typed string) Query { return Query{} }
