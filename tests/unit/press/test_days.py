"""When short texts of the genre are read to be held; written before the rules they test."""

import pytest

from workshops.press.extract import read_press_release

DAYS: list[tuple[str, str | None, str | None, str, int | None]] = [
    ("Nairobi, 14 June 2021 – A workshop for 20 rangers was held from Monday 7 to Wednesday 9 June.", "2021-06-07", "2021-06-09", "Monday 7 to Wednesday 9 June", 3),
    ("Nairobi, 9 May 2022 – A workshop for 32 officers was held from Mon 2 to Fri 6 May.", "2022-05-02", "2022-05-06", "Mon 2 to Fri 6 May", 5),
    ("Niamey, 9 mai 2022 – Un atelier pour trente juges s'est tenu du lun. 2 au ven. 6 mai.", "2022-05-02", "2022-05-06", "lun. 2 au ven. 6 mai", 5),
    ("Quito, 9 de mayo de 2022. Un taller para treinta jueces se celebró del lun. 2 al vie. 6 de mayo.", "2022-05-02", "2022-05-06", "lun. 2 al vie. 6 de mayo", 5),
    ("Atelier de formation des journalistes (Bujumbura, du 1er au 3 septembre 2020)\n\nTrente journalistes burundais ont appris à vérifier les rumeurs.", "2020-09-01", "2020-09-03", "1er au 3 septembre 2020", 3),
    ("L'hôtel abrite depuis hier, mercredi 3 septembre 2014, le séminaire des agents. Les travaux s'achèvent demain.", "2014-09-03", "2014-09-05", "mercredi 3 septembre 2014", 3),
    ("Lomé, 5 mars 2024 – Un atelier de trois jours s'est ouvert ce matin pour trente juges.", "2024-03-05", None, "ce matin", 3),
    ("Un taller de tres días para treinta fiscales comenzó hoy. (Managua, 5 de junio de 2024)", "2024-06-05", None, "hoy", 3),
    ("La Ceiba, Atlántida, 11 de octubre de 2025. Cien custodios participaron ayer y hoy en una capacitación antes de los comicios del 30 de noviembre.", "2025-10-10", "2025-10-11", "ayer y hoy", 2),
    ("Quito, 6 de mayo de 2022. El taller para veinte jueces, iniciado anteayer, concluye hoy.", "2022-05-04", "2022-05-06", "anteayer", 3),
    ("A two-day training for 25 clerks took place on the 4th and 5th of May, 2019 in Apia.", "2019-05-04", "2019-05-05", "4th and 5th of May, 2019", 2),
    ("From 28 February through 3 March 2022, thirty nurses attended a training in Lusaka.", "2022-02-28", "2022-03-03", "28 February through 3 March 2022", 4),
    ("Registration is open for the training course in Tirana (start: 5 March 2024, end: 22 March 2024) for 20 officers.", "2024-03-05", "2024-03-22", "5 March 2024", 18),
    ("The workshop took place in Dili on 14/05/2018 for twenty midwives.", "2018-05-14", "2018-05-14", "14/05/2018", 1),
    ("Port Vila, 3 May 2023\n\nThe workshop for 15 fishers kicked off this Monday and will end on Friday 5 May.", "2023-05-01", "2023-05-05", "this Monday", 5),
    ("The course for 20 analysts was held in the first week of July 2019 in Maseru.", None, None, "first week of July 2019", None),
    ("Thirty police officers completed a ten-week course in Kingston on December 14, 2018.", None, "2018-12-14", "December 14, 2018", None),
    ("Un atelier de trois jours s'est tenu à Lomé du lundi 5 au mercredi 7 mars 2018 pour trente juges.", "2018-03-05", "2018-03-07", "lundi 5 au mercredi 7 mars 2018", 3),
    ("Du 30 mai au 1er juin 2022, trente magistrats ont suivi un atelier à Niamey.", "2022-05-30", "2022-06-01", "30 mai au 1er juin 2022", 3),
    ("Bamako, le 12 juin 2020\n\nUn atelier de formation de vingt greffiers s'est ouvert ce jeudi 11 juin et prendra fin samedi.", "2020-06-11", "2020-06-13", "jeudi 11 juin", 3),
    ("Trente sages-femmes ont été formées à Kara entre le 3 et le 7 février 2020 lors d'un atelier.", "2020-02-03", "2020-02-07", "3 et le 7 février 2020", 5),
    ("L'atelier pour trente maires se tient depuis hier, mardi 9 novembre 2021, et jusqu'au 12 novembre à Dakar.", "2021-11-09", "2021-11-12", "mardi 9 novembre 2021", 4),
    ("La session de formation de vingt gardes-côtes s'est achevée le vendredi 21 octobre 2022 à Douala.", None, "2022-10-21", "vendredi 21 octobre 2022", None),
    ("La formation de trente infirmiers s'étalera du 6 juin au 8 juillet 2022 à Abidjan.", "2022-06-06", "2022-07-08", "6 juin au 8 juillet 2022", 33),
    ("El taller se realizó los días 3 y 4 de julio de 2019 en Quito con treinta jueces.", "2019-07-03", "2019-07-04", "3 y 4 de julio de 2019", 2),
    ("Del lunes 7 al viernes 11 de marzo de 2022, veinte agentes asistieron a un taller en Asunción.", "2022-03-07", "2022-03-11", "lunes 7 al viernes 11 de marzo de 2022", 5),
    ("Tegucigalpa, 4 de mayo de 2021\n\nUn taller para veinte docentes inició este martes 4 y concluirá el jueves 6 de mayo.", "2021-05-04", "2021-05-06", "martes 4", 3),
    ("La capacitación de treinta enfermeras se llevó a cabo a fines de octubre de 2018 en Managua.", None, None, "fines de octubre de 2018", None),
    ("El taller de 16 horas tuvo lugar el sábado 8 y el domingo 9 de abril de 2017 en Cusco para veinte guías.", "2017-04-08", "2017-04-09", "sábado 8 y el domingo 9 de abril de 2017", 2),
    ("Los días martes 10, miércoles 11 y jueves 12 de septiembre de 2013 se celebró en Trujillo un taller para cuarenta docentes.", "2013-09-10", "2013-09-12", "martes 10, miércoles 11 y jueves 12 de septiembre de 2013", 3),
    ("El taller para 20 médicos se efectuó el 1.º y 2 de junio de 2016 en Guayaquil.", "2016-06-01", "2016-06-02", "1.º y 2 de junio de 2016", 2),
    ("El 5 de mayo de 2021 concluyó en Lima el curso para treinta jueces.", None, "2021-05-05", "5 de mayo de 2021", None),
    ("El lunes 3 de mayo de 2021 inició en Cusco el taller para treinta jueces, de cinco días.", "2021-05-03", None, "lunes 3 de mayo de 2021", 5),
    ("Le 5 mai 2021 a pris fin à Lomé la formation de trente juges.", None, "2021-05-05", "5 mai 2021", None),
    ("Le mardi 4 mai 2021 s'est ouvert à Lomé un atelier de trois jours pour trente juges.", "2021-05-04", None, "mardi 4 mai 2021", 3),
    ("Lusaka (Zambia), 9 June 2017 – Twenty clerks today (9/6) finished a four-day training course in Lusaka.", None, "2017-06-09", "9/6", 4),
    ("Quito, 9 de junio de 2017.- El ministerio realizó hoy el taller de un día para veinte jueces.", "2017-06-09", "2017-06-09", "hoy", 1),
    ("Dakar, le 9 juin 2017 – Un atelier d'une journée a réuni ce vendredi trente maires à Dakar.", "2017-06-09", "2017-06-09", "ce vendredi", 1),
    ("Suva, 9 June 2017 – A one-day workshop for 30 mayors was held in Suva today.", "2017-06-09", "2017-06-09", "today", 1),
    ("Bogotá, 9 de junio de 2017.- El ejercicio, un simulacro de mesa de una jornada para veinte bomberos, se hizo ayer en Bogotá.", "2017-06-08", "2017-06-08", "ayer", 1),
    ("A training course for 20 clerks closed in Ndola on 3 May 2019. The director announced that a second course would begin in Kitwe on July 8.", None, "2019-05-03", "3 May 2019", None),
    ("Le cours de vingt greffiers s'est achevé le 3 mai 2019 à Thiès. Une deuxième session aura lieu du 8 au 12 juillet à Kaolack.", None, "2019-05-03", "3 mai 2019", None),
    ("El curso para veinte secretarios terminó el 3 de mayo de 2019 en Cali. Un nuevo curso se realizará del 8 al 12 de julio en Pasto.", None, "2019-05-03", "3 de mayo de 2019", None),
    ("El curso en línea para 60 maestros se impartió del 4 de marzo al 31 de mayo de 2024. En 2022, un taller presencial de tres días reunió a 45 maestros.", "2024-03-04", "2024-05-31", "4 de marzo al 31 de mayo de 2024", 89),
    ("The course for 20 analysts of Ghana ran from 1 February to 30 April 2019 in Accra.", "2019-02-01", "2019-04-30", "1 February to 30 April 2019", 89),
    ("L'atelier de Bamako aura lieu du 6 au 8 mai 2019 pour trente juges ; les candidatures sont reçues jusqu'au 12 avril 2019.", "2019-05-06", "2019-05-08", "6 au 8 mai 2019", 3),
    ("Las inscripciones cierran el 12 de abril de 2019. El taller para treinta jueces se celebrará del 6 al 8 de mayo de 2019 en Lima.", "2019-05-06", "2019-05-08", "6 al 8 de mayo de 2019", 3),
    ("Accra, Sept. 14, 2021 - A three-day workshop for 30 judges began on Monday in Accra.", "2021-09-13", None, "Monday", 3),
    ("Lomé, 14 sept. 2021 - Un atelier de trois jours pour trente juges a débuté lundi à Lomé.", "2021-09-13", None, "lundi", 3),
    ("Lima, 14 set. 2021 - Un taller de tres días para treinta jueces comenzó el lunes en Lima.", "2021-09-13", None, "lunes", 3),
    ("The two-week course for 20 sailors, which started on 2 March 2020 in Mombasa, ends on Friday 13 March.", "2020-03-02", "2020-03-13", "2 March 2020", 12),
    ("During the week of 12 to 16 November 2018, thirty firefighters were trained in Gaborone at a workshop.", "2018-11-12", "2018-11-16", "12 to 16 November 2018", 5),
    ("Twenty judges attended a workshop in Port Louis on Tuesday and Wednesday, 5-6 March 2019.", "2019-03-05", "2019-03-06", "Wednesday, 5-6 March 2019", 2),
    ("Un taller se realizó en Sucre el 20 y 21 de junio del presente año para veinte peritos.", None, None, "20 y 21 de junio", 2),
    ("The workshop, to be held on 20 and 21 June next in Suva, is for 20 fishers.", None, None, "20 and 21 June", 2),
    ("Bo, 13 November 2023 – The curtain fell on Friday on a five-day training course for 30 customs officers.", None, "2023-11-10", "Friday", 5),
    ("Accra, 4 May 2021 – Forty nurses received their certificates yesterday at the end of a two-day training course.", None, "2021-05-03", "yesterday", 2),
    ("Suva, 9 March 2018 – Eighteen police officers graduated today from a ten-day course on cybercrime.", None, "2018-03-09", "today", 10),
    ("Lomé, le 15 juin 2021 – Le rideau est tombé vendredi sur l'atelier de cinq jours de trente douaniers.", None, "2021-06-11", "vendredi", 5),
    ("Saly, le 12 mai 2017 – Vingt magistrats ont reçu hier leurs attestations à l'issue d'une formation de trois jours.", None, "2017-05-11", "hier", 3),
    ("Bogotá, 12 de julio de 2018 – Veinte fiscales recogieron ayer un diploma al cierre de un curso de cinco días.", None, "2018-07-11", "ayer", 5),
    ("Arequipa, 12 de julio de 2018 – Bajó el telón este miércoles el taller de dos días para jueces.", None, "2018-07-11", "este miércoles", 2),
    ("A one-day workshop was held on 5 May 2021 in Suva, and 20 fishers left with certificates.", "2021-05-05", "2021-05-05", "5 May 2021", 1),
    ("The course in Suva began on 5 May 2021; twenty fishers sit a test at the end of the course.", "2021-05-05", None, "5 May 2021", None),
    ("Port Moresby, 4-6 April 2016: A training on human trafficking for 35 officers was conducted at the Gateway Hotel.", "2016-04-04", "2016-04-06", "4-6 April 2016", 3),
]  # fmt: skip


@pytest.mark.parametrize(("text", "first", "last", "told", "days"), DAYS)
def test_days(text: str, first: str | None, last: str | None, told: str, days: int | None) -> None:
    facts = read_press_release(text)
    values = tuple(facts.value(name) for name in ("start_date", "end_date", "date_text", "duration_days"))
    assert values == (first, last, told, days)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Officers will meet online every Tuesday from 3 to 24 June 2025 for a training course in Fiji.", 4),
        ("The training course was held on Tuesdays and Thursdays from 3 to 26 June 2025 in Suva.", 8),
        ("The course in Suva ran each Monday to Thursday from 2 to 12 June 2025 for 20 clerks.", 8),
        ("The course in Suva for 20 clerks is given from 3 to 24 June 2025 in weekly sessions.", None),
        ("The course in Suva for 20 clerks is given every day from 3 to 6 June 2025.", 4),
        ("The course in Suva for 20 clerks runs from Tuesday 3 to Friday 6 June 2025.", 4),
        ("La formation de vingt greffiers a lieu à Lomé chaque mardi du 3 au 24 juin 2025.", 4),
        ("La formation de vingt greffiers a lieu à Lomé tous les mardis et jeudis du 3 au 26 juin 2025.", 8),
        ("La formation de vingt greffiers a lieu à Lomé du 3 au 24 juin 2025, une fois par semaine.", None),
        ("La formation de vingt greffiers a lieu à Lomé du mardi 3 au vendredi 6 juin 2025.", 4),
        ("El curso para veinte jueces se imparte en Quito todos los martes del 3 al 24 de junio de 2025.", 4),
        ("El curso para veinte jueces se imparte en Quito los martes y jueves del 3 al 26 de junio de 2025.", 8),
        ("El curso para veinte jueces se imparte en Quito los sábados del 7 al 28 de junio de 2025.", 4),
        ("El curso para veinte jueces se imparte en Quito del 3 al 24 de junio de 2025, dos veces por semana.", None),
        ("El curso para veinte jueces se impartió en Quito del 3 al 24 de junio de 2025, con sesiones los jueves.", 22),
        ("Los días martes 3 y miércoles 4 de junio de 2025 se celebró en Quito un curso para veinte jueces.", 2),
    ],
)  # fmt: skip
def test_days_of_each_week_are_counted_alone(text: str, days: int | None) -> None:
    assert read_press_release(text).value("duration_days") == days
