"""A limit on the time that one document may take to parse."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from sayso.errors import UnreadableFile


class _TimeUp(BaseException):
    """Outside Exception, so that no parser's own ``except Exception`` swallows it."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise UnreadableFile when the block takes longer than ``seconds``.

    Works in the main thread of a process on systems with interval timers; elsewhere the block simply runs.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise _TimeUp

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    except _TimeUp:
        raise UnreadableFile(f"It took more than {seconds:g} seconds to parse and was given up.") from None
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
