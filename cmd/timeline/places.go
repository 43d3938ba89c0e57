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
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "places [WORD…]",
		Short: "List places, or show one",
		Long: `List the places: name, precision, number of events, and id. With words, those with
a spelling or a country that has them; if there is only one, it is shown in full.`,
		Example: `  timeline places
  timeline places kidal
  timeline places algeria --json`,
		ValidArgsFunction: p.completePlaces,
		RunE:              func(_ *cobra.Command, args []string) error { return p.places(args, asJSON) },
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print a JSON array")
	return cmd
}

func (p *program) places(words []string, asJSON bool) error {
	d, err := p.dataset()
	if err != nil {
		return err
	}
	counts := query.PlaceCounts(d, query.All(d.Len()))
	var rows []record
	var found []*events.Place
	for i := range d.Places {
		pl := &d.Places[i]
		names := []string{pl.Name, pl.ID, pl.Country}
		for _, s := range pl.Spellings {
			names = append(names, s.As)
		}
		if as, ok := spelt(names, words); ok {
			r := record{name: pl.Name, kind: pl.Precision.String(), id: pl.ID, count: counts[i], also: pl.Country}
			if as != pl.Name && as != pl.ID && as != pl.Country {
				r.also = as
			}
			rows, found = append(rows, r), append(found, pl)
		}
	}
	// The place of that very name first: Mali before what lies in it.
	whole := events.Fold(strings.Join(words, " "))
	for i := range rows {
		if events.Fold(rows[i].name) == whole {
			r, pl := rows[i], found[i]
			copy(rows[1:i+1], rows[:i])
			copy(found[1:i+1], found[:i])
			rows[0], found[0] = r, pl
			break
		}
	}
	return p.printRecords("place", words, asJSON, rows,
		func(i int) document.Document { return document.Place(d, found[i], rows[i].count) },
		func(i int) any { return placeJSON(found[i], rows[i].count) })
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
		if n != "" && hasAll(n, folded) {
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

func hasAll(text string, words []string) bool {
	return !slices.ContainsFunc(words, func(w string) bool { return len(events.FoldSpans(text, []string{w})) == 0 })
}
