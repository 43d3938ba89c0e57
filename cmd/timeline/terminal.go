package main

import (
	"os"
	"os/signal"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/term"

	"timeline/internal/ui/frames"
)

// The framework puts the terminal back on quit, error and panic. Signals are left to us:
// it listens for them too late, a moment after its first frame, and stops before the
// terminal is back. So is a terminal that is gone without a signal (the program was
// started with nohup).

// watchedInput is the terminal's input. It tells when the terminal is gone,
// which reading from it is the only way to notice.
type watchedInput struct {
	*os.File
	gone func()
}

func (w *watchedInput) Read(p []byte) (int, error) {
	n, err := w.File.Read(p)
	if n == 0 && err != nil {
		w.gone()
	}
	return n, err
}

// hangUpGrace is how long a program that is to end may take to do so by itself. It is
// killed then, and after so many graces more the process ends: a terminal that takes
// nothing, such as one that is stopped, cannot be put back.
const (
	hangUpGrace = 500 * time.Millisecond
	lastGraces  = 4
)

// ender ends a program from outside.
type ender struct {
	prog    *frames.Program
	in      *os.File
	before  *term.State // of the input; nil if it is no terminal
	signals chan os.Signal
	gone    chan struct{} // the terminal is
	done    chan struct{}
}

// endOnSignals makes the program end, and if need be die, on the signals that ask for it,
// from now until stop is called.
func endOnSignals(prog *frames.Program, in *os.File) (e *ender, stop func()) {
	e = &ender{prog: prog, in: in, signals: make(chan os.Signal, 1), gone: make(chan struct{}, 1), done: make(chan struct{})}
	if before, err := term.GetState(in.Fd()); err == nil {
		e.before = before
	}
	signal.Notify(e.signals, endSignals()...)
	go e.watch()
	return e, func() {
		signal.Stop(e.signals)
		close(e.done)
	}
}

// terminalGone ends the program whose terminal is gone.
func (e *ender) terminalGone() {
	select {
	case e.gone <- struct{}{}:
	default:
	}
}

func (e *ender) watch() {
	for {
		select {
		case <-e.done:
			return
		case <-e.gone:
			e.end(tea.QuitMsg{})
		case sig := <-e.signals:
			switch {
			case sig != os.Interrupt:
				e.end(tea.QuitMsg{})
			case !e.prog.Away(): // ctrl+C is typed to the editor, if that has the terminal
				e.end(tea.InterruptMsg{})
			}
		}
	}
}

// end asks the program to end, kills it if it does not, and ends the process if that is no
// help. While another program has the terminal, it waits for that.
func (e *ender) end(how tea.Msg) {
	go e.prog.Send(how)
	for graces := 0; graces <= lastGraces; {
		select {
		case <-e.done:
			return
		case <-time.After(hangUpGrace):
		}
		if e.prog.Away() {
			continue
		}
		if graces++; graces == 1 {
			go e.prog.Kill()
		}
	}
	if e.before != nil {
		_ = term.Restore(e.in.Fd(), e.before)
	}
	os.Exit(exitInterrupted)
}
