package cite

import (
	"strings"

	"timeline/internal/english"
	"timeline/internal/printable"
)

// typedCitation writes the citation of works as writers type it into a text, by the
// keys of [BibTeX], with the cited places:
//
//	pandoc    [@guidere-2014, paras. 1–2; @siegel-2013]     Pandoc User's Guide, "Citation syntax"
//	biblatex  \autocite[paras. 1--2]{guidere-2014}          biblatex manual, "Citation Commands"
//	org-cite  [cite:@guidere-2014 paras. 1–2;@siegel-2013]  Org Manual, "Citations"
//	typst     @guidere-2014[paras. 1–2] @siegel-2013        Typst reference, "cite"
func typedCitation(works []work, style Style) string {
	parts := make([]string, len(works))
	for i := range works {
		key, at := key(works[i].id), works[i].typedPlaces()
		switch style {
		case Pandoc:
			parts[i] = "@" + key + english.Between(", ", printable.Markdown(inBrackets(at)), "")
		case Biblatex:
			parts[i] = optional(tex(at)) + braces(key)
		case OrgCite:
			parts[i] = "@" + key + english.Between(" ", inBrackets(at), "")
		case Typst:
			parts[i] = "@" + key + english.Between("[", typst(at), "]")
		}
	}
	switch style {
	case Pandoc:
		return "[" + strings.Join(parts, "; ") + "]"
	case Biblatex:
		if len(parts) > 1 {
			return `\autocites` + strings.Join(parts, "")
		}
		return `\autocite` + strings.Join(parts, "")
	case OrgCite:
		return "[cite:" + strings.Join(parts, ";") + "]"
	}
	return strings.Join(parts, " ")
}

// typedPlaces words the cited places with the number first, by which programs know a
// locator: "paras. 1–2, under “A”".
func (w *work) typedPlaces() string {
	if len(w.at) == 0 {
		return ""
	}
	section := w.at[0].section
	bare := *w
	bare.at = make([]place, len(w.at))
	for i, p := range w.at {
		if p.section != section {
			return w.locator(plainWords)
		}
		p.section = ""
		bare.at[i] = p
	}
	s := bare.locator(plainWords)
	if section != "" {
		s += ", under " + quoted(section, "")
	}
	return s
}

// inBrackets makes text stand inside square brackets in which semicolons part one
// citation from the next.
func inBrackets(s string) string {
	return bracketless.Replace(s)
}

var bracketless = strings.NewReplacer("; ", ", ", ";", ",", "[", "(", "]", ")")

// optional is an optional argument of a command of TeX, in braces where its text would
// end it.
func optional(s string) string {
	if strings.ContainsAny(s, "[]") {
		s = braces(s)
	}
	return english.Between("[", s, "]")
}

// typst escapes what Typst acts on in markup.
func typst(s string) string {
	var b strings.Builder
	for _, r := range s {
		if strings.ContainsRune("\\#*_`$<>@[]~/=\"'", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}
