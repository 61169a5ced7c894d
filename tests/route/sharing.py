"""A reading process that parses nothing: of a long document it gives back the parts, and at last which it was given."""

from __future__ import annotations

import os
from multiprocessing.connection import Connection

from sayso.records.receipt import Received
from sayso.route.worker import Failed, Long, Opened, Parsed, Part
from sayso.settings import Settings


def work(connection: Connection, settings: Settings) -> None:
    while True:
        try:
            task = connection.recv()
        except EOFError:
            return
        if isinstance(task, Received):
            connection.send(Opened(len(task.data)))
            words = tuple(task.data.decode().split())
            is_long = task.name.startswith("long")
            parts = tuple((word,) for word in words)
            connection.send(Long(b"opened", parts) if is_long else Failed(f"{task.name} was looked at"))
        elif isinstance(task, Part):
            if task.texts == ("crash",):
                os._exit(11)
            said = Failed("It is broken.") if task.texts == ("broken",) else Parsed(task.texts[0].upper().encode())
            connection.send(said)
        else:
            found = " ".join(each.decode() for each in task.parsed)
            connection.send(Failed(f"{task.opened.decode()}: {found}"))
