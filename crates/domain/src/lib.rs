//! Decides: people, roles, permissions, states and rules. Pure: no I/O, no clock, no randomness, no text for
//! people. Whatever depends on the time or on chance receives it as an argument.

pub mod absences;
pub mod accounts;
pub mod appeals;
pub mod audit;
pub mod awards;
pub mod bundles;
pub mod calendar;
pub mod camps;
pub mod certificates;
pub mod changes;
pub mod checks;
pub mod choices;
pub mod commitments;
pub mod competencies;
pub mod concerns;
pub mod consents;
pub mod contacts;
pub mod courses;
pub mod deletions;
pub mod deliveries;
pub mod deputies;
#[cfg(test)]
pub(crate) mod diagrams;
pub mod difficulties;
pub mod duties;
pub mod endings;
pub mod exams;
pub mod favourites;
pub mod formsets;
pub mod goals;
pub mod handovers;
pub mod ideas;
pub mod ids;
pub mod journals;
pub mod ladder;
pub mod lanterns;
pub mod lots;
pub mod meetings;
pub mod mentors;
pub mod messages;
pub mod milestones;
pub mod motivations;
pub mod newcomers;
pub mod observations;
pub mod orders;
pub mod organisations;
pub mod pairs;
pub mod peers;
pub mod people;
pub mod permissions;
pub mod plans;
pub mod programmes;
pub mod proposals;
pub mod pulses;
pub mod pupils;
pub mod questions;
pub mod recognitions;
pub mod referrals;
pub mod registers;
pub mod regulations;
pub mod reports;
pub mod requests;
pub mod reservations;
pub mod rosters;
pub mod rotations;
pub mod rounds;
pub mod sanctions;
pub mod scenes;
pub mod schools;
pub mod seals;
pub mod secrets;
pub mod settings;
pub mod sides;
pub mod signatures;
pub mod sociometries;
pub mod suggestions;
pub mod surveys;
pub mod telegram;
pub mod terms;
pub mod timetables;
pub mod visibility;
pub mod volunteers;

pub use ids::LotId;
pub use ids::OrganisationId;
pub use ids::{
    AbsenceId, AppealId, AttemptId, AwardAppealId, AwardId, BroadcastId, BundleId, CampAnswerId, CampId,
    CampIdeaId, CaseId, CommissionId, CompetencyItemId, ConcernId, ContactId, CourseId, DeputyId, DistrictId,
    DutyId, EditionId, EndingId, EvidenceId, ExamId, ExtensionId, HandoverId, HearingId, IdeaCommentId,
    IdeaId, IdeaStepId, ImportId, LanternHourId, LanternId, LanternNoteId, LanternQuestionId, MeetingId,
    MentorId, MessageId, NewcomerId, NoteId, ObservationId, OrderId, PairId, PauseId, PeerPairId, PersonId,
    PlanGoalId, PlanId, PlanItemId, ProgrammeId, ProgrammeTemplateId, ProposalId, PupilConsentId, PupilId,
    PupilScanId, ReferralId, RegulationLineId, ReplyId, ReportId, RequestId, ReservationId, RoundId,
    SanctionId, SceneDecisionId, SceneId, SchoolId, SessionId, SituationId, SociometryId, StepId, SurveyId,
    TemplateStepId, TrainingId, TurnId, VolunteerId,
};

/// A civil day; the unit in which the law counts.
pub type Day = jiff::civil::Date;

/// A point in time, UTC, kept to the millisecond.
pub type Instant = jiff::Timestamp;
