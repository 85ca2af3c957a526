//! The class teacher's journal: weeks, marks, remarks and signatures.

use super::{MARKS, WEEK, with_dana};
use crate::app::TestApp;
use axum::http::StatusCode;
use i18n::Lang;
use std::fmt::Write as _;
use store::testing::{column, on_both, spoil};

#[tokio::test]
async fn a_mark_that_another_device_saved_is_not_written_over_and_a_signed_week_stays() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        with_dana(&app).await;
        let dana = app.visitor("dana");
        let tap = |mark, was| [("quiet", "1"), ("mark-peer-1", mark), ("was-mark-peer-1", was)];
        for _ in 0..2 {
            let answer = dana.post(MARKS, &tap("met", "")).await;
            assert_eq!((answer.status, answer.text.as_str()), (StatusCode::OK, "mark-peer-1 met\n"));
        }
        let late = dana.post(MARKS, &tap("missed", "")).await;
        assert_eq!(late.text, "mark-peer-1 met\n", "what stands is said and stays");
        let seen = dana.post(MARKS, &tap("excused", "met")).await;
        assert_eq!(seen.text, "mark-peer-1 excused\n");
        let signed = dana.post(MARKS, &[("sign", "5Б"), ("remark-5Б", "Апта тыныш өтті")]).await;
        assert_eq!(
            (signed.status, signed.location.as_str()),
            (StatusCode::SEE_OTHER, WEEK),
            "{}",
            signed.text
        );
        let page = dana.get(WEEK).await.text;
        assert!(page.contains("Апта тыныш өтті") && page.contains("data-offline-over"), "{page}");
        let after = dana.post(MARKS, &tap("met", "excused")).await;
        assert!(
            after.text.starts_with("mark-peer-1 excused\n! "),
            "both, and that it is signed: {}",
            after.text
        );
        let by_button = dana.post(MARKS, &[("mark-peer-1", "met"), ("was-mark-peer-1", "excused")]).await;
        assert_eq!(by_button.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(by_button.text.contains("href=\"#f-signed\""), "{}", by_button.text);
        assert_eq!(
            dana.post(&format!("{WEEK}/reopen"), &[("class", "5Б")]).await.status,
            StatusCode::SEE_OTHER
        );
        let page = dana.get(WEEK).await.text;
        assert!(page.contains("Апта тыныш өтті"), "the remark stays when the week is opened again: {page}");
        assert_eq!(dana.post(MARKS, &tap("met", "excused")).await.text, "mark-peer-1 met\n");
    })
    .await;
}

#[tokio::test]
async fn what_a_meeting_was_stands_there_already_and_is_changed_without_a_tap_more_for_others() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        with_dana(&app).await;
        let dana = app.visitor("dana");
        let saved = dana.post(MARKS, &[("mark-peer-1", "met"), ("was-mark-peer-1", "")]).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text);
        assert_eq!(column(&app.db, "peer_topics", "kind").await, ["elective"], "as the two agreed");
        let topic = |text, was| [("quiet", "1"), ("topic-peer-1", text), ("was-topic-peer-1", was)];
        for _ in 0..2 {
            let said = dana.post(MARKS, &topic(" Бөлшек «1/2» ", "")).await;
            assert_eq!(
                said.text, "topic-peer-1  Бөлшек «1/2» \n",
                "as it was typed, so that it waits no more"
            );
        }
        let late = dana.post(MARKS, &topic("Пьеса", "")).await;
        assert_eq!(late.text, "topic-peer-1 Бөлшек «1/2»\n", "what stands is said and stays");
        let by_button = dana.post(MARKS, &[("topic-peer-1", "Пьеса"), ("was-topic-peer-1", "")]).await;
        assert_eq!(by_button.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(by_button.text.contains("href=\"#f-topic-peer-1\""), "{}", by_button.text);
        let long = "ш".repeat(81);
        let mixed = [
            ("quiet", "1"),
            ("topic-peer-1", long.as_str()),
            ("was-topic-peer-1", "Бөлшек «1/2»"),
            ("mark-peer-1", "excused"),
            ("was-mark-peer-1", "met"),
        ];
        let mixed = dana.post(MARKS, &mixed).await;
        assert_eq!(mixed.status, StatusCode::OK, "{}", mixed.text);
        let (taken, said) = mixed.text.split_once("! ").unwrap_or_default();
        assert_eq!(
            taken, "mark-peer-1 excused\ntopic-peer-1 Бөлшек «1/2»\n",
            "no tap waits for a long topic"
        );
        assert!(said.contains("80"), "{said}");
        let page = dana.get(WEEK).await.text;
        assert!(page.contains("value=\"outside\""), "both may leave the grounds: {page}");
        spoil(&app.db, "DELETE FROM pupil_consents WHERE pupil_id = 'alua' AND part = 'off_site'").await;
        let page = dana.get(WEEK).await.text;
        assert!(!page.contains("value=\"outside\"") && page.contains("Бөлшек «1/2»"), "{page}");
        let outside = [("quiet", "1"), ("kind-peer-1", "outside"), ("was-kind-peer-1", "elective")];
        let outside = dana.post(MARKS, &outside).await;
        assert!(outside.text.starts_with("kind-peer-1 elective\n! "), "{}", outside.text);
        let gulnafisa = app.visitor("gulnafisa");
        let closed = [("topic-peer-2", "Пьеса"), ("was-topic-peer-2", "")];
        let closed = gulnafisa.post(MARKS, &closed).await;
        assert_eq!(closed.status, StatusCode::UNPROCESSABLE_ENTITY, "6А is signed: {}", closed.text);
        assert_eq!(dana.post(MARKS, &[("topic-peer-2", "Пьеса")]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(column(&app.db, "peer_topics", "pair_id").await, ["peer-1"], "no other class");
    })
    .await;
}

#[tokio::test]
async fn n08_the_journal_on_paper_has_codes_and_nothing_that_the_two_said() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        with_dana(&app).await;
        spoil(&app.db, "UPDATE pupils SET code = 'K7' WHERE id = 'alua'").await;
        let dana = app.visitor("dana");
        let table = format!("{WEEK}/table/csv");
        assert_eq!(dana.get(&table).await.status, StatusCode::NOT_FOUND, "nobody of 5Б has met yet");
        let marked = [
            ("mark-peer-1", "met"),
            ("was-mark-peer-1", ""),
            ("topic-peer-1", "Шахмат"),
            ("was-topic-peer-1", ""),
        ];
        assert_eq!(dana.post(MARKS, &marked).await.status, StatusCode::SEE_OTHER);
        let said = [("heard_on", "2026-11-03"), ("face-meetings", "sad"), ("did", "Бізге қызық болды")];
        assert_eq!(dana.post("/peers/peer-1/voice", &said).await.status, StatusCode::SEE_OTHER);
        assert!(dana.get(WEEK).await.text.contains(&format!("href=\"{table}\"")), "the page leads there");
        let csv = dana.get(&table).await.text;
        assert!(csv.contains("K7") && csv.contains("Шахмат"), "{csv}");
        for hidden in ["Жақсыбекова", "Бізге қызық", "Оспанов"] {
            assert!(!csv.contains(hidden), "{hidden}: {csv}");
        }
        for lang in ["kk", "ru"] {
            let paper = dana.get(&format!("{WEEK}/paper/{lang}")).await;
            assert!(paper.bytes.starts_with(b"%PDF"), "{lang}: {}", paper.status);
        }
        for who in ["aigul", "zere", "polina", "timur", "saule"] {
            for path in [table.clone(), format!("{WEEK}/paper/ru")] {
                assert_ne!(app.visitor(who).get(&path).await.status, StatusCode::OK, "{who}: {path}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn weeks_are_listed_from_the_one_in_which_a_pair_began() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        with_dana(&app).await;
        spoil(&app.db, "UPDATE peer_pairs SET from_day = '2026-10-21' WHERE id = 'peer-1'").await;
        let dana = app.visitor("dana");
        let list = dana.get("/journals").await.text;
        let days = [("11-02", true), ("10-26", true), ("10-19", true), ("10-12", false), ("10-05", false)];
        for (day, listed) in days {
            let way = format!("href=\"/journals/2026-{day}\"");
            assert_eq!(list.contains(&way), listed, "{day}: {list}");
        }
        let columns = |page: &str| page.matches("<th scope=\"col\">").count();
        let own = dana.get(WEEK).await.text;
        assert_eq!(columns(&own), 6, "the pair, three weeks, what the meeting was, its topic: {own}");
        app.speak("gulnafisa", "ru").await;
        let both = app.visitor("gulnafisa").get(WEEK).await.text;
        assert_eq!(columns(&both), 7, "Айдана's pair began a week before: {both}");
        let word = i18n::t(Lang::Ru, "journals-not-begun", &[]);
        assert_eq!(both.matches(&format!(">{word}<")).count(), 1, "{both}");
    })
    .await;
}

#[tokio::test]
async fn a_week_without_a_mark_is_not_signed_and_what_was_marked_stays() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        with_dana(&app).await;
        let gulnafisa = app.visitor("gulnafisa");
        let open = gulnafisa.post(MARKS, &[("sign", "5Б"), ("remark-5Б", "Екеуі ауырды")]).await;
        assert_eq!(open.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(open.text.contains("href=\"#f-mark-peer-1\""), "the way to the open pair: {}", open.text);
        assert_eq!(column(&app.db, "journal_remarks", "remark").await, ["Екеуі ауырды"], "the remark too");
        for closed in ["/journals/2026-11-03", "/journals/2026-11-09", "/journals/2026-07-27", "/journals/x"]
        {
            assert_eq!(gulnafisa.get(closed).await.status, StatusCode::NOT_FOUND, "{closed}");
        }
    })
    .await;
}

#[tokio::test]
async fn n08_the_coordinator_signs_one_class_and_its_remark_stands_with_that_class_alone() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        with_dana(&app).await;
        let gulnafisa = app.visitor("gulnafisa");
        assert_eq!(
            gulnafisa.post(&format!("{WEEK}/reopen"), &[("class", "6А")]).await.status,
            StatusCode::SEE_OTHER
        );
        let form = [("mark-peer-2", "met"), ("remark-6А", "Санжар ауырды"), ("sign", "6А")];
        let signed = gulnafisa.post(MARKS, &form).await;
        assert_eq!(signed.status, StatusCode::SEE_OTHER, "the open pair of 5Б keeps nobody: {}", signed.text);
        assert_eq!(column(&app.db, "journal_signatures", "class_key").await, ["6А"]);
        let page = app.visitor("dana").get(WEEK).await.text;
        assert!(page.contains("mark-peer-1") && !page.contains("Санжар ауырды"), "{page}");
        for closed in [MARKS.to_owned(), format!("{WEEK}/reopen")] {
            let form = [("sign", "6А"), ("class", "6А")];
            assert_eq!(
                app.visitor("dana").post(&closed, &form).await.status,
                StatusCode::NOT_FOUND,
                "{closed}"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn a_remark_is_saved_before_the_week_is_signed_and_not_written_over() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        with_dana(&app).await;
        let dana = app.visitor("dana");
        let remark = |text, stood| [("remark-5Б", text), ("stood-remark-5Б", stood)];
        let saved = dana.post(MARKS, &remark("Тыныш", "")).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text);
        let late = app.visitor("gulnafisa").post(MARKS, &remark("Екеуі ауырды", "")).await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(late.text.contains("Тыныш") && late.text.contains("Екеуі ауырды"), "both: {}", late.text);
        assert_eq!(column(&app.db, "journal_remarks", "remark").await, ["Тыныш"]);
        assert_eq!(dana.post(MARKS, &remark("", "Тыныш")).await.status, StatusCode::SEE_OTHER);
        assert!(column(&app.db, "journal_remarks", "remark").await.is_empty(), "an empty one is none");
    })
    .await;
}

/// Thirty pairs of 5Б: fifteen who help two each.
fn thirty() -> &'static str {
    let mut text = String::new();
    for number in 0..45 {
        let class = if number < 30 { "5Б" } else { "8В" };
        let _ = write!(
            text,
            "INSERT INTO pupils (id, school_id, family, given, class, class_key) \
             VALUES ('p{number}', 'school-12', 'Сейіт', 'Дана', '{class}', '{class}'); "
        );
    }
    for number in 0..30 {
        let helper = 30 + number / 2;
        let _ = write!(
            text,
            "INSERT INTO peer_pairs (id, school_id, helper_id, mentee_id, state, from_day, form, weekday, at_time, \
             minutes, place, adult_id, off_site, ends_on, confirmed_by, confirmed_at) VALUES ('t{number}', 'school-12', \
             'p{helper}', 'p{number}', 'agreed', '2026-10-12', 'elective', 3, '16:00:00', 45, 'Кітапхана', \
             'bekzhan', 0, '2027-05-26', 'gulnafisa', 0); "
        );
    }
    Box::leak(text.into_boxed_str())
}

#[tokio::test]
async fn thirty_pairs_are_filled_in_with_a_tap_for_each_and_signed_without_a_script() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        with_dana(&app).await;
        spoil(&app.db, "DELETE FROM peer_sessions; DELETE FROM peer_pairs").await;
        spoil(&app.db, thirty()).await;
        let dana = app.visitor("dana");
        let way = format!("href=\"{WEEK}\"");
        assert!(dana.get("/").await.text.contains(&way), "from home in one tap");
        let page = dana.get(WEEK).await.text;
        assert_eq!(page.matches("<fieldset id=\"f-mark-t").count(), 30, "one choice for each pair: {page}");
        let fields: Vec<String> = (0..30).map(|number| format!("mark-t{number}")).collect();
        let mut form: Vec<(&str, &str)> = fields.iter().map(|field| (field.as_str(), "met")).collect();
        form.push(("sign", "5Б"));
        let signed = dana.post(MARKS, &form).await;
        assert_eq!(signed.status, StatusCode::SEE_OTHER, "{}", signed.text);
        assert_eq!(column(&app.db, "peer_sessions", "mark").await.len(), 30);
        assert!(!dana.get("/").await.text.contains(&way), "a signed week waits for nobody");
        assert!(dana.get("/peers/t0").await.text.contains("45"), "confirmed minutes");
    })
    .await;
}
