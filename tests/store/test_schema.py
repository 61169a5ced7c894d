"""A case made by an earlier Sayso is brought up to date, all of a step or none."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from sayso.store import Case, schema


def fresh() -> sqlite3.Connection:
    return sqlite3.connect(":memory:", isolation_level=None)


def test_the_steps_lead_to_the_present_form() -> None:
    assert len(schema.MIGRATIONS) == schema.VERSION
    db = fresh()
    schema.migrate(db, 0)
    assert db.execute("PRAGMA user_version").fetchone() == (schema.VERSION,)


def test_a_step_that_fails_leaves_the_form_before_it(monkeypatch: pytest.MonkeyPatch) -> None:
    db = fresh()
    monkeypatch.setattr(schema, "MIGRATIONS", (("CREATE TABLE a (x)",), ("CREATE TABLE b (x)", "CREATE TABLE a (x)")))
    with pytest.raises(sqlite3.OperationalError):
        schema.migrate(db, 0)
    assert db.execute("PRAGMA user_version").fetchone() == (1,)
    assert [row[0] for row in db.execute("SELECT name FROM sqlite_master")] == ["a"]


def test_a_form_already_reached_is_not_made_again() -> None:
    db = fresh()
    schema.migrate(db, 0)
    schema.migrate(db, schema.VERSION)
    assert db.execute("PRAGMA user_version").fetchone() == (schema.VERSION,)


def test_a_case_of_the_first_form_is_brought_up_to_date_with_all_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "old.case"
    old = sqlite3.connect(path, isolation_level=None)
    for statement in schema.MIGRATIONS[0]:
        old.execute(statement)
    old.execute("PRAGMA user_version = 1")
    old.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    old.execute("INSERT INTO documents VALUES ('d-1', 'x', 'a.txt', '', 1, 'text/plain', '', 'r-1', '1', '{}')")
    old.close()
    with Case.open(path) as case:
        assert case.document_ids() == ("d-1",)
        assert (case.tombstones(), case.snapshot(), case.misread({})) == ((), None, ())
