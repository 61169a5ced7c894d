"""What goes into a case comes out of it, and what is not a case is refused."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.errors import CaseBusy, CaseDamaged, CaseError, CaseTooNew, NotACase, UnknownName
from sayso.records.judgement import Judgement
from sayso.records.pile import Pile
from sayso.records.receipt import Hints, Skipped
from sayso.store import Case, fingerprint
from sayso.store.schema import APPLICATION_ID, VERSION
from tests.store.kept import STORY, packed, read, received

Keep = Callable[..., str]


def test_what_was_read_comes_back_as_it_was(case: Case) -> None:
    came = received()
    document, edition, extraction = read(came)
    case.keep(came, packed(came), "1")
    assert list(case.documents()) == [document]
    assert case.edition(document.id) == edition
    assert case.extraction(document.id) == extraction


def test_bytes_come_back_as_they_came(case: Case, keep: Keep) -> None:
    text = STORY * 50
    own = keep(text)
    assert case.bytes_of(own) == text.encode()
    kept = case._db.execute("SELECT packing, length(data) FROM bytes").fetchone()
    assert kept[0] == "zlib"
    assert kept[1] < len(text)


def test_a_pile_holds_everything_in_order_and_no_texts(case: Case, keep: Keep) -> None:
    owns = sorted([keep(STORY + f" It was day {n}.", f"{n}.txt") for n in range(5)])
    pile = case.pile()
    assert list(pile.documents) == owns
    assert list(pile.editions) == owns
    assert all(edition.text == "" and len(edition.passages) == 1 for edition in pile.editions.values())
    assert [claim.document for claim in pile.claims.values()] == owns
    assert set(pile.times) == set(pile.unread) == set(owns)
    assert {mention.chain for mention in pile.mentions.values()} == set(pile.mentions)


def test_an_empty_case_gives_an_empty_pile(case: Case) -> None:
    assert case.pile() == Pile()
    assert not case.is_stale("any")


def test_the_same_bytes_again_are_a_receipt_and_not_a_document(case: Case, keep: Keep) -> None:
    own = keep(name="a.txt")
    case.note(received(name="b.txt"))
    assert case.counts()["documents"] == 1
    assert {each.name for each in case.receipts(own)} == {"a.txt", "b.txt"}


def test_the_same_file_read_twice_is_one_receipt(case: Case, keep: Keep) -> None:
    own = keep(name="a.txt")
    case.note(received(name="a.txt"))
    assert len(case.receipts(own)) == 1


def test_the_receipt_that_counts_does_not_depend_on_which_came_first(tmp_path: Path) -> None:
    hinted = received(name="z.txt", hints=Hints(outlet="Harbour Post"))
    orders = [[received(name="b.txt"), hinted, received(name="a.txt")]]
    orders.append(orders[0][::-1])
    best = []
    for number, order in enumerate(orders):
        with Case.create(tmp_path / f"{number}.case") as case:
            case.keep(order[0], packed(order[0]), "1")
            for other in order[1:]:
                case.note(other)
            best.append(case.received(case.document_ids()[0]))
    assert best[0] == best[1] == hinted


def test_a_document_read_before_a_better_receipt_came_is_outdated(case: Case, keep: Keep) -> None:
    own = keep(name="b.txt", version="1")
    assert case.outdated("1") == ()
    case.note(received(name="b.txt", hints=Hints(outlet="Harbour Post")))
    assert case.outdated("1") == (own,)


def test_a_document_that_another_version_read_is_outdated_until_it_is_read_again(case: Case, keep: Keep) -> None:
    own = keep(version="1")
    assert case.outdated("2") == (own,)
    keep(version="2")
    assert case.outdated("2") == ()
    assert case.counts()["claims"] == 1


def test_what_was_skipped_is_remembered_until_it_is_read(case: Case, keep: Keep) -> None:
    case.skip(Skipped("story.txt", "It is empty."))
    assert case.skipped() == (Skipped("story.txt", "It is empty."),)
    keep(name="story.txt")
    assert case.skipped() == ()


def test_judgements_are_kept_in_the_order_they_were_made(case: Case) -> None:
    made = [Judgement(f"j-{n}", "same", ("a", "b"), "Lina", "seen", f"2031-05-2{n}T10:00:00Z") for n in (2, 1)]
    for each in made:
        case.judge(each)
    assert list(case.judgements()) == made
    assert case.is_stale()


def test_a_half_written_document_leaves_nothing(case: Case) -> None:
    came = received()
    parts = packed(came)
    broken = dict(parts.rows) | {"claims": [("too", "short")]}
    with pytest.raises((CaseError, sqlite3.Error)):
        case.keep(came, type(parts)(parts.document, broken), "1")
    assert case.counts()["documents"] == 0
    assert case._db.execute("SELECT count(*) FROM bytes").fetchone() == (0,)


def test_another_database_is_not_a_case(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as db:
        db.execute("CREATE TABLE birds (name)")
    for attempt in (Case.open, Case.create):
        with pytest.raises(NotACase, match=r"other\.db"):
            attempt(other)


def test_a_text_file_is_not_a_case(tmp_path: Path) -> None:
    other = tmp_path / "notes.txt"
    other.write_text("These are notes, and long enough to be read as the head of a database file. " * 20)
    with pytest.raises(NotACase):
        Case.open(other)


def test_a_folder_is_not_a_case(tmp_path: Path) -> None:
    with pytest.raises(NotACase):
        Case.open(tmp_path)


def test_an_empty_file_is_not_a_case_to_read_from(path: Path) -> None:
    path.touch()
    with pytest.raises(NotACase, match="is empty"):
        Case.open(path)
    with Case.create(path) as case:
        assert case.counts()["documents"] == 0


def test_a_case_that_breaks_while_it_is_read_is_damaged(path: Path) -> None:
    with Case.create(path) as case:
        for number in range(20):
            came = received(f"{STORY} It was day {number}.", f"{number}.txt")
            case.keep(came, packed(came), "1")
    data = bytearray(path.read_bytes())
    data[2 * 4096 :] = b"\xa5" * (len(data) - 2 * 4096)
    path.write_bytes(data)
    with pytest.raises(CaseDamaged, match="backup"), Case.open(path) as case, case.still():
        case.pile()


def test_a_record_that_cannot_be_understood_is_damage(case: Case, keep: Keep) -> None:
    keep()
    case._db.execute("UPDATE claims SET record = '{}'")
    with pytest.raises(CaseDamaged, match="verify"):
        case.pile()


def test_a_full_disk_is_said_to_be_full_and_keeps_what_was_finished(case: Case, keep: Keep) -> None:
    keep()
    case._db.execute(f"PRAGMA max_page_count = {case._db.execute('PRAGMA page_count').fetchone()[0] + 1}")
    with pytest.raises(CaseError, match="disk is full"):
        keep(STORY * 500, "long.txt")
    assert case.counts()["documents"] == 1
    assert list(case.verify()) == []


def test_a_case_that_is_not_there_is_said_to_be_missing(path: Path) -> None:
    with pytest.raises(CaseError, match="There is no case"):
        Case.open(path)
    assert not path.exists()


def test_a_case_of_a_later_form_is_left_alone(path: Path) -> None:
    Case.create(path).close()
    with sqlite3.connect(path) as db:
        db.execute(f"PRAGMA user_version = {VERSION + 1}")
    with pytest.raises(CaseTooNew, match="later Sayso"):
        Case.open(path)


def test_a_case_says_what_it_is_to_other_tools(path: Path) -> None:
    Case.create(path).close()
    assert int.from_bytes(path.read_bytes()[68:72]) == APPLICATION_ID


def test_a_second_writer_is_told_to_wait(path: Path, keep: Keep, case: Case) -> None:
    keep()
    with (
        Case.open(path, write=True, patience=0.05) as second,
        case._writing(),
        pytest.raises(CaseBusy, match="Another Sayso"),
    ):
        second.skip(Skipped("a", "b"))


def test_a_reader_does_not_wait_for_a_writer(path: Path, keep: Keep, case: Case) -> None:
    keep()
    with case._writing(), Case.open(path, patience=0.0) as reader:
        case._db.execute("DELETE FROM claims")
        assert reader.counts()["claims"] == 1


def test_a_case_on_a_read_only_disk_can_be_read(path: Path, keep: Keep, case: Case) -> None:
    keep()
    case.close()
    path.chmod(0o444)
    with Case.open(path) as reader:
        assert reader.counts()["documents"] == 1


def test_a_still_case_shows_one_moment(path: Path, keep: Keep, case: Case) -> None:
    keep()
    with Case.open(path) as reader, reader.still():
        assert reader.counts()["documents"] == 1
        keep("Another story.", "other.txt")
        assert reader.counts()["documents"] == 1


def test_unknown_documents_have_no_edition(case: Case) -> None:
    with pytest.raises(UnknownName, match="d-nothing"):
        case.edition("d-nothing")
    with pytest.raises(UnknownName, match="d-nothing"):
        case.text("d-nothing")


def test_texts_come_alone_by_document(case: Case, keep: Keep) -> None:
    own = {keep(text): text for text in ("The first text.", "The second.", "A third.")}
    assert list(case.texts()) == sorted(own.items())
    assert {each: case.text(each) for each in own} == own


def test_texts_can_hold_any_character(case: Case, keep: Keep) -> None:
    text = "A\x00B 'quoted' \u202e 漢字 \U0001f3f4 end"
    own = keep(text)
    assert case.edition(own).text == text
    assert zlib.crc32(case.bytes_of(own)) == zlib.crc32(text.encode())
    assert case.document_of(fingerprint(text.encode())) == own
