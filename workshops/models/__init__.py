"""The tables."""

from workshops.models.act import Act, Forwarding, KeptRow, NotSame
from workshops.models.agency import Agency, AgencyLogo
from workshops.models.audit import AuditEntry
from workshops.models.base import Base
from workshops.models.certificate import Certificate
from workshops.models.document import Document
from workshops.models.document_text import DocumentTextVersion
from workshops.models.event import Event
from workshops.models.involvement import Contact, Engagement, Funding, Quote, WorkshopAgency
from workshops.models.job import Job, JobItem, JobWorker
from workshops.models.office import Office, OfficeSettings
from workshops.models.participation import Attendance, Participation
from workshops.models.person import Person
from workshops.models.press_release import Finding, PressRelease
from workshops.models.project import Project
from workshops.models.record_state import record_state
from workshops.models.spelling import SpellingRank, spelling
from workshops.models.topic import Topic
from workshops.models.training_fact import training_fact
from workshops.models.unfinished_form import UnfinishedForm
from workshops.models.user import ApiToken, SignIn, SignInTry, User
from workshops.models.workshop import FormSubmission, ReferenceCounter, Workshop, WorkshopLanguage

__all__ = [
    "Act",
    "Agency",
    "AgencyLogo",
    "ApiToken",
    "Attendance",
    "AuditEntry",
    "Base",
    "Certificate",
    "Contact",
    "Document",
    "DocumentTextVersion",
    "Engagement",
    "Event",
    "Finding",
    "FormSubmission",
    "Forwarding",
    "Funding",
    "Job",
    "JobItem",
    "JobWorker",
    "KeptRow",
    "NotSame",
    "Office",
    "OfficeSettings",
    "Participation",
    "Person",
    "PressRelease",
    "Project",
    "Quote",
    "ReferenceCounter",
    "SignIn",
    "SignInTry",
    "SpellingRank",
    "Topic",
    "UnfinishedForm",
    "User",
    "Workshop",
    "WorkshopAgency",
    "WorkshopLanguage",
    "record_state",
    "spelling",
    "training_fact",
]
