// Package state is what the browser remembers between runs: for each dataset
// where the person was, and the bookmarks.
//
// It is one small JSON file, state.json, in the folder that the XDG rules give
// to such things (see [Path]; macOS is treated as any other Unix):
//
//	{
//	  "version": 1,
//	  "datasets": {
//	    "embedded:mali": {
//	      "place": {"event": "2012-04-02-timbuktu", "zoom": "months", "query": "actor:belmokhtar"},
//	      "bookmarks": [{"event": "2012-04-02-timbuktu", "added": "2026-11-21T10:00:00Z"}]
//	    }
//	  }
//	}
//
// Use:
//
//	path, err := state.Path(getenv)         // err: say it once, go on with path ""
//	store := state.Open(path, time.Now)
//	file, notice, err := store.Load()       // file is usable whatever err is
//	place := file.Dataset(key).Place
//	…
//	err = store.AddBookmark(key, event)
//
// An update takes a lock, reads the file again, changes what it is about, and
// replaces the file whole (see package atomicfile).
//
// Invariants:
//   - at any moment, kill -9 included, state.json is the whole of the last
//     acknowledged update or of a later one; what a program that dies leaves
//     beside it, the next update removes;
//   - two programs lose nothing of each other's: a change is applied to what
//     is in the file at that time, never to what was once loaded;
//   - a file that cannot be understood (broken, too large, of a newer version)
//     is renamed to state.json.broken-DATE-TIME, never deleted, and the start
//     goes on with an empty one and a notice;
//   - fields that this version does not know stay in the file: an update edits
//     the JSON objects and never writes them anew from what it knows;
//   - folders that it makes have mode 0700, files 0600.
//
// What it is not: settings, history or a cache. It reads no environment and no
// clock but those it is given, and it does not know what an event is. The
// strings in the file are text like any other: show them through printable.
//
// A state.json that is a symbolic link becomes a plain file at the first
// update.
package state
