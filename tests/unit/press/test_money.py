"""What each funder gives."""

import pytest

from workshops.press.extract import read_press_release


@pytest.mark.parametrize(
    ("text", "given", "is_sure"),
    [
        ("A workshop for 20 judges was held in Suva with US$ 250,000 from the World Bank and AUD 30,000 from the Government of Australia, and all were glad.", {"World Bank": "250000.00 USD", "Government of Australia": "30000.00 AUD"}, True),
        ("A workshop for 20 judges was held in Lomé, and it was made possible by a EUR 1.2 million grant from the European Union.", {"European Union": "1200000.00 EUR"}, True),
        ("The workshop for 20 judges was organised by the IOM in Suva with USD 40,000 provided by the Government of Japan.", {"Government of Japan": "40000.00 USD"}, True),
        ("A workshop for 20 judges was held in Suva. The workshop is part of a project that is funded by the European Union with EUR 3 million.", {"European Union": "3000000.00 EUR"}, False),
        ("Un atelier pour 20 juges s'est tenu à Lomé, au Togo, grâce à une subvention de 3 millions de francs CFA de la Banque africaine de développement (BAD).", {"Banque africaine de développement (BAD)": "3000000.00 XOF"}, True),
        ("Financé par l'Organisation internationale pour les migrations (OIM) à hauteur de 48 500,50 euros, l'atelier a réuni 20 juges à Dakar.", {"Organisation internationale pour les migrations (OIM)": "48500.50 EUR"}, True),
        ("El taller para 20 jueces se celebró en Lima con financiamiento de la Unión Europea por 1,2 millones de euros.", {"Unión Europea": "1200000.00 EUR"}, True),
        ("El taller para 20 jueces se celebró en Lima, Perú, con financiamiento del Banco Mundial por 48.500 dólares.", {"Banco Mundial": "48500.00 USD"}, False),
        ("El taller para 20 jueces, financiado por el Banco Mundial con treinta mil soles, se celebró en Lima, Perú.", {"Banco Mundial": "30000.00 PEN"}, False),
        ("El taller para 20 jueces se celebró en Lima, con el apoyo financiero de la Unión Europea, que aportó S/ 180 000.", {"Unión Europea": "180000.00 PEN"}, True),
        ("El taller para 20 jueces se celebró en Lima, financiado por la Unión Europea con S/. 45.500.", {"Unión Europea": "45500.00 PEN"}, True),
        ("A workshop for 20 judges was held in Nairobi. It was funded by the European Union with KSh 250,000.", {"European Union": "250000.00 KES"}, True),
        ("A workshop for 20 judges was held in Abuja. It was funded by the European Union, which gave ₦75,300.", {"European Union": "75300.00 NGN"}, True),
        ("A workshop for 20 judges was held in Nairobi, Kenya. The World Bank funded it with 48,500 shillings.", {"World Bank": "48500.00 KES"}, False),
        ("El taller para 20 jueces se celebró en Antigua Guatemala, financiado por el Banco Mundial con 48.500 quetzales.", {"Banco Mundial": "48500.00 GTQ"}, False),
        ("Un atelier pour 20 juges s'est tenu à Rabat, au Maroc. La Banque mondiale l'a financé à hauteur de 48 500 dirhams.", {"Banque mondiale": "48500.00 MAD"}, False),
        ("The workshop for 20 judges in Lima was funded by the World Bank. Smugglers earned 3 million dollars in that year.", {}, True),
    ],
)  # fmt: skip
def test_what_a_funder_gives_stands_beside_it(text: str, given: dict[str, str], is_sure: bool) -> None:
    found = read_press_release(text).items("funding")
    assert {f.value["funder"]: f"{f.value['amount']} {f.value['currency']}" for f in found} == given
    assert all((f.confidence >= 0.85) is is_sure and f.spans for f in found)
