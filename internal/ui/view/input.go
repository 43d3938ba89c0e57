package view

import (
	tea "charm.land/bubbletea/v2"
)

// Picker is a list in the side pane that is narrowed by typing: data, which the
// root draws and works. Context.Pick opens one.
type Picker struct {
	Title string
	Hint  string // what the keys do there
	// Rows are the rows for what is typed. They are made anew after each choice.
	Rows func(c *Context, typed string) []Row
	// Several tells that tab chooses a row and stays open: rows are values of
	// filters, and ^A turns any-of into all-of.
	Several bool
	// Letter does what a letter stands for while nothing is typed; ok is false for
	// a letter that stands for nothing. Optional.
	Letter func(c *Context, letter string) (cmd tea.Cmd, ok bool)
}

// Row is one row of a picker.
type Row struct {
	Heading bool // it cannot be chosen
	Quiet   bool // the keyboard is elsewhere
	Label   string
	Note    string // beside the label: the spelling that matched, a key, a reason
	Count   string
	Mark    rune     // ' ' no, '✓' in, '−' excluded
	Spans   [][2]int // bytes of the label or note to highlight
	InNote  bool     // Spans are those of the note
	Off     string   // why it cannot be chosen now
	Choose  func(*Context) tea.Cmd
	Exclude func(*Context) tea.Cmd // optional
	Widen   func(*Context) tea.Cmd // for a group: with its members; optional
}

// Pick opens a picker.
func (c *Context) Pick(p Picker) { c.Picker = &p }

// Prompt is the line at the bottom that takes text: data, which the root draws and
// works. Context.Ask opens one.
type Prompt struct {
	Label string
	Text  string // what stands there at first
	// Whole tells that escape closes the prompt at once; otherwise it first empties
	// it.
	Whole bool
	// Changed is called when it opens and after each change. Optional.
	Changed func(c *Context, typed string) tea.Cmd
	// Hint answers what is typed; bad tells that it cannot be accepted. It is
	// called after Changed, and after each answer to a command.
	Hint func(c *Context, typed string) (hint string, bad bool)
	// Done accepts what is typed and tells whether the prompt closes.
	Done func(c *Context, typed string) (cmd tea.Cmd, closes bool)
	// Tab does what tab is for, and tells whether the prompt closes. Optional.
	Tab func(c *Context, typed string) (closes bool)
	// Cancel puts everything back as it was. Optional.
	Cancel func(c *Context)
}

// Ask opens a prompt.
func (c *Context) Ask(p Prompt) { c.Prompt = &p }
