//! Pages of requests.

use crate::app::TestApp;
use axum::http::StatusCode;
use domain::people::Role;
use jiff::civil::date;
use store::testing::{contents, on_both};

const WORDS: &str = "Хочу научиться начинать урок спокойно.";

/// Дана asks Айгүл; gives the address of the request.
async fn sent(app: &TestApp) -> String {
    let form = [("text", WORDS), ("goal", "начало урока"), ("goal", ""), ("rhythm", "weekly")];
    let answer = app.visitor("dana").post("/requests/new/aigul", &form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    answer.location
}

#[tokio::test]
async fn a_request_goes_from_the_newcomer_to_the_mentor_and_back() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let request = sent(&app).await;
        let inbox = app.visitor("aigul").get("/requests").await;
        assert!(inbox.text.contains("Дана") && !inbox.text.contains(WORDS), "{}", inbox.text);
        let unopened = app.visitor("aigul").get(&request).await;
        assert!(!unopened.text.contains(WORDS), "the words stand open only after opening");
        let opened = app.visitor("aigul").post(&format!("{request}/open"), &[]).await;
        assert_eq!((opened.status, &opened.location), (StatusCode::SEE_OTHER, &request));
        let read = app.visitor("aigul").get(&request).await;
        assert!(read.text.contains(WORDS));
        let answer = [("answer", "accept")];
        let accepted = app.visitor("aigul").post(&format!("{request}/answer"), &answer).await;
        assert_eq!(accepted.status, StatusCode::SEE_OTHER);
        let seen = app.visitor("dana").get(&request).await;
        assert!(seen.text.contains("даёт согласие"), "{}", seen.text);
    })
    .await;
}

#[tokio::test]
async fn a_short_text_comes_back_with_what_was_typed() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let form = [("text", "Көмек"), ("goal", "сабақ басы"), ("rhythm", "weekly")];
        let answer = app.visitor("dana").post("/requests/new/aigul", &form).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.text.contains("Көмек") && answer.text.contains("сабақ басы"));
        assert!(answer.text.contains("не меньше 20 знаков"), "{}", answer.text);
    })
    .await;
}

#[tokio::test]
async fn a_goal_that_is_too_long_is_refused_and_stays_as_it_was_typed() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let goal = "Ә".repeat(121);
        let form = [("text", WORDS), ("goal", "начало урока"), ("goal", goal.as_str()), ("rhythm", "weekly")];
        let refused = app.visitor("dana").post("/requests/new/aigul", &form).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text.contains(&goal), "nothing is cut in silence: {}", refused.text);
        assert!(refused.text.contains("id=\"f-goal\"") && refused.text.contains("120"), "{}", refused.text);
    })
    .await;
}

#[tokio::test]
async fn the_newcomer_sees_a_neutral_text_and_never_the_reason() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let request = sent(&app).await;
        let form =
            [("answer", "decline"), ("reason", "Мне трудно с ней работать"), ("for_coordinator", "yes")];
        app.visitor("aigul").post(&format!("{request}/answer"), &form).await;
        let seen = app.visitor("dana").get(&request).await;
        assert!(seen.text.contains("Это не оценка вашей работы"), "{}", seen.text);
        assert!(!seen.text.contains("трудно"));
        let own = app.visitor("aigul").get(&request).await;
        assert!(own.text.contains("трудно"), "the author reads it");
    })
    .await;
}

/// Pages on which something of a request could stand.
const PAGES: [&str; 13] = [
    "/",
    "/requests",
    "/newcomers",
    "/newcomers/dana",
    "/mentors",
    "/mentors/aigul",
    "/contacts",
    "/choices",
    "/proposals",
    "/pairs",
    "/people/dana",
    "/letters",
    "/audit",
];

#[tokio::test]
async fn a_reason_that_is_not_ticked_is_found_nowhere_and_a_ticked_one_with_the_coordinator_alone() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let secret = [("answer", "decline"), ("reason", "Тайное слово.")];
        let told = [("answer", "decline"), ("reason", "Открытое слово."), ("for_coordinator", "yes")];
        let mut pages: Vec<String> = PAGES.iter().map(ToString::to_string).collect();
        for (mentor, answer) in [("aigul", &secret[..]), ("bekzhan", &told[..])] {
            let form = [("text", WORDS), ("rhythm", "weekly")];
            let request = app.visitor("dana").post(&format!("/requests/new/{mentor}"), &form).await.location;
            let declined = app.visitor(mentor).post(&format!("{request}/answer"), answer).await;
            assert_eq!(declined.status, StatusCode::SEE_OTHER, "{}", declined.text);
            pages.push(request);
        }
        for who in ["dana", "zere", "gulnafisa", "serik", "polina", "saule", "timur"] {
            for page in &pages {
                let text = app.visitor(who).get(page).await.text;
                assert!(!text.contains("Тайное"), "{who} {page}");
                let reads = who == "gulnafisa" && page == "/newcomers/dana";
                assert_eq!(text.contains("Открытое"), reads, "{who} {page}: {text}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn n01_somebody_elses_request_is_not_there() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let request = sent(&app).await;
        for other in ["zere", "bekzhan"] {
            assert_eq!(app.visitor(other).get(&request).await.status, StatusCode::NOT_FOUND, "{other}");
        }
        let answer = [("answer", "accept")];
        let taken = app.visitor("bekzhan").post(&format!("{request}/answer"), &answer).await;
        assert_eq!(taken.status, StatusCode::NOT_FOUND);
        for outsider in ["timur", "gulnafisa", "saule", "polina"] {
            assert_eq!(app.visitor(outsider).get(&request).await.status, StatusCode::FORBIDDEN, "{outsider}");
        }
    })
    .await;
}

#[tokio::test]
async fn n01_a_second_answer_changes_nothing_and_says_so() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let request = sent(&app).await;
        let answer = format!("{request}/answer");
        app.visitor("aigul").post(&answer, &[("answer", "accept")]).await;
        let again = app.visitor("aigul").post(&answer, &[("answer", "decline")]).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(again.text.contains("Ничего не изменилось"), "{}", again.text);
        let seen = app.visitor("dana").get(&request).await;
        assert!(seen.text.contains("даёт согласие"));
    })
    .await;
}

/// The four answers, each whole enough to be taken.
const ANSWERS: [&[(&str, &str)]; 4] = [
    &[("answer", "accept")],
    &[("answer", "meet_first")],
    &[("answer", "ask"), ("question", "Какие классы ведёте?")],
    &[("answer", "decline"), ("reason", "Уезжаю на курсы.")],
];

/// Sends every answer as everybody; nobody is heard, and no row of any table changes.
async fn nobody_is_heard(app: &mut TestApp, request: &str, who: &[(&str, StatusCode)]) {
    let before = contents(&app.db).await;
    for (person, status) in who {
        app.forget_limits();
        for answer in ANSWERS {
            let heard = app.visitor(person).post(&format!("{request}/answer"), answer).await;
            assert_eq!(heard.status, *status, "{person} {answer:?}: {}", heard.text);
        }
    }
    assert_eq!(contents(&app.db).await, before);
}

#[tokio::test]
async fn n01_of_the_four_answers_none_is_given_by_anybody_but_the_mentor_addressed() {
    on_both(async |db| {
        let mut app = TestApp::new(db).await;
        let request = sent(&app).await;
        let (shut, hidden) = (StatusCode::FORBIDDEN, StatusCode::NOT_FOUND);
        let others = [
            ("bekzhan", hidden),
            // The requester and another newcomer: they answer what is offered to them, not this.
            ("dana", hidden),
            ("zere", hidden),
            // Those who run the school, another school, the district.
            ("gulnafisa", shut),
            ("serik", shut),
            ("polina", shut),
            ("timur", shut),
            ("saule", shut),
        ];
        nobody_is_heard(&mut app, &request, &others).await;
        let stranger = app.stranger().post(&format!("{request}/answer"), ANSWERS[0]).await;
        assert!(stranger.location.starts_with("/sign-in"), "{}", stranger.status);
        // The requester who is a mentor too is still not the one addressed.
        let mut tx = app.db.write().await.unwrap();
        store::people::open_role(&mut tx, &"dana".into(), Role::Mentor, date(2026, 8, 15)).await.unwrap();
        tx.commit().await.unwrap();
        nobody_is_heard(&mut app, &request, &[("dana", hidden)]).await;
    })
    .await;
}

#[tokio::test]
async fn n01_of_the_four_answers_none_is_given_twice_too_late_without_a_place_or_after_leaving() {
    on_both(async |db| {
        let mut app = TestApp::new(db).await;
        let (request, refused) = (sent(&app).await, StatusCode::UNPROCESSABLE_ENTITY);
        let rival =
            app.visitor("zere").post("/requests/new/aigul", &[("text", WORDS), ("rhythm", "weekly")]).await;
        app.visitor("aigul").post(&format!("{request}/answer"), ANSWERS[0]).await;
        nobody_is_heard(&mut app, &request, &[("aigul", refused)]).await;
        // Her one place is taken: the other request is closed, and says so.
        nobody_is_heard(&mut app, &rival.location, &[("aigul", refused)]).await;

        let late =
            app.visitor("zere").post("/requests/new/bekzhan", &[("text", WORDS), ("rhythm", "weekly")]).await;
        app.travel_to(date(2026, 10, 20));
        nobody_is_heard(&mut app, &late.location, &[("bekzhan", refused)]).await;

        app.travel_to(date(2026, 10, 6));
        let left = app.visitor("gulnafisa").post("/people/bekzhan/leave", &[("left_on", "2026-10-06")]).await;
        assert_eq!(left.status, StatusCode::SEE_OTHER, "{}", left.text);
        let before = contents(&app.db).await;
        for answer in ANSWERS {
            let heard = app.visitor("bekzhan").post(&format!("{}/answer", late.location), answer).await;
            // His session went with him: he is led to sign in, and gets back what he wrote.
            let wrote = answer.len() > 1;
            let led = if wrote { StatusCode::UNAUTHORIZED } else { StatusCode::SEE_OTHER };
            assert_eq!(heard.status, led, "{answer:?}: {}", heard.text);
        }
        assert_eq!(contents(&app.db).await, before);
        let id = late.location.rsplit('/').next().unwrap();
        let request = store::requests::get(&mut app.db.read().await.unwrap(), &id.into()).await.unwrap();
        assert!(!request.unwrap().state.is_open(), "nobody waits for who has left");
    })
    .await;
}

#[tokio::test]
async fn requests_wait_for_the_selection() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        app.travel_to(date(2026, 11, 5));
        let form = [("text", WORDS), ("rhythm", "weekly")];
        let answer = app.visitor("dana").post("/requests/new/aigul", &form).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.text.contains("только в период выбора"), "{}", answer.text);
    })
    .await;
}

#[tokio::test]
async fn what_was_typed_outlives_the_session() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let form = [("text", WORDS), ("goal", "начало урока"), ("rhythm", "weekly")];
        let expired = app.stranger().post("/requests/new/aigul", &form).await;
        assert_eq!(expired.status, StatusCode::UNAUTHORIZED);
        assert_eq!(expired.headers["cache-control"], "no-store", "a staff room has one computer");
        let again = r#"<form method="post" action="/requests/new/aigul""#;
        for part in [again, WORDS, r#"name="goal""#, r#"name="rhythm""#, "/sign-in"] {
            assert!(expired.text.contains(part), "{part}: {}", expired.text);
        }
        let sent = app.visitor("dana").post("/requests/new/aigul", &form).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "the same once more, signed in: {}", sent.text);
    })
    .await;
}

#[tokio::test]
async fn a_stranger_is_led_to_sign_in_and_a_foreign_form_is_refused() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let answer = app.stranger().get("/requests").await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
        assert_eq!(answer.location, "/sign-in?back=%2Frequests");
        let form = [("text", WORDS), ("rhythm", "weekly")];
        let foreign = app.visitor("dana").post_from_elsewhere("/requests/new/aigul", &form).await;
        assert_eq!(foreign.status, StatusCode::FORBIDDEN);
    })
    .await;
}

const OFFER: &str = "Видел ваш урок в 6 «А», давайте спланируем оценивание вместе.";

/// Айгүл offers to Дана; gives the address.
async fn offered(app: &TestApp) -> String {
    let form = [("text", OFFER), ("goal", "оценивание"), ("rhythm", "weekly")];
    let answer = app.visitor("aigul").post("/requests/offer/dana", &form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    answer.location
}

#[tokio::test]
async fn a_mentor_offers_first_and_the_newcomer_answers_in_one_of_four_ways() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let inbox = app.visitor("aigul").get("/requests").await.text;
        assert!(inbox.contains("href=\"/requests/offer/dana\""), "{inbox}");
        assert!(!app.visitor("dana").get("/requests").await.text.contains("/requests/offer/"));
        let offer = offered(&app).await;
        let home = app.visitor("dana").get("/").await.text;
        assert!(home.contains("Айгүл предлагает вам быть наставником"), "{home}");
        let list = app.visitor("dana").get("/requests").await.text;
        assert!(list.contains(&format!("action=\"{offer}/open\"")) && !list.contains(OFFER), "{list}");
        assert!(list.contains("Открыть предложение"), "{list}");
        let cards = app.visitor("dana").get("/mentors").await.text;
        assert!(cards.contains("Сейчас можно отправить 3 запроса"), "an offer uses up nothing: {cards}");
        assert!(cards.contains("предлагает вам") && !cards.contains("/requests/new/aigul"), "{cards}");
        app.visitor("dana").post(&format!("{offer}/open"), &[]).await;
        let read = app.visitor("dana").get(&offer).await.text;
        assert!(read.contains(OFFER) && read.contains("Ваш наставник: Айгүл"), "{read}");
        let asked = app.visitor("aigul").get(&offer).await.text;
        assert!(!asked.contains("value=\"accept\""), "the asker does not answer: {asked}");
        let own = app.visitor("aigul").post(&format!("{offer}/answer"), &[("answer", "accept")]).await;
        assert_eq!(own.status, StatusCode::NOT_FOUND);
        let done = app.visitor("dana").post(&format!("{offer}/answer"), &[("answer", "accept")]).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
        for (who, words) in [("dana", "Ваш наставник: Айгүл"), ("aigul", "Дана даёт согласие")]
        {
            let told = app.visitor(who).get(&offer).await.text;
            assert!(told.contains(words), "{who}: {told}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_newcomers_no_is_neutral_and_its_reason_is_not_the_mentors() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let offer = offered(&app).await;
        let form = [("answer", "decline"), ("reason", "Хочу к Бекжану"), ("for_coordinator", "yes")];
        app.visitor("dana").post(&format!("{offer}/answer"), &form).await;
        let seen = app.visitor("aigul").get(&offer).await.text;
        assert!(seen.contains("Это не оценка вашей работы") && !seen.contains("Бекжану"), "{seen}");
        assert!(app.visitor("dana").get(&offer).await.text.contains("Бекжану"), "the author reads it");
        let told = app.visitor("gulnafisa").get("/newcomers/dana").await.text;
        assert!(told.contains("Бекжану") && told.contains("наставник предложил сам"), "{told}");
        for other in ["zere", "bekzhan"] {
            assert_eq!(app.visitor(other).get(&offer).await.status, StatusCode::NOT_FOUND, "{other}");
        }
    })
    .await;
}

#[tokio::test]
async fn an_offer_is_changed_until_it_is_read_and_taken_back() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let offer = offered(&app).await;
        let edit = format!("{offer}/edit");
        assert!(app.visitor("aigul").get(&edit).await.text.contains(OFFER));
        assert_eq!(app.visitor("dana").get(&edit).await.status, StatusCode::NOT_FOUND);
        let words = "Другими словами: давайте работать вместе.";
        let saved = app.visitor("aigul").post(&edit, &[("text", words), ("rhythm", "as_needed")]).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text);
        app.visitor("aigul").post(&format!("{offer}/withdraw"), &[]).await;
        let seen = app.visitor("dana").get(&offer).await.text;
        assert!(seen.contains("Предложение отозвано"), "{seen}");
        let again = app.visitor("aigul").get("/requests").await.text;
        assert!(again.contains("href=\"/requests/offer/dana\""), "it can be sent again: {again}");
    })
    .await;
}

#[tokio::test]
async fn an_offer_that_the_rules_refuse_comes_back_with_what_was_typed() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        sent(&app).await;
        let form = [("text", OFFER), ("rhythm", "weekly")];
        let crossed = app.visitor("aigul").post("/requests/offer/dana", &form).await;
        assert_eq!(crossed.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            crossed.text.contains(OFFER) && crossed.text.contains("Между вами уже есть"),
            "{}",
            crossed.text
        );
        let newcomer = app.visitor("zere").post("/requests/offer/dana", &form).await;
        assert_eq!(newcomer.status, StatusCode::FORBIDDEN);
        let nobody = app.visitor("aigul").post("/requests/offer/bekzhan", &form).await;
        assert_eq!(nobody.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn offers_speak_three_languages() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let offer = offered(&app).await;
        app.visitor("dana").post(&format!("{offer}/open"), &[]).await;
        for lang in ["kk", "ru", "en"] {
            for (who, path) in [
                ("dana", "/requests"),
                ("dana", offer.as_str()),
                ("dana", "/"),
                ("aigul", "/requests"),
                ("aigul", offer.as_str()),
                ("aigul", "/requests/offer/zere"),
                ("gulnafisa", "/newcomers/dana"),
            ] {
                app.visitor(who).post("/language", &[("lang", lang), ("back", "/")]).await;
                let page = app.visitor(who).get(path).await;
                assert_eq!(page.status, StatusCode::OK, "{who} {path}");
                for raw in ["[requests-", "[home-", "[newcomers-", "{$"] {
                    assert!(!page.text.contains(raw), "{who} {path} {lang}: {}", page.text);
                }
            }
        }
    })
    .await;
}

/// What Дана writes to Бекжан, should Айгүл not take her.
const OTHER_WORDS: &str = "Хочу вести обсуждение, как у вас в 9 «А».";

#[tokio::test]
async fn words_about_the_first_mentor_never_reach_the_next_one() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let form = [("text", "Хочу работать как Айгүл апай: спокойно."), ("rhythm", "weekly")];
        let request = app.visitor("dana").post("/requests/new/aigul", &form).await.location;
        let follow = format!("{request}/follow");
        let short =
            app.visitor("dana").post(&follow, &[("next", "bekzhan"), ("next_words", "И к вам")]).await;
        assert_eq!(short.status, StatusCode::UNPROCESSABLE_ENTITY);
        let kept = short.text.contains("И к вам") && short.text.contains("не меньше 20 знаков");
        assert!(kept, "what was typed stays: {}", short.text);
        let named = [("next", "bekzhan"), ("next_words", OTHER_WORDS)];
        let named = app.visitor("dana").post(&follow, &named).await;
        assert_eq!(named.status, StatusCode::SEE_OTHER, "{}", named.text);
        assert!(app.visitor("dana").get(&request).await.text.contains(OTHER_WORDS));
        app.visitor("aigul").post(&format!("{request}/open"), &[]).await;
        let first = app.visitor("aigul").get(&request).await;
        assert!(!first.text.contains(OTHER_WORDS), "nobody reads that there is a next one: {}", first.text);
        app.visitor("aigul").post(&format!("{request}/answer"), &[("answer", "decline")]).await;
        let mut tx = app.db.read().await.unwrap();
        let to = store::requests::of_mentor(&mut tx, &"school-12".into(), &"bekzhan".into()).await.unwrap();
        drop(tx);
        let on = format!("/requests/{}", to[0].id);
        app.visitor("bekzhan").post(&format!("{on}/open"), &[]).await;
        for path in [on.as_str(), "/requests", "/"] {
            let second = app.visitor("bekzhan").get(path).await;
            assert_eq!(second.status, StatusCode::OK, "{path}");
            assert!(!second.text.contains("как Айгүл апай"), "{path}: {}", second.text);
            assert_eq!(second.text.contains(OTHER_WORDS), path == on, "{path}: {}", second.text);
        }
        let after = app.visitor("dana").get(&request).await;
        assert!(after.text.contains("Запрос пошёл дальше"), "{}", after.text);
    })
    .await;
}
