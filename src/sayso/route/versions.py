"""What made a thing: a fingerprint of the code and word lists of the stages it went through, and of their settings.

A version number that someone must remember to raise would one day lie; the fingerprint cannot. Where it differs, what
was derived is made again from the bytes that are kept.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import metadata
from pathlib import Path

import sayso
from sayso.settings import Settings

_READING = ("records", "language", "read", "extract", "judge")
_FINDINGS = ("records", "language", "trace", "judge", "resolve", "graft", "weigh")


def reading_version(settings: Settings) -> str:
    """What reads and extracts a document."""
    return f"{sayso.__version__}+{_digest(_READING)} {settings.pipeline} {_installed(settings.pipeline)}"


def pipeline_of(made_with: str) -> str | None:
    """The pipeline that a version of reading names; None where it names none."""
    parts = made_with.split()
    return parts[1] if len(parts) == 3 else None


def findings_version(settings: Settings) -> str:
    """What traces, resolves and weighs."""
    return f"{sayso.__version__}+{_digest(_FINDINGS)} {settings.dating_rounds} {settings.home_country or '-'}"


@cache
def _digest(folders: tuple[str, ...]) -> str:
    root = Path(sayso.__file__).parent
    digest = hashlib.sha256()
    for folder in folders:
        for path in sorted((root / folder).rglob("*"), key=lambda each: each.relative_to(root).as_posix()):
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(path.relative_to(root).as_posix().encode())
                digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:12]


@cache
def _installed(pipeline: str) -> str:
    try:
        return metadata.version(pipeline)
    except metadata.PackageNotFoundError:
        return "-"
