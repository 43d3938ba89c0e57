package draft

import "strings"

// isCiteCommand knows \cite, \autocite, \footcite, \parencite, \textcite, \citep and
// their like, also with a capital and in the plural.
func isCiteCommand(name string) bool {
	name = strings.ToLower(strings.TrimSuffix(name, "*"))
	return strings.Contains(name, "cite") && name != "nocite" && !strings.HasPrefix(name, "citereset") && !strings.HasPrefix(name, "citetitle")
}

// cites reads a citation: [before][after]{keys}, in the plural again and again.
func (r *latexReader) cites(many bool) {
	for {
		before := r.i
		locator := r.options(2)
		from, to, ok := r.group()
		if !ok {
			r.i = before
			return
		}
		for _, c := range r.citesIn(from, to, locator) {
			r.w.cite(c)
		}
		if !many || r.i >= len(r.s) || r.s[r.i] != '[' && r.s[r.i] != '{' {
			return
		}
	}
}

// citesIn are the citations by the keys in a range, which commas separate.
func (r *latexReader) citesIn(from, to int, locator string) (cites []Cite) {
	for part := range strings.SplitSeq(r.s[from:to], ",") {
		if key := strings.TrimSpace(part); key != "" {
			cites = append(cites, Cite{Key: key, Locator: locator, Offset: from + strings.Index(part, key)})
		}
		from += len(part) + 1
	}
	return cites
}

// unTeX takes the markup out of a short text.
var unTeX = strings.NewReplacer(`\P`, "¶", `\S`, "§", `\textparagraph`, "¶", "~", " ", "--", "–", "{", "", "}", "", `\`, "")

// quoted reads the quoting commands of csquotes: \enquote{text},
// \textquote[citation][punctuation]{text}, \textcquote[before][after]{key}{text}, and
// with a language before all that in those of foreign texts.
func (r *latexReader) quoted(name, whole string, at int) {
	if name == "foreignquote" || name == "hyphenquote" {
		r.group()
	}
	after := r.options(many)
	var cited []Cite
	if strings.Contains(name, "cquote") {
		from, to, ok := r.group()
		if !ok {
			return
		}
		cited = r.citesIn(from, to, after)
	}
	from, to, ok := r.group()
	if !ok || r.depth >= maxDepth {
		return
	}
	open, shut := "“", "”"
	if strings.HasSuffix(whole, "*") {
		open, shut = "‘", "’"
	}
	end := r.i
	r.w.put(open, at)
	inner := latexReader{d: r.d, s: r.s[:to], i: from, w: r.w, kinds: r.kinds, depth: r.depth + 1}
	inner.inline()
	r.w = inner.w
	r.i = end
	r.w.put(shut, to)
	for _, c := range cited {
		r.w.cite(c)
	}
}

// inline reads a range whose end is not that of a paragraph.
func (r *latexReader) inline() {
	for r.i < len(r.s) {
		if r.s[r.i] == '\n' {
			r.w.blank(r.i)
			r.i++
			continue
		}
		r.one()
	}
}
