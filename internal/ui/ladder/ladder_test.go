package ladder

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"timeline/internal/calendar"
	"timeline/internal/edtf"
	"timeline/internal/events"
	"timeline/internal/events/eventstest"
	"timeline/internal/facts"
	"timeline/internal/goldentest"
	"timeline/internal/ui/canvas"
	"timeline/internal/ui/theme"
)

//go:generate go test . -update

func drawn(p Picture) *canvas.Canvas {
	c := canvas.New(p.Width, p.Height())
	p.Draw(c, 0, 0)
	return c
}

func TestGolden(t *testing.T) {
	t.Parallel()
	d := eventstest.Small()
	cal := calendar.New(d)
	for _, w := range []int{118, 60, 40} {
		var b strings.Builder
		for _, id := range []string{"split", "raid-again", "league", "talks"} {
			i, _ := d.Find(id)
			fmt.Fprintf(&b, "— %s —\n%s", id, drawn(Picture{d, cal, d.Event(i), w}).Plain(theme.Full))
		}
		goldentest.Check(t, fmt.Sprintf("testdata/ladder-%d.txt", w), b.String())
	}
}

// Every row is as wide as the ladder, whatever the event, and each dating stands on
// a row of its own with its source's letter.
func TestRows(t *testing.T) {
	t.Parallel()
	builtIn := eventstest.BuiltIn(t)
	th := theme.New(false, colorprofile.TrueColor)
	for _, d := range []*events.Dataset{builtIn, eventstest.Small(), eventstest.Hostile("日本\x1b[31m", "h")} {
		cal := calendar.New(d)
		letters := events.SourceLetters(d.Sources)
		for i := range events.Index(d.Len()) {
			for w := int(i) % 5; w <= 200; w += 5 + int(i)%7 {
				p := Picture{d, cal, d.Event(i), w}
				rows := drawn(p).Rows(th, theme.Full)
				if len(rows) != p.Height() {
					t.Fatalf("%d rows, not %d", len(rows), p.Height())
				}
				for _, row := range rows {
					if n := ansi.StringWidth(row); n != w {
						t.Fatalf("%s: %d cells, want %d: %q", d.IDs.At(int(i)), n, w, row)
					}
				}
				for k, g := range p.rungs() {
					if len(rows) > 0 && !strings.HasPrefix(ansi.Strip(rows[2+k]), string(letters[g.Source])+" ") {
						t.Fatalf("%s: row %q is not of %s", d.IDs.At(int(i)), rows[2+k], d.Sources[g.Source].ID)
					}
				}
			}
		}
	}
}

// The scale holds every end of every date that lies in the period.
func TestScale(t *testing.T) {
	t.Parallel()
	d := eventstest.Small()
	cal := calendar.New(d)
	for i := range events.Index(d.Len()) {
		p := Picture{d, cal, d.Event(i), 80}
		s := p.scale(p.rungs())
		for _, date := range append([]edtf.Date{p.Event.Date}, dates(p.rungs())...) {
			for _, day := range []edtf.Day{date.Earliest(), date.Latest()} {
				if one := (calendar.Span{First: day, Last: day}); cal.Period.Holds(one) && !s.Span().Holds(one) {
					t.Errorf("%s: %v is not on the scale %v", p.Event.ID, day, s.Span())
				}
			}
		}
	}
}

func dates(gs []facts.Dating) (out []edtf.Date) {
	for _, g := range gs {
		out = append(out, g.Date)
	}
	return out
}

func TestWorth(t *testing.T) {
	t.Parallel()
	d := eventstest.Small()
	for id, want := range map[string]bool{"split": true, "holm-leads": false, "charter": false, "peace": true} {
		if i, _ := d.Find(id); Worth(d.Event(i)) != want {
			t.Errorf("%s: %v", id, !want)
		}
	}
}

func BenchmarkFrame(b *testing.B) {
	d := eventstest.Small()
	i, _ := d.Find("split")
	p := Picture{d, calendar.New(d), d.Event(i), 58}
	th := theme.New(true, colorprofile.TrueColor)
	for b.Loop() {
		drawn(p).Rows(th, theme.Full)
	}
}
