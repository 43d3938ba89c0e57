package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"timeline/internal/document"
	"timeline/internal/events"
	"timeline/internal/query"
)

func (p *program) placesCommand() *cobra.Command {
	return p.recordsCommand(p.places, query.KeyPlace, &cobra.Command{
		Use:   "places [WORD…]",
		Short: "List places, or show one",
		Long: `List the places: name, precision, number of events, and id. With words, those with
a spelling or a country that has them; if there is only one, it is shown in full.`,
		Example: `  timeline places
  timeline places kidal
  timeline places algeria --json`,
		ValidArgsFunction: p.completing(valuesOf(query.KeyPlace)),
	})
}

func (p *program) places(d *events.Dataset, words []string) []record {
	counts := query.PlaceCounts(d, query.All(d.Len()))
	var rows []record
	for i := range d.Places {
		pl := &d.Places[i]
		names := []string{pl.Name, pl.ID, pl.Country}
		for _, s := range pl.Spellings {
			names = append(names, s.As)
		}
		if as, ok := spelt(names, words); ok {
			r := record{name: pl.Name, kind: pl.Precision.String(), id: pl.ID, count: counts[i], also: pl.Country,
				full:   func() document.Document { return document.Place(d, pl, counts[i]) },
				object: func() any { return placeJSON(pl, counts[i]) }}
			if as != pl.Name && as != pl.ID && as != pl.Country {
				r.also = as
			}
			rows = append(rows, r)
		}
	}
	// The place of that very name first: Mali before what lies in it.
	whole := events.Fold(strings.Join(words, " "))
	if i := slices.IndexFunc(rows, func(r record) bool { return events.Fold(r.name) == whole }); i > 0 {
		r := rows[i]
		rows = slices.Insert(slices.Delete(rows, i, i+1), 0, r)
	}
	return rows
}

// spelt finds the first name that has all the words, at the beginning of words.
func spelt(names, words []string) (as string, ok bool) {
	var folded []string
	for _, w := range words {
		if f := events.Fold(w); f != "" {
			folded = append(folded, f)
		}
	}
	if len(words) > 0 && len(folded) == 0 {
		return "", false // words of signs alone
	}
	for _, n := range names {
		lacks := func(word string) bool { return len(events.FoldSpans(n, []string{word})) == 0 }
		if n != "" && !slices.ContainsFunc(folded, lacks) {
			return n, true
		}
	}
	return "", false
}

func placeJSON(pl *events.Place, n int) any {
	lat, lon := &pl.Lat, &pl.Lon
	if pl.Precision == events.Unlocated {
		lat, lon = nil, nil
	}
	return struct {
		ID        string         `json:"id"`
		Name      string         `json:"name"`
		Short     string         `json:"short"`
		Country   string         `json:"country"`
		Lat       *float64       `json:"lat"` // null where it is not known
		Lon       *float64       `json:"lon"`
		Precision string         `json:"precision"`
		Events    int            `json:"events"`
		Note      string         `json:"note"`
		Spellings []spellingJSON `json:"spellings"`
	}{pl.ID, pl.Name, pl.Short, pl.Country, lat, lon, pl.Precision.String(), n, strings.TrimSpace(pl.Note), spellingsJSON(pl.Spellings)}
}
