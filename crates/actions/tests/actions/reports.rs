//! Reports: gathered from the journal, hidden until they are ready, signed in a chain, returned, checked, reminded of.

use crate::plans::{assigned, coordinator, head};
use crate::stage::{Stage, actor, mentor, newcomer};
use actions::Failed;
use actions::accounts::{change_password, secret_hash};
use actions::meetings::{Keeping, offer_theme};
use actions::reports::{
    Press, Typesetter, begin, content_hash, folder, give_back, history, mark_read, opened, print, ready,
    remind, set_used, sign, take_back, verify, view, write,
};
use actions::signatures::{Chosen, NotSigned, sign_all};
use domain::meetings::{Level, Meeting, Note, Said, State as Talking, ThemeRefused};
use domain::observations::{Kind as Visit, Observation, Shares, State as Visiting};
use domain::people::Actor;
use domain::reports::{Facts, Kind, Refused, State, Term, What};
use domain::sides::Side;
use domain::{Day, Instant, PairId, ReportId};
use i18n::Lang;
use jiff::ToSpan;
use jiff::civil::date;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use std::collections::BTreeMap;
use store::testing::on_both;

pub(crate) const SECRET: &str = "жеті-қат-көкте-07";
/// What must leave the journal with no report.
const PRIVATE: &str = "ТЕК ӨЗІМ";
const DRAFT: &str = "Жобадағы сөз";

pub(crate) const fn press(typesetter: &Typesetter) -> Press<'_> {
    Press { address: "https://x.example", typesetter }
}

/// Everybody who signs has an account.
async fn with_accounts(stage: &Stage) {
    let mut tx = stage.db.write().await.unwrap();
    for who in ["aigul", "dana", "gulnafisa", "serik"] {
        let known = store::accounts::of_person(&mut tx, &who.into()).await.unwrap();
        if known.is_none() {
            store::accounts::add(&mut tx, &who.into(), who, None).await.unwrap();
        }
    }
    tx.commit().await.unwrap();
}

/// Everybody who signs has a password.
pub(crate) async fn with_passwords(stage: &Stage) {
    with_accounts(stage).await;
    for who in [mentor("aigul"), newcomer("dana"), coordinator(), head()] {
        change_password(&stage.context(&who), "", SECRET).await.unwrap();
    }
}

fn words(text: &str) -> BTreeMap<String, String> {
    [("result".to_owned(), text.to_owned())].into()
}

/// Айгүл has begun her half-year report and written it.
pub(crate) async fn written(stage: &Stage, pair: &PairId) -> ReportId {
    let aigul = mentor("aigul");
    let context = stage.context(&aigul);
    let id = begin(&context, Kind::Mentor, Term::Half, Some(pair)).await.unwrap();
    write(&context, &id, 0, &words(DRAFT)).await.unwrap();
    id
}

async fn seen(stage: &Stage, who: &Actor, id: &ReportId) -> String {
    let mut tx = stage.db.read().await.unwrap();
    let opened = opened(&mut tx, &stage.context(who), id).await.unwrap().unwrap();
    let place = opened.report.next(&opened.signatures).unwrap().0;
    content_hash(&opened.report, place).unwrap()
}

pub(crate) async fn signed_by(stage: &Stage, who: &Actor, id: &ReportId) -> Result<(), Failed<Refused>> {
    let seen = seen(stage, who, id).await;
    sign(&stage.context(who), id, &seen, &BTreeMap::new(), SECRET).await
}

/// Everybody has signed Айгүл's report.
pub(crate) async fn approved(stage: &Stage, pair: &PairId) -> ReportId {
    let id = written(stage, pair).await;
    ready(&stage.context(&mentor("aigul")), &id).await.unwrap();
    for who in [mentor("aigul"), coordinator(), head()] {
        signed_by(stage, &who, &id).await.unwrap();
    }
    id
}

async fn state(stage: &Stage, id: &ReportId) -> State {
    store::reports::get(&mut stage.db.read().await.unwrap(), id).await.unwrap().unwrap().state
}

pub(crate) async fn code(stage: &Stage, id: &ReportId) -> String {
    store::reports::get(&mut stage.db.read().await.unwrap(), id).await.unwrap().unwrap().code
}

pub(crate) async fn is_valid(stage: &Stage, code: &str) -> bool {
    verify(&mut stage.db.read().await.unwrap(), code).await.unwrap().is_some()
}

fn talk(pair: &PairId, number: usize, state: Talking, day: Day, minutes: u16) -> Meeting {
    Meeting {
        id: format!("meeting-{number}").into(),
        school: "school-12".into(),
        programme: "programme".into(),
        pair: pair.clone(),
        kind: domain::contacts::Kind::Talk,
        topic: Some(PRIVATE.into()),
        place: Some(PRIVATE.into()),
        link: None,
        day,
        at: Some(jiff::civil::time(15, 0, 0, 0)),
        minutes,
        set_by: Side::Mentor,
        state,
        said: Said { newcomer: Some(true), mentor: Some(true) },
        series: None,
        changed_at: Instant::UNIX_EPOCH,
        version: 0,
    }
}

async fn add_meetings(stage: &Stage, meetings: &[Meeting]) {
    let mut tx = stage.db.write().await.unwrap();
    for meeting in meetings {
        store::meetings::add(&mut tx, meeting).await.unwrap();
    }
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn n11_a_draft_is_its_authors_alone_until_it_is_ready() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        let id = written(&stage, &pair).await;
        let typesetter = Typesetter::unbounded();
        for other in [newcomer("dana"), coordinator(), head(), mentor("bekzhan")] {
            let context = stage.context(&other);
            let mut tx = stage.db.read().await.unwrap();
            assert!(opened(&mut tx, &context, &id).await.unwrap().is_none(), "{}", other.person);
            drop(tx);
            assert!(matches!(
                print(&context, &id, Lang::Kk, press(&typesetter)).await,
                Err(Failed::NotFound)
            ));
            assert!(matches!(take_back(&context, &id).await, Err(Failed::NotFound)));
        }
        assert_eq!(stage.audited("report-ready").await, 0);
        ready(&stage.context(&mentor("aigul")), &id).await.unwrap();
        for reader in [newcomer("dana"), coordinator(), head()] {
            let context = stage.context(&reader);
            let mut tx = stage.db.read().await.unwrap();
            let found = opened(&mut tx, &context, &id).await.unwrap().unwrap();
            let events = history(&mut tx, &context, &found).await.unwrap();
            assert!(events.iter().all(|event| event.became.as_deref() != Some(DRAFT)), "how it was written");
        }
        let mut tx = stage.db.read().await.unwrap();
        assert!(opened(&mut tx, &stage.context(&mentor("bekzhan")), &id).await.unwrap().is_none());
    })
    .await;
}

#[tokio::test]
async fn n12_an_edit_voids_every_signature_and_the_code_no_longer_holds() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        with_passwords(&stage).await;
        let id = written(&stage, &pair).await;
        let aigul = mentor("aigul");
        ready(&stage.context(&aigul), &id).await.unwrap();
        signed_by(&stage, &aigul, &id).await.unwrap();
        signed_by(&stage, &coordinator(), &id).await.unwrap();
        take_back(&stage.context(&aigul), &id).await.unwrap();
        let mut tx = stage.db.read().await.unwrap();
        let report = store::reports::get(&mut tx, &id).await.unwrap().unwrap();
        let signatures = store::reports::signatures(&mut tx, &report).await.unwrap();
        assert_eq!(signatures.len(), 2);
        assert!(signatures.iter().all(|one| one.void_at.is_some()));
        drop(tx);
        write(&stage.context(&aigul), &id, report.version, &words("Басқа сөз")).await.unwrap();
        ready(&stage.context(&aigul), &id).await.unwrap();
        for who in [aigul, coordinator(), head()] {
            signed_by(&stage, &who, &id).await.unwrap();
        }
        assert_eq!(state(&stage, &id).await, State::Approved);
        let code = code(&stage, &id).await;
        assert!(is_valid(&stage, &code).await);
        store::testing::spoil(&stage.db, "UPDATE reports SET content = REPLACE(content, 'Басқа', 'Тағы')")
            .await;
        assert!(!is_valid(&stage, &code).await, "somebody changed the database");
    })
    .await;
}

#[tokio::test]
async fn a_return_reopens_exactly_the_affected_signatures() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        with_passwords(&stage).await;
        let id = approved(&stage, &pair).await;
        let code = code(&stage, &id).await;
        assert!(is_valid(&stage, &code).await);
        let back = give_back(&stage.context(&head()), &id, "conclusion", "Қорытынды керек").await;
        back.unwrap();
        assert_eq!(state(&stage, &id).await, State::Returned { to: 1 });
        assert!(!is_valid(&stage, &code).await);
        let seen = seen(&stage, &coordinator(), &id).await;
        let conclusion = [("conclusion".to_owned(), "Келісемін".to_owned())].into();
        sign(&stage.context(&coordinator()), &id, &seen, &conclusion, SECRET).await.unwrap();
        signed_by(&stage, &head(), &id).await.unwrap();
        assert_eq!(state(&stage, &id).await, State::Approved, "Айгүл was not asked again");
        assert!(is_valid(&stage, &code).await);
        assert_eq!(stage.audited("report-signed").await, 5);
        assert_eq!(stage.audited("report-returned").await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_signature_needs_the_own_password_or_an_unused_code_of_the_own_slip() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        with_accounts(&stage).await;
        let id = written(&stage, &pair).await;
        let aigul = mentor("aigul");
        ready(&stage.context(&aigul), &id).await.unwrap();
        let none = signed_by(&stage, &aigul, &id).await;
        assert!(matches!(none, Err(Failed::Refused(Refused::NoPassword))));
        let (code, until) = ("K7QM-2WXD-9HTR", stage.now().checked_add(1.hour()).unwrap());
        let mut tx = stage.db.write().await.unwrap();
        store::accounts::add_code(&mut tx, &secret_hash(code), &"aigul".into(), stage.now(), until)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let seen_now = seen(&stage, &aigul, &id).await;
        let signed = sign(&stage.context(&aigul), &id, &seen_now, &BTreeMap::new(), code).await;
        signed.unwrap();
        let seen_now = seen(&stage, &coordinator(), &id).await;
        let stolen = sign(&stage.context(&coordinator()), &id, &seen_now, &BTreeMap::new(), code).await;
        assert!(matches!(stolen, Err(Failed::Refused(Refused::NoPassword))));
        with_passwords(&stage).await;
        let wrong =
            sign(&stage.context(&coordinator()), &id, &seen_now, &BTreeMap::new(), "басқа-құпия-сөз").await;
        assert!(matches!(wrong, Err(Failed::Refused(Refused::Wrong))));
        let other = sign(&stage.context(&coordinator()), &id, "0123", &BTreeMap::new(), SECRET).await;
        assert!(matches!(other, Err(Failed::Refused(Refused::Changed))), "what was read is not what stands");
        let early = sign(&stage.context(&head()), &id, &seen_now, &BTreeMap::new(), SECRET).await;
        assert!(matches!(early, Err(Failed::Refused(Refused::NotYours))));
        assert_eq!(stage.audited("account-sign-in-failed").await, 3);
    })
    .await;
}

#[tokio::test]
async fn what_is_signed_stays_and_the_page_says_what_has_changed_since() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        with_passwords(&stage).await;
        add_meetings(&stage, &[talk(&pair, 1, Talking::Held, stage.today, 20)]).await;
        let id = approved(&stage, &pair).await;
        add_meetings(&stage, &[talk(&pair, 2, Talking::Held, stage.today, 45)]).await;
        let mut tx = stage.db.read().await.unwrap();
        let reader = head();
        let context = stage.context(&reader);
        let opened = opened(&mut tx, &context, &id).await.unwrap().unwrap();
        let view = view(&mut tx, &context, &opened).await.unwrap();
        let meetings = view.facts.list(What::Meetings).unwrap();
        assert_eq!((meetings.total(), meetings.minutes()), (1, 20));
        let [change] = view.changes.try_into().unwrap();
        assert_eq!((change.what, change.more, change.less), (What::Meetings, 1, 0));
        drop(tx);
        assert!(is_valid(&stage, &code(&stage, &id).await).await);
    })
    .await;
}

#[tokio::test]
async fn only_notes_for_the_document_leave_the_journal() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        add_meetings(&stage, &[talk(&pair, 1, Talking::Held, stage.today, 20)]).await;
        let mut tx = stage.db.write().await.unwrap();
        for (number, level, text) in
            [(1, Level::Mine, PRIVATE), (2, Level::Ours, PRIVATE), (3, Level::Document, "Сабақ талданды")]
        {
            let note = Note {
                id: format!("note-{number}").into(),
                school: "school-12".into(),
                meeting: "meeting-1".into(),
                author: "aigul".into(),
                level,
                text: text.into(),
                written_at: stage.now(),
            };
            store::meetings::note(&mut tx, &note).await.unwrap();
        }
        tx.commit().await.unwrap();
        let id = written(&stage, &pair).await;
        ready(&stage.context(&mentor("aigul")), &id).await.unwrap();
        let report = store::reports::get(&mut stage.db.read().await.unwrap(), &id).await.unwrap().unwrap();
        let kept = serde_json::to_string(&report.content).unwrap();
        assert!(kept.contains("Сабақ талданды") && !kept.contains(PRIVATE), "{kept}");
    })
    .await;
}

#[tokio::test]
async fn a_theme_leaves_the_journal_only_when_whoever_wrote_it_offers_it() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        let themed = |number, topic: &str| Meeting {
            topic: Some(topic.into()),
            ..talk(&pair, number, Talking::Held, stage.today, 20)
        };
        add_meetings(&stage, &[themed(1, "Тыныш бастау"), themed(2, PRIVATE)]).await;
        let (dana, aigul) = (newcomer("dana"), mentor("aigul"));
        let hers = offer_theme(&stage.context(&dana), &"meeting-1".into(), true).await;
        assert!(matches!(hers, Err(Failed::Refused(Keeping::Theme(ThemeRefused::NotYours)))), "{hers:?}");
        for _ in 0..2 {
            offer_theme(&stage.context(&aigul), &"meeting-1".into(), true).await.unwrap();
        }
        assert_eq!(stage.audited("meeting-theme-offered").await, 1);
        let outside = offer_theme(&stage.context(&mentor("bekzhan")), &"meeting-1".into(), false).await;
        assert!(matches!(outside, Err(Failed::NotFound)), "{outside:?}");
        let id = written(&stage, &pair).await;
        ready(&stage.context(&aigul), &id).await.unwrap();
        let report = store::reports::get(&mut stage.db.read().await.unwrap(), &id).await.unwrap().unwrap();
        let content = report.content.unwrap();
        assert_eq!(content.facts.list(What::Themes).unwrap().total(), 1);
        let kept = serde_json::to_string(&content).unwrap();
        assert!(kept.contains("Тыныш бастау") && !kept.contains(PRIVATE), "{kept}");
        offer_theme(&stage.context(&dana), &"meeting-1".into(), false).await.unwrap();
        assert_eq!(stage.audited("meeting-theme-taken-back").await, 1);
    })
    .await;
}

/// A lesson about Дана with Айгүл in it, or with Бекжан.
fn lesson(number: u16, (kind, state): (Visit, Visiting), day: Day, minutes: u16) -> Observation {
    let other = if kind == Visit::ByOutsider { "bekzhan" } else { "aigul" };
    let (teaches, looks) = if kind == Visit::ByNewcomer { (other, "dana") } else { ("dana", other) };
    Observation {
        id: format!("lesson-{number}").into(),
        school: "school-12".into(),
        programme: "programme".into(),
        newcomer: "dana".into(),
        kind,
        observed: teaches.into(),
        observer: looks.into(),
        class: Some(PRIVATE.into()),
        room: Some(PRIVATE.into()),
        day,
        at: jiff::civil::time(10, 0, 0, 0),
        minutes,
        number,
        code: format!("LESSON-{number}"),
        state,
        shares: Shares::NONE,
        changed_at: Instant::UNIX_EPOCH,
        version: 0,
    }
}

async fn add_lessons(stage: &Stage, lessons: &[Observation]) {
    let mut tx = stage.db.write().await.unwrap();
    for lesson in lessons {
        let planned = Observation { state: Visiting::Planned, ..lesson.clone() };
        store::observations::add(&mut tx, &planned).await.unwrap();
        store::observations::save(&mut tx, lesson).await.unwrap();
    }
    tx.commit().await.unwrap();
}

/// Total and minutes of a list, as the lines that it opens say.
fn counted(facts: &Facts, what: What) -> (usize, u32) {
    let list = facts.list(what).unwrap();
    assert_eq!(list.total(), list.lines.len());
    (list.total(), list.minutes())
}

async fn facts_for(stage: &Stage, who: &Actor, id: &ReportId) -> Facts {
    let context = stage.context(who);
    let mut tx = stage.db.read().await.unwrap();
    let opened = opened(&mut tx, &context, id).await.unwrap().unwrap();
    view(&mut tx, &context, &opened).await.unwrap().facts
}

fn plus((lines, minutes): (usize, u32), one: u16) -> (usize, u32) {
    (lines + 1, minutes + u32::from(one))
}

#[tokio::test]
async fn n18_of_random_journals_every_total_is_the_number_of_what_happened() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        let id = written(&stage, &pair).await;
        let states = prop_oneof![
            Just(Talking::Held),
            Just(Talking::Missed),
            Just(Talking::Disputed),
            Just(Talking::Agreed),
            Just(Talking::Withdrawn)
        ];
        let visits = (
            prop_oneof![Just(Visit::ByMentor), Just(Visit::ByOutsider), Just(Visit::ByNewcomer)],
            prop_oneof![
                3 => Just(Visiting::Finished),
                1 => Just(Visiting::Planned),
                1 => Just(Visiting::Void { reason: "Қате".into() })
            ],
        );
        let journal = prop::collection::vec((states, 0..60i32, 5..180u16, any::<bool>()), 0..25);
        let lessons = prop::collection::vec((visits, 0..60i32, 5..180u16), 0..10);
        let mut runner = TestRunner::deterministic();
        let (mut number, mut at) = (0, 0);
        let (mut held, mut observed, mut visited) = ((0, 0), (0, 0), (0, 0));
        for _ in 0..12 {
            let mut meetings = Vec::new();
            for (state, days, length, both) in journal.new_tree(&mut runner).unwrap().current() {
                number += 1;
                let day = date(2026, 9, 15).saturating_add(days.days());
                if state == Talking::Held && both && day <= stage.today {
                    held = plus(held, length);
                }
                // What the mentor alone says took place counts as little as on the sheet of hours.
                let said = Said { newcomer: both.then_some(true), mentor: Some(true) };
                meetings.push(Meeting { said, ..talk(&pair, number, state, day, length) });
            }
            add_meetings(&stage, &meetings).await;
            let mut more = Vec::new();
            for (visit, days, length) in lessons.new_tree(&mut runner).unwrap().current() {
                at += 1;
                let day = date(2026, 9, 15).saturating_add(days.days());
                match visit {
                    (Visit::ByMentor, Visiting::Finished) if day <= stage.today => {
                        observed = plus(observed, length);
                    }
                    (Visit::ByNewcomer, Visiting::Finished) if day <= stage.today => {
                        visited = plus(visited, length);
                    }
                    _ => {}
                }
                more.push(lesson(at, visit, day, length));
            }
            add_lessons(&stage, &more).await;
            let facts = facts_for(&stage, &mentor("aigul"), &id).await;
            let totals = [What::Meetings, What::Observations, What::Visits].map(|what| counted(&facts, what));
            assert_eq!(totals, [held, observed, visited]);
            let all = totals.iter().fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
            assert_eq!(counted(&facts, What::Together), all, "all hours are one sum");
        }
        assert!(held.0 > 10 && observed.0 > 3 && visited.0 > 3, "the journals were not empty");
    })
    .await;
}

#[tokio::test]
async fn reports_count_lessons_as_far_as_their_readers_may_know_of_them() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        let day = stage.today;
        let done = |kind| (kind, Visiting::Finished);
        add_lessons(
            &stage,
            &[
                lesson(1, done(Visit::ByMentor), day, 45),
                lesson(2, done(Visit::ByOutsider), day, 40),
                lesson(3, done(Visit::ByNewcomer), day, 30),
                Observation { observed: "bekzhan".into(), ..lesson(4, done(Visit::ByNewcomer), day, 20) },
                Observation { observer: "gulnafisa".into(), ..lesson(5, done(Visit::Control), day, 45) },
            ],
        )
        .await;
        let mentors = written(&stage, &pair).await;
        let dana = newcomer("dana");
        let hers = begin(&stage.context(&dana), Kind::Newcomer, Term::Half, Some(&pair)).await.unwrap();
        let note = begin(&stage.context(&coordinator()), Kind::Note, Term::Half, None).await.unwrap();
        for (who, id, observed, visited) in [
            (mentor("aigul"), &mentors, (1, 45), (1, 30)),
            (newcomer("dana"), &hers, (2, 85), (2, 50)),
            (coordinator(), &note, (2, 85), (2, 50)),
        ] {
            let facts = facts_for(&stage, &who, id).await;
            let totals = (counted(&facts, What::Observations), counted(&facts, What::Visits));
            assert_eq!(totals, (observed, visited), "{}", who.person);
            let kept = serde_json::to_string(&facts).unwrap();
            assert!(!kept.contains(PRIVATE), "a day and a length, nothing of the sheet: {kept}");
            if *id == note {
                assert_eq!(counted(&facts, What::Pairs), (1, 75), "the hours of the pair");
                assert_eq!(counted(&facts, What::NotMet), (1, 75), "lessons are no meetings");
            } else {
                assert_eq!(counted(&facts, What::Together), (2, 75));
            }
        }
    })
    .await;
}

#[tokio::test]
async fn the_heads_folder_signs_together_what_was_read_each_in_its_own_line() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        with_passwords(&stage).await;
        let mut ids = Vec::new();
        for term in Term::ALL {
            let aigul = mentor("aigul");
            let id = begin(&stage.context(&aigul), Kind::Mentor, term, Some(&pair)).await.unwrap();
            write(&stage.context(&aigul), &id, 0, &words("Жақсы")).await.unwrap();
            ready(&stage.context(&aigul), &id).await.unwrap();
            signed_by(&stage, &aigul, &id).await.unwrap();
            signed_by(&stage, &coordinator(), &id).await.unwrap();
            ids.push(id);
        }
        let serik = head();
        let context = stage.context(&serik);
        let seen_first = seen(&stage, &serik, &ids[0]).await;
        mark_read(&context, &ids[0], &seen_first).await.unwrap();
        let chosen = Chosen { reports: ids.clone(), papers: vec![] };
        let unread = sign_all(&context, &chosen, SECRET).await;
        assert!(
            matches!(&unread, Err(Failed::Refused(NotSigned::Unread(id))) if *id == ids[1].as_str()),
            "the second was not opened"
        );
        assert_eq!(state(&stage, &ids[0]).await, State::Signed, "all or none");
        let mut tx = stage.db.read().await.unwrap();
        let programme =
            store::programmes::running(&mut tx, &"school-12".into(), stage.today).await.unwrap().unwrap();
        let read: Vec<bool> =
            folder(&mut tx, &context, &programme).await.unwrap().iter().map(|one| one.1).collect();
        assert_eq!(read, [true, false]);
        drop(tx);
        let seen_second = seen(&stage, &serik, &ids[1]).await;
        mark_read(&context, &ids[1], &seen_second).await.unwrap();
        let before = stage.audited("report-signed").await;
        assert_eq!(sign_all(&context, &chosen, SECRET).await.unwrap(), 2);
        assert_eq!(stage.audited("report-signed").await, before + 2);
        assert_eq!(state(&stage, &ids[1]).await, State::Approved);
        let own = mark_read(&stage.context(&mentor("aigul")), &ids[0], &seen_first).await;
        assert!(own.is_err());
    })
    .await;
}

#[tokio::test]
async fn n10_a_reminder_goes_once_to_whoever_must_act_and_never_after_it_is_done() {
    on_both(async |db| {
        let (mut stage, pair) = assigned(db).await;
        with_passwords(&stage).await;
        stage.letters().await;
        let nobody = Actor { roles: vec![], ..actor("schedule", &[]) };
        stage.today = date(2026, 12, 18);
        assert_eq!(remind(&stage.context(&nobody)).await.unwrap(), 0, "the school does not use the form");
        set_used(&stage.context(&coordinator()), &"school-12".into(), Kind::Mentor, true).await.unwrap();
        for _ in 0..3 {
            remind(&stage.context(&nobody)).await.unwrap();
        }
        assert_eq!(stage.letters().await, ["aigul ReportDue"]);
        let id = written(&stage, &pair).await;
        ready(&stage.context(&mentor("aigul")), &id).await.unwrap();
        signed_by(&stage, &mentor("aigul"), &id).await.unwrap();
        assert_eq!(stage.letters().await, ["gulnafisa ReportAwaits"]);
        stage.today = date(2026, 12, 24);
        remind(&stage.context(&nobody)).await.unwrap();
        assert_eq!(stage.letters().await, ["gulnafisa ReportDue"]);
        for who in [coordinator(), head()] {
            signed_by(&stage, &who, &id).await.unwrap();
        }
        stage.letters().await;
        for day in [date(2026, 12, 25), date(2026, 12, 26), date(2027, 1, 2)] {
            stage.today = day;
            assert_eq!(remind(&stage.context(&nobody)).await.unwrap(), 0, "{day}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_field_of_the_school_is_in_reports_that_begin_later_and_older_ones_keep_their_form() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        let old = written(&stage, &pair).await;
        let label =
            domain::reports::Label {
                kk: "Сабақтар".into(), ru: "Уроки".into(), en: "Lessons".into()
            };
        let asked = domain::formsets::Asked::Line;
        let question = domain::formsets::Question { label, asked, options: Vec::new() };
        let form = domain::formsets::Kind::Report(Kind::Mentor);
        let gulnafisa = coordinator();
        for _ in 0..2 {
            let context = stage.context(&gulnafisa);
            actions::formsets::add(&context, form, &question).await.unwrap();
        }
        let aigul = mentor("aigul");
        let new = begin(&stage.context(&aigul), Kind::Mentor, Term::Year, Some(&pair)).await.unwrap();
        let mut tx = stage.db.read().await.unwrap();
        let version = async |tx: &mut store::Tx, id: &ReportId| {
            store::reports::get(tx, id).await.unwrap().unwrap().form.version.to_string()
        };
        assert_eq!(version(&mut tx, &old).await, "1.0.0");
        assert_eq!(version(&mut tx, &new).await, "1.0.1", "the form came twice");
        drop(tx);
        let refused = actions::formsets::add(&stage.context(&aigul), form, &question).await;
        assert!(refused.is_err());
    })
    .await;
}
