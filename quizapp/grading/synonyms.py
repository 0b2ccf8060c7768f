"""Everyday English words that mean the same, the opposite, or are forms of one word.

Short on purpose: the words people fall back on when they answer in their own words. It says
nothing about terms of a field, which have no synonyms here.
"""

from __future__ import annotations

from functools import cache, lru_cache

from quizapp import language

_ADJECTIVES = (
    "big bright broad calm cheap clean clear close cold cool dark deep dense dry early easy fast "
    "few fine flat great hard heavy high hot large late light long loose loud low mild narrow near "
    "new old poor quick quiet rare rich rough safe sharp short simple slow small smart smooth soft "
    "steep strong tall thick thin tight tiny tough warm weak wet wide young"
)

_IRREGULAR = (
    "be am is are was were been | become became | begin began begun | break broke broken | "
    "bring brought | build built | buy bought | catch caught | choose chose chosen | come came | "
    "do did done does | draw drew drawn | drive drove driven | eat ate eaten | fall fell fallen | "
    "feel felt | find found | fly flew flown | forget forgot forgotten | get got gotten | "
    "give gave given | go went gone goes | grow grew grown | have has had | hear heard | "
    "hold held | keep kept | know knew known | lead led | learn learnt | leave left | lend lent | "
    "lose lost | make made | mean meant | meet met | rise rose risen | run ran | say said | "
    "see saw seen | sell sold | send sent | shake shook shaken | show shown | shrink shrank shrunk "
    "| sleep slept | speak spoke spoken | spend spent | stand stood | steal stole stolen | "
    "stick stuck | take took taken | teach taught | tell told | think thought | "
    "understand understood | wake woke | wear wore worn | win won | write wrote written | "
    "good better best | bad worse worst | easy easily | far farther further farthest furthest | "
    "child children | foot feet | man men | mouse mice | person people | tooth teeth | "
    "woman women | hypothesis hypotheses | datum data | index indices | matrix matrices | "
    "arise arose arisen | beat beaten | bend bent | bind bound | bite bit bitten | bleed bled | "
    "blow blew blown | burn burnt | cling clung | creep crept | deal dealt | dig dug | "
    "dream dreamt | drink drank drunk | drive drove driven | feed fed | fight fought | flee fled | "
    "forbid forbade forbidden | foresee foresaw foreseen | forgive forgave forgiven | "
    "freeze froze frozen | hang hung | hide hid hidden | lean leant | leap leapt | "
    "mistake mistook mistaken | overcome overcame | overtake overtook overtaken | pay paid | "
    "ride rode ridden | ring rang rung | seek sought | sew sewn | shine shone | shoot shot | "
    "sing sang sung | sink sank sunk | sit sat | slide slid | spell spelt | spill spilt | "
    "spin spun | sting stung | stride strode | strike struck | strive strove striven | "
    "swear swore sworn | sweep swept | swell swollen | swim swam swum | swing swung | "
    "tear tore torn | throw threw thrown | undergo underwent undergone | "
    "undertake undertook undertaken | weave wove woven | withdraw withdrew withdrawn | "
    "half halves | knife knives | shelf shelves | thief thieves | wife wives | wolf wolves | "
    "crisis crises | thesis theses | phenomenon phenomena | criterion criteria | "
    "bacterium bacteria | nucleus nuclei | stimulus stimuli"
)

_SYNONYMS = (
    "absorb soak | acquire gain get obtain receive | aid assist help | "
    "aim goal objective purpose target | allow let permit | alter change modify vary | "
    "answer reply response | appear seem | area region zone | attach connect fasten join link | "
    "big enormous giant great huge large | block obstruct stop | broad wide general | "
    "build construct create form make produce | buy purchase | calm quiet | car vehicle | "
    "carry transport | choose pick select | close near | close shut | cold cool | "
    "blend combine merge mix | calculate compute | contain hold include | copy duplicate | "
    "correct right true | false incorrect wrong | critical crucial essential important key vital | "
    "danger hazard risk | decide determine | decrease drop fall lower lowers reduce shrink | "
    "detect discover find | difficult hard tough | dirt ground soil | disappear vanish | "
    "distant far | divide separate split | easy simple | effect impact influence | begin start | "
    "end finish | entire full whole | error mistake | evidence proof | examine inspect | "
    "describe explain | fail break | fast quick rapid | characteristic feature property trait | "
    "fix repair | forecast predict | common frequent usual | collect gather | "
    "grow increase raise rise | guess hypothesis | hear listen | heat hot warm | heavy weigh | "
    "human person | concept idea notion thought | alike equal identical same | believe think | "
    "good well | information data | job task work | keep maintain preserve remain stay | "
    "child kid | exit leave quit | little small tiny | look observe see view watch | "
    "mean signify | approach method procedure technique way | additional extra more | "
    "go move travel | "
    "motion movement | must need require | noise sound | amount number quantity | "
    "item object thing | frequently often | component part piece | path pathway route | "
    "issue problem | demonstrate indicate prove reveal show | push press | put place | "
    "recall remember | cause reason | refuse reject | investigate research study | coarse rough | "
    "safe secure | form shape | shake vibrate | dimension size | clever intelligent smart | "
    "even smooth | say speak talk tell | speed velocity | powerful strong | material substance | "
    "instruct teach | contact touch | attempt try | comprehend grasp understand | "
    "few less | different distinct unique | employ use utilise utilize"
)

_OPPOSITES = (
    "more less | more few | most least | high low | big small | big little | large small | "
    "fast slow | long short | tight loose | thick thin | heavy light | dark light | hot cold | "
    "warm cold | warm cool | hard soft | hard easy | difficult easy | strong weak | deep shallow | "
    "wide narrow | early late | new old | rich poor | good bad | rough smooth | same different | "
    "increase decrease | increase reduce | rise fall | grow shrink | before after | up down | "
    "above below | top bottom | left right | east west | north south | open close | begin end | "
    "positive negative | maximum minimum | always never | all none | true false | right wrong | "
    "accept reject | add remove | win lose | success failure | succeed fail | cheap expensive | "
    "internal external | input output | push pull | buy sell | encourage discourage | "
    "raise lowers | raise reduce | raise decrease | rise decrease | increase lowers | "
    "increase fall | gain lose | strengthen weaken | lengthen shorten | expand contract | "
    "include exclude | sharp dull | sharp blunt | improve decline | improve worsen | "
    "allow ban | allow forbid | allow prevent | let prevent | permit ban | permit forbid | "
    "cause prevent | supervise unsupervised | possible impossible | agree disagree"
)


def _groups(table: str) -> list[list[str]]:
    return [group.split() for group in table.split("|")]


def _compared(adjective: str) -> tuple[str, str]:
    """Comparative and superlative of a regular adjective: ``big`` → ``bigger``, ``biggest``."""
    root = adjective
    if root.endswith("e"):
        root = root[:-1]
    elif root.endswith("y"):
        root = f"{root[:-1]}i"
    elif root[-3] not in "aeiou" and root[-2] in "aeiou" and root[-1] not in "aeiouwy":
        root += root[-1]
    return f"{root}er", f"{root}est"


@cache
def _forms() -> dict[str, str]:
    forms = {form: group[0] for group in _groups(_IRREGULAR) for form in group[1:]}
    return forms | {form: word for word in _ADJECTIVES.split() for form in _compared(word)}


@lru_cache(maxsize=50_000)
def root(word: str) -> str:
    """The stem that all forms of a word share, irregular ones too: ``larger`` → ``larg``."""
    return language.stem(_forms().get(word, word))


@cache
def _groups_of() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, group in enumerate(_groups(_SYNONYMS)):
        for word in group:
            found.setdefault(root(word), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


@cache
def _contraries() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for one, other in _groups(_OPPOSITES):
        found.setdefault(root(one), set()).add(root(other))
        found.setdefault(root(other), set()).add(root(one))
    return {word: frozenset(others) for word, others in found.items()}


_NO_MEANINGS: frozenset[int] = frozenset()
_NO_OPPOSITES: frozenset[str] = frozenset()


def meanings(word: str) -> frozenset[int]:
    """The numbers of the groups of synonyms that a root belongs to."""
    return _groups_of().get(word, _NO_MEANINGS)


def opposites(word: str) -> frozenset[str]:
    """The roots that mean the contrary of a root: ``high`` → ``low``."""
    return _contraries().get(word, _NO_OPPOSITES)
