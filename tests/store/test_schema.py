"""A case made by an earlier Sayso is brought up to date, all of a step or none."""

from __future__ import annotations

import sqlite3

import pytest

from sayso.store import schema


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
