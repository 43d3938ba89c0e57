package main

import (
	"debug/elf"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/creack/pty"
)

// timeline never uses the network. Three proofs of it, from the source to the
// running program: no package is linked that talks to a network; the binary
// holds no function that could open a socket; and the program, run under
// strace, opens none.

// platforms are those that the program is built for.
var platforms = []string{"linux/amd64", "linux/arm64", "darwin/arm64", "windows/amd64"}

// linkedPackage is a package that the program is linked of.
type linkedPackage struct {
	path    string
	imports []string
	module  string // path, version and folder of another's module, with a space between
}

// goList asks once for the packages that are linked for each platform.
var goList = sync.OnceValues(func() (map[string][]linkedPackage, error) {
	const format = `{{.ImportPath}}|{{join .Imports " "}}|{{if not .Standard}}{{with .Module}}{{if not (or .Main .Replace)}}{{.Path}} {{.Version}} {{.Dir}}{{end}}{{end}}{{end}}`
	linked := map[string][]linkedPackage{}
	for _, platform := range platforms {
		goos, goarch, _ := strings.Cut(platform, "/")
		cmd := exec.Command("go", "list", "-deps", "-f", format, ".")
		cmd.Env = append(os.Environ(), "GOOS="+goos, "GOARCH="+goarch, "CGO_ENABLED=0")
		cmd.Stderr = os.Stderr
		out, err := cmd.Output()
		if err != nil {
			return nil, err
		}
		for line := range strings.SplitSeq(strings.TrimSpace(string(out)), "\n") {
			f := strings.SplitN(line, "|", 3)
			linked[platform] = append(linked[platform], linkedPackage{f[0], strings.Fields(f[1]), f[2]})
		}
	}
	return linked, nil
})

func linkedPackages(t *testing.T) map[string][]linkedPackage {
	t.Helper()
	linked, err := goList()
	if err != nil {
		t.Fatal(err)
	}
	return linked
}

// mayImportNet are the packages that may import net. pflag reads addresses as
// values of flags, of which we have none; the other names what Windows itself
// offers. Neither opens anything.
var mayImportNet = []string{"github.com/spf13/pflag", "golang.org/x/sys/windows"}

func TestNoPackageTalksToANetwork(t *testing.T) {
	t.Parallel()
	talks := regexp.MustCompile(`^(net/(http|rpc|smtp|textproto|mail)|crypto/tls|log/syslog|golang\.org/x/net/(http|proxy|websocket|icmp|ipv|trace).*|golang\.org/x/crypto/ssh.*|google\.golang\.org/grpc.*)(/.*)?$`)
	for p, linked := range linkedPackages(t) {
		for _, pkg := range linked {
			if talks.MatchString(pkg.path) {
				t.Errorf("%s: %s is linked", p, pkg.path)
			}
			if slices.Contains(pkg.imports, "net") && !slices.Contains(mayImportNet, pkg.path) {
				t.Errorf("%s: %s imports net", p, pkg.path)
			}
		}
	}
}

// opensSocket matches the functions that every connection and every listener
// goes through: net's, and the system calls under them.
var opensSocket = regexp.MustCompile(`^(net\.(Dial|Listen|socket|sysSocket|internetSocket|FileConn|cgoLookup|\(\*(Dialer|ListenConfig|sysDialer|sysListener|Resolver)\))|(syscall|golang\.org/x/sys/(unix|windows))\.(Socket|socket|Connect|connect|Bind|bind|Listen|listen|WSASocket|WSAStartup|ConnectEx))`)

func TestBinaryCannotOpenSockets(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"net.Dial", "net.(*Dialer).DialContext", "net.ListenTCP", "syscall.connect", "golang.org/x/sys/unix.Socket"} {
		if !opensSocket.MatchString(name) {
			t.Errorf("%s would not be noticed", name)
		}
	}
	names := functions(t, binary(t))
	for _, name := range names {
		if opensSocket.MatchString(name) {
			t.Errorf("the binary holds %s", name)
		}
	}
	if len(names) < 1000 {
		t.Errorf("only %d symbols were looked at", len(names))
	}
}

// functions are the names of the symbols in a binary. Where binaries are of
// another kind than ELF, the go command reads them, which takes seconds.
func functions(t *testing.T, file string) (names []string) {
	t.Helper()
	if f, err := elf.Open(file); err == nil {
		defer f.Close()
		symbols, err := f.Symbols()
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range symbols {
			names = append(names, s.Name)
		}
		return names
	}
	out, err := exec.Command("go", "tool", "nm", file).Output()
	if err != nil {
		t.Skip("go tool nm:", err)
	}
	for line := range strings.SplitSeq(string(out), "\n") {
		if f := strings.Fields(line); len(f) >= 3 {
			names = append(names, f[len(f)-1])
		}
	}
	return names
}

// TestRunningOpensNoSocket runs commands and the browser under strace. Sockets of
// the machine itself are no network: the C library asks for the user's name on
// one, where the program is built with it.
func TestRunningOpensNoSocket(t *testing.T) {
	t.Parallel()
	strace, err := exec.LookPath("strace")
	if err != nil {
		t.Skip("skipped: strace is not installed; the two tests before still hold")
	}
	program := binary(t)
	log := filepath.Join(t.TempDir(), "trace")
	traced := func(args ...string) *exec.Cmd {
		return exec.Command(strace, append([]string{"-f", "-qq", "-A", "-o", log, "-e", "trace=%network", "-e", "signal=none", program}, args...)...)
	}
	if out, err := traced("version").CombinedOutput(); err != nil {
		t.Skipf("skipped: strace may not trace here: %v %s", err, out)
	}
	home := t.TempDir()
	for _, args := range [][]string{{"list"}, {"show", "2012-04-02"}, {"export", "--to", "timelinejs"}, {"check"}, {"sources", "--json"}, {"cite", "--style", "bibtex", "2012-04-02"}, {"nosuchword"}, {"help"}} {
		cmd := traced(args...)
		cmd.Env = []string{"HOME=" + home, "PATH=" + os.Getenv("PATH")}
		_ = cmd.Run() // how it ends is not asked here
	}
	cmd := traced("--fresh")
	cmd.Env = []string{"HOME=" + home, "TERM=xterm-256color", "PATH=" + os.Getenv("PATH")}
	browseBriefly(t, cmd)
	text, err := os.ReadFile(log)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.SplitSeq(string(text), "\n") {
		gone := strings.Contains(line, "???(") // a thread that ended as strace let go of it: no call at all
		if strings.Contains(line, "(") && !strings.Contains(line, "AF_UNIX") && !gone {
			t.Errorf("a system call of the network: %s", line)
		}
	}
}

// browseBriefly runs the browser on a pseudo-terminal: it moves, reads, copies
// and leaves, each step once something more has been drawn.
func browseBriefly(t *testing.T, cmd *exec.Cmd) {
	t.Helper()
	tty, err := pty.StartWithSize(cmd, &pty.Winsize{Cols: 80, Rows: 24})
	if err != nil {
		t.Fatal(err)
	}
	defer tty.Close()
	drawn, ended := make(chan bool, 1000), make(chan error, 1)
	go func() {
		buf := make([]byte, 4096)
		for {
			if _, err := tty.Read(buf); err != nil {
				return
			}
			select {
			case drawn <- true:
			default:
			}
		}
	}()
	go func() { ended <- cmd.Wait() }()
	for _, keys := range []string{"", "j", "\r", "y", "i", "\x03", "\x03"} {
		_, _ = tty.WriteString(keys)
		select {
		case <-drawn:
		case <-ended:
			return
		case <-time.After(patience):
		}
	}
	select {
	case <-ended:
	case <-time.After(patience):
		_ = cmd.Process.Kill()
		t.Error("the browser does not end")
	}
}
