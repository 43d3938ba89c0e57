package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"timeline/internal/articles"
	"timeline/internal/document"
	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/tours"
)

// recordFile is where a dataset keeps what was proven of its quotations.
const recordFile = "verified.yaml"

func (p *program) verifyCommand() *cobra.Command {
	var record bool
	cmd := &cobra.Command{
		Use:   "verify [--articles DIR] [--record]",
		Short: "Check every quotation against the articles",
		Long: `Check every quotation against the texts of the articles: it must stand, word by
word, in the paragraph or note that is named, and only there. No tour may say in its own
words what stands in an article. Without --articles the copies that
"timeline articles add" keeps are used.

With --record, and only if nothing is wrong, the proof is written to verified.yaml in
the folder that --data names, so that a change to a quotation is noticed later even
where the articles are not at hand.`,
		Example: `  timeline verify --articles ~/articles
  timeline verify --articles ~/articles --data data --record`,
		Args: noArgs,
		RunE: func(*cobra.Command, []string) error { return p.verify(record) },
	}
	cmd.Flags().BoolVar(&record, "record", false, "write verified.yaml in the folder that --data names")
	return cmd
}

func (p *program) verify(record bool) error {
	if record && p.dataDir == "" {
		return usageHint("name its folder with --data DIR", "--record writes into a dataset's folder, and the built-in dataset has none")
	}
	d, err := p.unrecorded()
	if err != nil {
		return err
	}
	dirs, err := p.articleDirs()
	if err != nil {
		return err
	}
	found, err := articles.Find(d, dirs...)
	if err != nil {
		return err
	}
	if len(found) == 0 {
		return usageHint("name a folder that holds their texts with --articles DIR", "no article of this dataset is in %s", strings.Join(dirs, " or "))
	}
	sum, problems := articles.Verify(d, found)
	problems = append(problems, tours.Verify(d, texts(found))...)
	p.verified(d, sum, problems)
	if len(problems) > 0 || len(sum.Missing) > 0 {
		if record {
			p.say(recordFile + " was left as it is")
		}
		return nothing()
	}
	if record {
		return p.record(articles.Record(d, found))
	}
	return nil
}

// texts are the articles' words, by source.
func texts(found map[string]*articles.Article) map[string]string {
	list := map[string]string{}
	for id, a := range found {
		var b strings.Builder
		for _, block := range a.Blocks {
			b.WriteString(block.Text + "\n")
		}
		list[id] = b.String()
	}
	return list
}

// unrecorded loads the dataset without the record of its last verification: a
// changed quotation must not stop the command that proves it anew.
func (p *program) unrecorded() (*events.Dataset, error) {
	if p.dataDir == "" {
		return p.dataset()
	}
	fsys, err := openFolder(p.dataDir)
	if err != nil {
		return nil, err
	}
	return events.LoadUnproven(fsys)
}

// articleDirs are the folders in which texts are looked for.
func (p *program) articleDirs() ([]string, error) {
	if p.articles != "" {
		if info, err := os.Stat(p.articles); err != nil {
			return nil, usage("%q cannot be opened: %w", p.articles, reason(err))
		} else if !info.IsDir() {
			return nil, usage("%q is not a folder", p.articles)
		}
		return []string{p.articles}, nil
	}
	dir, err := articles.Dir(p.env)
	if err != nil {
		return nil, &exit{code: exitUsage, cause: err, hint: "name the folder with --articles DIR"}
	}
	if _, err := os.Stat(dir); err != nil {
		return nil, usageHint("name their folder with --articles DIR, or keep copies with: timeline articles add FILE…", "the texts of the articles are not at hand")
	}
	return []string{dir}, nil
}

// verified prints what was checked, and what is wrong.
func (p *program) verified(d *events.Dataset, sum articles.Summary, problems []events.Problem) {
	pg := p.page()
	for _, pr := range problems {
		pr.File = inFolder(p.dataDir, pr.File)
		pg.line(pg.paint(plain, pr.String()))
	}
	all, sound := 0, 0
	for _, c := range sum.Articles {
		all += c.Quotations
		what := "found, in another copy than the one that was recorded"
		if c.Exact {
			sound += c.Verified
			what = "verified"
		}
		pg.line(pg.paint(plain, fmt.Sprintf("%s: %d of %s %s; %.0f%% of its words quoted",
			sourceLabel(d, c.Source), c.Verified, english.Count(c.Quotations, "quotation", "quotations"), what, 100*c.Share())))
	}
	for _, id := range sum.Missing {
		p.say(sourceLabel(d, id) + " is quoted, and its text is not at hand")
	}
	pg.line(fmt.Sprintf("%d of %s in %s verified", sound, english.Count(all, "quotation", "quotations"), english.Count(len(sum.Articles), "article", "articles")))
	if len(problems) > 0 {
		p.say(english.Count(len(problems), "problem", "problems"))
	}
}

// sourceLabel names a source: "Guidère, The Timbuktu Letters".
func sourceLabel(d *events.Dataset, id string) string {
	if s := d.Source(id); s != nil {
		return document.SourceTitle(s)
	}
	return id
}

// record writes the proof into the dataset's folder.
func (p *program) record(r events.Record) error {
	name := filepath.Join(p.dataDir, recordFile)
	if err := replaceFile(name, func(w io.Writer) error { return articles.WriteRecord(w, r) }); err != nil {
		return err
	}
	p.say(fmt.Sprintf("%s recorded in %s", english.Count(len(r.Quotes), "quotation", "quotations"), name))
	return nil
}

func (p *program) articlesCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "articles",
		Short: "Keep copies of the articles, or list them",
		Long: `Keep your own copies of the articles where timeline finds them, so that the
browser can open a whole article at the passage that is quoted. The texts are not
part of timeline, and no copy leaves this computer.`,
		Example: `  timeline articles add ~/Downloads/*.txt
  timeline articles list`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return usageHint("timeline articles --help", "articles wants to know what to do: add or list")
		},
	}
	cmd.AddCommand(&cobra.Command{
		Use:                   "add FILE…",
		DisableFlagsInUseLine: true,
		Short:                 "Keep copies of these texts",
		Long:                  "Keep copies of these texts. Which article a file is, is told by its content; a file that is none of them is refused, with the reason.",
		Example:               "  timeline articles add ~/Downloads/*.txt",
		Args:                  someArgs("the files to keep"),
		RunE:                  func(_ *cobra.Command, args []string) error { return p.addArticles(args) },
	}, &cobra.Command{
		Use:                   "list",
		DisableFlagsInUseLine: true,
		Short:                 "List the articles, and which are at hand",
		Long:                  "List the articles of the dataset, and of each the copy that is at hand. With --articles that folder is looked into as well.",
		Example:               "  timeline articles list",
		Args:                  noArgs,
		RunE:                  func(*cobra.Command, []string) error { return p.listArticles() },
	})
	return cmd
}

func (p *program) addArticles(files []string) error {
	d, err := p.dataset()
	if err != nil {
		return err
	}
	dir, err := articles.Dir(p.env)
	if err != nil {
		return err
	}
	pg := p.page()
	refused := false
	for _, file := range files {
		id, err := articles.Add(dir, d, file)
		if err != nil {
			p.say(fmt.Sprintf("not kept: %v", err))
			refused = true
			continue
		}
		pg.line(pg.paint(plain, fmt.Sprintf("%s: kept %s", sourceLabel(d, id), file)))
	}
	if refused {
		return &exit{code: exitUsage}
	}
	return nil
}

func (p *program) listArticles() error {
	d, err := p.dataset()
	if err != nil {
		return err
	}
	var dirs []string
	if p.articles != "" {
		if dirs, err = p.articleDirs(); err != nil {
			return err
		}
	}
	files, err := articles.Look(d, append(dirs, p.keptArticles()...)...)
	if err != nil {
		return err
	}
	pg := p.page()
	none := true
	for i := range d.Sources {
		id := d.Sources[i].ID
		state := "not at hand"
		if n := slices.IndexFunc(files, func(f articles.File) bool { return f.Article.Source == id }); n >= 0 {
			none = false
			state = files[n].Path
			if !files[n].Article.Exact {
				state += " (another copy than the one that was recorded)"
			}
		}
		pg.line(pg.paint(plain, sourceLabel(d, id)), "\t", pg.paint(muted, state))
	}
	if none {
		return nothing()
	}
	return nil
}
