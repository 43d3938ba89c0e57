package export

import "timeline/internal/events"

// json writes an array of records (RFC 8259), indented.
func (w *writer) json() error {
	between := "\n  "
	w.put("[")
	err := w.each(func(i events.Index, _ *events.Event) bool {
		w.put(between)
		w.value(RecordOf(w.d, i), "  ", "  ")
		between = ",\n  "
		return true
	})
	w.put("\n]\n")
	return err
}

// jsonLines writes a record a line.
func (w *writer) jsonLines() error {
	return w.each(func(i events.Index, _ *events.Event) bool {
		w.value(RecordOf(w.d, i), "", "")
		w.put("\n")
		return true
	})
}
