"""The tree of passages of scraped texts: digests, quotations, captions, comments and boilerplate."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.records.document import PassageRole
from tests.read.pile import edition_of, passages, words

_PROSE = "The harbour at Port Sarn was closed on Tuesday after a long night of shelling, officials said in Velmora."
_MORE = "Two ships turned back at the mouth of the harbour, and the Harbour Guard declined to comment on the matter."

_DIGEST = f"""Korvania in the press

Would you like to know more?

Odeh refuses to meet the Assembly (gulfnews, May 2, 2031)

Ostrel falls silent (Harbour Post, 3 May 2031)

“{_PROSE}

{_MORE}

“We will not leave,” one of them said, and the others agreed…..”

Old links to the same matter

  1. Exclusive: Odeh will not talk (france24, Jul 27, 2031):

    "General Odeh said there would be "no dialogue" with the brigade.

    "Not now," he told a reporter. "Not ever."

    Continue reading the main story

    The brigade 'has no guns'

    {_MORE}"

  2. Ships bombed-report (Tarsk Radio, Aug 3, 2031):

    "{_PROSE}"

{_PROSE}
"""


def test_a_digest_comes_out_as_items_with_their_own_outlets_and_dates() -> None:
    items = passages(edition_of(_DIGEST), PassageRole.DIGEST_ITEM)
    assert [(item.outlet, item.published) for item in items] == [
        ("Gulf News", "2031-05-02"),
        ("Harbour Post", "2031-05-03"),
        ("France 24", "2031-07-27"),
        ("Tarsk Radio", "2031-08-03"),
    ]
    assert [item.title for item in items][2:] == ["Exclusive: Odeh will not talk", "Ships bombed-report"]


def test_an_item_ends_with_its_quotation() -> None:
    edition = edition_of(_DIGEST)
    ends = [words[-12:] for words in words(edition, PassageRole.DIGEST_ITEM)]
    assert ends == ["May 2, 2031)", "s agreed…..”", 'the matter."', 'in Velmora."']
    assert edition.passage_at(len(edition.text) - 3).role is PassageRole.BODY


def test_what_lies_in_an_item_inherits_from_it() -> None:
    edition = edition_of(_DIGEST)
    inner = edition.passage_at(edition.text.index("The brigade 'has"))
    assert (inner.role, inner.outlet, inner.published) == (PassageRole.HEADING, "France 24", "2031-07-27")
    break_line = edition.passage_at(edition.text.index("Continue reading"))
    assert break_line.role is PassageRole.BOILERPLATE
    assert break_line.parent == passages(edition, PassageRole.DIGEST_ITEM)[2].id


def test_a_digest_without_quotation_marks_gives_each_headline_its_paragraph() -> None:
    edition = edition_of(
        f"Port reopens (Harbour Post, 4 May 2031)\n{_PROSE}\n\nTwo dead - Tarsk Radio, May 5, 2031\n{_MORE}\n"
    )
    items = passages(edition, PassageRole.DIGEST_ITEM)
    assert [(item.outlet, item.published) for item in items] == [
        ("Harbour Post", "2031-05-04"),
        ("Tarsk Radio", "2031-05-05"),
    ]
    assert items[1].span.of(edition.text).endswith(_MORE)


@pytest.mark.parametrize(
    "line",
    [
        "General Karim Odeh (born 3 May 1971)",
        "The Assembly was dissolved (see the decree of 3 May 1999).",
        "Three men died (two of them on May 3, 2031)",
        "Ships turned back (officials said, but gave no date)",
    ],
)
def test_a_bracket_with_a_date_does_not_make_a_digest(line: str) -> None:
    assert passages(edition_of(f"{_PROSE}\n\n{line}\n\n{_MORE}\n"), PassageRole.DIGEST_ITEM) == []


def test_a_quotation_announced_by_an_outlet_is_that_outlets() -> None:
    text = f"{_PROSE}\n\nThe Velmora Courier recently revealed:\n\nShips turned back on Monday night, and two sailors drowned.”\n\n{_MORE}\n"
    (quote,) = passages(edition_of(text), PassageRole.QUOTE)
    assert quote.span.of(text).startswith("Ships turned back")
    assert quote.span.of(text).endswith("drowned.”")
    assert quote.outlet == "Velmora Courier"
    assert "Velmora Courier recently revealed" in quote.outlet_reason


def test_a_second_quotation_from_the_same_outlet_is_known_by_what_came_before() -> None:
    text = (
        f"{_PROSE}\n\nOne diplomat from Sundal told Reuters:\n\nThere is a simplification in this, and it is not a small one.”\n\n"
        f"According to the outlet:\n\n{_PROSE}\n\n{_MORE}”\n\nThe city is quiet.\n"
    )
    first, second = passages(edition_of(text), PassageRole.QUOTE)
    assert (first.outlet, second.outlet) == ("Reuters", "Reuters")
    assert second.span.of(text) == f"{_PROSE}\n\n{_MORE}”"


def test_speech_announced_by_a_person_is_no_quoted_block() -> None:
    text = (
        f"{_PROSE}\n\nGeneral Odeh told reporters:\n\n“We did not fire on the harbour, and we never will.”\n\n{_MORE}\n"
    )
    assert passages(edition_of(text), PassageRole.QUOTE) == []


def test_a_colon_that_announces_no_words_makes_no_quotation() -> None:
    text = f"{_PROSE}\n\nThe Velmora Courier noted the poor attendance at the meeting:\n\n{_MORE}\n\n{_PROSE}\n"
    assert passages(edition_of(text), PassageRole.QUOTE) == []


def test_a_conjunction_is_no_part_of_an_outlets_name() -> None:
    text = f"{_PROSE}\n\nAs Tarsk Radio reported:\n\n“{_MORE}”\n\n{_PROSE}\n"
    assert [quote.outlet for quote in passages(edition_of(text), PassageRole.QUOTE)] == ["Tarsk Radio"]


def test_paragraphs_that_break_off_with_four_dots_are_quoted() -> None:
    cut = "Heavily armed men loyal to the general stormed the customs house on Sunday, demanding that it be closed and that all its clerks leave the city of Velmora...."
    text = f"I do not know what to think.\n\n{cut}\n{_MORE}\n\nThis is where it all began.\nSo I say.\nAnd so it is.\n"
    (quote,) = words(edition_of(text), PassageRole.QUOTE)
    assert quote == f"{cut}\n{_MORE}"


def test_indented_paragraphs_in_a_text_that_is_not_indented_are_quoted() -> None:
    text = f"{_PROSE}\n\n    {_MORE}\n\n{_PROSE}\n\n{_MORE}\n"
    assert words(edition_of(text), PassageRole.QUOTE) == [_MORE]


def test_what_a_person_told_another_outlet_is_no_block_of_that_outlets() -> None:
    quote = '> "A paper will not feed anyone," Lena Marek, a deputy, told the Velmora Courier.'
    edition = edition_of(
        f"# A truce\n\n*Meridian Wire, 13 June 2031*\n\n{_PROSE}\n\n{quote}\n\n{_MORE}\n", "text/markdown"
    )
    assert [each.outlet for each in passages(edition, PassageRole.QUOTE)] == ["Meridian Wire"]


def test_names_written_together_in_a_digest_are_spelt_out() -> None:
    text = (
        "What the papers said\n\n1. Port closed (harbourpost, Jun 9, 2031)\n\n2. Guard denies it (tarskradio, Jun 7, 2031)"
        "\n\n3. Talks fail (kowasz, Jun 7, 2031)\n\n4. Odeh speaks (ostreleveningherald, Jun 6, 2031)\n\n"
        f"{_PROSE}\n\nThe Ostrel Evening Herald is no more.\n"
    )
    items = passages(edition_of(text), PassageRole.DIGEST_ITEM)
    assert [item.outlet for item in items] == ["Harbour Post", "Tarsk Radio", "kowasz", "The Ostrel Evening Herald"]
    assert "harbourpost" in items[0].outlet_reason


def test_markdown_quotes_and_headings_are_known_and_kept_as_they_stand() -> None:
    text = f"# Odeh in Velmora\n\n{_PROSE}\n\nAccording to the Tarsk Radio website:\n\n> {_MORE}\n>\n> He left.\n\n## Afterwards\n\n{_MORE}\n"
    edition = edition_of(text, "text/markdown")
    assert edition.text == text
    (quote,) = passages(edition, PassageRole.QUOTE)
    assert quote.outlet == "Tarsk Radio"
    assert words(edition, PassageRole.HEADING) == ["Odeh in Velmora", "Afterwards"]


@pytest.mark.parametrize(
    "line",
    [
        "Top photo | General Odeh points at a map in his office in Velmora, March 18, 2031. Lena Marek | AP",
        "Photo: The harbour at dawn.",
        "General Odeh at the port on Monday. (AP Photo/Lena Marek)",
        "A ship leaves the harbour of Port Sarn in May. Photograph: Tomas Vell",
    ],
)
def test_captions_are_known_by_how_they_begin_or_end(line: str) -> None:
    assert words(edition_of(f"{_PROSE}\n\n{line}\n\n{_MORE}\n"), PassageRole.CAPTION) == [line]


def test_subheads_between_paragraphs_are_headings() -> None:
    assert words(edition_of(f"{_PROSE}\n\nWhat comes next\n\n{_MORE}\n"), PassageRole.HEADING) == ["What comes next"]


def test_a_broken_line_is_no_heading() -> None:
    text = f"{_PROSE}\n\nThe general was followed by a former\n\nMinister of the interior, who had fled to Sundal before the war broke out.\n"
    assert words(edition_of(text), PassageRole.HEADING) == []


@pytest.mark.parametrize(
    "line",
    [
        "Share this article!",
        "Continue reading the main story",
        "Subscribe to our Daily Digest for news in your inbox.",
        "Please enter your comment!",
        "Would you like to know more?",
        "Related Articles",
        "harbour-at-dawn.jpg",
        "https://harbour.example/contact",
        "Advertisement",
    ],
)
def test_what_sites_print_around_articles_is_boilerplate(line: str) -> None:
    edition = edition_of(f"{_PROSE}\n\n{line}\n\n{_MORE}\n")
    assert words(edition, PassageRole.BOILERPLATE) == [line]
    assert not passages(edition, PassageRole.BOILERPLATE)[0].role.makes_claims


def test_links_under_related_articles_go_with_it() -> None:
    links = "Related Articles\n\nOdeh returns to Velmora\n\nHarbour Guard denies it shelled the port"
    assert words(edition_of(f"{_PROSE}\n\n{_MORE}\n\n{links}\n"), PassageRole.BOILERPLATE) == [links]


def test_a_paragraph_that_speaks_of_sharing_is_no_boilerplate() -> None:
    text = (
        f"{_PROSE}\n\nShare prices fell in Port Sarn on Tuesday, and the central bank of Korvania said it would act.\n"
    )
    assert words(edition_of(text), PassageRole.BOILERPLATE) == []


_FORUM = "Share\nup\n0 users have voted.\n\nComments\n\ndocksider's picture\n\nOdeh killed them all.\n\nup\n0 users have voted.\n\nMarta's picture\n\nNo, the Guard did.\n\nup\n0 users have voted.\n"
_WORDPRESS = "2 Comments\n\nDan says:\nMay 21, 2031 at 3:14 pm\n\nOdeh killed them all.\n\nReply\n\nMarta says:\nMay 21, 2031 at 4:10 pm\n\nNo, the Guard did.\n\nReply\n"
_BLOGSPOT = "4 comments:\n\nAnonymous said...\nOdeh killed them all.\n\nMay 21, 2031 at 11:02 PM\n\nMarta said...\nNo, the Guard did.\n\nMay 22, 2031 at 8:40 AM\n"
_UNHEADED = "Dan\n2 days ago\n\nOdeh killed them all.\n\nReply\n\nMarta\n1 day ago\n\nNo, the Guard did.\n\nReply\n"


@pytest.mark.parametrize("section", [_FORUM, _WORDPRESS, _BLOGSPOT, _UNHEADED])
def test_readers_comments_run_to_the_end(section: str) -> None:
    edition = edition_of(f"Port Sarn shelled\n\n{_PROSE}\n\n{_MORE}\n\n{section}")
    assert edition.passage_at(edition.text.index("Odeh killed")).role is PassageRole.COMMENT
    assert edition.passage_at(edition.text.index("the Guard did")).role is PassageRole.COMMENT
    assert edition.passage_at(edition.text.index("The harbour")).role is PassageRole.BODY


def test_names_alone_on_their_lines_under_a_header_are_of_comments() -> None:
    rest = "Comments\n\nriverfan:\nI was in Gudele. It was more than 300.\n\nAnonymous:\nFake news, Odeh paid you\n"
    edition = edition_of(f"{_PROSE}\n\n{_MORE}\n\n{rest}")
    assert edition.passage_at(edition.text.index("I was in")).role is PassageRole.COMMENT
    spoken = edition_of(f"{_PROSE}\n\nOdeh:\nWe will not talk to them.\n\nMarek:\nWhen will you?\n\n{_MORE}\n")
    assert passages(spoken, PassageRole.COMMENT) == []


def test_a_body_that_publishes_reports_is_quoted_where_it_is_announced() -> None:
    edition = edition_of(f"{_PROSE}\n\nAccording to the Coast Survey:\n\n{_MORE}\n\n{_PROSE}\n")
    (quote,) = passages(edition, PassageRole.QUOTE)
    assert quote.outlet == "Coast Survey"


@pytest.mark.parametrize(
    "rest",
    [
        f"Comments\n\n{_MORE}\n\n{_PROSE}\n",
        f"Harbour Post: Who fired?\n\nOdeh said:\n\n{_MORE}\n\nOdeh said:\n\n{_PROSE}\n\nOdeh said:\n\n{_MORE}\n",
        f"General Odeh says:\n\n{_MORE}\n\nThe Assembly says:\n\n{_PROSE}\n\nThe Guard says:\n\n{_MORE}\n",
        f"Discussion\n\n{_MORE}\n\nShare\n\n{_PROSE}\n",
    ],
)
def test_weak_signs_make_no_comments(rest: str) -> None:
    assert passages(edition_of(f"Port Sarn shelled\n\n{_PROSE}\n\n{rest}"), PassageRole.COMMENT) == []


def test_lines_broken_at_a_column_are_read_as_paragraphs() -> None:
    text = (
        "On 14 May 2031 General Odeh, the commander of the\nHarbour Guard, left Port Sarn for Velmora with some\n"
        "forty of his men and two armoured cars. The column\nwas stopped at the bridge of Tarsk, where a unit of\n"
        "the Ostrel Brigade opened fire on it from the hills.\n\nFour men were killed and the general was wounded in\n"
        "the arm, a doctor at the Tarsk hospital said. The men\nof the brigade then withdrew to the east of the river\n"
        "and have not been seen since that day by anybody.\n"
    )
    edition = edition_of(text)
    assert edition.text == text
    assert [passage.role for passage in edition.passages] == [PassageRole.BODY]


def test_a_passage_in_another_language_is_known_by_it() -> None:
    french = "Le port a été fermé mardi par les autorités après une longue nuit de bombardements, et deux navires ont fait demi-tour."
    edition = edition_of(f"{_PROSE}\n\nThe Velmora Courier reported:\n\n“{french}”\n\n{_MORE}\n")
    (quote,) = passages(edition, PassageRole.QUOTE)
    assert (edition.language, quote.language) == ("en", "fr")


_PIECES = st.sampled_from(
    [
        _PROSE,
        _MORE,
        f"“{_PROSE}",
        f"{_MORE}”",
        "The Velmora Courier reported:",
        "According to the outlet:",
        "Port reopens (Harbour Post, 4 May 2031)",
        "  3. Two dead (NYT, May 5, 2031):",
        f'    "{_MORE}"',
        "What comes next",
        "Port Sarn Shelled Again",
        "Share this article!",
        "Related Articles",
        "About the author",
        "Photo: the harbour",
        "Comments",
        "Dan's picture",
        "0 users have voted.",
        "20 May 2031",
        "By Lena Marek",
        "> quoted",
        "# Title",
        "The post X appeared first on Y.",
        "...",
        "",
    ]
)
_TEXTS = st.lists(st.one_of(_PIECES, st.text(max_size=40)), max_size=25).flatmap(
    lambda pieces: st.sampled_from(["\n", "\n\n", "\r\n"]).map(lambda gap: gap.join(pieces))
)


@given(_TEXTS, st.sampled_from(["text/plain", "text/markdown"]))
def test_passages_nest_and_share_out_every_character(text: str, kind: str) -> None:
    if not text.strip() or "\0" in text:
        return
    edition = edition_of(text, kind)
    root = edition.passages[0]
    assert edition.text.encode() == text.removeprefix("\ufeff").encode()
    assert (root.parent, root.span.start, root.span.end) == (None, 0, len(edition.text))
    assert list(edition.passages) == sorted(edition.passages, key=lambda each: (each.span.start, -each.span.end))
    assert len({passage.id for passage in edition.passages}) == len(edition.passages)
    known = {passage.id: passage for passage in edition.passages}
    for passage in edition.passages[1:]:
        assert passage.parent is not None
        assert known[passage.parent].span.holds(passage.span)
        assert len(passage.span) > 0
    for one, other in itertools.combinations(edition.passages, 2):
        assert not one.span.touches(other.span) or one.span.holds(other.span) or other.span.holds(one.span)
    assert "".join(span.of(edition.text) for _, span in edition.stretches()) == edition.text


@pytest.mark.parametrize(
    "announced",
    [
        "The Harbour Post has a different story. I quote it:",
        "The Harbour Post sees it otherwise:",
        "The Harbour Post, meanwhile:",
    ],
)
def test_an_outlet_that_opens_the_sentence_before_a_quotation_is_whose_it_is(announced: str) -> None:
    text = f'{_PROSE}\n\n{announced}\n\n"{_PROSE}"\n\n{_PROSE}\n'
    (quoted,) = passages(edition_of(text), PassageRole.QUOTE)
    assert quoted.outlet == "Harbour Post"


def test_a_statement_that_is_quoted_is_not_the_outlets_named_before() -> None:
    text = f'{_PROSE}\n\nThe Guard gave a statement to the Harbour Post. I quote it:\n\n"{_PROSE}"\n\n{_PROSE}\n'
    assert all(each.outlet is None for each in passages(edition_of(text), PassageRole.QUOTE))


def test_lines_with_angle_brackets_are_quoted_from_who_announces_them() -> None:
    text = f"{_PROSE}\n\nThe Velmora Courier, meanwhile:\n\n> {_PROSE}\n> {_PROSE}\n\n{_PROSE}\n"
    (quoted,) = passages(edition_of(text), PassageRole.QUOTE)
    assert quoted.outlet == "Velmora Courier"
