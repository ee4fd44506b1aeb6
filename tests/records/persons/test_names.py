from __future__ import annotations

import pytest

from communique.records.persons.names import fullness, parsed, same_person, without_honorific


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Pavel Ardanov", "P. Ardanov"),
        ("Pavel Ardanov", "Mr Ardanov"),
        ("Pavel Ardanov", "Ardanov"),
        ("Pavel Ardanov", "Pavel"),
        ("Pavel Ardanov", "Pavel Ardonov"),
        ("Pavel Ardanov", "Pavel Nikolaevich Ardanov"),
        ("Pavel Ardanov", "ARDANOV Pavel"),
        ("Pavel Ardanov", "Ardanov P.N."),
        ("Lidia Karsova", "L.M. Karsova"),
        ("Egor Velichko", "Yegor Velichko"),
        ("Sergey Tolin", "Sergei Tolin"),
        ("Sadyr Zhaparek", "Sadyr Japarek"),
        ("Étienne MARVAUX", "Etienne Marvaux"),
        ("Gao Minzhe", "Gao"),
        ("Иван Петренко", "И. Петренко"),
        ("Alexey Borov", "Alexey Ivanovich"),
    ],
)
def test_variants_of_one_name_are_one_person(one: str, other: str) -> None:
    assert same_person(one, other)
    assert same_person(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Pavel Ardanov", "Ivan Ardanov"),
        ("Pavel Ardanov", "Pavel Sokolnik"),
        ("Ivan Ivanovich Pet", "Ivan Petrovich Pet"),
        ("Ilga Brantene", "Ilga Tomasene"),
        ("P. Ardanov", "V. Ardanov"),
        ("Li Na", "Li Wei"),
    ],
)
def test_two_persons_stay_two(one: str, other: str) -> None:
    assert not same_person(one, other)


def test_the_surname_is_the_word_in_capitals_or_before_closing_initials() -> None:
    assert parsed("MARVAUX Étienne").surname == parsed("Étienne Marvaux").surname
    assert parsed("Karsova L.M.").surname == "karsova"


def test_full_words_count_more_than_initials() -> None:
    assert fullness("P. Ardanov") < fullness("Pavel Ardanov") < fullness("Pavel Nikolaevich Ardanov")


def test_an_honorific_is_no_part_of_a_name() -> None:
    assert without_honorific("Mr. Ardanov", 0, 11) == 4
    assert without_honorific("Mrovian", 0, 7) == 0
