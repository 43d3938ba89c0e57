package main

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"timeline/internal/geo"
)

// two is two countries, A east of W. Sahara, which share arc 1; a bend of 0.01° on
// the way is left out. Arc 3 is a river that arc 2, a lake's shore, leads into.
const two = `{"transform": {"scale": [0.01, 0.01], "translate": [-1, 10]},
"arcs": [[[0, 0], [0, 100], [100, 0]], [[100, 100], [1, -50], [-1, -50]], [[100, 0], [-100, 0]], [[100, 0], [50, 0], [50, 1]], [[100, 100], [100, 0], [0, -100], [-100, 0]]],
"objects": {
  "countries": {"geometries": [
    {"type": "Polygon", "arcs": [[0, 1, 2]], "properties": {"name": "W. Sahara"}},
    {"type": "MultiPolygon", "arcs": [[[4, -2]]], "properties": {"name": "A"}}]},
  "lakes": {"geometries": [{"type": "Polygon", "arcs": [[2]]}]},
  "rivers": {"geometries": [{"type": "LineString", "arcs": [-3, 3]}, {"type": null}]}}}`

func TestLinesOfATopology(t *testing.T) {
	t.Parallel()
	var top topology
	if err := json.Unmarshal([]byte(two), &top); err != nil {
		t.Fatal(err)
	}
	lines := append(top.countries(0.04), top.waters(0.04)...)
	want := []geo.Line{
		{Kind: geo.Coast, Countries: [2]string{"Western Sahara"}, Points: []geo.Point{{Lon: -1, Lat: 10}, {Lon: -1, Lat: 11}, {Lon: 0, Lat: 11}}},
		{Kind: geo.Disputed, Countries: [2]string{"Western Sahara", "A"}, Points: []geo.Point{{Lon: 0, Lat: 11}, {Lon: 0, Lat: 10}}},
		{Kind: geo.Coast, Countries: [2]string{"Western Sahara"}, Points: []geo.Point{{Lon: 0, Lat: 10}, {Lon: -1, Lat: 10}}},
		{Kind: geo.Coast, Countries: [2]string{"A"}, Points: []geo.Point{{Lon: 0, Lat: 11}, {Lon: 1, Lat: 11}, {Lon: 1, Lat: 10}, {Lon: 0, Lat: 10}}},
		{Kind: geo.Lake, Points: []geo.Point{{Lon: 0, Lat: 10}, {Lon: -1, Lat: 10}}},
		{Kind: geo.River, Points: []geo.Point{{Lon: 0, Lat: 10}, {Lon: 1, Lat: 10.01}}},
	}
	if d := cmp.Diff(want, lines, cmpopts.IgnoreUnexported(geo.Line{})); d != "" {
		t.Error(d)
	}
	back, err := geo.Read(encode(lines))
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, back, cmpopts.IgnoreUnexported(geo.Line{})); d != "" {
		t.Error("read back:", d)
	}
	if !geo.Closed(back, "A") || !geo.Closed(back, "Western Sahara") {
		t.Error("an outline is not closed")
	}
}

func TestAnotherPackageIsRefused(t *testing.T) {
	t.Parallel()
	if err := run([]string{"build_test.go", "build_test.go"}); err == nil || err.Error()[:14] != "build_test.go " {
		t.Error(err)
	}
	if run(nil) == nil {
		t.Error("no files are enough")
	}
}
