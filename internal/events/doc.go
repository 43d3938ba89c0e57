// Package events is the domain of timeline: dated happenings, what each source
// claims of them, who took part, and where. It loads a dataset from plain text
// files, refuses a broken one with every fault named at once, and lays the
// events out in columns so that a million of them can be filtered and searched.
//
// It knows nothing of terminals, and it never makes a date finer than its source.
//
// # Words used here
//
//   - An event is one happening, told by one or more claims.
//   - A claim is what one source says of it: date, wording, quotation, locator.
//   - A locator is a numbered block of the source (p12: paragraph 12, n4: note 4).
//   - A basis says how a claim's date was had: stated, derived, press-date …
//   - A disagreement is a difference between sources, or inside one, that the
//     reader should see.
//
// # Invariants of a loaded Dataset
//
//   - events are ordered by earliest day, then the narrower interval, then id;
//   - ids are unique, and every reference (actor, place, source, link) resolves;
//   - no event's date is finer than what its claims support;
//   - text is NFC, without control characters or bidirectional overrides; ids are
//     of lower-case letters, digits and hyphens.
//
// The invariants hold for what Load returns. A pack (OpenPack) and New are only
// whole: ids apart (a pack's are checked), their text may be anything, and what
// shows it passes it through package printable.
package events
