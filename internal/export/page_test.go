package export

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/xml"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"timeline/internal/edtf"
	"timeline/internal/events"
	"timeline/internal/events/eventstest"
)

// parsed is a page as a browser's rules read it.
type parsed struct {
	ids, links       []string
	elements         map[string]int
	texts            map[string]string // of the first element of each name
	policy           string
	headings         []string
	foreign, handler []string // attributes that ask for something, or run
}

// parsePage is the tree of a page.
func parsePage(t *testing.T, text string) *html.Node {
	t.Helper()
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return root
}

func contents(root *html.Node) parsed {
	p := parsed{elements: map[string]int{}, texts: map[string]string{}}
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		p.elements[n.Data]++
		if n.FirstChild != nil && p.texts[n.Data] == "" {
			p.texts[n.Data] = n.FirstChild.Data
		}
		if len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] <= '6' {
			p.headings = append(p.headings, n.Data)
		}
		for _, a := range n.Attr {
			switch {
			case a.Key == "id":
				p.ids = append(p.ids, a.Val)
			case a.Key == "href" && strings.HasPrefix(a.Val, "#"):
				p.links = append(p.links, a.Val[1:])
			case a.Key == "href" && n.Data != "a", a.Key == "src", a.Key == "style":
				p.foreign = append(p.foreign, n.Data+" "+a.Key)
			case strings.HasPrefix(a.Key, "on"), a.Key == "href" && !strings.HasPrefix(a.Val, "https://") && !strings.HasPrefix(a.Val, "http://"):
				p.handler = append(p.handler, n.Data+" "+a.Key+"="+a.Val)
			case n.Data == "meta" && a.Key == "content" && strings.HasPrefix(a.Val, "default-src"):
				p.policy = a.Val
			}
		}
	}
	return p
}

// checkPage holds a page to what it promises.
func checkPage(t *testing.T, root *html.Node, events int) {
	t.Helper()
	p := contents(root)
	if p.elements["article"] != events || p.elements["script"] != 1 || p.elements["style"] != 1 || p.elements["main"] != 1 || p.elements["h1"] != 1 {
		t.Fatalf("%d events: %v", events, p.elements)
	}
	if len(p.foreign)+len(p.handler) > 0 {
		t.Fatalf("it asks or runs: %q %q", p.foreign, p.handler)
	}
	slices.Sort(p.ids)
	if n := len(p.ids); n != len(slices.Compact(slices.Clone(p.ids))) {
		t.Fatalf("an id comes twice: %q", p.ids)
	}
	for _, to := range p.links {
		if !slices.Contains(p.ids, to) {
			t.Fatalf("a link leads nowhere: %q", to)
		}
	}
	for n, h := range p.headings {
		if n > 0 && h[1] > p.headings[n-1][1]+1 {
			t.Fatalf("%s after %s", h, p.headings[n-1])
		}
	}
	for _, element := range []string{"script", "style"} {
		sum := sha256.Sum256([]byte(p.texts[element]))
		if want := "sha256-" + base64.StdEncoding.EncodeToString(sum[:]); !strings.Contains(p.policy, want) {
			t.Fatalf("the policy does not allow the page's own %s", element)
		}
	}
}

func TestPage(t *testing.T) {
	t.Parallel()
	for name, d := range map[string]*events.Dataset{"invented": invented(), "small": eventstest.Small()} {
		text, r := write(t, HTML, d, allRows(d))
		if r.Events != d.Len() {
			t.Errorf("%s: %d events of %d", name, r.Events, d.Len())
		}
		checkPage(t, parsePage(t, text), d.Len())
		// Without the ones that it is tied to, an event has no links to them.
		text, _ = write(t, HTML, d, allRows(d)[5:9])
		checkPage(t, parsePage(t, text), 4)
	}
	checkPage(t, parsePage(t, mustWrite(t, HTML, invented(), nil)), 0)
}

func mustWrite(t *testing.T, f Format, d *events.Dataset, rows []events.Index) string {
	t.Helper()
	text, _ := write(t, f, d, rows)
	return text
}

// TestProof: the page says how far its events are proven.
func TestProof(t *testing.T) {
	t.Parallel()
	event := func(id string, claims ...events.Claim) events.Event {
		return events.Event{ID: id, Title: id, Date: edtf.MustParse("1909"), Type: "meeting", Claims: claims}
	}
	sources := []events.Source{{ID: "doe", Title: "T"}}
	bare, told, quoted := event("a"), event("b", events.Claim{Source: "doe", Says: "It was."}), event("c", events.Claim{Source: "doe", Quote: "it was"})
	for want, list := range map[string][]events.Event{
		"Notes, unproven: no event names a source.":                                              {bare},
		"Sourced: events name who tells of them, and quote no one.":                              {told},
		"Sourced: events name who tells of them, and quote no one. 1 event names no source.":     {bare, told},
		"Quoted: 0 of 1 quotation found word for word in the articles.":                          {told, quoted},
		"Quoted: 0 of 1 quotation found word for word in the articles. 1 event names no source.": {bare, told, quoted},
	} {
		text := mustWrite(t, HTML, events.New(events.Meta{}, list, nil, nil, sources), allRows(events.New(events.Meta{}, list, nil, nil, sources)))
		if got := strings.Split(strings.SplitAfter(text, `<p class="proof">`)[1], "</p>")[0]; got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// checkSVG reads a picture as XML.
func checkSVG(t *testing.T, text string) {
	t.Helper()
	names := map[string]int{}
	for d := xml.NewDecoder(strings.NewReader(text)); ; {
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatalf("%v: %s", err, text)
		}
		if s, ok := token.(xml.StartElement); ok {
			names[s.Name.Local]++
		}
	}
	if names["svg"] != 1 || names["title"] < 1 || names["desc"] != 1 || names["script"] != 0 {
		t.Fatalf("%v: %s", names, text)
	}
}

func TestPictures(t *testing.T) {
	t.Parallel()
	d := eventstest.Small()
	var b bytes.Buffer
	for i, name := range Pictures() {
		p, err := ParsePicture(name)
		if err != nil || p != Picture(i) {
			t.Errorf("%s: %v", name, err)
		}
		b.Reset()
		if _, err := Write(&b, SVG, d, allRows(d), Options{Picture: p}); err != nil {
			t.Fatal(err)
		}
		checkSVG(t, b.String())
		if has := strings.Contains(b.String(), "Cyril Marsh"); has != (p == Lanes || p == Dates) {
			t.Errorf("%s names Cyril Marsh, in a row or a title: %v", name, has)
		}
	}
	if _, err := ParsePicture("lane"); err == nil || !strings.Contains(err.Error(), "did you mean lanes?") {
		t.Error(err)
	}
}

// TestOptions: what one format alone can do.
func TestOptions(t *testing.T) {
	t.Parallel()
	d := invented()
	with := func(f Format, o Options) (string, Report) {
		var b bytes.Buffer
		r, err := Write(&b, f, d, allRows(d), o)
		if err != nil {
			t.Fatal(err)
		}
		return b.String(), r
	}
	text, r := with(ICalendar, Options{Exact: true})
	if n := strings.Count(text, "BEGIN:VEVENT"); n != 4 || r.Events != 4 {
		t.Errorf("%d events of a single day: %+v", n, r)
	}
	if lost := strings.Join(r.Lost, "\n"); !strings.Contains(lost, "14 events are not dated to a single day and are left out") || strings.Contains(lost, "only the words say so") {
		t.Errorf("it reports %s", lost)
	}
	if text, _ := with(CSV, Options{BOM: true}); !strings.HasPrefix(text, "\ufeffevent,") {
		t.Errorf("it begins with %q", text[:10])
	}
	long, _ := with(TimelineJS, Options{})
	brief, _ := with(TimelineJS, Options{Brief: true})
	if len(brief) > len(long)*2/3 || strings.Contains(brief, "blockquote") || !strings.Contains(brief, "Doe, “On “War””, ¶4") {
		t.Errorf("%d bytes of %d: %s", len(brief), len(long), brief)
	}
}

// TestGroups: TimelineJS has room for six rows.
func TestGroups(t *testing.T) {
	t.Parallel()
	var list []events.Event
	for n, kind := range events.BuiltInTypes() {
		for k := range 1 + n%3 {
			list = append(list, events.Event{ID: kind.Name + string(rune('a'+k)), Title: "T", Date: edtf.MustParse("1909"), Type: kind.Name})
		}
	}
	groups := func(list []events.Event) []string {
		d := events.New(events.Meta{}, list, nil, nil, nil)
		var names []string
		for _, m := range regexp.MustCompile(`"group":"([^"]*)"`).FindAllStringSubmatch(mustWrite(t, TimelineJS, d, allRows(d)), -1) {
			names = append(names, m[1])
		}
		slices.Sort(names)
		return slices.Compact(names)
	}
	if got := groups(list); len(got) != maxGroups || !slices.Contains(got, "Other") || !slices.Contains(got, "Messages") {
		t.Errorf("groups %q", got)
	}
	if got := groups(list[:1]); got != nil {
		t.Errorf("one group is named %q", got)
	}
}

// TestNoMonthIsADay: no cell of a table is a month that programs take for its first
// day, and year, month and day hold what is known and no more.
func TestNoMonthIsADay(t *testing.T) {
	t.Parallel()
	for date, want := range map[string][5]string{
		"2012-04":               {"in April 2012", "2012-04-XX", "2012", "4", ""},
		"2012-04~":              {"about April 2012", "2012-04~", "2012", "4", ""},
		"2012":                  {"2012", "2012", "2012", "", ""},
		"2012-04-02":            {"2 April 2012", "2012-04-02", "2012", "4", "2"},
		"2012-21":               {"spring 2012", "2012-21", "2012", "", ""},
		"2012-04-02/2012-04-05": {"2–5 April 2012", "2012-04-02/2012-04-05", "2012", "4", ""},
		"2011/2012":             {"2011–2012", "2011/2012", "", "", ""},
		"2012-04/..":            {"from April 2012", "2012-04/..", "", "", ""},
	} {
		d := edtf.MustParse(date)
		year, month, day := known(d)
		if got := [5]string{wordsCell(recordDate(d)), edtfCell(recordDate(d)), year, month, day}; got != want {
			t.Errorf("%s: %q, want %q", date, got, want)
		}
	}
}
