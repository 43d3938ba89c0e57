package quiz

import (
	"fmt"
	"strings"

	"timeline/internal/edtf"
	"timeline/internal/quiz"
	"timeline/internal/ui/paint"
	"timeline/internal/ui/theme"
	"timeline/internal/ui/view"
)

// spacing is how much room a table of cards takes.
type spacing uint8

const (
	wide  spacing = iota // titles in full, room between the parts
	dense                // titles in full
	tight                // titles cut to a row
)

// table is the cards that lie and the one in the hand, only titles, in at most h rows.
func (k *desk) table(th *theme.Theme, w, h int) *page {
	for s := wide; ; s++ {
		lying, held := &page{th: th, w: w}, &page{th: th, w: w}
		at := k.lying(lying, s)
		k.held(held, s)
		n := len(lying.rows)
		if left := max(h-len(held.rows), 1); s == tight && n > left { // those round the gap or the cursor
			from, to := view.Window(n, left, at)
			lying.rows = lying.rows[from:to]
			for i := range lying.spots {
				lying.spots[i][0] -= from
				lying.spots[i][1] -= from
			}
		}
		if s == tight || n+len(held.rows) <= h {
			lying.rows = append(lying.rows, held.rows...)
			return lying
		}
	}
}

// lying adds the cards that lie, and tells in which row the gap or the cursor is.
func (k *desk) lying(p *page, s spacing) (at int) {
	if s == wide {
		p.rows = append(p.rows, strings.Repeat(" ", p.w))
	}
	for place := range len(k.hand.laid) + 1 {
		if place == k.hand.at {
			at = len(p.rows)
			if k.phase() == laying {
				p.gap()
			}
		}
		if place < len(k.hand.laid) {
			card := k.hand.laid[place]
			p.choice(letter(card), k.name(p, card, s), k.phase() == laid && place == k.hand.at)
		}
	}
	return at
}

// gap adds the place where the card in the hand would lie.
func (p *page) gap() {
	const here = "  here?"
	dots := strings.Repeat("·", max(p.text()-len(here), 1))
	p.rows = append(p.rows, paint.Fit(strings.Replace(p.edge(true), "▌", "▸", 1)+p.th.Paint(theme.Amber, dots+here), p.w))
}

// letter is the lead of a card.
func letter(card int) []span { return []span{{quiz.Letter(card) + "  ", theme.BlueStrong}} }

// name is the title of a card, cut to a row where there is little room.
func (k *desk) name(p *page, card int, s spacing) string {
	title := paint.Clean(k.data.Titles.At(int(k.sit.Deck.Cards[card])))
	if s == tight {
		title = paint.Cut(title, max(p.text()-len("A  "), 1))
	}
	return title
}

// held adds the card in the hand or, when all lie, what to do then.
func (k *desk) held(p *page, s spacing) {
	if s == wide {
		p.rows = append(p.rows, strings.Repeat(" ", p.w))
	}
	if s < tight || k.phase() == laid {
		p.rows = append(p.rows, rule(p.th, p.w))
	}
	card := len(k.hand.laid)
	switch {
	case k.phase() == laid:
		p.put(nil, fmt.Sprintf("All %d cards lie. Enter checks them.", k.hand.n), theme.Strong)
	case s == wide:
		p.put(nil, "In your hand", theme.Muted)
		p.blank()
		p.put(letter(card), k.name(p, card, wide), theme.Strong)
	default:
		p.put(append([]span{{"In hand  ", theme.Muted}}, letter(card)...), k.name(p, card, dense), theme.Strong)
	}
	if s == wide {
		p.blank()
		p.put(nil, quiz.Rule, theme.Muted)
	}
}

// checked is what the order is worth: the cards with their dates, the pairs that are
// wrong, and those that are open, with the reasons.
func (k *desk) checked(th *theme.Theme, w int) *page {
	p := &page{th: th, w: w}
	deck := k.sit.Deck
	m := deck.Mark(k.sit.Order)
	dates := k.dates(w)
	for _, card := range k.sit.Order {
		lead := letter(card)
		if dates > 0 {
			lead = append(lead, span{paint.Fit(k.date(card), dates), theme.Muted})
		}
		p.choice(lead, k.name(p, card, wide), len(p.spots) == k.cursor)
		if dates == 0 {
			p.put([]span{{"   ", theme.None}}, k.date(card), theme.Muted)
			p.spots[len(p.spots)-1][1] = len(p.rows)
		}
	}
	p.blank()
	p.put(nil, m.Score(), theme.Strong)
	between := func(mark span, pairs []quiz.Pair) {
		for _, pair := range pairs {
			p.choice([]span{mark}, pair.Words(), len(p.spots) == k.cursor)
		}
	}
	between(span{"× ", theme.Red}, m.Wrong)
	p.blank()
	p.put(nil, deck.Tally(m), theme.Ink)
	if open := deck.Open(); len(open) > 0 {
		p.blank()
		between(span{"= ", theme.Muted}, open)
	}
	p.blank()
	p.put(nil, deck.WaysOf(m), theme.Ink)
	if again := k.sit.Again(); again != "" {
		p.put(nil, again, theme.Muted)
	}
	return p
}

// date is that of a card, briefly where it is long.
func (k *desk) date(card int) string {
	const most = 24 // cells
	d := k.data.Date(k.sit.Deck.Cards[card])
	if long := d.English(edtf.Long); paint.Width(long) <= most {
		return long
	}
	return d.English(edtf.Narrow)
}

// dates is how wide the column of dates is; 0 where they stand below the titles.
func (k *desk) dates(w int) int {
	if w < roomyWidth {
		return 0
	}
	most := 0
	for card := range k.sit.Deck.Cards {
		most = max(most, paint.Width(k.date(card)))
	}
	return min(most+3, w*2/5)
}
