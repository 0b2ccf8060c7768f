"""What an episode is about stands before a prompt that does not say so, and before no other."""

from __future__ import annotations

import pytest

from quizapp import language
from quizapp.material.subjects import Subject
from quizapp.material.topics import compounds, topics

BREAD = (
    "Bread needs time. The starter feeds on flour, and its yeasts make the dough rise.",
    "Rye dough has to be sour. Without acid the bread stays wet.",
    "An old starter is no better than a young one. Bakers like to say that it is.",
    "The fridge keeps bread badly. Bread goes stale there within a day.",
    "Steam keeps the crust of a loaf soft, so the bread can rise in the oven.",
)
NETS = (
    "Neural networks learn from examples. Large neural networks learn more.",
    "In 2012 AlexNet won. It was a network of eight layers.",
    "Neural networks had been out of fashion. Few people believed in neural networks.",
)


def _subject(title: str, texts: tuple[str, ...] = BREAD) -> Subject:
    found = topics(texts, set(language.content_stems(title)), {"otti", "brand"})
    return Subject.of(title, ("Otti Brand", "Max Ile"), found)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("The Sour Truth: What Lives in Your Bread, with Otti Brand", "bread"),
        ("Who Moves It? Inside the Bread Oven", "bread"),
        ("Otti Brand on Bread and Salt", "bread and salt"),
        ("The Other Side of the Table", "bread"),
        ("Otti Brand", "bread"),
    ],
)
def test_what_a_title_names_or_the_sections_speak_of_is_the_subject(title: str, text: str) -> None:
    assert _subject(title).text == text


def test_what_mostly_stands_before_a_noun_belongs_to_it() -> None:
    assert _subject("Ideas That Came Back", NETS).text == "neural networks"


def test_pages_that_speak_of_nothing_in_particular_have_no_subject() -> None:
    subject = _subject("Otti Brand", ("It was a good day.", "Then people went home."))
    assert subject.text == ""
    asked = "Why did they go?"
    assert subject.before(asked, "It was late.", "People went home.") == asked


def test_a_word_of_many_fields_does_not_tell_what_a_prompt_is_about() -> None:
    subject = _subject("The Sour Truth: What Lives in Your Bread")
    asked = "Why does an old starter smell of apples?"
    assert subject.before(asked, "Because of its acid.", BREAD[0]) == f"Bread: {asked}"


@pytest.mark.parametrize(
    ("title", "label"),
    [
        ("Otti Brand on the Thirty Years War: Bread and Fear", "the Thirty Years War"),
        ("Inside the Bread Mind", "bread"),
    ],
)
def test_what_a_guest_speaks_on_is_the_subject_of_all(title: str, label: str) -> None:
    texts = (*BREAD, "The war of those years was fought over bread.")
    subject = _subject(title, texts)
    assert subject.text == label and subject.of_all


def test_a_label_stands_before_a_prompt_without_its_article() -> None:
    texts = (*BREAD, "The war of those years was fought over bread.")
    subject = _subject("Otti Brand on the Thirty Years War", texts)
    prompt = subject.before("Who paid for it?", "The towns.", "Nobody wanted to pay.")
    assert prompt == "Thirty Years War: Who paid for it?"
    assert subject.after(prompt) == "Who paid for it?"


@pytest.mark.parametrize(
    "asked",
    [
        "Why does Otti Brand say that water comes before work?",
        "What is the worst place, and why?",
        "What did Calvel find in 1974?",  # names tell no field
        "What was grown in Sierra Leone?",
        "Removal is not always right: the oldest one may ____ the rest.",
    ],
)
def test_a_prompt_that_tells_no_field_has_the_subject_before_it(asked: str) -> None:
    subject = _subject("The Sour Truth: What Lives in Your Bread")
    answer = "Because bread swells, and so does everything else in there."
    prompt = subject.before(asked, answer, BREAD[0])
    assert prompt == f"Bread: {asked}"
    assert subject.after(prompt) == asked


@pytest.mark.parametrize(
    "prompt",
    [
        "Why is rye bread heavy?",  # its own subject
        "What can GPT-2 not do?",
        "Who is Otti Brand?",
        "Making Loaves: How long does it take?",
    ],
)
def test_a_prompt_that_tells_what_it_is_about_stays_as_it_is(prompt: str) -> None:
    subject = _subject("The Sour Truth: What Lives in Your Bread")
    assert subject.before(prompt, "Because.", BREAD[0]) == prompt


def test_the_subject_gives_no_short_answer_away() -> None:
    subject = _subject("What Lives in Your Bread")
    asked = "What was sold by the gate?"
    assert subject.before(asked, "Bread.", "Bread was sold by the gate.") == asked


def test_a_section_that_speaks_of_another_thing_has_that_for_its_subject() -> None:
    texts = (
        "Cholera came by water. Cholera killed within a day.",
        "Plague came by ship, and plague killed half of the town.",
        "Doctors fled from cholera and from plague.",
        "Quarantine took forty days.",
        "Walls were no help, and neither was prayer.",
        "Wells were closed.",
        "Bells rang all night.",
        "Grain ran out.",
        "Ships lay idle.",
    )
    subject = _subject("How Cholera and Plague Came", texts)
    asked = "How did it come to town?"
    long = "By ship, and it killed half of all who lived in the town that year."
    assert subject.before(asked, long, texts[1]) == f"Plague: {asked}"
    assert subject.before(asked, long, texts[0]) == f"Cholera: {asked}"
    assert subject.before(asked, long, texts[3]) == f"Cholera and plague: {asked}"


def test_a_count_in_a_title_is_no_part_of_the_subject() -> None:
    texts = (
        "Most bees live alone.",
        "A bee sees ultraviolet, and bees see no red.",
        "Bees were wasps once.",
        "Flowers feed the bees.",
    )
    assert _subject("The Other Twenty Thousand Bees", texts).text == "bees"


def test_what_a_title_joins_is_the_subject_together() -> None:
    texts = (
        "Dreams come early. A dream is short.",
        "Nobody dreams in deep sleep.",
        "A dream fades within minutes.",
        "Old people get less sleep than children.",
        "The deep sleep of the old is short, and their sleep is early.",
        "Sleep in a chair is no sleep.",
        "The lamp stays off.",
    )
    assert _subject("Sleep and Dreams After Seventy", texts).both == "sleep and dreams"


def test_what_most_sections_name_is_the_subject_of_all() -> None:
    subject = _subject("What Lives in Your Bread")
    assert subject.before("How old is it?", "A year.", "It is a year old.") == (
        "Bread: How old is it?"
    )


def test_a_title_that_lists_its_subjects_begins_with_what_all_is_about() -> None:
    texts = ("A tenon is cut to a third.", "Planes are set fine.", "Glue has its limits.", "Saws.")
    assert _subject("Otti Brand on Joinery, Glue and Sharp Tools", texts).text == "joinery"


def test_a_unit_or_somebody_met_in_the_talk_is_no_subject() -> None:
    texts = tuple(
        f"Brandt asked ninety percent of them in the {n} village. It took percent after percent."
        for n in ("first", "second", "third", "fourth", "fifth")
    )
    assert _subject("Why Smart People Choose Badly", texts).text not in ("percent", "Brandt")


def test_one_of_many_things_is_not_said_after_on() -> None:
    texts = tuple(
        f"{who} built the tower by the sea. A tower is {how}."
        for who, how in (
            ("Winstanley", "vain"),
            ("Rudyerd", "light"),
            ("Smeaton", "heavy"),
            ("Douglass", "tall"),
        )
    )
    assert (
        _subject("Stone in the Sea", texts).lead("Otti Brand", "Confidence is cheap.")
        == "Otti Brand"
    )


def test_half_a_subject_has_the_other_half_beside_it() -> None:
    """``Beans`` tells little; with the coffee that most sections speak of, it tells the field."""
    texts = [
        "Coffee is roasted until the bean cracks. The beans cool at once.",
        "A light roast keeps what the coffee plant gave.",
        "Beans from high farms are denser, and coffee of such beans is brighter.",
        "Old coffee tastes of paper.",
        "A cup of coffee wants soft water.",
        "Green beans keep for a year.",
        "Heat moves inwards slowly.",
        "The farm dries its cherries on raised beds.",
    ]
    subject = Subject.of("What Heat Does to a Bean", ["Ada Byron"], topics(texts, {"bean", "heat"}))
    assert subject.before("What is first crack?", "A pop.", texts[0]).startswith("Coffee and beans")
    assert not subject.before("What is brighter?", "Coffee of dense beans", texts[2]).startswith(
        "Coffee"
    )


def test_a_common_word_stands_with_what_it_mostly_stands_with() -> None:
    """``Paper`` is paper money, where the pages say so again and again."""
    texts = [f"Paper money came to town {n}, and it was of paper." for n in range(6)]
    subject = Subject.of(
        "How Paper Became Money",
        ["Ada Byron"],
        topics(texts, {"paper", "money"}),
        compounds=compounds(texts),
    )
    assert subject.text == "paper money"


def test_a_subject_is_named_in_the_number_of_its_title() -> None:
    """``Why Bridges Fall`` is about bridges, whichever bridge its pages tell of."""
    texts = [f"The bridge at Tay {n} fell, and the bridge had no rails." for n in range(4)]
    assert _subject("Why Bridges Fall", texts).text == "bridges"


def test_a_learned_word_stands_under_what_all_is_about() -> None:
    """``proteases`` tells a chemist the field, and nobody that this is about bread."""
    subject = _subject("The Sour Truth: What Lives in Your Bread")
    assert subject.of_all
    asked = "What do proteases do to a net?"
    assert subject.before(asked, "Because.", BREAD[0]) == f"Bread: {asked}"


def test_a_title_of_two_subjects_gives_both() -> None:
    """``How We Beat Smallpox and Cornered Polio``: what names neither stands under both."""
    texts = [
        "Smallpox ended in 1980.",
        "Polio hid in those who had no signs.",
        "The polio trial of 1954 took a year.",
        "Smallpox was counted house by house.",
        "It took a year.",
    ]
    subject = _subject("How We Beat Smallpox and Cornered Polio", texts)
    asked = "What took a year?"
    assert subject.before(asked, "The trial of the century, by then.", texts[4]) == (
        f"Smallpox and polio: {asked}"
    )
    assert subject.before(asked, "The trial of the century, by then.", texts[2]) == (
        f"Polio: {asked}"
    )


def test_a_quote_that_names_neither_of_two_subjects_stands_under_both() -> None:
    texts = [
        "Smallpox ended in 1980.",
        "Polio hid in those who had no signs.",
        "The polio trial of 1954 took a year.",
        "Smallpox was counted house by house.",
    ]
    subject = _subject("How We Beat Smallpox and Cornered Polio", texts)
    assert subject.lead("Otti Brand", "We counted doors, not people.") == (
        "Otti Brand on smallpox and polio"
    )
    assert subject.lead("Otti Brand", "Polio hid where we did not look.") == "Otti Brand"


def test_what_one_section_says_again_and_again_is_not_the_subject_of_all() -> None:
    """``Bread flour`` six times in one section does not make bread mean bread flour."""
    texts = [f"Bread was dear in year {n}, and riots began." for n in range(6)]
    texts.append("Bread flour is strong. " * 6)
    found = compounds(texts)
    subject = Subject.of(
        "A History of Bread", ["Ada Byron"], topics(texts, {"bread"}), compounds=found
    )
    assert subject.text == "bread"


def test_a_verb_of_the_title_is_no_plural_of_a_noun() -> None:
    texts = (
        "Employment pays for waiting.",
        "Employment law knows three words. Employment is one of them.",
        "Nobody waits for free under employment.",
    )
    assert _subject("Who Employs the Rider at Your Door?", texts).text == "employment"


def test_two_names_that_the_sections_tell_of_are_the_subject_not_what_both_have() -> None:
    texts = (
        "In 1990 Hubble had a mirror of the wrong shape.",
        "A crew gave Hubble glasses. Then Hubble saw.",
        "In the dark Webb keeps its mirror cold.",
        "Folded up, Webb looks at old light. For Webb it took years.",
        "Both Hubble and Webb can wait.",
    )
    subject = _subject("Two Eyes in the Sky", texts)
    assert set(subject.labels) == {"Hubble", "Webb"}
    assert set(subject.both.split(" and ")) == {"Hubble", "Webb"}


def test_a_part_of_a_name_is_told_in_full() -> None:
    subject = Subject(("the Hanseatic League",), frozenset(("hanseat", "leagu")), frozenset())
    asked = subject.before("Did the League have an army?", "No.", "The League had no army.")
    assert asked == "Did the Hanseatic League have an army?"


def test_a_title_that_asks_is_no_label() -> None:
    subject = _subject("How Does a Robin Know Where Africa Is?", BREAD)
    assert subject.before("Why go at all?", "For food.", BREAD[0]) == "Bread: Why go at all?"


def test_what_is_asked_of_one_of_many_stands_under_the_title() -> None:
    subject = Subject(("bridges",), frozenset(("bridg",)), frozenset(), named="Gertie Falls Down")
    told = "The bridge twisted."
    assert subject.before("Why did the old bridge twist?", "Because of the wind.", told) == (
        "Gertie Falls Down: Why did the old bridge twist?"
    )
    for asked in ("Why did the Severn bridge twist?", "Why are bridges stiff?"):
        assert subject.before(asked, "Because of the wind.", told) == asked


def test_what_a_title_ranks_is_no_label() -> None:
    assert _subject("The Plainest Bread in the World").text == "bread"
