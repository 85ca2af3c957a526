//! Every letter in three languages, and when each is no longer written.

mod learning;
mod pairs;
mod papers;
mod scenes;
mod selection;
mod voices;

use super::exams::{self, Exam};
use super::{change, delivered, promised};
use crate::stage::{Stage, actor};
use actions::letters::{Letter, Part, Written};
use actions::messages::{preview, send};
use actions::orders::{prepare, sign};
use actions::pairs::{Plan, plan_first_meeting};
use domain::Instant;
use domain::appeals::State as Appealed;
use domain::courses::Phase;
use domain::endings::Progress;
use domain::meetings::{Span, State as Talking};
use domain::mentors::State as MentorState;
use domain::observations::State as Watching;
use domain::pairs::{Origin, Pair, State as PairState};
use domain::messages::{Audience, Message};
use domain::observations::{Observation, Party, State as Watching};
use domain::pairs::{Assignment, Origin, Pair, State as PairState};
use domain::people::Role;
use domain::requests::{Request, State};
use domain::rotations::State as Turning;
use domain::rounds::{Round, State as Rounding};
use domain::sides::Side;
use domain::surveys::Wave;
use i18n::Lang;
use jiff::civil::date;
use learning::{make_appeal, make_course, make_training};
use pairs::{end_pairs, make_end, make_lesson, make_meeting, make_more, make_pair, make_pause, make_talk};
use papers::{make_draft, make_goals, make_order, make_plan, make_report};
use scenes::scenes;
use selection::{make_request, make_round, make_turn};
use std::fmt::Write as _;
use store::testing::on_both;
use voices::{make_concern, make_idea, make_survey};

/// What must stand in no letter: the words of a request, the reason of an appointment.
pub(super) const PRIVATE: &str = "ТОЛЬКО НА СТРАНИЦЕ";

const AT: Instant = Instant::UNIX_EPOCH;

/// What a letter tells of.
#[derive(Clone)]
enum Thing {
    Request(State),
    /// A request of the mentor to the newcomer.
    Offer(State),
    Mentor(MentorState),
    Pair(Origin, PairState),
    Newcomer,
    Meeting,
    Order,
    /// A planned meeting of Дана and Айгүл; who has asked for another time, if anybody.
    Turn(domain::rotations::State, Option<Side>),
    /// A second round; Дана has a provisional mentor, or nobody.
    Round(domain::rounds::State, bool),
    /// Айгүл's report on her pair with Дана; its last day is near, and whose turn it is.
    Report(domain::reports::State, bool),
    /// The work plan of the two, and how many have signed it.
    Plan(domain::plans::Standing, usize),
    /// The last day for it is reminded of.
    PlanDue(domain::plans::Standing, usize),
    /// A draft order that names Бекжан the provisional mentor of Зере; its last day is reminded of.
    DraftDue,
    /// A meeting of Дана and Айгүл, who work by an order: a plain one, with a place, or in a series of two.
    Talk(Talking, Talk),
    /// Айгүл watches a lesson of Дана.
    Lesson(Watching),
    /// A wave of the survey that is open.
    Survey(Wave),
    /// Дана's goals three days ahead of the review of January; who has written it, if anybody.
    Goals(Option<&'static str>),
    /// The planned end of the pair of Дана and Айгүл.
    End(End),
    /// More time that Дана proposes.
    More(Progress),
    /// A pause of the pair since Saturday, until a day; called off where that is the same.
    Pause(domain::Day),
    /// The mentor course of Айгүл.
    Course,
    /// A session of training for which she signed up.
    Training(Phase),
    /// Something of the course or its exam.
    Exam(Exam),
    /// Her appeal against a practice that Бекжан and Зере marked.
    Appeal(Appealed),
    /// A concern that Айгүл raised; its last day is near.
    Concern(bool),
    /// An idea of Дана's without a name, that waits for an answer; under this id.
    Idea(&'static str),
    /// A message of Гүлнафиса's to Дана, or the template of one that she tries.
    Message(bool),
}

/// How far the end of a pair is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Planned,
    TakenBack,
    /// Both have written closing words.
    Written,
    Closed,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Talk {
    Plain,
    Placed,
    Series,
}

const TALK: Span = Span { day: date(2026, 10, 6), at: jiff::civil::time(15, 0, 0, 0), minutes: 30 };

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
fn scenes(letter: Letter) -> Vec<(&'static str, Thing)> {
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
        Letter::PairPending => vec![("dana", Thing::Newcomer)],
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
        Letter::MessageSent => vec![("dana", Thing::Message(false))],
        Letter::MessageTried => vec![("gulnafisa", Thing::Message(true))],
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

/// Makes the thing; gives its id.
async fn make(stage: &mut Stage, number: usize, thing: &Thing) -> String {
    match thing {
        Thing::Request(how) => make_request(stage, number, *how, Side::Newcomer).await,
        Thing::Offer(how) => make_request(stage, number, *how, Side::Mentor).await,
        Thing::Mentor(how) => {
            let mut tx = stage.db.write().await.unwrap();
            let mentor = store::mentors::get(&mut tx, &"aigul".into()).await.unwrap().unwrap();
            store::mentors::save(&mut tx, &domain::mentors::Mentor { state: *how, ..mentor }).await.unwrap();
            tx.commit().await.unwrap();
            "aigul".to_owned()
        }
        Thing::Pair(origin, how) => make_pair(stage, number, origin.clone(), how.clone()).await,
        Thing::Newcomer => "dana".to_owned(),
        Thing::Meeting => make_meeting(stage, number).await,
        Thing::Order => make_order(stage, number).await,
        Thing::Report(how, due) => make_report(stage, number, *how, *due).await,
        Thing::Plan(how, given) => make_plan(stage, number, *how, *given).await,
        Thing::PlanDue(how, given) => {
            let plan = make_plan(stage, number, *how, *given).await;
            format!("plan:{plan}:2026-11-12")
        }
        Thing::DraftDue => make_draft(stage).await,
        Thing::Talk(how, what) => make_talk(stage, number, *how, *what).await,
        Thing::Lesson(how) => make_lesson(stage, number, how).await,
        Thing::End(how) => make_end(stage, number, *how).await,
        Thing::More(how) => make_more(stage, number, *how).await,
        Thing::Pause(back_on) => make_pause(stage, number, *back_on).await,
        Thing::Turn(how, asked) => make_turn(stage, number, how, *asked).await,
        Thing::Round(how, with) => make_round(stage, number, *how, *with).await,
        Thing::Survey(wave) => make_survey(stage, *wave).await,
        Thing::Goals(by) => make_goals(stage, number, *by).await,
        Thing::Course => make_course(stage).await,
        Thing::Training(phase) => make_training(stage, *phase).await,
        Thing::Exam(what) => exams::make(stage, number, *what).await,
        Thing::Appeal(how) => make_appeal(stage, how).await,
        Thing::Concern(due) => make_concern(stage, *due).await,
        Thing::Idea(id) => make_idea(stage, id).await,
        Thing::Message(tried) => make_message(stage, *tried).await,
    }
}

async fn make_concern(stage: &Stage, due: bool) -> String {
    let id = if due { "concern-due" } else { "concern-waits" };
    let concern = Concern {
        id: id.into(),
        school: "school-12".into(),
        child: PRIVATE.into(),
        seen: PRIVATE.into(),
        seen_on: date(2026, 10, 2),
        raised: ("aigul".into(), AT),
        raised_on: date(2026, 10, 5),
        named: Named::default(),
        state: Worried::Raised,
        version: 0,
    };
    let mut tx = stage.db.write().await.unwrap();
    store::concerns::add(&mut tx, &concern).await.unwrap();
    tx.commit().await.unwrap();
    if due { format!("{id}:2026-10-05") } else { id.to_owned() }
}

async fn make_idea(stage: &mut Stage, id: &str) -> String {
    let idea = domain::ideas::Idea {
        id: id.into(),
        school: "school-12".into(),
        title: PRIVATE.into(),
        words: PRIVATE.into(),
        author: "dana".into(),
        unnamed: true,
        shown_on: date(2026, 10, 1),
        answerer: None,
        state: domain::ideas::State::New,
        answer: None,
        removed: None,
        disclosed: None,
        merged: None,
        version: 0,
    };
    let mut tx = stage.db.write().await.unwrap();
    store::ideas::add(&mut tx, &idea).await.unwrap();
    tx.commit().await.unwrap();
    id.to_owned()
}

async fn make_message(stage: &mut Stage, tried: bool) -> String {
    let gulnafisa = actor("gulnafisa", &[Role::Coordinator]);
    let text =
        |words: &str| domain::messages::Text { subject: "[school], [year]".into(), text: words.into() };
    let texts = domain::messages::Texts {
        kk: text("Құрметті [name], жиын бейсенбіде. [sender]"),
        ru: text("Здравствуйте, [name]. Встреча в четверг. [sender]"),
        en: text("Dear [name], we meet on Thursday. [sender]"),
    };
    let message = Message {
        id: if tried { "message-tried".into() } else { "message-sent".into() },
        school: "school-12".into(),
        name: PRIVATE.into(),
        texts,
        used: true,
        version: 0,
    };
    let mut tx = stage.db.write().await.unwrap();
    store::messages::add(&mut tx, &message).await.unwrap();
    tx.commit().await.unwrap();
    if tried {
        return message.id.to_string();
    }
    let context = stage.context(&gulnafisa);
    let mut tx = stage.db.read().await.unwrap();
    let shown = preview(&mut tx, &context, &message, Audience::Newcomers).await.unwrap();
    drop(tx);
    let id = send(&context, &message.id, Audience::Newcomers, shown.people.len()).await.unwrap();
    // What it promised is promised again by hand, in each language.
    stage.letters().await;
    id.to_string()
}

async fn make_appeal(stage: &mut Stage, how: &Appealed) -> String {
    let word = how.word();
    let mut course =
        begin(format!("course-{word}").into(), "school-12".into(), "aigul".into(), stage.today, AT);
    course.candidate.state = domain::courses::State::Left { on: stage.today };
    let commission = Commission {
        id: format!("commission-{word}").into(),
        school: "school-12".into(),
        day: date(2026, 10, 2),
        from: jiff::civil::time(10, 0, 0, 0),
        place: "214".into(),
        members: ["bekzhan".into(), "zere".into()].into(),
        rubric: Rubric::starter(),
        version: 0,
    };
    let hearing = Hearing {
        id: format!("hearing-{word}").into(),
        school: "school-12".into(),
        commission: commission.id.clone(),
        candidate: "aigul".into(),
        course: course.candidate.course.clone(),
        seed: 7,
        situation: "keep-a-secret".into(),
        state: HearingState::Waiting,
        sheets: ["bekzhan", "zere"].map(|who| (who.into(), Sheet::empty(&commission.rubric))).into(),
        reasons: Vec::new(),
        version: 0,
    };
    let appeal = Appeal {
        id: format!("appeal-{word}").into(),
        school: "school-12".into(),
        person: "aigul".into(),
        about: About::Practice(hearing.id.clone()),
        filed_on: date(2026, 10, 5),
        ground: Ground::Marking,
        words: PRIVATE.into(),
        state: how.clone(),
        version: 0,
    };
    let mut tx = stage.db.write().await.unwrap();
    store::courses::add(&mut tx, &course).await.unwrap();
    store::commissions::add(&mut tx, &commission).await.unwrap();
    store::commissions::admit(&mut tx, &hearing).await.unwrap();
    store::appeals::add(&mut tx, &appeal).await.unwrap();
    tx.commit().await.unwrap();
    appeal.id.to_string()
}

async fn make_course(stage: &mut Stage) -> String {
    let course = begin("course".into(), "school-12".into(), "aigul".into(), date(2026, 10, 5), stage.now());
    let mut tx = stage.db.write().await.unwrap();
    store::courses::add(&mut tx, &course).await.unwrap();
    tx.commit().await.unwrap();
    "course".to_owned()
}

/// A session on Saturday, for which Айгүл has signed up.
async fn make_training(stage: &mut Stage, phase: Phase) -> String {
    stage.today = date(2026, 10, 5);
    let about = Announced {
        title: "Психология пары".into(),
        day: date(2026, 10, 10),
        from: jiff::civil::time(10, 0, 0, 0),
        to: jiff::civil::time(13, 0, 0, 0),
        place: "214".into(),
        places: 5,
        leader: "gulnafisa".into(),
        before: PRIVATE.into(),
        after: String::new(),
    };
    let training = Training {
        id: format!("training-{}", phase.word()).into(),
        school: "school-12".into(),
        about,
        phase,
        changed_at: stage.now(),
        version: 0,
    };
    let booking =
        Booking { training: training.id.clone(), person: "aigul".into(), at: stage.now(), present: None };
    let mut tx = stage.db.write().await.unwrap();
    store::courses::announce(&mut tx, &training).await.unwrap();
    store::courses::book(&mut tx, &training.school, &booking).await.unwrap();
    tx.commit().await.unwrap();
    training.id.to_string()
}

async fn make_request(stage: &Stage, number: usize, how: State, asked_by: Side) -> String {
    let request = Request {
        id: format!("request-{number}").into(),
        school: "school-12".into(),
        programme: "programme".into(),
        newcomer: "dana".into(),
        mentor: "aigul".into(),
        asked_by,
        wish: Wish { text: PRIVATE.into(), goals: vec![PRIVATE.into()], rhythm: Rhythm::Weekly },
        // Eight days ago: half-time was yesterday.
        sent_at: stage.now().checked_sub(jiff::SignedDuration::from_hours(8 * 24)).unwrap(),
        answer_until: date(2026, 10, 11),
        state: State::Sent,
        version: 0,
    };
    let mut tx = stage.db.write().await.unwrap();
    store::requests::add(&mut tx, &request).await.unwrap();
    store::requests::save(&mut tx, &Request { state: how, ..request.clone() }).await.unwrap();
    tx.commit().await.unwrap();
    request.id.to_string()
}

async fn make_pair(stage: &Stage, number: usize, origin: Origin, how: PairState) -> String {
    let origin = match origin {
        Origin::Asked { .. } => {
            let request = make_request(stage, number, State::Withdrawn { at: AT }, Side::Newcomer).await;
            Origin::Asked { request: request.into() }
        }
        other => other,
    };
    let pair = Pair {
        id: format!("pair-{number}").into(),
        school: "school-12".into(),
        programme: "programme".into(),
        newcomer: "dana".into(),
        mentor: "aigul".into(),
        place: (origin != Origin::Provisional).then_some(1),
        origin,
        state: how,
        since: stage.now(),
        version: 0,
    };
    let mut tx = stage.db.write().await.unwrap();
    store::pairs::add(&mut tx, &pair).await.unwrap();
    tx.commit().await.unwrap();
    pair.id.to_string()
}

/// Айгүл plans the first meeting of a pair with Дана.
async fn make_meeting(stage: &Stage, number: usize) -> String {
    let id = make_pair(stage, number, Origin::Ranked, PairState::Published).await;
    let at = jiff::civil::time(15, 10, 0, 0);
    let plan = Plan { on: date(2026, 10, 8), at, place: "кабинет 214".into(), seen: None };
    let aigul = actor("aigul", &[Role::Mentor]);
    plan_first_meeting(&stage.context(&aigul), &id.as_str().into(), &plan).await.unwrap();
    assert_eq!(delivered(stage).await.len(), 1, "the plan tells the other");
    id
}

async fn make_order(stage: &mut Stage, number: usize) -> String {
    stage.today = date(2026, 11, 2);
    let id = make_pair(stage, number, Origin::Ranked, PairState::Published).await;
    let mut tx = stage.db.write().await.unwrap();
    let pair = store::pairs::get(&mut tx, &id.as_str().into()).await.unwrap().unwrap();
    for side in Side::BOTH {
        store::consents::give(&mut tx, &pair, side, stage.now()).await.unwrap();
    }
    tx.commit().await.unwrap();
    let (coordinator, head) = (actor("gulnafisa", &[Role::Coordinator]), actor("serik", &[Role::Head]));
    let drafts = prepare(&stage.context(&coordinator), &"school-12".into()).await.unwrap();
    sign(&stage.context(&head), &drafts[0], "41-ж", stage.today).await.unwrap();
    let both = delivered(stage).await;
    assert_eq!(both.len(), 2, "the order tells both");
    drafts[0].to_string()
}

/// A visit of Дана to Айгүл's third lesson on the 30th of October.
async fn make_turn(stage: &mut Stage, number: usize, how: &Turning, asked: Option<Side>) -> String {
    stage.today = date(2026, 10, 5);
    let turn = Turn {
        id: format!("turn-{number}").into(),
        school: "school-12".into(),
        programme: "programme".into(),
        newcomer: "dana".into(),
        mentor: "aigul".into(),
        kind: domain::contacts::Kind::VisitToMentor,
        slot: Slot { day: date(2026, 10, 30), lesson: 3 },
        published_at: stage.now(),
        state: Turning::Planned,
        asked: None,
        version: 0,
    };
    let wish = |by| Asked { by, slot: Slot { day: date(2026, 10, 29), lesson: 4 } };
    let mut tx = stage.db.write().await.unwrap();
    store::rotations::add(&mut tx, &turn).await.unwrap();
    let how = Turn { state: how.clone(), asked: asked.map(wish), ..turn.clone() };
    store::rotations::save(&mut tx, &how).await.unwrap();
    tx.commit().await.unwrap();
    turn.id.to_string()
}

/// Айгүл's half-year report, signed by her where somebody is next; gives its id, or the step of its last day.
async fn make_report(stage: &mut Stage, number: usize, how: domain::reports::State, due: bool) -> String {
    use domain::reports::{Content, Facts, Form, Kind, Report, Signature, State as Reporting, Term};
    stage.today = date(2026, 12, 25);
    let mut tx = stage.db.write().await.unwrap();
    end_pairs(&mut tx, stage).await;
    tx.commit().await.unwrap();
    let period = Period { from: date(2026, 11, 2), until: None };
    let assigned = PairState::Assigned(Assignment { order: "order".into(), period });
    let pair = make_pair(stage, number, Origin::Ranked, assigned).await;
    let facts = Facts {
        from: date(2026, 8, 15),
        until: stage.today,
        newcomer: None,
        mentor: None,
        order: None,
        lists: vec![],
    };
    let words = [("result".to_owned(), PRIVATE.to_owned())].into();
    let report = Report {
        id: format!("report-{number}").into(),
        school: "school-12".into(),
        programme: "programme".into(),
        kind: Kind::Mentor,
        term: Term::Half,
        pair: Some(pair.as_str().into()),
        author: "aigul".into(),
        number: u16::try_from(number).unwrap(),
        code: format!("CODE-{number}"),
        form: Form::usual(Kind::Mentor, Term::Half),
        draft: [("result".to_owned(), PRIVATE.to_owned())].into(),
        content: (how != Reporting::Draft).then_some(Content { facts, words, at: AT }),
        state: how,
        made_at: stage.now(),
        version: 0,
    };
    let mut tx = stage.db.write().await.unwrap();
    store::reports::add(&mut tx, &Report { state: Reporting::Draft, ..report.clone() }).await.unwrap();
    store::reports::save(&mut tx, &report).await.unwrap();
    if how == Reporting::Signed {
        let signature = Signature {
            place: 0,
            by: "aigul".into(),
            name: PRIVATE.into(),
            at: AT,
            content: String::new(),
            before: String::new(),
            hash: String::new(),
            void_at: None,
        };
        store::reports::sign(&mut tx, &report, &signature).await.unwrap();
    }
    let school = "school-12".into();
    store::reports::set_used(&mut tx, &school, Kind::Mentor, Some(stage.now())).await.unwrap();
    tx.commit().await.unwrap();
    if due { format!("mentor:half:{pair}:0") } else { report.id.to_string() }
}

/// A work plan of Дана and Айгүл, signed by as many as are told.
async fn make_plan(stage: &mut Stage, number: usize, how: domain::plans::Standing, given: usize) -> String {
    use domain::plans::{Kind, Plan as WorkPlan, Signer, Signing};
    use domain::signatures::{Paper, Signature};
    stage.today = date(2026, 12, 25);
    let mut tx = stage.db.write().await.unwrap();
    end_pairs(&mut tx, stage).await;
    tx.commit().await.unwrap();
    let period = Period { from: date(2026, 11, 2), until: None };
    let assigned = PairState::Assigned(Assignment { order: "order".into(), period });
    let pair = make_pair(stage, number, Origin::Ranked, assigned).await;
    let plan = WorkPlan {
        id: format!("plan-{number}").into(),
        school: "school-12".into(),
        programme: "programme".into(),
        kind: Kind::Work,
        newcomer: "dana".into(),
        pair: Some(pair.as_str().into()),
        number: u16::try_from(number).unwrap(),
        code: format!("CODE-PLAN-{number}"),
        made_at: stage.now(),
        made_by: "aigul".into(),
        added: domain::formsets::Added::default(),
        answers: domain::formsets::Answers::new(),
        version: 0,
    };
    let mut tx = stage.db.write().await.unwrap();
    store::plans::add(&mut tx, &plan).await.unwrap();
    let signing = Signing { standing: how, comment: Some(PRIVATE.into()), version: 0 };
    store::plans::signings::save(&mut tx, &plan, &signing).await.unwrap();
    for signer in Signer::ALL.into_iter().take(given) {
        let signature = Signature {
            place: signer.place(),
            by: if signer == Signer::Newcomer { "dana" } else { "aigul" }.into(),
            name: PRIVATE.into(),
            at: AT,
            content: String::new(),
            before: String::new(),
            hash: String::new(),
            void_at: None,
        };
        let paper = Paper::Plan(plan.id.clone());
        store::signatures::sign(&mut tx, &plan.school, &paper, &signature).await.unwrap();
    }
    tx.commit().await.unwrap();
    plan.id.to_string()
}

/// A draft order on Зере, and the day on which the head is reminded of it.
async fn make_draft(stage: &mut Stage) -> String {
    stage.today = date(2026, 11, 2);
    let coordinator = actor("gulnafisa", &[Role::Coordinator]);
    let context = stage.context(&coordinator);
    let (zere, bekzhan) = ("zere".into(), "bekzhan".into());
    actions::newcomers::name_provisional(&context, &zere, &bekzhan).await.unwrap();
    let drafts = prepare(&context, &"school-12".into()).await.unwrap();
    delivered(stage).await;
    format!("order:{}:2026-09-01", drafts[0])
}

/// Дана has nobody any more, and Айгүл a free place.
async fn end_pairs(tx: &mut store::WriteTx, stage: &Stage) {
    for pair in store::pairs::of_newcomer(tx, &"school-12".into(), &"dana".into()).await.unwrap() {
        if let Ok(ended) = pair.end(stage.today, stage.now()) {
            store::pairs::save(tx, &ended).await.unwrap();
        }
    }
}

/// A round of November, in which Айгүл has a place; Бекжан is with Дана for now, or nobody is.
async fn make_round(stage: &mut Stage, number: usize, how: Rounding, with: bool) -> String {
    stage.today = date(2026, 11, 16);
    let round = Round {
        id: format!("round-{number}").into(),
        school: "school-12".into(),
        programme: "programme".into(),
        number: u32::try_from(number).unwrap(),
        from: stage.today,
        until: date(2026, 11, 30),
        opened_at: stage.now(),
        opened_by: "gulnafisa".into(),
        state: Rounding::Open,
        version: 0,
    };
    let mut tx = stage.db.write().await.unwrap();
    end_pairs(&mut tx, stage).await;
    store::rounds::add(&mut tx, &round).await.unwrap();
    store::rounds::save(&mut tx, &Round { state: how, ..round.clone() }).await.unwrap();
    if with {
        let pair = Pair {
            id: format!("pair-{number}").into(),
            school: "school-12".into(),
            programme: "programme".into(),
            newcomer: "dana".into(),
            mentor: "bekzhan".into(),
            place: None,
            origin: Origin::Provisional,
            state: PairState::Published,
            since: stage.now(),
            version: 0,
        };
        store::pairs::add(&mut tx, &pair).await.unwrap();
    }
    tx.commit().await.unwrap();
    round.id.to_string()
}

/// A meeting tomorrow; what it is promised by holds its time, as reminders do.
async fn make_talk(stage: &mut Stage, number: usize, how: Talking, what: Talk) -> String {
    stage.today = date(2026, 10, 5);
    let period = Period { from: date(2026, 10, 1), until: None };
    let assigned = PairState::Assigned(Assignment { order: "order".into(), period });
    let pair = make_pair(stage, number, Origin::Ranked, assigned).await;
    let talk = |id: String| Meeting {
        id: id.into(),
        school: "school-12".into(),
        programme: "programme".into(),
        pair: pair.as_str().into(),
        kind: domain::contacts::Kind::Talk,
        topic: Some(PRIVATE.into()),
        place: (what == Talk::Placed).then(|| "214".to_owned()),
        day: TALK.day,
        at: Some(TALK.at),
        minutes: TALK.minutes,
        set_by: Side::Newcomer,
        state: how,
        said: Said::default(),
        series: (what == Talk::Series).then(|| pair.as_str().into()),
        changed_at: stage.now(),
        version: 0,
    };
    let mut tx = stage.db.write().await.unwrap();
    let many = if what == Talk::Series { 2 } else { 1 };
    for one in 0..many {
        let meeting = talk(format!("{pair}-{one}"));
        let new = Meeting { state: Talking::Agreed, ..meeting.clone() };
        store::meetings::add(&mut tx, &new).await.unwrap();
        store::meetings::save(&mut tx, &meeting).await.unwrap();
    }
    tx.commit().await.unwrap();
    format!("{pair}-0 {TALK}")
}

/// A lesson of Дана tomorrow, which Айгүл watches.
async fn make_lesson(stage: &mut Stage, number: usize, how: &Watching) -> String {
    stage.today = date(2026, 10, 5);
    let observation = Observation {
        id: format!("observation-{number}").into(),
        school: "school-12".into(),
        programme: "programme".into(),
        newcomer: "dana".into(),
        kind: domain::observations::Kind::ByMentor,
        observed: "dana".into(),
        observer: "aigul".into(),
        class: Some(PRIVATE.into()),
        room: None,
        day: TALK.day,
        at: TALK.at,
        minutes: 45,
        number: u16::try_from(number).unwrap(),
        code: format!("CODE-{number}"),
        state: Watching::Planned,
        shares: domain::observations::Shares::NONE,
        changed_at: stage.now(),
        version: 0,
    };
    let mut tx = stage.db.write().await.unwrap();
    store::observations::add(&mut tx, &observation).await.unwrap();
    let how = Observation { state: how.clone(), ..observation.clone() };
    store::observations::save(&mut tx, &how).await.unwrap();
    tx.commit().await.unwrap();
    format!("{} {}", observation.id, observation.span())
}

/// Дана and Айгүл work until Friday, or have until then.
async fn make_end(stage: &mut Stage, number: usize, how: End) -> String {
    stage.today = date(2026, 10, 5);
    let period = Period { from: date(2026, 10, 1), until: None };
    let assigned = PairState::Assigned(Assignment { order: "order".into(), period });
    let id = make_pair(stage, number, Origin::Ranked, assigned).await;
    let mut tx = stage.db.write().await.unwrap();
    let pair = store::pairs::get(&mut tx, &id.as_str().into()).await.unwrap().unwrap();
    let ending = Ending {
        id: format!("ending-{number}").into(),
        school: pair.school.clone(),
        programme: pair.programme.clone(),
        pair: pair.id.clone(),
        number: u16::try_from(number).unwrap(),
        code: format!("CODE-{number}"),
        last_day: date(2026, 10, 9),
        reason: Reason::Workload,
        state: Closing::Planned,
        changed_at: stage.now(),
        version: 0,
    };
    if how != End::TakenBack {
        store::endings::add(&mut tx, &ending).await.unwrap();
    }
    if how == End::Closed {
        store::endings::save(&mut tx, &ending.clone().close(stage.now()).unwrap()).await.unwrap();
        let ended = pair.clone().end(ending.until(), stage.now()).unwrap();
        store::pairs::save(&mut tx, &ended).await.unwrap();
    }
    for side in Side::BOTH.into_iter().filter(|_| how == End::Written) {
        let words = Words { thanks: Some(PRIVATE.into()), ..Words::default() };
        let (school, pair) = (pair.school.clone(), pair.id.clone());
        let added = domain::formsets::Added::default();
        let review = Review { school, pair, side, added, words, written_at: stage.now(), version: 0 };
        store::endings::add_review(&mut tx, &review).await.unwrap();
    }
    tx.commit().await.unwrap();
    id
}

/// The two pause since Saturday, and are back on a day.
async fn make_pause(stage: &mut Stage, number: usize, back_on: domain::Day) -> String {
    let id = make_end(stage, number, End::Planned).await;
    let pause = Pause {
        id: format!("pause-{number}").into(),
        school: "school-12".into(),
        programme: "programme".into(),
        pair: id.as_str().into(),
        from: date(2026, 10, 3),
        back_on,
        changed_at: stage.now(),
        version: 0,
    };
    let mut tx = stage.db.write().await.unwrap();
    store::pauses::add(&mut tx, &pause).await.unwrap();
    tx.commit().await.unwrap();
    id
}

/// Дана proposes three weeks more.
async fn make_more(stage: &mut Stage, number: usize, how: Progress) -> String {
    let id = make_end(stage, number, End::Planned).await;
    let extension = Extension {
        id: format!("extension-{number}").into(),
        school: "school-12".into(),
        programme: "programme".into(),
        pair: id.as_str().into(),
        proposed_by: Some(Side::Newcomer),
        cause: Cause::PartTime,
        was: date(2026, 10, 9),
        last_day: date(2026, 10, 30),
        agreed: if how == Progress::Agreed { Side::BOTH.into() } else { vec![Side::Newcomer] },
        progress: how,
        changed_at: stage.now(),
        version: 0,
    };
    let mut tx = stage.db.write().await.unwrap();
    store::extensions::add(&mut tx, &extension).await.unwrap();
    tx.commit().await.unwrap();
    id
}

async fn make_survey(stage: &mut Stage, wave: Wave) -> String {
    stage.today = date(2026, 10, 5);
    let secret = Secret::new(PRIVATE.into());
    let survey = Survey {
        id: wave.word().into(),
        school: "school-12".into(),
        programme: "programme".into(),
        wave,
        until: date(2026, 10, 19),
        opened_at: stage.now(),
        opened_by: "gulnafisa".into(),
        state: Surveying::Open(secret.clone()),
        version: 0,
    };
    let mut tx = stage.db.write().await.unwrap();
    store::surveys::add(&mut tx, &survey, &secret).await.unwrap();
    tx.commit().await.unwrap();
    survey.id.to_string()
}

/// Дана's development plan with an open goal, of which somebody may have written.
async fn make_goals(stage: &mut Stage, number: usize, by: Option<&str>) -> String {
    use domain::difficulties::Season;
    use domain::goals::{Aim, Goal, Review as Said, State as Standing};
    use domain::plans::{Kind, Plan as Developing};
    stage.today = date(2027, 1, 8);
    let mut tx = stage.db.write().await.unwrap();
    end_pairs(&mut tx, stage).await;
    tx.commit().await.unwrap();
    let period = Period { from: date(2026, 11, 2), until: None };
    let assigned = PairState::Assigned(Assignment { order: "order".into(), period });
    make_pair(stage, number, Origin::Ranked, assigned).await;
    let plan = Developing {
        id: "development".into(),
        school: "school-12".into(),
        programme: "programme".into(),
        kind: Kind::Development,
        newcomer: "dana".into(),
        pair: None,
        number: 1,
        code: "CODE-DEVELOPMENT".into(),
        made_at: stage.now(),
        made_by: "dana".into(),
        added: Added::default(),
        answers: Answers::default(),
        version: 0,
    };
    let (text, seen) = (PRIVATE.to_owned(), PRIVATE.to_owned());
    let goal = Goal {
        id: "goal".into(),
        school: plan.school.clone(),
        plan: plan.id.clone(),
        aim: Aim { topic: None, text, seen, by: date(2027, 2, 1) },
        state: Standing::Open,
        version: 0,
    };
    let mut tx = stage.db.write().await.unwrap();
    if store::plans::get(&mut tx, &plan.id).await.unwrap().is_none() {
        store::plans::add(&mut tx, &plan).await.unwrap();
        store::goals::add(&mut tx, &goal).await.unwrap();
    }
    if let Some(by) = by {
        let (school, plan, words) = (plan.school.clone(), plan.id.clone(), PRIVATE.to_owned());
        let review = Said { school, plan, season: Season::January, by: by.into(), words, at: stage.now() };
        store::goals::review(&mut tx, &review).await.unwrap();
    }
    tx.commit().await.unwrap();
    format!("{} january", plan.id)
}

/// Puts the thing out of the way of the next scene.
async fn clear(stage: &mut Stage, thing: &Thing, id: &str) {
    let mut tx = stage.db.write().await.unwrap();
    match thing {
        Thing::Request(how) | Thing::Offer(how) if how.is_open() || matches!(how, State::Accepted { .. }) => {
            let request = store::requests::get(&mut tx, &id.into()).await.unwrap().unwrap();
            let over = Request { state: State::Withdrawn { at: AT }, ..request };
            store::requests::save(&mut tx, &over).await.unwrap();
        }
        Thing::Mentor(_) => {
            let mentor = store::mentors::get(&mut tx, &id.into()).await.unwrap().unwrap();
            let back = domain::mentors::Mentor { state: MentorState::Approved, ..mentor };
            store::mentors::save(&mut tx, &back).await.unwrap();
        }
        Thing::Pair(_, PairState::Published) | Thing::Meeting => {
            let pair = store::pairs::get(&mut tx, &id.into()).await.unwrap().unwrap();
            let ended = pair.end(stage.today, stage.now()).unwrap();
            store::pairs::save(&mut tx, &ended).await.unwrap();
        }
        Thing::Pair(_, PairState::Ended { was: Some(_), .. }) => {
            let pair = store::pairs::get(&mut tx, &id.into()).await.unwrap().unwrap();
            // Its order was never signed: nothing follows it.
            let over = Pair { state: PairState::Ended { at: AT, was: None }, ..pair };
            store::pairs::save(&mut tx, &over).await.unwrap();
        }
        Thing::Round(..) => {
            let round = store::rounds::get(&mut tx, &id.into()).await.unwrap().unwrap();
            store::rounds::save(&mut tx, &Round { state: Rounding::Closed { at: AT }, ..round })
                .await
                .unwrap();
            end_pairs(&mut tx, stage).await;
        }
        Thing::Survey(_) => {
            let survey = store::surveys::get(&mut tx, &id.into()).await.unwrap().unwrap();
            let (closed, _) = survey.close(AT).unwrap();
            store::surveys::close(&mut tx, &closed).await.unwrap();
        }
        Thing::Report(..) | Thing::Goals(_) | Thing::Plan(..) | Thing::PlanDue(..) => {
            end_pairs(&mut tx, stage).await;
        }
        Thing::End(_) | Thing::More(_) | Thing::Pause(_) => {
            let pair = store::pairs::get(&mut tx, &id.into()).await.unwrap().unwrap();
            let over = Pair { place: None, state: PairState::Ended { at: AT, was: None }, ..pair };
            store::pairs::save(&mut tx, &over).await.unwrap();
        }
        Thing::Talk(..) => {
            let meeting = id.split(' ').next().unwrap();
            let meeting = store::meetings::get(&mut tx, &meeting.into()).await.unwrap().unwrap();
            let pair = store::pairs::get(&mut tx, &meeting.pair).await.unwrap().unwrap();
            let over = Pair { place: None, state: PairState::Ended { at: AT, was: None }, ..pair };
            store::pairs::save(&mut tx, &over).await.unwrap();
        }
        Thing::Turn(Turning::Planned, _) => {
            let turn = store::rotations::get(&mut tx, &id.into()).await.unwrap().unwrap();
            store::rotations::save(&mut tx, &turn.withdraw(AT).unwrap()).await.unwrap();
        }
        _ => {}
    }
    tx.commit().await.unwrap();
}

/// What the letter tells of, as it is promised.
fn about<'a>(letter: Letter, id: &'a str, to: &'a str) -> &'a str {
    match letter {
        Letter::RequestReminder => to,
        Letter::RotationPublished | Letter::RotationWithdrawn => "programme",
        _ => id,
    }
}

fn check(letter: &Written, lang: Lang) {
    assert_eq!(letter.lang, lang);
    let Written { subject, greeting, footer, .. } = letter;
    let Part { text, next, act, path, .. } = only(letter);
    for part in [subject, greeting, text, next, act, footer] {
        assert!(!part.is_empty() && !part.contains(['[', ']', '{', '}', '!']), "{part}");
        assert!(!part.contains(PRIVATE), "{part}");
    }
    assert!(["Дана", "Айгүл", "Гүлнафиса", "Серік"].iter().any(|name| greeting.contains(name)), "{greeting}");
    assert!(path.starts_with('/'), "{path}");
}

/// The one thing that a letter tells.
fn only(letter: &Written) -> &Part {
    let [part] = letter.parts.as_slice() else { panic!("one letter tells one thing") };
    assert_eq!(part.subject, letter.subject);
    part
}

async fn every_letter(mut stage: Stage) -> [String; 3] {
    let mut texts = [String::new(), String::new(), String::new()];
    let mut number = 0;
    for letter in Letter::ALL {
        for (to, thing) in scenes(letter) {
            number += 1;
            let id = make(&mut stage, number, &thing).await;
            for (lang, all) in Lang::ALL.into_iter().zip(&mut texts) {
                change(&stage, to, |person| domain::people::Person { lang: lang.tag().into(), ..person })
                    .await;
                promised(&stage, to, letter, about(letter, &id, to)).await;
                let [written] = delivered(&stage).await.try_into().unwrap();
                check(&written, lang);
                let Written { subject, greeting, .. } = &written;
                let Part { text, next, act, path, .. } = only(&written);
                // Ids of orders are counted on.
                let path = if path.starts_with("/orders/") { "/orders/…" } else { path };
                let _ = writeln!(
                    all,
                    "{letter:?} → {to}\n  {subject}\n  {greeting} {text} {next}\n  [{act}]({path})\n"
                );
            }
            clear(&mut stage, &thing, &id).await;
        }
    }
    texts
}

#[tokio::test]
async fn every_letter_reads_well_in_three_languages() {
    on_both(async |db| {
        for (lang, text) in Lang::ALL.iter().zip(every_letter(Stage::new(db.clone()).await).await) {
            insta::assert_snapshot!(format!("letters-{lang}"), text);
        }
    })
    .await;
}

#[tokio::test]
async fn a_letter_of_another_state_or_to_somebody_else_is_not_written() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let id = make(&mut stage, 1, &Thing::Request(State::Read { at: AT })).await;
        for letter in Letter::ALL {
            let right = matches!(letter, Letter::RequestSent | Letter::RequestReplied);
            let readers: &[&str] = match letter {
                // Both may read it: it tells of an open request.
                Letter::RequestReopened => &["bekzhan", "zere"],
                _ if right => &["dana", "bekzhan", "zere"],
                _ => &["dana", "aigul", "zere"],
            };
            for to in readers {
                promised(&stage, to, letter, &id).await;
                assert_eq!(delivered(&stage).await, [], "{letter:?} to {to}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_pair_that_has_the_readers_consent_asks_for_none() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let id = make_pair(&stage, 1, Origin::Ranked, PairState::Published).await;
        let mut tx = stage.db.write().await.unwrap();
        let pair = store::pairs::get(&mut tx, &id.as_str().into()).await.unwrap().unwrap();
        store::consents::give(&mut tx, &pair, Side::Newcomer, stage.now()).await.unwrap();
        tx.commit().await.unwrap();
        for to in ["dana", "aigul"] {
            promised(&stage, to, Letter::PairPublished, &id).await;
        }
        let letters = delivered(&stage).await;
        assert_eq!(letters.len(), 1);
        assert_eq!(letters[0].person, "aigul".into());
    })
    .await;
}

#[tokio::test]
async fn a_meeting_that_was_moved_is_told_of_once() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let id = make_pair(&stage, 1, Origin::Ranked, PairState::Published).await;
        let aigul = actor("aigul", &[Role::Mentor]);
        let at = |hour| jiff::civil::time(hour, 0, 0, 0);
        let mut plan =
            Plan { on: date(2026, 10, 8), at: at(15), place: "кабинет 214".into(), seen: None };
        plan_first_meeting(&stage.context(&aigul), &id.as_str().into(), &plan).await.unwrap();
        stage.today = date(2026, 10, 6);
        plan.at = at(16);
        plan.seen = Some(0);
        plan_first_meeting(&stage.context(&aigul), &id.as_str().into(), &plan).await.unwrap();
        let letters = delivered(&stage).await;
        assert_eq!(letters.len(), 1);
        assert!(only(&letters[0]).text.contains("16:00"), "{}", only(&letters[0]).text);
    })
    .await;
}
