package importer

import (
	"cmp"
	"fmt"
	"strings"

	"timeline/internal/edtf"
)

// acledFields are the columns of ACLED's exports (Codebook, 2024). The year is that of
// the date; the codes of actors and regions say again what their names say.
var acledFields = map[string]string{
	"event_id_cnty": "note", "event_date": "date", "year": "year", "time_precision": "precision", "disorder_type": "tag",
	"event_type": "type", "sub_event_type": "title", "actor1": "actor", "assoc_actor_1": "actor", "actor2": "actor", "ally_actor_1": "actor", "ally_actor_2": "actor",
	"assoc_actor_2": "actor", "country": "country", "admin1": "note", "admin2": "note", "admin3": "note", "location": "place",
	"latitude": "lat", "longitude": "lon", "geo_precision": "ground", "source": "source", "notes": "text",
	"fatalities": "figure", "tags": "note", "civilian_targeting": "tag",
}

// gedFields are the columns of UCDP GED (Codebook, version 25.1).
var gedFields = map[string]string{
	"id": "note", "relid": "note", "type_of_violence": "type", "conflict_name": "tag", "dyad_name": "title", "side_a": "actor", "side_b": "actor",
	"source_article": "note", "source_office": "source", "source_date": "note", "source_headline": "note", "source_original": "note",
	"where_prec": "ground", "where_coordinates": "place", "where_description": "note", "adm_1": "note", "adm_2": "note",
	"latitude": "lat", "longitude": "lon", "country": "country", "event_clarity": "code", "date_prec": "precision",
	"date_start": "date", "date_end": "end", "deaths_a": "figure", "deaths_b": "figure", "deaths_civilians": "figure",
	"deaths_unknown": "figure", "best": "figure", "high": "figure", "low": "figure", "year": "year",

	// as shapefiles cut their names, and as early versions had them
	"type_of_vi": "type", "conflict_n": "tag", "where_coor": "place", "where_desc": "note", "source_art": "note", "source_off": "source",
	"source_dat": "note", "source_hea": "note", "source_ori": "note", "event_clar": "code", "deaths_civ": "figure", "deaths_unk": "figure",
	"best_est": "figure", "high_est": "figure", "low_est": "figure",
}

// partsTitle is "Armed clash: Army – Rebels, Gao", of words that the row has.
func partsTitle(d *draft) string {
	title := cmp.Or(strings.Join(d.titles, ": "), d.kind)
	if len(d.actors) > 0 && (title == "" || !strings.Contains(title, d.actors[0])) {
		sides := strings.Join(d.actors[:min(len(d.actors), 2)], " – ")
		if title != "" {
			title += ": "
		}
		title += sides
	}
	if len(d.places) > 0 {
		title += ", " + d.places[0]
	} else if d.country != "" && !strings.Contains(title, d.country) {
		title += ", " + d.country
	}
	return strings.TrimPrefix(title, ", ")
}

// finishACLED reads ACLED's codes: of time 1 a day, 2 a week, of which the middle is
// given, 3 a month; of place 1 a town, 2 the area, 3 a region.
func finishACLED(d *draft) error {
	d.ground = map[string]string{"1": "town", "2": "area", "3": "region"}[d.ground]
	day := d.when.Earliest()
	var date edtf.Date
	var err error
	switch {
	case d.when.Precision() != edtf.PrecisionDay:
		return nil
	case d.precision == "2":
		date, err = edtf.Parse(fmt.Sprintf("[%s..%s]", day-3, day+3))
	case d.precision == "3":
		y, m, _ := day.Civil()
		date, err = partsDate(fmt.Sprint(y), fmt.Sprint(m), "")
	default:
		return nil
	}
	d.when, d.days = date, false
	return err
}

// finishGED reads UCDP's codes: of time 1 a day, and coarser ones a stretch in which the
// event lies, or over which one of several lasted (event_clarity 2); of place 1 a site to
// 7 nowhere in particular; of violence 1 to 3.
func finishGED(d *draft) error {
	d.ground = map[string]string{"1": "town", "2": "area", "3": "region", "4": "region", "5": "area", "6": "country"}[d.ground]
	if kind := map[string]string{"1": "state-based violence", "2": "non-state violence", "3": "one-sided violence"}[d.kind]; kind != "" {
		d.kind = kind
	}
	from, to := d.when.Ends()
	if !d.when.IsSpan() || d.precision == "1" || d.code == "2" {
		return nil
	}
	date, err := within(from, to)
	if err == nil {
		d.when, d.days = date, false
	}
	return err
}

// finishWikidata drops the identifiers that stand for items without a name.
func finishWikidata(d *draft) error {
	if strings.Contains(d.id, "://") {
		d.notes = append(d.notes, "Wikidata: "+d.id)
	}
	if len(d.titles) == 1 && entity().MatchString(d.titles[0]) {
		d.titles = nil
	}
	return nil
}
