//! Who reads each letter, and what it tells them of.

use super::super::exams;
use super::{AT, End, PRIVATE, TALK, Talk, Thing};
use actions::letters::Letter;
use domain::appeals::{Remedy, State as Appealed};
use domain::calendar::Period;
use domain::camps::State as Held;
use domain::courses::{Decision, Phase};
use domain::endings::Progress;
use domain::meetings::{Span, State as Talking};
use domain::mentors::State as MentorState;
use domain::observations::{Party, State as Watching};
use domain::pairs::{Assignment, Origin, State as PairState};
use domain::requests::{Closed, State};
use domain::rotations::State as Turning;
use domain::rounds::State as Rounding;
use domain::sides::Side;
use domain::surveys::Wave;
use jiff::civil::date;

/// However a pair has come about.
fn published() -> Vec<(&'static str, Thing)> {
    let pair = |origin| Thing::Pair(origin, PairState::Published);
    vec![
        ("aigul", pair(Origin::Provisional)),
        ("dana", pair(Origin::Asked { request: "request".into() })),
        ("aigul", pair(Origin::Ranked)),
        ("dana", pair(Origin::Appointed { reason: PRIVATE.into() })),
    ]
}

/// Readers of a letter with what it tells of. A new letter does not compile until it has a scene.
#[expect(clippy::too_many_lines, reason = "one exhaustive match: a new letter is given its scenes here")]
pub(super) fn scenes(letter: Letter) -> Vec<(&'static str, Thing)> {
    let both = |to, answering, state| vec![(to, Thing::Request(state)), (answering, Thing::Offer(state))];
    let mentor = |state| vec![("aigul", Thing::Mentor(state))];
    let ended = || PairState::Ended { at: AT, was: None };
    let asked = || Origin::Asked { request: "request".into() };
    match letter {
        Letter::RequestSent | Letter::RequestReminder => both("aigul", "dana", State::Sent),
        Letter::RequestAsked => both("dana", "aigul", State::Asked { at: AT }),
        Letter::RequestReplied => both("aigul", "dana", State::Read { at: AT }),
        Letter::RequestMeetFirst => both("dana", "aigul", State::MeetFirst { at: AT }),
        Letter::RequestAccepted => both("dana", "aigul", State::Accepted { at: AT }),
        Letter::RequestDeclined => both("dana", "aigul", State::Declined { at: AT }),
        Letter::RequestWithdrawn => both("aigul", "dana", State::Withdrawn { at: AT }),
        Letter::RequestExpired => vec![
            ("dana", Thing::Request(State::Expired { at: AT })),
            ("aigul", Thing::Request(State::Expired { at: AT })),
            ("dana", Thing::Offer(State::Expired { at: AT })),
            ("aigul", Thing::Offer(State::Expired { at: AT })),
        ],
        Letter::RequestClosed => closed_requests(),
        Letter::RequestReopened => {
            [both("dana", "aigul", State::Sent), both("aigul", "dana", State::Read { at: AT })].concat()
        }
        Letter::MentorNominated => mentor(MentorState::Nominated),
        Letter::MentorApproved => mentor(MentorState::Approved),
        Letter::MentorRejected => mentor(MentorState::Rejected),
        Letter::ProvisionalNamed => vec![("dana", Thing::Pair(Origin::Provisional, PairState::Published))],
        Letter::ProvisionalTakenBack => both_of_pair(Origin::Provisional, ended()),
        Letter::PairPublished => published(),
        Letter::PairDissolved => vec![("dana", Thing::Pair(asked(), ended()))],
        Letter::PairPending | Letter::DataDue => vec![("dana", Thing::Newcomer)],
        Letter::PairEnded => vec![("aigul", Thing::Pair(asked(), ended()))],
        Letter::PairHandedOver => handed_over(),
        Letter::PairResumed => vec![("dana", Thing::Pair(asked(), PairState::Published))],
        Letter::PairPaused => vec![("aigul", Thing::Pause(date(2026, 10, 12)))],
        Letter::PauseEnded => {
            vec![("aigul", Thing::Pause(date(2026, 10, 5))), ("dana", Thing::Pause(date(2026, 10, 3)))]
        }
        Letter::ExtensionProposed => vec![("aigul", Thing::More(Progress::Proposed))],
        Letter::ExtensionAgreed => vec![("gulnafisa", Thing::More(Progress::Agreed))],
        Letter::ExtensionDeclined => {
            vec![("dana", Thing::More(Progress::Declined)), ("aigul", Thing::More(Progress::Declined))]
        }
        Letter::EndingPlanned => of_end(End::Planned),
        Letter::EndingTakenBack => of_end(End::TakenBack),
        Letter::ThanksOpened => of_end(End::Written),
        Letter::PairClosed => of_end(End::Closed),
        Letter::FirstMeetingPlanned => vec![("dana", Thing::Meeting)],
        Letter::MeetingProposed
        | Letter::MeetingAgreed
        | Letter::MeetingDeclined
        | Letter::MeetingCancelled
        | Letter::MeetingFellAway
        | Letter::MeetingReminder => of_meeting(letter),
        Letter::ObservationProposed
        | Letter::ObservationAnnounced
        | Letter::ObservationAgreed
        | Letter::ObservationDeclined
        | Letter::ObservationCancelled
        | Letter::ObservationReminder
        | Letter::ObservationFinished
        | Letter::ObservationVoided => of_observation(letter),
        Letter::OrderSigned => vec![("dana", Thing::Order)],
        Letter::ReportDue | Letter::ReportAwaits | Letter::ReportReturned | Letter::ReportApproved => {
            of_report(letter)
        }
        Letter::PlanAwaits
        | Letter::PlanReturned
        | Letter::PlanUnsigned
        | Letter::PlanApproved
        | Letter::SignatureDue => of_plan(letter),
        Letter::RoundOpened | Letter::RoundExtended | Letter::RoundOver => of_round(letter),
        Letter::SurveyOpened => vec![("dana", Thing::Survey(Wave::October))],
        Letter::SurveyReminder => vec![("dana", Thing::Survey(Wave::January))],
        Letter::ReviewAhead => vec![("dana", Thing::Goals(None)), ("aigul", Thing::Goals(None))],
        Letter::ReviewWritten => {
            vec![("aigul", Thing::Goals(Some("dana"))), ("dana", Thing::Goals(Some("aigul")))]
        }
        Letter::CourseBegun => vec![("aigul", Thing::Course)],
        Letter::TrainingPlace => vec![("aigul", Thing::Training(Phase::Announced))],
        Letter::TrainingCancelled => vec![("aigul", Thing::Training(Phase::Cancelled))],
        Letter::TrainingMaterial => vec![("aigul", Thing::Training(Phase::Held))],
        Letter::CourseDeclined
        | Letter::TrainingAnnounced
        | Letter::SittingPlanned
        | Letter::SittingCalledOff
        | Letter::TheoryTold
        | Letter::TextsWait
        | Letter::HearingNamed
        | Letter::HearingMoved
        | Letter::HearingTakenOff
        | Letter::PracticeTold
        | Letter::RightGranted
        | Letter::RightEnds
        | Letter::RightRevoked
        | Letter::ExaminerNamed
        | Letter::ExaminerReplaced
        | Letter::ExaminerAsked
        | Letter::CommissionRemoved
        | Letter::SheetUnsealed => of_exam(letter),
        Letter::AppealFiled => vec![("gulnafisa", Thing::Appeal(Appealed::Filed))],
        Letter::AppealDecided => decided_appeals(),
        Letter::ConcernWaits => vec![("serik", Thing::Concern(false))],
        Letter::ConcernDue => vec![("serik", Thing::Concern(true))],
        Letter::IdeaDue => vec![("gulnafisa", Thing::Idea("idea-due"))],
        Letter::IdeaTold => vec![("dana", Thing::Idea("idea-told"))],
        Letter::IdeaStep => vec![("dana", Thing::Step(false)), ("dana", Thing::Step(true))],
        Letter::MessageSent => vec![("dana", Thing::Message(false))],
        Letter::ProgrammeStopped => vec![("dana", Thing::Stop)],
        Letter::MessageTried => vec![("gulnafisa", Thing::Message(true))],
        Letter::CampPlace => vec![("dana", Thing::Camp("camp", Held::Assigned))],
        Letter::CampAssigned => vec![("dana", Thing::Camp("camp-assigned", Held::Assigned))],
        Letter::CampCancelled => vec![("dana", Thing::Camp("camp-cancelled", Held::Cancelled))],
        Letter::CampMoved => vec![("dana", Thing::Camp("camp-moved", Held::Assigned))],
        Letter::SceneMoved => vec![("dana", Thing::Scene)],
        Letter::RotationPublished
        | Letter::RotationMoved
        | Letter::RotationKept
        | Letter::RotationWithdrawn
        | Letter::RotationAsked
        | Letter::RotationExcused => of_turn(letter),
    }
}

fn of_exam(letter: Letter) -> Vec<(&'static str, Thing)> {
    exams::scenes(letter).into_iter().map(|(to, what)| (to, Thing::Exam(what))).collect()
}

/// An appeal that was right, and one that was not; why stands on the page.
fn decided_appeals() -> Vec<(&'static str, Thing)> {
    let decision = Decision { by: "serik".into(), at: AT, reason: PRIVATE.into() };
    let upheld = Appealed::Upheld { remedy: Remedy::Again, decision: decision.clone() };
    [upheld, Appealed::Dismissed { decision }].map(|how| ("aigul", Thing::Appeal(how))).into()
}

/// Requests and offers that something else has ended.
fn closed_requests() -> Vec<(&'static str, Thing)> {
    let closed = |why| Thing::Request(State::Closed { at: AT, why });
    let offer_closed = |why| Thing::Offer(State::Closed { at: AT, why });
    vec![
        ("aigul", closed(Closed::AgreedElsewhere)),
        ("dana", closed(Closed::MentorFull)),
        ("dana", closed(Closed::Left)),
        ("aigul", closed(Closed::Left)),
        ("aigul", offer_closed(Closed::AgreedElsewhere)),
        ("dana", offer_closed(Closed::MentorFull)),
        ("dana", offer_closed(Closed::Left)),
        ("aigul", offer_closed(Closed::Left)),
    ]
}

/// What the author and those who sign after her are told of a report.
fn of_report(letter: Letter) -> Vec<(&'static str, Thing)> {
    use domain::reports::State as Reporting;
    match letter {
        Letter::ReportDue => vec![
            ("aigul", Thing::Report(Reporting::Draft, true)),
            ("gulnafisa", Thing::Report(Reporting::Signed, true)),
        ],
        Letter::ReportReturned => vec![("aigul", Thing::Report(Reporting::Returned { to: 0 }, false))],
        Letter::ReportApproved => vec![("aigul", Thing::Report(Reporting::Approved, false))],
        _ => vec![("gulnafisa", Thing::Report(Reporting::Signed, false))],
    }
}

/// Whoever is next is told of a work plan, whoever signed it that it came back, and the two that it is approved.
fn of_plan(letter: Letter) -> Vec<(&'static str, Thing)> {
    use domain::plans::Standing;
    match letter {
        Letter::PlanReturned => {
            vec![("aigul", Thing::Plan(Standing::Returned, 0)), ("dana", Thing::Plan(Standing::Returned, 2))]
        }
        Letter::PlanApproved => {
            vec![("aigul", Thing::Plan(Standing::Approved, 3)), ("dana", Thing::Plan(Standing::Approved, 3))]
        }
        Letter::SignatureDue => vec![
            ("aigul", Thing::PlanDue(Standing::Draft, 0)),
            ("dana", Thing::PlanDue(Standing::Signed, 1)),
            ("serik", Thing::DraftDue),
        ],
        Letter::PlanUnsigned => vec![("aigul", Thing::Plan(Standing::Draft, 0))],
        _ => {
            vec![("dana", Thing::Plan(Standing::Signed, 1)), ("gulnafisa", Thing::Plan(Standing::Signed, 2))]
        }
    }
}

/// What one of the two is told of a planned meeting of the selection.
fn of_turn(letter: Letter) -> Vec<(&'static str, Thing)> {
    let turn = |to, state| vec![(to, Thing::Turn(state, None))];
    match letter {
        Letter::RotationWithdrawn => turn("aigul", Turning::Withdrawn { at: AT }),
        Letter::RotationAsked => vec![("aigul", Thing::Turn(Turning::Planned, Some(Side::Newcomer)))],
        Letter::RotationExcused => [
            turn("dana", Turning::Excused { by: Side::Mentor, at: AT }),
            turn("dana", Turning::Withdrawn { at: AT }),
        ]
        .concat(),
        _ => turn("dana", Turning::Planned),
    }
}

/// What the other one is told of a meeting of the two, and both the day before.
fn of_meeting(letter: Letter) -> Vec<(&'static str, Thing)> {
    let talk = |to, state| (to, Thing::Talk(state, Talk::Plain));
    match letter {
        Letter::MeetingProposed => vec![
            talk("aigul", Talking::Proposed { by: Side::Newcomer }),
            ("aigul", Thing::Talk(Talking::Proposed { by: Side::Newcomer }, Talk::Series)),
            talk("aigul", Talking::Moving { by: Side::Newcomer, to: Span { minutes: 45, ..TALK } }),
        ],
        Letter::MeetingDeclined => vec![talk("dana", Talking::Declined), talk("dana", Talking::Agreed)],
        Letter::MeetingCancelled => vec![talk("dana", Talking::Cancelled { by: Side::Mentor })],
        Letter::MeetingFellAway => vec![talk("dana", Talking::Withdrawn), talk("aigul", Talking::Withdrawn)],
        Letter::MeetingReminder => {
            vec![talk("dana", Talking::Agreed), ("aigul", Thing::Talk(Talking::Agreed, Talk::Placed))]
        }
        _ => vec![talk("dana", Talking::Agreed)],
    }
}

/// Both of a pair are told of its end.
fn of_end(how: End) -> Vec<(&'static str, Thing)> {
    vec![("dana", Thing::End(how)), ("aigul", Thing::End(how))]
}

/// What the other one is told of an observed lesson.
fn of_observation(letter: Letter) -> Vec<(&'static str, Thing)> {
    let lesson = |to, state| (to, Thing::Lesson(state));
    match letter {
        Letter::ObservationProposed => vec![
            lesson("dana", Watching::Proposed { by: Party::Observer }),
            lesson("aigul", Watching::Proposed { by: Party::Observed }),
        ],
        Letter::ObservationAnnounced | Letter::ObservationReminder => vec![lesson("dana", Watching::Planned)],
        Letter::ObservationAgreed => vec![lesson("aigul", Watching::Planned)],
        Letter::ObservationDeclined => vec![lesson("aigul", Watching::Declined)],
        Letter::ObservationCancelled => {
            let cancelled = Watching::Cancelled { by: Party::Observer };
            vec![lesson("dana", cancelled), lesson("aigul", Watching::Withdrawn)]
        }
        Letter::ObservationVoided => vec![lesson("dana", Watching::Void { reason: PRIVATE.into() })],
        _ => vec![lesson("dana", Watching::Finished)],
    }
}

/// The beginning is told to both sides; the end to whoever has no pair, with and without a provisional mentor.
fn of_round(letter: Letter) -> Vec<(&'static str, Thing)> {
    match letter {
        Letter::RoundOver => {
            [true, false].map(|with| ("dana", Thing::Round(Rounding::Over { at: AT }, with))).into()
        }
        _ => ["dana", "aigul"].map(|to| (to, Thing::Round(Rounding::Open, true))).into(),
    }
}

/// A pair whose time under an order is over; both are told alike.
fn handed_over() -> Vec<(&'static str, Thing)> {
    let period = Period { from: date(2026, 11, 2), until: Some(date(2026, 11, 21)) };
    let was = Some(Assignment { order: "order".into(), period });
    both_of_pair(Origin::Ranked, PairState::Ended { at: AT, was })
}

fn both_of_pair(origin: Origin, state: PairState) -> Vec<(&'static str, Thing)> {
    vec![("dana", Thing::Pair(origin.clone(), state.clone())), ("aigul", Thing::Pair(origin, state))]
}
