package quiz

import (
	"timeline/internal/ui/paint"
	"timeline/internal/ui/theme"
	"timeline/internal/ui/view"
)

// room is how many rows of h are the body's: without header, rule and footer.
func room(h int) int {
	if h < roomyRows {
		return max(h-2, 0)
	}
	return h - 3
}

// draw draws the desk in exactly h rows of w cells.
func (k *desk) draw(th *theme.Theme, notice view.Notice, way Way, w, h int) []string {
	rows := []string{header(th, k.title(w < roomyWidth), k.where(w < roomyWidth), w)}
	if h >= roomyRows {
		rows = append(rows, rule(th, w))
	}
	rows = append(rows, paint.Scrolled(th, k.body(th, w, room(h)).rows, k.top, w, room(h))...)
	rows = append(rows, footer(th, k.hints(way, w), w))
	if notice.Text != "" {
		over(rows, th, notice, w)
	}
	return paint.Cropped(rows, 0, w, h)
}

// over writes a notice over the last rows.
func over(rows []string, th *theme.Theme, notice view.Notice, w int) {
	text, role := notice.Said()
	const most = 3
	lines := paint.Wrap(" "+text, max(w-1, 1))
	lines = lines[:min(len(lines), most, len(rows))]
	for n, l := range lines {
		rows[len(rows)-len(lines)+n] = th.Paint(role, paint.Fit(l, w))
	}
}

// body is all rows of the page; those of cards that are being laid are as many as there
// is room for.
func (k *desk) body(th *theme.Theme, w, h int) *page {
	switch k.phase() {
	case asking, answered:
		return k.asked(th, w, h)
	case ended:
		return k.ended(th, w)
	case checked:
		return k.checked(th, w)
	}
	return k.table(th, w, h)
}

// hints are the keys that the footer names, the more useful first.
func (k *desk) hints(way Way, w int) []hint {
	leave := hint{"esc", "leave"}
	again := hint{"r", "another set"}
	if way.On != nil {
		again.word = "lay them again"
	}
	switch k.phase() {
	case asking:
		last := string(rune('A' + len(k.question().Choices) - 1))
		return []hint{{"A–" + last + ", or ↑ ↓ enter", "answer"}, {"?", "keys"}, leave}
	case answered:
		return []hint{{"enter", "on"}, {"x", "excerpts"}, {"←", "back"}, {"?", "keys"}, leave}
	case ended:
		return []hint{{"↑ ↓ enter", "look again"}, again, {"s", "a code"}, {"y", "copy the result"}, {"?", "keys"}, leave}
	case laying:
		if w < roomyWidth {
			return []hint{{"↑ ↓", "gap"}, {"enter", "put"}, {"u", "back"}, leave}
		}
		return []hint{{"↑ ↓", "move the gap"}, {"enter", "put it there"}, {"u", "take the last back"}, {"?", "rules"}, leave}
	case laid:
		if w < roomyWidth {
			return []hint{{"enter", "check"}, {"J K", "move it"}, {"u", "back"}, leave}
		}
		return []hint{{"enter", "check them"}, {"↑ ↓", "card"}, {"J K", "move it"}, {"u", "take the last back"}, {"?", "rules"}, leave}
	}
	if w < roomyWidth {
		return []hint{{"↑ ↓", "pair"}, {"enter", "excerpts"}, {"y", "copy"}, leave}
	}
	return []hint{{"↑ ↓", "pair"}, {"enter", "its excerpts"}, again, {"y", "copy the result"}, {"?", "rules"}, leave}
}
