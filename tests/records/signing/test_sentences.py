"""Where sentences end."""

from communique.records.signing.sentences import sentences


def test_sentences_end_at_full_stops_but_not_at_initials_and_abbreviations() -> None:
    text = "D. F. Tarlen met Mr. Orlok on Dec. 16. “Yes.” No. 5 was signed! Was it? It was"
    assert [text[a:b].strip() for a, b in sentences(text, 0, len(text))] == [
        "D. F. Tarlen met Mr. Orlok on Dec. 16.",
        "“Yes.”",
        "No. 5 was signed!",
        "Was it?",
        "It was",
    ]
