"""Making a sentence stand alone without changing what it claims, or saying that it can't.

A person who reads a card in a year, among a thousand others, must know what is meant. So fillers
and connectives at the start go, a pronoun becomes the guest where only the guest can be meant,
and a sentence that leans on its neighbours, or speaks about the page instead of the subject,
is turned down.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from quizapp import grammar, language
from quizapp.language import Token
from quizapp.model import Episode

SHORTEST, LONGEST = 6, 34
"""Words of a statement; a prompt has at most 35."""

_CONNECTIVE = re.compile(
    r"^(?:and|but|so|yes|no|well|yeah|okay|right|also|additionally|moreover|furthermore|however|"
    r"in addition|in fact|in other words|in short|in summary|to summari[sz]e|overall|ultimately|"
    r"finally|lastly|firstly|secondly|thirdly|instead|likewise|similarly|still|thus|therefore|"
    r"hence|consequently|as a result|meanwhile|nevertheless|nonetheless|conversely|"
    r"on the other hand|of course|indeed|basically|actually|essentially|interestingly|"
    r"importantly|notably|crucially|for example|for instance|in particular|specifically|then|"
    r"at the same time|after all|that said|in conclusion|key insight|note that)\s*[,:]\s+",
    re.IGNORECASE,
)
_BARE_CONNECTIVE = re.compile(r"^(?:and|but|so|also|thus|therefore|hence|yet)\s+", re.IGNORECASE)
_ABOUT_THE_PAGE = re.compile(
    r"\b(?:conversation|discussion|episode|podcast|interview|video|transcript|article|listeners?|"
    r"viewers?|this talk|the talk|speakers?|hosts?|guests?|chapter|section|summary|"
    r"subscribe|sponsors?)\b",
    re.IGNORECASE,
)
_TELLING = (
    r"(?:discuss|explor|delv|reflect|touch|cover|talk|chat|examin|trac|clos|begin|open|"
    r"conclud|recall|shar|highlight|emphasi[sz]|mention|address|dive|describ|walk|recount|"
    r"elaborat|outlin|unpack|weigh|turn|point)(?:s|es|e|ed|ing)?"
)
_DEICTIC = re.compile(
    r"\b(?:this|these|those|(?:of|for|about|without) (?:it|them)|"
    r"there(?!(?:'s| is| are| was| were| has| have| can| may|"
    r" will| would| might| exists?)\b)|aforementioned|the former|the latter|above|below|here|"
    r"the (?:question|answer|analogy|example|approach|phenomenon|challenge|problem|explanation|"
    r"field|process|topic|subject|idea|realization|technique|result|reason|rest|doubt|"
    r"method|project|paper|work|experiment|story|point|two|three|others?|"
    r"(?:main|biggest|greatest|key|first|only|primary|central|real|other) (?:doubt|reason|"
    r"challenge|problem|difference|question|issue|concern|goal|lesson|benefit|risk|obstacle|advantage|fear|"
    r"surprise|criticism|argument|objection|worry|trick|catch|answer|cause|exception)|"
    r"finding|discovery|theory|(?:second|third|other|latter) \w+)|"
    r"such(?! as\b| an?\b))\b"
    r"(?! (?:of|that|behind|is that|in which|where|between|to|for|about|why)\b)",
    re.IGNORECASE,
)
_UNNAMED = re.compile(
    r"^the (?:first|second|third|last|next|other|experience|trick|answer) (?:is|was|were)\b|"
    r"\bthe (?:study|trial|survey|experiment)\b(?! (?:of|by|in|at|from)\b)|"
    r"\b(?:beyond|than|below|above|by|at|of|in|for|from|with|after|before) that "
    r"(?:amount|number|figure|year|time|day|point|kind|way|case|period|level|rate|age|size|value)\b|"
    r"\bgrams? (?:a|per) (?:day|night|meal)\b|"
    r"\b(?:best|first|only|oldest|largest|finest|last)(?:-\w+)? (?:\w+ )?(?:example|case|"
    r"instance|one|kind)s?\b(?! (?:of|in|for|to|that)\b)|"
    r"^(?:about |around |roughly |some |only |at least |up to |another )?(?:[\d.,]+|\w+ to \w+|"
    r"one|two|three|four|five|ten|twenty)(?: to [\d.,]+)? (?:milligrams?|grams?|kilograms?|"
    r"litres?|liters?|units?|doses?|percent|per cent|%|of these|of them)\b(?! of\b)",
    re.IGNORECASE,
)
"""What another sentence names: which study, which amount, grams of what."""
_OPEN_START = re.compile(
    r"^(?:another|others?|examples?(?! of)|such|one such|both|either|neither|some|the same|"
    r"similar|as such|otherwise|instead|conversely|alternatively|meanwhile|elsewhere|doing so|"
    r"one (?:\w+ )?(?:difference|example|reason|way|thing|problem|challenge|aspect)|"
    r"that|which|who|where|when asked|not|nor|or|because of this|more|even|only|"
    r"once|rather|first|second|third|next|later|again)\b",
    re.IGNORECASE,
)
_SUBJECT_PRONOUN = re.compile(r"^(?:he|she|his|her|they|their|it|its|we|our|you|your|i|my)\b", re.I)
_EXPLETIVE = re.compile(
    r"^it(?:'s| is| was| may be| might be)\s+\w+(?:\s\w+)?\s+(?:that|to)\b", re.I
)
_EXPLETIVE_TAIL = re.compile(
    r"it(?:'s| is| was| may be| might be| would be| becomes| became)(?: \w+ly| still| also| not)? "
    r"\w+ (?:that|to|for)\b|it (?:takes|took) ",
    re.IGNORECASE,
)
_PERSONAL = frozenset("i me my mine myself ourselves you your yours yourself".split())
"""``we`` may stay: a guest who says ``we can train`` mostly means anybody."""
_THIRD = frozenset(
    "he him his she her hers it its they them their theirs itself themselves".split()
)
_FILLER = re.compile(
    r"(?:,\s*)?\b(?:you know|i mean|sort of|kind of like|um+|uh+|like,)\b,?\s*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Names:
    """Who speaks in an episode, and what it is about, as prompts say it.

    ``guest`` is None where there is none or more than one; ``topic`` is what the title says
    besides the guest's name.
    """

    guest: str | None
    host: str | None
    guests: tuple[str, ...]
    topic: str | None
    title: str

    @classmethod
    def of(cls, episode: Episode) -> Names:
        """From what the episode's pages agree on."""
        guest = episode.guests[0] if len(episode.guests) == 1 else None
        return cls(guest, episode.host, episode.guests, _topic(episode), episode.title)

    @property
    def surname(self) -> str | None:
        """The guest's last name: how a second mention goes."""
        return self.guest.split()[-1] if self.guest else None

    @property
    def people(self) -> tuple[str, ...]:
        """Everyone who speaks."""
        return self.guests + ((self.host,) if self.host else ())

    def mentions(self, text: str) -> bool:
        """Whether a text names one of the speakers, by full or last name."""
        return any(re.search(rf"\b{re.escape(p.split()[-1])}\b", text) for p in self.people)


def _topic(episode: Episode) -> str | None:
    title = episode.title
    for name in episode.guests:
        title = re.sub(rf"\s*(?:with|by|feat\.?|featuring)?\s*{re.escape(name)}\s*", " ", title)
    topic = re.sub(r"^(?:on|about)\s+", "", title.strip(" :–—-|,"), flags=re.IGNORECASE)
    return topic if topic and topic != episode.title.strip() and len(topic.split()) <= 8 else None


def standalone(
    sentence: str, names: Names, before: str | None = None, heading: str | None = None
) -> str | None:
    """The sentence as it can stand alone, or None where it can't.

    ``before`` is the sentence that it follows: an ``It`` at the start is taken for its subject
    where that is one plain thing, and what the ``heading`` above is about, if there is one. The
    result starts with a capital and ends with a full stop; what it claims is untouched, but what
    trails behind may be left out where it leans or is long.
    """
    whole = _with_subject(tidy(_SAYS.sub(" ", sentence)), before, heading)
    plain = without_parentheses(whole)
    for text in (whole, plain, without_trailing(plain), without_concession(plain)):
        made = _standing(text, names)
        if made is not None:
            return made
    return None


_SAYS = re.compile(
    r", (?:[A-Z][\w'’-]+ ){1,3}(?:says|said|argues|thinks|notes|adds|explains|believes|recalls),? ?"
    r"(?=[a-z])"
)
_IT = re.compile(r"Its |It (?!is\b|was\b|may\b|might\b|seems\b|takes\b|took\b|will\b|would\b)")


_FIRST_PERSON = re.compile(
    r"(?<![\w-])(?P<word>I|my|My|me)(?![\w-])(?P<verb> (?:am|have|do|[a-z]+))?(?=\W|$)"
)


_NOT_SAID_OF_ONESELF = re.compile(
    r"\bI(?:'|’)|\bmyself\b|\bmine\b|\b(?:[A-Z]\w+|[Tt]ype|[Pp]hase|[Cc]lass|[Ss]tage|[Pp]art) I\b"
)
"""Contractions, and the numeral: ``World War I``, ``type I``."""


def in_third_person(sentence: str, names: Names) -> str:
    """What the guest says of themselves, told of them: ``I thought`` → ``Anneke Vos thought``.

    Only where there is one guest; verbs that would need another form than these stay as they are
    when they are past or modal, and get their -s when they are present.
    """
    if names.guest is None or _NOT_SAID_OF_ONESELF.search(sentence):
        return sentence
    seen = False

    def named(found: re.Match[str]) -> str:
        nonlocal seen
        name = names.surname if seen else names.guest
        seen = True
        verb = found["verb"] or ""
        agreeing = f" {grammar.third_person(verb.strip())}" if verb.strip() else verb
        if found["word"].lower() == "my":
            return f"{name}'s{verb}"
        return f"{name}{agreeing}" if found["word"] == "I" else f"{name}{verb}"

    return _FIRST_PERSON.sub(named, sentence)


def _with_subject(text: str, before: str | None, heading: str | None) -> str:
    """``It shows …`` with the subject of the sentence before, where that is one plain thing."""
    start = _IT.match(text)
    parts = grammar.clause(before) if start and before else None
    if start is None or parts is None or parts.is_plural:
        return text
    if any(t.tag == "NP0" for t in parts.subject):
        return text
    about = set(language.content_stems(heading or ""))
    if about and not about & set(language.content_stems(parts.subject_text)):
        return text
    possessive = "'s" if start[0] == "Its " else ""
    return f"{capitalised(parts.subject_text)}{possessive} {text[len(start[0]) :]}"


_TRAILING = re.compile(
    r", (?:(?P<verb>[a-z]+ing)|even (?:without|though|if|when)|with the|as well as|which|"
    r"where|although|though|while)\b[^,;:]*(?:, (?:and|or) [^,;:]*)?\.$"
)


def without_trailing(text: str) -> str:
    """Without a last clause that only adds to what was said: ``…, suggesting that …``."""
    found = _TRAILING.search(text)
    if found is None or len(text[: found.start()].split()) < SHORTEST + 2:
        return text
    return closed(text[: found.start()])


def without_concession(text: str) -> str:
    """Without an opening clause that only concedes: ``While X, Y`` as ``Y``."""
    found = re.match(r"(?:While|Although|Though|Even though|Despite) [^,;]+, (?!.*\bstill\b)", text)
    return capitalised(text[found.end() :]) if found else text


def _standing(text: str, names: Names) -> str | None:
    first = next(iter(language.tag(text)), None)
    if first is not None and first.tag in ("VVB", "VVI", "VDB", "VBI"):
        return None  # a piece of advice claims nothing
    if "?" in text or "!" in text or not SHORTEST <= len(text.split()) <= LONGEST:
        return None
    if about_the_page(text, names) or _OPEN_START.match(text) or _compares_to_nothing(text):
        return None
    resolved = _resolved(text, names)
    if (
        resolved is None
        or about_the_page(resolved, names)
        or _DEICTIC.search(resolved)
        or _UNNAMED.search(resolved)
        or not has_main_verb(resolved)
    ):
        return None
    return resolved if len(resolved.split()) <= LONGEST and balanced(resolved) else None


_RELATIVE = frozenset("that which who whom whose where when while because if although".split())


def has_main_verb(text: str) -> bool:
    """Whether a finite verb stands outside relative and other lesser clauses: no mere phrase."""
    if not language.is_sentence(text):
        return False
    tokens = language.tag(text)
    finite = [i for i, t in enumerate(tokens) if t.tag in language.FINITE_TAGS]
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


def tidy(sentence: str) -> str:
    """Without a connective at the start, fillers, or a quotation mark that hangs loose."""
    text = " ".join(sentence.split())
    text = _FILLER.sub(" ", text) if _FILLER.search(text) else text
    before = None
    while before != text:
        before, text = text, _CONNECTIVE.sub("", text)
    text = _BARE_CONNECTIVE.sub("", text)
    text = " ".join(text.split()).strip()
    return closed(capitalised(text))


def capitalised(text: str) -> str:
    """With its first letter a capital, unless its spelling is its own (``iPhone``, ``mRNA``)."""
    first = text.split(" ", 1)[0]
    if any(c.isupper() for c in first[1:]):
        return text
    return text[:1].upper() + text[1:]


def closed(text: str) -> str:
    """With a full stop where no mark ends it; semicolons and colons at the end give way to it."""
    text = text.rstrip(" ;:,–—-")
    return text if text.endswith((".", "!", "?", ".”", ".’", '."', "…")) else f"{text}."


def without_parentheses(text: str) -> str:
    """Without what stands in round brackets."""
    return re.sub(r"\s+([,.;:])", r"\1", re.sub(r"\s*\([^()]*\)", "", text))


def balanced(text: str) -> bool:
    """Whether brackets and double quotation marks come in pairs."""
    pairs = (("(", ")"), ("[", "]"), ("“", "”"))
    return all(text.count(a) == text.count(b) for a, b in pairs) and text.count('"') % 2 == 0


_SOMEBODY_TELLS = re.compile(
    r"^(?:The )?(?:[A-Z][\w.'’-]*,? ){1,4}(?:and (?:[A-Z][\w.'’-]+ ){1,3})?"
    r"(?:also |then )?"
    rf"(?:{_TELLING}|"
    r"(?:explain|show|tell|argue|ask)s? (?:what|how|why|where|when|which|us|whether))\b"
)
_FIGURE = re.compile(
    r"\d[\d.,]* (?:thousand|million|billion|trillion|percent|per cent)|\d%|\d,\d{3}"
)
_TOLD = re.compile(
    r"\b(?:is|are|was|were|also) (?:also )?(?:mentioned|discussed|explored|highlighted|touched on|"
    r"covered|described|addressed|emphasi[sz]ed|acknowledged)\b",
    re.IGNORECASE,
)


def leans(text: str) -> bool:
    """Whether a sentence leans on the one before it: ``Another …``, ``This …``, ``It …``."""
    return bool(_OPEN_START.match(text) or _SUBJECT_PRONOUN.match(text) or _DEICTIC.search(text))


def resolves(text: str, names: Names) -> bool:
    """Whether every pronoun of a sentence is clear from the sentence itself, or means the guest."""
    return _resolved(text, names) is not None


def about_the_page(text: str, names: Names) -> bool:
    """Whether a sentence tells that something was talked about, or by whom, not what is so."""
    if _FIGURE.search(text) and not _ABOUT_THE_PAGE.search(text):
        return False  # whoever tells it: a figure is a fact
    if _ABOUT_THE_PAGE.search(text) or _TOLD.search(text) or _biography(text, names):
        return True
    if _SOMEBODY_TELLS.match(text):
        return True
    people = "|".join(re.escape(n) for p in names.people for n in (p, p.split()[-1]))
    subject = rf"(?:they|both|{people})" if people else "they"
    return bool(
        re.match(rf"^(?:{subject})(?: and (?:{subject}))?(?:,[^,]+,)?\s+{_TELLING}\b", text, re.I)
    )


_ELIDED = re.compile(
    r"\b(?:no longer|also|still|never|rarely) (?:does|do|did|is|are|has|have)[,.]|"
    r"\b(?:is|are) enough\b(?! (?:to|for|that))|"
    r"\bwhich (?:one )?(?:is|are|was|were) (?:more|less|better|worse|\w+er)\b|"
    r"\bthe same\b(?!.*\bas\b)(?! (?:time|way|year|day|thing|kind))",
    re.IGNORECASE,
)


def _compares_to_nothing(text: str) -> bool:
    """Whether the subject is larger, better, … than something that another sentence names."""
    if _ELIDED.search(text):
        return True
    if re.search(r"\bthan\b", text):
        return False
    opening = language.tag(text)[:4]
    comparative = next((i for i, t in enumerate(opening) if t.tag == "AJC"), None)
    return comparative is not None and opening[0].tag in ("AT0", "AJC", "AV0")


def _biography(text: str, names: Names) -> bool:
    """Whether a sentence only introduces a speaker: who they are, what they are known for."""
    people = "|".join(re.escape(n) for p in names.people for n in (p, p.split()[-1]))
    return bool(people) and bool(re.match(rf"^(?:{people})(?:,[^,]+,)?\s+(?:is|was)\b", text))


def _resolved(text: str, names: Names) -> str | None:
    """The text with its pronouns clear, or None where one leans on another sentence."""
    if _EXPLETIVE.match(text):
        return text
    start = _SUBJECT_PRONOUN.match(text)
    if start:
        named = _guest_for(start.group(0).lower(), text, names)
        return named and _resolved(named, names)
    tokens = language.tag(text)
    for i, token in enumerate(tokens):
        word = token.text.lower()
        if word in _PERSONAL and not _is_numeral(i, tokens):
            return None
        if word == "it" and _EXPLETIVE_TAIL.match(text[token.start :]):
            continue
        if word in _THIRD and not _has_antecedent(word, tokens[:i]):
            return None
        if word in ("it", "them") and not _from_outside(i, tokens):
            return None
        if word in ("he", "she", "him", "his", "her") and not _has_name_before(tokens[:i]):
            return None
    return text


_BOUNDS = frozenset(
    "and but or that which who when while because if although as before after until once where so "
    "since than by without to for".split()
)


def _from_outside(at: int, tokens: tuple[Token, ...]) -> bool:
    """Whether an object pronoun can mean something of an earlier clause.

    In its own clause there is only the subject, which would be ``itself``: ``Heat loosens it``.
    """
    before = tokens[:at]
    if not before or not (before[-1].is_verb or before[-1].tag in ("PRP", "AVP")):
        return True
    if before[-1].tag == "PRP" or before[-1].tag in ("VVI", "VVG"):
        return True
    verb = max(i for i, t in enumerate(before) if t.is_verb)
    return any(t.text.lower() in _BOUNDS or t.tag == "PUN" for t in before[1:verb])


def _is_numeral(at: int, tokens: tuple[Token, ...]) -> bool:
    """Whether an ``I`` numbers the name before it: ``World War I``, ``Charles I``."""
    return tokens[at].text == "I" and at > 0 and tokens[at - 1].text[:1].isupper()


def _guest_for(pronoun: str, text: str, names: Names) -> str | None:
    """``He thinks …`` as ``Sutskever thinks …``: only for the one guest, nobody else named."""
    if names.guest is None or pronoun not in ("he", "she", "his", "her"):
        return None
    rest = text[len(pronoun) :]
    if re.search(r"\b(?:he|she|him|his|her)\b", rest, re.IGNORECASE) and _names_other(rest, names):
        return None
    return names.guest + ("'s" if pronoun in ("his", "her") else "") + rest


def _names_other(text: str, names: Names) -> bool:
    known = {w for p in names.people for w in p.split()}
    return any(t.tag == "NP0" and t.text not in known for t in language.tag(text))


def _has_antecedent(word: str, tokens: tuple[Token, ...]) -> bool:
    """Whether a noun stands before that the pronoun can mean: a thing for it, many for they."""
    if word.startswith("it"):
        named = len(tokens) > 1 and tokens[0].text == "The" and tokens[1].tag == "NP0"
        return len(tokens) > (3 if word == "it" else 1) and (
            named or any(t.tag in ("NN0", "NN1", "UNC") or _thing(t) for t in tokens)
        )
    if word.startswith("the"):
        plural = any(
            t.tag in ("NN2", "NN0") or (t.text.endswith("s") and t.is_noun) for t in tokens
        )
        return plural or any(t.text.lower() == "and" for t in tokens)
    return any(t.is_noun for t in tokens)


def _thing(token: Token) -> bool:
    """Whether a name is spelt like a thing's: ``GPT-2``, ``AlexNet``, ``ATP``."""
    return token.tag == "NP0" and any(not c.islower() for c in token.text[1:])


def _has_name_before(tokens: tuple[Token, ...]) -> bool:
    return any(t.tag == "NP0" for t in tokens)
