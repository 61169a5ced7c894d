"""How a name sounds, whichever way it was put into Latin letters.

One Arabic name has many Latin spellings: Tariq, Tarek; Qadhi, Gadi, Kazi; Yunis, Younes, Yunus. A spelling is cut into
sounds (``sounds``), so that letters that write one sound under different customs (English, French, German, learned)
come out alike, and two spellings are then laid side by side (``align``) at a price for each step that says how far
apart the two sounds are in romanised names.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
import warnings
from dataclasses import dataclass
from functools import cache, lru_cache

from normality import ascii_text

from sayso.language import lexicon

VOWELS = frozenset("aeiouYW")

# Arabic and Hebrew leave short vowels out; generic transliterators give marks that no newspaper prints.
_LETTERS = str.maketrans(
    {
        "ا": "a", "أ": "a", "إ": "i", "آ": "a", "ٱ": "a", "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh",
        "د": "d", "ذ": "dh", "ر": "r", "ز": "z", "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "",
        "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h", "ة": "a", "و": "u", "ي": "i",
        "ى": "a", "ئ": "", "ؤ": "u", "ء": "", "پ": "p", "چ": "ch", "ژ": "zh", "گ": "g", "ک": "k", "ی": "i",
        "ʿ": "", "ʾ": "", "ʻ": "", "ʼ": "", "‘": "", "’": "", "`": "", "´": "",
    }
)  # fmt: skip

# Longest first; each digraph stands for one sound under at least one custom of romanisation.
_DIGRAPHS = (
    ("tsch", "C"), ("sch", "S"), ("tch", "C"), ("dsch", "j"), ("kh", "x"), ("gh", "G"), ("sh", "S"), ("ch", "S"),
    ("th", "T"), ("dh", "D"), ("dj", "j"), ("dg", "j"), ("zh", "Z"), ("ph", "f"), ("ck", "k"), ("qu", "k"), ("kk", "k"),
    ("cq", "k"), ("gu", "g"), ("ts", "C"), ("tz", "C"), ("rh", "r"), ("wh", "w"), ("x", "ks"),
)  # fmt: skip
_VOWEL_RUNS = {
    "aa": "a", "ae": "Y", "aei": "Y", "aee": "Y", "ai": "Y", "ay": "Y", "ei": "Y", "ey": "Y", "eye": "Y", "aie": "Y",
    "ahi": "Y", "ayi": "Y", "eyi": "Y", "aye": "Y", "ao": "W", "au": "W", "aou": "W", "aw": "W", "aoo": "W", "ow": "W",
    "ew": "W", "eo": "W", "oa": "o", "oe": "o", "oo": "u", "ou": "u", "ouo": "u", "uo": "u", "uu": "u", "ue": "u",
    "ee": "i", "ea": "i", "ie": "i", "ii": "i", "iy": "i", "yi": "i", "y": "i", "ye": "i", "oi": "Y", "oy": "Y",
    "ui": "u", "eu": "u", "iee": "i", "eei": "i", "eou": "W",
}  # fmt: skip
_VOWEL_LETTERS = "aeiouy"
_BEFORE_CLEAR_CH = ("chr", "chl")
_SILENT_FINAL_E = re.compile(r"(?<=[aeiouy][bdfklmnprstvz])e$|(?<=[aeiouy](?:nn|ss|ll|tt|mm))e$")

# Prices between 0 (the same under another custom) and 1 (another sound).
_CLOSE_CONSONANTS = {
    "qk": 0.1, "qg": 0.25, "kg": 0.5, "qG": 0.3, "gG": 0.2, "kx": 0.4, "xh": 0.35, "xS": 0.5, "Sk": 0.55, "xq": 0.6,
    "TD": 0.4, "Tt": 0.15, "Td": 0.5, "Ts": 0.35, "Dd": 0.1, "Dz": 0.15, "dz": 0.4, "td": 0.5, "TC": 0.5, "Dt": 0.5,
    "sz": 0.3, "sS": 0.3, "SC": 0.2, "jC": 0.5, "jg": 0.25, "jZ": 0.1, "jz": 0.5, "Zz": 0.4, "ZS": 0.4, "sC": 0.35,
    "jy": 0.4, "wv": 0.2, "vb": 0.45, "vf": 0.3, "bp": 0.4, "pf": 0.4, "wf": 0.6, "wb": 0.6, "zC": 0.35, "zT": 0.45,
    "mn": 0.6, "Gr": 0.6, "Gx": 0.5, "kC": 0.55, "hG": 0.6, "tC": 0.5, "hk": 0.7, "yg": 0.6, "qC": 0.7, "dj": 0.7,
}  # fmt: skip
_CLOSE_VOWELS = {
    "ae": 0.12, "ei": 0.15, "ai": 0.4, "ou": 0.1, "ao": 0.3, "au": 0.35, "iY": 0.25, "eY": 0.2, "aY": 0.3, "uW": 0.3,
    "oW": 0.2, "aW": 0.3, "eo": 0.35, "eu": 0.4, "iu": 0.4, "oi": 0.5, "YW": 0.6,
}  # fmt: skip
_GLIDES = {"yi": 0.15, "ye": 0.3, "yY": 0.2, "wu": 0.15, "wo": 0.2, "wW": 0.15}
_PAIRS = {pair: price for table in (_CLOSE_CONSONANTS, _CLOSE_VOWELS, _GLIDES) for pair, price in table.items()}
_LONE_CONSONANT = 0.95
_LIKE = {
    sound: frozenset(sound).union(*(pair for pair in _PAIRS if sound in pair)) for sound in "bcdfgjklmnpqrstvxzCDGSTZ"
}
"""What each consonant that costs its full price alone (so neither h nor a glide) can be heard as."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of an alignment: sound ``a`` against sound ``b`` (empty where one spelling has none), and its price."""

    kind: str
    a: str
    b: str
    price: float


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two spellings side by side; ``price`` sums the steps."""

    steps: tuple[Step, ...]
    price: float


@lru_cache(maxsize=65536)
def latin(text: str) -> str:
    """``text`` in lower-case ASCII letters, without diacritics; other scripts are transliterated, roughly."""
    if text.isascii():
        return (text.replace("`", "") if "`" in text else text).lower()
    plain = unicodedata.normalize("NFKC", text).translate(_LETTERS)
    if not plain.isascii():
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it advises a C library; the fallback is what is wanted here
            plain = ascii_text(plain) or ""
    return plain.lower()


@lru_cache(maxsize=65536)
def sounds(token: str) -> str:
    """The sounds of one lower-case ASCII word, one character each; doubled consonants count once.

    >>> sounds("marouane"), sounds("marwan"), sounds("khaled")
    ('marwan', 'marwan', 'xaled')
    """
    word = _slavic(re.sub(r"[^a-z]", "", token))
    if len(word) > 4:
        word = _SILENT_FINAL_E.sub("", word)
    out: list[str] = []
    position = 0
    while position < len(word):
        sound, length = _next_sound(word, position)
        if not out or sound != out[-1] or sound in VOWELS:
            out.append(sound)
        position += length
    return "".join(out)


def _slavic(word: str) -> str:
    """One form for names that are put into Latin letters from Belarusian, Russian or Ukrainian.

    Belarusian writes ts and dz where the others have t and d before i, and a short u where they have v: Tsikhanouskaya
    is Tikhanovskaya, Karayeu is Karayev. Only listed given names and words that end as Slavic surnames do are touched.
    """
    if (given := _slavic_names().get(word)) is not None:
        return given
    ends = _SLAVIC_END.search(word)
    if ends is None:
        return word
    stem = word[: ends.start()].replace("tsi", "ti").replace("dzi", "di")
    if ends["yeu"]:
        return f"{stem}yev"
    vowel = {"ou": "ov", "au": "ov", "eu": "ev", "av": "ov"}.get(ends["vowel"] or "", ends["vowel"] or "")
    return f"{stem}{vowel}{'skaya' if ends['female'] else 'ski'}"


_SLAVIC_END = re.compile(
    r"(?P<yeu>(?<=[aeio])yeu)$|(?P<vowel>[oae][uv])?(?:(?P<female>skaya|skaia|skaja|skaa)|sk(?:yi|iy|ii|ij|yj|yy|y|i))$"
)


@cache
def _slavic_names() -> dict[str, str]:
    return {form: row[0] for row in lexicon.table("slavic_names") for form in row}


def _next_sound(word: str, at: int) -> tuple[str, int]:
    letter = word[at]
    if letter in _VOWEL_LETTERS:
        return _vowel(word, at)
    if word.startswith(_BEFORE_CLEAR_CH, at):
        return "k", 2
    for letters, sound in _DIGRAPHS:
        if word.startswith(letters, at):
            if letters == "gu" and (at + 2 >= len(word) or word[at + 2] not in "ei"):
                continue
            return sound, len(letters)
    if letter == "c":
        return ("s" if word[at + 1 : at + 2] in ("e", "i", "y") else "k"), 1
    if letter == "w" and at > 0 and word[at - 1] in _VOWEL_LETTERS and not _vowel_at(word, at + 1):
        return "u", 1
    return letter, 1


def _vowel(word: str, at: int) -> tuple[str, int]:
    end = at
    while end < len(word) and word[end] in _VOWEL_LETTERS:
        end += 1
    run = word[at:end]
    if word[end : end + 1] == "w" and word[end + 1 : end + 2] not in ("a", "e", "i", "o", "u", "y", "w"):
        run, end = run + "w", end + 1
    if run == "ie" and word[end:] == "h":
        return "y", 1
    if len(run) > 3 and run[0] in "ae" and run.startswith("ou", 1):
        return "a", 1
    # A close vowel before another vowel is a glide: Marouane is Marwan, Soufiane is Sufyan.
    if len(run) > 2 and run.startswith(("ou", "oo")) and run[2] in "aei":
        return "w", 2
    if len(run) > 1 and run[0] == "y":
        return "y", 1
    if len(run) > 1 and run[0] == "i" and run[1] in "aou":
        return ("y", 1) if at > 0 else ("i", 1)
    if len(run) > 1 and run[0] == "u" and run[1] in "aei" and at > 0 and run not in _VOWEL_RUNS:
        return "w", 1
    for length in range(min(3, len(run)), 1, -1):
        if run[:length] in _VOWEL_RUNS and not (run[length - 1] == "y" and len(run) > length):
            return _VOWEL_RUNS[run[:length]], length
    return _VOWEL_RUNS.get(run[0], run[0]), 1


def _vowel_at(word: str, at: int) -> bool:
    return at < len(word) and word[at] in _VOWEL_LETTERS


@cache
def _price(a: str, b: str) -> float:
    if a == b:
        return 0.0
    if a + b in _PAIRS:
        return _PAIRS[a + b]
    if b + a in _PAIRS:
        return _PAIRS[b + a]
    if a in VOWELS and b in VOWELS:
        return 0.6
    return 1.6 if (a in VOWELS) != (b in VOWELS) else 1.0


def _gap(word: str, at: int) -> float:
    """The price of a sound that the other spelling lacks: less for a vowel inside, or an h after one."""
    sound = word[at]
    last = at == len(word) - 1
    if sound in VOWELS:
        if at == 0:
            return 0.6
        return 0.4 if last and sound in "ae" else 0.8 if last else 0.45
    if sound == "h":
        return 0.15 if last else 0.5
    if sound in "yw":
        return 0.6
    return _LONE_CONSONANT


@lru_cache(maxsize=262144)
def distance(a: str, b: str) -> float:
    """The price of the cheapest alignment of two strings of sounds (Wagner and Fischer's algorithm, prices above)."""
    return 0.0 if a == b else _table(a, b)[-1][-1]


def least_distance(a: str, b: str) -> float:
    """A price that ``distance`` never falls below, for a glance: consonants that the other lacks, and any like them."""
    return max(_lacking(a, b), _lacking(b, a))


def _lacking(word: str, other: str) -> float:
    return _LONE_CONSONANT * sum(1 for sound in word if sound in _LIKE and _LIKE[sound].isdisjoint(other))


@lru_cache(maxsize=65536)
def align(a: str, b: str) -> Alignment:
    """The cheapest alignment of two strings of sounds, step by step."""
    table = _table(a, b)
    return Alignment(tuple(_trace(a, b, table)), table[-1][-1])


def _table(a: str, b: str) -> list[list[float]]:
    gaps_a = [_gap(a, i) for i in range(len(a))]
    gaps_b = [_gap(b, j) for j in range(len(b))]
    table = [[0.0, *itertools.accumulate(gaps_b)]]
    for sound, gap_a in zip(a, gaps_a, strict=True):
        above = table[-1]
        left = above[0] + gap_a
        row = [left]
        for j, gap_b in enumerate(gaps_b):
            best = above[j] + _price(sound, b[j])
            down = above[j + 1] + gap_a
            left += gap_b
            left = min(left, best, down)
            row.append(left)
        table.append(row)
    return table


def _trace(a: str, b: str, table: list[list[float]]) -> list[Step]:
    steps: list[Step] = []
    i, j = len(a), len(b)
    while i or j:
        if i and j and table[i][j] == table[i - 1][j - 1] + _price(a[i - 1], b[j - 1]):
            i, j = i - 1, j - 1
            if a[i] != b[j]:
                steps.append(Step(_sort_of_change(a[i], b[j]), a[i], b[j], _price(a[i], b[j])))
        elif i and table[i][j] == table[i - 1][j] + _gap(a, i - 1):
            i -= 1
            steps.append(Step(_sort_of_gap(a, i), a[i], "", _gap(a, i)))
        else:
            j -= 1
            steps.append(Step(_sort_of_gap(b, j), "", b[j], _gap(b, j)))
    return steps[::-1]


def _sort_of_change(a: str, b: str) -> str:
    if a in VOWELS and b in VOWELS:
        return "vowel"
    if a in VOWELS or b in VOWELS:
        return "glide"
    return "consonant" if _price(a, b) < 1 else "other consonant"


def _sort_of_gap(word: str, at: int) -> str:
    where = "first" if at == 0 else "last" if at == len(word) - 1 else "inner"
    if word[at] in VOWELS:
        return f"{where} vowel"
    return "h" if word[at] == "h" else f"{where} consonant"
