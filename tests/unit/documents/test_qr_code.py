import pytest
import segno

from workshops.documents.qr_code import ERROR, MARGIN, MASK, first_module, qr_code


@pytest.mark.parametrize("text", ["x", "MNG-2024-003", "Өнөр", "~/?", "https://workshops.example.org/c/7K3"])
def test_a_code_is_the_one_that_the_library_makes_of_the_whole_text(text: str) -> None:
    body = text.encode()
    whole = segno.make(body, error=ERROR, mask=MASK, mode="byte", micro=False, boost_error=False)
    made = qr_code(text)
    assert made.rows() == ["".join("1" if dark else "0" for dark in row) for row in whole.matrix]
    assert made.side == len(whole.matrix) + 2 * MARGIN


def test_page_and_print_draw_the_same_modules() -> None:
    code = qr_code("https://workshops.example.org/c/K3F9QXAZ7M2P4R")
    dark = {(x, y) for y, row in enumerate(code.rows(), MARGIN) for x, bit in enumerate(row, MARGIN) if bit == "1"}
    in_print = [list(map(int, op.split()[:4])) for op in code.ops().decode().splitlines()]
    assert sorted((x + more, y) for x, y, width, _ in in_print for more in range(width)) == sorted(dark)
    on_page = [part.replace("h", " ").replace("v", " ").split()[:3] for part in code.path.split("M")[1:]]
    drawn = [(int(x) + more, int(y)) for x, y, width in on_page for more in range(int(width))]
    assert sorted(drawn) == sorted(dark)


def test_the_first_module_is_that_of_the_upper_left_corner() -> None:
    assert first_module(29).path == "M4 4h1v1h-1z"
