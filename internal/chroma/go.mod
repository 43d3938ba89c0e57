// The few names of Chroma that Glamour mentions, without Chroma: see chroma.go.
module github.com/alecthomas/chroma/v2

go 1.26.0
