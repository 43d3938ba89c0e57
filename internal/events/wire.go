package events

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"reflect"
	"strings"
	"unsafe"

	"timeline/internal/edtf"
	"timeline/internal/sorting"
)

// Records lie in a pack field after field, without names: numbers as varints,
// floats as eight bytes, texts, lists and maps with their length before them, a date
// as its EDTF, a pointer as whether there is something. It reads four times as fast
// as JSON, and texts are not copied. What is not exported is left out.

// appendWire appends a value.
func appendWire(b []byte, v reflect.Value) []byte {
	if v.Type() == dateType {
		return appendWireText(b, v.Interface().(edtf.Date).String())
	}
	switch v.Kind() {
	case reflect.String:
		return appendWireText(b, v.String())
	case reflect.Bool:
		if v.Bool() {
			return append(b, 1)
		}
		return append(b, 0)
	case reflect.Int, reflect.Int32, reflect.Int64:
		return binary.AppendVarint(b, v.Int())
	case reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return binary.AppendUvarint(b, v.Uint())
	case reflect.Float64:
		return binary.LittleEndian.AppendUint64(b, math.Float64bits(v.Float()))
	case reflect.Slice:
		b = binary.AppendUvarint(b, uint64(v.Len()))
		for i := range v.Len() {
			b = appendWire(b, v.Index(i))
		}
		return b
	case reflect.Map:
		keys := v.MapKeys()
		sorting.Records(keys, func(x, y *reflect.Value) int { return strings.Compare(x.String(), y.String()) })
		b = binary.AppendUvarint(b, uint64(len(keys)))
		for _, k := range keys {
			b = appendWire(appendWire(b, k), v.MapIndex(k))
		}
		return b
	case reflect.Pointer:
		if v.IsNil() {
			return append(b, 0)
		}
		return appendWire(append(b, 1), v.Elem())
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				b = appendWire(b, v.Field(i))
			}
		}
		return b
	}
	panic("events: a pack cannot hold " + v.Type().String())
}

func appendWireText(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

// toWire is a value as it lies in a pack.
func toWire(v any) []byte { return appendWire(nil, reflect.ValueOf(v)) }

// wire reads what appendWire wrote. Nothing of it is trusted: lengths are held
// against what is left, and lists grow as they are read.
type wire struct {
	rest []byte
	err  error
}

// fromWire reads a value, to which into points, from the whole of text. Texts of the
// value are those of text, which must not change any more.
func fromWire(text []byte, into any) error {
	w := wire{rest: text}
	w.read(reflect.ValueOf(into).Elem())
	if w.err == nil && len(w.rest) > 0 {
		w.err = errors.New("there is more than fits")
	}
	if w.err != nil {
		return fmt.Errorf("the pack is broken: %w", w.err)
	}
	return nil
}

var dateType = reflect.TypeFor[edtf.Date]()

func (w *wire) read(v reflect.Value) {
	if v.Type() == dateType {
		if err := v.Addr().Interface().(*edtf.Date).UnmarshalText([]byte(w.text())); err != nil && w.err == nil {
			w.err = err
		}
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(w.text())
	case reflect.Bool:
		v.SetBool(w.uint(1) == 1)
	case reflect.Int, reflect.Int32, reflect.Int64:
		v.SetInt(w.int(v))
	case reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		v.SetUint(w.uint(math.MaxUint64 >> (64 - v.Type().Bits())))
	case reflect.Float64:
		if b := w.take(8); b != nil {
			v.SetFloat(math.Float64frombits(binary.LittleEndian.Uint64(b)))
		}
	case reflect.Slice:
		w.list(v)
	case reflect.Map:
		w.mapping(v)
	case reflect.Pointer:
		if w.uint(1) == 1 {
			v.Set(reflect.New(v.Type().Elem()))
			w.read(v.Elem())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Field(i); f.CanSet() {
				w.read(f)
			}
		}
	}
}

func (w *wire) list(v reflect.Value) {
	n := int(w.uint(uint64(len(w.rest)))) // every item takes a byte at least
	v.Grow(min(n, 64))
	for i := 0; i < n && w.err == nil; i++ {
		if i == v.Cap() {
			v.Grow(i)
		}
		v.SetLen(i + 1)
		w.read(v.Index(i))
	}
}

func (w *wire) mapping(v reflect.Value) {
	n := int(w.uint(uint64(len(w.rest))))
	v.Set(reflect.MakeMap(v.Type()))
	for i := 0; i < n && w.err == nil; i++ {
		key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
		w.read(key)
		w.read(value)
		v.SetMapIndex(key, value)
	}
}

func (w *wire) text() string {
	b := w.take(int(w.uint(uint64(len(w.rest)))))
	return unsafe.String(unsafe.SliceData(b), len(b))
}

// uint reads a number of at most so much.
func (w *wire) uint(most uint64) uint64 {
	x, n := binary.Uvarint(w.rest)
	if n <= 0 || x > most {
		w.fail()
		return 0
	}
	w.rest = w.rest[n:]
	return x
}

func (w *wire) int(v reflect.Value) int64 {
	x, n := binary.Varint(w.rest)
	if n <= 0 || v.OverflowInt(x) {
		w.fail()
		return 0
	}
	w.rest = w.rest[n:]
	return x
}

// take takes the next n bytes; nil if there are not so many.
func (w *wire) take(n int) []byte {
	if n > len(w.rest) {
		w.fail()
		return nil
	}
	b := w.rest[:n:n]
	w.rest = w.rest[n:]
	return b
}

// fail ends the reading: nothing is left.
func (w *wire) fail() {
	if w.err == nil {
		w.err = errors.New("a record is cut short, or says what it cannot hold")
	}
	w.rest = nil
}
