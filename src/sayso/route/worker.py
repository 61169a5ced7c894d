"""What one reading process does: bytes in, a document packed for the case out, or one sentence why not."""

from __future__ import annotations

import signal
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from sayso.errors import SaysoError, SetupError
from sayso.judge import amend_edition, amend_extraction
from sayso.records.document import Edition
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


Answer = Opened | Packed | Failed


def read_one(received: Received, settings: Settings, opened: Callable[[Edition], None] = lambda _: None) -> Packed:
    """Read and extract one document, as people judged it. Raises whatever the stages raise."""
    # Only the processes that parse pay for loading the parser.
    from sayso.extract import extract  # noqa: PLC0415
    from sayso.read import read  # noqa: PLC0415

    document, edition = read(received, settings)
    edition = amend_edition(edition, received.judged)
    opened(edition)
    extraction = next(iter(extract((edition,), settings)))
    return pack(document, edition, amend_extraction(extraction, edition, received.judged))


def answer(
    received: Received, settings: Settings, opened: Callable[[Edition], None] = lambda _: None
) -> Packed | Failed:
    """``read_one`` with every failure put into a sentence."""
    try:
        return read_one(received, settings, opened)
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
    while True:
        try:
            received = connection.recv()
            connection.send(answer(received, settings, lambda edition: connection.send(Opened(len(edition.text)))))
        except (EOFError, BrokenPipeError, ConnectionResetError):
            return


def _where(error: Exception) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if "sayso" in Path(frame.filename).parts] or frames
    said = " ".join(str(error).split())[:120]
    return f"{type(error).__name__}: {said}, {Path(own[-1].filename).name}:{own[-1].lineno}"
