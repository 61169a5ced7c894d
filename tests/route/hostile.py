"""A reading process that does to itself what the worst document could."""

from __future__ import annotations

import os
import time
from multiprocessing.connection import Connection

from sayso.route.worker import Failed, Opened
from sayso.settings import Settings


def work(connection: Connection, settings: Settings) -> None:
    while True:
        try:
            job = connection.recv()
        except EOFError:
            return
        if job.name == "crash":
            os._exit(11)
        if job.name == "hang":
            time.sleep(60)
        if job.name == "missing":
            connection.send(Failed("The pipeline is not installed.", fatal=True))
        connection.send(Opened(len(job.data)))
        connection.send(Failed(f"{job.name} was looked at"))
