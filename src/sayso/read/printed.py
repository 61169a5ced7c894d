"""Dates as they are printed: on datelines, in credits, in addresses and in markup."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sayso.records.document import Span

_MONTH_NAMES = (
    ("january", "jan", "janvier", "januar", "enero", "gennaio", "janeiro", "ocak"),
    ("february", "feb", "février", "fevrier", "februar", "febrero", "febbraio", "fevereiro", "şubat"),
    ("march", "mar", "mars", "märz", "maerz", "marzo", "março", "mart"),
    ("april", "apr", "avril", "abril", "aprile", "nisan"),
    ("may", "mai", "mayo", "maggio", "maio", "mayıs"),
    ("june", "jun", "juin", "juni", "junio", "giugno", "junho", "haziran"),
    ("july", "jul", "juillet", "juli", "julio", "luglio", "julho", "temmuz"),
    ("august", "aug", "août", "aout", "agosto", "ağustos"),
    ("september", "sept", "sep", "septembre", "septiembre", "settembre", "setembro", "eylül"),
    ("october", "oct", "octobre", "oktober", "octubre", "ottobre", "outubro", "ekim"),
    ("november", "nov", "novembre", "noviembre", "novembro", "kasım"),
    ("december", "dec", "décembre", "decembre", "dezember", "diciembre", "dicembre", "dezembro", "aralık"),
)
_MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names}
_MONTH = "(?P<month>" + "|".join(sorted(map(re.escape, _MONTHS), key=lambda name: (-len(name), name))) + r")\b\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|\.)?"
_YEAR = r"(?P<year>(?:19|20)\d{2})(?![\d:])"
_CLOCK = r"(?:(?:at\s+|-\s*|,\s*|T)?\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\.\d+)?\s*(?:[ap]\.?m\.?)?)"
_ZONE = (
    r"(?:\(?(?:GMT|UTC|BST|CET|CEST|E[SD]?T|C[SD]T|M[SD]T|P[SD]?T|EET|EEST|MSK|IST|AEST|Z)\)?"
    r"(?:\s?[+-]\d{1,4}(?::\d{2})?)?)"
)
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?<![\d/.-])(?P<year>(?:19|20)\d{2})[-/.](?P<number>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d|[/.-]\d)",
        rf"(?<![\d/]){_DAY}\s*(?:of\s+|de\s+|-\s*|/\s*)?{_MONTH}\s*(?:de\s+|[-/,]\s*)?{_YEAR}",
        rf"(?<![\w]){_MONTH}\s*{_DAY}\s*(?:,\s*|\s+)(?:{_CLOCK}\s*{_ZONE}?\s*,?\s*)?{_YEAR}",
        rf"(?<![\d/]){_DAY}\s+{_MONTH}\s+{_CLOCK}\s*{_ZONE}?\s*{_YEAR}",
        r"(?<![\d/.-])(?P<first>\d{1,2})(?P<mark>[/.-])(?P<second>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d{2})(?!\d|[/.-]\d)",
        rf"(?<![\w]){_MONTH}\s*,?\s*{_YEAR}",
    )
)
_WITHOUT_YEAR = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<![\d/.-]){_DAY}\s+{_MONTH}(?![\w,]*\s*\d)",
        rf"(?<!\w)(?<!\d\s){_MONTH}\s*(?P<day>\d{{1,2}})(?!\d|[:.]\d|,?\s*(?:19|20)\d\d)",
    )
)
_LEAP_YEAR = 2028  # in which every day of a year is one
_LABELS = (
    r"(?:(?:first\s+|originally\s+|last\s+|date\s+)?(?:published|posted|updated|modified|issued|created|filed|released|"
    r"added|submitted|publié|publicado|pubblicato|veröffentlicht|publication)|date|dated|on|at|by|le|el|il|am|um|à)"
)
_WEEKDAYS = (
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|"
    r"lunes|martes|miércoles|jueves|viernes|sábado|domingo|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag"
)
_FURNITURE = re.compile(
    rf"\b(?:{_LABELS}|{_WEEKDAYS})\b\.?|{_CLOCK}|(?<![^\W\d_]){_ZONE}\b|[\s,:;|•·*_()\[\]/–—-]+", re.IGNORECASE
)
_UPDATED = re.compile(r"\b(?:updated|modified|last\s+edited)\b", re.IGNORECASE)
_IN_ADDRESS = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d{2})[/-](?P<number>\d{1,2})[/-](?P<day>\d{1,2})(?!\d)")
_IN_ADDRESS_RUN = re.compile(r"(?<!\d)(?P<year>20\d{2})(?P<number>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?!\d)")
_FULL_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_SECONDS = re.compile(r"\d{9,10}(?:\.\d+)?|\d{12,13}")  # since 1970, or thousandths of them
# Some collections print a page's date before its first words: "date 2031-05-20 Ships turned back".
STAMPED = re.compile(r"\s*date (?P<day>\d{4}-\d{2}-\d{2})(?:\s+|$)")


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed date: its span in the text it was found in, and its EDTF value (a day or a month)."""

    span: Span
    edtf: str


def find_date(text: str) -> Printed | None:
    """The first full date (or month with year) in a short text; None where there is none or it could be two days."""
    found = [printed for pattern in _PATTERNS if (match := pattern.search(text)) and (printed := _read(match))]
    return min(found, key=lambda each: (each.span.start, -len(each.span))) if found else None


def find_day(text: str, near: str | None) -> Printed | None:
    """A full date in a short text, or a day and month whose year ``near`` tells: the last such day up to that date.

    ``near`` is the EDTF day that the text around was published on. Without it, a day and month come with the year
    unspecified (``XXXX-08-13``).
    """
    if printed := find_date(text):
        return printed
    match = next((found for pattern in _WITHOUT_YEAR if (found := pattern.search(text))), None)
    day = _iso(_LEAP_YEAR, _MONTHS[match["month"].casefold()], int(match["day"])) if match else None
    if match is None or day is None:
        return None
    span = Span(match.start(), match.end())
    return Printed(span, completed(f"XXXX{day[4:]}", near) or f"XXXX{day[4:]}")


def completed(edtf: str, near: str | None) -> str | None:
    """A date whose year is unspecified with the year of its last such day up to ``near``; None without a full day."""
    if not edtf.startswith("XXXX"):
        return edtf
    if near is None or not _FULL_DAY.fullmatch(near):
        return None
    year = int(near[:4])
    same, before = (_iso(each, int(edtf[5:7]), int(edtf[8:10])) for each in (year, year - 1))
    return same if same is not None and same <= near else before


def is_dateline(text: str) -> Printed | None:
    """The date, where a line says nothing but a date: with a weekday, a time of day or "Published:" at most."""
    if len(text) > 120 or (printed := find_date(text)) is None:
        return None
    rest = text[: printed.span.start] + " | " + text[printed.span.end :]
    return printed if not without_dates(rest) else None


def without_dates(text: str) -> str:
    """What a line says besides dates, times of day, weekdays and their labels."""
    while printed := find_date(text):
        text = text[: printed.span.start] + " | " + text[printed.span.end :]
    return _FURNITURE.sub(" ", text).strip(" .")


def says_updated(text: str) -> bool:
    """Whether a line speaks of a later change rather than of publication."""
    return bool(_UPDATED.search(text))


def date_in_address(address: str) -> str | None:
    """The day that a url's path carries (``/2031/05/20/``), as EDTF."""
    path = address.partition("://")[2].partition("/")[2].partition("?")[0] or ""
    for pattern in (_IN_ADDRESS, _IN_ADDRESS_RUN):
        if (match := pattern.search(path)) and (printed := _read(match)):
            return printed.edtf
    return None


def given_date(value: object) -> str | None:
    """EDTF for a date as metadata give it: ISO 8601 or EDTF, seconds since 1970, or printed words; else None."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        seconds = value / 1000 if value > 1e11 else value
        return datetime.fromtimestamp(seconds, UTC).date().isoformat() if 1e8 < seconds < 1e10 else None
    words = str(value).strip()
    if _SECONDS.fullmatch(words):
        return given_date(float(words))
    if re.fullmatch(r"(?:19|20)\d{2}(?:-(?:0[1-9]|1[0-2]))?[~?%]?", words):
        return words
    if match := re.match(r"(\d{4})-(\d{2})-(\d{2})(?:$|[T\s])", words):
        return _iso(int(match[1]), int(match[2]), int(match[3]))
    if match := re.fullmatch(r"((?:19|20)\d{2})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?", words):
        return _iso(int(match[1]), int(match[2]), int(match[3]))
    printed = find_date(words)
    return printed.edtf if printed else None


def _read(match: re.Match[str]) -> Printed | None:
    parts = match.groupdict()
    year = int(parts["year"])
    if parts.get("first"):
        edtf = _day_and_month(year, int(parts["first"]), int(parts["second"]), parts["mark"])
    else:
        month = int(parts["number"]) if parts.get("number") else _MONTHS[parts["month"].casefold()]
        edtf = _iso(year, month, int(parts["day"])) if parts.get("day") else f"{year:04d}-{month:02d}"
    return Printed(Span(match.start(), match.end()), edtf) if edtf else None


def _day_and_month(year: int, first: int, second: int, mark: str) -> str | None:
    """03/04/2031 is two days; only what can be read one way is read. Full stops part day, month, year in that order."""
    if mark == "." or first > 12 or first == second:
        return _iso(year, second, first)
    return _iso(year, first, second) if second > 12 else None


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
