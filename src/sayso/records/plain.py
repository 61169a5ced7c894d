"""Records to plain JSON values and back, by their declared types alone.

A converter is made once for each declared type: a case holds millions of records, and asking each field anew what it is
would take longer than reading it.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable
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
    return cast("T", None if plain is None else (_reader(cast("Any", kind)) or _as_it_is)(plain))


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
    return _record_writer(cast("Any", declared)) if dataclasses.is_dataclass(declared) else to_plain


def _write_one_of(record: Any) -> Any:
    return {**to_plain(record), "is": type(record).__name__}


@cache
def _reader(declared: Any) -> _Convert | None:
    """What makes a value of a declared type of a plain one; None where it is that already."""
    if declared is float:
        return float
    options = _options(declared)
    if len(options) > 1:
        return _one_of_reader(options)
    if options:
        return _reader(options[0])
    if typing.get_origin(declared) is tuple:
        return _tuple_reader(declared)
    if dataclasses.is_dataclass(declared):
        return _record_reader(cast("type", declared))
    return declared if isinstance(declared, type) and issubclass(declared, Enum) else None


def _record_reader(kind: type) -> _Convert:
    fields = tuple((name, _reader(declared)) for name, declared in _fields(kind))

    def read(plain: Any) -> Any:
        given = {}
        for name, convert in fields:
            if name in plain:
                value = plain[name]
                given[name] = value if convert is None or value is None else convert(value)
        return kind(**given)

    return read


def _tuple_reader(declared: Any) -> _Convert:
    item = _item_of(declared)
    if item is None:
        readers = [_reader(each) or _as_it_is for each in typing.get_args(declared)]
        return lambda plain: tuple(read(each) for read, each in zip(readers, plain, strict=True))
    convert = _reader(item)
    return tuple if convert is None else lambda plain: tuple([convert(each) for each in plain])


def _one_of_reader(options: tuple[Any, ...]) -> _Convert:
    readers = {each.__name__: _reader(each) or _as_it_is for each in options}

    def read(plain: Any) -> Any:
        return readers[plain["is"]](plain) if isinstance(plain, dict) else plain

    return read


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
