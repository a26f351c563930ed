"""Backups: the whole record in one file that either database can be made from again.

A backup is a ZIP file:

    workshops-backup.txt      says in words what the file is; the first entry
    tables/<table>.jsonl      a row a line, as a JSON list in the order of the columns in the manifest
    files/<name>              attached and made files, as they lie in the store
    settings.json             the settings, without secrets and without what belongs to one machine
    manifest.json             version, revision, moment, rows and columns of each table, size and hash of each entry

The comment of the archive is the seal: the SHA-256 of all bytes before it, so that one changed byte is noticed.
What is in a column is said in the same way whichever database it was read from; `kinds.py` says how.
"""
