"""HTML, PDF and JSON lines as documents."""

from __future__ import annotations

import json

import pytest

from sayso.errors import UnreadableFile
from sayso.read import read
from sayso.records.document import PassageRole
from sayso.records.receipt import Hints
from sayso.settings import Settings
from tests.read.pile import edition_of, passages, received, words

_PROSE = "The harbour at Port Sarn was closed on Tuesday after a long night of shelling, officials said in Velmora."
_MORE = "Two ships turned back at the mouth of the harbour, and the Harbour Guard declined to comment on the matter."

_PAGE = f"""<!doctype html><html lang="en"><head><title>Port closed | Harbour Post</title>
<meta property="og:site_name" content="Harbour Post"><meta name="author" content="Lena Marek">
<link rel="canonical" href="https://harbourpost.example/port">
<script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": "2031-05-20T10:00:00Z"}}</script>
<script>document.write("Odeh hacked the page and this must never be read by anybody")</script></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>Port closed</h1>
<p>{_PROSE}</p><figure><img src="a.jpg"><figcaption>The harbour on Monday night</figcaption></figure>
<p>The <b>Velmora Courier</b> reported:</p><blockquote><p>{_MORE}</p><p>Two more waited outside.</p></blockquote>
<h2>What comes next</h2><p>Nobody knows when it opens again, and the city waits for the Assembly to meet on Friday.</p></article></body></html>"""


def test_a_page_gives_its_text_and_metadata() -> None:
    edition = edition_of(_PAGE, "text/html")
    assert (edition.title, edition.byline, edition.outlet) == ("Port closed", "Lena Marek", "Harbour Post")
    assert (edition.published, edition.language) == ("2031-05-20", "en")
    assert "datePublished" in edition.published_reason
    assert "site" in edition.outlet_reason


def test_the_markup_of_a_page_tells_its_passages() -> None:
    edition = edition_of(_PAGE, "text/html")
    assert words(edition, PassageRole.HEADING) == ["Port closed", "What comes next"]
    assert words(edition, PassageRole.CAPTION) == ["The harbour on Monday night"]
    (quote,) = passages(edition, PassageRole.QUOTE)
    assert quote.span.of(edition.text) == f"{_MORE}\n\nTwo more waited outside."
    assert quote.outlet == "Velmora Courier"


def test_scripts_never_survive() -> None:
    assert "hacked" not in edition_of(_PAGE, "text/html").text
    bare = "<html><body><script>alert('hacked')</script><style>p{}</style><p>Ships turned back.</p></body></html>"
    assert edition_of(bare, "text/html").text == "Ships turned back."


def test_the_address_a_page_names_is_its_own() -> None:
    document, _ = read(received(_PAGE, "text/html"), Settings())
    assert document.url == document.address == "https://harbourpost.example/port"


def test_a_page_that_is_no_html_is_read_as_the_text_it_is() -> None:
    text = "Ships < 3 turned back > 2.\n\nNo markup here."
    assert edition_of(text, "text/html").text == text


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 3000 + "Ships turned back.",
        "<p>Ships turned back.<p><b><i></p></div></html><html>",
        "<html>Ships turned back.<!-- x",
    ],
)
def test_broken_pages_still_give_their_words(page: str) -> None:
    assert edition_of(page, "text/html").text == "Ships turned back."


def test_a_page_of_scripts_alone_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="no text"):
        edition_of("<html><body><script>var a = 'Ships turned back';</script></body></html>", "text/html")


def test_a_page_in_a_declared_encoding_is_decoded_by_it() -> None:
    page = '<html><head><meta charset="iso-8859-2"></head><body><p>Generał Odeh przybył do Łodzi.</p></body></html>'
    assert edition_of(page.encode("iso-8859-2"), "text/html").text == "Generał Odeh przybył do Łodzi."


def test_a_json_lines_text_is_kept_character_for_character() -> None:
    text = "Port closed\r\n\r\n  The port\u2028 is\tclosed.\n\n\n“Yes.” \u00a0"
    line = json.dumps(
        {"title": "Port closed", "text": text, "published": "2031-05-20", "outlet": "NYT", "url": "https://a.example/1"}
    )
    document, edition = read(received(line, "application/x-ndjson"), Settings())
    assert edition.text == text
    assert (edition.title, edition.outlet, edition.published) == ("Port closed", "The New York Times", "2031-05-20")
    assert "published" in edition.published_reason
    assert document.url == "https://a.example/1"


def test_half_a_surrogate_pair_becomes_a_replacement_of_the_same_length() -> None:
    assert edition_of('{"text": "a\\ud800b"}', "application/x-ndjson").text == "a\ufffdb"


def test_an_undated_line_stays_undated() -> None:
    assert edition_of('{"text": "On 3 May 2031 the port was closed."}', "application/x-ndjson").published is None


def _pdf(lines: list[str]) -> bytes:
    """A one-page PDF that prints lines one under another."""
    shown = " ".join(f"({line}) Tj 0 -14 Td" for line in lines)
    stream = f"BT /F1 11 Tf 50 750 Td {shown} ET".encode("latin-1")
    bodies = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >> stream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return data + b"xref\n0 6\n0000000000 65535 f \n%strailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        table,
        len(data),
    )


def test_a_pdfs_lines_are_joined_into_paragraphs() -> None:
    lines = [
        "Port Sarn shelled again",
        "20 May 2031",
        "The harbour at Port Sarn was closed on Tuesday after a long night of shel-",
        "ling, officials said in Velmora, and nobody knows when it will open again.",
        "The city waits.",
    ]
    edition = edition_of(_pdf(lines), "application/pdf")
    assert (edition.title, edition.published) == ("Port Sarn shelled again", "2031-05-20")
    assert "a long night of shelling, officials said" in edition.text


def test_what_a_browser_prints_around_a_page_is_left_out_and_gives_its_address() -> None:
    lines = [
        "5/21/31, 7:54 PM Port Sarn shelled again",
        "Port Sarn shelled again",
        "The harbour at Port Sarn was closed on Tuesday after a long night of shelling,",
        "officials said in Velmora.",
        "https://harbourpost.example/port 1/1",
    ]
    document, edition = read(received(_pdf(lines), "application/pdf"), Settings())
    assert document.url == "https://harbourpost.example/port"
    assert "7:54" not in edition.text
    assert "https" not in edition.text


def test_a_damaged_pdf_is_refused_in_one_sentence() -> None:
    with pytest.raises(UnreadableFile, match="damaged"):
        edition_of(b"%PDF-1.4 and then nothing", "application/pdf")


def test_a_document_over_the_limit_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="limit"):
        read(received("x" * 200), Settings(max_bytes=100))


def test_blank_text_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="nothing but white space"):
        edition_of(" \n\n ")


def test_the_same_bytes_give_the_same_edition() -> None:
    assert edition_of(_PAGE, "text/html", Hints()) == edition_of(_PAGE, "text/html", Hints())


_FRONT = f"""---
title: "Korvania: five years on"
author: Lena Marek
date: 2031-10-16
publisher: Harbour Circle
tags: [a, b]
---

{_PROSE}

[Donate](https://circle.example/d) | [Subscribe](https://circle.example/s)
"""


def test_the_lines_above_a_markdown_text_tell_what_it_is() -> None:
    edition = edition_of(_FRONT, "text/markdown")
    assert (edition.title, edition.byline) == ("Korvania: five years on", "Lena Marek")
    assert (edition.outlet, edition.published) == ("Harbour Circle", "2031-10-16")
    assert edition.text == _FRONT


def test_the_lines_above_a_markdown_text_and_a_row_of_links_below_it_make_no_claims() -> None:
    edition = edition_of(_FRONT, "text/markdown")
    for words_in_it in ("publisher", "tags", "Donate"):
        assert not edition.passage_at(edition.text.index(words_in_it)).role.makes_claims


def test_a_rule_and_a_colon_are_no_metadata() -> None:
    text = f"---\n\n{_PROSE}\n\nWhat he said: nothing.\n\n---\n\n{_MORE}\n"
    edition = edition_of(text, "text/markdown")
    assert edition.passage_at(edition.text.index("The harbour")).role.makes_claims


def test_quoted_lines_of_a_plain_text_are_a_quotation() -> None:
    edition = edition_of(f"{_PROSE}\n\n> {_MORE}\n\n{_PROSE}\n")
    assert edition.passage_at(edition.text.index("Two ships")).role is PassageRole.QUOTE


def test_a_text_too_long_to_be_read_at_once_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="has 200 characters, more than the 100"):
        read(received("x" * 200), Settings(max_characters=100))
