package export

import (
	"bufio"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"time"

	"timeline/internal/events"
	"timeline/internal/printable"
)

// writer is an export under way.
type writer struct {
	out    *bufio.Writer // keeps its first error
	d      *events.Dataset
	rows   []events.Index
	o      Options
	events int
	lost   [lossKinds]int
}

// Write writes the events of rows to w. It stops at w's first error and returns
// it; the report then counts what was handed to w.
func Write(w io.Writer, f Format, d *events.Dataset, rows []events.Index, o Options) (Report, error) {
	if int(f) >= len(formats) {
		return Report{}, fmt.Errorf("unknown format %d", f)
	}
	o.Title = cmp.Or(o.Title, d.Meta.Title)
	if o.Now.IsZero() {
		o.Now = time.Unix(0, 0)
	}
	x := &writer{out: bufio.NewWriterSize(w, 1<<15), d: d, rows: rows, o: o}
	err := formats[f].write(x)
	if err == nil {
		err = x.out.Flush()
	}
	return Report{Events: x.events, Lost: x.losses(f)}, err
}

// put writes strings; the error is kept until each or Flush asks for it.
func (w *writer) put(parts ...string) {
	for _, p := range parts {
		_, _ = w.out.WriteString(p) // the error is kept
	}
}

// each hands every event to write, in order, until the output fails. write
// returns false for an event that the format cannot hold.
func (w *writer) each(write func(i events.Index, e *events.Event) bool) error {
	return w.eachOf(w.rows, write)
}

func (w *writer) eachOf(rows []events.Index, write func(i events.Index, e *events.Event) bool) error {
	for _, i := range rows {
		if write(i, w.d.Event(i)) {
			w.events++
		}
		if _, err := w.out.Write(nil); err != nil {
			return err
		}
	}
	return nil
}

// value writes v as JSON in one line or, with an indent, in several. Characters
// that a terminal would act on are written as \u escapes: the text stays what it
// is and is safe to print.
func (w *writer) value(v any, prefix, indent string) {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent(prefix, indent)
	if err := e.Encode(v); err != nil {
		panic(err) // our own structs of strings and finite numbers
	}
	w.put(printable.JSON(strings.TrimSuffix(b.String(), "\n")))
}

// list writes what is made of each event as JSON, and the end of the list that it is
// in; indent is that of the values and of what is in them.
func (w *writer) list(indent string, of func(i events.Index, e *events.Event) (v any, ok bool)) error {
	between := "\n" + indent
	err := w.each(func(i events.Index, e *events.Event) bool {
		v, ok := of(i, e)
		if ok {
			w.put(between)
			w.value(v, indent, indent)
			between = ",\n" + indent
		}
		return ok
	})
	w.put("\n]")
	return err
}

// line and block are what every format but the JSON ones passes text through.
func line(s string) string  { return printable.Line(s) }
func block(s string) string { return printable.Block(s) }
