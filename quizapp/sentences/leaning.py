"""Whether a sentence leans on others: points back, names nothing, or speaks of its page."""

from __future__ import annotations

import re
from itertools import pairwise

from quizapp import language
from quizapp.sentences.grammar.persons import is_person
from quizapp.sentences.names import Names

_ABOUT_THE_PAGE = re.compile(
    r"\b(?:conversation|discussion|episode|podcast|interview|video|transcript|article|listeners?|"
    r"viewers?|this talk|the talk|speakers?|hosts?|guests?|chapter|section|summary|"
    r"subscribe|sponsors?)\b",
    re.IGNORECASE,
)
_TELLING = (
    r"(?:(?:discuss|explor|delv|reflect|touch|cover|talk|chat|examin|trac|"
    r"conclud|recall|shar|highlight|emphasi[sz]|mention|address|dive|describ|walk|recount|"
    r"elaborat|outlin|unpack|speak|interview|revisit)(?:s|es|e|ed|ing)?|"
    r"(?:tells?|told) (?:the|a) (?:story|tale|history) of|"
    r"(?:lays?|laid|sets?|spells?) out|gives? (?:two|three|four|several|some) (?:reasons|causes|"
    r"examples|answers)|"
    r"(?:go(?:es)?|look(?:s|ed)?|run(?:s)?|get(?:s)?|work(?:s)?) (?:through|over|into|back over)|"
    r"(?:turn|clos|begin|open|point|weigh|sit|join)(?:s|es|ed|ing)? "
    r"(?:to|towards?|with|by|on|out|up|in|down))"
)
_ACCOMPANYING = r"(?:follow|uncover|chart|guid|unravel|retrac|join|open|clos|begin)(?:s|es|ed)?"
"""What only people tell by: a river follows its valley."""
_DEICTIC = re.compile(
    r"\b(?:this|these|those|call(?:s|ed)? that|(?:of|for|about|without) (?:it|them)|"
    r"there(?!(?:'s| is| are| was| were| has| have| can| may|"
    r" will| would| might| exists?)\b)|aforementioned|the former|the latter|"
    r"(?:above|below)(?=[.,;:]|$)|here|"
    r"the (?:question|answer|analogy|example|approach|phenomenon|challenge|problem|explanation|"
    r"field|process|topic|subject|idea|realization|technique|result|reason|rest|doubt|"
    r"method|project|paper|work|experiment|story|point|two|three|others?|"
    r"(?:main|biggest|greatest|key|first|only|primary|central|real|other) (?:doubt|reason|"
    r"challenge|problem|difference|question|issue|concern|goal|lesson|benefit|risk|obstacle|advantage|fear|"
    r"surprise|criticism|argument|objection|worry|trick|catch|answer|cause|exception)|"
    r"finding|discovery|theory|(?:second|third|other|latter) \w+)|"
    r"such(?! as\b| an?\b))\b"
    r"(?! (?:of|that|behind|is that|(?:in|by|with|through|from|on) which|where|between|to|for|"
    r"about|why)\b)",
    re.IGNORECASE,
)
_UNNAMED = re.compile(
    r"^(?:(?:his|her|its|their|the|[\w.’'-]+['’]s) ){1,2}"
    r"(?:first|second|third|fourth|fifth|other|latter|former) (?:is|was|are|were|has|had)\b|"
    r"^(?:when|if|as|once|while|after|before|in|at) [^,]{3,60}, that [a-z]+ [a-z]+(?:s|ed)\b|"
    r"\b(?:that|whether) it (?:should|could|would|might) have (?:happened|been|come|gone|ended)\b|"
    r"^the (?:first|second|third|last|next|other|experience|trick|answer|key|secret|goal|idea|aim|"
    r"catch|point|challenge|difference|reason|result|lesson|problem|hope|bottleneck) "
    r"(?:is|was|were)\b|"
    r"^(?:the )?(?:key |main |major |other |some |common )*(?:challenges|factors|benefits|"
    r"advantages|reasons|issues|concerns|barriers|drivers|lessons|examples) (?:include|are|were)\b|"
    r"^the (?:most|least) \w+ (?:thing|part|aspect) (?:is|was)\b|"
    r"^(?:the |\w+ )?\w+(?: and \w+)? that (?:followed|came (?:after|next))\b|"
    r"^the (?:term|word|phrase|concept|name)(?:,| (?:is|was|refers|comes|came|means|goes|"
    r"describes|denotes|dates)\b)|"
    r"\bsuch an? (?!.*\b(?:that|as)\b)|"
    r"\bthe (?:title|record|official name)\b(?! (?:of|for|as|that))|"
    r"\b(?:it|they) (?:does|do|did) so\b|"
    r"\w instead\b(?! of\b)|\b(?:that|which) (?:followed|ensued)(?=[,.]|$)|"
    r"\bin between\b(?! \w+ and)|^(?:runner-up|second|third|next|another) (?:is|was|came|comes)\b|"
    r"^it (?:is|was) \w+ that (?:it|they|this|he|she)\b|"
    r"\bthe (?:study|trial|survey|experiment)\b(?! (?:of|by|in|at|from)\b)|"
    r"\bthat (?:game|match|war|meeting|study|book|film|"
    r"paper|episode|moment|event|decision|trial|accident|storm|winter|summer|night|battle)\b|"
    r"\b(?:beyond|than|below|above|by|at|of|in|for|from|with|after|before) that "
    r"(?:amount|number|figure|year|time|day|point|kind|way|case|period|level|rate|age|size|value)\b|"
    r"\bgrams? (?:a|per) (?:day|night|meal)\b|"
    r"\bthe (?:[\w-]+ )?ones?\b(?! (?:of|that|who|which|in|with|at|on|to)\b)|"
    r"\b(?:best|first|only|oldest|largest|finest|last)(?:-\w+)? (?:\w+ )?(?:example|case|"
    r"instance|one|kind)s?\b(?! (?:of|in|for|to|that)\b)|"
    r"^(?:about |around |roughly |some |only |at least |up to |another )?(?:[\d.,]+|\w+ to \w+|"
    r"one|two|three|four|five|ten|twenty)(?: to [\d.,]+)? (?:milligrams?|grams?|kilograms?|"
    r"litres?|liters?|units?|doses?|percent|per cent|%|of these|of them)\b(?! of\b)",
    re.IGNORECASE,
)
"""What another sentence names: which study, which amount, grams of what."""
_ONE_OF_WHAT = re.compile(
    r"\b(?:an?|another) (?:[\w-]+ )?one\b(?! (?:of|that|who|which|in|with)\b)"
)


def stands_for_nothing(text: str) -> bool:
    """Whether ``a soft one`` comes before anything that it can be one of."""
    found = _ONE_OF_WHAT.search(text)
    if found is None:
        return False
    before = language.tag(text[: found.start()])
    return not any(t.is_noun and t.tag != "NP0" for t in before)


_OPEN_START = re.compile(
    r"^(?:another|others?|examples?(?! of)|such|one such|both|either|neither|some|the same|"
    r"similar|as such|(?:after|before|besides|despite) (?:that|this|it)|(?:since|by|until) then|"
    r"otherwise|instead|conversely|alternatively|meanwhile|elsewhere|doing so|"
    r"one (?:\w+ )?(?:difference|example|reason|way|thing|problem|challenge|aspect)|"
    r"that|which|who|where|when asked|not|nor|or|because of this|more|even|only|"
    r"once|rather|first|second|third|next|later|again|"
    r"(?:roughly|about|nearly|almost) (?:what|as)|"
    r"(?:[\w-]+ ){1,3}(?:minute|hour|day|week|month|year|decade|century|centurie)s? "
    r"(?:later|earlier|afterwards)|"
    r"the (?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth),? (?:is|was|were|came|"
    r"began|started|followed|struck|hit|ended|lasted|killed|has|had|and)|"
    r"the (?:loss|rise|fall|drop|decline|increase|decrease|change|growth|shift|damage|gain|effect|"
    r"gap|law|act|name|rule|ban|trend|peak|results?|outcome|findings|experiment|trial)"
    r"(?! (?:of|in|between|from|to|that|for|on|at|by|with|within|behind|against|over|since)\b))\b",
    re.IGNORECASE,
)
_SOMEBODY_TELLS = re.compile(
    r"^(?:The )?(?:[A-Z][\w.'’-]*,? )(?:[a-z]+ (?=[A-Z]))?(?:[A-Z][\w.'’-]*,? ){0,3}"
    r"(?:and (?:[A-Z][\w.'’-]+ ){1,3})?"
    r"(?:also |then )?"
    rf"(?:{_TELLING}|"
    r"(?:explain|show|tell|argue|ask|reveal|teache|break)s? "
    r"(?:to )?(?:(?:Dr\.? )?[A-Z][\w.’'-]+ ){0,3}(?:down )?"
    r"(?:what|how|why|where|when|which|us|whether)|"
    r"(?:also )?(?:offer|provide|give|share)s? (?:\w+ )?(?:advice|insights?|tips|thoughts|views?|"
    r"perspectives?|examples?|guidance))\b"
)
_SOMEBODY_EXPLAINS = re.compile(
    r"^(?:An?|The) (?:[\w-]+ ){1,4}(?P<who>[a-z]+) "
    r"(?:explains|describes|discusses|tells|shows|talks|takes (?:us|listeners)|"
    r"walks (?:us|listeners)|looks (?:at|back)|lays out|unpacks)\b"
)
"""``A violin maker explains how …``: the page's own line about the talk."""
_TALKS = re.compile(
    r"^(?:[A-Z][\w.'’-]*,? ){1,4}(?:and (?:[A-Z][\w.'’-]+ ){1,3})?(?:also |then )?"
    r"(?:discuss|explore|delve|talk|reflect|touch|chat)(?:s|es)?\b"
)
_FIGURE = re.compile(
    r"\d[\d.,]* (?:thousand|million|billion|trillion|percent|per cent)|\d%|\d,\d{3}"
)
_TOLD = re.compile(
    r"\b(?:is|are|was|were|also) (?:also )?(?:mentioned|discussed|explored|highlighted|touched on|"
    r"covered|described|addressed|emphasi[sz]ed|acknowledged)\b(?! (?:as|with|in \d{4})\b)",
    re.IGNORECASE,
)


def leans(text: str) -> bool:
    """Whether a sentence leans on the one before it: ``Another …``, ``This …``, ``It …``."""
    return bool(opens_leaning(text) or _PRONOUN.match(text) or _DEICTIC.search(text))


def fronts_pronoun(text: str) -> bool:
    """Whether ``it`` does something behind what names nothing: ``To hold the price it sold …``."""
    return bool(_FRONTED.match(text))


_FRONTED = re.compile(
    r"(?:To [a-z]+|In (?:1\d|20)\d\d|By [a-z]+ing|(?:After|Before|Without) [a-z]+ing)\b"
    r"[^,;:A-Z]{0,50}?,? (?:it|they) "
    r"(?!(?:is|was|takes?|took|can|could|may|would|seems?|helps?|pays|rained|snowed|became|cost|"
    r"turned out|happened|meant|mattered|follows|followed)\b)[a-z]+"
)
"""``To hold the price it opened a plant``: what did?"""


def opens_leaning(text: str) -> bool:
    """Whether a sentence opens with a word that takes up another, or answers a question."""
    return bool(_OPEN_START.match(text) or _ANSWERS.match(text))


def points_away(text: str) -> bool:
    """Whether a sentence points to something that only another names: ``this``, ``the study``."""
    return bool(_DEICTIC.search(text) or _UNNAMED.search(text)) or _known_thing(text)


_DATE = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_KNOWN = re.compile(
    r"\bthe (?:government|central bank|parliament|army|ministry|"
    r"treasury|committee|board|city|town|country|company|firm|team|group|book|author|law|program|"
    r"programme|film|village|island)\b"
    r"(?! (?:of|that|who|which|in which|where|council|walls?|hall|cent))",
    re.IGNORECASE,
)


def _known_thing(text: str) -> bool:
    """Whether ``the city`` stands where none has been named in the sentence."""
    found = _KNOWN.search(text)
    before = _DATE.sub("", text[: found.start()]) if found else ""
    named = _NAMED.search(before)
    if named is not None and named.start() == 0 and language.is_function_word(named[0].lower()):
        named = _NAMED.search(before[named.end() :])
    return found is not None and named is None


_NAMED = re.compile(
    r"\w [A-Z][a-z]|^(?!(?:The|In|On|At|An?|For|By|When|What|As|After|If)\b)[A-Z]\w+"
)


_PRONOUN = re.compile(r"(?:he|she|his|her|they|their|it|its|we|our|you|your|i|my)\b", re.IGNORECASE)


def _of_the_host(text: str, names: Names) -> bool:
    """Whether a sentence tells what the host does or says, or who met him: no matter."""
    if not names.guests or not names.host:
        return False
    named = re.search(rf"(?<![\w’'-]){re.escape(names.host)}(?![\w-])", text)
    if named is not None and " " in names.host and names.host not in names.guests:
        return True
    guests = {word for name in names.guests for word in name.split()}
    first = text.split(" ")[0] if text else ""
    return first in names.host.split() and first not in guests


_CAREER = re.compile(
    r"\b(?:has|had|have) (?:spent|run|led|\w+ed|taught|been \w+ing)\b.*"
    r"\b(?:years|decades|summers|winters|seasons|life|career)\b"
)
_ANNOUNCES = re.compile(
    r"^(?:the|this) (?:story|history|tale|chapter|title|name)(?: of [^,]+)? "
    r"(?:begins|starts|opens|is borrowed|comes from|comes down)\b",
    re.IGNORECASE,
)
_A_TIME = re.compile(r"(?<![\d.])\d{1,2}:[0-5]\d(?::[0-5]\d)?\b(?! ?(?:am|pm|a\.m|p\.m|o))")
_OF_A_PART = re.compile(
    r"(?:The|An?) (?:first|second|third|last|final|next|closing|opening|middle) "
    r"(?:part|third|half|section|segment|minutes?|stretch) (?!of\b|in\b|to\b)\w+\b"
)
"""``41:55``; ``The last part concerns repair``."""
_TAGLINE = re.compile(
    r"(?:An?|The|[A-Z][a-z]+) (?:[\w’'-]+ ){0,4}on (?:how|why|what|where|when|whether|who)\b"
)
"""``A retired lexicographer on how words are caught``: the page's own line about the talk."""


def _is_tagline(text: str) -> bool:
    """Whether a text only says who speaks on what: nothing is claimed before the ``on``."""
    found = _TAGLINE.match(text)
    if found is None:
        return False
    before = language.tag(found[0].rpartition(" on ")[0])
    nouns = [t for t in before if t.is_noun]
    return bool(nouns) and is_person(nouns[-1].lemma) and not any(t.is_verb for t in before)


_CLOSES = re.compile(
    r"\b(?:ends|closes|finishes|begins|opens|starts|concludes) (?:by \w+ing|with)\b"
)
"""What tells of the talk's course, not of its matter."""


def about_the_page(text: str, names: Names) -> bool:
    """Whether a sentence tells that something was talked about, or by whom, not what is so."""
    if _FIGURE.search(text) and not _ABOUT_THE_PAGE.search(text) and not _TALKS.match(text):
        return False  # whoever tells it: a figure is a fact
    if _ABOUT_THE_PAGE.search(text) or _TOLD.search(text) or _biography(text, names):
        return True
    if _A_TIME.search(text) or _OF_A_PART.match(text):
        return True
    if _ANNOUNCES.match(text) or _is_tagline(text) or _of_the_host(text, names):
        return True
    if names.mentions(text) and (_CAREER.search(text) or _CLOSES.search(text)):
        return True
    text = re.sub(r"^[A-Z]\w+ing \w+, (?=[A-Z])", "", text)
    text = re.sub(r"^((?:[A-Z][\w.’'-]* ){1,4})?\b, who [^,]+, ", r"\1", text)
    explains = _SOMEBODY_EXPLAINS.match(text)
    if _SOMEBODY_TELLS.match(text) or (explains and is_person(explains["who"])):
        return True
    people = "|".join(re.escape(n) for p in names.people for n in (p, p.split()[-1]))
    pair = "they|we|both|the (?:pair|two|guest|host|hosts|speakers)"
    subject = rf"(?:{pair}|{people})" if people else rf"(?:{pair})"
    return bool(
        re.match(
            rf"^(?:{subject})(?: and (?:{subject}))?(?:,[^,]+,)?\s+(?:also |then )?"
            rf"(?:{_TELLING}|{_ACCOMPANYING})\b",
            text,
            re.IGNORECASE,
        )
    )


_ANSWERS = re.compile(
    r"^(?:(?:hardly|rarely|mostly|usually|barely|sometimes|often|yes|no|not|never|almost never|"
    r"occasionally|partly|only partly|probably|possibly|perhaps|certainly|seldom|absolutely)\b,? "
    r"(?:and|but|because|since|if|when|unless|as|although|though|the|a|in|at)\b)|"
    r"^(?:you|they|we|he|she|it|one|(?:the|a|an|most|some|all) (?:[\w-]+ ){1,3})"
    r"(?:does|do|did|is|are|was|were|can|will|would|should|has|have|had), |"
    r"^(?:about |around |roughly |some |only |at least |up to |over |nearly |almost )*"
    r"(?:[\d.,]+|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|hundreds|"
    r"thousands|millions|dozens)(?: (?:hundred|thousand|million|billion|dozen))* "
    r"(?:has|have|had|is|are|was|were|do|did|can|will|went|came)\b",
    re.IGNORECASE,
)
"""A sentence that only its question completes: ``Hardly, because …``, ``The town does, …``."""
_ELIDED = re.compile(
    r"\b(?:no longer|also|still|never|rarely) (?:does|do|did|is|are|has|have)[,.]|"
    r"\b(?:is|are) enough\b(?! (?:to|for|that))|"
    r"\bwhich (?:one )?(?:is|are|was|were) (?:more|less|better|worse|\w+er)\b|"
    r"\bthe same\b(?!.*\bas\b)(?! (?:time|way|year|day|thing|kind))",
    re.IGNORECASE,
)


def compares_to_nothing(text: str) -> bool:
    """Whether the subject is larger, better, … than something that another sentence names."""
    if _ELIDED.search(text) or stands_for_nothing(text):
        return True
    if re.search(r"\bthan\b", text):
        return False
    if _SAYS_WHY.search(text):
        return False  # what it is compared with goes without saying where the reason is the point
    tokens = language.tag(text)
    for be, what in pairwise(tokens):
        compared = what.tag == "AJC" or what.text.lower() in ("more", "less")
        if be.tag.startswith("VB") and compared and not _NO_COMPARISON.match(text[what.start :]):
            return True
    opening = tokens[:4]
    comparative = next((i for i, t in enumerate(opening) if t.tag == "AJC"), None)
    return comparative is not None and opening[0].tag in ("AT0", "AJC", "AV0")


_SAYS_WHY = re.compile(r" because (?!of )")
_NO_COMPARISON = re.compile(
    r"(?:better|lesser|less) known|more (?:and|or)|older (?:people|adults|men|women|patients)|"
    r"(?:more|less) (?:[a-z]+ )?(?:people|things)",
    re.IGNORECASE,
)
"""What is no comparison, whatever its form."""


def _biography(text: str, names: Names) -> bool:
    """Whether a sentence only introduces a speaker: who they are, what they are known for."""
    people = "|".join(re.escape(n) for p in names.people for n in (p, p.split()[-1]))
    does = r"(?:is|was|teaches|taught|works|worked|leads|runs|studies|heads|writes|wrote|hosts)"
    return bool(people) and bool(re.match(rf"^(?:{people})(?:,[^,]+,)?\s+{does}\b", text))
