//! Requests: who may, who wins a race, what stays private.

use crate::stage::{Stage, actor, mentor, newcomer};
use actions::Failed;
use actions::requests::{Step, accept, expire_overdue, follow, offer, reason, send, step, went_on};
use domain::RequestId;
use domain::newcomers::Newcomer;
use domain::pairs::Origin;
use domain::people::Role;
use domain::requests::{AnswerRefused, Closed, Follow, FollowRefused, Rhythm, SendRefused, State, Wish};
use jiff::civil::date;
use std::sync::Arc;
use store::requests::Reason;
use store::testing::on_both;
use tokio::sync::Barrier;

fn wish() -> Wish {
    Wish {
        text: "Хочу научиться начинать урок спокойно.".into(),
        goals: vec!["начало урока".into()],
        rhythm: Rhythm::Weekly,
    }
}

async fn sent(stage: &Stage, from: &str, to: &str) -> RequestId {
    send(&stage.context(&newcomer(from)), &to.into(), wish()).await.unwrap()
}

async fn state(stage: &Stage, id: &RequestId) -> State {
    store::requests::get(&mut stage.db.read().await.unwrap(), id).await.unwrap().unwrap().state
}

#[tokio::test]
async fn an_accepted_request_makes_a_chosen_pair_and_is_audited_once() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let id = sent(&stage, "dana", "aigul").await;
        accept(&stage.context(&mentor("aigul")), &id).await.unwrap();
        let mut tx = stage.db.read().await.unwrap();
        let pairs =
            store::pairs::of_programme(&mut tx, &"school-12".into(), &"programme".into()).await.unwrap();
        assert_eq!(pairs.len(), 1);
        assert_eq!(pairs[0].origin, Origin::Asked { request: id });
        assert_eq!(pairs[0].place, Some(1));
        drop(tx);
        assert_eq!(stage.audited("request-sent").await, 1);
        assert_eq!(stage.audited("request-accepted").await, 1);
    })
    .await;
}

/// What Дана would write to another mentor, where the first one says no.
const OTHER_WORDS: &str = "Хочу вести обсуждение, как на вашем уроке.";

fn next(mentor: &str) -> Follow {
    Follow { mentor: mentor.into(), text: OTHER_WORDS.into() }
}

/// Requests that a mentor has before them.
async fn open_to(stage: &Stage, mentor: &str) -> usize {
    let mut tx = stage.db.read().await.unwrap();
    let all = store::requests::of_mentor(&mut tx, &"school-12".into(), &mentor.into()).await.unwrap();
    all.iter().filter(|request| request.state.is_open()).count()
}

#[tokio::test]
async fn a_decline_moves_the_newcomer_to_the_next_wish_at_once_if_they_asked_for_that() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let id = sent(&stage, "dana", "aigul").await;
        for _ in 0..2 {
            follow(&stage.context(&newcomer("dana")), &id, Some(&next("bekzhan"))).await.unwrap();
        }
        assert_eq!(stage.audited("request-follow-kept").await, 1);
        let to_herself = follow(&stage.context(&newcomer("dana")), &id, Some(&next("aigul"))).await;
        assert!(matches!(to_herself, Err(Failed::Refused(FollowRefused::MentorGone))), "{to_herself:?}");
        let short = Follow { text: "И к вам.".into(), ..next("bekzhan") };
        let short = follow(&stage.context(&newcomer("dana")), &id, Some(&short)).await;
        assert!(matches!(short, Err(Failed::Refused(FollowRefused::TooShort { least: 20 }))), "{short:?}");
        step(&stage.context(&mentor("aigul")), &id, &Step::Decline { reason: None }).await.unwrap();
        assert_eq!((open_to(&stage, "aigul").await, open_to(&stage, "bekzhan").await), (0, 1));
        let mut tx = stage.db.read().await.unwrap();
        let request = store::requests::get(&mut tx, &id).await.unwrap().unwrap();
        let on = went_on(&mut tx, &request).await.unwrap().unwrap();
        assert_eq!(on.wish, Wish { text: OTHER_WORDS.into(), ..wish() }, "with words of its own");
        let log = store::audit::of_school(&mut tx, &"school-12".into(), i64::MAX, 10).await.unwrap();
        for what in ["request-follow-kept", "request-went-on"] {
            let line = log.iter().find(|line| line.what == what).unwrap();
            let said = (line.actor.as_ref(), line.subject.as_str());
            assert_eq!(said, (None, "programme"), "{what}: whose wishes they are, the log does not say");
        }
        drop(tx);
        let second = step(&stage.context(&mentor("bekzhan")), &on.id, &Step::Decline { reason: None }).await;
        second.unwrap();
        assert_eq!(stage.audited("request-went-on").await, 1, "after it nobody was named");
    })
    .await;
}

#[tokio::test]
async fn what_nobody_answered_goes_on_too_and_where_a_rule_says_no_nothing_is_sent() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let id = sent(&stage, "dana", "aigul").await;
        follow(&stage.context(&newcomer("dana")), &id, Some(&next("bekzhan"))).await.unwrap();
        stage.today = date(2026, 10, 20);
        expire_overdue(&stage.context(&actor("serik", &[]))).await.unwrap();
        assert_eq!(open_to(&stage, "bekzhan").await, 1);
        let letters = crate::letters::delivered(&stage).await;
        let to_dana = &letters.iter().find(|letter| letter.person.as_str() == "dana").unwrap().parts[0];
        assert!(to_dana.text.contains("Срок ответа прошёл"), "nobody said no: {}", to_dana.text);
        let other = sent(&stage, "zere", "aigul").await;
        follow(&stage.context(&newcomer("zere")), &other, Some(&next("bekzhan"))).await.unwrap();
        store::testing::spoil(&stage.db, "UPDATE mentors SET state = 'nominated' WHERE id = 'bekzhan'").await;
        step(&stage.context(&mentor("aigul")), &other, &Step::Decline { reason: None }).await.unwrap();
        assert_eq!(open_to(&stage, "bekzhan").await, 1, "the newcomer chooses");
        assert!(matches!(state(&stage, &other).await, State::Declined { .. }));
    })
    .await;
}

#[tokio::test]
async fn what_was_named_before_words_could_be_written_waits_for_the_newcomer() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let id = sent(&stage, "dana", "aigul").await;
        follow(&stage.context(&newcomer("dana")), &id, Some(&next("bekzhan"))).await.unwrap();
        store::testing::spoil(&stage.db, "UPDATE request_follows SET text = ''").await;
        step(&stage.context(&mentor("aigul")), &id, &Step::Decline { reason: None }).await.unwrap();
        assert_eq!(open_to(&stage, "bekzhan").await, 0, "no words that were written to somebody else");
    })
    .await;
}

#[tokio::test]
async fn n01_nobody_else_says_where_a_request_goes_on() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let id = sent(&stage, "dana", "aigul").await;
        for somebody in [mentor("aigul"), mentor("bekzhan"), newcomer("zere")] {
            let said = follow(&stage.context(&somebody), &id, Some(&next("bekzhan"))).await;
            assert!(matches!(said, Err(Failed::NotFound | Failed::Forbidden)), "{said:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn n01_only_the_mentor_addressed_answers_and_only_once() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let id = sent(&stage, "dana", "aigul").await;
        for other in [mentor("bekzhan"), newcomer("dana"), newcomer("zere")] {
            let answered = accept(&stage.context(&other), &id).await;
            assert!(matches!(answered, Err(Failed::NotFound)), "{answered:?}");
        }
        let aigul = mentor("aigul");
        step(&stage.context(&aigul), &id, &Step::Decline { reason: None }).await.unwrap();
        let again = accept(&stage.context(&aigul), &id).await;
        assert!(matches!(again, Err(Failed::Refused(AnswerRefused::NotOpen))), "{again:?}");
    })
    .await;
}

#[tokio::test]
async fn n01_after_expiry_nothing_is_answered_and_both_are_told_once() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let id = sent(&stage, "dana", "aigul").await;
        stage.today = date(2026, 10, 20);
        let aigul = mentor("aigul");
        let late = accept(&stage.context(&aigul), &id).await;
        assert!(matches!(late, Err(Failed::Refused(AnswerRefused::Expired))), "{late:?}");
        assert_eq!(expire_overdue(&stage.context(&aigul)).await.unwrap(), 1);
        assert_eq!(expire_overdue(&stage.context(&aigul)).await.unwrap(), 0);
        assert!(matches!(state(&stage, &id).await, State::Expired { .. }));
    })
    .await;
}

#[tokio::test]
async fn n02_the_other_requests_of_a_newcomer_close_when_one_is_accepted() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let to_aigul = sent(&stage, "dana", "aigul").await;
        let to_bekzhan = sent(&stage, "dana", "bekzhan").await;
        accept(&stage.context(&mentor("bekzhan")), &to_bekzhan).await.unwrap();
        let closed = state(&stage, &to_aigul).await;
        assert!(matches!(closed, State::Closed { why: Closed::AgreedElsewhere, .. }), "{closed:?}");
        let late = accept(&stage.context(&mentor("aigul")), &to_aigul).await;
        assert!(matches!(late, Err(Failed::Refused(AnswerRefused::NotOpen))), "{late:?}");
        let more = send(&stage.context(&newcomer("dana")), &"aigul".into(), wish()).await;
        assert!(matches!(more, Err(Failed::Refused(SendRefused::AgreedElsewhere))), "{more:?}");
    })
    .await;
}

#[tokio::test]
async fn the_last_place_closes_the_other_requests_to_the_mentor() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let first = sent(&stage, "dana", "aigul").await;
        let second = sent(&stage, "zere", "aigul").await;
        accept(&stage.context(&mentor("aigul")), &first).await.unwrap();
        let closed = state(&stage, &second).await;
        assert!(matches!(closed, State::Closed { why: Closed::MentorFull, .. }), "{closed:?}");
        let more = send(&stage.context(&newcomer("zere")), &"aigul".into(), wish()).await;
        assert!(matches!(more, Err(Failed::Refused(SendRefused::MentorFull))), "{more:?}");
    })
    .await;
}

#[tokio::test]
async fn a_reason_stays_with_its_author_and_reaches_the_coordinator_only_where_it_is_ticked() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        for (asked, ticked) in [("aigul", false), ("bekzhan", true)] {
            let id = sent(&stage, "dana", asked).await;
            let written =
                Reason { text: "Скоро уезжаю на курсы.".into(), for_coordinator: ticked };
            let decline = Step::Decline { reason: Some(written.clone()) };
            step(&stage.context(&mentor(asked)), &id, &decline).await.unwrap();
            let mut tx = stage.db.read().await.unwrap();
            let request = store::requests::get(&mut tx, &id).await.unwrap().unwrap();
            for (reader, reads) in [
                (mentor(asked), true),
                (actor("gulnafisa", &[Role::Coordinator]), ticked),
                (actor("serik", &[Role::Head]), false),
                (newcomer("dana"), false),
                (newcomer("zere"), false),
            ] {
                let read = reason(&mut tx, &stage.context(&reader), &request).await.unwrap();
                assert_eq!(read, reads.then(|| written.clone()), "{reader:?}");
            }
            let lines = store::audit::of_subject(&mut tx, &"school-12".into(), id.as_str()).await.unwrap();
            assert!(lines.iter().all(|line| line.detail.is_empty()), "no contents in the audit log");
        }
    })
    .await;
}

#[tokio::test]
async fn a_question_and_its_answer_stand_in_order() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let id = sent(&stage, "dana", "aigul").await;
        let (aigul, dana) = (mentor("aigul"), newcomer("dana"));
        let question = Step::Ask { question: "Какие классы ведёте?".into() };
        step(&stage.context(&aigul), &id, &question).await.unwrap();
        let twice = step(&stage.context(&aigul), &id, &question).await;
        assert!(matches!(twice, Err(Failed::Refused(AnswerRefused::NotOpen))), "{twice:?}");
        step(&stage.context(&dana), &id, &Step::Reply { answer: "Пятые и шестые.".into() }).await.unwrap();
        let mut tx = stage.db.read().await.unwrap();
        let request = store::requests::get(&mut tx, &id).await.unwrap().unwrap();
        let words = store::requests::words(&mut tx, &request).await.unwrap();
        let texts: Vec<&str> = words.iter().map(|words| words.text.as_str()).collect();
        assert_eq!(texts, ["Какие классы ведёте?", "Пятые и шестые."]);
        assert!(matches!(request.state, State::Read { .. }));
    })
    .await;
}

/// Two hundred newcomers, each with an open request to Айгүл, who has one place.
async fn crowd(stage: &Stage) -> Vec<RequestId> {
    let mut tx = stage.db.write().await.unwrap();
    for number in 0..200 {
        let id = format!("newcomer-{number}");
        let dana = store::people::get(&mut tx, &"dana".into()).await.unwrap().unwrap();
        let person = domain::people::Person { id: id.as_str().into(), email: None, ..dana };
        store::people::add(&mut tx, &person, None).await.unwrap();
        let newcomer = Newcomer {
            id: id.as_str().into(),
            school: "school-12".into(),
            programme: "programme".into(),
            person: person.id,
            hired_on: date(2026, 8, 25),
            version: 0,
        };
        store::newcomers::add(&mut tx, &newcomer).await.unwrap();
    }
    tx.commit().await.unwrap();
    let mut ids = Vec::new();
    for number in 0..200 {
        ids.push(sent(stage, &format!("newcomer-{number}"), "aigul").await);
    }
    ids
}

/// Lets every attempt go at the same moment. Gives how many accepted; all others were refused by the rule.
async fn race(stage: Stage) -> usize {
    let ids = crowd(&stage).await;
    let (stage, start) = (Arc::new(stage), Arc::new(Barrier::new(ids.len())));
    let attempts: Vec<_> = ids
        .into_iter()
        .map(|id| {
            let (stage, start) = (Arc::clone(&stage), Arc::clone(&start));
            tokio::spawn(async move {
                start.wait().await;
                accept(&stage.context(&mentor("aigul")), &id).await
            })
        })
        .collect();
    let mut accepted = 0;
    for attempt in attempts {
        match attempt.await.unwrap() {
            Ok(_) => accepted += 1,
            Err(Failed::Refused(AnswerRefused::NotOpen | AnswerRefused::MentorFull) | Failed::Changed) => {}
            Err(other) => panic!("lost the race otherwise than by the rule: {other:?}"),
        }
    }
    left_one_pair(&stage).await;
    accepted
}

/// One pair on the one place, one accepted request behind it, and nobody left waiting for a place that is gone.
async fn left_one_pair(stage: &Stage) {
    let (school, aigul) = ("school-12".into(), "aigul".into());
    let mut tx = stage.db.read().await.unwrap();
    let pairs = store::pairs::of_mentor(&mut tx, &school, &aigul).await.unwrap();
    assert_eq!(pairs.len(), 1);
    assert_eq!(pairs[0].place, Some(1));
    let requests = store::requests::of_mentor(&mut tx, &school, &aigul).await.unwrap();
    drop(tx);
    let won: Vec<_> = requests.iter().filter(|one| matches!(one.state, State::Accepted { .. })).collect();
    assert_eq!(won.len(), 1);
    assert_eq!(pairs[0].origin, Origin::Asked { request: won[0].id.clone() });
    let full = |state: State| matches!(state, State::Closed { why: Closed::MentorFull, .. });
    assert!(requests.iter().all(|one| one.id == won[0].id || full(one.state)), "{requests:?}");
    assert_eq!(stage.audited("request-accepted").await, 1);
}

/// Databases with several connections: SQLite in a file, and PostgreSQL. In memory there is one connection and
/// so no race.
async fn databases(folder: &tempfile::TempDir) -> Vec<store::Db> {
    let mut databases = store::testing::fresh().await;
    let file = folder.path().join("race.db");
    databases[0] = store::Db::open(&format!("sqlite:{}", file.display())).await.unwrap();
    databases
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn n02_two_mentors_accept_the_same_newcomer_at_once_and_one_of_them_does() {
    let folder = tempfile::tempdir().unwrap();
    for db in databases(&folder).await {
        let stage = Arc::new(Stage::new(db).await);
        for newcomer in ["dana", "zere"] {
            let (one, two) = (sent(&stage, newcomer, "aigul").await, sent(&stage, newcomer, "bekzhan").await);
            let start = Arc::new(Barrier::new(2));
            let attempt = |who: &'static str, id: RequestId| {
                let (stage, start) = (Arc::clone(&stage), Arc::clone(&start));
                tokio::spawn(async move {
                    start.wait().await;
                    accept(&stage.context(&mentor(who)), &id).await
                })
            };
            let (first, second) = (attempt("aigul", one.clone()), attempt("bekzhan", two.clone()));
            let done = [first.await.unwrap(), second.await.unwrap()];
            assert_eq!(done.iter().filter(|answer| answer.is_ok()).count(), 1, "{newcomer}: {done:?}");
            let mut tx = stage.db.read().await.unwrap();
            let pairs =
                store::pairs::of_newcomer(&mut tx, &"school-12".into(), &newcomer.into()).await.unwrap();
            drop(tx);
            assert_eq!(pairs.len(), 1, "{newcomer}");
            let states = [state(&stage, &one).await, state(&stage, &two).await];
            let closed = |state: &State| matches!(state, State::Closed { why: Closed::AgreedElsewhere, .. });
            assert_eq!(states.iter().filter(|state| closed(state)).count(), 1, "{newcomer}: {states:?}");
            // Room for the next one: whoever accepted is free again.
            store::testing::spoil(&stage.db, "UPDATE mentors SET places = 2").await;
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn n03_two_hundred_attempts_at_the_last_place_leave_one_pair() {
    let folder = tempfile::tempdir().unwrap();
    for db in databases(&folder).await {
        assert_eq!(race(Stage::new(db).await).await, 1);
    }
}

async fn offered(stage: &Stage, from: &str, to: &str) -> RequestId {
    offer(&stage.context(&mentor(from)), &to.into(), wish()).await.unwrap()
}

#[tokio::test]
async fn a_mentor_offers_first_and_the_newcomer_alone_answers() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let id = offered(&stage, "aigul", "dana").await;
        for other in [mentor("aigul"), mentor("bekzhan"), newcomer("zere")] {
            let answered = accept(&stage.context(&other), &id).await;
            assert!(matches!(answered, Err(Failed::NotFound)), "{other:?}: {answered:?}");
            let read = step(&stage.context(&other), &id, &Step::Open).await;
            assert!(matches!(read, Err(Failed::NotFound)), "{other:?}: {read:?}");
        }
        let dana = newcomer("dana");
        step(&stage.context(&dana), &id, &Step::Open).await.unwrap();
        let question = Step::Ask { question: "Когда вы свободны?".into() };
        step(&stage.context(&dana), &id, &question).await.unwrap();
        let own = step(&stage.context(&dana), &id, &Step::Reply { answer: "Я?".into() }).await;
        assert!(matches!(own, Err(Failed::NotFound)), "the asker replies: {own:?}");
        let reply = Step::Reply { answer: "По средам.".into() };
        step(&stage.context(&mentor("aigul")), &id, &reply).await.unwrap();
        accept(&stage.context(&dana), &id).await.unwrap();
        let mut tx = stage.db.read().await.unwrap();
        let pairs = store::pairs::of_mentor(&mut tx, &"school-12".into(), &"aigul".into()).await.unwrap();
        assert_eq!((pairs.len(), pairs[0].place), (1, Some(1)));
        assert_eq!(pairs[0].origin, Origin::Asked { request: id });
    })
    .await;
}

#[tokio::test]
async fn an_offer_keeps_the_rules_of_a_request() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let (dana, aigul) = (newcomer("dana"), mentor("aigul"));
        let id = offered(&stage, "aigul", "dana").await;
        let twice = offer(&stage.context(&aigul), &"dana".into(), wish()).await;
        assert!(matches!(twice, Err(Failed::Refused(SendRefused::AlreadyAsked))), "{twice:?}");
        let crossed = send(&stage.context(&dana), &"aigul".into(), wish()).await;
        assert!(matches!(crossed, Err(Failed::Refused(SendRefused::AlreadyAsked))), "{crossed:?}");
        let short = Wish { text: "Помогу".into(), ..wish() };
        let short = offer(&stage.context(&aigul), &"zere".into(), short).await;
        assert!(matches!(short, Err(Failed::Refused(SendRefused::TooShort { .. }))), "{short:?}");
        let stranger = offer(&stage.context(&newcomer("zere")), &"dana".into(), wish()).await;
        assert!(matches!(stranger, Err(Failed::Forbidden)), "{stranger:?}");
        // The mentor takes it back; one place was enough for two offers, and the first «yes» ends the other.
        step(&stage.context(&aigul), &id, &Step::Withdraw).await.unwrap();
        let (one, other) = (offered(&stage, "aigul", "dana").await, offered(&stage, "aigul", "zere").await);
        let third = sent(&stage, "dana", "bekzhan").await;
        accept(&stage.context(&dana), &one).await.unwrap();
        let full = state(&stage, &other).await;
        assert!(matches!(full, State::Closed { why: Closed::MentorFull, .. }), "{full:?}");
        let elsewhere = state(&stage, &third).await;
        assert!(matches!(elsewhere, State::Closed { why: Closed::AgreedElsewhere, .. }), "{elsewhere:?}");
        let agreed = offer(&stage.context(&mentor("bekzhan")), &"dana".into(), wish()).await;
        assert!(matches!(agreed, Err(Failed::Refused(SendRefused::AgreedElsewhere))), "{agreed:?}");
    })
    .await;
}

#[tokio::test]
async fn offers_do_not_use_up_the_newcomers_own_cap() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        store::testing::spoil(&stage.db, "UPDATE mentors SET places = 2").await;
        let mut tx = stage.db.write().await.unwrap();
        let mut programme =
            store::programmes::get(&mut tx, &"school-12".into(), &"programme".into()).await.unwrap().unwrap();
        programme.settings.open_requests = 1;
        store::programmes::save(&mut tx, &programme).await.unwrap();
        tx.commit().await.unwrap();
        offered(&stage, "aigul", "dana").await;
        sent(&stage, "dana", "bekzhan").await;
        let more = offer(&stage.context(&mentor("aigul")), &"zere".into(), wish()).await;
        assert!(matches!(more, Err(Failed::Refused(SendRefused::TooMany))), "each has an own cap: {more:?}");
    })
    .await;
}

#[tokio::test]
async fn the_reason_of_a_newcomers_no_is_the_newcomers_and_the_mentor_never_reads_it() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let id = offered(&stage, "aigul", "dana").await;
        let written = Reason { text: "Хочу к Бекжану.".into(), for_coordinator: true };
        let decline = Step::Decline { reason: Some(written.clone()) };
        step(&stage.context(&newcomer("dana")), &id, &decline).await.unwrap();
        let mut tx = stage.db.read().await.unwrap();
        let request = store::requests::get(&mut tx, &id).await.unwrap().unwrap();
        for (reader, reads) in [
            (newcomer("dana"), true),
            (actor("gulnafisa", &[Role::Coordinator]), true),
            (mentor("aigul"), false),
            (actor("aigul", &[Role::Mentor, Role::Coordinator]), false),
        ] {
            let read = reason(&mut tx, &stage.context(&reader), &request).await.unwrap();
            assert_eq!(read, reads.then(|| written.clone()), "{reader:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn an_offer_is_reminded_of_and_expires_as_a_request_does() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let id = offered(&stage, "aigul", "dana").await;
        let schedule = actor("schedule", &[]);
        stage.today = date(2026, 10, 12);
        assert_eq!(actions::requests::remind(&stage.context(&schedule)).await.unwrap(), 1);
        assert_eq!(actions::requests::remind(&stage.context(&schedule)).await.unwrap(), 0);
        stage.today = date(2026, 10, 20);
        assert_eq!(expire_overdue(&stage.context(&schedule)).await.unwrap(), 1);
        assert!(matches!(state(&stage, &id).await, State::Expired { .. }));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn n03_two_newcomers_accept_offers_of_the_same_last_place_at_once_and_one_of_them_does() {
    let folder = tempfile::tempdir().unwrap();
    for db in databases(&folder).await {
        let stage = Arc::new(Stage::new(db).await);
        let (one, two) = (offered(&stage, "aigul", "dana").await, offered(&stage, "aigul", "zere").await);
        let start = Arc::new(Barrier::new(2));
        let attempt = |who: &'static str, id: RequestId| {
            let (stage, start) = (Arc::clone(&stage), Arc::clone(&start));
            tokio::spawn(async move {
                start.wait().await;
                accept(&stage.context(&newcomer(who)), &id).await
            })
        };
        let (first, second) = (attempt("dana", one), attempt("zere", two));
        let done = [first.await.unwrap(), second.await.unwrap()];
        assert_eq!(done.iter().filter(|answer| answer.is_ok()).count(), 1, "{done:?}");
        left_one_pair(&stage).await;
    }
}
