//! Schedules: by day, for each school, and once however often they run.

use crate::letters::{delivered, told};
use crate::stage::{Stage, actor, newcomer};
use actions::requests::send;
use actions::rosters::{Confirm, Upload, apply, prepare};
use actions::schedules::Schedule;
use domain::Instant;
use domain::calendar::instant_of;
use domain::people::Role;
use domain::requests::{Rhythm, Wish};
use domain::rosters::{Kind, State};
use jiff::SignedDuration;
use jiff::civil::date;
use store::testing::{on_both, work};

/// Дана has asked Айгүл on 5 October; the answer is awaited until the 19th.
async fn asked(stage: &Stage) {
    let text = "Хочу научиться начинать урок спокойно.".into();
    let wish = Wish { text, goals: vec![], rhythm: Rhythm::Weekly };
    send(&stage.context(&newcomer("dana")), &"aigul".into(), wish).await.unwrap();
    delivered(stage).await;
}

async fn run(stage: &Stage, schedule: Schedule, now: Instant) -> usize {
    schedule.run(&stage.db, &stage.ids, now).await.unwrap()
}

#[tokio::test]
async fn an_overdue_request_closes_in_the_morning_and_both_are_told_once() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        asked(&stage).await;
        let at = |day, hour| instant_of(day, hour, 300);
        let (last_day, next_day) = (date(2026, 10, 19), date(2026, 10, 20));
        assert_eq!(run(&stage, Schedule::ExpireRequests, at(last_day, 19)).await, 0);
        assert_eq!(
            run(&stage, Schedule::ExpireRequests, at(next_day, 3)).await,
            0,
            "at night nobody is told"
        );
        assert_eq!(run(&stage, Schedule::ExpireRequests, at(next_day, 8)).await, 1);
        assert_eq!(run(&stage, Schedule::ExpireRequests, at(next_day, 8)).await, 0);
        stage.today = next_day;
        let mut letters = told(&stage).await;
        letters.sort();
        let subject = "Срок ответа прошёл".to_owned();
        assert_eq!(letters, [("aigul".to_owned(), subject.clone()), ("dana".to_owned(), subject)]);
        let mut tx = stage.db.read().await.unwrap();
        let lines = store::audit::of_school(&mut tx, &"school-12".into(), i64::MAX, 100).await.unwrap();
        let expired: Vec<_> = lines.iter().filter(|line| line.what == "request-expired").collect();
        assert_eq!(expired.len(), 1);
        assert_eq!(expired[0].actor, None, "nobody stands behind a schedule");
    })
    .await;
}

#[tokio::test]
async fn n10_a_reminder_run_by_two_at_once_is_one_letter_by_day() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        asked(&stage).await;
        let half_time = date(2026, 10, 12);
        let night = instant_of(half_time, 6, 300);
        assert_eq!(run(&stage, Schedule::RemindMentors, night).await, 0);
        let morning = instant_of(half_time, 9, 300);
        let (one, other) = tokio::join!(
            run(&stage, Schedule::RemindMentors, morning),
            run(&stage, Schedule::RemindMentors, morning)
        );
        assert_eq!(one + other, 1);
        stage.today = half_time;
        assert_eq!(told(&stage).await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn sessions_and_codes_go_when_they_have_run_out_and_running_ones_stay() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let dana = "dana".into();
        let later = |days: i64| stage.now().checked_add(SignedDuration::from_hours(24 * days)).unwrap();
        let mut tx = stage.db.write().await.unwrap();
        for (name, until) in [("short", later(1)), ("long", later(90))] {
            store::accounts::add_session(&mut tx, name, &dana, stage.now(), until).await.unwrap();
            store::accounts::add_code(&mut tx, name, &dana, stage.now(), until).await.unwrap();
        }
        tx.commit().await.unwrap();
        let known = async |code: &str| {
            let mut tx = stage.db.read().await.unwrap();
            store::accounts::code(&mut tx, code).await.unwrap().is_some()
        };
        run(&stage, Schedule::SweepAccounts, later(2)).await;
        let mut tx = stage.db.read().await.unwrap();
        // Asked as of a time when both would still hold: only what is stored counts.
        let short = store::accounts::session(&mut tx, "short", stage.now()).await.unwrap();
        let long = store::accounts::session(&mut tx, "long", stage.now()).await.unwrap();
        assert_eq!((short, long.map(|session| session.person)), (None, Some(dana)));
        drop(tx);
        assert!(known("short").await, "an old slip can still say that it is old");
        run(&stage, Schedule::SweepAccounts, later(32)).await;
        assert!(!known("short").await && known("long").await);
    })
    .await;
}

#[tokio::test]
async fn work_done_long_ago_is_forgotten_and_dead_work_is_kept() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let mut tx = stage.db.write().await.unwrap();
        for id in ["done", "dead", "waiting"] {
            store::jobs::add(&mut tx, work(id, "letter", "{}", stage.now())).await.unwrap();
        }
        store::jobs::done(&mut tx, "done", stage.now()).await.unwrap();
        store::jobs::bury(&mut tx, "dead", stage.now(), "mail server: 421").await.unwrap();
        tx.commit().await.unwrap();
        let add_again = async |id: &str| {
            let mut tx = stage.db.write().await.unwrap();
            store::jobs::add(&mut tx, work(id, "letter", "{}", stage.now())).await.is_ok()
        };
        let later = |days: i64| stage.now().checked_add(SignedDuration::from_hours(24 * days)).unwrap();
        run(&stage, Schedule::ForgetJobs, later(30)).await;
        assert!(!add_again("done").await, "kept for thirty days");
        run(&stage, Schedule::ForgetJobs, later(31)).await;
        assert!(add_again("done").await, "then its id is free");
        assert!(!add_again("dead").await && !add_again("waiting").await);
    })
    .await;
}

#[tokio::test]
async fn files_of_lists_go_after_thirty_days_and_drafts_nobody_came_back_to_are_given_up() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let (actor, school) = (actor("gulnafisa", &[Role::Coordinator]), domain::SchoolId::from("school-12"));
        let list = "ФИО;Электронная почта\r\nКим Сергей;kim@school.example\r\n";
        let brought = async |stage: &Stage| {
            let upload = Upload { school: &school, kind: Kind::Staff, name: "l.csv", bytes: list.as_bytes() };
            prepare(&stage.context(&actor), &upload, None).await.unwrap()
        };
        let written = brought(&stage).await;
        apply(&stage.context(&actor), &written, &Confirm::default()).await.unwrap();
        stage.today = date(2026, 10, 6);
        let draft = brought(&stage).await;
        let kept = async |id| {
            let mut tx = stage.db.read().await.unwrap();
            let file = store::rosters::file(&mut tx, &school, id).await.unwrap().is_some();
            (file, store::rosters::get(&mut tx, id).await.unwrap().unwrap().state)
        };
        let at = |day| instant_of(day, 12, 300);
        assert_eq!(run(&stage, Schedule::ForgetLists, at(date(2026, 11, 4))).await, 0);
        assert_eq!(kept(&written).await, (true, State::Applied));
        assert_eq!(run(&stage, Schedule::ForgetLists, at(date(2026, 11, 5))).await, 1);
        assert_eq!(kept(&written).await, (false, State::Applied));
        assert_eq!(kept(&draft).await, (true, State::Draft));
        assert_eq!(run(&stage, Schedule::ForgetLists, at(date(2026, 11, 6))).await, 1);
        assert_eq!(kept(&draft).await, (false, State::Discarded));
        assert_eq!(stage.audited("roster-discarded").await, 1);
        assert_eq!(run(&stage, Schedule::ForgetLists, at(date(2026, 11, 6))).await, 0);
    })
    .await;
}

#[test]
fn schedules_have_names_of_their_own() {
    let names: std::collections::BTreeSet<_> = Schedule::ALL.iter().map(|one| one.word()).collect();
    assert_eq!(names.len(), Schedule::ALL.len());
}
