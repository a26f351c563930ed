"""The application as a WSGI server finds it: `gunicorn wsgi:app`."""

from workshops.app import create_app

app = create_app()
