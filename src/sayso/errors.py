"""Every error Sayso raises on purpose, in one tree.

::

    SaysoError
    ├── InputError            something given on the command line or in a pile cannot be used
    │   ├── UnreadableFile    bytes that no reader makes sense of
    │   └── UnknownName       a name, id or address that the case does not hold
    ├── CaseError             the case file itself
    │   ├── NotACase          the file is something else
    │   ├── CaseTooNew        written by a later Sayso
    │   ├── CaseBusy          another Sayso is writing to it
    │   ├── CaseFull          the disk has no room for it
    │   └── CaseDamaged       what is kept no longer matches its fingerprint
    └── SetupError            a part Sayso needs is missing on this machine

Each carries one sentence that says what is wrong and what to do about it, fit to be printed as it is.
"""

from __future__ import annotations


class SaysoError(Exception):
    """The root of the tree. ``exit_code`` is what the command line ends with."""

    exit_code = 1


class InputError(SaysoError):
    """Something given to Sayso cannot be used."""

    exit_code = 2


class UnreadableFile(InputError):
    """A file whose bytes no reader makes sense of."""


class UnknownName(InputError):
    """A name, id or address that the case does not hold."""

    exit_code = 3


class CaseError(SaysoError):
    """The case file cannot be used as it is."""

    exit_code = 4


class NotACase(CaseError):
    """The file exists and is not a case."""


class CaseTooNew(CaseError):
    """The case was written by a later version of Sayso."""


class CaseBusy(CaseError):
    """Another process is writing to the case."""


class CaseFull(CaseError):
    """The disk has no room for what is to be kept."""


class CaseDamaged(CaseError):
    """What the case keeps no longer matches the fingerprint taken when it came in."""


class SetupError(SaysoError):
    """A part that Sayso needs is not installed."""

    exit_code = 5
