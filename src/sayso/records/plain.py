"""Records to plain JSON values and back, by their declared types alone."""

from __future__ import annotations

import dataclasses
import types
import typing
from enum import Enum
from functools import cache
from typing import Any, TypeVar, cast

T = TypeVar("T")


def to_plain(value: object) -> Any:
    """Dicts, lists, strings, numbers, booleans and None; a record within a union carries its class under ``is``."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        out: dict[str, Any] = {}
        for name, kind in _fields(type(value)):
            item = getattr(value, name)
            plain = to_plain(item)
            if _is_record_union(kind) and isinstance(plain, dict):
                plain["is"] = type(item).__name__
            out[name] = plain
        return out
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple | list):
        return [to_plain(item) for item in value]
    return value


def from_plain(kind: type[T], plain: Any) -> T:
    """The record of class ``kind`` that ``to_plain`` made ``plain`` of; KeyError or ValueError on other input."""
    return cast("T", _build(kind, plain))


def _build(kind: Any, plain: Any) -> Any:
    if plain is None:
        return None
    origin = typing.get_origin(kind)
    if origin in (typing.Union, types.UnionType):
        options = [each for each in typing.get_args(kind) if each is not type(None)]
        if len(options) > 1 and isinstance(plain, dict):
            return _build(next(each for each in options if each.__name__ == plain["is"]), plain)
        return _build(options[0], plain)
    if origin is tuple:
        args = typing.get_args(kind)
        if len(args) == 2 and args[1] is Ellipsis:
            return tuple(_build(args[0], item) for item in plain)
        return tuple(_build(each, item) for each, item in zip(args, plain, strict=True))
    if dataclasses.is_dataclass(kind):
        record = cast("Any", kind)
        return record(**{name: _build(each, plain[name]) for name, each in _fields(record) if name in plain})
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(plain)
    return kind(plain) if kind is float else plain


@cache
def _fields(kind: type) -> tuple[tuple[str, Any], ...]:
    hints = typing.get_type_hints(kind)
    return tuple((field.name, hints[field.name]) for field in dataclasses.fields(kind))


def _is_record_union(kind: Any) -> bool:
    if typing.get_origin(kind) not in (typing.Union, types.UnionType):
        return False
    return sum(dataclasses.is_dataclass(each) for each in typing.get_args(kind)) > 1
