//! A power cut in the middle of the theory: the server is killed while candidates write, again and again, and every answer
//! that was confirmed is there (feat:G4; neg:N22).

use crate::crash::{code, furnish, newcomer, now, sound};
use crate::server::{Server, post, sign_in};
use crate::{found, places, wait};
use domain::courses::{Attempts, Candidate, State as CourseState};
use domain::exams::{Attempt, Cuts, Plan, Rubric, Sitting, SittingState};
use domain::questions::{Answer, Blueprint, Choice, Fraction, Kept, Kind, Language, Question, Shelf, Topic};
use std::collections::BTreeMap;
use std::thread::JoinHandle;
use std::time::Duration;
use store::Db;

const CANDIDATES: usize = 3;
const QUESTIONS: u32 = 5;
/// How long each round works before it is killed.
const ROUNDS: [u64; 5] = [60, 410, 170, 620, 290];
/// Confirmed answers that show something.
const ENOUGH: u64 = 40;

/// The revision and the choice that were confirmed last, by question; a choice by its place on the page.
type Confirmed = BTreeMap<u32, (u32, usize)>;

fn question(number: u32) -> Question {
    let choice = |text: &str, fraction| Choice { text: text.into(), fraction, feedback: String::new() };
    let choices = vec![choice("директор", Fraction::WHOLE), choice("завуч", Fraction::NONE)];
    let mut question = Question::blank(Shelf::Topic(Topic::Law), Kind::Single(choices));
    question.text = format!("{number}-сұрақ");
    question
}

fn id(number: usize) -> String {
    format!("paper-{number}")
}

/// A sitting that runs, and a paper of every candidate in it.
async fn begun(database: &str) {
    let db = Db::open(database).await.unwrap();
    let mut tx = db.write().await.unwrap();
    let school = store::schools::every(&mut tx).await.unwrap().remove(0).id;
    let kept = |number| Kept::new(number, Language::Kk, question(number));
    let bank = domain::questions::Bank::of(1, Language::Kk, (1..=QUESTIONS).map(kept).collect());
    let count = u16::try_from(QUESTIONS).unwrap();
    let mut sitting = Sitting {
        id: "sitting".into(),
        school: school.clone(),
        begins: now() - Duration::from_mins(5),
        ends: now() + Duration::from_hours(1),
        plan: Plan { blueprint: Blueprint([(Topic::Law, count)].into()), minutes: 120 },
        bank: 1,
        languages: [Language::Kk].into(),
        cuts: Cuts::default(),
        rubric: Rubric::starter(),
        marker: None,
        places: 0,
        state: SittingState::Planned,
        version: 0,
    };
    store::sittings::add(&mut tx, &sitting).await.unwrap();
    store::sittings::freeze(&mut tx, &sitting, Language::Kk, &bank).await.unwrap();
    sitting.state = SittingState::Running;
    store::sittings::save(&mut tx, &sitting).await.unwrap();
    for number in 0..CANDIDATES {
        let candidate = Candidate {
            course: "course".into(),
            person: newcomer(number).as_str().into(),
            state: CourseState::Admitted,
            attempts: Attempts::default(),
            changed_at: now(),
            version: 0,
        };
        let seed = u64::try_from(number).unwrap();
        let attempt: Attempt = sitting.open(&candidate, false, &bank, 0, seed, now()).unwrap();
        let (id, school, language) = (id(number).as_str().into(), school.clone(), Language::Kk);
        let home = school.clone();
        let kept = store::attempts::Kept { id, school, home, language, attempt, told: None, version: 0 };
        store::attempts::add(&mut tx, &kept).await.unwrap();
    }
    tx.commit().await.unwrap();
    db.close().await;
}

/// Answers one question after the other, each time the other way, until nobody answers any more.
fn write(address: String, cookie: String, number: usize, mut stands: Confirmed) -> JoinHandle<Confirmed> {
    std::thread::spawn(move || {
        loop {
            for question in 1..=QUESTIONS {
                let (known, last) = stands.get(&question).copied().unwrap_or((0, 1));
                let form = format!("question={question}&known={known}&answer={}&quiet=1", 1 - last);
                let Ok(answer) = post(&address, &format!("/attempts/{}", id(number)), &cookie, &form) else {
                    return stands;
                };
                // Hands are slower than this.
                if answer.status == 429 {
                    return stands;
                }
                assert_eq!(answer.status, 200, "{answer:?}");
                // An answer that was cut off confirms nothing.
                let Some(Ok(revision)) = answer.body.split(' ').next().map(str::parse) else { return stands };
                stands.insert(question, (revision, 1 - last));
            }
        }
    })
}

/// Compares what was confirmed with what is stored, which is what the next round goes on from.
async fn compare(database: &str, confirmed: &Confirmed, number: usize) -> Confirmed {
    let db = Db::look(database).await.unwrap();
    let mut tx = db.read().await.unwrap();
    let kept = store::attempts::get(&mut tx, &id(number).as_str().into()).await.unwrap().unwrap();
    let drawn = &kept.attempt.variant.questions;
    let shown = |question: &u32, answer: &Answer| match answer {
        Answer::One(choice) => {
            let drawn = drawn.iter().find(|drawn| drawn.number == *question).unwrap();
            drawn.order.iter().position(|place| place == choice).unwrap()
        }
        _ => panic!("half an answer: {answer:?}"),
    };
    for (question, (revision, choice)) in confirmed {
        let saved = &kept.attempt.answers[question];
        assert!(saved.revision >= *revision, "an answer to {question} was confirmed and is gone");
        let same = shown(question, &saved.answer) == *choice;
        assert!(same || saved.revision > *revision, "another answer to {question} stands");
    }
    let answers = kept.attempt.answers.iter();
    let stands =
        answers.map(|(question, saved)| (*question, (saved.revision, shown(question, &saved.answer))));
    let stands = stands.collect();
    drop(tx);
    db.close().await;
    stands
}

#[test]
fn n22_every_confirmed_answer_survives_a_kill_in_the_middle_of_the_theory() {
    let folder = tempfile::tempdir().unwrap();
    for database in places(folder.path()) {
        found(&database);
        wait(furnish(&database, 40));
        wait(begun(&database));
        let mut cookies = Vec::new();
        let mut stands = vec![Confirmed::new(); CANDIDATES];
        // A busy machine confirms little in a round: then there are more of them.
        for (round, millis) in ROUNDS.into_iter().cycle().take(10 * ROUNDS.len()).enumerate() {
            let revisions =
                stands.iter().flat_map(BTreeMap::values).map(|(revision, _)| u64::from(*revision));
            if round >= ROUNDS.len() && revisions.sum::<u64>() > ENOUGH {
                break;
            }
            let server = Server::start(&database, folder.path());
            let address = server.address();
            if cookies.is_empty() {
                cookies.extend((0..CANDIDATES).map(|number| sign_in(&address, &code(number))));
            }
            let writers: Vec<_> = cookies
                .iter()
                .zip(stands.drain(..))
                .enumerate()
                .map(|(number, (cookie, stands))| write(address.clone(), cookie.clone(), number, stands))
                .collect();
            std::thread::sleep(Duration::from_millis(millis));
            server.kill();
            sound(&database);
            for (number, writer) in writers.into_iter().enumerate() {
                let log = || std::fs::read_to_string(folder.path().join("server.log")).unwrap();
                let confirmed = writer.join().unwrap_or_else(|_| panic!("{database}: {}", log()));
                stands.push(wait(compare(&database, &confirmed, number)));
            }
        }
        let revisions = stands.iter().flat_map(BTreeMap::values).map(|(revision, _)| u64::from(*revision));
        let count: u64 = revisions.sum();
        assert!(count > ENOUGH, "only {count} answers were confirmed: the test shows little");
    }
}
