package eventstest

import (
	"bytes"

	"timeline/internal/events"
)

// Pack returns a pack of n events, one actor, one place and one source: small enough
// for a fuzzer to change every byte of it.
func Pack(n int) []byte {
	es, as, ps, ss := Records(n, 2)
	var b bytes.Buffer
	if err := events.WritePack(&b, events.New(events.Meta{ID: "x", Title: "X"}, es, as[:1], ps[:1], ss[:1]), ""); err != nil {
		panic(err) // a Buffer does not fail, and these records can be written
	}
	return b.Bytes()
}
