package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"timeline/internal/events"
	"timeline/internal/events/eventstest"
)

// TestGroupsOfTheDataset is what a tester can check of the groups.
func TestGroupsOfTheDataset(t *testing.T) {
	t.Parallel()
	m := typed(t, onTheDataset(t, 120, 36), "6")
	var n, of int
	seen := map[string]bool{}
	for k := 0; k < 200; k++ {
		frame := plainFrame(m)
		_, rest, _ := strings.Cut(frame, "  tie ")
		if _, err := fmt.Sscanf(rest, "%d of %d", &n, &of); err != nil || n != k+1 {
			t.Fatalf("after %d keys: %v\n%s", k, err, frame)
		}
		line := frame[:strings.Index(frame, "  tie ")]
		seen[line[strings.LastIndex(line, "\n")+1:]] = true
		if strings.Contains(line, "Signers splits from AQIM") && !seen["opened"] {
			seen["opened"] = true
			typed(t, m, "\r")
			for _, want := range []string{"Guidère", "Siegel", "Lebovich"} {
				if !strings.Contains(plainFrame(m), want+", ") {
					t.Errorf("enter does not show %s:\n%s", want, plainFrame(m))
				}
			}
			typed(t, m, "\r")
			if got := plainFrame(m); !strings.Contains(got, "Signers in Blood splits from") || !strings.Contains(got, "“") {
				t.Errorf("no quotation:\n%s", got)
			}
			typed(t, m, "\x1b")
		}
		if n == of {
			break
		}
		typed(t, m, "l")
	}
	if n != of || of < 20 || len(seen) != of+1 {
		t.Errorf("l reaches %d of %d ties, %d different", n, of, len(seen))
	}
	typed(t, m, "g")
	i, ok := m.c.Selected()
	typed(t, m, "m")
	if ok && !m.c.Marked(m.c.Data.IDs.At(int(i))) {
		t.Error("m is not about the tie's event")
	}
	for range of {
		if i, ok = m.c.Selected(); ok {
			break
		}
		typed(t, m, "l")
	}
	typed(t, m, "o")
	if now, _ := m.c.Current(); !ok || now != i || m.c.View != m.views[0] {
		t.Error("o does not go to the tie's event")
	}
	if text := plainFrame(typed(t, m, "6v")); !strings.Contains(text, "with allies and rivals") {
		t.Errorf("v shows no allies:\n%s", text)
	}
}

func TestClicksOnGroups(t *testing.T) {
	t.Parallel()
	m := typed(t, onTheDataset(t, 120, 36), "6")
	for y, line := range strings.Split(plainFrame(m), "\n") {
		if at := strings.Index(line, "MUJAO"); y > 1 && y < 28 && at >= 0 {
			send(m, click(len([]rune(line[:at]))+1, y))
		}
	}
	if text := plainFrame(m); !strings.Contains(text, "▌MUJAO") {
		t.Errorf("a click does not go to the group:\n%s", text)
	}
	for y, line := range strings.Split(plainFrame(m), "\n") {
		if at := strings.Index(line, "┬"); y > 1 && y < 28 && at >= 0 {
			before := strings.Split(plainFrame(m), "\n")[31]
			send(m, click(len([]rune(line[:at])), y))
			if after := strings.Split(plainFrame(m), "\n")[31]; after == before && m.c.Over == nil && m.c.Picker == nil {
				t.Errorf("a click on a tie at %d does nothing", y)
			}
			return
		}
	}
}

// TestGroupsOfManyEvents: the lineage of a large dataset is worked out beside the
// screen.
func TestGroupsOfManyEvents(t *testing.T) {
	t.Parallel()
	m := browserOf(eventstest.Generate(3000, 1), 80, 24)
	next, cmd := m.Update(keysOf("6")[0])
	if m = next.(*Model); !strings.Contains(plainFrame(m), "Looking for") {
		t.Errorf("nothing says that it is being worked out:\n%s", plainFrame(m))
	}
	for _, k := range keysOf("lhjkvzoG\r") {
		m.Update(k)
	}
	if m = settledBy(m, cmd); strings.Contains(plainFrame(m), "Looking for") {
		t.Errorf("it does not end:\n%s", plainFrame(m))
	}
}

// TestMapOfTheDataset is what a tester can check of the map.
func TestMapOfTheDataset(t *testing.T) {
	t.Parallel()
	m := typed(t, onTheDataset(t, 120, 36), "7Z")
	frame := plainFrame(m)
	for _, name := range []string{"/ Sahel", "MALI"} {
		name = strings.ReplaceAll(name, "/", "╱")
		if !strings.Contains(frame, name) {
			t.Errorf("the map lacks %s:\n%s", name, frame)
		}
	}
	for _, name := range []string{"Sahel", "Maghreb", "Mali"} {
		for _, dot := range []string{"• ", "● ", "○ "} {
			if strings.Contains(frame, dot+name) {
				t.Errorf("a dot stands for %s:\n%s", name, frame)
			}
		}
	}
	if _, off, ok := strings.Cut(frame, "off this map"); !ok || !strings.Contains(off, "→ Iraq") {
		t.Errorf("Iraq is not listed:\n%s", frame)
	}
	at := func() string {
		for _, line := range strings.Split(plainFrame(m), "\n") {
			if _, name, ok := strings.Cut(line, "▌"); ok {
				return strings.TrimSpace(strings.TrimLeft(name, "●•○╱□←→↑↓ "))
			}
		}
		return ""
	}
	for range 30 {
		if strings.HasPrefix(at(), "Timbuktu") {
			break
		}
		typed(t, m, "\t")
	}
	d := m.c.Data
	from := d.Place("timbuktu")
	typed(t, m, "j")
	to := at()
	k := slices.IndexFunc(d.Places, func(p events.Place) bool { return strings.HasPrefix(to, p.Name+" ") })
	if k < 0 || d.Places[k].Lat >= from.Lat {
		t.Errorf("j goes from Timbuktu to %q", to)
	}
}

func TestMapKeysAndClicks(t *testing.T) {
	t.Parallel()
	m := typed(t, onTheDataset(t, 120, 36), "7")
	for y, line := range strings.Split(plainFrame(m), "\n") {
		if at := strings.Index(line, "● Gao"); at >= 0 && at < 85 {
			send(m, click(len([]rune(line[:at])), y))
		}
	}
	if !strings.Contains(plainFrame(m), "[Gao ") {
		t.Errorf("a click does not select Gao:\n%s", plainFrame(m))
	}
	all := plainFrame(m)
	typed(t, m, "}")
	if text := plainFrame(m); text == all || !strings.Contains(text, "esc shows all of the time") {
		t.Errorf("} does not narrow the time:\n%s", text)
	}
	first := m.views[6].Draw(m.c, 120, 34)[0]
	if typed(t, m, "]"); m.views[6].Draw(m.c, 120, 34)[0] == first {
		t.Error("] does not move the time")
	}
	typed(t, m, "\x1b")
	if m.c.View != m.views[6] || strings.Contains(strings.Split(plainFrame(m), "\n")[0], "–") {
		t.Errorf("esc does not show all of the time:\n%s", plainFrame(m))
	}
	typed(t, m, "\r")
	if m.c.View != m.views[0] || m.c.Query.String() != "place:gao" || len(m.c.Shown) == 0 {
		t.Errorf("enter lists %q", m.c.Query.String())
	}
	typed(t, m, "7")
	if text := plainFrame(m); !strings.Contains(text, "[Gao ") || strings.Contains(text, "Algiers") {
		t.Errorf("the map does not follow the filter:\n%s", text)
	}
	send(m, click(60, 2))
	if !strings.Contains(plainFrame(m), "Only ") {
		t.Error("a click on the ribbon does not go to its time")
	}
	if typed(t, m, "\x1b\x1b"); m.c.View != m.views[0] {
		t.Error("esc does not lead home")
	}
}

// TestPicturesBeginAtTheEvent: groups and map open where the selected event is.
func TestPicturesBeginAtTheEvent(t *testing.T) {
	t.Parallel()
	m := typed(t, onTheDataset(t, 120, 36), "6G")
	for range 40 {
		if _, ok := m.c.Selected(); ok {
			break
		}
		typed(t, m, "h")
	}
	i, ok := m.c.Selected()
	if !ok {
		t.Fatal("no event tells of a tie")
	}
	m = typed(t, onTheDataset(t, 120, 36), "t"+m.c.Data.IDs.At(int(i))+"\r6")
	if j, ok := m.c.Selected(); !ok || i != j {
		t.Errorf("6 opens at %d, not at the tie of %d", j, i)
	}
	typed(t, m, "t2012-04-02-timbuktu-meeting\r7")
	if text := plainFrame(m); !strings.Contains(text, "[Timbuktu ") {
		t.Errorf("7 does not open at Timbuktu:\n%s", text)
	}
	if typed(t, m, "\t1"); strings.Contains(plainFrame(typed(t, m, "7")), "[Timbuktu ") {
		t.Error("coming back to the map does not find the place that it was left at")
	}
}
