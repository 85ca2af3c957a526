//! A sitting of the theory that a school opens to the other schools of its district (docs/decisions/0062): places, gates and
//! results at home, papers under the clock of the house, and nothing of either school that the other has no need of.

use crate::letters::{delivered, promised};
use crate::plans::coordinator;
use crate::sittings::{at, keep, numbers, planned, question, single, staged};
use crate::stage::{Stage, actor};
use actions::appeals::{case, decide, file};
use actions::attempts::{hand_in, mark, open, save, scripts, seen};
use actions::letters::Letter;
use actions::rosters::exporting::Form;
use actions::sittings::{
    Paper, Planned, away, begin, call_off, close, extend, give_place_back, managed, name_marker, plan, sheet,
    take_place, tell, visitors,
};
use actions::{Failed, Never};
use domain::appeals::{About, Filing, Ground};
use domain::courses::{Candidate, State as CourseState, begin as enrol};
use domain::exams::{AnswerRefused, NotAdmitted, Sitting, State};
use domain::people::{Actor, Role};
use domain::questions::{Answer, Kind, Language, Points};
use domain::schools::District;
use domain::{AttemptId, ExamId, SchoolId};
use i18n::Lang;
use jiff::SignedDuration;
use jiff::civil::date;
use store::Db;
use store::sittings::Guest;
use store::testing::on_both;

const GROUNDS: &str = "ТОЛЬКО ДЛЯ ТЕХ, КТО РЕШАЕТ";
const REASON: &str = "ПОЧЕМУ ТАК РЕШЕНО";

fn school_7() -> SchoolId {
    "school-7".into()
}

/// Тимур of school 7.
fn timur(roles: &[Role]) -> Actor {
    Actor { school: Some(school_7()), ..actor("timur", roles) }
}

fn visitor() -> Actor {
    timur(&[Role::Teacher])
}

async fn at_home(stage: &Stage, reached: CourseState) {
    let mut course = enrol("course-timur".into(), school_7(), "timur".into(), stage.today, stage.now());
    course.candidate.state = reached;
    let mut tx = stage.db.write().await.unwrap();
    store::courses::add(&mut tx, &course).await.unwrap();
    tx.commit().await.unwrap();
}

/// Айгүл and Бекжан of school 12 and Тимур of school 7 are admitted by their schools.
async fn set(db: Db) -> Stage {
    let stage = staged(db).await;
    at_home(&stage, CourseState::Admitted).await;
    stage
}

async fn opened(stage: &Stage, places: u16) -> ExamId {
    plan(&stage.context(&coordinator()), &Planned { places, ..planned(stage) }).await.unwrap()
}

/// Тимур's course at home.
async fn course(stage: &Stage) -> Candidate {
    let mut tx = stage.db.read().await.unwrap();
    let mut all = store::courses::of_person(&mut tx, &school_7(), &"timur".into()).await.unwrap();
    all.pop().unwrap().candidate
}

/// How often the log of school 7 names a deed.
async fn logged(stage: &Stage, what: &str) -> usize {
    let mut tx = stage.db.read().await.unwrap();
    let lines = store::audit::of_school(&mut tx, &school_7(), i64::MAX, 10_000).await.unwrap();
    lines.iter().filter(|line| line.what == what).count()
}

async fn sitting(stage: &Stage, id: &ExamId) -> Sitting {
    store::sittings::get(&mut stage.db.read().await.unwrap(), id).await.unwrap().unwrap()
}

/// Another school has one of the places.
async fn filled(stage: &Stage, id: &ExamId) {
    let sitting = sitting(stage, id).await;
    let mut tx = stage.db.write().await.unwrap();
    let guest = Guest { person: "aigul".into(), home: "school-12".into() };
    store::sittings::take_place(&mut tx, &sitting, &guest, stage.now()).await.unwrap();
    tx.commit().await.unwrap();
}

/// Тимур takes a place, the sitting begins, and he writes his paper with so many right answers.
async fn written(stage: &Stage, id: &ExamId, right: usize) -> AttemptId {
    let guest = visitor();
    take_place(&at(stage, &guest, -5), id).await.unwrap();
    begin(&at(stage, &coordinator(), 0), id).await.unwrap();
    let own = open(&at(stage, &guest, 1), id, Language::Ru).await.unwrap();
    for (at_place, number) in numbers(stage, &own).await.into_iter().enumerate() {
        let answer = Answer::One(usize::from(at_place >= right));
        save(&at(stage, &guest, 2), &own, number, &answer, 0).await.unwrap();
    }
    hand_in(&at(stage, &guest, 3), &own).await.unwrap();
    own
}

async fn told(stage: &Stage, id: &ExamId) {
    close(&at(stage, &coordinator(), 21), id).await.unwrap();
    tell(&at(stage, &coordinator(), 22), id).await.unwrap();
}

#[tokio::test]
async fn an_open_sitting_is_told_to_the_district_and_has_so_many_places() {
    on_both(async |db| {
        let stage = set(db).await;
        let id = opened(&stage, 1).await;
        let everybody = ["aigul SittingPlanned", "bekzhan SittingPlanned", "timur SittingPlanned"];
        assert_eq!(stage.letters().await, everybody);
        assert_eq!(stage.audited("sitting-opened").await, 1);
        let guest = visitor();
        let context = at(&stage, &guest, -5);
        let offered = async || {
            let mut tx = stage.db.read().await.unwrap();
            let all = seen(&mut tx, &context).await.unwrap();
            let visit = all[0].visit.as_ref().unwrap();
            (visit.host.id.to_string(), visit.left, visit.has_place, visit.may_take())
        };
        assert_eq!(offered().await, ("school-12".to_owned(), 1, false, true));
        for _ in 0..2 {
            take_place(&context, &id).await.unwrap();
        }
        assert_eq!(offered().await, ("school-12".to_owned(), 0, true, false));
        assert_eq!(logged(&stage, "exam-place-taken").await, 1, "one's own deeds are in one's own log");
        assert_eq!(stage.audited("exam-place-taken").await, 0);
        for _ in 0..2 {
            give_place_back(&context, &id).await.unwrap();
        }
        assert_eq!(logged(&stage, "exam-place-returned").await, 1);
        filled(&stage, &id).await;
        let full = take_place(&context, &id).await;
        assert!(matches!(full, Err(Failed::Refused(NotAdmitted::Full))), "{full:?}");
        begin(&at(&stage, &coordinator(), 0), &id).await.unwrap();
        let without = open(&at(&stage, &guest, 1), &id, Language::Ru).await;
        assert!(matches!(without, Err(Failed::Refused(NotAdmitted::NoPlace))), "{without:?}");
    })
    .await;
}

#[tokio::test]
async fn a_letter_to_another_school_names_the_house_and_goes_to_those_whom_it_concerns() {
    on_both(async |db| {
        let stage = set(db).await;
        let id = opened(&stage, 1).await;
        let letters = delivered(&stage).await;
        let says_which = |person: &str| {
            let letter = letters.iter().find(|one| one.person.as_str() == person).unwrap();
            letter.parts[0].text.contains("№ 12")
        };
        assert!(says_which("timur") && !says_which("aigul"));
        call_off(&stage.context(&coordinator()), &id, "Жарық жоқ").await.unwrap();
        promised(&stage, "timur", Letter::SittingCalledOff, id.as_str()).await;
        let told = delivered(&stage).await;
        let told: Vec<&str> = told.iter().map(|one| one.person.as_str()).collect();
        assert!(told.contains(&"aigul") && !told.contains(&"timur"), "he had taken no place: {told:?}");
    })
    .await;
}

#[tokio::test]
async fn of_two_who_take_the_last_place_at_once_one_has_it() {
    on_both(async |db| {
        let stage = set(db).await;
        let id = opened(&stage, 1).await;
        let other = store::testing::person("zarina", Some("school-7"), "Омарова", "Зарина");
        let (day, now) = (stage.today, stage.now());
        let mut course = enrol("course-zarina".into(), school_7(), "zarina".into(), day, now);
        course.candidate.state = CourseState::Admitted;
        let mut tx = stage.db.write().await.unwrap();
        store::people::add(&mut tx, &other, None).await.unwrap();
        store::courses::add(&mut tx, &course).await.unwrap();
        tx.commit().await.unwrap();
        let (timur, zarina) = (visitor(), Actor { person: "zarina".into(), ..visitor() });
        let (first, second) = (at(&stage, &timur, -5), at(&stage, &zarina, -5));
        let (one, two) = tokio::join!(take_place(&first, &id), take_place(&second, &id));
        let full = [one, two].into_iter().filter_map(Result::err).collect::<Vec<_>>();
        assert!(matches!(full.as_slice(), [Failed::Refused(NotAdmitted::Full)]), "{full:?}");
        let sitting = sitting(&stage, &id).await;
        let mut tx = stage.db.read().await.unwrap();
        assert_eq!(store::sittings::guests(&mut tx, &sitting).await.unwrap().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn the_gates_of_the_own_school_are_looked_at_for_a_place_and_again_for_the_paper() {
    on_both(async |db| {
        let stage = staged(db).await;
        at_home(&stage, CourseState::Training).await;
        let id = opened(&stage, 2).await;
        assert_eq!(stage.letters().await, ["aigul SittingPlanned", "bekzhan SittingPlanned"]);
        let guest = visitor();
        let early = take_place(&at(&stage, &guest, -5), &id).await;
        let training = CourseState::Training;
        let at_training = NotAdmitted::Standing(training.clone());
        assert!(matches!(&early, Err(Failed::Refused(why)) if *why == at_training), "{early:?}");
        let to = async |state: CourseState| {
            let mut tx = stage.db.write().await.unwrap();
            let mut all = store::courses::of_person(&mut tx, &school_7(), &"timur".into()).await.unwrap();
            let mut course = all.pop().unwrap();
            course.candidate.state = state;
            store::courses::save(&mut tx, &course).await.unwrap();
            tx.commit().await.unwrap();
        };
        to(CourseState::Admitted).await;
        take_place(&at(&stage, &guest, -5), &id).await.unwrap();
        begin(&at(&stage, &coordinator(), 0), &id).await.unwrap();
        to(training).await;
        let late = open(&at(&stage, &guest, 1), &id, Language::Ru).await;
        assert!(matches!(&late, Err(Failed::Refused(why)) if *why == at_training), "{late:?}");
    })
    .await;
}

#[tokio::test]
async fn a_result_goes_home_by_itself() {
    on_both(async |db| {
        let stage = set(db).await;
        let id = opened(&stage, 1).await;
        written(&stage, &id, 2).await;
        told(&stage, &id).await;
        let own = course(&stage).await;
        assert_eq!((own.state, own.attempts.theory), (CourseState::Practice, 1));
        assert_eq!(logged(&stage, "exam-result-came").await, 1);
        assert_eq!(stage.audited("exam-result-came").await, 0);
        let mut tx = stage.db.read().await.unwrap();
        let leads = timur(&[Role::Coordinator]);
        let at_home = away(&mut tx, &stage.context(&leads)).await.unwrap();
        let came_to = at_home[0].came_to.unwrap();
        assert_eq!((came_to.points, came_to.passed), (Points::whole(2), Some(true)));
        assert_eq!(at_home[0].host.id.as_str(), "school-12");
        let hosts = actions::courses::board(&mut tx, &stage.context(&coordinator())).await.unwrap().unwrap();
        assert!(hosts.candidates.iter().all(|(one, _)| one.course.candidate.person.as_str() != "timur"));
        assert!(away(&mut tx, &stage.context(&coordinator())).await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn attempts_and_the_retake_count_at_home_wherever_one_writes() {
    on_both(async |db| {
        let stage = set(db).await;
        let (guest, leader) = (visitor(), coordinator());
        let id = opened(&stage, 1).await;
        let base = planned(&stage);
        let by = SignedDuration::from_mins(40);
        let later = Planned { begins: base.begins + by, ends: base.ends + by, places: 1, ..base };
        let other = plan(&stage.context(&leader), &later).await.unwrap();
        take_place(&at(&stage, &guest, -5), &id).await.unwrap();
        let second = take_place(&at(&stage, &guest, -5), &other).await;
        assert!(matches!(second, Err(Failed::Refused(NotAdmitted::OtherPlace))), "{second:?}");
        give_place_back(&at(&stage, &guest, -5), &id).await.unwrap();
        written(&stage, &id, 0).await;
        let kept = give_place_back(&at(&stage, &guest, 4), &id).await;
        assert!(matches!(kept, Err(Failed::Refused(NotAdmitted::HasPaper))), "{kept:?}");
        let waits = take_place(&at(&stage, &guest, 20), &other).await;
        assert!(matches!(waits, Err(Failed::Refused(NotAdmitted::OtherPaper))), "{waits:?}");
        told(&stage, &id).await;
        let own = course(&stage).await;
        assert!(matches!(own.state, CourseState::Failed { .. }), "{own:?}");
        assert_eq!(own.attempts.theory, 1);
        let early = take_place(&at(&stage, &guest, 25), &other).await;
        assert!(matches!(early, Err(Failed::Refused(NotAdmitted::Standing(_)))), "the retake: {early:?}");
    })
    .await;
}

#[tokio::test]
async fn n08_the_sheet_of_a_sitting_names_a_guest_as_long_as_that_decides_something() {
    on_both(async |db| {
        let mut stage = set(db).await;
        let (leader, id) = (coordinator(), opened(&stage, 1).await);
        written(&stage, &id, 0).await;
        let early = sheet(&at(&stage, &leader, 20), &id, Lang::Ru).await;
        assert!(matches!(early, Err(Failed::NotFound)), "no result was told: {early:?}");
        told(&stage, &id).await;
        let read = async |stage: &Stage| {
            let context = at(stage, &leader, 23);
            let list = sheet(&context, &id, Lang::Ru).await.unwrap();
            String::from_utf8(list.table(&context, Form::Csv).unwrap().bytes).unwrap()
        };
        let now = read(&stage).await;
        assert!(now.contains("Ахметов") && now.contains("№ 7"), "{now}");
        assert!(now.contains("Теория не сдана") && now.contains("0 из 2"), "{now}");
        stage.today = date(2026, 12, 7);
        let later = read(&stage).await;
        assert!(!later.contains("Ахметов") && later.contains("другая школа"), "{later}");
        let home = timur(&[Role::Coordinator, Role::Head]);
        let refused = sheet(&at(&stage, &home, 24), &id, Lang::Ru).await;
        assert!(matches!(refused, Err(Failed::NotFound)), "{refused:?}");
        let context = at(&stage, &leader, 24);
        let pdf = sheet(&context, &id, Lang::Kk).await.unwrap().print(&context).await.unwrap();
        assert!(pdf.starts_with(b"%PDF"));
    })
    .await;
}

#[tokio::test]
async fn whoever_leaves_the_course_frees_their_place() {
    on_both(async |db| {
        let stage = set(db).await;
        let id = opened(&stage, 1).await;
        take_place(&at(&stage, &visitor(), -5), &id).await.unwrap();
        actions::courses::leave(&at(&stage, &visitor(), -4)).await.unwrap();
        let sitting = sitting(&stage, &id).await;
        let mut tx = stage.db.read().await.unwrap();
        assert_eq!(store::sittings::guests(&mut tx, &sitting).await.unwrap(), []);
        drop(tx);
        assert_eq!(logged(&stage, "exam-place-returned").await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_guest_gets_more_time_and_is_told_that_the_exam_does_not_count() {
    on_both(async |db| {
        let stage = set(db).await;
        let (leader, id) = (coordinator(), opened(&stage, 1).await);
        let stranger = extend(&at(&stage, &leader, -5), &id, &"timur".into(), 10).await;
        assert!(matches!(stranger, Err(Failed::Refused(_))), "{stranger:?}");
        take_place(&at(&stage, &visitor(), -5), &id).await.unwrap();
        extend(&at(&stage, &leader, -4), &id, &"timur".into(), 10).await.unwrap();
        begin(&at(&stage, &leader, 0), &id).await.unwrap();
        let own = open(&at(&stage, &visitor(), 1), &id, Language::Ru).await.unwrap();
        let kept = store::attempts::get(&mut stage.db.read().await.unwrap(), &own).await.unwrap().unwrap();
        assert_eq!((kept.attempt.time.extension, kept.school.as_str()), (10, "school-12"));
        assert_eq!(kept.home, school_7());
        call_off(&at(&stage, &leader, 2), &id, "Жарық жоқ").await.unwrap();
        let own = course(&stage).await;
        assert_eq!((own.state, own.attempts.theory), (CourseState::Admitted, 0));
    })
    .await;
}

#[tokio::test]
async fn n08_a_sitting_that_is_not_open_is_not_there_for_other_schools() {
    on_both(async |db| {
        let stage = set(db).await;
        let id = opened(&stage, 0).await;
        assert_eq!(stage.letters().await, ["aigul SittingPlanned", "bekzhan SittingPlanned"]);
        assert_eq!(stage.audited("sitting-opened").await, 0);
        begin(&at(&stage, &coordinator(), 0), &id).await.unwrap();
        for who in [visitor(), timur(&[Role::Coordinator, Role::Head])] {
            let context = at(&stage, &who, 1);
            let mut tx = stage.db.read().await.unwrap();
            assert!(seen(&mut tx, &context).await.unwrap().is_empty());
            drop(tx);
            let place = take_place(&context, &id).await;
            assert!(matches!(place, Err(Failed::NotFound)), "{place:?}");
            let place = give_place_back(&context, &id).await;
            assert!(matches!(place, Err(Failed::NotFound)), "{place:?}");
            let paper = open(&context, &id, Language::Ru).await;
            assert!(matches!(paper, Err(Failed::NotFound)), "{paper:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn n08_what_is_open_is_open_to_the_own_district_alone_and_stays_with_those_who_have_a_place() {
    on_both(async |db| {
        let stage = set(db).await;
        let (id, guest) = (opened(&stage, 2).await, visitor());
        let moved = async |district: &str| {
            let mut tx = stage.db.write().await.unwrap();
            let mut school = store::schools::get(&mut tx, &school_7()).await.unwrap().unwrap();
            school.district = district.into();
            store::schools::save(&mut tx, &school).await.unwrap();
            tx.commit().await.unwrap();
        };
        let mut tx = stage.db.write().await.unwrap();
        let (other, name) = ("other".into(), "Бөрлі ауданы".to_owned());
        let other = District { id: other, name_kk: name.clone(), name_ru: name };
        store::schools::add_district(&mut tx, &other).await.unwrap();
        tx.commit().await.unwrap();
        moved("other").await;
        let place = take_place(&at(&stage, &guest, -5), &id).await;
        assert!(matches!(place, Err(Failed::NotFound)), "{place:?}");
        moved("district").await;
        take_place(&at(&stage, &guest, -5), &id).await.unwrap();
        moved("other").await;
        begin(&at(&stage, &coordinator(), 0), &id).await.unwrap();
        open(&at(&stage, &guest, 1), &id, Language::Ru).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn n08_a_guest_school_leads_nothing_and_reads_no_list() {
    on_both(async |db| {
        let stage = set(db).await;
        let id = opened(&stage, 2).await;
        take_place(&at(&stage, &visitor(), -5), &id).await.unwrap();
        filled(&stage, &id).await;
        let leads = timur(&[Role::Teacher, Role::Coordinator, Role::Head]);
        let context = at(&stage, &leads, 1);
        let mut tx = stage.db.read().await.unwrap();
        let foreign = managed::<Never>(&mut tx, &context, &id).await;
        assert!(matches!(foreign, Err(Failed::NotFound)), "{foreign:?}");
        let own = away(&mut tx, &context).await.unwrap();
        assert!(own.len() == 1 && own[0].name.contains("Ахметов"), "{own:?}");
        assert!(
            away(&mut tx, &at(&stage, &visitor(), 1)).await.unwrap().is_empty(),
            "a candidate reads none"
        );
        drop(tx);
        for refused in [
            begin(&context, &id).await,
            call_off(&context, &id, "Жоқ").await,
            extend(&context, &id, &"timur".into(), 10).await,
        ] {
            assert!(matches!(refused, Err(Failed::NotFound)), "{refused:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn n22_a_guest_writes_under_the_clock_of_the_server_as_everybody_does() {
    on_both(async |db| {
        let stage = set(db).await;
        let (id, guest) = (opened(&stage, 1).await, visitor());
        take_place(&at(&stage, &guest, -5), &id).await.unwrap();
        begin(&at(&stage, &coordinator(), 0), &id).await.unwrap();
        let own = open(&at(&stage, &guest, 1), &id, Language::Ru).await.unwrap();
        let number = numbers(&stage, &own).await[0];
        save(&at(&stage, &guest, 30), &own, number, &Answer::One(0), 0).await.unwrap();
        let late = save(&at(&stage, &guest, 32), &own, number, &Answer::One(1), 1).await;
        assert!(matches!(late, Err(Failed::Refused(AnswerRefused::TimeUp { .. }))), "{late:?}");
        close(&at(&stage, &coordinator(), 32), &id).await.unwrap();
        tell(&at(&stage, &coordinator(), 33), &id).await.unwrap();
        let leads = timur(&[Role::Coordinator]);
        let mut tx = stage.db.read().await.unwrap();
        let at_home = away(&mut tx, &at(&stage, &leads, 33)).await.unwrap();
        assert!(matches!(at_home[0].state, Some(State::TimeUp { .. })), "{at_home:?}");
        assert_eq!(at_home[0].came_to.unwrap().points, Points::ONE, "what was saved stands");
    })
    .await;
}

/// Серік marked Тимур's text with nothing, Тимур has appealed; gives the sitting, the paper and the appeal.
async fn appealed(stage: &Stage) -> (ExamId, AttemptId, domain::AppealId) {
    keep(stage, vec![single("Кто подписывает приказ?"), question("Опишите встречу", Kind::Essay)]).await;
    at_home(stage, CourseState::Admitted).await;
    let (leader, guest, head) = (coordinator(), visitor(), actor("serik", &[Role::Head]));
    let id = opened(stage, 1).await;
    take_place(&at(stage, &guest, -5), &id).await.unwrap();
    begin(&at(stage, &leader, 0), &id).await.unwrap();
    let own = open(&at(stage, &guest, 1), &id, Language::Ru).await.unwrap();
    let text = Answer::Written("Сначала слушаю.".into());
    save(&at(stage, &guest, 2), &own, 2, &text, 0).await.unwrap();
    hand_in(&at(stage, &guest, 3), &own).await.unwrap();
    close(&at(stage, &leader, 21), &id).await.unwrap();
    name_marker(&at(stage, &leader, 21), &id, &"serik".into()).await.unwrap();
    let mut tx = stage.db.read().await.unwrap();
    let all = scripts::<Never>(&mut tx, &at(stage, &head, 22), &id).await.unwrap();
    drop(tx);
    mark(&at(stage, &head, 22), &id, &all[0].paper, 2, Points::default()).await.unwrap();
    tell(&at(stage, &leader, 23), &id).await.unwrap();
    let filing = Filing { ground: Ground::Marking, words: GROUNDS.into() };
    let appeal = file(&at(stage, &guest, 24), &About::Theory(own.clone()), &filing).await.unwrap();
    (id, own, appeal)
}

#[tokio::test]
async fn n23_a_guests_appeal_is_decided_in_the_house_by_nobody_who_marked() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let (_, _, appeal) = appealed(&stage).await;
        assert_eq!(logged(&stage, "appeal-filed").await, 1, "one's own deeds are in one's own log");
        assert_eq!(stage.audited("appeal-filed").await, 0);
        for stranger in [actor("serik", &[Role::Head]), timur(&[Role::Coordinator, Role::Head])] {
            let context = at(&stage, &stranger, 25);
            let mut tx = stage.db.read().await.unwrap();
            assert!(matches!(case(&mut tx, &context, &appeal).await, Err(Failed::NotFound)));
            drop(tx);
            let decided = decide(&context, &appeal, None, "Жоқ").await;
            assert!(matches!(decided, Err(Failed::NotFound)), "{decided:?}");
        }
        let leader = coordinator();
        let mut tx = stage.db.read().await.unwrap();
        let shown = case(&mut tx, &at(&stage, &leader, 25), &appeal).await.unwrap();
        assert_eq!((shown.appeal.words.as_str(), shown.appeal.home), (GROUNDS, school_7()));
    })
    .await;
}

#[tokio::test]
async fn n08_home_reads_that_an_appeal_runs_and_how_it_ended_and_the_house_forgets_the_name() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let (id, _, appeal) = appealed(&stage).await;
        let (leader, leads) = (coordinator(), timur(&[Role::Coordinator, Role::Head]));
        let at_home = async |stage: &Stage| {
            let mut tx = stage.db.read().await.unwrap();
            let rows = away(&mut tx, &at(stage, &leads, 26)).await.unwrap();
            let said = format!("{rows:?}");
            assert!(!said.contains(GROUNDS) && !said.contains(REASON), "{said}");
            rows[0].appeal.clone()
        };
        let called = async |stage: &Stage| {
            let sitting = sitting(stage, &id).await;
            let mut tx = stage.db.read().await.unwrap();
            let context = at(stage, &leader, 26);
            let papers = Paper::all(&mut tx, &sitting, context.now).await.unwrap();
            let visitors = visitors(&mut tx, &context, &sitting, &papers).await.unwrap();
            visitors.into_values().next().unwrap().called.map(|(name, school)| (name, school.id))
        };
        assert_eq!(at_home(&stage).await.as_deref(), Some("filed"));
        let (name, home) = called(&stage).await.unwrap();
        assert!(name.contains("Ахметов") && home == school_7(), "{name}");
        decide(&at(&stage, &leader, 25), &appeal, None, REASON).await.unwrap();
        assert_eq!(at_home(&stage).await.as_deref(), Some("dismissed"));
        for school in [school_7(), "school-12".into()] {
            let mut tx = stage.db.read().await.unwrap();
            let lines = store::audit::of_school(&mut tx, &school, i64::MAX, 10_000).await.unwrap();
            let said = format!("{lines:?}");
            assert!(!said.contains(GROUNDS) && !said.contains(REASON), "{said}");
        }
        stage.today = date(2026, 10, 20);
        assert_eq!(called(&stage).await, None, "the last day for an appeal is over");
        let mut tx = stage.db.read().await.unwrap();
        let over = store::appeals::get(&mut tx, &appeal).await.unwrap().unwrap();
        assert_eq!(actions::appeals::guest(&mut tx, &over).await.unwrap(), None);
    })
    .await;
}
