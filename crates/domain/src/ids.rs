//! Ids: one type for each kind of thing, so that a mentor's id is never taken for a person's. The text inside
//! is a UUIDv7 made at the edge; nothing in the rules looks into it.

use serde::{Deserialize, Serialize};
use std::fmt;

/// The check code of a paper: ten letters that are not confused with one another, in two groups. 50 bits are enough for a
/// code that reveals only that a paper is real.
pub fn check_code(bytes: [u8; 10]) -> String {
    const LETTERS: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    let code: String = bytes.iter().map(|byte| char::from(LETTERS[usize::from(byte % 32)])).collect();
    format!("{}-{}", &code[..5], &code[5..])
}

macro_rules! id {
    ($($(#[$about:meta])* $name:ident),* $(,)?) => { $(
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// The id as it is stored and written in addresses.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
        impl From<String> for $name {
            fn from(id: String) -> Self {
                Self(id)
            }
        }
        impl From<&str> for $name {
            fn from(id: &str) -> Self {
                Self(id.to_owned())
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )* };
}

id! {
    /// A district or city department above schools.
    DistrictId,
    /// A step that a school wrote into its template of the work plan.
    TemplateStepId,
    /// A goal of a development plan.
    PlanGoalId,
    /// Dates and settings of a programme, kept under a name.
    ProgrammeTemplateId,
    /// A school.
    SchoolId,
    /// A template of messages to many.
    MessageId,
    /// A message that was sent to many.
    BroadcastId,
    /// Days on which somebody is not at school.
    AbsenceId,
    /// A time at which somebody does not meet.
    ReservationId,
    /// Days in which somebody stands in for a coordinator.
    DeputyId,
    /// A pupil.
    PupilId,
    /// What somebody looks after among pupils.
    DutyId,
    /// A pupil who helps others.
    VolunteerId,
    /// An organisation of a school's own, to which volunteers may belong.
    OrganisationId,
    /// Help that is offered to a pupil.
    ReferralId,
    /// A concern about a child.
    ConcernId,
    /// A pupil who helps and one who is helped.
    PeerPairId,
    /// A lot among children who wait to be helped.
    LotId,
    /// A consent about a pupil.
    PupilConsentId,
    /// The scan of a signed paper about a pupil.
    PupilScanId,
    /// A sociometry of a class.
    SociometryId,
    /// A person: teacher, head, officer.
    PersonId,
    /// One import of a list.
    ImportId,
    /// A signed-in browser.
    SessionId,
    /// A mentoring programme of one school and one school year.
    ProgrammeId,
    /// A person's candidature as mentor in a programme, with the card.
    MentorId,
    /// A person's place as newcomer in a programme.
    NewcomerId,
    /// The papers of a year in one file.
    BundleId,
    /// One joint work of a newcomer with a candidate mentor.
    ContactId,
    /// An edition of a form of reports.
    EditionId,
    /// A confidential request for a change of mentor.
    HandoverId,
    /// The planned end of a pair.
    EndingId,
    /// An extension of a pair.
    ExtensionId,
    /// A pause of a pair.
    PauseId,
    /// One planned meeting of a newcomer and a candidate mentor.
    TurnId,
    /// One meeting of a pair.
    MeetingId,
    /// A note on a meeting.
    NoteId,
    /// A next step that a pair agreed on.
    StepId,
    /// A newcomer's request to a mentor.
    RequestId,
    /// A newcomer and a mentor for a period.
    PairId,
    /// One run of the engine, with what a person made of it.
    ProposalId,
    /// A second round of a programme's choice.
    RoundId,
    /// An order of the head.
    OrderId,
    /// A plan of a pair or of a newcomer.
    PlanId,
    /// One line of a plan.
    PlanItemId,
    /// A report that is signed in a chain.
    ReportId,
    /// A line that a school added to a regulation.
    RegulationLineId,
    /// A line that a school added to the frame of competencies.
    CompetencyItemId,
    /// One piece of evidence for a line of that frame.
    EvidenceId,
    /// One observation of a lesson.
    ObservationId,
    /// A situation that a school wrote to be played.
    SituationId,
    /// A meeting at which a situation is played.
    SceneId,
    /// What such a meeting decided.
    SceneDecisionId,
    /// One wave of the survey of both sides.
    SurveyId,
    /// A course for mentors.
    CourseId,
    /// A case from somebody's practice.
    CaseId,
    /// A reply to a case.
    ReplyId,
    /// One session of training.
    TrainingId,
    /// One sitting of an exam.
    ExamId,
    /// The paper of a candidate in a sitting.
    AttemptId,
    /// A commission of the practice.
    CommissionId,
    /// One candidate before a commission.
    HearingId,
    /// An appeal against a result of an exam.
    AppealId,
    /// A disciplinary sanction.
    SanctionId,
    /// An award to pupils who help pupils, from its rule to its handing over.
    AwardId,
    /// An appeal against what stands about a pupil on its list.
    AwardAppealId,
    /// An idea of a young specialist.
    IdeaId,
    /// A comment on an idea.
    IdeaCommentId,
    /// A step of what an idea turned into.
    IdeaStepId,
    /// A camp of young specialists.
    CampId,
    /// An idea put to a camp.
    CampIdeaId,
    /// What somebody says of a camp.
    CampAnswerId,
    /// A young specialist's light for a topic.
    LanternId,
    /// An open hour of it.
    LanternHourId,
    /// A question to it.
    LanternQuestionId,
    /// A note of it.
    LanternNoteId,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_check_code_has_no_letter_that_is_taken_for_another() {
        let code = check_code([0, 7, 31, 32, 63, 64, 100, 200, 254, 255]);
        assert_eq!((code.len(), code.find('-')), (11, Some(5)));
        let all: String = (0..=255).map(|byte| check_code([byte; 10])).collect();
        assert!(!all.contains(['0', '1', 'I', 'O']), "{all}");
    }
}
