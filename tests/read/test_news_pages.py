"""Pages as news sites make them: what stands around the article, and where its title, author and date are told."""

from __future__ import annotations

import pytest

from sayso.records.document import PassageRole
from tests.read.pile import edition_of, passages, words

_CLOSED = "The harbour at Port Sarn was closed on Tuesday after a long night of shelling, officials said in Velmora."
_TURNED = "Two ships turned back at the mouth of the harbour, and the Harbour Guard declined to comment on the matter."
_LEFT = "General Karim Odeh told the National Assembly that his men had left the port, and that nobody had been hurt."
_DEAD = "Hospitals in Ostrel said that at least eleven people were killed, most of them dockers on their way home."
_STORY = f"<p>{_CLOSED}</p><p>{_TURNED}</p><p>{_LEFT}</p><p>{_DEAD}</p>"


def _page(body: str, head: str = "") -> str:
    return f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'


_SITE = _page(
    f"""<div class="cookie-consent"><p>We use cookies to give you the best experience.</p><button>Accept</button></div>
    <nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
    <main><article><h1>Harbour closed after shelling</h1><p>Ships wait outside as both sides trade blame</p>
    <div class="byline">By <a rel="author">Lena Marek</a> and <a rel="author">Josef Adler</a></div>
    <div class="share"><a>Share on Facebook</a></div>
    <figure><img src="h.jpg"><figcaption>Smoke over the harbour. Photograph: Anna Berg</figcaption></figure>
    <p>{_CLOSED}</p><p>{_TURNED}</p>
    <aside class="related"><h3>Related stories</h3><ul><li><a>Army denies shelling Tarsk</a></li></ul></aside>
    <p>{_LEFT}</p><h2>Hospitals overwhelmed</h2><p>{_DEAD}</p>
    <blockquote><p>We did not shell the port. The Assembly knows it.</p></blockquote></article>
    <section class="most-viewed"><h2>Most viewed</h2><ol><li><a>Speaker resigns over flat</a></li></ol></section></main>
    <footer><p>© 2031 Velmora Courier</p></footer>""",
    """<title>Harbour closed after shelling | Velmora Courier</title>
    <meta property="og:site_name" content="Velmora Courier">
    <script type="application/ld+json">{"@graph": [{"@type": "WebPage", "headline": "A page"},
    {"@type": "Organization", "@id": "#us", "name": "Velmora Courier"},
    {"@type": "NewsArticle", "headline": "Harbour closed after shelling", "datePublished": "2031-05-20T23:10:00+02:00",
     "publisher": {"@id": "#us"}}]}</script>""",
)


def test_an_article_is_cut_out_of_what_its_site_puts_around_it() -> None:
    text = edition_of(_SITE, "text/html").text
    for gone in ("cookies", "World", "Army denies", "Speaker resigns", "Share on", "© 2031"):
        assert gone not in text
    for kept in (_CLOSED, _TURNED, _LEFT, _DEAD, "We did not shell the port."):
        assert kept in text


def test_headings_captions_and_quotations_of_a_site_are_told_apart() -> None:
    edition = edition_of(_SITE, "text/html")
    assert words(edition, PassageRole.CAPTION) == ["Smoke over the harbour. Photograph: Anna Berg"]
    assert words(edition, PassageRole.QUOTE) == ["We did not shell the port. The Assembly knows it."]
    assert "Hospitals overwhelmed" in words(edition, PassageRole.HEADING)


def test_structured_data_spread_over_several_objects_are_put_together() -> None:
    edition = edition_of(_SITE, "text/html")
    assert (edition.title, edition.outlet) == ("Harbour closed after shelling", "Velmora Courier")
    assert edition.outlet_reason == "the page's structured data name its publisher"
    assert edition.published == "2031-05-20"


def test_all_marked_authors_are_named() -> None:
    assert edition_of(_SITE, "text/html").byline == "Lena Marek, Josef Adler"


@pytest.mark.parametrize(
    ("under", "byline"),
    [
        ('<span class="byline">by <span class="author vcard"><a>riverlight</a></span></span>', "riverlight"),
        ('<div class="article__author-name">Hana Belmar</div>', "Hana Belmar"),
        ('<p class="byline">By Lena Marek in Velmora | 20 May 2031</p>', "Lena Marek"),
    ],
)
def test_an_author_shown_under_the_title_is_the_byline(under: str, byline: str) -> None:
    assert edition_of(_page(f"<h1>Harbour closed</h1>{under}{_STORY}"), "text/html").byline == byline


def test_the_author_of_a_comment_is_not_the_byline() -> None:
    comments = '<div id="comments"><div class="comment"><b class="author">saltdog</b><p>All lies.</p></div></div>'
    assert edition_of(_page(f"<h1>Harbour closed</h1>{comments}{_STORY}"), "text/html").byline is None


@pytest.mark.parametrize(
    "under",
    [
        '<time datetime="2031-05-20T23:10:00Z">yesterday</time>',
        "<p>Tuesday, 20 May 2031</p>",
        '<div class="post-date">Harbour desk, 20 May 2031, 14:05</div>',
        '<p>Last updated 22 May 2031</p><span class="published">May 20, 2031</span>',
    ],
)
def test_a_date_shown_under_the_title_dates_the_page(under: str) -> None:
    edition = edition_of(_page(f"<h1>Harbour closed</h1>{under}{_STORY}"), "text/html")
    assert edition.published == "2031-05-20"
    assert "under its title" in edition.published_reason


def test_a_date_beside_a_related_story_dates_nothing() -> None:
    related = '<aside class="related"><a>An older story</a> <time datetime="2029-01-02">2 January 2029</time></aside>'
    assert edition_of(_page(f"<h1>Harbour closed</h1>{related}{_STORY}"), "text/html").published is None


def test_a_date_without_marks_between_its_parts_is_read() -> None:
    head = '<title>Harbour closed</title><meta name="pubdate" content="20310530">'
    assert edition_of(_page(_STORY, head), "text/html").published == "2031-05-30"


def test_titles_lose_the_name_of_the_site_before_or_behind_them() -> None:
    for title in ("Border with Korvania shut | Tarsk Radio", "Tarsk Radio - Border with Korvania shut"):
        head = f'<meta property="og:title" content="{title}">'
        edition = edition_of(_page(_STORY, head), "text/html")
        assert (edition.title, edition.outlet) == ("Border with Korvania shut", "Tarsk Radio")


def test_microdata_name_author_date_and_publisher() -> None:
    body = f"""<div itemscope itemtype="http://schema.org/NewsArticle"><h1 itemprop="headline">Assembly votes</h1>
    <span itemprop="author"><span itemprop="name">Dalia Masani</span></span>
    <meta itemprop="datePublished" content="2031-06-04T10:00">
    <div itemprop="publisher"><meta itemprop="name" content="Tarsk Radio"></div>
    <div itemprop="articleBody">{_STORY}</div></div>"""
    edition = edition_of(_page(body), "text/html")
    assert (edition.byline, edition.published, edition.outlet) == ("Dalia Masani", "2031-06-04", "Tarsk Radio")


def test_a_page_laid_out_in_a_table_is_read_in_paragraphs() -> None:
    body = f"""<TABLE><TR><TD><A HREF=/>Home</A><BR><A HREF=/biz>Business</A></TD><TD><B>Border shut</B><BR>
    <I>By Pavel Draisi, Staff Writer</I><BR>Wednesday, May 21, 2031<BR><BR>{_CLOSED}<BR><BR>{_TURNED}<BR><BR>{_LEFT}
    <BR><BR><A>Print this page</A> | <A>Email to a friend</A></TD></TR></TABLE>"""
    edition = edition_of(_page(body, "<title>The Sundal Times - Border shut</title>"), "text/html")
    assert (edition.title, edition.byline, edition.published) == ("Border shut", "Pavel Draisi", "2031-05-21")
    assert f"\n\n{_CLOSED}\n\n{_TURNED}\n\n{_LEFT}" in edition.text


def test_a_table_of_figures_keeps_its_rows_on_one_line() -> None:
    table = "<table><tr><th>Town</th><th>Killed</th></tr><tr><td>Tarsk</td><td>4</td></tr></table>"
    assert "Tarsk | 4" in edition_of(_page(f"<article>{_STORY}{table}{_STORY}</article>"), "text/html").text


@pytest.mark.parametrize(
    "thread",
    [
        """<ol class="comment-list"><li class="comment"><div class="comment-author"><b class="fn">saltdog</b> says:
        </div><div class="comment-content"><p>The Harbour Guard killed forty people there.</p></div></li></ol>""",
        """<div id="disqus_thread"><ul><li class="post"><header><span class="author">kestrel99</span></header>
        <div class="post-body"><p>The Harbour Guard killed forty people there.</p></div></li></ul></div>""",
    ],
)
def test_what_readers_write_below_an_article_claims_nothing(thread: str) -> None:
    body = f'<article><h1>Harbour closed</h1>{_STORY}</article><div id="comments"><h2>1 Comment</h2>{thread}</div>'
    edition = edition_of(_page(body), "text/html")
    claiming = [
        each for each, span in edition.stretches() if each.role.makes_claims and "forty" in span.of(edition.text)
    ]
    assert not claiming
    assert any("forty" in each.span.of(edition.text) for each in passages(edition, PassageRole.COMMENT))


def test_a_lighter_copy_of_a_page_reads_as_the_page() -> None:
    body = f"""<amp-sidebar id="menu"><ul><li>Politics</li></ul></amp-sidebar><amp-consent><p>This site uses cookies.</p>
    </amp-consent><main><article><h1>Army denies shelling</h1><amp-img src="a.jpg"></amp-img>{_STORY}
    <amp-ad width="300"></amp-ad></article></main>"""
    head = """<script async src="https://cdn.ampproject.org/v0.js"></script>
    <script type="application/ld+json">{"@type": "NewsArticle", "headline": "Army denies shelling",
    "datePublished": "2031-06-02", "author": {"name": "Samir Nasour"}, "publisher": {"name": "Tarsk Radio"}}</script>"""
    edition = edition_of(_page(body, head), "text/html")
    assert (edition.byline, edition.outlet, edition.published) == ("Samir Nasour", "Tarsk Radio", "2031-06-02")
    assert "Politics" not in edition.text
    assert "cookies" not in edition.text


def test_headings_of_a_live_page_are_headings() -> None:
    entries = "".join(f"<div><h2>{name}</h2><p>{text}</p></div>" for name, text in (("Hospitals give toll", _DEAD),))
    edition = edition_of(_page(f"<main><h1>Harbour closed</h1>{entries}<p>{_LEFT}</p></main>"), "text/html")
    assert "Hospitals give toll" in words(edition, PassageRole.HEADING)


def _blog(title: str, meta: str = "", after: str = "") -> str:
    return _page(f'<h2 class="entry">Harbour closed again</h2>{meta}{_STORY}{after}', f"<title>{title}</title>")


@pytest.mark.parametrize(
    "title",
    [
        "Harbour closed again | Notes from Tarsk",
        "Notes from Tarsk » Harbour closed again",
        "Harbour closed again - World - Notes from Tarsk",
    ],
)
def test_what_a_title_says_beside_the_heading_of_its_page_is_the_site(title: str) -> None:
    edition = edition_of(_blog(title), "text/html")
    assert (edition.title, edition.outlet) == ("Harbour closed again", "Notes from Tarsk")


@pytest.mark.parametrize("title", ["Harbour closed again: What we know", "Harbour closed again | World news"])
def test_more_of_a_heading_and_the_section_of_a_site_are_no_outlet(title: str) -> None:
    assert edition_of(_blog(title), "text/html").outlet is None


def test_a_line_under_the_heading_tells_day_and_author() -> None:
    page = _blog(
        "Harbour closed again | Notes from Tarsk", "<p class='meta'>May 20, 2031 by Lena Marek. Filed under: Coast</p>"
    )
    edition = edition_of(page, "text/html")
    assert (edition.published, edition.byline) == ("2031-05-20", "Lena Marek")


def test_comments_that_only_their_heading_names_are_comments() -> None:
    thread = """<h3>2 thoughts on “Harbour closed again”</h3><ol><li><cite>Saltdog</cite> says: <a>May 20, 2031 at 10:12 pm</a>
    <p>The Harbour Guard killed forty people there.</p></li><li><cite>Ada</cite> says: <a>May 21, 2031 at 7:00 am</a>
    <p>Odeh paid for it all. <a>Reply</a></p></li></ol>"""
    edition = edition_of(_blog("Harbour closed again", after=thread), "text/html")
    for words_in_it in ("killed forty people", "Odeh paid for it"):
        assert edition.passage_at(edition.text.index(words_in_it)).role is PassageRole.COMMENT


def test_a_section_on_responses_in_an_article_is_none_of_comments() -> None:
    more = f"<h3>Responses</h3><p>{_LEFT} {_TURNED}</p><p>{_DEAD}</p><p>Sundal said nothing.</p>"
    edition = edition_of(_blog("Harbour closed again", after=more), "text/html")
    assert not passages(edition, PassageRole.COMMENT)


def test_comments_on_a_carried_text_stand_on_its_carrier() -> None:
    thread = """<div id="comments"><h2>2 Comments</h2><div class="comment"><b>saltdog</b> says: 20 May 2031<p>All lies, all of it, I
    was there.</p></div></div>"""
    wire = _STORY.replace("The harbour at", "PORT SARN, Korvania (Reuters) — The harbour at")
    page = _page(f"<h1>Harbour closed</h1>{wire}{thread}", '<meta property="og:site_name" content="Velmora Courier">')
    edition = edition_of(page, "text/html")
    assert (edition.outlet, edition.carrier) == ("Reuters", "Velmora Courier")
    assert [each.outlet for each in passages(edition, PassageRole.COMMENT)] == ["Velmora Courier"]
