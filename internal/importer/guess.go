package importer

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"timeline/internal/pattern"
)

// guesses are the names that columns have in the wild, by what they become.
var guesses = map[string][]string{
	"title":       {"title", "name", "event", "headline", "event name", "event title", "label", "what", "subject", "item", "item name", "battle", "milestone", "incident", "achievement"},
	"date":        {"date", "start", "start date", "startdate", "begin", "begin date", "begins", "from", "when", "event date", "point in time", "pointintime", "datetime", "timestamp", "start time", "starttime", "inception", "published"},
	"end":         {"end", "end date", "enddate", "finish", "until", "to", "ends", "end time", "endtime"},
	"year":        {"year", "start year", "iyear"},
	"month":       {"month", "start month", "imonth"},
	"day":         {"day", "start day", "iday"},
	"end-year":    {"end year"},
	"end-month":   {"end month"},
	"end-day":     {"end day"},
	"earliest":    {"earliest", "earliest date", "not before"},
	"latest":      {"latest", "latest date", "not after"},
	"precision":   {"precision", "date precision", "dateprecision", "time precision", "timeprecision"},
	"text":        {"text", "description", "summary", "details", "notes", "body", "content", "abstract", "item description", "html"},
	"note":        {"note", "comment", "comments", "remarks"},
	"type":        {"type", "category", "kind", "event type", "attack type", "attacktype1"},
	"tag":         {"tag", "tags", "keywords", "group", "theme", "topic", "era", "arc"},
	"actor":       {"actor", "actors", "participant", "participants", "people", "person", "who", "who was involved", "actor1", "actor2", "side a", "side b", "gname", "group name", "attacker", "perpetrator", "organisation", "organization", "organizer"},
	"place":       {"place", "places", "location", "locations", "where", "city", "town", "site"},
	"country":     {"country", "nation"},
	"lat":         {"lat", "latitude", "y"},
	"lon":         {"lon", "lng", "long", "longitude", "x"},
	"point":       {"coord", "coords", "coordinates", "point", "coordinate location"},
	"source":      {"source", "sources", "reference", "references", "citation", "ref", "media credit"},
	"url":         {"url", "link", "source url", "reference url", "web address"},
	"publisher":   {"publisher"},
	"author":      {"author", "authors"},
	"source-date": {"source date", "published on", "publication date"},
	"quote":       {"quote", "quotation", "excerpt"},
	"at":          {"page", "pages", "locator"},
	"figure":      {"fatalities", "deaths", "killed", "wounded", "injured", "victims", "casualties", "participants number", "nkill", "nwound"},
	"link":        {"article", "image", "media", "photo", "picture", "wikipedia", "website"},
	"id":          {"id", "uid", "uuid", "identifier", "event id", "eventid"},
}

// guesser finds out what the columns of an unknown table hold.
type guesser struct {
	values map[string][]string // of the first rows
	fields []string
	rows   int
}

const sampleRows = 500

func (g *guesser) study(sample []Row, fields []string) {
	g.values, g.fields, g.rows = map[string][]string{}, fields, len(sample)
	for _, r := range sample {
		for _, f := range r.Fields {
			if f.Value != "" && len(g.values[f.Name]) < sampleRows {
				g.values[f.Name] = append(g.values[f.Name], f.Value)
			}
		}
	}
}

var wordBounds = pattern.Lazy(`[_\-./ ]+|([a-z])([A-Z])`)

// spaced writes a column's name as words: "startDate", "start_date" → "start date".
func spaced(name string) string {
	s := wordBounds().ReplaceAllStringFunc(name, func(m string) string {
		if len(m) == 2 && m[0] >= 'a' && m[0] <= 'z' {
			return m[:1] + " " + m[1:]
		}
		return " "
	})
	return strings.TrimSuffix(strings.ToLower(strings.Join(strings.Fields(s), " ")), " txt") // the Global Terrorism Database's texts of codes
}

// target is what a column's name says that it holds; "drop" if it says nothing.
func (g *guesser) target(name string) string {
	words := spaced(name)
	stem, labelled := strings.CutSuffix(words, " label")
	if g.identifies(name) { // Wikidata: the item, beside a column of its label
		if stem == "item" || stem == "event" || g.first(name) {
			return "id"
		}
		return "drop"
	}
	if labelled && g.first(strings.TrimSuffix(name, "Label")) {
		return "title"
	}
	for _, t := range targets {
		if slices.Contains(guesses[t], words) || labelled && slices.Contains(guesses[t], stem) {
			return t
		}
	}
	if m := inLanguage().FindStringSubmatch(words); m != nil {
		for _, t := range []string{"place", "country", "actor", "type", "source"} {
			if slices.Contains(guesses[t], m[1]) {
				return t
			}
		}
	}
	return "drop"
}

// inLanguage is the name of a column with its language behind it.
var inLanguage = pattern.Lazy(`^(.+) (?:en|de|fr|es|it|pt|nl|tr|ru|ar)$`)

// first tells whether a column is the first of all.
func (g *guesser) first(name string) bool { return len(g.fields) > 0 && g.fields[0] == name }

var entity = pattern.Lazy(`^https?://www\.wikidata\.org/entity/[QPL][0-9]+$`)

// identifies tells whether a column holds identifiers of Wikidata.
func (g *guesser) identifies(name string) bool {
	values := g.values[name]
	return len(values) > 0 && entity().MatchString(values[0]) && entity().MatchString(values[len(values)-1])
}

// complete looks among the values for what the names did not tell: a date, a title.
func (g *guesser) complete(m *mapping) {
	for _, name := range m.order { // a name alone makes no date of codes
		if !m.asked(name) && (m.dated(name) || m.of[name] == "year") && share(g.values[name], isCode) > 0.7 {
			m.of[name] = "drop"
		}
	}
	if !m.has("date", "year", "earliest") {
		if name := cmp.Or(g.best(m, g.namedDate), g.best(m, func(_ string, values []string) float64 { return share(values, isPlainlyDated) })); name != "" {
			m.of[name] = "date"
		}
	}
	if !m.has("title") {
		if name := cmp.Or(g.titleInLanguage(m), g.best(m, titledShare)); name != "" {
			m.of[name] = "title"
		}
	}
	if !m.has("text") {
		if name := g.best(m, proseShare); name != "" {
			m.of[name] = "text"
		}
	}
	once := map[string]bool{}
	for _, name := range m.order { // the first of several columns is the date, the title
		t := m.of[name]
		if t == "date" || t == "end" || t == "title" {
			if once[t] && !m.asked(name) {
				m.of[name] = map[bool]string{true: "text", false: "drop"}[t == "title"]
			}
			once[t] = true
		}
	}
	g.keep(m)
}

// mostSingle is how many columns of single words are kept at most: more are codes.
const mostSingle = 8

// keep keeps words that nobody asked for; codes, numbers and addresses stay dropped.
func (g *guesser) keep(m *mapping) {
	var single []string
	for _, name := range m.order {
		switch {
		case m.asked(name) || m.of[name] != "drop":
		case wordedShare(g.values[name]) > 0.3:
			m.of[name] = "note"
		case share(g.values[name], isWord) > 0.8:
			single = append(single, name)
		}
	}
	if len(single) <= mostSingle {
		for _, name := range single {
			m.of[name] = "note"
		}
	}
}

// isWord tells whether a value is a name or a word rather than a code.
func isWord(v string) bool {
	letters := 0
	for _, r := range v {
		switch {
		case unicode.IsLetter(r):
			letters++
		case r != ' ' && r != '-' && r != '\'' && r != '/' && r != '.' && r != '&' && r != ',' && r != '(' && r != ')':
			return false
		}
	}
	return letters > 2 && v != "true" && v != "false" && !strings.EqualFold(v, "yes")
}

// share is the part of the values that pass.
func share(values []string, pass func(string) bool) float64 {
	n := 0
	for _, v := range values {
		if pass(v) {
			n++
		}
	}
	return float64(n) / float64(max(len(values), 1))
}

// best is the first unmapped column that most rows have and in which nearly all values
// pass; of several languages the English one.
func (g *guesser) best(m *mapping, passing func(name string, values []string) float64) string {
	best := ""
	for _, name := range m.order {
		t, values := m.of[name], g.values[name]
		english := strings.HasSuffix(spaced(name), " en")
		if (best == "" || english) && !m.asked(name) && (t == "drop" || t == "text" || t == "tag") && 2*len(values) > g.rows && passing(name, values) > 0.8 {
			if best = name; english {
				return name
			}
		}
	}
	return best
}

// titleInLanguage is the column of titles in one language: in English, or the first.
func (g *guesser) titleInLanguage(m *mapping) string {
	first := ""
	for _, name := range m.order {
		found := inLanguage().FindStringSubmatch(spaced(name))
		if found == nil || m.asked(name) || !slices.Contains(guesses["title"], found[1]) {
			continue
		}
		if strings.HasSuffix(spaced(name), " en") {
			return name
		}
		first = cmp.Or(first, name)
	}
	return first
}

// dateWords are words of the names of columns that hold dates.
var dateWords = []string{"date", "dates", "year", "when", "datetime", "start", "begin", "began", "birth", "born", "death", "died", "founded", "established", "created", "published", "inception", "opened", "released"}

// namedDate is the share of dates in a column whose name says that it may hold them.
func (g *guesser) namedDate(name string, values []string) float64 {
	words := strings.Fields(spaced(name))
	if !slices.ContainsFunc(dateWords, func(w string) bool { return slices.Contains(words, w) }) {
		return 0
	}
	return share(values, isDated)
}

// isCode tells whether a value is a number too small for a year that anybody writes.
func isCode(v string) bool { return len(v) < 3 && plainYear().MatchString(v) }

// isDated tells whether a value is a date.
func isDated(v string) bool {
	if isCode(v) {
		return false
	}
	w, err := readWhen(v)
	return err == nil && !w.date.IsZero() || openOrder(v) || shortYear().MatchString(v)
}

// isPlainlyDated tells whether a value is a date whatever its column is called.
func isPlainlyDated(v string) bool {
	if plainYear().MatchString(v) {
		n := atoi(v)
		return len(v) == 4 && n >= 1000 && n <= 2100
	}
	return isDated(v)
}

// titledShare is wordedShare of a column whose values hardly come again, as titles do.
func titledShare(_ string, values []string) float64 {
	different := map[string]bool{}
	for _, v := range values {
		different[v] = true
	}
	if 2*len(different) <= len(values) {
		return 0
	}
	return wordedShare(values)
}

// proseShare is the share of values with more than a dozen words.
func proseShare(_ string, values []string) float64 {
	return share(values, func(v string) bool { return len(strings.Fields(v)) > 12 })
}

// wordedShare is the share of values that are a few words.
func wordedShare(values []string) float64 {
	return share(values, func(v string) bool {
		return len(v) < 300 && len(strings.Fields(v)) > 1 && !strings.Contains(v, "://") && strings.Trim(v, "0123456789.,-+ ") != ""
	})
}
