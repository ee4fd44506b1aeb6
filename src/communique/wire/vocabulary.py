"""Words of the field that tell offices, names and headings apart. Lower case; wide on purpose, and no person's name."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """Return the words of a block of text."""
    return frozenset(text.split())


OFFICES = words(
    """
    president minister premier chairman chairwoman chairperson chair chairlady speaker governor mayor head
    director chief secretary ambassador chancellor king queen prince princess emir sultan sheikh pope patriarch
    archbishop bishop metropolitan deputy vice commissioner commander general admiral colonel major captain
    lieutenant marshal rector dean professor academician doctor attorney prosecutor judge justice senator
    congressman congresswoman member representative spokesman spokesperson spokeswoman envoy aide adviser
    advisor assistant coordinator ombudsman ombudswoman manager ceo founder owner editor correspondent
    journalist reporter moderator host presenter interpreter translator leader delegate councillor counsellor
    consul inspector superintendent engineer scientist researcher plenipotentiary undersecretary co-chair
    co-chairman vice-president vice-rector vice-premier vice-chairman vice-chair secretary-general
    director-general under-secretary-general editor-in-chief commander-in-chief high-commissioner
    president-elect first-lady administrator auditor treasurer comptroller registrar curator principal teacher
    student pupil graduate veteran worker farmer doctor nurse entrepreneur businessman businesswoman volunteer partner
    officer sergeant private lord lady baroness baron count monsignor rabbi imam mufti prime-minister
    acting-minister head-of-government archivist librarian président présidente ministre premier-ministre
    ambassadeur chancelier maire directeur secrétaire bundeskanzler bundeskanzlerin bundespräsident
    bundesminister bundesministerin außenminister ministerpräsident präsident präsidentin президент премьер
    премьер-министр министр председатель глава губернатор мэр директор секретарь посол заместитель вице-премьер
    помощник руководитель начальник генерал полковник ректор профессор академик канцлер король спикер депутат
    сенатор представитель уполномоченный советник
    """
)

ROLES_ALONE = words(
    """
    moderator host presenter interpreter translator speaker chairman chairwoman chair chairperson president
    minister chancellor premier governor mayor spokesperson spokesman spokeswoman rector ambassador ведущий
    ведущая модератор переводчик председатель председательствующий президент министр
    """
)
"""Offices that stand as a label without a name."""

QUESTIONS = words(
    "question q journalist reporter correspondent interviewer press frage вопрос корреспондент журналист в"
)
VOICES = words("remark replica voice voices shout audience реплика голос")
"""Words that label what somebody calls out."""
ANSWERS = words("answer a reply response r antwort réponse ответ о")

HONORIFICS = words("mr mrs ms miss dr prof sir madam madame monsieur herr frau comrade господин госпожа г-н г-жа")

PARTICLES = words(
    """
    de del della di da dos das du von van der den ter ten zu zum bin ibn binti al el ul ur as oglu ogly uulu
    kyzy qizi gyzy y e la le st af av o'
    """
)
"""Lower-case parts of names."""

CONNECTORS = words(
    """
    of the and for to on in at under with de la le les du des et au aux und der des für von a an its affairs & –
    и по на в при с от
    """
)
"""Lower-case words inside an office."""

NOT_IN_OFFICE = words(
    """
    he she it they we i you who which that this these those there here his her their our my your is are was were
    be been has have had will would can could may might must shall should do does did not no said says say told
    tell asked ask added adds noted notes replied stressed emphasized explained continued concluded recalled
    thanked then also just now so because if when while as but or than about from by into what how why where let
    make made give given take taken put get got reads read follows following one two three first-hand only more
    most such same other another any all each every
    """
)

HEADING_WORDS = words(
    """
    news note notes notice disclaimer agenda topic topics source sources reference recall background address
    phone fax tel telephone email e-mail mail contact contacts website link links photo photos video audio read
    watch listen summary conclusion conclusions introduction annex appendix attachment attachments document
    documents agreement agreements list programme program plan press release statement statements information
    info update updated breaking financial legal important attention warning example result results total aim
    aims task tasks goal goals purpose theme subject title date time place venue location schedule price rate
    rates table figure chart part chapter section article item point first second third fourth fifth firstly
    secondly thirdly finally lastly next further additionally moreover however key main areas area facts fact
    data remember hence therefore thus also besides yesterday today tomorrow monday tuesday wednesday thursday
    friday saturday sunday january february march april may june july august september october november december
    economy energy industry transport health education culture science security defence defense trade tourism
    agriculture finance ukraine east west north south middle region regions city street square building office
    copyright tags category categories related share via more see editor's editors' p.s ps nb fyi re cc
    справочно справка источник примечание напомним тема повестка контакты телефон адрес фото видео
    """
)
"""Words that head sections, notes and tables; a label that is made of a name does not hold them."""

GREETINGS = words(
    """
    dear colleagues colleague friends ladies gentlemen comrades comrade mr mrs ms madam excellency excellencies
    esteemed distinguished honourable honorable respected good hello welcome hi thank thanks greetings
    сограждане уважаемые уважаемый уважаемая дорогие дорогой коллеги товарищи друзья здравствуйте добрый добрые спасибо
    """
)

GEOGRAPHY_ENDS = words(
    """
    republic federation kingdom union states emirates arabia region territory oblast krai area district duma
    assembly council committee commission ministry government parliament senate state nations bank fund agency
    service university institute group board court party staff affairs europe asia africa america federal
    republics confederation commonwealth emirate sultanate principality islands zealand korea guinea verde leone
    lanka faso coast
    """
)
"""Last words of the names of states, places and bodies, behind which a person's name begins."""

GEOGRAPHY_STARTS = words(
    """
    saint st st. new south north east west central great saudi sri costa san santa los las nizhny veliky burkina
    sierra cape ivory upper lower papua puerto el united northern southern eastern western soviet bosnia
    trinidad sao
    """
)
"""First words of the names of states and places."""
