"""Threads of a forum: each post is its writer's, of its day."""

from __future__ import annotations

from sayso.records.document import PassageRole
from tests.read.pile import edition_of, passages, words

_THREAD = """Coast Forum » General » Who fired first?

#1  gull_77  » Tue May 20, 2031 7:55 pm
My cousin works at the port and told me that the guards fired first.

#2  old_hand  » Tue May 20, 2031 8:20 pm
> gull_77 wrote:
> My cousin works at the port
So what? I was on the quay on Sunday, and nobody fired.

#3  gull_77  » Wed May 21, 2031 9:02 am
You said yesterday that you were at home.
"""


def test_each_post_has_its_writer_and_day() -> None:
    edition = edition_of(_THREAD)
    posts = [each for each in passages(edition, PassageRole.BODY) if each.parent]
    assert [(each.outlet, each.published) for each in posts] == [
        ("gull_77", "2031-05-20"),
        ("old_hand", "2031-05-20"),
        ("gull_77", "2031-05-21"),
    ]


def test_what_a_post_quotes_is_whose_it_says() -> None:
    edition = edition_of(_THREAD)
    quoted = edition.passage_at(edition.text.index("My cousin works at the port\nSo"))
    assert (quoted.role, quoted.outlet) == (PassageRole.QUOTE, "gull_77")
    assert (quoted.published, quoted.published_reason) == ("2031-05-20", "their last post above is of that day")


def test_the_lines_above_posts_make_no_claims() -> None:
    assert any("Tue May 20, 2031 7:55 pm" in each for each in words(edition_of(_THREAD), PassageRole.BOILERPLATE))


def test_a_thread_is_of_the_day_of_its_last_post() -> None:
    assert edition_of(_THREAD).published == "2031-05-21"


def test_posts_headed_in_words_are_posts_too() -> None:
    edition = edition_of(
        "Re: Who fired?\nPosted by gull on 22 May 2031, 08:14\n\nThe guards fired first, he said so himself.\n\n"
        "Quote from: old_hand on 21 May 2031\n> Nobody fired on the quay.\n\n"
        "Posted by old_hand on 22 May 2031, 09:40\n\nThen read the Harbour Post of that day once more.\n"
    )
    quoted = edition.passage_at(edition.text.index("Nobody fired"))
    assert (quoted.outlet, quoted.published) == ("old_hand", "2031-05-21")
    assert edition.passage_at(edition.text.index("Then read")).outlet == "old_hand"


def test_comments_under_an_article_are_no_thread() -> None:
    prose = "The harbour at Port Sarn was closed on Tuesday after a long night of shelling, officials said in Velmora."
    edition = edition_of(
        f"Port closed\n\n{prose}\n\n{prose}\n\nPosted by gull on 22 May 2031, 08:14\nAll lies.\n"
        "Posted by old_hand on 22 May 2031, 09:40\nTrue.\n"
    )
    assert edition.passage_at(edition.text.index("All lies")).outlet is None
