package edtf

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// nodeScript prints, for each text of the JSON array on its input, the bounds
// that npm's edtf gives, in days, as [first, last]; an end that is not a number is
// null, and a text that it refuses is null as a whole.
const nodeScript = `
const edtf = require('edtf').default
const day = x => Number.isFinite(x) ? Math.floor(x / 86400000) : null
const bounds = s => { try { const d = edtf(s); return [day(d.min), day(d.max)] } catch { return null } }
const texts = JSON.parse(require('fs').readFileSync(0, 'utf8'))
console.log(JSON.stringify(texts.map(bounds)))
`

// nodeModules returns a folder that has npm's edtf: EDTF_NODE_MODULES, or a
// node_modules above the working directory; "" if there is none.
func nodeModules() string {
	dirs := []string{os.Getenv("EDTF_NODE_MODULES")}
	dir, err := os.Getwd()
	for err == nil && dir != filepath.Dir(dir) {
		dirs = append(dirs, filepath.Join(dir, "node_modules"))
		dir = filepath.Dir(dir)
	}
	for _, dir := range dirs {
		if _, err := os.Stat(filepath.Join(dir, "edtf", "package.json")); dir != "" && err == nil {
			return dir
		}
	}
	return ""
}

// nodeDiffers reports whether npm's edtf (4.11) is known to see d otherwise. It
//   - takes seasons as quarters of the year: its winter 2012 is October to
//     December 2012;
//   - gives a run in a set the bounds of its first member: [2006..2008] ends in
//     2006;
//   - takes the ends of a set from its first and last member, also where another
//     reaches further: [2008,2008-06] ends in June;
//   - runs unknown months and days of negative years backwards: -0062-08-XX is
//     from the 31st to the 1st.
func nodeDiffers(d Date) bool {
	if membersOverlap(d) || negativeX(d) {
		return true
	}
	for i := range d.pieces() {
		p := d.piece(i)
		if p.from.month >= spring || p.to.month >= spring || d.set != nil && p.shape == closed {
			return true
		}
	}
	return false
}

// negativeX reports whether a month or day of a negative year is unknown.
func negativeX(d Date) bool {
	for i := range d.pieces() {
		p := d.piece(i)
		for _, a := range []atom{p.from, p.to} {
			if a.year < 0 && a.unknown != 0 && a.parts() > 1 {
				return true
			}
		}
	}
	return false
}

func TestBoundsAgainstNode(t *testing.T) {
	node, err := exec.LookPath("node")
	modules := nodeModules()
	if err != nil || modules == "" {
		t.Skip("no node, or no npm package edtf: set EDTF_NODE_MODULES to a node_modules that has it")
	}
	var dates []Date
	var texts []string
	for seed, span := range [][2]int{{2003, 2013}, {-999, 2999}} {
		g := newGenerator(uint64(seed), span[0], span[1])
		for len(texts) < 1500*(seed+1) {
			if d := g.date(); !nodeDiffers(d) {
				dates = append(dates, d)
				texts = append(texts, d.String())
			}
		}
	}
	input, err := json.Marshal(texts)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(node, "-e", nodeScript)
	cmd.Env = append(os.Environ(), "NODE_PATH="+modules)
	cmd.Stdin, cmd.Stderr = bytes.NewReader(input), os.Stderr
	output, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var bounds [][]*Day
	if err := json.Unmarshal(output, &bounds); err != nil {
		t.Fatal(err)
	}
	compared := 0
	for i, d := range dates {
		if bounds[i] == nil {
			continue
		}
		compared++
		first, last := DistantPast, DistantFuture
		if bounds[i][0] != nil {
			first = *bounds[i][0]
		}
		if bounds[i][1] != nil {
			last = *bounds[i][1]
		}
		if first != d.Earliest() || last != d.Latest() {
			t.Errorf("%s: %v to %v, npm edtf says %v to %v", d, d.Earliest(), d.Latest(), first, last)
		}
	}
	t.Logf("%d of %d compared", compared, len(dates))
}
