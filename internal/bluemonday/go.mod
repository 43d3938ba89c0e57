// The one policy of bluemonday that Glamour uses, for a terminal: see policy.go.
module github.com/microcosm-cc/bluemonday

go 1.26.0
