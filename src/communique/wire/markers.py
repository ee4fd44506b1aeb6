"""The markers of wires: what stands in head and foot, and the lines of a body that are no running text.

One ordered literal. Each row names what it marks, its zone, its pattern (tried at the start of a unit), a line
as really printed, and deviations that were seen; a test holds every sample and deviation against its own row.
Patterns of the zones `foot` and `body` hold no groups of their own; sentences that are known by likeness stand in
`like`.
"""

from __future__ import annotations

from typing import Literal

import msgspec

Zone = Literal["head", "foot", "body"]


class Marker(msgspec.Struct, frozen=True, kw_only=True):
    """One kind of line that wires print."""

    kind: str
    zone: Zone
    pattern: str = ""
    sample: str
    seen: tuple[str, ...] = ()
    """Deviations from the sample, as printed."""
    like: tuple[str, ...] = ()
    """Known sentences; a line that shares most of its words with them is of this kind."""
    trigger: tuple[str, ...] = ()
    """Pieces of words, lower case, one of which stands near the start of such a line: a cheap first look."""


def _sentences(text: str) -> tuple[str, ...]:
    """Return the sentences that blank lines part, each on one line."""
    return tuple([" ".join(part.split()) for part in text.strip().split("\n\n")])


MARKERS: tuple[Marker, ...] = (
    # ---- head: sponsor line, share counter, source, pointer to the disclaimer, topic
    Marker(
        kind="sponsor",
        zone="head",
        pattern=(
            r"(?i:(?:this )?posts? (?:is |was )?spons\w{2,6} by\b|recom\w{3,8} spons\w{1,4}\b|"
            r"spons\w{2,6} by\b)[ :]*"
        ),
        sample="Post sponsored by NewzEngine.com",
        seen=(
            "Post sponsored by",
            "Recommended Sponsor - Buy Original Artwork Directly from the Artist",
            "Recommended Sponsor Painted-Moon.com - Buy Original Artwork Directly from the Artist",
        ),
    ),
    Marker(kind="counter", zone="head", pattern=r"\d{1,6}$", sample="17"),
    Marker(
        kind="source",
        zone="head",
        pattern=r"(?:Sou?r[cs]e|SOURCE|Источник)s? ?: ?",
        sample="Source: Government of the Russian Federation – Government of the Russian Federation –",
        seen=(
            "Source: Novosibirsk State University –",
            "Source: President of Russia – The Kremlin – English",
            "Source: CDU, CSU,",
            "Source: Federal Foreign OfficeToday, 18 years ago",
        ),
    ),
    Marker(
        kind="pointer",
        zone="head",
        sample="An important disclaimer is at the bottom of this article.",
        like=("An important disclaimer is at the bottom of this article.",),
        trigger=("sclaim", "bottom"),
    ),
    Marker(kind="topic", zone="head", pattern=r"(?:Topics?|Th[eè]mes?|Subject|Тема) ?: ?", sample="Topic : Africa"),
    Marker(
        kind="notice",
        zone="head",
        sample="Only the spoken version shall be authentic",
        like=("Only the spoken version shall be authentic", "Check against delivery", "The spoken word prevails"),
        trigger=("spoken", "deliver", "authent"),
    ),
    # ---- foot: notes are known by likeness, the rest by pattern
    Marker(
        kind="translation",
        zone="foot",
        pattern=r"(?i:this (?:article|text|release|page) (?:is|was) (?:a |machine[- ])?translat)",
        sample=_sentences(
            """
            EDITOR’S NOTE: This article is a translation. Apologies should the grammar and or sentence
            structure not be perfect.
            """
        )[0],
        seen=_sentences(
            """
            EDITOR’S NOTE: This article is a translation. Apologies should the grammar and / or sentence
            structure not be perfect.

            Примечание редактора: эта статья является переводом. Приносим извинения за возможные ошибки.
            """
        ),
        like=_sentences(
            """
            EDITOR’S NOTE: This article is a translation. Apologies should the grammar and / or sentence
            structure not be perfect.

            Editorial note: please note this text has been translated; we apologise, sorry for any errors.

            Примечание редактора: эта статья является переводом. Приносим извинения, если грамматика и или
            структура предложения не идеальны.

            Это перевод текста, приносим извинения за возможные ошибки.
            """
        ),
        trigger=("ransl", "editor", "gramm", "перев", "редактор"),
    ),
    Marker(
        kind="raw-content",
        zone="foot",
        pattern=r"(?i:(?:please |kindly )?note ?[:;]|disclaimer ?:|important ?:)[^\n]{20,600}?\b(?i:MIL[ -]OSI)\b",
        sample=_sentences(
            """
            Please note: This information is raw content directly from the source of the information. It is
            exactly what the source states and does not reflect the position of MIL-OSI or its clients.
            """
        )[0],
        seen=_sentences(
            """
            Please Note; This Information is Raw Content Directly from the Information Source. It is access
            to What the Source Is Stating and Does Not Reflect

            Please note: This information is raw content obtained directly from the source of the
            information. It is an accurate report of what the source claims and does not necessarily reflect
            the position of MIL-OSI or its clients.

            Please note: This information is raw content obtained directly from the source. It represents an
            accurate account of the source's assertions and does not necessarily reflect the position of
            MIL-OSI or its clients.
            """
        ),
        like=_sentences(
            """
            Please note: This information is raw content directly from the source of the information. It is
            exactly what the source states and does not reflect the position of MIL-OSI or its clients.

            Raw content obtained directly from the source. It is an accurate report of what the source
            claims, it represents an accurate account of the source's assertions and does not necessarily
            reflect the views or opinions.

            Обратите внимание: эта информация является необработанным контентом, полученным непосредственно
            из источника информации. Это точно то, что утверждает источник, и не обязательно отражает
            позицию MIL-OSI или его клиентов.
            """
        ),
        trigger=("nform", "content", "source", "информ", "контент"),
    ),
    Marker(
        kind="legal",
        zone="foot",
        pattern=r"Legal Disc\w{5,8} ?:?$",
        sample="Legal Disclaimer:",
        seen=_sentences(
            """
            EIN Presswire provides this news content "as is" without warranty of any kind. We do not accept
            any responsibility or liability for the accuracy, content, images, videos, licenses,
            completeness, legality, or reliability of the information contained in this article. If you have
            any complaints or copyright issues related to this article, kindly contact the author above.
            """
        ),
        like=_sentences(
            """
            Legal Disclaimer: EIN Presswire provides this news content "as is" without warranty of any kind.
            We do not accept any responsibility or liability for the accuracy, content, images, videos,
            licenses, completeness, legality, or reliability of the information contained in this article.
            If you have any complaints or copyright issues related to this article, kindly contact the
            author above.

            MENAFN provides the information "as is" without warranty of any kind. We do not accept any
            responsibility.
            """
        ),
        trigger=("warrant", "sclaim", "liabil", "respons", "as is"),
    ),
    Marker(
        kind="partial",
        zone="foot",
        pattern=(
            r"\W{0,3}(?i:more to be posted\b|more to (?:come|follow)\b|to be con(?:\b|t)|to be posted soon|"
            r"continuation follows|продолжение следует|полностью позднее)[^.!?…]{0,30}[\s.…!)\]]*$"
        ),
        sample="More to be posted soon …",
        seen=("More to be posted soon...", "To be con…", "To be continued", "Продолжение следует…"),
    ),
    Marker(
        kind="closing",
        zone="foot",
        pattern=(
            r"(?:(?:MIL|OSI)(?:[ -]+\w+){0,3}?[ -]+(?:OSI|MIL)|News MIL[ -]OSI|MIL-?OSI)(?: [^\W\d_]+){0,4}[ .–-]*$"
        ),
        sample="MIL OSI Russia News",
        seen=("MIL OSI Europe News", "MIL Translation OSI", "MIL OSI"),
    ),
    Marker(
        kind="link",
        zone="foot",
        pattern=r"(?i:h ?t ?t ?p ?s?) ?: ?/ ?/ ?\S[^\n]{0,200}$|(?:www|VVV|vvv)\. ?[\w.]{2,80}$",
        sample="HTTPS: //VVV. MOEX.K.M.M.",
        seen=("HTTPS: //VVV. MEEX.K.M.M.", "https://www.moex.com/n75899"),
    ),
    Marker(
        kind="origin",
        zone="foot",
        pattern=r"(?i:the )?(?i:source)(?i: of (?:the )?information| link)? ?[-–—:] ?(?i:https?)\b",
        sample="The source of information - http://example.org/news/1",
    ),
    Marker(kind="rating", zone="foot", pattern=r"1 2 3 4 5(?: 6 7 8 9 10)?$", sample="1 2 3 4 5"),
    Marker(kind="dot", zone="foot", pattern=r"[.·•]$", sample="."),
    Marker(kind="mark", zone="foot", pattern=r"[-–—]{1,2} ?0 ?[-–—]{1,2}\.?$", sample="-0-", seen=("–0–",)),
    Marker(kind="counter", zone="foot", pattern=r"\d{1,6}$", sample="17"),
    # ---- body: short lines that are no running text
    Marker(
        kind="separator", zone="body", pattern=r"[*•·~_=#⁂-](?: ?[*•·~_=#⁂-]){1,79}$|⁂$", sample="* * *", seen=("***",)
    ),
    Marker(
        kind="elision",
        zone="body",
        pattern=r"[<‹«\[({] ?(?:…|\.{2,6}|\. \. \.) ?[>›»\])}][.;]?$|(?:…|\.{3,6})$",
        sample="<…>",
        seen=("<...>", "[…]", "(…)", "…"),
    ),
    Marker(
        kind="stage",
        zone="body",
        pattern=r"[(\[][^()\[\]]{2,100}(?:[(\[][^()\[\]]{1,80}[)\]][^()\[\]]{0,100}){0,4}[)\]][.!]?$|"
        r"\((?:Applause|Laughter|Heckl|Zuruf|Beifall|Interjection|Call)[^)]{0,200}$",
        sample="(Applause from the CDU / CSU and members of the SPD)",
        seen=(
            "(Zuruf from Fritz Tarlen [The Left]: And the quay?)",
            "(Laughter.)",
            "(Laughter from Dr. Sok [FDP] – Dr. Lugosin [CDU",
        ),
    ),
    Marker(
        kind="opener",
        zone="body",
        pattern=(
            r"(?i:(?:(?:an )?(?:exc?[ec]?rp?ts?|extracts?|quotes?) )?(?:from|of) (?:the |his |her |their )?"
            r"(?:transcripts?|verbatim record|shorthand record|answers? to (?:media )?questions?|"
            r"questions? and answers?)|transcripts?(?: excerpts?)?|verbatim(?: report| record)?|shorthand record|"
            r"questions and answers|стенограмма|из стенограммы|фрагмент стенограммы|ответы на вопросы)"
            r"(?: (?:of|at|with|to|from|for|by) [^.:]{2,80})?(?: ?[:.]|$) ?$"
        ),
        sample="Excerpts from the transcript:",
        seen=("From the transcript:", "From answers to questions:", "Transcript:"),
    ),
    Marker(
        kind="opener",
        zone="body",
        pattern=(
            r"(?i:from (?:the |his |her |their |a |an )?(?:joint )?(?:conversations?|talks?|interviews?|dialogue|"
            r"discussions?|news conference|press conference|briefing|remarks|speech(?:es)?|statements?|comments?)\b"
            r"[^.:;!?]{0,80}) ?:$"
        ),
        sample="From conversation with journalists:",
    ),
    Marker(
        kind="navigation",
        zone="body",
        pattern=(
            r"Previous (?:news|post|article)\b[^.]{0,20}Next (?:news|post|article)$|"
            r"(?:Previous|Next) (?:news|post|article)$|Следующая новость$|"
            r"Предыдущая новость[^.]{0,20}(?:Следующая новость)?$|Drive$|Documents?$|"
            r"(?:Resolution|Directive|Order|Decree|Instruction)s? No\. ?\d[\w-]{0,8}(?: (?:dated|of) [^.]{4,40})?$|"
            r"Trip$|Photos?$|Video$|"
            r"Share(?: this)?:?$|Tweet$|Print(?: version)?$|Read (?:more|also)[^.]{0,60}$|Back to (?:top|list)$|"
            r"Quickly (?:find out|learn)\b[^\n]{0,60}\bchannels?\b[^\n]{0,120}$|MAX And ?Telegram\.?$|"
            r"(?:Table of )?[Cc]ontents ?:?$|Оглавление:?$|Содержание:?$|[^|.]{1,40}(?:\|[^|.]{1,40}){2,9}$|"
            r"[^».]{1,40}(?: » [^».]{1,40}){1,9}$|"
            r"\d{1,4}(?: of \d{1,4})?$|\d{1,2} \d{1,2} \d{1,2} \d{1,2} \d{1,2}$"
        ),
        sample="Previous news Next news",
        seen=(
            "Drive",
            "Предыдущая новость Следующая новость",
            "MAX AndTelegram.",
            "17",
            "Quickly find out the main news in the official channels of the city of Moscow. MAX AndTelegram.",
        ),
    ),
    Marker(
        kind="caption",
        zone="body",
        pattern=(
            r"(?:With (?:the )?[A-ZÀ-ÞА-ЯЁ]|Left to right\b|From left to right\b|Photo(?:graph)? ?(?:by|:)|"
            r"Pictured ?:|In the photo\b|Фото ?:)"
            r"[^.!?;]{3,180}$|By (?:[Oo]ur |[Aa] )?(?:[Ss]taff |[Ss]pecial )?(?:[Cc]orrespondent|[Rr]eporter)$"
        ),
        sample="With Prime Minister of the Republic of Belarus Roman Golovchenko",
    ),
)
