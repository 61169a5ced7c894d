import pytest

from sayso.extract.parse.mending import mend
from sayso.extract.parse.parsed import Doc
from sayso.extract.parse.reading import pipeline
from sayso.settings import Settings


@pytest.mark.parametrize(
    ("text", "verb", "subject", "object_"),
    [
        (
            "Armed men loyal to a retired Greek general seized parliament on Monday.",
            "seized",
            "men",
            "parliament",
        ),
        (
            "Rebel officers hostile to a disgraced Kurdish general seized parliament on Monday.",
            "seized",
            "officers",
            "parliament",
        ),
        ("The conflict has killed more than 280000 people and displaced millions.", "displaced", None, "millions"),
    ],
)
def test_a_past_tense_is_the_verb_of_its_clause(text: str, verb: str, subject: str | None, object_: str) -> None:
    doc = mend(Doc(pipeline(Settings().pipeline)(text)))
    token = next(each for each in doc if each.text == verb)
    assert [each.text for each in token.children if each.dep_ == "dobj"] == [object_]
    assert [each.text for each in token.children if each.dep_ == "nsubj"] == ([subject] if subject else [])


@pytest.mark.parametrize(
    "text",
    [
        "Heavily armed gunmen loyal to a renegade Egyptian general stormed parliament on Sunday demanding its suspension. Then they left.",
        "The conflict has killed more than 280000 people and displaced millions. It goes on.",
        "Nothing here needs mending.",
    ],
)
def test_a_mended_parse_is_still_a_tree_over_the_same_sentences(text: str) -> None:
    nlp = pipeline(Settings().pipeline)
    before = [sentence.text for sentence in nlp(text).sents]
    doc = mend(Doc(nlp(text)))
    assert [sentence.text for sentence in doc.sents] == before
    for sentence in doc.sents:
        assert sorted(each.i for each in sentence.root.subtree) == [each.i for each in sentence]


def test_the_main_verb_is_not_what_a_relative_clause_demands() -> None:
    doc = mended(
        "A retired general whose movement launched an assault on Velmora and demanded the suspension of parliament"
        " has called for a new council."
    )
    called = next(each for each in doc if each.text == "called")
    assert called.dep_ == "ROOT"
    assert [each.text for each in called.children if each.dep_ == "nsubj"] == ["general"]


def test_those_after_a_colon_do_what_stands_before_it() -> None:
    doc = mended("Also backing Odeh: The National Assembly and Egypt with air power; Sundal has sent weapons.")
    backing = next(each for each in doc if each.text == "backing")
    assert [each.text for each in backing.children if each.dep_ == "dobj"] == ["Odeh"]


def test_smugglers_of_people_are_nobody_given_to_people() -> None:
    doc = mended("The coastguard has accused charities of aiding people smugglers in their lucrative business.")
    assert next(each for each in doc if each.text == "people").dep_ == "compound"


def mended(text: str) -> Doc:
    return mend(Doc(pipeline(Settings().pipeline)(text)))


def heads_of(doc: Doc, word: str) -> tuple[str, str]:
    token = next(each for each in doc if each.text == word)
    return token.head.text, token.dep_


@pytest.mark.parametrize(
    ("text", "word", "head", "label"),
    [
        ("Aid organizations and diplomats were told by residents to leave.", "organizations", "told", "nsubjpass"),
        ("The port was seized by fighters, officials and witnesses said.", "officials", "said", "nsubj"),
        ("The port was seized by fighters, officials and witnesses said.", "witnesses", "officials", "conj"),
        ("In the capital, Velmora, the rebel-run Tarsk Radio reported a higher figure.", "Radio", "reported", "nsubj"),
        ("In the capital, Velmora, the rebel-run Tarsk Radio reported a higher figure.", "Velmora", "capital", "appos"),
        (
            "He said the military would try not to harm civilians and urged the townspeople to stay home.",
            "urged",
            "said",
            "conj",
        ),
        ("France found in May that rebels killed prisoners and imposed sanctions on them.", "imposed", "found", "conj"),
    ],
)
def test_words_often_hung_wrongly_hang_where_they_belong(text: str, word: str, head: str, label: str) -> None:
    assert heads_of(mended(text), word) == (head, label)


def test_two_mends_of_one_sentence_close_no_ring() -> None:
    text = (
        "A supporter of the 1969 military revolt led by Colonel Tariqi that overthrew the French and British-backed "
        "monarch, King Osric, Odeh was captured during the war in Chad and then released at Greece's request."
    )
    doc = mend(Doc(pipeline(Settings().pipeline)(text)))
    for token in doc:
        at, steps = token, 0
        while at.head is not at and steps <= len(doc):
            at, steps = at.head, steps + 1
        assert at.head is at
    assert (heads_of(doc, "Osric"), heads_of(doc, "supporter")) == (("monarch", "appos"), ("Odeh", "appos"))
    assert heads_of(doc, "Odeh") == ("captured", "nsubjpass")


def test_a_person_between_commas_is_no_measure_of_the_verb() -> None:
    doc = mended("They overthrew the Greek and British-backed monarch, King Idris, in 1969.")
    assert heads_of(doc, "Idris") == ("monarch", "appos")
    assert heads_of(doc, "in") == ("overthrew", "prep")
