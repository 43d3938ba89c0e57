package ui

import (
	"errors"
	"fmt"
	"os/exec"
	"strings"

	tea "charm.land/bubbletea/v2"

	"timeline/internal/calendar"
	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/session"
	"timeline/internal/ui/paint"
	"timeline/internal/ui/reader"
	"timeline/internal/ui/view"
)

// inFolder tells whether there are files to edit: elsewhere the footer has no room for
// the key.
func inFolder(c *view.Context) bool { return c.Sealed() == nil }

// edit opens the record at the cursor in the reader's editor and, once that is left,
// reads the dataset again.
func (m *Model) edit(c *view.Context) tea.Cmd {
	kind, id := recordAt(c)
	if id == "" && len(c.Faults) == 0 {
		c.Warn("There is nothing here to edit.")
		return nil
	}
	cmd, err := c.Edit(kind, id)
	if err != nil {
		c.Warn("Not edited: %v.", err)
		return nil
	}
	return tea.ExecProcess(cmd, func(err error) tea.Msg {
		return view.Then(func(c *view.Context) tea.Cmd {
			var ended *exec.ExitError
			if err != nil && !errors.As(err, &ended) {
				c.Warn("The editor %s did not start: %v.", cmd.Args[0], err)
				return nil
			}
			return m.reread(c)
		})
	})
}

// recordAt is the record at the cursor: the event that is read, or what the view has
// under its cursor.
func recordAt(c *view.Context) (kind, id string) {
	if v, ok := c.View.(view.Recorder); ok {
		if kind, id, ok := v.Record(c); ok {
			return kind, id
		}
	}
	if i, ok := c.Selected(); ok {
		return "events", c.Data.IDs.At(int(i))
	}
	return "events", ""
}

// reread reads the dataset's files again, beside the screen.
func (m *Model) reread(c *view.Context) tea.Cmd {
	read, err := c.Reread()
	if err != nil {
		c.Warn("Nothing to read again: %v.", err)
		return nil
	}
	c.Say("Reading the files again …")
	return func() tea.Msg {
		e, err := read()
		return view.Then(func(c *view.Context) tea.Cmd {
			if err != nil {
				refuse(c, err)
				return nil
			}
			return m.reopen(c, e)
		})
	}
}

// reopen shows the dataset as it now is, at the same place.
func (m *Model) reopen(c *view.Context, e session.Edition) tea.Cmd {
	c.Picker, c.Prompt, c.Again = nil, nil, nil // they are of the dataset before
	said := c.Session.Reopen(e)
	c.Calendar = calendar.New(c.Data)
	m.strip.held = held{}
	if _, whole := m.whole(); whole {
		c.Turn(m.views[0])
	}
	m.arrange()
	m.tallied, c.Tally = c.Filters, c.Calendar.Tally(c.Shown)
	for _, v := range m.views {
		if r, ok := v.(view.Reopener); ok {
			r.Reopen(c)
		}
	}
	m.tours.Reopen(c)
	if r, ok := c.Over.(view.Reopener); ok {
		r.Reopen(c)
	} else {
		c.Over = nil
	}
	c.Say("%s", said)
	if p, ok := c.View.(view.Preparer); ok {
		return p.Prepare(c)
	}
	return nil
}

// mostFaults is how many faults are listed on the screen.
const mostFaults = 100

// refuse shows why the dataset could not be read again. The one that is open stays.
func refuse(c *view.Context, err error) {
	c.Refuse(err)
	n := len(c.Faults)
	if n == 0 {
		c.Warn("The files could not be read again: %v. The screen shows them as they were.", err)
		return
	}
	var text strings.Builder
	for _, f := range c.Faults[:min(n, mostFaults)] {
		fmt.Fprintf(&text, "- %s: %s. *%s.*\n", paint.Literal(where(f)), english.Capital(paint.Literal(f.What)), english.Capital(paint.Literal(f.Remedy)))
	}
	if n > mostFaults {
		fmt.Fprintf(&text, "\n%s more.\n", english.Thousands(n-mostFaults))
	}
	text.WriteString("\nThe timeline is as it was before; ^R reads the files again.\n")
	c.Notice = view.Notice{} // it is no longer being read
	reader.Tell(c, english.Count(n, "fault · e opens it", "faults · e opens the first"), text.String())
}

// where is the file of a fault, and the line where it is known.
func where(f events.Problem) string {
	if f.Line == 0 {
		return f.File
	}
	return fmt.Sprintf("%s, line %d", f.File, f.Line)
}
