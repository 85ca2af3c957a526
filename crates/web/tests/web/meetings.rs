//! Pages of meetings: two taps from home to a talk that counts, a time that both agree on, notes with their level in
//! words, a link that asks, a list that blames nobody.

use crate::app::{Answer, TestApp};
use actions::endings::plan;
use actions::letters::{Delivered, deliver_next};
use actions::meetings::{Log, Proposal, add_step, keep_note, log, propose};
use axum::http::StatusCode;
use domain::contacts::Kind;
use domain::endings::Reason;
use domain::meetings::{Level, Span};
use domain::sides::Side;
use jiff::civil::{date, time};
use store::testing::{ids, lesson, lessons_of_school_12, on_both, spoil};

/// For [`crate::walk::lively`]: Айгүл proposes two Thursdays to Дана and logs a talk with notes and a next step.
pub(crate) async fn staged(app: &TestApp) {
    let [pair] = ids(&app.db, "pairs").await.try_into().unwrap();
    let (aigul, dana) = (app.actor("aigul").await, app.actor("dana").await);
    let (pair, context) = (pair.into(), app.context(&aigul));
    let span = Span { day: date(2026, 11, 5), at: time(15, 0, 0, 0), minutes: 30 };
    let weekly =
        Proposal { kind: Kind::Talk, span, topic: None, place: Some("214".into()), link: None, weeks: 2 };
    propose(&context, &pair, &weekly).await.unwrap();
    let topic = Some("Сабақтың басы".to_owned());
    let talk = Log { kind: Kind::Planning, day: date(2026, 11, 3), minutes: 20, topic, answers: [].into() };
    let id = log(&context, &pair, &talk).await.unwrap();
    keep_note(&context, &id, Level::Ours, "Қоңыраудан кейін бір минут үнсіздік").await.unwrap();
    keep_note(&app.context(&dana), &id, Level::Mine, "Тағы сұрау керек").await.unwrap();
    add_step(&context, &id, Side::Newcomer, "Сабақтың басын жазып келу", None).await.unwrap();
}

/// Дана and Айгүл work by an order; it is noon of Tuesday, 3 November.
async fn working(db: store::Db) -> TestApp {
    let app = TestApp::new(db).await;
    crate::orders::assigned(&app).await;
    lessons_of_school_12(&app.db).await;
    lesson(&app.db, "dana", 2).await;
    app.travel_to(date(2026, 11, 3));
    app
}

const OWN_TIME: [(&str, &str); 7] = [
    ("kind", "talk"),
    ("day", "2026-11-05"),
    ("at", "15:10"),
    ("minutes", "30"),
    ("place", "кабинет 214"),
    ("topic", "начало урока"),
    ("weeks", "1"),
];

async fn proposed(app: &TestApp) -> String {
    let answer = app.visitor("dana").post("/meetings/new", &OWN_TIME).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    answer.location
}

/// The value of the first field of a name.
fn field(page: &Answer, name: &str) -> String {
    let (_, rest) = page.text.split_once(&format!("name=\"{name}\" value=\"")).unwrap();
    rest.split('"').next().unwrap().replace("&#38;", "&")
}

#[tokio::test]
async fn two_taps_from_home_log_a_talk_and_the_other_one_may_object() {
    on_both(async |db| {
        let app = working(db).await;
        let home = app.visitor("aigul").get("/").await;
        let (_, rest) = home.text.split_once("href=\"/meetings/log").unwrap();
        let form = format!("/meetings/log{}", rest.split('"').next().unwrap().replace("&#38;", "&"));
        let page = app.visitor("aigul").get(&form).await;
        assert!(page.text.contains("Что было?") && page.text.contains("2026-11-03"), "{}", page.text);
        let sent = [
            ("pair", field(&page, "pair")),
            ("kind", "talk".into()),
            ("day", "2026-11-03".into()),
            ("minutes", "5".into()),
            ("topic", "журнал".into()),
        ];
        let sent: Vec<(&str, &str)> = sent.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let logged = app.visitor("aigul").post("/meetings/log", &sent).await;
        assert_eq!(logged.status, StatusCode::SEE_OTHER, "{}", logged.text);
        let home = app.visitor("dana").get("/").await;
        assert!(home.text.contains("Так и было?"), "{}", home.text);
        let page = app.visitor("dana").get(&logged.location).await;
        assert!(page.text.contains("Она уже засчитана") && page.text.contains("журнал"), "{}", page.text);
        let no = app.visitor("dana").post(&format!("{}/say", logged.location), &[("said", "no")]).await;
        assert_eq!(no.status, StatusCode::SEE_OTHER);
        let page = app.visitor("aigul").get(&logged.location).await;
        assert!(page.text.contains("Никто не виноват"), "{}", page.text);
        let list = app.visitor("gulnafisa").get("/meetings/disputes").await;
        assert!(list.text.contains("Сәтбаева Дана") && !list.text.contains("журнал"), "{}", list.text);
        let home = app.visitor("gulnafisa").get("/").await;
        assert!(home.text.contains("помнят по-разному"), "{}", home.text);
    })
    .await;
}

#[tokio::test]
async fn shared_free_periods_are_offered_and_a_time_is_agreed_on() {
    on_both(async |db| {
        let app = working(db).await;
        let page = app.visitor("dana").get("/meetings/new").await;
        // Айгүл teaches lessons 1 to 3, Дана 2, 5 and 6: the fourth one, at 10:45.
        assert!(page.text.contains("2026-11-04/10:45/45") && page.text.contains("урок 4"), "{}", page.text);
        assert!(!page.text.contains("/08:00/45"), "{}", page.text);
        let theme = "Первая четверть: что оставить и что изменить";
        assert!(page.text.contains(theme), "{}", page.text);
        let mut links = page.text.split("href=\"").filter_map(|rest| rest.split('"').next());
        let link = links.find(|link| link.contains("topic=") && link.contains("kind=talk"));
        let link = link.unwrap().replace("&#38;", "&").replace("&amp;", "&");
        let filled = app.visitor("dana").get(&link).await;
        assert!(
            filled.text.contains(&format!("value=\"{theme}\"")),
            "one tap takes it over: {}",
            filled.text
        );
        let visit = app.visitor("dana").get("/meetings/new?kind=visit_to_mentor").await;
        assert!(visit.text.contains("2026-11-04/08:00/45"), "{}", visit.text);
        let online = app.visitor("dana").get("/meetings/new?kind=online").await;
        let asks = |text: &str| text.contains("name=\"link\"");
        assert!(asks(&online.text) && !asks(&visit.text), "{}", online.text);
        let taken =
            [("kind", "talk"), ("day", "2026-11-04"), ("at", "08:30"), ("minutes", "30"), ("weeks", "1")];
        let refused = app.visitor("dana").post("/meetings/new", &taken).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text.contains("урок или другое дело"), "{}", refused.text);
        let meeting = proposed(&app).await;
        let own = app.visitor("dana").get(&meeting).await;
        assert!(own.text.contains("Взять назад") && !own.text.contains("value=\"accept\""), "{}", own.text);
        let page = app.visitor("aigul").get(&meeting).await;
        assert!(page.text.contains("начало урока") && page.text.contains("кабинет 214"), "{}", page.text);
        let seen = field(&page, "seen");
        let yes = [("answer", "accept"), ("seen", seen.as_str())];
        let accepted = app.visitor("aigul").post(&format!("{meeting}/answer"), &yes).await;
        assert_eq!(accepted.status, StatusCode::SEE_OTHER, "{}", accepted.text);
        for person in ["dana", "aigul"] {
            let list = app.visitor(person).get("/meetings").await;
            assert!(list.text.contains("15:10") && list.text.contains("согласована"), "{}", list.text);
            assert!(app.visitor(person).get("/").await.text.contains("15:10"));
        }
    })
    .await;
}

#[tokio::test]
async fn a_reminder_is_promised_where_one_is_still_to_come() {
    on_both(async |db| {
        let app = working(db).await;
        let promised = "За день вы оба получите напоминание";
        // It is noon of 3 November.
        let far = agreed(&app, "2026-11-05", "15:10").await;
        assert!(far.text.contains(promised), "{}", far.text);
        let near = agreed(&app, "2026-11-03", "18:10").await;
        assert!(!near.text.contains(promised), "{}", near.text);
        assert!(near.text.contains("Вы оба согласились на это время"), "{}", near.text);
    })
    .await;
}

#[tokio::test]
async fn no_time_is_offered_after_the_last_day_of_a_pair() {
    on_both(async |db| {
        let app = working(db).await;
        let meeting = proposed(&app).await;
        let [pair] = ids(&app.db, "pairs").await.try_into().unwrap();
        let gulnafisa = app.actor("gulnafisa").await;
        let last = date(2026, 11, 6);
        plan(&app.context(&gulnafisa), &pair.into(), last, Reason::GoalReached).await.unwrap();
        for path in ["/meetings/new", meeting.as_str()] {
            let page = app.visitor("aigul").get(path).await;
            assert!(page.text.contains("2026-11-06/10:45/45"), "{path}: {}", page.text);
            assert!(!page.text.contains("2026-11-09/10:45/45"), "{path}: {}", page.text);
            assert!(page.text.contains("max=\"2026-11-06\""), "{path}: {}", page.text);
        }
    })
    .await;
}

#[tokio::test]
async fn n08_nobody_else_opens_a_meeting() {
    on_both(async |db| {
        let app = working(db).await;
        let meeting = proposed(&app).await;
        for person in ["zere", "bekzhan", "gulnafisa"] {
            assert_eq!(app.visitor(person).get(&meeting).await.status, StatusCode::NOT_FOUND, "{person}");
        }
        assert_eq!(app.visitor("serik").get(&meeting).await.status, StatusCode::FORBIDDEN);
        assert_eq!(app.visitor("zere").get("/meetings/log").await.status, StatusCode::NOT_FOUND);
        let none = app.visitor("zere").get("/meetings").await;
        assert!(none.text.contains("Встречи начинаются после приказа"), "{}", none.text);
    })
    .await;
}

#[tokio::test]
async fn the_level_stands_beside_each_note_and_open_steps_come_first_next_time() {
    on_both(async |db| {
        let app = working(db).await;
        let first = proposed(&app).await;
        for (level, text) in
            [("ours", "Тыныштық жұмыс істейді"), ("mine", "Ұялдым"), ("document", "Сабақ көрілді")]
        {
            let kept = app
                .visitor("dana")
                .post(&format!("{first}/notes"), &[("text", text), ("level", level)])
                .await;
            assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text);
        }
        let own = app.visitor("dana").get(&first).await;
        for words in ["Только мы двое", "Только я", "Мы двое и читатели документов", "Ұялдым"]
        {
            assert!(own.text.contains(words), "{words}: {}", own.text);
        }
        let other = app.visitor("aigul").get(&first).await;
        assert!(other.text.contains("Сабақ көрілді") && !other.text.contains("Ұялдым"), "{}", other.text);
        let step = [("what", "Сабақтың басы"), ("whose", "newcomer"), ("until", "2026-11-10")];
        app.visitor("aigul").post(&format!("{first}/steps"), &step).await;
        let talk = [("kind", "talk"), ("day", "2026-11-03"), ("minutes", "10")];
        let second = app.visitor("aigul").post("/meetings/log", &talk).await.location;
        let page = app.visitor("dana").get(&second).await;
        let (steps, facts) =
            (page.text.find("id=\"steps\"").unwrap(), page.text.find("id=\"meeting\"").unwrap());
        assert!(steps < facts && page.text.contains("Сабақтың басы"), "{}", page.text);
        let (_, form) = page.text.split_once("/steps/done\"").unwrap();
        let id = form.split_once("name=\"step\" value=\"").unwrap().1.split('"').next().unwrap();
        let done = [("step", id), ("back", "/meetings")];
        let ticked = app.visitor("dana").post(&format!("{first}/steps/done"), &done).await;
        assert_eq!(ticked.location, "/meetings");
        let list = app.visitor("dana").get("/meetings").await;
        assert!(!list.text.contains("Сабақтың басы"), "{}", list.text);
        let wrong =
            app.visitor("dana").post(&format!("{first}/notes"), &[("text", " "), ("level", "ours")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    })
    .await;
}

#[tokio::test]
async fn n07_the_link_in_a_letter_asks_a_stranger_and_answers_once() {
    on_both(async |db| {
        let app = working(db).await;
        let meeting = proposed(&app).await;
        while deliver_next(&app.db, app.clock.now(), &app.outbox).await.unwrap() != Delivered::Nothing {}
        let [secret] = crate::walk::secrets(&app).await.try_into().unwrap();
        let link = format!("/meetings/answer/{secret}");
        let asks = app.stranger().get(&link).await;
        assert!(
            asks.text.contains("предлагает это время") || asks.text.contains("осы уақытты"),
            "{}",
            asks.text
        );
        let foreign = app.visitor("bekzhan").get(&link).await;
        assert!(foreign.text.contains("не для вас") && !foreign.text.contains("Дана"), "{}", foreign.text);
        let seen = field(&asks, "seen");
        let yes = [("answer", "accept"), ("seen", seen.as_str())];
        let refused = app.visitor("bekzhan").post(&link, &yes).await;
        assert_eq!(refused.status, StatusCode::NOT_FOUND, "it is not for them");
        assert!(app.visitor("dana").get(&meeting).await.text.contains("Взять назад"), "nothing is answered");
        let answered = app.stranger().post(&link, &yes).await;
        assert_eq!(answered.status, StatusCode::SEE_OTHER, "{}", answered.text);
        let again = app.visitor("aigul").get(&link).await;
        assert!(
            again.text.contains("уже ответили") && !again.text.contains("name=\"answer\""),
            "{}",
            again.text
        );
        assert!(app.visitor("dana").get(&meeting).await.text.contains("согласована"));
        let none = app.stranger().get("/meetings/answer/0000").await;
        assert_eq!(none.status, StatusCode::NOT_FOUND);
    })
    .await;
}

/// The link of the one letter about a proposal.
async fn link(app: &TestApp) -> String {
    while deliver_next(&app.db, app.clock.now(), &app.outbox).await.unwrap() != Delivered::Nothing {}
    let secrets = crate::walk::secrets(app).await;
    format!("/meetings/answer/{}", secrets.last().unwrap())
}

#[tokio::test]
async fn n07_behind_the_link_a_stranger_names_another_time() {
    on_both(async |db| {
        let app = working(db).await;
        let meeting = proposed(&app).await;
        let link = link(&app).await;
        let page = app.stranger().get(&link).await;
        let slot = "2026-11-04/10:45/45";
        assert!(page.text.contains(slot), "{}", page.text);
        let none = app.stranger().post(&link, &[("answer", "ask")]).await;
        assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(none.text.contains("href=\"#f-slot\""), "{}", none.text);
        let asked = app.stranger().post(&link, &[("answer", "ask"), ("slot", slot)]).await;
        assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.text);
        let page = app.visitor("dana").get(&meeting).await;
        assert_eq!(field(&page, "seen"), slot, "the answer is Дана's now");
        let again = app.visitor("aigul").get(&link).await;
        assert!(again.text.contains("уже ответили") && !again.text.contains(slot), "{}", again.text);
    })
    .await;
}

#[tokio::test]
async fn the_link_shows_every_date_of_a_series_that_it_answers() {
    on_both(async |db| {
        let app = working(db).await;
        let weekly = OWN_TIME.map(|(name, value)| if name == "weeks" { (name, "4") } else { (name, value) });
        let meeting = app.visitor("dana").post("/meetings/new", &weekly).await.location;
        let link = link(&app).await;
        let pages = [app.visitor("aigul").get(&link).await, app.visitor("aigul").get(&meeting).await];
        for page in &pages {
            for date in ["5 ноября", "12 ноября", "19 ноября", "26 ноября"] {
                assert!(page.text.contains(date), "{date}: {}", page.text);
            }
            assert!(page.text.contains("Не подходит ни одна"), "{}", page.text);
        }
        // Two of the dates are sent back as seen.
        let (asked, other) = ("2026-11-05/15:10/30", "2026-11-19/15:10/30");
        assert_eq!(field(&pages[0], "seen"), asked);
        let yes = [("answer", "accept_all"), ("seen", asked), ("with", asked), ("with", other)];
        let answered = app.stranger().post(&link, &yes).await;
        assert_eq!(answered.status, StatusCode::SEE_OTHER, "{}", answered.text);
        let list = app.visitor("dana").get("/meetings").await;
        assert_eq!(list.text.matches("согласована").count(), 2, "{}", list.text);
        // One of the agreed ones is to move: the answer is about that one, and the agreed time stays.
        let moved = [("day", "2026-11-06"), ("at", "15:10")];
        app.visitor("dana").post(&format!("{meeting}/ask"), &moved).await;
        let page = app.visitor("aigul").get(&meeting).await;
        assert!(page.text.contains("Оставить прежнее время"), "{}", page.text);
        assert!(!page.text.contains("26 ноября"), "{}", page.text);
        app.visitor("aigul").post(&format!("{meeting}/answer"), &[("answer", "decline")]).await;
        let list = app.visitor("dana").get("/meetings").await;
        assert_eq!(list.text.matches("согласована").count(), 2, "{}", list.text);
    })
    .await;
}

#[tokio::test]
async fn the_planned_first_meeting_leads_to_the_log_once_its_day_has_come() {
    on_both(async |db| {
        let app = working(db).await;
        let [pair] = ids(&app.db, "pairs").await.try_into().unwrap();
        let plan = [("on", "2026-11-04"), ("at", "15:00"), ("place", "кабинет 214")];
        app.visitor("dana").post(&format!("/pairs/{pair}/meeting"), &plan).await;
        let before = app.visitor("aigul").get("/meetings").await;
        assert!(before.text.contains("Первая встреча: среда, 4 ноября, 15:00"), "{}", before.text);
        app.travel_to(date(2026, 11, 5));
        let after = app.visitor("aigul").get("/meetings").await;
        assert!(after.text.contains("Состоялась ли первая встреча?"), "{}", after.text);
        assert!(after.text.contains("day=2026-11-04"), "{}", after.text);
        // The pair has ended: nothing is asked any more.
        spoil(&app.db, "UPDATE pairs SET state = 'ended', ended_at = 1, place = NULL").await;
        let over = app.visitor("aigul").get("/meetings").await;
        assert!(!over.text.contains("Состоялась"), "{}", over.text);
    })
    .await;
}

/// Дана proposes a time, Айгүл agrees; gives the page of the meeting.
async fn agreed(app: &TestApp, day: &str, at: &str) -> Answer {
    let own = OWN_TIME.map(|(name, value)| match name {
        "day" => (name, day),
        "at" => (name, at),
        "minutes" => (name, "20"),
        _ => (name, value),
    });
    let proposed = app.visitor("dana").post("/meetings/new", &own).await;
    assert_eq!(proposed.status, StatusCode::SEE_OTHER, "{}", proposed.text);
    let page = app.visitor("aigul").get(&proposed.location).await;
    let seen = field(&page, "seen");
    let answer = format!("{}/answer", proposed.location);
    let agreed = app.visitor("aigul").post(&answer, &[("seen", &seen), ("answer", "accept")]).await;
    assert_eq!(agreed.status, StatusCode::SEE_OTHER, "{}", agreed.text);
    app.visitor("dana").get(&proposed.location).await
}

#[tokio::test]
async fn after_the_end_of_a_pair_its_last_meetings_are_still_said_to_have_taken_place() {
    on_both(async |db| {
        let app = working(db).await;
        agreed(&app, "2026-11-05", "15:10").await;
        app.travel_to(date(2026, 11, 10));
        let [pair] = ids(&app.db, "pairs").await.try_into().unwrap();
        let mut tx = app.db.write().await.unwrap();
        let working = store::pairs::get(&mut tx, &pair.into()).await.unwrap().unwrap();
        let ended = working.end(date(2026, 11, 6), app.clock.now()).unwrap();
        store::pairs::save(&mut tx, &ended).await.unwrap();
        tx.commit().await.unwrap();
        let list = app.visitor("dana").get("/meetings").await;
        assert!(list.text.contains("Последний день, когда можно отметить встречи"), "{}", list.text);
        assert!(!list.text.contains("Записать разговор"), "{}", list.text);
        let [meeting] = ids(&app.db, "meetings").await.try_into().unwrap();
        let meeting = format!("/meetings/{meeting}");
        for person in ["dana", "aigul"] {
            let page = app.visitor(person).get(&meeting).await;
            assert!(page.text.contains("Да, состоялась"), "{}", page.text);
            let said = app.visitor(person).post(&format!("{meeting}/say"), &[("said", "yes")]).await;
            assert_eq!(said.status, StatusCode::SEE_OTHER, "{}", said.text);
        }
        let page = app.visitor("dana").get(&meeting).await;
        assert!(page.text.contains("встреча состоялась"), "{}", page.text);
        assert!(page.text.contains("делать ничего не нужно"), "{}", page.text);
        let list = app.visitor("dana").get("/meetings").await;
        assert!(list.text.contains("Встреч пока нет"), "all is said: {}", list.text);
    })
    .await;
}

#[tokio::test]
async fn n16_a_meeting_keeps_its_day_and_time_in_every_time_zone_and_none_goes_over_midnight() {
    on_both(async |db| {
        let app = working(db).await;
        let over = OWN_TIME.map(|(name, value)| if name == "at" { (name, "23:45") } else { (name, value) });
        let refused = app.visitor("dana").post("/meetings/new", &over).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text.contains("Встреча не может длиться за полночь."), "{}", refused.text);
        assert!(ids(&app.db, "meetings").await.is_empty(), "neither lost nor split: not there");

        let late = agreed(&app, "2026-11-05", "23:30").await;
        assert!(late.text.contains("5 ноября, 23:30"), "{}", late.text);
        let early = agreed(&app, "2026-11-06", "04:30").await;
        assert!(early.text.contains("6 ноября, 04:30"), "{}", early.text);
        crate::feeds::made(&app, "dana").await;
        let feed = app.stranger().get(&format!("/feeds/{}.ics", crate::feeds::SECRET)).await;
        // Kazakhstan is five hours ahead the whole year: the early one begins on the day before in UTC.
        for line in ["DTSTART:20261105T183000Z", "DTEND:20261105T185000Z", "DTSTART:20261105T233000Z"] {
            assert!(feed.text.contains(line), "{line}: {}", feed.text);
        }
        // The clock of the country changes, as on 1 March 2024: the meeting keeps the time that the two agreed on.
        spoil(&app.db, "UPDATE schools SET utc_offset_minutes = 360 WHERE id = 'school-12'").await;
        let moved = app.stranger().get(&format!("/feeds/{}.ics", crate::feeds::SECRET)).await;
        for line in ["DTSTART:20261105T173000Z", "DTEND:20261105T175000Z", "DTSTART:20261105T223000Z"] {
            assert!(moved.text.contains(line), "{line}: {}", moved.text);
        }
    })
    .await;
}
