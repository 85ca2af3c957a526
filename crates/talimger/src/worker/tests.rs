use super::*;
use actions::Context;
use actions::letters::{Letter, NotSent, Written, promise};
use actions::reports::Typesetter;
use domain::calendar::instant_of;
use domain::people::{Actor, Role};
use domain::requests::{Rhythm, Wish};
use jiff::civil::date;
use std::sync::Mutex;
use store::testing::{on_both, work};
use tokio::task::JoinHandle;

/// Keeps the subjects of what it carries.
#[derive(Clone, Default)]
struct Pigeon(Arc<Mutex<Vec<String>>>);

impl Post for Pigeon {
    async fn send(&self, letter: &Written) -> Result<(), NotSent> {
        self.0.lock().unwrap().push(letter.subject.clone());
        Ok(())
    }
}

impl Pigeon {
    /// Waits, in real time but not long, until so many letters were carried.
    async fn carried(&self, count: usize) -> Vec<String> {
        for _ in 0..400 {
            let carried = self.0.lock().unwrap().clone();
            if carried.len() >= count {
                return carried;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        self.0.lock().unwrap().clone()
    }
}

fn clock() -> Clock {
    Clock::new(|| instant_of(date(2026, 10, 5), 12, 300))
}

/// Дана has asked Бекжан on 5 October.
async fn asked(db: &Db, clock: &Clock, ids: &Ids) {
    store::testing::school_12(db).await;
    let actor = Actor {
        person: "dana".into(),
        school: Some("school-12".into()),
        district: None,
        roles: vec![Role::Teacher, Role::Newcomer],
    };
    let context = Context { db, actor: &actor, now: clock.now(), today: date(2026, 10, 5), ids };
    let text = "Хочу научиться начинать урок спокойно.".into();
    let wish = Wish { text, goals: vec![], rhythm: Rhythm::Weekly };
    actions::requests::send(&context, &"bekzhan".into(), wish).await.unwrap();
}

fn start(db: Db, clock: &Clock, ids: &Arc<Ids>) -> (Pigeon, watch::Sender<bool>, JoinHandle<()>) {
    let pigeon = Pigeon::default();
    let (stop, stopped) = watch::channel(false);
    let worker = Worker {
        db,
        clock: clock.clone(),
        ids: Arc::clone(ids),
        post: pigeon.clone(),
        telegram: None,
        address: String::new(),
        typesetter: Typesetter::unbounded(),
    };
    (pigeon, stop, tokio::spawn(worker.run(stopped)))
}

#[tokio::test]
async fn moving_the_test_clock_makes_happen_what_is_due() {
    on_both(async |db| {
        let (clock, ids) = (clock(), Arc::new(Ids::counting(0)));
        asked(&db, &clock, &ids).await;
        let (pigeon, stop, worker) = start(db, &clock, &ids);
        assert_eq!(pigeon.carried(1).await, ["Вам запрос: Дана"]);
        clock.travel_to(instant_of(date(2026, 10, 12), 9, 300));
        assert_eq!(pigeon.carried(2).await[1], "Напоминание: запрос ждёт вашего ответа");
        clock.travel_to(instant_of(date(2026, 10, 20), 9, 300));
        let told = pigeon.carried(4).await;
        assert_eq!(told[2..], ["Срок ответа прошёл", "Срок ответа прошёл"]);
        stop.send(true).unwrap();
        worker.await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_worker_that_is_told_to_stop_ends_at_once() {
    on_both(async |db| {
        let (clock, ids) = (clock(), Arc::new(Ids::counting(0)));
        asked(&db, &clock, &ids).await;
        let (pigeon, stop, worker) = start(db, &clock, &ids);
        pigeon.carried(1).await;
        stop.send(true).unwrap();
        tokio::time::timeout(PAUSE / 2, worker).await.unwrap().unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_worker_ends_with_the_server() {
    let (clock, ids) = (clock(), Arc::new(Ids::counting(0)));
    let db = Db::open("sqlite::memory:").await.unwrap();
    let (_, stop, worker) = start(db, &clock, &ids);
    drop(stop);
    tokio::time::timeout(PAUSE, worker).await.unwrap().unwrap();
}

#[tokio::test]
async fn a_round_counts_what_became_of_the_letters() {
    on_both(async |db| {
        let (clock, ids) = (clock(), Arc::new(Ids::counting(0)));
        asked(&db, &clock, &ids).await;
        let actor = Actor { person: "serik".into(), school: None, district: None, roles: vec![] };
        let context =
            Context { db: &db, actor: &actor, now: clock.now(), today: date(2026, 10, 5), ids: &ids };
        let mut tx = db.write().await.unwrap();
        promise(&context, &mut tx, &"dana".into(), Letter::PairEnded, "gone").await.unwrap();
        store::jobs::add(&mut tx, work("a", "letter", "?", clock.now())).await.unwrap();
        tx.commit().await.unwrap();
        let (_stop, stopped) = watch::channel(false);
        let worker = Worker {
            db,
            clock,
            ids: Arc::new(Ids::counting(9)),
            post: Pigeon::default(),
            telegram: None,
            address: String::new(),
            typesetter: Typesetter::unbounded(),
        };
        let round = worker.letters(&stopped).await;
        assert_eq!(round, Round { sent: 1, dropped: 1, later: 0, dead: 1 });
    })
    .await;
}
