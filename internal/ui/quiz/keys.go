package quiz

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/quiz"
	"timeline/internal/ui/reader"
	"timeline/internal/ui/view"
)

// Key takes the letters and numbers of choices while a question is open.
func (v *View) Key(c *view.Context, k tea.KeyPressMsg) bool {
	q := v.desk.question()
	if q == nil || v.desk.phase() != asking {
		return false
	}
	n := slices.Index(choiceKeys(), strings.ToLower(k.String()))
	if n < 0 {
		return false
	}
	v.choose(c, n%mostChoices)
	return true
}

// mostChoices is how many choices have keys.
const mostChoices = 8

// choiceKeys are those of the choices: letters, then numbers.
func choiceKeys() []string {
	return strings.Split("a b c d e f g h 1 2 3 4 5 6 7 8", " ")
}

// act makes an action of a quiz.
func act(id, help, title string, do func(*view.Context) tea.Cmd, keys ...string) view.Action {
	return view.Action{ID: id, Keys: view.Bind(help, keys...), Title: title, Group: "In a quiz", Where: view.Main, Do: do}
}

// Actions are the keys of the set that is on the desk; where there is none, those of all
// sets, for the documentation.
func (v *View) Actions() []view.Action {
	answering, laying, plain, tour := v.answering(), v.laying(), v.coded(), v.touring()
	if v.desk != nil {
		if v.desk.sit.Kind.Cards() {
			answering = nil
		} else {
			laying = nil
		}
		if v.way.On != nil {
			plain = nil
		} else {
			tour = nil
		}
	}
	return slices.Concat(answering, laying, v.moving(), plain, tour, v.keeping())
}

// answering are the keys of questions.
func (v *View) answering() []view.Action {
	return []view.Action{
		act("quiz-choice", "A–H/1–8", "answer with the choice of that letter or number", view.Quiet(func(c *view.Context) { c.Say("There is nothing to choose by a letter here.") }), choiceKeys()...),
		act("quiz-enter", "enter", "answer, then on; at the end, look at it again", v.Open, "enter"),
		act("quiz-excerpts", "x", "all that the sources say, once it is answered", view.Quiet(func(c *view.Context) {
			if q := v.desk.question(); q != nil && v.desk.phase() == answered {
				excerpts(c, []events.Index{q.Event})
				return
			}
			c.Say("No excerpts before the answer.")
		}), "x"),
	}
}

// laying are the keys of cards.
func (v *View) laying() []view.Action {
	carry := func(n int) func(*view.Context) tea.Cmd {
		return view.Quiet(func(c *view.Context) {
			if v.desk.phase() != laid {
				c.Say("Cards can be moved when all lie.")
				return
			}
			v.desk.hand = v.desk.hand.carry(n)
		})
	}
	return []view.Action{
		act("lay-card", "enter", "lay the card, check all; then the excerpts", v.Open, "enter"),
		act("carry-down", "J/shift+↓", "move the card down, when all lie", carry(1), "J", "shift+down"),
		act("carry-up", "K/shift+↑", "move the card up, when all lie", carry(-1), "K", "shift+up"),
		act("take-back", "u", "take the last card back into the hand", view.Quiet(func(c *view.Context) {
			if ph := v.desk.phase(); ph != laying && ph != laid {
				c.Say("There is no card to take back here.")
				return
			}
			v.desk.hand = v.desk.hand.back()
		}), "u"),
	}
}

func (v *View) moving() []view.Action {
	quiet := view.Quiet
	move := func(n int) func(*view.Context) tea.Cmd { return quiet(func(c *view.Context) { v.Move(c, n) }) }
	end := func(n int) func(*view.Context) tea.Cmd { return quiet(func(c *view.Context) { v.End(c, n) }) }
	return []view.Action{
		act("quiz-down", "j/↓", "the next choice, place or pair", move(1), "j", "down"),
		act("quiz-up", "k/↑", "the choice, place or pair before", move(-1), "k", "up"),
		act("quiz-first", "Home", "to the first", end(-1), "home"),
		act("quiz-last", "End", "to the last", end(1), "end"),
		act("quiz-on", "space/→/PgDn", "on: down the page, the next question, or on with the tour", quiet(v.on), "space", "right", "pgdown"),
		act("quiz-back", "←/PgUp", "back: up the page, then the question before", quiet(v.back), "left", "pgup"),
		act("quiz-off", "esc", "leave; what is not over can be gone on with", quiet(func(c *view.Context) { v.Back(c) }), "esc"),
	}
}

// coded are the keys of a set that has a code.
func (v *View) coded() []view.Action {
	return []view.Action{
		act("another-set", "r", "another set", v.another, "r"),
		act("set-code", "s", "the set of a code that somebody has told you", view.Quiet(func(c *view.Context) {
			way := v.way
			v.AskCode(c, v.desk.sit.Kind, func(k quiz.Kind) Way { way.Name = k.String(); return way })
		}), "s"),
	}
}

// touring are the keys of cards that are a stop of a tour.
func (v *View) touring() []view.Action {
	return []view.Action{
		act("same-cards", "r", "the same cards anew, in a tour", view.Quiet(func(c *view.Context) { v.desk = newDesk(c.Data, v.desk.sit.Set) }), "r"),
		act("quiz-black", "b/.", "black screen, in a tour; any key lights it", view.Quiet(func(c *view.Context) { v.way.Black(c) }), "b", "."),
	}
}

func (v *View) keeping() []view.Action {
	return []view.Action{
		act("copy-result", "y", "copy the result", v.copied, "y"),
		act("show-result", "Y", "show the copied result, to copy it by hand", view.Quiet(func(c *view.Context) {
			if reason := c.NotCopied(); reason != "" {
				c.Say("%s.", english.Capital(reason))
				return
			}
			reader.Show(c, "To copy by hand: "+c.Copied.What, c.Copied.Text)
		}), "Y"),
	}
}

// Rules are explained with the keys.
func (v *View) Rules() [][2]string {
	return [][2]string{
		{"settled", "counts: all stated dates lie apart, or an article says that one follows the other"},
		{"open", "either order is right, and it is said why"},
		{"= ", "a pair that is open"},
		{"✓ × ", "right and wrong"},
	}
}
