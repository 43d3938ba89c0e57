package lesson

import (
	"bufio"
	"errors"
	"io"
	"strings"

	"timeline/internal/printable"
)

// Talk holds a conversation on a terminal, or through a pipe.
type Talk struct {
	In    io.Reader // a command a line
	Out   io.Writer // each answer is one Write
	Width int       // where lines are wrapped, in cells; 0 wraps nothing

	// Calls are commands that come from elsewhere, such as a presenter's screen. They
	// are answered as if they had been typed. Optional.
	Calls <-chan string
}

// maxLine is the most bytes of a line that is read. What is longer is cut off.
const maxLine = 4096

// line is what was typed, or why nothing more is.
type line struct {
	text string
	err  error
}

// Hold says begin, and then answers lines until do tells that it is over, or the input
// ends. The error is that of In or Out.
func (t Talk) Hold(begin []string, do func(string) (reply []string, over bool)) error {
	if err := t.write("", begin, "> "); err != nil {
		return err
	}
	typed := make(chan line)
	done := make(chan struct{})
	defer close(done)
	go t.read(typed, done)
	for {
		var l line
		before := ""
		select {
		case l = <-typed:
		case l.text = <-t.Calls:
			before = "\n" // the prompt is open
		}
		if l.err != nil {
			if errors.Is(l.err, io.EOF) {
				l.err = nil
			}
			return errors.Join(l.err, t.write("\n", nil, ""))
		}
		reply, over := do(l.text)
		prompt := "> "
		if over {
			prompt = ""
		}
		if err := t.write(before, reply, prompt); err != nil || over {
			return err
		}
	}
}

// read sends each line that is typed, and the error that ends them.
func (t Talk) read(typed chan<- line, done <-chan struct{}) {
	in := bufio.NewReaderSize(t.In, maxLine)
	for {
		text, more, err := in.ReadLine()
		l := line{text: strings.TrimSpace(string(text)), err: err}
		for more && err == nil {
			_, more, err = in.ReadLine()
		}
		select {
		case typed <- l:
		case <-done:
			return
		}
		if err != nil {
			return
		}
	}
}

// write writes an answer in one piece.
func (t Talk) write(before string, lines []string, prompt string) error {
	var b strings.Builder
	b.WriteString(before)
	for _, l := range lines {
		for _, row := range printable.Wrap(l, t.Width) {
			b.WriteString(row + "\n")
		}
	}
	_, err := io.WriteString(t.Out, b.String()+prompt)
	return err
}
