//! The machine's own hand: commands that change something act as the command line, by the clock and the randomness of
//! the system.

use crate::serve::{random_ids, real_clock};
use actions::{Context, Failed, Ids};
use clap::ValueEnum;
use domain::Instant;
use domain::calendar::local;
use domain::people::{Actor, Role};
use domain::schools::School;
use i18n::Lang;
use std::error::Error;
use std::fmt::Debug;
use store::Db;

/// A database that is there already: opening alone would make a file where there is none.
pub(crate) async fn open(url: &str) -> Result<Db, Box<dyn Error>> {
    if !Db::is_there(url) {
        return Err(format!("there is no database {url}").into());
    }
    Ok(Db::open(url).await?)
}

/// Acts as the command line.
pub(crate) struct Machine<'a> {
    db: &'a Db,
    ids: Ids,
    now: Instant,
    actor: Actor,
}

impl<'a> Machine<'a> {
    /// As the one who looks after the installation.
    pub(crate) fn new(db: &'a Db) -> Self {
        Self { db, ids: random_ids(), now: real_clock().now(), actor: Actor::command_line() }
    }

    /// In place of the coordinator of a school, still under its own name.
    pub(crate) fn coordinating(self, school: &School) -> Self {
        let roles = vec![Role::Coordinator];
        Self { actor: Actor { school: Some(school.id.clone()), roles, ..self.actor }, ..self }
    }

    /// What an action on a school is handed.
    pub(crate) fn context(&self, school: &School) -> Context<'_> {
        self.context_at(school.utc_offset_minutes)
    }

    /// The same above all schools, in a place so many minutes ahead of UTC.
    pub(crate) fn context_at(&self, utc_offset_minutes: i16) -> Context<'_> {
        let today = local(self.now, utc_offset_minutes).date();
        Context { db: self.db, actor: &self.actor, now: self.now, today, ids: &self.ids }
    }

    /// A new id of any kind.
    pub(crate) fn id<T: From<String>>(&self) -> T {
        self.ids.next(self.now).into()
    }
}

/// What is said of a failure that is no refusal of a rule.
pub(crate) fn said<R: Debug>(failed: Failed<R>) -> String {
    match failed {
        Failed::Store(error) => error.to_string(),
        Failed::Changed => "somebody else changed it in between: try again".to_owned(),
        other => format!("{other:?}"),
    }
}

/// A language as options name it.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Tongue {
    Kk,
    Ru,
    En,
}

impl Tongue {
    pub(crate) const fn lang(self) -> Lang {
        match self {
            Self::Kk => Lang::Kk,
            Self::Ru => Lang::Ru,
            Self::En => Lang::En,
        }
    }

    pub(crate) const fn tag(self) -> &'static str {
        self.lang().tag()
    }
}
