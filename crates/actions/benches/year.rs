//! The heavy work of a year: the papers of a year bound in one job, and a calendar feed of 500 events, each against a
//! floor measured in the same run: `cargo bench -p actions`.

#![expect(clippy::unwrap_used, reason = "a benchmark that cannot be set up should stop at once")]
#![expect(clippy::disallowed_methods, reason = "this program measures")]
#![expect(clippy::print_stdout, reason = "a benchmark prints what it measured")]

use actions::bundles::{Made, ask, make_next, take};
use actions::orders::{prepare, print, sign};
use actions::reports::{Press, Typesetter};
use actions::requests::{accept, send};
use actions::{Context, Ids, feeds};
use domain::calendar::instant_of;
use domain::contacts::Kind;
use domain::meetings::{Meeting, Said, State};
use domain::newcomers::Newcomer;
use domain::pairs::Pair;
use domain::people::{Actor, Person, Role};
use domain::requests::{Rhythm, Wish};
use domain::sides::Side;
use domain::{Day, Instant, OrderId, PairId};
use i18n::Lang;
use jiff::ToSpan;
use jiff::civil::{date, time};
use std::time::{Duration, Instant as Clock};
use store::Db;

/// Orders, each in two languages: 300 papers.
const ORDERS: usize = 150;
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

/// Peak resident memory of this process, in MiB; nothing where the system does not tell.
fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM"))?;
    line.split_whitespace().nth(1)?.parse::<u64>().ok().map(|kib| kib / 1024)
}

/// Papers of a year, in one job; the floor is one paper after the other, printed and thrown away.
async fn papers(db: &Db, ids: &Ids, orders: &[OrderId]) {
    let coordinator = actor("gulnafisa", &[Role::Teacher, Role::Coordinator]);
    let context = context(db, ids, &coordinator, SIGNED);
    let (few, begun) = (20, Clock::now());
    for order in orders.iter().take(few) {
        print(&context, order, Lang::Kk, ADDRESS).await.unwrap();
    }
    let each = begun.elapsed() / u32::try_from(few).unwrap();
    let before = peak();
    let id = ask(&context, None).await.unwrap();
    let begun = Clock::now();
    let typesetter = Typesetter::unbounded();
    let press = Press { address: ADDRESS, typesetter: &typesetter };
    while make_next(db, ids, noon(SIGNED), press).await.unwrap() == Made::Some {}
    let took = begun.elapsed();
    let after = peak();
    let bound = take(&context, &id).await.unwrap();
    let files = actions::bundles::check(&bound).unwrap().files;
    println!("papers in one job: {files}, {took:.2?}, {:.0} a second", rate(files, took));
    println!("  one paper printed and thrown away: {each:.2?}, {:.0} a second", rate(1, each));
    println!(
        "  peak memory before and after the job, MiB: {before:?} {after:?}; the file: {} KiB",
        bound.len() / 1024
    );
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
}

fn median(mut all: Vec<Duration>) -> Duration {
    all.sort();
    all[all.len() / 2]
}

fn main() {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let folder = tempfile::tempdir().unwrap();
        let db = Db::open(&format!("sqlite:{}", folder.path().join("year.db").display())).await.unwrap();
        let ids = Ids::counting(0);
        store::testing::school_12(&db).await;
        let (mut pairs, mut orders) = (Vec::new(), Vec::new());
        for number in 0..ORDERS {
            let (pair, order) = ordered(&db, &ids, number).await;
            pairs.push(pair);
            orders.push(order);
        }
        papers(&db, &ids, &orders).await;
        feed(&db, &pairs[0]).await;
    });
}
