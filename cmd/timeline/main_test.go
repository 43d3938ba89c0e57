package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/creack/pty"
	"github.com/rogpeppe/go-internal/testscript"
	"github.com/rogpeppe/go-internal/txtar"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

//go:generate go test . -update

var (
	update = flag.Bool("update", false, "write what the program does into the scripts and documents")
	long   = flag.Bool("long", false, "try every hostile text whole and with every command, not a sample, and start the program for each command of the scripts")
)

func TestMain(m *testing.M) {
	if os.Getenv(panicVariable) != "" {
		os.Exit(panicOnKey())
	}
	flag.Parse()
	atOnce := flag.Lookup("test.parallel")
	if atOnce.Value.String() == atOnce.DefValue { // most tests wait for a program: more of them than processors can
		_ = flag.Set("test.parallel", strconv.Itoa(4*runtime.GOMAXPROCS(0)))
	}
	code := m.Run()
	if built != "" {
		os.RemoveAll(filepath.Dir(built))
	}
	os.Exit(code)
}

// TestScripts runs testdata/script. Each script begins in a folder with the
// invented dataset lamp and the texts of its articles. It runs before the tests
// that are parallel, as commands that run in this process change its folder.
func TestScripts(t *testing.T) {
	fixture, err := fixtureFiles()
	if err != nil {
		t.Fatal(err)
	}
	exe := binary(t)
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	testscript.RunT(oneByOne{t}, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		UpdateScripts:       *update,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"schema":   func(ts *testscript.TestScript, neg bool, args []string) { schema(ts, neg, root, args) },
			"terminal": terminal,
			"timeline": command,
		},
		Condition: func(cond string) (bool, error) {
			if cond != "builtin" {
				return false, fmt.Errorf("unknown condition %q", cond)
			}
			_, err := (&program{err: io.Discard, out: io.Discard}).dataset()
			return err == nil, nil
		},
		Setup: func(env *testscript.Env) error {
			for name, text := range fixture {
				file := filepath.Join(env.WorkDir, name)
				if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
					return err
				}
				if err := os.WriteFile(file, text, 0o666); err != nil {
					return err
				}
			}
			env.Setenv("PATH", filepath.Dir(exe)+string(filepath.ListSeparator)+env.Getenv("PATH"))
			env.Setenv("HOME", env.WorkDir)
			env.Setenv("SOURCE_DATE_EPOCH", "0")
			env.Setenv("EXE", exe)
			env.Setenv("GOGC", "off") // each process ends before it would help
			return nil
		},
	})
}

// oneByOne runs scripts one after the other.
type oneByOne struct{ *testing.T }

func (oneByOne) Parallel() {}

func (oneByOne) Verbose() bool { return testing.Verbose() }

func (t oneByOne) Run(name string, script func(testscript.T)) {
	t.T.Run(name, func(t *testing.T) { script(oneByOne{t}) })
}

// scriptVariables are those of the environment that the program reads and a script may set.
var scriptVariables = []string{"HOME", "XDG_DATA_HOME", "SOURCE_DATE_EPOCH", "NO_COLOR", "CLICOLOR_FORCE", "TIMELINE_PLAIN"}

// command runs the program in the script's folder:
//
//	timeline ARG…
//
// It is exec timeline ARG… but for a process of its own, whose start takes several times
// as long as most commands do; with -long it has one. What is about the process itself is
// for exec: its input, a pipe, the exit code; and each command is started by some test.
func command(ts *testscript.TestScript, neg bool, args []string) {
	failed := false
	if *long {
		failed = ts.Exec("timeline", args...) != nil
	} else {
		failed = commandHere(ts, args)
	}
	switch {
	case failed && !neg:
		ts.Fatalf("unexpected command failure")
	case !failed && neg:
		ts.Fatalf("unexpected command success")
	}
}

// commandHere runs a script's command in this process and tells whether it failed.
func commandHere(ts *testscript.TestScript, args []string) (failed bool) {
	var environ []string
	for _, name := range scriptVariables {
		environ = append(environ, name+"="+ts.Getenv(name))
	}
	before, err := os.Getwd()
	ts.Check(err)
	ts.Check(os.Chdir(ts.MkAbs(".")))
	out, errs, code, err := runHere("", environ, args...)
	ts.Check(os.Chdir(before))
	ts.Check(err)
	fmt.Fprint(ts.Stdout(), out)
	fmt.Fprint(ts.Stderr(), errs)
	return code != exitFound
}

// runHere runs the program as main does, but in this process, and returns what it wrote.
// Pipes cost less than files, and are what a process that is started has.
func runHere(stdin string, environ []string, args ...string) (out, errs string, code int, err error) {
	var from, to [3]*os.File // the ends of the pipes that its input, output and error are
	for n := range from {
		if from[n], to[n], err = os.Pipe(); err != nil {
			return "", "", 0, err
		}
	}
	var written [3]bytes.Buffer
	var pipes sync.WaitGroup
	pipes.Go(func() {
		_, _ = to[0].WriteString(stdin) // fails where less is read
		to[0].Close()
	})
	for n := 1; n < 3; n++ {
		pipes.Go(func() {
			_, _ = written[n].ReadFrom(from[n]) // ends when the other end is closed
			from[n].Close()
		})
	}
	code = run(args, from[0], to[1], to[2], environ)
	from[0].Close()
	to[1].Close()
	to[2].Close()
	pipes.Wait()
	return written[1].String(), written[2].String(), code, nil
}

// fixtureFiles are the files of the invented dataset, by name.
func fixtureFiles() (map[string][]byte, error) {
	a, err := txtar.ParseFile("testdata/fixture.txtar")
	if err != nil {
		return nil, err
	}
	files := map[string][]byte{}
	for _, f := range a.Files {
		files[f.Name] = f.Data
	}
	for _, name := range []string{"brandt", "holm", "gazette"} {
		sum := sha256.Sum256(files["texts/"+name+".txt"])
		for file, text := range files {
			if strings.HasPrefix(file, "lamp/coverage/") {
				files[file] = bytes.ReplaceAll(text, []byte("HASH-OF-"+name), []byte(hex.EncodeToString(sum[:])))
			}
		}
	}
	return files, nil
}

// schema validates a file of JSON against docs/event.schema.json:
//
//	schema N FILE     an array of N events, one event (1), or N lines of events
func schema(ts *testscript.TestScript, neg bool, root string, args []string) {
	if len(args) != 2 || neg {
		ts.Fatalf("usage: schema N FILE")
	}
	compiled, err := jsonschema.NewCompiler().Compile(filepath.Join(root, "docs", "event.schema.json"))
	ts.Check(err)
	text := ts.ReadFile(args[1])
	var list []any
	if value, err := jsonschema.UnmarshalJSON(strings.NewReader(text)); err != nil {
		dec := json.NewDecoder(strings.NewReader(text))
		dec.UseNumber()
		for dec.More() {
			var v any
			ts.Check(dec.Decode(&v))
			list = append(list, v)
		}
	} else if array, ok := value.([]any); ok {
		list = array
	} else {
		list = []any{value}
	}
	if strconv.Itoa(len(list)) != args[0] {
		ts.Fatalf("%d events, not %s", len(list), args[0])
	}
	for _, event := range list {
		ts.Check(compiled.Validate(event))
	}
}

// terminal runs a command on a terminal of that width and keeps what it wrote,
// without escape sequences unless there is a !, as a file. It is not for the
// browser: nothing is typed and nothing drawn.
//
//	terminal 80 FILE[!] COMMAND ARG…
func terminal(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) < 3 || neg {
		ts.Fatalf("usage: terminal WIDTH FILE COMMAND ARG…")
	}
	width, err := strconv.Atoi(args[0])
	ts.Check(err)
	ptmx, tty, err := pty.Open()
	ts.Check(err)
	defer ptmx.Close()
	ts.Check(pty.Setsize(ptmx, &pty.Winsize{Rows: 24, Cols: uint16(width)}))
	text := make(chan []byte, 1)
	go func() {
		var b bytes.Buffer
		_, _ = b.ReadFrom(ptmx) // ends with an error when the other side is closed
		text <- b.Bytes()
	}()
	cmd := commandOf(ts, args[2:])
	cmd.Stdin, cmd.Stdout, cmd.Stderr = tty, tty, tty
	err = cmd.Run()
	tty.Close()
	var out []byte
	select {
	case out = <-text:
	case <-time.After(10 * time.Second):
		ts.Fatalf("the terminal was not let go")
	}
	if err != nil {
		ts.Logf("%v", err)
	}
	s := strings.ReplaceAll(string(out), "\r\n", "\n")
	file, raw := strings.CutSuffix(args[1], "!")
	if !raw {
		s = ansi.Strip(s)
	}
	ts.Check(os.WriteFile(ts.MkAbs(file), []byte(s), 0o666))
}

// commandOf finds the command in the script's own PATH.
func commandOf(ts *testscript.TestScript, args []string) *exec.Cmd {
	name := args[0]
	for _, dir := range filepath.SplitList(ts.Getenv("PATH")) {
		if file := filepath.Join(dir, name); exists(file) {
			name = file
			break
		}
	}
	cmd := exec.Command(name, args[1:]...)
	cmd.Dir = ts.MkAbs(".")
	cmd.Env = append(os.Environ(), "HOME="+ts.Getenv("HOME"), "TERM=xterm", "PATH="+ts.Getenv("PATH"), "NO_COLOR="+ts.Getenv("NO_COLOR"))
	return cmd
}

func exists(file string) bool {
	_, err := os.Stat(file)
	return err == nil
}
