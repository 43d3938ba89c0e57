// Package geo holds the coasts, borders, rivers and lakes that the map is drawn
// from, and the arithmetic of looking at them.
//
// The lines are Natural Earth's (version 4.1.0, https://www.naturalearthdata.com,
// public domain), made simpler: north-west Africa at 1:50 million ([Region]) and
// the world at 1:110 million ([World]). The program in the folder build makes both
// files from the published data.
//
// # Format
//
// Numbers are unsigned varints as in encoding/binary; "signed" ones are zigzag
// varints.
//
//	"TLGEO1"                     six bytes
//	count of names, and each:    length, UTF-8 bytes
//	count of lines, and each:
//	    kind                     one byte: 0 coast, 1 border, 2 border in dispute, 3 river, 4 lake
//	    country, country         1 + position among the names; 0 for none
//	    count of points
//	    longitude, latitude      signed, in hundredths of a degree; the first from 0, 0,
//	                             each further one from the point before it
//
// Nothing may follow. A country's lines are whole, so that its outline closes.
package geo

import (
	_ "embed" // the two files of lines
	"math"
	"sync"
)

// Credit names whose work the lines are.
const Credit = "Made with Natural Earth"

//go:embed region.geo
var regionFile []byte

//go:embed world.geo
var worldFile []byte

// Kind is what a line stands for.
type Kind uint8

// The kinds of lines.
const (
	Coast    Kind = iota
	Border        // between two countries
	Disputed      // a border that is in dispute
	River         //
	Lake          // a lake's shore
	kinds
)

// Point is a spot on the earth in degrees, east and north positive.
type Point struct{ Lon, Lat float64 }

// Line is a run of points with the countries on its two sides: none for water,
// one for a coast.
type Line struct {
	Kind      Kind
	Countries [2]string // English names; empty for none
	Points    []Point
	box       Box
}

// Of tells whether the line is a country's outline or part of it.
func (l *Line) Of(country string) bool {
	return country != "" && (l.Countries[0] == country || l.Countries[1] == country)
}

// Box is a stretch of the earth, in degrees.
type Box struct{ West, South, East, North float64 }

// Holds tells whether a point lies in the box or on its edge.
func (b Box) Holds(p Point) bool {
	return b.West <= p.Lon && p.Lon <= b.East && b.South <= p.Lat && p.Lat <= b.North
}

func (b Box) meets(o Box) bool {
	return b.West <= o.East && o.West <= b.East && b.South <= o.North && o.South <= b.North
}

// Around is the least box that holds all points; there must be one.
func Around(points []Point) Box {
	b := Box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for _, p := range points {
		b.West, b.East = min(b.West, p.Lon), max(b.East, p.Lon)
		b.South, b.North = min(b.South, p.Lat), max(b.North, p.Lat)
	}
	return b
}

// RegionBox is the part of the earth that Region draws: the Sahara, the countries
// round it and the western Mediterranean. Its lines are whole and so reach beyond.
var RegionBox = Box{West: -20, South: 8.5, East: 27, North: 39}

// Region returns the lines that touch RegionBox, at 1:50 million. They are shared:
// do not change them.
var Region = sync.OnceValue(func() []Line { return mustRead(regionFile) })

// World returns the lines of the whole earth, at 1:110 million, without rivers.
// They are shared: do not change them.
var World = sync.OnceValue(func() []Line { return mustRead(worldFile) })

func mustRead(file []byte) []Line {
	lines, err := Read(file)
	if err != nil {
		panic("the embedded map is broken: " + err.Error()) // a fault of the build, which tests would find
	}
	return lines
}
