package ui

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"timeline/internal/edtf"
	"timeline/internal/events"
	"timeline/internal/present"
	"timeline/internal/query"
	"timeline/internal/quiz"
	"timeline/internal/ui/theme"
)

// quizScreens are keys to type on the fixture and the name of what is on the screen then.
var quizScreens = []struct{ name, keys string }{
	{"list", "T"},
	{"code", "Ts"},
	{"code-typed", "Tsbasis 4"},
	{"code-wrong", "Tsffff-4"},
	{"cards", unmarketed + "T\r\r\rk"},
	{"cards-laid", unmarketed + "T\r\r\r\r\rkK"},
	{"cards-checked", unmarketed + "T\r\r\r\r\r\r"},
	{"cards-right", unmarketed + "T\r" + rightly + "\r"},
	{"cards-excerpts", unmarketed + "T\r\r\r\r\r\rjjjjjjj\r"},
	{"career-filtered", "Fis:any\rTjjjjj\r"},
	{"source", "Tj\r"},
	{"source-right", "Tj\ra"},
	{"agree", "Tjj\r"},
	{"agree-answered", "Tjj\rjjj\r"},
	{"basis-wrong", "Tjjj\r4"},
	{"basis-excerpts", "Tjjj\r4x"},
	{"over", "Tj\ra\rb\ra\rb\ra\rb\r"},
	{"nothing", "Tjjjj\r"},
	{"help", "T\r?quiz"},
	{"help-question", "Tj\r?quiz"},
	{"rules", "T\r?either"},
}

// unmarketed leaves the events whose titles are not all alike.
const unmarketed = "F-type:talks\r"

// rightly lays the cards of the fixture's first set in an order that gets full marks.
const rightly = "k\rk\r\r\r"

func TestQuizScreens(t *testing.T) {
	t.Parallel()
	for _, s := range quizScreens {
		for _, size := range sizes {
			m := typed(t, browser(size[0], size[1]), s.keys)
			checkFrame(t, m, size[0], size[1], s.name)
			golden(t, fmt.Sprintf("quiz/%s-%dx%d", s.name, size[0], size[1]), screenOf(m))
		}
	}
}

func TestQuizFitsAnySize(t *testing.T) {
	t.Parallel()
	for _, s := range quizScreens {
		m := typed(t, browser(80, 24), s.keys)
		first := m.Frame()
		for _, size := range [][2]int{{1, 1}, {2, 3}, {7, 40}, {20, 5}, {24, 6}, {33, 10}, {60, 17}, {59, 14}, {120, 13}, {300, 100}, {80, 24}} {
			send(m, tea.WindowSizeMsg{Width: size[0], Height: size[1]})
			checkFrame(t, m, size[0], size[1], s.name)
		}
		if !strings.HasPrefix(s.name, "help") && len(m.View().WindowTitle) > 0 && strings.Split(m.Frame(), "\n")[0] != strings.Split(first, "\n")[0] {
			t.Errorf("%s is another screen after it was resized:\n%s", s.name, plainFrame(m))
		}
	}
}

// Without colour, and with signs of ASCII alone, a quiz says the same: marks and words
// tell what is right.
func TestQuizWithoutColourAndSigns(t *testing.T) {
	t.Parallel()
	for _, s := range quizScreens {
		want := plainFrame(typed(t, browser(80, 24), s.keys))
		for _, profile := range []colorprofile.Profile{colorprofile.ANSI, colorprofile.ASCII} {
			for _, dark := range []bool{true, false} {
				if got := plainFrame(typed(t, browser(80, 24, func(c *Config) { c.Profile, c.Dark = profile, &dark }), s.keys)); got != want {
					t.Errorf("%s: %v says something else:\n%s", s.name, profile, got)
				}
			}
		}
		m := typed(t, browser(80, 24, func(c *Config) { c.Signs = theme.ASCII }), s.keys)
		checkFrame(t, m, 80, 24, s.name)
		if got := plainFrame(m); strings.ContainsFunc(got, func(r rune) bool { return r > 0x7e }) {
			t.Errorf("%s is not in ASCII:\n%s", s.name, got)
		}
		golden(t, "quiz/"+s.name+"-ascii", screenOf(m))
	}
}

// quizAt reads from the screen which set is answered, and how far: what is still to be
// answered is nil for nothing.
type quizAt struct {
	set    *quiz.Set
	number int  // of the question
	open   bool // it is still to be answered, or the cards still to be checked
}

var quizHeader = regexp.MustCompile(`^ (.+) · set [0-9a-f]{4}-(\d+) +(.+)$`)

func readQuiz(t *testing.T, m *Model) (at quizAt, ok bool) {
	t.Helper()
	row, _, _ := strings.Cut(plainFrame(m), "\n")
	found := quizHeader.FindStringSubmatch(strings.TrimRight(row, " "))
	if found == nil {
		return at, false
	}
	for _, k := range quiz.Kinds() {
		if !strings.HasPrefix(found[1], k.Title()) {
			continue
		}
		code, err := quiz.ParseCode(m.c.Data, found[2])
		if err != nil {
			t.Fatal(err)
		}
		if at.set, err = quiz.New(m.c.Data, k, code, m.c.Shown, 0); err != nil {
			t.Fatal(err)
		}
	}
	_, err := fmt.Sscanf(found[3], "question %d of", &at.number)
	at.open = err == nil && !strings.Contains(found[3], "right") || strings.HasPrefix(found[3], "card ") || strings.HasSuffix(found[3], " cards")
	return at, at.set != nil
}

// secrets are what must not be seen before it is answered.
func (at quizAt) secrets(d *events.Dataset) []string {
	if !at.open {
		return nil
	}
	list := []string{"Right:", "No:", "rests on", "your answer", "settled pair"}
	if at.set.Kind.Cards() {
		for _, i := range at.set.Deck.Cards {
			list = append(list, d.IDs.At(int(i)), d.Date(i).String())
			for _, length := range []edtf.Length{edtf.Long, edtf.Narrow, edtf.Spoken} {
				list = append(list, d.Date(i).English(length))
			}
		}
		return list
	}
	q := at.set.Questions[at.number-1]
	if list = append(list, shingles(q.Why)...); len(strings.Fields(q.Why)) < 5 && len(q.Why) > 8 {
		list = append(list, q.Why)
	}
	return append(list, q.Solution())
}

// Whatever is pressed, no answer is on the screen before the question is answered, nor
// a date before the cards are checked.
func TestQuizKeepsItsSecrets(t *testing.T) {
	t.Parallel()
	keys := keysOf("\r\r\r\rabcd123jjkJKuurxy \x1b?:T/mosq")
	for _, k := range []rune{tea.KeyUp, tea.KeyDown, tea.KeyLeft, tea.KeyRight, tea.KeyPgDown, tea.KeyPgUp, tea.KeyHome, tea.KeyEnd, tea.KeyF5} {
		keys = append(keys, tea.KeyPressMsg{Code: k})
	}
	steps := 300
	if *long {
		steps = 10_000
	}
	r := rand.New(rand.NewPCG(3, 11))
	m := typed(t, onTheDataset(t, 100, 30), "T")
	title, seen := m.View().WindowTitle, map[quiz.Kind]int{}
	var at quizAt
	trail := ""
	for n := range steps {
		m.c.Filter(query.Query{}) // the set is made anew from the screen, of all events
		send(m, nil)
		checkFrame(t, m, 100, 30, trail)
		if n%30 == 0 { // to another quiz
			for typed(t, m, "\x1b\x1b\x1b\x1bT"); m.c.View.Info().ID != "tours"; { // a tour is begun
				typed(t, m, "T")
			}
			typed(t, m, "g"+strings.Repeat("j", 3+n/30%7)+"\r")
		}
		k := keys[r.IntN(len(keys))]
		if r.IntN(40) == 0 {
			w, h := 1+r.IntN(140), 1+r.IntN(50)
			send(m, tea.WindowSizeMsg{Width: w, Height: h})
			checkFrame(t, m, w, h, trail)
			send(m, tea.WindowSizeMsg{Width: 100, Height: 30})
		}
		if r.IntN(30) == 0 {
			send(m, click(r.IntN(100), r.IntN(30)))
		}
		next, cmd := m.Update(k)
		m = settledBy(next.(*Model), cmd)
		trail = trail[max(len(trail)-60, 0):] + k.String() + " "
		if m.View().WindowTitle != title {
			t.Fatalf("after %q the window's title is %q", trail, m.View().WindowTitle)
		}
		if m.c.View.Info().ID != "quiz" {
			at = quizAt{}
			continue
		}
		if now, ok := readQuiz(t, m); ok { // else something lies over it
			at = now
		}
		if !at.open || m.c.Over != nil { // a text over it is what was copied
			continue
		}
		seen[at.set.Kind]++
		screen := strings.Join(strings.Fields(plainFrame(m)), " ")
		for _, secret := range at.secrets(m.c.Data) {
			if strings.Contains(screen, secret) && !at.tells(m.c.Data, secret) {
				t.Fatalf("after %q: %q is on the screen:\n%s", trail, secret, plainFrame(m))
			}
		}
	}
	if len(seen) < len(quiz.Kinds()) {
		t.Errorf("only %v were asked", seen)
	}
}

// tells tells whether what is asked holds a text itself: a date that is part of a title.
func (at quizAt) tells(d *events.Dataset, secret string) bool {
	var b strings.Builder
	b.WriteString(at.set.Title() + " ")
	for _, i := range at.set.Deck.Cards {
		b.WriteString(d.Titles.At(int(i)) + " ")
	}
	if !at.set.Kind.Cards() {
		q := at.set.Questions[at.number-1]
		b.WriteString(q.Ask + " " + strings.Join(q.Given, " ") + " " + strings.Join(q.Choices, " "))
	}
	return strings.Contains(strings.Join(strings.Fields(b.String()), " "), secret)
}

// Leaving comes back to where one was, and a set that is not over goes on where it was
// left.
func TestQuizComesBack(t *testing.T) {
	t.Parallel()
	m := typed(t, browser(80, 24), "jj5l")
	before, memory := plainFrame(m), m.Memory()
	typed(t, m, "Tj\ra\r")
	sees(t, m, "question 2 of 6")
	inside := plainFrame(m)
	typed(t, m, "\x1b")
	sees(t, m, "from which article is a quotation? · left at 2/6")
	typed(t, m, "\x1b")
	if plainFrame(m) != before || m.Memory() != memory {
		t.Errorf("this is not where I was:\n%s", plainFrame(m))
	}
	typed(t, m, "T\r")
	if plainFrame(m) != inside {
		t.Errorf("the set does not go on:\n%s", plainFrame(m))
	}
	typed(t, m, "b\ra\ra\ra\rb\r")
	sees(t, m, "answers right", "The code of this set is f2e5-1616: with it everybody gets the same.")
	typed(t, m, "\x1b")
	seesNot(t, m, "left at")
	typed(t, m, "q")
	if plainFrame(m) != before {
		t.Errorf("q leads elsewhere:\n%s", plainFrame(m))
	}
}

// The code of a set is the same set, in the browser and in the program's other faces; it
// is typed in the list or in a set.
func TestQuizOfACode(t *testing.T) {
	t.Parallel()
	m := typed(t, browser(120, 36), "Tsbasis 4\r")
	want, err := quiz.New(m.c.Data, quiz.Basis, quiz.CodeOf(m.c.Data, 4), m.c.Shown, 0)
	if err != nil {
		t.Fatal(err)
	}
	sees(t, m, "How is it dated? · set f2e5-4", want.Questions[0].Given[0], "question 1 of 6")
	typed(t, m, "sf2e5-5\r")
	sees(t, m, "How is it dated? · set f2e5-5")
	typed(t, m, "r")
	sees(t, m, "How is it dated? · set f2e5-6")
	typed(t, m, "sorder\r")
	sees(t, m, "Put them in order · set f2e5-0")
	for typedCode, want := range map[string]string{"ffff-4": "is of another edition of the dataset", "ordr 4": "did you mean order?", "order x": "order x", "order 4 5": "is too much"} {
		m := typed(t, browser(120, 36), "Ts"+typedCode+"\r")
		if typedCode == "order x" {
			want = `"x" is no seed`
		}
		sees(t, m, want)
		typed(t, m, "\x1b\x1b")
		sees(t, m, "Put them in order     put events")
	}
}

// Sets are made of the events that the filters leave, and say so.
func TestQuizUnderFilters(t *testing.T) {
	t.Parallel()
	m := typed(t, browser(120, 36), unmarketed+"T")
	sees(t, m, "Quizzes on the 7 events that the filters leave")
	typed(t, m, "\r")
	sees(t, m, "Put them in order · not type: talks · set f2e5-1616")
	seesNot(t, m, "Market day")
	typed(t, m, "\x1b\x1bXFtype:coup\rT\r")
	sees(t, m, `! Nothing for "order" in no events: take a filter off.`)
}

// The result is copied as Markdown: what was answered, what is right, and the code.
func TestQuizIsCopied(t *testing.T) {
	t.Parallel()
	copied := ""
	copying := func(c *Config) { c.Copy = func(s string) error { copied = s; return nil } }
	m := typed(t, browser(120, 36, copying), "Tj\ry")
	sees(t, m, "Nothing is answered yet.")
	typed(t, m, "b\ry")
	for _, want := range []string{"## Who wrote it? · set f2e5-1616\n", "B. No: A (Ferro). It is Ferro's", "Ferro, ¶4", "0 of 1 answer right.", "The code of this set is f2e5-1616"} {
		if !strings.Contains(copied, want) {
			t.Errorf("%q lacks %q", copied, want)
		}
	}
	sees(t, m, "Copied the result: ## Who wrote it? · set f2e5-1616")
	typed(t, m, "Y")
	sees(t, m, "To copy by hand: result", "B. No: A (Ferro)")
	typed(t, m, "\x1b")
	sees(t, m, "question 2 of 6")
	m = typed(t, browser(120, 36, copying), unmarketed+"T\r"+rightly+"\ry")
	sees(t, m, "5 orders of these cards get full marks; yours is one of them.")
	for _, want := range []string{"- C, 1931: The Valley League is founded \\[Ferro, ¶1\\]", "6 of 6 settled pairs the right way round.", "A – E: a date of theirs is marked as doubtful"} {
		if !strings.Contains(copied, want) {
			t.Errorf("%q lacks %q", copied, want)
		}
	}
}

// The mouse chooses; what is chosen is answered by a second click.
func TestQuizByMouse(t *testing.T) {
	t.Parallel()
	clickOn := func(m *Model, text string) {
		t.Helper()
		for y, row := range strings.Split(plainFrame(m), "\n") {
			if x := strings.Index(row, text); x >= 0 {
				next, cmd := m.Update(click(ansi.StringWidth(row[:x]), y))
				settledBy(next.(*Model), cmd)
				return
			}
		}
		t.Fatalf("%q is nowhere:\n%s", text, plainFrame(m))
	}
	m := typed(t, browser(80, 24), "T")
	clickOn(m, "Who wrote it?")
	clickOn(m, "The Lantern")
	sees(t, m, "▌ B  The Lantern")
	clickOn(m, "The Lantern")
	sees(t, m, "The Lantern (your answer)")
	m = typed(t, browser(80, 24), unmarketed+"T\r\r\r")
	clickOn(m, "A  ")
	sees(t, m, "▸ ····")
	clickOn(m, "here?")
	if order := plainFrame(m); strings.Index(order, "D  ") > strings.Index(order, "A  ") {
		t.Errorf("the card is not put before the first:\n%s", order)
	}
}

// A stop of cards is laid within the tour, and checked; then the tour goes on.
func TestTourLaysItsCards(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	m := inTour(t, 80, 24, "anatomy-of-a-split", func(c *Config) { c.Tours.Dir = func() (string, error) { return dir, nil } })
	away := func() bool {
		t.Helper()
		list := present.Sessions(dir)
		if len(list) != 1 {
			t.Fatalf("%v", list)
		}
		return list[0].Away
	}
	typed(t, m, "G")
	stop := plainFrame(m)
	sees(t, m, "enter lays the cards", "Now you")
	typed(t, m, "\r")
	sees(t, m, "card 2 of 6")
	seesNot(t, m, "2012", "Now you", " r ")
	typed(t, m, "\r\x1b")
	if plainFrame(m) != stop || away() {
		t.Errorf("esc does not lead back to the stop:\n%s", plainFrame(m))
	}
	typed(t, m, "\r")
	sees(t, m, "card 3 of 6")
	typed(t, m, "T")
	if plainFrame(m) != stop {
		t.Errorf("T does not lead back to the stop:\n%s", plainFrame(m))
	}
	for _, black := range []string{"b", "."} {
		typed(t, m, "\r"+black)
		if text := strings.TrimSpace(plainFrame(m)); text != "" || away() {
			t.Errorf("%s leaves the screen at\n%s", black, text)
		}
		if typed(t, m, "j"); plainFrame(m) != stop {
			t.Errorf("any key lights it to\n%s", plainFrame(m))
		}
	}
	typed(t, m, "\r:timeline\r")
	if !away() {
		t.Error("the presenter is not told that the class sees the browser")
	}
	typed(t, m, "T\r\r\r\r\r\r")
	sees(t, m, "of 15 settled pairs", "August 2012")
	for n := 0; n < 3 && !strings.Contains(plainFrame(m), "Now you"); n++ {
		typed(t, m, " ")
	}
	sees(t, m, "Now you", "Put the six cards in order")
	typed(t, m, "\r")
	sees(t, m, "card 2 of 6")
	m = typed(t, inTour(t, 80, 24, "anatomy-of-a-split"), "1\r\r")
	sees(t, m, "No excerpts before the event")
}

// The presenter's screen moves the tour on from its cards too.
func TestPresenterLeavesTheCards(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	m := inTour(t, 80, 24, "anatomy-of-a-split", func(c *Config) { c.Tours.Dir = func() (string, error) { return dir, nil } })
	listen := m.first
	typed(t, m, "G\r\r")
	sees(t, m, "card 3 of 6")
	list := present.Sessions(dir)
	if len(list) != 1 {
		t.Fatalf("%v", list)
	}
	if err := list[0].Ask(present.Next, 0); err != nil {
		t.Skipf("there are no named pipes here: %v", err)
	}
	m.Update(listen())
	sees(t, m, "13 of 13", "Put the six cards in order")
	typed(t, m, "\r")
	sees(t, m, "card 3 of 6")
}

// The help lists the keys of the set that is open, and no others.
func TestHelpOfAQuizIsOfItsKind(t *testing.T) {
	t.Parallel()
	for keys, words := range map[string][2][]string{
		"T\r?quiz":  {{"lay the card", "shift+↓", "take the last card", "another set"}, {"A–H", "once it is answered", "in a tour"}},
		"Tj\r?quiz": {{"A–H/1–8", "answer, then on", "another set"}, {"shift+↓", "card back", "lay the card", "in a tour"}},
	} {
		help := plainFrame(typed(t, browser(80, 40), keys))
		for _, w := range words[0] {
			if !strings.Contains(help, w) {
				t.Errorf("after %q the help lacks %q:\n%s", keys, w, help)
			}
		}
		for _, w := range words[1] {
			if strings.Contains(help, w) {
				t.Errorf("after %q the help has %q:\n%s", keys, w, help)
			}
		}
	}
}

// A set's code is whole in the heading on 40 columns, however far somebody is: it is what
// is read out to others.
func TestCodeIsWhole(t *testing.T) {
	t.Parallel()
	for _, keys := range []string{"Tsorder 9999\r", "Tscareer 9999\r", "Tsbasis 9999\r", "Tssource 9999\r"} {
		m := typed(t, onTheDataset(t, 40, 12), keys)
		code := quiz.CodeOf(m.c.Data, 9999).String()
		for n := range 20 {
			if head, _, _ := strings.Cut(plainFrame(m), "\n"); !strings.Contains(head, code+" ") {
				t.Errorf("%q and %d times enter: %q lacks %s", keys, n, head, code)
				break
			}
			if typed(t, m, "\r"); m.c.Over != nil {
				break
			}
		}
	}
}
