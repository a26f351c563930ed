"""Names of bodies, and who does what: turns of phrase of the genre, each in a sentence that no sample holds."""

import pytest

from workshops.press.extract import read_press_release
from workshops.press.language import guess_language
from workshops.press.marks import Marks

LEAD = {
    "en": "Officers trained in Lima\n\nA workshop for 20 officers was held in Lima from 3 to 5 May 2021. ",
    "fr": "Des agents formés à Lomé\n\nUn atelier pour 20 agents a eu lieu à Lomé du 3 au 5 mai 2021. ",
    "es": "Agentes capacitados en Lima\n\nUn taller para 20 agentes tuvo lugar en Lima del 3 al 5 de mayo de 2021. ",
}


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("en", "by the US Department of State's Bureau of Population, Refugees, and Migration (PRM)", ["US Department of State's Bureau of Population, Refugees, and Migration (PRM)"]),
        ("en", "the Ministry of Labour, Employment and Social Security organised it", ["Ministry of Labour, Employment and Social Security"]),
        ("en", "the Department of Immigration, Zambia Police and Customs Service took part", ["Department of Immigration", "Zambia Police", "Customs Service"]),
        ("en", "the United States Fish and Wildlife Service and the Royal Foundation", ["United States Fish and Wildlife Service", "Royal Foundation"]),
        ("en", "the African Union (AU) Commission and the Kavango Zambezi (KAZA) Secretariat", ["African Union (AU) Commission", "Kavango Zambezi (KAZA) Secretariat"]),
        ("en", "the Family Violence Unit and Senior Constable Mark Dewar of the Australian Federal Police", ["Family Violence Unit", "Australian Federal Police"]),
        ("en", "paid for by the Japanese government and the Dutch embassy", ["Japanese government", "Dutch embassy"]),
        ("en", "from the Maritime, Lake and River Police and the Police Force", ["Maritime, Lake and River Police", "Police Force"]),
        ("en", "officers from Georgia's National Food Agency", ["National Food Agency"]),
        ("en", "by the Department of Forests and Park Services (DoFPS) and UNODC", ["Department of Forests and Park Services (DoFPS)", "UNODC"]),
        ("en", "the Ministry of Health and Medical Services hosted it", ["Ministry of Health and Medical Services"]),
        ("en", "the Ministry of Revenue and Customs of Tonga with the Royal Netherlands Marechaussee", ["Ministry of Revenue and Customs of Tonga", "Royal Netherlands Marechaussee"]),
        ("en", "the Ministry of Fisheries and Ministry of Forestry met", ["Ministry of Fisheries", "Ministry of Forestry"]),
        ("en", "the Norwegian Agency for Development Cooperation (Norad) and the Vanuatu Ministry of Education and Training ran it", ["Norwegian Agency for Development Cooperation (Norad)", "Vanuatu Ministry of Education and Training"]),
        ("es", "la Agencia Suiza para el Desarrollo y la Cooperación (COSUDE)", ["Agencia Suiza para el Desarrollo y la Cooperación (COSUDE)"]),
        ("fr", "du Fonds de coopération douanière du Japon (FCD/Japon)", ["Fonds de coopération douanière du Japon (FCD/Japon)"]),
        ("fr", "la Délégation de l'Union européenne au Maroc a organisé un atelier", ["Délégation de l'Union européenne au Maroc"]),
        ("fr", "le Bureau de la population, des réfugiés et des migrations (PRM) du Département d'État", ["Bureau de la population, des réfugiés et des migrations (PRM)", "Département d'État"]),
        ("fr", "le ministère de la Justice, la Police nationale et la Gendarmerie nationale", ["ministère de la Justice", "Police nationale", "Gendarmerie nationale"]),
        ("es", "de la Oficina de Población, Refugiados y Migración (PRM)", ["Oficina de Población, Refugiados y Migración (PRM)"]),
        ("es", "la Secretaría de Relaciones Exteriores y Cooperación Internacional organizó", ["Secretaría de Relaciones Exteriores y Cooperación Internacional"]),
        ("es", "la Superintendencia Nacional de Aduanas y de Administración Tributaria (SUNAT) del Perú", ["Superintendencia Nacional de Aduanas y de Administración Tributaria (SUNAT)"]),
        ("es", "el Ministerio de Salud, la Policía Nacional y el Instituto de Medicina Legal", ["Ministerio de Salud", "Policía Nacional", "Instituto de Medicina Legal"]),
    ],
)  # fmt: skip
def test_names(mark, language: str, text: str, names: list[str]) -> None:
    marks: Marks = mark(text, language)
    assert [a.full_name for a in marks.agencies if a.is_certain] == names


@pytest.mark.parametrize(
    ("text", "field", "values"),
    [
        ("The workshop was organised by the Academy of Magistrates under the Supreme Court, UNICEF and the British Embassy.", "organisers", ["Academy of Magistrates under the Supreme Court", "UNICEF", "British Embassy"]),
        ("With the support of the World Bank, the Ministry of Health and the Red Cross held the workshop.", "organisers", ["Ministry of Health", "Red Cross"]),
        ("It was made possible by contributions from the Governments of Finland and Estonia.", "funders", ["Government of Finland", "Government of Estonia"]),
        ("The Canadian aid programme is paying for the workshop.", "funders", ["Canadian aid programme"]),
        ("The Director thanked UNICEF and the World Bank for funding the workshop.", "funders", ["UNICEF", "World Bank"]),
        ("Officers from Georgia's Border Troops and Customs Service completed the workshop on Friday.", "organisers", []),
        ("Avec l'appui financier de la Banque mondiale, l'Agence nationale des ports et la FAO ont tenu l'atelier.", "organisers", ["Agence nationale des ports", "FAO"]),
        ("L'atelier est une initiative de l'Agence nationale des ports.", "organisers", ["Agence nationale des ports"]),
        ("L'atelier, qu'organisent la FAO et l'Institut national de la statistique, est le premier.", "organisers", ["FAO", "Institut national de la statistique"]),
        ("L'atelier a été financé par les gouvernements de la Norvège et de la Suède.", "funders", ["gouvernement de Norvège", "gouvernement de Suède"]),
        ("Es un taller que organizan la FAO y el Instituto Nacional de Estadística.", "organisers", ["FAO", "Instituto Nacional de Estadística"]),
        ("L'atelier, que la Banque mondiale et le Japon financent, dure trois jours.", "funders", ["Banque mondiale", "Japon"]),
        ("El taller fue financiado por los Gobiernos de Noruega y Suecia.", "funders", ["Gobierno de Noruega", "Gobierno de Suecia"]),
        ("Organizó el taller el Comité contra el Terrorismo (CICTE) de la OEA, con el apoyo de la Embajada de Chile.", "partners", ["Embajada de Chile"]),
        ("The workshop is a collaboration between the Ministry of Health and UNICEF.", "organisers", ["Ministry of Health", "UNICEF"]),
        ("The workshop was arranged by UN Women with the Balochistan Police and the National Police Bureau.", "partners", ["Balochistan Police", "National Police Bureau"]),
        ("The Port Authority organised the workshop, certified by the University of Nairobi.", "organisers", ["Port Authority"]),
        ("The Port Authority organised the workshop. Its host was the Ministry of Interior.", "partners", ["Ministry of Interior"]),
        ("The Port Authority organised the workshop, with the Academy of Sciences as implementing partner.", "partners", ["Academy of Sciences"]),
        ("L'atelier est court. L'OIM l'organise avec le Port autonome de Lomé.", "organisers", ["OIM"]),
        ("L'atelier relève du projet « Etat de droit », soutenu par l'Irlande et les Etats-Unis.", "funders", ["Irlande", "Etats-Unis"]),
        ("El Servicio Aeronaval organizó el taller. El Instituto de Altos Estudios participó como socio implementador.", "partners", ["Instituto de Altos Estudios"]),
        ("El taller lo organiza el Servicio Aeronaval junto con la Embajada de Suecia, que corre con los gastos.", "partners", ["Embajada de Suecia"]),
        ("El taller fue organizado por la Policía Nacional. Lo cerró el director junto a la jefa de la Oficina Regional, Ana Paz.", "partners", []),
        ("The Ministry of Fisheries, through its Training Unit and with assistance from FAO, is conducting the workshop.", "organisers", ["Ministry of Fisheries"]),
        ("Funding for the workshop was provided by the European Union.", "funders", ["European Union"]),
        ("The Ministry of Planning hosted the workshop, organised with the support of UNICEF and funded by the World Bank, which contributed US$62,500.", "funders", ["World Bank"]),
        ("The Ministry of Planning hosted the workshop, which was held with UNICEF and paid for by the World Bank, which alone provided a grant of EUR 40,000.", "funders", ["World Bank"]),
        ("Le ministère du Plan a accueilli l'atelier, organisé avec l'appui de l'UNICEF et financé par la Banque mondiale, qui y a contribué à hauteur de 40 000 euros.", "funders", ["Banque mondiale"]),
        ("El Ministerio de Economía acogió el taller, organizado con el apoyo de UNICEF y financiado por el Banco Mundial, que aportó 40 000 euros.", "funders", ["Banco Mundial"]),
        ("El taller es fruto de la alianza entre la Universidad de Lima y la Embajada de Francia.", "organisers", ["Universidad de Lima", "Embajada de Francia"]),
        ("The exercise was devised by the Port Authority with advice from the World Bank.", "organisers", ["Port Authority"]),
        ("El taller lo dicta la Universidad de Lima desde el lunes.", "organisers", ["Universidad de Lima"]),
        ("Ils y ont pris part à l'invitation de l'Agence nationale des ports et de la FAO.", "organisers", ["Agence nationale des ports", "FAO"]),
        ("La Unidad Especializada en Delitos Fiscales y la organización no gubernamental Tierra Viva organizaron el taller.", "organisers", ["Unidad Especializada en Delitos Fiscales", "Tierra Viva"]),
        ("La FAO organiza el taller junto con la Embajada de Chile, que correrá con los gastos.", "funders", ["Embajada de Chile"]),
        ("The workshop was held with the help of UNICEF and the British Embassy, which pays for the venue.", "funders", ["British Embassy"]),
        ("L'atelier bénéficie du soutien financier de la Principauté de Monaco et de la Suisse.", "funders", ["Principauté de Monaco", "Suisse"]),
        ("The workshop was supported by the World Bank with a grant of USD 40,000.", "funders", ["World Bank"]),
        ("Los gastos de viaje corrieron por cuenta de la Embajada de Chile.", "funders", ["Embajada de Chile"]),
        ("La Croix-Rouge et la FAO y apportent leur concours.", "partners", ["Croix-Rouge", "FAO"]),
        ("Gracias a los fondos de la Unión Europea y al respaldo de la FAO hubo taller.", "partners", ["FAO"]),
        ("La Universidad de Lima fue la anfitriona del taller que organizó la FAO.", "partners", ["Universidad de Lima"]),
        ("The workshop was opened by the Project Manager of UNICEF, under the project, Building Safer Mountain Roads, on Monday.", "project.name", ["Building Safer Mountain Roads"]),
        ("The workshop is part of the four-year Keeping Northern Rivers Clean Programme.", "project.name", ["Keeping Northern Rivers Clean Programme"]),
        ("The Secretariat of the Andean Forest Programme (SAFP) held the workshop.", "project.name", [None]),
        ("El taller es parte del programa RÍO-LIMPIO y del Fondo Mundial para la Naturaleza (WWF).", "project.acronym", [None]),
        ("L'atelier a lieu au titre du Programme national d'adaptation à la sécheresse.", "project.name", ["Programme national d'adaptation à la sécheresse"]),
        ("The workshop is part of the initiative Justice across Borders in Asia (JABA), funded by Norway.", "project.name", ["Justice across Borders in Asia"]),
        ("El taller es del proyecto Puente al Trabajo Digno, que financia Suecia.", "project.name", ["Puente al Trabajo Digno"]),
        ("L'atelier s'inscrit dans le projet « Villes résilientes », mis en œuvre de 2019 à 2021.", "project.duration_text", ["2019 à 2021"]),
        ("The workshop falls under the Pacific Plant Protection Programme (4P).", "project.acronym", ["4P"]),
        ("The organisers, FAO and the Ministry of Health, plan a second workshop.", "organisers", ["FAO", "Ministry of Health"]),
        ("La organización del taller estuvo a cargo de la Cruz Roja.", "organisers", ["Cruz Roja"]),
        ("A gift from the Ford Foundation paid for the workshop.", "funders", ["Ford Foundation"]),
        ("Le Luxembourg contribue au projet à hauteur de deux millions d'euros.", "funders", ["Luxembourg"]),
        ("Le bailleur de fonds est la Banque africaine de développement.", "funders", ["Banque africaine de développement"]),
        ("Los recursos provienen del Fondo Verde del Clima.", "funders", ["Fondo Verde del Clima"]),
        ("La FAO a organisé l'atelier avec la Croix-Rouge et le ministère de la Santé.", "partners", ["Croix-Rouge", "ministère de la Santé"]),
        ("La Croix-Rouge a mis ses locaux à disposition.", "partners", ["Croix-Rouge"]),
        ("Partners in the training are the University of Lima and the World Bank.", "partners", ["University of Lima", "World Bank"]),
        ("The workshop was held in the framework of the “Green Ports” project.", "project.name", ["Green Ports"]),
        ("El taller forma parte de la iniciativa Agua para las Islas, que dura dos años.", "project.name", ["Agua para las Islas"]),
        ("The workshop is part of the project Securing Highland Roads, which Norway funds.", "project.name", ["Securing Highland Roads"]),
        ("The workshop was held under the EU-funded EUROPORT Police IV project.", "project.name", ["EUROPORT Police IV"]),
        ("The workshop takes place within the Global Programme for Combating Forest Crime.", "project.name", ["Global Programme for Combating Forest Crime"]),
        ("L'atelier a lieu dans le cadre du projet de lutte contre la vente illicite de médicaments.", "project.name", ["lutte contre la vente illicite de médicaments"]),
        ("El taller formó parte del Programa Regional sobre Migración.", "project.name", ["Programa Regional sobre Migración"]),
        ("Es una actividad del Programa entre el Caribe y la Unión Europea en Políticas sobre Drogas (PECUD).", "project.acronym", ["PECUD"]),
        ("The workshop enjoyed the full support of the Bar Association.", "partners", ["Bar Association"]),
        ("The Ministry of Justice ran the workshop under a partnership with the Bar Association.", "partners", ["Bar Association"]),
        ("The Bar Association assisted in running the workshop, and the World Bank picked up the bill.", "funders", ["World Bank"]),
        ("L'Ordre des avocats s'est joint au ministère de la Justice pour l'atelier.", "partners", ["Ordre des avocats"]),
        ("Le ministère de la Justice s'est associé à l'Ordre des avocats pour organiser l'atelier.", "partners", ["Ordre des avocats"]),
        ("L'argent provient de la Banque mondiale et de l'Union européenne.", "funders", ["Banque mondiale", "Union européenne"]),
        ("El Colegio de Abogados fue socio del taller, hecho codo a codo con la Cruz Roja.", "partners", ["Colegio de Abogados", "Cruz Roja"]),
        ("El taller es fruto de una alianza con el Colegio de Abogados.", "partners", ["Colegio de Abogados"]),
        ("El costo del taller lo asumió la Unión Europea.", "funders", ["Unión Europea"]),
        ("L'Agence de l'eau en a assumé tous les frais.", "funders", ["Agence de l'eau"]),
        ("L'organisation revenait à la Croix-Rouge et à la FAO.", "organisers", ["Croix-Rouge", "FAO"]),
        ("The organisation fell to the Red Cross. The World Bank shouldered all travel costs.", "funders", ["World Bank"]),
        ("El Banco Mundial cubre pasajes y estadías.", "funders", ["Banco Mundial"]),
        ("El Banco Mundial organizó el taller. «Una sentencia justa empieza por oír a cada víctima sin prejuicios», sostuvo Ana Ruiz, jueza.", "organisers", ["Banco Mundial"]),
        ("La organización del taller recayó en la Cruz Roja y en la FAO, que lo anunciaron.", "organisers", ["Cruz Roja", "FAO"]),
        ("La FAO a organisé l'atelier. La Direction des pêches, hôte de la rencontre, a ouvert les travaux.", "partners", ["Direction des pêches"]),
        ("La FAO a organisé l'atelier. La Croix-Rouge en est partenaire.", "partners", ["Croix-Rouge"]),
        ("L'OMD a organisé l'atelier, que le Centre de formation (CRF) de l'OMD a accueilli.", "partners", []),
        ("The Bar Association helped with the arrangements.", "partners", ["Bar Association"]),
    ],
)  # fmt: skip
def test_roles(text: str, field: str, values: list[str]) -> None:
    facts = read_press_release(LEAD[guess_language(text)[0] or "en"] + text)
    assert (facts.values(field) or [facts.value(field)] if "." in field else facts.values(field)) == values


@pytest.mark.parametrize(
    ("text", "experts", "countries"),
    [
        ("It was facilitated by Mr. Taro Mori, WCO Technical Attaché, and two experts from New Zealand Customs Service, Ms. Helen Park and Mr. Tim Brown.", {"Taro Mori": "WCO", "Helen Park": "New Zealand Customs Service", "Tim Brown": "New Zealand Customs Service"}, ["NZ"]),
        ("Among the trainers were Judge Ana Ribeiro (Portugal) and Prosecutor Jaap de Wit (Netherlands).", {"Ana Ribeiro": None, "Jaap de Wit": None}, ["PT", "NL"]),
        ("Trainers: Rosa Diaz (SAG) and Luis Paz (SAG) worked with small groups.", {"Rosa Diaz": "SAG", "Luis Paz": "SAG"}, []),
        ("Les modules ont été dispensés par Mme Awa Sow, de l'Office des douanes du Sénégal, et le commandant Yves Le Bihan.", {"Awa Sow": "Office des douanes du Sénégal", "Yves Le Bihan": None}, ["SN"]),
        ("L'encadrement était confié à deux experts, M. Paul Diop et Mme Karin Lind (Agence suédoise des transports).", {"Paul Diop": "Agence suédoise des transports", "Karin Lind": "Agence suédoise des transports"}, ["SE"]),
        ("Las clases estuvieron a cargo de dos analistas, uno de los Países Bajos y otro de Portugal, y de la especialista de INTERPOL Marisol Paz.", {"Marisol Paz": "INTERPOL"}, ["NL", "PT"]),
        ("Los agentes recibieron conferencias de especialistas de Brasil y España.", {}, ["BR", "ES"]),
        ("Trainers:\n\n- Dr. Ann Lee, UNODC\n- Bob Ray, Kenya Revenue Authority\n- Carl Otto, independent consultant", {"Ann Lee": "UNODC", "Bob Ray": "Kenya Revenue Authority", "Carl Otto": None}, ["KE"]),
        ("According to the course instructor, Captain Bob Ray of the US Coast Guard, the officers did well.", {"Bob Ray": "US Coast Guard"}, []),
        ("Dr. Ann Lee of UNODC spoke on digital evidence, and Bob Ray talked about the chain of custody.", {"Ann Lee": "UNODC", "Bob Ray": None}, []),
        ("La doctora Ana Ruiz, de la OPS, habló sobre vigilancia y Luis Paz abordó los protocolos de muestreo.", {"Ana Ruiz": "OPS", "Luis Paz": None}, []),
        ("Mr. Bob Ray of the World Bank presented case studies on corruption.", {"Bob Ray": "World Bank"}, []),
        ("Disertaron Ana Ruiz y Eva Gil, especialistas del Ministerio de Salud de Brasil.", {"Ana Ruiz": "Ministerio de Salud de Brasil", "Eva Gil": "Ministerio de Salud de Brasil"}, ["BR"]),
        ("Two lecturers, Prof. Ann Lee of the Norwegian Police College and Bob Ray, led the class.", {"Ann Lee": "Norwegian Police College", "Bob Ray": None}, ["NO"]),
        ("The course was offered by UNODC and taught from Suva by Dr. Ann Lee of Fisheries New Zealand.", {"Ann Lee": None}, ["NZ"]),
        ("Practical sessions were in the hands of Sergeant Bob Ray.", {"Bob Ray": None}, []),
        ("Paul Diop, expert de l'Union européenne, a présenté les outils d'analyse.", {"Paul Diop": "Union européenne"}, []),
        ("The delegation, led by Mr. Bob Ray, met experts from Austria.", {}, ["AT"]),
        ("Les cours ont été dispensés par M. Omar al-Hakim et Mme Lise Roy, de l'École de police de Lyon.", {"Omar al-Hakim": "École de police de Lyon", "Lise Roy": "École de police de Lyon"}, ["FR"]),
        ("La semana próxima expondrá la doctora Ana Ruiz, del Instituto de Salud de Montevideo.", {"Ana Ruiz": "Instituto de Salud de Montevideo"}, ["UY"]),
        ("La práctica, a cargo del ingeniero uruguayo Luis Paz, fue en el puerto.", {"Luis Paz": None}, ["UY"]),
        ("Facilitan el seminario la doctora Lourdes Zelaya y el profesor brasileño João Guimarães, de la Fundación Oswaldo Cruz (Fiocruz).", {"Lourdes Zelaya": None, "João Guimarães": "Fundación Oswaldo Cruz"}, ["BR"]),
        ("Dirigen las sesiones la ingeniera Ana Ruiz y el médico peruano Luis Paz.", {"Ana Ruiz": None, "Luis Paz": None}, ["PE"]),
        ("Ms. Sunita Gurung of Helvetas Nepal led it.", {"Sunita Gurung": "Helvetas Nepal"}, ["NP"]),
        ("The course was taught by Claire Roy of Insee and Tom Ray of Eurostat.", {"Claire Roy": "Insee", "Tom Ray": "Eurostat"}, []),
        ("La formation a été animée par Claire Roy, de l'Insee, et Marc Petit de l'Ademe.", {"Claire Roy": "Insee", "Marc Petit": "Ademe"}, []),
        ("El curso fue impartido por Ana Ruiz, de Statec, y Luis Paz, de Bogotá.", {"Ana Ruiz": "Statec", "Luis Paz": None}, []),
        ("L'atelier a été présidé par le ministre et facilité par M. Denis Roy, expert de l'Insee.", {"Denis Roy": "Insee"}, []),
        ("Estuvo a cargo de Eva Gil, consultora de la OIM, y de Luis Paz, cónsul de México.", {"Eva Gil": "OIM", "Luis Paz": None}, ["MX"]),
        ("Captain Bob Ray of the FBI and Ann Lee of the DANE led the seminar.", {"Bob Ray": "FBI", "Ann Lee": "DANE"}, []),
        ("The trainer is Mr. John Ray, formerly of the World Bank.", {"John Ray": None}, []),
        ("Le formateur est M. Jean Koffi, ancien de la Banque mondiale.", {"Jean Koffi": None}, []),
        ("El instructor es Luis Paz, exfuncionario del Banco Mundial.", {"Luis Paz": None}, []),
        ("Lo dictaron los médicos Álvaro Ruiz y Julio Mamani, del Instituto de Salud de Chile.", {"Álvaro Ruiz": "Instituto de Salud de Chile", "Julio Mamani": "Instituto de Salud de Chile"}, ["CL"]),
    ],
)  # fmt: skip
def test_trainers(text: str, experts: dict[str, str | None], countries: list[str]) -> None:
    facts = read_press_release(LEAD[guess_language(text)[0] or "en"] + text)
    assert {e["name"]: e["affiliation"] for e in facts.values("experts")} == experts
    assert facts.values("expert_countries") == countries


@pytest.mark.parametrize(
    ("text", "laws"),
    [
        ("Officers studied the Criminal Procedure Code and Law No. 27-14 on trafficking.", ["Criminal Procedure Code", "Law No. 27-14"]),
        ("They looked at Resolution 1325 (2000) of the Security Council and Regulation (EC) No 882/2004.", ["Resolution 1325 (2000)", "Regulation (EC) No 882/2004"]),
        ("The United Nations Convention against Corruption and the Ports Act, Cap. 76, were read.", ["United Nations Convention against Corruption", "Ports Act, Cap. 76"]),
        ("Officers read the Law on Customs and the Ports Act 2012.", ["Law on Customs", "Ports Act 2012"]),
        ("Les agents ont lu la loi relative à la lutte contre la traite des personnes leur permettant d'agir.", ["loi relative à la lutte contre la traite des personnes"]),
        ("They read the Protocol of 2014 to the Forced Labour Convention.", ["Protocol of 2014 to the Forced Labour Convention"]),
        ("Les agents ont lu le Protocole additionnel relatif à la traite.", ["Protocole additionnel relatif à la traite"]),
        ("La Charte africaine des droits de l'homme et des peuples a été étudiée.", ["Charte africaine des droits de l'homme et des peuples"]),
        ("They read the Water Act (Law No. 12/2015) at the Lima Convention Centre and the Law School.", ["Water Act (Law No. 12/2015)"]),
        ("They read ILO Convention No. 182 on the worst forms of child labour.", ["ILO Convention No. 182 on the worst forms of child labour"]),
        ("Los agentes leyeron el Decreto Supremo 012-2019-JUS.", ["Decreto Supremo 012-2019-JUS"]),
        ("Participants discussed the Rule of Law, the Rules of Origin and law enforcement.", []),
        ("They read the Ship Security (ISPS) Code and the Convention on the Rights of the Child (CRC).", ["Ship Security (ISPS) Code", "Convention on the Rights of the Child (CRC)"]),
        ("Les agents ont étudié la loi n° 2018-12 du 5 mars 2018 portant répression de la fraude.", ["loi n° 2018-12 du 5 mars 2018 portant répression de la fraude"]),
        ("Les stagiaires ont étudié la loi relative à la famille et la loi sur l'asile de 1997.", ["loi relative à la famille", "loi sur l'asile de 1997"]),
        ("Les débats ont porté sur le projet de loi sur la traite des adultes.", []),
        ("Le Règlement sanitaire international (2005) et la convention Médicrime ont été passés en revue.", ["Règlement sanitaire international (2005)", "convention Médicrime"]),
        ("Los agentes estudiaron el Convenio 182 de la OIT y el Código de los Niños y Adolescentes.", ["Convenio 182 de la OIT", "Código de los Niños y Adolescentes"]),
        ("Los agentes leyeron el Código Sanitario para los Animales Acuáticos de la Organización Mundial de Sanidad Animal.", ["Código Sanitario para los Animales Acuáticos"]),
    ],
)  # fmt: skip
def test_laws(text: str, laws: list[str]) -> None:
    assert read_press_release(LEAD[guess_language(text)[0] or "en"] + text).values("legal_references") == laws


@pytest.mark.parametrize(
    ("text", "speaker", "title"),
    [
        ('"Before this I would look under the nets and wave it on," said Sub-Inspector Ana Cruz, of the River Police.', "Ana Cruz", "Sub-Inspector"),
        ('Labour Commissioner Ann Kalo praised the officers. "We cannot protect a child that we do not ever reach," Kalo said.', "Ann Kalo", "Labour Commissioner"),
        ('"I had three such cases this year and had to believe him," confided a judge from Osh who asked not to be named.', None, "judge from Osh"),
        ('Mr. Abel Tetteh, Director of Crops, opened it.\n\nHe said "a dry and well closed store is something that every farmer can afford," and asked them to train others.', "Abel Tetteh", "Director of Crops"),
        ("La cérémonie a été présidée par le préfet de la région, Paul Béba. Pour lui, « ce médicament de la rue tue, et il faut que cela cesse ».", "Paul Béba", "préfet de la région"),
        ("L'ambassadrice de l'Union européenne, Mme Karen Daal, a promis d'autres stages : « L'équipement sans l'homme n'est rien, et nous le savons. »", "Karen Daal", "ambassadrice de l'Union européenne"),
        ("Firmó el director de la Academia, Rolando Batista.\n\nBatista adelantó que lo ve “como una manera de llevar la universidad hasta el último consulado”.", "Rolando Batista", "director de la Academia"),
    ],
)  # fmt: skip
def test_speakers(text: str, speaker: str | None, title: str | None) -> None:
    facts = read_press_release(LEAD[guess_language(text)[0] or "en"] + text)
    assert [(q["speaker"], q["title"]) for q in facts.values("quotes")] == [(speaker, title)]


@pytest.mark.parametrize(
    ("lines", "contacts"),
    [
        ("Contactos\nMónica Paz, mpaz@example.org, +502 5555 0193\nDaniel Ruiz, FAO, druiz@example.org", [("Mónica Paz", None), ("Daniel Ruiz", "FAO")]),
        ("Contact presse de l'ambassade de France : +269 773 55 12, presse@example.org", [(None, "ambassade de France")]),
        ("Contact\nSarah Klein\nCommunications Officer\nUNODC Office for Central Asia\nsarah.klein@example.org", [("Sarah Klein", "UNODC Office for Central Asia")]),
        ("El curso está abierto. Consultas: Dirección de Aduanas, teléfono 021 555-0122, correo aduana@example.org", [(None, "Dirección de Aduanas")]),
        ("Those who want to know more may call Jane Doe on 876 555 0100. The workshop ends on Friday.", [("Jane Doe", None)]),
        ("Contact: Josefa Ratu, Communications Officer\nTel: +679 331 5700\nEmail: jratu@example.org", [("Josefa Ratu", None)]),
        ("Media contact: Josefa Ratu, jratu@example.org, +679 331 5700\n\n--\nJosefa Ratu\nNDMO", [("Josefa Ratu", "NDMO")]),
    ],
)  # fmt: skip
def test_contacts(lines: str, contacts: list[tuple[str | None, str | None]]) -> None:
    language = guess_language(lines)[0] or (
        "en" if "er" in lines.split()[-1] or "Officer" in lines else "es" if "ó" in lines else "fr"
    )
    found = read_press_release(f"{LEAD[language]}\n\n{lines}\n").values("contacts")
    assert [(c["name"], c["organisation"]) for c in found] == contacts


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Officers of the Fiji Police Force and the Fiji Revenue and Customs Service attended the workshop.", ["Fiji Police Force", "Fiji Revenue and Customs Service"]),
        ("The Ghana Immigration Service and the Narcotics Control Commission were represented at the workshop.", ["Ghana Immigration Service", "Narcotics Control Commission"]),
        ("Vingt inspecteurs de l'Inspection générale du travail et dix de l'Institut de prévoyance y ont pris part.", ["Inspection générale du travail", "Institut de prévoyance"]),
        ("Fue impartido por John Ray, de Police Scotland. «Sin cooperación no se puede combatir a las redes criminales», dijo John Ray, inspector de Police Scotland.", []),
        ("Les notaires appartiennent au Département des affaires notariales, et ils sont venus de loin.", ["Département des affaires notariales"]),
        ("Asistieron 12 efectivos de la Guardia Nacional y 8 de la Policía Municipal.", ["Guardia Nacional", "Policía Municipal"]),
    ],
)  # fmt: skip
def test_agencies_of_participants(text: str, names: list[str]) -> None:
    facts = read_press_release(LEAD[guess_language(text)[0] or "en"] + text)
    assert [a["name"] for a in facts.values("beneficiary_agencies")] == names


@pytest.mark.parametrize(
    ("initiator", "turn"),
    [
        ("des Douanes togolaises", "à l'initiative des"),
        ("d'Interpol", "à l'initiative d'"),
        ("de l'Office togolais des recettes", "à l'initiative de"),
    ],
)
def test_words_that_say_whose_initiative_an_event_is(initiator: str, turn: str) -> None:
    text = f"Un atelier de deux jours s'est tenu à Kara à l'initiative {initiator} pour des agents."
    assert [found.rule for found in read_press_release(text).items("organisers")] == [f"organisers: {turn}"]


@pytest.mark.parametrize(
    "text",
    [
        LEAD["fr"] + "Le ministère de la Santé, de l'Hygiène et de la Famille (MSHF) l'a financé au titre de la loi de 1997.",
        LEAD["es"] + "Lo dictó la Dirección de Niñez, Adolescencia y Familia (DNAF), según la Ley N.º 348 de la materia.",
        LEAD["en"] + "Under the Maritime, Lake and River Police (MLRP) project, the US embassy and Ann Lee (SAG) taught it.",
        "Curso de archivos\n\nCuándo: del 3 al 5 de mayo de 2021\nDónde: Lima\nProfesorado\nDos archiveros",
    ],
)  # fmt: skip
def test_a_text_may_end_anywhere(text: str) -> None:
    for end in range(60, len(text), 4):
        assert read_press_release(text[:end]).reader_version
