"""Dates in words, as a reader would say them."""

from __future__ import annotations

from datetime import date

from sayso.language.date_parts import part_words
from sayso.records.matter import BestWhen
from sayso.records.when import edtf_interval

UNDATED = "undated"
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}


def date_words(edtf: str | None) -> str:
    """An EDTF value as a reader would say it: "18 May 2031", "from 3 to 9 May 2031", "by 2014"."""
    if not edtf:
        return UNDATED
    if "/" in edtf:
        if (part := part_words(edtf)) is not None:
            return part
        return _range_words(*edtf.split("/", 1))
    about = "about " if edtf[-1] in "~%" else ""
    doubt = " (uncertain)" if edtf[-1] in "?%" else ""
    return f"{about}{_one_date(edtf.rstrip('~?%'))}{doubt}"


def _range_words(low: str, high: str) -> str:
    low, high = _coarser(low, high)
    if low == high:
        return date_words(low)
    if low.isdigit() and high.isdigit() and low[-1] == "0" and int(high) - int(low) == 9:
        return f"the {low}s"
    if low in {"", ".."}:
        return f"by {date_words(high)}"
    if high in {"", ".."}:
        return f"since {date_words(low)}"
    first, last = date_words(low).split(" "), date_words(high).split(" ")
    shared = 0
    while shared < len(first) - 1 and len(first) == len(last) and first[-1 - shared] == last[-1 - shared]:
        shared += 1
    return f"from {' '.join(first[: len(first) - shared])} to {' '.join(last)}"


def _coarser(low: str, high: str) -> tuple[str, str]:
    """A range of whole years or whole months without its days: 1980-01-01 and 1989-12-31 are 1980 and 1989."""
    if low.endswith("-01-01") and high.endswith("-12-31"):
        return low[:4], high[:4]
    last = edtf_interval(high[:7])[1]
    if len(low) == len(high) == 10 and low.endswith("-01") and last is not None and last.isoformat() == high:
        return low[:7], high[:7]
    return low, high


def _one_date(plain: str) -> str:
    year, _, rest = plain.partition("-")
    if year.endswith("XX"):
        return f"the {year[:2]}00s"
    if year.endswith("X"):
        return f"the {year[:3]}0s"
    month, _, day = rest.partition("-")
    if month in _SEASONS:
        return f"{_SEASONS[month]} {year}"
    if month.isdigit() and 1 <= int(month) <= 12:
        day = day.partition("T")[0]
        return f"{int(day)} {_MONTHS[int(month) - 1]} {year}" if day.isdigit() else f"{_MONTHS[int(month) - 1]} {year}"
    return plain


def when_words(best: BestWhen | None) -> str:
    """The time shown for a matter; one that no claim states is marked as inferred, with its arithmetic."""
    if best is None:
        return UNDATED
    words = date_words(best.edtf)
    return f"{words} (inferred: {best.reason})" if best.inferred else words


def year_words(edtf: str | None, bound: bool = False) -> str:
    """The year a list is headed by, or the decade; the first year of a range.

    With ``bound`` all that is known is by when it had happened: "2031 or before".
    """
    low, high = edtf_interval(edtf)
    known: date | None = low or high
    if bound and known is not None:
        return f"{known.year} or before"
    in_decade = low and high and (high.year - low.year == 9 or part_words(edtf or "")) and low.year != high.year
    if low and high and in_decade and low.year // 10 == high.year // 10:
        return f"the {low.year // 10}0s"
    return str(known.year) if known else UNDATED
