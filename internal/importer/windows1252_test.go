package importer

import (
	"testing"

	"golang.org/x/text/encoding/charmap"
)

// TestWindows1252 holds every byte to what golang.org/x/text makes of it. The program
// does not use that: it would link the tables of all 8-bit encodings, 0.1 MB.
func TestWindows1252(t *testing.T) {
	t.Parallel()
	for b := range 256 {
		text := string([]byte{byte(b)})
		want, err := charmap.Windows1252.NewDecoder().String(text)
		if err != nil {
			t.Fatal(err)
		}
		if got := fromWindows1252(text); got != want {
			t.Errorf("%#x is %q, want %q", b, got, want)
		}
	}
}
