package ui

import (
	"strings"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"timeline/internal/english"
	"timeline/internal/query"
)

// promptKind is what the line at the bottom asks for.
type promptKind uint8

const (
	promptNone promptKind = iota
	promptSearch
	promptGoto
	promptQuery
)

// prompt is the line at the bottom while it takes text.
type prompt struct {
	kind  promptKind
	input textinput.Model
	hint  string // live answer to what is typed
	bad   bool   // the hint is an error
	from  int    // the place in the list when the prompt opened
	row   int
	prior found // the search before this one, restored by escape
}

func (k promptKind) label() string {
	return [...]string{"", "/ ", "go to: ", "filter: "}[k]
}

func ask(kind promptKind) func(Model) (Model, tea.Cmd) {
	return func(m Model) (Model, tea.Cmd) {
		m.prompt = prompt{kind: kind, input: newInput(max(m.lay.width-24, 8)), from: m.pos, row: m.row, prior: m.found}
		if kind == promptQuery {
			m.prompt.input.SetValue(clean(m.query.String()))
			m.prompt.input.CursorEnd()
		}
		next, cmd := m.promptChanged()
		return next.(Model), cmd
	}
}

// newInput is a text field w cells wide whose cursor is the terminal's own:
// nothing blinks on our clock, and screen readers and input methods find it.
func newInput(w int) textinput.Model {
	in := textinput.New()
	in.Prompt = ""
	in.SetWidth(w)
	in.SetVirtualCursor(false)
	in.CharLimit = 400
	in.Focus()
	return in
}

// typedInto gives a key or a paste to a text field. What must not be sent to a
// terminal becomes visible in it; letters and marks that are typed apart, one.
func typedInto(in textinput.Model, msg tea.Msg) textinput.Model {
	in, _ = in.Update(msg)
	typed := in.Value()
	if c := clean(typed); c != typed {
		after := len([]rune(typed)) - in.Position()
		in.SetValue(c)
		in.SetCursor(len([]rune(in.Value())) - after)
	}
	return in
}

func (m Model) promptKey(k tea.KeyPressMsg) (tea.Model, tea.Cmd) {
	switch k.String() {
	case "esc":
		if m.prompt.input.Value() != "" && m.prompt.kind != promptQuery {
			m.prompt.input.SetValue("")
			return m.promptChanged()
		}
		return m.promptCancelled(), nil
	case "enter":
		return m.promptDone()
	}
	before := m.prompt.input.Value()
	m.prompt.input = typedInto(m.prompt.input, k)
	if m.prompt.input.Value() == before {
		return m, nil
	}
	return m.promptChanged()
}

// promptCancelled puts everything back as it was before the prompt opened.
func (m Model) promptCancelled() Model {
	p := m.prompt
	m.prompt = prompt{}
	if p.kind == promptSearch {
		m.found = p.prior
		m = m.movedTo(p.from)
		m.row = p.row
		m = m.settled()
	}
	return m
}

// promptChanged answers each change of the text at once.
func (m Model) promptChanged() (tea.Model, tea.Cmd) {
	typed := m.prompt.input.Value()
	switch m.prompt.kind {
	case promptSearch:
		return m.searching(typed)
	case promptGoto:
		d, err := m.findDestination(typed)
		switch {
		case strings.TrimSpace(typed) == "":
			m.prompt.hint, m.prompt.bad = "2012 · apr 2012 · 2 April 2012 · spring 2012 · +2w · an event id", false
		case err != nil:
			m.prompt.hint, m.prompt.bad = err.Error(), true
		default:
			m.prompt.hint, m.prompt.bad = d.said+": "+m.data.Titles.At(int(d.event)), false
		}
	case promptQuery:
		q, err := query.Parse(m.data, typed)
		if err != nil {
			m.prompt.hint, m.prompt.bad = err.Error(), true
		} else {
			m.prompt.hint, m.prompt.bad = english.Count(len(query.Compile(m.data, q).Run()), "event", "events"), false
		}
	}
	return m, nil
}

func (m Model) promptDone() (tea.Model, tea.Cmd) {
	typed := strings.TrimSpace(m.prompt.input.Value())
	switch m.prompt.kind {
	case promptSearch:
		m.prompt = prompt{}
		if typed == "" {
			m.found = found{}
		}
		return m, nil
	case promptGoto:
		d, err := m.findDestination(typed)
		if err != nil {
			return m, nil // the hint says why; the prompt stays open
		}
		m.prompt = prompt{}
		m = m.shows(d.event)
		if m.notice.text == "" {
			m = m.says("%s: %s", english.Capital(d.said), m.data.Date(d.event).English(0))
		}
		return m, nil
	case promptQuery:
		q, err := query.Parse(m.data, typed)
		if err != nil {
			return m, nil
		}
		m.prompt = prompt{}
		return m.withQuery(q), nil
	}
	m.prompt = prompt{}
	return m, nil
}
