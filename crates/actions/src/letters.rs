//! Letters are promised in the transaction of the change they tell of, and written later in the language of
//! the person who gets them. A promise holds ids and words only; what the letter says is looked up when it is
//! written, so that it never tells what the person may not see any more.

mod ahead;
mod holding;
mod posting;
mod told;
mod writing;

pub(crate) use ahead::remind_ahead;
pub(crate) use holding::{Holder, holder};
pub use posting::{Delivered, NotSent, Post, deliver_next};
pub(crate) use told::about_removed;
pub(crate) use writing::sender as school_name;
pub use writing::{Part, Written, write};

use crate::Context;
use domain::deliveries::{Pace, Stoppable};
use domain::{Instant, PersonId};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use store::jobs::{Job, Work};
use store::{StoreError, WriteTx};

/// The kind of job under which letters are promised.
pub const KIND: &str = "letter";

/// What a letter tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Letter {
    /// To the one asked: a request came, or a mentor offers first.
    RequestSent,
    /// To the one asked: half of the time for an answer has passed; about the candidature or the enrolment, not one
    /// request.
    RequestReminder,
    /// To the asker: the other has a question.
    RequestAsked,
    /// To the one asked: the question is answered.
    RequestReplied,
    /// To the asker: the other wants to meet first.
    RequestMeetFirst,
    /// To the asker: accepted.
    RequestAccepted,
    /// To the asker: not accepted; neutral.
    RequestDeclined,
    /// To the one asked: the request was taken back.
    RequestWithdrawn,
    /// To both: the time for the answer has passed.
    RequestExpired,
    /// To the side that waits: something else was decided.
    RequestClosed,
    /// To the other side of a request: it had closed because somebody left, and that was a mistake.
    RequestReopened,
    /// To a nominee: you were nominated as mentor; you decide.
    MentorNominated,
    /// To an applicant: you have the right to mentor.
    MentorApproved,
    /// To an applicant: not approved, with the reason on the page.
    MentorRejected,
    /// To a newcomer: who is with you until the choice is made.
    ProvisionalNamed,
    /// To both of a provisional pair: it was taken back before the order; neutral, to both alike.
    ProvisionalTakenBack,
    /// To both of a pair: the pair was published, consent is awaited.
    PairPublished,
    /// To both of a pair: it did not come about; neutral, to both alike.
    PairDissolved,
    /// To a newcomer without a pair: nobody is left alone (neg:N21).
    PairPending,
    /// To the partner of a pair: the other no longer works here, the pair has ended.
    PairEnded,
    /// To both of a pair: it has ended, another one follows; neutral, to both alike.
    PairHandedOver,
    /// To both of a pair: its last day is named, or another one.
    EndingPlanned,
    /// To both of a pair: the last day was taken back, the pair goes on.
    EndingTakenBack,
    /// To whoever of a pair has to agree: more time is proposed.
    ExtensionProposed,
    /// To coordinators: both of a pair agree to more time.
    ExtensionAgreed,
    /// To both of a pair: the last day stays; neutral, to both alike.
    ExtensionDeclined,
    /// To whoever of a pair has not set it: the pair pauses until a day.
    PairPaused,
    /// To whoever of a pair has not said so: the pause is over earlier.
    PauseEnded,
    /// To both of a pair: both have written closing words, and each may read the other one's.
    ThanksOpened,
    /// To both of a pair: the last day is over.
    PairClosed,
    /// To the partner of a pair: the other works here after all, the pair goes on.
    PairResumed,
    /// To the other of a pair: the first meeting is planned or moved.
    FirstMeetingPlanned,
    /// To the other of a pair: a meeting, a series or another time is proposed; its link is answered once.
    MeetingProposed,
    /// To whoever proposed a time: it suits.
    MeetingAgreed,
    /// To whoever proposed a time: it does not suit; neutral, without a reason.
    MeetingDeclined,
    /// To the other of a pair: the meeting does not take place; no reason.
    MeetingCancelled,
    /// To both of a pair, or to the one who still works here: a meeting fell away, because the pair works no longer on
    /// its day.
    MeetingFellAway,
    /// To both of a pair, ahead of a meeting: about the meeting, its time and how long ahead.
    MeetingReminder,
    /// To the other of two: a lesson is proposed, to watch it or to have it watched.
    ObservationProposed,
    /// To the observed teacher: the administration comes to a lesson.
    ObservationAnnounced,
    /// To whoever proposed a lesson: it suits.
    ObservationAgreed,
    /// To whoever proposed a lesson: it does not suit; neutral, without a reason.
    ObservationDeclined,
    /// To the other of two: the observation does not take place; no reason.
    ObservationCancelled,
    /// To both of an observation, ahead of it: about it, its time and how long ahead.
    ObservationReminder,
    /// To the observed teacher: a sheet is finished; nothing of what it says.
    ObservationFinished,
    /// To the observed teacher: a sheet was taken back; the reason stands on the page.
    ObservationVoided,
    /// To those named in an order: it was signed.
    OrderSigned,
    /// To whoever must act so that a report is done: its last day, by a step of the ladder. About the report's kind,
    /// term, pair or programme, and the step.
    ReportDue,
    /// To whoever signs a report next.
    ReportAwaits,
    /// To whoever's words were returned.
    ReportReturned,
    /// To the author: everybody has signed.
    ReportApproved,
    /// To whoever signs a work plan next.
    PlanAwaits,
    /// To the mentor: the work plan was returned with a comment; to whoever had signed it: the signature is void.
    PlanReturned,
    /// To the mentor: somebody else changed a work plan, which took its signatures off.
    PlanUnsigned,
    /// To the two of a work plan: everybody has signed.
    PlanApproved,
    /// To whoever must act so that a work plan or an order is made and signed: its last day, by a step of the ladder. About
    /// the paper, or what it is not made of yet, and the day of the step.
    SignatureDue,
    /// To everybody in a plan of joint work: how many meetings, and the first one. About the programme.
    RotationPublished,
    /// To those whose planned meetings were taken back. About the programme.
    RotationWithdrawn,
    /// To the other of a planned meeting: another time is asked for.
    RotationAsked,
    /// To whoever asked for another time: it suits.
    RotationMoved,
    /// To whoever asked for another time: the old one stays; neutral.
    RotationKept,
    /// To the other of a planned meeting: it does not take place, because somebody cannot come or works here no longer;
    /// no reason.
    RotationExcused,
    /// To everybody who takes part in a second round: that it is open, and until when. About the round.
    RoundOpened,
    /// To the same: it goes on until a later day.
    RoundExtended,
    /// To newcomers who have no pair yet, and to coordinators: it is over.
    RoundOver,
    /// To everybody who is asked: a wave of the survey is open. About the wave.
    SurveyOpened,
    /// To the same, once; nothing is written to whoever has answered or skipped.
    SurveyReminder,
    /// To both of a development plan with an open goal, once: a review begins in a few days. About the plan and the season.
    ReviewAhead,
    /// To the other of a development plan: one has written a review; nothing of what it says. About the same.
    ReviewWritten,
    /// To whoever was enrolled in the mentor course: what its first stage asks. About the course.
    CourseBegun,
    /// To whoever waited for a place in a session of training: there is one. About the session.
    TrainingPlace,
    /// To everybody on the list of a session: it does not take place.
    TrainingCancelled,
    /// To everybody on the list of a session: there is something new to read or to do after it. About the session.
    TrainingMaterial,
    /// To an applicant: the coordinator gives no place in the course now; the word is read on the page.
    CourseDeclined,
    /// To whoever is at the training: a session is announced. About the session.
    TrainingAnnounced,
    /// To whoever may sit it: a sitting of the theory is planned. About the sitting.
    SittingPlanned,
    /// To the same, and to whoever has a paper of it: it does not count; the reason is read on the page.
    SittingCalledOff,
    /// To a candidate: what the paper came to can be read; nothing of it in the letter. About the paper, and whether it
    /// was looked at a second time.
    TheoryTold,
    /// To coordinators, once: written answers of a closed sitting wait for points. About the sitting.
    TextsWait,
    /// To a candidate: day, hour and place of the practice. About the practice.
    HearingNamed,
    /// To candidates and examiners: another day, hour or place. About the commission.
    HearingMoved,
    /// To a candidate: the practice does not take place on that day. About the commission.
    HearingTakenOff,
    /// To a candidate: what the practice came to can be read; nothing of it in the letter. About the practice.
    PracticeTold,
    /// To a candidate: the right to mentor is granted, and a certificate can be made. About the course.
    RightGranted,
    /// To its holder, two months and one month ahead: the right ends. About the course and how many days ahead.
    RightEnds,
    /// To whoever held it: the right was taken away; no reason. About the course.
    RightRevoked,
    /// To an examiner: sits in a commission. About the commission.
    ExaminerNamed,
    /// To an examiner: somebody else takes the place; no reason. About the commission.
    ExaminerReplaced,
    /// To somebody who is asked to mark one candidate. About the practice.
    ExaminerAsked,
    /// To its examiners: the commission does not sit. About the commission, its day and hour.
    CommissionRemoved,
    /// To an examiner, once: the practice was on an earlier day, and the sheet is not sealed. About the practice.
    SheetUnsealed,
    /// To whoever decides: somebody appealed against a result of the exam; nothing of what the appeal says.
    AppealFiled,
    /// To the candidate: the appeal is decided; the reason stands on the page.
    AppealDecided,
    /// To whoever must act: a concern waits for them. Nothing of what it says.
    ConcernWaits,
    /// To the same: the last day of a step, by a step of the ladder. About the case, the step and the day of the ladder.
    ConcernDue,
    /// To whoever answers an idea: its last day, by a step of the ladder. About the idea and the day of the reminder.
    IdeaDue,
    /// To somebody who shared an idea or commented: there is news of it. Neither which idea it is nor what the news is, so that
    /// a letter that others see names no author (neg:N24).
    IdeaTold,
    /// To the owner of a step of an idea: it is theirs, or its day is near. About the idea, the step and, where it is a
    /// reminder, the day.
    IdeaStep,
    /// To somebody of the audience of a message: what the coordinator writes to many. About what was sent.
    MessageSent,
    /// To a coordinator who tries a template: the same as its readers would get it. About the template and the minute.
    MessageTried,
    /// To whoever had no place in a slot of a camp: one fell free, and it is theirs. About the camp and the slot.
    CampPlace,
    /// To everybody who takes part in a camp: the workshops are given out. About the camp.
    CampAssigned,
    /// To everybody who signed up for a camp, of whichever school: it is not held, nobody has to travel. About the camp.
    CampCancelled,
    /// To everybody who takes part in a club or a school: a meeting was added or moved. About it.
    CampMoved,
    /// To those at a meeting with a modelled situation: its day, hour or place is another one. About the meeting.
    SceneMoved,
    /// To each person, once a term: is what the school keeps of them right? About the first day of the term.
    DataDue,
    /// To everybody of a programme: it was stopped in the middle of the year; no reason, and one letter for all that ended with
    /// it. About the programme.
    ProgrammeStopped,
}

impl Letter {
    /// All letters.
    pub const ALL: [Self; 107] = [
        Self::RequestSent,
        Self::RequestReminder,
        Self::RequestAsked,
        Self::RequestReplied,
        Self::RequestMeetFirst,
        Self::RequestAccepted,
        Self::RequestDeclined,
        Self::RequestWithdrawn,
        Self::RequestExpired,
        Self::RequestClosed,
        Self::RequestReopened,
        Self::MentorNominated,
        Self::MentorApproved,
        Self::MentorRejected,
        Self::ProvisionalNamed,
        Self::ProvisionalTakenBack,
        Self::PairPublished,
        Self::PairDissolved,
        Self::PairPending,
        Self::PairEnded,
        Self::PairHandedOver,
        Self::EndingPlanned,
        Self::EndingTakenBack,
        Self::ExtensionProposed,
        Self::ExtensionAgreed,
        Self::ExtensionDeclined,
        Self::PairPaused,
        Self::PauseEnded,
        Self::ThanksOpened,
        Self::PairClosed,
        Self::PairResumed,
        Self::FirstMeetingPlanned,
        Self::MeetingProposed,
        Self::MeetingAgreed,
        Self::MeetingDeclined,
        Self::MeetingCancelled,
        Self::MeetingFellAway,
        Self::MeetingReminder,
        Self::ObservationProposed,
        Self::ObservationAnnounced,
        Self::ObservationAgreed,
        Self::ObservationDeclined,
        Self::ObservationCancelled,
        Self::ObservationReminder,
        Self::ObservationFinished,
        Self::ObservationVoided,
        Self::OrderSigned,
        Self::ReportDue,
        Self::ReportAwaits,
        Self::ReportReturned,
        Self::ReportApproved,
        Self::RotationPublished,
        Self::RotationWithdrawn,
        Self::RotationAsked,
        Self::RotationMoved,
        Self::RotationKept,
        Self::RotationExcused,
        Self::RoundOpened,
        Self::RoundExtended,
        Self::RoundOver,
        Self::SurveyOpened,
        Self::SurveyReminder,
        Self::ReviewAhead,
        Self::ReviewWritten,
        Self::PlanAwaits,
        Self::PlanReturned,
        Self::PlanUnsigned,
        Self::PlanApproved,
        Self::SignatureDue,
        Self::CourseBegun,
        Self::TrainingPlace,
        Self::TrainingCancelled,
        Self::TrainingMaterial,
        Self::CourseDeclined,
        Self::TrainingAnnounced,
        Self::SittingPlanned,
        Self::SittingCalledOff,
        Self::TheoryTold,
        Self::TextsWait,
        Self::HearingNamed,
        Self::HearingMoved,
        Self::HearingTakenOff,
        Self::PracticeTold,
        Self::RightGranted,
        Self::RightEnds,
        Self::RightRevoked,
        Self::ExaminerNamed,
        Self::ExaminerReplaced,
        Self::ExaminerAsked,
        Self::CommissionRemoved,
        Self::SheetUnsealed,
        Self::AppealFiled,
        Self::AppealDecided,
        Self::ConcernDue,
        Self::ConcernWaits,
        Self::IdeaDue,
        Self::IdeaTold,
        Self::IdeaStep,
        Self::MessageSent,
        Self::MessageTried,
        Self::CampPlace,
        Self::CampAssigned,
        Self::CampCancelled,
        Self::CampMoved,
        Self::SceneMoved,
        Self::DataDue,
        Self::ProgrammeStopped,
    ];
}

impl Letter {
    /// May it wait for the letter of the day? What tells of a near time, or that a time no longer stands, may not.
    #[expect(clippy::too_many_lines, reason = "a line for each letter")]
    pub(crate) const fn pace(self) -> Pace {
        match self {
            Self::FirstMeetingPlanned
            | Self::MeetingProposed
            | Self::MeetingCancelled
            | Self::MeetingFellAway
            | Self::MeetingReminder
            | Self::ObservationProposed
            | Self::ObservationAnnounced
            | Self::ObservationCancelled
            | Self::ObservationReminder
            | Self::RotationAsked
            | Self::RotationExcused
            | Self::RotationWithdrawn
            | Self::TrainingPlace
            | Self::CampPlace
            | Self::CampCancelled
            | Self::CampMoved
            | Self::TrainingCancelled
            | Self::SittingPlanned
            | Self::SittingCalledOff
            | Self::HearingNamed
            | Self::HearingMoved
            | Self::HearingTakenOff
            | Self::ExaminerNamed
            | Self::ExaminerReplaced
            | Self::ExaminerAsked
            | Self::CommissionRemoved
            | Self::ConcernWaits
            | Self::ConcernDue
            | Self::SceneMoved
            | Self::MessageTried => Pace::AtOnce,
            Self::RequestSent
            | Self::RequestReminder
            | Self::RequestAsked
            | Self::RequestReplied
            | Self::RequestMeetFirst
            | Self::RequestAccepted
            | Self::RequestDeclined
            | Self::RequestWithdrawn
            | Self::RequestExpired
            | Self::RequestClosed
            | Self::RequestReopened
            | Self::MentorNominated
            | Self::MentorApproved
            | Self::MentorRejected
            | Self::ProvisionalNamed
            | Self::ProvisionalTakenBack
            | Self::PairPublished
            | Self::PairDissolved
            | Self::PairPending
            | Self::PairEnded
            | Self::PairHandedOver
            | Self::SurveyOpened
            | Self::SurveyReminder
            | Self::ReviewAhead
            | Self::ReviewWritten
            | Self::CourseBegun
            | Self::CourseDeclined
            | Self::TrainingAnnounced
            | Self::TrainingMaterial
            | Self::TheoryTold
            | Self::TextsWait
            | Self::PracticeTold
            | Self::RightGranted
            | Self::RightEnds
            | Self::RightRevoked
            | Self::SheetUnsealed
            | Self::PairResumed
            | Self::EndingPlanned
            | Self::EndingTakenBack
            | Self::ExtensionProposed
            | Self::ExtensionAgreed
            | Self::ExtensionDeclined
            | Self::PairPaused
            | Self::PauseEnded
            | Self::ThanksOpened
            | Self::PairClosed
            | Self::MeetingAgreed
            | Self::MeetingDeclined
            | Self::ObservationAgreed
            | Self::ObservationDeclined
            | Self::ObservationFinished
            | Self::ObservationVoided
            | Self::OrderSigned
            | Self::ReportDue
            | Self::ReportAwaits
            | Self::ReportReturned
            | Self::ReportApproved
            | Self::PlanAwaits
            | Self::PlanReturned
            | Self::PlanUnsigned
            | Self::PlanApproved
            | Self::SignatureDue
            | Self::RotationPublished
            | Self::RotationMoved
            | Self::RotationKept
            | Self::RoundOpened
            | Self::RoundExtended
            | Self::RoundOver
            | Self::AppealFiled
            | Self::AppealDecided
            | Self::IdeaDue
            | Self::IdeaTold
            | Self::IdeaStep
            | Self::DataDue
            | Self::MessageSent
            | Self::CampAssigned
            | Self::ProgrammeStopped => Pace::MayWait,
        }
    }
}

impl Letter {
    /// By which wish the reader stops it; none of a letter that has to reach them.
    pub(crate) const fn stops(self) -> Option<Stoppable> {
        match self {
            Self::MeetingReminder | Self::ObservationReminder => Some(Stoppable::Reminders),
            Self::MessageSent | Self::DataDue => Some(Stoppable::Messages),
            _ => None,
        }
    }
}

/// A letter that is to be written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Promise {
    /// To whom.
    pub to: PersonId,
    /// What it tells.
    pub letter: Letter,
    /// The id of the thing it tells of; the letter links to its page.
    pub about: String,
    /// The secret of a link that is answered once, where the letter holds one (feat:D2). It opens one page about one
    /// proposal, and nothing once that is answered: docs/decisions/0012-links-that-are-answered-once.md.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub secret: Option<String>,
}

impl Promise {
    /// Reads what a job of this kind promises.
    pub(crate) fn of(job: &Job) -> store::Result<Self> {
        if job.kind != KIND {
            return Err(StoreError::Unreadable("kind of job"));
        }
        serde_json::from_str(&job.payload).map_err(|_| StoreError::Unreadable("letter"))
    }
}

/// Promises a letter in the transaction of the change.
pub async fn promise(
    context: &Context<'_>,
    tx: &mut WriteTx,
    to: &PersonId,
    letter: Letter,
    about: &str,
) -> store::Result<()> {
    promise_with(context, tx, to, letter, about, None).await
}

/// The same with the secret of a link in the letter.
pub(crate) async fn promise_with(
    context: &Context<'_>,
    tx: &mut WriteTx,
    to: &PersonId,
    letter: Letter,
    about: &str,
    secret: Option<String>,
) -> store::Result<()> {
    let payload = payload(&Promise { to: to.clone(), letter, about: about.to_owned(), secret })?;
    let id = context.id::<String>();
    let (kind, run_at) = (KIND, context.now);
    store::jobs::add(tx, Work { id: &id, kind, payload: &payload, run_at, person: Some(to) }).await
}

/// Promises a letter for a later time, once: the same letter about the same thing to the same person is never promised
/// a second time, also when the first has been written long ago (neg:N10).
pub(crate) async fn promise_once(
    tx: &mut WriteTx,
    to: &PersonId,
    letter: Letter,
    about: &str,
    at: Instant,
) -> store::Result<()> {
    let payload = payload(&Promise { to: to.clone(), letter, about: about.to_owned(), secret: None })?;
    let digest = Sha256::digest(payload.as_bytes());
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest[..16]);
    let id = uuid::Builder::from_custom_bytes(bytes).into_uuid().to_string();
    let work = Work { id: &id, kind: KIND, payload: &payload, run_at: at, person: Some(to) };
    store::jobs::add_once(tx, work).await
}

fn payload(promise: &Promise) -> store::Result<String> {
    serde_json::to_string(promise).map_err(|_| StoreError::Unreadable("letter"))
}
