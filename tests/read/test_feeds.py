"""Feeds: each item is a document of the feed's outlet."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.read import find, read
from sayso.records.document import Document, Edition
from sayso.records.receipt import Hints, Received, Skipped
from sayso.settings import Settings

_RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Harbour Post</title>
<link>https://harbourpost.example</link><lastBuildDate>Fri, 23 May 2031 08:00:00 GMT</lastBuildDate>
<item><title>Port closed</title><link>https://harbourpost.example/1</link><dc:creator>Lena Marek</dc:creator>
<pubDate>Tue, 20 May 2031 11:30:00 +0100</pubDate>
<description>&lt;p&gt;The port was closed on Tuesday.&lt;/p&gt;&lt;p&gt;Two ships &amp;amp; a tug turned back.&lt;/p&gt;</description></item>
<item><title>Guard leaves</title><link>https://harbourpost.example/2</link><pubDate>Wed, 21 May 2031 09:00:00 GMT</pubDate>
<source url="https://wire.example/feed">Meridian Wire</source>
<description><![CDATA[The Harbour Guard left <b>Tarsk</b> on Wednesday.]]></description></item>
</channel></rss>"""

_ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Ostrel Blog</title><updated>2031-05-23T08:00:00Z</updated>
<entry><title>Our general</title><id>tag:ostrel,1</id><link rel="alternate" href="https://ostrel.example/1"/>
<published>2031-05-22T07:00:00Z</published><author><name>Josef Adler</name></author>
<content type="html">&lt;p&gt;General Odeh came down from the hills on Sunday.&lt;/p&gt;</content></entry></feed>"""


def _items(folder: Path, text: str, name: str = "feed.xml") -> list[Received]:
    (folder / name).write_text(text, "utf-8")
    found = list(find([str(folder)], Hints(), Settings()))
    assert all(isinstance(each, Received) for each in found), found
    return [each for each in found if isinstance(each, Received)]


def _read(folder: Path, text: str) -> list[tuple[Document, Edition]]:
    return [read(each, Settings()) for each in _items(folder, text)]


def test_each_item_has_its_title_day_author_and_address(tmp_path: Path) -> None:
    (document, edition), _ = _read(tmp_path, _RSS)
    assert (edition.title, edition.published, edition.byline) == ("Port closed", "2031-05-20", "Lena Marek")
    assert document.url == "https://harbourpost.example/1"
    assert edition.text == "The port was closed on Tuesday.\n\nTwo ships & a tug turned back."


def test_an_item_is_the_feed_s_unless_it_names_its_source(tmp_path: Path) -> None:
    assert [edition.outlet for _, edition in _read(tmp_path, _RSS)] == ["Harbour Post", "Meridian Wire"]


def test_entries_of_atom_are_items_too(tmp_path: Path) -> None:
    ((document, edition),) = _read(tmp_path, _ATOM)
    assert (edition.outlet, edition.published, edition.byline) == ("Ostrel Blog", "2031-05-22", "Josef Adler")
    assert document.url == "https://ostrel.example/1"


def test_the_same_item_in_a_later_feed_is_the_same_bytes(tmp_path: Path) -> None:
    later = _RSS.replace("Fri, 23 May 2031", "Sat, 24 May 2031").replace("<item><title>Guard", "<item><title>New</title>"
        "<description>A new one.</description></item><item><title>Guard")  # fmt: skip
    before = {each.data for each in _items(tmp_path, _RSS)}
    assert before < {each.data for each in _items(tmp_path, later)}


def test_entities_of_a_hostile_feed_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("the words of another file", "utf-8")
    doctype = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "file://{tmp_path}/secret.txt">]>'
    hostile = _RSS.replace("<rss", f"{doctype}<rss", 1).replace("on Tuesday", "on &x;")
    (tmp_path / "feed.xml").write_text(hostile, "utf-8")
    for each in find([str(tmp_path / "feed.xml")], Hints(), Settings()):
        assert isinstance(each, Received)
        assert "another file" not in read(each, Settings())[1].text


@pytest.mark.parametrize(
    ("text", "why"),
    [("<?xml version='1.0'?><book><p>Words.</p></book>", "no feed"), ("<rss><channel></channel></rss>", "no items")],
)
def test_other_xml_and_empty_feeds_are_skipped_with_a_reason(tmp_path: Path, text: str, why: str) -> None:
    (tmp_path / "x.xml").write_text(text, "utf-8")
    (skipped,) = find([str(tmp_path)], Hints(), Settings())
    assert isinstance(skipped, Skipped)
    assert why in skipped.why
