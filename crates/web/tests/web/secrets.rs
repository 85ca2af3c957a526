//! What one person wrote for themselves, planted and looked for everywhere: on every page and in every file that
//! anybody else opens, in every letter, in the log of the school, and in what the program logs (decision 6; feat:M2).
//!
//! Files are packed, so looking for words is not enough. The same school is set up twice, and the two differ in the
//! secrets alone: whatever is not the author's must be the same to the last byte.

use crate::app::{EVERYBODY, TestApp};
use crate::walk::{self, Reading};
use actions::letters::{Delivered, deliver_next};
use axum::http::StatusCode;
use domain::choices::{List, Order};
use domain::people::Actor;
use jiff::civil::date;
use std::collections::BTreeMap;
use std::io::Write;
use std::sync::{Arc, Mutex};
use store::Db;
use store::testing::{contents, ids, spoil};
use tracing_subscriber::fmt::MakeWriter;

/// Words and marks of one person, and whom two would choose.
#[derive(Clone, Copy)]
struct Secrets {
    /// Дана's impression of Айгүл.
    impression: &'static str,
    useful: &'static str,
    /// How Дана says that it goes, in the short pulse.
    going: &'static str,
    /// Айгүл's impression of the same hour.
    answer: &'static str,
    /// What Дана notes for herself about a meeting with Айгүл.
    note: &'static str,
    /// What Дана wrote as evidence for a talk with parents, shown to nobody.
    evidence: &'static str,
    /// What Айгүл saw in a lesson of Дана, on a sheet that is not shared.
    saw: &'static str,
    /// Дана's word of thanks to Айгүл, who has not written hers yet.
    thanks: &'static str,
    /// Why Бекжан declines Дана, for nobody.
    reason: &'static str,
    /// Whether Дана and Айгүл agree by a request, too.
    agreed: bool,
    /// Whom Зере would choose, best first.
    wishes: &'static [&'static str],
    /// Whom Бекжан would take, best first.
    takes: &'static [&'static str],
}

/// The words of the two schools are equally long, so that no compressed size tells them apart by chance.
const ONE: Secrets = Secrets {
    impression: "Бозторғай 7319: меня не слышали",
    useful: "1",
    going: "1",
    answer: "Тырна 4421: она не готовится",
    note: "Торғай 1177: опять не успела",
    evidence: "Қаршыға 318: сама сорвалась раз",
    saw: "Құр 8826: класс шумел у доски",
    thanks: "Бүркіт 61170: рақмет за всё",
    reason: "Қарлығаш 8850: не сойдёмся",
    agreed: true,
    wishes: &["bekzhan"],
    takes: &["zere"],
};
const OTHER: Secrets = Secrets {
    impression: "Көгершін 2604: меня понимали",
    useful: "4",
    going: "5",
    answer: "Аққу 93075: она так старалась",
    note: "Шымшық 204: всё теперь ясно",
    evidence: "Сұңқар 704: теперь мне спокойно",
    saw: "Үйрек 3947: тихо и ждали всех",
    thanks: "Лашын 50432: всё стало ясно",
    reason: "Үкі 10266: мало сил на двух",
    ..ONE
};

/// A school in which these secrets were written, on the last day of the selection.
async fn school(db: Db, secrets: Secrets) -> TestApp {
    let mut app = TestApp::demo(db).await;
    let form = [
        ("with", "aigul"),
        ("kind", "talk"),
        ("day", "2026-10-02"),
        ("minutes", "30"),
        ("topic", "тыныштық"),
    ];
    let contact = done(&app, "dana", "/contacts/new", &form).await;
    let impression = format!("{}/impression", contact.split('#').next().unwrap());
    for (who, useful, note) in [("dana", secrets.useful, secrets.impression), ("aigul", "2", secrets.answer)]
    {
        done(&app, who, &impression, &[("useful", useful), ("note", note)]).await;
    }
    done(&app, "dana", "/pulses", &[("going", secrets.going)]).await;
    let wish = [("text", "Хочу научиться начинать урок спокойно."), ("rhythm", "weekly")];
    let declined = done(&app, "dana", "/requests/new/bekzhan", &wish).await;
    let accepted = done(&app, "dana", "/requests/new/aigul", &wish).await;
    done(&app, "bekzhan", &format!("{declined}/open"), &[]).await;
    done(
        &app,
        "bekzhan",
        &format!("{declined}/answer"),
        &[("answer", "decline"), ("reason", secrets.reason)],
    )
    .await;
    if secrets.agreed {
        done(&app, "aigul", &format!("{accepted}/answer"), &[("answer", "accept")]).await;
    }
    ranked(&app, "zere", List::Mentors(Order::strict(secrets.wishes.iter().copied()))).await;
    ranked(&app, "bekzhan", List::Newcomers(Order::strict(secrets.takes.iter().copied()))).await;
    app.travel_to(date(2026, 11, 1));
    app.forget_limits();
    app
}

/// Somebody does something, and the letters about it go out at once.
async fn done(app: &TestApp, who: &str, path: &str, form: &[(&str, &str)]) -> String {
    let answer = app.visitor(who).post(path, form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{path}: {}", answer.text);
    while deliver_next(&app.db, app.clock.now(), &app.outbox).await.unwrap() != Delivered::Nothing {}
    answer.location
}

async fn ranked(app: &TestApp, who: &str, list: List) {
    let author: Actor = app.actor(who).await;
    actions::choices::keep(&app.context(&author), &"programme".into(), &list).await.unwrap();
}

/// The lists are opened, the pairs drafted and published, the order of the chosen pair signed.
async fn to_the_end(app: &TestApp, secrets: Secrets) {
    app.travel_to(date(2026, 11, 2));
    let draft = done(app, "gulnafisa", "/proposals", &[]).await;
    done(app, "gulnafisa", &format!("{draft}/publish"), &[]).await;
    for pair in ids(&app.db, "pairs").await {
        for side in EVERYBODY {
            app.visitor(side).post(&format!("/pairs/{pair}/consent"), &[("step", "give")]).await;
        }
    }
    done(app, "gulnafisa", "/orders/prepare", &[]).await;
    for (number, order) in ids(&app.db, "orders").await.iter().enumerate() {
        let number = format!("{}-к", 118 + number);
        done(app, "serik", &format!("/orders/{order}/sign"), &[("number", &number), ("on", "02.11.2026")])
            .await;
    }
    if app.visitor("dana").get("/meetings/log").await.status == StatusCode::OK {
        let form = [("kind", "talk"), ("day", "2026-11-02"), ("minutes", "10")];
        let meeting = done(app, "dana", "/meetings/log", &form).await;
        done(app, "dana", &format!("{meeting}/notes"), &[("text", secrets.note), ("level", "mine")]).await;
        done(app, "dana", "/competencies/words", &[("item", "talk"), ("words", secrets.evidence)]).await;
        observed(app, secrets.saw).await;
        thanked(app, secrets.thanks).await;
    }
}

/// The last day of Дана's pair is named, and she writes closing words that are not open yet.
async fn thanked(app: &TestApp, thanks: &str) {
    for pair in ids(&app.db, "pairs").await {
        let words = format!("/endings/{pair}/words");
        if app.visitor("dana").get(&words).await.status == StatusCode::OK {
            let day = [("last_day", "2026-12-11"), ("reason", "other")];
            done(app, "gulnafisa", &format!("/endings/{pair}"), &day).await;
            done(app, "dana", &words, &[("thanks", thanks)]).await;
        }
    }
}

/// Айгүл watches a lesson of Дана and finishes its sheet; it is shared with nobody.
async fn observed(app: &TestApp, saw: &str) {
    let form = [("way", "watch"), ("with", "dana"), ("day", "2026-11-03"), ("at", "10:00")];
    let page = done(app, "aigul", "/observations/new", &form).await;
    done(app, "dana", &format!("{page}/answer"), &[("answer", "accept")]).await;
    app.travel_to(date(2026, 11, 3));
    let sheet = [("seen", "0"), ("saw", saw), ("mark-goals", "1"), ("act", "finish")];
    done(app, "aigul", &format!("{page}/sheet"), &sheet).await;
    app.travel_to(date(2026, 11, 2));
}

/// Everything that anybody is given.
struct World {
    readings: BTreeMap<&'static str, Reading>,
    letters: Reading,
    log: Vec<String>,
}

async fn seen(app: &TestApp) -> World {
    let addresses = walk::addresses(app).await;
    let mut readings = BTreeMap::new();
    for person in EVERYBODY {
        readings.insert(person, walk::read(&app.visitor(person), &addresses).await);
    }
    readings.insert("stranger", walk::read(&app.stranger(), &addresses).await);
    let mut letters = Reading::default();
    let list = app.stranger().get("/demo/letters?of=everybody").await;
    let links = list.text.split("href=\"/demo/letters/").skip(1);
    for id in links.filter_map(|rest| rest.split('"').next()) {
        let path = format!("/demo/letters/{id}");
        let letter = app.stranger().get(&path).await;
        letters.pages.insert(path, letter.bytes);
    }
    letters.pages.insert("/demo/letters".into(), list.bytes);
    let tables = contents(&app.db).await;
    let log = ["audit", "jobs"].iter().flat_map(|table| tables[*table].clone()).collect();
    World { readings, letters, log }
}

/// What was logged, as text.
#[derive(Clone, Default)]
struct Logged(Arc<Mutex<Vec<u8>>>);

impl Write for Logged {
    fn write(&mut self, line: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(line);
        Ok(line.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Logged {
    type Writer = Self;
    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

/// Sets a school up with these secrets and takes down what everybody is given, while the lists are sealed or when
/// all is done; nothing of the secrets may be logged. What a page shows does not depend on the kind of database.
async fn told(secrets: Secrets, ending: bool) -> World {
    unlogged(
        &[
            secrets.impression,
            secrets.answer,
            secrets.note,
            secrets.evidence,
            secrets.saw,
            secrets.thanks,
            secrets.reason,
        ],
        Box::pin(telling(secrets, ending)),
    )
    .await
}

async fn telling(secrets: Secrets, ending: bool) -> World {
    let app = school(Db::open("sqlite::memory:").await.unwrap(), secrets).await;
    if ending {
        to_the_end(&app, secrets).await;
    }
    seen(&app).await
}

/// What `scene` gives; none of the words may be logged meanwhile.
async fn unlogged(words: &[&str], scene: impl Future<Output = World>) -> World {
    let logged = Logged::default();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_ansi(false)
        .with_writer(logged.clone())
        .finish();
    let listening = tracing::subscriber::set_default(subscriber);
    tracing::info!("listening");
    let world = scene.await;
    drop(listening);
    let lines = String::from_utf8_lossy(&logged.0.lock().unwrap()).into_owned();
    assert!(lines.contains("listening"), "nobody listened to what is logged");
    for words in words {
        assert!(!lines.contains(words), "«{words}» is logged");
    }
    world
}

/// The pages on which words stand, by who opened them.
fn readers<'a>(world: &'a World, words: &str) -> BTreeMap<&'a str, Vec<&'a str>> {
    let found = world.readings.iter().map(|(person, reading)| (*person, reading.found(words)));
    found.filter(|(_, pages)| !pages.is_empty()).collect()
}

/// These people and the letters and logs are the same in both.
fn no_difference(one: &World, other: &World, authors: &[&str]) {
    for (person, reading) in one.readings.iter().filter(|(person, _)| !authors.contains(person)) {
        let theirs = &other.readings[person].pages;
        assert_eq!(reading.pages.keys().collect::<Vec<_>>(), theirs.keys().collect::<Vec<_>>(), "{person}");
        let differ: Vec<_> =
            reading.pages.iter().filter(|(at, page)| theirs[*at] != **page).map(|(at, _)| at).collect();
        assert_eq!(differ, Vec::<&String>::new(), "{person} can tell the two schools apart");
    }
    assert_eq!(one.letters, other.letters, "a letter tells");
    // The digest of the opened lists stands beside that line; no page shows it.
    let log = |world: &World| -> Vec<String> {
        world.log.iter().filter(|line| !line.contains("proposal-made")).cloned().collect()
    };
    assert_eq!(log(one), log(other), "the log or a promised job tells");
}

#[tokio::test]
async fn what_is_written_for_oneself_is_found_by_nobody_else_anywhere() {
    let (one, other) = (told(ONE, true).await, told(OTHER, true).await);
    assert!(one.letters.pages.len() > 3, "letters were written: {:?}", one.letters.pages.keys());
    for (author, words) in [
        ("dana", ONE.impression),
        ("aigul", ONE.answer),
        ("dana", ONE.note),
        ("dana", ONE.evidence),
        ("dana", ONE.thanks),
        ("bekzhan", ONE.reason),
    ] {
        let readers = readers(&one, words);
        assert_eq!(readers.keys().collect::<Vec<_>>(), [&author], "{words}: {readers:?}");
        // An impression is also where its author sets mentors side by side.
        let places = if words == ONE.impression { 2 } else { 1 };
        assert_eq!(readers[author].len(), places, "{words}: {readers:?}");
        assert_eq!(one.letters.found(words), Vec::<&str>::new());
        assert!(!one.log.concat().contains(words));
    }
    // A sheet that is not shared is read by its two alone, on its page and in its papers.
    let readers = readers(&one, ONE.saw);
    assert_eq!(readers.keys().collect::<Vec<_>>(), [&"aigul", &"dana"], "{readers:?}");
    assert_eq!(one.letters.found(ONE.saw), Vec::<&str>::new());
    assert!(!one.log.concat().contains(ONE.saw));
    no_difference(&one, &other, &["dana", "aigul", "bekzhan"]);
}

/// While lists are sealed nobody but the author can tell what stands in one, not even how long it is.
#[tokio::test]
async fn a_sealed_ranking_is_found_by_nobody_but_its_author() {
    let two = Secrets { agreed: false, wishes: &["bekzhan", "aigul"], takes: &["zere", "dana"], ..ONE };
    let none = Secrets { wishes: &["aigul"], takes: &[], ..two };
    let (one, other) = (told(two, false).await, told(none, false).await);
    no_difference(&one, &other, &["zere", "bekzhan"]);
    for author in ["zere", "bekzhan"] {
        let own = |world: &World| world.readings[author].pages["/choices"].clone();
        assert_ne!(own(&one), own(&other), "{author} reads the own list");
    }
}

/// Whom a mentor did not name is a «no» that the other side never learns, not even when the lists are open and the
/// pairs published; the coordinator reads the opened lists.
#[tokio::test]
async fn a_no_is_found_by_nobody_of_the_other_side_when_all_is_open() {
    let no = Secrets { agreed: false, ..ONE };
    let yes = Secrets { takes: &["zere", "dana"], ..no };
    let (one, other) = (told(no, true).await, told(yes, true).await);
    no_difference(&one, &other, &["bekzhan", "gulnafisa"]);
    let own = |world: &World| world.readings["bekzhan"].pages["/choices"].clone();
    assert_ne!(own(&one), own(&other), "the two schools differ");
}

/// Who asks the coordinator for a change of mentor, and how.
type Asking = (&'static str, &'static str);
const BY_DANA: Asking = ("dana", "Дуадақ 5512: мне нужен другой");
const BY_AIGUL: Asking = ("aigul", "Шағала 6630: у меня нет времени");

/// Дана and Айгүл are a pair by order; one of them asks, or nobody. Where it is carried out, Бекжан takes Дана.
async fn handed(asking: Option<Asking>, carried_out: bool) -> World {
    let words: Vec<&str> = asking.iter().map(|(_, note)| *note).collect();
    // The stage is large: it stands on the heap.
    Box::pin(unlogged(&words, handing(asking, carried_out))).await
}

async fn handing(asking: Option<Asking>, carried_out: bool) -> World {
    let app = school(Db::open("sqlite::memory:").await.unwrap(), ONE).await;
    to_the_end(&app, ONE).await;
    spoil(&app.db, "UPDATE mentors SET places = 2 WHERE id = 'bekzhan'").await;
    app.travel_to(date(2026, 11, 20));
    let Some((who, note)) = asking else { return seen(&app).await };
    for pair in ids(&app.db, "pairs").await {
        let page = format!("/pairs/{pair}/handover");
        if app.visitor("dana").get(&page).await.status == StatusCode::OK {
            done(&app, who, &page, &[("note", note)]).await;
        }
    }
    if carried_out {
        let [handover] = ids(&app.db, "handovers").await.try_into().unwrap();
        let form = [
            ("last_day", "2026-11-20"),
            ("mentor", "bekzhan"),
            ("agreed", "yes"),
            ("reason", "Оба ведут математику в одном классе."),
        ];
        done(&app, "gulnafisa", &format!("/handovers/{handover}/carry-out"), &form).await;
    }
    seen(&app).await
}

/// Not the other one of the pair and not the head can tell whether somebody has asked; the coordinator reads it.
#[tokio::test]
async fn a_change_of_mentor_that_is_asked_for_is_found_by_the_coordinator_alone() {
    let nobody = handed(None, false).await;
    for asking in [BY_DANA, BY_AIGUL] {
        let (asker, note) = asking;
        let mut one = handed(Some(asking), false).await;
        let readers = readers(&one, note);
        assert_eq!(readers.keys().collect::<Vec<_>>(), [&asker, &"gulnafisa"], "{readers:?}");
        assert_eq!(one.letters.found(note), Vec::<&str>::new());
        let lines = one.log.len();
        one.log.retain(|line| !line.contains("handover-asked"));
        assert_eq!(one.log.len() + 1, lines, "one line, which names nobody");
        no_difference(&one, &nobody, &[asker, "gulnafisa"]);
    }
}

/// When another mentor has come, nobody but the coordinator can tell who had asked: not from any page, letter, file or
/// line of the log.
#[tokio::test]
async fn who_had_asked_for_a_change_of_mentor_is_told_nowhere_after_it() {
    let (by_dana, by_aigul) = (handed(Some(BY_DANA), true).await, handed(Some(BY_AIGUL), true).await);
    no_difference(&by_dana, &by_aigul, &["gulnafisa"]);
    assert_eq!(by_dana.log, by_aigul.log);
    let told = by_dana.letters.found("завершена: Дана");
    assert_eq!(told.len(), 2, "Айгүл's letter, and the list of all letters: {told:?}");
}

/// What Дана and Айгүл answer in the survey of the programme, as fields of the form.
type Answered = [&'static [(&'static str, &'static str)]; 2];
/// No line of these calls for a talk.
const CONTENT: Answered = [&[("team", "5"), ("help", "4")], &[("learns", "5"), ("motives", "share")]];
const GLOOMY: Answered = [&[("team", "1"), ("help", "2")], &[("learns", "1"), ("motives", "asked")]];
/// «I do not want to stay», «I have no time».
const LEAVING: Answered = [&[("stay", "1"), ("help", "4")], &[("time", "1"), ("motives", "share")]];

/// Both have answered; the wave is open, or closed. With the documents of the year as they are taken out.
async fn surveyed(answered: Answered, closed: bool) -> (World, Vec<u8>) {
    let app = school(Db::open("sqlite::memory:").await.unwrap(), ONE).await;
    to_the_end(&app, ONE).await;
    done(&app, "gulnafisa", "/surveys", &[("until", "2026-11-16")]).await;
    for (who, form) in ["dana", "aigul"].into_iter().zip(answered) {
        done(&app, who, "/surveys/own", form).await;
    }
    if closed {
        let [wave] = ids(&app.db, "surveys").await.try_into().unwrap();
        done(&app, "gulnafisa", &format!("/surveys/{wave}/close"), &[]).await;
    }
    let file = crate::bundles::staged(&app).await;
    let archive = app.visitor("gulnafisa").get(&file).await;
    assert_eq!(archive.status, StatusCode::OK);
    (seen(&app).await, archive.bytes)
}

/// The answers of a survey are found by nobody but whoever gave them, while it is open: not by the partner, not by those
/// who lead the school, not in a letter, in the log or in the documents of the year. Once it is closed, by nobody at all.
#[tokio::test]
async fn what_is_answered_in_a_survey_is_found_by_nobody_else() {
    for closed in [false, true] {
        let ((one, archive), (other, archived)) =
            (surveyed(CONTENT, closed).await, surveyed(GLOOMY, closed).await);
        let authors: &[&str] = if closed { &[] } else { &["dana", "aigul"] };
        no_difference(&one, &other, authors);
        assert_eq!(archive, archived, "the documents of the year tell");
        if !closed {
            let own = |world: &World| world.readings["dana"].pages["/surveys/own"].clone();
            assert_ne!(own(&one), own(&other), "she reads her own answers");
        }
    }
}

/// Where few have answered, the sign that a talk would help reaches the coordinator and nobody else.
#[tokio::test]
async fn that_a_talk_would_help_is_found_by_the_coordinator_alone() {
    let ((one, archive), (other, archived)) = (surveyed(CONTENT, true).await, surveyed(LEAVING, true).await);
    no_difference(&one, &other, &["gulnafisa"]);
    assert_eq!(archive, archived);
    let list = |world: &World| world.readings["gulnafisa"].pages["/surveys"].clone();
    assert_ne!(list(&one), list(&other), "she is asked to talk with both");
}

/// How the second round goes for Зере: what Бекжан answers, and whom he would take.
#[derive(Clone, Copy)]
struct Second {
    declines: bool,
    /// He hands in a list with nobody in it; else none at all.
    takes_nobody: bool,
}

/// Зере is left without a pair; in the second round she writes to Бекжан and names him, and he does as it is said.
async fn second(how: Second) -> World {
    let secrets = Secrets { wishes: &["aigul"], takes: &[], ..ONE };
    let app = school(Db::open("sqlite::memory:").await.unwrap(), secrets).await;
    to_the_end(&app, secrets).await;
    app.travel_to(date(2026, 11, 16));
    done(&app, "gulnafisa", "/rounds", &[("until", "2026-11-30")]).await;
    let wish = [("text", "Хочу научиться начинать урок спокойно."), ("rhythm", "weekly")];
    let sent = done(&app, "zere", "/requests/new/bekzhan", &wish).await;
    done(&app, "bekzhan", &format!("{sent}/open"), &[]).await;
    if how.declines {
        done(&app, "bekzhan", &format!("{sent}/answer"), &[("answer", "decline")]).await;
    }
    ranked(&app, "zere", List::Mentors(Order::strict(["bekzhan"]))).await;
    if how.takes_nobody {
        ranked(&app, "bekzhan", List::Newcomers(Order::default())).await;
    }
    let round = ids(&app.db, "rounds").await.remove(0);
    done(&app, "gulnafisa", &format!("/rounds/{round}/close"), &[]).await;
    let draft = done(&app, "gulnafisa", "/proposals", &[]).await;
    done(&app, "gulnafisa", &format!("{draft}/publish"), &[]).await;
    seen(&app).await
}

/// A round tells nobody who has refused whom: a «no» to a request is known to its two and the coordinator as a state,
/// and that somebody is not in a list looks to the other side as if there were no list at all.
#[tokio::test]
async fn a_second_round_tells_nobody_who_has_refused_whom() {
    let silent = second(Second { declines: false, takes_nobody: false }).await;
    let nobody = second(Second { declines: false, takes_nobody: true }).await;
    // That somebody has handed in a list stands in the log, without a name; what stands in it shows nowhere.
    for who in ["zere", "dana", "aigul", "serik", "saule", "stranger"] {
        assert_eq!(silent.readings[who].pages, nobody.readings[who].pages, "{who} learns what is in a list");
    }
    let declined = second(Second { declines: true, takes_nobody: false }).await;
    for who in ["dana", "aigul", "serik", "saule", "stranger"] {
        assert_eq!(silent.readings[who].pages, declined.readings[who].pages, "{who} learns of a «no»");
    }
}
