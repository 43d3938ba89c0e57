package tour

import (
	"slices"

	"timeline/internal/lesson"
	"timeline/internal/tours"
	"timeline/internal/ui/theme"
	"timeline/internal/ui/view"
)

// What is revealed at a position takes one page where there is room for it, and else a
// page for each screenful of what was revealed last. Large, that is a page for each
// thing. Space goes through the pages before it goes to the next step.

// shape is how much of the screen there is, and how it is used.
type shape uint8

const (
	normal  shape = iota
	large         // one thing at a time, a narrow measure, room between the lines
	compact       // one thing at a time, on a screen that has no room for more
)

// Sizes, in cells, at which the shape changes.
const (
	largeBelow   = 70 // columns
	compactBelow = 16 // rows of a screen that is large
	narrowBelow  = 50 // columns
	measure      = 44 // of what is large
	fewest       = 3  // lines of text on a page, for which the name gives way
	longest      = 72 // line of running text
)

func (s *Stage) shape(w, h int) shape {
	switch {
	case w >= largeBelow && !s.large:
		return normal
	case h < compactBelow || w < narrowBelow:
		return compact
	}
	return large
}

// page is a screenful.
type page struct {
	lines   []line
	indent  int
	picture bool // the picture of the stop fills what is left below the lines
}

// body is the room for pages, and what they show.
type body struct {
	*lesson.Desk
	scene   tours.Scene
	newest  func(tours.Part) bool // what was revealed last
	shape   shape
	w, h    int
	picture bool // the stop has a picture, which stands for its list
}

// pages are those of the present position, never none.
func (s *Stage) pages(c *view.Context) []page {
	return s.body(c, c.Main.Dx(), c.Main.Dy()).pages()
}

// body is the room that a screen of w by h cells has for pages.
func (s *Stage) body(c *view.Context, w, h int) body {
	k := &s.t.run.desk
	before := k.Tour.Shown(tours.Position{Stop: k.At.Stop, Step: max(s.t.run.from, 1)})
	if s.t.run.from < 1 {
		before = nil
	}
	b := body{Desk: k, scene: s.see(c), shape: s.shape(w, h), w: w, picture: s.shown.picture != nil && h >= compactBelow}
	b.newest = func(p tours.Part) bool { return !slices.Contains(before, p) }
	f := s.frame(c, w, h)
	b.h = max(h-len(f.top)-len(f.foot), 0)
	return b
}

func (b body) pages() []page {
	switch {
	case b.At.Stop == 0 || b.h < 1:
		return []page{{}}
	case b.shape == normal:
		return b.flow()
	}
	return b.singly()
}

// layouts are the ways to show all that is revealed on one page, the roomiest first.
func (b body) layouts() []layout {
	indent := min(b.w/10, 10)
	return []layout{
		{indent: indent, top: 2, gap: 2, columns: true},
		{indent: indent, top: 1, gap: 1, columns: true},
		{indent: min(3, b.w/20), gap: 1},
	}
}

// layout is where things stand on a page.
type layout struct {
	indent  int
	top     int  // empty lines above the name
	gap     int  // empty lines between things
	columns bool // claims stand side by side, if they have room for that
}

// flow is all that is revealed, in order, where it has room; and else what was revealed
// last, in as many pages as that takes.
func (b body) flow() []page {
	list := b.layouts()
	for n, l := range list {
		p := page{indent: l.indent, picture: b.picture}
		p.lines = append(make([]line, l.top), b.whole(l)...)
		need := len(p.lines) + l.top/2
		if b.picture {
			need += b.h / 2
		}
		if need <= b.h || b.picture && n == len(list)-1 {
			return []page{p}
		}
	}
	l := list[len(list)-1]
	w := min(b.w-2*l.indent, longest)
	rest := b.things(b.newest, w)
	if len(rest) == 0 { // it is the name or the date that is new
		rest = b.things(nil, w)
	}
	top := b.name(b.w-2*l.indent, false)
	if asked := b.asked(w); len(asked) > 0 {
		below := joined(rest, 1)
		if b.newest(tours.Ask) {
			rest = b.things(tellsOf, w)
			below = nil // in as many pages as it takes
		}
		if len(top)+1+len(asked)+1+max(len(below), fewest+1) <= b.h {
			top = append(append(top, nil), asked...)
		}
	}
	return b.parted(top, rest, l.indent)
}

// tellsOf is what a question is asked of.
func tellsOf(p tours.Part) bool { return p == tours.Claims || p == tours.Quotes || p == tours.List }

// asked is the question, where it stays above something else: above what it is asked of,
// when it was revealed last, and above its answer.
func (b body) asked(w int) []line {
	last := func(p tours.Part) bool {
		return b.newest(p) && slices.ContainsFunc(b.scene.Blocks, func(block tours.Block) bool { return block.Part == p })
	}
	of := func(t thing) bool { return !b.newest(t.part) }
	if last(tours.Ask) == last(tours.Answer) || last(tours.Ask) && !slices.ContainsFunc(b.things(tellsOf, w), of) {
		return nil
	}
	return joined(b.things(func(p tours.Part) bool { return p == tours.Ask }, w), 0)
}

// things are what stands below the name: without the list, if a picture shows it.
func (b body) things(only func(tours.Part) bool, w int) []thing {
	return slices.DeleteFunc(things(b.scene, only, w), func(t thing) bool { return b.picture && t.part == tours.List && b.scene.Missing == "" })
}

// whole is all that is revealed.
func (b body) whole(l layout) []line {
	w := b.w - 2*l.indent
	text := min(w, longest)
	list := b.things(nil, text)
	if l.columns {
		list = b.besideEachOther(list, w)
	}
	lines := b.name(w, l.gap > 1)
	if len(list) > 0 {
		lines = append(lines, make([]line, l.gap)...)
	}
	return append(lines, joined(list, l.gap)...)
}

// besideEachOther puts the claims into columns, where they have room for that.
func (b body) besideEachOther(list []thing, w int) []thing {
	for _, block := range b.scene.Blocks {
		cols := columns(block.Claims, w)
		at := slices.IndexFunc(list, func(t thing) bool { return t.part == block.Part })
		if cols == nil || at < 0 {
			continue
		}
		list = slices.Replace(list, at, at+len(block.Claims), thing{part: block.Part, lines: cols})
	}
	return list
}

// name is the name of the stop and, below it, its date.
func (b body) name(w int, roomy bool) []line {
	name, date := head(b.scene)
	lines := wrapped(name, theme.Strong, w)
	if date != "" {
		if roomy {
			lines = append(lines, nil)
		}
		lines = append(lines, wrapped(date, theme.Ink, w)...)
	}
	return lines
}

// singly is a page for each thing that was revealed last.
func (b body) singly() []page {
	w := min(b.w, measure)
	indent := (b.w - w) / 2
	top := b.name(w, false)
	if name, date := head(b.scene); b.shape == compact && name != "" && date != "" {
		if top = wrapped(name+" · "+date, theme.Strong, w); len(top) > 2 && !b.newest(tours.Title) && !b.newest(tours.Date) {
			top = wrapped(name, theme.Strong, w) // the date was there, and the room is for what is new
		}
	}
	var pages []page
	list := b.things(b.newest, w)
	for n := 0; n < len(list); {
		from := n
		for n++; n < len(list) && list[n].close; n++ {
		}
		pages = append(pages, b.one(top, list[from:n], indent)...)
	}
	if b.picture && b.newest(tours.List) {
		pages = append(pages, page{lines: top, indent: indent, picture: true})
	}
	if named := b.newest(tours.Title) || b.newest(tours.Date); len(pages) == 0 || named && b.h-len(top)-2 < fewest {
		return append(b.one(nil, []thing{{lines: top}}, indent), pages...) // it will be cut on the others
	}
	return pages
}

// one is the pages of things that stand close, below the name: with room between the
// lines where there is enough, and in several pages where there is too little.
func (b body) one(top []line, list []thing, indent int) []page {
	if b.shape == large {
		lines := spread(joined(list, 0))
		if len(top) > 0 {
			lines = append(append(spread(top), nil, nil), lines...)
		}
		if len(lines)+2 <= b.h {
			return []page{{lines: append(make([]line, 2), lines...), indent: indent}}
		}
	}
	return b.parted(top, list, indent)
}

// spread puts an empty line between lines.
func spread(lines []line) []line {
	var out []line
	for n, l := range lines {
		if n > 0 {
			out = append(out, nil)
		}
		out = append(out, l)
	}
	return out
}

func joined(list []thing, gap int) []line {
	var lines []line
	for n, t := range list {
		if n > 0 && !t.close {
			lines = append(lines, make([]line, gap)...)
		}
		lines = append(lines, t.lines...)
	}
	return lines
}

// parted parts things into pages, each with the name on top. Where there is no room for
// that the name gives way; the last row of several pages is for their number. A thing
// stays together where a page has room for it.
func (b body) parted(top []line, list []thing, indent int) []page {
	if all := below(top, joined(list, 1)); len(all) <= b.h {
		return []page{{lines: all, indent: indent}}
	}
	room := b.h - 1 - len(top) - 1
	if len(top) > 0 && room < fewest {
		if top = top[:1]; b.h-3 < fewest {
			top = nil
		}
		room = b.h - 3
	}
	if len(top) == 0 {
		room = b.h - 1
	}
	var pages []page
	var on []line // the page that is being filled
	turn := func() {
		if len(on) > 0 {
			pages = append(pages, page{lines: below(top, on), indent: indent})
		}
		on = nil
	}
	for _, t := range list {
		for n, lines := range split(t, max(room, 1)) {
			gap := 1
			if t.close || len(on) == 0 {
				gap = 0
			}
			if n > 0 || len(on)+gap+len(lines) > room {
				turn()
				gap = 0
			}
			on = append(append(on, make([]line, gap)...), lines...)
		}
	}
	turn()
	return pages
}

// split splits a thing into pieces of at most so many lines, about as long as each
// other: a last word alone on a page is hard to read. The head keeps a line below it.
func split(t thing, most int) [][]line {
	n := (len(t.lines) + most - 1) / most
	if n < 2 {
		return [][]line{t.lines}
	}
	size := (len(t.lines) + n - 1) / n
	if t.head < most {
		size = max(size, t.head+1)
	}
	return slices.Collect(slices.Chunk(t.lines, size))
}

// below stands lines below others.
func below(top, lines []line) []line {
	if len(top) == 0 {
		return lines
	}
	return append(append(slices.Clone(top), nil), lines...)
}
