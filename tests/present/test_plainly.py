"""What a dossier says of ties: each once, and those with nobody apart."""

from __future__ import annotations

import pytest

from sayso.present.dossier import Dossier, actor_dossier
from sayso.present.report.tie_page import tie_context
from sayso.present.view import View
from sayso.records.actor import MentionForm, MentionKind
from sayso.records.claim import Plover, Polarity, TieKind
from tests.present.case_builder import CaseBuilder


def dossier(far: str, kind: TieKind = TieKind.BACKS) -> Dossier:
    """Of Karim Odeh, whom somebody called ``far`` backs."""
    case = CaseBuilder()
    document = case.document("post.txt", f"{far} back General Karim Odeh.", "Harbour Post", "2031-05-20")
    who = case.mention(document, "Karim Odeh", MentionKind.PERSON, "Karim Odeh")
    backer = case.mention(document, far, MentionKind.ARMED_GROUP, form=MentionForm.NOMINAL)
    case.claim(document, f"{far} back General Karim Odeh", case.tie(kind, backer, who))
    odeh = case.actor(MentionKind.PERSON, "Karim Odeh", who)
    case.actor(MentionKind.ARMED_GROUP, far, backer)
    return actor_dossier(View(*case.case()), odeh)


@pytest.mark.parametrize(
    "far", ["forces", "Some of his troops", "rival armed groups", "a close ally", "their militaries"]
)
def test_a_tie_with_somebody_neither_named_nor_described_is_set_apart(far: str) -> None:
    assert [each.with_nobody for each in dossier(far).ties] == [True]


@pytest.mark.parametrize("far", ["Islamist groups", "the rebels", "tribal militias", "the government"])
def test_whoever_is_described_stays(far: str) -> None:
    assert [each.with_nobody for each in dossier(far).ties] == [False]


def offices(office: str, body: str, kind: TieKind) -> list[tuple[str, str]]:
    """The ties of Nadir Soule, who is printed as the holder of ``office``, and by it tied to ``body``."""
    case = CaseBuilder()
    document = case.document("post.txt", f"{office} Nadir Soule left.", "Harbour Post", "2031-05-20")
    who = case.mention(document, "Nadir Soule", MentionKind.PERSON, "Nadir Soule")
    post = case.mention(document, office, MentionKind.OFFICE, form=MentionForm.NOMINAL)
    where = case.mention(document, body, MentionKind.ARMED_GROUP, body)
    case.claim(document, f"{office} Nadir Soule", case.tie(TieKind.HOLDS_OFFICE, who, post))
    case.claim(document, f"{office} Nadir Soule left", case.tie(kind, who, where))
    soule = case.actor(MentionKind.PERSON, "Nadir Soule", who)
    case.actor(MentionKind.ARMED_GROUP, body, where)
    return [(each.phrase, each.other) for each in actor_dossier(View(*case.case()), soule).ties]


def test_a_leader_of_a_body_leads_it_and_nothing_more_is_said() -> None:
    assert offices("Ostrel Brigade leader", "Ostrel Brigade", TieKind.LEADS) == [("leads", "Ostrel Brigade")]


def test_who_leads_a_body_by_its_name_is_not_also_leader_of_what_it_is_called() -> None:
    case = CaseBuilder()
    for words in ('the leader of the armed gang "Ostrel Brigade", Nadir Soule', "Ostrel Brigade commander Nadir Soule"):
        document = case.document(f"{len(words)}.txt", f"Police sought {words}.", "Harbour Post", "2031-05-20")
        who = case.mention(document, "Nadir Soule", MentionKind.PERSON, "Nadir Soule")
        where = case.mention(document, "Ostrel Brigade", MentionKind.ARMED_GROUP, "Ostrel Brigade")
        case.claim(document, words, case.tie(TieKind.LEADS, who, where))
        if words.startswith("the leader"):
            post = case.mention(document, "leader of the armed gang", MentionKind.OFFICE, form=MentionForm.NOMINAL)
            case.claim(document, words[4:], case.tie(TieKind.HOLDS_OFFICE, who, post))
    mentions = list(case.case()[0].mentions.values())
    soule = case.actor(MentionKind.PERSON, "Nadir Soule", *(each for each in mentions if each.name == "Nadir Soule"))
    case.actor(MentionKind.ARMED_GROUP, "Ostrel Brigade", *(each for each in mentions if each.name == "Ostrel Brigade"))
    found = actor_dossier(View(*case.case()), soule).ties
    assert [(each.phrase, each.other) for each in found] == [("leads", "Ostrel Brigade")]


def test_the_page_of_ties_leaves_out_what_dossiers_do() -> None:
    case = CaseBuilder()
    document = case.document("post.txt", "Ostrel Brigade leader Nadir Soule left.", "Harbour Post", "2031-05-20")
    who = case.mention(document, "Nadir Soule", MentionKind.PERSON, "Nadir Soule")
    post = case.mention(document, "Ostrel Brigade leader", MentionKind.OFFICE, form=MentionForm.NOMINAL)
    where = case.mention(document, "Ostrel Brigade", MentionKind.ARMED_GROUP, "Ostrel Brigade")
    case.claim(document, "Ostrel Brigade leader Nadir Soule", case.tie(TieKind.HOLDS_OFFICE, who, post))
    case.claim(document, "Ostrel Brigade leader Nadir Soule left", case.tie(TieKind.LEADS, who, where))
    case.actor(MentionKind.PERSON, "Nadir Soule", who)
    case.actor(MentionKind.ARMED_GROUP, "Ostrel Brigade", where)
    assert [name for name, _ in tie_context(View(*case.case()))["groups"]] == ["Between actors"]


def test_an_office_says_that_its_holder_belongs_to_the_body() -> None:
    found = offices("Harbour Guard spokesman", "Harbour Guard", TieKind.MEMBER_OF)
    assert found == [("holds the office of", "Harbour Guard spokesman")]


@pytest.mark.parametrize(("led", "said"), [(True, ["leads"]), (False, ["is backed by"])])
def test_that_a_body_backs_its_own_leader_is_not_said_again(led: bool, said: list[str]) -> None:
    text = "The Ostrel Brigade is loyal to Nadir Soule. Soule leads the Ostrel Brigade."
    case = CaseBuilder()
    document = case.document("post.txt", text, "Harbour Post", "2031-05-20")
    who = case.mention(document, "Nadir Soule", MentionKind.PERSON, "Nadir Soule")
    again = case.mention(document, "Soule", MentionKind.PERSON, "Soule", nth=1, chain=who.id)
    body = case.mention(document, "Ostrel Brigade", MentionKind.ARMED_GROUP, "Ostrel Brigade")
    same = case.mention(document, "Ostrel Brigade", MentionKind.ARMED_GROUP, "Ostrel Brigade", nth=1, chain=body.id)
    case.claim(document, "The Ostrel Brigade is loyal to Nadir Soule", case.tie(TieKind.BACKS, body, who))
    if led:
        case.claim(document, "Soule leads the Ostrel Brigade", case.tie(TieKind.LEADS, again, same))
    soule = case.actor(MentionKind.PERSON, "Nadir Soule", who, again)
    case.actor(MentionKind.ARMED_GROUP, "Ostrel Brigade", body, same)
    assert [each.phrase for each in actor_dossier(View(*case.case()), soule).ties] == said


def refusing() -> Dossier:
    """Of Karim Odeh, who refuses to work with the Council."""
    case = CaseBuilder()
    sentence = "Odeh refuses to work with the Council"
    document = case.document("post.txt", f"{sentence}.", "Harbour Post", "2031-05-20")
    who = case.mention(document, "Odeh", MentionKind.PERSON, "Karim Odeh")
    council = case.mention(document, "the Council", MentionKind.ORGANIZATION, "Council")
    case.claim(document, "Odeh refuses", case.tie(TieKind.OPPOSES, who, council))
    case.claim(document, sentence, case.tie(TieKind.ALLIED_WITH, who, council), polarity=Polarity.NO)
    work = case.claim(
        document,
        "work with the Council",
        case.deed(document, "work", Plover.COOPERATE, who, council),
        polarity=Polarity.NO,
    )
    case.matter("event", "Cooperation", work)
    refusal = case.deed(document, "refuses", Plover.REJECT, who, council)
    case.matter("event", "Refusal of cooperation", case.claim(document, sentence, refusal, about=work))
    odeh = case.actor(MentionKind.PERSON, "Karim Odeh", who)
    case.actor(MentionKind.ORGANIZATION, "Council", council)
    return actor_dossier(View(*case.case()), odeh)


def test_who_refuses_to_work_with_somebody_is_said_once_to_be_against_him() -> None:
    assert [(each.phrase, each.other) for each in refusing().ties] == [("opposes", "Council")]


def test_what_is_only_refused_stands_in_the_refusal_alone() -> None:
    assert [len(year.entries) for year in refusing().did] == [1]
