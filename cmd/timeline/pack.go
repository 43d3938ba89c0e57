package main

import (
	"errors"
	"io"

	"github.com/spf13/cobra"

	"timeline/internal/english"
	"timeline/internal/events"
)

// packCommand makes a pack of a dataset's folder: one file that opens at once,
// however many events it holds.
func (p *program) packCommand() *cobra.Command {
	var file string
	cmd := &cobra.Command{
		Use:   "pack [DIR] -o FILE",
		Short: "Make one file of a dataset, which opens at once",
		Long: `Make one file of a dataset's folder, which --data opens as it opens the folder,
but without reading and checking every file anew. The folder stays the original:
make the pack again when it changed. Without DIR it is the one that --data names,
or else the built-in dataset. A dataset with faults is not packed.`,
		Example: `  timeline pack mydata -o mydata.pack
  timeline --data mydata.pack`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			dir := p.dataDir
			if len(args) == 1 {
				dir = args[0]
			}
			return p.pack(dir, file)
		},
	}
	cmd.Flags().StringVarP(&file, "output", "o", "", "write the pack to `FILE`")
	return cmd
}

func (p *program) pack(dir, file string) error {
	if file == "" {
		return usage("where to? name the pack with -o FILE")
	}
	if dir == "" {
		return usageHint("name its folder: timeline pack DIR -o FILE", "a pack is made of a folder, and the built-in dataset has none")
	}
	fsys, err := openFolder(dir)
	if err != nil {
		return err
	}
	collectUsually()
	d, err := events.Load(fsys, nil)
	if problems := (events.Problems)(nil); errors.As(err, &problems) {
		return &exit{code: exitUsage, cause: err, hint: "timeline check lists the same; nothing was written"}
	} else if err != nil {
		return err
	}
	digest, err := events.Digest(fsys)
	if err != nil {
		return err
	}
	if err := replaceFile(file, func(w io.Writer) error { return events.WritePack(w, d, digest) }); err != nil {
		return err
	}
	p.say(english.Count(d.Len(), "event", "events") + " of " + dir + " packed into " + file)
	return nil
}
