package main

import (
	"fmt"
	"os/exec"
	"path/filepath"

	"timeline/internal/editor"
	"timeline/internal/events"
	"timeline/internal/folder"
	"timeline/internal/session"
)

// files are those of the dataset that is open, for the session to edit.
func (p *program) files() *session.Files {
	dir := p.dataDir
	if err := folder.Sealed(dir); err != nil {
		return &session.Files{None: err}
	}
	return &session.Files{
		Locate: func(kind, id string) (string, int, error) { return folder.Locate(dir, kind, id) },
		Path:   func(name string) string { return filepath.Join(dir, filepath.FromSlash(name)) },
		Editor: p.editor,
		Read: func() (session.Edition, error) {
			d, err := p.openData(dir, nil)
			if err != nil {
				return session.Edition{}, err
			}
			return p.edition(d), nil
		},
	}
}

// editor is the command that opens a file at a line, on the terminal that the program
// itself has.
func (p *program) editor(file string, line int) (*exec.Cmd, error) {
	if !p.onTerminal() {
		return nil, fmt.Errorf("an editor needs a terminal, which this is not; the file is %s, line %d", file, max(line, 1))
	}
	cmd, err := editor.Command(p.env, file, line)
	if err != nil {
		return nil, fmt.Errorf("%w; the file is %s, line %d", err, file, max(line, 1))
	}
	cmd.Stdin, cmd.Stdout, cmd.Stderr, cmd.Env = p.in, p.stdout, p.stdout, p.environ
	return cmd, nil
}

// edition is a dataset with what reads and cites it.
func (p *program) edition(d *events.Dataset) session.Edition {
	return session.Edition{Data: d, Cite: citer(d), Articles: p.articleReader(d), Notice: p.leftOut}
}
