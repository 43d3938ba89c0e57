package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// tourSpan matches what stands between backticks in the tour.
var tourSpan = regexp.MustCompile("`([^`\n]+)`")

// tourFunction matches the name of a function or method: Parse(), Model.Update().
var tourFunction = regexp.MustCompile(`^[A-Za-z][\w.]*\(\)$`)

// tourPath matches a file or folder of the repository.
var tourPath = regexp.MustCompile(`^(\.?[\w.-]+/)+[\w.-]*$`)

// TestTour: every file and folder that the tour names exists, and every function,
// Parse() or Model.Update(), stands in a file or folder that its line names. What
// does not is told with the place where it is now.
func TestTour(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("../../docs/tour-of-the-code.md")
	if err != nil {
		t.Fatal(err)
	}
	if n := len(strings.Fields(string(text))); n > 2000 {
		t.Errorf("the tour has %d words: no one reads them in ten minutes", n)
	}
	declared := declarations(t)
	paths, functions := 0, 0
	for n, line := range strings.Split(string(text), "\n") {
		var here []string // the paths that the line names
		for _, span := range tourSpan.FindAllStringSubmatch(line, -1) {
			if path := span[1]; tourPath.MatchString(path) {
				paths++
				here = append(here, path)
				if _, err := os.Stat(filepath.Join("../..", path)); err != nil {
					t.Errorf("docs/tour-of-the-code.md:%d: there is no %s; of that name there are %q", n+1, path, sameName(t, path))
				}
			}
		}
		for _, span := range tourSpan.FindAllStringSubmatch(line, -1) {
			if name, ok := strings.CutSuffix(span[1], "()"); ok && tourFunction.MatchString(span[1]) {
				functions++
				if !slices.ContainsFunc(declared[name], func(file string) bool {
					return slices.ContainsFunc(here, func(path string) bool { return file == path || strings.HasPrefix(file, path+"/") })
				}) {
					t.Errorf("docs/tour-of-the-code.md:%d: %s is in no file that the line names; it is in %q", n+1, span[1], declared[name])
				}
			}
		}
	}
	if paths < 20 || functions < 10 {
		t.Errorf("only %d paths and %d functions were found", paths, functions)
	}
}

// declarations are the repository's functions and methods, without tests, with the
// files that they stand in.
func declarations(t *testing.T) map[string][]string {
	t.Helper()
	declared := map[string][]string{}
	root := os.DirFS("../..")
	walk(t, func(path string) {
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return
		}
		text, err := fs.ReadFile(root, path)
		if err != nil {
			t.Fatal(err)
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, text, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok {
				name := receiver(f) + f.Name.Name
				declared[name] = append(declared[name], path)
			}
		}
	})
	return declared
}

// receiver is the type that a method is of, with a point: "Model.".
func receiver(f *ast.FuncDecl) string {
	if f.Recv == nil {
		return ""
	}
	of := f.Recv.List[0].Type
	if pointer, ok := of.(*ast.StarExpr); ok {
		of = pointer.X
	}
	if name, ok := of.(*ast.Ident); ok {
		return name.Name + "."
	}
	return ""
}

// sameName are the files and folders that are called as the last part of a path.
func sameName(t *testing.T, path string) (found []string) {
	t.Helper()
	walk(t, func(p string) {
		if filepath.Base(p) == filepath.Base(path) {
			found = append(found, p)
		}
	})
	return found
}

// walk visits the files and folders of the code.
func walk(t *testing.T, visit func(path string)) {
	t.Helper()
	for _, dir := range []string{"cmd", "internal", "docs"} {
		err := fs.WalkDir(os.DirFS("../.."), dir, func(path string, _ fs.DirEntry, err error) error {
			if err == nil {
				visit(path)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}
