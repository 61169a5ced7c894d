"""Finding documents: from what was typed to one document's bytes after another."""

from __future__ import annotations

import glob
import hashlib
import io
import os
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path, PurePath
from typing import BinaryIO

from sayso.errors import UnreadableFile
from sayso.read import feeds, jsonl
from sayso.read.decode import looks_binary, storable
from sayso.read.sidecar import Sidecar, checked_date, load_sidecar
from sayso.records.receipt import Hints, Received, Skipped
from sayso.settings import Settings

_TYPES = {
    ".txt": "text/plain",
    ".text": "text/plain",
    "": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".pdf": "application/pdf",
    ".jsonl": "application/x-ndjson",
    ".ndjson": "application/x-ndjson",
    ".json": "application/x-ndjson",
    ".xml": feeds.MEDIA_TYPE,
    ".rss": feeds.MEDIA_TYPE,
    ".atom": feeds.MEDIA_TYPE,
    ".rdf": feeds.MEDIA_TYPE,
}
_INSTEAD = {
    "an archive": "unpack it and read what it holds",
    "a picture": "run text recognition on it and read the text",
    "a recording": "write down what is said and read that",
    "a film": "write down what is said and read that",
}
_LINES = "application/x-ndjson"
_KNOWN_BINARIES = {
    ".doc": "a Word file",
    ".docx": "a Word file",
    ".odt": "an OpenDocument file",
    ".rtf": "a rich text file",
    ".epub": "an e-book",
    ".xls": "a spreadsheet",
    ".xlsx": "a spreadsheet",
    ".zip": "an archive",
    ".gz": "an archive",
    ".7z": "an archive",
    ".tar": "an archive",
    ".jpg": "a picture",
    ".jpeg": "a picture",
    ".png": "a picture",
    ".gif": "a picture",
    ".mp3": "a recording",
    ".mp4": "a film",
}
_CASE = re.compile(r"\.case(?:-wal|-shm|-journal)?$")
_HEAD = 8192
_LONGEST_NAME = 255


# What a name can hold that would break a line, move a cursor or turn the direction of reading.
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class _Search:
    hints: Hints
    settings: Settings
    sidecar: Sidecar | None
    used: set[str]


def find(
    paths: Sequence[str], hints: Hints, settings: Settings, sidecar: Path | None = None
) -> Iterator[Received | Skipped]:
    """Everything to read under ``paths``, in order, one document in memory at a time.

    A path is a file, a folder (searched through, sorted), a glob, or ``-`` for standard input. Each line of a file of
    JSON lines is a document. ``hints`` hold for every document; a row of ``sidecar`` (see ``load_sidecar``) overrules
    them for its file. What cannot be read comes as Skipped, with one sentence why. Raises InputError for a sidecar
    that cannot be used, and for a date that is none.
    """
    checked_date(hints.published, "All are given")
    search = _Search(hints.map(storable), settings, load_sidecar(sidecar) if sidecar else None, set())
    seen: set[str] = set()
    for path in paths:
        if path == "-":
            yield from _read_stream("standard input", "-", sys.stdin.buffer, search)
            continue
        for file, name, chosen in _files(path):
            if isinstance(file, Skipped):
                yield Skipped(legible(file.name), file.why)
                continue
            place = os.path.realpath(file)
            if place in seen or (sidecar and place == os.path.realpath(sidecar)):
                continue
            seen.add(place)
            yield from _read_file(file, name, chosen, search)
    if search.sidecar:
        for key in sorted(set(search.sidecar.rows) - search.used):
            yield Skipped(key, f"It is listed in {search.sidecar.path.name} but was not among the files given.")


def legible(name: str) -> str:
    """A name as it can be stored and printed in one line, what cannot be written as escapes."""
    stored = name.encode("utf-8", "backslashreplace").decode("utf-8")
    return _UNPRINTABLE.sub(lambda match: match.group().encode("unicode_escape").decode("ascii"), stored)


def _files(path: str) -> Iterator[tuple[Path | Skipped, str, bool]]:
    """Files under a path with the name to show, and whether the file itself was named."""
    given = Path(path)
    # The functions of os.path answer where those of Path raise: for a name too long, or in a folder that is closed.
    if os.path.isdir(given):
        yield from ((file, file.relative_to(given).as_posix(), False) for file in _walk(given))
    elif os.path.exists(given):
        yield given, given.name, True
    elif glob.has_magic(path):
        found = sorted(glob.glob(path, recursive=True), key=lambda each: PurePath(each).parts)
        root = Path(os.path.commonpath([os.path.dirname(each) or "." for each in found])) if found else Path()
        for each in found:
            file = Path(each)
            if os.path.isdir(file):
                yield from ((inner, _relative(inner, root), False) for inner in _walk(file))
            else:
                yield file, _relative(file, root), True
        if not found:
            yield Skipped(path, "No file matches it."), path, True
    else:
        yield (
            Skipped(given.name[:_LONGEST_NAME] or path, "There is no such file or folder; check the name."),
            path,
            True,
        )


def _relative(file: Path, root: Path) -> str:
    return Path(os.path.relpath(file, root)).as_posix()


def _walk(folder: Path) -> Iterator[Path]:
    """Files of a folder and its folders, sorted; hidden ones, cases and links to folders are left out.

    A folder that cannot be opened comes as itself.
    """
    try:
        entries = sorted(folder.iterdir(), key=lambda each: each.name)
    except OSError:
        yield folder
        return
    for entry in entries:
        if entry.name.startswith(".") or _CASE.search(entry.name):
            continue
        if os.path.isdir(entry):
            if not entry.is_symlink():
                yield from _walk(entry)
        else:
            yield entry


def _read_file(file: Path, name: str, chosen: bool, search: _Search) -> Iterator[Received | Skipped]:
    hints = search.hints
    if search.sidecar and (row := search.sidecar.hints_for(file, name)):
        search.used.add(row[0])
        hints = _over(row[1], hints)
    ending = file.suffix.casefold()
    name = legible(name)
    try:
        if not os.path.isfile(file):
            yield Skipped(name if name != "." else legible(file.name), _why_no_file(file))
            return
        size = file.stat().st_size
        with file.open("rb") as stream:
            why = _refusal(stream.read(_HEAD), ending, size, chosen, search.settings)
            if why:
                yield Skipped(name, why)
                return
            stream.seek(0)
            address = legible(os.path.normpath(file))
            if _TYPES.get(ending) == _LINES:
                search = replace(search, hints=hints)
                if (
                    ending == ".json"
                    and size <= search.settings.max_bytes
                    and (whole := _read_objects(name, address, stream.read(), search))
                ):
                    yield from whole
                    return
                stream.seek(0)
                yield from _read_lines(name, address, stream, search)
                return
            data = stream.read(search.settings.max_bytes + 1)
            if _TYPES.get(ending) == feeds.MEDIA_TYPE:
                yield from _read_feed(name, address, data, replace(search, hints=hints))
                return
    except OSError as error:
        yield Skipped(name, f"It cannot be opened ({error.strerror}); check who may read it.")
        return
    yield Received(name, hints.url or address, data, _media_type(ending, data), hints)


def _why_no_file(path: Path) -> str:
    if os.path.isdir(path):
        return "The folder cannot be opened; check who may read it."
    if path.is_symlink() and not os.path.exists(path):
        return "It is a link that leads nowhere."
    if not os.path.lexists(path):
        return "It is not there any more."
    return "It is not a regular file."


def _refusal(head: bytes, ending: str, size: int, chosen: bool, settings: Settings) -> str | None:
    """Why a file is not read, in one sentence; None where it is."""
    if size == 0:
        return "It is empty."
    is_pdf = head.lstrip()[:5] == b"%PDF-"
    if _TYPES.get(ending) != _LINES and size > settings.max_bytes:
        return f"It is larger than the limit of {settings.max_bytes:,} bytes; split it, or raise the limit."
    if ending == ".pdf":
        return None if is_pdf else "It calls itself a PDF and is none; save it again from its source."
    if is_pdf:
        return None
    if ending in _KNOWN_BINARIES:
        kind = _KNOWN_BINARIES[ending]
        return f"It is {kind}; {_INSTEAD.get(kind, 'save it as PDF, HTML or plain text and read that')}."
    if _TYPES.get(ending) == feeds.MEDIA_TYPE and not feeds.is_feed(head):
        return "It is XML and no feed (RSS or Atom); save it as HTML or plain text and read that."
    if looks_binary(head):
        return "It holds bytes that are not text; save it as PDF, HTML or plain text and read that."
    if ending not in _TYPES and not chosen:
        known = "txt, md, html, pdf, jsonl, and xml where it is a feed"
        return f"Files ending in “{legible(ending)}” are not read unless named one by one; known are {known}."
    return None


def _media_type(ending: str, data: bytes) -> str:
    """The media type by ending, corrected by the first bytes where these leave no doubt."""
    head = data[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"%PDF-"):
        return "application/pdf"
    kind = _TYPES.get(ending, "text/plain")
    if kind == "text/plain" and head[:15].lower().startswith((b"<!doctype html", b"<html")):
        return "text/html"
    return kind


def _read_objects(name: str, address: str, data: bytes, search: _Search) -> list[Received | Skipped]:
    """The documents of a file that is one object or one array of them; none where it is JSON lines."""
    try:
        found = jsonl.objects(data)
    except UnreadableFile as error:
        return [Skipped(name, str(error))]
    if found is None or len(found) > 1 or data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"["):
        return [
            _one_line(f"{name}, item {number}", address, each, search.hints)
            for number, each in enumerate(found or (), 1)
        ]
    return [_one_line(name, address, found[0], search.hints)]


def _read_lines(name: str, address: str, stream: BinaryIO, search: _Search) -> Iterator[Received | Skipped]:
    """Each line of a stream of JSON lines; bad ones are skipped with their number."""
    limit = search.settings.max_bytes
    number = 0
    while line := stream.readline(limit + 2):
        number += 1
        shown = f"{name}, line {number}"
        if len(line) > limit + 1 or (len(line) > limit and not line.endswith(b"\n")):
            while line and not line.endswith(b"\n"):
                line = stream.readline(limit)
            yield Skipped(shown, f"The line is longer than the limit of {limit:,} bytes; split it, or raise the limit.")
            continue
        data = line.strip(b"\r\n")
        if number == 1:
            data = data.removeprefix(b"\xef\xbb\xbf")
        if data.strip():
            yield _one_line(shown, address, data, search.hints)
    if number == 0:
        yield Skipped(name, "It is empty.")


def _read_feed(name: str, address: str, data: bytes, search: _Search) -> Iterator[Received | Skipped]:
    """Each item of a feed as a document."""
    number = 0
    for number, item in enumerate(feeds.items(data), 1):
        shown = f"{name}, item {number}"
        try:
            own = feeds.address_of(item)
        except UnreadableFile as error:
            yield Skipped(shown, str(error))
            continue
        at = own if own and "://" in own else f"{address}#{own or hashlib.sha256(item).hexdigest()[:12]}"
        yield Received(shown, storable(search.hints.url or at), item, feeds.MEDIA_TYPE, search.hints)
    if number == 0:
        yield Skipped(name, "The feed holds no items.")


def _one_line(shown: str, address: str, data: bytes, hints: Hints) -> Received | Skipped:
    try:
        value = jsonl.load(data)
    except UnreadableFile as error:
        return Skipped(shown, str(error))
    known = jsonl.known_of(value)
    url = hints.url or known.url
    # A line's number changes when lines are added above it, so it cannot be what a later version is known by.
    own = value.get("id") if isinstance(value.get("id"), str | int) else None
    mark = own if own is not None else known.title or hashlib.sha256(data).hexdigest()[:12]
    return Received(shown, storable(url or f"{address}#{mark}"), data, _LINES, hints)


def _read_stream(name: str, address: str, stream: BinaryIO, search: _Search) -> Iterator[Received | Skipped]:
    """Standard input: JSON lines where the first line is one, else a single document."""
    first = stream.readline(search.settings.max_bytes + 2)
    if _is_json_line(first):
        yield from _read_lines(name, address, _Chained(first, stream), search)
        return
    data = first + stream.read(max(0, search.settings.max_bytes + 1 - len(first)))
    if feeds.is_feed(data) and not looks_binary(data[:_HEAD]):
        yield from _read_feed(name, address, data, search)
        return
    why = _refusal(data[:_HEAD], "", len(data), True, search.settings)
    yield (
        Skipped(name, why)
        if why
        else Received(name, search.hints.url or address, data, _media_type("", data), search.hints, "stdin")
    )


def _is_json_line(line: bytes) -> bool:
    try:
        jsonl.load(line.removeprefix(b"\xef\xbb\xbf"))
    except UnreadableFile:
        return False
    return True


class _Chained(io.RawIOBase, BinaryIO):
    """A first line that was read to see what a stream is, put back before the rest of it."""

    def __init__(self, first: bytes, rest: BinaryIO) -> None:
        super().__init__()
        self._first = first
        self._rest = rest

    def readline(self, size: int | None = -1, /) -> bytes:
        if self._first:
            line, self._first = self._first, b""
            return line
        return self._rest.readline(-1 if size is None else size)


def _over(row: Hints, hints: Hints) -> Hints:
    return Hints(**{each.name: getattr(row, each.name) or getattr(hints, each.name) for each in fields(Hints)})
