package data

import (
	"io"
	"testing"
	"testing/iotest"
)

// TestPackIsReadAnywhere reads the pack from every place and across its blocks.
func TestPackIsReadAnywhere(t *testing.T) {
	t.Parallel()
	pack, err := Pack()
	if err != nil {
		t.Fatal(err)
	}
	whole, err := io.ReadAll(pack)
	if err != nil || int64(len(whole)) != pack.Size() || len(whole) < 3*BlockBytes {
		t.Fatalf("%d bytes of %d: %v", len(whole), pack.Size(), err)
	}
	again, err := Pack()
	if err != nil {
		t.Fatal(err)
	}
	if err := iotest.TestReader(again, whole); err != nil {
		t.Error(err)
	}
	for _, at := range []int64{0, BlockBytes - 5, BlockBytes, 2*BlockBytes - 1, pack.Size() - 9} {
		part := make([]byte, 9)
		if _, err := again.ReadAt(part, at); err != nil && err != io.EOF || string(part) != string(whole[at:at+9]) {
			t.Errorf("at %d: %q (%v)", at, part, err)
		}
	}
}
