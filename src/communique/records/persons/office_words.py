"""Words of which offices, bodies and attributions are made. Lower case; wide on purpose, and no person's name."""

from __future__ import annotations

from communique.patterns import lazy_regex
from communique.wire.vocabulary import OFFICES, words

HEADS = OFFICES | words(
    """
    accountant activist candidate actor actress agronomist analyst anchor architect artist astronaut astronomer athlete
    author biologist boatswain brigadier cadet cardinal cashier champion chemist citizen clerk coach co-founder
    columnist commandant commander-in-chief commissar commodore compiler composer conductor conservator
    constable contractor cook corporal cosmonaut craftsman curate customer dancer dealer deputy-head designer
    developer diplomat dispatcher diver docent doorman driver ecologist economist electrician employee examiner
    executive exhibitor expert fellow ferryman firefighter fisherman forester foreman fisher gardener geologist
    gymnast harbourmaster headmaster headmistress headteacher historian hotelier inhabitant inventor
    investigator keeper laboratorian laureate lawyer lecturer legislator lieutenant-colonel lieutenant-commander
    lieutenant-general major-general rear-admiral vice-admiral linguist lighthouse-keeper machinist magistrate
    marketer master mathematician mayoress mechanic mediator medic metallurgist meteorologist midwife miller
    miner monk musician nun oceanographer officer-in-charge operator orderly organiser organizer owner painter
    paramedic parliamentarian pastor pensioner pharmacist philosopher photographer physician physicist pilot
    poet policeman policewoman porter postgraduate prefect premier-minister presidium priest procurator producer
    programmer prorector protector provost psychologist pupil quartermaster receptionist referee regent
    researcher resident restorer retailer saleswoman salesman scholar schoolboy schoolgirl schoolteacher
    sculptor seaman seller senior-lecturer servant settler sheriff shipowner shopkeeper singer skipper
    sociologist soldier solicitor spokesperson sportsman sportswoman stationmaster steward stoker strategist
    supervisor surgeon surveyor tailor technician technologist therapist tourist trader trainer trustee tutor
    undersecretary-general veterinarian vet viceroy vice-minister vice-head vice-chancellor vice-governor
    vice-mayor vice-speaker vice-director visitor warden weaver welder widow winemaker winner witness writer
    pro-rector premier amir sheikha sheik majesty highness co-chairwoman co-chairperson cfo cto coo cmo
    comptroller-general freelancer barrister boss participant attendee beneficiary co-ordinator councilor
    councilwoman councilman alderman counselor co-author trainee intern goalkeeper violinist pianist postman
    skier skater swimmer runner player snowboarder biathlete cyclist boxer wrestler sprinter rower racer climber
    patient passenger shareholder client applicant parent mother father grandmother grandfather mother-in-law
    neighbour neighbor villager islander descendant survivor eyewitness spectator viewer listener guest
    """
)
"""Nouns that can head an office or occupation before or after a name."""

_HEAD_RU = lazy_regex(
    r"(?:[а-яё]+-)?(?:президент|министр|премьер|председател|губернатор|мэр|директор|ректор|проректор|руководител|начальник|"
    r"секретар|заместител|зам|депутат|сенатор|представител|советник|помощник|генерал|полковник|майор|капитан|лейтенант|"
    r"адмирал|маршал|профессор|академик|доцент|декан|канцлер|корол|королев|спикер|уполномоченн|инженер|учител|врач|"
    r"пресс-секретар|координатор|эксперт|аналитик|учен|студент|выпускник|командующ|командир|патриарх|митрополит|епископ|"
    r"заведующ|сотрудни|специалист|основател|менеджер|редактор|корреспондент|хранител|архитектор|тренер|прокурор|судь|"
    r"(?:перво|второ|третье|старше)курсни|аспирант|магистрант|преподавател|воспитател|школьни|волонт[её]р|пенсионер|"
    r"фермер|предпринимател|ветеран|художни|писател|режисс[её]р|музыкант|спортсмен|чемпион|победител|жител|агроном|"
    r"психолог|историк|биолог|машинист|строител|моряк|рабоч)"
    r"[а-яё]{0,5}$|глав[аыуе]$|главой$|посо?л[ауе]?$|послом$"
)

OFFICE_WORDS = words(
    """
    first second third deputy vice acting interim prime foreign interior internal external home federal state
    national central general executive special presidential royal imperial honorary honourary permanent
    plenipotentiary extraordinary high supreme senior junior lead leading principal assistant associate military
    civil public private press sales marketing commercial technical scientific academic research regional
    municipal local district city town village urban rural provincial territorial republican union united
    international intergovernmental interparliamentary parliamentary ministerial governmental constitutional
    judicial legal fiscal chief army navy naval air fleet guards full corresponding honored honoured people's
    peoples people’s managing commanding newly-elected elected designate affairs government cabinet council
    councils federation republic republics kingdom commonwealth confederation duma assembly parliament senate
    house congress chamber committee commission commissions board bureau presidium secretariat ministry
    ministries department departments directorate division section sector office offices administration
    authority authorities agency service services staff apparatus headquarters inspectorate institute
    institution institutions institutes university universities academy school schools college lyceum gymnasium
    faculty chair laboratory laboratories observatory museum library theatre theater hospital clinic clinics
    centre center company corporation concern holding group enterprise factory plant works bank exchange fund
    foundation association society organization organisation community alliance league party movement front
    court tribunal prosecutor's police force forces troops brigade regiment battalion base mission embassy
    consulate delegation region regions territory oblast krai okrug province county prefecture canton
    municipality republic's development economy economic economics finance finances financial budget treasury
    tax taxation customs trade commerce industry industries industrial energy power fuel oil gas mines mining
    minerals coal nuclear atomic electricity water waters forests forestry forest fisheries fishery fishing
    agriculture agricultural farming food environment environmental ecology ecological climate nature natural
    resources geology subsoil land lands construction building housing utilities infrastructure transport
    transportation roads railways railway rail aviation space shipping maritime sea seas ferries tourism culture
    cultural arts education educational training teaching studies learning science sciences technology
    technologies technological digital digitalization digitalisation information informatization communications
    communication mass media telecommunications post posts innovation innovations investment investments
    privatization property competition antimonopoly consumer labour labor employment work social protection
    welfare pensions health healthcare medical medicine family families women youth children sports sport
    physical veterans migration demography justice human rights security defence defense emergency emergencies
    situations disaster relief order law legislation legislative policy policies planning plan programs
    programmes projects project reform reforms cooperation relations integration strategic strategy statistics
    control monitoring supervision quality standards procurement regulation coordination sovereignty accounts
    europe european eurasian african asian american nations overseas territories islands islamic arab socialist
    democratic soviet elections electoral election heads minister's president's ministers presidents governors
    deputies members parliamentarians delegates people administrative logistics mobility equality solidarity cohesion
    modernization transformation transition partnership partnerships organizational personnel capital
    engineering physics chemistry biology mathematics mechanics philology history languages philosophy geography
    astronomy meteorology oceanography hydrology systems materials machines machinery metallurgy instrument
    petty warrant precision polytechnic polytechnical technical-university armed ground missile rocket border guard
    coast national-guard reserve rescue fire safety veterinary phytosanitary sanitary epidemiological archives archive
    heritage monuments churches religious religion religions times journal gazette tribune herald telegraph
    guardian daily weekly newspaper magazine news channel radio tv television broadcasting diaspora minorities
    ethnic nationalities interethnic press-service information-policy ombudsman states emirates realm crown
    zoo circus shop workshop mine farm bakery dairy yard shipyard airport studio orchestra choir band oldest
    youngest eldest official unofficial longtime renowned protocol treaty agreement memorandum declaration
    convention charter pact accord throne principality duchy sultanate emirate archdiocese diocese church synod
    parish river rivers port ports harbour harbor station stations square street palace metropolitan-area
    economic-forum
    """
)
"""Adjectives and nouns that stand inside offices and names of bodies, before or after the head noun."""

CONNECTORS = words("of the and for to at in on under & de la le les du des et der und für и по на при в с о об для")

STOPS = words(
    """
    a an on in at to from for with by as and but or nor so yet if when while after before during since until
    because although though however also then there here now today yesterday tomorrow tonight earlier later
    recently meanwhile moreover thus therefore hence instead besides finally he she it they we you i his her its
    their our your my this that these those who whom which what where why how not no yes all both each every
    some many most more other another such monday tuesday wednesday thursday friday saturday sunday january
    february march april may june july august september october november december jan feb mar apr jun jul aug
    sep sept oct nov dec according dear esteemed distinguished respected honourable honorable mr mrs ms miss dr
    prof hon sir madam madame meeting meetings conversation talk talks visit visits speech remarks address statement
    interview session conference briefing greeting greetings message letter telegram congratulations
    congratulation condolences excerpts transcript photo video news breaking participants accompanied including
    taking part attended present good thank thanks ladies gentlemen colleagues friends comrades new reference
    source note question answer documents list gave given made make left came went sat led leads stood meets met
    receives received holds held hosts hosted welcomes welcomed congratulates congratulated visited opens opened
    signs signed discusses discussed calls called speaks spoke sends sent says said tells told names named
    thanked awards awarded takes took в на по с к от до из у о об и а но или же что как это он она они мы вы я
    его её их наш ваш мой сегодня вчера завтра после перед также затем однако уважаемый уважаемая уважаемые
    дорогой дорогая дорогие встреча беседа выступление для при за под над понедельник вторник среда четверг
    пятница января февраля марта апреля мая июня июля августа сентября октября ноября декабря
    """
)
"""Words that end an office to the left and a name on both sides, capitalised at a sentence's start as they may be."""

BREAKS_RU = words(
    """
    принял приняла встретился встретилась сообщил сообщила заявил заявила отметил отметила сказал сказала
    подчеркнул подчеркнула добавил добавила провёл провел провела посетил посетила подписал подписала который
    которая которого что чтобы где когда был была было будет есть прибыл прибыла открыл открыла обсудил обсудили
    рассказал рассказала рассказывает пояснил пояснила поясняет объяснил объяснила объясняет уточнил уточнила
    напомнил напомнила признался призналась поделился поделилась говорит отмечает добавляет считает ответил ответила
    спросил спросила написал написала заметил заметила вспомнил вспомнила словам мнению
    вместе между через время также затем однако принимал принимала участие участвовал участвовали
    """
)

BODY_RU = lazy_regex(
    r"(?:республик|федераци|королевств|княжеств|правительств|министерств|совет|палат|дум|комитет|академи|университет|институт|"
    r"област|служб|агентств|ведомств|департамент|управлени|аппарат|государств|союз|собрани|парламент|город|стран|дел)"
    r"[а-яё]{0,5}$"
)
"""Russian words of bodies and offices, by their stems."""

STATE_RU = lazy_regex(r"(?:республик|королевств|княжеств|город|штат)[а-яё]{1,3}$")
"""Russian words whose state or city follows them."""

BODIES = words(
    """
    company firm group corporation holding bank plant factory enterprise concern university institute museum
    theatre theater club school hospital center centre agency city town region district village newspaper
    magazine channel foundation fund organization organisation association party startup portal service college
    lyceum clinic shipyard airline exchange academy observatory laboratory federation union society works
    """
)
"""Nouns behind which, in small letters, a body's own name stands: `head of the company Green Farm Ivan Petrov`."""

REGIONS = words(
    """
    far middle near east west north south arctic antarctic pacific atlantic baltic caspian caucasus siberia siberian
    volga ural urals balkans balkan africa asia europe america
    """
)
"""Words of regions: no name is made of them alone."""

MONTHS = words(
    """
    january february march april may june july august september october november december jan feb mar apr jun jul
    aug sep sept oct nov dec
    """
)
"""Stops that may also be a name: `Theresa May`, `Li Jun`."""

PLACES = words(
    """
    zone plant plants factory park technopark campus mill mine quarry shipyard airport airfield cosmodrome stadium
    arena
    pavilion cluster terminal depot bridge tunnel highway motorway embankment complex site district island forest
    reserve
    museum theater theatre hospital clinic school university institute library gallery centre center estate hotel
    facility station port line field deposit refinery workshop worksite enterprise company group corporation bank fund
    foundation association exchange festival forum exhibition award prize prizes cup tournament programme
    program project
    """
)
"""Nouns in small letters before which the name of a place or body stands: `the Vega Ardan industrial park`."""

GEOGRAPHY = words(
    """
    new north south east west northern southern eastern western upper lower great greater central saint st st.
    san santa los las el united saudi sri costa sierra burkina papua cape port nizhny veliky veliki velikiy
    """
)
"""First words of two-word places."""


def is_head(word: str) -> bool:
    """Return whether a folded word can head an office: `minister`, `vice-rector`, `министра`."""
    if word in HEADS:
        return True
    if "-" in word and word.rsplit("-", 1)[1] in HEADS:
        return True
    return "а" <= word[:1] <= "я" and _HEAD_RU.match(word) is not None
