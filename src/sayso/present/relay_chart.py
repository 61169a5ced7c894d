"""Who relays whom, drawn by hand: what was first told at the left, who passes it on at the right.

Names stand at per cent of the width, so that type keeps its size on a phone; only the lines between them stretch.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

_ROW = 26
_HEAD = 30
_MOST = 40
_LONGEST = 27
_LEFT, _RIGHT = 40.0, 60.0


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
    left, right = _placed(shown)
    names = {each.giver: each.giver_name for each in shown} | {each.taker: each.taker_name for each in shown}
    height = max((*left.values(), *right.values())) + _ROW / 2 + 6
    words = "; ".join(f"{each.taker_name} relays {each.giver_name}" for each in shown)
    out = [
        f'<svg class="relays" width="100%" height="{height:.0f}" role="img" aria-label="{escape(words)}">',
        f'<text class="last" x="{_LEFT}%" y="14">told by</text><text x="{_RIGHT}%" y="14">relayed by</text>',
        f'<svg x="{_LEFT + 1}%" width="{_RIGHT - _LEFT - 2}%" height="{height:.0f}" '
        f'viewBox="0 0 100 {height:.0f}" preserveAspectRatio="none">',
    ]
    pairs: dict[tuple[str, str], int] = {}
    for each in shown:
        again = pairs.get((each.giver, each.taker), 0)
        pairs[each.giver, each.taker] = again + 1
        out.append(_curve(each, left[each.giver], right[each.taker] + 5 * again))
    out.append("</svg>")
    for places, x, anchor in ((left, _LEFT, "name last"), (right, _RIGHT, "name")):
        for key, y in places.items():
            out.append(_name(names[key], (x, y), anchor, href(key)))
    out.append("</svg>")
    return Markup("".join(out))


def left_out(links: Sequence[Link]) -> int:
    """How many links the chart has no room for."""
    return max(0, len(links) - _MOST)


def _placed(links: Sequence[Link]) -> tuple[dict[str, float], dict[str, float]]:
    """Heights of the names: takers weightiest first, the givers of each beside it."""
    weight: dict[str, int] = {}
    for each in links:
        weight[each.taker] = weight.get(each.taker, 0) + each.claims
    takers = sorted(weight, key=lambda each: (-weight[each], each))
    left: dict[str, float] = {}
    for taker in takers:
        for each in (one for one in links if one.taker == taker and one.giver not in left):
            left[each.giver] = _HEAD + _ROW * (len(left) + 0.5)
    wanted = {
        taker: sum(heights) / len(heights)
        for taker in takers
        if (heights := [left[each.giver] for each in links if each.taker == taker])
    }
    right: dict[str, float] = {}
    lowest = _HEAD - _ROW / 2
    for taker in sorted(wanted, key=lambda each: (wanted[each], each)):
        lowest = max(lowest + _ROW, wanted[taker])
        right[taker] = lowest
    return left, right


def _curve(link: Link, start: float, end: float) -> str:
    width = min(9.0, 1.2 + math.sqrt(link.claims))
    path = f"M0 {start:.1f}C50 {start:.1f} 50 {end:.1f} 100 {end:.1f}"
    return (
        f'<path class="{escape(link.way)}" d="{path}" stroke-width="{width:.1f}" vector-effect="non-scaling-stroke"/>'
    )


def _name(words: str, place: tuple[float, float], anchor: str, target: str | None) -> str:
    cut = words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip(" ,") + "…"
    text = f'<text class="{anchor}" x="{place[0]}%" y="{place[1] + 4:.1f}">{escape(cut)}</text>'
    return f'<a href="{escape(target)}">{text}</a>' if target else text
