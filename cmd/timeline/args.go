package main

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"timeline/internal/events"
	"timeline/internal/query"
)

// takesQuery names the commands whose arguments are a query; "" is the browser.
var takesQuery = []string{"", "list", "show", "on", "export", "quiz"}

// shieldNegated moves query terms that begin with a hyphen (-word, -actor:x)
// behind a "--", so that they are not taken for options. Their order does not
// matter: terms all hold. What looks like an option of the command stays where it
// is, and so does a single letter, so that a wrong option is an error.
func shieldNegated(root *cobra.Command, args []string) []string {
	if len(args) > 1 && strings.HasPrefix(args[0], "__complete") {
		return append(args[:1:1], shieldTyped(root, args[1:])...)
	}
	cmd, _, err := root.Find(args)
	if err != nil || len(args) > 0 && strings.HasPrefix(args[0], "__") {
		return args
	}
	name := cmd.Name()
	if cmd == root {
		name = ""
	}
	if !slices.Contains(takesQuery, name) {
		return args
	}
	end := slices.Index(args, "--")
	var rest []string
	if end < 0 {
		end = len(args)
	} else {
		rest = args[end+1:]
	}
	var kept, moved []string
	for _, a := range args[:end] {
		if negatedTerm(cmd, a) {
			moved = append(moved, a)
		} else {
			kept = append(kept, a)
		}
	}
	if len(moved) == 0 {
		return args
	}
	return slices.Concat(kept, []string{"--"}, moved, rest)
}

// shieldTyped does the same for what a shell asks to be completed: the last
// argument stays the last. Terms before it have no say in what it can become.
func shieldTyped(root *cobra.Command, args []string) []string {
	cmd, _, err := root.Find(args[:len(args)-1])
	if err != nil || cmd != root && !slices.Contains(takesQuery, cmd.Name()) {
		return args
	}
	before, last := args[:len(args)-1], args[len(args)-1]
	kept := slices.DeleteFunc(slices.Clone(before), func(a string) bool { return negatedTerm(cmd, a) })
	if negatedTerm(cmd, last) && !slices.Contains(kept, "--") {
		kept = append(kept, "--")
	}
	return append(kept, last)
}

// negatedTerm tells whether an argument is a query term and not an option.
func negatedTerm(cmd *cobra.Command, arg string) bool {
	if len(arg) < 3 || arg[0] != '-' || arg[1] == '-' {
		return false
	}
	word := arg[1:]
	if cmd.Flag(word) != nil { // -json: said to be wrong by flagError
		return false
	}
	short := cmd.Flags().ShorthandLookup(word[:1])
	return short == nil || short.NoOptDefVal != "" || strings.Contains(word, ":")
}

// flagError words pflag's errors as ours, with the flag that was meant.
func flagError(cmd *cobra.Command, err error) error {
	hint := strings.TrimSpace(cmd.CommandPath() + " --help lists the options")
	var unknown *pflag.NotExistError
	var invalid *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown) && unknown.GetSpecifiedShortnames() != "":
		letters := unknown.GetSpecifiedShortnames()
		if cmd.Flag(letters) != nil {
			hint = fmt.Sprintf("did you mean --%s? To leave out what has the word, write -- -%s", letters, letters)
		}
		return usageHint(hint, "unknown option %q", "-"+letters)
	case errors.As(err, &unknown):
		var names []string
		collect := func(f *pflag.Flag) { names = append(names, f.Name) }
		cmd.Flags().VisitAll(collect)
		cmd.InheritedFlags().VisitAll(collect)
		if near := events.Nearest(unknown.GetSpecifiedName(), names); near != "" {
			hint = "did you mean --" + near + "?"
		}
		return usageHint(hint, "unknown option %q", "--"+unknown.GetSpecifiedName())
	case errors.As(err, &invalid):
		return usageHint(hint, "--%s wants %s, not %q", invalid.GetFlag().Name, wanted(invalid.GetFlag()), invalid.GetValue())
	}
	return usageHint(hint, "%w", err)
}

// wanted words what a flag takes.
func wanted(f *pflag.Flag) string {
	switch f.Value.Type() {
	case "int":
		return "a whole number"
	case "bool":
		return "no value, or true or false"
	}
	return "another value"
}

// misspelt asks back where a query was perhaps not meant: its first word is nearly
// a command, or one of its words names a file. A word that occurs in the data as it
// stands is searched for nevertheless, and so is what stands behind a "--".
func (p *program) misspelt(cmd *cobra.Command, args []string) error {
	if n := cmd.ArgsLenAtDash(); n >= 0 {
		args = args[:n]
	}
	for n, word := range args {
		if word == "" || strings.ContainsAny(word, " :\"") {
			continue
		}
		what, hint := "", ""
		if near := nearCommand(cmd, word); n == 0 && near != "" {
			what, hint = "is no command", fmt.Sprintf("did you mean timeline %s?", near)
		} else if _, err := os.Stat(word); err == nil {
			what, hint = "is a file", "a folder with a dataset is opened by timeline --data DIR"
		} else {
			continue
		}
		d, err := p.dataset()
		if err != nil {
			return err
		}
		if query.Select(d, query.Query{}.With(query.Term{Key: query.KeyText, Values: []string{word}, Phrase: true})).Empty() {
			return usageHint(hint+"\nto search for it all the same: timeline -- "+word, "%q %s, and no event has that word", word, what)
		}
	}
	return nil
}

// nearCommand is the subcommand that a word is a slip of, or "".
func nearCommand(root *cobra.Command, word string) string {
	var names []string
	for _, c := range root.Commands() {
		if c.IsAvailableCommand() {
			names = append(names, c.Name())
		}
	}
	if near := events.Nearest(word, names); near != "" {
		return near
	}
	// Two letters that changed places weigh too much in a short word.
	for _, n := range names {
		if len(word) > 1 && len(word) <= 5 && events.Distance(word, n, 2) == 1 {
			return n
		}
	}
	return ""
}

// noArgs refuses arguments.
func noArgs(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usageHint(cmd.CommandPath()+" --help", "%s takes no arguments, not %q", cmd.Name(), args[0])
	}
	return nil
}

// someArgs wants at least one argument.
func someArgs(what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if strings.TrimSpace(strings.Join(args, "")) == "" {
			return usageHint(cmd.CommandPath()+" --help", "%s wants %s", cmd.Name(), what)
		}
		return nil
	}
}

// counted wants from least to most arguments; format says so, with how many there are.
func counted(least, most int, hint, format string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) < least || len(args) > most {
			return usageHint(hint, format, len(args))
		}
		return nil
	}
}
