"""What one reading process does: bytes in, a document packed for the case out, or one sentence why not.

A long document is opened by one process, which gives back its text in parts; each part is parsed by whoever is free,
and one puts together what they found.
"""

from __future__ import annotations

import gc
import pickle
import signal
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TypeVar

from sayso.errors import SaysoError, SetupError
from sayso.judge import amend_edition, amend_extraction
from sayso.records.claim import Extraction
from sayso.records.document import Document, Edition
from sayso.records.receipt import Received
from sayso.settings import Settings
from sayso.store import Packed, pack


@dataclass(frozen=True, slots=True)
class Opened:
    """Halfway: the text is out of the bytes, and has this many characters still to be extracted from."""

    characters: int


@dataclass(frozen=True, slots=True)
class Failed:
    """It could not be read; ``fatal`` where nothing can be, on this machine."""

    why: str
    fatal: bool = False


@dataclass(frozen=True, slots=True)
class Long:
    """A document whose text is parsed in ``parts``; ``opened`` is what only processes that read need to understand."""

    opened: bytes
    parts: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Part:
    """Paragraphs of a long document, to be parsed."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Parsed:
    """What was found in a part, as processes that read tell one another."""

    found: bytes


@dataclass(frozen=True, slots=True)
class Rest:
    """A long document of which all parts are parsed, in order, to be put together."""

    received: Received
    opened: bytes
    parsed: tuple[bytes, ...]


Task = Received | Part | Rest
Answer = Opened | Packed | Failed | Long | Parsed
_Made = TypeVar("_Made")
_Opening = Callable[[Edition], None]


def read_one(received: Received, settings: Settings, opened: _Opening = lambda _: None) -> Packed:
    """Read and extract one document, as people judged it. Raises whatever the stages raise."""
    # Only the processes that parse pay for loading the parser.
    from sayso.extract import extract  # noqa: PLC0415

    document, edition = _open(received, settings, opened)
    return _packed(received, document, edition, next(iter(extract((edition,), settings))))


def _open(received: Received, settings: Settings, opened: _Opening) -> tuple[Document, Edition]:
    from sayso.read import read  # noqa: PLC0415

    document, edition = read(received, settings)
    edition = amend_edition(edition, received.judged)
    opened(edition)
    return document, edition


def _packed(received: Received, document: Document, edition: Edition, extraction: Extraction) -> Packed:
    return pack(document, edition, amend_extraction(extraction, edition, received.judged))


def do_one(task: Task, settings: Settings, opened: _Opening = lambda _: None) -> Packed | Long | Parsed:
    """What a process that does not read alone makes of a task; raises whatever the stages raise."""
    from sayso.extract import extract, extract_parsed, parse_one, parts_of  # noqa: PLC0415

    if isinstance(task, Part):
        return Parsed(pickle.dumps(parse_one(task.texts, settings)))
    if isinstance(task, Rest):
        document, edition = pickle.loads(task.opened)
        opened(edition)
        parses = (parse for each in task.parsed for parse in pickle.loads(each))
        return _packed(task.received, document, edition, extract_parsed(edition, parses, settings))
    document, edition = _open(task, settings, opened)
    parts = parts_of(edition)
    if len(parts) > 1:
        return Long(pickle.dumps((document, edition)), parts)
    return _packed(task, document, edition, next(iter(extract((edition,), settings))))


def answer(received: Received, settings: Settings) -> Packed | Failed:
    """``read_one`` with every failure put into a sentence."""
    return _explained(lambda: read_one(received, settings))


def _explained(work: Callable[[], _Made]) -> _Made | Failed:
    try:
        return work()
    except SetupError as error:
        return Failed(str(error), fatal=True)
    except SaysoError as error:
        return Failed(str(error))
    except Exception as error:
        # A document may hold anything; one that breaks a stage must not take the pile with it.
        return Failed(f"Sayso broke on it ({_where(error)}); the rest was read without it, please report this.")


def work(connection: Connection, settings: Settings) -> None:
    """Answer jobs until the other end is closed."""
    # The process that writes hears Ctrl-C and ends this one when it has kept what is finished.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()
    while True:
        try:
            task = connection.recv()
            connection.send(_explained(partial(do_one, task, settings, lambda each: connection.send(_opened(each)))))
        except (EOFError, BrokenPipeError, ConnectionResetError):
            return
        # Parsed texts are full of cycles: what one left is looked for once it is answered, and never in what stays.
        gc.collect()
        gc.freeze()


def _opened(edition: Edition) -> Opened:
    return Opened(len(edition.text))


def _where(error: Exception) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if "sayso" in Path(frame.filename).parts] or frames
    said = " ".join(str(error).split())[:120]
    return f"{type(error).__name__}: {said}, {Path(own[-1].filename).name}:{own[-1].lineno}"
