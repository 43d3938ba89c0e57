package markup

import (
	"fmt"
	"html"

	"timeline/internal/printable"
)

// HTML is a piece of HTML that can stand in a document of ours as it is.
type HTML string

// Fill puts values into HTML of ours, where it has %s: HTML as it is, everything else as
// a line of foreign text, which is no HTML wherever it stands in an element or in a quoted
// attribute. An address must be one that [printable.URL] gave.
func Fill(shape string, values ...any) HTML {
	for i, v := range values {
		if _, ours := v.(HTML); !ours {
			values[i] = html.EscapeString(printable.Line(fmt.Sprint(v)))
		}
	}
	return HTML(fmt.Sprintf(shape, values...))
}

// Given is Fill with a text, or nothing if there is none.
func Given(shape, text string) HTML {
	if text == "" {
		return ""
	}
	return Fill(shape, text)
}
