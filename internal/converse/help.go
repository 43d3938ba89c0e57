package converse

import (
	"strings"

	"timeline/internal/session"
)

// help names the commands by groups, or explains those that a word is about.
func (t *talk) help(arg string) {
	if arg == "" {
		t.say("Type a command and press enter. The commands are:")
		for _, group := range groups() {
			t.say("%s: %s.", group[0].group, strings.Join(namesOf(group), ", "))
		}
		t.say("The command help and a word explains, as in: help zoom. The command help all explains everything.")
		t.say("A date goes to it, a number chooses from the last list, a query such as type:letter filters, other words are searched for.")
		return
	}
	if c, _, ok := lookUp(arg); ok {
		t.explain(c)
		return
	}
	group, found := "", 0
	for _, c := range commands() {
		if !strings.EqualFold(arg, "all") && !session.Matches(arg, strings.Join(c.names, " ")+" "+c.group+" "+c.help) {
			continue
		}
		if found++; c.group != group {
			group = c.group
			t.say("%s.", group)
		}
		t.explain(c)
	}
	if found == 0 {
		t.say("No command is about “%s”.", arg)
		if near := nearestCommand(arg); near != "" {
			t.say("The command %s has a name like it.", near)
		}
	}
}

// explain is "go to, also goto or go, followed by a date: goes there."
func (t *talk) explain(c command) {
	s := c.names[0]
	if len(c.names) > 1 {
		s += ", also " + strings.Join(c.names[1:], " or ")
	}
	if c.takes != "" {
		s += ", followed by " + c.takes
	}
	t.say("%s: %s.", s, c.help)
}

// palette runs a command by its name, or lists all.
func (t *talk) palette(arg string) {
	if arg != "" {
		if _, _, ok := lookUp(arg); !ok {
			t.guess(arg)
			return
		}
		t.do(arg)
		return
	}
	names := namesOf(commands())
	t.say("Here every command is run by its name.")
	t.offer(&list{n: len(names), label: func(k int) string { return names[k] }, choose: func(k int) { t.do(names[k]) }})
}

// namesOf are the first names of commands.
func namesOf(list []command) []string {
	names := make([]string, len(list))
	for k, c := range list {
		names[k] = c.names[0]
	}
	return names
}
