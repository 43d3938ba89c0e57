package importer

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// maxDepth is how deep a value may nest: what is deeper is not told as fields.
const maxDepth = 6

// flatten makes fields of a decoded value of JSON, whose numbers are json.Number: names of
// nested ones are joined by dots, and each item of a list is a field of its own.
func flatten(name string, v any, item, depth int, out []Field) []Field {
	if depth > maxDepth {
		return out
	}
	switch v := v.(type) {
	case nil:
	case map[string]any:
		for _, k := range slices.Sorted(maps.Keys(v)) {
			inner := k
			if name != "" {
				inner = name + "." + k
			}
			out = flatten(inner, v[k], item, depth+1, out)
		}
	case []any:
		for i, x := range v {
			out = flatten(name, x, i, depth+1, out)
		}
	default:
		out = append(out, Field{Name: name, Value: fmt.Sprint(v), Item: item})
	}
	return out
}

// jsonFault names the place of an error of JSON.
func jsonFault(name string, err error, text []byte) error {
	at := int64(-1)
	switch e := err.(type) {
	case *json.SyntaxError:
		at = e.Offset
	case *json.UnmarshalTypeError:
		at = e.Offset
	}
	if at < 0 || at > int64(len(text)) {
		return fmt.Errorf("%s: %w", name, err)
	}
	return fmt.Errorf("%s:%d: %w", name, strings.Count(string(text[:at]), "\n")+1, err)
}
