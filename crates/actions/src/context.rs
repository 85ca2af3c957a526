//! What every action is handed: the database, who acts, the time, and where ids come from.

use crate::accounts::hex;
use domain::people::Actor;
use domain::secrets::Secret;
use domain::{Day, Instant, SchoolId};
use std::fmt;
use std::sync::Mutex;
use store::audit::Entry;
use store::{Db, StoreError, WriteTx};

/// Where an action stands: nothing of it is ambient, so that tests repeat.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The database.
    pub db: &'a Db,
    /// Who acts.
    pub actor: &'a Actor,
    /// Now.
    pub now: Instant,
    /// Today in the actor's school.
    pub today: Day,
    /// Where ids and secrets come from.
    pub ids: &'a Ids,
}

impl Context<'_> {
    /// A new id of any kind.
    pub fn id<T: From<String>>(&self) -> T {
        self.ids.next(self.now).into()
    }

    /// 256 bits by chance, as text.
    pub(crate) fn secret(&self) -> Secret {
        Secret::new(hex(&self.ids.bytes::<32>()))
    }

    /// Writes a line into the audit log, in the transaction of the change.
    pub async fn audit(
        &self,
        tx: &mut WriteTx,
        school: &SchoolId,
        what: &str,
        subject: &str,
        detail: &str,
    ) -> store::Result<()> {
        self.audit_at(tx, Some(school), what, subject, detail).await
    }

    /// The same where it may have happened above all schools: in a district, or in the installation.
    pub(crate) async fn audit_at(
        &self,
        tx: &mut WriteTx,
        school: Option<&SchoolId>,
        what: &str,
        subject: &str,
        detail: &str,
    ) -> store::Result<()> {
        let actor = Some(&self.actor.person);
        store::audit::append(tx, &Entry { school, at: self.now, actor, what, subject, detail }).await
    }

    /// The same without a name: a schedule did it, or whoever did it owes nobody an answer (essay:E9).
    pub(crate) async fn audit_nameless(
        &self,
        tx: &mut WriteTx,
        school: &SchoolId,
        what: &str,
        subject: &str,
    ) -> store::Result<()> {
        let entry = Entry { school: Some(school), at: self.now, actor: None, what, subject, detail: "" };
        store::audit::append(tx, &entry).await
    }
}

/// Does work that would hold a thread of the server up, on one of those for blocking work. `what` is what could not
/// be made sense of where the work itself breaks off.
pub(crate) async fn apart<T: Send + 'static>(
    what: &'static str,
    work: impl FnOnce() -> T + Send + 'static,
) -> store::Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(|_| StoreError::Unreadable(what))
}

/// Fills a buffer with bytes.
type Fill = Box<dyn FnMut(&mut [u8]) + Send>;

/// Source of ids and secrets: random bytes handed in by the binary, repeatable ones by tests.
pub struct Ids(Mutex<Fill>);

impl fmt::Debug for Ids {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Ids")
    }
}

impl Ids {
    /// A source that fills bytes by the given function.
    pub fn new(fill: impl FnMut(&mut [u8]) + Send + 'static) -> Self {
        Self(Mutex::new(Box::new(fill)))
    }

    /// A source that counts: for tests and for data that must come out alike each time.
    pub fn counting(start: u64) -> Self {
        let mut number = start;
        Self::new(move |bytes| {
            number += 1;
            for (place, byte) in bytes.iter_mut().rev().zip(number.to_le_bytes()) {
                *place = byte;
            }
        })
    }

    /// Random bytes, for tokens and codes.
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        // A poisoned lock means that filling panicked once; the source itself is still good.
        let mut fill = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        fill(&mut bytes);
        bytes
    }

    /// A UUID in which no time stands, for what is not to be found by when it came (neg:N24).
    pub fn random(&self) -> String {
        uuid::Builder::from_random_bytes(self.bytes()).into_uuid().to_string()
    }

    /// A UUIDv7.
    pub fn next(&self, now: Instant) -> String {
        let millis = u64::try_from(now.as_millisecond()).unwrap_or_default();
        uuid::Builder::from_unix_timestamp_millis(millis, &self.bytes()).into_uuid().to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_differ_and_sort_by_time() {
        let ids = Ids::counting(0);
        let early = ids.next(Instant::from_millisecond(1_000).unwrap());
        let same_time = ids.next(Instant::from_millisecond(1_000).unwrap());
        let late = ids.next(Instant::from_millisecond(2_000).unwrap());
        assert_ne!(early, same_time);
        assert!(early < late && same_time < late);
    }
}
