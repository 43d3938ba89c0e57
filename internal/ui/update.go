package ui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"timeline/internal/english"
	"timeline/internal/query"
)

// Update takes in one message. The order is: the terminal's own facts, answers
// to commands, then input, which goes to the prompt or picker that is open, and
// otherwise to the table of actions.
func (m Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		return m.resized(msg.Width, msg.Height), nil
	case tea.BackgroundColorMsg:
		if m.cfg.Dark == nil {
			m.th = newTheme(msg.IsDark(), m.th.profile)
			m = m.refreshed()
		}
		return m, nil
	case tea.ColorProfileMsg:
		m.th = newTheme(m.th.dark, msg.Profile)
		return m.refreshed(), nil
	case searched:
		return m.withMatches(msg), nil
	case articlesRead:
		return m.withArticles(msg), nil
	case copied:
		return m.withCopied(msg), nil
	case bookmarkSaved:
		if msg.err != nil {
			m = m.warns("The bookmark holds until you quit, but could not be saved: %v", msg.err)
		}
		return m, nil
	case tea.KeyPressMsg:
		return m.onKey(msg)
	case tea.PasteMsg:
		return m.onPaste(msg)
	case tea.MouseClickMsg:
		return m.onClick(msg.Mouse())
	case tea.MouseWheelMsg:
		return m.onWheel(msg.Mouse()), nil
	}
	return m, nil
}

func (m Model) resized(w, h int) Model {
	m.lay = arrange(w, h)
	m.prompt.input.SetWidth(max(w-24, 8))
	return m.refreshed().settled()
}

// refreshed renders anew what is kept rendered: after a change of size or theme.
func (m Model) refreshed() Model {
	if m.reader.open {
		return m.rerendered()
	}
	return m
}

func (m Model) onKey(k tea.KeyPressMsg) (tea.Model, tea.Cmd) {
	if k.String() == "ctrl+c" {
		return m, tea.Quit
	}
	if k.Mod == tea.ModAlt && k.Code > 0x20 && k.Code < 0x7f {
		// An escape followed at once by a letter reads as alt+letter.
		next, cmd := m.onKey(tea.KeyPressMsg{Code: tea.KeyEscape})
		again, cmd2 := next.(Model).onKey(tea.KeyPressMsg{Code: k.Code, Text: string(k.Code)})
		return again, tea.Batch(cmd, cmd2)
	}
	m.notice = notice{}
	switch {
	case m.prompt.kind != promptNone:
		return m.promptKey(k)
	case m.picker.kind != pickNone:
		return m.pickerKey(k)
	}
	if a, ok := m.actionFor(k); ok {
		return m.do(a)
	}
	return m, nil
}

func (m Model) onPaste(p tea.PasteMsg) (tea.Model, tea.Cmd) {
	switch {
	case m.prompt.kind != promptNone:
		m.prompt.input = typedInto(m.prompt.input, p)
		return m.promptChanged()
	case m.picker.kind != pickNone:
		m.picker.input = typedInto(m.picker.input, p)
		return m.pickerChanged(), nil
	}
	return m, nil
}

// stepBack undoes one step: closes the article, the reader, the pane's focus,
// or the search's highlighting.
func (m Model) stepBack() Model {
	switch {
	case m.reader.open && m.reader.article != nil:
		return m.closeArticle()
	case m.reader.open:
		m.reader = reader{}
		m.focus = focusList
		return m
	case m.focus == focusSide:
		m.focus = focusList
		return m
	case m.view != viewTimeline:
		return m.toView(viewTimeline)
	case len(m.found.words) > 0:
		m.found = found{}
		return m
	}
	return m.says("Nothing to go back from; q quits.")
}

func (m Model) backOrQuit() (Model, tea.Cmd) {
	if m.reader.open || m.focus == focusSide || m.view != viewTimeline {
		return m.stepBack(), nil
	}
	return m, tea.Quit
}

func (m Model) otherPane() Model {
	if m.focus == focusSide {
		m.focus = focusList
		return m
	}
	if len(m.shown) > 0 {
		m.focus = focusSide
	}
	return m
}

func (m Model) zoomedSaid(step int) Model {
	n := m.zoomed(step)
	if n.zoom == m.zoom {
		return n.says("The ribbon shows %s already.", [...]string{"the whole period", "", "single days"}[n.zoom])
	}
	return n.says("The ribbon shows %s; < and > step by %s.", [...]string{"the whole period", "two years", "single days"}[n.zoom], [...]string{"year", "month", "day"}[n.zoom])
}

// paged moves by a page, or by the given part of one.
func (m Model) paged(direction, part int) Model {
	n := max((m.mainHeight()-2)/part, 1) * direction
	if m.scope() != inList {
		return m.sideScrolled(n)
	}
	return m.scrolled(n)
}

// toEnd goes to the first (-1) or last (1) event, or end of the text.
func (m Model) toEnd(direction int) Model {
	if m.scope() != inList {
		return m.sideScrolled(direction * 1 << 20)
	}
	most := max(len(m.shown), m.recordCount())
	if m.view == viewTimeline && direction > 0 {
		return m.movedTo(len(m.shown) - 1)
	}
	if m.view == viewTimeline {
		return m.movedTo(0)
	}
	return m.moved(direction * most)
}

func (m Model) clearedLast() Model {
	n := len(m.query.Terms)
	label := m.query.Terms[n-1].Label(m.data)
	return m.remembered().filtered(m.query.Without(n-1)).says("Off: %s.", clean(label))
}

func (m Model) toggleMouse() Model {
	m.mouse = !m.mouse
	if m.mouse {
		return m.says("The mouse scrolls and clicks; hold Shift to select text.")
	}
	return m.says("The mouse is the terminal's again: it selects text.")
}

// withQuery filters by a query and says how many events are left.
func (m Model) withQuery(q query.Query) Model {
	m = m.remembered().filtered(q)
	return m.says("%s.", english.Count(len(m.shown), "event", "events"))
}

func quoted(s string) string { return fmt.Sprintf("“%s”", clean(s)) }
