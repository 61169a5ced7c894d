"""spaCy's attribute ruler, with a memory: what its rules say of a word, tag and label is looked up once.

The rules of an English pipeline are some two hundred, and all but a few look at one token only; matching every one of
them at every token is a tenth of what parsing costs. What comes out is the same.
"""

from __future__ import annotations

from typing import Any

from spacy.attrs import DEP, ORTH, TAG
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc, Span
from spacy.tokens._retokenize import set_token_attrs

_FACTORY = "remembering_attribute_ruler"
_SEEN_BY = [ORTH, TAG, DEP]
# What depends on nothing but the word, its tag and its label.
_DEPEND_ON_THOSE = frozenset(("ORTH", "TEXT", "LOWER", "TAG", "DEP", "IS_SPACE"))
_MOST = 200_000  # words with tag and label that are remembered


class RememberingRuler(AttributeRuler):  # type: ignore[misc]  # spaCy gives it no type
    """An attribute ruler that keeps, by word, tag and label, which rules for single tokens match."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._split = -1
        self._known: dict[tuple[int, ...], tuple[int, ...]] = {}
        self._merged: dict[tuple[int, ...], dict[Any, Any]] = {}

    def match(self, doc: Doc) -> list[tuple[int, dict[Any, Any]]]:
        """The tokens that rules match, each with what they set, where the last rule has the last word."""
        self._divide()
        found: dict[int, tuple[int, ...]] = {}
        for at, key in enumerate(map(tuple, doc.to_array(_SEEN_BY).tolist())):
            rules = self._known.get(key)
            if rules is None:
                rules = self._known[key] = self._rules(_matches(self._single, doc[at : at + 1]))
            if rules:
                found[at] = rules
        for rule, start, end in _matches(self._longer, doc):
            number = int(self.vocab.strings[rule])
            index = self.indices[number]
            at = start + index if index >= 0 else end + index
            found[at] = tuple(sorted({*found.get(at, ()), number}))
        return [(at, self._said_by(rules)) for at, rules in sorted(found.items())]

    def set_annotations(self, doc: Doc, matches: list[tuple[int, dict[Any, Any]]]) -> None:
        """Set on the tokens of ``doc`` what ``match`` found."""
        for at, attributes in matches:
            set_token_attrs(doc[at], attributes)

    def _divide(self) -> None:
        """Part the rules for single tokens from the others, anew where some were added."""
        if self._split == len(self.attrs) and len(self._known) < _MOST:
            return
        self._split = len(self.attrs)
        self._known.clear()
        self._merged.clear()
        self._single, self._longer = Matcher(self.vocab), Matcher(self.vocab)
        for number in range(len(self.attrs)):
            patterns = self.matcher.get(str(number))[1]
            alone = all(len(each) == 1 and each[0].keys() <= _DEPEND_ON_THOSE for each in patterns)
            (self._single if alone else self._longer).add(str(number), patterns)

    def _rules(self, matches: list[tuple[int, int, int]]) -> tuple[int, ...]:
        return tuple(sorted({int(self.vocab.strings[rule]) for rule, _, _ in matches}))

    def _said_by(self, rules: tuple[int, ...]) -> dict[Any, Any]:
        said = self._merged.get(rules)
        if said is None:
            said = self._merged[rules] = {}
            for number in rules:
                said.update(self.attrs[number])
        return said


def _matches(matcher: Matcher, words: Doc | Span) -> list[tuple[int, int, int]]:
    # An empty matcher warns each time it is asked.
    return list(matcher(words, allow_missing=True)) if len(matcher) else []


@Language.factory(_FACTORY)  # type: ignore[untyped-decorator]
def _make(nlp: Language, name: str) -> RememberingRuler:
    return RememberingRuler(nlp.vocab, name)


def remember_rules(nlp: Language) -> Language:
    """Put a ruler with a memory in the place of each plain one that a pipeline has."""
    for name, ruler in nlp.pipeline:
        if type(ruler) is AttributeRuler:
            patterns = ruler.patterns
            nlp.replace_pipe(name, _FACTORY)
            nlp.get_pipe(name).add_patterns(patterns)
    return nlp
