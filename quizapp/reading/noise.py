"""Lines that say nothing about the conversation: menus, adverts, buttons, counters."""

from __future__ import annotations

import re

from quizapp.reading.measures import tells_of_tool
from quizapp.reading.wording import word_count

_LONGEST = 40
"""Words; a longer paragraph is content, even where it begins like a button."""

_BUTTONS = re.compile(
    r"^(?:skip to |add to (?:chrome|firefox|browser|cart|queue|favou?rites|playlist)|"
    r"(?:install|download) (?:to|the|our|now|browser|app|on|chrome|extension|pdf|mp3|transcript|"
    r"audio)|(?:listen|watch|play|read|view|open) in (?:your|the|a) (?:browser|app)\b|"
    r"(?:members?|subscribers?|patrons?|supporters?|premium|paid)[- ]only(?: \w+)?$|"
    r"(?:premium|exclusive|locked) (?:post|story|article|content)$|"
    r"for (?:members|subscribers|patrons|supporters) only$|edit(?: \d)?:\s|"
    r"share (?:this|on|with|your|link)|share:\s|explore (?:more|our|audio|the transcript)\b|"
    r"read (?:more|next|the full)|"
    r"(?:see|show|view|load|watch|listen to) (?:more|all|less|now|full|other)|"
    r"back to (?!(?:basics|school|work|nature|life|sleep|sports?|normal|health|the land)\b)|"
    r"(?:return|go) to (?:(?:the|our|my|your|all|main|full|previous|last|first) ){0,3}"
    r"(?:top|home\w*|menu|start\b|beginning|lists?|listings?|site|website|index|archives?|"
    r"search|library|results|page|pages|blog|news|articles?|posts?|episodes?|shows?|podcasts?|"
    r"series|season|videos?|interviews?|transcripts?|summary|summaries|contents?|table of|"
    r"overview|dashboard|store|shop|cart|account|login|settings|feed|channel|playlists?|category|"
    r"categories|topics)|return to (?-i:[A-Z])|"
    r"go back to (?:this |the |our )?(?:episode|show|main|home|top|podcast|"
    r"page|site|list|archive)[\w’' ]{0,30}\W*$|(?:get|request) an? (?:free |instant )?quote\W*$|"
    r"(?:watch|listen to|see|view|read|play) the (?:full |complete |whole )?"
    r"(?:youtube|video|audio) (?:version|episode|recording|interview|podcast)"
    r"(?: of (?:the|this) (?:podcast|episode|show|interview|talk|conversation))?\W*$|"
    r"listen to (?:the|this) (?:podcast|episode|show|audio|interview)\W*$|log ?in\b|"
    r"sign (?:up|in)\b|subscribe\b|follow (?:us|me|@)|"
    r"get (?:more out of|the app|started|access|unlimited|your|our)|try (?:it )?(?:for )?free|"
    r"start (?:your )?free|high quality (?:ai|summar)|powered by|all rights reserved|copyright\b|©|"
    r"posted (?:in|by|under)\b|filed under\b|tagged (?:with|as|in)\b|"
    r"privacy policy|terms (?:of|and)|cookies?\b|we use cookies|accept (?:all|cookies)|"
    r"(?:related|similar|popular|recent|latest|more|previous|next) (?:episodes?|posts?|videos?|"
    r"articles?|clips|shows?|podcasts?)\b|you (?:might|may) also|leave a (?:comment|reply|review)|"
    r"join (?:our|the|us|now|for free)|newsletter|advertisement|sponsored\b|menu$|search\W*$|home$|"
    r"follow along\b|"
    r"(?:listen|watch|subscribe|download|available|follow)(?: on| at| in)?\s?[:–-]\s*(?:on )?"
    r"(?:apple|spotify|google|youtube|overcast|itunes|rss|amazon|pocket|mp3)\b|"
    r"summari[sz]e (?:youtube|videos?|any|with|an? (?:new )?(?:video|podcast)|another|your)|"
    r"youtube video player|play(?:er)?$|pause$|"
    r"play (?:snip|clip|episode|audio)\b|"
    r"(?:sign (?:up|in)|log ?in|register|upgrade|become a member|subscribe) to (?:read|see|view|"
    r"unlock|get|access|keep|continue)\b|"
    r"no (?:chapters|transcript|summary|notes|quotes) (?:are |is )?(?:yet |available|found)|"
    r"(?:watch|listen)(?: (?:or|and) (?:watch|listen))? on |"
    r"(?:ask (?:ai |us |me )?(?:anything|a question|(?:your|more) questions?)|chat)"
    r"(?: (?:about|with|on) (?:the|this) (?:episode|podcast|video|transcript|summary|show))?\W*$|"
    r"open in |available on |click (?:here|to)|tap to|copy link|embed$|"
    r"(?:transcribe|translate|record|upload|host|start|edit|create|promote|monetize) (?:your|a|an) "
    r"(?:own )?(?:podcast|audio|video|episode|recording)s?$|all episodes$|"
    r"(?:descarg(?:ue|a|ar)|escuch(?:e|a|ar)|télécharge[rz]?|écoute[rz]?|baixe|ouça|ascolta|höre?|lade)"
    r" (?:el|este|l['’]|cet|o|este|il|die|diese)\s?(?:episodio|épisode|episódio|folge)\b|"
    r"check out (?:our|my|his|her|their|(?-i:[A-Z])[\w'’ ]{2,30}['’]s) "
    r"(?:\w+ ){0,2}(?:newsletter|website|podcast|channel|patreon)\b|"
    r"(?:listen|tune in|watch) (?:today|now|here)\W*$|"
    r"click on (?:a|any|the) (?:time|timestamp|line|word)|"
    r"(?:\d(?:\.\d)?\s?[•·|]\s?)?[\d.,]+\s?[kmb]?\sratings$|"
    r"(?:cartoons?|artwork|cover art|illustrations?|sound design|audio editing|theme(?: music)?|"
    r"intro(?: music)?|outro(?: music)?|music) by:?\s[A-Z]|"
    r"rate (?:this|us)|report (?:an? )?(?:error|issue)|was this (?:helpful|useful)|upgrade to|"
    r"(?:save (?:it |this |episode )?for later|mark (?:all |it |this |episode )?as "
    r"(?:un)?(?:played|read|listened|watched|finished|done|heard))(?:\W*$|(?-i:(?=[A-Z])))|"
    r"(?:suggested|try asking|you could ask)(?: questions?)?:\s[^?]{3,120}\?$|"
    r"(?:ratings?|reviews?)(?: (?:and|&) (?:ratings?|reviews?))?:?\s?\d(?:[.,]\d)?\s?"
    r"(?:/ ?5 ?|out of 5 ?)?[(·•]|"
    r"(?:share|download|save|like|likes|follow|following|comments?|support|more|next|previous|prev|"
    r"listen|watch|clip|thanks|connect|contact|browse|trending|archive|notifications?|join|settings|"
    r"reply|sort by|show (?:more|less)|view all|all|close|dismiss|ok|accept|cancel|back|skip|"
    r"more info|"
    r"download (?:the )?(?:transcript|episode|audio|mp3|pdf|file)|"
    r"(?:copy|download|save|export|print|send) (?:all|as|to|via)(?: \w+){0,2}|"
    r"pricing|blog|write|official thread|megathread|"
    r"copy|print|send|submit|email|e-mail|twitter|x|facebook|linkedin|reddit|whatsapp|instagram|youtube|spotify|"
    r"flipboard|pinterest|tumblr|telegram|bluesky|mastodon|tiktok|"
    r"apple podcasts|rss|login|register|help|bookmark|queue|favou?rite|transcribe|"
    r"playlist|upvote|downvote|award|read along|add to your episodes)[^\w.!?]*$|"
    r"(?:enjoyed|liked|loved|enjoying) (?:this|the|it)\b.{0,40}\?|"
    r"leave (?:us )?a (?:review|rating|voicemail|message|comment)|"
    r"(?i:follow) .{2,40} on (?:instagram|twitter|facebook|youtube|tiktok|spotify|x)\b|"
    r"missed (?:last|an|the|any)\b.{0,40}\?|catch up (?:with|on) |"
    r"you(?:['’]re| are)? (?:receive|received|get|got|receiving|getting) this|"
    r"if you (?:liked|enjoyed|like|enjoy|loved|found) (?:this|it|the|what)\b|"
    r"(?:a )?note (?:to|for) (?:the |our )?(?:readers?|listeners?):\s|"
    r"(?:this|the|our) (?:conversation|interview|transcript|text|article|discussion|episode) "
    r"(?:has been|was|is|were) (?:\w+ly )?(?:edited|condensed|shortened|translated|abridged)"
    r"(?! by (?!our\b|the (?:editors?|team|staff)\b)(?-i:[a-z]))|"
    r"(?:(?:these|all|some|both|the|our) )?(?:excerpts?|extracts?|answers|responses|replies|"
    r"questions(?: and answers)?|remarks|interviews|conversations)(?: (?:below|above|here))? "
    r"(?:have|has) been (?:\w+ )?(?:edited|condensed|shortened|translated|abridged)\b|"
    r"(?:\w+ly )?edited (?:and condensed )?for (?:length|clarity|brevity|space)\b|"
    r"from (?:our|the) (?:\w+ )?(?:spring|summer|autumn|fall|winter|latest|current|new|print) "
    r"issue\b|"
    r"(?:this|the) (?:post|page|article|episode|site) (?:may )?contains? (?:affiliate|sponsored)|"
    r"\d[\d.,]*k?(?:shares?|likes?|comments?|restacks?)(?:$|\d)|thanks for reading\b|"
    r"links?:\s(?:(?-i:\[\[|the |a |an )|(?:\S{0,80} )?\S{0,80}(?:https?:|www\.)|"
    r"(?-i:(?:[^\sa-zà-þ]\S*|and|or|of|on|in|the)(?:\s+|$))+$)|"
    r"\d[\d.,]*k?\s(?:likes?|restacks?)\d|(?:[\d:]{4,8}\s?[-–/]\s?[\d:]{4,8}\s?)?audio playback is|"
    r"(?:view |\d+ )more comments?\b|(?:comments|restacks|likes|share|reply){2,}$|"
    r"(?:and (?:now )?)?(?:an? )?(?:(?:quick|short|brief) )?(?:word|message|note) from "
    r"(?:our|the|today['’]s|this week['’]s) (?:sponsors?|partners?|supporters?|friends)"
    r"(?:\W*$|\s?[.:!,;…](?:\s|$)|\s[–—-]\s)|"
    r"(?:a (?:word|note) )?from (?:our|the|this week['’]s|today['’]s) "
    r"(?:sponsor|partner|supporter|advertiser)s?(?:\W*$|:\s)|more like this:?\s|"
    r"(?:brought to you|presented|supported) by:\s|"
    r"this (?:issue|letter|edition|newsletter|post|week['’]s (?:issue|letter)) is "
    r"(?:brought to you|sponsored|supported|presented) by"
    r" (?:(?-i:our |(?:the |an? )?[A-Z“\"])|\S{2,30}\.[a-z]{2,5}\b).{0,160}$|"
    r"p\.? ?s\.?[:\s]|(?:until|see you|best|cheers|warmly|regards|yours|love|take care|talk soon|"
    r"with love|thanks|all the best|have a great)\b[^.!?:]{0,30},$|some links are affiliate|"
    r"(?:apple|google|amazon) (?:podcasts?|music)(?: preview| player| app)?$|"
    r"(?:spotify|youtube|overcast|castbox|podchaser|pocket casts)"
    r"(?: preview| player| app| music)?$|"
    r"don['’]t forget to (?:subscribe|rate|like|share|follow)|hosted (?:on|by) \w+\. see |"
    r"to listen to explicit|stay up to date with|select a country|this is not (?:\w+ )?advice|"
    r"(?:translated|transcribed|shortened|condensed|adapted)\b.{0,60}\b(?:by|from|for)\b|/end\b|"
    r"(?:got|have|any) (?:any )?(?:feedback|questions?|comments|suggestions)\b[^?]{0,40}\?\s\S|"
    r"made with \w+\.|transcripts? may contain|about the (?:guest|host|author|show|speaker)s?:\s|"
    r"(?-i:About (?:[A-Z][\w’']+|&|the|of)(?: (?:[A-Z][\w’']*|&|the|of)){0,3}:\s)|"
    r"create your (?:first|own) |it['’]s easy, we['’]ll help|rate episode|good episode\?|"
    r"this page was|"
    r"(?:[\w&’'.-]+ ){1,6}is (?:(?:an? |entirely |fully |100% |wholly )?"
    r"(?:reader|listener|member|viewer)-(?:supported|funded)|"
    r"free(?: to (?:read|listen(?: to)?|hear))? (?:because|thanks to) (?:some of |our |paying )?"
    r"(?:you|readers|listeners|members|subscribers|supporters)\b)|"
    r"playback speed(?:\W|$)|share (?:post|episode|video|clip)(?: at current time)?(?-i:$|[A-Z])|"
    r"share from 0?0:00(?-i:$|[A-Z])|"
    r"type your email|"
    r"(?-i:[Ww]ritten by [A-Z][\w'’.-]+ [A-Z][\w'’.-]+)(?: [\w'’.-]+)?$|"
    r"production by |production and marketing by |written by [^.!?]{2,40} [·|∙•] |"
    r"chat history$|new chat$|(?:you|chatgpt|claude|gemini|copilot|assistant) said:|"
    r"(?:would you like|want) me to\b|let me know if you|"
    r"in: [A-Z]|"
    r"(?:keep|continue) reading (?:below|the (?:main )?(?:story|article))\b|"
    r"(?:story|article|transcript|text) continues (?:below|after)\b|scroll (?:down )?to continue|"
    r"submit (?:your|a) (?:own )?question\W*$|"
    r"(?:asked|answered|liked|saved|upvoted|clipped|highlighted) by [\d.,]+\s?[kmb]?\+? "
    r"(?:other |more )?(?:people|listeners?|users?|others|readers?|viewers?|members?|person)\W*$|"
    r"view source$|sign in to edit|community content is available|main page$|"
    r"abonnez[- ]vous|s['’]abonner|abonnier(?:t|en)|suscríbete|iscriviti|inscreva-se|"
    r"aller au contenu|zum inhalt|(?:saltar|ir) al contenido|vai al contenuto|ir para o conteúdo|"
    r"naar (?:de )?inhoud|ce site utilise|diese (?:web)?site verwendet|"
    r"este sitio (?:web )?utiliza|questo sito|"
    r"listen now (?:on|at|wherever)\b|"
    r"r/\w+$|posted by u/|u/\w+ [·•]|your library$|my list(?: \(\d+\))?$|"
    r"search (?:the|this|our) (?:catalogue|catalog|archive|site|collection)s?\b|"
    r"(?:for (?:inquiries|enquiries|questions)|to (?:sponsor|advertise))\b.{0,60}"
    r"\b(?:contact|write|email|e-mail)|"
    r"\(?[\d.,]+\s?[kmb]?\s(?:claps|responses|shares|reactions|votes|restacks|saves)\b|"
    r"was this (?:\w+ )?(?:helpful|useful)|"
    r"this transcript (?:is|was) (?:deposited|licensed|published)|"
    r"reproduction (?:requires|is)|unsubscribe\b|"
    r"(?:photo|image|photograph|picture|illustration|foto|cover)s?(?: by| credit)?s?:|"
    r"(?:press|media) (?:inquiries|enquiries|contacts?|office|room|kit)$|"
    r"caption:\s(?-i:[A-ZÀ-Þ])|credits?:\s?(?:photo|image|picture|courtesy|illustration)|"
    r"(?:image|photo|picture|media|video) (?:details|captions?|sources?|credits?|gallery)$|"
    r"audio player$|keyboard shortcuts|accessibility (?:links|help|statement)|"
    r"open (?:(?:navigation|main|site) )?menu|\d{1,3}[- ]minute listen$|"
    r"(?:read|download|view|open|see|get|show|expand|load) (?:the |a |our )?"
    r"(?:full |complete |whole |entire |rest of the )?transcript"
    r"(?:\s?[(\[][^()\[\]]{0,40}[)\]])?(?: here| below| (?:as (?:a )?)?pdf)?\W*$|"
    r"get [\w.]+ (?:for|on) (?:iphone|ipad|ios|android|mac|windows|chrome|your phone|mobile)"
    r"(?:\b|(?-i:(?=[A-Z])))|"
    r"scan (?:the (?:qr|code)|to (?:download|install|get))|"
    r"become a (?:member|patron|supporter|subscriber)\b|content provided by [^.]{2,60}\. all |"
    r"use (?:up|left)/(?:down|right)|.{0,20}play in new window|click to share|proudly powered|"
    r"(?:(?:show|episode) notes|transcript|chapters?(?: markers)?)"
    r"(?:\s{1,3}(?:(?:show|episode) notes|transcript|chapters?(?: markers)?)){1,3}$|"
    r"post navigation|your email address will not|search (?:for|in)\b.{0,12}:?$|"
    r"try \w+ (?:for )?free|[\w ]{2,20} \(auto-generated\)$|skip navigation|"
    r"this transcription? (?:was|is) made|/$|[-–—]\s?\d{1,3}\s?[-–—]$|"
    r"search (?:podcasts|shows|episodes|summaries|topics|books|videos)"
    r"(?:,? (?:and |or |& |by |on )?(?:podcasts|shows|episodes|summaries|topics|books|videos|"
    r"people|guests|authors|transcripts|titles?|names?|here)){0,6}\W*$|"
    r"search (?:in |the )?(?:transcript|video|episode|captions)$|"
    r"manage (?:your )?(?:preferences|subscription)|update your preferences|"
    r"view (?:this|in) (?:email|browser|the browser)|view this|forwarded this|"
    r"(?:(?:was|is) this (?:\w+ )?)?forwarded (?:to you|(?:by|from) (?:an? |your )?\w+)\s?\?|"
    r"(?:previous|next|prev)(?: episode| post)?\s?[:→←»«]|[←→]\s|"
    r"unlock\b(?=[^.!?]{0,60}?\b(?:summar|transcri|quot|chapter|episode|feature|unlimited|"
    r"premium|pro\b|plus\b|access|notes|content|full|all\b|everything|more\b|insight|highlight|"
    r"takeaway|question|answer|with\b|librar|archive))|"
    r"create (?:an? )?(?:free )?account|ask (?:ai|a question)|chat with|save to|"
    r"(?:generated|created|transcribed|summari[sz]ed) (?:by|with|using|from) |"
    r"(?:(?:this|these|our|the|all|your|ai|auto|automatic|automated|machine|generated|chat)[ -])*"
    r"(?:ai|chatgpt|claude|gemini|copilot|notebooklm|perplexity|(?-i:[A-Z]\w*(?:AI|LM|GPT))|"
    r"transcripts?|transcriptions?|summar(?:y|ies)|captions?|subtitles?|page|notes|recaps?)"
    r"(?: (?:is|are|was|were) (?:made|generated|created|written) [\w ]{2,30} and)? "
    r"(?:can|may|might) (?:be inaccurate|make mistakes|contain errors)"
    r"(?:\W*$|[.;!] |(?:,|,? (?:so|and)|,? so please|,? please) (?:please |always |double|check|"
    r"verify|should be checked))|"
    r"(?:is|was) this (?:summary|transcript|page|recap) (?:helpful|useful|accurate)|"
    r"(?:action items|notes|summary|summaries|chapters|highlights|takeaways|show notes)"
    r"(?: (?:was|were|is|are))? (?:auto-?)?(?:generated|created|written|made) (?:by|with|using) "
    r"(?:an? )?(?:ai\b[\w -]{0,20}|(?-i:[A-Z][\w.]*(?: [A-Z][\w.]*){0,2}))(?:\W*$|\. )|"
    r"this (?:summary|transcript|page) (?:was|is|has been) "
    r"(?:(?:auto|ai|machine)(?:matically)?[ -])?(?:generated|created|transcribed|made)"
    r"(?: automatically)?(?: (?:by|with|using|from) [^.!?]{2,50})?"
    r"(?:,? and (?:can|may|might) [^.!?]{3,50})?(?:\W*$|[.;!] )|"
    r"(?-i:Yes ?[/|·]? ?No)$|"
    r"\(?[\d.,]+\s?[kmb]?\s(?:views?|likes?|subscribers?|comments?|plays|followers|listens)\b)",
    re.IGNORECASE,
)
_ANYWHERE = re.compile(
    r"(?:\bcookies? policy|\bterms of service|\ball rights reserved|^(?:\S+ ){0,4}logo$|"
    r"\bread more$|"
    r"\bnot affiliated with\b|\bpage \d{1,3} (?:of|/) \d{1,3}$|\bmailing list$|in your inbox\b|"
    r"\b(?:investment|medical|legal|financial) advice\b|\bon patreon\b|"
    r"\bhit reply\b|\breply to this (?:e-?mail|letter|message|newsletter)\b|"
    r"\b(?:tell|let) (?:me|us) (?:know )?in the comments\b|"
    r"\bfollow (?:her|him|them) on\b|\bpromo code\b|use (?:the )?code \w+|\bfree trial\b|% off\b|"
    r"^enlarge this image$|"
    r"\btranscripts? (?:are|is|was|were) (?:checked|prepared|provided|produced|created)\b|"
    r"\bai[- ]generated (?:summary|transcript|content)|extensions? on:?$|"
    r"\b(?:accurate|automatic) transcripts? to\b|powered by (?:chatgpt|gpt|claude|ai))",
    re.IGNORECASE,
)
_REFUSAL = re.compile(
    r"^(?:i['’]?m sorry|i apologi[sz]e),? but i (?:can(?:not|['’]t)|am unable)\b|"
    r"^(?:(?:i['’]?m sorry|sorry|unfortunately|i apologi[sz]e),? (?:but )?)?"
    r"(?:i (?:can(?:not|['’]t)|could(?: not|n['’]t)|(?:am|was|['’]m) (?:unable|not able) to|"
    r"do(?: not|n['’]t) have) (?:\w+ )?(?:provide|summari[sz]e|create|produce|generate|access|"
    r"fulfil|comply|"
    r"assist|help (?:you )?with|process|transcribe|the (?:transcript|content|text|ability)|"
    r"enough (?:information|content))|(?:as an|i am an?) ai\b)|"
    r"^(?:i['’]?m sorry|sorry|unfortunately),? (?:but )?(?:there (?:is|was) no|"
    r"the (?:provided )?(?:transcript|text|content))\b|"
    r"^(?:no|the) (?:transcript|summary) (?:is )?(?:not )?(?:available|provided)",
    re.IGNORECASE,
)
_LINK_ONLY = re.compile(r"^(?:[\w '’-]{0,40}:\s*)?(?:https?://|www\.)\S+$")
_CREDIT = re.compile(
    r"^(?:transcripts?|transcription|subtitles?|captions?|closed captions?)"
    r"(?: (?:was|were|is|are))?(?: (?:auto-?)?(?:generated|created|made|provided|prepared|"
    r"produced|edited|powered))? (?:by|with) [^?]{2,80}$|"
    r"^(?:transcribed|subtitled|captioned) by [^?]{2,60}$|"
    r"^(?:subtitles?|subtitling|captions?|captioning|closed captions?): (?-i:[A-ZÀ-Þ][\w.’'-]+"
    r"(?: (?:of |the |and |& )?[A-ZÀ-Þ][\w.’'-]+){0,3}|the [A-ZÀ-Þ].{2,40})$",
    re.IGNORECASE,
)
_TEASER = re.compile(r"(?:\.\.\.|…)\s*(?:read|show|see|view) more\s*$", re.IGNORECASE)


_TOLD_ANYWHERE = (
    "cookie", "terms of", "all rights", "logo", "read more", "follow h", "follow t", "promo code",
    "code ", "free trial", "% off", "i generated", "i-generated", "extension", "transcripts to",
    "transcript to", "transcripts are", "transcript is", "transcript was", "powered by", "page ",
    "produced", "enlarge this",
    "mailing list", "affiliated", "inbox", "advice", "patreon",
    "reply", "in the comments",
)  # fmt: skip
"""One of these stands in every line that is known by words inside of it."""


_BESIDE = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
_COUNT = re.compile(r"\d[\d.,]*\s?[kKmM]?")
"""``143 · 27 · Share``: hearts and comments beside a button."""

_BARS = re.compile(r"\s+[|·•/]\s+")
_SIZE = re.compile(r"(?<=\w)\s?[(\[][^()\[\]]{1,30}[)\]]$")
"""``Download (MP3, 49 MB)``: what a button says of what it gives"""
_BUTTONS_BESIDE = 3
_LONGEST_BUTTONS = 120
"""Letters."""


def _are_buttons(text: str) -> bool:
    """``Download transcriptShareReport an error``: buttons without a gap between them."""
    short = len(text) < _LONGEST_BUTTONS and text[-1:] not in ".?!”"
    barred = [_SIZE.sub("", part) for part in _BARS.split(text)] if short else []
    counted = [part for part in barred if not _COUNT.fullmatch(part)]
    pressed = sum(1 for part in counted if _BUTTONS.match(part))
    short_row = len(counted) >= _ROW and all(word_count(part) <= _ENTRY for part in counted)
    if len(barred) > 1 and counted and pressed >= (0.5 if short_row else 1) * len(counted):
        return True
    parts = _BESIDE.split(text) if short else []
    known = sum(1 for part in parts if _BUTTONS.match(part))
    return len(parts) >= _BUTTONS_BESIDE and known >= _MOST * len(parts)


_MOST = 0.6
_ROW, _ENTRY = 3, 3
"""Entries of a row between bars, half of which are known for buttons; words of one."""

_BRACKETED = re.compile(
    r"^\[(?:Subscribe|Share|Sign up|Leave a comment|Donate|Give a gift|Upgrade|Get \d{1,3}% off)"
    r"(?: [\w’']+){0,5}\]$|"
    r"^(?:\[(?:Show|Hide|Export|Copy|Share|Download|Play|Open|Edit|Save|Print|Embed|Report|View|Add|"
    r"Read|Listen|Watch)(?: [A-Za-z]+){1,3}\]\s*){2,}$"
)
"""``[Show transcript] [Copy link]``, ``[Subscribe now]``"""


def is_noise(text: str) -> bool:
    """A menu entry, an advert, a button, a counter, a bare link, or a machine's refusal."""
    head = text[:300]
    if word_count(head) > _LONGEST:
        return False
    small = head.lower()
    return bool(
        _BUTTONS.match(head)
        or _BRACKETED.match(head)
        or is_credit(head)
        or tells_of_tool(text)
        or _are_buttons(head)
        or (any(word in small for word in _TOLD_ANYWHERE) and _ANYWHERE.search(head))
        or is_production(head)
        or _CAPTION.search(head)
        or _LINK_ONLY.match(head)
        or _REFUSAL.match(head)
    )


_CAPTION = re.compile(
    r"[.!?)”\"’'|/]\s?[(\[]?(?:photo(?:graph)?s?|images?|illustrations?|pictures?|credits?)"
    r"(?: by| credit:?| courtesy of|:)\s(?:the )?(?-i:[A-ZÀ-Þ])[^.!?]{2,60}$"
    r"|[^\W\d_]\s?/\s?(?:Getty Images|(?-i:AP|AFP)|Associated Press|Reuters|Shutterstock|Unsplash|"
    r"iStock|Alamy|Flickr|Wikimedia(?: Commons)?)\b"
    r"(?:[\s,/|]{1,3}(?:via|for|and|(?-i:[A-Z(\d][\w&.'’()-]*))){0,5}\W*$",
    re.IGNORECASE,
)
"""``A mill by the sea. Photo: Ada Byron for Night Radio``: what stands below a picture."""

_PRODUCTION = re.compile(
    r"^(?-i:[A-Z])(?:[\w.'’-]+ ){2,8}(?:produced|edited)(?: and (?:produced|edited))? this "
    r"(?:interview|story|piece|segment|conversation)(?: for (?:broadcast|radio|the web))?"
    r"(?:\.|, (?:and )?(?-i:[A-Z]))|"
    r"^(?:the|this) (?:(?:broadcast|radio|audio|digital|web|on-?air) "
    r"(?:version|edition|interview|story)(?: of this \w+)?|interview|story|piece|segment|"
    r"conversation) was (?:produced|edited|reported|adapted)"
    r"(?:(?:,? and|,) (?:produced|edited|reported|adapted))* (?:for [\w ]{2,20} )?by "
    r"(?-i:[A-Z][\w'’-]*\.?(?:,? (?:[A-Z][\w'’-]*\.?|and|with|de|van|von|by|for|the|web|radio|"
    r"broadcast|produced|edited|reported|adapted)){0,25})(?:\.(?:\s|$)|$)",
    re.IGNORECASE,
)


def is_production(text: str) -> bool:
    """``Ada Byron produced and edited this story for broadcast.``: the foot of a radio page."""
    return ("produced" in text or "edited" in text) and bool(_PRODUCTION.match(text))


def is_credit(text: str) -> bool:
    """Whoever wrote a transcript down: ``Subtitles by the Night Desk``."""
    return bool(_CREDIT.match(text.strip("()[]♪ ")))


def is_teaser(text: str) -> bool:
    """The cut beginning of something longer: ``… Read More``."""
    return bool(_TEASER.search(text[-60:]))


def before_teaser(text: str) -> str:
    """What stands before ``… Read More``."""
    return text[:-60] + _TEASER.sub("", text[-60:])


_DISCLAIMER = re.compile(
    r"^\W*(?:(?:disclaimer:?|please note:?|note:|editor['’]s note:)\s)?"
    r"(?:nothing (?:in|on|said in|you hear in) (?:this|the|our) .{3,40} "
    r"(?:is|constitutes|should be taken as) (?:\w+ ){0,3}advice\b"
    r"|(?:this|the|our) (?:podcast|episode|show|programme|program|page|text|content) "
    r"(?:is not|does not (?:constitute|give)|is no substitute for|is not a substitute for) "
    r"(?:\w+ ){0,3}advice\b"
    r"|(?:this|the|our) (?:podcast|episode|show|programme|program|page|content) is "
    r"(?:meant |intended )?(?:only )?for (?:general |purely )?(?:information|education|"
    r"entertainment)(?:al)?\b"
    r"|(?<=disclaimer: )(?:this|these|the|our) (?:\w+ ){0,2}(?:summary|summaries|notes|transcript|"
    r"text|page|content)s? (?:was|were|is|are|has been|may) "
    r"|(?<=note: )(?:this|the|our) (?:\w+ )?transcript (?:was|is|has been|may) )",
    re.IGNORECASE,
)


def is_disclaimer(text: str) -> bool:
    """``Nothing in this programme is medical advice.``: what a page says of itself."""
    return word_count(text[:300]) <= _LONGEST and bool(_DISCLAIMER.match(text[:300]))


_COUNTERS = re.compile(r"(?:\W*\d{1,5}\W){2,3}\W*(?:share|restack|save|comment)\W*", re.IGNORECASE)


def is_counters(text: str) -> bool:
    """``♡ 61 💬 12 Share``: buttons with what they count, and no heading."""
    return len(text) <= _SHORT_ROW and _COUNTERS.fullmatch(text) is not None


_SHORT_ROW = 60
