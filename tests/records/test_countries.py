"""Country names of wires against the ISO list: real names of countries are the subject here."""

import pycountry
import pytest

from communique.records.countries import country, country_in

REGIONS = [
    ("Russian Federation", "RU"),
    ("Russia", "RU"),
    ("Russian Federal", "RU"),
    ("Russians Fedetion", "RU"),
    ("RUSSIA", "RU"),
    ("Germany / Germany", "DE"),
    ("Germany / Deutschland", "DE"),
    ("France and French Territories", "FR"),
    ("Republic of France", "FR"),
    ("Government of the Republic of France", "FR"),
    ("French", "FR"),
    ("Turkish", "TR"),
    ("Russian President", "RU"),
    ("Turkey", "TR"),
    ("Türkiye", "TR"),
    ("UK", "GB"),
    ("USA", "US"),
    ("U.S.", "US"),
    ("UAE", "AE"),
    ("South Korea", "KR"),
    ("Republic of Korea", "KR"),
    ("Democratic People’s Republic of Korea", "KP"),
    ("Czech Republic", "CZ"),
    ("Ivory Coast", "CI"),
    ("Côte d’Ivoire", "CI"),
    ("DR Congo", "CD"),
    ("Republic of the Congo", "CG"),
    ("Iran", "IR"),
    ("Holy See", "VA"),
    ("Palestine", "PS"),
    ("Taiwan", "TW"),
    ("Niger", "NE"),
    ("Nigeria", "NG"),
    ("Guinea-Bissau", "GW"),
    ("Papua New Guinea", "PG"),
    ("Dominican Republic", "DO"),
    ("Dominica", "DM"),
    ("Kazahstan", "KZ"),
    ("Turkemnistan", "TM"),
    ("Germani", "DE"),
    ("Российская Федерация", "RU"),
    ("России", "RU"),
    ("Губернатор Калужской области", "RU"),
    ("Правительство Пермского края", "RU"),
    ("Французской Республики", "FR"),
    ("правительства Французской Республики", "FR"),
    ("Китайская Народная Республика", "CN"),
]

MADE_UP = [
    "Ruritania",
    "Kingdom of Sylvania",
    "Republic of Freedonia",
    "Elbonia",
    "Genovia",
    "Latveria",
    "Republic of Karsova",
    "Grauland / Grauland",
    "Roman",
    "Korea",
    "South America",
    "",
    " – ",
]

PHRASES = [
    ("Government of the Russian Federation", "RU", "Russian Federation"),
    ("Russian Federation Government", "RU", "Russian Federation"),
    ("People's Republic of China in Russian", "CN", "People's Republic of China"),
    ("President of Russia – The Kremlin – English", "RU", "Russia"),
    ("The Kremlin, Moscow", "RU", "Kremlin"),
    ("Moscow Government", "RU", "Moscow"),
    ("Prime Minister of the Republic of Kazakhstan", "KZ", "Republic of Kazakhstan"),
    ("MINISTER OF DEFENSE OF THE RUSSIAN FEDERATION", "RU", "RUSSIAN FEDERATION"),
    ("a spokesman for China's Defense Ministry", "CN", "China"),
    ("Acting President of the Kyrgyz Republic", "KG", "Kyrgyz Republic"),
    ("Prime Minister of the Democratic Republic of the Congo", "CD", "Democratic Republic of the Congo"),
    ("Turkish President", "TR", "Turkish"),
    ("US Secretary of State", "US", "US"),
    ("Премьер-министр Республики Казахстан", "KZ", "Казахстан"),
    ("Ambassador to Jordan", "JO", "Jordan"),
]

NOWHERE = [
    "Federal Office",
    "CSU",
    "Strelsau University in Russian",
    "translated from French",
    "Rector of the Roman University",
    "Research station in the Gulf of Guinea",
    "Us and them",
    "a jordan almond",
    "Secretary of the Latin American Union",
]


BODIES = [
    ("Federal Foreign Office", "DE"),
    ("CDU, CSU", "DE"),
    ("Source: CDU CSU", "DE"),
    ("spokesman for the CDU / CSU parliamentary group", "DE"),
    ("Presidency of the Republic – Élysée", "FR"),
    ("Elysee Palace", "FR"),
    ("Foreign, Commonwealth & Development Office", "GB"),
    ("Palazzo Chigi", "IT"),
]
"""Bodies of one state only, without its name."""


@pytest.mark.parametrize(("printed", "code"), REGIONS)
def test_region_as_printed_has_its_code(printed: str, code: str) -> None:
    assert country(printed) == code


@pytest.mark.parametrize("printed", MADE_UP)
def test_what_is_no_country_has_no_code(printed: str) -> None:
    assert country(printed) is None


@pytest.mark.parametrize(("phrase", "code", "words"), PHRASES)
def test_first_country_in_a_phrase_with_its_place(phrase: str, code: str, words: str) -> None:
    found = country_in(phrase)
    assert found is not None
    assert (found[0], phrase[slice(*found[1])]) == (code, words)


@pytest.mark.parametrize("phrase", NOWHERE)
def test_phrase_that_names_no_country(phrase: str) -> None:
    assert country_in(phrase) is None


def test_every_member_of_the_iso_list_is_known_by_each_of_its_names() -> None:
    for entry in pycountry.countries:
        for field in ("name", "official_name", "common_name"):
            name = getattr(entry, field, entry.name)
            assert country(name) == entry.alpha_2, name
            assert country(f"Government of the {name.removeprefix('the ')}") == entry.alpha_2, name


def test_a_huge_phrase_is_read_in_no_time() -> None:
    assert country("Republic of " * 100_000) is None
    assert country_in("A" * 1_000_000) is None


@pytest.mark.parametrize(("printed", "code"), BODIES)
def test_a_body_of_one_state_only_says_its_country(printed: str, code: str) -> None:
    found = country_in(printed)
    assert found is not None
    assert found[0] == code
