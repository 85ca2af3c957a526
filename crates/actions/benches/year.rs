//! The heavy work of a year: the papers of a year bound in one job, the same job killed in the middle and gone on with, and a
//! calendar feed of 500 events. Each stands against a floor measured in the same run and against its goal:
//! `cargo bench -p actions --bench year`.

#![expect(clippy::unwrap_used, reason = "a benchmark that cannot be set up should stop at once")]
#![expect(clippy::disallowed_methods, reason = "this program measures")]
#![expect(clippy::print_stdout, reason = "a benchmark prints what it measured")]

use actions::bundles::{Made, ask, make_next, take};
use actions::orders::{prepare, print, sign};
use actions::reports::{Press, Typesetter};
use actions::requests::{accept, send};
use actions::{Context, Ids, feeds};
use domain::bundles::State as Bundling;
use domain::calendar::instant_of;
use domain::contacts::Kind;
use domain::meetings::{Meeting, Said, State};
use domain::newcomers::Newcomer;
use domain::pairs::Pair;
use domain::people::{Actor, Person, Role};
use domain::requests::{Rhythm, Wish};
use domain::sides::Side;
use domain::{BundleId, Day, Instant, OrderId, PairId};
use i18n::Lang;
use jiff::civil::{date, time};
use jiff::{SignedDuration, ToSpan};
use std::ffi::OsStr;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant as Clock};
use store::Db;

/// Orders, each in two languages.
const ORDERS: usize = 150;
/// Papers of a district's orders.
const PAPERS: usize = 2 * ORDERS;
const EVENTS: i64 = 500;
const REQUESTED: Day = date(2026, 10, 5);
const SIGNED: Day = date(2026, 11, 2);
const ADDRESS: &str = "https://talimger.example";

fn noon(day: Day) -> Instant {
    instant_of(day, 12, 300)
}

fn actor(person: &str, roles: &[Role]) -> Actor {
    Actor { person: person.into(), school: Some("school-12".into()), district: None, roles: roles.to_vec() }
}

fn context<'a>(db: &'a Db, ids: &'a Ids, actor: &'a Actor, today: Day) -> Context<'a> {
    Context { db, actor, now: noon(today), today, ids }
}

/// A newcomer and a mentor of their own.
async fn two(db: &Db, number: usize) -> (String, String) {
    let (newcomer, mentor) = (format!("newcomer-{number}"), format!("mentor-{number}"));
    let mut tx = db.write().await.unwrap();
    let polina = store::people::get(&mut tx, &"polina".into()).await.unwrap().unwrap();
    for (id, role) in [(&newcomer, Role::Newcomer), (&mentor, Role::Mentor)] {
        let person = Person { id: id.as_str().into(), email: None, ..polina.clone() };
        store::people::add(&mut tx, &person, None).await.unwrap();
        for role in [Role::Teacher, role] {
            store::people::open_role(&mut tx, &person.id, role, date(2026, 8, 15)).await.unwrap();
        }
    }
    let place = Newcomer {
        id: newcomer.as_str().into(),
        school: "school-12".into(),
        programme: "programme".into(),
        person: newcomer.as_str().into(),
        hired_on: date(2026, 8, 25),
        version: 0,
    };
    store::newcomers::add(&mut tx, &place).await.unwrap();
    let card =
        domain::mentors::Mentor { person: mentor.as_str().into(), ..store::testing::mentor(&mentor, 2) };
    store::mentors::add(&mut tx, &card).await.unwrap();
    tx.commit().await.unwrap();
    (newcomer, mentor)
}

/// The two choose each other and work by an order of their own.
async fn ordered(db: &Db, ids: &Ids, number: usize) -> (PairId, OrderId) {
    let (newcomer, mentor) = two(db, number).await;
    let dana = actor(&newcomer, &[Role::Teacher, Role::Newcomer]);
    let aigul = actor(&mentor, &[Role::Teacher, Role::Mentor]);
    let text = "Хочу научиться держать внимание класса без крика.".into();
    let wish = Wish { text, goals: vec![], rhythm: Rhythm::Weekly };
    let request = send(&context(db, ids, &dana, REQUESTED), &mentor.as_str().into(), wish).await.unwrap();
    let pair = accept(&context(db, ids, &aigul, REQUESTED), &request).await.unwrap();
    let mut tx = db.write().await.unwrap();
    let published: Pair = store::pairs::get(&mut tx, &pair).await.unwrap().unwrap().publish().unwrap();
    store::pairs::save(&mut tx, &published).await.unwrap();
    for side in Side::BOTH {
        store::consents::give(&mut tx, &published, side, noon(SIGNED)).await.unwrap();
    }
    tx.commit().await.unwrap();
    let coordinator = actor("gulnafisa", &[Role::Teacher, Role::Coordinator]);
    let head = actor("serik", &[Role::Head]);
    let drafts = prepare(&context(db, ids, &coordinator, SIGNED), &"school-12".into()).await.unwrap();
    sign(&context(db, ids, &head, SIGNED), &drafts[0], &format!("{number}-к"), SIGNED).await.unwrap();
    (pair, drafts[0].clone())
}

/// Ids that differ in every byte: a check code has five bits of each, and those of a counter would soon be the same. The upper
/// byte of Knuth's linear congruence (MMIX).
fn spread(seed: u64) -> Ids {
    let mut state = seed;
    Ids::new(move |bytes| {
        for byte in bytes {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            [*byte, ..] = state.to_be_bytes();
        }
    })
}

/// What the system tells of this process's memory, in MiB; nothing where it does not tell.
fn memory(what: &str) -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with(what))?;
    line.split_whitespace().nth(1)?.parse::<u64>().ok().map(|kib| kib / 1024)
}

/// A goal, and whether it is held.
fn goal(words: &str, held: bool) {
    println!("  goal, {words}: {}", if held { "held" } else { "MISSED" });
}

/// How many papers of a bundle are made, and of how many; nothing of one that is not in work.
async fn progress(db: &Db, id: &BundleId) -> Option<(usize, usize)> {
    let bundle = store::bundles::get(&mut db.read().await.unwrap(), id).await.unwrap().unwrap();
    match bundle.state {
        Bundling::Making { done, total } => Some((done, total)),
        Bundling::Waiting | Bundling::Ready { .. } | Bundling::Failed { .. } => None,
    }
}

/// The paper of a bundle that comes after a place.
async fn paper_after(db: &Db, id: &BundleId, place: i64) -> Option<store::bundles::Paper> {
    store::bundles::made_after(&mut db.read().await.unwrap(), id, place).await.unwrap()
}

/// Pages of the first papers of a bundle: «one-page documents» is looked at, not believed.
async fn pages(db: &Db, id: &BundleId, papers: usize) -> usize {
    let (mut pages, mut place) = (0, 0);
    for _ in 0..papers {
        let paper = paper_after(db, id, place).await.unwrap();
        let kind = Path::new(&paper.path).extension();
        assert_eq!(kind.and_then(OsStr::to_str), Some("pdf"), "orders stand first: {}", paper.path);
        let pdf = pdf_extract::Document::load_mem(&paper.bytes.unwrap()).unwrap();
        (pages, place) = (pages + pdf.get_pages().len(), paper.number);
    }
    pages
}

/// Papers of a year, in one job; the floor is one order after the other, printed and thrown away. The orders come first in the
/// bundle, so that the first 300 papers are what the goal speaks of; consents and tables follow.
async fn papers(db: &Db, ids: &Ids, orders: &[OrderId]) {
    let coordinator = actor("gulnafisa", &[Role::Teacher, Role::Coordinator]);
    let context = context(db, ids, &coordinator, SIGNED);
    let (few, begun) = (20, Clock::now());
    let typesetter = Typesetter::unbounded();
    let press = Press { address: ADDRESS, typesetter: &typesetter };
    for order in orders.iter().take(few) {
        print(&context, order, Lang::Kk, press).await.unwrap();
    }
    let each = begun.elapsed() / u32::try_from(few).unwrap();
    let id = ask(&context, None).await.unwrap();
    let (mut of_orders, mut resident) = (None, Vec::new());
    let begun = Clock::now();
    while make_next(db, ids, noon(SIGNED), press).await.unwrap() == Made::Some {
        let Some((done, total)) = progress(db, &id).await else { continue };
        let took = begun.elapsed();
        resident.extend(memory("VmRSS"));
        println!("  {done} of {total} after {took:.2?}; memory, MiB: {:?}", resident.last());
        if done >= PAPERS && of_orders.is_none() {
            of_orders = Some(rate(done, took));
        }
    }
    let took = begun.elapsed();
    let peak = memory("VmHWM");
    let bound = take(&context, &id).await.unwrap();
    let files = actions::bundles::check(&bound).unwrap().files;
    println!(
        "papers in one job: {files} files, tables among them, {took:.2?}, {:.0} a second",
        rate(files, took)
    );
    println!("  one order printed and thrown away: {each:.2?}, {:.0} a second", rate(1, each));
    println!("  peak memory of all of it, MiB: {peak:?}; the file: {} KiB", bound.len() / 1024);
    let each_page = pages(db, &id, PAPERS).await;
    let orders = of_orders.unwrap();
    println!("  its first {PAPERS} papers are orders of {each_page} pages together, {orders:.0} a second");
    goal("20 one-page papers a second", orders >= 20.0 && each_page == PAPERS);
    // The first round warms fonts and caches up; from the second one on nothing may grow with the number of papers.
    let flat = resident.get(1).zip(resident.last()).is_none_or(|(first, last)| *last <= first + 16);
    goal("memory flat, within 16 MiB", flat);
}

/// The name under which this program runs as the worker that is killed; it holds the address of the database.
const WORKER: &str = "TALIMGER_BENCH_WORKER";

/// The worker: makes papers until it is killed, or there are none.
async fn work(address: &str) {
    let (db, ids, typesetter) = (Db::open(address).await.unwrap(), spread(1), Typesetter::unbounded());
    let press = Press { address: ADDRESS, typesetter: &typesetter };
    while make_next(&db, &ids, noon(SIGNED), press).await.unwrap() == Made::Some {}
}

/// The same job in a process that is killed at a third of it; this one goes on once the lock of the dead one has run out.
async fn killed(db: &Db, ids: &Ids, address: &str) {
    let coordinator = actor("gulnafisa", &[Role::Teacher, Role::Coordinator]);
    let context = context(db, ids, &coordinator, SIGNED);
    let id = ask(&context, Some(&"programme".into())).await.unwrap();
    let mut worker = Command::new(std::env::current_exe().unwrap()).env(WORKER, address).spawn().unwrap();
    while progress(db, &id).await.is_none_or(|(done, total)| done < total / 3) {
        assert_eq!(worker.try_wait().unwrap(), None, "the worker ended before it was killed");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    worker.kill().unwrap();
    worker.wait().unwrap();
    let (done, total) = progress(db, &id).await.unwrap();
    let before = paper_after(db, &id, 0).await.unwrap();
    let begun = Clock::now();
    let typesetter = Typesetter::unbounded();
    let press = Press { address: ADDRESS, typesetter: &typesetter };
    // A worker has a bundle for five minutes.
    let later = noon(SIGNED).checked_add(SignedDuration::from_mins(6)).unwrap();
    while make_next(db, ids, later, press).await.unwrap() == Made::Some {}
    let took = begun.elapsed();
    let bound = take(&context, &id).await.unwrap();
    let files = actions::bundles::check(&bound).unwrap().files;
    let left = total - done;
    println!(
        "killed after {done} of {total}, gone on: {left} more in {took:.2?}, {:.0} a second",
        rate(left, took)
    );
    let kept = paper_after(db, &id, 0).await.unwrap() == before;
    goal("whole, and what was made is not made again", files == total && kept);
}

#[expect(clippy::cast_precision_loss, reason = "a count of papers")]
fn rate(count: usize, took: Duration) -> f64 {
    count as f64 / took.as_secs_f64()
}

/// A feed of many events; the floor is reading the same meetings.
async fn feed(db: &Db, pair: &PairId) {
    let mut tx = db.write().await.unwrap();
    for number in 0..EVENTS {
        let meeting = Meeting {
            id: format!("meeting-{number}").into(),
            school: "school-12".into(),
            programme: "programme".into(),
            pair: pair.clone(),
            kind: Kind::Talk,
            topic: None,
            place: None,
            link: None,
            day: SIGNED.saturating_add((number / 4).days()),
            at: Some(time(9, 0, 0, 0).saturating_add((number % 4).hours())),
            minutes: 30,
            set_by: Side::Mentor,
            state: State::Agreed,
            said: Said::default(),
            series: None,
            changed_at: noon(SIGNED),
            version: 0,
        };
        store::meetings::add(&mut tx, &meeting).await.unwrap();
    }
    let hash = actions::accounts::secret_hash("secret");
    let (school, person) = ("school-12".into(), "mentor-0".into());
    store::feeds::put(&mut tx, &school, &person, &hash, noon(SIGNED)).await.unwrap();
    tx.commit().await.unwrap();
    let (mut reads, mut feeds_took, mut events) = (Vec::new(), Vec::new(), 0);
    for _ in 0..50 {
        let mut tx = db.read().await.unwrap();
        let begun = Clock::now();
        store::meetings::of_pair(&mut tx, &school, pair).await.unwrap();
        reads.push(begun.elapsed());
        let begun = Clock::now();
        let read = feeds::read(&mut tx, "secret", ADDRESS, noon(SIGNED)).await.unwrap().unwrap();
        feeds_took.push(begun.elapsed());
        events = read.matches("BEGIN:VEVENT").count();
    }
    let (floor, took) = (median(reads), median(feeds_took));
    println!(
        "a feed of {events} events: {took:.2?} by median, {:.1} times reading its meetings",
        took.as_secs_f64() / floor.as_secs_f64()
    );
    let all = usize::try_from(EVENTS) == Ok(events);
    goal("500 events in less than 10 ms", all && took < Duration::from_millis(10));
}

fn median(mut all: Vec<Duration>) -> Duration {
    all.sort();
    all[all.len() / 2]
}

fn main() {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        if let Ok(address) = std::env::var(WORKER) {
            return work(&address).await;
        }
        let folder = tempfile::tempdir().unwrap();
        let address = format!("sqlite:{}", folder.path().join("year.db").display());
        let db = Db::open(&address).await.unwrap();
        let ids = spread(0);
        store::testing::school_12(&db).await;
        let (mut pairs, mut orders) = (Vec::new(), Vec::new());
        for number in 0..ORDERS {
            let (pair, order) = ordered(&db, &ids, number).await;
            pairs.push(pair);
            orders.push(order);
        }
        papers(&db, &ids, &orders).await;
        killed(&db, &ids, &address).await;
        feed(&db, &pairs[0]).await;
    });
}
