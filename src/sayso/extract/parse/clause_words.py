"""Verbs by how their subjects and objects stand: states, journeys, causes, charges, and who does what they govern."""

from __future__ import annotations

from sayso.extract.parse.parsed import Token
from sayso.language.lexicon import words
from sayso.language.numbers import listed

# "is engaged in", "was opposed to": participles that tell a state of their subject.
STATES = frozenset({"engage", "involve", "commit", "oppose", "prepare", "determine", "concern", "resign", "unite"})
# "migrants headed for Belmar", "rebels returned from exile": their participles are of those who go.
GOING = frozenset({"head", "flee", "escape", "depart", "return", "arrive", "travel", "go", "come"})
MOVING = frozenset({"cross", "flee", "arrive", "enter", "head", "travel", "sail", "leave", "escape"})
# Verbs that do not go without an object: where they seem to, "was" has been left out.
TRANSITIVE = frozenset(
    listed(
        "implicate accuse convict wound injure displace kidnap abduct arrest detain kill jail behead assassinate"
        " oust depose deport imprison murder evict indict sentence appoint liberate rape slaughter massacre torture"
        " execute expel rescue release seize capture recapture destroy demolish bombard impound confiscate extradite"
    )
)
# "accused them of stealing": the object of these does what follows the preposition.
CHARGED = frozenset(
    listed(
        "accuse suspect blame charge convict criticize criticise condemn arrest prevent stop keep bar ban deter"
        " discourage jail sentence fine punish praise thank block force sanction penalize penalise sack fire dismiss"
        " blacklist censure denounce rebuke commend applaud hail reprimand"
    )
)
# Verbs that are done to nobody: "the city came under fire by rebels".
NEVER_DONE = frozenset({"come", "go", "arrive", "happen", "occur", "fall", "rise", "stand", "die", "live", "pass"})
CAUSES = frozenset({"get", "have", "find", "leave", "want", "order"})
MEASURES = frozenset({"DATE", "TIME", "CARDINAL", "PERCENT", "MONEY", "QUANTITY", "ORDINAL"})
# "promise him to leave": the promiser leaves, while "order him to leave" sends him.
SUBJECT_CONTROL = frozenset({"promise", "vow", "threaten", "pledge", "swear", "offer", "agree", "use", "refuse"})
# Who does these to a plan is not who has it: "foiled a plot to kill the envoy", "exposed a scheme to sell arms".
ANOTHERS = frozenset(
    listed(
        "foil thwart prevent block stop reject condemn denounce oppose resist repel crush uncover expose discover"
        " survive escape face disrupt frustrate avert abort scupper criticise criticize suspect"
    )
)


def goes_along(prep: Token) -> bool:
    """For "fought a war against rebels, [with] the cabinet (and its head) looking on": who is there is no enemy.

    The parse may end the sentence before it says what they did.
    """
    fought = (each for each in prep.head.children if each.dep_ == "dobj" and each.i < prep.i)
    fights = prep.head.lemma_ in words("waging_verbs") and prep.lower_ == "with" and prep.i > 0
    return fights and prep.nbor(-1).text == "," and any(fought)
