package tour

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"timeline/internal/english"
	"timeline/internal/quiz"
	"timeline/internal/tours"
	"timeline/internal/ui/paint"
	uiquiz "timeline/internal/ui/quiz"
	"timeline/internal/ui/theme"
	"timeline/internal/ui/view"
)

// List is the tours of the dataset, and below them the quizzes, to choose from.
type List struct {
	view.Bare
	t      *Tours
	cursor int // among the tours, then among the kinds of quizzes
}

// Info names the view.
func (l *List) Info() view.Info {
	return view.Info{ID: "tours", Key: "T", Title: "tours: take a class through one", Opens: "begin"}
}

// Counts is how many tours and quizzes there are.
func (l *List) Counts() []string {
	n := english.Count(len(l.t.tours), "tour", "tours")
	return []string{n + ", " + english.Count(len(quiz.Kinds()), "quiz", "quizzes"), n}
}

// Enter reads the tours when it is first shown.
func (l *List) Enter(c *view.Context) { l.t.load(c) }

// Back goes to where the reader came from.
func (l *List) Back(c *view.Context) bool {
	if l.t.from == nil {
		return false
	}
	c.Turn(l.t.from)
	return true
}

// kind is the quiz at the cursor; ok is false where a tour is.
func (l *List) kind() (k quiz.Kind, ok bool) {
	n := l.cursor - len(l.t.tours)
	return quiz.Kind(max(n, 0)), n >= 0
}

// Open begins the tour or the quiz at the cursor, or goes on with it.
func (l *List) Open(c *view.Context) tea.Cmd {
	k, ok := l.kind()
	switch {
	case !ok:
		return l.t.open(c, &l.t.tours[l.cursor])
	case l.t.quiz.Resume(c, l.way(k)):
		return nil
	}
	return l.t.quiz.Deal(c, k, quiz.CodeOf(c.Data, quiz.SeedAt(l.t.cfg.Now())), l.way(k))
}

// way is that of a quiz, which leads back here.
func (l *List) way(k quiz.Kind) uiquiz.Way {
	return uiquiz.Way{Name: k.String(), Back: func(c *view.Context) { c.Turn(l) }}
}

// Actions are the one for the set of a code.
func (l *List) Actions() []view.Action {
	return []view.Action{{
		ID: "quiz-code", Keys: view.Bind("s", "s"), Title: "the quiz of a code that somebody has told you", Group: "In a quiz", Where: view.Main,
		Foot: view.Foot{Rank: 4, Word: "quiz of a code"},
		Do: view.Quiet(func(c *view.Context) {
			k, _ := l.kind()
			l.t.quiz.AskCode(c, k, l.way)
		}),
	}}
}

// Move goes n lines on.
func (l *List) Move(_ *view.Context, n int) {
	l.cursor = max(min(l.cursor+n, len(l.t.tours)+len(quiz.Kinds())-1), 0)
}

// End goes to the first line or the last.
func (l *List) End(c *view.Context, direction int) {
	l.Move(c, direction*(len(l.t.tours)+len(quiz.Kinds())))
}

// Click begins what is clicked.
func (l *List) Click(c *view.Context, _, y int) tea.Cmd {
	rows, top := l.rows(c, c.Main.Dx(), c.Main.Dy())
	if y += top; y >= len(rows) || rows[y].of < 0 {
		return nil
	}
	l.cursor = rows[y].of
	return l.Open(c)
}

// Draw draws the list.
func (l *List) Draw(c *view.Context, w, h int) []string {
	rows, top := l.rows(c, w, h)
	lines := make([]string, len(rows))
	for n, r := range rows {
		lines[n] = r.text
	}
	return paint.Cropped(lines, top, w, h)
}

// row is a row of the list, and of what in it: negative for none.
type row struct {
	text string
	of   int
}

// rows are all rows, and which of them is the first in sight: what is at the cursor is
// in the middle.
func (l *List) rows(c *view.Context, w, h int) (rows []row, top int) {
	put := func(of int, role theme.Role, text string) {
		if of == l.cursor {
			rows = append(rows, row{c.Theme.Paint(theme.Amber, "▌") + c.Theme.On(true, role).Paint(paint.Fit(paint.Clean(text), max(w-1, 0))), of})
			return
		}
		rows = append(rows, row{c.Theme.Paint(role, paint.Fit(" "+paint.Clean(text), w)), of})
	}
	if len(l.t.tours) == 0 {
		for _, text := range paint.Wrap("This dataset has no tours. docs/tours.md tells how to write one.", max(w-2, 1)) {
			put(-1, theme.Muted, text)
		}
		put(-1, theme.None, "")
	}
	for n := range l.t.tours {
		put(n, theme.Strong, l.t.tours[n].Title)
		put(n, theme.Muted, "  "+l.about(&l.t.tours[n]))
		put(-1, theme.None, "")
	}
	put(-1, theme.Muted, "Quizzes"+l.asked(c))
	for _, k := range quiz.Kinds() {
		l.quiz(put, k, w)
	}
	at := slices.IndexFunc(rows, func(r row) bool { return r.of == l.cursor })
	top, _ = view.Window(len(rows), h, at)
	return rows, top
}

// quiz adds a quiz: in one row, or two where there is little room.
func (l *List) quiz(put func(int, theme.Role, string), k quiz.Kind, w int) {
	const name = 22 // cells
	n := len(l.t.tours) + int(k)
	left := ""
	if kept := l.t.quiz.Kept(k.String()); kept != "" {
		left = " · left at " + kept
	}
	if w < 2*name+20 {
		put(n, theme.Strong, k.Title())
		put(n, theme.Muted, "  "+english.Capital(k.Asks())+left)
		return
	}
	put(n, theme.Ink, fmt.Sprintf("%-*s%s%s", name, k.Title(), k.Asks(), left))
}

// asked tells of which events is asked: of those that the filters leave.
func (l *List) asked(c *view.Context) string {
	if c.Query.Empty() {
		return ""
	}
	return " on the " + english.Count(len(c.Shown), "event", "events") + " that the filters leave"
}

// about is whom a tour is for, and how far the class is in it.
func (l *List) about(tour *tours.Tour) string {
	s := fmt.Sprintf("For %s · %s · %s", paint.Clean(tour.For), english.Count(len(tour.Stops), "stop", "stops"), english.Minutes(tour.Minutes))
	if r := l.t.runs[tour.Name]; r != nil && r.desk.At.Stop > 0 {
		s += fmt.Sprintf(" · paused at %d of %d", r.desk.At.Stop, len(tour.Stops))
	}
	return s
}
