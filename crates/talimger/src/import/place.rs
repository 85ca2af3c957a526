//! The database and the school that a list is for.

use super::{ImportArgs, Unusable, say};
use crate::machine::{self, Machine};
use crate::schools;
use actions::accounts::begin;
use actions::{Context, Failed};
use domain::calendar::USUAL_OFFSET_MINUTES;
use domain::people::Role;
use domain::schools::{District, School};
use store::Db;
use store::schema::Standing;

/// The database, and the school in it. A dry run only looks; where there is nothing to look at, it looks at an empty
/// school in memory, so that it leaves nothing behind.
pub(super) async fn database_and_school(args: &ImportArgs) -> Result<(Db, School), Unusable> {
    let db = match (&args.database, args.dry_run) {
        (url, false) => Db::open(url.as_deref().unwrap_or("sqlite:talimger.db")).await?,
        (Some(url), true) => match looked_at(args, url).await? {
            Some(db) => db,
            None => return in_memory(args).await,
        },
        (None, true) => return in_memory(args).await,
    };
    let school = school(&db, args).await?;
    Ok((db, school))
}

/// The database as it stands, where it holds a school.
async fn looked_at(args: &ImportArgs, url: &str) -> Result<Option<Db>, Unusable> {
    if !Db::is_there(url) {
        return Ok(None);
    }
    let db = Db::look(url).await?;
    let mut tx = db.read().await?;
    match store::schema::standing(&mut tx).await? {
        Standing::UpToDate => {}
        Standing::Foreign => return Ok(None),
        Standing::Behind { .. } | Standing::Ahead { .. } | Standing::Different { .. } => {
            return Err(Unusable::Setup(say(args, "rosters-command-other-version", &[])));
        }
    }
    let empty = store::schools::every(&mut tx).await?.is_empty();
    drop(tx);
    Ok((!empty).then_some(db))
}

async fn in_memory(args: &ImportArgs) -> Result<(Db, School), Unusable> {
    let db = Db::open("sqlite::memory:").await?;
    let school = begun(args, &db, args.school.as_deref().unwrap_or("–")).await?;
    Ok((db, school))
}

/// The school that is meant. The only school of a database need not be named; an empty database gets one. A part of a name
/// means none: a list of «Школа № 1» would be written into «Школа № 12».
async fn school(db: &Db, args: &ImportArgs) -> Result<School, Unusable> {
    let every = store::schools::every(&mut *db.read().await?).await?;
    let lines = schools::lines(&every);
    let no = |key: &str| {
        let name = args.school.as_deref().unwrap_or_default();
        let with = [("name", name.into()), ("schools", lines.as_str().into())];
        Err(Unusable::Setup(say(args, key, &with)))
    };
    let wanted = match args.school.as_deref() {
        None if every.is_empty() => return no("rosters-command-no-school"),
        Some(name) if every.is_empty() => return begun(args, db, name).await,
        wanted => wanted,
    };
    let mut found = every;
    found.retain(|school| wanted.is_none_or(|name| school.is_called(name)));
    match (found.pop(), found.is_empty()) {
        (Some(only), true) => Ok(only),
        (Some(_), false) => no("rosters-command-several-schools"),
        (None, _) => no("rosters-command-unknown-school"),
    }
}

/// The first school of an empty database. `talimger found` completes it with its papers' names and its people.
async fn begun(args: &ImportArgs, db: &Db, name: &str) -> Result<School, Unusable> {
    let machine = Machine::new(db);
    let district = District { id: machine.id(), name_kk: String::new(), name_ru: String::new() };
    let school = School {
        id: machine.id(),
        district: district.id.clone(),
        name_kk: name.to_owned(),
        name_ru: name.to_owned(),
        short_kk: name.to_owned(),
        short_ru: name.to_owned(),
        bin: String::new(),
        place_kk: String::new(),
        place_ru: String::new(),
        utc_offset_minutes: USUAL_OFFSET_MINUTES,
        version: 0,
    };
    match begin(&machine.context(&school), &district, &school).await {
        Ok(()) => Ok(school),
        // Somebody else began one in between.
        Err(Failed::Refused(_)) => Err(Unusable::Setup(say(args, "rosters-command-changed", &[]))),
        Err(other) => Err(Unusable::Setup(machine::said(other))),
    }
}

/// Whoever takes a list in before the school has a head learns how people get in.
pub(super) async fn say_who_leads(
    args: &ImportArgs,
    context: &Context<'_>,
    school: &School,
) -> store::Result<()> {
    let mut tx = context.db.read().await?;
    if store::people::with_role(&mut tx, &school.id, Role::Head, context.today).await?.is_empty() {
        eprintln!("{}", say(args, "rosters-command-no-head", &[]));
    }
    Ok(())
}
