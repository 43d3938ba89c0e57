package importer

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// timelineJSFields are the fields of TimelineJS 3 (its JSON and its spreadsheet), and
// those of version 2.
var timelineJSFields = map[string]string{
	"year": "year", "month": "month", "day": "day", "end year": "end-year", "end month": "end-month", "end day": "end-day",
	"start date": "date", "end date": "end", "display date": "note", "headline": "title", "text": "text", "media": "link",
	"media credit": "source", "media caption": "caption", "media thumbnail": "note", "group": "tag", "tag": "tag", "type": "type", "background": "link",

	"start_date.year": "year", "start_date.month": "month", "start_date.day": "day", "start_date.display_date": "note",
	"end_date.year": "end-year", "end_date.month": "end-month", "end_date.day": "end-day", "end_date.display_date": "note", "display_date": "note",
	"text.headline": "title", "text.text": "text", "media.url": "link", "media.credit": "source", "media.caption": "caption", "location.name": "place", "location.lat": "lat", "location.lon": "lon", "location.line": "drop",
	"media.thumbnail": "note", "media.link": "link", "media.title": "note", "media.alt": "note", "background.url": "link",

	"startdate": "date", "enddate": "end", "asset.media": "link", "asset.credit": "source", "asset.caption": "caption", "asset.thumbnail": "note", "tag.name": "tag",
}

// readTimelineJS reads the JSON of TimelineJS, or its spreadsheet as CSV.
func readTimelineJS(r io.Reader, in *input) error {
	br := bufio.NewReader(r)
	head, _ := br.Peek(512)
	if !bytes.HasPrefix(bytes.TrimSpace(head), []byte("{")) {
		return readTimelineSheet(br, in)
	}
	text, err := io.ReadAll(io.LimitReader(br, maxWhole))
	if err != nil {
		return err
	}
	var whole struct {
		Title    map[string]any `json:"title"`
		Events   []any          `json:"events"`
		Eras     []any          `json:"eras"`
		Timeline *struct {
			Headline string `json:"headline"`
			Text     string `json:"text"`
			Date     []any  `json:"date"`
			Era      []any  `json:"era"`
		} `json:"timeline"`
	}
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.UseNumber()
	if err := dec.Decode(&whole); err != nil {
		return jsonFault(in.name, err, text)
	}
	list, eras := whole.Events, whole.Eras
	if t := whole.Timeline; t != nil {
		list, eras = t.Date, t.Era
		in.entitle(t.Headline, t.Text)
	} else if slide, ok := whole.Title["text"].(map[string]any); ok {
		headline, _ := slide["headline"].(string)
		words, _ := slide["text"].(string)
		in.entitle(headline, words)
	}
	if err := in.slides("events", list, ""); err != nil {
		return err
	}
	return in.slides("eras", eras, "era")
}

// maxWhole is the most of an input that is read as a whole.
const maxWhole = 512 << 20

// entitle names the dataset after a title slide.
func (in *input) entitle(headline, text string) {
	c := &cleaner{}
	headline, _ = withoutHTML(headline)
	text, _ = withoutHTML(text)
	in.meta.Title, in.meta.Profile = c.line(headline), c.text(text)
}

// slides tells of the events or eras of the JSON.
func (in *input) slides(what string, list []any, kind string) error {
	for i, v := range list {
		where := fmt.Sprintf("%s: %s[%d]", in.name, what, i)
		slide, ok := v.(map[string]any)
		if !ok {
			in.bad(where, "it is no object")
			continue
		}
		row := Row{Where: where, Fields: flatten("", slide, 0, 0, nil)}
		for n, f := range row.Fields {
			if f.Name == "startDate" || f.Name == "endDate" {
				row.Fields[n].Value = commaDate(f.Value)
			}
		}
		if kind != "" {
			row.Fields = append(row.Fields, Field{Name: "type", Value: kind})
		}
		if err := in.row(row); err != nil {
			return err
		}
	}
	return nil
}

// commaDate reads a date as version 2 writes it, year first: 2011,12,10,07,02.
func commaDate(s string) string {
	parts := strings.Split(s, ",")
	if len(parts) < 2 {
		return s
	}
	d, err := columnsDate(parts[0], parts[1], strings.Join(parts[2:min(len(parts), 3)], ""))
	if err != nil {
		return s
	}
	return d.String()
}

// readTimelineSheet reads the spreadsheet: its title row names the whole, and types
// other than era are a matter of looks.
func readTimelineSheet(r io.Reader, in *input) error {
	inner := *in
	inner.row = func(row Row) error {
		values := map[string]string{}
		for _, f := range row.Fields {
			values[strings.ToLower(f.Name)] = f.Value
		}
		if strings.EqualFold(strings.TrimSpace(values["type"]), "title") {
			in.entitle(values["headline"], values["text"])
			return nil
		}
		return in.row(row)
	}
	return readTable(r, &inner)
}
