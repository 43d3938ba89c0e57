package groups

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"

	"timeline/internal/calendar"
	"timeline/internal/events"
	"timeline/internal/events/eventstest"
	"timeline/internal/goldentest"
	"timeline/internal/lineage"
	"timeline/internal/lineage/lineagetest"
	"timeline/internal/printable"
	"timeline/internal/ui/theme"
)

//go:generate go test . -update

// drawing is a dataset ready to be drawn.
type drawing struct {
	*lineage.Lineage
	cal *calendar.Calendar
}

func of(d *events.Dataset) drawing {
	cal := calendar.New(d)
	return drawing{lineage.Of(d, cal), cal}
}

func builtIn(t testing.TB) drawing {
	t.Helper()
	return of(eventstest.BuiltIn(t))
}

func (d drawing) draw(s State, w, h int) *Picture { return Draw(d.Lineage, d.cal, s, w, h) }

// on is the state in which the tie of that description is selected.
func (d drawing) on(t testing.TB, s State, brief string) State {
	t.Helper()
	for n, tie := range s.Ties(d.Lineage) {
		if strings.HasPrefix(d.Brief(tie), brief) {
			return s.OnTie(d.Lineage, n)
		}
	}
	t.Fatalf("no tie %q", brief)
	return s
}

// The sizes are those that a screen of 120x36, 80x24 and 60x20 leaves.
func TestFrames(t *testing.T) {
	t.Parallel()
	d := of(lineagetest.Valley())
	split := d.on(t, Start(d.Lineage), "River Company splits")
	equals := split.OnGroup(d.Lineage, "salt-party").ToggleEquals(d.Lineage)
	for _, size := range [][2]int{{120, 34}, {80, 22}, {60, 18}} {
		goldentest.Check(t, fmt.Sprintf("testdata/groups-%d.txt", size[0]), d.draw(split, size[0], size[1]).Plain(theme.Full))
		goldentest.Check(t, fmt.Sprintf("testdata/equals-%d.txt", size[0]), d.draw(d.on(t, equals, "River Company is allied"), size[0], size[1]).Plain(theme.Full))
	}
	months := split
	months.View = d.cal.Zoomed(calendar.View{}, 1, 120, calendar.Span{First: d.Ties[1].Days.First, Last: d.Ties[1].Days.Last})
	goldentest.Check(t, "testdata/months-120.txt", d.draw(months, 120, 34).Plain(theme.Full))
	goldentest.Check(t, "testdata/ascii-120.txt", d.draw(split, 120, 34).Plain(theme.ASCII))
	goldentest.Check(t, "testdata/low-80.txt", d.draw(split, 80, 10).Plain(theme.Full))
	goldentest.Check(t, "testdata/not-drawn-80.txt", d.draw(d.on(t, split, "Hill Guard is under Salt"), 80, 22).Plain(theme.Full))
}

func TestWidths(t *testing.T) {
	t.Parallel()
	d := of(lineagetest.Valley())
	th := theme.New(true, colorprofile.TrueColor)
	s := Start(d.Lineage).ToggleEquals(d.Lineage)
	for w := range 201 {
		for _, h := range []int{0, 1, 2, 5, 7, 13, 34} {
			s = s.NextTie(d.Lineage, 1)
			if _, n := s.Selected(d.Lineage); n == len(s.Ties(d.Lineage))-1 {
				s = s.OnTie(d.Lineage, 0)
			}
			rows := d.draw(s, w, h).Rows(th, theme.Full)
			if len(rows) != h {
				t.Fatalf("%dx%d: %d rows", w, h, len(rows))
			}
			for _, row := range rows {
				if got := ansi.StringWidth(row); got != w {
					t.Fatalf("%dx%d: a row of %d cells: %q", w, h, got, ansi.Strip(row))
				}
			}
		}
	}
	if len(d.draw(State{}, -1, -1).Rows(th, theme.Full)) != 0 {
		t.Error("rows of no size")
	}
}

func TestSameDrawingEachTime(t *testing.T) {
	t.Parallel()
	for _, d := range []drawing{builtIn(t), of(lineagetest.Valley())} {
		want := d.draw(Start(d.Lineage), 120, 34).Plain(theme.Full)
		for range 4 {
			again := of(d.Data)
			if diff := cmp.Diff(want, again.draw(Start(again.Lineage), 120, 34).Plain(theme.Full)); diff != "" {
				t.Fatalf("another drawing of the same: %s", diff)
			}
		}
	}
}

// Every tie is drawn or, at least, in the list that h and l lead through; and none is
// drawn before both its groups can have been there.
func TestEveryTie(t *testing.T) {
	t.Parallel()
	for _, d := range []drawing{builtIn(t), of(lineagetest.Valley())} {
		for _, w := range []int{120, 80, 60} {
			p := d.draw(State{}, w, 70)
			seen := map[string]bool{}
			for at, id := range p.ties {
				seen[id] = true
				tie := d.Ties[slices.IndexFunc(d.Ties, func(x *lineage.Tie) bool { return x.ID == id })]
				if p.green(at) || d.Group(tie.Older).Named {
					continue // a letter stands at its source's date, wherever that is; what is only named stands before the next
				}
				for _, g := range []string{tie.Younger, tie.Older} {
					if group := d.Group(g); !group.Named && at[0] < p.from(group.Begins.First) {
						t.Errorf("%d wide: %s is drawn before %s", w, d.Brief(tie), g)
					}
				}
			}
			listed := State{}.Ties(d.Lineage)
			for _, tie := range d.Ties {
				if tie.Drawn && !seen[tie.ID] {
					t.Errorf("%d wide: %s is not drawn", w, d.Brief(tie))
				}
				if !slices.Contains(listed, tie) {
					t.Errorf("%s is not listed", d.Brief(tie))
				}
			}
		}
	}
}

func (p *Picture) green(at [2]int) bool { return p.At(at[0], at[1]).Role == theme.Green }

// A solid line stands only in bins between which the group is certainly attested,
// and something in every bin in which it may be.
func TestNeverMoreThanIsTold(t *testing.T) {
	t.Parallel()
	for _, d := range []drawing{builtIn(t), of(lineagetest.Valley())} {
		for _, w := range []int{200, 120, 80} {
			p := d.draw(State{}, w, 70)
			for _, g := range d.Groups {
				y, ok := p.y(g.ID)
				if !ok {
					t.Fatalf("%s has no row", g.ID)
				}
				for i, b := range p.scale.Bins {
					for x := b.X; x < b.X+b.Width; x++ {
						if p.Group(x, y) != g.ID {
							continue
						}
						if r := p.At(x, y).Rune; r == '━' && !(g.Certain && p.scale.Bin(g.By) <= i && i <= p.scale.Bin(g.SureTo)) {
							t.Errorf("%d wide: %s is solid in %v", w, g.ID, b.Span)
						}
						if r := p.At(x, y).Rune; r == '┄' && (i < p.scale.Bin(g.Begins.First) || i > p.scale.Bin(g.Until)) {
							t.Errorf("%d wide: %s is dashed in %v", w, g.ID, b.Span)
						}
					}
				}
			}
		}
	}
}

func TestKeys(t *testing.T) {
	t.Parallel()
	d := builtIn(t)
	s := Start(d.Lineage)
	seen := map[string]bool{}
	last := s
	for range d.Ties {
		tie, n := s.Selected(d.Lineage)
		if tie != d.Ties[n] || !tie.Of(s.Group) {
			t.Fatalf("%v at %d, cursor at %s", tie, n, s.Group)
		}
		seen[tie.ID] = true
		last, s = s, s.NextTie(d.Lineage, 1)
	}
	if len(seen) != len(d.Ties) || s != last || s.NextTie(d.Lineage, -1) == s {
		t.Errorf("l visits %d of %d ties", len(seen), len(d.Ties))
	}
	s = s.NextGroup(d.Lineage, -99)
	groups := map[string]bool{}
	for range d.Groups {
		groups[s.Group] = true
		if tie, _ := s.Selected(d.Lineage); !tie.Of(s.Group) {
			t.Errorf("at %s the tie is %s", s.Group, d.Brief(tie))
		}
		s = s.NextGroup(d.Lineage, 1)
	}
	if len(groups) != len(d.Groups) {
		t.Errorf("j visits %d of %d groups", len(groups), len(d.Groups))
	}
	signers, _ := d.on(t, s, "Signers splits from AQIM").Selected(d.Lineage)
	var who []string
	for _, c := range signers.Claims {
		who = append(who, d.Data.Source(c.Cite.Source).Label())
	}
	for _, want := range []string{"Guidère", "Siegel", "Lebovich"} {
		if !slices.Contains(who, want) {
			t.Errorf("%s does not say so: %v", want, who)
		}
	}
}

func TestEquals(t *testing.T) {
	t.Parallel()
	d := of(lineagetest.Valley())
	s := Start(d.Lineage).OnGroup(d.Lineage, "salt-party")
	before := len(s.Ties(d.Lineage))
	s = s.ToggleEquals(d.Lineage)
	if n := len(s.Ties(d.Lineage)); n != before+3 {
		t.Errorf("%d ties, and %d with allies and rivals", before, n)
	}
	if text := d.draw(s, 120, 34).Plain(theme.Full); !strings.Contains(text, "◆") || !strings.Contains(text, "×") || !strings.Contains(text, "║") {
		t.Errorf("no allies or rivals:\n%s", text)
	}
	s = d.on(t, s, "River Company is allied")
	if tie, n := s.ToggleEquals(d.Lineage).Selected(d.Lineage); tie == nil || n < 0 || tie.Kind.Equal() {
		t.Errorf("with allies hidden, %v is selected", tie)
	}
}

// A click lands on what is drawn.
func TestClicks(t *testing.T) {
	t.Parallel()
	d := of(lineagetest.Valley())
	p := d.draw(Start(d.Lineage), 120, 34)
	for y, row := range strings.Split(p.Plain(theme.Full), "\n") {
		if before, _, ok := strings.Cut(row, "River Company "); ok && y < 29 {
			if x := ansi.StringWidth(before); p.Group(x, y) != "river-company" || p.Group(x+15, y) != "river-company" {
				t.Errorf("at %d, %d is %q", x, y, p.Group(x, y))
			}
		}
		for _, sign := range []string{"╰", "╭", "▸", "≤F"} {
			if before, _, ok := strings.Cut(row, sign); ok && y < 29 && p.Tie(ansi.StringWidth(before), y) == "" {
				t.Errorf("%s at %d, %d is no tie:\n%s", sign, ansi.StringWidth(before), y, row)
			}
		}
	}
	if p.Tie(-1, 0) != "" || p.Group(0, 0) != "" {
		t.Error("a click beside everything finds something")
	}
}

func TestJoints(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ line, through, down, up rune }{
		{'━', '┿', '┯', '┷'}, {'┄', '┼', '┬', '┴'}, {' ', '│', '╷', '╵'}, {'┊', '│', '╷', '╵'}, {'┯', '┿', '┯', '┿'}, {'┷', '┿', '┿', '┷'}, {'┬', '┼', '┬', '┼'}, {'┿', '┿', '┿', '┿'},
	} {
		if got := [3]rune{through(tt.line, '│'), leaving(tt.line, 0), leaving(tt.line, 1)}; got != [3]rune{tt.through, tt.down, tt.up} {
			t.Errorf("%c: %c, want %c", tt.line, got, []rune{tt.through, tt.down, tt.up})
		}
	}
}

func TestWithoutTies(t *testing.T) {
	t.Parallel()
	d := of(eventstest.Generate(500, 1))
	s := Start(d.Lineage).NextTie(d.Lineage, 1).NextGroup(d.Lineage, 1).ToggleEquals(d.Lineage)
	if tie, n := s.Selected(d.Lineage); tie != nil || n != -1 {
		t.Errorf("%v is selected", tie)
	}
	if text := d.draw(s, 80, 22).Plain(theme.Full); !strings.Contains(text, "No group here splits, joins or goes on under another name.") {
		t.Error(text)
	}
}

func BenchmarkDraw(b *testing.B) {
	d := builtIn(b)
	th, s := theme.New(true, colorprofile.TrueColor), Start(d.Lineage).OnTie(d.Lineage, 17)
	for b.Loop() {
		d.draw(s, 120, 34).Rows(th, theme.Full)
	}
}

// Names that would do something to a terminal are drawn as harmless text, in rows of
// exact width.
func TestHostileNames(t *testing.T) {
	t.Parallel()
	th := theme.New(true, colorprofile.TrueColor)
	for n, bomb := range eventstest.Bombs(true) {
		data := lineagetest.Valley()
		for i := range data.Actors {
			data.Actors[i].Name, data.Actors[i].Spellings = bomb, nil
			for k := range data.Actors[i].Relations {
				data.Actors[i].Relations[k].Note = bomb
			}
		}
		for i := range data.Sources {
			data.Sources[i].Authors[0].Family = bomb
		}
		d := of(data)
		for _, row := range d.draw(Start(d.Lineage).ToggleEquals(d.Lineage), 90, 24).Rows(th, theme.Full) {
			if plain := ansi.Strip(row); ansi.StringWidth(plain) != 90 || plain != printable.Line(plain) {
				t.Fatalf("bomb %d: a row of %d cells: %q", n, ansi.StringWidth(plain), plain)
			}
		}
	}
}
