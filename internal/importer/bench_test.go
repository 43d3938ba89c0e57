package importer

import (
	"fmt"
	"io"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"

	"timeline/internal/events"
)

// acledTable is a table of n rows shaped like an export of ACLED: 31 columns, places
// and parties that come again, two sources, a paragraph of notes.
func acledTable(n int) string {
	r := rand.New(rand.NewPCG(1, 2))
	pick := func(words ...string) string { return words[r.IntN(len(words))] }
	var b strings.Builder
	b.WriteString("event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp\n")
	for i := range n {
		town := r.IntN(12_000)
		country := town % 40
		fmt.Fprintf(&b, "ABC%d,%02d %s %d,%d,%s,Political violence,%s,%s,Army of Country %d (2012-),,1,Group %d,Militia %d; Militia %d,2,12,,466,A region,Country %d,Province %d,District %d,,Town %d,%.4f,%.4f,%s,Newspaper %d; Agency %d,National,\"On that day, %s clashed near the town: several people, it is reported, were killed and others wounded. %s\",%d,,17%08d\n",
			i, 1+r.IntN(28), pick("January", "March", "July", "December"), 1997+r.IntN(28), 2000, pick("1", "1", "1", "2", "3"),
			pick("Battles", "Riots", "Protests", "Strategic developments"), pick("Armed clash", "Attack", "Peaceful protest"),
			country, r.IntN(2500), r.IntN(400), r.IntN(400), country, town%300, town%2000, town, float64(town)/1000, -float64(town)/900, pick("1", "2", "3"),
			r.IntN(2000), r.IntN(50), pick("the army and a group", "militias", "forces"), strings.Repeat("More was not said of it. ", r.IntN(8)), r.IntN(12), i)
	}
	return b.String()
}

// BenchmarkACLED imports rows of ACLED and packs them.
func BenchmarkACLED(b *testing.B) {
	const rows = 100_000
	table := acledTable(rows)
	var before, after runtime.MemStats
	b.ReportAllocs()
	runtime.ReadMemStats(&before)
	for b.Loop() {
		res, err := Read(strings.NewReader(table), Options{Name: "acled.csv"})
		if err != nil {
			b.Fatal(err)
		}
		if err := events.WritePack(io.Discard, res.Dataset(), ""); err != nil {
			b.Fatal(err)
		}
	}
	runtime.ReadMemStats(&after)
	all := float64(b.N) * rows
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/all, "ns/row")
	b.ReportMetric(float64(after.TotalAlloc-before.TotalAlloc)/all, "B/row")
}

// TestHeldMemory: what an import holds of an event when all rows are read is little more
// than its text.
func TestHeldMemory(t *testing.T) { // not parallel: it measures the heap
	const rows = 2500
	table := acledTable(rows)
	held := func() uint64 {
		var m runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	before := held()
	res := read(t, table, Options{Name: "acled.csv"})
	perRow := float64(held()-before) / rows
	t.Logf("%.0f bytes of %d held for a row", perRow, len(table)/rows)
	if perRow > 1600 || res.Events.Len() != rows {
		t.Errorf("%.0f bytes are held for a row of %d", perRow, len(table)/rows)
	}
}
