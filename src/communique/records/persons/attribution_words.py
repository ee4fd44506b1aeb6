"""Words that give somebody's words to somebody: verbs of saying, pronouns, bodies that speak without being persons."""

from __future__ import annotations

import re

from communique.patterns import lazy_regex
from communique.wire.vocabulary import words

_VERBS = words(
    """
    thanked thanks said says saying noted notes stated states emphasized emphasizes emphasised emphasises
    stressed stresses underlined underlines underscored underscores highlighted highlights added adds explained
    explains clarified clarifies specified specifies elaborated believes believed thinks thought feels felt
    considers reported reports commented comments told tells recalled recalls reminded reminds remembers
    concluded concludes summarized summarised summarizes shared shares announced announces declared declares
    proclaimed claimed claims asserted asserts affirmed affirms confirmed confirms assured assures promised
    promises admitted admits acknowledged acknowledges conceded agreed agrees argued argues insisted insists
    maintains warned warns remarked remarks observed observes mentioned mentions continued continues asked asks
    answered answers replied replies responded responds wrote writes suggested suggests proposed proposes
    predicted predicts joked jokes exclaimed exclaims complained laughed laughs smiled smiles sighed sighs whispered
    shouted hopes hoped expects regretted regrets appealed urged urges demanded expressed expresses drew advised advises
    recommends recommended reasoned reflected opined quipped whispers greeted congratulated wished wishes
    recollected recollects cautioned cautions chuckled chuckles marvelled marvels retorted retorts
    described describes repeated repeats tweeted posted revealed reveals disclosed informs informed voiced
    """
)
_PHRASES = (
    r"point(?:ed|s) out|sum(?:med|s) up|went on|goes on|"
    r"(?:is|was) the (?:answer|reply|response|advice|verdict|comment|conclusion|motto|opinion) of|"
    r"(?:is|was) (?:sure|convinced|confident|certain|quoted as saying)|"
    r"drew attention|made it clear|put it|has (?:said|noted|stated|stressed|emphasi[sz]ed|added)"
)
_VERBS_RU = (
    r"сказал[аи]?|говорит|говорил[аи]?|отметил[аи]?|отмечает|подчеркнул[аи]?|подч[её]ркивает|заявил[аи]?|заявляет|добавил[аи]?|"
    r"добавляет|сообщил[аи]?|сообщает|рассказал[аи]?|рассказывает|пояснил[аи]?|поясняет|объяснил[аи]?|объясняет|уточнил[аи]?|"
    r"уточняет|считает|полагает|уверен[аы]?|убежд[её]н[аы]?|напомнил[аи]?|признал[аи]?|признался|признал[аи]сь|заметил[аи]?|"
    r"ответил[аи]?|спросил[аи]?|написал[аи]?|пишет|поделил(?:ся|ась|ись)|прокомментировал[аи]?|резюмировал[аи]?|"
    r"заключил[аи]?|констатировал[аи]?|указал[аи]?|обратил[аи]? внимание|продолжил[аи]?|вспомнил[аи]?|вспоминает|"
    r"пожелал[аи]?|предупредил[аи]?|пообещал[аи]?|обещает|согласил(?:ся|ась)|воскликнул[аи]?"
)
SAYING = lazy_regex(rf"\b(?:{_PHRASES}|{'|'.join(sorted(_VERBS))}|{_VERBS_RU})\b")
"""A verb of saying, in the forms that stand in attributions."""

PRONOUN = lazy_regex(r"\b(?:[Hh]e|[Ss]he|[Tt]hey|[Tt]he \d{1,3}-year-old|[Oo]н|[Оо]н|[Оо]на|[Oo]на)\b")

ACCORDING = lazy_regex(
    r"(?:According to|To|For|In the (?:words|opinion|view) of|As|По словам|По мнению|Как)\b(?=[ \n])", re.IGNORECASE
)
"""Openers of an attribution before a quotation: `According to X, “…”`, `To captain X, “…”`."""
