"""Records to plain JSON values and back, by their declared types alone.

A converter is made once for each declared type: a case holds millions of records, and asking each field anew what it is
would take longer than reading it. Where many records are read, what is equal in them can be one object, which halves
the memory that a case takes.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Mapping
from enum import Enum
from functools import cache
from typing import Any, TypeVar, cast

T = TypeVar("T")

_Convert = Callable[[Any], Any]


def to_plain(value: object) -> Any:
    """Dicts, lists, strings, numbers, booleans and None; a record within a union carries its class under ``is``."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return _record_writer(type(value))(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple | list):
        return [to_plain(item) for item in value]
    return value


def from_plain(kind: type[T], plain: Any) -> T:
    """The record of class ``kind`` that ``to_plain`` made ``plain`` of; KeyError or ValueError on other input."""
    return cast("T", None if plain is None else (_ALONE.reader(kind) or _as_it_is)(plain))


def sharing_reader(kind: type[T]) -> Callable[[Any], T]:
    """``from_plain`` for many records of class ``kind``: names, spans and voices that are equal in them are one."""
    return cast("Callable[[Any], T]", Readers(shared=True).reader(kind) or _as_it_is)


@cache
def _record_writer(kind: type) -> _Convert:
    fields = tuple((name, _writer(declared)) for name, declared in _fields(kind))

    def write(record: Any) -> dict[str, Any]:
        out = {}
        for name, convert in fields:
            value = getattr(record, name)
            out[name] = value if convert is None or value is None else convert(value)
        return out

    return write


@cache
def _writer(declared: Any) -> _Convert | None:
    """What makes a value of a declared type plain; None where it is plain already."""
    if declared in (str, int, float, bool):
        return None
    options = _options(declared)
    if len(options) > 1:
        return _write_one_of if all(dataclasses.is_dataclass(each) for each in options) else to_plain
    if options:
        return _writer(options[0])
    if typing.get_origin(declared) is tuple and (item := _item_of(declared)) is not None:
        convert = _writer(item)
        return list if convert is None else lambda values: [convert(each) for each in values]
    if isinstance(declared, type) and issubclass(declared, Enum):
        return _value_of
    return _record_writer(cast("Any", declared)) if dataclasses.is_dataclass(declared) else to_plain


def _value_of(member: Enum) -> Any:
    return member.value


def _write_one_of(record: Any) -> Any:
    return {**to_plain(record), "is": type(record).__name__}


_SHARED_MOST = 20_000
"""How many different values are remembered to be shared."""

_REPEATED = frozenset(
    {"document", "passage", "parent", "name", "text", "role", "reason", "lemma", "mode", "value", "edtf", "matter"}
    | {"outlet", "outlet_reason", "published", "published_reason", "language"}
)
"""Fields of text that many records of a case have alike."""


class _Shared(dict[Any, Any]):
    """What was made of each value so far, one for all that are equal."""

    def __init__(self, make: _Convert) -> None:
        self._make = make

    def __missing__(self, value: Any) -> Any:
        if len(self) >= _SHARED_MOST:
            self.clear()
        made = self[value] = self._make(value)
        return made


class Readers:
    """Converters for what is read together, each made when it is first asked for."""

    def __init__(self, *, shared: bool) -> None:
        self._readers: dict[Any, _Convert | None] = {}
        self._text: _Convert | None = _Shared(_as_it_is).__getitem__ if shared else None

    def reader(self, declared: Any) -> _Convert | None:
        """What makes a value of a declared type of a plain one; None where it is that already."""
        if declared not in self._readers:
            self._readers[declared] = self._made(declared)
        return self._readers[declared]

    def _made(self, declared: Any) -> _Convert | None:
        if declared is float:
            return float
        options = _options(declared)
        if len(options) > 1:
            return self._one_of(options)
        if options:
            return self.reader(options[0])
        if typing.get_origin(declared) is tuple:
            return self._tuple(declared)
        if dataclasses.is_dataclass(declared):
            return self._record(cast("type", declared))
        if isinstance(declared, type) and issubclass(declared, Enum):
            return {member.value: member for member in declared}.__getitem__
        return None

    def _record(self, kind: type) -> _Convert:
        converts = {name: self._field(name, declared) for name, declared in _fields(kind)}

        def read_with_gaps(plain: Any) -> Any:
            return kind(
                **{name: _converted(convert, plain[name]) for name, convert in converts.items() if name in plain}
            )

        is_shared = self._text is not None and _is_flat(kind)
        return _written(kind, converts, None if is_shared else read_with_gaps)

    def _field(self, name: str, declared: Any) -> _Convert | None:
        told = _options(declared) or (declared,)
        return self._text if told == (str,) and name in _REPEATED else self.reader(declared)

    def _tuple(self, declared: Any) -> _Convert:
        item = _item_of(declared)
        if item is None:
            readers = [self.reader(each) or _as_it_is for each in typing.get_args(declared)]
            return lambda plain: tuple(read(each) for read, each in zip(readers, plain, strict=True))
        convert = self.reader(item)
        return tuple if convert is None else lambda plain: tuple(map(convert, plain))

    def _one_of(self, options: tuple[Any, ...]) -> _Convert:
        readers = {each.__name__: self.reader(each) or _as_it_is for each in options}

        def read(plain: Any) -> Any:
            return readers[plain["is"]](plain) if isinstance(plain, dict) else plain

        return read


def _converted(convert: _Convert | None, value: Any) -> Any:
    return value if convert is None or value is None else convert(value)


def _written(kind: type, converts: Mapping[str, _Convert | None], with_gaps: _Convert | None) -> _Convert:
    """What makes a record of a plain one, written out field by field as dataclasses write their own methods.

    A loop over the fields takes three times as long, and a frozen record sets each the long way round: a twin with the
    same slots, not frozen, is filled instead, and then made one of the class. ``with_gaps`` reads what lacks a field;
    without it records that are equal are one.
    """
    known: dict[str, Any] = {"twin": _twin(kind), "kind": kind, "with_gaps": with_gaps}
    given = []
    for at, (name, convert) in enumerate(converts.items()):
        known[f"convert{at}"] = convert
        whole = f"None if (value := plain[{name!r}]) is None else convert{at}(value)"
        given.append(f"plain[{name!r}]" if convert is None else whole)
    if with_gaps is None:
        known["one_of"] = _Shared(lambda values: kind(*values))
        lines = ["    return one_of[" + ", ".join(f"({each})" for each in given) + "]"]
    else:
        lines = [
            "    try:",
            f"        record = twin({', '.join(given)})",
            "    except KeyError:",
            "        return with_gaps(plain)",
            *(["    record.__class__ = kind"] if _twin(kind) is not kind else []),
            "    return record",
        ]
    exec("\n".join(["def read(plain):", *lines]), known)
    return cast("_Convert", known["read"])


@cache
def _twin(kind: type) -> type:
    if "__slots__" not in vars(kind) or hasattr(kind, "__post_init__"):
        return kind
    names = [name for name, _ in _fields(kind)]
    return dataclasses.make_dataclass(kind.__name__, names, bases=kind.__bases__, slots=True, eq=False, repr=False)


def _is_flat(kind: type) -> bool:
    """Whether a record holds nothing but text, whole numbers and enumerated values: spans and voices."""
    told = [(_options(declared) or (declared,)) for _, declared in _fields(kind)]
    return all(len(each) == 1 and isinstance(each[0], type) and issubclass(each[0], str | int) for each in told)


def _options(declared: Any) -> tuple[Any, ...]:
    """What a union is of, without None; nothing where it is no union."""
    if typing.get_origin(declared) not in (typing.Union, types.UnionType):
        return ()
    return tuple(each for each in typing.get_args(declared) if each is not type(None))


def _item_of(declared: Any) -> Any:
    """What a tuple of any length is of; None for one of fixed length."""
    args = typing.get_args(declared)
    return args[0] if len(args) == 2 and args[1] is Ellipsis else None


def _as_it_is(value: Any) -> Any:
    return value


@cache
def _fields(kind: type) -> tuple[tuple[str, Any], ...]:
    hints = typing.get_type_hints(kind)
    return tuple((field.name, hints[field.name]) for field in dataclasses.fields(kind))


_ALONE = Readers(shared=False)
