package main

import (
	"encoding/binary"
	"math"
	"slices"

	"timeline/internal/geo"
)

// encode writes lines in the format of package geo.
func encode(lines []geo.Line) []byte {
	var names []string
	for _, l := range lines {
		for _, c := range l.Countries {
			if c != "" && !slices.Contains(names, c) {
				names = append(names, c)
			}
		}
	}
	slices.Sort(names)
	out := binary.AppendUvarint([]byte("TLGEO1"), uint64(len(names)))
	for _, n := range names {
		out = append(binary.AppendUvarint(out, uint64(len(n))), n...)
	}
	out = binary.AppendUvarint(out, uint64(len(lines)))
	for _, l := range lines {
		out = append(out, byte(l.Kind))
		for _, c := range l.Countries {
			out = binary.AppendUvarint(out, uint64(slices.Index(names, c)+1))
		}
		out = binary.AppendUvarint(out, uint64(len(l.Points)))
		var lon, lat int64
		for _, p := range l.Points {
			x, y := int64(math.Round(p.Lon*100)), int64(math.Round(p.Lat*100))
			out = binary.AppendVarint(binary.AppendVarint(out, x-lon), y-lat)
			lon, lat = x, y
		}
	}
	return out
}

// longNames are those that Natural Earth shortens to fit its maps.
var longNames = map[string]string{
	"Antigua and Barb.":         "Antigua and Barbuda",
	"Ashmore and Cartier Is.":   "Ashmore and Cartier Islands",
	"Bosnia and Herz.":          "Bosnia and Herzegovina",
	"Br. Indian Ocean Ter.":     "British Indian Ocean Territory",
	"British Virgin Is.":        "British Virgin Islands",
	"Cayman Is.":                "Cayman Islands",
	"Central African Rep.":      "Central African Republic",
	"Cook Is.":                  "Cook Islands",
	"Côte d'Ivoire":             "Ivory Coast",
	"Dem. Rep. Congo":           "Democratic Republic of the Congo",
	"Dominican Rep.":            "Dominican Republic",
	"Eq. Guinea":                "Equatorial Guinea",
	"Faeroe Is.":                "Faroe Islands",
	"Falkland Is.":              "Falkland Islands",
	"Fr. Polynesia":             "French Polynesia",
	"Fr. S. Antarctic Lands":    "French Southern and Antarctic Lands",
	"Heard I. and McDonald Is.": "Heard Island and McDonald Islands",
	"Indian Ocean Ter.":         "Indian Ocean Territories",
	"Marshall Is.":              "Marshall Islands",
	"N. Cyprus":                 "Northern Cyprus",
	"N. Mariana Is.":            "Northern Mariana Islands",
	"Pitcairn Is.":              "Pitcairn Islands",
	"S. Geo. and the Is.":       "South Georgia and the South Sandwich Islands",
	"S. Sudan":                  "South Sudan",
	"Solomon Is.":               "Solomon Islands",
	"St. Kitts and Nevis":       "Saint Kitts and Nevis",
	"St. Pierre and Miquelon":   "Saint Pierre and Miquelon",
	"St. Vin. and Gren.":        "Saint Vincent and the Grenadines",
	"Turks and Caicos Is.":      "Turks and Caicos Islands",
	"U.S. Virgin Is.":           "United States Virgin Islands",
	"W. Sahara":                 "Western Sahara",
	"Wallis and Futuna Is.":     "Wallis and Futuna Islands",
}
