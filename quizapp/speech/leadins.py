"""How people lead up to what they say: ``Yeah, so I think that …``, ``The trick is that …``."""

from __future__ import annotations

import re

from quizapp import language
from quizapp.sentences.phrasing import capitalised
from quizapp.speech.phrases import table, words

_OPENING = table(
    {
        "going on": ("and", "but", "so", "now", "because", "also", "then", "again"),
        "thinking": ("um+", "uh+", "er+m?", "hmm+", "mm+"),
        "agreeing, or not": ("yeah", "yes", "no", "well", "okay", "ok", "oh", "right", "exactly"),
        "turning to who listens": ("look", "see", "you see", "you know", "I mean"),
        "stressing": (
            "basically",
            "actually",
            "obviously",
            "of course",
            "for sure",
            "definitely",
            "honestly",
            "frankly",
            "to be fair",
            "to be honest",
            "in fact",
            "in reality",
            "interestingly",
            "funnily enough",
        ),
        "placing": (
            "for example",
            "for me",
            "for instance",
            "in other words",
            "at the end of the day",
            "by the way",
            "at some point",
            "first of all",
            "generally speaking",
        ),
    },
    before="^(?:",
    after=r"\b,? )+",
)
_I_THINK = (
    rf"(?:what )?I(?: do|['’]d| would)?(?: {words('also really always just still personally')})? "
    rf"{words('think believe guess say said expect argue suspect mean')}"
    r"(?: (?:precisely|first|here))?(?: (?:is|was))?,?(?: that)?,? "
    r"(?!of\b|about\b|so\b|to\b|in\b|it when\b)"
)
_THE_POINT = (
    "the (?:"
    + words(
        "first second third other main important only key interesting funny honest short simple "
        "strange nice clever big real sad cool crazy surprising"
    )
    + " )?"
    + words("thing point answer truth fact news trick problem trouble catch bit part")
    + r"(?: here| of it)?"
    r"(?: (?:which|that) (?:I|we|you) (?:would |always |have to |['’]d )?\w+(?: \w+ly)?)?"
    r" (?:is|was)(?: basically)?,?(?: that)? "
    r"(?=(?:the|a|an|it|there|when|if|[a-z-]+s|"
    rf"[a-z-]+ {words('is are was were do does did can has have')})\b(?! to\b))"
)
_FOUND = (
    r"(?:what )?(?:we|you|people|they)(?:['’]ve| have| had)? "
    r"(?:noticed|found(?: out)?|saw|seen|showed|shown|learned|learnt|discovered|realized|realised|"
    r"see|find|notice)(?: (?:is|was))? that (?!\w+ of\b)"
)
_LEARNED = (
    r"(?:what I(?:['’]ve| have)? (?:learned|learnt|found|tell (?:people|everybody|my students))|"
    r"the lesson)(?: (?:from|of) (?:this|that|it|all that))? (?:is|was) that "
)
_TAKEN_FOR = table(
    {
        "what somebody thinks": (
            _I_THINK,
            (
                rf"my {words('guess view take sense feeling impression point answer')}"
                r"(?: on [\w ]{2,20})? is(?: that)? "
            ),
        ),
        "the point of it": (
            _THE_POINT,
            (
                r"what (?:that means|this means|we['’]ve done|we did|they found|happened|happens) "
                r"(?:is|was)(?: to show)? that "
            ),
        ),
        "what is so": (
            r"there(?:['’]s| is) no (?:question|doubt) that ",
            r"(?:so )?it turns out(?: that)? ",
            (
                r"(?:and )?(?:today,? )?we(?: now)? know(?: now)?(?: that)? "
                r"(?!what|how|why|where|who|which|about)"
            ),
            _FOUND,
            (
                r"(?:here )?(?:we|there)(?: (?:had|have|is|was)|['’]s) "
                r"(?:(?:very|some|clear|good|strong|now) )*evidence that "
            ),
            (
                r"it['’]s (?:true|clear|well known|important to (?:know|say|remember)|"
                r"worth (?:saying|knowing)) that "
            ),
        ),
        "one of several": (
            r"one (?:example|thing|reason|answer)(?:, for (?:instance|example),)? is that ",
        ),
        "what is to be kept": (
            _LEARNED,
            (
                r"if you(?: can| could| only)? take one thing(?: away)?"
                r"(?: from (?:this|that|it|me))?, "
            ),
            r"one of the (?:beautiful|nice|great|interesting) things is that ",
        ),
    },
    before="^",
)
_REASON = re.compile(
    r"^The (?:simple |main |only |real )?reason (?:that |why )?(?P<what>[^,]{8,90}?) (?:is|was) "
    r"(?:that|because) (?P<why>.{12,})$",
    re.IGNORECASE,
)


def without_lead_in(text: str) -> str:
    """A sentence without all that leads up to its claim."""
    before = None
    while text != before:
        before, text = text, _TAKEN_FOR.sub("", _OPENING.sub("", text))
    return text


def reason_turned(text: str) -> str | None:
    """``The reason there's an industry is that people buy``: it is there because people buy."""
    found = _REASON.match(text)
    if found is None or not language.is_sentence(f"{capitalised(found['what'])}."):
        return None
    what = re.sub(r"^there['’]s\b", "there is", found["what"])
    return f"{capitalised(what)} because {found['why']}"
