from __future__ import annotations

import pytest

from communique.records.languages import language_code, language_of


@pytest.mark.parametrize(
    ("name", "code"),
    [("French", "fr"), ("ENGLISH", "en"), ("французского", "fr"), ("английский", "en"), ("Zendan", None)],
)
def test_name_of_a_language(name: str, code: str | None) -> None:
    assert language_code(name) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The quay was opened on Monday and many of us came.", "en"),
        ("Гавань открыта в понедельник, и мы пришли на берег.", "ru"),
        ("Le quai est ouvert et nous sommes venus dans la ville.", "fr"),
        ("Der Hafen ist offen und wir sind nicht allein.", "de"),
        ("12345", None),
        ("", None),
    ],
)
def test_language_of_a_text(text: str, code: str | None) -> None:
    assert language_of(text) == code
