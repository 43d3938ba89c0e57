package importer

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
)

// readWikidata reads results of the Wikidata query service: an array of objects, as its
// “JSON” download is, or head and bindings, as SPARQL 1.1 Query Results JSON has them. A
// JSON array of flat objects of any other origin is read in the same way.
func readWikidata(r io.Reader, in *input) error {
	text, err := io.ReadAll(io.LimitReader(r, maxWhole))
	if err != nil {
		return err
	}
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.UseNumber()
	if bytes.HasPrefix(bytes.TrimSpace(text), []byte("[")) {
		return in.array(dec, text)
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
		fields = flatten(name, v, 0, 0, fields)
	}
	return fields, nil
}
