"""Who relays whom, drawn by hand: what was first told at the left, who passes it on at the right.

Names stand at per cent of the width, so that type keeps its size on a phone; only the lines between them stretch.
"""

from __future__ import annotations

import math
import textwrap
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

_HEAD = 26
_GAP = 9.0  # between names
_LEAST = 15.0  # a name's height, however thin its lines
_MOST = 40
_LEFT, _RIGHT = 43.0, 62.0
_WORDS = (25, 20)  # letters that fit into a column on a phone


@dataclass(frozen=True, slots=True)
class Link:
    """A line of the chart: ids and names of both ends, how it is relayed, and in how many claims."""

    giver: str
    giver_name: str
    taker: str
    taker_name: str
    way: str
    claims: int


def relay_chart(links: Sequence[Link], href: Callable[[str], str | None]) -> Markup:
    """The chart for the weightiest links; nothing where there are none."""
    shown = sorted(links, key=lambda each: (-each.claims, each.taker, each.giver, each.way))[:_MOST]
    if not shown:
        return Markup("")
    givers, takers = _ordered(shown)
    names = {each.giver: each.giver_name for each in shown} | {each.taker: each.taker_name for each in shown}
    tall = {key for key in takers if len(_lines(names[key], _WORDS[1], 2)) > 1}
    left = _placed(givers, [(each.giver, each) for each in sorted(shown, key=lambda each: takers.index(each.taker))])
    down = sorted(shown, key=lambda each: left.middle(each.giver))
    right = _placed(takers, [(each.taker, each) for each in down], tall)
    right = right.moved(max(0.0, (left.height - right.height) / 2))
    height = max(left.height, right.height) + 8
    words = "; ".join(f"{each.taker_name} relays {each.giver_name}" for each in shown)
    out = [
        f'<svg class="relays" width="100%" height="{height:.0f}" role="img" aria-label="{escape(words)}">',
        f'<text class="last" x="{_LEFT - 2}%" y="12">told by</text><text x="{_RIGHT + 2}%" y="12">relayed by</text>',
        f'<svg x="{_LEFT}%" width="{_RIGHT - _LEFT}%" height="{height:.0f}" '
        f'viewBox="0 0 100 {height:.0f}" preserveAspectRatio="none">',
        *(_curve(each, left.ends[each], right.ends[each]) for each in shown),
        "</svg>",
    ]
    for side, x, anchor in ((left, _LEFT, "name last"), (right, _RIGHT, "name")):
        for key, (top, bottom) in side.nodes.items():
            out.append(f'<rect x="{x - 0.2:.1f}%" width="0.4%" y="{top:.1f}" height="{bottom - top:.1f}"/>')
            out.append(_name(names[key], (x, (top + bottom) / 2), anchor, href(key)))
    out.append("</svg>")
    return Markup("".join(out))


def left_out(links: Sequence[Link]) -> int:
    """How many links the chart has no room for."""
    return max(0, len(links) - _MOST)


@dataclass(frozen=True, slots=True)
class _Column:
    """Where the names of one side stand, from top to bottom, and where on them each line ends."""

    nodes: dict[str, tuple[float, float]]
    ends: dict[Link, float]
    height: float

    def middle(self, key: str) -> float:
        return sum(self.nodes[key]) / 2

    def moved(self, down: float) -> _Column:
        nodes = {key: (top + down, bottom + down) for key, (top, bottom) in self.nodes.items()}
        return _Column(nodes, {link: end + down for link, end in self.ends.items()}, self.height + down)


def _ordered(links: Sequence[Link]) -> tuple[list[str], list[str]]:
    """Takers weightiest first; givers beside the first taker they have, weightiest first."""
    weight: dict[str, int] = {}
    for each in links:
        weight[each.taker] = weight.get(each.taker, 0) + each.claims
    takers = sorted(weight, key=lambda each: (-weight[each], each))
    givers = dict.fromkeys(each.giver for taker in takers for each in links if each.taker == taker)
    return list(givers), takers


def _placed(keys: Sequence[str], ends: Sequence[tuple[str, Link]], tall: Collection[str] = frozenset()) -> _Column:
    """Stack the names of one side, each as high as its lines, in the order given, are thick together.

    Those of ``tall`` are written on two lines.
    """
    top = float(_HEAD)
    nodes: dict[str, tuple[float, float]] = {}
    placed: dict[Link, float] = {}
    for key in keys:
        mine = [link for own, link in ends if own == key]
        thick = sum(_thickness(each) + 1 for each in mine)
        high = max(thick, _LEAST * (1 + (key in tall)))
        nodes[key] = (top, top + high)
        at = top + (high - thick) / 2
        for each in mine:
            placed[each] = at + (_thickness(each) + 1) / 2
            at += _thickness(each) + 1
        top += high + _GAP
    return _Column(nodes, placed, top)


def _thickness(link: Link) -> float:
    return min(12.0, 1.2 + math.sqrt(link.claims) * 1.3)


def _curve(link: Link, start: float, end: float) -> str:
    path = f"M0 {start:.1f}C50 {start:.1f} 50 {end:.1f} 100 {end:.1f}"
    return (
        f'<path class="{escape(link.way)}" d="{path}" stroke-width="{_thickness(link):.1f}" '
        'vector-effect="non-scaling-stroke"/>'
    )


def _name(words: str, place: tuple[float, float], anchor: str, target: str | None) -> str:
    """A name beside its lines; at the right, where titles stand, on two lines if it needs them."""
    x, y = place[0] + (-2 if "last" in anchor else 2), place[1] + 4
    lines = _lines(words, _WORDS[0], 1) if "last" in anchor else _lines(words, _WORDS[1], 2)
    y -= 7 * (len(lines) - 1)
    spans = "".join(
        f'<tspan x="{x:.1f}%" y="{y + 14 * number:.1f}">{escape(line)}</tspan>' for number, line in enumerate(lines)
    )
    text = f'<text class="{anchor}">{spans}</text>'
    return f'<a href="{escape(target)}"><title>{escape(words)}</title>{text}</a>' if target else text


def _lines(words: str, longest: int, most: int) -> list[str]:
    """Words on at most so many lines of so many letters; what does not fit is cut off."""
    lines = textwrap.wrap(words, longest, break_long_words=True)
    if len(lines) > most:
        lines = [*lines[: most - 1], lines[most - 1][: longest - 1].rstrip(" ,:") + "…"]
    return lines
