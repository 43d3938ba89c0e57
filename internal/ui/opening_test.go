package ui

import (
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"github.com/charmbracelet/colorprofile"

	"timeline/internal/events"
	"timeline/internal/session"
	"timeline/internal/ui/tuitest"
)

// loadingSlowly reports progress for ten virtual seconds.
func loadingSlowly(progress func(done, total int) bool) (*events.Dataset, error) {
	for n := range 100 {
		time.Sleep(97 * time.Millisecond) // never at the moment of a look
		if !progress(n, 100) {
			return nil, events.ErrStopped
		}
	}
	return fixture(), nil
}

func startBrowser(d *events.Dataset, w, h int) *Model {
	return New(Config{Config: session.Config{Data: d}, Width: w, Height: h})
}

func TestOpeningShowsProgressAndBecomesTheBrowser(t *testing.T) {
	t.Parallel()
	var early, late string
	synctest.Test(t, func(t *testing.T) {
		term := tuitest.Start(t, NewOpening("a large dataset", 60, 16, colorprofile.TrueColor, loadingSlowly, startBrowser), 60, 16)
		time.Sleep(5*time.Second + 37*time.Millisecond) // between two steps, so that the picture is one of them
		term.Settle()
		early = term.Text()
		time.Sleep(6 * time.Second)
		term.Settle()
		late = term.Text()
	})
	golden(t, "screens/opening-60x16", early)
	golden(t, "screens/opened-60x16", late)
}

func TestOpeningStops(t *testing.T) {
	t.Parallel()
	for _, key := range []string{"\x1b", "q", "\x03"} {
		synctest.Test(t, func(t *testing.T) {
			term := tuitest.Start(t, NewOpening("a large dataset", 60, 16, colorprofile.TrueColor, loadingSlowly, startBrowser), 60, 16)
			term.Type(key)
			term.Settle()
			if !term.Ended() {
				t.Errorf("%q does not stop the loading", key)
			}
			if o, ok := term.Quit().(Opening); !ok || !errors.Is(o.Err(), events.ErrStopped) {
				t.Errorf("%q: the error is not ErrStopped", key)
			}
			time.Sleep(time.Second) // the loader notices
		})
	}
}
