from sayso.extract.parse.reading import paragraphs, parse, pipeline
from sayso.records.document import Span
from sayso.settings import Settings
from tests.factory import edition


def cut(text: str) -> list[str]:
    return [span.of(text) for span in paragraphs(text, Span(0, len(text)))]


def test_blank_lines_cut_paragraphs() -> None:
    assert cut("One came.\n\nTwo left.\n") == ["One came.", "Two left."]


def test_a_heading_is_not_joined_to_what_follows() -> None:
    assert cut("Guard leaves port\n\nthe guard left the port on Sunday.") == [
        "Guard leaves port",
        "the guard left the port on Sunday.",
    ]


def test_a_sentence_broken_by_a_blank_line_is_whole_again() -> None:
    broken = (
        "He was replaced in this role, the committee said after a long night of talks, by a former\n\n"
        "Korvan interior minister."
    )
    assert cut(broken) == [broken]


def test_a_caption_without_a_full_stop_does_not_run_into_what_follows() -> None:
    caption = "The council said the rebels had taken the bridge at Lorn, but the defence ministry rejects that claim"
    after = "Heavy fighting broke out in the morning."
    assert cut(f"{caption}\n\n{after}") == [caption, after]


def test_a_sentence_that_goes_on_in_small_letters_is_whole_again() -> None:
    broken = "The council said the rebels had taken the bridge at Lorn, but the defence ministry\n\nrejects that claim."
    assert cut(broken) == [broken]


def test_lines_broken_by_a_column_width_are_one_paragraph() -> None:
    wrapped = "The guard left the port on Sunday after a long\nnight of talks with the\nharbour council."
    assert cut(wrapped) == [wrapped]


def test_every_token_knows_its_place() -> None:
    made = edition("First line here.\n\nThe guard\nleft Port Sarn on Sunday.")
    (reading,) = parse([made], pipeline(Settings().pipeline))
    for piece in reading.pieces:
        for token in piece.doc:
            assert piece.span(token).of(made.text).replace("\n", " ") == token.text


def test_a_text_without_line_ends_is_cut_behind_sentences() -> None:
    text = "The guard marched on Tarsk. " * 8_000
    spans = paragraphs(text, Span(0, len(text)))
    assert len(spans) > 1
    assert all(len(span) <= 100_000 and span.of(text).endswith("Tarsk.") for span in spans)


def test_the_marks_of_quoted_lines_are_no_words() -> None:
    made = edition("> The guard left the port\n> on Sunday.\n>\n> > Nobody came.")
    (reading,) = parse([made], pipeline(Settings().pipeline))
    assert [piece.text.split() for piece in reading.pieces] == [
        ["The", "guard", "left", "the", "port", "on", "Sunday."],
        ["Nobody", "came."],
    ]
    for piece in reading.pieces:
        assert all(piece.span(token).of(made.text) == token.text for token in piece.doc if not token.is_space)
