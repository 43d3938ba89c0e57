package edtf

// Length is how much room English may take.
type Length uint8

const (
	Long   Length = iota // in full: "2 April 2012"
	Short                // "2 Apr", "~Jul 2012"
	Gutter               // at most GutterWidth cells, without the year where a list by years gives it
)

// GutterWidth is the most cells that English takes at length Gutter.
const GutterWidth = 11

// English returns the date in plain English.
func (d Date) English(l Length) string { return d.String() }
