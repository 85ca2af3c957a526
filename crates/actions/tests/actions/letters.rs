//! Letters: what each says and to whom, and that none is written which should not be.

mod days;
mod exams;
mod kinds;
mod posting;
mod reminders;
mod stopping;

use crate::stage::Stage;
use actions::letters::{Delivered, Letter, NotSent, Post, Promise, Written, deliver_next, promise};
use domain::deliveries::Wishes;
use domain::people::Person;
use std::sync::{Arc, Mutex};

/// A post that keeps what it carries, and fails as often as told.
#[derive(Clone, Default)]
pub(crate) struct Pigeon {
    carried: Arc<Mutex<Vec<Written>>>,
    failures: Arc<Mutex<Vec<NotSent>>>,
}

impl Pigeon {
    /// A post that refuses first.
    pub(crate) fn failing(failures: Vec<NotSent>) -> Self {
        Self { failures: Arc::new(Mutex::new(failures)), ..Self::default() }
    }

    /// What was carried since the last call.
    pub(crate) fn take(&self) -> Vec<Written> {
        std::mem::take(&mut *self.carried.lock().unwrap())
    }
}

impl Post for Pigeon {
    async fn send(&self, letter: &Written) -> Result<(), NotSent> {
        if let Some(failure) = self.failures.lock().unwrap().pop() {
            return Err(failure);
        }
        self.carried.lock().unwrap().push(letter.clone());
        Ok(())
    }
}

/// Delivers everything that is due; gives the letters.
pub(crate) async fn delivered(stage: &Stage) -> Vec<Written> {
    let pigeon = Pigeon::default();
    while deliver_next(&stage.db, stage.now(), &pigeon).await.unwrap() != Delivered::Nothing {}
    pigeon.take()
}

/// Delivers everything; gives to whom each letter went, and its subject.
pub(crate) async fn told(stage: &Stage) -> Vec<(String, String)> {
    let letters = delivered(stage).await.into_iter();
    letters.map(|letter| (letter.person.to_string(), letter.subject)).collect()
}

/// Promises a letter by hand.
pub(crate) async fn promised(stage: &Stage, to: &str, letter: Letter, about: &str) {
    let nobody = crate::stage::actor("serik", &[]);
    let context = stage.context(&nobody);
    let mut tx = stage.db.write().await.unwrap();
    promise(&context, &mut tx, &to.into(), letter, about).await.unwrap();
    tx.commit().await.unwrap();
}

/// Changes a person.
pub(crate) async fn change(stage: &Stage, id: &str, change: impl FnOnce(Person) -> Person) {
    let mut tx = stage.db.write().await.unwrap();
    let person = store::people::get(&mut tx, &id.into()).await.unwrap().unwrap();
    store::people::save(&mut tx, &change(person)).await.unwrap();
    tx.commit().await.unwrap();
}

/// Somebody of school 12 wants letters so.
pub(crate) async fn wants(stage: &Stage, person: &str, wishes: Wishes) {
    let mut tx = stage.db.write().await.unwrap();
    store::deliveries::put(&mut tx, &"school-12".into(), &person.into(), &wishes).await.unwrap();
    tx.commit().await.unwrap();
}

/// How many letters are promised, by their kind.
pub(crate) async fn waiting(stage: &Stage, letter: Letter) -> usize {
    let mut tx = stage.db.write().await.unwrap();
    let mut count = 0;
    // Taken and not committed: everything stays as it was.
    while let Some(job) = store::jobs::claim(&mut tx, stage.now(), domain::Instant::MAX).await.unwrap() {
        let promise: Promise = serde_json::from_str(&job.payload).unwrap();
        count += usize::from(promise.letter == letter);
    }
    count
}
