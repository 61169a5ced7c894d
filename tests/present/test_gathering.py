"""Reasons told once."""

from __future__ import annotations

from sayso.present.gathering import gathered, some


def test_a_reason_is_told_once_with_how_many_pairs_it_is_of() -> None:
    reasons = (
        "“a” and “b”: both on one day",
        "“a” and “b”: both on one day",
        "“c” and “d”: both on one day",
        "“e” and “f”: both on one day",
        "“a” and “d”: one doer",
        "told in one sentence",
        "told in one sentence",
    )
    assert gathered(reasons) == (
        "“a” and “b”, and 2 more pairs: both on one day",
        "“a” and “d”: one doer",
        "told in one sentence",
    )


def test_what_is_said_of_one_claim_and_a_few_others_names_them() -> None:
    reasons = ("“a” and “b”: both on one day", "“a” and “c”: both on one day")
    assert gathered(reasons) == ("“a” and each of “b”; “c”: both on one day",)


def test_reasons_that_differ_in_words_and_figures_alone_are_of_one_kind() -> None:
    reasons = (
        "“a” and “b”: both say “kill” (+1.0); both count 12 (+0.8); they share the words fish, market (+0.5)",
        "“c” and “d”: both say “die” (+1.5); both count 23 (+0.8); they share the words port (+0.25)",
        "“c” and “e”: both say “die” (+1.5); one doer",
    )
    assert gathered(reasons) == (
        "“a” and “b”, and 1 more pair like them: "
        "both say “kill” (+1.0); both count 12 (+0.8); they share the words fish, market (+0.5)",
        reasons[2],
    )


def test_those_who_repeat_one_voice_are_counted() -> None:
    reasons = (
        "a voice without a name",
        "“x” repeats “z” (14 words in the same order): counted as one origin",
        "“y” repeats “z” (20 words in the same order): counted as one origin",
        "“y” repeats “x” (20 words in the same order): counted as one origin",
    )
    assert gathered(reasons) == (
        reasons[0],
        "“x” and 1 more repeat “z” (14 words in the same order, and the like): counted as one origin",
        reasons[3],
    )


def test_of_many_ids_a_few_are_shown() -> None:
    assert some(("a", "b", "c", "d")) == ("a", "b", "c", "d")
    assert some(("a", "b", "c", "d", "e")) == ("a", "b", "c", "and 2 more")
