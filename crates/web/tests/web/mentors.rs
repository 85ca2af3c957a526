//! Pages of mentors.

use crate::app::{Answer, TestApp};
use axum::http::StatusCode;
use domain::mentors::State;
use domain::people::{Category, Person, Role};
use jiff::civil::date;
use store::testing::on_both;

const CARD: [(&str, &str); 11] = [
    ("motive", "Хочу делиться тем, что умею."),
    ("gives", "Разбор урока без оценок."),
    ("works", "По средам, коротко."),
    ("languages", "kk"),
    ("languages", "en"),
    ("places", "1"),
    ("duty", "time"),
    ("duty", "everybody"),
    ("duty", "confidence"),
    ("duty", "free_no"),
    ("duty", "training"),
];

/// Полина teaches: she may come forward.
pub(crate) async fn polina_teaches(app: &TestApp) {
    let mut tx = app.db.write().await.unwrap();
    store::people::open_role(&mut tx, &"polina".into(), Role::Teacher, date(2026, 8, 15)).await.unwrap();
    tx.commit().await.unwrap();
}

pub(crate) async fn with_category(app: &TestApp, category: Category) {
    let mut tx = app.db.write().await.unwrap();
    let mut person = store::people::get(&mut tx, &"polina".into()).await.unwrap().unwrap();
    person.category = category;
    store::people::save(&mut tx, &person).await.unwrap();
    tx.commit().await.unwrap();
}

/// How Полина's candidature stands, and the address of its page.
async fn polinas(app: &TestApp) -> Option<(State, String)> {
    let mut tx = app.db.read().await.unwrap();
    let found = store::mentors::of_person(&mut tx, &"programme".into(), &"polina".into()).await.unwrap();
    found.map(|mentor| (mentor.state, format!("/mentors/{}", mentor.id)))
}

pub(crate) async fn applied(app: &TestApp) -> String {
    polina_teaches(app).await;
    let answer = app.visitor("polina").post("/mentors/card", &CARD).await;
    assert_eq!((answer.status, answer.location.as_str()), (StatusCode::SEE_OTHER, "/mentors/card"));
    polinas(app).await.unwrap().1
}

/// Дана asks and Айгүл accepts: her one place is taken.
async fn aigul_is_full(app: &TestApp) {
    let form = [("text", "Хочу научиться начинать урок спокойно."), ("rhythm", "weekly")];
    let request = app.visitor("dana").post("/requests/new/aigul", &form).await.location;
    let accept = [("answer", "accept")];
    let answer = app.visitor("aigul").post(&format!("{request}/answer"), &accept).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
}

fn refused(answer: &Answer, with: &str) {
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", answer.text);
    assert!(answer.text.contains(with), "«{with}» in {}", answer.text);
}

#[tokio::test]
async fn a_newcomer_reads_the_cards_by_name_and_writes_from_them() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let page = app.visitor("dana").get("/mentors").await.text;
        let (aigul, bekzhan) = (page.find("Нұрбаева Айгүл").unwrap(), page.find("Тұяқов Бекжан").unwrap());
        assert!(aigul < bekzhan, "by name");
        for words in ["математика, педагог-эксперт", "Помогаю начать урок", "казахский, русский"]
        {
            assert!(page.contains(words), "{words}");
        }
        for link in ["/mentors/aigul", "/requests/new/aigul", "/requests/new/bekzhan"] {
            assert!(page.contains(&format!("href=\"{link}\"")), "{link}");
        }
        assert!(!page.contains("/mentors/nominate"), "nominating is the coordinator's");
        let card = app.visitor("dana").get("/mentors/aigul").await.text;
        assert!(card.contains("Хочу, чтобы молодым было легче") && card.contains("/contacts/new?with=aigul"));
        assert!(!card.contains("приказ № 160"), "eligibility is not the newcomers'");
    })
    .await;
}

#[tokio::test]
async fn a_full_mentor_says_so_and_cannot_be_asked() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        aigul_is_full(&app).await;
        let page = app.visitor("zere").get("/mentors").await.text;
        assert!(page.contains("мест нет") && !page.contains("/requests/new/aigul"), "{page}");
        assert!(page.contains("/requests/new/bekzhan"));
        let agreed = app.visitor("dana").get("/mentors").await.text;
        assert!(agreed.contains("Ваш наставник: Айгүл") && !agreed.contains("/requests/new/"), "{agreed}");
    })
    .await;
}

#[tokio::test]
async fn whoever_was_asked_leads_to_the_request_instead_of_a_second_one() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let form = [("text", "Хочу научиться начинать урок спокойно."), ("rhythm", "weekly")];
        let request = app.visitor("dana").post("/requests/new/aigul", &form).await.location;
        for page in ["/mentors", "/mentors/aigul"] {
            let text = app.visitor("dana").get(page).await.text;
            assert!(text.contains(&request) && !text.contains("/requests/new/aigul"), "{page}: {text}");
        }
    })
    .await;
}

#[tokio::test]
async fn outside_the_selection_cards_are_read_and_nobody_is_asked() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        app.travel_to(date(2026, 11, 5));
        for page in ["/mentors", "/mentors/aigul"] {
            let text = app.visitor("dana").get(page).await.text;
            assert!(text.contains("Помогаю начать урок") && !text.contains("/requests/new/"), "{page}");
        }
    })
    .await;
}

#[tokio::test]
async fn somebody_applies_is_rejected_with_a_reason_and_alone_reads_it() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let candidature = applied(&app).await;
        let list = app.visitor("gulnafisa").get("/mentors").await.text;
        assert!(list.contains("Решите по заявке: Полина") && list.contains(&candidature), "{list}");
        let decide = format!("{candidature}/decide");
        let silent = app.visitor("gulnafisa").post(&decide, &[("decision", "reject"), ("reason", " ")]).await;
        refused(&silent, "Напишите причину");
        let nothing = app.visitor("gulnafisa").post(&decide, &[("reason", "Позже.")]).await;
        refused(&nothing, "Позже.");
        let reason = "В этом году нужны наставники начальных классов.";
        let form = [("decision", "reject"), ("reason", reason)];
        let done = app.visitor("gulnafisa").post(&decide, &form).await;
        assert_eq!((done.status, done.location.as_str()), (StatusCode::SEE_OTHER, "/mentors"));
        let own = app.visitor("polina").get("/mentors/card").await.text;
        assert!(own.contains(reason) && own.contains("Подать заявку"), "{own}");
        assert!(app.visitor("gulnafisa").get(&candidature).await.text.contains(reason));
        for other in ["dana", "aigul", "serik"] {
            assert_eq!(app.visitor(other).get(&candidature).await.status, StatusCode::NOT_FOUND, "{other}");
        }
    })
    .await;
}

#[tokio::test]
async fn an_exception_needs_a_reason_and_the_rule_is_named_with_its_source() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        with_category(&app, Category::Moderator).await;
        let candidature = applied(&app).await;
        let page = app.visitor("gulnafisa").get(&candidature).await.text;
        for words in
            ["Категория: педагог-эксперт или выше", "педагог-модератор", "не подходит", "приказ № 160"]
        {
            assert!(page.contains(words), "{words}");
        }
        let decide = format!("{candidature}/decide");
        let form = [("decision", "approve"), ("reason", "это про отказ")];
        refused(&app.visitor("gulnafisa").post(&decide, &form).await, "Одно из правил не выполнено");
        assert_eq!(polinas(&app).await.unwrap().0, State::Applied);
        let form = [("decision", "approve"), ("exception", "В школе нет эксперта по информатике.")];
        let done = app.visitor("gulnafisa").post(&decide, &form).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
        let cards = app.visitor("dana").get("/mentors").await.text;
        assert!(cards.contains("Котова Полина") && !cards.contains("нет эксперта"), "{cards}");
    })
    .await;
}

#[tokio::test]
async fn years_of_service_are_a_line_of_their_own_in_every_language() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        with_category(&app, Category::Expert).await;
        let mut tx = app.db.write().await.unwrap();
        let polina = store::people::get(&mut tx, &"polina".into()).await.unwrap().unwrap();
        store::people::save(&mut tx, &Person { service_years: Some(1), ..polina }).await.unwrap();
        tx.commit().await.unwrap();
        let candidature = applied(&app).await;
        for (lang, asked, has) in [
            ("kk", "Педагогикалық өтілі: кемінде 3 жыл", "1 жыл өтілі бар"),
            ("ru", "Педагогический стаж: не меньше 3 лет", "1 год"),
            ("en", "Years of service: 3 at least", "1 year of service"),
        ] {
            app.speak("gulnafisa", lang).await;
            let page = app.visitor("gulnafisa").get(&candidature).await.text;
            assert!(page.contains(asked) && page.contains(has), "{lang}: {page}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_nominee_says_no_in_one_click_and_no_mark_stays() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        polina_teaches(&app).await;
        let search = app.visitor("gulnafisa").get("/mentors?find=kotova").await.text;
        assert!(search.contains("Никого не нашли"));
        let search = app.visitor("gulnafisa").get("/mentors?find=%D0%BA%D0%BE%D1%82%D0%BE").await.text;
        assert!(search.contains("Котова Полина") && search.contains("правила выполнены"), "{search}");
        let form = [("person", "polina"), ("find", "кото")];
        let done = app.visitor("gulnafisa").post("/mentors/nominate", &form).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER);
        let asked = app.visitor("polina").get("/mentors").await.text;
        assert!(asked.contains("Вам предлагают стать наставником"), "{asked}");
        let no = app.visitor("polina").post("/mentors/card", &[("answer", "no")]).await;
        assert_eq!((no.status, no.location.as_str()), (StatusCode::SEE_OTHER, "/mentors"));
        let list = app.visitor("gulnafisa").get("/mentors").await.text;
        assert!(list.contains("сейчас не участвует") && !list.contains("отказал"), "{list}");
        let again = app.visitor("gulnafisa").post("/mentors/nominate", &form).await;
        assert_eq!(again.status, StatusCode::SEE_OTHER, "asking again is open");
        let yes = app.visitor("polina").post("/mentors/card", &CARD).await;
        assert_eq!(yes.status, StatusCode::SEE_OTHER, "{}", yes.text);
        assert_eq!(polinas(&app).await.unwrap().0, State::Applied);
    })
    .await;
}

#[tokio::test]
async fn a_search_needs_no_kazakh_letters_and_finds_nobody_of_another_school() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let search = app.visitor("gulnafisa").get("/mentors?find=%D1%82%D1%83%D1%8F%D0%BA").await.text;
        assert!(search.contains("Тұяқов Бекжан"), "{search}");
        let all = app.visitor("gulnafisa").get("/mentors?find=").await.text;
        assert!(all.contains("Оразбаев Серік") && !all.contains("Ахметов"), "{all}");
    })
    .await;
}

#[tokio::test]
async fn an_incomplete_card_comes_back_with_what_was_typed() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        polina_teaches(&app).await;
        let form = [("motive", "Хочу делиться."), ("gives", " "), ("languages", "kk"), ("places", "1")];
        let answer = app.visitor("polina").post("/mentors/card", &form).await;
        refused(&answer, "Хочу делиться.");
        assert!(answer.text.contains("f-gives-e") && answer.text.contains("f-works-e"));
        let tongueless: Vec<_> = CARD.into_iter().filter(|(name, _)| *name != "languages").collect();
        let answer = app.visitor("polina").post("/mentors/card", &tongueless).await;
        refused(&answer, "Отметьте хотя бы один язык");
        assert_eq!(polinas(&app).await, None);
    })
    .await;
}

#[tokio::test]
async fn a_mentor_changes_the_card_and_newcomers_read_the_new_words() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        aigul_is_full(&app).await;
        let form = app.visitor("aigul").get("/mentors/card").await.text;
        assert!(form.contains("Помогаю начать урок") && form.contains("уже занято: 1"), "{form}");
        let too_many: Vec<_> = CARD
            .into_iter()
            .map(|(name, value)| (name, if name == "places" { "3" } else { value }))
            .collect();
        let answer = app.visitor("aigul").post("/mentors/card", &too_many).await;
        refused(&answer, "не больше 2 молодых педагогов");
        let saved = app.visitor("aigul").post("/mentors/card", &CARD).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text);
        let card = app.visitor("zere").get("/mentors/aigul").await.text;
        assert!(card.contains("Разбор урока без оценок.") && card.contains("казахский, английский"));
    })
    .await;
}

#[tokio::test]
async fn stepping_back_says_first_what_it_ends() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let form = [("text", "Хочу научиться начинать урок спокойно."), ("rhythm", "weekly")];
        let request = app.visitor("dana").post("/requests/new/bekzhan", &form).await.location;
        let page = app.visitor("bekzhan").get("/mentors/card/step-back").await.text;
        assert!(page.contains("1 открытый запрос закроется"), "{page}");
        let done = app.visitor("bekzhan").post("/mentors/card/step-back", &[]).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
        assert!(!app.visitor("dana").get("/mentors").await.text.contains("Тұяқов"));
        let told = app.visitor("dana").get(&request).await.text;
        assert!(told.contains("больше не участвует"), "{told}");
    })
    .await;
}

#[tokio::test]
async fn a_mentor_with_a_newcomer_reads_whom_somebody_else_must_be_named_for() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        aigul_is_full(&app).await;
        let page = app.visitor("aigul").get("/mentors/card/step-back").await;
        assert!(page.text.contains("С вами работает Дана"), "{}", page.text);
        assert!(!page.text.contains("action=\"/mentors/card/step-back\""), "there is nothing to press");
        refused(&app.visitor("aigul").post("/mentors/card/step-back", &[]).await, "С вами работает Дана");
    })
    .await;
}

#[tokio::test]
async fn n04_a_newcomer_does_not_become_a_mentor_by_a_second_role() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let mut tx = app.db.write().await.unwrap();
        store::people::open_role(&mut tx, &"dana".into(), Role::Mentor, date(2026, 8, 15)).await.unwrap();
        tx.commit().await.unwrap();
        let page = app.visitor("dana").get("/mentors/card").await.text;
        assert!(page.contains("не может в том же году быть в ней наставником"), "{page}");
        assert!(!page.contains("name=\"motive\""), "there is no form");
        let form = app.visitor("dana").post("/mentors/card", &CARD).await;
        refused(&form, "не может в том же году быть в ней наставником");
        let search = app.visitor("gulnafisa").get("/mentors?find=%D0%B4%D0%B0%D0%BD%D0%B0").await.text;
        assert!(
            search.contains("стать наставником нельзя") && !search.contains("value=\"dana\""),
            "{search}"
        );
        let forced = app.visitor("gulnafisa").post("/mentors/nominate", &[("person", "dana")]).await;
        refused(&forced, "не может в том же году быть в ней наставником");
        let mut tx = app.db.read().await.unwrap();
        let found = store::mentors::of_person(&mut tx, &"programme".into(), &"dana".into()).await.unwrap();
        assert_eq!(found, None);
    })
    .await;
}

#[tokio::test]
async fn n08_candidatures_of_a_school_are_its_own_coordinators() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let candidature = applied(&app).await;
        let decide = format!("{candidature}/decide");
        let approve = [("decision", "approve")];
        for other in ["aigul", "dana", "serik", "polina", "saule"] {
            let answer = app.visitor(other).post(&decide, &approve).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{other}");
            let answer = app.visitor(other).post("/mentors/nominate", &[("person", "serik")]).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{other}");
        }
        assert_eq!(app.visitor("timur").post(&decide, &approve).await.status, StatusCode::NOT_FOUND);
        assert_eq!(app.stranger().get("/mentors").await.location, "/sign-in?back=%2Fmentors");
        assert_eq!(polinas(&app).await.unwrap().0, State::Applied);
        let page = app.visitor("timur").get("/mentors").await;
        assert!(page.text.contains("программа ещё не началась"), "{}", page.text);
    })
    .await;
}

#[tokio::test]
async fn every_page_speaks_three_languages_without_a_raw_key() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let candidature = applied(&app).await;
        let nominee = [("person", "serik")];
        app.visitor("gulnafisa").post("/mentors/nominate", &nominee).await;
        let pages = [
            ("dana", "/mentors"),
            ("dana", "/mentors/aigul"),
            ("dana", "/mentors/card"),
            ("gulnafisa", "/mentors?find="),
            ("gulnafisa", candidature.as_str()),
            ("gulnafisa", "/mentors/aigul"),
            ("gulnafisa", "/mentors/card"),
            ("aigul", "/mentors"),
            ("aigul", "/mentors/card"),
            ("aigul", "/mentors/card/step-back"),
            ("serik", "/mentors"),
            ("serik", "/mentors/card"),
            ("polina", "/mentors/card/step-back"),
        ];
        for day in [date(2026, 8, 20), date(2026, 10, 5), date(2026, 11, 5)] {
            app.travel_to(day);
            for (who, path) in pages {
                for lang in ["kk", "ru", "en"] {
                    app.visitor(who).post("/language", &[("lang", lang), ("back", "/")]).await;
                    let page = app.visitor(who).get(path).await;
                    assert_eq!(page.status, StatusCode::OK, "{who} {path}");
                    assert!(page.text.contains(&format!("<html lang=\"{lang}\"")), "{who} {path} {lang}");
                    let raw = page.text.contains("[mentors-") || page.text.contains("[rosters-");
                    assert!(!raw && !page.text.contains("{$"), "{who} {path} {lang}: {}", page.text);
                }
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_pause_stands_on_the_card_and_no_new_request_comes_until_the_day() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let wish = [("text", "Хочу научиться начинать урок спокойно."), ("rhythm", "weekly")];
        for (day, why) in [
            ("", "Это поле нужно заполнить"),
            ("2026-10-05", "позже сегодняшнего"),
            ("2027-06-30", "Программа заканчивается"),
        ] {
            let page = app.visitor("aigul").post("/mentors/card/pause", &[("back_on", day)]).await;
            refused(&page, why);
        }
        let done = app.visitor("aigul").post("/mentors/card/pause", &[("back_on", "2026-10-12")]).await;
        assert_eq!((done.status, done.location.as_str()), (StatusCode::SEE_OTHER, "/mentors/card"));
        for path in ["/mentors", "/mentors/aigul"] {
            let page = app.visitor("dana").get(path).await.text;
            assert!(page.contains("на паузе до 12 октября"), "{path}: {page}");
            assert!(!page.contains("/requests/new/aigul"), "{path}: {page}");
        }
        let page = app.visitor("dana").post("/requests/new/aigul", &wish).await;
        refused(&page, "на паузе до 12 октября");
        let own = app.visitor("aigul").get("/mentors/card/pause").await.text;
        assert!(own.contains("Новые запросы не приходят до 12 октября"), "{own}");
        app.visitor("aigul").post("/mentors/card/pause", &[("step", "resume")]).await;
        app.visitor("aigul").post("/mentors/card/pause", &[("back_on", "2026-10-12")]).await;
        app.travel_to(date(2026, 10, 12));
        let sent = app.visitor("dana").post("/requests/new/aigul", &wish).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text);
        for stranger in ["dana", "polina", "serik"] {
            let page = app.visitor(stranger).post("/mentors/card/pause", &[("step", "resume")]).await;
            assert_eq!(page.status, StatusCode::FORBIDDEN, "{stranger}");
        }
    })
    .await;
}

#[tokio::test]
async fn whoever_comes_forward_ticks_every_duty_and_nothing_typed_is_lost() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        polina_teaches(&app).await;
        let half: Vec<(&str, &str)> = CARD.iter().copied().filter(|field| field.1 != "free_no").collect();
        let refused = app.visitor("polina").post("/mentors/card", &half).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text.contains("Отметьте всё"), "{}", refused.text);
        assert!(refused.text.contains("Хочу делиться тем, что умею."));
        assert!(
            refused.text.contains("value=\"time\" checked")
                && !refused.text.contains("value=\"free_no\" checked")
        );
        assert!(polinas(&app).await.is_none());
        applied(&app).await;
        let own = app.visitor("polina").get("/mentors/card").await;
        assert!(own.text.contains("Вы отметили всё: 5 октября"), "{}", own.text);
        assert!(!own.text.contains("name=\"duty\""), "asked once");
    })
    .await;
}

async fn closed(app: &TestApp, field: &str, to: &str) -> Answer {
    let form = [("value", to), ("reason", "Решение совета школы № 3")];
    app.visitor("gulnafisa").post(&format!("/programmes/programme/settings/readers_{field}"), &form).await
}

#[tokio::test]
async fn a_field_that_the_programme_closes_is_read_by_the_mentor_and_the_coordinator_alone() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        // Her own words: other cards of the school say something else.
        assert_eq!(app.visitor("aigul").post("/mentors/card", &CARD).await.status, StatusCode::SEE_OTHER);
        let (motive, gives) = (CARD[0].1, CARD[1].1);
        let pages = ["/mentors", "/mentors/aigul", "/mentors/compare?with=aigul&with=bekzhan"];
        let reads = async |who: &str, words: &str| {
            let mut text = String::new();
            for path in pages {
                text += &app.visitor(who).get(path).await.text;
            }
            text.contains(words)
        };
        assert!(reads("dana", gives).await && reads("bekzhan", gives).await);
        for (field, words) in [("gives", gives), ("motive", motive)] {
            assert_eq!(closed(&app, field, "coordinator").await.status, StatusCode::SEE_OTHER);
            for who in ["dana", "zere", "bekzhan", "polina"] {
                assert!(!reads(who, words).await, "{who} reads {field}");
            }
            for who in ["aigul", "gulnafisa"] {
                assert!(reads(who, words).await, "{who} does not read {field}");
            }
        }
        let own = app.visitor("aigul").get("/mentors/card").await.text;
        assert!(own.contains("Кроме поля «Чем может помочь»"), "the mentor knows for whom they write: {own}");
    })
    .await;
}

#[tokio::test]
async fn the_category_is_a_fact_of_the_list_and_may_be_closed_and_opened_again() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let reads = async || app.visitor("dana").get("/mentors/aigul").await.text.contains("педагог-эксперт");
        assert!(reads().await);
        assert_eq!(closed(&app, "category", "matching").await.status, StatusCode::SEE_OTHER);
        assert!(!reads().await);
        assert_eq!(closed(&app, "category", "everyone").await.status, StatusCode::SEE_OTHER);
        assert!(reads().await);
    })
    .await;
}

#[tokio::test]
async fn what_mentors_wrote_for_few_is_not_opened_to_more() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        assert_eq!(closed(&app, "works", "matching").await.status, StatusCode::SEE_OTHER);
        let wider = closed(&app, "works", "everyone").await;
        refused(&wider, "для более узкого круга");
        assert_eq!(
            closed(&app, "works", "coordinator").await.status,
            StatusCode::SEE_OTHER,
            "but closed further"
        );
    })
    .await;
}

#[tokio::test]
async fn a_suggestion_counts_what_is_for_matching_without_naming_it() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let page = async || app.visitor("zere").get("/mentors").await.text;
        let named = "говорите по-русски";
        assert!(page().await.contains(named));
        assert_eq!(closed(&app, "languages", "matching").await.status, StatusCode::SEE_OTHER);
        let after = page().await;
        assert!(!after.contains(named) && after.contains("id=\"suggestions\""), "{after}");
    })
    .await;
}
