package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"timeline/internal/articles"
	"timeline/internal/draft"
	"timeline/internal/english"
	"timeline/internal/events"
)

type proofOptions struct {
	prefer          []string
	syntax          string
	verbose, asJSON bool
}

// maxDraft is the most that a draft may have, in bytes: a book of a thousand pages has
// less.
const maxDraft = 8 << 20

// standardInput is the name of a draft that is read from the standard input.
const standardInput = "-"

func (p *program) proofCommand() *cobra.Command {
	var o proofOptions
	cmd := &cobra.Command{
		Use:   "proof FILE…",
		Short: "Proof-read a draft against the sources",
		Long: `Proof-read drafts in Markdown, LaTeX, Org or plain text (- for the standard input).
Every fault is a line

  FILE:LINE:COLUMN: what is wrong [rule]

which editors jump to. What is checked:

  quotations   of four words and more, word by word against the dataset's and, where
               their texts are at hand (--articles, or kept by "timeline articles add"),
               the articles: the words that differ, and the right paragraph or note
               where another is cited. Cuts (… or […]), words in [brackets] and a
               changed first capital are allowed.
  names        that are a letter or two off a spelling that the dataset knows, and
               actors spelt in several ways. Quoted words are left alone.
  dates        of sentences that clearly tell of an event, where no source gives them:
               every source is named with its date. Where the sources differ, all sides
               are shown, and none is preferred.
  keys         of citations that are nearly a source's id.

Where it is not sure, it says nothing. --verbose also prints, as notes, the quotations
and dates that agree, and dates that are only possible.

One spelling of an actor is enforced by --prefer, or by a line of the draft itself, in a
comment or not: timeline: prefer abdelhamid-abu-zeid=Abou Zeid`,
		Example: `  timeline proof chapter-3.md
  timeline proof --articles ~/articles *.tex
  timeline proof --prefer 'ansar-al-din=Ansar Dine' --verbose draft.md
  pandoc -t markdown draft.docx | timeline proof -`,
		Args: someArgs("the files to read, or - for the standard input"),
		RunE: func(_ *cobra.Command, args []string) error { return p.proof(args, o) },
	}
	f := cmd.Flags()
	f.StringArrayVar(&o.prefer, "prefer", nil, "write an actor's name in one way: `ACTOR=SPELLING`; may be given again")
	f.StringVar(&o.syntax, "syntax", "auto", "read the drafts as `SYNTAX`: auto, "+strings.Join(draft.Syntaxes(), ", "))
	f.BoolVarP(&o.verbose, "verbose", "v", false, "print also what agrees and what is only possible")
	f.BoolVar(&o.asJSON, "json", false, "print a JSON array")
	completeWords(cmd, "syntax", append([]string{"auto"}, draft.Syntaxes()...)...)
	_ = cmd.RegisterFlagCompletionFunc("prefer", p.completing(preferred))
	return cmd
}

func (p *program) proof(files []string, o proofOptions) error {
	if o.syntax != "auto" && !slices.Contains(draft.Syntaxes(), o.syntax) {
		return usageHint("it is one of auto, "+strings.Join(draft.Syntaxes(), ", "), "unknown syntax %q", o.syntax)
	}
	prefer, err := pairs(o.prefer, func(v string) error {
		return usageHint("--prefer 'ansar-al-din=Ansar Dine'", "--prefer wants ACTOR=SPELLING, not %q", v)
	})
	if err != nil {
		return err
	}
	d, err := p.dataset()
	if err != nil {
		return err
	}
	arts, err := p.articlesAtHand(d)
	if err != nil {
		return err
	}
	checker, err := draft.New(d, arts, prefer)
	if err != nil {
		return usage("--prefer: %w", err)
	}
	found := []proofFinding{}
	unread := false
	for _, file := range files {
		list, err := p.proofFile(checker, file, o)
		if err != nil {
			p.say(err.Error())
			unread = true
			continue
		}
		found = append(found, list...)
	}
	return p.printProof(found, len(files), unread, o)
}

// proofFinding is a finding with the file that it is in.
type proofFinding struct {
	File string `json:"file"`
	draft.Finding
}

func (p *program) proofFile(c *draft.Checker, file string, o proofOptions) ([]proofFinding, error) {
	text, err := p.readDraft(file)
	if err != nil {
		return nil, err
	}
	syntax := draft.SyntaxOf(file, text)
	if i := slices.Index(draft.Syntaxes(), o.syntax); i >= 0 {
		syntax = draft.Syntax(i)
	}
	var found []proofFinding
	for _, f := range c.Check(draft.Read(text, syntax)) {
		if f.Fault || o.verbose {
			found = append(found, proofFinding{file, f})
		}
	}
	return found, nil
}

// readDraft reads a file, or the standard input.
func (p *program) readDraft(file string) (string, error) {
	in := io.Reader(p.in)
	if file != standardInput {
		info, err := os.Stat(file)
		if err == nil && !info.Mode().IsRegular() { // opening a named pipe would wait
			err = &fs.PathError{Err: errors.New("this is not a plain file (read a pipe as -)")}
		}
		var f *os.File
		if err == nil {
			f, err = os.Open(file)
		}
		if err != nil {
			return "", fmt.Errorf("%q cannot be read: %w", file, reason(err))
		}
		defer f.Close()
		in = f
	}
	text, err := io.ReadAll(io.LimitReader(in, maxDraft+1))
	switch {
	case err != nil:
		return "", fmt.Errorf("%q cannot be read: %w", file, reason(err))
	case len(text) > maxDraft:
		return "", fmt.Errorf("%q is larger than %d MiB: check its chapters one by one", file, maxDraft>>20)
	case slices.Contains(text, 0):
		return "", fmt.Errorf("%q is no text: save it as Markdown, LaTeX, Org or plain text in UTF-8", file)
	}
	return string(text), nil
}

// articlesAtHand are the articles in the folder that --articles names, or the copies that
// are kept; none is needed.
func (p *program) articlesAtHand(d *events.Dataset) (map[string]*articles.Article, error) {
	dirs := p.keptArticles()
	if p.articles != "" {
		var err error
		if dirs, err = p.articleDirs(); err != nil {
			return nil, err
		}
	}
	return articles.Find(d, dirs...)
}

func (p *program) printProof(found []proofFinding, files int, unread bool, o proofOptions) error {
	faults := 0
	for _, f := range found {
		if f.Fault {
			faults++
		}
	}
	if o.asJSON {
		if err := p.printJSON(found); err != nil {
			return err
		}
	} else {
		pg := p.page()
		for _, f := range found {
			pg.line(pg.paint(plain, f.File+":"+f.String()))
		}
	}
	switch {
	case unread:
		return &exit{code: exitUsage}
	case faults > 0:
		p.say(english.Count(faults, "fault", "faults") + " in " + english.Count(files, "draft", "drafts"))
		return nothing()
	}
	return nil
}

// preferred completes the actor of ACTOR=SPELLING, and then its spellings.
func preferred(d *events.Dataset, typed string) (completions, cobra.ShellCompDirective) {
	var words completions
	id, _, chosen := strings.Cut(typed, "=")
	if a := d.Actor(id); chosen && a != nil {
		for _, s := range a.Spellings {
			words = append(words, id+"="+s.As)
		}
		return words, inOrder
	}
	for i := range d.Actors {
		if strings.HasPrefix(d.Actors[i].ID, typed) {
			words = append(words, d.Actors[i].ID+"=")
		}
	}
	return words, noFiles | cobra.ShellCompDirectiveNoSpace
}
