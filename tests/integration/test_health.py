from flask import Flask


def test_healthz_answers_without_a_session(app: Flask) -> None:
    answer = app.test_client().get("/healthz")
    assert answer.status_code == 200
    assert answer.text == "ok\n"
    assert "Set-Cookie" not in answer.headers
