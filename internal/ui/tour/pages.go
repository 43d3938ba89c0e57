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

// flow is all that is revealed, in order, where it has room.
func (b body) flow() []page {
	roomy := page{indent: min(b.w/10, 10), picture: b.picture}
	roomy.lines = append(make([]line, 2), b.whole(b.w-2*roomy.indent, 2)...)
	need := len(roomy.lines) + 1
	if b.picture {
		need += b.h / 2
	}
	if need <= b.h {
		return []page{roomy}
	}
	dense := page{indent: min(3, b.w/20), picture: b.picture}
	dense.lines = b.whole(b.w-2*dense.indent, 1)
	if b.picture || len(dense.lines) <= b.h {
		return []page{dense}
	}
	w := min(b.w-2*dense.indent, longest)
	top := b.name(b.w-2*dense.indent, false)
	var rest []line
	for n, t := range b.things(b.newest, w) {
		if n > 0 {
			rest = append(rest, nil)
		}
		rest = append(rest, t.lines...)
	}
	if len(rest) == 0 { // it is the name or the date that is new
		rest = joined(b.things(nil, w), 1)
	}
	return b.cut(top, rest, dense.indent)
}

// things are what stands below the name: without the list, if a picture shows it.
func (b body) things(only func(tours.Part) bool, w int) []thing {
	return slices.DeleteFunc(things(b.scene, only, w), func(t thing) bool { return b.picture && t.part == tours.List && b.scene.Missing == "" })
}

// whole is all that is revealed, with so many empty lines between its parts.
func (b body) whole(w, gap int) []line {
	lines := b.name(w, gap > 1)
	text := min(w, longest)
	list := b.things(nil, text)
	if gap > 1 {
		list = b.besideEachOther(list, w, text)
	}
	for _, t := range list {
		lines = append(append(lines, make([]line, gap)...), t.lines...)
	}
	return lines
}

// besideEachOther puts the claims into columns, where they have room for that.
func (b body) besideEachOther(list []thing, w, text int) []thing {
	for _, block := range b.scene.Blocks {
		cols := columns(block.Claims, w)
		at := slices.IndexFunc(list, func(t thing) bool { return t.part == block.Part })
		if cols == nil || at < 0 {
			continue
		}
		list = slices.Replace(list, at, at+len(block.Claims), thing{block.Part, cols})
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
		top = wrapped(name+" · "+date, theme.Strong, w)
	}
	var pages []page
	for _, t := range b.things(b.newest, w) {
		pages = append(pages, b.one(top, t.lines, indent)...)
	}
	if b.picture && b.newest(tours.List) {
		pages = append(pages, page{lines: top, indent: indent, picture: true})
	}
	if len(pages) == 0 {
		return b.one(nil, top, indent)
	}
	return pages
}

// one is the pages of one thing below the name: with room between the lines where there
// is enough, and in several pages where there is too little.
func (b body) one(top, lines []line, indent int) []page {
	if b.shape == large {
		all := append(spread(top), spread(lines)...)
		if len(top) > 0 {
			all = append(append(spread(top), nil, nil), spread(lines)...)
		}
		if len(all)+2 <= b.h {
			return []page{{lines: append(make([]line, 2), all...), indent: indent}}
		}
	}
	return b.cut(top, lines, indent)
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
		if n > 0 {
			lines = append(lines, make([]line, gap)...)
		}
		lines = append(lines, t.lines...)
	}
	return lines
}

// cut cuts lines into pages, each with the name on top. Where there is no room for that
// the name gives way; the last row of several pages is for their number.
func (b body) cut(top, lines []line, indent int) []page {
	if len(top) > 0 && len(top)+1+len(lines) <= b.h || len(top) == 0 && len(lines) <= b.h {
		return []page{{lines: below(top, lines), indent: indent}}
	}
	const fewest = 3 // lines of text on a page, for which the name gives way
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
	for part := range slices.Chunk(lines, max(room, 1)) {
		pages = append(pages, page{lines: below(top, part), indent: indent})
	}
	return pages
}

// below stands lines below others.
func below(top, lines []line) []line {
	if len(top) == 0 {
		return lines
	}
	return append(append(slices.Clone(top), nil), lines...)
}
