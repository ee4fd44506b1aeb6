"""What sentences and lists say to be signed; made-up states and people only."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.records.documents import Documents, documents
from communique.text import printed, reading
from communique.wire.layout import Block, BlockKind, Layout

Row = tuple[str, str, str, list[str]]

SIGNED = "signed"
TO_BE = "to be signed"


def layout(*blocks: str | tuple[BlockKind, str], **fields: str) -> Layout:
    """Return a layout of blocks set apart by blank lines; `fields` name parts of the text."""
    placed, parts, at = [], [], 0
    for block in blocks:
        kind, words = ("paragraph", block) if isinstance(block, str) else block
        placed.append(Block(kind=kind, start=at, end=at + len(words)))
        parts.append(words)
        at += len(words) + 2
    text = "\n\n".join(parts)
    spans = {name: ((text.index(words), text.index(words) + len(words)),) for name, words in fields.items()}
    kept = [block for block in placed if all(block.start != start for ((start, _),) in spans.values())]
    return Layout(text=text, reading=reading(text), start=0, end=len(text), segments=[], fields=spans, blocks=kept)


def rows(found: Documents) -> list[Row]:
    return [(one.title, one.kind, one.status, one.parties) for one in found.documents]


PROSE: list[tuple[str, list[Row]]] = [
    ("We shall sign a memorandum on herring there.", [("memorandum on herring", "memorandum", TO_BE, [])]),
    (
        "The Agreement on trade in salt, which we signed yesterday, opens markets.",
        [("Agreement on trade in salt", "agreement", SIGNED, [])],
    ),
    (
        "A memorandum of understanding was signed on research in salt between Zenda Salt and Strelsau University.",
        [
            (
                "memorandum of understanding on research in salt between Zenda Salt and Strelsau University",
                "memorandum",
                SIGNED,
                ["Zenda Salt", "Strelsau University"],
            )
        ],
    ),
    (
        "14 documents were signed. Among them are a Partnership Declaration, an Agreement on Tax and two memoranda.",
        [("Partnership Declaration", "declaration", SIGNED, []), ("Agreement on Tax", "agreement", SIGNED, [])],
    ),
    (
        "The parties concluded: an agreement on the quay; a contract on ferries.",
        [("agreement on the quay", "agreement", SIGNED, []), ("contract on ferries", "contract", SIGNED, [])],
    ),
    (
        "We shall sign, before the summer, an action plan against hunger.",
        [("action plan against hunger", "plan", TO_BE, [])],
    ),
    (
        "It was agreed that a protocol on wine would be signed in Zenda in March.",
        [("protocol on wine", "protocol", TO_BE, [])],
    ),
    (
        "At the end of the day the heads of the customs services of Ruritania and Sylvania signed a protocol on data.",
        [("protocol on data", "protocol", SIGNED, ["Ruritania", "Sylvania"])],
    ),
    (
        "The Zenda Zoo and the Northern Shipyard signed a contract on seals.",
        [("contract on seals", "contract", SIGNED, ["Zenda Zoo", "Northern Shipyard"])],
    ),
    (
        "Был подписан меморандум о дружбе между Банком «Север» и Минстроем Руритании.",
        [
            (
                "меморандум о дружбе между Банком «Север» и Минстроем Руритании",
                "memorandum",
                SIGNED,
                ["Банком «Север»", "Минстроем Руритании"],
            )
        ],
    ),
    (
        "The parties agreed to prepare for signature a treaty on eels.",
        [("treaty on eels", "treaty", TO_BE, [])],
    ),
    (
        "We are preparing for signing a programme of cooperation until 2035.",
        [("programme of cooperation until 2035", "programme", TO_BE, [])],
    ),
    (
        "The mayors approved the plan until 2030 and signed a contract on sand.",
        [("contract on sand", "contract", SIGNED, [])],
    ),
    (
        "The heads of government signed a disposition on waybills and a protocol on transit.",
        [("protocol on transit", "protocol", SIGNED, [])],
    ),
    (
        "The second — an agreement on air services — we are going to sign in Zenda.",
        [("agreement on air services", "agreement", TO_BE, [])],
    ),
    (
        "ZTU Rector Bela Orlok and President of Zenda University Prof. Kim Tarlen have put their signatures to a plan.",
        [("plan", "plan", SIGNED, ["ZTU", "Zenda University"])],
    ),
    (
        "A memorandum between\nthe Ministry of Salt of Ruritania and\nthe Zenda Union was signed.",
        [
            (
                "memorandum between the Ministry of Salt of Ruritania and the Zenda Union",
                "memorandum",
                SIGNED,
                ["Ministry of Salt of Ruritania", "Zenda Union"],
            )
        ],
    ),
    # past, active
    (
        "At the end of the visit, Ruritania and Sylvania signed a treaty on eternal friendship.",
        [("treaty on eternal friendship", "treaty", SIGNED, ["Ruritania", "Sylvania"])],
    ),
    (
        "The two ministers signed a memorandum of understanding on tourism and a protocol on the exchange of archives.",
        [
            ("memorandum of understanding on tourism", "memorandum", SIGNED, []),
            ("protocol on the exchange of archives", "protocol", SIGNED, []),
        ],
    ),
    (
        "The Kingdom of Ruritania and the Republic of Sylvania have concluded an agreement on investments.",
        [("agreement on investments", "agreement", SIGNED, ["Kingdom of Ruritania", "Republic of Sylvania"])],
    ),
    (
        "The two leaders adopted a joint communiqué following the talks.",
        [("joint communiqué", "joint statement", SIGNED, [])],
    ),
    (
        "The council adopted a declaration on clean rivers and a roadmap for its implementation.",
        [
            ("declaration on clean rivers", "declaration", SIGNED, []),
            ("roadmap for its implementation", "roadmap", SIGNED, []),
        ],
    ),
    (
        "Following the talks, the sides signed, in the presence of the heads of state, a memorandum on hydropower.",
        [("memorandum on hydropower", "memorandum", SIGNED, [])],
    ),
    (
        "We have signed with the President of Sylvania, Mrs. Mirela Orlok, a joint statement on the port.",
        [("joint statement on the port", "joint statement", SIGNED, [])],
    ),
    (
        "The parties have signed an action plan for cooperation in culture, education and sport for 2026-2028.",
        [("action plan for cooperation in culture, education and sport for 2026-2028", "plan", SIGNED, [])],
    ),
    (
        "“Today we signed an agreement with our Sylvanian partners on double degrees,” said the rector.",
        [("agreement with our Sylvanian partners on double degrees", "agreement", SIGNED, [])],
    ),
    (
        "The university signed a cooperation agreement with the Institute of Forestry of Sylvania.",
        [("cooperation agreement", "agreement", SIGNED, ["Institute of Forestry of Sylvania"])],
    ),
    (
        "Both sides have initialled the text of a free trade agreement.",
        [("free trade agreement", "agreement", SIGNED, [])],
    ),
    # past, passive
    ("Yesterday a memorandum on the lock was signed.", [("memorandum on the lock", "memorandum", SIGNED, [])]),
    (
        "Yesterday a memorandum on the lock was signed by the defence ministers of Ruritania and Sylvania.",
        [("memorandum on the lock", "memorandum", SIGNED, ["Ruritania", "Sylvania"])],
    ),
    (
        "At the end a cooperation agreement was concluded between the Strelsau Zoo and the Botanical Garden of Zenda.",
        [("cooperation agreement", "agreement", SIGNED, ["Strelsau Zoo", "Botanical Garden of Zenda"])],
    ),
    (
        "A memorandum was signed on cooperation in forestry.",
        [("memorandum on cooperation in forestry", "memorandum", SIGNED, [])],
    ),
    ("The Strelsau Declaration was adopted at the summit.", [("Strelsau Declaration", "declaration", SIGNED, [])]),
    (
        "A protocol amending the Agreement on Railway Tariffs of 12 March 2014 was signed.",
        [("protocol amending the Agreement on Railway Tariffs of 12 March 2014", "protocol", SIGNED, [])],
    ),
    (
        "After the talks, an agreement on grain, as well as a plan of exchanges for 2026–2028, were signed.",
        [("agreement on grain", "agreement", SIGNED, []), ("plan of exchanges for 2026–2028", "plan", SIGNED, [])],
    ),
    (
        "The Minister said that a protocol on sanitary rules had been signed.",
        [("protocol on sanitary rules", "protocol", SIGNED, [])],
    ),
    (
        "The agreement on trams was signed on behalf of Ruritania by F. Tarlen and on behalf of Sylvania by B. Orlok.",
        [("agreement on trams", "agreement", SIGNED, ["Ruritania", "Sylvania"])],
    ),
    (
        "The talks ended with an agreement on trade being signed.",
        [("agreement on trade", "agreement", SIGNED, [])],
    ),
    (
        "With the Zenda Academy a cooperation agreement was signed for five years.",
        [("cooperation agreement", "agreement", SIGNED, ["Zenda Academy"])],
    ),
    (
        "Finally, a licence agreement with Technopark Zenda was signed by Vice-Rector for Trade Flavia Tarlen.",
        [("licence agreement", "agreement", SIGNED, ["Technopark Zenda"])],
    ),
    (
        "A licence agreement with Technopark Zenda was signed by Strelsau University.",
        [("licence agreement", "agreement", SIGNED, ["Strelsau University", "Technopark Zenda"])],
    ),
    (
        "He signed a joint statement on peat with Sylvania&#8217;s Minister of Energy and Mines Bela Orlok.",
        [("joint statement on peat", "joint statement", SIGNED, ["Sylvania"])],
    ),
    # the noun
    (
        "The signing of a memorandum on digital trade took place.",
        [("memorandum on digital trade", "memorandum", SIGNED, [])],
    ),
    (
        "The presidents put their signatures under the Declaration on Good Neighbourliness.",
        [("Declaration on Good Neighbourliness", "declaration", SIGNED, [])],
    ),
    (
        "The meeting will end with the signing of a joint declaration.",
        [("joint declaration", "declaration", TO_BE, [])],
    ),
    # to come
    (
        (
            "Today, we are also going to sign important papers that took us months, including a comprehensive"
            " program of"
            " cooperation between the governments of our countries for 2031-2035."
        ),
        [
            (
                "comprehensive program of cooperation between the governments of our countries for 2031-2035",
                "programme",
                TO_BE,
                [],
            )
        ],
    ),
    ("A plan on water management will be signed in the spring.", [("plan on water management", "plan", TO_BE, [])]),
    (
        "The sides agreed to sign a treaty on eternal good-neighbourliness at the next summit.",
        [("treaty on eternal good-neighbourliness", "treaty", TO_BE, [])],
    ),
    (
        "The parties intend to sign a road map for trade until 2030 by the end of the year.",
        [("road map for trade until 2030", "roadmap", TO_BE, [])],
    ),
    ("An agreement on visas is being prepared for signing.", [("agreement on visas", "agreement", TO_BE, [])]),
    (
        "The agreement on fishing in the Upper Lake is ready for signature.",
        [("agreement on fishing in the Upper Lake", "agreement", TO_BE, [])],
    ),
    ("An agreement on mail is expected to be signed.", [("agreement on mail", "agreement", TO_BE, [])]),
    (
        "The minister said the agreement on pensions would be signed soon.",
        [("agreement on pensions", "agreement", TO_BE, [])],
    ),
    ("It is planned to sign a memorandum on forest fires.", [("memorandum on forest fires", "memorandum", TO_BE, [])]),
    (
        "Within the month the Ministry of Transport and the city of Zenda are to sign a contract for eight ferries.",
        [("contract for eight ferries", "contract", TO_BE, ["Ministry of Transport", "city of Zenda"])],
    ),
    # inline lists
    (
        (
            "The following documents were signed: a memorandum on tourism; a protocol on archives and an agreement"
            " on visas."
        ),
        [
            ("memorandum on tourism", "memorandum", SIGNED, []),
            ("protocol on archives", "protocol", SIGNED, []),
            ("agreement on visas", "agreement", SIGNED, []),
        ],
    ),
    (
        (
            "The following were signed at the end of the talks: the minutes of the 26th session, the program of"
            " festivals for 2036 and an agreement between Zenda University and the Hentzau Academy."
        ),
        [
            ("minutes of the 26th session", "protocol", SIGNED, []),
            ("program of festivals for 2036", "programme", SIGNED, []),
            (
                "agreement between Zenda University and the Hentzau Academy",
                "agreement",
                SIGNED,
                ["Zenda University", "Hentzau Academy"],
            ),
        ],
    ),
    (
        "Signed at the meeting: a protocol on eels; a plan of exchanges.",
        [("protocol on eels", "protocol", SIGNED, []), ("plan of exchanges", "plan", SIGNED, [])],
    ),
    (
        "The following will be signed: a memorandum on tourism and an agreement on mail.",
        [("memorandum on tourism", "memorandum", TO_BE, []), ("agreement on mail", "agreement", TO_BE, [])],
    ),
    (
        "After the session, the Council adopted 14 decisions, among them the roadmap for the common power market.",
        [("roadmap for the common power market", "roadmap", SIGNED, [])],
    ),
    (
        "A number of decisions were adopted, including a programme for rivers and the plan of work for 2036.",
        [("programme for rivers", "programme", SIGNED, []), ("plan of work for 2036", "plan", SIGNED, [])],
    ),
    (
        "A treaty on lakes was signed after the talks, as well as an agreement on dykes.",
        [("treaty on lakes", "treaty", SIGNED, []), ("agreement on dykes", "agreement", SIGNED, [])],
    ),
    # one verb governs another
    (
        "An agreement on the second lock has been agreed and will be signed at the next session.",
        [("agreement on the second lock", "agreement", TO_BE, [])],
    ),
    (
        "The parties agreed to prepare a memorandum on the recognition of diplomas and to sign it at the Zenda forum.",
        [("memorandum on the recognition of diplomas", "memorandum", TO_BE, [])],
    ),
    (
        "Ruritania and Sylvania agreed to draft and sign an agreement on visas.",
        [("agreement on visas", "agreement", TO_BE, ["Ruritania", "Sylvania"])],
    ),
    (
        "The parties will finalise an agreement on visas and sign it in May.",
        [("agreement on visas", "agreement", TO_BE, [])],
    ),
    (
        "The ministers drafted an agreement on mail and signed it.",
        [("agreement on mail", "agreement", SIGNED, [])],
    ),
    (
        "Preparations for signing an agreement on lakes are under way.",
        [("agreement on lakes", "agreement", TO_BE, [])],
    ),
    # other verbs
    ("The ministers inked a memorandum on tourism.", [("memorandum on tourism", "memorandum", SIGNED, [])]),
    (
        "Ruritania and Sylvania sealed an agreement on gas.",
        [("agreement on gas", "agreement", SIGNED, ["Ruritania", "Sylvania"])],
    ),
    ("The parties plan to initial a pact on eels.", [("pact on eels", "treaty", TO_BE, [])]),
    ("An agreement on gas was initialed.", [("agreement on gas", "agreement", SIGNED, [])]),
    (
        "The ministers exchanged signed copies of the agreement on tourism.",
        [("agreement on tourism", "agreement", SIGNED, [])],
    ),
    (
        "Then the delegations exchanged the signed texts of a memorandum on peat.",
        [("memorandum on peat", "memorandum", SIGNED, [])],
    ),
    ("The leaders signed and exchanged a memorandum on peat.", [("memorandum on peat", "memorandum", SIGNED, [])]),
    (
        "In addition, memorandums on peat, eels and dykes were signed.",
        [("memorandums on peat, eels and dykes", "memorandum", SIGNED, [])],
    ),
    (
        "An agreement was signed on the Ruritanian side by Fritz Tarlen.",
        [("agreement", "agreement", SIGNED, [])],
    ),
    # relative clauses and what is named behind the verb
    (
        "Among the documents signed are an agreement on customs and a memorandum on standards.",
        [("agreement on customs", "agreement", SIGNED, []), ("memorandum on standards", "memorandum", SIGNED, [])],
    ),
    (
        "The agreement that we are going to sign today covers trade.",
        [("agreement", "agreement", TO_BE, [])],
    ),
    (
        "The programme of economic cooperation that we have signed today covers ten years.",
        [("programme of economic cooperation", "programme", SIGNED, [])],
    ),
    (
        "Work is under way on an agreement on pensions, which is planned to be signed by the end of the year.",
        [("agreement on pensions", "agreement", TO_BE, [])],
    ),
    (
        (
            "Rector of Strelsau University, Flavia Tarlen, and the director of the Zenda ice works, Bela Bell, signed a"
            " cooperation agreement."
        ),
        [("cooperation agreement", "agreement", SIGNED, ["Strelsau University", "Zenda ice works"])],
    ),
    # the same paper again
    (
        (
            "Rudolf Tarlen, Rector of the Academy of Zenda, and Bela Orlok, Rector of Strelsau University, met"
            " to sign a"
            " cooperation agreement. At the end a strategic partnership agreement was concluded."
        ),
        [("strategic partnership agreement", "agreement", SIGNED, ["Academy of Zenda", "Strelsau University"])],
    ),
    (
        "A roadmap on hydrogen will be signed today. Later the roadmap on hydrogen was signed by the ministers.",
        [("roadmap on hydrogen", "roadmap", SIGNED, [])],
    ),
    (
        (
            "The Zenda Declaration was adopted. President of the Republic of Sylvania Bela Orlok and President"
            " of Ruritania"
            " Rudolf Tarlen signed it."
        ),
        [("Zenda Declaration", "declaration", SIGNED, ["Republic of Sylvania", "Ruritania"])],
    ),
    (
        (
            "A cooperation agreement was signed with Strelsau University. A framework agreement was concluded with"
            " the Zenda Academy."
        ),
        [
            ("cooperation agreement", "agreement", SIGNED, ["Strelsau University"]),
            ("framework agreement", "agreement", SIGNED, ["Zenda Academy"]),
        ],
    ),
    (
        "A framework agreement was signed. Then a licence agreement was signed.",
        [
            ("framework agreement", "agreement", SIGNED, []),
            ("licence agreement", "agreement", SIGNED, []),
        ],
    ),
    (
        "A protocol on lakes was signed. Another protocol was signed with the Zenda Academy.",
        [("protocol on lakes", "protocol", SIGNED, []), ("protocol", "protocol", SIGNED, ["Zenda Academy"])],
    ),
    (
        "The sides signed a memorandum on ferries. They also plan to sign a student exchange memorandum in May.",
        [
            ("memorandum on ferries", "memorandum", SIGNED, []),
            ("student exchange memorandum", "memorandum", TO_BE, []),
        ],
    ),
    # Russian
    (
        "По итогам переговоров подписан меморандум о взаимопонимании в области туризма.",
        [("меморандум о взаимопонимании в области туризма", "memorandum", SIGNED, [])],
    ),
    (
        "Стороны подписали соглашение о маяках, меморандум об угрях и дорожную карту по соли.",
        [
            ("соглашение о маяках", "agreement", SIGNED, []),
            ("меморандум об угрях", "memorandum", SIGNED, []),
            ("дорожную карту по соли", "roadmap", SIGNED, []),
        ],
    ),
    (
        "Подписано 11 документов. Среди них: соглашение о маяках и программа обменов. Договор об угрях не готов.",
        [
            ("соглашение о маяках", "agreement", SIGNED, []),
            ("программа обменов", "programme", SIGNED, []),
        ],
    ),
    (
        "Подписано соглашение о реализации программ и планов.",
        [("соглашение о реализации программ и планов", "agreement", SIGNED, [])],
    ),
    ("Also initialled was a protocol on grain.", [("protocol on grain", "protocol", SIGNED, [])]),
    (
        "Ruritania and Sylvania signed a treaty on eels, while Zenda Bank and Zenda Mint concluded a pact on tin.",
        [
            ("treaty on eels", "treaty", SIGNED, ["Ruritania", "Sylvania"]),
            ("pact on tin", "treaty", SIGNED, ["Zenda Bank", "Zenda Mint"]),
        ],
    ),
    (
        "Планируется подписать программу сотрудничества на 2036–2038 годы.",
        [("программу сотрудничества на 2036–2038 годы", "programme", TO_BE, [])],
    ),
]

TRAPS = [
    "The Treaty on Friendship and the Declaration on Strategic Partnership are what we build on.",
    "The treaty on friendship signed in 1997 remains the basis of our relations.",
    "Twenty years ago we signed a treaty on friendship.",
    "In 1992 the two states concluded the Treaty on Friendship, and in 2004 the Pact of Zenda was signed.",
    "The agreement on reservoirs, which was signed last December, works for the first time.",
    "This year marks the tenth anniversary of the signing of the Treaty on Strategic Partnership.",
    "Since the signing of the treaty of 1998 trade has grown tenfold.",
    "Under the contract signed with the yard in 2015, four ferries were built.",
    "The declaration adopted at the first congress is well known.",
    "The President signed a decree on awarding prizes.",
    "The President signed a law ratifying the agreement on visas.",
    "The Cabinet adopted a resolution approving the programme for fisheries.",
    "A bill on the ratification of the agreement was adopted in the first reading.",
    "The government discussed a draft agreement on fishing.",
    "Agreement was reached on all points.",
    "The parties reached an agreement to continue the talks.",
    "The agreement was not signed because of the flood.",
    "The agreement has not yet been signed.",
    "Sylvania did not sign the agreement on grain.",
    "Nobody has signed the agreement on grain yet.",
    "The minister refused to sign the memorandum.",
    "It was decided not to sign the protocol.",
    "If the talks succeed, a treaty will be signed in May.",
    "Before the agreement is signed, the text has to be translated.",
    "The two sides could sign a new agreement next year.",
    "The parties sign contracts every year.",
    "Is it true that a treaty was signed?",
    "They had planned to sign a treaty on whales.",
    "This year marks 30 years since the Treaty of Zenda was signed.",
    "Earlier we concluded an agreement on trade, and it works.",
    "The minister proposed to sign a memorandum on tourism.",
    "The parties discussed the possibility of signing a memorandum.",
    "The two sides could prepare an agreement on mail and sign it.",
    "The sides proposed to draft and sign an agreement on mail.",
    "The Council adopted 14 decisions.",
    "The agreement on the lock is ready and nothing was signed.",
    "He studied their initial plan and an agreement.",
    "The gates of the lock were sealed under the plan.",
    "The plan was sealed with a handshake.",
    "They linked the plan to the agreement on gas in red ink on paper.",
    "Let Chesnik sign what cannot wait: the plan, the papers.",
    "The programme of the visit includes a concert.",
    "The festival programme was concluded with fireworks.",
    "He concluded his statement by thanking the hosts.",
    "The assembly adopted the budget for the coming year.",
    "Every citizen can sign up for the programme.",
    "It is a good sign that the plan works.",
    "About 200 documents have been signed between our countries.",
    "The annual report is more than a paper: it is a way to find answers.",
    "Договор о дружбе был подписан в 1997 году.",
    "Президент подписал указ о награждении.",
    "Будет ли подписан протокол о маяках?",
]

UNNAMED = [
    "A number of documents were signed following the meeting.",
    "Several documents were signed after the talks.",
    "Today, we have signed new agreements and memorandums in the migration, education and customs spheres.",
    "Contracts worth 3 billion crowns were signed at the exhibition.",
]

NAMED_OR_NOT_SIGNED = [
    "Five documents were signed.",
    "No documents were signed.",
    "A number of documents will be signed tomorrow.",
    "The following documents were signed: a memorandum on tourism; a protocol on archives.",
    "They have signed more than 300 agreements over the past thirty years.",
]


@pytest.mark.parametrize(("text", "wanted"), PROSE, ids=[text[:60] for text, _ in PROSE])
def test_documents_of_prose(text: str, wanted: list[Row]) -> None:
    assert rows(documents(layout(text))) == wanted


@pytest.mark.parametrize("text", TRAPS)
def test_what_is_not_signed_now_is_no_document(text: str) -> None:
    found = documents(layout(text))
    assert rows(found) == []
    assert not found.unnamed


@pytest.mark.parametrize("text", UNNAMED)
def test_documents_without_title_and_number_raise_the_flag(text: str) -> None:
    found = documents(layout(text))
    assert (found.documents, found.unnamed) == ([], True)
    assert found.evidence["/documents_unnamed"]


@pytest.mark.parametrize("text", NAMED_OR_NOT_SIGNED)
def test_counted_named_or_announced_documents_raise_no_flag(text: str) -> None:
    assert not documents(layout(text)).unnamed


def test_what_was_turned_down_is_kept_with_the_reason() -> None:
    found = documents(layout("The treaty on friendship signed in 1997 is the basis. The pact was not signed."))
    assert [mark.reason for mark in found.rejected] == ["named as signed before", "not signed"]


def test_year_of_the_wire_tells_an_earlier_signing_from_this_one() -> None:
    text = "A treaty on lakes was signed on May 19, 2023."
    assert rows(documents(layout("2023", text, date="2023"))) == [("treaty on lakes", "treaty", SIGNED, [])]
    assert rows(documents(layout("2024", text, date="2024"))) == []


def test_headline_and_text_name_one_document() -> None:
    found = documents(
        layout(
            "Ruritania and Sylvania sign agreement on ferries",
            "An agreement on the ferry line was signed on Friday.",
            title="Ruritania and Sylvania sign agreement on ferries",
        )
    )
    assert rows(found) == [("agreement on the ferry line", "agreement", SIGNED, ["Ruritania", "Sylvania"])]


def test_title_spans_join_to_the_value_and_status_points_at_the_verb() -> None:
    text = "A memorandum was signed on\ncooperation in forestry."
    one = layout(text)
    found = documents(one)
    assert printed(text, *found.evidence["/documents/0/title"]) == found.documents[0].title
    assert printed(text, *found.evidence["/documents/0/status"]) == "was signed"
    assert printed(text, *found.evidence["/documents/0/kind"]) == "memorandum"


@given(st.lists(st.sampled_from([*(text for text, _ in PROSE), *TRAPS, *UNNAMED, "Documents signed:", "- ", "; "])))
def test_every_printed_value_is_shown_by_its_evidence(parts: list[str]) -> None:
    one = layout(" ".join(parts))
    found = documents(one)
    for n, document in enumerate(found.documents):
        assert printed(one.text, *found.evidence[f"/documents/{n}/title"]) == document.title
        for p, party in enumerate(document.parties):
            assert printed(one.text, *found.evidence[f"/documents/{n}/parties/{p}"]) == party
        assert found.evidence[f"/documents/{n}/kind"]
        assert found.evidence[f"/documents/{n}/status"]


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "unit",
    [
        "A ",
        "a: ",
        "“",
        "signed a ",
        "signed an agreement ",
        "agreement on a, b, ",
        "was signed and ",
        "in the ",
        "; signed ",
        "signed A, ",
        "to prepare and sign ",
        "adopted decisions, among them ",
        "the following were signed: a plan, ",
        "the Rector of A B and ",
    ],
)
def test_a_hostile_megabyte_is_read_in_seconds(unit: str) -> None:
    documents(layout("They signed " + unit * (1_000_000 // len(unit))))


def test_an_entity_at_the_end_of_a_title_stays_whole() -> None:
    text = "Documents signed:\n- Memorandum &quot;On birds&quot;\n- Pact &#8220;Zenda&#8221;."
    assert [title for title, *_ in rows(documents(layout(text)))] == ['Memorandum "On birds"', "Pact “Zenda”"]


def test_headings_in_capitals_head_lists() -> None:
    assert rows(documents(layout(("heading", "DOCUMENTS SIGNED"), ("item", "Pact of Zenda")))) == [
        ("Pact of Zenda", "treaty", SIGNED, [])
    ]


def test_a_headline_without_titles_is_answered_by_the_text() -> None:
    title = "Ruritania and Sylvania sign documents"
    assert documents(layout(title, "The ministers met.", title=title)).unnamed
    assert not documents(layout(title, "The ministers signed a pact on lakes.", title=title)).unnamed


def test_a_bare_agreement_in_the_headline_is_the_paper_that_the_text_names() -> None:
    found = documents(
        layout(
            ("heading", "The Zenda Academy and Strelsau University signed an agreement"),
            "The meeting ended with the signing of a memorandum on lakes between the Zenda Academy and"
            " Strelsau University.",
            "The parties also plan to sign a student exchange agreement.",
            title="The Zenda Academy and Strelsau University signed an agreement",
        )
    )
    assert [(one.title, one.status) for one in found.documents] == [
        ("memorandum on lakes between the Zenda Academy and Strelsau University", SIGNED),
        ("student exchange agreement", TO_BE),
    ]


def test_a_headline_of_the_same_kind_is_one_paper_only() -> None:
    found = documents(
        layout(
            ("heading", "Strelsau University signs agreements with partners"),
            "An agreement on dykes was signed by Strelsau University and the Zenda Academy.",
            "An agreement on trams was signed by Strelsau University and the Hentzau Bank.",
            title="Strelsau University signs agreements with partners",
        )
    )
    assert [one.title for one in found.documents] == ["agreement on dykes", "agreement on trams"]


def test_a_printed_count_keeps_papers_apart() -> None:
    found = documents(
        layout(
            "At the fair two contracts were signed.",
            "The city of Zenda signed a contract for eight ferries. After that a contract was signed for a lock.",
        )
    )
    assert [one.title for one in found.documents] == ["contract for eight ferries", "contract for a lock"]


@pytest.mark.parametrize(
    "text", ["They met to initial", "İn Zenda an agreement on lakes will have been signed.", "sign", "ink ink"]
)
def test_odd_ends_and_letters_do_not_raise(text: str) -> None:
    assert len(documents(layout(text)).documents) < 2
