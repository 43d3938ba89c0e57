package events

import (
	"slices"
	"strings"
)

// Type is what kind of happening an event is: a position in the dataset's Vocabulary.
type Type uint8

// EventType is a word for a kind of happening, such as meeting.
type EventType struct {
	Name  string
	Sign  string // one of Signs, which it shares with its group
	Group string // what it belongs to, such as fighting
}

// Signs are the signs that types of events can have, each one cell wide. The last is
// for what belongs to no group.
var Signs = []string{"×", "◇", "▲", "†", "¶", "§", "○", "●", "≡", "·"}

// groups are what the types of each of Signs have in common.
var groups = []string{"fighting", "hostages", "power", "deaths and arrests", "messages", "decisions", "meetings", "groups", "documents", "other"}

// builtInTypes is the vocabulary of a dataset that brings none. Each name stands with
// its sign.
var builtInTypes = func() []EventType {
	var types []EventType
	for word := range strings.FieldsSeq(`agreement● alliance● allegiance● appointment§ arrest† attack× battle×
		capture▲ coup▲ death† decision§ declaration¶ destruction× discovery≡ dismissal§ document≡ founding●
		intervention▲ interview¶ kidnapping◇ letter¶ meeting○ merger● message¶ mission○ policy§ press-report≡
		publication≡ punishment× ransom◇ release◇ split● statement¶ talks○ uprising▲ visit○ withdrawal▲ other·`) {
		for n, sign := range Signs {
			if name, found := strings.CutSuffix(word, sign); found {
				types = append(types, EventType{name, sign, groups[n]})
			}
		}
	}
	return types
}()

// BuiltInTypes returns the types of a dataset that brings no vocabulary of its own.
func BuiltInTypes() []EventType { return slices.Clone(builtInTypes) }

// Vocabulary returns the types that events of the dataset can have, in the order of
// their values. There is at least one. Do not change it.
func (d *Dataset) Vocabulary() []EventType {
	if len(d.Meta.Types) > 0 {
		return d.Meta.Types
	}
	return builtInTypes
}

// TypeNames returns the words of the vocabulary.
func (d *Dataset) TypeNames() []string { return TypeNames(d.Vocabulary()) }

// TypeNames returns the words for types.
func TypeNames(types []EventType) []string {
	names := make([]string, len(types))
	for i, t := range types {
		names[i] = t.Name
	}
	return names
}

// TypesWith returns the words of the vocabulary that have a sign.
func (d *Dataset) TypesWith(sign string) []string {
	return TypeNames(slices.DeleteFunc(slices.Clone(d.Vocabulary()), func(t EventType) bool { return t.Sign != sign }))
}
