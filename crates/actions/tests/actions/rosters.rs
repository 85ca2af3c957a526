//! Imports of lists: shown, decided upon, written once, taken back.

use crate::letters::told;
use crate::stage::{Stage, mentor, newcomer};
use actions::Failed;
use actions::rosters::{
    Assessed, Assessment, Choice, Confirm, PrepareRefused, Upload, apply, choose, discard, look, prepare,
    roll_over, show, undo,
};
use domain::pairs::{Pair, State as PairState};
use domain::people::{Actor, Role};
use domain::requests::{Closed, Request, Rhythm, State as RequestState, Wish};
use domain::rosters::{ApplyRefused, Choices, Counts, Decision, Fate, Kind, State, UndoRefused, WhyLeft};
use domain::{ImportId, PairId, PersonId, RequestId, SchoolId};
use exchange::roster::Options;
use jiff::civil::date;
use store::testing::on_both;

const LIST: &str = "Табельный №;Фамилия;Имя;Отчество;Предмет;Педагогический стаж;Дата приёма;Электронная почта\r\n\
    0101;Әбенова;Салтанат;Ерланқызы;химия;8;01.09.2018;saltanat@school.example\r\n\
    0102;Ким;Сергей;;физика;0;25.08.2026;kim@school.example\r\n";

const NAMESAKES: &str = "ФИО;Предмет;Электронная почта\r\n\
    Жұмағұлова Әсел Ерболқызы;химия;asel.zh@school.example\r\n\
    Жұмағұлова Әсел Ерболқызы;физика;asel@school.example\r\n";

fn school() -> SchoolId {
    "school-12".into()
}

fn coordinator() -> Actor {
    Actor {
        person: "gulnafisa".into(),
        school: Some(school()),
        district: None,
        roles: vec![Role::Teacher, Role::Coordinator],
    }
}

fn deputy() -> Actor {
    Actor { person: "polina".into(), ..coordinator() }
}

pub(crate) async fn brought(stage: &Stage, kind: Kind, text: &str) -> ImportId {
    let (actor, school) = (coordinator(), school());
    let upload = Upload { school: &school, kind, name: "list.csv", bytes: text.as_bytes() };
    prepare(&stage.context(&actor), &upload, None).await.unwrap()
}

async fn counts(stage: &Stage, id: &ImportId) -> Counts {
    assessment(stage, id).await.counts
}

async fn assessment(stage: &Stage, id: &ImportId) -> Box<Assessment> {
    match show(&stage.context(&coordinator()), id).await.unwrap().assessed {
        Some(Assessed::Ready(assessment)) => assessment,
        other => panic!("the list reads: {other:?}"),
    }
}

pub(crate) async fn applied(stage: &Stage, id: &ImportId) -> Counts {
    apply(&stage.context(&coordinator()), id, &Confirm::default()).await.unwrap()
}

async fn person(stage: &Stage, email: &str) -> domain::people::Person {
    store::people::by_email(&mut stage.db.read().await.unwrap(), email).await.unwrap().unwrap()
}

async fn decide(stage: &Stage, id: &ImportId, choices: Choices) {
    choose(&stage.context(&coordinator()), id, &Choice::Deciding(choices)).await.unwrap();
}

#[tokio::test]
async fn what_was_shown_is_what_is_written_and_the_same_file_again_writes_nothing() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let id = brought(&stage, Kind::Staff, LIST).await;
        let shown = assessment(&stage, &id).await;
        assert_eq!((shown.counts.create, shown.counts.update, shown.counts.error), (2, 0, 0));
        let first_time: Vec<_> =
            shown.lines.iter().filter(|line| line.first_time).map(|line| &line.label).collect();
        assert_eq!(first_time, ["Ким Сергей"]);
        assert_eq!(applied(&stage, &id).await, shown.counts);
        let kim = person(&stage, "kim@school.example").await;
        let mut tx = stage.db.read().await.unwrap();
        assert_eq!(store::people::roles_on(&mut tx, &kim.id, stage.today).await.unwrap(), [Role::Teacher]);
        drop(tx);
        let again = brought(&stage, Kind::Staff, LIST).await;
        let counts = applied(&stage, &again).await;
        assert_eq!((counts.writes(), counts.unchanged, counts.decision), (0, 2, 0));
        let mut tx = stage.db.read().await.unwrap();
        assert!(store::rosters::changes(&mut tx, &school(), &again).await.unwrap().is_empty());
        drop(tx);
        let left = show(&stage.context(&coordinator()), &again).await.unwrap().import.state;
        assert_eq!(left, State::Discarded, "an application without changes has no place in the history");
        assert_eq!(stage.audited("roster-applied").await, 1, "one line for an import, none for a person");
    })
    .await;
}

/// A OneRoster set of two teachers and a pupil.
fn one_roster(manifest: &str) -> Vec<u8> {
    let users = "sourcedId,role,givenName,familyName,email,password\n\
        t-1,teacher,Салтанат,Әбенова,saltanat@school.example,Qwerty1\n\
        t-2,systemAdministrator,Сергей,Ким,kim@school.example,Qwerty2\np-1,student,Ару,Омарова,,\n";
    let member = |path: &str, text: &str| exchange::bundles::Member {
        path: path.to_owned(),
        bytes: text.as_bytes().to_vec(),
    };
    exchange::bundles::pack(&[member("users.csv", users), member("manifest.csv", manifest)]).unwrap()
}

#[tokio::test]
async fn a_one_roster_set_is_taken_in_once_and_makes_nobody_an_administrator() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let (actor, school) = (coordinator(), school());
        let bytes = one_roster("propertyName,value\nfile.users,bulk\n");
        let upload = Upload { school: &school, kind: Kind::Staff, name: "set.zip", bytes: &bytes };
        let id = prepare(&stage.context(&actor), &upload, None).await.unwrap();
        let counts = applied(&stage, &id).await;
        assert_eq!((counts.create, counts.error), (2, 0));
        let kim = person(&stage, "kim@school.example").await;
        let mut tx = stage.db.read().await.unwrap();
        assert_eq!(store::people::roles_on(&mut tx, &kim.id, stage.today).await.unwrap(), [Role::Teacher]);
        drop(tx);
        let again = prepare(&stage.context(&actor), &upload, None).await.unwrap();
        let counts = applied(&stage, &again).await;
        assert_eq!((counts.writes(), counts.unchanged), (0, 2));
    })
    .await;
}

#[tokio::test]
async fn a_set_of_changes_is_no_full_list_whatever_is_ticked() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let (actor, school) = (coordinator(), school());
        let choices = Choices { full_list: true, ..Choices::default() };
        for (word, is_full) in [("bulk", true), ("delta", false)] {
            let bytes = one_roster(&format!("propertyName,value\nfile.users,{word}\n"));
            let upload = Upload { school: &school, kind: Kind::Staff, name: "set.zip", bytes: &bytes };
            let looked = look(&stage.context(&actor), &upload, &Options::default(), &choices).await.unwrap();
            let Assessed::Ready(looked) = looked else { panic!("{looked:?}") };
            assert_eq!(looked.counts.leaving > 0, is_full, "{word}");
        }
    })
    .await;
}

#[tokio::test]
async fn all_or_nothing_stops_at_the_first_line_with_an_error() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let faulty = "ФИО;Дата приёма;Электронная почта\nЛи Анна;31.09.2026;li@school.example\n\
            Ким Сергей;01.09.2020;kim@school.example\n";
        let id = brought(&stage, Kind::Staff, faulty).await;
        let whole = Confirm { whole: true, ..Confirm::default() };
        let refused = apply(&stage.context(&coordinator()), &id, &whole).await;
        assert!(matches!(refused, Err(Failed::Refused(ApplyRefused::Faulty { count: 1 }))), "{refused:?}");
        let mut tx = stage.db.read().await.unwrap();
        assert!(store::people::by_email(&mut tx, "kim@school.example").await.unwrap().is_none());
        drop(tx);
        assert_eq!(applied(&stage, &id).await.create, 1, "the draft is still there");
    })
    .await;
}

#[tokio::test]
async fn namesakes_wait_for_a_decision_and_are_asked_about_once() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let id = brought(&stage, Kind::Staff, NAMESAKES).await;
        assert_eq!(counts(&stage, &id).await.decision, 2);
        let refused = apply(&stage.context(&coordinator()), &id, &Confirm::default()).await;
        assert!(matches!(refused, Err(Failed::Refused(ApplyRefused::Undecided { count: 2 }))));
        let lines = [(2, Decision::New), (3, Decision::New)].into();
        decide(&stage, &id, Choices { lines, ..Choices::default() }).await;
        assert_eq!(applied(&stage, &id).await.create, 2);
        let again = brought(&stage, Kind::Staff, NAMESAKES).await;
        let counts = counts(&stage, &again).await;
        assert_eq!((counts.unchanged, counts.decision, counts.writes()), (2, 0, 0));
    })
    .await;
}

#[tokio::test]
async fn lines_without_any_key_are_decided_once_and_then_known() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let list = "ФИО;Предмет\r\nЖұмағұлова Әсел;химия\r\nЖұмағұлова Әсел;физика\r\nКим Сергей;тарих\r\n";
        let id = brought(&stage, Kind::Staff, list).await;
        decide(&stage, &id, Choices { namesakes_differ: true, ..Choices::default() }).await;
        assert_eq!(applied(&stage, &id).await.create, 3);
        let again = brought(&stage, Kind::Staff, list).await;
        let counts = counts(&stage, &again).await;
        assert_eq!((counts.unchanged, counts.decision, counts.writes()), (3, 0, 0));
    })
    .await;
}

#[tokio::test]
async fn a_correction_by_hand_stays_until_the_file_is_told_to_win() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let first = brought(&stage, Kind::Staff, LIST).await;
        applied(&stage, &first).await;
        let mut kim = person(&stage, "kim@school.example").await;
        kim.subject = Some("информатика".into());
        let mut tx = stage.db.write().await.unwrap();
        store::people::save(&mut tx, &kim).await.unwrap();
        store::rosters::mark_edited(&mut tx, &school(), &kim.id, "subject").await.unwrap();
        tx.commit().await.unwrap();
        let id = brought(&stage, Kind::Staff, LIST).await;
        assert_eq!(counts(&stage, &id).await.update, 0);
        decide(&stage, &id, Choices { file_wins: ["subject".to_owned()].into(), ..Choices::default() }).await;
        assert_eq!(applied(&stage, &id).await.update, 1);
        assert_eq!(person(&stage, "kim@school.example").await.subject.as_deref(), Some("физика"));
    })
    .await;
}

#[tokio::test]
async fn a_full_list_ends_who_is_absent_after_the_number_was_typed_and_never_who_runs_the_school() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let id = brought(&stage, Kind::Staff, LIST).await;
        decide(&stage, &id, Choices { full_list: true, ..Choices::default() }).await;
        let shown = assessment(&stage, &id).await;
        // Seven people of school 12 are not in the list; two of them run it.
        assert_eq!((shown.counts.absent, shown.counts.leaving), (7, 5));
        let stays: Vec<_> = shown
            .absent
            .iter()
            .filter(|one| one.absent.fate == Some(Fate::Stays))
            .map(|one| &*one.absent.id)
            .collect();
        assert_eq!(stays, ["gulnafisa", "serik"]);
        let context_of = coordinator();
        let context = stage.context(&context_of);
        let refused = apply(&context, &id, &Confirm::default()).await;
        assert!(matches!(refused, Err(Failed::Refused(ApplyRefused::Brake { leaving: 5 }))));
        apply(&context, &id, &Confirm { typed: Some(5), ..Confirm::default() }).await.unwrap();
        let polina = person(&stage, "polina@school.example").await;
        assert_eq!(polina.left_on, Some(stage.today), "ended, not deleted");
        let back = undo(&context, &id).await.unwrap();
        assert_eq!(person(&stage, "polina@school.example").await.left_on, None);
        assert_eq!(back.left_alone, []);
    })
    .await;
}

#[tokio::test]
async fn undoing_reverts_leaves_alone_what_was_touched_and_is_undone_itself() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let list = "ФИО;Предмет;Телефон;Электронная почта\r\nТұяқов Бекжан;физика;87010000001;bekzhan@school.example\r\n\
            Ким Сергей;химия;87010000002;kim@school.example\r\n";
        let id = brought(&stage, Kind::Staff, list).await;
        applied(&stage, &id).await;
        let mut bekzhan = person(&stage, "bekzhan@school.example").await;
        bekzhan.phone = Some("+77019999999".into());
        let mut tx = stage.db.write().await.unwrap();
        store::people::save(&mut tx, &bekzhan).await.unwrap();
        tx.commit().await.unwrap();
        let actor = coordinator();
        let context = stage.context(&actor);
        let back = undo(&context, &id).await.unwrap();
        let left: Vec<_> = back.left_alone.iter().map(|one| (&*one.field, one.why)).collect();
        assert_eq!(left, [("phone", WhyLeft::ChangedSince)]);
        let bekzhan = person(&stage, "bekzhan@school.example").await;
        assert_eq!(bekzhan.subject.as_deref(), Some("математика"));
        assert_eq!(bekzhan.phone.as_deref(), Some("+77019999999"));
        assert_eq!(person(&stage, "kim@school.example").await.left_on, Some(stage.today));
        let told = (stage.audited("person-unmade").await, stage.audited("person-left").await);
        assert_eq!(told, (1, 0), "whoever the list had made has not left");
        let twice = undo(&context, &id).await;
        assert!(matches!(twice, Err(Failed::Refused(UndoRefused::NotApplied))));
        undo(&context, &back.id).await.unwrap();
        assert_eq!(person(&stage, "bekzhan@school.example").await.subject.as_deref(), Some("физика"));
        assert_eq!(person(&stage, "kim@school.example").await.left_on, None);
        assert_eq!(stage.audited("roster-undone").await, 2);
    })
    .await;
}

#[tokio::test]
async fn n13_a_row_valid_at_check_but_invalid_at_confirm_is_not_written() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let id = brought(&stage, Kind::Staff, LIST).await;
        let shown = assessment(&stage, &id).await.token;
        // Meanwhile somebody of school 7 gets the same address.
        let mut timur = person(&stage, "timur@school.example").await;
        timur.email = Some("kim@school.example".into());
        let mut tx = stage.db.write().await.unwrap();
        store::people::save(&mut tx, &timur).await.unwrap();
        tx.commit().await.unwrap();
        let actor = coordinator();
        let context = stage.context(&actor);
        let refused = apply(&context, &id, &Confirm { shown: Some(shown), ..Confirm::default() }).await;
        assert!(matches!(refused, Err(Failed::Refused(ApplyRefused::ShownOtherwise))));
        let counts = applied(&stage, &id).await;
        assert_eq!((counts.create, counts.error), (1, 1));
        assert_eq!(person(&stage, "kim@school.example").await.id, PersonId::from("timur"));
    })
    .await;
}

#[tokio::test]
async fn n13_decisions_that_changed_places_since_they_were_shown_are_not_written() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let id = brought(&stage, Kind::Staff, NAMESAKES).await;
        let only = |line, other| Choices {
            lines: [(line, Decision::New), (other, Decision::Skip)].into(),
            ..Choices::default()
        };
        decide(&stage, &id, only(2, 3)).await;
        let shown = assessment(&stage, &id).await;
        // In another window the two are decided the other way round: the counts are the same.
        decide(&stage, &id, only(3, 2)).await;
        assert_eq!(counts(&stage, &id).await, shown.counts);
        let actor = coordinator();
        let context = stage.context(&actor);
        let confirm = Confirm { shown: Some(shown.token.clone()), ..Confirm::default() };
        let refused = apply(&context, &id, &confirm).await;
        assert!(matches!(refused, Err(Failed::Refused(ApplyRefused::ShownOtherwise))), "{refused:?}");
        decide(&stage, &id, only(2, 3)).await;
        assert_eq!(apply(&context, &id, &confirm).await.unwrap(), shown.counts, "shown and confirmed");
        assert_eq!(person(&stage, "asel.zh@school.example").await.subject.as_deref(), Some("химия"));
    })
    .await;
}

#[tokio::test]
async fn a_full_list_does_not_end_somebody_whose_line_is_only_faulty() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let list = "ФИО;Дата приёма;Электронная почта\r\n\
            Сатбаева Дана;01.09.2026;dana@@school.example\r\n\
            Искалиева З.;31.09.2026;zere@school.example\r\n\
            Тұяқов Бекжан;;bekzhan@school.example\r\n\
            Нұрбаева Айгүл;;bekzhan@school.example\r\n";
        let id = brought(&stage, Kind::Staff, list).await;
        decide(&stage, &id, Choices { full_list: true, ..Choices::default() }).await;
        let shown = assessment(&stage, &id).await;
        let leaving: Vec<_> = shown.leaving().map(|one| one.absent.id.as_str()).collect();
        assert_eq!((shown.counts.error, leaving), (3, vec!["polina"]));
        let confirm = Confirm { typed: Some(1), ..Confirm::default() };
        apply(&stage.context(&coordinator()), &id, &confirm).await.unwrap();
        for stays in ["dana", "zere", "bekzhan", "aigul"] {
            assert_eq!(person(&stage, &format!("{stays}@school.example")).await.left_on, None, "{stays}");
        }
    })
    .await;
}

#[tokio::test]
async fn lessons_of_a_teacher_with_a_faulty_line_stay() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let week =
            "email,weekday,lesson,class\r\ndana@school.example,1,5,6А\r\nzere@school.example,2,3,9А\r\n";
        let id = brought(&stage, Kind::Timetable, week).await;
        applied(&stage, &id).await;
        let faulty = "email,weekday,lesson,class\r\ndana@school.example,1,55,6А\r\n";
        let second = brought(&stage, Kind::Timetable, faulty).await;
        decide(&stage, &second, Choices { full_list: true, ..Choices::default() }).await;
        assert_eq!(applied(&stage, &second).await.leaving, 1, "Zere's lesson alone");
    })
    .await;
}

/// Everybody of school 12 but Aigül and Bekzhan.
const WITHOUT_MENTORS: &str = "ФИО;Электронная почта\r\nСейфуллина Гүлнафиса;gulnafisa@school.example\r\n\
    Оразбаев Серік;serik@school.example\r\nСәтбаева Дана;dana@school.example\r\n\
    Искалиева Зере;zere@school.example\r\nКотова Полина;polina@school.example\r\n";

/// Dana and Aigül are a pair, Zere has asked Bekzhan.
async fn paired_and_asked(stage: &Stage) -> (PairId, RequestId) {
    let ask = async |from: &str, to: &str| {
        let text = "Хочу научиться начинать урок спокойно.".into();
        let wish = Wish { text, goals: vec![], rhythm: Rhythm::Weekly };
        actions::requests::send(&stage.context(&newcomer(from)), &to.into(), wish).await.unwrap()
    };
    let accepted = ask("dana", "aigul").await;
    let pair = actions::requests::accept(&stage.context(&mentor("aigul")), &accepted).await.unwrap();
    let waiting = ask("zere", "bekzhan").await;
    told(stage).await;
    (pair, waiting)
}

/// A full list without the two mentors, decided and written.
async fn without_mentors(stage: &Stage) -> ImportId {
    let id = brought(stage, Kind::Staff, WITHOUT_MENTORS).await;
    let absent = [("aigul".to_owned(), Fate::Leaves)].into();
    decide(stage, &id, Choices { full_list: true, absent, ..Choices::default() }).await;
    let confirm = Confirm { typed: Some(2), ..Confirm::default() };
    apply(&stage.context(&coordinator()), &id, &confirm).await.unwrap();
    id
}

async fn how_it_stands(stage: &Stage, (pair, request): &(PairId, RequestId)) -> (Pair, Request) {
    let mut tx = stage.db.read().await.unwrap();
    let pair = store::pairs::get(&mut tx, pair).await.unwrap().unwrap();
    let request = store::requests::get(&mut tx, request).await.unwrap().unwrap();
    (Pair { version: 0, ..pair }, Request { version: 0, ..request })
}

async fn roles(stage: &Stage, person: &str) -> Vec<Role> {
    let mut tx = stage.db.read().await.unwrap();
    let mut roles = store::people::roles_on(&mut tx, &person.into(), stage.today).await.unwrap();
    roles.sort();
    roles
}

/// To whom letters went since the last call.
async fn readers(stage: &Stage) -> Vec<String> {
    let mut readers: Vec<String> = told(stage).await.into_iter().map(|(to, _)| to).collect();
    readers.sort();
    readers
}

#[tokio::test]
async fn n17_who_leaves_by_a_list_leaves_nothing_open_behind_and_undoing_gives_it_back() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let two = paired_and_asked(&stage).await;
        let before = how_it_stands(&stage, &two).await;
        let id = without_mentors(&stage).await;
        let (pair, request) = how_it_stands(&stage, &two).await;
        assert!(matches!(pair.state, PairState::Ended { .. }), "{pair:?}");
        assert!(matches!(request.state, RequestState::Closed { why: Closed::Left, .. }), "{request:?}");
        assert_eq!((roles(&stage, "aigul").await, roles(&stage, "bekzhan").await), (vec![], vec![]));
        assert_eq!(readers(&stage).await, ["dana", "zere"], "each side that stays is told");
        assert_eq!(stage.audited("person-left").await, 2);

        let actor = coordinator();
        let context = stage.context(&actor);
        let back = undo(&context, &id).await.unwrap();
        assert_eq!(back.left_alone, []);
        assert_eq!(how_it_stands(&stage, &two).await, before);
        assert_eq!(roles(&stage, "aigul").await, [Role::Teacher, Role::Mentor]);
        assert_eq!(roles(&stage, "bekzhan").await, [Role::Teacher, Role::Mentor]);
        assert_eq!(readers(&stage).await, ["dana", "zere"], "and is told that it was a mistake");
        assert_eq!(stage.audited("person-stays").await, 2);

        undo(&context, &back.id).await.unwrap();
        let (pair, request) = how_it_stands(&stage, &two).await;
        assert!(matches!(pair.state, PairState::Ended { .. }) && !request.state.is_open());
    })
    .await;
}

#[tokio::test]
async fn a_newcomer_whose_mentor_left_by_a_list_goes_on_and_undoing_takes_nothing_from_them() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let two = paired_and_asked(&stage).await;
        let id = brought(&stage, Kind::Staff, WITHOUT_MENTORS).await;
        let choices = Choices {
            full_list: true,
            absent: [("aigul".to_owned(), Fate::Leaves), ("bekzhan".to_owned(), Fate::Stays)].into(),
            ..Choices::default()
        };
        decide(&stage, &id, choices).await;
        let confirm = Confirm { typed: Some(1), ..Confirm::default() };
        let actor = coordinator();
        let context = stage.context(&actor);
        apply(&context, &id, &confirm).await.unwrap();
        let wish = Wish {
            text: "Хочу научиться начинать урок спокойно.".into(),
            goals: vec![],
            rhythm: Rhythm::Weekly,
        };
        let dana = newcomer("dana");
        let asked = actions::requests::send(&stage.context(&dana), &"bekzhan".into(), wish).await.unwrap();
        actions::requests::accept(&stage.context(&mentor("bekzhan")), &asked).await.unwrap();

        let back = undo(&context, &id).await.unwrap();
        let left: Vec<_> = back.left_alone.iter().map(|one| (one.field.clone(), one.why)).collect();
        assert_eq!(left, [(format!("pair:{}", two.0), WhyLeft::ChangedSince)]);
        assert_eq!(roles(&stage, "aigul").await, [Role::Teacher, Role::Mentor]);
        let (pair, _) = how_it_stands(&stage, &two).await;
        assert!(matches!(pair.state, PairState::Ended { .. }), "Dana has another mentor by now");
    })
    .await;
}

#[tokio::test]
async fn who_is_named_again_by_a_later_list_is_what_they_were() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        without_mentors(&stage).await;
        let list = "ФИО;Электронная почта\r\nНұрбаева Айгүл;aigul@school.example\r\n";
        let again = brought(&stage, Kind::Staff, list).await;
        assert_eq!(applied(&stage, &again).await.update, 1);
        assert_eq!(roles(&stage, "aigul").await, [Role::Teacher, Role::Mentor]);
        // After so long it is a new beginning, but nobody's right is forgotten.
        stage.today = date(2026, 11, 20);
        let list = "ФИО;Электронная почта\r\nТұяқов Бекжан;bekzhan@school.example\r\n";
        let again = brought(&stage, Kind::Staff, list).await;
        applied(&stage, &again).await;
        assert_eq!(roles(&stage, "bekzhan").await, [Role::Teacher, Role::Mentor]);
        stage.today = date(2026, 11, 1);
        assert_eq!(roles(&stage, "bekzhan").await, []);
    })
    .await;
}

#[tokio::test]
async fn every_step_of_a_list_stands_in_the_log() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let id = brought(&stage, Kind::Staff, LIST).await;
        decide(&stage, &id, Choices::default()).await;
        let reading = Choice::Reading(Box::default());
        choose(&stage.context(&coordinator()), &id, &reading).await.unwrap();
        // The own draft makes room for another file.
        let other = brought(&stage, Kind::Staff, NAMESAKES).await;
        discard(&stage.context(&coordinator()), &other).await.unwrap();
        assert_eq!(stage.audited("roster-brought").await, 2);
        assert_eq!(stage.audited("roster-chosen").await, 2);
        assert_eq!(stage.audited("roster-discarded").await, 2);
    })
    .await;
}

#[tokio::test]
async fn an_import_is_written_once_however_often_it_is_confirmed() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let id = brought(&stage, Kind::Staff, LIST).await;
        let actor = coordinator();
        let context = stage.context(&actor);
        let confirm = Confirm::default();
        let (one, other) = tokio::join!(apply(&context, &id, &confirm), apply(&context, &id, &confirm));
        assert_eq!(u8::from(one.is_ok()) + u8::from(other.is_ok()), 1, "{one:?} {other:?}");
        let people = store::people::of_school(&mut stage.db.read().await.unwrap(), &school()).await.unwrap();
        assert_eq!(people.len(), 9);
    })
    .await;
}

#[tokio::test]
async fn who_brings_a_list_while_another_is_in_hand_is_told_whose_it_is() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let id = brought(&stage, Kind::Staff, LIST).await;
        let (deputy, school) = (deputy(), school());
        let upload = Upload { school: &school, kind: Kind::Staff, name: "other.csv", bytes: LIST.as_bytes() };
        let refused = prepare(&stage.context(&deputy), &upload, None).await;
        match refused {
            Err(Failed::Refused(PrepareRefused::Running { by, .. })) => assert_eq!(by, "gulnafisa".into()),
            other => panic!("{other:?}"),
        }
        discard(&stage.context(&coordinator()), &id).await.unwrap();
        prepare(&stage.context(&deputy), &upload, None).await.unwrap();
        let import = store::rosters::get(&mut stage.db.read().await.unwrap(), &id).await.unwrap().unwrap();
        assert_eq!(import.state, State::Discarded);
    })
    .await;
}

#[tokio::test]
async fn another_schools_coordinator_finds_no_import() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let id = brought(&stage, Kind::Staff, LIST).await;
        let timur = Actor { person: "timur".into(), school: Some("school-7".into()), ..coordinator() };
        let context = stage.context(&timur);
        assert!(matches!(show(&context, &id).await, Err(Failed::NotFound)));
        assert!(matches!(apply(&context, &id, &Confirm::default()).await, Err(Failed::NotFound)));
        assert!(matches!(discard(&context, &id).await, Err(Failed::NotFound)));
    })
    .await;
}

#[tokio::test]
async fn lessons_belong_to_teachers_of_the_list_and_go_only_with_a_full_timetable() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let week = "email,weekday,lesson,class,room\r\ndana@school.example,1,5,6А,237\r\n\
            dana@school.example,2,3,9А,112\r\nnobody@school.example,2,3,9А,112\r\n";
        let id = brought(&stage, Kind::Timetable, week).await;
        let counts = applied(&stage, &id).await;
        assert_eq!((counts.create, counts.error), (2, 1));
        let moved = "email,weekday,lesson,class,room\r\ndana@school.example,1,5,6А,201\r\n";
        let second = brought(&stage, Kind::Timetable, moved).await;
        decide(&stage, &second, Choices { full_list: true, ..Choices::default() }).await;
        let counts = applied(&stage, &second).await;
        assert_eq!((counts.update, counts.leaving), (1, 1));
        let lessons = async || {
            let mut tx = stage.db.read().await.unwrap();
            store::timetables::of_person(&mut tx, &school(), &"dana".into()).await.unwrap()
        };
        assert_eq!(lessons().await.len(), 1);
        undo(&stage.context(&coordinator()), &second).await.unwrap();
        let back = lessons().await;
        assert_eq!((back.len(), back[0].room.as_deref()), (2, Some("237")));
    })
    .await;
}

#[tokio::test]
async fn pupils_are_kept_with_their_figures_apart_and_without_their_numbers_of_identification() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let list = "Код ученика;Фамилия;Имя;Класс;Дата рождения;ИИН;Математика, % 1 ч.\r\n\
            P1;Сәрсенова;Аружан;8 «А»;01.02.2013;;85\r\nP2;Ли;Максим;8A;02.03.2013;;64\r\n";
        let id = brought(&stage, Kind::Pupils, list).await;
        assert_eq!(applied(&stage, &id).await.create, 2);
        let mut tx = stage.db.read().await.unwrap();
        let pupils = store::pupils::of_school(&mut tx, &school()).await.unwrap();
        assert!(pupils.iter().all(|pupil| pupil.class_key == "8А"), "{pupils:?}");
        let figures = store::pupils::figures(&mut tx, &school()).await.unwrap();
        assert_eq!(figures.values().filter(|one| one.values().any(|value| value == "85")).count(), 1);
        drop(tx);
        let again = brought(&stage, Kind::Pupils, list).await;
        assert_eq!(applied(&stage, &again).await.writes(), 0);
    })
    .await;
}

#[tokio::test]
async fn a_dry_run_says_the_same_and_keeps_nothing() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let (actor, school) = (coordinator(), school());
        let upload = Upload { school: &school, kind: Kind::Staff, name: "list.csv", bytes: LIST.as_bytes() };
        let context = stage.context(&actor);
        let looked = look(&context, &upload, &Options::default(), &Choices::default()).await.unwrap();
        let Assessed::Ready(looked) = looked else { panic!("the list reads") };
        let mut tx = stage.db.read().await.unwrap();
        assert!(store::rosters::of_school(&mut tx, &school).await.unwrap().is_empty());
        drop(tx);
        let id = brought(&stage, Kind::Staff, LIST).await;
        assert_eq!(applied(&stage, &id).await, looked.counts);
    })
    .await;
}

#[tokio::test]
async fn a_new_school_year_takes_every_class_up_and_can_be_taken_back() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        // With a code, with a day of birth, and two that only their class tells apart.
        let list = "Код ученика;Фамилия;Имя;Класс;Дата рождения\r\n\
            77;Ахметов;Ерлан;8А;\r\n\
            ;Ли;Анна;10 «Б»;03.02.2011\r\n\
            ;Ким;Вера;5А;\r\n\
            ;Ким;Вера;6А;\r\n\
            ;Серікова;Айша;11А;\r\n";
        let id = brought(&stage, Kind::Pupils, list).await;
        let lists = Choices { namesakes_differ: true, ..Choices::default() };
        choose(&stage.context(&coordinator()), &id, &Choice::Deciding(lists)).await.unwrap();
        apply(&stage.context(&coordinator()), &id, &Confirm::default()).await.unwrap();
        let before = classes(&stage).await;
        let actor = coordinator();
        let rolled = roll_over(&stage.context(&actor), &school(), "kk", "2027/28").await.unwrap();
        let shown = counts(&stage, &rolled).await;
        assert_eq!((shown.create, shown.update, shown.decision, shown.leaving), (0, 4, 0, 1), "{shown:?}");
        let confirm = Confirm { typed: Some(1), ..Confirm::default() };
        apply(&stage.context(&actor), &rolled, &confirm).await.unwrap();
        let after = ["Ахметов 9А", "Ким 6А", "Ким 7А", "Ли 11 «Б»"];
        assert_eq!(classes(&stage).await, after, "the eleventh has left");
        undo(&stage.context(&actor), &rolled).await.unwrap();
        assert_eq!(classes(&stage).await, before);
    })
    .await;
}

/// Who belongs to the school, with the class.
async fn classes(stage: &Stage) -> Vec<String> {
    let mut tx = stage.db.read().await.unwrap();
    let pupils = store::pupils::of_school(&mut tx, &school()).await.unwrap();
    let here = pupils.iter().filter(|pupil| pupil.left_on.is_none());
    let mut classes: Vec<String> = here.map(|pupil| format!("{} {}", pupil.family, pupil.class)).collect();
    classes.sort_unstable();
    classes
}
