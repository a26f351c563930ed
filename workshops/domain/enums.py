"""The closed lists of the record: what the database and the files hold. How people read them is in labels.py."""

from enum import StrEnum


class WorkshopType(StrEnum):
    """What kind of capacity-building activity it is (schema.org Course and Event, TraiNet training type)."""

    WORKSHOP = "workshop"
    TRAINING_COURSE = "training_course"
    TRAINING_OF_TRAINERS = "tot"
    SEMINAR = "seminar"
    CONFERENCE = "conference"
    STUDY_VISIT = "study_visit"
    WEBINAR = "webinar"
    OTHER = "other"


class DeliveryMode(StrEnum):
    """How people meet (schema.org courseMode, eventAttendanceMode)."""

    ONSITE = "onsite"
    ONLINE = "online"
    HYBRID = "hybrid"


class WorkshopStatus(StrEnum):
    """Where a workshop stands between an idea and a reported activity."""

    DRAFT = "draft"
    PLANNED = "planned"
    CONFIRMED = "confirmed"
    ONGOING = "ongoing"
    COMPLETED = "completed"
    CLOSED = "closed"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


class WorkState(StrEnum):
    """What is to be done with a workshop today, told by its status and its dates."""

    DRAFTS = "drafts"
    PLANNED = "planned"
    RUNNING = "running"
    TO_CLOSE = "to_close"
    CLOSED = "closed"


class DatePrecision(StrEnum):
    """How much of a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class HeadcountSource(StrEnum):
    """Where the head-counts entered by hand come from."""

    SIGN_IN_SHEET = "sign_in_sheet"
    REPORT = "report"
    PRESS_RELEASE = "press_release"
    ESTIMATE = "estimate"


class CountQualifier(StrEnum):
    """How exactly a source states a number of people."""

    EXACT = "exact"
    ABOUT = "about"
    MORE_THAN = "more_than"


class AgencyType(StrEnum):
    """After the IATI code list OrganisationType, folded to what an office tells apart."""

    GOVERNMENT = "government"
    INTERGOVERNMENTAL = "intergovernmental"
    NGO = "ngo"
    ACADEMIC = "academic"
    PRIVATE = "private"
    MEDIA = "media"
    FUND = "fund"
    OTHER = "other"


class AgencyRole(StrEnum):
    """What an agency does for a workshop. The four roles of IATI OrganisationRole, told apart more finely."""

    ORGANISER = "organiser"
    CO_ORGANISER = "co_organiser"
    HOST = "host"
    IMPLEMENTING = "implementing"
    PARTICIPATING = "participating"
    TECHNICAL_PARTNER = "technical_partner"
    NOMINATING = "nominating"


class ExpertRole(StrEnum):
    """What an expert does at a workshop."""

    LEAD_TRAINER = "lead_trainer"
    CO_TRAINER = "co_trainer"
    FACILITATOR = "facilitator"
    RESOURCE_PERSON = "resource_person"
    INTERPRETER = "interpreter"
    OBSERVER = "observer"


class Sex(StrEnum):
    """ISO/IEC 5218 (1, 2, 9, 0) in words."""

    FEMALE = "female"
    MALE = "male"
    OTHER = "other"
    UNKNOWN = "unknown"


class ParticipationStatus(StrEnum):
    """How far a person has come on the way into the room."""

    INVITED = "invited"
    NOMINATED = "nominated"
    REGISTERED = "registered"
    SELECTED = "selected"
    RESERVE = "reserve"
    CONFIRMED = "confirmed"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    ATTENDED = "attended"
    NO_SHOW = "no_show"


class AttendanceStatus(StrEnum):
    """What was seen of a participant at one event."""

    PRESENT = "present"
    LATE = "late"
    PARTIAL = "partial"
    EXCUSED = "excused"
    ABSENT = "absent"


class AttendanceSource(StrEnum):
    """How an attendance was recorded."""

    MANUAL = "manual"
    SHEET = "sheet"
    IMPORT = "import"


class CertificateKind(StrEnum):
    """What a certificate says of its holder."""

    ATTENDANCE = "attendance"
    COMPLETION = "completion"
    TRAINER = "trainer"


class CertificateStatus(StrEnum):
    """Whether a certificate holds."""

    VALID = "valid"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"


class ContactPurpose(StrEnum):
    """What a contact of a workshop is there for."""

    INFORMATION = "information"
    REGISTRATION = "registration"
    LOGISTICS = "logistics"
    PRESS = "press"
    FUNDER = "funder"


class DocumentType(StrEnum):
    """What an attached file is."""

    PRESS_RELEASE = "press_release"
    AGENDA = "agenda"
    CONCEPT_NOTE = "concept_note"
    SIGNED_SHEET = "signed_sheet"
    REPORT = "report"
    PRESENTATION = "presentation"
    EVALUATION = "evaluation"
    PHOTO = "photo"
    OTHER = "other"


class PressReleaseStatus(StrEnum):
    """Where a press release stands in its review."""

    TO_REVIEW = "to_review"
    ACCEPTED = "accepted"
    SET_ASIDE = "set_aside"


class FindingStatus(StrEnum):
    """What the reviewer did with a finding."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    CHANGED = "changed"
    REJECTED = "rejected"


class Role(StrEnum):
    """What a user may do: read, keep the records of an office, run the installation."""

    VIEWER = "viewer"
    ORGANISER = "organiser"
    ADMINISTRATOR = "administrator"


class RecordKind(StrEnum):
    """What can be deleted and brought back: each value is the name of its table."""

    WORKSHOP = "workshop"
    PRESS_RELEASE = "press_release"
    DOCUMENT = "document"
    AGENCY = "agency"
    PERSON = "person"
    PROJECT = "project"
    TOPIC = "topic"


class ActKind(StrEnum):
    """An act on a whole record that can be undone for some weeks."""

    DELETE = "delete"
    MERGE = "merge"
    ERASE = "erase"


class Origin(StrEnum):
    """Through which door a change came in."""

    FORM = "form"
    PRESS_RELEASE = "press_release"
    COMMAND = "command"
    DEMO = "demo"
    API = "api"


TYPED_STATUSES = (
    WorkshopStatus.DRAFT,
    WorkshopStatus.PLANNED,
    WorkshopStatus.CONFIRMED,
    WorkshopStatus.ONGOING,
    WorkshopStatus.COMPLETED,
)
"""The statuses a person sets in the form. Postponed, cancelled and closed are acts with buttons of their own."""

ENDED_STATUSES = (WorkshopStatus.POSTPONED, WorkshopStatus.CANCELLED, WorkshopStatus.CLOSED)
"""The statuses a workshop leaves by reopening it."""
