package importer

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
)

// readJSON reads the records of a JSON: an array of objects, as the “JSON” download of the
// Wikidata query service is, or the longest array of objects in an object; head and
// bindings, as SPARQL 1.1 Query Results JSON has them; the features of GeoJSON.
func readJSON(r io.Reader, in *input) error {
	text, err := io.ReadAll(io.LimitReader(r, maxWhole))
	if err != nil {
		return err
	}
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.UseNumber()
	if bytes.HasPrefix(bytes.TrimSpace(text), []byte("[")) {
		return in.array(dec, text)
	}
	if !bytes.Contains(text[:min(len(text), sniffBytes)], []byte(`"bindings"`)) {
		list, err := longestList(text)
		if err != nil {
			return jsonFault(in.name, err, text)
		}
		return in.array(json.NewDecoder(bytes.NewReader(list)), text)
	}
	var sparql struct {
		Head    struct{ Vars []string }
		Results struct {
			Bindings []map[string]struct{ Value string }
		}
	}
	if err := dec.Decode(&sparql); err != nil {
		return jsonFault(in.name, err, text)
	}
	for i, b := range sparql.Results.Bindings {
		row := Row{Where: fmt.Sprintf("%s: result %d", in.name, i+1)}
		for _, v := range sparql.Head.Vars {
			if value := b[v].Value; value != "" {
				row.Fields = append(row.Fields, Field{Name: v, Value: value})
			}
		}
		if err := in.row(row); err != nil {
			return err
		}
	}
	return nil
}

// longestList is the longest array of objects among the members of an object, and an empty
// one if there is none.
func longestList(text []byte) (json.RawMessage, error) {
	var members map[string]json.RawMessage
	if err := json.Unmarshal(text, &members); err != nil {
		return nil, err
	}
	best := json.RawMessage("[]")
	for _, name := range slices.Sorted(maps.Keys(members)) {
		inside := bytes.TrimSpace(bytes.TrimPrefix(bytes.TrimSpace(members[name]), []byte("[")))
		if len(members[name]) > len(best) && members[name][0] == '[' && bytes.HasPrefix(inside, []byte("{")) {
			best = members[name]
		}
	}
	return best, nil
}

// array reads an array of objects one by one, with their fields in the order of the text.
func (in *input) array(dec *json.Decoder, text []byte) error {
	if _, err := dec.Token(); err != nil {
		return jsonFault(in.name, err, text)
	}
	for n := 1; dec.More(); n++ {
		where := fmt.Sprintf("%s: result %d", in.name, n)
		var raw json.RawMessage
		if err := dec.Decode(&raw); err != nil {
			return jsonFault(in.name, err, text)
		}
		fields, err := ordered(raw)
		if err != nil {
			in.bad(where, err.Error())
			continue
		}
		if err := in.row(Row{Where: where, Fields: fields}); err != nil {
			return err
		}
	}
	return nil
}

// ordered are the fields of an object in the order of its text.
func ordered(raw json.RawMessage) ([]Field, error) {
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.UseNumber()
	if t, err := dec.Token(); err != nil || t != json.Delim('{') {
		return nil, fmt.Errorf("it is no object")
	}
	var fields []Field
	for dec.More() {
		key, err := dec.Token()
		if err != nil {
			return nil, err
		}
		var v any
		if err := dec.Decode(&v); err != nil {
			return nil, err
		}
		name, _ := key.(string)
		if place, ok := v.(map[string]any); ok && name == "geometry" {
			fields = append(fields, pointOf(place)...)
			continue
		}
		if inner, ok := v.(map[string]any); ok && name == "properties" {
			fields = flatten("", inner, 0, 0, fields)
			continue
		}
		if name == "type" && v == "Feature" { // of GeoJSON, as all are
			continue
		}
		fields = flatten(name, v, 0, 0, fields)
	}
	return fields, nil
}

// pointOf are the coordinates of a geometry of GeoJSON that is a point, longitude first.
func pointOf(geometry map[string]any) []Field {
	at, _ := geometry["coordinates"].([]any)
	if geometry["type"] != "Point" || len(at) < 2 {
		return nil
	}
	return []Field{{Name: "longitude", Value: fmt.Sprint(at[0])}, {Name: "latitude", Value: fmt.Sprint(at[1])}}
}
