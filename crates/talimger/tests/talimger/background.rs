//! The server is killed while it does what was promised: every letter comes, under one id however often it goes, and
//! papers that were made are not made again (feat:P1, F12).

use crate::crash::{furnish, now, sound, today};
use crate::mailbox::Mailbox;
use crate::server::{Server, get, post, sign_in};
use crate::{found, places, wait};
use actions::letters::{Letter, promise};
use actions::{Context, Ids};
use domain::bundles::{Bundle, State};
use domain::deliveries::Wishes;
use domain::people::{Actor, Role};
use domain::reports::{Kind, Term};
use domain::requests::{Rhythm, Wish};
use domain::sides::Side;
use domain::{BundleId, SchoolId};
use jiff::ToSpan;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::mpsc::channel;
use std::time::Duration;
use store::Db;

const LETTERS: usize = 12;
/// After so many letters of each round the server is killed: the mail server has the last one and has not answered.
const SILENCES: [usize; 3] = [1, 4, 2];
/// So many papers are made when the server is killed.
const MADE: [usize; 3] = [1, 3, 5];

async fn school(db: &Db) -> SchoolId {
    store::schools::every(&mut db.read().await.unwrap()).await.unwrap().remove(0).id
}

fn actor(school: &SchoolId, person: &str, roles: &[Role]) -> Actor {
    Actor { person: person.into(), school: Some(school.clone()), district: None, roles: roles.to_vec() }
}

fn context<'a>(db: &'a Db, ids: &'a Ids, actor: &'a Actor) -> Context<'a> {
    Context { db, actor, now: now(), today: today(), ids }
}

/// The lock of a killed worker ends after minutes; here at once.
fn unlocked(database: &str) {
    wait(async {
        let db = Db::open(database).await.unwrap();
        store::testing::spoil(&db, "UPDATE jobs SET locked_until = NULL").await;
        store::testing::spoil(&db, "UPDATE bundles SET locked_until = NULL").await;
        db.close().await;
    });
}

/// Letters to Айгүл. Gives their ids.
async fn promised(database: &str) -> Vec<String> {
    let db = Db::open(database).await.unwrap();
    let aigul = actor(&school(&db).await, "aigul", &[Role::Mentor]);
    let ids = Ids::counting(0);
    let context = context(&db, &ids, &aigul);
    // The server has the real clock: at night the letters would wait for the morning.
    let at_any_hour = Wishes { quiet: None, ..Wishes::default() };
    actions::deliveries::keep(&context, at_any_hour).await.unwrap();
    let mut tx = db.write().await.unwrap();
    for _ in 0..LETTERS {
        promise(&context, &mut tx, &aigul.person, Letter::MentorApproved, "aigul").await.unwrap();
    }
    tx.commit().await.unwrap();
    let ids = store::testing::column(&db, "jobs", "id").await;
    db.close().await;
    ids
}

async fn waiting(database: &str) -> i64 {
    let db = Db::look(database).await.unwrap();
    let waiting = store::jobs::waiting(&mut db.read().await.unwrap()).await.unwrap();
    db.close().await;
    waiting
}

/// Waits up to half a minute until something is so.
fn until(what: &str, mut is_so: impl FnMut() -> bool) {
    for _ in 0..1_500 {
        if is_so() {
            return;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    panic!("{what} did not come");
}

#[test]
fn letters_survive_a_kill_and_one_that_goes_out_again_is_the_same_letter() {
    let folder = tempfile::tempdir().unwrap();
    for database in places(folder.path()) {
        found(&database);
        wait(furnish(&database, 40));
        let ids = wait(promised(&database));
        let mailbox = Mailbox::open();
        let start = || Server::start_with(&database, folder.path(), &[("TALIMGER_SMTP", &mailbox.url)]);
        for more in SILENCES {
            let (tell, told) = channel();
            mailbox.fall_silent_after(more, tell);
            let server = start();
            told.recv_timeout(Duration::from_secs(30)).unwrap();
            server.kill();
            sound(&database);
            unlocked(&database);
        }
        let server = start();
        until("the last letter", || wait(waiting(&database)) == 0);
        assert!(server.stop().success());
        sound(&database);
        let letters = mailbox.letters();
        let id_of = |letter: &String| ids.iter().find(|id| letter.contains(&format!("Message-ID: <{id}@")));
        // A mail program shows letters of one Message-ID once.
        let different: BTreeSet<&String> = letters.iter().filter_map(id_of).collect();
        assert_eq!(different.len(), LETTERS, "every promise was kept");
        assert_eq!(letters.len(), LETTERS + SILENCES.len(), "again goes what had no answer, nothing else");
    }
}

async fn leader(db: &Db, school: &SchoolId, role: Role) -> Actor {
    let mut tx = db.read().await.unwrap();
    let of_role = store::people::with_role(&mut tx, school, role, today()).await.unwrap();
    actor(school, of_role[0].as_str(), &[role])
}

/// A pair by order with a plan and a report that is ready: a few papers, and many lists.
async fn worked(database: &str) {
    let db = Db::open(database).await.unwrap();
    let school = school(&db).await;
    let coordinator = leader(&db, &school, Role::Coordinator).await;
    let head = leader(&db, &school, Role::Head).await;
    let dana = actor(&school, "newcomer-0", &[Role::Newcomer]);
    let aigul = actor(&school, "aigul", &[Role::Mentor]);
    let ids = Ids::counting(0);
    let then = |actor| {
        let before = context(&db, &ids, actor);
        Context { now: before.now - 240.hours(), today: before.today.saturating_sub(10.days()), ..before }
    };
    let text = "Сабақты бастауды үйренгім келеді.".into();
    let wish = Wish { text, goals: vec![], rhythm: Rhythm::Weekly };
    let request = actions::requests::send(&then(&dana), &"aigul".into(), wish).await.unwrap();
    let pair = actions::requests::accept(&then(&aigul), &request).await.unwrap();
    let mut tx = db.write().await.unwrap();
    let published = store::pairs::get(&mut tx, &pair).await.unwrap().unwrap().publish().unwrap();
    store::pairs::save(&mut tx, &published).await.unwrap();
    for side in Side::BOTH {
        store::consents::give(&mut tx, &published, side, now()).await.unwrap();
    }
    tx.commit().await.unwrap();
    let drafts = actions::orders::prepare(&context(&db, &ids, &coordinator), &school).await.unwrap();
    actions::orders::sign(&context(&db, &ids, &head), &drafts[0], "1-к", today()).await.unwrap();
    let aigul = context(&db, &ids, &aigul);
    actions::plans::make(&aigul, &pair).await.unwrap();
    let report = actions::reports::begin(&aigul, Kind::Mentor, Term::Half, Some(&pair)).await.unwrap();
    let words = [("result".to_owned(), "Журналды көмексіз толтырады.".to_owned())].into();
    actions::reports::write(&aigul, &report, 0, &words).await.unwrap();
    actions::reports::ready(&aigul, &report).await.unwrap();
    db.close().await;
}

async fn bundle(database: &str, id: &BundleId) -> Bundle {
    let db = Db::look(database).await.unwrap();
    let bundle = store::bundles::get(&mut db.read().await.unwrap(), id).await.unwrap().unwrap();
    db.close().await;
    bundle
}

/// The papers that are made, by their places.
async fn papers(database: &str, id: &BundleId) -> BTreeMap<i64, (String, Vec<u8>)> {
    let db = Db::look(database).await.unwrap();
    let mut tx = db.read().await.unwrap();
    let (mut papers, mut last) = (BTreeMap::new(), 0);
    while let Some(paper) = store::bundles::made_after(&mut tx, id, last).await.unwrap() {
        last = paper.number;
        papers.insert(last, (paper.path, paper.bytes.unwrap()));
    }
    drop(tx);
    db.close().await;
    papers
}

/// The server is killed once so many papers are made. Gives what is made, and whether it was killed in the middle.
fn killed_at(made: usize, database: &str, folder: &Path, id: &BundleId) -> bool {
    let server = Server::start(database, folder);
    let mut open = true;
    until("a paper", || match wait(bundle(database, id)).state {
        State::Making { done, .. } => done >= made,
        State::Waiting => false,
        State::Ready { .. } | State::Failed { .. } => {
            open = false;
            true
        }
    });
    server.kill();
    sound(database);
    unlocked(database);
    open
}

#[test]
fn papers_survive_a_kill_and_none_is_made_twice() {
    let folder = tempfile::tempdir().unwrap();
    for database in places(folder.path()) {
        let [_, coordinator] = found(&database);
        // The selection has ended: there is a pair by order.
        wait(furnish(&database, -3));
        wait(worked(&database));
        let server = Server::start(&database, folder.path());
        let cookie = sign_in(&server.address(), &coordinator);
        let asked = post(&server.address(), "/bundles", &cookie, "of=year").unwrap();
        server.kill();
        unlocked(&database);
        let href = asked.header("location").unwrap().to_owned();
        let id = BundleId::from(href.trim_start_matches("/bundles/"));
        let mut known = wait(papers(&database, &id));
        let mut in_the_middle = 0;
        for made in MADE {
            in_the_middle += usize::from(killed_at(made, &database, folder.path(), &id));
            let now = wait(papers(&database, &id));
            assert!(known.iter().all(|(place, paper)| now.get(place) == Some(paper)), "made twice");
            known = now;
        }
        assert!(in_the_middle > 0, "it was ready too early: the test shows little");
        let server = Server::start(&database, folder.path());
        until("the file", || matches!(wait(bundle(&database, &id)).state, State::Ready { .. }));
        assert_eq!(get(&server.address(), &format!("{href}/file"), &cookie).unwrap().status, 200);
        assert!(server.stop().success());
        sound(&database);
        let all = wait(papers(&database, &id));
        assert!(known.iter().all(|(place, paper)| all.get(place) == Some(paper)), "made twice");
        let paths: BTreeSet<&str> = all.values().map(|(path, _)| path.as_str()).collect();
        assert_eq!(paths.len(), all.len(), "each paper once");
        assert!(paths.contains("reports.csv") && paths.len() > 10, "{paths:?}");
    }
}
