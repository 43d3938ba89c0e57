package ui

import (
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"timeline/internal/ui/frames"
)

// screen is a terminal that only says when it was written to.
type screen struct {
	bytes  int
	writes chan int
}

func (s *screen) Write(p []byte) (int, error) {
	s.bytes += len(p)
	s.writes <- len(p)
	return len(p), nil
}

// BenchmarkKeyToFrame presses a key in the running program and waits for the frame
// that it brings: the input, the model, the framework's renderer, all but the terminal.
func BenchmarkKeyToFrame(b *testing.B) {
	letters := strings.Split("droukdel\x15attack on the embassy\x15founding of mujao\x7f\x7f\x7f\x7f\x7faqim\x15abou zeid\x15", "")
	b.Run("cursor", func(b *testing.B) {
		keyToFrame(b, onTheDataset(b, 120, 40), strings.Split("jjjjjjjjkkkkkkkk", ""), false)
	})
	b.Run("letter", func(b *testing.B) { keyToFrame(b, onTheDataset(b, 120, 40), letters, true) })
}

func keyToFrame(b *testing.B, m *Model, keys []string, asked bool) {
	r, w := io.Pipe()
	scr := &screen{writes: make(chan int, 1000)}
	prog := frames.New(m, scr, 120, 40, colorprofile.TrueColor, tea.WithInput(r), tea.WithoutSignalHandler(),
		tea.WithEnvironment([]string{"TERM=xterm-256color"}))
	done := make(chan error, 1)
	go func() { _, err := prog.Run(); done <- err }()
	for n := 0; n < 800; {
		n += <-scr.writes
	}
	press := func(key string) {
		if _, err := io.WriteString(w, key); err != nil {
			b.Fatal(err)
		}
		<-scr.writes
	}
	if asked {
		press("/")
	}
	b.ReportAllocs()
	b.ResetTimer()
	before, times := scr.bytes, []time.Duration(nil)
	for n := 0; b.Loop(); n++ {
		time.Sleep(20 * time.Millisecond) // as a person types: a flood is bundled
		for len(scr.writes) > 0 {
			<-scr.writes
		}
		start := time.Now()
		press(keys[n%len(keys)])
		times = append(times, time.Since(start))
	}
	b.StopTimer()
	slices.Sort(times)
	b.ReportMetric(float64(scr.bytes-before)/float64(len(times)), "bytes/key")
	b.ReportMetric(float64(times[len(times)/2].Microseconds()), "µs/key")
	prog.Quit()
	if err := <-done; err != nil {
		b.Fatal(err)
	}
}
