//! An exam that five hundred people write at once: the real program on a socket and a database in a file, as a school
//! runs it, and clients that save an answer every few seconds as the script of the page does. At the end the program is
//! killed, and every answer that it confirmed is looked for in the file:
//! `cargo bench -p talimger --bench exam -- --clients 500 --seconds 60 --every 3000`.
//!
//! A save counts from the moment at which it was due, so that a server that is late is not flattered by clients that wait
//! for it. Clients and server share the machine. Sessions and papers are made before; nobody signs in while it is measured.

#![expect(clippy::unwrap_used, reason = "a benchmark that cannot be set up should stop at once")]
#![expect(clippy::disallowed_methods, reason = "this program measures")]
#![expect(clippy::print_stdout, reason = "a benchmark prints what it measured")]

use actions::{Context, Ids};
use clap::Parser;
use domain::courses::{Attempts, Candidate, Course, Rules, State as CourseState};
use domain::exams::{Cut, Cuts, Method, Plan, Rubric, Sitting, SittingState};
use domain::people::{Actor, Person, Role};
use domain::questions::{
    Answer, Blueprint, Choice, Drawn, Fraction, Kept, Kind, Language, Points, Question, Shelf, Topic,
};
use domain::{AttemptId, Instant, SchoolId};
use jiff::tz::Offset;
use jiff::{SignedDuration, ToSpan};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::Write;
use std::path::Path;
use std::process::{Child, Command, ExitCode};
use std::time::Duration;
use store::{Db, WriteTx};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::{Instant as Moment, sleep, sleep_until, timeout};

/// Questions in the bank; four choices each.
const QUESTIONS: u32 = 60;
/// Of which so many are on a paper.
const ON_PAPER: u16 = 40;
const CHOICES: usize = 4;
/// How often a save that was not answered is sent again, and how long an answer and the next try are waited for.
const TRIES: usize = 20;
const PATIENCE: Duration = Duration::from_secs(10);
const PAUSE: Duration = Duration::from_millis(500);
/// The rule for the 99th of a hundred saves.
const RULE: Duration = Duration::from_millis(100);

/// Many candidates write their papers at once.
#[derive(Parser)]
struct Args {
    /// How many write
    #[arg(long, default_value_t = 500)]
    clients: usize,
    /// For how long
    #[arg(long, default_value_t = 60)]
    seconds: u64,
    /// Milliseconds between two answers of one of them, on average; each wait is drawn between half of it and half more
    #[arg(long, default_value_t = 3_000)]
    every: u64,
}

fn school() -> SchoolId {
    "school-12".into()
}

fn name(number: usize) -> String {
    format!("candidate-{number}")
}

fn single(number: u32) -> Question {
    let choice = |place: usize| Choice {
        text: format!("Ответ {place} на вопрос {number}, длиной с обычный ответ в экзамене наставников"),
        fraction: if place == 0 { Fraction::WHOLE } else { Fraction::NONE },
        feedback: String::new(),
    };
    let choices = (0..CHOICES).map(choice).collect();
    let mut question = Question::blank(Shelf::Topic(Topic::Law), Kind::Single(choices));
    question.text = format!("Вопрос {number}: кто подписывает приказ о закреплении наставника и когда?");
    question
}

/// Everybody works in the school, has a session and is admitted to the exam.
async fn crowd(tx: &mut WriteTx, count: usize, now: Instant) {
    let polina = store::people::get(tx, &"polina".into()).await.unwrap().unwrap();
    let before = Offset::UTC.to_datetime(now).date().saturating_sub(100.days());
    for number in 0..count {
        let id = name(number);
        let person = Person { id: id.as_str().into(), email: None, ..polina.clone() };
        store::people::add(tx, &person, None).await.unwrap();
        store::people::open_role(tx, &person.id, Role::Teacher, before).await.unwrap();
        let (hash, until) = (actions::accounts::secret_hash(&id), now + SignedDuration::from_hours(9));
        store::accounts::add_session(tx, &hash, &person.id, now, until).await.unwrap();
        let candidate = Candidate {
            course: format!("course-{number}").into(),
            person: person.id,
            state: CourseState::Admitted,
            attempts: Attempts::default(),
            changed_at: now,
            version: 0,
        };
        let course = Course { school: school(), candidate, rules: Rules::default(), begun_on: before };
        store::courses::add(tx, &course).await.unwrap();
    }
}

/// A sitting that runs, with its questions frozen.
async fn sitting(tx: &mut WriteTx, context: &Context<'_>) -> Sitting {
    let by = (&context.actor.person, context.now);
    let version = store::questions::begin(tx, &school(), by).await.unwrap();
    let first = store::questions::highest(tx, &school()).await.unwrap() + 1;
    for number in first..first + QUESTIONS {
        let kept = Kept::new(number, Language::Ru, single(number));
        store::questions::keep(tx, &school(), version, &kept).await.unwrap();
    }
    let begins = context.now - SignedDuration::from_hours(1);
    let cut = Cut {
        points: Points::ONE,
        method: Method::Agreed,
        set_by: context.actor.person.clone(),
        set_at: begins - SignedDuration::from_hours(24),
    };
    let mut sitting = Sitting {
        id: context.id(),
        school: school(),
        begins,
        ends: context.now + SignedDuration::from_hours(8),
        plan: Plan { blueprint: Blueprint([(Topic::Law, ON_PAPER)].into()), minutes: 240 },
        bank: version,
        languages: [Language::Ru].into(),
        cuts: Cuts::default().set(cut, Points::whole(40), begins).unwrap(),
        rubric: Rubric::starter(),
        marker: None,
        places: 0,
        state: SittingState::Planned,
        version: 0,
    };
    store::sittings::add(tx, &sitting).await.unwrap();
    let bank = store::questions::bank(tx, &school(), Language::Ru).await.unwrap();
    store::sittings::freeze(tx, &sitting, Language::Ru, &bank).await.unwrap();
    sitting.state = SittingState::Running;
    store::sittings::save(tx, &sitting).await.unwrap();
    sitting
}

/// A paper that is open, and the session of whoever writes it.
struct Paper {
    id: AttemptId,
    token: String,
    questions: Vec<Drawn>,
}

fn actor(person: &str, roles: &[Role]) -> Actor {
    Actor { person: person.into(), school: Some(school()), district: None, roles: roles.to_vec() }
}

/// The school, the sitting and everybody's paper.
async fn stage(database: &str, count: usize) -> Vec<Paper> {
    let db = Db::open(database).await.unwrap();
    store::testing::school_12(&db).await;
    let (ids, now) = (Ids::counting(0), Instant::now());
    let today = Offset::UTC.to_datetime(now).date();
    let leader = actor("gulnafisa", &[Role::Teacher, Role::Coordinator]);
    let mut tx = db.write().await.unwrap();
    crowd(&mut tx, count, now).await;
    let context = Context { db: &db, actor: &leader, now, today, ids: &ids };
    let sitting = sitting(&mut tx, &context).await;
    tx.commit().await.unwrap();
    let mut papers = Vec::with_capacity(count);
    for number in 0..count {
        let writer = actor(&name(number), &[Role::Teacher]);
        let context = Context { actor: &writer, ..context };
        let id = actions::attempts::open(&context, &sitting.id, Language::Ru).await.unwrap();
        let kept = store::attempts::get(&mut db.read().await.unwrap(), &id).await.unwrap().unwrap();
        papers.push(Paper { id, token: name(number), questions: kept.attempt.variant.questions });
    }
    db.close().await;
    papers
}

/// The program, in a process of its own; whatever happens here, it does not stay.
struct Server {
    child: Child,
    address: String,
}

impl Server {
    fn start(database: &str, folder: &Path) -> Self {
        let log = folder.join("server.log");
        let child = Command::new(env!("CARGO_BIN_EXE_talimger"))
            .args(["serve", "--listen", "127.0.0.1:0", "--database", database])
            .stderr(File::create(&log).unwrap())
            .spawn()
            .unwrap();
        let mut server = Self { child, address: String::new() };
        for _ in 0..1_000 {
            let said = std::fs::read_to_string(&log).unwrap();
            let address = said.split_once("http://").and_then(|(_, rest)| rest.split_once(' '));
            if let Some((address, _)) = address {
                address.clone_into(&mut server.address);
                return server;
            }
            assert!(server.child.try_wait().unwrap().is_none(), "{said}");
            std::thread::sleep(Duration::from_millis(10));
        }
        panic!("no address: {}", std::fs::read_to_string(&log).unwrap());
    }
}

impl Drop for Server {
    /// Without a word, so that nothing is tidied up. It may have ended by itself.
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Numbers that look drawn by chance and are the same every time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % u64::try_from(count).unwrap()).unwrap()
    }

    /// Milliseconds: `from`, and as many more as are drawn below `spread`.
    fn wait(&mut self, from: u64, spread: u64) -> Duration {
        let drawn = self.below(usize::try_from(spread.max(1)).unwrap());
        Duration::from_millis(from + u64::try_from(drawn).unwrap())
    }
}

/// One candidate at a browser.
struct Writer {
    address: String,
    paper: Paper,
    chance: Chance,
    stream: Option<TcpStream>,
    /// What the server has confirmed: the place in the bank and the revision, by the number of the question.
    confirmed: BTreeMap<u32, (usize, u32)>,
    took: Vec<Duration>,
    /// Saves that were sent again, because no answer came or another one than «saved» or «refused».
    again: usize,
    /// Saves that were never confirmed.
    given_up: usize,
}

impl Writer {
    fn new(number: usize, address: &str, paper: Paper) -> Self {
        Self {
            address: address.to_owned(),
            paper,
            chance: Chance(u64::try_from(number).unwrap()),
            stream: None,
            confirmed: BTreeMap::new(),
            took: Vec::new(),
            again: 0,
            given_up: 0,
        }
    }

    async fn write(mut self, every: u64, until: Moment) -> Self {
        let mut due = Moment::now() + self.chance.wait(0, every);
        while due < until {
            sleep_until(due).await;
            self.save().await;
            self.took.push(due.elapsed());
            due += self.chance.wait(every / 2, every);
        }
        self
    }

    /// Changes the answer to one question, and sends it until it is confirmed.
    async fn save(&mut self) {
        let at = self.chance.below(self.paper.questions.len());
        let (number, order) = (self.paper.questions[at].number, self.paper.questions[at].order.clone());
        let before = self.confirmed.get(&number).copied();
        let mut shown = self.chance.below(order.len());
        if before.is_some_and(|(place, _)| place == order[shown]) {
            shown = (shown + 1) % order.len();
        }
        let known = before.map_or(0, |(_, revision)| revision);
        let form = format!("question={number}&known={known}&answer={shown}&quiet=1");
        for _ in 0..TRIES {
            match timeout(PATIENCE, self.send(&form)).await {
                Ok(Ok((200, body))) if revision(&body).is_some() => {
                    let revision = revision(&body).unwrap_or_default();
                    self.confirmed.insert(number, (order[shown], revision));
                    return;
                }
                Ok(Ok((422, _))) => break,
                _ => {
                    self.again += 1;
                    sleep(PAUSE).await;
                }
            }
        }
        self.given_up += 1;
    }

    /// The status and the text of the answer. The line stays open for the next one, unless it broke.
    async fn send(&mut self, form: &str) -> std::io::Result<(u16, String)> {
        let mut stream = match self.stream.take() {
            Some(stream) => stream,
            None => TcpStream::connect(&self.address).await?,
        };
        stream.set_nodelay(true)?;
        let (host, id, token, length) = (&self.address, &self.paper.id, &self.paper.token, form.len());
        let request = format!(
            "POST /attempts/{id} HTTP/1.1\r\nHost: {host}\r\nSec-Fetch-Site: same-origin\r\nCookie: talimger={token}\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\n\r\n{form}"
        );
        stream.write_all(request.as_bytes()).await?;
        let mut bytes = Vec::new();
        let answer = loop {
            if let Some(answer) = whole(&bytes) {
                break answer;
            }
            if stream.read_buf(&mut bytes).await? == 0 {
                return Err(std::io::ErrorKind::UnexpectedEof.into());
            }
        };
        self.stream = Some(stream);
        Ok(answer)
    }
}

/// The revision that a confirmed save is told first.
fn revision(body: &str) -> Option<u32> {
    body.split(' ').next()?.parse().ok()
}

/// The answer, once all of it has come.
fn whole(bytes: &[u8]) -> Option<(u16, String)> {
    let (head, body) = std::str::from_utf8(bytes).ok()?.split_once("\r\n\r\n")?;
    let status = head.split(' ').nth(1)?.parse().ok()?;
    let mut headers = head.lines().filter_map(|line| line.split_once(": "));
    let length = headers.find(|(name, _)| name.eq_ignore_ascii_case("content-length"));
    let length: usize = length.and_then(|(_, value)| value.parse().ok()).unwrap_or_default();
    (body.len() >= length).then(|| (status, body.to_owned()))
}

/// Floor: what the disk takes to keep one page of the journal, again and again; a save cannot come for less.
fn disk(folder: &Path) -> Vec<Duration> {
    let mut file = File::create(folder.join("floor")).unwrap();
    let mut took = Vec::new();
    for _ in 0..200 {
        let begun = Moment::now();
        file.write_all(&[7; 4096]).unwrap();
        file.sync_data().unwrap();
        took.push(begun.elapsed());
    }
    took
}

/// Of a thousand in order, the one at this place, in milliseconds.
fn at(sorted: &[Duration], per_mille: usize) -> f64 {
    let place = (sorted.len() * per_mille).div_ceil(1_000).max(1) - 1;
    sorted.get(place).map_or(0.0, Duration::as_secs_f64) * 1_000.0
}

/// Confirmed answers that the database does not have.
async fn lost(database: &str, writers: &[Writer]) -> usize {
    let db = Db::open(database).await.unwrap();
    let mut lost = 0;
    for writer in writers {
        let kept = store::attempts::get(&mut db.read().await.unwrap(), &writer.paper.id).await.unwrap();
        let answers = kept.unwrap().attempt.answers;
        for (question, (place, revision)) in &writer.confirmed {
            let stands = answers
                .get(question)
                .is_some_and(|saved| saved.answer == Answer::One(*place) && saved.revision == *revision);
            lost += usize::from(!stands);
        }
    }
    db.close().await;
    lost
}

fn report(args: &Args, writers: &[Writer], floor: &mut [Duration], lost: usize) -> ExitCode {
    let mut took: Vec<Duration> = writers.iter().flat_map(|writer| writer.took.iter().copied()).collect();
    took.sort();
    floor.sort();
    let sum = |count: fn(&Writer) -> usize| writers.iter().map(count).sum::<usize>();
    let (again, given_up) = (sum(|writer| writer.again), sum(|writer| writer.given_up));
    let seconds = usize::try_from(args.seconds.max(1)).unwrap();
    let (per_second, stand) = (took.len() / seconds, sum(|writer| writer.confirmed.len()));
    println!("{} candidates, {} s, an answer of each every {} ms", args.clients, args.seconds, args.every);
    println!(
        "saves: {}, {per_second} a second; sent again: {again}; never confirmed: {given_up}",
        took.len()
    );
    println!(
        "milliseconds of a save: p50 {:.1}, p95 {:.1}, p99 {:.1}, longest {:.1}",
        at(&took, 500),
        at(&took, 950),
        at(&took, 990),
        at(&took, 1_000)
    );
    println!("milliseconds of the disk for one page: p50 {:.1}, p99 {:.1}", at(floor, 500), at(floor, 990));
    let held = at(&took, 990) < RULE.as_secs_f64() * 1_000.0;
    println!("the rule, p99 below {} ms: {}", RULE.as_millis(), if held { "held" } else { "missed" });
    println!("answers compared after the program was killed: {stand}, lost={lost}");
    if lost + given_up == 0 && !took.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

async fn run(args: &Args) -> ExitCode {
    // Beside the program and not in the folder for temporary files, which may lie in memory.
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let database = format!("sqlite:{}", folder.path().join("exam.db").display());
    let papers = stage(&database, args.clients).await;
    let mut floor = disk(folder.path());
    let server = Server::start(&database, folder.path());
    let until = Moment::now() + Duration::from_secs(args.seconds);
    let mut work = Vec::new();
    for (number, paper) in papers.into_iter().enumerate() {
        work.push(tokio::spawn(Writer::new(number, &server.address, paper).write(args.every, until)));
    }
    let mut writers = Vec::new();
    for writer in work {
        writers.push(writer.await.unwrap());
    }
    drop(server);
    let lost = lost(&database, &writers).await;
    report(args, &writers, &mut floor, lost)
}

fn main() -> ExitCode {
    // `cargo bench` says so to every benchmark.
    let args = Args::parse_from(std::env::args().filter(|argument| argument != "--bench"));
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    runtime.block_on(run(&args))
}
