//! Observed lessons on both databases: who begins what, when a sheet stands, what comes to whom, and what ends with a
//! leaving.

use crate::letters::{delivered, told};
use crate::plans::{assigned, coordinator, head};
use crate::reports::press;
use crate::stage::{Stage, actor, mentor, newcomer};
use actions::Failed;
use actions::formsets::add;
use actions::observations::{
    Answer, Keeping, Opened, Proposal, amend, annul, answer, finish, keep, opened, print, propose, read,
    share, take_step,
};
use actions::plans::{Turn, make, turn};
use actions::reports::{New, Typesetter, put_in_force};
use domain::formsets::{Asked, Kind as Form, Label, Question, Unfit};
use domain::meetings::{Refused as TimeRefused, Span};
use domain::observations::{Audience, Content, Criterion, Kind, Mark, Refused, Shares, SheetRefused, State};
use domain::people::{Actor, Role};
use domain::plans::{Done, Step};
use domain::{Day, ObservationId};
use i18n::Lang;
use jiff::civil::{date, time};
use store::Db;
use store::testing::on_both;

const LESSON: Span = Span { day: date(2026, 11, 5), at: time(10, 0, 0, 0), minutes: 45 };

fn dana() -> Actor {
    newcomer("dana")
}

fn aigul() -> Actor {
    mentor("aigul")
}

fn watched(teacher: &str, observer: &str) -> Proposal {
    Proposal { observed: teacher.into(), observer: observer.into(), controls: false, span: LESSON }
}

fn sheet(saw: &str, seen: i64) -> Keeping {
    let marks = [(Criterion::Goals, Mark::ALL[3]), (Criterion::Climate, Mark::ALL[1])].into();
    let content =
        Content { marks, saw: Some(saw.into()), step: Some("Таймер".into()), ..Content::default() };
    Keeping { content, seen }
}

/// Айгүл watches a lesson of Дана on Thursday, 5 November; it is Tuesday.
async fn agreed(db: Db) -> (Stage, ObservationId) {
    let (stage, _) = assigned(db).await;
    let id = propose(&stage.context(&aigul()), &watched("dana", "aigul")).await.unwrap();
    answer(&stage.context(&dana()), &id, Answer::Accept).await.unwrap();
    (stage, id)
}

/// The same with a finished sheet, on the day of the lesson.
async fn finished(db: Db) -> (Stage, ObservationId) {
    let (mut stage, id) = agreed(db).await;
    stage.today = LESSON.day;
    finish(&stage.context(&aigul()), &id, &sheet("Тыныш басталды", 0)).await.unwrap();
    (stage, id)
}

async fn open(stage: &Stage, who: &Actor, id: &ObservationId) -> Option<Opened> {
    let mut tx = stage.db.read().await.unwrap();
    opened(&mut tx, &stage.context(who), id).await.unwrap()
}

async fn kind_of(stage: &Stage, id: &ObservationId) -> Kind {
    store::observations::get(&mut stage.db.read().await.unwrap(), id).await.unwrap().unwrap().kind
}

#[tokio::test]
async fn a_finished_sheet_ticks_the_step_of_the_plan_that_the_lesson_is_and_nobody_enters_it_again() {
    on_both(async |db| {
        let (mut stage, pair) = assigned(db).await;
        let plan = make(&stage.context(&aigul()), &pair).await.unwrap();
        let id = propose(&stage.context(&aigul()), &watched("dana", "aigul")).await.unwrap();
        answer(&stage.context(&dana()), &id, Answer::Accept).await.unwrap();
        stage.today = LESSON.day;
        finish(&stage.context(&aigul()), &id, &sheet("Тыныш басталды", 0)).await.unwrap();
        let ticked = async || {
            let mut tx = stage.db.read().await.unwrap();
            let plan = store::plans::get(&mut tx, &plan).await.unwrap().unwrap();
            let items = store::plans::items(&mut tx, &plan).await.unwrap();
            items.into_iter().filter(|item| item.done.is_some()).collect::<Vec<_>>()
        };
        let [step] = ticked().await.try_into().unwrap();
        assert_eq!(step.step, Some(Step::VisitNewcomer));
        assert_eq!(step.done, Some(Done { on: LESSON.day, by: "aigul".into() }));
        assert_eq!(stage.audited("plan-item-done").await, 1);
        turn(&stage.context(&dana()), &step.id, Turn::Reopen).await.unwrap();
        amend(&stage.context(&aigul()), &id).await.unwrap();
        finish(&stage.context(&aigul()), &id, &sheet("Екінші", 0)).await.unwrap();
        assert!(ticked().await.is_empty(), "what the two took back stays so");
    })
    .await;
}

#[tokio::test]
async fn what_it_is_for_follows_from_who_comes_to_whom() {
    on_both(async |db| {
        let (stage, _) = assigned(db).await;
        let at = |hour| Span { at: time(hour, 0, 0, 0), ..LESSON };
        for (who, proposal, kind) in [
            (aigul(), watched("dana", "aigul"), Kind::ByMentor),
            (mentor("bekzhan"), Proposal { span: at(11), ..watched("dana", "bekzhan") }, Kind::ByOutsider),
            (dana(), Proposal { span: at(12), ..watched("aigul", "dana") }, Kind::ByNewcomer),
            (
                coordinator(),
                Proposal { span: at(13), controls: true, ..watched("dana", "gulnafisa") },
                Kind::Control,
            ),
        ] {
            let id = propose(&stage.context(&who), &proposal).await.unwrap();
            assert_eq!(kind_of(&stage, &id).await, kind);
        }
        let own = propose(&stage.context(&dana()), &watched("dana", "dana")).await;
        assert!(matches!(own, Err(Failed::Refused(Refused::Yourself))), "{own:?}");
        let two = propose(&stage.context(&aigul()), &watched("bekzhan", "aigul")).await;
        assert!(matches!(two, Err(Failed::Refused(Refused::NoNewcomer))), "{two:?}");
        let others = propose(&stage.context(&mentor("bekzhan")), &watched("dana", "aigul")).await;
        assert!(matches!(others, Err(Failed::NotFound)), "nobody sends others: {others:?}");
        let mentoring = actor("aigul", &[Role::Mentor, Role::Coordinator]);
        let controls = Proposal { controls: true, ..watched("dana", "aigul") };
        let refused = propose(&stage.context(&mentoring), &controls).await;
        assert!(matches!(refused, Err(Failed::Refused(Refused::MentorControls))), "{refused:?}");
    })
    .await;
}

#[tokio::test]
async fn n11_a_draft_comes_to_its_observer_alone_and_leaves_no_line() {
    on_both(async |db| {
        let (mut stage, id) = agreed(db).await;
        let early = keep(&stage.context(&aigul()), &id, &sheet("Ерте", 0)).await;
        assert!(matches!(early, Err(Failed::Refused(Refused::TooEarly))), "{early:?}");
        stage.today = LESSON.day;
        keep(&stage.context(&aigul()), &id, &sheet("Жартысы", 0)).await.unwrap();
        keep(&stage.context(&aigul()), &id, &sheet("Жартысы", 0)).await.unwrap();
        let unseen = keep(&stage.context(&aigul()), &id, &sheet("Басқа", 0)).await;
        assert!(matches!(unseen, Err(Failed::Changed)), "{unseen:?}");
        assert!(open(&stage, &aigul(), &id).await.unwrap().draft.is_some());
        let hers = open(&stage, &dana(), &id).await.unwrap();
        assert!(hers.draft.is_none() && hers.finished.is_empty());
        for who in [coordinator(), head(), mentor("bekzhan")] {
            assert!(open(&stage, &who, &id).await.is_none(), "{who:?}");
        }
        assert_eq!(stage.audited("observation-finished").await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_finished_sheet_stands_and_a_new_version_is_read_anew() {
    on_both(async |db| {
        let (stage, id) = finished(db).await;
        finish(&stage.context(&aigul()), &id, &sheet("Тыныш басталды", 0)).await.unwrap();
        assert_eq!(stage.audited("observation-finished").await, 1, "sent twice, it is finished once");
        let changed = keep(&stage.context(&aigul()), &id, &sheet("Өзгерді", 1)).await;
        assert!(matches!(changed, Err(Failed::Refused(Refused::NotOpen))), "{changed:?}");
        read(&stage.context(&dana()), &id, 1, Some(" Рақмет ")).await.unwrap();
        let first = open(&stage, &dana(), &id).await.unwrap().finished.remove(0);
        assert_eq!(first.read.as_ref().and_then(|read| read.words.as_deref()), Some("Рақмет"));
        let (_, [teacher, observer]) = first.finished.as_ref().unwrap();
        assert!(teacher.name.contains("Дана") && observer.name.contains("Айгүл"), "names of the day");
        amend(&stage.context(&aigul()), &id).await.unwrap();
        finish(&stage.context(&aigul()), &id, &sheet("Екінші", 0)).await.unwrap();
        let now = open(&stage, &dana(), &id).await.unwrap();
        assert_eq!((now.finished.len(), &now.finished[0]), (2, &first), "the first one is as it was");
        assert_eq!(now.last().unwrap().read, None);
        let unseen = read(&stage.context(&dana()), &id, 1, None).await;
        assert!(matches!(unseen, Err(Failed::Changed)), "{unseen:?}");
        annul(&stage.context(&aigul()), &id, "Қате сабақ").await.unwrap();
        annul(&stage.context(&aigul()), &id, "Қате сабақ").await.unwrap();
        assert_eq!(stage.audited("observation-voided").await, 1);
        let void = open(&stage, &dana(), &id).await.unwrap().observation.state;
        assert_eq!(void, State::Void { reason: "Қате сабақ".into() });
    })
    .await;
}

#[tokio::test]
async fn sharing_opens_the_last_version_to_those_who_are_named_and_closes_at_once() {
    on_both(async |db| {
        let (stage, id) = finished(db).await;
        amend(&stage.context(&aigul()), &id).await.unwrap();
        finish(&stage.context(&aigul()), &id, &sheet("Екінші", 0)).await.unwrap();
        let named = Shares::of(&[Audience::Coordinator]);
        share(&stage.context(&dana()), &id, named).await.unwrap();
        let hers = open(&stage, &coordinator(), &id).await.unwrap();
        assert_eq!((hers.party, hers.finished.len()), (None, 1), "the version that holds, alone");
        assert!(open(&stage, &head(), &id).await.is_none());
        let step = take_step(&stage.context(&coordinator()), &id).await;
        assert!(matches!(step, Err(Failed::NotFound)), "{step:?}");
        let refused = share(&stage.context(&coordinator()), &id, Shares::NONE).await;
        assert!(matches!(refused, Err(Failed::NotFound)), "{refused:?}");
        share(&stage.context(&dana()), &id, Shares::NONE).await.unwrap();
        share(&stage.context(&dana()), &id, Shares::NONE).await.unwrap();
        assert!(open(&stage, &coordinator(), &id).await.is_none());
        assert_eq!(stage.audited("observation-shared").await, 2);
    })
    .await;
}

#[tokio::test]
async fn letters_tell_that_there_is_something_and_go_to_the_other_one() {
    on_both(async |db| {
        let (mut stage, _) = assigned(db).await;
        delivered(&stage).await;
        let id = propose(&stage.context(&aigul()), &watched("dana", "aigul")).await.unwrap();
        let people = async |stage: &Stage| -> Vec<String> {
            told(stage).await.into_iter().map(|(person, _)| person).collect()
        };
        assert_eq!(people(&stage).await, ["dana"]);
        answer(&stage.context(&dana()), &id, Answer::Accept).await.unwrap();
        answer(&stage.context(&dana()), &id, Answer::Accept).await.unwrap();
        assert_eq!(people(&stage).await, ["aigul"], "agreed once");
        stage.today = LESSON.day;
        finish(&stage.context(&aigul()), &id, &sheet("Құпия сөз", 0)).await.unwrap();
        let letters = delivered(&stage).await;
        assert_eq!(letters.len(), 1);
        assert!(!format!("{letters:?}").contains("Құпия сөз"));
    })
    .await;
}

#[tokio::test]
async fn n17_what_is_to_come_of_somebody_who_leaves_is_taken_back() {
    on_both(async |db| {
        let (stage, id) = agreed(db).await;
        delivered(&stage).await;
        let day: Day = stage.today;
        actions::people::leave(&stage.context(&coordinator()), &"aigul".into(), day).await.unwrap();
        let hers = open(&stage, &dana(), &id).await.unwrap();
        assert_eq!(hers.observation.state, State::Withdrawn);
        let people: Vec<String> = told(&stage).await.into_iter().map(|(person, _)| person).collect();
        assert!(people.iter().all(|person| person == "dana") && people.len() >= 2, "{people:?}");
    })
    .await;
}

#[tokio::test]
async fn the_calendar_of_both_holds_an_agreed_lesson_under_a_neutral_title() {
    on_both(async |db| {
        let (stage, id) = agreed(db).await;
        for who in [dana(), aigul()] {
            let secret = actions::feeds::make(&stage.context(&who)).await.unwrap();
            let mut tx = stage.db.read().await.unwrap();
            let calendar = actions::feeds::read(&mut tx, &secret, "https://a.example", stage.now()).await;
            let calendar = calendar.unwrap().unwrap().replace("\r\n ", "");
            assert!(calendar.contains(&format!("observation-{id}")), "{calendar}");
            assert!(
                !calendar.contains("Айгүл") && !calendar.contains("бақыл") && !calendar.contains("аблюд")
            );
        }
    })
    .await;
}

#[tokio::test]
async fn a_mentor_proposes_no_lesson_in_a_pause_or_after_the_last_day_of_the_pair() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        let at = |day| Proposal { span: Span { day, ..LESSON }, ..watched("dana", "aigul") };
        let (who, later) = (aigul(), date(2026, 11, 19));
        let context = stage.context(&who);
        actions::endings::pause(&context, &pair, LESSON.day, date(2026, 11, 9)).await.unwrap();
        let paused = propose(&context, &at(LESSON.day)).await;
        assert!(matches!(paused, Err(Failed::Refused(Refused::Time(TimeRefused::DayOff)))), "{paused:?}");
        let last = date(2026, 11, 18);
        let reason = domain::endings::Reason::Planned;
        actions::endings::plan(&stage.context(&coordinator()), &pair, last, reason).await.unwrap();
        let after = propose(&context, &at(later)).await;
        let why = TimeRefused::TooLate { work_until: last };
        assert!(matches!(&after, Err(Failed::Refused(Refused::Time(one))) if *one == why), "{after:?}");
        let outsider = Proposal { span: Span { day: later, ..LESSON }, ..watched("dana", "bekzhan") };
        propose(&stage.context(&mentor("bekzhan")), &outsider).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_sheet_has_the_body_and_the_questions_with_which_it_was_begun() {
    on_both(async |db| {
        let (mut stage, id) = agreed(db).await;
        let roles = vec![Role::DistrictOfficer];
        let saule = Actor { person: "saule".into(), school: None, district: Some("district".into()), roles };
        let typesetter = Typesetter::unbounded();
        let body = |words: &str| format!("#import \"sheet-parts.typ\": *\n{words}\n#notes()");
        let new = |words: &str| New { chain: Vec::new(), body: body(words), from: date(2026, 11, 5) };
        stage.today = LESSON.day;
        let context = stage.context(&saule);
        put_in_force(&context, Form::Observation, &new("Аудан үлгісі"), press(&typesetter)).await.unwrap();
        let label = |text: &str| Label { kk: text.into(), ru: text.into(), en: text.into() };
        let options = vec![label("Жеке"), label("Жұппен")];
        let asked =
            Question { label: label("Қалай жұмыс істеді"), asked: Asked::Choice, options };
        add(&context, Form::Observation, &asked).await.unwrap();
        let mut keeping = sheet("Тыныш басталды", 0);
        keeping.content.answers = [("district-1".to_owned(), "3".to_owned())].into();
        let wrong = finish(&stage.context(&aigul()), &id, &keeping).await;
        let unfit = Refused::Sheet(SheetRefused::Unfit(Unfit::NoChoice));
        assert!(matches!(&wrong, Err(Failed::Refused(why)) if *why == unfit), "{wrong:?}");
        keeping.content.answers = [("district-1".to_owned(), "2".to_owned())].into();
        finish(&stage.context(&aigul()), &id, &keeping).await.unwrap();
        put_in_force(&context, Form::Observation, &new("Кейінгі үлгі"), press(&typesetter)).await.unwrap();
        let printed = print(&stage.context(&dana()), &id, Lang::Kk, press(&typesetter)).await.unwrap();
        let text = pdf_extract::extract_text_from_mem(&printed).unwrap();
        let text: String = text.split_whitespace().collect();
        for words in ["Ауданүлгісі", "Қалайжұмысістеді", "Жұппен", "1.1.0-1"]
        {
            assert!(text.contains(words), "{words}: {text}");
        }
        assert!(!text.contains("Кейінгі"), "what came in force since is not its own");
    })
    .await;
}
