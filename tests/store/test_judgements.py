"""Judgements are kept for good; a withdrawn document leaves nothing but its tombstone."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import UnknownName
from sayso.judge import quote_words
from sayso.records.document import Span
from sayso.records.judgement import Judgement, TargetKind
from sayso.records.pile import Findings
from sayso.store import Case, fingerprint
from tests.store.conftest import Keep
from tests.store.kept import STORY

OTHER = "The Ostrel Brigade left Tarsk on Sunday. Nobody saw it."


def judged(verb: str, target: str, own: str = "j-1", undoes: str | None = None) -> Judgement:
    return Judgement(own, verb, (target,), "Ada", "they asked us to", "2031-06-01T00:00:00Z", None, undoes)


def test_a_judgement_given_twice_is_kept_once(case: Case) -> None:
    case.judge(judged("reject", "c-1"), judged("reject", "c-1"))
    assert case.judgements() == (judged("reject", "c-1"),)
    assert case.judgement("j-1").by == "Ada"
    with pytest.raises(UnknownName, match="j-9"):
        case.judgement("j-9")


def test_judgements_given_together_are_kept_together(case: Case) -> None:
    broken = Judgement("j-2", "reject", ("c-1",), None, "x", "2031")  # type: ignore[arg-type]
    with pytest.raises(Exception, match="NOT NULL"):
        case.judge(judged("reject", "c-1"), broken)
    assert case.judgements() == ()


def test_a_withdrawn_document_leaves_its_hash_and_the_reason(case: Case, keep: Keep) -> None:
    own, other = keep(), keep(OTHER, "other.txt")
    case.withdraw(judged("withdraw", own))
    assert case.document_ids() == (other,)
    (stone,) = case.tombstones()
    assert (stone.document, stone.sha256) == (own, fingerprint(STORY.encode()))
    assert (stone.by, stone.why, stone.judgement) == ("Ada", "they asked us to", "j-1")
    assert case.tombstone_of(stone.sha256) == stone
    assert case.findings() == Findings()
    assert case.is_stale()
    assert case.receipts(own) == ()
    assert list(case.verify()) == []
    with pytest.raises(UnknownName):
        case.edition(own)


def test_no_word_of_a_withdrawn_document_is_left_in_the_file(case: Case, keep: Keep, path: Path) -> None:
    own = keep()
    keep(OTHER, "other.txt")
    span = Span(STORY.index("stormed"), STORY.index("stormed") + 7)
    quote = quote_words(STORY, span, "c-1", TargetKind.CLAIM, own)
    case.judge(Judgement("j-0", "reject", ("c-1",), "Ada", "seen", "2031-05-31T00:00:00Z", anchors=(quote,)))
    assert case.search("stormed")
    case.withdraw(judged("withdraw", own))
    case.close()
    kept = b"".join(each.read_bytes() for each in path.parent.glob(f"{path.name}*"))
    assert b"Ostrel Brigade" in kept
    for word in (b"stormed", b"National Assembly", b"witnesses", b"storm"):
        assert word not in kept
    with Case.open(path) as again:
        assert [each.quote for judgement in again.judgements() for each in judgement.anchors] == [""]
        assert again.search("Ostrel")
        assert not again.search("stormed")


def test_a_withdrawal_taken_back_lets_the_document_in_again(case: Case, keep: Keep) -> None:
    own = keep()
    case.withdraw(judged("withdraw", own))
    case.readmit(judged("undo", "j-1", "j-2", undoes="j-1"))
    assert case.tombstones() == ()
    assert keep() == own
    assert list(case.verify()) == []


def test_a_withdrawn_document_that_is_kept_all_the_same_is_damage(case: Case, keep: Keep) -> None:
    own = keep()
    case.withdraw(judged("withdraw", own))
    keep()
    assert any("withdrawn" in each for each in case.verify())


def test_what_is_not_there_cannot_be_withdrawn(case: Case) -> None:
    with pytest.raises(UnknownName):
        case.withdraw(judged("withdraw", "d-0"))
    assert case.judgements() == ()


def test_a_withdrawal_that_is_cut_off_changes_nothing(case: Case, keep: Keep) -> None:
    own = keep()
    case._db.execute(
        "CREATE TEMP TRIGGER cut BEFORE DELETE ON bytes BEGIN SELECT RAISE(ABORT, 'the lights went out'); END"
    )
    with pytest.raises(Exception, match="the lights went out"):
        case.withdraw(judged("withdraw", own))
    assert case.document_ids() == (own,)
    assert (case.judgements(), case.tombstones()) == ((), ())
    assert list(case.verify()) == []
