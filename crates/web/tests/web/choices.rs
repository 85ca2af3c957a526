//! The page of the own ranking: written step by step, sealed, and what its author reads afterwards.

use crate::app::TestApp;
use axum::http::StatusCode;
use domain::Instant;
use domain::choices::{List, Order};
use domain::requests::{Rhythm, Wish};
use domain::secrets::Secret;
use jiff::civil::date;
use scraper::{Html, Selector};
use std::collections::{BTreeMap, BTreeSet};
use store::testing::on_both;

/// Names in the order in which the page numbers them.
fn numbered(page: &str) -> Vec<String> {
    let Some(list) = page.split("<ol class=\"rank\">").nth(1) else { return vec![] };
    let list = list.split("</ol>").next().unwrap();
    list.split("<b>").skip(1).map(|rest| rest.split("</b>").next().unwrap().to_owned()).collect()
}

/// Takes a step and looks at the page to which it leads.
async fn step(app: &TestApp, who: &str, form: (&str, &str)) -> String {
    let taken = app.visitor(who).post("/choices", &[form]).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.text);
    app.visitor(who).get(&taken.location).await.text
}

/// Дана and Айгүл agree by a request.
async fn agreed(app: &TestApp) {
    let (dana, aigul) = (app.actor("dana").await, app.actor("aigul").await);
    let text = "Хочу научиться начинать урок спокойно.".into();
    let wish = Wish { text, goals: vec![], rhythm: Rhythm::Weekly };
    let request = actions::requests::send(&app.context(&dana), &"aigul".into(), wish).await.unwrap();
    actions::requests::accept(&app.context(&aigul), &request).await.unwrap();
}

#[tokio::test]
async fn each_press_is_kept_and_the_page_says_where_somebody_stands() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let empty = app.visitor("dana").get("/choices").await;
        assert!(empty.text.contains("Пока никого") && numbered(&empty.text).is_empty(), "{}", empty.text);
        step(&app, "dana", ("add", "aigul")).await;
        let two = step(&app, "dana", ("add", "bekzhan")).await;
        assert_eq!(numbered(&two), ["Нұрбаева Айгүл", "Тұяқов Бекжан"]);
        assert!(two.contains("Тұяқов Бекжан: теперь место 2 из 2.") && two.contains("Сохранено 5 октября"));
        let swapped = step(&app, "dana", ("up", "bekzhan")).await;
        assert_eq!(numbered(&swapped), ["Тұяқов Бекжан", "Нұрбаева Айгүл"]);
        let off = step(&app, "dana", ("off", "aigul")).await;
        assert!(off.contains("Нұрбаева Айгүл: больше не в списке."), "{off}");
        let again = app.visitor("dana").get("/choices").await;
        assert_eq!(numbered(&again.text), ["Тұяқов Бекжан"], "nothing had to be saved");
    })
    .await;
}

/// The button that has the focus when the page is there: its step and whom it is about.
fn focused(page: &str) -> Option<(String, String)> {
    let page = Html::parse_document(page);
    let buttons = Selector::parse("button[autofocus]").unwrap();
    let mut buttons = page.select(&buttons);
    let button = buttons.next()?.value();
    assert!(buttons.next().is_none(), "one button has the focus");
    assert!(button.attr("disabled").is_none() && button.attr("aria-describedby") == Some("moved"));
    assert_eq!(page.select(&Selector::parse("#moved").unwrap()).count(), 1);
    Some((button.attr("name")?.to_owned(), button.attr("value")?.to_owned()))
}

#[tokio::test]
async fn hands_on_a_keyboard_go_on_where_they_were() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let fresh = app.visitor("dana").get("/choices").await;
        assert_eq!(focused(&fresh.text), None);
        for (pressed, about, then) in [
            ("add", "aigul", "off"),
            ("add", "bekzhan", "up"),
            ("up", "bekzhan", "down"),
            ("down", "bekzhan", "up"),
            ("equal", "bekzhan", "up"),
            ("down", "bekzhan", "up"),
            ("up", "aigul", "down"),
            ("off", "aigul", "add"),
        ] {
            let page = step(&app, "dana", (pressed, about)).await;
            assert_eq!(focused(&page), Some((then.to_owned(), about.to_owned())), "{pressed} {about}");
        }
        let odd = app.visitor("dana").get("/choices?at=bekzhan&by=%3Cb%3E").await;
        assert_eq!(focused(&odd.text), Some(("off".to_owned(), "bekzhan".to_owned())));
    })
    .await;
}

/// Names place by place; those who stand equal share one.
fn places(page: &str) -> Vec<Vec<String>> {
    let page = Html::parse_document(page);
    let (place, name) = (Selector::parse("ol.rank > li").unwrap(), Selector::parse("b").unwrap());
    let names =
        |place: scraper::ElementRef<'_>| place.select(&name).map(|name| name.text().collect()).collect();
    page.select(&place).map(names).collect()
}

/// Ids that a button of the ranking would send.
fn offered(page: &str, step: &str) -> Vec<String> {
    let page = Html::parse_document(page);
    let buttons = Selector::parse(&format!("ol.rank button[name={step}]:not([disabled])")).unwrap();
    page.select(&buttons).filter_map(|one| one.value().attr("value").map(str::to_owned)).collect()
}

#[tokio::test]
async fn two_who_are_equal_stand_in_one_place_in_every_language() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        step(&app, "dana", ("add", "aigul")).await;
        let two = step(&app, "dana", ("add", "bekzhan")).await;
        assert_eq!(offered(&two, "equal"), ["bekzhan"], "nobody stands above the first");
        let tied = step(&app, "dana", ("equal", "bekzhan")).await;
        assert!(tied.contains("Тұяқов Бекжан: теперь место 1 из 1, наравне с другими."), "{tied}");
        assert_eq!(places(&tied), [["Нұрбаева Айгүл", "Тұяқов Бекжан"]]);
        assert!(offered(&tied, "equal").is_empty());
        assert_eq!(offered(&tied, "up"), ["aigul", "bekzhan"], "both may leave it");
        for (lang, word) in [("kk", "Тең дәрежеде"), ("ru", "Наравне"), ("en", "Equal")] {
            app.speak("dana", lang).await;
            let page = app.visitor("dana").get("/choices?at=bekzhan").await;
            assert_eq!(places(&page.text).len(), 1, "{lang}");
            let label = format!("<p class=\"small muted\">{word}</p>");
            assert!(page.text.contains(&label) && !page.text.contains("[choices-"), "{lang}: {}", page.text);
        }
        app.travel_to(date(2026, 11, 2));
        let stands = app.visitor("dana").get("/choices").await;
        assert_eq!(places(&stands.text), [["Нұрбаева Айгүл", "Тұяқов Бекжан"]]);
        app.travel_to(date(2026, 10, 5));
        let apart = step(&app, "dana", ("up", "bekzhan")).await;
        assert_eq!(places(&apart), [["Тұяқов Бекжан"], ["Нұрбаева Айгүл"]]);
    })
    .await;
}

#[tokio::test]
async fn nobody_is_made_equal_who_is_not_listed_or_does_not_exist() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        step(&app, "dana", ("add", "aigul")).await;
        for other in ["bekzhan", "zere", "timur", "<b>", "'; DROP TABLE choices; --"] {
            let page = step(&app, "dana", ("equal", other)).await;
            assert_eq!(places(&page), [["Нұрбаева Айгүл"]], "{other}");
        }
        let foreign = app.visitor("serik").post("/choices", &[("equal", "aigul")]).await;
        assert_eq!(foreign.status, StatusCode::FORBIDDEN);
    })
    .await;
}

#[tokio::test]
async fn the_page_says_by_which_rule_pairs_are_found_and_when_it_was_changed() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let seed = actions::proposals::seed(&"programme".into()).to_string();
        let dana = app.visitor("dana").get("/choices").await.text;
        assert!(dana.contains("молодой педагог ничего не выигрывает") && dana.contains(&seed), "{dana}");
        assert!(
            dana.contains("Длина списка любая") && dana.contains("Назвать можно любое число людей"),
            "{dana}"
        );
        assert!(!dana.contains("раньше было другое"));
        let aigul = app.visitor("aigul").get("/choices").await.text;
        assert!(aigul.contains("начиная с желаний молодых педагогов") && aigul.contains(&seed), "{aigul}");
        assert!(!aigul.contains("ничего не выигрывает"), "no rule can promise that to mentors too");
        let form = [("value", "most_pairs"), ("reason", "Протокол № 4")];
        let changed =
            app.visitor("gulnafisa").post("/programmes/programme/settings/choice_mode", &form).await;
        assert_eq!(changed.status, StatusCode::SEE_OTHER, "{}", changed.text);
        for who in ["dana", "aigul"] {
            let page = app.visitor(who).get("/choices").await.text;
            assert!(page.contains("выигрывает тот, кто скрыл, что двое для него равны"), "{who}: {page}");
            assert!(page.contains("Правило изменили 5 октября") && page.contains(&seed), "{who}: {page}");
            assert!(!page.contains("Протокол № 4"), "the reason is the coordinator's");
        }
        let dana = app.visitor("dana").get("/choices").await.text;
        assert!(dana.contains("Не больше 3 имён") && !dana.contains("Длина списка любая"), "{dana}");
    })
    .await;
}

#[tokio::test]
async fn a_mentor_names_whom_they_would_take() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let page = step(&app, "aigul", ("add", "zere")).await;
        assert_eq!(numbered(&page), ["Искалиева Зере"]);
        assert!(page.contains("Молодые педагоги не узнают, кого в списке нет."), "{page}");
        for lang in ["kk", "ru", "en"] {
            for who in ["aigul", "dana", "serik"] {
                app.speak(who, lang).await;
                let page = app.visitor(who).get("/choices").await;
                assert_eq!(page.status, StatusCode::OK, "{who} {lang}");
                assert!(!page.text.contains("[choices-"), "{who} {lang}: {}", page.text);
            }
        }
    })
    .await;
}

#[tokio::test]
async fn after_the_last_day_the_list_stands_and_is_still_shown_to_its_author() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        step(&app, "dana", ("add", "aigul")).await;
        app.travel_to(date(2026, 11, 1));
        step(&app, "dana", ("add", "bekzhan")).await;
        app.travel_to(date(2026, 11, 2));
        let late = app.visitor("dana").post("/choices", &[("off", "aigul")]).await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(late.text.contains("последний день прошёл"), "{}", late.text);
        assert_eq!(numbered(&late.text), ["Нұрбаева Айгүл", "Тұяқов Бекжан"]);
        assert!(!late.text.contains("name=\"up\""), "nothing to press");
    })
    .await;
}

#[tokio::test]
async fn before_the_selection_the_page_says_from_when() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        app.travel_to(date(2026, 8, 28));
        let early = app.visitor("dana").get("/choices").await;
        assert!(early.text.contains("Списки пишут с 1 сентября"), "{}", early.text);
        assert!(!early.text.contains("name=\"add\""));
    })
    .await;
}

#[tokio::test]
async fn who_has_agreed_has_nothing_to_rank_and_neither_has_a_full_mentor() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        agreed(&app).await;
        let dana = app.visitor("dana").get("/choices").await;
        assert!(dana.text.contains("Вы договорились. Ваш наставник: Айгүл"), "{}", dana.text);
        let aigul = app.visitor("aigul").get("/choices").await;
        assert!(aigul.text.contains("Все ваши места заняты"), "{}", aigul.text);
        let taken = app.visitor("aigul").post("/choices", &[("add", "zere")]).await;
        assert_eq!(taken.status, StatusCode::UNPROCESSABLE_ENTITY);
        let bekzhan = app.visitor("bekzhan").get("/choices").await;
        assert!(!bekzhan.text.contains("Сәтбаева"), "who has a mentor is not asked for");
    })
    .await;
}

#[tokio::test]
async fn who_takes_no_part_reads_so_and_changes_nothing() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        for (who, refused) in [
            ("gulnafisa", StatusCode::FORBIDDEN),
            ("serik", StatusCode::FORBIDDEN),
            ("polina", StatusCode::NOT_FOUND),
            ("timur", StatusCode::NOT_FOUND),
            ("saule", StatusCode::NOT_FOUND),
        ] {
            let page = app.visitor(who).get("/choices").await;
            assert_eq!(page.status, StatusCode::OK, "{who}");
            assert!(page.text.contains("У вас в этом выборе нет списка"), "{who}: {}", page.text);
            let taken = app.visitor(who).post("/choices", &[("add", "aigul")]).await;
            assert_eq!(taken.status, refused, "{who}");
        }
        let foreign = app.visitor("dana").post("/choices", &[("add", "zere")]).await;
        assert_eq!(foreign.status, StatusCode::UNPROCESSABLE_ENTITY, "a newcomer cannot be ranked by one");
        assert_eq!(app.stranger().get("/choices").await.status, StatusCode::SEE_OTHER);
    })
    .await;
}

/// What everybody wrote: newcomers' and mentors' lists.
type Written = [(&'static str, &'static [&'static str])];

/// A school in which these lists were written.
async fn school(db: store::Db, newcomers: &Written, mentors: &Written) -> TestApp {
    let app = TestApp::new(db).await;
    for (who, list) in newcomers {
        let list = List::Mentors(Order::strict(list.iter().copied()));
        let author = app.actor(who).await;
        actions::choices::keep(&app.context(&author), &"programme".into(), &list).await.unwrap();
    }
    for (who, list) in mentors {
        let list = List::Newcomers(Order::strict(list.iter().copied()));
        let author = app.actor(who).await;
        actions::choices::keep(&app.context(&author), &"programme".into(), &list).await.unwrap();
    }
    app
}

/// Addresses of our own in a page.
fn links(page: &str) -> BTreeSet<String> {
    let found = page.split("href=\"/").skip(1).filter_map(|rest| rest.split('"').next());
    let plain = found.filter(|path| !path.contains('#') && !path.starts_with("assets"));
    plain.map(|path| format!("/{path}")).collect()
}

/// Every page that somebody can come to: the places of the house, and whatever those lead to.
async fn everything(app: &TestApp, who: &str) -> BTreeMap<String, String> {
    let routes = web::routes();
    let places = routes.list().filter(|route| route.method == axum::http::Method::GET);
    let mut ahead: Vec<String> =
        places.map(|route| route.path.to_owned()).filter(|path| !path.contains('{')).collect();
    let mut read = BTreeMap::new();
    while let Some(path) = ahead.pop() {
        if read.contains_key(&path) {
            continue;
        }
        let page = app.visitor(who).get(&path).await;
        ahead.extend(links(&page.text));
        read.insert(path, format!("{} {}", page.status, page.text));
    }
    read
}

/// Makes a draft and publishes it.
async fn publish(app: &TestApp) {
    let made = app.visitor("gulnafisa").post("/proposals", &[]).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text);
    let published = app.visitor("gulnafisa").post(&format!("{}/publish", made.location), &[]).await;
    assert_eq!(published.status, StatusCode::SEE_OTHER, "{}", published.text);
}

/// Reads every page of these people in two schools that differ in one «no» alone, on the last day, after it,
/// and after the publication.
async fn looks_alike(one: &TestApp, other: &TestApp, before: &[&str], after: &[&str]) {
    for (day, readers) in [(1, before), (2, after)] {
        for app in [one, other] {
            app.travel_to(date(2026, 11, day));
        }
        for who in readers {
            assert_eq!(everything(one, who).await, everything(other, who).await, "{who} on {day} November");
        }
    }
    for app in [one, other] {
        publish(app).await;
    }
    for who in after {
        assert_eq!(everything(one, who).await, everything(other, who).await, "{who} after the publication");
    }
}

#[tokio::test]
async fn no_page_tells_a_newcomer_whether_a_mentor_said_no() {
    let wishes: &Written = &[("dana", &["aigul"]), ("zere", &["aigul"])];
    // Айгүл has one place and takes Зере. In one school she would take Дана too, in the other she would not.
    for (first, second) in store::testing::fresh().await.into_iter().zip(store::testing::fresh().await) {
        let said_yes = school(first, wishes, &[("aigul", &["zere", "dana"])]).await;
        let said_no = school(second, wishes, &[("aigul", &["zere"])]).await;
        let others = ["dana", "zere", "bekzhan", "serik"];
        // While lists are sealed, the coordinator too reads the same.
        let sealed = ["dana", "zere", "bekzhan", "serik", "gulnafisa"];
        looks_alike(&said_yes, &said_no, &sealed, &others).await;
        let pages = everything(&said_no, "dana").await;
        assert!(pages["/choices"].contains("Пары пока нет, но без поддержки вы не остались"));
        assert!(pages["/choices"].contains("1-й выбор, Айгүл: пары не вышло."), "{}", pages["/choices"]);
        assert!(pages["/choices"].contains("Это не оценка вашей работы"));
    }
}

#[tokio::test]
async fn of_a_better_wish_the_same_is_told_whether_the_mentor_said_no_or_was_full() {
    let wishes: &Written = &[("dana", &["aigul", "bekzhan"]), ("zere", &["aigul"])];
    for (first, second) in store::testing::fresh().await.into_iter().zip(store::testing::fresh().await) {
        let full = school(first, wishes, &[("aigul", &["zere", "dana"]), ("bekzhan", &["dana"])]).await;
        let said_no = school(second, wishes, &[("aigul", &["zere"]), ("bekzhan", &["dana"])]).await;
        looks_alike(&full, &said_no, &["dana"], &["dana", "zere", "bekzhan"]).await;
        for app in [&full, &said_no] {
            let page = app.visitor("dana").get("/choices").await.text;
            assert!(page.contains("1-й выбор, Айгүл: пары не вышло."), "{page}");
            assert!(page.contains("2-й выбор, Бекжан: вы назвали друг друга, это ваша пара."), "{page}");
            let zere = app.visitor("zere").get("/choices").await.text;
            assert!(!zere.contains("Что стало с вашими желаниями"), "a first wish needs no account: {zere}");
        }
    }
}

#[tokio::test]
async fn no_page_tells_a_mentor_who_did_not_name_them() {
    let takes: &Written = &[("aigul", &["zere"]), ("bekzhan", &["zere", "dana"])];
    // Зере goes to Айгүл, her first wish. Whether she named Бекжан after her, nobody learns.
    for (first, second) in store::testing::fresh().await.into_iter().zip(store::testing::fresh().await) {
        let named = school(first, &[("zere", &["aigul", "bekzhan"])], takes).await;
        let not_named = school(second, &[("zere", &["aigul"])], takes).await;
        let sealed = ["dana", "aigul", "bekzhan", "serik", "gulnafisa"];
        looks_alike(&named, &not_named, &sealed, &["dana", "aigul", "bekzhan", "serik"]).await;
        let pages = everything(&named, "bekzhan").await;
        assert!(
            pages["/choices"].contains("В этот раз у вас нет молодого педагога"),
            "{}",
            pages["/choices"]
        );
        for said in ["Мест у вас: 2. Из них занято: 0.", "Имён в вашем списке: 2. Из них теперь с вами: 0."]
        {
            assert!(pages["/choices"].contains(said), "{said}: {}", pages["/choices"]);
        }
        let aigul = everything(&named, "aigul").await;
        for said in ["Мест у вас: 1. Из них занято: 1.", "Имён в вашем списке: 1. Из них теперь с вами: 1."]
        {
            assert!(aigul["/choices"].contains(said), "{said}: {}", aigul["/choices"]);
        }
    }
}

#[tokio::test]
async fn after_the_publication_each_reads_their_own_pair_in_words() {
    on_both(async |db| {
        let app = school(
            db,
            &[("dana", &["aigul", "bekzhan"]), ("zere", &["aigul"])],
            &[("aigul", &["zere", "dana"]), ("bekzhan", &["dana"])],
        )
        .await;
        app.travel_to(date(2026, 11, 2));
        let waiting = app.visitor("dana").get("/choices").await;
        assert!(waiting.text.contains("Пары публикует координатор"), "{}", waiting.text);
        publish(&app).await;
        let dana = app.visitor("dana").get("/choices").await;
        assert!(dana.text.contains("Ваш наставник: Бекжан"), "{}", dana.text);
        assert!(dana.text.contains("Это ваш 2-й выбор"));
        assert!(dana.text.contains("href=\"/pairs/"));
        assert!(dana.text.contains("координатор: Гүлнафиса") && dana.text.contains("директор: Серік"));
        let bekzhan = app.visitor("bekzhan").get("/choices").await;
        assert!(bekzhan.text.contains("С вами 1 молодой педагог") && bekzhan.text.contains("Сәтбаева Дана"));
        assert!(!bekzhan.text.contains("2-й выбор"), "a newcomer's order is not the mentor's to know");
        let zere = app.visitor("zere").get("/choices").await;
        assert!(zere.text.contains("Это ваш первый выбор"), "{}", zere.text);
    })
    .await;
}

#[tokio::test]
async fn the_draw_is_sealed_before_the_lists_and_opened_with_the_pairs_for_everybody() {
    on_both(async |db| {
        let app = school(db, &[("dana", &["aigul"])], &[("aigul", &["dana"])]).await;
        let of_earlier_days = app.visitor("zere").get("/choices/draw").await.text;
        let number = actions::proposals::seed(&"programme".into()).to_string();
        assert!(of_earlier_days.contains(&number), "{of_earlier_days}");
        let mut tx = app.db.write().await.unwrap();
        let programme = store::programmes::get(&mut tx, &"school-12".into(), &"programme".into()).await;
        let secret = Secret::new("құпия-7319".into());
        store::draws::add(&mut tx, &programme.unwrap().unwrap(), &secret, Instant::UNIX_EPOCH).await.unwrap();
        tx.commit().await.unwrap();
        let line = actions::accounts::secret_hash("draw:құпия-7319");
        let mark = actions::accounts::secret_hash(&line);
        let everybody = ["dana", "aigul", "gulnafisa", "serik"];
        for who in everybody {
            let page = app.visitor(who).get("/choices/draw").await.text;
            assert!(page.contains(&mark) && page.contains("Пока запечатана"), "{who}: {page}");
            assert!(!page.contains(&line), "{who}: {page}");
        }
        app.travel_to(date(2026, 11, 2));
        publish(&app).await;
        for who in everybody {
            let page = app.visitor(who).get("/choices/draw").await.text;
            let command = format!("printf %s {line} | sha256sum");
            assert!(page.contains(&mark) && page.contains(&command), "{who}: {page}");
            assert!(!page.contains("құпия-7319"), "{who}: who has which number stays closed: {page}");
        }
        let number = u64::from_str_radix(&line[..16], 16).unwrap().to_string();
        let dana = app.visitor("dana").get("/choices").await.text;
        assert!(dana.contains(&number) && dana.contains("открыто вместе с парами"), "{dana}");
    })
    .await;
}
