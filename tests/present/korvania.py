"""A small case about the invented country Korvania, made by hand, with one of everything the pages must show.

Nested voices, a denial, a copy, numbers in dispute, an order not carried out, a plan, an undated document, a digest, a
reader's comment, a link farm's boilerplate, an unread sentence, a person who is only a victim, and two men who may be one.
"""

from __future__ import annotations

from functools import cache

from sayso.records.actor import MentionKind as K
from sayso.records.actor import Suspicion
from sayso.records.claim import Plover, Polarity, Stance, Status, TieKind, VoiceKind
from sayso.records.document import PassageRole
from sayso.records.matter import BestWhen, Copy, DisputeKind, DisputeValue
from tests.present.case_builder import CaseBuilder

HARBOUR = """Gunmen storm parliament in Port Sarn

Gunmen of the Harbour Guard stormed the National Assembly in Port Sarn on Sunday, seizing some 20 officials and setting fire to the chamber.

Two people were killed and 55 wounded, the health ministry said. General Karim Odeh, who leads the Harbour Guard, denied that his men had fired on deputies.

According to Meridian Wire, witnesses said that Odeh had ordered his gunners to shell the port. The shelling did not take place.

Few in the capital slept that night; 300 families are said to have left for Tarsk.

Share this article <script>alert("x")</script>

riverfan wrote: Odeh is a traitor & should be shot.
"""

COURIER = """Sunday's attack on the Assembly

About 10 employees and one official were taken from the National Assembly on 18 May 2031, a spokesman for the Assembly said.

The attackers, men of the Harbour Guard under Gen. Kareem Awdeh, left at dusk. At least three people died, including Salim Haddad, a cleaner.

Odeh was born in Velmora and lived in Ardesh from 2011 to 2019, when he came back to lead the Guard. Free Korvan Army leaders say that they will not fight the Guard.
"""

WIRE = """PORT SARN, May 18 (Meridian Wire) - Gunmen of the Harbour Guard stormed the National Assembly in Port Sarn on Sunday, seizing some 20 officials and setting fire to the chamber.

The Free Korvan Army plans to march on Velmora in June, its commander Hasan Odeh told the agency.
"""

BLOG = """What really happened at the Assembly

There is every reason to suspect that Ardesh paid the Harbour Guard for the raid. The general himself has never set foot in Ardesh.

Sundal has also taken sides: its president promised Odeh two aircraft, according to advisers to the Sundal cabinet.
"""

DIGEST = """Korvania this week

1. Exclusive: Odeh seen in Ostrel (Tarsk Radio, May 23, 2031): The commander of the Harbour Guard met elders in Ostrel on Thursday.

2. Assembly to sit again (The Sundal Times, May 24, 2031): The National Assembly will meet in Velmora, its speaker promised.
"""


@cache
def korvania() -> CaseBuilder:
    """The case, with its documents read."""
    case = CaseBuilder()
    documents = {
        "harbour": case.document(
            "harbour-post.txt", HARBOUR, "Harbour Post", "2031-05-19", title="Gunmen storm parliament in Port Sarn",
            byline="Lina Marr", url="https://harbourpost.example/parliament?id=1&x=<2>",
        ),
        "courier": case.document("courier.html", COURIER, "Velmora Courier", "2031-05-20", title="Sunday's attack on the Assembly"),
        "wire": case.document("wire.txt", WIRE, "Meridian Wire", "2031-05-18", published_reason="dateline “May 18”, year from the file name"),
        "blog": case.document("ostrel-blog.md", BLOG, "Ostrel Blog", None, title="What really happened at the Assembly", carrier="Korvan Reader"),
        "digest": case.document("digest.txt", DIGEST, "Korvan Reader", "2031-05-25", title="Korvania this week"),
    }  # fmt: skip
    case.passage(documents["harbour"], 'Share this article <script>alert("x")</script>', PassageRole.BOILERPLATE)
    case.passage(documents["harbour"], "riverfan wrote: Odeh is a traitor & should be shot.", PassageRole.COMMENT)
    case.passage(
        documents["digest"],
        "1. Exclusive: Odeh seen in Ostrel (Tarsk Radio, May 23, 2031): The commander of the Harbour Guard met elders in Ostrel on Thursday.",
        PassageRole.DIGEST_ITEM, "Tarsk Radio", "2031-05-23",
    )  # fmt: skip
    case.passage(
        documents["digest"],
        "2. Assembly to sit again (The Sundal Times, May 24, 2031): The National Assembly will meet in Velmora, its speaker promised.",
        PassageRole.DIGEST_ITEM, "The Sundal Times", "2031-05-24",
    )  # fmt: skip
    _read(case, documents)
    return case


def _read(case: CaseBuilder, documents: dict[str, str]) -> None:  # noqa: PLR0915 - one story, told in order
    harbour, courier, wire = documents["harbour"], documents["courier"], documents["wire"]
    blog, digest = documents["blog"], documents["digest"]

    guard = [
        case.mention(each, "the Harbour Guard", K.ARMED_GROUP, "Harbour Guard")
        for each in (harbour, courier, wire, blog, digest)
    ]
    assembly = [
        case.mention(each, "the National Assembly", K.ORGANIZATION, "National Assembly")
        for each in (harbour, courier, wire)
    ]
    assembly.append(case.mention(digest, "The National Assembly", K.ORGANIZATION, "National Assembly"))
    odeh = [
        case.mention(harbour, "General Karim Odeh", K.PERSON, "Karim Odeh", title="General"),
        case.mention(courier, "Gen. Kareem Awdeh", K.PERSON, "Kareem Awdeh", title="Gen."),
    ]
    odeh.append(case.mention(harbour, "Odeh", K.PERSON, "Odeh", nth=1, chain=odeh[0].id))
    odeh.append(case.mention(courier, "Odeh", K.PERSON, "Odeh", chain=odeh[1].id))
    odeh.append(case.mention(digest, "Odeh", K.PERSON, "Odeh"))
    odeh.append(case.mention(digest, "The commander of the Harbour Guard", K.PERSON, form="nominal", chain=odeh[-1].id))
    odeh.append(case.mention(blog, "Odeh", K.PERSON, "Odeh"))
    odeh.append(case.mention(blog, "The general himself", K.PERSON, form="nominal", chain=odeh[-1].id))
    hasan = case.mention(wire, "Hasan Odeh", K.PERSON, "Hasan Odeh", title="commander")
    army = [
        case.mention(each, words, K.ARMED_GROUP, "Free Korvan Army")
        for each, words in ((wire, "The Free Korvan Army"), (courier, "Free Korvan Army"))
    ]
    ardesh = [case.mention(each, "Ardesh", K.COUNTRY, "Ardesh") for each in (courier, blog)]
    ardesh.append(case.mention(blog, "Ardesh", K.COUNTRY, "Ardesh", nth=1, chain=ardesh[1].id))
    sundal = case.mention(blog, "Sundal", K.COUNTRY, "Sundal")
    president = case.mention(blog, "its president", K.PERSON, form="nominal")
    haddad = case.mention(courier, "Salim Haddad", K.PERSON, "Salim Haddad")
    agency = case.mention(harbour, "Meridian Wire", K.ORGANIZATION, "Meridian Wire")
    ministry = case.mention(harbour, "the health ministry", K.GOVERNMENT, "health ministry")
    port_sarn = [case.mention(each, "Port Sarn", K.PLACE, "Port Sarn") for each in (harbour, wire)]
    velmora = [case.mention(each, "Velmora", K.PLACE, "Velmora") for each in (courier, wire, digest)]
    ostrel = case.mention(digest, "Ostrel", K.PLACE, "Ostrel", nth=1)
    elders = case.mention(digest, "elders", K.PEOPLE, form="nominal")

    a_odeh = case.actor(K.PERSON, "Karim Odeh", *odeh)
    other = Suspicion(
        a_odeh, ("the same surname, and both are called commanders", "no text gives both names to one man")
    )
    case.actor(K.PERSON, "Hasan Odeh", hasan, perhaps=(other,))
    a_guard = case.actor(K.ARMED_GROUP, "Harbour Guard", *guard)
    a_assembly = case.actor(K.ORGANIZATION, "National Assembly", *assembly)
    a_army = case.actor(K.ARMED_GROUP, "Free Korvan Army", *army)
    a_ardesh = case.actor(K.COUNTRY, "Ardesh", *ardesh)
    case.actor(K.COUNTRY, "Sundal", sundal)
    case.actor(K.PERSON, "Salim Haddad", haddad)
    case.actor(K.ORGANIZATION, "Meridian Wire", agency)
    case.actor(K.GOVERNMENT, "health ministry", ministry)
    a_president = case.actor(K.PERSON, "its president", president)
    a_elders = case.actor(K.PEOPLE, "elders", elders)
    p_sarn = case.place("Port Sarn", *port_sarn, lat=31.5, lon=20.25)
    p_velmora = case.place("Velmora", *velmora)
    p_ostrel = case.place("Ostrel", ostrel)
    case.place("Ardesh", *ardesh)

    sunday = case.when(harbour, "on Sunday", "2031-05-18", "the Sunday before 19 May 2031")
    day = case.when(courier, "on 18 May 2031", "2031-05-18")
    sunday_wire = case.when(wire, "on Sunday", "2031-05-18", "published that Sunday, 18 May 2031")
    june = case.when(wire, "in June", "2031-06", "the June after 18 May 2031")
    stay = case.when(courier, "from 2011 to 2019", "2011/2019")
    came = case.when(courier, "2019", "2019")
    thursday = case.when(digest, "on Thursday", "2031-05-22", "the Thursday before 23 May 2031")

    said = {
        "ministry": case.saying(harbour, "the health ministry", "said", "Two people were killed and 55 wounded", Stance.ASSERTS, VoiceKind.ORGANIZATION, name="health ministry", mention=ministry.id),
        "odeh": case.saying(harbour, "General Karim Odeh", "denied", "his men had fired on deputies", Stance.DENIES, VoiceKind.PERSON, name="Karim Odeh", mention=odeh[0].id),
        "agency": case.saying(harbour, "Meridian Wire", "According to", "witnesses said that Odeh had ordered his gunners to shell the port", Stance.ASSERTS, VoiceKind.QUOTED_OUTLET, mention=agency.id),
        "spokesman": case.saying(courier, "a spokesman for the Assembly", "said", "About 10 employees and one official were taken from the National Assembly on 18 May 2031", Stance.ASSERTS, VoiceKind.OFFICIAL),
        "hasan": case.saying(wire, "its commander Hasan Odeh", "told", "The Free Korvan Army plans to march on Velmora in June", Stance.ASSERTS, VoiceKind.PERSON, name="Hasan Odeh", mention=hasan.id),
        "leaders": case.saying(courier, "Free Korvan Army leaders", "say", "they will not fight the Guard", Stance.ASSERTS, VoiceKind.OFFICIAL),
        "advisers": case.saying(blog, "advisers to the Sundal cabinet", "according to", "its president promised Odeh two aircraft", Stance.ASSERTS, VoiceKind.UNNAMED),
        "speaker": case.saying(digest, "its speaker", "promised", "The National Assembly will meet in Velmora", Stance.ASSERTS, VoiceKind.OFFICIAL),
    }  # fmt: skip
    said["witnesses"] = case.saying(
        harbour,
        "witnesses",
        "said",
        "Odeh had ordered his gunners to shell the port",
        Stance.ALLEGES,
        VoiceKind.UNNAMED,
        parent=said["agency"].saying,
    )
    said["suspect"] = case.saying(
        blog,
        "There is every reason",
        "suspect",
        "Ardesh paid the Harbour Guard for the raid",
        Stance.SUGGESTS,
        VoiceKind.UNNAMED,
        name="the writer's suspicion",
    )

    storm = "Gunmen of the Harbour Guard stormed the National Assembly in Port Sarn on Sunday"
    c_storm = case.claim(
        harbour, storm, case.deed(harbour, "stormed", Plover.ASSAULT, guard[0], assembly[0], sunday, port_sarn[0])
    )
    c_storm_wire = case.claim(
        wire, storm, case.deed(wire, "stormed", Plover.ASSAULT, guard[2], assembly[2], sunday_wire, port_sarn[1])
    )
    c_taken = case.claim(
        courier, "About 10 employees and one official were taken from the National Assembly on 18 May 2031",
        case.deed(courier, "taken", Plover.COERCE, None, assembly[1], day), said["spokesman"],
    )  # fmt: skip
    c_fired = case.claim(
        harbour, "his men had fired on deputies",
        case.deed(harbour, "fired", Plover.ASSAULT, odeh[0]), said["odeh"], about=c_storm,
        reasons=("“denied that” covers the clause after it",),
    )  # fmt: skip
    c_order = case.claim(
        harbour, "Odeh had ordered his gunners to shell the port",
        case.deed(harbour, "shell", Plover.ASSAULT, odeh[2]), said["agency"], said["witnesses"], status=Status.ORDERED,
    )  # fmt: skip
    c_not = case.claim(
        harbour, "The shelling did not take place", case.deed(harbour, "shelling", Plover.ASSAULT), polarity=Polarity.NO
    )
    c_march = case.claim(
        wire, "The Free Korvan Army plans to march on Velmora in June",
        case.deed(wire, "march", Plover.MOBILIZE, army[0], None, june, velmora[1]), said["hasan"], status=Status.PLANNED,
    )  # fmt: skip
    c_paid = case.claim(
        blog,
        "Ardesh paid the Harbour Guard for the raid",
        case.deed(blog, "paid", Plover.AID, ardesh[1], guard[3]),
        said["suspect"],
    )
    c_promise = case.claim(
        blog, "its president promised Odeh two aircraft", case.deed(blog, "promised", Plover.SUPPORT, president, odeh[6]), said["advisers"],
    )  # fmt: skip
    c_met = case.claim(
        digest, "The commander of the Harbour Guard met elders in Ostrel on Thursday",
        case.deed(digest, "met", Plover.CONSULT, odeh[5], elders, thursday, ostrel),
    )  # fmt: skip
    c_meet = case.claim(
        digest, "The National Assembly will meet in Velmora",
        case.deed(digest, "meet", Plover.CONSULT, assembly[3], None, None, velmora[2]), said["speaker"], status=Status.PLANNED,
    )  # fmt: skip
    c_died = case.claim(
        courier,
        "At least three people died, including Salim Haddad",
        case.deed(courier, "died", Plover.ASSAULT, None, haddad),
    )

    q20 = case.claim(
        harbour, "seizing some 20 officials", case.quantity("seized", "some 20 officials", 18, 22, "some", of=c_storm)
    )
    q20w = case.claim(
        wire, "seizing some 20 officials", case.quantity("seized", "some 20 officials", 18, 22, "some", of=c_storm_wire)
    )
    q11 = case.claim(
        courier,
        "About 10 employees and one official",
        case.quantity("seized", "About 10 employees and one official", 10, 12, "about", of=c_taken),
        said["spokesman"],
    )
    q2 = case.claim(
        harbour, "Two people were killed", case.quantity("killed", "Two people", 2, 2, of=c_storm), said["ministry"]
    )
    q3 = case.claim(
        courier,
        "At least three people died",
        case.quantity("killed", "At least three people", 3, None, "at least", of=c_taken),
    )
    q55 = case.claim(
        harbour, "55 wounded", case.quantity("wounded", "55 wounded", 55, 55, of=c_storm), said["ministry"]
    )

    t_leads = case.claim(
        harbour,
        "General Karim Odeh, who leads the Harbour Guard",
        case.tie(
            TieKind.LEADS,
            odeh[0],
            case.mention(harbour, "the Harbour Guard", K.ARMED_GROUP, "Harbour Guard", nth=1, chain=guard[0].id),
        ),
    )
    t_under = case.claim(
        courier,
        "men of the Harbour Guard under Gen. Kareem Awdeh",
        case.tie(TieKind.LEADS, odeh[1], guard[1], as_of=day),
    )
    t_based = case.claim(
        courier,
        "lived in Ardesh from 2011 to 2019",
        case.tie(TieKind.BASED_IN, odeh[3], ardesh[0], start=stay, until=came),
    )
    t_never = case.claim(
        blog,
        "The general himself has never set foot in Ardesh",
        case.tie(TieKind.BASED_IN, odeh[7], ardesh[2]),
        polarity=Polarity.NO,
    )
    t_fight = case.claim(
        courier,
        "they will not fight the Guard",
        case.tie(TieKind.FIGHTS, army[1], guard[1]),
        said["leaders"],
        polarity=Polarity.NO,
        status=Status.PLANNED,
    )
    r_born = case.claim(courier, "Odeh was born in Velmora", case.trait(odeh[3], "birthplace", "Velmora"))
    case.unread.append(
        (
            harbour,
            case.span(harbour, "Few in the capital slept that night; 300 families are said to have left for Tarsk."),
        )
    )

    parties = (("actor", a_guard), ("recipient", a_assembly))
    event = case.matter(
        "event", "Storming of the National Assembly by the Harbour Guard, Port Sarn", c_storm, c_storm_wire, c_taken, c_died,
        plover="ASSAULT", when=BestWhen("2031-05-18", "given by 3 documents: “on 18 May 2031”", (c_storm, c_taken)),
        place=p_sarn, participants=parties, reasons=("the same day, 18 May 2031", "the same target, the National Assembly"),
    )  # fmt: skip
    fired = case.matter(
        "event",
        "Shooting of deputies by Karim Odeh",
        c_fired,
        plover="ASSAULT",
        participants=(("actor", a_odeh),),
        part_of=event,
    )
    order = case.matter(
        "event", "Ordered: shelling of the port by Karim Odeh", c_order, c_not, plover="ASSAULT", participants=(("actor", a_odeh),),
        when=BestWhen("2031-05-17/2031-05-19", "between the storming it followed and the day it was printed", (), inferred=True),
    )  # fmt: skip
    march = case.matter(
        "event",
        "Planned: march on Velmora by the Free Korvan Army",
        c_march,
        plover="MOBILIZE",
        participants=(("actor", a_army),),
        place=p_velmora,
        when=BestWhen("2031-06", "given by one document: “in June”", (c_march,)),
    )
    paid = case.matter(
        "event",
        "Payment to Harbour Guard by Ardesh",
        c_paid,
        plover="AID",
        participants=(("actor", a_ardesh), ("recipient", a_guard)),
    )
    promise = case.matter(
        "event",
        "Promise of aircraft to Karim Odeh",
        c_promise,
        plover="SUPPORT",
        participants=(("actor", a_president), ("recipient", a_odeh)),
    )
    met = case.matter(
        "event",
        "Meeting of Karim Odeh and elders, Ostrel",
        c_met,
        plover="CONSULT",
        participants=(("actor", a_odeh), ("recipient", a_elders)),
        place=p_ostrel,
        when=BestWhen("2031-05-22", "given by one document: “on Thursday”", (c_met,)),
    )
    meet = case.matter(
        "event",
        "Planned: meeting of the National Assembly, Velmora",
        c_meet,
        plover="CONSULT",
        participants=(("actor", a_assembly),),
        place=p_velmora,
    )
    seized = case.matter("quantity", "Number seized: storming of the National Assembly", q20, q20w, q11, part_of=event)
    killed = case.matter("quantity", "Number killed: storming of the National Assembly", q2, q3, part_of=event)
    wounded = case.matter("quantity", "Number wounded: storming of the National Assembly", q55, part_of=event)
    leads = case.matter(
        "tie", "Karim Odeh leads Harbour Guard", t_leads, t_under, participants=(("a", a_odeh), ("b", a_guard))
    )
    based = case.matter(
        "tie",
        "Karim Odeh is based in Ardesh",
        t_based,
        t_never,
        participants=(("a", a_odeh), ("b", a_ardesh)),
        when=BestWhen("2011/2019", "from the earliest to the latest time the claims give", (t_based,)),
    )
    fights = case.matter(
        "tie", "Free Korvan Army fights Harbour Guard", t_fight, participants=(("a", a_army), ("b", a_guard))
    )
    born = case.matter("trait", "Birthplace of Karim Odeh", r_born, participants=(("actor", a_odeh),))

    fold = "“Harbour Post” repeats “Meridian Wire” word for word: counted as one origin"
    o_wire = case.account(event, "Meridian Wire", c_storm_wire, copies=(c_storm,), reason=fold)
    o_spokesman = case.account(
        event, "a spokesman for the Assembly, in Velmora Courier", c_taken, counts_as="Velmora Courier"
    )
    o_courier = case.account(event, "Velmora Courier", c_died, reason="told in its own voice")
    case.account(seized, "Meridian Wire", q20w, copies=(q20,), reason=fold)
    case.account(seized, "a spokesman for the Assembly, in Velmora Courier", q11)
    o_ministry = case.account(killed, "health ministry", q2)
    case.account(killed, "Velmora Courier", q3)
    case.account(wounded, "health ministry", q55)
    case.account(fired, "Karim Odeh", c_fired)
    o_witnesses = case.account(order, "witnesses, in Harbour Post", c_order)
    o_harbour = case.account(order, "Harbour Post", c_not)
    for matter, label, claim in (
        (march, "Hasan Odeh", c_march), (paid, "Ostrel Blog", c_paid), (promise, "advisers to the Sundal cabinet, in Ostrel Blog", c_promise),
        (met, "Tarsk Radio", c_met), (meet, "its speaker, in The Sundal Times", c_meet), (leads, "Harbour Post", t_leads), (leads, "Velmora Courier", t_under),
        (fights, "Free Korvan Army leaders, in Velmora Courier", t_fight), (born, "Velmora Courier", r_born),
    ):  # fmt: skip
        case.account(matter, label, claim)
    o_based = case.account(based, "Velmora Courier", t_based)
    o_never = case.account(based, "Ostrel Blog", t_never)

    case.dispute(
        event, "seized", DisputeKind.CONTRADICTION, "How many were seized? — Storming of the National Assembly",
        [DisputeValue("About 10 employees and one official", (q11,), (o_spokesman,)), DisputeValue("some 20 officials", (q20, q20w), (o_wire,))],
        "“some 20 officials” and “About 10 employees and one official” cannot both hold",
    )  # fmt: skip
    case.dispute(
        event, "killed", DisputeKind.UPDATE, "How many were killed? — Storming of the National Assembly",
        [DisputeValue("Two people", (q2,), (o_ministry,)), DisputeValue("At least three people", (q3,), (o_courier,))],
        "“At least three people” was said later than “Two people”, and is larger",
    )  # fmt: skip
    case.dispute(
        order, "whether", DisputeKind.COMPATIBLE, "Is it so? — shelling of the port",
        [DisputeValue("it is so", (c_order,), (o_witnesses,)), DisputeValue("it is not so", (c_not,), (o_harbour,))],
        "an order can be given and not carried out",
    )  # fmt: skip
    case.dispute(
        based, "whether", DisputeKind.CONTRADICTION, "Is it so? — Karim Odeh is based in Ardesh",
        [DisputeValue("it is so", (t_based,), (o_based,)), DisputeValue("it is not so", (t_never,), (o_never,))],
        "one account says it is not so: “The general himself has never set foot in Ardesh”",
    )  # fmt: skip
    copied = storm + ", seizing some 20 officials and setting fire to the chamber."
    case.copies.append(
        Copy(
            harbour,
            case.span(harbour, copied),
            wire,
            case.span(wire, copied),
            1.0,
            "from",
            ("147 characters are the same, and Meridian Wire printed them a day earlier",),
        )
    )
