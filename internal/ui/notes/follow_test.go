package notes

import (
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"timeline/internal/present"
	"timeline/internal/ui/tuitest"
)

// The presenter's screen shows what has changed on the class's within 200 ms, on a clock
// that no busy machine can slow down.
func TestFollowsAtOnce(t *testing.T) {
	t.Parallel()
	d := embedded(t)
	c := newClass(t, d) // outside: it waits for its pipe
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		m := notesOf(c, d, 80, 24)
		m.cfg.Now = func() time.Time { return now.Add(time.Since(start)) }
		term := tuitest.Start(t, m, 80, 24)
		see := func(what string, within time.Duration) {
			t.Helper()
			time.Sleep(within)
			synctest.Wait()
			if !strings.Contains(term.Text(), what) {
				t.Errorf("%v after the class’s screen has changed, no %q:\n%s", within, what, term.Text())
			}
		}
		see("6 of 12", 0)
		see("stop 1:22 of 2:00", 10*time.Second-100*time.Millisecond)
		for n := range 5 {
			time.Sleep(time.Duration(n) * 23 * time.Millisecond) // anywhere between two looks
			c.state.Stop, c.state.Step = 7+n, 1
			c.put()
			see([]string{"7 of 12", "8 of 12", "9 of 12", "10 of 12", "11 of 12"}[n], 200*time.Millisecond)
		}
		c.state.Black = true
		c.put()
		see("black", 200*time.Millisecond)
		if err := c.share.End(false); err != nil {
			t.Fatal(err)
		}
		c.share = nil
		see("ended ○", 200*time.Millisecond)
		term.Quit()
		time.Sleep(every) // the last look
	})
}

// While the class's screen stands still the presenter's writes to its terminal when its
// clock moves, once a second, and not at each look.
func TestStandsStill(t *testing.T) {
	t.Parallel()
	d := embedded(t)
	c := newClass(t, d)
	c.state.Clock = present.Clock{Session: time.Minute, AtStop: time.Second}
	c.put()
	synctest.Test(t, func(t *testing.T) {
		term := tuitest.Start(t, notesOf(c, d, 80, 24), 80, 24)
		before := term.Writes()
		time.Sleep(time.Minute)
		synctest.Wait()
		if writes := term.Writes() - before; writes > 0 {
			t.Errorf("with its clock stopped it writes %d times a minute", writes)
		}
		term.Quit()
		time.Sleep(every) // the last look
	})
}
