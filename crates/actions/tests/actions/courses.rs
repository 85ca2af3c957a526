//! The mentor course: a place asked for or given, cases and replies, sessions with places, gates that open by what was done.

use crate::stage::{Stage, actor, coordinator, mentor, newcomer};
use actions::courses::{
    amend, announce, apply, board, cancel, decline, declined, enrol, find, hours, leads, leave, mark, open,
    open_to, own, reply, session, sessions, sign_up, step_back, take_back, take_back_reply, take_off, tell,
    unlisted, withdraw,
};
use actions::programmes::change_setting;
use actions::{Context, Failed};
use domain::courses::{
    Announced, Audience, CardRefused, DeclineRefused, Gap, JoinRefused, Seat, State, StepRefused,
    TrainingRefused, Words,
};
use domain::people::{Actor, Role};
use domain::questions::Topic;
use domain::settings::Key;
use domain::{CaseId, PersonId, TrainingId};
use jiff::SignedDuration;
use jiff::civil::{date, time};
use store::Db;
use store::testing::{column, on_both};

fn case(title: &str) -> Words {
    Words {
        title: title.into(),
        situation: "Урок начался с шума.".into(),
        did: "Подождала молча.".into(),
        asks: "Что помогает вам?".into(),
    }
}

pub(crate) fn about(places: u16) -> Announced {
    Announced {
        stage: domain::courses::Stage::Training,
        title: "Психология пары".into(),
        day: date(2026, 10, 10),
        from: time(10, 0, 0, 0),
        to: time(18, 0, 0, 0),
        place: "Кабинет 214".into(),
        places,
        leader: "serik".into(),
        before: String::new(),
        after: String::new(),
        opened: false,
    }
}

/// Айгүл, Бекжан and Серік are in the course; the two mentors and the head have told a case each.
async fn staged(db: Db) -> (Stage, [CaseId; 3]) {
    let stage = Stage::new(db).await;
    let gulnafisa = coordinator();
    let mut cases = Vec::new();
    for person in ["aigul", "bekzhan", "serik"] {
        enrol(&stage.context(&gulnafisa), &person.into()).await.unwrap();
        let told = mentor(person);
        cases.push(tell(&stage.context(&told), Topic::Talks, &case(person), Audience::School).await.unwrap());
    }
    stage.letters().await;
    (stage, cases.try_into().unwrap())
}

async fn state(stage: &Stage, person: &str) -> State {
    let mut tx = stage.db.read().await.unwrap();
    let courses = store::courses::of_person(&mut tx, &"school-12".into(), &person.into()).await.unwrap();
    courses.last().unwrap().candidate.state.clone()
}

/// Replies to the cases of both others.
async fn discuss(stage: &Stage, person: &str, cases: &[CaseId]) {
    let replies = mentor(person);
    for (number, id) in cases.iter().enumerate() {
        match reply(&stage.context(&replies), id, &format!("У меня было похоже, {number}.")).await
        {
            Ok(()) | Err(Failed::Refused(CardRefused::OwnCase)) => {}
            other => panic!("{other:?}"),
        }
    }
}

#[tokio::test]
async fn who_asks_for_a_place_waits_for_the_coordinator() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let aigul = mentor("aigul");
        for _ in 0..2 {
            apply(&stage.context(&aigul)).await.unwrap();
        }
        let gulnafisa = coordinator();
        let mut tx = stage.db.read().await.unwrap();
        let seen = board(&mut tx, &stage.context(&gulnafisa)).await.unwrap().unwrap();
        assert_eq!(seen.waiting.len(), 1);
        assert_eq!(board(&mut tx, &stage.context(&aigul)).await.unwrap(), None);
        drop(tx);
        let none = enrol(&stage.context(&aigul), &"aigul".into()).await;
        assert!(matches!(none, Err(Failed::Forbidden)), "{none:?}");
        let first = enrol(&stage.context(&gulnafisa), &"aigul".into()).await.unwrap();
        assert_eq!(enrol(&stage.context(&gulnafisa), &"aigul".into()).await.unwrap(), first, "twice is once");
        assert_eq!(stage.letters().await, ["aigul CourseBegun"]);
        let again = apply(&stage.context(&aigul)).await;
        assert!(matches!(again, Err(Failed::Refused(JoinRefused::Runs))), "{again:?}");
        let mut tx = stage.db.read().await.unwrap();
        let seen = board(&mut tx, &stage.context(&gulnafisa)).await.unwrap().unwrap();
        assert_eq!((seen.waiting.len(), seen.candidates.len()), (0, 1));
        let open = open_to(&mut tx, &stage.context(&gulnafisa)).await.unwrap();
        assert!(!open.iter().any(|one| ["aigul", "dana"].contains(&one.id.as_str())), "{open:?}");
    })
    .await;
}

#[tokio::test]
async fn whoever_gets_no_place_is_told_by_a_word_that_they_alone_read_and_asks_again() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let (aigul, bekzhan, gulnafisa) = (mentor("aigul"), mentor("bekzhan"), coordinator());
        apply(&stage.context(&aigul)).await.unwrap();
        let silent = decline(&stage.context(&gulnafisa), &"aigul".into(), " ").await;
        assert!(matches!(silent, Err(Failed::Refused(DeclineRefused::NoWords))), "{silent:?}");
        let other = decline(&stage.context(&bekzhan), &"aigul".into(), "Нет").await;
        assert!(matches!(other, Err(Failed::Forbidden)), "{other:?}");
        for _ in 0..2 {
            decline(&stage.context(&gulnafisa), &"aigul".into(), "Группа полна, весной новая.")
                .await
                .unwrap();
        }
        assert_eq!(stage.letters().await, ["aigul CourseDeclined"], "once");
        let nobody = decline(&stage.context(&gulnafisa), &"bekzhan".into(), "Нет").await;
        assert!(matches!(nobody, Err(Failed::Refused(DeclineRefused::NotWaiting))), "{nobody:?}");
        let mut tx = stage.db.read().await.unwrap();
        let own = declined(&mut tx, &stage.context(&aigul)).await.unwrap().unwrap();
        assert_eq!(own.words, "Группа полна, весной новая.");
        for who in [&bekzhan, &gulnafisa] {
            assert_eq!(declined(&mut tx, &stage.context(who)).await.unwrap(), None);
        }
        let seen = board(&mut tx, &stage.context(&gulnafisa)).await.unwrap().unwrap();
        assert!(seen.waiting.is_empty(), "{seen:?}");
        drop(tx);
        apply(&stage.context(&aigul)).await.unwrap();
        let mut tx = stage.db.read().await.unwrap();
        assert_eq!(declined(&mut tx, &stage.context(&aigul)).await.unwrap(), None, "asked anew");
        let seen = board(&mut tx, &stage.context(&gulnafisa)).await.unwrap().unwrap();
        assert_eq!(seen.waiting.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_request_for_a_place_is_taken_back_and_a_newcomer_gets_none() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let (aigul, dana) = (mentor("aigul"), newcomer("dana"));
        apply(&stage.context(&aigul)).await.unwrap();
        for _ in 0..2 {
            withdraw(&stage.context(&aigul)).await.unwrap();
        }
        assert_eq!(stage.audited("course-unasked").await, 1);
        let refused = apply(&stage.context(&dana)).await;
        assert!(matches!(refused, Err(Failed::Refused(JoinRefused::Newcomer))), "{refused:?}");
    })
    .await;
}

#[tokio::test]
async fn a_course_asks_for_the_hours_that_were_set_on_its_first_day() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let gulnafisa = coordinator();
        let context = stage.context(&gulnafisa);
        enrol(&context, &"aigul".into()).await.unwrap();
        let programme = "programme".into();
        change_setting(&context, &programme, Key::CourseHours, "30", "Решение педсовета").await.unwrap();
        enrol(&context, &"bekzhan".into()).await.unwrap();
        let mut tx = stage.db.read().await.unwrap();
        let courses = store::courses::candidates(&mut tx, &"school-12".into()).await.unwrap();
        let minutes = |person: &str| {
            let course = courses.iter().find(|one| one.candidate.person.as_str() == person);
            course.unwrap().rules.minutes
        };
        assert_eq!((minutes("aigul"), minutes("bekzhan")), (24 * 60, 30 * 60));
    })
    .await;
}

#[tokio::test]
async fn one_case_and_two_replies_open_the_training_by_themselves() {
    on_both(async |db| {
        let (stage, cases) = staged(db).await;
        let aigul = mentor("aigul");
        let context = stage.context(&aigul);
        let own_case = reply(&context, &cases[0], "Сама себе.").await;
        assert!(matches!(own_case, Err(Failed::Refused(CardRefused::OwnCase))), "{own_case:?}");
        for _ in 0..2 {
            reply(&context, &cases[1], "Я жду вместе с классом.").await.unwrap();
        }
        let mut tx = stage.db.read().await.unwrap();
        let opened = own(&mut tx, &context).await.unwrap().unwrap();
        assert_eq!(opened.gaps, [Gap::Replies(1)], "a case is replied to once");
        drop(tx);
        reply(&context, &cases[2], "Помогает вопрос.").await.unwrap();
        assert_eq!(state(&stage, "aigul").await, State::Training);
        assert_eq!(stage.audited("course-advanced").await, 1);
        assert_eq!(state(&stage, "bekzhan").await, State::Discussion);
    })
    .await;
}

#[tokio::test]
async fn what_was_told_in_an_earlier_course_is_told_again_in_the_next() {
    on_both(async |db| {
        let (stage, cases) = staged(db).await;
        let aigul = mentor("aigul");
        let words = "Я жду вместе с классом.";
        reply(&stage.context(&aigul), &cases[1], words).await.unwrap();
        leave(&stage.context(&aigul)).await.unwrap();
        enrol(&stage.context(&coordinator()), &"aigul".into()).await.unwrap();
        let again =
            tell(&stage.context(&aigul), Topic::Talks, &case("aigul"), Audience::School).await.unwrap();
        assert_ne!(again, cases[0]);
        reply(&stage.context(&aigul), &cases[1], words).await.unwrap();
        let mut tx = stage.db.read().await.unwrap();
        let opened = own(&mut tx, &stage.context(&aigul)).await.unwrap().unwrap();
        assert_eq!(opened.gaps, [Gap::Replies(1)]);
    })
    .await;
}

#[tokio::test]
async fn cases_are_found_by_words_and_topic_by_those_in_the_course_alone() {
    on_both(async |db| {
        let (stage, cases) = staged(db).await;
        let (aigul, dana, gulnafisa) = (mentor("aigul"), newcomer("dana"), coordinator());
        let mut tx = stage.db.read().await.unwrap();
        let count = async |tx: &mut store::Tx, who: &Actor, words: &str, topic| {
            find(tx, &stage.context(who), words, topic).await.unwrap().map(|found| found.len())
        };
        assert_eq!(count(&mut tx, &aigul, "", None).await, Some(3));
        assert_eq!(count(&mut tx, &aigul, "ШУМА bekzhan", None).await, Some(1));
        assert_eq!(count(&mut tx, &aigul, "", Some(Topic::Law)).await, Some(0));
        assert_eq!(count(&mut tx, &gulnafisa, "", Some(Topic::Talks)).await, Some(3));
        assert_eq!(count(&mut tx, &dana, "", None).await, None);
        assert_eq!(open(&mut tx, &stage.context(&dana), &cases[0]).await.unwrap(), None);
        drop(tx);
        let stranger = reply(&stage.context(&dana), &cases[0], "Привет.").await;
        assert!(matches!(stranger, Err(Failed::NotFound)), "{stranger:?}");
        let untold = tell(&stage.context(&gulnafisa), Topic::Law, &case("Без курса"), Audience::School).await;
        assert!(matches!(untold, Err(Failed::Refused(CardRefused::NoCourse))), "{untold:?}");
    })
    .await;
}

#[tokio::test]
async fn what_somebody_wrote_is_taken_back_while_nothing_rests_on_it() {
    on_both(async |db| {
        let (stage, cases) = staged(db).await;
        let (aigul, bekzhan) = (mentor("aigul"), mentor("bekzhan"));
        let others = take_back(&stage.context(&bekzhan), &cases[0]).await;
        assert!(matches!(others, Err(Failed::NotFound)), "{others:?}");
        reply(&stage.context(&bekzhan), &cases[0], "Я тоже.").await.unwrap();
        let replied = take_back(&stage.context(&aigul), &cases[0]).await;
        assert!(matches!(replied, Err(Failed::Refused(CardRefused::Counts))), "{replied:?}");
        let mut tx = stage.db.read().await.unwrap();
        let read = open(&mut tx, &stage.context(&bekzhan), &cases[0]).await.unwrap().unwrap();
        let written = read.replies[0].written.id.clone();
        drop(tx);
        let others = take_back_reply(&stage.context(&aigul), &cases[0], &written).await;
        assert!(matches!(others, Err(Failed::NotFound)), "{others:?}");
        take_back_reply(&stage.context(&bekzhan), &cases[0], &written).await.unwrap();
        take_back(&stage.context(&aigul), &cases[0]).await.unwrap();
        assert!(!column(&stage.db, "course_cases", "title").await.contains(&"aigul".to_owned()));
        discuss(&stage, "bekzhan", &cases[2..]).await;
        tell(&stage.context(&aigul), Topic::Talks, &case("Второй"), Audience::School).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_case_in_which_somebody_is_recognised_goes_and_replies_to_it_still_count() {
    on_both(async |db| {
        let (stage, cases) = staged(db).await;
        let (aigul, gulnafisa) = (mentor("aigul"), coordinator());
        reply(&stage.context(&aigul), &cases[1], "Узнала семью.").await.unwrap();
        let other = take_off(&stage.context(&aigul), &cases[1]).await;
        assert!(matches!(other, Err(Failed::Forbidden)), "{other:?}");
        for _ in 0..2 {
            take_off(&stage.context(&gulnafisa), &cases[1]).await.unwrap();
        }
        assert_eq!(stage.audited("case-taken-off").await, 1);
        assert!(!column(&stage.db, "course_replies", "words").await.contains(&"Узнала семью.".to_owned()));
        let mut tx = stage.db.read().await.unwrap();
        assert_eq!(open(&mut tx, &stage.context(&aigul), &cases[1]).await.unwrap(), None);
        let hers = own(&mut tx, &stage.context(&aigul)).await.unwrap().unwrap();
        assert_eq!(hers.gaps, [Gap::Replies(1)], "her reply counts");
        let his = own(&mut tx, &stage.context(&mentor("bekzhan"))).await.unwrap().unwrap();
        assert_eq!(his.gaps, [Gap::Cases(1), Gap::Replies(2)], "its author tells another one");
    })
    .await;
}

/// Айгүл and Бекжан have come to the training; one session has one place.
async fn at_training(db: Db) -> (Stage, TrainingId) {
    let (stage, cases) = staged(db).await;
    for person in ["aigul", "bekzhan"] {
        discuss(&stage, person, &cases).await;
    }
    let training = announce(&stage.context(&coordinator()), &about(1)).await.unwrap();
    assert_eq!(stage.letters().await, ["aigul TrainingAnnounced", "bekzhan TrainingAnnounced"]);
    (stage, training)
}

#[tokio::test]
async fn who_signed_up_first_has_the_place_and_the_next_moves_up_with_a_letter() {
    on_both(async |db| {
        let (stage, training) = at_training(db).await;
        let (aigul, bekzhan, serik) = (mentor("aigul"), mentor("bekzhan"), actor("serik", &[Role::Head]));
        for who in [&aigul, &aigul, &bekzhan] {
            sign_up(&stage.context(who), &training).await.unwrap();
        }
        let early = sign_up(&stage.context(&serik), &training).await;
        assert!(matches!(early, Err(Failed::Refused(TrainingRefused::NotAtTraining))), "{early:?}");
        let mut tx = stage.db.read().await.unwrap();
        let seen = session(&mut tx, &stage.context(&bekzhan), &training).await.unwrap().unwrap();
        assert_eq!((seen.own, seen.taken, seen.waiting), (Some(Seat::Waiting(1)), 1, 1));
        assert_eq!(seen.list, None, "names are for the leader");
        drop(tx);
        for _ in 0..2 {
            step_back(&stage.context(&aigul), &training).await.unwrap();
        }
        assert_eq!(stage.letters().await, ["bekzhan TrainingPlace"]);
        let dana = newcomer("dana");
        let hidden = sign_up(&stage.context(&dana), &training).await;
        assert!(matches!(hidden, Err(Failed::NotFound)), "{hidden:?}");
    })
    .await;
}

#[tokio::test]
async fn a_seat_that_was_told_stays_though_the_next_request_began_earlier() {
    on_both(async |db| {
        let (stage, training) = at_training(db).await;
        let (aigul, bekzhan) = (mentor("aigul"), mentor("bekzhan"));
        assert_eq!(sign_up(&stage.context(&bekzhan), &training).await.unwrap(), Seat::Place);
        let context = stage.context(&aigul);
        let now = context.now.checked_sub(SignedDuration::from_secs(1)).unwrap();
        let waited = Context { now, ..context };
        assert_eq!(sign_up(&waited, &training).await.unwrap(), Seat::Waiting(1));
        let mut tx = stage.db.read().await.unwrap();
        for (who, seat) in [(&bekzhan, Seat::Place), (&aigul, Seat::Waiting(1))] {
            let seen = session(&mut tx, &stage.context(who), &training).await.unwrap().unwrap();
            assert_eq!(seen.own, Some(seat));
        }
    })
    .await;
}

#[tokio::test]
async fn hours_that_the_leader_marks_open_the_exam() {
    on_both(async |db| {
        let (mut stage, training) = at_training(db).await;
        let mut more = Vec::new();
        for (day, title) in [(date(2026, 10, 11), "Вторая"), (date(2026, 10, 12), "Третья")] {
            let other = Announced { day, title: title.into(), ..about(5) };
            more.push(announce(&stage.context(&coordinator()), &other).await.unwrap());
        }
        let [second, third]: [TrainingId; 2] = more.try_into().unwrap();
        let (aigul, bekzhan, serik) = (mentor("aigul"), mentor("bekzhan"), actor("serik", &[Role::Head]));
        for (who, id) in [(&aigul, &training), (&aigul, &second), (&aigul, &third), (&bekzhan, &second)] {
            sign_up(&stage.context(who), id).await.unwrap();
        }
        let came: [PersonId; 1] = ["aigul".into()];
        let early = mark(&stage.context(&serik), &training, &came).await;
        assert!(matches!(early, Err(Failed::Refused(TrainingRefused::NotOver))), "{early:?}");
        stage.today = date(2026, 10, 13);
        let mut tx = stage.db.read().await.unwrap();
        assert_eq!(leads(&mut tx, &stage.context(&serik)).await.unwrap().len(), 3);
        drop(tx);
        let other = mark(&stage.context(&aigul), &training, &came).await;
        assert!(matches!(other, Err(Failed::NotFound)), "{other:?}");
        mark(&stage.context(&serik), &training, &came).await.unwrap();
        assert_eq!(state(&stage, "aigul").await, State::Training, "8 of 24 hours");
        for session in [&second, &third] {
            mark(&stage.context(&serik), session, &came).await.unwrap();
        }
        assert_eq!(state(&stage, "aigul").await, State::Admitted);
        assert_eq!(state(&stage, "bekzhan").await, State::Training);
        let late = sign_up(&stage.context(&bekzhan), &training).await;
        assert!(matches!(late, Err(Failed::Refused(TrainingRefused::Begun))), "{late:?}");
        stage.today = date(2026, 10, 26);
        let settled = mark(&stage.context(&serik), &second, &[]).await;
        assert!(matches!(settled, Err(Failed::Refused(TrainingRefused::Settled))), "{settled:?}");
    })
    .await;
}

#[tokio::test]
async fn whoever_came_without_signing_up_is_marked_and_nobody_is_at_two_sessions_at_once() {
    on_both(async |db| {
        let (mut stage, training) = at_training(db).await;
        let (aigul, bekzhan, serik) = (mentor("aigul"), mentor("bekzhan"), actor("serik", &[Role::Head]));
        let same_time = Announced { title: "Басқа".into(), from: time(17, 0, 0, 0), ..about(5) };
        let same_time = announce(&stage.context(&coordinator()), &same_time).await.unwrap();
        assert_eq!(sign_up(&stage.context(&aigul), &training).await.unwrap(), Seat::Place);
        let both = sign_up(&stage.context(&aigul), &same_time).await;
        assert!(matches!(both, Err(Failed::Refused(TrainingRefused::SameTime))), "{both:?}");
        stage.today = date(2026, 10, 12);
        let late = cancel(&stage.context(&coordinator()), &training).await;
        assert!(matches!(late, Err(Failed::Refused(TrainingRefused::Begun))), "{late:?}");
        let mut tx = stage.db.read().await.unwrap();
        let seen = session(&mut tx, &stage.context(&serik), &training).await.unwrap().unwrap();
        let more = unlisted(&mut tx, &stage.context(&serik), &seen).await.unwrap();
        assert_eq!(more.iter().map(|(id, _)| id.as_str()).collect::<Vec<_>>(), ["bekzhan"]);
        let other = session(&mut tx, &stage.context(&bekzhan), &training).await.unwrap().unwrap();
        assert!(unlisted(&mut tx, &stage.context(&bekzhan), &other).await.unwrap().is_empty());
        drop(tx);
        let stranger = mark(&stage.context(&serik), &training, &["timur".into()]).await;
        assert!(matches!(stranger, Err(Failed::NotFound)), "{stranger:?}");
        let not_there = mark(&stage.context(&serik), &training, &["polina".into()]).await;
        assert!(matches!(not_there, Err(Failed::Refused(TrainingRefused::NotAtTraining))), "{not_there:?}");
        for _ in 0..2 {
            mark(&stage.context(&serik), &training, &["bekzhan".into(), "bekzhan".into()]).await.unwrap();
            let mut tx = stage.db.read().await.unwrap();
            let rows = store::courses::bookings(&mut tx, &"school-12".into(), &training).await.unwrap();
            let present: Vec<_> = rows.iter().map(|one| (one.person.as_str(), one.present)).collect();
            assert_eq!(
                present,
                [("aigul", Some(false)), ("bekzhan", Some(true))],
                "from the first marking on"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn whoever_is_admitted_gives_places_to_others_and_learns_of_the_exam() {
    on_both(async |db| {
        let (mut stage, training) = at_training(db).await;
        let (aigul, bekzhan, serik) = (mentor("aigul"), mentor("bekzhan"), actor("serik", &[Role::Head]));
        let later = |title: &str, day| Announced { title: title.into(), day, ..about(1) };
        let mut more = Vec::new();
        for (title, day) in [("2", date(2026, 10, 11)), ("3", date(2026, 10, 12)), ("4", date(2026, 11, 20))]
        {
            more.push(announce(&stage.context(&coordinator()), &later(title, day)).await.unwrap());
        }
        for id in [&training, &more[0], &more[1], &more[2]] {
            sign_up(&stage.context(&aigul), id).await.unwrap();
        }
        assert_eq!(sign_up(&stage.context(&bekzhan), &more[2]).await.unwrap(), Seat::Waiting(1));
        stage.letters().await;
        stage.today = date(2026, 10, 13);
        for id in [&training, &more[0], &more[1]] {
            mark(&stage.context(&serik), id, &["aigul".into()]).await.unwrap();
        }
        assert_eq!(state(&stage, "aigul").await, State::Admitted);
        assert_eq!(stage.letters().await, ["bekzhan TrainingPlace"]);
    })
    .await;
}

#[tokio::test]
async fn nobody_counts_their_own_hours() {
    on_both(async |db| {
        let (mut stage, _) = at_training(db).await;
        let (aigul, bekzhan) = (mentor("aigul"), mentor("bekzhan"));
        let led = Announced { title: "Өз сабағы".into(), leader: "aigul".into(), ..about(5) };
        let led = announce(&stage.context(&coordinator()), &led).await.unwrap();
        let own = sign_up(&stage.context(&aigul), &led).await;
        assert!(matches!(own, Err(Failed::Refused(TrainingRefused::Leads))), "{own:?}");
        sign_up(&stage.context(&bekzhan), &led).await.unwrap();
        stage.today = date(2026, 10, 12);
        let leads = actor("bekzhan", &[Role::Coordinator]);
        mark(&stage.context(&leads), &led, &["bekzhan".into()]).await.unwrap();
        let present =
            |rows: &[domain::courses::Booking]| rows.iter().map(|one| one.present).collect::<Vec<_>>();
        let mut tx = stage.db.read().await.unwrap();
        let rows = store::courses::bookings(&mut tx, &"school-12".into(), &led).await.unwrap();
        assert_eq!(present(&rows), [None], "a coordinator in the course leaves the own line to others");
        drop(tx);
        mark(&stage.context(&aigul), &led, &["bekzhan".into()]).await.unwrap();
        let mut tx = stage.db.read().await.unwrap();
        let rows = store::courses::bookings(&mut tx, &"school-12".into(), &led).await.unwrap();
        assert_eq!(present(&rows), [Some(true)]);
    })
    .await;
}

#[tokio::test]
async fn a_session_that_is_cancelled_is_told_to_all_and_whoever_leaves_frees_the_place() {
    on_both(async |db| {
        let (stage, training) = at_training(db).await;
        let (aigul, bekzhan, gulnafisa) = (mentor("aigul"), mentor("bekzhan"), coordinator());
        for who in [&aigul, &bekzhan] {
            sign_up(&stage.context(who), &training).await.unwrap();
        }
        leave(&stage.context(&aigul)).await.unwrap();
        assert_eq!(stage.letters().await, ["bekzhan TrainingPlace"]);
        assert_eq!(state(&stage, "aigul").await, State::Left { on: stage.today });
        let again = leave(&stage.context(&aigul)).await;
        assert!(matches!(again, Err(Failed::Refused(StepRefused::NotHere))), "{again:?}");
        let other = cancel(&stage.context(&bekzhan), &training).await;
        assert!(matches!(other, Err(Failed::Forbidden)), "{other:?}");
        cancel(&stage.context(&gulnafisa), &training).await.unwrap();
        assert_eq!(stage.letters().await, ["bekzhan TrainingCancelled"]);
    })
    .await;
}

#[tokio::test]
async fn who_leads_a_session_changes_its_materials_before_and_after_it() {
    on_both(async |db| {
        let (mut stage, training) = at_training(db).await;
        let (aigul, serik) = (mentor("aigul"), mentor("serik"));
        sign_up(&stage.context(&aigul), &training).await.unwrap();
        stage.letters().await;
        let film = "https://video.example/1";
        let other = amend(&stage.context(&aigul), &training, film, "").await;
        assert!(matches!(other, Err(Failed::NotFound)), "{other:?}");
        amend(&stage.context(&serik), &training, film, "").await.unwrap();
        assert_eq!(stage.letters().await, [""; 0], "read on the page");
        stage.today = date(2026, 10, 12);
        for _ in 0..2 {
            amend(&stage.context(&serik), &training, film, " Попробуйте один раз. ").await.unwrap();
        }
        assert_eq!(stage.letters().await, ["aigul TrainingMaterial"], "twice is once");
        assert_eq!(stage.audited("training-amended").await, 2);
        let mut tx = stage.db.read().await.unwrap();
        let read = session(&mut tx, &stage.context(&aigul), &training).await.unwrap().unwrap();
        assert!(!read.may_amend);
        assert_eq!(read.training.about.after, "Попробуйте один раз.");
        drop(tx);
        let long = "ә".repeat(Announced::MOST_WORDS + 1);
        let refused = amend(&stage.context(&serik), &training, "", &long).await;
        assert!(matches!(refused, Err(Failed::Refused(TrainingRefused::TooLong { .. }))), "{refused:?}");
    })
    .await;
}

#[tokio::test]
async fn whoever_works_here_no_longer_keeps_no_place() {
    on_both(async |db| {
        let (stage, training) = at_training(db).await;
        for who in ["aigul", "bekzhan"] {
            sign_up(&stage.context(&mentor(who)), &training).await.unwrap();
        }
        actions::people::leave(&stage.context(&coordinator()), &"aigul".into(), stage.today).await.unwrap();
        assert!(stage.letters().await.contains(&"bekzhan TrainingPlace".to_owned()));
        assert_eq!(column(&stage.db, "training_bookings", "person_id").await, ["bekzhan"]);
    })
    .await;
}

#[tokio::test]
async fn whoever_asked_and_has_left_waits_no_longer() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let gulnafisa = coordinator();
        for person in ["aigul", "bekzhan"] {
            apply(&stage.context(&mentor(person))).await.unwrap();
        }
        actions::people::leave(&stage.context(&gulnafisa), &"aigul".into(), stage.today).await.unwrap();
        let mut tx = stage.db.read().await.unwrap();
        let seen = board(&mut tx, &stage.context(&gulnafisa)).await.unwrap().unwrap();
        let waiting: Vec<&str> = seen.waiting.iter().map(|(person, _)| person.as_str()).collect();
        assert_eq!(waiting, ["bekzhan"]);
    })
    .await;
}

#[tokio::test]
async fn n08_sessions_of_this_school_are_nobody_elses() {
    on_both(async |db| {
        let (stage, training) = at_training(db).await;
        let timur =
            Actor { school: Some("school-7".into()), ..actor("timur", &[Role::Coordinator, Role::Mentor]) };
        let mut tx = stage.db.read().await.unwrap();
        let seen = sessions(&mut tx, &stage.context(&timur)).await.unwrap();
        assert_eq!(seen.unwrap_or_default(), []);
        assert_eq!(session(&mut tx, &stage.context(&timur), &training).await.unwrap(), None);
        drop(tx);
        let cancelled = cancel(&stage.context(&timur), &training).await;
        assert!(matches!(cancelled, Err(Failed::NotFound)), "{cancelled:?}");
        let enrolled = enrol(&stage.context(&timur), &"aigul".into()).await;
        assert!(matches!(enrolled, Err(Failed::NotFound)), "{enrolled:?}");
    })
    .await;
}

#[tokio::test]
async fn the_discussion_is_held_in_meetings_too_and_its_hours_are_no_hours_of_training() {
    on_both(async |db| {
        let (mut stage, cases) = staged(db).await;
        let (aigul, bekzhan, serik) = (mentor("aigul"), mentor("bekzhan"), actor("serik", &[Role::Head]));
        discuss(&stage, "bekzhan", &cases).await;
        let talk = Announced { stage: domain::courses::Stage::Discussion, ..about(5) };
        let talk = announce(&stage.context(&coordinator()), &talk).await.unwrap();
        assert_eq!(stage.letters().await, ["aigul TrainingAnnounced"], "who leads it and who is further");
        sign_up(&stage.context(&aigul), &talk).await.unwrap();
        let further = sign_up(&stage.context(&bekzhan), &talk).await;
        assert!(matches!(further, Err(Failed::Refused(TrainingRefused::NotAtDiscussion))), "{further:?}");
        stage.today = date(2026, 10, 11);
        mark(&stage.context(&serik), &talk, &["aigul".into()]).await.unwrap();
        let mut tx = stage.db.read().await.unwrap();
        let hers = own(&mut tx, &stage.context(&aigul)).await.unwrap().unwrap();
        assert_eq!((hers.deeds.discussed, hers.deeds.minutes), (480, 0));
        assert_eq!(hers.gaps, [Gap::Replies(2)], "the gate asks what it asked");
        let led = hours(&mut tx, &stage.context(&coordinator())).await.unwrap().unwrap();
        assert_eq!((led.required, led.planned, led.missing()), (1440, 0, 1440), "no training is planned");
        assert_eq!(hours(&mut tx, &stage.context(&aigul)).await.unwrap(), None);
        drop(tx);
        announce(&stage.context(&coordinator()), &Announced { day: date(2026, 10, 17), ..about(5) })
            .await
            .unwrap();
        let mut tx = stage.db.read().await.unwrap();
        let led = hours(&mut tx, &stage.context(&coordinator())).await.unwrap().unwrap();
        assert_eq!((led.planned, led.missing()), (480, 960));
    })
    .await;
}
