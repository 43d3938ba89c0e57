// Timeline is a terminal browser for sourced history. Started alone it opens
// the full-screen browser on the dataset that is built in; its subcommands
// answer quick questions about the same events in a shell.
//
// See timeline --help, or README.md.
package main

import "os"

func main() {
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr, os.Environ()))
}
