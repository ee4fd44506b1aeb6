"""Lists of documents under their headings."""

import pytest

from communique.records.documents import documents
from tests.records.test_documents import SIGNED, TO_BE, Row, layout, rows

Blocks = list[str | tuple[str, str]]

LISTS: list[tuple[str, list[object], list[Row]]] = [
    (
        "hyphens in one block, one item wrapped, semicolons",
        [
            "Thus, the following documents were signed:",
            (
                "- Programme of cooperation for 2032-2036;\n- Agreement between the Government of Sylvania and the"
                " Government of Ruritania\non the joint use of the reservoirs;\n- Joint statement on the sturgeon."
            ),
            "A draft memorandum was sent back.",
        ],
        [
            ("Programme of cooperation for 2032-2036", "programme", SIGNED, []),
            (
                (
                    "Agreement between the Government of Sylvania and the Government of Ruritania on the joint"
                    " use of the"
                    " reservoirs"
                ),
                "agreement",
                SIGNED,
                ["Government of Sylvania", "Government of Ruritania"],
            ),
            ("Joint statement on the sturgeon", "joint statement", SIGNED, []),
        ],
    ),
    (
        "en dashes, a block each, dashes in titles",
        [
            "In addition, the following documents were signed during the Summit:",
            "– Memorandum of Understanding on trade in the “East – West” format;",
            "– Regulations on the work of the commission;",
            "The sides agreed to sign a treaty on lakes at the next summit.",
        ],
        [
            ("Memorandum of Understanding on trade in the “East – West” format", "memorandum", SIGNED, []),
            ("Regulations on the work of the commission", "regulations", SIGNED, []),
            ("treaty on lakes", "treaty", TO_BE, []),
        ],
    ),
    (
        "numbers, two headings",
        [
            ("heading", "Documents signed:"),
            "1. Economic and cultural cooperation program until 2040.",
            "2. Agreement on cooperation between TARS and Anador.",
            ("heading", "To be signed by the end of the year:"),
            "1. Declaration of intent on a “cross” year of tourism in 2039.",
        ],
        [
            ("Economic and cultural cooperation program until 2040", "programme", SIGNED, []),
            ("Agreement on cooperation between TARS and Anador", "agreement", SIGNED, ["TARS", "Anador"]),
            ("Declaration of intent on a “cross” year of tourism in 2039", "declaration", TO_BE, []),
        ],
    ),
    (
        "items as the layout marks them, heading without a colon",
        [("heading", "Documents signed"), ("item", "Protocol No. 7;"), ("item", "an agreement on roaming; and")],
        [("Protocol No. 7", "protocol", SIGNED, []), ("agreement on roaming", "agreement", SIGNED, [])],
    ),
    (
        "paragraphs without bullets",
        ["Agreements concluded:", "Agreement on students", "Memorandum on the museum night", "The rector was glad."],
        [
            ("Agreement on students", "agreement", SIGNED, []),
            ("Memorandum on the museum night", "memorandum", SIGNED, []),
        ],
    ),
    (
        "a count, then a paragraph each",
        [
            "Two agreements were signed between Ruritania and Sylvania.",
            "The agreement on fishing provides for quotas.",
            "An agreement on trains concerns the night line.",
        ],
        [
            ("agreement on fishing", "agreement", SIGNED, ["Ruritania", "Sylvania"]),
            ("agreement on trains", "agreement", SIGNED, ["Ruritania", "Sylvania"]),
        ],
    ),
    (
        "the contents of an agreement",
        [
            (
                "A cooperation agreement was signed between Strelsau University and the Zenda ice works. The document"
                " provides for the following activities:"
            ),
            "- joint plan of lectures;",
            "- a memorandum book of accidents;",
        ],
        [("cooperation agreement", "agreement", SIGNED, ["Strelsau University", "Zenda ice works"])],
    ),
    (
        "a sentence behind titles without bullets",
        [
            "List of documents signed",
            "Treaty on eels",
            "Plan of works",
            "The sides also agreed to prepare a pact on cod.",
        ],
        [("Treaty on eels", "treaty", SIGNED, []), ("Plan of works", "plan", SIGNED, [])],
    ),
    (
        "what was signed earlier",
        ["Documents to be signed:", "- Treaty on eels;", "- Plan.", "Documents signed earlier:", "- Pact on cod."],
        [("Treaty on eels", "treaty", TO_BE, [])],
    ),
    (
        "the following without a noun",
        ["During the visit the following were signed:", "a) Treaty on eels;", "b) Programme of archives."],
        [("Treaty on eels", "treaty", SIGNED, []), ("Programme of archives", "programme", SIGNED, [])],
    ),
    (
        "a line of its own without a colon",
        ["List of documents signed during the visit", "Treaty on eels", "Protocol on coins"],
        [("Treaty on eels", "treaty", SIGNED, []), ("Protocol on coins", "protocol", SIGNED, [])],
    ),
    (
        "documents that were exchanged",
        [
            ("heading", "The following documents were exchanged:"),
            ("item", "Protocol on amendments to the Agreement on ferries of 12 May 2014;"),
            ("item", "Contract for forty barges."),
        ],
        [
            ("Protocol on amendments to the Agreement on ferries of 12 May 2014", "protocol", SIGNED, []),
            ("Contract for forty barges", "contract", SIGNED, []),
        ],
    ),
    (
        "numbers inside a sentence",
        ["During the visit the parties signed: 1) Agreement on buoys; 2) Programme of exchanges for 2035–2037."],
        [
            ("Agreement on buoys", "agreement", SIGNED, []),
            ("Programme of exchanges for 2035–2037", "programme", SIGNED, []),
        ],
    ),
    (
        "Russian titles",
        [
            ("heading", "Перечень документов, подписанных по итогам встречи:"),
            "1. Соглашение между Правительством Руритании и Правительством Сильвании о маяках.",
            "2. Протокол о поправках к Договору о рыбе.",
            "3. Совместное заявление.",
        ],
        [
            (
                "Соглашение между Правительством Руритании и Правительством Сильвании о маяках",
                "agreement",
                SIGNED,
                ["Правительством Руритании", "Правительством Сильвании"],
            ),
            ("Протокол о поправках к Договору о рыбе", "protocol", SIGNED, []),
            ("Совместное заявление", "joint statement", SIGNED, []),
        ],
    ),
    (
        "views that were exchanged",
        [("heading", "Views were exchanged:"), ("item", "a protocol on eels;"), ("item", "a plan of works.")],
        [],
    ),
    (
        "who signed is no list of documents",
        ["The following ministers signed the agreement on lakes:", "- Fritz Tarlen;", "- Bela Orlok."],
        [("agreement on lakes", "agreement", SIGNED, [])],
    ),
]


@pytest.mark.parametrize(("blocks", "wanted"), [row[1:] for row in LISTS], ids=[row[0] for row in LISTS])
def test_lists(blocks: list[object], wanted: list[Row]) -> None:
    assert rows(documents(layout(*blocks))) == wanted  # type: ignore[arg-type]


def test_a_list_of_what_was_signed_answers_the_lead_that_names_nothing() -> None:
    found = documents(layout("A number of documents were signed.", "Documents signed:", "- Pact of Zenda"))
    assert not found.unnamed
