"""How people read the closed lists: one message of the catalogs per value, translated where it is shown."""

from enum import StrEnum

from workshops.domain import enums as e
from workshops.domain import jobs
from workshops.domain.document_texts import DocumentUse
from workshops.errors import N_

_LABELS: dict[type[StrEnum], dict[str, str]] = {
    e.RecordKind: {
        e.RecordKind.WORKSHOP: N_("Workshop"),
        e.RecordKind.PRESS_RELEASE: N_("Press release"),
        e.RecordKind.DOCUMENT: N_("Document"),
        e.RecordKind.AGENCY: N_("Agency"),
        e.RecordKind.PERSON: N_("Person"),
        e.RecordKind.PROJECT: N_("Project"),
        e.RecordKind.TOPIC: N_("Topic"),
    },
    e.ActKind: {
        e.ActKind.DELETE: N_("Deleted"),
        e.ActKind.MERGE: N_("Merged"),
        e.ActKind.ERASE: N_("Erased"),
    },
    e.WorkshopType: {
        e.WorkshopType.WORKSHOP: N_("Workshop"),
        e.WorkshopType.TRAINING_COURSE: N_("Training course"),
        e.WorkshopType.TRAINING_OF_TRAINERS: N_("Training of trainers"),
        e.WorkshopType.SEMINAR: N_("Seminar"),
        e.WorkshopType.CONFERENCE: N_("Conference"),
        e.WorkshopType.STUDY_VISIT: N_("Study visit"),
        e.WorkshopType.WEBINAR: N_("Webinar"),
        e.WorkshopType.OTHER: N_("Other activity"),
    },
    e.DeliveryMode: {
        e.DeliveryMode.ONSITE: N_("On site"),
        e.DeliveryMode.ONLINE: N_("Online"),
        e.DeliveryMode.HYBRID: N_("Hybrid"),
    },
    e.WorkshopStatus: {
        e.WorkshopStatus.DRAFT: N_("Draft"),
        e.WorkshopStatus.PLANNED: N_("Planned"),
        e.WorkshopStatus.CONFIRMED: N_("Confirmed"),
        e.WorkshopStatus.ONGOING: N_("Ongoing"),
        e.WorkshopStatus.COMPLETED: N_("Completed"),
        e.WorkshopStatus.CLOSED: N_("Closed"),
        e.WorkshopStatus.POSTPONED: N_("Postponed"),
        e.WorkshopStatus.CANCELLED: N_("Cancelled"),
    },
    e.WorkState: {
        e.WorkState.DRAFTS: N_("Drafts"),
        e.WorkState.PLANNED: N_("Coming up"),
        e.WorkState.RUNNING: N_("Running now"),
        e.WorkState.TO_CLOSE: N_("To complete"),
        e.WorkState.CLOSED: N_("Closed or cancelled"),
    },
    e.HeadcountSource: {
        e.HeadcountSource.SIGN_IN_SHEET: N_("Sign-in sheet"),
        e.HeadcountSource.REPORT: N_("Report"),
        e.HeadcountSource.PRESS_RELEASE: N_("Press release"),
        e.HeadcountSource.ESTIMATE: N_("Estimate"),
    },
    e.DatePrecision: {
        e.DatePrecision.DAY: N_("To the day"),
        e.DatePrecision.MONTH: N_("To the month"),
        e.DatePrecision.YEAR: N_("To the year"),
    },
    e.AttendanceSource: {
        e.AttendanceSource.MANUAL: N_("Marked by hand"),
        e.AttendanceSource.SHEET: N_("Signed sheet"),
        e.AttendanceSource.IMPORT: N_("Import"),
    },
    e.CountQualifier: {
        e.CountQualifier.EXACT: N_("Exactly"),
        e.CountQualifier.ABOUT: N_("About"),
        e.CountQualifier.MORE_THAN: N_("More than"),
    },
    e.AgencyType: {
        e.AgencyType.GOVERNMENT: N_("Government"),
        e.AgencyType.INTERGOVERNMENTAL: N_("Intergovernmental organisation"),
        e.AgencyType.NGO: N_("Non-governmental organisation"),
        e.AgencyType.ACADEMIC: N_("University or training institute"),
        e.AgencyType.PRIVATE: N_("Private company"),
        e.AgencyType.MEDIA: N_("Media"),
        e.AgencyType.FUND: N_("Fund"),
        e.AgencyType.OTHER: N_("Other agency"),
    },
    e.AgencyRole: {
        e.AgencyRole.ORGANISER: N_("Organiser"),
        e.AgencyRole.CO_ORGANISER: N_("Co-organiser"),
        e.AgencyRole.HOST: N_("Host"),
        e.AgencyRole.IMPLEMENTING: N_("Implementing agency"),
        e.AgencyRole.PARTICIPATING: N_("Participating agency"),
        e.AgencyRole.TECHNICAL_PARTNER: N_("Technical partner"),
        e.AgencyRole.NOMINATING: N_("Nominating agency"),
    },
    e.ExpertRole: {
        e.ExpertRole.LEAD_TRAINER: N_("Lead trainer"),
        e.ExpertRole.CO_TRAINER: N_("Co-trainer"),
        e.ExpertRole.FACILITATOR: N_("Facilitator"),
        e.ExpertRole.RESOURCE_PERSON: N_("Resource person"),
        e.ExpertRole.INTERPRETER: N_("Interpreter"),
        e.ExpertRole.OBSERVER: N_("Observer"),
    },
    e.Sex: {
        e.Sex.FEMALE: N_("Woman"),
        e.Sex.MALE: N_("Man"),
        e.Sex.OTHER: N_("Another gender"),
        e.Sex.UNKNOWN: N_("Not stated"),
    },
    e.ParticipationStatus: {
        e.ParticipationStatus.INVITED: N_("Invited"),
        e.ParticipationStatus.NOMINATED: N_("Nominated"),
        e.ParticipationStatus.REGISTERED: N_("Registered"),
        e.ParticipationStatus.SELECTED: N_("Selected"),
        e.ParticipationStatus.RESERVE: N_("On the reserve list"),
        e.ParticipationStatus.CONFIRMED: N_("Coming"),
        e.ParticipationStatus.DECLINED: N_("Declined"),
        e.ParticipationStatus.WITHDRAWN: N_("Withdrawn"),
        e.ParticipationStatus.ATTENDED: N_("Attended"),
        e.ParticipationStatus.NO_SHOW: N_("Did not come"),
    },
    e.AttendanceStatus: {
        e.AttendanceStatus.PRESENT: N_("Present"),
        e.AttendanceStatus.LATE: N_("Late"),
        e.AttendanceStatus.PARTIAL: N_("Part of the time"),
        e.AttendanceStatus.EXCUSED: N_("Excused"),
        e.AttendanceStatus.ABSENT: N_("Absent"),
    },
    e.CertificateKind: {
        e.CertificateKind.ATTENDANCE: N_("Certificate of attendance"),
        e.CertificateKind.COMPLETION: N_("Certificate of completion"),
        e.CertificateKind.TRAINER: N_("Certificate for trainers"),
    },
    DocumentUse: {
        DocumentUse.ATTENDANCE: N_("Certificate of attendance"),
        DocumentUse.COMPLETION: N_("Certificate of completion"),
        DocumentUse.TRAINER: N_("Certificate for trainers"),
        DocumentUse.NOMINATION: N_("Letter asking for nominations"),
        DocumentUse.INVITATION: N_("Letter of invitation"),
    },
    e.CertificateStatus: {
        e.CertificateStatus.VALID: N_("In force"),
        e.CertificateStatus.REPLACED: N_("Replaced"),
        e.CertificateStatus.WITHDRAWN: N_("Withdrawn by its issuer"),
    },
    e.ContactPurpose: {
        e.ContactPurpose.INFORMATION: N_("Information"),
        e.ContactPurpose.REGISTRATION: N_("Registration"),
        e.ContactPurpose.LOGISTICS: N_("Logistics"),
        e.ContactPurpose.PRESS: N_("Press"),
        e.ContactPurpose.FUNDER: N_("Relations with the funder"),
    },
    e.DocumentType: {
        e.DocumentType.PRESS_RELEASE: N_("Press release"),
        e.DocumentType.AGENDA: N_("Agenda"),
        e.DocumentType.CONCEPT_NOTE: N_("Concept note"),
        e.DocumentType.SIGNED_SHEET: N_("Signed attendance sheet"),
        e.DocumentType.REPORT: N_("Report"),
        e.DocumentType.PRESENTATION: N_("Presentation"),
        e.DocumentType.EVALUATION: N_("Evaluation"),
        e.DocumentType.PHOTO: N_("Photograph"),
        e.DocumentType.OTHER: N_("Other document"),
    },
    e.PressReleaseStatus: {
        e.PressReleaseStatus.TO_REVIEW: N_("To review"),
        e.PressReleaseStatus.ACCEPTED: N_("Accepted"),
        e.PressReleaseStatus.SET_ASIDE: N_("Set aside"),
    },
    e.FindingStatus: {
        e.FindingStatus.PROPOSED: N_("Proposed"),
        e.FindingStatus.ACCEPTED: N_("Accepted"),
        e.FindingStatus.CHANGED: N_("Changed"),
        e.FindingStatus.REJECTED: N_("Rejected"),
    },
    e.Role: {
        e.Role.VIEWER: N_("Viewer"),
        e.Role.ORGANISER: N_("Organiser of workshops"),
        e.Role.ADMINISTRATOR: N_("Administrator"),
    },
    e.Origin: {
        e.Origin.FORM: N_("Form"),
        e.Origin.PRESS_RELEASE: N_("Press release"),
        e.Origin.COMMAND: N_("Command"),
        e.Origin.DEMO: N_("Demonstration"),
        e.Origin.API: N_("Programming interface"),
    },
    jobs.JobKind: {
        jobs.JobKind.PRESS: N_("Reading press releases"),
        jobs.JobKind.SHEET: N_("Attendee sheet"),
        jobs.JobKind.PRINT: N_("Printing a document"),
        jobs.JobKind.PRINTS: N_("Prints of several workshops"),
        jobs.JobKind.CERTIFICATES: N_("Printing certificates"),
        jobs.JobKind.EVIDENCE: N_("Evidence pack"),
        jobs.JobKind.REFINDING: N_("Making the workshops of merged agencies findable"),
    },
    jobs.JobStatus: {
        jobs.JobStatus.WAITING: N_("Queued"),
        jobs.JobStatus.RUNNING: N_("Being done"),
        jobs.JobStatus.DONE: N_("Ready"),
        jobs.JobStatus.FAILED: N_("Failed"),
        jobs.JobStatus.CANCELLED: N_("Stopped"),
    },
}


def label(value: StrEnum) -> str:
    """The message (to be translated) for one value of a closed list."""
    return _LABELS[type(value)][value]


def labels(values: type[StrEnum]) -> dict[str, str]:
    """All values of a closed list with their messages, in the list's order."""
    return dict(_LABELS[values])
