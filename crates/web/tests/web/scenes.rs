//! Mentoring in action on its pages: planned, watched on phones without JavaScript, read together.

use crate::app::TestApp;
use actions::scenes::{Planned, Step, Written};
use axum::http::StatusCode;
use domain::scenes::{CRITERIA, Played, Record, Recording, SITUATIONS, Sheet, Timing};
use domain::{Day, PersonId, SceneId};
use jiff::civil::{date, time};
use std::collections::BTreeSet;
use store::testing::on_both;

const TODAY: Day = date(2026, 11, 3);

/// What Бекжан writes on his sheet.
const WORDS: &str = "Бөдене 5120: үнсіз күтті";

fn planned(situation: usize, day: Day) -> Planned {
    Planned {
        team: "Жаратылыстану".to_owned(),
        day,
        from: time(15, 0, 0, 0),
        place: "Кабинет 12".to_owned(),
        played: Played::Starter(SITUATIONS[situation].to_owned()),
        timing: Timing::USUAL,
        open_for: None,
        chair: "gulnafisa".into(),
        secretary: "serik".into(),
        mentor: "aigul".into(),
        newcomer: "dana".into(),
        observers: ["bekzhan", "gulnafisa", "serik"].map(PersonId::from).into(),
    }
}

/// A meeting of today that has begun and in which Бекжан's sheet is in.
async fn begun(app: &TestApp, situation: usize) -> SceneId {
    let (gulnafisa, bekzhan) = (app.actor("gulnafisa").await, app.actor("bekzhan").await);
    let id = actions::scenes::plan(&app.context(&gulnafisa), &planned(situation, TODAY)).await.unwrap();
    actions::scenes::step(&app.context(&gulnafisa), &id, Step::Begin).await.unwrap();
    let sheet = Sheet { marks: vec![2; CRITERIA.len()], helped: WORDS.to_owned() };
    actions::scenes::observe(&app.context(&bekzhan), &id, &sheet).await.unwrap();
    id
}

/// A situation of the school; one meeting was held with a decision that is open and a recording, one is planned, one is being held, with a
/// decision, too: it is the last one that was made.
pub(crate) async fn staged(app: &TestApp) {
    let gulnafisa = app.actor("gulnafisa").await;
    let context = app.context(&gulnafisa);
    let own = Written {
        title: "Қоңыраудан кейін".to_owned(),
        happened: "Балалар кетпей тұр.".to_owned(),
        mentor: "Бес минут сөйлесіңіз.".to_owned(),
        newcomer: "Асығыссыз.".to_owned(),
        watch: "Кім тыңдады?".to_owned(),
    };
    actions::scenes::add(&context, &own).await.unwrap();
    let held = begun(app, 0).await;
    let written = Record { course: "Тыңдады, сұрады.".to_owned(), ..Record::default() };
    actions::scenes::record(&context, &held, &written, &BTreeSet::from(["dana".into()]), None).await.unwrap();
    let until = date(2026, 11, 20);
    let owner: PersonId = "gulnafisa".into();
    actions::scenes::decide(&context, &held, "Бірге жоспарлау", &owner, until).await.unwrap();
    actions::scenes::step(&context, &held, Step::Close).await.unwrap();
    let aigul = app.actor("aigul").await;
    let recording = Recording {
        link: "https://video.example/1".to_owned(),
        viewers: ["dana"].map(PersonId::from).into(),
    };
    actions::scenes::link(&app.context(&aigul), &held, Some(&recording)).await.unwrap();
    actions::scenes::plan(&context, &planned(1, date(2026, 11, 12))).await.unwrap();
    let last = begun(app, 2).await;
    actions::scenes::decide(&context, &last, "Сабаққа шақыру", &owner, until).await.unwrap();
}

/// A sheet with the same mark everywhere.
fn sheet(mark: &'static str) -> Vec<(String, &'static str)> {
    let marks = CRITERIA.iter().map(|word| (format!("mark-{word}"), mark));
    marks.chain([("helped".to_owned(), "Адал айтты")]).collect()
}

fn borrowed<'a>(form: &'a [(String, &'static str)]) -> Vec<(&'a str, &'a str)> {
    form.iter().map(|(name, value)| (name.as_str(), *value)).collect()
}

async fn today(db: store::Db) -> TestApp {
    let app = TestApp::new(db).await;
    app.travel_to(TODAY);
    app
}

#[tokio::test]
async fn a_meeting_is_planned_and_what_was_typed_stays_where_it_is_refused() {
    on_both(async |db| {
        let app = today(db).await;
        let gulnafisa = app.visitor("gulnafisa");
        let mut form = vec![
            ("team", "Тарих пен құқық"),
            ("day", "2026-11-12"),
            ("from", "15:00"),
            ("place", "Кітапхана"),
            ("situation", SITUATIONS[3]),
            ("play", "10"),
            ("sheet", "5"),
            ("talk", "20"),
            ("chair", "gulnafisa"),
            ("secretary", "serik"),
            ("mentor", "aigul"),
            ("newcomer", "aigul"),
            ("observers", "bekzhan"),
        ];
        let wrong = gulnafisa.post("/scenes/new", &form).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.text.contains("f-observers-e") && wrong.text.contains("Кітапхана"), "{}", wrong.text);
        form[11].1 = "dana";
        let done = gulnafisa.post("/scenes/new", &form).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
        for who in ["dana", "aigul", "bekzhan", "serik"] {
            let page = app.visitor(who).get(&done.location).await;
            assert!(page.text.contains("Тарих пен құқық"), "{who}: {}", page.text);
        }
        assert_eq!(app.visitor("zere").get(&done.location).await.status, StatusCode::NOT_FOUND);
        assert_eq!(app.visitor("aigul").get("/scenes/new").await.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn n08_a_sheet_is_read_by_nobody_before_the_end_and_with_no_name_after_it() {
    on_both(async |db| {
        let app = today(db).await;
        let path = format!("/scenes/{}", begun(&app, 0).await);
        let gulnafisa = app.visitor("gulnafisa");
        for who in ["aigul", "dana", "gulnafisa", "serik"] {
            let page = app.visitor(who).get(&path).await;
            assert!(page.status == StatusCode::OK && !page.text.contains(WORDS), "{who}: {}", page.text);
        }
        let short = gulnafisa.post(&format!("{path}/sheet"), &[("helped", "Адал айтты")]).await;
        assert_eq!(short.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            short.text.contains("f-mark-listens-e") && short.text.contains("Адал айтты"),
            "{}",
            short.text
        );
        let done = gulnafisa.post(&format!("{path}/sheet"), &borrowed(&sheet("3"))).await;
        assert_eq!((done.status, &done.location), (StatusCode::SEE_OTHER, &path), "{}", done.text);
        app.visitor("serik").post(&format!("{path}/sheet"), &borrowed(&sheet("2"))).await;
        let early = gulnafisa.post(&format!("{path}/step"), &[("step", "close")]).await;
        assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY, "no course is written yet");
        gulnafisa.post(&format!("{path}/record"), &[("course", "Тыңдады."), ("read", "")]).await;
        let behind = [("course", "Басқа сөз."), ("read", "ескі")];
        let behind = app.visitor("serik").post(&format!("{path}/record"), &behind).await;
        assert_eq!(behind.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(behind.text.contains("Тыңдады.") && behind.text.contains("Басқа сөз."), "{}", behind.text);
        let done = gulnafisa.post(&format!("{path}/step"), &[("step", "close")]).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
        for who in ["aigul", "dana", "serik"] {
            let page = app.visitor(who).get(&path).await.text;
            let (_, after) = page.split_once("id=\"together\"").unwrap();
            let section = after.split("</section>").next().unwrap();
            assert!(section.contains(WORDS) && !section.contains("Тұяқов"), "{who}: {section}");
        }
        let mut late = sheet("0");
        late[CRITERIA.len()].1 = "Кешігіп жазылған сөз";
        let late = gulnafisa.post(&format!("{path}/sheet"), &borrowed(&late)).await;
        assert!(late.text.contains("Кешігіп жазылған сөз"), "what was typed is not lost: {}", late.text);
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY, "what was read together stands");
        let (status, pdf) = app.visitor("dana").bytes(&format!("{path}/minutes/kk")).await;
        assert!(status == StatusCode::OK && pdf.starts_with(b"%PDF"));
    })
    .await;
}

#[tokio::test]
async fn a_decision_is_corrected_and_taken_out_until_the_meeting_closes() {
    on_both(async |db| {
        let app = today(db).await;
        let path = format!("/scenes/{}", begun(&app, 0).await);
        let gulnafisa = app.visitor("gulnafisa");
        for text in ["Бірге жоспарлау", "Артық шешім"] {
            let form = [("text", text), ("owner", "dana"), ("until", "2026-11-20")];
            gulnafisa.post(&format!("{path}/decisions"), &form).await;
        }
        let made = store::testing::ids(&app.db, "scene_decisions").await;
        let (first, second) =
            (format!("/scenes/decisions/{}", made[0]), format!("/scenes/decisions/{}", made[1]));
        for who in ["dana", "aigul", "zere"] {
            assert_eq!(app.visitor(who).get(&first).await.status, StatusCode::NOT_FOUND, "{who}");
        }
        let early = [("go", "keep"), ("text", "Бірге талдау"), ("owner", "dana"), ("until", "2026-11-01")];
        let refused = gulnafisa.post(&first, &early).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text.contains("Бірге талдау"), "{}", refused.text);
        let right = [("go", "keep"), ("text", "Бірге талдау"), ("owner", "aigul"), ("until", "2026-11-20")];
        let done = gulnafisa.post(&first, &right).await;
        assert_eq!((done.status, &done.location), (StatusCode::SEE_OTHER, &path), "{}", done.text);
        gulnafisa.post(&second, &[("go", "take")]).await;
        let page = gulnafisa.get(&path).await.text;
        assert!(page.contains("Бірге талдау") && !page.contains("Артық шешім"), "{page}");
        gulnafisa.post(&format!("{path}/record"), &[("course", "Тыңдады."), ("read", "")]).await;
        gulnafisa.post(&format!("{path}/step"), &[("step", "close")]).await;
        assert_eq!(gulnafisa.get(&first).await.status, StatusCode::NOT_FOUND, "the minutes stand");
        assert_eq!(gulnafisa.post(&first, &[("go", "take")]).await.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn while_it_is_held_the_page_says_until_when_each_part_goes() {
    on_both(async |db| {
        let app = today(db).await;
        let id = begun(&app, 0).await;
        let mut tx = app.db.read().await.unwrap();
        let scene = store::scenes::get(&mut tx, &id).await.unwrap().unwrap();
        drop(tx);
        let begun = jiff::tz::Offset::from_hours(5).unwrap().to_datetime(scene.begun.unwrap());
        let page = app.visitor("dana").get(&format!("/scenes/{id}")).await.text;
        for at in scene.timing.ends(begun) {
            assert!(page.contains(&i18n::time(at)), "{at}: {page}");
        }
        let edit = app.visitor("gulnafisa").get(&format!("/scenes/{id}/edit")).await;
        assert_eq!(edit.status, StatusCode::NOT_FOUND, "it has begun");
    })
    .await;
}

#[tokio::test]
async fn n05_of_one_sheet_nobody_reads_the_words_for_they_would_be_known() {
    on_both(async |db| {
        let app = today(db).await;
        let path = format!("/scenes/{}", begun(&app, 0).await);
        let gulnafisa = app.visitor("gulnafisa");
        gulnafisa.post(&format!("{path}/record"), &[("course", "Тыңдады."), ("read", "")]).await;
        let done = gulnafisa.post(&format!("{path}/step"), &[("step", "close")]).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
        for who in ["aigul", "dana", "serik", "gulnafisa"] {
            let page = app.visitor(who).get(&path).await.text;
            assert!(page.contains("id=\"together\"") && !page.contains(WORDS), "{who}: {page}");
        }
    })
    .await;
}

#[tokio::test]
async fn n08_a_teacher_of_another_school_reads_what_is_announced_comes_plays_and_reads_nothing_else() {
    on_both(async |db| {
        let app = today(db).await;
        let (timur, gulnafisa) = (app.visitor("timur"), app.visitor("gulnafisa"));
        let mut form = vec![
            ("team", "Аудан бірлестігі"),
            ("day", "2026-11-12"),
            ("from", "15:00"),
            ("place", "Кітапхана"),
            ("situation", SITUATIONS[3]),
            ("play", "10"),
            ("sheet", "5"),
            ("talk", "20"),
            ("chair", "gulnafisa"),
            ("secretary", "serik"),
            ("mentor", "aigul"),
            ("newcomer", "dana"),
            ("observers", "bekzhan"),
        ];
        let closed = gulnafisa.post("/scenes/new", &form).await.location;
        form[0].1 = "Ашық бірлестік";
        form.push(("open_for", "Математика"));
        let unticked = gulnafisa.post("/scenes/new", &form).await;
        assert_eq!(unticked.status, StatusCode::UNPROCESSABLE_ENTITY, "it could not be opened later");
        assert!(unticked.text.contains("f-open_for-e"), "{}", unticked.text);
        form.pop();
        form.push(("opened", "yes"));
        let unnamed = gulnafisa.post("/scenes/new", &form).await;
        assert_eq!(unnamed.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(unnamed.text.contains("f-open_for-e"), "{}", unnamed.text);
        form.push(("open_for", "Математика"));
        let open = gulnafisa.post("/scenes/new", &form).await.location;
        let listed = timur.get("/scenes").await.text;
        assert!(listed.contains("Ашық бірлестік") && !listed.contains("Аудан бірлестігі"), "{listed}");
        assert_eq!(timur.get(&closed).await.status, StatusCode::NOT_FOUND);
        let read = timur.get(&open).await;
        assert!(read.status == StatusCode::OK && read.text.contains("№ 12"), "{}", read.text);
        let names = ["Сейфуллина", "Нұрбаева", "Сәтбаева", "Тұяқов", "Оразбаев"];
        assert_eq!(names.iter().find(|name| read.text.contains(**name)), None, "{}", read.text);
        let come = timur.post(&format!("{open}/visit"), &[("go", "come")]).await;
        assert_eq!((come.status, &come.location), (StatusCode::SEE_OTHER, &open), "{}", come.text);
        for step in ["step", "ask", "record", "decisions"] {
            let refused = [("step", "begin"), ("player", "timur"), ("part", "mentor"), ("course", "а")];
            let refused = timur.post(&format!("{open}/{step}"), &refused).await;
            assert_ne!(refused.status, StatusCode::SEE_OTHER, "{step}");
        }
        let ask = [("player", "timur"), ("part", "mentor")];
        let asked = gulnafisa.post(&format!("{open}/ask"), &ask).await;
        assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.text);
        let led = gulnafisa.get(&open).await.text;
        assert!(led.contains("Ахметов") && led.contains("№ 7"), "{led}");
        let page = timur.get(&open).await.text;
        assert!(page.contains(&format!("{open}/answer")), "{page}");
        let yes = timur.post(&format!("{open}/answer"), &[("play", "yes")]).await;
        assert_eq!(yes.status, StatusCode::SEE_OTHER, "{}", yes.text);
        let back = timur.post(&format!("{open}/visit"), &[("go", "back")]).await;
        assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY, "whoever plays tells the chair");
        assert_eq!(app.visitor("polina").get(&open).await.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn a_part_of_somebody_who_left_is_given_and_a_guest_takes_what_was_called_off_away() {
    on_both(async |db| {
        let app = today(db).await;
        let (timur, gulnafisa) = (app.visitor("timur"), app.visitor("gulnafisa"));
        let leads = app.actor("gulnafisa").await;
        let context = app.context(&leads);
        let day = date(2026, 11, 12);
        let closed = actions::scenes::plan(&context, &planned(0, day)).await.unwrap();
        let opened = Planned { open_for: Some("Математика".to_owned()), ..planned(1, day) };
        let open = actions::scenes::plan(&context, &opened).await.unwrap();
        let (closed, open) = (format!("/scenes/{closed}"), format!("/scenes/{open}"));
        let come = timur.post(&format!("{open}/visit"), &[("go", "come")]).await;
        assert_eq!(come.status, StatusCode::SEE_OTHER, "{}", come.text);
        let ask = format!("{closed}/ask");
        assert!(!gulnafisa.get(&closed).await.text.contains(&ask), "everybody has a part");
        actions::people::leave(&context, &"aigul".into(), TODAY).await.unwrap();
        assert!(gulnafisa.get(&closed).await.text.contains(&ask), "nobody plays the mentor");
        let given = gulnafisa.post(&ask, &[("player", "bekzhan"), ("part", "mentor")]).await;
        assert_eq!(given.status, StatusCode::SEE_OTHER, "{}", given.text);
        assert!(!gulnafisa.get(&closed).await.text.contains(&ask));
        let off = gulnafisa.post(&format!("{open}/step"), &[("step", "cancel")]).await;
        assert_eq!(off.status, StatusCode::SEE_OTHER, "{}", off.text);
        let page = timur.get(&open).await.text;
        assert!(page.contains("value=\"known\"") && !page.contains("value=\"back\""), "{page}");
        let known = timur.post(&format!("{open}/visit"), &[("go", "known")]).await;
        assert_eq!((known.status, known.location.as_str()), (StatusCode::SEE_OTHER, "/scenes"));
        assert_eq!(timur.get(&open).await.status, StatusCode::NOT_FOUND);
    })
    .await;
}
