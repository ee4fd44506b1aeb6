"""Parts of states: an office or a body there (`Governor of the Sakhalin Region`) belongs to the state."""

from __future__ import annotations

SUBDIVISIONS = {
    "CN": "Anhui; Chongqing; Fujian; Gansu; Guangdong; Guangxi; Guangzhou; Guizhou; Hainan; Hebei; "
    "Heilongjiang; Henan; Hubei; Hunan; Inner Mongolia; Jiangsu; Jiangxi; Jilin; Liaoning; Ningxia; "
    "Qinghai; Shaanxi; Shandong; Shanxi; Shenzhen; Sichuan; Tianjin; Wuhan; Xinjiang; Yunnan; Zhejiang",
    "DE": "Baden-Württemberg; Bavaria; Brandenburg; Bremen; Hamburg; Hesse; Lower Saxony; "
    "Mecklenburg-Vorpommern; Mecklenburg-Western Pomerania; North Rhine-Westphalia; Rhineland-Palatinate; Saarland; "
    "Saxony; Saxony-Anhalt; Schleswig-Holstein; Thuringia",
    "FR": "Auvergne-Rhône-Alpes; Bourgogne-Franche-Comté; Brittany; Corsica; Grand Est; Hauts-de-France; "
    "Île-de-France; Normandy; Nouvelle-Aquitaine; Occitanie; Pays de la Loire; Provence-Alpes-Côte d'Azur",
    "RU": "Adygea; Altai Republic; Republic of Altai; Altai Territory; Altai Krai; Amur Region; Arkhangelsk; "
    "Astrakhan; Bashkortostan; Belgorod; Bryansk; Buryatia; Chechnya; Chechen Republic; Chelyabinsk; "
    "Chukotka; Chuvashia; Chuvash Republic; Dagestan; Ingushetia; Irkutsk; Ivanovo; Jewish Autonomous "
    "Region; Jewish Autonomous Oblast; Kabardino-Balkaria; Kabardino-Balkarian; Kaliningrad; Kalmykia; "
    "Kaluga; Kamchatka; Karachayevo-Circassian; Karachay-Cherkessia; Karelia; Kemerovo; Khabarovsk; "
    "Khakassia; Khanty-Mansi; Kirov Region; Komi Republic; Republic of Komi; Kostroma; Krasnodar; "
    "Krasnoyarsk; Kurgan; Kursk; Leningrad Region; Lipetsk; Magadan; Mari El; Mordovia; Murmansk; Nenets; "
    "Nizhny Novgorod; North Ossetia; North Ossetia-Alania; Novgorod; Omsk; Orenburg; Oryol Region; Orel "
    "Region; Penza; Perm; Primorye; Primorsky; Pskov; Rostov; Ryazan; Sakha; Yakutia; Sakhalin; Samara; "
    "Saratov; Smolensk; Stavropol; Sverdlovsk; Tambov; Tatarstan; Tomsk; Trans-Baikal; Tula Region; Tuva; "
    "Republic of Tyva; Tver; Tyumen; Udmurtia; Udmurt Republic; Ulyanovsk; Vladimir Region; Volgograd; "
    "Vologda; Voronezh; Yamal-Nenets; Yaroslavl; Yekaterinburg",
    "US": "Alaska; Arizona; California; Colorado; Florida; Hawaii; Illinois; Massachusetts; Michigan; "
    "Minnesota; Nevada; Ohio; Oregon; Pennsylvania; Texas; Utah; Wisconsin",
}
"""Code → parts and large cities that belong to one state and are disputed by none; a name that is a person's as well
(`Kirov`, `Vladimir`) stands with its kind."""
