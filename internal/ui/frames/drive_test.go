package frames

import (
	"reflect"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
)

// TestPinnedField says at once when an upgrade of the framework moves the field
// that a Clock takes: the browser would tick again, correct but slower.
func TestPinnedField(t *testing.T) {
	t.Parallel()
	p := tea.NewProgram(nil)
	if !tickerField(p).IsValid() {
		t.Fatal("tea.Program has no field ticker of type *time.Ticker: frames on demand are off")
	}
	c := &Clock{frames: make(chan time.Time, 1)}
	if !c.drive(p) {
		t.Error("a new program cannot be driven")
	}
	if c.drive(p) {
		t.Error("a program that has its ticker was driven a second time")
	}
}

// TestUndrivenClockChangesNothing passes every message on where the clock does not
// draw.
func TestUndrivenClockChangesNothing(t *testing.T) {
	t.Parallel()
	c := &Clock{width: 80, height: 24}
	for _, msg := range []tea.Msg{tea.WindowSizeMsg{Width: 80, Height: 24}, tea.EnvMsg(nil), tea.KeyPressMsg{}} {
		if c.filter(nil, msg) == nil {
			t.Errorf("%T was swallowed", msg)
		}
	}
}

// TestNewSizesAreAskedAgain: a size that comes late may be an old one.
func TestNewSizesAreAskedAgain(t *testing.T) {
	t.Parallel()
	d := &drawn{Model: still{}, size: tea.WindowSizeMsg{Width: 80, Height: 24}}
	for _, c := range []struct {
		msg   tea.Msg
		asked bool
	}{
		{tea.WindowSizeMsg{Width: 80, Height: 24}, false},
		{tea.WindowSizeMsg{Width: 20, Height: 4}, true},
		{tea.WindowSizeMsg{Width: 20, Height: 4}, false},
		{tea.KeyPressMsg{}, false},
		{tea.WindowSizeMsg{Width: 80, Height: 24}, true},
	} {
		_, cmd := d.Update(c.msg)
		if asked := cmd != nil; asked != c.asked {
			t.Errorf("after %v asked for the size: %t", c.msg, asked)
		} else if asked && reflect.TypeOf(cmd()) != reflect.TypeOf(tea.RequestWindowSize()) {
			t.Errorf("after %v asked for %T", c.msg, cmd())
		}
	}
}

// still is a model that never changes.
type still struct{}

func (still) Init() tea.Cmd                         { return nil }
func (s still) Update(tea.Msg) (tea.Model, tea.Cmd) { return s, nil }
func (still) View() tea.View                        { return tea.View{} }
