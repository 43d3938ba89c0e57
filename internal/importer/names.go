package importer

import (
	"cmp"
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strings"

	"timeline/internal/edtf"
	"timeline/internal/events"
)

// names gives each name that the input prints a record, and each record an id.
type names struct {
	same      map[string]string
	actors    register[events.Actor]
	places    register[events.Place]
	sources   register[events.Source]
	countries map[string]bool // folded
	report    *Report
	overflow  []string // names beyond what a dataset can hold, for the event's note
}

// register is the records of one kind.
type register[T any] struct {
	records []T
	at      map[string]int // key → position in records
	ids     map[string]bool
}

// find returns the record of a key, or makes one with a free id; ok is false if there
// are as many as a dataset can hold.
func (r *register[T]) find(key, name string, record func(id string) T) (rec *T, ok bool) {
	if i, known := r.at[key]; known {
		return &r.records[i], true
	}
	if len(r.records) >= events.MaxRecords {
		return nil, false
	}
	if r.at == nil {
		r.at, r.ids = map[string]int{}, map[string]bool{}
	}
	id := events.FreeID(events.Slug(name), func(id string) bool { return r.ids[id] })
	r.ids[id] = true
	r.at[key] = len(r.records)
	r.records = append(r.records, record(id))
	return &r.records[len(r.records)-1], true
}

// called is a name, or that of which the user says that it is another spelling.
func (n *names) called(name string) string { return cmp.Or(n.same[name], name) }

// roles are the actors of a draft.
func (n *names) roles(d *draft) []events.Role {
	var roles []events.Role
	for _, name := range d.actors {
		name = n.called(name)
		a, ok := n.actors.find(name, name, func(id string) events.Actor {
			return events.Actor{ID: id, Name: name, Kind: events.ActorUnspecified}
		})
		if !ok {
			n.spill("Actor", name)
			continue
		}
		roles = united(roles, events.Role{Actor: a.ID, As: events.PartParty})
	}
	return roles
}

// spill keeps a name beyond what a dataset can hold in the event's note.
func (n *names) spill(what, name string) {
	n.report.Spilt++
	n.overflow = append(n.overflow, what+": "+name)
}

// grounds are the codes of ACLED's geo_precision and UCDP's where_prec, as their formats
// make words of them.
var grounds = map[string]events.PlacePrecision{"site": 0, "town": 1, "area": 2, "region": 3, "country": 4}

// placesOf are the places of a draft. The coordinates are those of the first.
func (n *names) placesOf(d *draft) []string {
	lat, lon, located := d.coordinates()
	if d.country != "" {
		n.countries[events.Fold(d.country)] = true
	}
	var ids []string
	for i, name := range d.places {
		name = n.called(name)
		key := name + "|" + d.country
		at := located && i == 0
		if at {
			key += "|" + d.lat + "|" + d.lon
		}
		p, ok := n.places.find(key, name, func(id string) events.Place {
			return events.Place{ID: id, Name: name, Country: d.country, Precision: events.Unlocated}
		})
		if !ok {
			n.spill("Place", name)
			continue
		}
		if at {
			locate(p, lat, lon, d.ground)
		}
		ids = united(ids, p.ID)
	}
	return ids
}

// claims are what the sources of a draft say; whole is the source of a row that names
// none.
func (n *names) claims(d *draft, c *cleaner, whole string) []events.Claim {
	var claims []events.Claim
	for _, s := range d.sources {
		titles := []string{s.title}
		if s.url == "" && s.quote == "" && s.says == "" && s.author == "" {
			words, _ := withoutHTML(s.title)
			titles = appendNames(nil, words, c)
		}
		for _, title := range titles {
			if src := n.source(title, s, c); src != "" {
				claims = append(claims, claim(src, d, s))
			} else if title+s.url != "" {
				n.spill("Source", cmp.Or(title, s.url))
			} else if s.quote+s.says+s.publisher != "" {
				d.notes = append(d.notes, strings.TrimSpace(strings.Join([]string{s.quote, s.says, s.publisher}, " ")))
			}
		}
	}
	if len(claims) == 0 && whole != "" {
		if src := n.source(whole, sourceDraft{}, c); src != "" {
			claims = append(claims, events.Claim{Source: src, Basis: events.BasisEvent})
		}
	}
	return slices.CompactFunc(claims, func(a, b events.Claim) bool {
		return a.Source == b.Source && a.At == b.At && a.Quote+a.Says == b.Quote+b.Says
	})
}

func claim(source string, d *draft, s sourceDraft) events.Claim {
	cl := events.Claim{Source: source, Basis: events.BasisEvent, Quote: s.quote, Says: s.says}
	if s.at != "" {
		if at, err := events.ReadLocator(s.at); err == nil {
			cl.At = at
		} else if at, err := events.ReadLocator("p. " + s.at); err == nil {
			cl.At = at
		} else {
			d.notes = append(d.notes, "Locator: "+s.at)
		}
	}
	return cl
}

// source returns the id of a source, or "" for one that is not told or beyond what a
// dataset can hold.
func (n *names) source(title string, s sourceDraft, c *cleaner) string {
	if title == "" && s.url == "" {
		return ""
	}
	if title == "" {
		title = addressTitle(s.url)
	}
	title = n.called(title)
	key := title + "|" + s.url
	src, ok := n.sources.find(key, title, func(id string) events.Source {
		rec := events.Source{ID: id, Title: title, URL: s.url, Publisher: s.publisher}
		if s.url != "" {
			rec.Kind = "webpage"
		}
		if d, err := edtf.ParseLoose(s.date); err == nil {
			rec.Date = d
		} else if s.date != "" {
			rec.DateNote = s.date
		}
		for name := range strings.SplitSeq(s.author, ";") {
			if name = c.line(name); name != "" {
				rec.Authors = append(rec.Authors, authorOf(name))
			}
		}
		return rec
	})
	if !ok {
		return ""
	}
	return src.ID
}

// authorOf takes a name apart only where a comma does.
func authorOf(name string) events.Author {
	if family, given, ok := strings.Cut(name, ","); ok {
		return events.Author{Family: strings.TrimSpace(family), Given: strings.TrimSpace(given)}
	}
	return events.Author{Family: name}
}

// addressTitle names a source of which only the address is known.
func addressTitle(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return address
	}
	return strings.TrimPrefix(u.Host, "www.") + strings.TrimSuffix(u.Path, "/")
}

// Alike is names that are perhaps one.
type Alike struct {
	What  string // actor, place
	Names []string
}

// maxAlike is how many of them are offered.
const maxAlike = 200

// spelt is a name with what else must be the same for another to be a spelling of it.
type spelt struct{ name, beside string }

// alike finds names with the same consonants, as spellings of one name often have:
// Zelensky and Zelenskyy, Mohammed and Muhammad. Names with other digits or countries are
// others, and so are places in other degrees of the globe.
func (n *names) alike() []Alike {
	var list []Alike
	add := func(what string, names []spelt) {
		by := map[string][]string{}
		for _, name := range names {
			k := skeleton(name.name)
			if len(k) < 4 {
				continue
			}
			k += "|" + name.beside
			by[k] = united(by[k], name.name)
		}
		for _, k := range slices.Sorted(maps.Keys(by)) {
			if len(by[k]) > 1 && len(list) < maxAlike {
				slices.Sort(by[k])
				list = append(list, Alike{what, by[k]})
			}
		}
	}
	var actors, places []spelt
	for i := range n.actors.records {
		name := n.actors.records[i].Name
		actors = append(actors, spelt{name, n.countriesIn(name)})
	}
	for i := range n.places.records {
		p := &n.places.records[i]
		places = append(places, spelt{p.Name, fmt.Sprintf("%s %.0f %.0f", p.Country, p.Lat, p.Lon)})
	}
	add("actor", actors)
	add("place", places)
	return list
}

// countriesIn are the countries of the input that a name has among its words.
func (n *names) countriesIn(name string) string {
	words := " " + events.Fold(name) + " "
	var found []string
	for c := range n.countries {
		if strings.Contains(words, " "+c+" ") {
			found = append(found, c)
		}
	}
	slices.Sort(found)
	return strings.Join(found, "|")
}

// skeleton is a name's first letter, consonants and digits.
func skeleton(name string) string {
	var b strings.Builder
	for word := range strings.FieldsSeq(name) {
		if strings.Trim(word, "IVX") == "" { // a number of Rome's
			b.WriteString(word)
			continue
		}
		consonants(&b, events.Fold(word))
	}
	return b.String()
}

func consonants(b *strings.Builder, word string) {
	last := rune(0)
	for _, r := range word {
		if r == ' ' || b.Len() > 0 && strings.ContainsRune("aeiouyh", r) {
			continue
		}
		if r != last || r >= '0' && r <= '9' {
			b.WriteRune(r)
		}
		last = r
	}
}

// locate gives a place its coordinates; of several words for their ground the coarsest
// stays.
func locate(p *events.Place, lat, lon float64, ground string) {
	precision, said := grounds[ground]
	if !said {
		precision = events.UnspecifiedGround
	}
	if p.Precision == events.Unlocated || said && precision > p.Precision {
		p.Lat, p.Lon, p.Precision = lat, lon, precision
	}
}
