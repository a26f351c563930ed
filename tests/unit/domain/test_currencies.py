"""Currencies by ISO 4217."""

from workshops.domain.currencies import currencies, currency_names


def test_currencies_of_former_times_are_known_but_not_offered() -> None:
    assert {"MNT", "USD", "DEM"} <= currencies()
    offered = [code for code, _ in currency_names("en")]
    assert "DEM" not in offered
    assert offered[:2] == ["USD", "EUR"]
    assert len(offered) == len(set(offered)) > 140


def test_their_names_are_in_the_language() -> None:
    assert dict(currency_names("es"))["CHF"] == "franco suizo"
