package main

import (
	_ "embed" // the additions to the script for bash
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"timeline/internal/events"
	"timeline/internal/printable"
	"timeline/internal/query"
)

var shells = []string{"bash", "zsh", "fish"}

func (p *program) completionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "completion SHELL",
		Short: "Print the completion script for a shell",
		Long: `Print the script that makes a shell complete commands, options, the keys of the
query language, and the ids of events, actors, places and sources.

  bash   source <(timeline completion bash)                            in ~/.bashrc
  zsh    timeline completion zsh > "${fpath[1]}/_timeline"             once
  fish   timeline completion fish > ~/.config/fish/completions/timeline.fish`,
		Example:   "  timeline completion bash > /etc/bash_completion.d/timeline",
		ValidArgs: shells,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usageHint("timeline completion --help", "completion wants a shell: %s", strings.Join(shells, ", "))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			root := cmd.Root()
			switch args[0] {
			case "bash":
				if err := root.GenBashCompletionV2(p.out, true); err != nil {
					return err
				}
				_, err := io.WriteString(p.out, bashAdditions)
				return err
			case "zsh":
				return root.GenZshCompletion(p.out)
			case "fish":
				return root.GenFishCompletion(p.out, true)
			}
			hint := ""
			if near := events.Nearest(args[0], shells); near != "" {
				hint = "did you mean " + near + "?"
			}
			return usageHint(hint, "unknown shell %q: %s", args[0], strings.Join(shells, ", "))
		},
	}
}

// bashAdditions make cobra's script for bash work also where the package
// bash-completion is not installed, whose functions it calls without asking, and
// offer names found by another spelling than was typed.
//
//go:embed completion.bash
var bashAdditions string

// completions are the words that a shell may offer.
type completions = []cobra.Completion

const (
	noFiles = cobra.ShellCompDirectiveNoFileComp
	inOrder = cobra.ShellCompDirectiveKeepOrder | noFiles
)

// completer completes what is typed by a dataset.
type completer func(d *events.Dataset, typed string) (completions, cobra.ShellCompDirective)

// completed runs a completer on the dataset; one that cannot be opened offers nothing.
func (p *program) completed(complete completer, typed string) (completions, cobra.ShellCompDirective) {
	d, err := p.dataset()
	if err != nil {
		return nil, noFiles
	}
	return complete(d, typed)
}

// completing makes a completer fit for cobra.
func (p *program) completing(complete completer) cobra.CompletionFunc {
	return func(_ *cobra.Command, _ []string, typed string) (completions, cobra.ShellCompDirective) {
		return p.completed(complete, typed)
	}
}

// completeQuery completes a term of the query language.
func (p *program) completeQuery(cmd *cobra.Command, _ []string, typed string) (completions, cobra.ShellCompDirective) {
	if !cmd.HasParent() && typed == "" {
		return nil, noFiles // the commands are offered
	}
	return p.completed(queryTerms, typed)
}

func queryTerms(d *events.Dataset, typed string) (completions, cobra.ShellCompDirective) {
	terms := query.Complete(d, typed)
	if slices.ContainsFunc(terms, func(t string) bool { return strings.HasSuffix(t, ":") }) {
		return described(d, terms), inOrder | cobra.ShellCompDirectiveNoSpace
	}
	return described(d, terms), inOrder
}

// completeEvents completes an event's id, and else a query.
func (p *program) completeEvents(_ *cobra.Command, args []string, typed string) (completions, cobra.ShellCompDirective) {
	return p.completed(func(d *events.Dataset, typed string) (completions, cobra.ShellCompDirective) {
		if ids := eventIDs(d, typed); len(ids) > 0 && len(args) == 0 {
			return ids, inOrder
		}
		return queryTerms(d, typed)
	}, typed)
}

// citedIDs completes the ids of events and of sources.
func citedIDs(d *events.Dataset, typed string) (completions, cobra.ShellCompDirective) {
	return append(eventIDs(d, typed), sourceIDs(d, typed)...), inOrder
}

func eventIDs(d *events.Dataset, typed string) completions {
	var ids completions
	for _, i := range d.WithPrefix(strings.ToLower(typed)) {
		ids = append(ids, offer(d.IDs.At(int(i)), d.Titles.At(int(i))))
	}
	return ids
}

func sourceIDs(d *events.Dataset, typed string) completions {
	var ids completions
	for i := range d.Sources {
		if s := &d.Sources[i]; strings.HasPrefix(s.ID, strings.ToLower(typed)) {
			ids = append(ids, offer(s.ID, s.Byline()+": "+s.Title))
		}
	}
	return ids
}

func bareSources(d *events.Dataset, typed string) (completions, cobra.ShellCompDirective) {
	return sourceIDs(d, typed), noFiles
}

// valuesOf completes the values of a key: actors, found by any spelling, or places.
func valuesOf(key string) completer {
	return func(d *events.Dataset, typed string) (completions, cobra.ShellCompDirective) {
		term := key + ":" + typed
		words := query.Complete(d, term)
		for i := range words {
			words[i] = strings.TrimPrefix(words[i], key+":")
		}
		return forShell(words), noFiles
	}
}

// forShell leaves out words that a shell, or the script that completes in it,
// might act on: a pack's tags may be anything.
func forShell(words []string) []string {
	return slices.DeleteFunc(words, func(w string) bool {
		return !printable.Clean(w) || strings.ContainsAny(w, "$`\\;&|<>(){}*?!~#'")
	})
}

// described adds to each term what it stands for.
func described(d *events.Dataset, terms []string) completions {
	terms = forShell(terms)
	help := map[string]string{}
	for _, k := range query.Keys() {
		help[k.Key+":"] = k.Help
	}
	out := make(completions, len(terms))
	for i, t := range terms {
		out[i] = t
		_, value, _ := strings.Cut(t, ":")
		switch {
		case value == "":
			out[i] = offer(t, help[strings.TrimPrefix(t, "-")])
		case d.Actor(value) != nil:
			out[i] = offer(t, d.Actor(value).Name)
		case d.Place(value) != nil:
			out[i] = offer(t, d.Place(value).Name)
		case d.Source(value) != nil:
			out[i] = offer(t, d.Source(value).Byline()+": "+d.Source(value).Title)
		default:
			if e, ok := d.Find(value); ok {
				out[i] = offer(t, d.Titles.At(int(e)))
			}
		}
	}
	return out
}

// completeWords completes a flag with fixed words.
func completeWords(cmd *cobra.Command, flag string, words ...string) {
	_ = cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(words, noFiles))
}

// offer is a completion with what it stands for, which is foreign text.
func offer(word, what string) cobra.Completion {
	return cobra.CompletionWithDesc(word, printable.Line(what))
}
