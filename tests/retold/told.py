"""What three conversations say, apart from any layout."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody said, and when."""

    text: str
    speaker: str
    seconds: int


@dataclass(frozen=True, slots=True)
class Said:
    """One turn of a conversation."""

    speaker: str
    seconds: int
    text: str


@dataclass(frozen=True, slots=True)
class Told:
    """A conversation as a careful reader would note it down."""

    title: str
    show: str
    number: int
    host: str
    guest: str
    day: date
    minutes: int
    summary: tuple[str, ...]
    ideas: Pairs
    takeaways: tuple[str, ...]
    lessons: Pairs
    """Takeaways with headings."""
    quotes: tuple[Quote, ...]
    qa: Pairs
    topics: tuple[str, ...]
    chapters: tuple[tuple[int, str], ...]
    talk: tuple[Said, ...]


OYSTERS = Told(
    title="The Reef That Filtered a Harbour",
    show="Tidewrack",
    number=84,
    host="Marit Aune",
    guest="Desmond Okoro",
    day=date(2023, 5, 16),
    minutes=52,
    summary=(
        "Marine biologist Desmond Okoro explains how oysters cleaned the harbour for centuries.",
        "He describes what was lost when the last reef was dredged for road stone in 1912.",
        "The conversation ends with a plan to sink old roof tiles as a floor for larvae.",
    ),
    ideas=(
        (
            "Filters with shells",
            "A grown oyster pumps about 190 litres of water through its gills every day.",
        ),
        (
            "Larvae need neighbours",
            "A young oyster settles where it smells the shells of older ones.",
        ),
        (
            "Clear water feeds grass",
            "Where light reaches the floor, eelgrass returns and holds the mud in place.",
        ),
    ),
    takeaways=(
        "Start with the floor, because larvae cannot settle on mud.",
        "Ask the fishing families first, since they know where reefs used to be.",
        "Measure the water before you begin, or nobody will believe the change.",
    ),
    lessons=(
        ("Floors first", "Larvae cannot settle on mud, so hard ground comes before anything else."),
        (
            "Ask who fished there",
            "The oldest families know where the reefs stood before the dredgers.",
        ),
        ("Measure early", "Nobody believes a change that was not written down from the start."),
    ),
    quotes=(
        Quote(
            "A harbour without oysters is a kidney patient without a machine.", "Desmond Okoro", 612
        ),
        Quote(
            "We ate the reef and then we paved the road with what was left.", "Desmond Okoro", 1385
        ),
        Quote(
            "I have never cried over a mollusc before, so thank you for that.", "Marit Aune", 2790
        ),
    ),
    qa=(
        (
            "Why did the reefs never grow back?",
            "The larvae need hard ground, and dredging had left nothing but silt.",
        ),
        (
            "How long does a new reef take?",
            (
                "The first tiles were covered after three summers, but a full reef takes fifteen "
                "years."
            ),
        ),
        (
            "Can people eat these oysters?",
            "Not yet, because the mud still holds lead from the old shipyard.",
        ),
    ),
    topics=("Harbour ecology", "Oyster larvae", "Dredging history", "Roof tile reefs"),
    chapters=(
        (0, "Cold open at the pier"),
        (254, "What an oyster does all day"),
        (1170, "The year of the dredgers"),
        (2465, "Roof tiles and larvae"),
    ),
    talk=(
        Said(
            "Marit Aune",
            0,
            "Welcome to the show, Desmond. You brought a bucket, and it smells of low tide.",
        ),
        Said(
            "Desmond Okoro",
            9,
            "Thank you for having me, and sorry about the bucket. There are forty oysters in "
            "it, all from the northern pier.",
        ),
        Said("Marit Aune", 21, "What do they do when nobody is looking?"),
        Said(
            "Desmond Okoro",
            26,
            "They pump. A grown one moves some 190 litres a day, which is more than your "
            "bathtub holds.",
        ),
        Said("Marit Aune", 41, "So why is the harbour still brown?"),
        Said(
            "Desmond Okoro",
            45,
            "Because there are hardly any left. In 1912 the last big reef was dug up, and "
            "the shells became road stone.",
        ),
        Said("Marit Aune", 63, "And nobody objected to that?"),
        Said(
            "Desmond Okoro",
            66,
            "Two families wrote letters. I have read them, and they are heartbreaking.",
        ),
    ),
)

CLOCKS = Told(
    title="Why Church Clocks Disagree",
    show="The Minute Hand",
    number=7,
    host="Ottilie Kranz",
    guest="Ruben da Costa",
    day=date(2021, 11, 3),
    minutes=38,
    summary=(
        "Until the railways came, each town in the valley kept a noon of its own.",
        "Clock keeper Ruben da Costa winds eleven tower clocks by hand, twice a week.",
        "A pendulum of four metres loses time on warm days, and pennies put it right again.",
    ),
    ideas=(
        (
            "Local noon",
            "The sun passes over the eastern parish two minutes before it reaches the western one.",
        ),
        (
            "Pennies",
            "One coin laid on the bob lifts its centre and gains two fifths of a second a day.",
        ),
        (
            "Bells were the clock",
            "For two centuries most towers had a bell and no dial, because few could read one.",
        ),
        ("Oil and cold", "Grease thickens below zero, so the keepers drain it in November."),
    ),
    takeaways=(
        "Listen to a clock before touching it, since an uneven beat tells more than the dial.",
        "Write down what you changed on the wall of the tower, as keepers did before you.",
        "Never let a weight hang over the stairs.",
    ),
    lessons=(
        ("Patience", "An uneven beat tells more than the dial ever will."),
        (
            "Write on the wall",
            "Keepers note each change in the tower itself, where the next one looks.",
        ),
    ),
    quotes=(
        Quote("Nobody was late until the train arrived.", "Ruben da Costa", 318),
        Quote("I have a key to every tower and a bed in none of them.", "Ruben da Costa", 1504),
    ),
    qa=(
        (
            "What happens when two clocks strike at once?",
            "People believe the louder one, whichever of them is right.",
        ),
        (
            "Who pays for the winding?",
            "The parishes share the cost, and the smallest pays with firewood.",
        ),
        (
            "Is a quartz drive not simpler?",
            "It is simpler for ten years, and then nobody can mend it.",
        ),
        (
            "How do you hear a worn pinion?",
            "The beat limps: every twelfth tick comes a little late.",
        ),
    ),
    topics=(
        "Railway time",
        "Pendulums",
        "Bell ringing",
        "The keepers of the valley",
        "Repair logs",
    ),
    chapters=(
        (0, "Introduction"),
        (95, "Noon in two parishes"),
        (742, "Pennies on the bob"),
        (1366, "Winter oil"),
        (2010, "Who will wind them next?"),
    ),
    talk=(
        Said("Ottilie Kranz", 0, "We are standing below the dial of Saint Anne, and it is loud."),
        Said(
            "Ruben da Costa",
            7,
            "This is the quiet one. The other tower has a bell of nine hundred kilos right "
            "over the stairs.",
        ),
        Said("Ottilie Kranz", 19, "How often do you come up here?"),
        Said(
            "Ruben da Costa",
            22,
            "Twice a week, on Mondays and on Fridays. The weights go down faster in winter, "
            "I could not tell you why.",
        ),
        Said("Ottilie Kranz", 38, "Is it true that you use coins?"),
        Said(
            "Ruben da Costa",
            42,
            "It is. One penny on the bob, and the clock gains about two fifths of a second a day.",
        ),
    ),
)

RYE = Told(
    title="Bread at Sixty Below",
    show="Slow Ovens",
    number=212,
    host="Teodor Lindqvist",
    guest="Aiyana Crowfeather",
    day=date(2024, 2, 28),
    minutes=74,
    summary=(
        "Aiyana Crowfeather baked for a weather station through two polar winters.",
        "Her starter survived inside a sleeping bag, next to the batteries of the radio.",
        "She argues that bread was the only clock that the crew agreed on.",
    ),
    ideas=(
        (
            "Warmth is an ingredient",
            "She planned each loaf around the hours in which the generator ran.",
        ),
        (
            "Salt slows the clock",
            "A pinch more salt gave the dough three extra hours during storms.",
        ),
        (
            "Dry air, wet dough",
            "At five percent humidity a loaf lost a tenth of its weight before it was baked.",
        ),
    ),
    takeaways=(
        "Feed a starter at the same hour each day and it will forgive you the rest.",
        "Weigh the flour rather than the cup, because dry flour packs tighter.",
        "Share the first slice with whoever had the night watch.",
        "Keep a piece of old dough frozen in case everything else fails.",
    ),
    lessons=(
        (
            "Feed by the clock",
            "A starter that eats at the same hour forgives nearly everything else.",
        ),
        (
            "Weigh, do not scoop",
            "Dry flour packs tighter, and a cup of it is never the same twice.",
        ),
        ("First slice to the watch", "Whoever was awake all night eats before the cook does."),
    ),
    quotes=(
        Quote("The dough rose when the sun did not.", "Aiyana Crowfeather", 480),
        Quote(
            "Twelve people will forgive a bad joke, but not a flat loaf.",
            "Aiyana Crowfeather",
            2233,
        ),
        Quote("So the crew was fermenting as well.", "Teodor Lindqvist", 3190),
    ),
    qa=(
        (
            "How do you keep a starter alive in the cold?",
            "You sleep beside it, and you feed it before you feed yourself.",
        ),
        (
            "Did anybody complain about the smell?",
            "Only the radio operator, and he ate the most of all of us.",
        ),
    ),
    topics=("Sourdough", "Polar stations", "Generators and heat", "Morale"),
    chapters=(
        (0, "Hello from the galley"),
        (131, "A starter in a sleeping bag"),
        (1518, "Storm loaves"),
        (3662, "What bread kept together"),
    ),
    talk=(
        Said(
            "Teodor Lindqvist",
            0,
            "My guest today slept with her sourdough for two winters. Aiyana, good morning.",
        ),
        Said(
            "Aiyana Crowfeather",
            8,
            "Good morning. It was a very small sourdough, and it snored less than the others did.",
        ),
        Said("Teodor Lindqvist", 17, "Why did you take it along in the first place?"),
        Said(
            "Aiyana Crowfeather",
            20,
            "Because the packet yeast had failed the crew before us by June, and the next "
            "plane came in October.",
        ),
        Said("Teodor Lindqvist", 33, "What did the first loaf taste like?"),
        Said(
            "Aiyana Crowfeather",
            36,
            "Of diesel. Everything tasted of diesel there, but it was warm and it was round.",
        ),
        Said("Teodor Lindqvist", 47, "And the crew ate it?"),
        Said(
            "Aiyana Crowfeather",
            50,
            "Within nine minutes. I timed it, since I had nothing else to time.",
        ),
    ),
)

ALL = (OYSTERS, CLOCKS, RYE)
