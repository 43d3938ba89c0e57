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
		var options [][2]int
		for len(options) < 2 {
			from, to, ok := r.brackets()
			if !ok {
				break
			}
			options = append(options, [2]int{from, to})
		}
		from, to, ok := r.group()
		if !ok {
			r.i = before
			return
		}
		locator := ""
		if n := len(options); n > 0 {
			locator = unTeX(r.s[options[n-1][0]:options[n-1][1]])
		}
		for _, k := range keysIn(r.s[from:to]) {
			r.w.cite(Cite{Key: r.s[from+k[0] : from+k[1]], Locator: locator, Offset: from + k[0]})
		}
		if !many || r.i >= len(r.s) || r.s[r.i] != '[' && r.s[r.i] != '{' {
			return
		}
	}
}

// keysIn are the ranges of keys that commas separate.
func keysIn(s string) (keys [][2]int) {
	from := 0
	for part := range strings.SplitSeq(s, ",") {
		key := strings.TrimSpace(part)
		if i := strings.Index(part, key); key != "" {
			keys = append(keys, [2]int{from + i, from + i + len(key)})
		}
		from += len(part) + 1
	}
	return keys
}

// unTeX is a short text without markup.
func unTeX(s string) string {
	return strings.TrimSpace(strings.NewReplacer(`\P`, "¶", `\S`, "§", `\textparagraph`, "¶", "~", " ", "--", "–", "{", "", "}", "", `\`, "").Replace(s))
}

// quoted reads the quoting commands of csquotes: \enquote{text},
// \textquote[citation][punctuation]{text}, \textcquote[before][after]{key}{text}, and
// with a language before all that in those of foreign texts.
func (r *latexReader) quoted(name, whole string, at int) {
	if name == "foreignquote" || name == "hyphenquote" {
		r.group()
	}
	after := ""
	for {
		from, to, ok := r.brackets()
		if !ok {
			break
		}
		after = unTeX(r.s[from:to])
	}
	var cited []Cite
	if strings.Contains(name, "cquote") {
		from, to, ok := r.group()
		if !ok {
			return
		}
		for _, k := range keysIn(r.s[from:to]) {
			cited = append(cited, Cite{Key: r.s[from+k[0] : from+k[1]], Locator: after, Offset: from + k[0]})
		}
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
