"""Making a sentence stand alone without changing what it claims, or saying that it can't.

A person who reads a card in a year, among a thousand others, must know what is meant. So fillers
and connectives at the start go, a pronoun becomes the guest where only the guest can be meant,
and a sentence that leans on its neighbours, or speaks about the page instead of the subject,
is turned down.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizapp import language
from quizapp.language import Token
from quizapp.sentences import grammar
from quizapp.sentences.grammar.persons import is_person
from quizapp.sentences.leaning import (
    about_the_page,
    compares_to_nothing,
    fronts_pronoun,
    opens_leaning,
    points_away,
)
from quizapp.sentences.names import Names
from quizapp.sentences.phrasing import (
    LONGEST,
    SHORTEST,
    balanced,
    capitalised,
    tidy,
    without_concession,
    without_parentheses,
    without_trailing,
)
from quizapp.sentences.pronouns import means_another, resolved


def standalone(
    sentence: str, names: Names, before: str | None = None, heading: str | None = None
) -> str | None:
    """The sentence as it can stand alone, or None where it can't.

    ``before`` is the sentence that it follows: an ``It`` at the start is taken for its subject
    where that is one plain thing, and what the ``heading`` above is about, if there is one. The
    result starts with a capital and ends with a full stop; what it claims is untouched, but what
    trails behind may be left out where it leans or is long.
    """
    sentence = capitalised(_THEN.sub("", sentence))
    sentence = _TELLS_OF.sub(r"\g<who> ", _NEED_TO_SEE.sub("", sentence))
    whole = _with_subject(tidy(_SAYS.sub(" ", sentence)), before, heading)
    if means_another(whole, before, heading, names):
        return None
    plain = without_parentheses(whole)
    for text in (whole, plain, without_trailing(plain), without_concession(plain)):
        made = _standing(text, names)
        if made is not None:
            return made
    return None


_LABELLED = re.compile(r"^(?P<label>[A-Z][^:;,?!“”]{1,40}): (?P<told>[^:]{15,})$")


def unlabelled(sentence: str) -> str:
    """``Cool fires: a low flame removes the needles.`` without the label before its colon.

    The label goes only where it is no sentence of its own and what follows it is one.
    """
    found = _LABELLED.match(sentence)
    if found is None or len(found["label"].split()) > _LABEL_WORDS:
        return sentence
    alone = found["told"][:1].isupper()  # a sentence of its own, whatever stands before it
    if language.is_sentence(f"{found['label']}.") and not alone:
        return sentence
    if not has_main_verb(found["told"]):
        return sentence
    return capitalised(found["told"])


_LABEL_WORDS = 5
_SAYS = re.compile(
    r", (?:[A-Z][\w'’-]+ ){1,3}(?:says|said|argues|thinks|notes|adds|explains|believes|recalls),? ?"
    r"(?=[a-z])|"
    r", (?:says|said|argues|thinks|notes|adds|explains|believes|recalls) (?:[A-Z][\w'’-]+ ?){1,3}"
    r"(?:, | (?=[a-z]))"
)
_NEED_TO_SEE = re.compile(
    r"^(?:People|We|You|One) (?:need|have|must|should|ought)(?: to)? (?:see|remember|understand|"
    r"realize|realise|know|recognize|recognise|accept|keep in mind) that ",
)
"""What introduces a claim without adding to it."""
_THEN = re.compile(r"^(?:Then|Later|Finally|Soon),? (?=(?:in|on|by) (?:[A-Z][a-z]+ )?\d)")
_TELLS_OF = re.compile(
    r"^(?:(?:[A-Z][\w.’'-]+ ){1,3}|She |He )(?:tells the (?:story|tale) of|tells of|recalls|"
    r"recounts|remembers|mentions|describes) (?P<who>(?:[A-Z][\w.’'-]+ )+[A-Z][\w’'-]+), who "
)
"""``Vos tells the story of Ada Byron, who wrote …``: what she wrote is the fact."""
_SECOND = re.compile(r"[,;] (?:and|but|while|so|yet|whereas|although)\b|;")
"""What opens a second clause, whose subject an ``it`` may mean as well."""
_IT = re.compile(r"Its |It (?!is\b|was\b|may\b|might\b|seems\b|takes\b|took\b|will\b|would\b)")


def _with_subject(text: str, before: str | None, heading: str | None) -> str:
    """``It shows …`` with the subject of the sentence before, where that is one plain thing."""
    start = _IT.match(text)
    parts = grammar.clause(before) if start and before else None
    if start is None or parts is None or parts.is_plural:
        return text
    if any(t.tag == "NP0" for t in parts.subject) or _SECOND.search(before or ""):
        return text
    about = set(language.content_stems(heading or ""))
    if about and not about & set(language.content_stems(parts.subject_text)):
        return text
    possessive = "'s" if start[0] == "Its " else ""
    return f"{capitalised(parts.subject_text)}{possessive} {text[len(start[0]) :]}"


def _standing(text: str, names: Names) -> str | None:
    tokens = language.tag(text)
    if tokens and tokens[0].text.lower() in ("never", "always"):
        tokens = tokens[1:]
    if tokens and tokens[0].tag in ("VVB", "VVI", "VDB", "VBI"):
        return None  # a piece of advice claims nothing
    if "?" in text or "!" in text or not SHORTEST <= len(text.split()) <= LONGEST:
        return None
    if about_the_page(text, names) or opens_leaning(text) or compares_to_nothing(text):
        return None
    if _RUN_TOGETHER.search(text) or _is_it_of_nothing(tokens):
        return None
    clear = resolved(text, names)
    if (
        clear is None
        or about_the_page(clear, names)
        or points_away(clear)
        or fronts_pronoun(clear)
        or not has_main_verb(clear)
    ):
        return None
    return clear if len(clear.split()) <= LONGEST and balanced(clear) else None


_RUN_TOGETHER = re.compile(r"[a-z\d)”\"] [A-Z][\w/’'-]*(?: [\w/’'-]+){0,3}: |→|☐|✓")
"""Lines of a list without a stop between them: ``Keep the context How to: Ask less``."""


def _is_it_of_nothing(tokens: Sequence[Token]) -> bool:
    """Whether ``it`` is done something to before anything is told of: ``Bagehot set it out``."""
    for place, token in enumerate(tokens):
        if token.text.lower() in ("it", "them") and place and tokens[place - 1].is_verb:
            before = tokens[:place]
            things = (t for t in before if t.tag in ("NN0", "NN1", "NN2"))
            return all(is_person(t.lemma) for t in things)
        if token.tag == "PUN" and token.text in (".", ";"):
            break
    return False


_RELATIVE = frozenset("that which who whom whose where when while because if although".split())


def _is_adjunct(tokens: Sequence[Token]) -> bool:
    """Whether a text only answers how or where: ``By 4 cm a year, measured with lasers.``"""
    if not tokens or tokens[0].tag != "PRP":
        return False
    verb = next((i for i, t in enumerate(tokens) if t.tag in language.FINITE_TAGS), 0)
    if verb == 0 or tokens[verb - 1].text != ",":
        return False
    year = next((i for i, t in enumerate(tokens[:verb]) if _YEAR.fullmatch(t.text)), verb)
    return not any(t.tag == "NP0" for t in tokens[year + 1 : verb])  # "In 1936 Ventris, 14, heard"


_YEAR = re.compile(r"1\d\d\d|20\d\d")


def has_main_verb(text: str) -> bool:
    """Whether a finite verb stands outside relative and other lesser clauses: no mere phrase."""
    if not language.is_sentence(text) or not language.is_sentence(f"{text.split(';')[0]}."):
        return False
    tokens = language.tag(text)
    if _is_adjunct(tokens):
        return False
    finite = [i for i, t in enumerate(tokens) if t.tag in language.FINITE_TAGS]
    if not finite:  # "The bridge reopened in 1920.": taken for a participle
        finite = [i for i, t in enumerate(tokens) if i and t.tag == "VVN"][:1]
    lesser = [
        i
        for i, t in enumerate(tokens)
        if t.text.lower() in _RELATIVE
        and t.tag[:2] != "PR"
        and not (i and tokens[i - 1].text.lower() == "such")
    ]
    if finite and not lesser:
        return not all(tokens[i - 1].text.lower() in ("each", "all", "both") for i in finite if i)
    opening = [i for i in finite if not lesser or i < lesser[0]]
    return bool(opening) or len(finite) != len([i for i in lesser if i < (finite or [0])[-1]])
