"""What pages in other European languages call their parts, labels, marks and months.

German, French, Spanish, Italian, Portuguese, Dutch and Russian. No cards are made of such
pages, but their structure is read. Words are in lower case, as `headings` compares them: signs
are spaces.
"""

from __future__ import annotations

from collections.abc import Mapping

AREA_NAMES: Mapping[str, str] = {
    "summary": """zusammenfassung | kurzfassung | überblick | kurz gesagt | auf einen blick |
        worum es geht | worum geht es | worum geht s | darum geht es | darum geht s |
        das wesentliche in kürze | fazit | kurz gefasst | kurz und knapp | kurz zusammengefasst |
        in kürze | das wichtigste in kürze | auf den punkt gebracht |
        résumé | resume | en bref | synthèse | aperçu | l essentiel | conclusion |
        en résumé | en quelques mots |
        resumen | en resumen | en pocas palabras | síntesis |
        riassunto | sintesi | in breve | in sintesi | sommario |
        resumo | em resumo | samenvatting | kort gezegd | in het kort |
        краткое содержание | резюме | коротко | о чём выпуск | о чем выпуск | кратко |
        итог | итоги | суть | конспект""",
    "highlight": """höhepunkte | temps forts | moments forts | points forts | momentos destacados |
        lo más destacado | momenti salienti | punti salienti | destaques | hoogtepunten |
        лучшие моменты | яркие моменты | самое интересное""",
    "idea": """ideen | idées | idées clés | ideas clave | ideas | idee | idee chiave | ideias |
        ideeën |
        идеи | мысли | тезисы""",
    "insight": """einsichten | einblicke | begriffe | glossar | aperçus | glossaire | glosario |
        intuizioni | glossario | glossário | inzichten | begrippen |
        инсайты | наблюдения | термины | глоссарий | факты""",
    "takeaway": """erkenntnisse | kernaussagen | kernpunkte | lernpunkte | was wir gelernt haben |
        lehren | schlüsselerkenntnisse | kernaussage | takeaway | punkte | das nehmen wir mit |
        zum mitnehmen | das nehme ich mit | was bleibt | was hängen bleibt | das bleibt hängen |
        points clés | points | à retenir | ce qu il faut retenir | leçons | enseignements |
        ce que nous avons appris | points essentiels |
        lecciones aprendidas | leçons apprises | lezioni apprese | lições aprendidas |
        puntos clave | puntos | puntos principales | conclusiones | lecciones |
        aprendizajes | lo que aprendimos |
        claves | enseñanzas |
        punti chiave | punti | lezioni | cosa abbiamo imparato | conclusioni |
        pontos chave | pontos | pontos principais | lições | aprendizados |
        conclusões | principais pontos |
        kernpunten | lessen | belangrijkste punten | wat we leerden | inzichten en lessen |
        выводы | уроки | советы | пункты | что запомнить | чему мы научились | моменты |
        тезисы и выводы | рекомендации""",
    "quote": """ils l ont dit | elles l ont dit | il l a dit | elle l a dit | lo dijeron |
        zitate | zitat | citations | citation | citas | cita | frases destacadas | frases |
        citazioni | citazione | frasi | citações | citação | citaten | citaat | uitspraken |
        цитаты | цитата""",
    "qa": """fragen und antworten | fragen | häufige fragen | häufig gestellte fragen |
        hörerfragen | questions et réponses | questions réponses | questions fréquentes |
        foire aux questions | preguntas y respuestas | preguntas | preguntas frecuentes |
        domande e risposte | domande | domande frequenti | perguntas e respostas | perguntas |
        perguntas frequentes | vragen en antwoorden | vragen | veelgestelde vragen |
        вопросы и ответы | вопросы | частые вопросы""",
    "topic": """themen | in dieser folge | in dieser episode | thèmes | sujets | sujets abordés |
        dans cet épisode | au programme | temas | temas tratados | en este episodio |
        temi | argomenti | in questo episodio | in questa puntata | tópicos | assuntos |
        neste episódio | de qué hablamos | de qué hablamos en este episodio | qué vas a escuchar |
        worüber wir sprechen | darüber sprechen wir | darum ging es | de quoi on parle |
        de quoi nous parlons | ce dont on parle | di cosa parliamo | di che cosa parliamo |
        do que falamos | sobre o que falamos | waar we het over hebben | thema s |
        onderwerpen | in deze aflevering |
        темы | о чём говорим | о чем говорим | в этом выпуске | в выпуске""",
    "chapters": """kapitel | kapitelmarken | zeitmarken | inhalt | inhaltsverzeichnis | chapitres |
        sommaire | minutage | capítulos | índice | marcas de tiempo | capitoli | indice |
        hoofdstukken | tijdstempels |
        главы | таймкоды | тайм коды | содержание | оглавление""",
    "transcript": """transkript | transkription | abschrift | transcription | transcripción |
        trascrizione | transcrição | transcriptie | gespräch |
        расшифровка | транскрипт | стенограмма | текст выпуска""",
    "description": """beschreibung | über diese folge | shownotes | zu dieser folge |
        à propos de cet épisode | notes de l épisode | descripción | sobre este episodio |
        descrizione | note dell episodio | note della puntata | descrição | sobre este episódio |
        beschrijving | over deze aflevering |
        описание | об этом выпуске | о выпуске""",
    "noise": """links und quellen | quellen | weiterführende links | weitere folgen |
        mehr zum thema | mehr zu diesem thema | mehr dazu | sur le même thème |
        pour aller plus loin | más sobre el tema |
        ähnliche folgen | das könnte dich auch interessieren | werbung | impressum | datenschutz |
        kommentare | andere folgen | autres épisodes | otros episodios | altre puntate |
        altri episodi | outros episódios | andere afleveringen |
        folge uns | abonnieren | liens | ressources | épisodes similaires |
        à lire aussi | à écouter aussi | lesen sie auch | hören sie auch | commentaires |
        partager | abonnez vous | mentions légales | enlaces |
        recursos | episodios relacionados | comentarios | compartir | suscríbete | risorse |
        collegamenti | episodi correlati | commenti | condividi | iscriviti | ligações |
        episódios relacionados | comentários | partilhar | compartilhar | bronnen |
        gerelateerde afleveringen | reacties | delen | patrocinadores | sponsoren |
        suscríbete al boletín | suscríbete a la newsletter | boletín | newsletter abonnieren |
        también te puede gustar | también te puede interesar | te puede interesar |
        abonnez vous à la newsletter | abonnez vous à l infolettre | vous aimerez aussi |
        das könnte dir auch gefallen | iscriviti alla newsletter | potrebbe piacerti anche |
        talvez você goste | abonneer je op de nieuwsbrief | misschien ook leuk |
        ссылки | источники | похожие выпуски | другие выпуски | реклама | комментарии |
        поделиться | подписаться""",
}
"""The names of the parts of a page, by the value of their area."""

QUALIFIERS = (
    r"zwei|drei|vier|fünf|sieben|zehn|deux|trois|quatre|cinq|sept|dix|dos|tres|cuatro|cinco|"
    r"siete|diez|due|tre|quattro|cinque|três|quatro|"
    r"die|das|der|unsere|wichtigste[nrs]?|zentrale[nr]?|beste[nr]?|schönste[nr]?|"
    r"bemerkenswerte[nr]?|denkwürdige[nr]?|kurze|les|le|la|nos|principaux|principales|"
    r"meilleures?|grandes|idées|las|los|el|nuestras?|principales|mejores|grandes|i|il|gli|"
    r"principali|migliori|os|as|o|principais|melhores|belangrijkste|beste|mooiste|de|het|"
    r"ключевые|главные|основные|лучшие|важные|краткое|популярные|полная|часто задаваемые"
)
"""Words that stand before such names: ``Die wichtigsten Erkenntnisse``."""

FIELD_LABELS: Mapping[str, str] = {
    "title": """titel | titre | título | titolo | folgentitel | название | заголовок | тема""",
    "show": """sendung | émission | programa | programma | reeks | подкаст | передача | канал |
        шоу""",
    "number": """folge | épisode | episodio | puntata | episódio | aflevering | выпуск | эпизод""",
    "host": """moderation | moderator | moderatorin | gastgeber | gastgeberin | moderiert von |
        animation | animateur | animatrice | animé par |
        présentateur | présentatrice | présenté par |
        presentador | presentadora | presentado por | presenta | presentan |
        anfitrión | anfitriona |
        conduce | conduttore | conduttrice | condotto da | apresentador | apresentação |
        apresentadora | apresentado por | presentator | presentatrice |
        presentatie | entrevistador | entrevistadora | ведущий | ведущая | ведущие
        | интервьюер""",
    "guest": """gast | gäste | gästin | zu gast | im gespräch mit | invité | invitée | invités |
        invitées | invitado | invitada | invitados | ospite | ospiti | convidado |
        convidada | convidados | gasten | te gast | гость | гостья | гости |
        собеседник""",
    "published": """datum | fecha | data | дата""",
    "released": """veröffentlicht | veröffentlicht am | erschienen | erschienen am | publié | publié
        le | diffusé le | publicado | publicado el | emitido el | pubblicato |
        pubblicato il | publicado em | gepubliceerd | gepubliceerd op | verschenen
        | опубликовано | дата выхода | дата публикации | вышел""",
    "duration_seconds": """dauer | länge | durée | duración | durata | duração | duur |
        длительность |
        продолжительность""",
    "description": """beschreibung | descripción | descrizione | descrição | beschrijving |
        описание""",
}
"""Labels of metadata, by field."""

ASK_WORDS = r"frage|question|pregunta|domanda|pergunta|vraag|вопрос"
ANSWER_WORDS = r"antwort|réponse|respuesta|risposta|resposta|antwoord|ответ"
ASK_LETTERS = "FPDVВ"
"""Frage, pregunta, pergunta, domanda, vraag, вопрос; a letter alone may also be a name's."""

ANSWER_LETTERS = "RО"
"""Réponse, respuesta, resposta, risposta, ответ."""

ASKS = (
    r"(?:¿|(?:warum|wieso|weshalb|wie|was|wer|wen|wem|wo|wohin|woher|wann|welche[nrsm]?|"
    r"worüber|wozu|wodurch|ist|sind|hat|haben|kann|können|soll|gibt es|muss|darf|"
    r"pourquoi|comment|qui|que|quels?|quelles?|qu|où|quand|combien|est|peut|faut|y|à quoi|"
    r"por qué|cómo|cuánt[oa]s?|cuándo|dónde|quién|"
    r"perché|come|che|cosa|chi|dove|quando|quanto|quanti|quanta|quante|quale|"
    r"quali|si può|è|c|por que|como|o que|quem|onde|qual|quais|quant[oa]s?|"
    r"waarom|hoe|wat|waar|wanneer|welke?|hoeveel|kan|kunnen|zijn|heeft|"
    r"почему|как|что|кто|кого|где|когда|зачем|как(?:ой|ая|ое|ие)|можно|сколько|есть|чем|куда|"
    r"откуда|правда|нужно|стоит)\b)"
)
"""How a question begins."""

_MONTHS = """januar janvier enero gennaio janeiro januari jänner января
    februar février febrero febbraio fevereiro februari feber февраля
    märz mars marzo marzo março maart marz марта
    april avril abril aprile abril april avr апреля
    mai mai mayo maggio maio mei mai мая
    juni juin junio giugno junho juni juni июня
    juli juillet julio luglio julho juli juli июля
    august août agosto agosto agosto augustus aout августа
    september septembre septiembre settembre setembro september setiembre сентября
    oktober octobre octubre ottobre outubro oktober okt октября
    november novembre noviembre novembre novembro november nov ноября
    dezember décembre diciembre dicembre dezembro december dez декабря"""
MONTHS: Mapping[str, int] = {
    name: number
    for number, line in enumerate(_MONTHS.splitlines(), start=1)
    for name in line.split()
}
"""Months by name."""
