package main

import (
	"cmp"
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"timeline/internal/english"
)

// build is what the binary knows of how it was built.
type build struct {
	version, revision, time string
	modified                bool
}

// version reads the build information that the toolchain writes into the binary.
func version() build {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return build{version: "(unknown)"}
	}
	vcs := map[string]string{}
	for _, s := range info.Settings {
		vcs[s.Key] = s.Value
	}
	return build{cmp.Or(info.Main.Version, "(unknown)"), vcs["vcs.revision"], vcs["vcs.time"], vcs["vcs.modified"] == "true"}
}

// short is one line: the version, and the revision where it is known.
func (b build) short() string {
	s := b.version
	if len(b.revision) >= 12 {
		s += " (" + b.revision[:12]
		if b.modified {
			s += ", changed"
		}
		s += ")"
	}
	return s
}

func (p *program) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version",
		Long: `Print the version, from which revision it was built, with which Go; and which dataset
it opens, how large that is, and how far it is proven.`,
		Args: noArgs,
		RunE: func(*cobra.Command, []string) error {
			b := version()
			fmt.Fprintf(p.out, "timeline %s\n", b.short())
			if b.revision != "" {
				fmt.Fprintf(p.out, "revision %s of %s\n", b.revision, b.time)
			}
			fmt.Fprintf(p.out, "%s %s/%s\n", runtime.Version(), runtime.GOOS, runtime.GOARCH)
			d, err := p.dataset()
			if err != nil {
				return err
			}
			pg := p.page()
			pg.line(pg.paint(plain, fmt.Sprintf("“%s”, %s; %s", d.Meta.Title, english.Count(d.Len(), "event", "events"), d.Standing())))
			return nil
		},
	}
}
