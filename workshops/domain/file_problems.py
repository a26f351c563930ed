"""What is said of a file that cannot be taken, whoever opens it."""

from typing import Final

from workshops.errors import N_

DAMAGED: Final = N_("The file is damaged and could not be read. Open and save it again.")
DAMAGED_AT_PAGE: Final = N_("The file is damaged and could not be read (page %(page)s). Open and save it again.")
PROTECTED: Final = N_("The file is protected by a password. Save a copy without it.")
BOMB: Final = N_("The file unpacks to more than %(most)s MB and was not opened.")
DEFINITIONS: Final = N_(
    "The file contains definitions of its own (a DTD) and was not opened. Save it again as .%(ending)s."
)
OLD: Final = N_("Old or macro-carrying Office files are not accepted. Save it as .docx or .xlsx.")
EMPTY: Final = N_("The file is empty.")
NO_TEXT: Final = N_("The file contains no text to read.")
PICTURES_ONLY: Final = N_("This PDF contains pictures only, no text to read.")
TOO_MANY_PAGES: Final = N_("Only the first %(most)s pages can be read; this file has %(pages)s.")
TOO_HEAVY: Final = N_("The file takes too much time or memory to read. Save its text as .txt and try again.")
READER_BUSY: Final = N_("Many files are being read now. Try again in a minute.")
