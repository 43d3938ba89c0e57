// Package ui is the browser: the full screen. This package lays the screen out and
// gives keys, wheel and clicks to what stands there; the views are in folders of
// their own (see package view), and what a reader can do is in package session.
package ui

import (
	"slices"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"timeline/internal/calendar"
	"timeline/internal/events"
	"timeline/internal/session"
	"timeline/internal/ui/reader"
	"timeline/internal/ui/theme"
	"timeline/internal/ui/tour"
	"timeline/internal/ui/view"
)

// Config is all that the browser needs from outside. The zero values of the
// optional fields switch off what they serve.
type Config struct {
	session.Config

	// Remember keeps where the reader is, when the browser ends. Optional.
	Remember func(session.Memory) error
	// Notice is a message for the first screen. Optional.
	Notice string
	// Copy puts text on the local clipboard. Optional: OSC 52 is always tried.
	Copy func(string) error

	Dark    *bool                // forces the theme; nil asks the terminal
	Profile colorprofile.Profile // what colours the terminal has, if that is known already
	Signs   theme.Signs          // what the terminal's font can draw
	Tours   tour.Config
	NoMouse bool
	Width   int // first size in cells, when it is known before the terminal says it
	Height  int
}

// Model is the browser: the one tea.Model of the program.
type Model struct {
	cfg     Config
	c       *view.Context
	views   []view.View
	tours   *tour.Tours
	general []view.Action
	first   tea.Cmd // goes on with what the first screen begins

	width, height int
	lay           layout
	tallied       int // Session.Filters when the context's tally was made
	strip         strip
	picking       picking
	asking        asking
	mouse         bool
}

// New returns the browser at its first screen.
func New(cfg Config) *Model {
	dark := cfg.Dark == nil || *cfg.Dark
	m := &Model{cfg: cfg, views: views(cfg.Memory.Event == ""), tours: tour.New(cfg.Tours), mouse: !cfg.NoMouse, width: cfg.Width, height: cfg.Height}
	m.general = general(m)
	m.c = &view.Context{Session: session.New(cfg.Config), Theme: theme.New(dark, cfg.Profile), Signs: cfg.Signs, Calendar: calendar.New(cfg.Data), Clipboard: cfg.Copy, View: m.views[0]}
	m.c.Home = m.home
	m.arrange()
	m.begin()
	m.c.Turn(m.views[0])
	if cfg.Notice != "" {
		m.c.Warn("%s", cfg.Notice)
	}
	if cfg.Memory.Reading {
		reader.Open(m.c)
	}
	m.first = m.tours.Begin(m.c)
	m.settle()
	return m
}

// begin stands at the first key event for a reader who was not here before.
func (m *Model) begin() {
	c := m.c
	if m.cfg.Memory.Event != "" {
		return
	}
	if n := slices.IndexFunc(c.Shown, func(i events.Index) bool { return c.Data.Flags[i]&events.KeyEvent != 0 }); n >= 0 {
		c.Select(c.Shown[n])
	}
}

// home goes to the first view, unless one of the timeline is shown.
func (m *Model) home() {
	if !m.c.View.Info().Timeline {
		m.c.Turn(m.views[0])
	}
}

// Memory is where the reader is now.
func (m *Model) Memory() session.Memory {
	mem := m.c.Remembered()
	_, away := m.whole()
	mem.Reading = m.c.Over != nil && !away
	return mem
}

// Remember keeps where the reader is for the next start.
func (m *Model) Remember() error {
	m.tours.Keep()
	if m.cfg.Remember == nil {
		return nil
	}
	return m.cfg.Remember(m.Memory())
}

// Init asks the terminal for its background. Nothing waits for the answer.
func (m *Model) Init() tea.Cmd {
	if m.cfg.Dark != nil {
		return m.first
	}
	return tea.Batch(m.first, tea.RequestBackgroundColor)
}

// arrange gives everything its place.
func (m *Model) arrange() {
	info := m.c.View.Info()
	list := 0
	switch {
	case m.c.View.Side() != nil:
		list = listWidth(m.width)
	case m.c.Over != nil || m.c.Picker != nil:
		list = halfWidth(m.width)
	}
	lay := arrange(m.width, m.height, info.Ribbon, list)
	if _, ok := m.whole(); ok {
		lay = m.arrangeWhole()
	}
	if lay != m.lay {
		m.lay = lay
		m.c.Main, m.c.Beside, m.c.Wide = lay.list, lay.side, lay.wide
		m.c.Looks++
	}
}

// settle lets everything that is shown follow the session.
func (m *Model) settle() {
	m.arrange()
	if m.tallied != m.c.Filters {
		m.tallied, m.c.Tally = m.c.Filters, m.c.Calendar.Tally(m.c.Shown)
	}
	if m.c.View.Info().Ribbon {
		m.strip.follow(m.c, m.lay.width)
	}
	for _, p := range []view.Pane{m.c.View, m.c.View.Side(), m.c.Over} {
		if f, ok := p.(view.Follower); ok {
			f.Follow(m.c)
		}
	}
}
