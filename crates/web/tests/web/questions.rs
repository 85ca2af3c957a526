//! The question bank on the pages: empty, started, brought from a file, written, retired, handed out.

use crate::app::TestApp;
use axum::http::StatusCode;
use store::Db;
use store::testing::{column, on_both, spoil};

/// One question of each kind, numbered by their order: single, multiple, true or false, short, numerical, matching,
/// essay.
const EVERY_KIND: &str = "$CATEGORY: law\n\n::бір::Бұйрыққа кім қол қояды?{=директор ~орынбасар ~үйлестіруші}\n\n\
    ::бірнеше::Не міндетті?{~%50%бұйрық ~%50%жоспар ~%-100%сыйлық}\n\n::ақиқат::Бұйрық керек пе?{T}\n\n\
    ::қысқа::Бұйрыққа кім қол қояды?{=директор =*директор*}\n\n::сан::Неше жұмыс күні?{#5:0}\n\n\
    ::жұп::Сәйкестендіріңіз{=бұйрық -> директор =жоспар -> тәлімгер = -> оқушы}\n\n::мәтін::Өз ойыңызды жазыңыз{}\n";

async fn bring(app: &TestApp, who: &str, step: &str, file: &str) -> crate::app::Answer {
    let form = [("lang", "kk"), ("topic", ""), ("step", step)];
    app.visitor(who).post_file("/questions/import", &form, "сұрақтар.gift", file.as_bytes()).await
}

/// The bank of school 12 with [`EVERY_KIND`].
pub(crate) async fn staged(app: &TestApp) {
    let taken = bring(app, "gulnafisa", "take", EVERY_KIND).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.text);
}

async fn stage(db: Db) -> TestApp {
    let app = TestApp::new(db).await;
    staged(&app).await;
    app
}

#[tokio::test]
async fn an_empty_bank_is_started_with_one_click() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let empty = app.visitor("gulnafisa").get("/questions").await;
        assert!(empty.status == StatusCode::OK && empty.text.contains("action=\"/questions/starter\""));
        let taken = app.visitor("gulnafisa").post("/questions/starter", &[]).await;
        assert_eq!((taken.status, taken.location.as_str()), (StatusCode::SEE_OTHER, "/questions"));
        let list = app.visitor("serik").get("/questions?topic=law").await.text;
        assert!(list.contains("/questions/1\"") && list.contains("<span class=\"num\">20</span>"), "{list}");
        assert!(!list.contains("/questions/21\""), "another topic");
        let second = app.visitor("serik").get("/questions?from=50").await.text;
        assert!(second.contains("/questions/51\"") && !second.contains("/questions/50\""), "{second}");
        for lang in ["kk", "ru", "en"] {
            app.speak("serik", lang).await;
            let page = app.visitor("serik").get("/questions/1").await;
            assert_eq!(page.status, StatusCode::OK);
            assert!(page.text.contains("lang=kk") && page.text.contains("100 %"), "{}", page.text);
        }
    })
    .await;
}

#[tokio::test]
async fn a_file_is_shown_mended_on_the_page_and_taken_in() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let shown = bring(&app, "gulnafisa", "look", &format!("{EVERY_KIND}\n<b>Бұзық</b> {{ =а\n")).await;
        assert_eq!(shown.status, StatusCode::OK, "{}", shown.text);
        assert!(shown.text.contains("value=\"take\""), "{}", shown.text);
        assert!(!shown.text.contains("<b>Бұзық"), "the text of a file is text");
        assert!(column(&app.db, "question_texts", "question").await.is_empty(), "nothing is written yet");
        let form = [("lang", "kk"), ("topic", ""), ("step", "take"), ("pasted", EVERY_KIND)];
        let taken = app.visitor("gulnafisa").post_file("/questions/import", &form, "", b"").await;
        assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.text);
        assert_eq!(column(&app.db, "question_texts", "question").await.len(), 7);
        for number in 1..=7 {
            let page = app.visitor("gulnafisa").get(&format!("/questions/{number}")).await;
            assert_eq!(page.status, StatusCode::OK, "{number}");
            let form = app.visitor("gulnafisa").get(&format!("/questions/{number}/edit?lang=kk")).await;
            assert!(form.status == StatusCode::OK && form.text.contains("name=\"worth\""), "{}", form.text);
        }
        let bomb = "<?xml version=\"1.0\"?><!DOCTYPE q [<!ENTITY a \"b\">]><quiz>&a;</quiz>";
        for refused in [bomb, "", "Тек мәтін."] {
            let answer = bring(&app, "gulnafisa", "take", refused).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{refused}");
            assert!(answer.text.contains("role=\"alert\""), "{}", answer.text);
        }
        let large = "а".repeat(actions::questions::MOST_BYTES);
        assert_eq!(bring(&app, "gulnafisa", "look", &large).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    })
    .await;
}

#[tokio::test]
async fn a_question_is_written_translated_and_retired() {
    on_both(async |db| {
        let app = stage(db).await;
        let keeper = app.visitor("gulnafisa");
        let written = [
            ("way", "single"),
            ("lang", "ru"),
            ("topic", "talks"),
            ("worth", "2,5"),
            ("text", "С чего начать?"),
            ("choice", "С вопроса"),
            ("part", "10000000"),
            ("say", "Да"),
            ("choice", "С оценки"),
            ("part", "0"),
            ("say", ""),
            ("choice", ""),
            ("part", "0"),
            ("say", ""),
        ];
        let added = keeper.post("/questions/new", &written).await;
        assert_eq!((added.status, added.location.as_str()), (StatusCode::SEE_OTHER, "/questions/8"));
        let page = keeper.get("/questions/8").await.text;
        assert!(page.contains("С чего начать?") && page.contains("2,5"), "{page}");
        let translated: Vec<(&str, &str)> = [
            ("version", "2"),
            ("lang", "kk"),
            ("topic", "talks"),
            ("worth", "2.5"),
            ("text", "Неден бастау керек?"),
            ("choice", "Сұрақтан"),
            ("part", "10000000"),
            ("choice", "Бағадан"),
            ("part", "0"),
        ]
        .into();
        let kept = keeper.post("/questions/8/edit", &translated).await;
        assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text);
        let both = keeper.get("/questions/8").await.text;
        assert!(both.contains("С чего начать?") && both.contains("Неден бастау керек?"), "{both}");
        let mut third = translated.clone();
        third.extend([("choice", "Ештеңеден"), ("part", "0")]);
        third[0] = ("version", "3");
        let apart = keeper.post("/questions/8/edit", &third).await;
        assert_eq!(apart.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(apart.text.contains("f-alone-e") && apart.text.contains("Ештеңеден"), "{}", apart.text);
        third[0] = ("version", "1");
        assert_eq!(keeper.post("/questions/8/edit", &third).await.status, StatusCode::CONFLICT);
        keeper.post("/questions/8/retire", &[("retired", "yes")]).await;
        assert!(!keeper.get("/questions?q=бастау").await.text.contains("/questions/8\""));
        assert!(keeper.get("/questions?show=retired").await.text.contains("/questions/8\""));
    })
    .await;
}

#[tokio::test]
async fn questions_are_handed_out_as_files() {
    on_both(async |db| {
        let app = stage(db).await;
        let gift = app.visitor("serik").download("/questions/export/gift/kk").await;
        assert!(String::from_utf8(gift).unwrap().contains("::бір::"));
        let xml = app.visitor("serik").download("/questions/export/xml/kk").await;
        assert!(String::from_utf8(xml).unwrap().contains("<quiz>"));
        for nowhere in
            ["/questions/export/pdf/kk", "/questions/export/gift/de", "/questions/99", "/questions/x"]
        {
            assert_eq!(app.visitor("serik").get(nowhere).await.status, StatusCode::NOT_FOUND, "{nowhere}");
        }
    })
    .await;
}

#[tokio::test]
async fn n08_whoever_may_sit_the_exam_reads_no_key() {
    on_both(async |db| {
        let app = stage(db).await;
        let pages = [
            "/questions",
            "/questions/1",
            "/questions/1/edit",
            "/questions/new",
            "/questions/import",
            "/questions/export/gift/kk",
        ];
        let refused = async |who: &str| {
            for page in pages {
                let answer = app.visitor(who).get(page).await;
                assert_eq!(answer.status, StatusCode::FORBIDDEN, "{who} {page}");
                assert!(!answer.text.contains("орынбасар"));
            }
            let answer = app.visitor(who).post("/questions/1/retire", &[("retired", "yes")]).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{who}");
        };
        for who in ["dana", "aigul"] {
            refused(who).await;
        }
        // Who coordinates and mentors is a candidate, too.
        spoil(
            &app.db,
            "INSERT INTO roles (person_id, role, from_day) VALUES ('gulnafisa', 'mentor', '2026-09-01')",
        )
        .await;
        refused("gulnafisa").await;
        assert_eq!(app.visitor("timur").get("/questions/1").await.status, StatusCode::NOT_FOUND);
    })
    .await;
}

/// The first question is for practice.
pub(crate) async fn practised(app: &TestApp) {
    let marked = app.visitor("gulnafisa").post("/questions/1/practice", &[("practice", "yes")]).await;
    assert_eq!((marked.status, marked.location.as_str()), (StatusCode::SEE_OTHER, "/questions/1"));
}

/// The value of a hidden field.
fn hidden(page: &str, name: &str) -> String {
    let (_, rest) = page.split_once(&format!("name=\"{name}\" value=\"")).unwrap();
    rest.split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_candidate_tries_what_is_for_practice_and_reads_the_answers_at_once() {
    on_both(async |db| {
        let app = stage(db).await;
        app.speak("serik", "kk").await;
        let path = "/courses/self-check/law";
        assert_eq!(app.visitor("serik").get(path).await.status, StatusCode::NOT_FOUND, "in no course");
        crate::courses::staged(&app).await;
        let empty = app.visitor("serik").get("/courses/self-check").await;
        assert!(empty.status == StatusCode::OK && empty.text.contains("class=\"empty\""), "{}", empty.text);
        practised(&app).await;
        let listed = app.visitor("gulnafisa").get("/questions?show=practice").await.text;
        assert!(listed.contains("/questions/1\"") && !listed.contains("/questions/2\""), "{listed}");
        let essay = app.visitor("gulnafisa").get("/questions/7").await.text;
        assert!(!essay.contains("/questions/7/practice"), "nobody could answer at once: {essay}");
        let topics = app.visitor("serik").get("/courses/self-check").await.text;
        assert!(topics.contains(&format!("href=\"{path}\"")), "{topics}");
        let form = app.visitor("serik").get(path).await.text;
        assert!(form.contains("директор") && !form.contains("question-1"), "the key is not on it: {form}");
        let before = store::testing::contents(&app.db).await;
        let stamp = ["seed", "bank", "lang"].map(|name| hidden(&form, name));
        for (chosen, blank) in [("0", false), ("1", false), ("", true)] {
            let [seed, bank, lang] = stamp.each_ref().map(String::as_str);
            let sent = [("seed", seed), ("bank", bank), ("lang", lang), ("answer-1", chosen)];
            let told = app.visitor("serik").post(path, &sent).await;
            assert_eq!(told.status, StatusCode::OK, "{}", told.text);
            assert!(told.text.contains("id=\"question-1"), "{}", told.text);
            assert!(!blank || told.text.contains("директор"), "the right answer: {}", told.text);
        }
        assert_eq!(store::testing::contents(&app.db).await, before, "nothing is kept");
        let late = [("seed", stamp[0].as_str()), ("bank", "1"), ("lang", "kk")];
        let again = app.visitor("serik").post(path, &late).await;
        assert_eq!((again.status, again.location.as_str()), (StatusCode::SEE_OTHER, path), "another bank");
    })
    .await;
}
