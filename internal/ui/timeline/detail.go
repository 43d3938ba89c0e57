package timeline

import (
	"timeline/internal/document"
	"timeline/internal/edtf"
	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/ui/ladder"
	"timeline/internal/ui/paint"
	"timeline/internal/ui/theme"
	"timeline/internal/ui/view"
)

// told is the text of the event that was told last, which follows from the rest alone.
type told struct {
	data  *events.Dataset
	event events.Index
	theme *theme.Theme
	signs theme.Signs
	w     int
	text  *paint.Text
}

// detail is the selected event in full, the fold under the cursor, or the greeting.
func (v *View) detail(c *view.Context, w int) *paint.Text {
	p := c.Text(w)
	i, ok := c.Current()
	if !ok {
		return p
	}
	if v.greet && c.Wide {
		greeting(c, p)
		return p
	}
	if s := v.spotOf(c, c.Pos); s.row().kind == foldRow {
		v.contents(c, p, s)
		return p
	}
	now := told{c.Data, i, c.Theme, c.Signs, w, v.told.text}
	if now != v.told {
		tell(c, p, i)
		now.text = p
		v.told = now
	}
	v.told.text.Words = c.Found.Words
	return v.told.text
}

// tell adds what there is to say of an event.
func tell(c *view.Context, p *paint.Text, i events.Index) {
	doc := document.Event(c.Data, i)
	told := 0 // blocks before what the sources say
	for told < len(doc.Blocks) {
		if b, is := doc.Blocks[told].(document.Paragraph); is && b.Label != "" {
			break
		} else if _, is := doc.Blocks[told].(document.Account); is {
			break
		}
		told++
	}
	rest := doc
	rest.Blocks, doc.Blocks, doc.Key = doc.Blocks[told:], doc.Blocks[:told], ""
	p.Document(doc)
	if e := c.Data.Event(i); ladder.Worth(e) {
		p.Blank()
		l := ladder.Picture{Data: c.Data, Calendar: c.Calendar, Event: e, Width: min(p.W-2, paint.Measure)}
		p.Painted(paint.Canvas(l.Height(), l.Draw, p.W, c.Theme, c.Signs))
	}
	p.Document(rest)
}

// contents lists what the fold under the cursor holds.
func (v *View) contents(c *view.Context, p *paint.Text, s spot) {
	p.Put("", s.row().text, theme.Strong)
	p.Put("", "enter lists them here, v shows those of the whole timeline.", theme.Muted)
	p.Blank()
	for pos := s.from; pos < s.to; pos++ {
		if i := c.Shown[pos]; s.folded[pos] {
			p.Item(c.Data.Titles.At(int(i))+", "+c.Data.Date(i).English(0), theme.Ink)
		}
	}
}

// greeting says to a reader who is new here what this is, what the signs mean and
// where to begin.
func greeting(c *view.Context, p *paint.Text) {
	p.Put("", c.Data.Meta.Title, theme.Strong)
	p.Blank()
	p.Put("", what(c), theme.Ink)
	p.Blank()
	pairs(p, "Five signs", [][2]string{
		{"≠", "the sources disagree, or one with itself"},
		{"~ ?", "about; uncertain"},
		{"2–5", "it lasted from the 2nd to the 5th"},
		{"2..5", "it happened some time from the 2nd to the 5th"},
		{"┆ ▸", "less exact dates, folded away: enter opens them"},
	})
	heading, doors := "Five doors", [][2]string{
		{"enter", "begin: read what the sources say of the selected event"},
		{"f", "filter: by type, place, disagreement …"},
		{"a", "who took part"},
	}
	if c.Sealed() == nil {
		heading, doors = "Six doors", append(doors, [2]string{"e", "edit the selected event's file in your editor"})
	}
	pairs(p, heading, append(doors, [2]string{"T", "tours: a story, event by event"}, [2]string{"?", "all keys and signs"}))
	p.Put("", "The first key that moves shows the events themselves here.", theme.Faint)
}

// greetBriefly greets where no pane has room for more.
func greetBriefly(c *view.Context) {
	if c.Main.Dx() < narrow {
		c.Say("T tours, ? keys and signs.")
		return
	}
	c.Say("Begin here: enter reads, f filters, a who, T tours, ? keys and signs.")
}

// narrow is the cells of a list below which a line has room for few words.
const narrow = 72

// pairs adds, under a title, signs or keys and what each means.
func pairs(p *paint.Text, title string, list [][2]string) {
	p.Put("", title, theme.Strong)
	const room = 7
	for _, s := range list {
		p.Led(paint.Fit(s[0], room), theme.BlueStrong, s[1], theme.Ink)
	}
	p.Blank()
}

// what says in a sentence or two what the dataset holds.
func what(c *view.Context) string {
	d := c.Data
	text := english.Count(d.Len(), "event", "events")
	if d.Meta.Rigour != events.Notes {
		text += " as " + english.Count(len(d.Sources), "source tells", "sources tell") + " of them"
	}
	if !d.Meta.Period.IsZero() {
		text += ", " + d.Meta.Period.English(edtf.Spoken)
	}
	return text + map[events.Rigour]string{
		events.Notes:   ". These are notes, which nothing proves.",
		events.Sourced: ": who says so, and where they disagree.",
		events.Quoted:  ": what each of them says, in its own words, how exactly it dates it, and where they disagree.",
	}[d.Meta.Rigour] + " Dates are never drawn finer than they are known."
}
