package importer

import (
	"fmt"
	"io"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"
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

// BenchmarkACLED imports 100,000 rows and packs them.
func BenchmarkACLED(b *testing.B) {
	table := acledTable(100_000)
	for b.Loop() {
		res, err := Read(strings.NewReader(table), Options{Name: "acled.csv"})
		if err != nil {
			b.Fatal(err)
		}
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		if err := res.WritePack(io.Discard); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(m.HeapAlloc>>20), "MiB-heap")
	}
}
