//! A stage for actions: school 12, a day, and who acts.

use actions::letters::Promise;
use actions::{Context, Ids};
use domain::people::{Actor, Role};
use domain::{Day, Instant};
use jiff::tz::Offset;
use store::Db;

/// School 12 on a day of the selection.
pub(crate) struct Stage {
    pub(crate) db: Db,
    pub(crate) today: Day,
    pub(crate) ids: Ids,
}

impl Stage {
    /// Sets up school 12 on 5 October 2026.
    pub(crate) async fn new(db: Db) -> Self {
        store::testing::school_12(&db).await;
        Self { db, today: jiff::civil::date(2026, 10, 5), ids: Ids::counting(0) }
    }

    /// What an action is handed when this person acts.
    pub(crate) fn context<'a>(&'a self, actor: &'a Actor) -> Context<'a> {
        Context { db: &self.db, actor, now: self.now(), today: self.today, ids: &self.ids }
    }

    /// Noon of the day.
    pub(crate) fn now(&self) -> Instant {
        Offset::UTC.to_timestamp(self.today.at(7, 0, 0, 0)).unwrap()
    }

    /// Letters that wait, as «whom what»; they wait no longer.
    pub(crate) async fn letters(&self) -> Vec<String> {
        let mut tx = self.db.write().await.unwrap();
        let mut letters = Vec::new();
        while let Some(job) = store::jobs::claim(&mut tx, self.now(), self.now()).await.unwrap() {
            let promise: Promise = serde_json::from_str(&job.payload).unwrap();
            letters.push(format!("{} {:?}", promise.to, promise.letter));
            store::jobs::done(&mut tx, &job.id, self.now()).await.unwrap();
        }
        tx.commit().await.unwrap();
        letters.sort();
        letters
    }

    /// How often the audit log of school 12 names a deed.
    pub(crate) async fn audited(&self, what: &str) -> usize {
        let mut tx = self.db.read().await.unwrap();
        let lines = store::audit::of_school(&mut tx, &"school-12".into(), i64::MAX, 10_000).await.unwrap();
        lines.iter().filter(|line| line.what == what).count()
    }
}

/// Somebody of school 12 with roles.
pub(crate) fn actor(person: &str, roles: &[Role]) -> Actor {
    Actor { person: person.into(), school: Some("school-12".into()), district: None, roles: roles.to_vec() }
}

/// A newcomer of school 12.
pub(crate) fn newcomer(person: &str) -> Actor {
    actor(person, &[Role::Teacher, Role::Newcomer])
}

/// A mentor of school 12.
pub(crate) fn mentor(person: &str) -> Actor {
    actor(person, &[Role::Teacher, Role::Mentor])
}

/// A teacher of school 12.
pub(crate) fn teacher(person: &str) -> Actor {
    actor(person, &[Role::Teacher])
}

/// The coordinator of school 12.
pub(crate) fn coordinator() -> Actor {
    actor("gulnafisa", &[Role::Teacher, Role::Coordinator])
}

/// The head of school 12.
pub(crate) fn head() -> Actor {
    actor("serik", &[Role::Head])
}
