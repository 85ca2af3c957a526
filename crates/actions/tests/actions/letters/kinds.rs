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
use actions::pairs::{Plan, plan_first_meeting};
use domain::Instant;
use domain::appeals::State as Appealed;
use domain::camps::State as Held;
use domain::courses::Phase;
use domain::endings::Progress;
use domain::meetings::{Span, State as Talking};
use domain::mentors::State as MentorState;
use domain::observations::State as Watching;
use domain::pairs::{Origin, Pair, State as PairState};
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
use voices::{
    make_camp, make_concern, make_idea, make_message, make_scene, make_step, make_stop, make_survey,
};

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
    /// A step of an idea that is being done, Дана's; its day is near.
    Step(bool),
    /// A message of Гүлнафиса's to Дана, or the template of one that she tries.
    Message(bool),
    /// A camp in which Дана takes part, under this id; where its workshops are given out, a place fell free for her.
    Camp(&'static str, Held),
    /// A modelled situation that is planned, with Дана in it.
    Scene,
    /// The programme, stopped today.
    Stop,
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
        Thing::Idea(id) => make_idea(stage, id, domain::ideas::State::New).await,
        Thing::Step(near) => make_step(stage, *near).await,
        Thing::Message(tried) => make_message(stage, *tried).await,
        Thing::Camp(id, how) => make_camp(stage, id, *how).await,
        Thing::Scene => make_scene(stage).await,
        Thing::Stop => make_stop(stage).await,
    }
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
        Letter::DataDue => "2026-09-01",
        Letter::RotationPublished | Letter::RotationWithdrawn => "programme",
        // The first slot of the camp.
        Letter::CampPlace => "camp 0",
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
