"""Languages: the codes of their names as head lines print them, and the language of a text by its commonest words."""

from __future__ import annotations

_CODES = {
    "engl": "en",
    "fren": "fr",
    "russ": "ru",
    "germ": "de",
    "span": "es",
    "ital": "it",
    "port": "pt",
    "chin": "zh",
    "arab": "ar",
    "ukra": "uk",
    "poli": "pl",
    "japa": "ja",
    "kore": "ko",
    "turk": "tr",
    "kaza": "kk",
    "dutc": "nl",
    "gree": "el",
    "англ": "en",
    "фран": "fr",
    "русс": "ru",
    "неме": "de",
    "испа": "es",
    "итал": "it",
    "порт": "pt",
    "кита": "zh",
    "араб": "ar",
    "укра": "uk",
    "поль": "pl",
    "япон": "ja",
    "коре": "ko",
    "туре": "tr",
    "каза": "kk",
}
"""First four letters of a language's name in English or Russian, whatever its case ending → ISO 639-1."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_COMMON = {
    "en": _words("the of and to in is that for with was on we are this have by from at as it not our be will"),
    "fr": _words("le la les des et du une que qui dans pour nous est sur avec au par ce pas sont aux cette"),
    "de": _words("der die das und ist nicht wir mit für den von ein eine zu auf dem im auch des sich als"),
    "es": _words("el los las y que en del una por con para se es su como más nuestro esta al"),
    "it": _words("il gli di che e per della un una con del sono nel alla questo non i dei"),
    "pt": _words("os das e do da em um uma para com não nos que ao mais pelo dos"),
    "ru": _words("и в на не что с по мы это к для как от за его то из о а все наши они"),
    "uk": _words("і в на не що з та до ми це для як від за його про ми у й"),
}
_ANY = frozenset().union(*_COMMON.values())
_LEAST = 2


def language_code(name: str) -> str | None:
    """Return the ISO 639-1 code of a language by its name in English or Russian, or None."""
    return _CODES.get(name[:4].lower())


def language_of(text: str) -> str | None:
    """Return the ISO 639-1 code of the language whose commonest words are the most frequent in `text`, or None."""
    words = text.lower().split()
    if 4 * sum(map(_COMMON["en"].__contains__, words)) >= len(words) > _LEAST:
        return "en"
    known = [word for word in words if word in _ANY]
    if len(known) >= _LEAST and _COMMON["en"].issuperset(known):  # no other language has more
        return "en"
    counts = {code: sum(map(common.__contains__, known)) for code, common in _COMMON.items()}
    best = max(counts, key=counts.__getitem__)
    if counts[best] >= _LEAST:
        return best
    letters = sum(map(str.isalpha, text))
    cyrillic = sum("\u0400" <= letter <= "\u04ff" for letter in text)
    return "ru" if letters and cyrillic * 2 > letters else None
