"""The parts of a page, and the names that pages give them, in one table."""

from __future__ import annotations

from enum import StrEnum

from quizapp.model import SectionKind
from quizapp.reading import other_languages


class Area(StrEnum):
    """What stands under a heading; the values that are section kinds yield such sections."""

    SUMMARY = "summary"
    HIGHLIGHTS = "highlight"
    IDEAS = "idea"
    INSIGHTS = "insight"
    TAKEAWAYS = "takeaway"
    QUOTES = "quote"
    QA = "qa"
    TOPICS = "topic"
    CHAPTERS = "chapters"
    TRANSCRIPT = "transcript"
    DESCRIPTION = "description"
    DETAILS = "details"
    """Labelled metadata."""
    NOISE = "noise"
    """Menus, adverts, links, what other pages say: nothing."""
    HEADER = "header"
    """All that stands before the first known name."""
    UNKNOWN = "unknown"
    """Told by the form of what stands below: advice, or but names of books."""

    @property
    def kind(self) -> SectionKind | None:
        """The kind of the sections that stand here, if it is an area of sections."""
        return SectionKind(self.value) if self.value in SectionKind.__members__.values() else None


_NAMES: dict[Area, str] = {
    Area.SUMMARY: """summary | tl dr | tldr | overview | synopsis | abstract | recap | in brief |
        in short | at a glance | gist | in a nutshell | bottom line | big picture |
        quick read | short read |
        in one breath | in a breath | in a few words |
        what it s really about | what it is about | what this episode is about | short version |
        executive summary | conclusion | conclusions | brief | episode in brief | in summary |
        in one sentence | what s it about | what is it about | core message | main message |
        elevator pitch | snapshot | essence | summaries | final thoughts | closing thoughts |
        parting thoughts | final words | wrap up | wrapping up | main idea | central idea |
        meeting purpose | purpose of the meeting | call purpose | premise | core thesis | thesis |
        main thesis | central thesis | core claim |
        theme | main theme | central theme | core theme |
        core idea | background and summary | big idea | summary notes |
        the long and short of it | short answer | quick answer | answer in short |
        answer in brief | answer in one sentence | answer in two sentences |
        answer in three sentences | in two sentences | in three sentences | in a sentence |
        in one paragraph | in a paragraph""",
    Area.HIGHLIGHTS: """highlights | highlight | episode highlights | anecdote | anecdotes |
        moments to listen for | moments worth hearing | moments to hear |
        moments worth listening to | best moments |
        best bits | bits | standout moments | highlight reel | snips | deep dive | deep dives |
        in depth | in detail | detailed notes | a closer look""",
    Area.IDEAS: """ideas | idea | ideas worth remembering | ideas to try | ideas to test |
        ideas to steal | ideas to borrow | ideas to explore | concepts | mental models |
        core arguments | arguments | frameworks | claims | theses | theories | hypotheses |
        terms | glossary |
        vocabulary | definitions | terminology | jargon | terms explained | terms used |
        terms and definitions | keywords and terms | terms and concepts |
        concepts and terms | words to know | mini glossary | short glossary | glossary of terms |
        definitions and terms | key words explained | lexicon | terms to know | new words""",
    Area.INSIGHTS: """insights | insight | clarifications | clarification |
        counterarguments | counterargument | counter arguments | nuances | caveats |
        observations | aha moments | key facts | fun facts | interesting facts | surprising facts |
        did you know | surprises | revelations | facts | facts and figures | statistics | stats |
        by the numbers | data points""",
    Area.TAKEAWAYS: """takeaways | takeaway | take aways | lessons | lesson | tip |
        actionables | lessons learned | learnings |
        points | bullet points | summary and takeaways | summary and key takeaways |
        things to remember | what we learned | actionable advice | action items | action steps |
        actionable steps | tips | practical tips | actionable takeaways |
        conclusions and takeaways | takeaways and insights | findings | what i learned |
        what you can learn | what to remember | practical advice | key principles | nuggets |
        golden nuggets | gems | action points | advice | implications | pearls of wisdom |
        rules of thumb | what to do | what to do next | what to do with it |
        what to do with this | what you can do | things you can do | try it yourself |
        try it at home | put it into practice |
        main messages | how to apply it | practical applications |
        next steps | remember this |
        things i took away | what i took away | what we took away | things we took away |
        things i learned | things we learned | what i took from it | things to take away |
        insights and takeaways | lessons and takeaways | ideas and takeaways | learning points""",
    Area.QUOTES: """quotes | quote | words worth saving | in their own words | quotable |
        quotable moments | quotations | soundbites | sound bites | lines worth keeping |
        best lines | memorable lines | favourite lines | favorite lines | pull quotes | tweetables |
        one liners | words of wisdom | in his own words | in her own words |
        in his words | in her words | in their words | quotable lines | worth repeating |
        worth quoting""",
    Area.QA: """q and a | q a | questions and answers | faq | faqs | frequent questions |
        quick questions | reader questions | questions | qa | q as |
        frequently asked | frequently asked questions | most asked | most asked questions |
        commonly asked questions | common questions | questions people ask |
        question and answer | asked and answered | q and a session | people also ask | mailbag |
        your questions answered | audience questions | questions from the audience |
        listener questions | viewer questions | your questions | questions from the chat |
        q and as | questions we answer | questions this episode answers""",
    Area.TOPICS: """topics | topic | keywords |
        topics covered | topics discussed | subjects | themes |
        subjects covered | subject areas | subject area | covered in this episode |
        what we discuss | what we discussed | what we talk about |
        what we talked about |
        what we spoke about | what we chatted about | we discuss |
        in this episode | what we cover | we cover | what you ll learn | what you will learn |
        themes discussed | points discussed | discussed | covered | discussion topics |
        discussion points | topics include | topics included |
        we talk about | we re discussing | we are discussing | we explore | we also discuss |
        you ll learn | today you ll learn | today you ll learn about | you ll learn about |
        you will learn | you ll hear | you will hear | what to expect | what s inside |
        what s in this episode | inside this episode | on this episode | topics we cover""",
    Area.CHAPTERS: """chapters | chapter | outline | outlines | timestamps | time stamps |
        timestamp | timeline | table of contents | contents | chapter markers | episode outline |
        moments | time codes | timecodes | video chapters | chapters and timestamps | jump to |
        segments | sections | times | timings | rundown | timestamped notes | timestamped overview |
        timestamped outline | time coded summary | timed summary | timestamped summary |
        tape log | time log |
        time stamped notes | episode breakdown | breakdown | while listening | while you listen |
        topics and timestamps""",
    Area.TRANSCRIPT: """transcript | transcription | transcripts | captions | subtitles |
        conversation transcript | interview transcript | transcript of the conversation |
        auto generated transcript | extract from transcript | extract from the transcript |
        transcript extract | transcript excerpt | transcript preview |
        preview of the transcript | transcript sample | transcript snippet |
        excerpt from the transcript | excerpt from transcript | conversation | interview""",
    Area.DESCRIPTION: """description | about this episode | about the episode | show notes |
        shownotes | notes | episode notes | episode description | about this video | about |
        video description | about this conversation""",
    Area.DETAILS: """details | info | information | metadata | episode details | episode info |
        speakers | participants | people | hosts and guests | hosts guests | guests and hosts |
        host and guest | host and guests | cast | episode information | episode metadata | meta |
        episode data""",
    Area.UNKNOWN: """my notes | our notes | recommendations | habits | routines |
        habits and routines | reflections""",
    Area.NOISE: """summary keywords | use and reproduction | rights and reproduction |
        access and use | conditions of use | use restrictions | preferred citation |
        related interviews |
        related episodes | related transcripts | related | related summaries | similar summaries |
        related content | related videos | more episodes |
        similar episodes | similar | recommended | you might also like |
        episodes you may like | episodes you might like | shows you may like |
        shows you might like | you may like | you might like | keep listening |
        podcasts we love | shows we love |
        you may also like | links | resources | references | mentioned | sources |
        articles | extras | other resources | articles mentioned | studies mentioned |
        books mentioned | discussion questions | questions for discussion |
        questions for your group | questions for your small group | small group questions |
        to look up | look up | look up later | to check later | to research | to follow up |
        things to look up | to read | to read next | to listen to |
        upcoming | upcoming events | who is it for | who is this for | who should listen |
        who should read this | exercise | exercises | note | personal note |
        books | people mentioned | sponsors | sponsor | sponsored by | support | connect | follow |
        follow us | subscribe | share | comments | clips | episode links | podcast info |
        mentioned books | mentioned resources | mentioned links | mentioned people |
        mentioned episodes | mentioned tools | mentioned articles | mentioned papers |
        resources mentioned | links mentioned | links and websites |
        about the host | about the guest | guest overview | guests overview |
        about the author | about the show | about the researcher | about the scientist |
        about the professor | about the interviewer | about the interviewee | about the writer |
        about the contributor | about the contributors | about the reporter |
        about the photographer |
        about the podcast | about us | newsletter | subscribe to our newsletter |
        subscribe to the newsletter | sign up for our newsletter | join our newsletter |
        our newsletter | mailing list | join our mailing list | sign up to our newsletter |
        sign up to our emails | sign up for our emails | sign up for emails | sign up for updates |
        sign up to our mailing list | sign up for our mailing list | get our newsletter |
        get our emails | stay in touch | keep in touch | stay connected | become a member |
        advertisement | advertisements | credits |
        menu | navigation | categories | tags | archive | archives | latest episodes |
        recent episodes | previous episodes | transcripts of other episodes | show links |
        guest links | contact | social media | where to listen | listen on | news | legal |
        broadcasts | contributing | contribute | how to contribute | get involved |
        bio | bios | biography |
        guest bio | guest biography | speaker bio | full text source |
        objects in this episode | objects from this episode | exhibits in this episode |
        objects mentioned | objects discussed | objects featured | works discussed |
        works mentioned | works in this episode | artworks in this episode |
        artworks mentioned | artworks discussed | paintings discussed | exhibits mentioned |
        items in this episode | recordings mentioned | places mentioned |
        places in this episode | pieces discussed | music in this episode |
        log | my log | logs | change log | changelog | processing log |
        most viewed | most read | most shared | most commented | most watched | most listened |
        titles | mindmap | mind map | disclaimer | support this podcast |
        support the show | support the podcast | socials | share this summary |
        share this episode | leave a comment | further reading |
        mentioned in this episode | connect with us | leave a reply | people also watched |
        discussion questions | questions for discussion | reflection questions | study questions |
        questions to consider | questions to ponder | questions for reflection |
        questions for you | learning objectives | learning outcomes | learning goals |
        goals of this unit | goals of this lesson | aims of this unit | aims of this lesson |
        what you will be able to do | what you ll be able to do | what you should be able to do |
        by the end of this unit | by the end of this lesson | after this unit | after this lesson |
        suggested prompts | example prompts | sample prompts | prompt suggestions |
        prompt ideas | prompts to try | suggested follow ups | suggested actions |
        conversation starters | journal prompts | journaling prompts |
        further listening | further viewing | tools mentioned | papers mentioned |
        studies mentioned | selected links | partners | acknowledgements | acknowledgments |
        thanks | special thanks | thanks to our patrons | thanks to our sponsors | housekeeping |
        corrections | affiliate disclosure | popular posts | trending | other episodes | browse |
        more news | more stories | more articles | more interviews | more features |
        latest news | latest stories | recent news | recent stories | related news |
        related stories | other news | other stories | in other news | news and stories |
        more summaries | more video summaries | more videos | more recaps | more transcripts |
        more podcast summaries | more episode summaries | more video recaps | related recaps |
        similar videos | similar recaps | other summaries | other videos | more episode recaps |
        more like this | get in touch | find us | rate and review | reviews | feedback |
        more episodes like this | see all episodes |
        popular episodes | recent posts | related posts | related articles | products mentioned |
        people and places mentioned | show partners | episode sponsors | thank you sponsors |
        brought to you by | referenced | discussion about this podcast | ready for more |
        discussion about this episode | discussion about this post |
        discussion about this interview | discussion about this conversation |
        upcoming events | after listening | before listening | extension activity |
        extension activities |
        standards alignment | action item owners | categories | more fandoms |
        rights and permissions | how to cite | cite this | related records |
        related items | related materials | see also | listen next |
        make an appointment | book an appointment | request an appointment |
        schedule an appointment | book a visit | schedule a visit | find a doctor |
        find a provider | talk to your doctor | ask your doctor | find care |
        listeners also follow | listeners also like | listeners also liked |
        listeners also subscribed to | listeners also subscribe to | listeners also play |
        people also listen to | people also listened to | people also follow |
        more shows like this | similar podcasts | similar shows | related shows |
        related podcasts | rate this show | rate this episode | rate this podcast |
        more from this show | popular now | popular right now | popular today |
        popular videos | popular summaries | recent summaries | latest summaries |
        trending now | trending summaries | trending videos | summarize another video |
        try another video | explore more | discover more | read more | read next | up next""",
}
_OTHERS = {Area(value): names for value, names in other_languages.AREA_NAMES.items()}

AREA_OF_NAME: dict[str, Area] = {
    " ".join(name.split()): area
    for table in (_OTHERS, _NAMES)
    for area, names in table.items()
    for name in names.split("|")
}
"""The area of each name; English ones count where another language has the word as well."""
