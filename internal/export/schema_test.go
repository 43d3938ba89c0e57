package export

import (
	"encoding/json"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"timeline/internal/events"
)

const schemaFile = "../../docs/event.schema.json"

// TestSchemaAcceptsOutput validates what is written against the schema that is
// published.
func TestSchemaAcceptsOutput(t *testing.T) {
	t.Parallel()
	schema := jsonschema.NewCompiler()
	compiled, err := schema.Compile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	d := invented()
	array, _ := write(t, JSON, d, allRows(d))
	lines, _ := write(t, JSONLines, d, allRows(d))
	value, err := jsonschema.UnmarshalJSON(strings.NewReader(array))
	if err != nil {
		t.Fatal(err)
	}
	list := value.([]any)
	for _, l := range strings.Split(strings.TrimSpace(lines), "\n") {
		one, err := jsonschema.UnmarshalJSON(strings.NewReader(l))
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, one)
	}
	if len(list) != 2*d.Len() {
		t.Errorf("%d events", len(list))
	}
	for _, event := range list {
		if err := compiled.Validate(event); err != nil {
			t.Errorf("%v", err)
		}
	}
	broken := list[0].(map[string]any)
	delete(broken, "note")
	broken["type"] = "A party"
	if compiled.Validate(broken) == nil {
		t.Error("the schema takes an event without note")
	}
}

// TestSchemaIsComplete holds the schema against the structs and vocabularies:
// each has what the other has.
func TestSchemaIsComplete(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	var root map[string]any
	if err := json.Unmarshal(text, &root); err != nil {
		t.Fatal(err)
	}
	defs := root["$defs"].(map[string]any)
	for name, v := range map[string]any{
		"date": RecordDate{}, "shown": RecordShown{}, "role": RecordRole{}, "place": RecordPlace{}, "claim": RecordClaim{}, "source": RecordSource{},
		"figure": RecordFigure{}, "dispute": RecordDispute{}, "link": RecordLink{},
	} {
		sameFields(t, name, defs[name].(map[string]any), v)
	}
	sameFields(t, "event", root, Record{})

	sameNames(t, root, "type", "examples", events.TypeNames(events.BuiltInTypes()))
	sameNames(t, root, "level", "enum", vocabulary(func(i uint8) string { return events.Level(i).String() }))
	sameNames(t, defs["place"].(map[string]any), "role", "enum", vocabulary(func(i uint8) string { return events.PlaceRole(i).String() }))
	sameNames(t, defs["claim"].(map[string]any), "basis", "enum", events.Bases())
	sameNames(t, defs["role"].(map[string]any), "role", "enum", vocabulary(func(i uint8) string { return events.Part(i).String() }))
	sameNames(t, defs["role"].(map[string]any), "kind", "enum", vocabulary(func(i uint8) string { return events.ActorKind(i).String() }))
	sameNames(t, defs["place"].(map[string]any), "precision", "enum", vocabulary(func(i uint8) string { return events.PlacePrecision(i).String() }))
	sameNames(t, defs["dispute"].(map[string]any), "about", "enum", vocabulary(func(i uint8) string { return events.DisputeKind(i).String() }))
	sameNames(t, defs["link"].(map[string]any), "kind", "enum", vocabulary(func(i uint8) string { return events.LinkKind(i).String() }))
}

func sameFields(t *testing.T, name string, schema map[string]any, v any) {
	t.Helper()
	var fields, required []string
	typ := reflect.TypeOf(v)
	for i := range typ.NumField() {
		fields = append(fields, typ.Field(i).Tag.Get("json"))
	}
	for _, r := range schema["required"].([]any) {
		required = append(required, r.(string))
	}
	slices.Sort(fields)
	slices.Sort(required)
	if !slices.Equal(fields, required) || len(schema["properties"].(map[string]any)) != len(fields) {
		t.Errorf("%s: the schema has %v, the struct %v", name, required, fields)
	}
}

func sameNames(t *testing.T, schema map[string]any, property, list string, want []string) {
	t.Helper()
	var got []string
	for _, n := range schema["properties"].(map[string]any)[property].(map[string]any)[list].([]any) {
		got = append(got, n.(string))
	}
	if !slices.Equal(got, want) {
		t.Errorf("%s: the schema has %v, the vocabulary %v", property, got, want)
	}
}

// vocabulary lists the names of a closed vocabulary.
func vocabulary(name func(uint8) string) (names []string) {
	for i := uint8(0); name(i) != "unknown"; i++ {
		names = append(names, name(i))
	}
	return names
}
