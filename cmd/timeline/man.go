package main

import (
	"cmp"
	_ "embed"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"timeline/internal/ui"
)

// manual is the hand-written part of the man page. Lines of the form
//
//	.\" TABLE name
//
// are where the generated tables go.
//
//go:embed timeline.1
var manual string

func (p *program) manCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "man",
		Short:   "Print the man page",
		Long:    "Print the man page, as the formatters of man pages read it.",
		Example: "  timeline man | man -l -\n  timeline man > ~/.local/share/man/man1/timeline.1",
		Args:    noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, err := p.out.Write([]byte(ascii(manPage(cmd.Root()))))
			return err
		},
	}
}

// manPage is the man page with its tables.
func manPage(root *cobra.Command) string {
	tables := map[string]func(*cobra.Command) string{"options": manGlobal, "commands": manCommands, "query": manQuery, "keys": manKeys}
	var b strings.Builder
	for line := range strings.Lines(manual) {
		if name, ok := strings.CutPrefix(strings.TrimSpace(line), `.\" TABLE `); ok {
			b.WriteString(tables[name](root))
			continue
		}
		b.WriteString(line)
	}
	return b.String()
}

// ascii writes what is not ASCII as the formatter's escapes, so that the page is
// read well also where it takes it for Latin-1.
func ascii(s string) string {
	var b strings.Builder
	for _, r := range s {
		if r < utf8.RuneSelf {
			b.WriteRune(r)
			continue
		}
		fmt.Fprintf(&b, `\[u%04X]`, r)
	}
	return b.String()
}

// roff makes text safe for the formatter: backslashes, hyphens that are meant as
// such, and lines that would begin with a request.
func roff(s string) string {
	s = strings.NewReplacer(`\`, `\e`, "-", `\-`).Replace(s)
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		if strings.HasPrefix(l, ".") || strings.HasPrefix(l, "'") {
			lines[i] = `\&` + l
		}
	}
	return strings.Join(lines, "\n")
}

func manGlobal(root *cobra.Command) string {
	var b strings.Builder
	root.PersistentFlags().VisitAll(func(f *pflag.Flag) { b.WriteString(manFlag(f)) })
	root.LocalNonPersistentFlags().VisitAll(func(f *pflag.Flag) { b.WriteString(manFlag(f)) })
	return b.String()
}

func manFlag(f *pflag.Flag) string {
	if f.Hidden {
		return ""
	}
	value, usage := pflag.UnquoteUsage(f)
	names := `\fB` + roff("--"+f.Name) + `\fR`
	if f.Shorthand != "" {
		names = `\fB` + roff("-"+f.Shorthand) + `\fR, ` + names
	}
	if value != "" {
		names += ` \fI` + roff(value) + `\fR`
	}
	return fmt.Sprintf(".TP\n%s\n%s\n", names, roff(usage))
}

func manCommands(root *cobra.Command) string {
	var b strings.Builder
	for _, g := range root.Groups() {
		for _, c := range root.Commands() {
			if c.GroupID != g.ID || !c.IsAvailableCommand() {
				continue
			}
			fmt.Fprintf(&b, ".SS \"%s\"\n%s\n", roff("timeline "+c.Use), manText(cmp.Or(c.Long, c.Short+".")))
			c.LocalNonPersistentFlags().VisitAll(func(f *pflag.Flag) {
				if f.Name != "help" {
					b.WriteString(manFlag(f))
				}
			})
			for _, sub := range c.Commands() {
				if sub.IsAvailableCommand() {
					fmt.Fprintf(&b, ".TP\n\\fB%s\\fR\n%s\n", roff("timeline "+c.Name()+" "+sub.Use), roff(sub.Short))
				}
			}
		}
	}
	return b.String()
}

// manText is text with its paragraphs, and what is indented as it stands.
func manText(s string) string {
	var b strings.Builder
	for n, para := range strings.Split(s, "\n\n") {
		if strings.HasPrefix(para, "  ") {
			fmt.Fprintf(&b, ".PP\n.nf\n%s\n.fi\n", roff(para))
			continue
		}
		if n > 0 {
			b.WriteString(".PP\n")
		}
		b.WriteString(roff(para) + "\n")
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// manKeys is the browser's table of keys, which the browser's own document has as
// tables of Markdown: | `keys` | what they do | where | name |.
func manKeys(*cobra.Command) string {
	var b strings.Builder
	for line := range strings.Lines(ui.KeysMarkdown()) {
		line = strings.TrimSpace(line)
		if title, ok := strings.CutPrefix(line, "## "); ok {
			fmt.Fprintf(&b, ".SS \"%s\"\n", roff(title))
			continue
		}
		keys, rest, ok := strings.Cut(strings.TrimPrefix(line, "| `"), "` | ")
		if !ok || !strings.HasPrefix(line, "| `") {
			continue
		}
		cells := strings.Split(strings.ReplaceAll(rest, `\|`, "|"), " | ")
		what := cells[0]
		if len(cells) > 1 && cells[1] != "everywhere" {
			what += " (" + cells[1] + ")"
		}
		fmt.Fprintf(&b, ".TP\n\\fB%s\\fR\n%s\n", roff(keys), roff(what))
	}
	return b.String()
}

func manQuery(*cobra.Command) string {
	var b strings.Builder
	for n, s := range querySections() {
		if n > 0 {
			fmt.Fprintf(&b, ".SS \"%s\"\n", roff(s.title))
		}
		if s.text != "" {
			b.WriteString(manText(s.text) + "\n")
		}
		for _, r := range s.rows {
			fmt.Fprintf(&b, ".TP\n\\fB%s\\fR\n%s\n", roff(r[0]), roff(r[1]))
		}
		if s.after != "" {
			b.WriteString(".PP\n" + manText(s.after) + "\n")
		}
	}
	return b.String()
}
