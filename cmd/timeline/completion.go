package main

import (
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
				return p.bashCompletion(root)
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

// bashCompletion writes cobra's script, made to work also where the package
// bash-completion is not installed, whose functions it calls without asking.
func (p *program) bashCompletion(root *cobra.Command) error {
	var script strings.Builder
	if err := root.GenBashCompletionV2(&script, true); err != nil {
		return err
	}
	s := strings.ReplaceAll(script.String(), "_filedir", "__timeline_filedir")
	s = strings.Replace(s, bashWordsCall, bashWordsOwn, 1)
	s = strings.Replace(s, bashChoice, bashChoice+"        __timeline_any_spelling\n", 1)
	_, err := p.out.Write([]byte(s + bashFunctions))
	return err
}

// bashWordsCall is where cobra's script calls the package, bashWordsOwn the same
// with our own function in its place.
const (
	bashWordsCall = `    _get_comp_words_by_ref "$@" cur prev words cword
`
	bashWordsOwn = `    if declare -F _get_comp_words_by_ref >/dev/null 2>&1; then
        _get_comp_words_by_ref "$@" cur prev words cword
    else
        __timeline_words
    fi
`
	// bashChoice is where the script has chosen what to offer.
	bashChoice = `    else
        __timeline_handle_completion_types
`
	bashFunctions = `
# The script above offers only what begins as typed. A name found by another
# spelling (actor:droukdel) does not: it is offered where nothing else is. Of
# several none is begun, so that what was typed stays: a blank has no letter in
# common with them.
__timeline_any_spelling()
{
    ((${#COMPREPLY[@]} == 0 && ${#completions[@]} > 0)) || return 0
    local cur=
    __timeline_handle_completion_types
    if ((${#COMPREPLY[@]} > 1)) && [[ ${COMP_TYPE-} != 37 && ${COMP_TYPE-} != 42 ]]; then
        COMPREPLY+=(" ")
    fi
}
# What follows stands in for the package bash-completion where it is missing.

# Bash splits words at = and : as well. This joins what no space stands between,
# up to the word at the cursor, and sets cur, prev, words and cword.
__timeline_words()
{
    local line=$COMP_LINE word space after i n=-1
    words=()
    for ((i = 0; i <= COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        space=${line%%[![:space:]]*}
        line=${line#"$space"}
        line=${line#"$word"}
        if [[ -z $space && $n -ge 0 && ( $word == [=:]* || ${words[n]} == *[=:] ) ]]; then
            words[n]+=$word
        else
            words[++n]=$word
        fi
    done
    cword=$n
    after=${COMP_LINE:COMP_POINT}
    cur=${words[n]%"${after%%[[:space:]]*}"}
    words[n]=$cur
    prev=
    if ((n > 0)); then
        prev=${words[n-1]}
    fi
}

# Without the package, bash completes files itself: it is told to by default.
__timeline_filedir()
{
    if declare -F _filedir >/dev/null 2>&1; then
        _filedir "$@"
    fi
}
`
)

// completions are the words that a shell may offer.
type completions = []cobra.Completion

const (
	noFiles = cobra.ShellCompDirectiveNoFileComp
	inOrder = cobra.ShellCompDirectiveKeepOrder | noFiles
)

// completeQuery completes a term of the query language.
func (p *program) completeQuery(cmd *cobra.Command, _ []string, typed string) (completions, cobra.ShellCompDirective) {
	d, err := p.dataset()
	if err != nil {
		return nil, noFiles
	}
	if !cmd.HasParent() && typed == "" {
		return nil, noFiles // the commands are offered
	}
	terms := query.Complete(d, typed, len(typed))
	if slices.ContainsFunc(terms, func(t string) bool { return strings.HasSuffix(t, ":") }) {
		return described(d, terms), inOrder | cobra.ShellCompDirectiveNoSpace
	}
	return described(d, terms), inOrder
}

// completeEvents completes an event's id, and else a query.
func (p *program) completeEvents(cmd *cobra.Command, args []string, typed string) (completions, cobra.ShellCompDirective) {
	d, err := p.dataset()
	if err != nil {
		return nil, noFiles
	}
	if ids := eventIDs(d, typed); len(ids) > 0 && len(args) == 0 {
		return ids, inOrder
	}
	return p.completeQuery(cmd, args, typed)
}

// completeCited completes the ids of events and of sources.
func (p *program) completeCited(_ *cobra.Command, _ []string, typed string) (completions, cobra.ShellCompDirective) {
	d, err := p.dataset()
	if err != nil {
		return nil, noFiles
	}
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

func (p *program) completeSources(_ *cobra.Command, _ []string, typed string) (completions, cobra.ShellCompDirective) {
	d, err := p.dataset()
	if err != nil {
		return nil, noFiles
	}
	return sourceIDs(d, typed), noFiles
}

// completeActors completes the ids of actors, found by any spelling.
func (p *program) completeActors(_ *cobra.Command, _ []string, typed string) (completions, cobra.ShellCompDirective) {
	return p.completeKey(query.KeyActor, typed)
}

func (p *program) completePlaces(_ *cobra.Command, _ []string, typed string) (completions, cobra.ShellCompDirective) {
	return p.completeKey(query.KeyPlace, typed)
}

func (p *program) completeKey(key, typed string) (completions, cobra.ShellCompDirective) {
	d, err := p.dataset()
	if err != nil {
		return nil, noFiles
	}
	term := key + ":" + typed
	words := query.Complete(d, term, len(term))
	for i := range words {
		words[i] = strings.TrimPrefix(words[i], key+":")
	}
	return forShell(words), noFiles
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

// completeFolder completes a flag with folders.
func completeFolder(cmd *cobra.Command, flag string) { _ = cmd.MarkPersistentFlagDirname(flag) }

// offer is a completion with what it stands for, which is foreign text.
func offer(word, what string) cobra.Completion {
	return cobra.CompletionWithDesc(word, printable.Line(what))
}
