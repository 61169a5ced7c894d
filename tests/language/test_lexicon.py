"""Word lists are read from the package."""

import pytest

from sayso.language.lexicon import table, words


def test_words_leaves_out_comments_and_blank_lines() -> None:
    kin = words("kin")
    assert "brother" in kin
    assert not any(entry.startswith("#") or not entry.strip() for entry in kin)


def test_table_cuts_rows_at_tabs() -> None:
    assert ("Libyan", "Libya") in {row[:2] for row in table("demonyms")}


def test_a_missing_list_is_an_error_and_not_an_empty_list() -> None:
    with pytest.raises(FileNotFoundError):
        words("no such list")
