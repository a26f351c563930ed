"""How many take part, where no noun stands with the number, or the number is that of each or the sum of others."""

import pytest

from workshops.press.extract import read_press_release


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("IOM held a workshop in Lusaka for clerks from 6 to 8 July 2015. In all, 26 took part.", 26),
        ("A group of thirty-six, made up of coroners and police, met in Colombo for a workshop on disasters.", 36),
        ("Of the 45 clerks at the IOM workshop in Lusaka, 25 came from the courts and 20 from the police.", 45),
        ("IOM held a workshop in Lusaka for 20 clerks, five from each of four towns: courts, police, customs.", 20),
        ("IOM held a workshop in Lusaka for five clerks each from Ghana, Togo, Benin and Niger.", 20),
        ("IOM held a workshop in Lusaka this week with five clerks per country, thirty in all.", 30),
        ("IOM held a workshop in Lusaka for ninety clerks, 30 in each of three groups.", 90),
        (
            "Seventeen clerks attend the IOM workshop in Suva, and a further six from Tonga and Niue follow by video.",
            23,
        ),
        ("IOM held a workshop in Lusaka with five clerks each from the courts and police.", None),
        ("Dakar, le 9 juillet 2015 – Ils étaient 35 à Saly, greffiers et juges, pour un séminaire de l'OIM.", 35),
        ("Sur les 40 greffiers de l'atelier de l'OIM à Dakar, 26 viennent de Thiès et 14 de Louga.", 40),
        (
            "Un atelier de l'OIM s'est tenu à Libreville du 13 au 17 mai. Chaque État avait délégué quatre agents, soit un "
            "effectif total de vingt-quatre personnes. Un premier atelier avait rassemblé dix-huit agents à Douala.",
            24,
        ),
        ("L'OIM a réuni à Dakar cinq greffiers par pays, soit vingt au total, pour un atelier de trois jours.", 20),
        ("Un atelier pour greffières s'est tenu à Rabat les 7 et 8 juillet 2015. Il a profité à 64 d'entre elles.", 64),
        (
            "La OIM realizó en Quito un taller para fiscales. Participaron jueces de Guayas: en total, 28 asistieron.",
            28,
        ),
        ("Twelve judges and nine prosecutors have completed a three-day workshop of the IOM in Lusaka.", 21),
        ("Quince jueces y once fiscales concluyeron en Quito un taller de cuatro días de la OIM.", 26),
        ("El curso de la OIM, que empieza en Cali, tiene 50 plazas: 30 para fiscales y 20 para policías.", 50),
        ("Veintiún productores y catorce productoras de vid aprendieron la poda en un taller en Tarija.", 35),
        ("Cinco especialistas de cada país, quince en total, se reúnen en La Habana en un taller de la OIM.", 15),
    ],
)
def test_number_of_people(text: str, number: int | None) -> None:
    assert read_press_release(text).value("participants_count") == number


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("IOM held a workshop on cybercrime in Ohrid for 16 judges, 12 clerks and 8 police investigators.",
         "judges, 12 clerks and 8 police investigators"),
        ("Ils étaient 28 à l'atelier de l'OIM à Abéché : douze agents d'accueil, neuf officiers et sept magistrats.",
         "agents d'accueil, neuf officiers et sept magistrats"),
        ("IOM held a seminar in Kutaisi. Around fifty took part: 21 judges of the city courts, 17 lawyers and a dozen "
         "clerks.", "judges of the city courts, 17 lawyers and a dozen clerks"),
        ("El taller de la OIM reunió en Lima a 24 personas, en su mayoría jefes de puesto.", "jefes de puesto"),
        ("IOM held a workshop in Nadi for nurses from Fiji, Samoa and Tonga.", "nurses from Fiji, Samoa and Tonga"),
        ("IOM held a workshop in Nadi for nurses from Fiji, Samoa, Tonga, Palau, Nauru and Vanuatu.", "nurses"),
        ("Un atelier a réuni à Cotonou une trentaine d'acteurs, à savoir des inspecteurs et des procureurs.",
         "inspecteurs et des procureurs"),
        ("Dirigido a peritos del Instituto de Medicina, el taller reunió en León a 31 profesionales, de los que 19 "
         "eran mujeres.", "peritos del Instituto de Medicina"),
        ("El taller de la OIM en Iquitos se dirigió a guardaparques y técnicos, con 29 asistentes en total.",
         "guardaparques y técnicos"),
    ],
)  # fmt: skip
def test_who_they_are(text: str, who: str) -> None:
    assert read_press_release(text).value("participants_description") == who


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("IOM is training 45 clerks in Gaborone in a workshop. Of these, 15 belong to the Botswana Police Service, 20 "
         "to the Directorate on Economic Crime and the other ten to the Revenue Service.",
         ["Botswana Police Service", "Directorate on Economic Crime", "Revenue Service"]),
        ("IOM held a workshop in Bo for clerks. The Freetown Trades Congress sent three unionists.",
         ["Freetown Trades Congress"]),
        ("IOM held a workshop in Bo for clerks. The money came from the Ministry of Finance and from the Health Fund.",
         []),
        ("L'ONUDC a tenu à Niamey un atelier pour des officiers de police judiciaire du Burkina Faso et du Mali.", []),
        ("La ONUDD realizó en Bogotá un taller para oficiales de policía judicial de Colombia y del Ecuador.", []),
        ("La ONUDD realizó en Bogotá un taller para oficiales de la policía nacional de Colombia.", ["policía nacional de Colombia"]),
        ("The IOM seminar in Yerevan gathered 38 people, among them 12 women, from the National Security Service.",
         ["National Security Service"]),
        ("Sur les 40 auditeurs du séminaire, 26 proviennent de la Cour des comptes et 14 du Conseil d'État.",
         ["Cour des comptes", "Conseil d'État"]),
        ("Une formation s'est tenue à Ivato pour quinze cadres de l'Agence pour la sécurité de la navigation aérienne "
         "en Afrique et à Madagascar (ASECNA) et de l'Aviation civile de Madagascar (ACM).",
         ["Agence pour la sécurité de la navigation aérienne en Afrique et à Madagascar", "Aviation civile de Madagascar"]),
        ("Un atelier s'est tenu à Bamako pour dix agents de la Direction générale des eaux et forêts et de la "
         "Gendarmerie nationale.", ["Direction générale des eaux et forêts", "Gendarmerie nationale"]),
        ("El taller de la OIM en San José contó con 52 participantes de la Dirección General de Migración (DGM), del "
         "Patronato Nacional de la Infancia (PANI) y del Tribunal Administrativo Migratorio.",
         ["Dirección General de Migración", "Patronato Nacional de la Infancia", "Tribunal Administrativo Migratorio"]),
    ],
)  # fmt: skip
def test_their_agencies(text: str, names: list[str]) -> None:
    assert [agency["name"] for agency in read_press_release(text).values("beneficiary_agencies")] == names


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("IOM held a workshop in Kutaisi for clerks. Judge Karin Lund, of the Migration Court in Gothenburg, and "
         "Dr Jan Wrona, of the University of Warsaw, acted as resource persons.", ["SE", "PL"]),
        ("IOM held a course in Malé for guards. Mr John Keane, of the Irish Prison Service, and Ms Sita Perera of "
         "Nepal shared the teaching.", ["IE", "NP"]),
        ("L'OIM a tenu à Lomé un atelier pour greffiers, sous l'œil exercé de Mme Ama Owusu, juge du Ghana.", ["GH"]),
        ("La OIM realizó en Lima un taller para fiscales. Carmen Rodero, de España, y Juan Paz, de Chile, se "
         "repartieron las sesiones.", ["ES", "CL"]),
    ],
)  # fmt: skip
def test_countries_of_experts(text: str, countries: list[str]) -> None:
    assert list(read_press_release(text).values("expert_countries")) == countries
