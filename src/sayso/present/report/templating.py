"""The templates, with all that is printed escaped and tamed, and the content policy of every page."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

POLICY = "default-src 'none'; style-src 'self' file:; base-uri 'none'; form-action 'none'"
_UNSEEN = dict.fromkeys(
    (*range(9), 11, 12, *range(14, 32), *range(127, 160), *range(0x202A, 0x202F), *range(0x2066, 0x206A))
)


def templates(**known: Any) -> Environment:
    """Templates with autoescape on for whatever name they have; ``known`` is what all of them may use."""
    made = Environment(
        loader=PackageLoader("sayso.present.report", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_tame,
    )
    made.globals.update(policy=POLICY, **known)
    return made


def _tame(value: Any) -> Any:
    """What a template prints, without characters that turn the direction of reading or that no page may hold.

    An override in a quotation would otherwise turn around the standing printed behind it.
    """
    return value.translate(_UNSEEN) if isinstance(value, str) and not value.isprintable() else value
