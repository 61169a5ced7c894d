"""Words that tell how far a deed has come about, and whether it has: negations, modals, adjectives, verbs by class."""

from __future__ import annotations

from sayso.language.numbers import listed
from sayso.records.claim import Status

NEGATIONS = frozenset({"not", "n't", "never", "no", "neither", "nor", "hardly", "nobody", "none"})
PROOF = frozenset(listed("evidence proof indication sign confirmation"))
# What is dismissed when these are: not "dismissed the attack as a stunt".
TALES = frozenset(
    listed(
        "claim report allegation accusation suggestion rumour rumor charge assertion story account notion idea theory"
        " talk version"
    )
)
FALSE = frozenset(
    listed(
        "untrue false wrong baseless unfounded groundless fabricated incorrect nonsense lie fake fabrication"
        " invention fiction hoax myth rubbish fabricated lying propaganda slander impossible unthinkable inconceivable"
    )
)
# "No" behind these denies the noun ("had no contact") or nothing at all ("left no survivors", "lost no time").
OF_THEIR_OBJECT = frozenset(
    listed("have do make give take hold be get see find carry show bear issue play lose leave spare waste need know")
)
KEEPS = frozenset(listed("hold take keep have"))
KEPT = frozenset(listed("prisoner hostage captive detainee inmate convict"))
PERHAPS = frozenset({"possibly", "perhaps", "maybe", "likely", "probably", "presumably", "potentially", "conceivably"})
CONDITIONS = frozenset({"if", "unless", "whether", "lest"})
MODALS = {
    "will": Status.PLANNED,
    "'ll": Status.PLANNED,
    "wo": Status.PLANNED,
    "shall": Status.PLANNED,
    "may": Status.POSSIBLE,
    "might": Status.POSSIBLE,
    "could": Status.POSSIBLE,
    "can": Status.POSSIBLE,
    "ca": Status.POSSIBLE,
    "must": Status.ORDERED,
    "should": Status.ASKED,
    "ought": Status.ASKED,
}
ADJECTIVES = {
    "planned": Status.PLANNED,
    "proposed": Status.PLANNED,
    "threatened": Status.PLANNED,
    "imminent": Status.PLANNED,
    "impending": Status.PLANNED,
    "intended": Status.PLANNED,
    "future": Status.PLANNED,
    "upcoming": Status.PLANNED,
    "scheduled": Status.PLANNED,
    "possible": Status.POSSIBLE,
    "potential": Status.POSSIBLE,
    "likely": Status.POSSIBLE,
    "suspected": Status.POSSIBLE,
    "feared": Status.POSSIBLE,
    "hypothetical": Status.CONDITIONAL,
}
BESIDE_THE_CLAUSE = frozenset({"before", "after", "when", "while", "since", "until", "till", "as", "because", "once"})
# Verbs of saying that settle how far what they say has come about.
COMMITTING = frozenset(listed("suggest insist promise pledge vow threaten agree deny speculate hint imply guess"))
# Verbs whose infinitive has come about, or is only reported, where they hold (Karttunen 1971).
IMPLICATIVE = frozenset(
    listed(
        "begin start continue manage help come go get force compel cause lead make proceed happen have use say"
        " report allege claim know see reveal find show rumour rumor keep dare bother serve suffice turn prove"
        " cease condescend succeed hear bring push drive prompt provoke incite"
    )
)
ASKS_IF = frozenset(listed("ask wonder know say see tell check determine establish decide doubt find learn"))
OPEN = frozenset(listed("clear unclear known unknown sure unsure certain uncertain"))
# What these say of a finite clause is that it is so: "determined that the rebels killed prisoners".
SETTLES = frozenset(listed("determine decide agree resolve conclude insist warn remind find guarantee swear advise"))
FINITE = ("VBD", "VBZ")
# "have gone on to seize the town" tells that they seized it.
GOES_ON = frozenset({("go", "on"), ("come", ""), ("proceed", ""), ("move", "on")})
AIMS = frozenset(listed("goal aim objective purpose target"))  # "their goals: detaining the leaders"
BINDS = frozenset({"oblige", "require", "force", "compel", "mandate", "allow"})
ORDERS = frozenset({"order", "demand", "want", "request"})  # "ordered ten ships sent"
GOES_ALONG = frozenset({"in", "to", "toward", "towards", "into", "at"})
GATHERING = frozenset(listed("gather rally march assemble demonstrate protest converge parade turn take"))
VOICED = frozenset(
    listed(
        "demand protest call denounce condemn urge support oppose voice express show mourn mark honour honor celebrate"
        " commemorate press chant decry celebrate welcome greet"
    )
)
# Who did not do so much as these did not do what they lead to.
FIRST_STEPS = frozenset({"offer", "volunteer"})
