"""Headings that no table can hold: told by their key word or by the sentence they make.

Forms are regular expressions over headings in small letters without signs; ``" | "`` with spaces
separates them.
"""

from __future__ import annotations

import re
from functools import lru_cache

from quizapp.reading.areas import Area

_EPISODE = (
    r"(?:episode|podcast|interview|conversation|talk|show|video|chat|discussion|programme|program|"
    r"broadcast|edition|instalment|issue)"
)
_SPOKEN = (
    r"(?:episode|podcast|interview|conversation|talk|discussion|programme|lecture|session|panel|"
    r"debate|call|speech|dialogue|webinar|recording|event|questions(?: and answers)?|"
    r"q (?:and )?a|answers)"
)
_WHO = r"(?:i|we|you|they|he|she|(?!(?:the|an?|this|that|its|their) )\w+)"
"""Whoever learns; ``what the typewriter took away`` is a chapter."""
_NUMBER = r"(?:\d{1,3}|an?|one|two|three|four|five|six|ten|thirty|sixty|ninety|few)"
_BEST = r"(?:best|memorable|notable|favou?rite|great|quotable|key|standout|top|good)"
_COUNT = r"(?:big|main|key|core|central|top|best|\d{1,2}|two|three|four|five|six|seven|few)"
_TELL = (
    r"(?:cover|discuss|talk about|talk through|talk over|explore|touch on|get into|dig into|"
    r"dive into|look at|look into|go into|speak about|chat about|address|unpack|tackle|ask|"
    r"covered|discussed|talked about|talked through|talked over|explored|touched on|got into|"
    r"dug into|looked at|looked into|went into|spoke about|chatted about|addressed|"
    r"unpacked|tackled|asked)"
)
_THING = (
    r"(?:books?|people|links?|resources?|references|things|stuff|works|papers?|studies|films?|"
    r"movies|places|tools|songs|music|articles?|shows?|reading|titles|names|products|sources|"
    r"recommendations|episodes?|podcasts?|videos?|posts?|stories|guests?|gear|recipes)"
)
_OVERVIEWS = r"(?:summaries|episodes?|shows?|podcasts?|transcripts|posts?|articles?|stories|videos)"
_THINGS = rf"(?:{_THING}(?: and | or )?){{1,4}}"
_OTHER = (
    r"(?:related|recommended|suggested|further|similar|other|earlier|previous|past|recent|latest|"
    r"popular|more|show|episode|useful|helpful|selected|additional|our)"
)

_KEYS: dict[Area, str] = {
    Area.TAKEAWAYS: "take ?aways? | lessons | learnings | pieces of advice | tips | life rules",
    Area.QUOTES: rf"quotes? | quotations | sayings | {_BEST} lines? | one liners?",
    Area.INSIGHTS: "insights?",
    Area.HIGHLIGHTS: "highlights",
    Area.IDEAS: rf"{_COUNT} ideas",
}
"""Words that are the sense of a heading, whatever qualifies them."""

_SENTENCES: dict[Area, str] = {
    Area.SUMMARY: rf"""
        what (?:s|is|was) (?:it|this|that|the)(?: {_EPISODE})?(?: really| all)? about |
        what it s (?:really |all )?about | why (?:you should (?:care|listen)|listen) |
        what (?:it|this|the) ?{_EPISODE}? (?:covers|covered|is (?:really |all )?about) |
        (?:the |this )?(?:{_EPISODE} |it |all )?in (?:just |about |under )?{_NUMBER}
        ?(?:words?|sentences?|lines?|paragraphs?|minutes?|seconds?|bullets?|bullet points|points) |
        (?:the |your |(?!\d{{1,3}} minutes? read)){_NUMBER}
         (?:word|sentence|line|paragraph|minute|second)
        (?:version|summary|read|recap|overview|take|brief) |
        (?:the )?(?:short|quick|brief|condensed|elevator) (?:version|take|read) |
        if you (?:only )?(?:have|read|hear|remember|listen to) (?:only |just )?{_NUMBER}
        (?:minutes?|seconds?|things?) |
        (?:the )?one liner(?: summary| version)? | (?:episode|show) (?:bio|blurb|intro|teaser) |
        what s in it(?: for (?:you|me|us))? |
        (?:the )?(?:big picture|bottom line|upshot|gist)(?: of (?:it|this))?""",
    Area.TAKEAWAYS: rf"""
        if you (?:(?:ever )?want|wish|plan|would like|d like|need|mean|have) to
        (?!hear|learn more|support|listen|read|know more|find|join|buy|get)\w+(?:
        \w+){{0,8}} |
        (?:(?:the|our|my|his|her|their|\w+ s) )?{_NUMBER}(?: \w+)?
        (?:rules|steps|principles|habits|mistakes|tricks|tactics|strategies|suggestions|truths|
        laws) |
        (?:his|her|their|\w+ s) (?:rules|advice|principles|suggestions|tips|tricks)(?:
        (?:for|on|to)(?: \w+){{1,4}})? |
        (?:what|(?:\w+ ){{0,2}}things?)(?: that)?
        (?:stood out|stuck|stays?|stayed|surprised|struck|resonated|mattered|matters)(?:
        (?:with |to )?(?:me|us|you|most))?(?: most)? |
        (?:what|(?:\w+ ){{0,2}}things?|stuff)(?: that)? {_WHO}(?: \w+)?
        (?:learn|learned|learnt|remember|(?:take|took|taken) (?:away|home|from)\b.*)(?:
        \w+){{0,3}} |
        what (?:i m|i am|we re|we are|i ll be|we ll be|i ll|we ll)
        (?:taking|tak(?:e|ing) (?:away|home)|keeping|carrying)(?:
        (?:away|home|with (?:me|us)|from (?:it|this|this {_EPISODE})))? |
        what (?:\w+ ){{1,3}}(?:taught|teaches|tells|told|showed|shows) (?:me|us|you) |
        what (?:\w+ ){{0,2}}to (?:remember|take away|do (?:next|now|differently)) |
        (?:{_NUMBER} )?things (?:worth|to) (?:know|knowing|remember|remembering|take|taking|keep|
        keeping)(?: \w+){{0,3}} |
        (?:what|all|everything|things?) (?:you|we|they) (?:need|should|ought|have) to
        (?:know|remember|do|try)(?: \w+){{0,3}} |
        (?:something|things?|one thing|stuff|exercises?|experiments?) to
        (?:try|do|practi[cs]e|remember|know|take away)(?: \w+){{0,3}} |
        (?:my |our |your )?(?:next|follow up) (?:actions?|moves?|tasks?) |
        (?:the )?good stuff | (?:the )?meat(?: of it)? |
        how to (?:use|apply|put) (?:it|this|these|them)(?: \w+){{0,4}} |
        (?:to )?(?:try|do)(?: this| these| it)?
        (?:at home|today|yourself|this week|week|next|tomorrow|tonight) |
        (?:try|do) (?:this|these|it) |
        (?:your |my |the )?(?:homework|to dos?|to do list|next steps|action plan)""",
    Area.TOPICS: rf"""
        (?:(?:some of )?(?:what|topics|things|subjects|themes)(?: that)? )?(?:together )?(?:we|they|
        you ll hear us)(?: also| will| ll)? {_TELL}(?: (?:this|today|in|on)(?: \w+){{0,4}})? |
        what (?:we|they) (?:re|are|were) (?:talking about|discussing|covering|exploring|asking) |
        what (?:s|is|was) (?:covered|discussed|inside|in (?:it|here|this {_EPISODE})) |
        (?:on|in) (?:the|this|today s|our) (?:agenda|menu|{_EPISODE})(?: today)? |
        what (?:you ll|you will|to) (?:hear|find|discover|get)(?: \w+){{0,4}} |
        (?:and )?(?:you|you ll|you will|listeners will|we ll) (?:also )?(?:hear|learn|find out|
        discover|get|find|take away|walk away)(?: (?:about|how|why|what|more|all|with))* |
        listen (?:for|to hear|to learn) |
        tune in (?:for|to (?:hear|learn))(?: about)? |
        (?:(?:what|topics|things|subjects|themes)(?: that)? )?(?:the|this|our|today s) {_EPISODE}
        (?:also )?(?:touches (?:on|upon)|treats|deals with|goes into|gets into|ranges over|
        takes in|looks at|turns to|discusses|explores|addresses|tackles|unpacks) |
        topics include | among the topics | ground (?:we )?covered""",
    Area.TRANSCRIPT: rf"""
        (?:full |edited |complete |partial )?(?:transcript|transcription) (?:of|from)
        (?:(?:the|our|this) )?(?:\w+ ){{0,2}}{_SPOKEN} |
        (?:audience |listener )?(?:q and a|question and answer|questions and answers)
        (?:session )?(?:transcript|transcription)""",
    Area.QUOTES: rf"""
        (?:quote|line|words|sentence|saying)s? of (?:the|this) (?:day|week|month|{_EPISODE}) |
        from (?:the|this|our) (?:transcript|conversation|interview|tape|recording)(?: itself)? |
        (?:straight )?from (?:the )?(?:horse s mouth|source) |
        words (?:to (?:live by|remember|keep)|we loved|worth \w+) |
        (?:lines?|words|sentences|(?:things|bits)(?: (?:he|she|they))? said)(?: that| which)?
        (?:i|we|you)
        (?:\w+ )?(?:loved?|liked?|underlined|kept|saved|marked|remember|copied|noted|wrote)(?:
        (?:down|out))? |
        (?:lines?|words|sentences)(?: that| which)? (?:i|we) (?:keep|kept)
        (?:returning|coming back|going back|quoting|repeating)(?: to)? |
        (?:lines|words|sentences|quotes) (?:that|which) (?:stuck|stayed|stood out|linger(?:ed)?)(?:
        \w+){{0,3}} |
        (?:lines|words|sentences) (?:worth|to) \w+(?: \w+)? |
        (?:in|from) (?:\w+ ){{1,3}}own words | in (?:\w+ ){{1,3}}s words |
        in (?:the )?words of(?: \w+){{1,3}} | overheard |
        (?:said|heard|overheard) (?:on|in|at|by|from) (?:the |our )?\w+ |
        (?:\w+ ){{0,3}}word for word | (?:\w+ ){{0,2}}verbatim |
        (?:what )?(?:\w+ ){{1,2}}said it best | in so many words""",
    Area.QA: rf"""
        yes or no | this or that | either or | would you rather | true or false | quickies |
        (?:listener|reader|your|our|fan)s? (?:mail|letters|post|voicemails?) | mail time | letters |
        (?:short|one word|quick|straight|honest|plain|simple) answers |
        (?:the )?(?:rapid|quick) ?fire(?: (?:questions|round|q and a))? | (?:the )?lightning round |
        speed round | (?:from )?(?:the|our) mailbag | ask me anything | ama |
        what (?:listeners|readers|people|viewers|everyone|you|we were|others) ask(?:ed)?(?:
        \w+){{0,3}} |
        (?:you|they|listeners|readers) (?:asked|ask)(?:
        (?:\w+ ){{1,2}}(?:answers?|answered|replies|replied))? |
        {_NUMBER} (?:quick )?questions (?:for|with|to) (?!you|readers|listeners)(?:\w+ ?){{1,3}} |
        (?:ask|asking) (?:(?:the|our|an?|your) \w+|us|\w+ anything) |
        ask (?!(?:yourself|questions?|for|why|how|what|about|not|more|away)\b)\w+ |
        (?:\w+ ){{0,2}}questions? (?:answered|and answers?|and replies|with answers)(?:
        (?:in|on|by|from|during)(?: \w+){{1,4}})? |
        (?:your|(?:\w+ )?(?:listener|listeners|reader|audience|viewer|viewers)(?: s)?) questions?(?:
        answered)? |
        questions? (?:from|by) (?:the |our |you )?(?:listeners?|readers?|audience|you) |
        questions? (?:i|we|you|people)(?: \w+)? (?:had|asked|ask|got|have) |
        questions? (?!(?:for|to|of|that|which|nobody|still|never)\b)(?:\w+ ){{1,2}}(?:asked|asks) |
        (?:answers|answered) (?:in|on) (?:this|the) {_EPISODE} |
        (?:\w+ ){{0,2}}q and a(?: \w+){{0,3}}""",
    Area.UNKNOWN: rf"""
        more (?:from|of) (?:the|this|our) {_EPISODE} |
        (?:also|what else|and) (?:in|from|came up in) (?:the|this|our) {_EPISODE}""",
    Area.INSIGHTS: r"""
        (?:what|(?:\w+ ){0,2}things?)(?: that)? (?:i|we)
        (?:wrote down|noted(?: down)?|jotted down|scribbled down|noticed|underlined) |
        (?:the |some |key |big )?(?:numbers|figures|data|statistics|maths?)(?:
        (?:that|to|worth|behind|from|in)(?: \w+){0,4})? | (?:by|in) (?:the )?numbers |
        (?:one|the|a) (?:big )?(?:number|figure)(?: of the (?:day|week))? |
        (?:new |key |useful )?(?:words|terms|vocabulary) (?:to know|explained|you (?:need|heard)) |
        (?:did you know|who knew|fun fact|good to know|trivia)(?: that)? |
        (?:a )?(?:few |little )?(?:glossary|lexicon|dictionary)(?: of terms)?""",
    Area.HIGHLIGHTS: rf"""
        (?:new |more )?highlights (?:added|from|of) .{{3,40}} |
        why (?:this|the|that) {_EPISODE} (?:matters|is (?:worth|important)(?: \w+){{0,3}}) |
        why (?:you should )?(?:listen|care|watch)(?: to (?:it|this|this {_EPISODE}))? |
        (?:the |our |my )?(?:best|favou?rite|good|juicy|great|funniest) (?:bits|parts|moments)(?: of
        (?:the|this) {_EPISODE})?""",
    Area.CHAPTERS: r"""
        (?:in the )?order of (?:events|play|topics) |
        jump (?:to|ahead to)(?: an?| any| the)? (?:chapter|part|section|topic|moment) |
        (?:key|main|top) (?:moments|timestamps) |
        time ?stamped (?:show )?notes | where to (?:jump|find it) |
        (?:episode |show )?(?:run ?down|running order|run sheet|minute by minute)""",
    Area.NOISE: rf"""
        \d{{1,4}} (?:replies|responses|comments|thoughts) (?:to|on) .{{2,80}} |
        \d{{1,4}} (?:replies|reply|responses?|comments?) |
        contributing to .{{2,40}} | how to contribute(?: to .{{2,40}})? |
        (?:next|later|coming(?: up)?(?: next)?|earlier|previously) in (?:the|this|our)
        (?:\w+ ){{0,3}}(?:series|season|programme|program) |
        (?:our )?(?:next|upcoming|forthcoming) (?:webinar|session|event|lecture|seminar)s? |
        after listening \w+ | before listening \w+ |
        (?:{_THINGS} )?(?:mentioned|referenced|cited|recommended|named)(?:
        (?:in|on|by|during|this|today)(?: \w+){{0,4}})? |
        {_THINGS} (?:we|they|he|she|\w+)
        (?:mentioned|mentions|recommended|recommends|talked about) |
        {_OTHER} {_THINGS} |
        (?:related|similar|other|earlier|previous|past|recent|latest) notes |
        {_THING} (?:recommendations|list) |
        {_THINGS} from (?:this|the|today s) {_EPISODE} | see also |
        also (?:on|from|by|in|worth) .{{2,40}} |
        also (?:good|great|heard|out|recommended|playing) |
        (?:explore|discover|see|read|browse|find|get|hear|show|load|all)
        (?:(?:all|other|the) )?(?:more )?(?:podcast )?{_OVERVIEWS}(?:
        (?:from|by|on|about|like|in|of) (?!(?:the|this|our) {_EPISODE}$).{{2,40}})? |
        more (?:\w+ )?(?:from|by|on|about|like|in) (?!(?:the|this|our) {_EPISODE}$).{{2,40}} |
        (?:my|our) (?:own )?(?:thoughts|comments|reactions?) | (?:my|our) own notes |
        (?:this|the|today s) (?:episode|show|podcast|issue) (?:is|was)
        (?:supported|sponsored|presented|brought to you|made possible) by |
        (?:from|by|with|thanks to) our (?:sponsors?|partners?|friends)(?: at .{{2,30}})? |
        (?:a )?(?:(?:quick|short|brief) )?(?:word|message|note)
        from (?:our|the|today s|this (?:week|month) s) (?:sponsors?|friends|partners?|supporters?) |
        (?:keep|continue) (?:reading|listening|exploring) |
        (?:listen|read|watch|hear) (?:next|on|it) |
        (?:people|listeners|readers|others|fans) (?:also|who)
        (?:listened|listen|watched|watch|liked|like|heard|hear|read|enjoyed|enjoy|saved)(?:
        \w+){{0,3}} |
        (?:where|how) to (?:find|follow|support|reach|contact|listen|subscribe|buy)(?: \w+){{0,6}} |
        (?:find|follow|support|contact|connect with|stay in touch with|reach|thank)
        (?:us|me|the (?:show|host|guest|podcast|author))(?: \w+){{0,4}} |
        (?: ?(?:social(?: media)?|instagram|twitter|x|linkedin|facebook|tiktok|youtube|blog|email|
        newsletter|seo|video|clip|short)){{1,3}}
        (?:captions?|posts?|threads?|copy|blurbs?|tweets?|drafts?|hooks?|descriptions?|titles?|
        shorts|reels|clips|ideas|keywords|tags)(?: (?:(?:for|on) )?(?:linkedin|twitter|x|instagram|
        facebook|threads|tiktok|youtube|bluesky|mastodon))? |
        hashtags | tweets | clip ideas | hooks |
        (?:until|till|see you|bye|goodbye|so long|talk|back)
        (?:then|soon|later|again|tomorrow|(?:on )?(?:next )?(?:\w+day|week|time|month|episode)) |
        .{{2,40}} (?:is|are) (?:an? )?(?:proud )?members? of .{{3,60}} |
        .{{2,40}} (?:is|are) (?:an? )?(?:proud )?part of .{{2,50}}
        (?:networks?|family|collective|media|studios?|productions?|alliance|fm|radio|podcasts|
        group|label) |
        (?:{_NUMBER} )?(?:things?|books?|what) (?:i|we)
        (?:m|re|am|are) (?:reading|watching|listening to|playing|buying|cooking|loving)(?:
        \w+){{0,3}} |
        jobs(?: board)? | vacancies | open positions |
        (?:alternative|suggested|catchy|potential) titles |
        title (?:ideas|suggestions|options) |
        (?:coming (?:up|soon)|next|up)(?: (?:next|week|time|episode|month|up|on the show))? |
        join (?:the|our|us|my|in)(?: \w+){{0,3}} | become a (?:member|patron|supporter) |
        in (?:the|our) next (?:episode|issue|letter) | get involved | never miss an episode |
        (?:\w+ )?questions? (?:back )?(?:to|for)
        (?:you|readers|listeners|the (?:reader|listener)s?) |
        let s (?:stay in touch|connect|talk|be friends|keep in touch) |
        (?:with )?(?:special |many )?thanks(?: to)? | shout ?outs? | credits(?: and thanks)? |
        (?:people|listeners|others|fans|readers|users|viewers)(?: who \w+(?: (?:to )?this)?)?(?:
        (?:might|may|will|would))? also (?!ask)\w+(?: (?:to|this|these))? |
        (?:suggested|recommended|unread) (?:topics|threads|discussions) |
        (?:similar|popular|latest|new|other|more) (?:threads|discussions) |
        stay (?:in touch|connected|tuned) | get (?:the|his|her|their) (?:book|newsletter|app) |
        (?:about|meet|who (?:are|is)) (?:our|the|your|today s|this week s)
        (?:shows?|guests?|hosts?|podcasts?|team|speakers?|authors?) | hosts and guests |
        about (?:me|today s guest|these notes|this
        (?:site|page|show|newsletter|summary|transcript)) |
        (?:the )?(?:guest|host|speaker)s? (?:bio|bios|biography) | bio |
        (?:show|episode|production) (?:credits|team|staff) |
        (?:produced|edited|music) by .{{2,40}} |
        (?:what|where) to (?:read|listen|watch|go|look)(?: to| from here)?(?: next| more)? |
        (?:dig|go|dive) deeper | (?:learn|find out) more(?: about .{{2,30}})? |
        (?:was|is) this (?:\w+ )?(?:helpful|useful) |
        elsewhere(?: (?:this|last) (?:week|month))?(?: on (?:the )?(?:web|internet|site|blog))? |
        why (?:i|we) (?:saved|kept|clipped|bookmarked|filed|noted) (?:this|it) |
        (?:should|would) (?:you|i|we|they)
        (?:really |even )?(?:listen|recommend)(?: to)?(?: it| this(?: {_EPISODE})?)? |
        (?:is it )?worth (?:a listen|listening(?: to)?|your time|the time)""",
}
"""What headings say in a sentence of their own."""


def _forms(told: str) -> str:
    forms = (" ".join(form.split()) for form in re.split(r"\s\|\s", told))
    return "|".join(forms).replace("| ", "|")


_FOLLOWS = r"(?: (?:i|we|that|which|worth|to|for)(?: \w+){1,4})?"
_READ = [
    *((area, re.compile(rf"^(?:{_forms(told)})$")) for area, told in _SENTENCES.items()),
    *(
        (area, re.compile(rf"^(?:[\w-]+ ){{0,4}}(?:{_forms(told)}){_FOLLOWS}$"))
        for area, told in _KEYS.items()
    ),
]
_WITHOUT_ANSWERS = re.compile(
    r"\b(?:open|discussion|reflection|study|unanswered|further|remaining|journal)\b.*\bquestions?\b"
    r"|\bquestions? (?:to|for|left|that remain)\b"
)


_ASKED_OF = re.compile(
    rf"^{_NUMBER} (?:quick )?questions (?:for|with|to) (?!you|readers|listeners)"
)
_TO_READERS = re.compile(r"\bquestions? (?:back )?(?:to|for) (?:you|readers|listeners)\b")


@lru_cache(maxsize=32_768)
def area_phrased(name: str) -> Area | None:
    """The area that a heading means, in small letters without signs: ``lines i underlined``."""
    if _WITHOUT_ANSWERS.search(name) and not _ASKED_OF.match(name):
        return Area.NOISE if _TO_READERS.search(name) else None
    return next((area for area, form in _READ if form.match(name)), None)
