//! The server is killed in the middle of its work, again and again: whatever it confirmed is there (feat:P1).
//! What a killed process leaves to the system survives it; that the disk is waited for, too, is what
//! `synchronous = FULL` and PostgreSQL's own default say, and no test without a power switch shows it.

use crate::server::{Server, get, post, sign_in};
use crate::{found, places, said, talimger, wait};
use domain::mentors::{Card, Mentor};
use domain::newcomers::Newcomer;
use domain::people::{Category, Name, Person, Role};
use domain::programmes::{Phases, Programme};
use domain::requests::State;
use domain::settings::Settings;
use domain::{Day, Instant, RequestId, SchoolId, mentors};
use jiff::ToSpan;
use std::thread::JoinHandle;
use std::time::Duration;
use store::{Db, WriteTx};

/// Newcomers who write all the time.
const WRITERS: usize = 4;
/// How long each round works before it is killed.
const ROUNDS: [u64; 5] = [40, 430, 150, 700, 260];
/// Confirmed changes that show something.
const ENOUGH: usize = 40;

pub(crate) fn newcomer(number: usize) -> String {
    format!("newcomer-{number}")
}

pub(crate) fn code(number: usize) -> String {
    domain::accounts::code([u8::try_from(number).unwrap() + 1; 8])
}

#[expect(clippy::disallowed_methods, reason = "the real program runs by the real clock")]
pub(crate) fn now() -> Instant {
    Instant::now()
}

/// Today where the school is.
pub(crate) fn today() -> Day {
    jiff::tz::Offset::from_hours(5).unwrap().to_datetime(now()).date()
}

fn person(id: &str, school: &SchoolId, hired_on: Day) -> Person {
    Person {
        id: id.into(),
        school: Some(school.clone()),
        name: Name { family: "Нұрланова".into(), given: "Әлия".into(), patronymic: None },
        email: None,
        phone: None,
        staff_number: None,
        position: None,
        subject: Some("химия".into()),
        category: Category::Expert,
        service_years: Some(5),
        hired_on: Some(hired_on),
        weekly_load: None,
        left_on: None,
        lang: "kk".into(),
        version: 0,
    }
}

/// A programme with the last day of its selection, counted from today; a mentor with a mailbox, and newcomers with a
/// code each.
pub(crate) async fn furnish(database: &str, selection_until: i64) {
    let db = Db::open(database).await.unwrap();
    let school = store::schools::every(&mut db.read().await.unwrap()).await.unwrap().remove(0).id;
    let today = today();
    let ahead = |days: i64| today.saturating_add(days.days());
    let mut tx = db.write().await.unwrap();
    let programme = Programme {
        id: "programme".into(),
        school: school.clone(),
        first_year: today.year(),
        phases: Phases {
            starts_on: ahead(-30),
            selection_from: ahead(-20),
            selection_until: ahead(selection_until),
            decision_until: ahead(selection_until + 1),
            orders_until: ahead(selection_until + 15),
            work_until: ahead(200),
        },
        settings: Settings::default(),
        round: None,
        stopped_on: None,
        shelved_on: None,
        version: 0,
    };
    store::programmes::add(&mut tx, &programme).await.unwrap();
    let email = Some("aigul@school.example".into());
    let aigul = Person { email, ..person("aigul", &school, ahead(-900)) };
    add(&mut tx, &aigul, Role::Mentor, ahead(-30)).await;
    store::mentors::add(&mut tx, &aigul_as_mentor(&school)).await.unwrap();
    for number in 0..WRITERS {
        let id = newcomer(number);
        add(&mut tx, &person(&id, &school, ahead(-30)), Role::Newcomer, ahead(-30)).await;
        let hash = actions::accounts::secret_hash(&code(number));
        let until = now() + Duration::from_hours(1);
        store::accounts::add(&mut tx, &id.as_str().into(), &id, None).await.unwrap();
        store::accounts::add_code(&mut tx, &hash, &id.as_str().into(), now(), until).await.unwrap();
        let newcomer = Newcomer {
            id: id.as_str().into(),
            school: school.clone(),
            programme: "programme".into(),
            person: id.as_str().into(),
            hired_on: ahead(-30),
            version: 0,
        };
        store::newcomers::add(&mut tx, &newcomer).await.unwrap();
    }
    tx.commit().await.unwrap();
    db.close().await;
}

async fn add(tx: &mut WriteTx, person: &Person, role: Role, from: Day) {
    store::people::add(tx, person, None).await.unwrap();
    store::people::open_role(tx, &person.id, role, from).await.unwrap();
}

fn aigul_as_mentor(school: &SchoolId) -> Mentor {
    Mentor {
        id: "aigul".into(),
        school: school.clone(),
        programme: "programme".into(),
        person: "aigul".into(),
        state: mentors::State::Approved,
        since: Instant::UNIX_EPOCH,
        card: Card {
            motive: "Маған да үйреткен.".into(),
            gives: "Сабақтың басы.".into(),
            works: "Аптасына бір рет.".into(),
            languages: vec!["kk".into()],
            places: 1,
        },
        back_on: None,
        version: 0,
    }
}

/// What one newcomer was told that it is done.
#[derive(Default)]
struct Confirmed {
    sent: Vec<String>,
    withdrawn: Vec<String>,
}

/// Sends a request and takes it back, over and over, until nobody answers any more.
fn write(address: String, cookie: String, left_open: Vec<String>) -> JoinHandle<Confirmed> {
    std::thread::spawn(move || {
        let mut confirmed = Confirmed::default();
        let mut open = left_open;
        loop {
            for id in open.drain(..) {
                match post(&address, &format!("/requests/{id}/withdraw"), &cookie, "") {
                    Ok(answer) => assert_eq!(answer.status, 303, "{answer:?}"),
                    Err(_) => return confirmed,
                }
                confirmed.withdrawn.push(id);
            }
            let text = "text=%D0%A1%D0%B0%D0%B1%D0%B0%D2%9B%D1%82%D1%8B+%D0%B1%D0%B0%D1%81%D1%82%D0%B0%D1%83%D0%B4%D1%8B+%D2%AF%D0%B9%D1%80%D0%B5%D0%BD%D0%B3%D1%96%D0%BC+%D0%BA%D0%B5%D0%BB%D0%B5%D0%B4%D1%96.&rhythm=weekly";
            match post(&address, "/requests/new/aigul", &cookie, text) {
                Ok(answer) => {
                    assert_eq!(answer.status, 303, "{answer:?}");
                    let id = answer.header("location").unwrap().trim_start_matches("/requests/").to_owned();
                    confirmed.sent.push(id.clone());
                    open.push(id);
                }
                Err(_) => return confirmed,
            }
        }
    })
}

/// Compares what was confirmed with what is stored. Gives the requests that are open.
async fn compare(database: &str, confirmed: &Confirmed, number: usize) -> Vec<String> {
    let db = Db::look(database).await.unwrap();
    let mut tx = db.read().await.unwrap();
    let school = store::schools::every(&mut tx).await.unwrap().remove(0).id;
    let stored =
        store::requests::of_newcomer(&mut tx, &school, &newcomer(number).as_str().into()).await.unwrap();
    for id in &confirmed.sent {
        let is_there = stored.iter().any(|request| request.id == RequestId::from(id.as_str()));
        assert!(is_there, "{id} was confirmed and is gone");
    }
    for id in &confirmed.withdrawn {
        let request = stored.iter().find(|request| request.id == RequestId::from(id.as_str())).unwrap();
        assert!(matches!(request.state, State::Withdrawn { .. }), "{id} was taken back: {request:?}");
    }
    let open = stored.iter().filter(|request| matches!(request.state, State::Sent));
    let open: Vec<String> = open.map(|request| request.id.to_string()).collect();
    assert!(open.len() <= 1, "half done: {open:?}");
    drop(tx);
    db.close().await;
    open
}

pub(crate) fn sound(database: &str) {
    let output = talimger(&["check", "--database", database]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
}

#[test]
fn whatever_was_confirmed_survives_a_kill_at_any_moment() {
    let folder = tempfile::tempdir().unwrap();
    for database in places(folder.path()) {
        found(&database);
        // The selection runs today.
        wait(furnish(&database, 40));
        let mut cookies = Vec::new();
        let mut open = vec![Vec::new(); WRITERS];
        let mut count = 0;
        // A busy machine confirms little in a round: then there are more of them.
        for (round, millis) in ROUNDS.into_iter().cycle().take(10 * ROUNDS.len()).enumerate() {
            if round >= ROUNDS.len() && count > ENOUGH {
                break;
            }
            let server = Server::start(&database, folder.path());
            let address = server.address();
            if cookies.is_empty() {
                cookies.extend((0..WRITERS).map(|number| sign_in(&address, &code(number))));
            }
            let writers: Vec<_> = cookies
                .iter()
                .zip(open.drain(..))
                .map(|(cookie, open)| write(address.clone(), cookie.clone(), open))
                .collect();
            std::thread::sleep(Duration::from_millis(millis));
            server.kill();
            sound(&database);
            for (number, writer) in writers.into_iter().enumerate() {
                let log = || std::fs::read_to_string(folder.path().join("server.log")).unwrap();
                let confirmed = writer.join().unwrap_or_else(|_| panic!("{database}: {}", log()));
                count += confirmed.sent.len() + confirmed.withdrawn.len();
                open.push(wait(compare(&database, &confirmed, number)));
            }
        }
        assert!(count > ENOUGH, "only {count} changes were confirmed: the test shows little");
        let server = Server::start(&database, folder.path());
        assert_eq!(get(&server.address(), "/requests", &cookies[0]).unwrap().status, 200);
        assert!(server.stop().success());
        sound(&database);
    }
}
