"""Check that lines hold to the exchange form: each to its JSON Schema, all together to one another."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from jsonschema import Draft202012Validator

Plain = dict[str, Any]


@cache
def schema() -> Plain:
    """The JSON Schema (2020-12) of one line."""
    loaded: Plain = json.loads((files("sayso.present.exports") / "exchange.schema.json").read_text(encoding="utf-8"))
    return loaded


@cache
def _validator(record: str) -> Draft202012Validator | None:
    whole = schema()
    if record not in whole["$defs"]["record"]["enum"]:
        return None
    return Draft202012Validator({"$ref": f"#/$defs/{record}", "$defs": whole["$defs"]})


def check_export(lines: Iterable[str]) -> list[str]:
    """What is wrong with an export, one sentence a fault, each with its line; an empty list where all is well.

    Beyond the schema it holds lines to what a schema cannot say: keys are sorted, every span quotes the text it points
    into, and every id that is referred to is there.
    """
    faults: list[str] = []
    texts: dict[str, str] = {}
    given: set[str] = set()
    asked: list[tuple[int, str]] = []
    for number, line in enumerate(lines, start=1):
        try:
            record = json.loads(line)
        except ValueError as error:
            faults.append(f"line {number}: not JSON ({error})")
            continue
        wrong = list(_against_schema(record))
        faults += [f"line {number}: {each}" for each in wrong]
        if wrong:
            continue
        if list(record) != sorted(record):
            faults.append(f"line {number}: keys are not sorted")
        if record["record"] == "document":
            texts[record["id"]] = record["text"]
        if "id" in record:
            given.add(record["id"])
        faults += [f"line {number}: {each}" for each in _misquotes(record, texts)]
        asked += [(number, each) for each in _references(record)]
    faults += [f"line {number}: refers to {each}, which is not there" for number, each in asked if each not in given]
    return faults


def _against_schema(record: Any) -> Iterator[str]:
    kind = record.get("record") if isinstance(record, dict) else None
    validator = _validator(kind) if isinstance(kind, str) else None
    if validator is None:
        yield f"no record is called {kind!r}"
        return
    for error in sorted(validator.iter_errors(record), key=lambda each: each.json_path):
        yield f"{error.json_path}: {error.message[:200]}"


def _misquotes(record: Plain, texts: dict[str, str]) -> Iterator[str]:
    for document, start, end, words in _quoting(record, record.get("document")):
        text = texts.get(document)
        if text is None:
            yield f"points into {document}, whose text is not there"
        elif not start <= end <= len(text):
            yield f"{start}..{end} lies outside the text of {document}"
        elif words is not None and text[start:end] != words:
            yield f"{start}..{end} of {document} reads {text[start:end]!r}, not {words!r}"


def _quoting(part: Any, document: Any) -> Iterator[tuple[str, int, int, str | None]]:
    """Every span in a record, with the words it claims to point at where it repeats them."""
    if isinstance(part, list):
        for each in part:
            yield from _quoting(each, document)
        return
    if not isinstance(part, dict) or part.get("record") == "judgement":
        return  # the words of a judgement are those of the edition that was judged, which may be gone
    inside = part.get("document") or document
    if isinstance(inside, str) and isinstance(part.get("start"), int):
        yield inside, part["start"], part["end"], part.get("text", part.get("quote"))
    if part.get("record") in {"actor", "place"}:
        yield from ((each[0], each[1], each[2], None) for each in part["mentions"])
    if part.get("record") == "document":
        inside = part["id"]
        yield from ((inside, start, end, None) for start, end in part["unread"])
    if part.get("record") == "saying":
        yield from ((part["document"], start, end, None) for start, end in part["content"])
    for each in part.values():
        if isinstance(each, dict | list):
            yield from _quoting(each, inside)


def _references(record: Plain) -> Iterator[str]:
    kind = record["record"]
    if kind == "claim":
        content = record["content"]
        roles = [*content.get("roles", ()), *(content[key] for key in ("a", "b") if key in content)]
        if "trait" in content:
            roles.append(content["actor"])
        place = content.get("place") or {}
        named = [record["about"], record["matter"], content.get("of"), place.get("place")]
        named += [each["actor"] for each in (*roles, *record["voices"])] + [each["saying"] for each in record["voices"]]
    elif kind == "matter":
        named = [
            record["part_of"],
            record["place"],
            *record["claims"],
            *(each["actor"] for each in record["participants"]),
        ]
        named += [claim for each in record["accounts"] for claim in (*each["claims"], *each["copies"])]
    elif kind == "dispute":
        named = [record["matter"], *(claim for each in record["values"] for claim in each["claims"])]
    elif kind == "actor":
        named = [each["actor"] for each in record["perhaps"]]
    elif kind == "saying":
        named = [record["actor"], record["parent"]]
    else:
        named = []
    return iter([each for each in named if each])
