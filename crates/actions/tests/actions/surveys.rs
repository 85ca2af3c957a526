//! The survey of both sides: apart from names, read in groups alone, and the one sign that is left of small ones.

use crate::letters::delivered;
use crate::plans::{assigned, coordinator, head};
use crate::stage::{Stage, actor, mentor, newcomer};
use actions::Failed;
use actions::rosters::exporting::Form;
use actions::surveys::{
    SideResult, Told, answer, close, end_passed, list, open, remind, results, skip, talked, talks,
};
use domain::newcomers::Newcomer;
use domain::people::{Actor, Role};
use domain::programmes::Programme;
use domain::sides::Side;
use domain::surveys::{Again, AnswerRefused, Answers, Item, Mark, OpenRefused, Survey, Wave};
use domain::{Day, SurveyId};
use i18n::Lang;
use jiff::civil::date;
use store::testing::{contents, ids, on_both, person};

const UNTIL: Day = date(2026, 11, 17);
/// Five who came to school 12 later; with Дана and Зере they are seven newcomers.
pub(crate) const MORE: [&str; 5] = ["asel", "berik", "gaukhar", "daniyar", "eldos"];

async fn programme(stage: &Stage) -> Programme {
    let mut tx = stage.db.read().await.unwrap();
    store::programmes::get(&mut tx, &"school-12".into(), &"programme".into()).await.unwrap().unwrap()
}

async fn survey(stage: &Stage, id: &SurveyId) -> Survey {
    store::surveys::get(&mut stage.db.read().await.unwrap(), id).await.unwrap().unwrap()
}

async fn opened(stage: &Stage) -> SurveyId {
    open(&stage.context(&coordinator()), UNTIL).await.unwrap()
}

fn marked(item: Item, number: u8) -> Answers {
    Answers { marks: [(item, Mark::new(number).unwrap())].into(), ..Answers::default() }
}

async fn says(stage: &Stage, who: &Actor, answers: &Answers) {
    answer(&stage.context(who), &programme(stage).await, answers, false).await.unwrap();
}

pub(crate) async fn enrol_more(stage: &Stage) {
    let mut tx = stage.db.write().await.unwrap();
    for id in MORE {
        store::people::add(&mut tx, &person(id, Some("school-12"), "Жаңабаева", id), None).await.unwrap();
        let newcomer = Newcomer {
            id: id.into(),
            school: "school-12".into(),
            programme: "programme".into(),
            person: id.into(),
            hired_on: date(2026, 8, 25),
            version: 0,
        };
        store::newcomers::add(&mut tx, &newcomer).await.unwrap();
    }
    tx.commit().await.unwrap();
}

/// With whom somebody is asked to talk.
async fn signs(stage: &Stage, who: &Actor) -> Vec<String> {
    let programme = programme(stage).await;
    let mut tx = stage.db.read().await.unwrap();
    let all = talks(&mut tx, &stage.context(who), &programme).await.unwrap();
    all.into_iter().map(|(_, person)| person.to_string()).collect()
}

/// What the coordinator reads of a side in the last closed wave.
async fn read(stage: &Stage, side: Side) -> Option<SideResult> {
    let programme = programme(stage).await;
    let mut tx = stage.db.read().await.unwrap();
    let all = results(&mut tx, &stage.context(&coordinator()), &programme).await.unwrap();
    let last = all.unwrap().pop()?;
    last.sides.into_iter().find(|(of, _)| *of == side).map(|(_, result)| result)
}

#[tokio::test]
async fn the_coordinator_opens_a_wave_once_and_everybody_asked_gets_one_letter() {
    on_both(async |db| {
        let (stage, _) = assigned(db).await;
        stage.letters().await;
        for who in [newcomer("dana"), mentor("aigul"), head()] {
            let refused = open(&stage.context(&who), UNTIL).await;
            assert!(matches!(refused, Err(Failed::Forbidden)), "{refused:?}");
        }
        let id = opened(&stage).await;
        assert_eq!(opened(&stage).await, id, "the form came twice");
        let again = open(&stage.context(&coordinator()), date(2026, 11, 20)).await;
        assert!(matches!(again, Err(Failed::Refused(OpenRefused::Taken))), "{again:?}");
        let told = stage.letters().await;
        assert_eq!(
            told,
            ["aigul SurveyOpened", "dana SurveyOpened", "zere SurveyOpened"],
            "Бекжан has no pair"
        );
        assert_eq!(stage.audited("survey-opened").await, 1);
    })
    .await;
}

#[tokio::test]
async fn whoever_has_answered_or_skipped_gets_no_reminder_and_no_promise_tells_them_apart() {
    on_both(async |db| {
        let (mut stage, _) = assigned(db).await;
        opened(&stage).await;
        delivered(&stage).await;
        let schedule = actor("schedule", &[]);
        assert_eq!(remind(&stage.context(&schedule)).await.unwrap(), 0, "not yet");
        says(&stage, &newcomer("dana"), &marked(Item::Team, 4)).await;
        skip(&stage.context(&mentor("aigul")), &programme(&stage).await).await.unwrap();
        stage.today = date(2026, 11, 14);
        for _ in 0..2 {
            assert_eq!(remind(&stage.context(&schedule)).await.unwrap(), 3, "promised to all alike");
        }
        let letters = delivered(&stage).await;
        let to: Vec<&str> = letters.iter().map(|letter| letter.person.as_str()).collect();
        assert_eq!(to, ["zere"]);
        for what in ["survey-answered", "survey-skipped"] {
            assert_eq!(stage.audited(what).await, 0);
        }
        let log = contents(&stage.db).await["audit"].concat();
        assert!(!log.contains("team"), "the log tells nothing of answers");
    })
    .await;
}

#[tokio::test]
async fn answers_are_changed_until_the_wave_closes_and_nobody_reads_them_before() {
    on_both(async |db| {
        let (mut stage, _) = assigned(db).await;
        let (dana, programme) = (newcomer("dana"), programme(&stage).await);
        let early = answer(&stage.context(&dana), &programme, &marked(Item::Team, 1), false).await;
        assert!(matches!(early, Err(Failed::Refused(AnswerRefused::NotOpen))), "{early:?}");
        let id = opened(&stage).await;
        says(&stage, &dana, &marked(Item::Team, 1)).await;
        says(&stage, &dana, &marked(Item::Team, 5)).await;
        let nothing = answer(&stage.context(&dana), &programme, &Answers::default(), false).await;
        assert!(matches!(nothing, Err(Failed::Refused(AnswerRefused::Nothing))), "{nothing:?}");
        let open = survey(&stage, &id).await;
        let mut tx = stage.db.read().await.unwrap();
        let kept = store::surveys::answers(&mut tx, &open).await.unwrap();
        let kept: Vec<_> = kept.into_values().collect();
        assert_eq!(kept, [(Side::Newcomer, marked(Item::Team, 5))]);
        drop(tx);
        assert_eq!(read(&stage, Side::Newcomer).await, None, "it is open");
        let other =
            answer(&stage.context(&mentor("bekzhan")), &programme, &marked(Item::Time, 1), false).await;
        assert!(matches!(other, Err(Failed::NotFound)), "nothing is asked of him: {other:?}");
        stage.today = date(2026, 11, 18);
        let late = answer(&stage.context(&dana), &programme, &marked(Item::Team, 1), false).await;
        assert!(matches!(late, Err(Failed::Refused(AnswerRefused::NotOpen))), "{late:?}");
        assert_eq!(end_passed(&stage.context(&actor("schedule", &[]))).await.unwrap(), 1);
        assert_eq!(end_passed(&stage.context(&actor("schedule", &[]))).await.unwrap(), 0);
        assert_eq!((stage.audited("survey-over").await, stage.audited("survey-closed").await), (1, 0));
    })
    .await;
}

#[tokio::test]
async fn closing_forgets_who_answered_what_and_who_answered_at_all() {
    on_both(async |db| {
        let (stage, _) = assigned(db).await;
        let id = opened(&stage).await;
        says(&stage, &newcomer("dana"), &marked(Item::Team, 2)).await;
        says(&stage, &mentor("aigul"), &marked(Item::Learns, 3)).await;
        close(&stage.context(&coordinator()), &id).await.unwrap();
        let again = close(&stage.context(&coordinator()), &id).await;
        assert!(matches!(again, Err(Failed::Refused(_))), "{again:?}");
        let tables = contents(&stage.db).await;
        assert!(tables["survey_marks"].is_empty() && tables["survey_talks"].is_empty());
        let answers = tables["survey_answers"].concat();
        assert_eq!(tables["survey_answers"].len(), 2);
        for told in ["dana", "aigul"] {
            assert!(!answers.contains(told), "{answers}");
        }
        assert!(answers.contains("000001") && answers.contains("000002"), "{answers}");
    })
    .await;
}

#[tokio::test]
async fn of_a_small_group_the_coordinator_learns_only_with_whom_to_talk() {
    on_both(async |db| {
        let (stage, _) = assigned(db).await;
        let id = opened(&stage).await;
        says(&stage, &newcomer("dana"), &marked(Item::Stay, 1)).await;
        says(&stage, &newcomer("zere"), &marked(Item::Team, 1)).await;
        says(&stage, &mentor("aigul"), &marked(Item::Time, 2)).await;
        assert_eq!(signs(&stage, &coordinator()).await, [""; 0], "nothing before it closes");
        close(&stage.context(&coordinator()), &id).await.unwrap();
        assert_eq!(read(&stage, Side::Newcomer).await, Some(SideResult::Hidden));
        assert_eq!(read(&stage, Side::Mentor).await, Some(SideResult::Hidden));
        assert_eq!(signs(&stage, &coordinator()).await, ["aigul", "dana"]);
        let partner = actor("aigul", &[Role::Teacher, Role::Mentor, Role::Coordinator]);
        assert_eq!(
            signs(&stage, &partner).await,
            [""; 0],
            "neither the own one nor the other one of the pair"
        );
        for nobody in [head(), newcomer("dana"), mentor("bekzhan")] {
            assert_eq!(signs(&stage, &nobody).await, [""; 0]);
        }
        let hers = talked(&stage.context(&partner), &id, &"dana".into()).await;
        assert!(matches!(hers, Err(Failed::NotFound)), "{hers:?}");
        talked(&stage.context(&coordinator()), &id, &"dana".into()).await.unwrap();
        assert_eq!(signs(&stage, &coordinator()).await, ["aigul"]);
    })
    .await;
}

#[tokio::test]
async fn a_wish_for_a_talk_reaches_the_coordinator_at_once_and_is_taken_back() {
    on_both(async |db| {
        let (stage, _) = assigned(db).await;
        opened(&stage).await;
        let (dana, programme) = (newcomer("dana"), programme(&stage).await);
        answer(&stage.context(&dana), &programme, &Answers::default(), true).await.unwrap();
        assert_eq!(signs(&stage, &coordinator()).await, ["dana"]);
        skip(&stage.context(&dana), &programme).await.unwrap();
        assert_eq!(signs(&stage, &coordinator()).await, [""; 0]);
    })
    .await;
}

/// Seven newcomers answer with these marks of one line.
async fn wave(stage: &Stage, numbers: [u8; 7], until: Day) {
    let id = open(&stage.context(&coordinator()), until).await.unwrap();
    for (who, number) in ["dana", "zere"].into_iter().chain(MORE).zip(numbers) {
        says(stage, &newcomer(who), &marked(Item::Team, number)).await;
    }
    close(&stage.context(&coordinator()), &id).await.unwrap();
}

#[tokio::test]
async fn of_a_large_group_figures_are_read_and_how_they_have_changed() {
    on_both(async |db| {
        let (mut stage, _) = assigned(db).await;
        enrol_more(&stage).await;
        wave(&stage, [2, 2, 3, 3, 3, 4, 5], UNTIL).await;
        stage.today = date(2027, 1, 12);
        wave(&stage, [4, 4, 4, 4, 5, 5, 1], date(2027, 1, 20)).await;
        let Some(SideResult::Shown { n, lines, again, .. }) = read(&stage, Side::Newcomer).await else {
            panic!("seven are enough")
        };
        assert_eq!((n, again.is_some()), (7, true));
        let team = lines.iter().find(|(item, ..)| *item == Item::Team).unwrap();
        let Told::Shown(now) = team.1 else { panic!("{team:?}") };
        let before = team.2.unwrap();
        assert_eq!((now.twice_median, now.low, now.high), (8, 1, 5));
        assert_eq!((before.wave, before.summary.twice_median), (Wave::October, 6));
        let ask = lines.iter().find(|(item, ..)| *item == Item::Ask).unwrap();
        assert_eq!((ask.1, ask.2), (Told::Hidden, None), "nobody marked this line");
        assert_eq!(read(&stage, Side::Mentor).await, Some(SideResult::Hidden));
        let no = Answers { again: Some(Again::No), ..Answers::default() };
        assert!(no.calls_for_a_talk());
        assert_eq!(signs(&stage, &coordinator()).await, [""; 0], "a large group tells of nobody");
        let programme = programme(&stage).await;
        let mut tx = stage.db.read().await.unwrap();
        for nobody in [newcomer("dana"), mentor("aigul")] {
            assert_eq!(results(&mut tx, &stage.context(&nobody), &programme).await.unwrap(), None);
        }
    })
    .await;
}

#[tokio::test]
async fn paper_and_table_tell_of_groups_alone_and_say_where_a_figure_is_not_shown() {
    on_both(async |db| {
        let (stage, _) = assigned(db).await;
        enrol_more(&stage).await;
        wave(&stage, [2, 2, 3, 3, 3, 4, 5], UNTIL).await;
        let programme = programme(&stage).await;
        let [wave] = ids(&stage.db, "surveys").await.try_into().unwrap();
        let wave = SurveyId::from(wave);
        let csv = async |who: &Actor| {
            let context = stage.context(who);
            let list = list(&context, &programme, &wave, Lang::Ru).await?;
            list.table(&context, Form::Csv).map(|file| String::from_utf8(file.bytes).unwrap())
        };
        for leader in [coordinator(), head()] {
            let read = csv(&leader).await.unwrap();
            for told in ["Ответили: 7", "Ответивших меньше 5", "меньше 5 ответов", "не показано"]
            {
                assert!(read.contains(told), "{told}: {read}");
            }
            assert!(!read.contains("Жаңабаева") && !read.contains("Сәтбаева"), "{read}");
            let context = stage.context(&leader);
            for lang in [Lang::Kk, Lang::Ru] {
                let list = list(&context, &programme, &wave, lang).await.unwrap();
                assert!(list.print(&context).await.unwrap().starts_with(b"%PDF"));
            }
        }
        for other in [newcomer("dana"), mentor("aigul"), actor("olga", &[Role::Teacher])] {
            assert!(matches!(csv(&other).await, Err(Failed::NotFound)));
        }
    })
    .await;
}
