package main

import (
	"os"
	"os/signal"
	"time"

	"timeline/internal/ui/frames"
)

// The framework puts the terminal back on quit, error, panic, SIGINT and
// SIGTERM. Two ends of a session are left to us: a hang-up signal, and a
// terminal that is gone without one (the program was started with nohup).

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

// hangUpGrace is how long a program whose terminal hung up may take to end by
// itself.
const hangUpGrace = 500 * time.Millisecond

// endOnHangUp makes the program quit, and if need be die, on a hang-up signal.
// The function that it returns ends the watch.
func endOnHangUp(prog *frames.Program) (stop func()) {
	c := make(chan os.Signal, 1)
	done := make(chan struct{})
	signal.Notify(c, hangUpSignals()...)
	go func() {
		select {
		case <-c:
			endSoon(prog)
		case <-done:
		}
	}()
	return func() {
		signal.Stop(c)
		close(done)
	}
}

// endSoon asks the program to quit and kills it if it does not.
func endSoon(prog *frames.Program) {
	go prog.Quit()
	time.AfterFunc(hangUpGrace, prog.Kill)
}
