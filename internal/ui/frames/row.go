package frames

import "github.com/charmbracelet/x/ansi"

// row is what stands in a row of the terminal.
type row struct {
	known bool
	line  string // as the view has it
	cells []cell
	odd   bool // one of the cells is
}

// near is how many equal cells between two changes are written again: to step over
// them would take as many bytes.
const near = 6

// row adds to the buffer what makes line of what stands in row y.
func (s *screen) row(y int, line string) {
	r := &s.rows[y]
	if r.known && r.line == line {
		return
	}
	now := s.next
	odd := s.looks.read(line, now)
	// Some terminals scroll behind their last cell, and a letter that is wider than it was
	// taken to be would go on in the row below.
	held := odd || y == len(s.rows)-1 && s.filled(now) == len(now)
	if held {
		s.buf.WriteString(ansi.ResetModeAutoWrap)
	}
	if r.known && !odd && !r.odd {
		s.changes(y, r.cells, now)
	} else {
		s.whole(y, now)
	}
	if held {
		s.buf.WriteString(ansi.SetModeAutoWrap)
	}
	s.next = r.cells
	*r = row{true, line, now, odd}
}

// whole writes a row from its beginning. Behind a letter whose width is in doubt the
// cursor is put where the next one stands.
func (s *screen) whole(y int, now []cell) {
	s.buf.WriteString(ansi.CursorPosition(1, y+1))
	s.erase()
	for x, end := 0, s.filled(now); x < end; x++ {
		s.write(now[x])
		if !now[x].odd {
			continue
		}
		for x+1 < end && now[x+1].text == "" {
			x++
		}
		if x+1 < end {
			s.buf.WriteString(ansi.CursorHorizontalAbsolute(x + 2))
		}
	}
}

// changes writes what is different in a row.
func (s *screen) changes(y int, was, now []cell) {
	x, end := 0, s.filled(now)
	for x < len(now) && was[x] == now[x] {
		x++
	}
	if x == len(now) {
		return
	}
	s.buf.WriteString(ansi.CursorPosition(x+1, y+1))
	shorter := s.filled(was) > end
	for x < end {
		for x < end && was[x] != now[x] {
			s.write(now[x])
			x++
		}
		same, alike := x, true
		for same < end && was[same] == now[same] {
			alike = alike && s.writes(now[same])
			same++
		}
		switch {
		case same == end && !shorter:
			return
		case same-x > near || !alike:
			s.buf.WriteString(ansi.CursorHorizontalAbsolute(same + 1))
			x = same
		}
		for ; x < same; x++ {
			s.write(now[x])
		}
	}
	if shorter {
		s.erase()
	}
}

// filled is the number of cells before the blanks at the end of a row.
func (s *screen) filled(cells []cell) int {
	n := len(cells)
	for n > 0 && cells[n-1].text == " " && cells[n-1].look == s.looks.plain {
		n--
	}
	return n
}

// erase empties the row from the cursor on.
func (s *screen) erase() {
	if !s.pen.bare { // it would be filled with the background
		s.dip(s.looks.plain)
	}
	s.buf.WriteString(ansi.EraseLineRight)
}

// write writes a cell. Those behind a wide letter are written with it.
func (s *screen) write(c cell) {
	if c.text == "" {
		return
	}
	if !s.writes(c) {
		s.dip(c.look)
	}
	s.buf.WriteString(c.text)
}

// writes tells whether a cell looks right as the pen writes now.
func (s *screen) writes(c cell) bool {
	return c.look == s.pen || c.text == "" || c.text == " " && c.look == s.looks.plain && s.pen.bare
}

// dip makes the pen write in a look.
func (s *screen) dip(l *look) {
	if s.pen != l {
		s.buf.WriteString(s.looks.change(s.pen, l))
		s.pen = l
	}
}
