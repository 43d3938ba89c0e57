package ui

import (
	tea "charm.land/bubbletea/v2"
)

// Articles are the sources' texts that are at hand, by source id.
type Articles = map[string]*stubArticle

// articleView is a whole article with the passage of the open claim marked.
type articleView struct {
	source  string
	text    *stubArticle
	passage int // line of the passage
}

// articlesRead is what came of looking for the articles.
type articlesRead struct {
	found Articles
	err   error
}

// openArticle opens the whole article of the open source at the passage. The
// texts are read once, when they are first asked for.
func (m Model) openArticle() (Model, tea.Cmd) {
	if m.reader.plain != nil || m.reader.article != nil {
		return m, nil
	}
	if m.cfg.Articles == nil {
		return m.warns("The article itself is not at hand: start with --articles DIR, or keep a copy with: timeline articles add FILE"), nil
	}
	if m.articles != nil {
		return m.showArticle(), nil
	}
	read := m.cfg.Articles
	return m.says("Looking for the article …"), func() tea.Msg {
		found, err := read()
		return articlesRead{found, err}
	}
}

func (m Model) withArticles(a articlesRead) Model {
	if a.err != nil {
		return m.warns("The articles could not be read: %v", a.err)
	}
	m.articles = a.found
	if m.articles == nil {
		m.articles = Articles{}
	}
	m.notice = notice{}
	if !m.reader.open {
		return m
	}
	return m.showArticle()
}

func (m Model) showArticle() Model {
	m.reader.article = m.articleAt()
	if m.reader.article == nil {
		return m.warns("This article is not among the texts found: start with --articles DIR, or keep a copy with: timeline articles add FILE")
	}
	m.reader.top = 0
	m = m.rerendered()
	m.reader.top = 0
	return m.readerScrolled(m.reader.article.passage - m.readerHeight()/3)
}

// articleAt is the article of the open source, or nil if it is not at hand.
func (m Model) articleAt() *articleView {
	i, ok := m.selected()
	if !ok {
		return nil
	}
	sources := m.data.Event(i).Sources()
	if m.reader.source >= len(sources) {
		return nil
	}
	id := sources[m.reader.source]
	text := m.articles[id]
	if text == nil {
		return nil
	}
	return &articleView{source: id, text: text}
}

func (m Model) closeArticle() Model {
	m.reader = reader{open: true, source: m.reader.source}
	return m.rerendered()
}

type stubArticle struct{}

func (m Model) articleLines(w int) []painted { return nil }
