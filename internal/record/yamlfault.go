package record

import (
	"errors"
	"strings"

	"go.yaml.in/yaml/v4"
)

// marks is what to do about a value that YAML takes for something else.
const marks = "put the whole value into quotation marks"

// yamlFaults are the messages of the YAML library, by parts of them, and what people who
// write fields by hand have done then. Where it begins on an earlier line, begins is set.
var yamlFaults = []struct {
	part, what, remedy string
	begins             bool
}{
	{"found unexpected end of stream", "a quotation mark is opened here and never closed", "close the value with the mark that it begins with", true},
	{"unknown escape character", "a backslash between double quotation marks makes another character of the next one", "write it twice, or use single quotation marks", false},
	{"mapping values are not allowed", "there is a “: ” too many, or no space after the colon of the line before, or this line is indented and the one before is not", "write one “field: value” a line, all at the same depth, and put a value that holds “: ” into quotation marks", false},
	{"did not find expected key", "this stands behind the end of a quotation, or at another depth than the lines before", marks + ", doubling single ones inside it as in 'It''s'; indent the items of a list alike", false},
	{"cannot start any token", "a value begins with @, % or `", marks, false},
	{"expected ',' or ']'", "a list in [ ] begins here and is not closed", "close it with ], and part its items by commas", true},
	{"expected ',' or '}'", "fields in { } begin here and are not closed", "close them with }, and part them by commas", true},
	{"could not find expected ':'", "this line has no “field:”", "write “field: value”; of a text of several lines write all into quotation marks, or indent it below “field: >-”", true},
	{"expected '-' indicator", "this line is indented otherwise than the one that it belongs to", "begin the fields of an item exactly below each other", false},
	{"anchor", "a value begins with * or &", marks, false},
	{"not allowed in this context", "a value begins with “- ” or “? ”", marks, false},
	{"expected node content", "a value begins with a comma or a closing bracket", marks, false},
	{"expected comment or line break", "text stands on the line of > or |", "write it on the next line, indented, or put all of it into quotation marks", false},
}

// yamlFault takes the line, from one or zero if it is not known, out of a YAML error, and
// says what is wrong and what to do.
func yamlFault(err error) (line int, what, remedy string) {
	const mend = "mend the YAML: quote a value that holds “: ” or “#”, and indent with spaces"
	var fault *yaml.LoadError
	if !errors.As(err, &fault) {
		return 0, strings.Join(strings.Fields(err.Error()), " "), mend
	}
	line, msg := fault.Mark.Line, fault.Message
	if line == 0 {
		line = fault.ContextMark.Line
	}
	if fault.ContextMsg != "" {
		msg = fault.ContextMsg + ": " + msg
	}
	for _, f := range yamlFaults {
		switch {
		case !strings.Contains(msg, f.part):
			continue
		case f.begins && fault.ContextMark.Line > 0:
			line = fault.ContextMark.Line
		}
		return line, f.what, f.remedy
	}
	return line, msg, mend
}
