//! Every form sent twice – a double click, a slow line, «back» and once more – does what it does once: nothing in the
//! database differs after the second time, and whoever sent it is told what stands.

use crate::app::{Answer, TestApp};
use crate::forms::{Field, Form, PEOPLE, Stage, forms_of, route_of, visitor};
use crate::hostile::fields::{DECISION, SELECTION};
use crate::hostile::filled;
use axum::http::{Method, StatusCode};
use std::collections::{BTreeMap, BTreeSet};
use store::testing::{Original, contents_but, is_sqlite, spoil};

/// Long enough where a least length is asked for, short enough for a number of an order.
const WORDS: &str = "Тыныш сабақ бастауды үйренемін";
const LIST: &str = "ФИО;Предмет\r\nЛи Сергей;физика\r\n";

/// Done anew each time it is sent: a slip is printed again, and the one before is void; so is the address of a
/// calendar, and the code of a messenger; a list is read again, and the one that waited is put away; so is that of the next year.
const ANEW: [&str; 5] = [
    "POST /people/slips",
    "POST /profile/feed",
    "POST /profile/telegram",
    "POST /rosters",
    "POST /rosters-next-year",
];

/// A form as somebody sends it.
#[derive(Clone, Debug)]
struct Sending {
    who: &'static str,
    path: String,
    form: Vec<(String, String)>,
    file: bool,
    /// Statements that set the stage for it.
    before: &'static str,
}

/// What somebody types into a field that stands empty.
fn typed(field: &Field) -> String {
    let usual = match field.kind.as_str() {
        "text" | "textarea" | "search" => WORDS,
        "date" => "2026-10-02",
        "time" => "15:10",
        "number" => "1",
        "email" => "jana@school.example",
        "password" => "ескі сөйлем екеу",
        _ => "",
    };
    let empty = if field.least.is_empty() { usual.to_owned() } else { field.least.clone() };
    if field.value.is_empty() { empty } else { field.value.clone() }
}

/// The ways to send a form: the first answer to every question, then each other answer to one of them.
fn ways(form: &Form) -> Vec<Vec<(String, String)>> {
    let mut questions: BTreeMap<&str, Vec<&Field>> = BTreeMap::new();
    let mut sent = Vec::new();
    for field in &form.fields {
        match field.kind.as_str() {
            "radio" => questions.entry(&field.name).or_default().push(field),
            "button" | "submit" => questions.entry("").or_default().push(field),
            "file" => {}
            _ => sent.push((field.name.clone(), typed(field))),
        }
    }
    let answer = |field: &Field| (field.name.clone(), field.value.clone());
    let first: Vec<_> = questions.values().map(|answers| answer(answers[0])).collect();
    let mut ways = vec![[sent.clone(), first.clone()].concat()];
    for (at, answers) in questions.values().enumerate() {
        for other in &answers[1..] {
            let mut given = first.clone();
            given[at] = answer(other);
            ways.push([sent.clone(), given].concat());
        }
    }
    ways
}

/// Every way to send every form that stands on a page of a stage.
async fn on_pages(app: &TestApp) -> Vec<Sending> {
    let (mut seen, mut sendings) = (BTreeSet::new(), Vec::new());
    for who in PEOPLE {
        for form in forms_of(app, who, &mut seen).await {
            let sending =
                |sent| Sending { who, path: form.action.clone(), form: sent, file: form.file, before: "" };
            sendings.extend(ways(&form).into_iter().map(sending));
        }
    }
    sendings
}

/// The forms that texts are kept from, each filled in so that it is taken.
fn of_the_table(fields: &[crate::hostile::fields::Field]) -> Vec<Sending> {
    let kept = fields.iter().filter(|field| field.route.starts_with("POST") && field.shown.is_some());
    kept.map(|field| {
        let rest = field.rest.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        Sending {
            who: field.who,
            path: field.path.to_owned(),
            form: rest.chain([(field.name.to_owned(), WORDS.to_owned())]).collect(),
            file: false,
            before: field.before,
        }
    })
    .collect()
}

/// What a guest of a modelled situation and whoever leads it send: the way there, who and what, what sets the stage.
type Guest = (&'static str, &'static str, &'static [(&'static str, &'static str)], &'static str);

/// The meeting that is being held stands on a later day as is said, open to other schools; where it is said what Тимур is asked
/// to play there, he is its guest.
macro_rules! scene {
    ($state:literal $(, $asked:literal)?) => {
        concat!(
            "UPDATE scene_people SET marks = NULL, helped = NULL, present = 0; ",
            "UPDATE scenes SET open_for = 'Математика', day = '2026-12-24', state = '", $state, "' WHERE state = 'begun'",
            $("; INSERT INTO scene_people (school_id, scene_id, person_id, home_id, part, asked, present) ",
            "SELECT school_id, id, 'timur', 'school-7', 'observer', ", $asked, ", 0 FROM scenes WHERE day = '2026-12-24'")?
        )
    };
}

const GUESTS: [Guest; 7] = [
    ("/scenes/{scenes}/visit", "timur", &[("go", "come")], scene!("planned")),
    ("/scenes/{scenes}/visit", "timur", &[("go", "back")], scene!("planned", "NULL")),
    ("/scenes/{scenes}/visit", "timur", &[("go", "known")], scene!("cancelled", "NULL")),
    (
        "/scenes/{scenes}/ask",
        "gulnafisa",
        &[("player", "timur"), ("part", "mentor")],
        scene!("planned", "NULL"),
    ),
    (
        "/scenes/{scenes}/ask",
        "gulnafisa",
        &[("player", "bekzhan"), ("part", "newcomer")],
        scene!("planned", "'mentor'"),
    ),
    ("/scenes/{scenes}/answer", "timur", &[("play", "yes")], scene!("planned", "'mentor'")),
    ("/scenes/{scenes}/answer", "timur", &[("play", "no")], scene!("planned", "'mentor'")),
];

/// Forms on pages of another school, which are not walked through.
fn of_guests() -> impl Iterator<Item = Sending> {
    GUESTS.into_iter().map(|(path, who, form, before)| Sending {
        who,
        path: path.to_owned(),
        form: form.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
        file: false,
        before,
    })
}

async fn send(app: &TestApp, sending: &Sending, path: &str) -> Answer {
    let form: Vec<(&str, &str)> =
        sending.form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let visitor = visitor(app, sending.who);
    if sending.file {
        return visitor.post_file(path, &form, "штат.csv", LIST.as_bytes()).await;
    }
    visitor.post(path, &form).await
}

/// What stands in the database. The log is left out, as it may say twice that somebody saved the same; so are
/// counters of changes.
async fn standing(app: &TestApp) -> BTreeMap<String, Vec<String>> {
    let mut tables = contents_but(&app.db, "version").await;
    tables.remove("audit");
    tables
}

/// How many rows each table has.
fn rows(tables: &BTreeMap<String, Vec<String>>) -> BTreeMap<String, usize> {
    tables.iter().map(|(table, rows)| (table.clone(), rows.len())).collect()
}

/// What is wrong with the forms that are sent twice, and the routes where one was taken the first time.
#[derive(Default)]
struct Outcome {
    wrong: Vec<String>,
    taken: BTreeSet<String>,
}

impl Outcome {
    /// One after the other, on SQLite: how many rows each table has after the first.
    async fn in_turn(
        &mut self,
        app: &TestApp,
        at: &str,
        sending: &Sending,
        path: &str,
    ) -> BTreeMap<String, usize> {
        let route = route_of(&Method::POST, path);
        let first = send(app, sending, path).await;
        let after_one = standing(app).await;
        let second = send(app, sending, path).await;
        if !ANEW.contains(&route.as_str()) {
            for (table, rows) in
                standing(app).await.iter().filter(|(table, rows)| after_one[*table] != **rows)
            {
                let new: Vec<_> = rows.iter().filter(|row| !after_one[table].contains(row)).collect();
                self.wrong.push(format!("{at}: {table} {new:?}"));
            }
        }
        self.answered(at, &first, &second);
        if first.status != StatusCode::UNPROCESSABLE_ENTITY {
            self.taken.insert(route);
        }
        rows(&after_one)
    }

    /// At once, on PostgreSQL, which lets several write at a time: as many rows as after one.
    async fn at_once(
        &mut self,
        app: &TestApp,
        at: &str,
        sending: &Sending,
        path: &str,
        after_one: &BTreeMap<String, usize>,
    ) {
        let (first, second) = tokio::join!(send(app, sending, path), send(app, sending, path));
        if !ANEW.contains(&route_of(&Method::POST, path).as_str()) {
            for (table, count) in
                rows(&standing(app).await).iter().filter(|(table, count)| after_one[*table] != **count)
            {
                self.wrong.push(format!("at once {at}: {table} {count} rows, not {}", after_one[table]));
            }
        }
        self.answered(at, &first, &second);
    }

    /// Neither is told of a fault. What the first has taken away may be gone for the second, what it has changed may
    /// have changed under it.
    fn answered(&mut self, at: &str, first: &Answer, second: &Answer) {
        let usual = [StatusCode::SEE_OTHER, StatusCode::UNPROCESSABLE_ENTITY, StatusCode::OK];
        let done = [first, second].iter().any(|answer| answer.status == StatusCode::SEE_OTHER);
        for answer in [first, second] {
            let gone = done && [StatusCode::NOT_FOUND, StatusCode::CONFLICT].contains(&answer.status);
            if !usual.contains(&answer.status) && !gone {
                self.wrong.push(format!("{at}: {}", answer.status));
            }
        }
    }
}

/// Whether a form of this route is sent: a stage with many forms takes more than one test.
type Share = fn(&str) -> bool;

/// Sends every form of a stage that has its share twice, each on a copy of it; the routes none of whose forms was taken.
async fn all_twice(stage: Stage, table: &[crate::hostile::fields::Field], share: Share) -> BTreeSet<String> {
    let mut stages = Vec::new();
    for original in Original::fresh().await {
        let app = stage.set(original.open().await).await;
        app.db.close().await;
        stages.push((original, app));
    }
    let mut sendings = of_the_table(table);
    stages[0].0.copied(async |db| sendings.extend(on_pages(&stages[0].1.on_copy(db)).await)).await;
    if matches!(stage, Stage::Decision) {
        sendings.extend(of_guests());
    }
    sendings.retain(|sending| share(&route_of(&Method::POST, &sending.path)));
    let mut outcome = Outcome::default();
    let mut routes = BTreeSet::new();
    for sending in sendings {
        let mut once = BTreeMap::new();
        // At once for one form of each route: it is the action that stands in the way, whatever was typed.
        let new = routes.insert(route_of(&Method::POST, &sending.path));
        for (original, staged) in stages.iter().take(if new { 2 } else { 1 }) {
            let (once, outcome) = (&mut once, &mut outcome);
            original
                .copied(async |db| {
                    let app = staged.on_copy(db);
                    if !sending.before.is_empty() {
                        spoil(&app.db, sending.before).await;
                    }
                    let path = filled(&app, &sending.path).await;
                    let at = format!("{} {} {:?}", sending.who, path, sending.form);
                    if is_sqlite(&app.db) {
                        *once = outcome.in_turn(&app, &at, &sending, &path).await;
                    } else {
                        outcome.at_once(&app, &at, &sending, &path, once).await;
                    }
                })
                .await;
        }
    }
    assert!(outcome.wrong.is_empty(), "{:#?}", outcome.wrong);
    &routes - &outcome.taken
}

/// Routes whose forms are refused as they are filled in here: nothing is done even once.
const REFUSED_IN_SELECTION: &[&str] = &[
    "POST /awards",
    "POST /commissions/new",
    "POST /courses/recognitions",
    "POST /courses/trainings/new",
    "POST /deputies",
    "POST /newcomers",
    "POST /questions/new",
    "POST /reservations",
    "POST /reservations/once",
    "POST /scenes/new",
    "POST /sign-in",
    "POST /sign-in/code",
    "POST /sittings/new",
];
const REFUSED_IN_DECISION: &[&str] = &[
    "POST /contacts/new",
    "POST /courses/recognitions",
    "POST /deputies",
    "POST /endings/{pair}/pause",
    "POST /meetings/{id}/ask",
    "POST /newcomers",
    "POST /reports/folder",
    "POST /reports/{id}/seal",
    "POST /reports/{id}/sign",
    "POST /requests/new/{mentor}",
    "POST /requests/offer/{newcomer}",
    "POST /requests/{id}/edit",
    "POST /reservations",
    "POST /reservations/except",
    "POST /reservations/once",
    "POST /sign-in",
    "POST /sign-in/code",
    "POST /sittings/new",
];

#[tokio::test]
async fn what_is_sent_twice_while_newcomers_choose_is_done_once() {
    let refused = all_twice(Stage::Selection, SELECTION, |_| true).await;
    assert_eq!(refused.iter().collect::<Vec<_>>(), REFUSED_IN_SELECTION.iter().collect::<Vec<_>>());
}

/// The routes that come first by the alphabet, about half.
fn is_early(route: &str) -> bool {
    route < "POST /n"
}

async fn decided(share: Share) {
    let refused = all_twice(Stage::Decision, DECISION, share).await;
    let expected: Vec<_> = REFUSED_IN_DECISION.iter().copied().filter(|route| share(route)).collect();
    assert_eq!(refused.iter().collect::<Vec<_>>(), expected);
}

#[tokio::test]
async fn what_is_sent_twice_when_the_lists_are_open_is_done_once_in_one_half() {
    decided(is_early).await;
}

#[tokio::test]
async fn what_is_sent_twice_when_the_lists_are_open_is_done_once_in_the_other_half() {
    decided(|route| !is_early(route)).await;
}
