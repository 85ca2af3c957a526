//! A newcomer's own marks on cards, which nobody else ever sees.

use crate::app::{EVERYBODY, TestApp};
use crate::walk;
use axum::http::StatusCode;
use store::testing::{contents, on_both, on_sqlite};

async fn mark(app: &TestApp, who: &str, on: &str, mark: &str) {
    let answer = app.visitor(who).post(&format!("/mentors/{on}/mark"), &[("mark", mark)]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
}

/// The list of cards as somebody reads it.
async fn list(app: &TestApp, who: &str) -> String {
    let page = app.visitor(who).get("/mentors").await.text;
    page.split_once("id=\"mentors\"").unwrap().1.to_owned()
}

#[tokio::test]
async fn a_favourite_stands_first_and_the_same_button_takes_the_star_away() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let before = list(&app, "dana").await;
        let order =
            |page: &str| page.find("id=\"m-aigul\"").unwrap() < page.find("id=\"m-bekzhan\"").unwrap();
        assert!(order(&before) && before.contains("aria-pressed=\"false\""), "{before}");
        assert!(!before.contains("aria-pressed=\"true\""), "nothing is marked in advance");
        let done = app.visitor("dana").post("/mentors/bekzhan/mark", &[("mark", "favourite")]).await;
        assert_eq!(done.location, "/mentors#m-bekzhan", "back to where it now stands");
        let starred = list(&app, "dana").await;
        assert!(!order(&starred), "{starred}");
        let own = starred.split_once("id=\"m-bekzhan\"").unwrap().1;
        assert!(own.contains("value=\"none\" aria-pressed=\"true\""), "{own}");
        mark(&app, "dana", "bekzhan", "none").await;
        assert_eq!(list(&app, "dana").await, before);
    })
    .await;
}

#[tokio::test]
async fn a_hidden_card_lies_folded_at_the_end_and_can_still_be_read_and_asked() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        mark(&app, "dana", "aigul", "hidden").await;
        let page = list(&app, "dana").await;
        let (shown, folded) = page.split_once("Скрыты вами: 1").unwrap();
        assert!(shown.contains("id=\"m-bekzhan\"") && !shown.contains("id=\"m-aigul\""), "{shown}");
        assert!(folded.contains("/requests/new/aigul") && folded.contains("Вернуть в список"), "{folded}");
        let back = app.visitor("dana").post("/mentors/aigul/mark?from=card", &[("mark", "none")]).await;
        assert_eq!(back.location, "/mentors/aigul");
        assert!(!list(&app, "dana").await.contains("Скрыты вами"));
    })
    .await;
}

#[tokio::test]
async fn only_newcomers_have_marks_and_an_unknown_one_is_none() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        for other in ["aigul", "gulnafisa", "serik", "timur", "polina", "saule"] {
            let answer = app.visitor(other).post("/mentors/bekzhan/mark", &[("mark", "favourite")]).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{other}");
        }
        let page = app.visitor("aigul").get("/mentors/bekzhan").await.text;
        assert!(!page.contains("/bekzhan/mark"), "{page}");
        let unknown = app.visitor("dana").post("/mentors/bekzhan/mark", &[("mark", "loved")]).await;
        assert_eq!(unknown.status, StatusCode::BAD_REQUEST);
        let nobody = app.visitor("dana").post("/mentors/zere/mark", &[("mark", "hidden")]).await;
        assert_eq!(nobody.status, StatusCode::NOT_FOUND);
    })
    .await;
}

/// Everybody's pages but Дана's are the same, byte for byte, as if she had marked nobody.
async fn leaves_no_trace(app: &TestApp) {
    let addresses = walk::addresses(app).await;
    let others: Vec<&str> = EVERYBODY.into_iter().filter(|person| *person != "dana").collect();
    walk::look_at_noted(app, &others, &addresses).await;
    let mut before = Vec::new();
    for person in &others {
        before.push(walk::read(&app.visitor(person), &addresses).await);
    }
    let lines = contents(&app.db).await["audit"].clone();
    mark(app, "dana", "aigul", "favourite").await;
    mark(app, "dana", "bekzhan", "hidden").await;
    assert_eq!(contents(&app.db).await["audit"], lines, "the log says nothing");
    for (person, before) in others.iter().zip(before) {
        let after = walk::read(&app.visitor(person), &addresses).await;
        assert!(before.pages.len() > 3 || *person == "polina", "{person} reads something");
        let changed: Vec<&String> = before
            .pages
            .iter()
            .filter(|(at, page)| after.pages.get(*at) != Some(page))
            .map(|(at, _)| at)
            .collect();
        assert_eq!(changed, Vec::<&String>::new(), "{person}");
        assert_eq!(before.pages.len(), after.pages.len(), "{person}");
    }
}

#[tokio::test]
async fn in_the_selection_a_mark_leaves_no_trace_for_anybody_but_its_owner() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let form = [("text", "Хочу научиться начинать урок спокойно."), ("rhythm", "weekly")];
        app.visitor("dana").post("/requests/new/aigul", &form).await;
        leaves_no_trace(&app).await;
    })
    .await;
}

#[tokio::test]
async fn after_the_selection_a_mark_leaves_no_trace_for_anybody_but_its_owner() {
    on_sqlite(async |db| {
        let app = TestApp::new(db).await;
        walk::lively(&app).await;
        leaves_no_trace(&app).await;
    })
    .await;
}

#[tokio::test]
async fn suggestions_say_what_is_in_common_and_go_when_the_newcomer_has_agreed() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let page = app.visitor("dana").get("/mentors").await.text;
        let (_, suggestions) = page.split_once("id=\"suggestions\"").unwrap();
        let (suggestions, list) = suggestions.split_once("id=\"mentors\"").unwrap();
        for words in ["предмет: математика", "говорите по-русски", "/requests/new/aigul"]
        {
            assert!(suggestions.contains(words), "{words}: {suggestions}");
        }
        assert!(!suggestions.contains('%'), "no per cent");
        assert!(
            list.contains("id=\"m-aigul\"") && list.contains("id=\"m-bekzhan\""),
            "nobody leaves the list"
        );
        let elsewhere = app.visitor("aigul").get("/mentors").await.text;
        assert!(!elsewhere.contains("id=\"suggestions\""), "they are for newcomers");
        let form = [("text", "Хочу научиться начинать урок спокойно."), ("rhythm", "weekly")];
        let request = app.visitor("dana").post("/requests/new/aigul", &form).await.location;
        app.visitor("aigul").post(&format!("{request}/answer"), &[("answer", "accept")]).await;
        let agreed = app.visitor("dana").get("/mentors").await.text;
        assert!(!agreed.contains("id=\"suggestions\""), "{agreed}");
    })
    .await;
}

const WORDS: &str = "Айгүл Сайлауқызы, хочу научиться начинать урок спокойно.";

/// Дана asks Айгүл, who declines; gives the address of the request.
async fn declined(app: &TestApp) -> String {
    let form = [("text", WORDS), ("goal", "начало урока"), ("rhythm", "fortnightly")];
    let request = app.visitor("dana").post("/requests/new/aigul", &form).await.location;
    app.visitor("aigul").post(&format!("{request}/answer"), &[("answer", "decline")]).await;
    request
}

#[tokio::test]
async fn after_a_no_the_next_favourite_is_one_click_away_with_the_former_words() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let request = declined(&app).await;
        let id = request.rsplit('/').next().unwrap();
        let form = format!("/requests/new/bekzhan?from={id}");
        for page in [request.as_str(), "/"] {
            assert!(!app.visitor("dana").get(page).await.text.contains(&form), "nobody is marked: {page}");
        }
        mark(&app, "dana", "aigul", "favourite").await;
        mark(&app, "dana", "bekzhan", "favourite").await;
        for page in [request.as_str(), "/"] {
            let text = app.visitor("dana").get(page).await.text;
            assert!(text.contains(&form) && !text.contains("/requests/new/aigul?"), "{page}: {text}");
        }
        let mentor = app.visitor("aigul").get(&request).await.text;
        assert!(!mentor.contains("/requests/new/"), "the mentor learns nothing of it: {mentor}");
        let prefilled = app.visitor("dana").get(&form).await.text;
        assert!(prefilled.contains(WORDS) && prefilled.contains("value=\"начало урока\""), "{prefilled}");
        assert!(prefilled.contains("value=\"fortnightly\" checked"), "{prefilled}");
        assert!(prefilled.contains("Кому он был: Айгүл"), "the name is to be changed: {prefilled}");
        let short = app.visitor("dana").post(&form, &[("text", "Помогите"), ("rhythm", "weekly")]).await;
        assert!(short.text.contains("Помогите") && short.text.contains("Кому он был"), "{}", short.text);
        let sent = app.visitor("dana").post(&form, &[("text", WORDS), ("rhythm", "weekly")]).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text);
        assert!(!app.visitor("dana").get("/").await.text.contains(&form), "it was taken");
    })
    .await;
}

#[tokio::test]
async fn somebody_elses_words_do_not_come_into_the_form() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let request = declined(&app).await;
        let form = format!("/requests/new/bekzhan?from={}", request.rsplit('/').next().unwrap());
        let other = app.visitor("zere").get(&form).await;
        assert_eq!(other.status, StatusCode::NOT_FOUND);
        assert!(!other.text.contains(WORDS));
    })
    .await;
}

#[tokio::test]
async fn two_mentors_stand_side_by_side_with_ones_own_impressions() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let visit = [("with", "aigul"), ("kind", "talk"), ("day", "2026-10-02"), ("minutes", "20")];
        let work = app.visitor("dana").post("/contacts/new", &visit).await.location;
        let work = work.split('#').next().unwrap().to_owned();
        let note = [("ease", "4"), ("note", "Сначала спросила меня.")];
        app.visitor("dana").post(&format!("{work}/impression"), &note).await;
        let page = app.visitor("dana").get("/mentors/compare?with=aigul&with=bekzhan").await;
        assert_eq!(page.status, StatusCode::OK);
        for words in [
            "Нұрбаева Айгүл",
            "Тұяқов Бекжан",
            "Мне было спокойно",
            "Сначала спросила меня.",
            "Разговор, 2 октября",
            "предмет: математика",
            "/requests/new/aigul",
            "/contacts/new?with=bekzhan",
        ] {
            assert!(page.text.contains(words), "{words}: {}", page.text);
        }
        let other = app.visitor("zere").get("/mentors/compare?with=aigul&with=bekzhan").await;
        assert!(!other.text.contains("Сначала спросила") && !other.text.contains("Разговор,"));
    })
    .await;
}

#[tokio::test]
async fn two_favourites_are_compared_from_one_link() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        mark(&app, "dana", "aigul", "favourite").await;
        assert!(!list(&app, "dana").await.contains("/mentors/compare?with"), "one alone is not compared");
        mark(&app, "dana", "bekzhan", "favourite").await;
        let link = "href=\"/mentors/compare?with=aigul&#38;with=bekzhan\"";
        let page = list(&app, "dana").await;
        assert!(page.contains(link) || page.contains(&link.replace("&#38;", "&amp;")), "{page}");
    })
    .await;
}

#[tokio::test]
async fn one_or_four_cannot_be_compared_and_the_ticks_stay() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let form = list(&app, "dana").await;
        assert!(form.contains("value=\"aigul\" form=\"compare\">"), "{form}");
        for wrong in ["", "?with=aigul", "?with=aigul&with=aigul", "?with=a&with=b&with=c&with=d"] {
            let page = app.visitor("dana").get(&format!("/mentors/compare{wrong}")).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
            assert!(page.text.contains("отметьте двух или трёх"), "{wrong}: {}", page.text);
            let ticked = page.text.contains("value=\"aigul\" form=\"compare\" checked");
            assert_eq!(ticked, wrong.contains("aigul"), "{wrong}");
        }
        let unknown = app.visitor("dana").get("/mentors/compare?with=aigul&with=zere").await;
        assert_eq!(unknown.status, StatusCode::NOT_FOUND);
        let mentor = app.visitor("aigul").get("/mentors/compare?with=aigul&with=bekzhan").await;
        assert_eq!(mentor.status, StatusCode::FORBIDDEN);
    })
    .await;
}

#[tokio::test]
async fn the_pages_speak_three_languages() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let request = declined(&app).await;
        mark(&app, "dana", "bekzhan", "favourite").await;
        let form = format!("/requests/new/bekzhan?from={}", request.rsplit('/').next().unwrap());
        let compare = "/mentors/compare?with=aigul&with=bekzhan";
        for lang in ["kk", "ru", "en"] {
            app.visitor("dana").post("/language", &[("lang", lang), ("back", "/")]).await;
            for path in ["/", "/mentors", "/mentors/bekzhan", compare, request.as_str(), form.as_str()] {
                let page = app.visitor("dana").get(path).await;
                assert_eq!(page.status, StatusCode::OK, "{path}");
                assert!(page.text.contains(&format!("<html lang=\"{lang}\"")), "{path} {lang}");
                for raw in ["[mentors-", "[suggestions-", "[requests-", "[home-", "[contacts-", "{$"] {
                    assert!(!page.text.contains(raw), "{path} {lang} {raw}: {}", page.text);
                }
            }
        }
    })
    .await;
}
