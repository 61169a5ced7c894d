"""spaCy's parser and entity recognizer, which hold Python's lock while they take their steps.

Left to themselves they give the lock up, and take it back each time they ask whether a move is allowed, some seventy
times at a token: a third of what it costs to parse a report. The weights, the sums and the moves are the same, so what
comes out is the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from spacy.language import Language
from spacy.pipeline import DependencyParser, EntityRecognizer
from spacy.tokens import Doc

_FACTORY = "stepping"
_MANY = 8  # documents of one length


class SteppingRecognizer(EntityRecognizer):  # type: ignore[misc]  # spaCy gives it no type
    """A recognizer of names that takes the best move at each step."""

    def predict(self, docs: Sequence[Doc]) -> list[Any]:
        """The state that each document ends in."""
        return _final_states(self, docs)


class SteppingParser(DependencyParser):  # type: ignore[misc]  # spaCy gives it no type
    """A parser of sentences that takes the best move at each step."""

    def predict(self, docs: Sequence[Doc]) -> list[Any]:
        """The state that each document ends in."""
        # It asks about fewer moves than the recognizer: only for many at once do steps from here take less time.
        lengths = [len(doc) for doc in docs]
        if sum(lengths) < _MANY * max(lengths, default=0):
            states: list[Any] = super().predict(docs)
            return states
        return _final_states(self, docs)


def _final_states(pipe: Any, docs: Sequence[Doc]) -> list[Any]:
    pipe._ensure_labels_are_added(docs)  # as spaCy does before it takes its own steps
    states: list[Any] = pipe.moves.init_batch(docs)
    unfinished = [each for each in states if not each.is_final()]
    if unfinished:
        scorer = pipe.model.predict(docs)
        while unfinished:
            unfinished = pipe.transition_states(unfinished, scorer.predict(unfinished))
        scorer.clear_memory()
    return states


_STEPPING: dict[type, type[SteppingParser | SteppingRecognizer]] = {
    DependencyParser: SteppingParser,
    EntityRecognizer: SteppingRecognizer,
}


@Language.factory(_FACTORY)  # type: ignore[untyped-decorator]
def _make(nlp: Language, name: str, plain: str) -> SteppingParser | SteppingRecognizer:
    pipe = nlp.get_pipe(plain)
    return _STEPPING[type(pipe)](nlp.vocab, pipe.model, name, pipe.moves)


def step_with_lock(nlp: Language) -> Language:
    """Put one that steps in the place of each plain parser and recognizer of a pipeline, with its weights."""
    for name, pipe in nlp.pipeline:
        # One that follows several ways at once takes other steps.
        if type(pipe) in _STEPPING and pipe.cfg["beam_width"] == 1:
            plain = f"plain {name}"
            nlp.rename_pipe(name, plain)
            nlp.add_pipe(_FACTORY, name, after=plain, config={"plain": plain})
            nlp.remove_pipe(plain)
    return nlp
