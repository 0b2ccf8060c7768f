"""What pages in other European languages call their parts, labels, marks and months.

German, French, Spanish, Italian, Portuguese and Dutch. No cards are made of such pages, but
their structure is read. Words are in lower case, as `headings` compares them: signs are spaces.
"""

from __future__ import annotations

from collections.abc import Mapping

AREA_NAMES: Mapping[str, str] = {
    "summary": """zusammenfassung | kurzfassung | überblick | kurz gesagt | auf einen blick |
        worum es geht | worum geht es | darum geht es | das wesentliche in kürze | fazit |
        résumé | resume | en bref | synthèse | aperçu | l essentiel | conclusion |
        resumen | en resumen | en pocas palabras | síntesis |
        riassunto | sintesi | in breve | in sintesi | sommario |
        resumo | em resumo | samenvatting | kort gezegd | in het kort""",
    "highlight": """höhepunkte | temps forts | moments forts | points forts | momentos destacados |
        lo más destacado | momenti salienti | punti salienti | destaques | hoogtepunten""",
    "idea": """ideen | idées | idées clés | ideas clave | ideas | idee | idee chiave | ideias |
        ideeën""",
    "insight": """einsichten | einblicke | begriffe | glossar | aperçus | glossaire | glosario |
        intuizioni | glossario | glossário | inzichten | begrippen""",
    "takeaway": """erkenntnisse | kernaussagen | kernpunkte | lernpunkte | was wir gelernt haben |
        lehren | schlüsselerkenntnisse | kernaussage | takeaway | punkte | das nehmen wir mit |
        points clés | points | à retenir | ce qu il faut retenir | leçons | enseignements |
        ce que nous avons appris | points essentiels |
        lecciones aprendidas | leçons apprises | lezioni apprese | lições aprendidas |
        puntos clave | puntos | conclusiones | lecciones | aprendizajes | lo que aprendimos |
        claves | enseñanzas |
        punti chiave | punti | lezioni | cosa abbiamo imparato | conclusioni |
        pontos chave | pontos | lições | aprendizados | conclusões | principais pontos |
        kernpunten | lessen | belangrijkste punten | wat we leerden | inzichten en lessen""",
    "quote": """zitate | zitat | citations | citation | citas | cita | frases destacadas | frases |
        citazioni | citazione | frasi | citações | citação | citaten | citaat | uitspraken""",
    "qa": """fragen und antworten | fragen | häufige fragen | häufig gestellte fragen |
        hörerfragen | questions et réponses | questions réponses | questions fréquentes |
        foire aux questions | preguntas y respuestas | preguntas | preguntas frecuentes |
        domande e risposte | domande | domande frequenti | perguntas e respostas | perguntas |
        perguntas frequentes | vragen en antwoorden | vragen | veelgestelde vragen""",
    "topic": """themen | in dieser folge | in dieser episode | thèmes | sujets | sujets abordés |
        dans cet épisode | au programme | temas | temas tratados | en este episodio |
        temi | argomenti | in questo episodio | in questa puntata | tópicos | assuntos |
        neste episódio | thema s | onderwerpen | in deze aflevering""",
    "chapters": """kapitel | kapitelmarken | zeitmarken | inhalt | inhaltsverzeichnis | chapitres |
        sommaire | minutage | capítulos | índice | marcas de tiempo | capitoli | indice |
        hoofdstukken | tijdstempels""",
    "transcript": """transkript | transkription | abschrift | transcription | transcripción |
        trascrizione | transcrição | transcriptie | gespräch""",
    "description": """beschreibung | über diese folge | shownotes | zu dieser folge |
        à propos de cet épisode | notes de l épisode | descripción | sobre este episodio |
        descrizione | note dell episodio | note della puntata | descrição | sobre este episódio |
        beschrijving | over deze aflevering""",
    "noise": """links und quellen | quellen | weiterführende links | weitere folgen |
        ähnliche folgen | das könnte dich auch interessieren | werbung | impressum | datenschutz |
        kommentare | folge uns | abonnieren | liens | ressources | épisodes similaires |
        à lire aussi | commentaires | partager | abonnez vous | mentions légales | enlaces |
        recursos | episodios relacionados | comentarios | compartir | suscríbete | risorse |
        collegamenti | episodi correlati | commenti | condividi | iscriviti | ligações |
        episódios relacionados | comentários | partilhar | compartilhar | bronnen |
        gerelateerde afleveringen | reacties | delen | patrocinadores | sponsoren""",
}
"""The names of the parts of a page, by the value of their area."""

QUALIFIERS = (
    r"zwei|drei|vier|fünf|sieben|zehn|deux|trois|quatre|cinq|sept|dix|dos|tres|cuatro|cinco|"
    r"siete|diez|due|tre|quattro|cinque|três|quatro|"
    r"die|das|der|unsere|wichtigste[nrs]?|zentrale[nr]?|beste[nr]?|schönste[nr]?|"
    r"bemerkenswerte[nr]?|denkwürdige[nr]?|kurze|les|le|la|nos|principaux|principales|"
    r"meilleures?|grandes|idées|las|los|el|nuestras?|principales|mejores|grandes|i|il|gli|"
    r"principali|migliori|os|as|o|principais|melhores|belangrijkste|beste|mooiste|de|het"
)
"""Words that stand before such names: ``Die wichtigsten Erkenntnisse``."""

FIELD_LABELS: Mapping[str, str] = {
    "title": "titel | titre | título | titolo | folgentitel",
    "show": "sendung | émission | programa | programma | reeks",
    "number": "folge | épisode | episodio | puntata | episódio | aflevering",
    "host": """moderation | moderator | moderatorin | gastgeber | gastgeberin | animateur |
        animatrice | animé par | présentateur | présentatrice | présenté par | presentador |
        presentadora | presentado por | anfitrión | anfitriona | conduce | conduttore |
        conduttrice | condotto da | apresentador | apresentadora | apresentado por |
        presentator | presentatrice | presentatie | entrevistador | entrevistadora""",
    "guest": """gast | gäste | gästin | zu gast | im gespräch mit | invité | invitée | invités |
        invitées | invitado | invitada | invitados | ospite | ospiti | convidado | convidada |
        convidados | gasten | te gast""",
    "published": "datum | fecha | data",
    "released": """veröffentlicht | veröffentlicht am | erschienen | erschienen am | publié |
        publié le | diffusé le | publicado | publicado el | emitido el | pubblicato |
        pubblicato il | publicado em | gepubliceerd | gepubliceerd op | verschenen""",
    "duration_seconds": "dauer | länge | durée | duración | durata | duração | duur",
    "description": "beschreibung | descripción | descrizione | descrição | beschrijving",
}
"""Labels of metadata, by field."""

ASK_WORDS = r"frage|question|pregunta|domanda|pergunta|vraag"
ANSWER_WORDS = r"antwort|réponse|respuesta|risposta|resposta|antwoord"
ASK_LETTERS = "FPDV"
"""Frage, pregunta, pergunta, domanda, vraag; a letter alone may also be a name's."""

ANSWER_LETTERS = "R"
"""Réponse, respuesta, resposta, risposta."""

ASKS = (
    r"(?:¿|(?:warum|wieso|weshalb|wie|was|wer|wen|wem|wo|wohin|woher|wann|welche[nrsm]?|"
    r"worüber|wozu|wodurch|ist|sind|hat|haben|kann|können|soll|gibt es|muss|darf|"
    r"pourquoi|comment|qui|que|quels?|quelles?|qu|où|quand|combien|est|peut|faut|y|à quoi|"
    r"por qué|cómo|cuánt[oa]s?|cuándo|dónde|quién|"
    r"perché|come|che|cosa|chi|dove|quando|quanto|quanti|quanta|quante|quale|"
    r"quali|si può|è|c|por que|como|o que|quem|onde|qual|quais|quant[oa]s?|"
    r"waarom|hoe|wat|waar|wanneer|welke?|hoeveel|kan|kunnen|zijn|heeft)\b)"
)
"""How a question begins."""

_MONTHS = """januar janvier enero gennaio janeiro januari jänner
    februar février febrero febbraio fevereiro februari feber
    märz mars marzo marzo março maart marz
    april avril abril aprile abril april avr
    mai mai mayo maggio maio mei mai
    juni juin junio giugno junho juni juni
    juli juillet julio luglio julho juli juli
    august août agosto agosto agosto augustus aout
    september septembre septiembre settembre setembro september setiembre
    oktober octobre octubre ottobre outubro oktober okt
    november novembre noviembre novembre novembro november nov
    dezember décembre diciembre dicembre dezembro december dez"""
MONTHS: Mapping[str, int] = {
    name: number
    for number, line in enumerate(_MONTHS.splitlines(), start=1)
    for name in line.split()
}
"""Months by name."""
