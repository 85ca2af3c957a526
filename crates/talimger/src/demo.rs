//! `talimger demo`: a lively school in a temporary database, one-click sign-in, a test clock. In a database that is named it
//! goes on where it was.

mod awards;
mod camps;
mod candidates;
mod commissions;
mod competencies;
mod concerns;
mod contacts;
mod courses;
mod endings;
mod goals;
mod ideas;
mod lanterns;
mod lessons;
mod meetings;
mod messages;
mod motivations;
mod observations;
mod peers;
mod people;
mod plans;
mod provisional;
mod pulses;
mod pupils;
mod rankings;
mod regulations;
mod reports;
mod rotation;
mod scenes;
mod season;
mod sittings;
mod surveys;
mod wishes;

use crate::keys;
use crate::serve::{Outcome, random_ids, real_clock, secret, serve};
use crate::typeset::typesetter;
use actions::Ids;
use actions::reports::Typesetter;
use actions::seals::Authority;
use clap::Args;
use domain::calendar::USUAL_OFFSET_MINUTES;
use domain::{Day, Instant};
use jiff::SignedDuration;
use jiff::civil::date;
use serde_json::json;
use std::error::Error;
use std::path::PathBuf;
use std::sync::Arc;
use store::Db;
use tokio::net::TcpListener;
use web::letters::Outbox;
use web::{App, Config, instant_of};

/// How to show it.
#[derive(Args)]
pub(crate) struct DemoArgs {
    /// The port to listen on; 0 takes a free one
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// A database instead of a temporary one: an empty one to fill, or one that a demonstration has filled, to go on there
    /// at the hour of the last thing that was done
    #[arg(long)]
    database: Option<String>,
    /// As if it had been away for so many minutes since the last thing that was done, as after a power cut
    #[arg(long, value_name = "MINUTES", default_value_t = 0)]
    away: u16,
    /// Folder with the keys by which digital badges are signed, made at the first start [default: `keys` beside the database]
    #[arg(long, value_name = "FOLDER")]
    keys: Option<PathBuf>,
    /// A school with nobody but its coordinator and its head in August, to try with a staff list of your own; the other
    /// schools of its district have a coordinator each
    #[arg(long)]
    empty: bool,
    /// Print address and sign-in links as one line of JSON
    #[arg(long)]
    json: bool,
    /// Do not open a browser (none is opened; kept so that scripts can say so)
    #[arg(long)]
    no_open: bool,
}

pub(crate) async fn run(args: DemoArgs) -> Outcome {
    let folder = tempfile::tempdir()?;
    let kept = args.database.is_some();
    let temporary = || format!("sqlite:{}", folder.path().join("demo.db").display());
    let database = args.database.unwrap_or_else(temporary);
    let db = Db::open(&database).await?;
    let typesetter = typesetter()?;
    let Prepared { now, empty } = prepare(&db, args.empty, &typesetter).await?;
    let clock = real_clock();
    clock.travel_to(now.checked_add(SignedDuration::from_mins(args.away.into())).unwrap_or(now));
    let listener = TcpListener::bind(("127.0.0.1", args.port)).await?;
    let address = format!("http://{}", listener.local_addr()?);
    announce(&address, empty, kept, args.json);
    let ids = Arc::new(random_ids());
    let folder_of_keys = keys::folder(args.keys.as_deref(), &database);
    let badges = secret("Digital badges are not offered", keys::held(&folder_of_keys));
    let vault = secret("Sociometry is not offered", keys::vault(&folder_of_keys));
    let stops = secret("No letter can be stopped", keys::stops(&folder_of_keys));
    let (authority, telegram) = (Authority::Nobody, None);
    let config = Config { address, demo: true, https: false, authority, badges, vault, stops, telegram };
    let outbox = Outbox::default();
    let app = App { db, clock, ids, config, typesetter, outbox: outbox.clone() };
    serve(listener, app, outbox, None).await
}

/// The day on which a school that begins empty begins, before the school year.
const BEGINNING: Day = date(2026, 8, 24);

/// What a demonstration begins with.
struct Prepared {
    /// To when its clock is set.
    now: Instant,
    /// Nobody but those of [`people::FIRST`] and the coordinators around stood in it at first.
    empty: bool,
}

/// Fills an empty database; in one that a demonstration has filled it goes on. Anybody may enter it by a link, so it stays
/// away from the database of a real school.
async fn prepare(db: &Db, empty: bool, typesetter: &Typesetter) -> Result<Prepared, Box<dyn Error>> {
    let morning = |day| instant_of(day, 9, USUAL_OFFSET_MINUTES);
    let mut tx = db.read().await?;
    if store::schools::every(&mut tx).await?.is_empty() {
        drop(tx);
        eprintln!("Preparing the demonstration …");
        let today = if empty { begin(db).await? } else { play(db, typesetter).await? };
        return Ok(Prepared { now: morning(today), empty });
    }
    // The ids of a school that was founded are drawn: none is ever this word.
    let Some(school) = store::schools::get(&mut tx, &people::SCHOOL.into()).await? else {
        return Err("the database has a school that no demonstration has made; a demonstration lets everybody in by a link \
                    and stays away from it"
            .into());
    };
    let last = store::audit::of_school(&mut tx, &school.id, i64::MAX, 1).await?;
    let now = last.first().map_or_else(|| morning(BEGINNING), |line| line.at);
    let player = store::people::get(&mut tx, &people::LIVELY.into()).await?;
    eprintln!("The demonstration goes on at {now}");
    Ok(Prepared { now, empty: player.is_none() })
}

/// Only those who begin; returns the day they begin on.
async fn begin(db: &Db) -> Result<Day, Box<dyn Error>> {
    people::add_first(db).await?;
    people::set_passwords(db, &random_ids(), people::FIRST.into_iter()).await?;
    Ok(BEGINNING)
}

/// A season up to its sixth week, step by step as it would have been; returns the day it has come to.
async fn play(db: &Db, typesetter: &Typesetter) -> Result<Day, Box<dyn Error>> {
    // Counted ids: the demonstration comes out alike each time.
    let ids = Ids::counting(0);
    eprintln!("  people of three schools");
    people::add(db).await?;
    people::set_passwords(db, &ids, people::PERSONAS.into_iter().map(|(.., login)| login)).await?;
    eprintln!("  provisional mentors by order");
    provisional::play(db, &ids).await?;
    eprintln!("  work plans of the provisional pairs");
    plans::play(db, &ids).await?;
    eprintln!("  joint work of September and October");
    contacts::play(db, &ids).await?;
    eprintln!("  the selection, up to 7 October");
    season::play(db, &ids).await?;
    candidates::play(db, &ids).await?;
    eprintln!("  the week's lessons, and what newcomers note for themselves");
    lessons::add(db).await?;
    wishes::play(db, &ids).await?;
    eprintln!("  meetings with the provisional mentor");
    meetings::play(db, &ids).await?;
    eprintln!("  reports on the first weeks, signed in a chain");
    reports::play(db, &ids, typesetter).await?;
    eprintln!("  the plan for everybody who has not met yet");
    rotation::play(db, &ids).await?;
    eprintln!("  observed lessons");
    observations::play(db, &ids).await?;
    eprintln!("  sealed rankings");
    rankings::write(db, &ids).await?;
    eprintln!("  two pairs of the year before: one with thanks, one that asks for more time");
    endings::play(db, &ids).await?;
    eprintln!("  the pulse of October, answered by most");
    surveys::play(db, &ids).await?;
    motivations::play(db, &ids).await?;
    pulses::play(db, &ids).await?;
    regulations::play(db, &ids).await?;
    eprintln!("  what Dana can do, with evidence");
    competencies::play(db, &ids).await?;
    goals::play(db, &ids).await?;
    eprintln!("  a work plan and an order that wait for the head's signature");
    plans::sign_one(db, &ids).await?;
    provisional::late(db, &ids).await?;
    eprintln!("  the mentor course, from the first case to the first session");
    courses::play(db, &ids).await?;
    eprintln!("  the exam of theory: one told, one that runs");
    sittings::play(db, &ids).await?;
    eprintln!("  a commission that marks its practice");
    commissions::play(db, &ids).await?;
    community(db, &ids).await?;
    Ok(date(2026, 10, 7))
}

/// Pupils who help pupils, and what colleagues do together.
async fn community(db: &Db, ids: &Ids) -> Result<(), Box<dyn Error>> {
    eprintln!("  pupils who help pupils: three classes, pairs, their journal, an award");
    pupils::play(db, ids).await?;
    peers::play(db, ids).await?;
    concerns::play(db, ids).await?;
    awards::play(db, ids).await?;
    eprintln!("  ideas, the round lantern, a situation that is played, a camp, a message to many");
    ideas::play(db, ids).await?;
    lanterns::play(db, ids).await?;
    scenes::play(db, ids).await?;
    camps::play(db, ids).await?;
    messages::play(db, ids).await?;
    Ok(())
}

/// Where to look, and as whom.
fn announce(address: &str, empty: bool, kept: bool, as_json: bool) {
    let personas = personas(empty);
    let link = |login: &str| format!("{address}/demo/{login}");
    if as_json {
        let personas: Vec<_> = personas
            .iter()
            .map(|(name, role, login)| json!({ "name": name, "role": role, "link": link(login) }))
            .collect();
        println!("{}", json!({ "address": address, "personas": personas }));
        return;
    }
    println!("\nTälimger stands at {address}; sign in as");
    for (name, role, login) in personas {
        println!("  {role:<18} {name:<28} {}", link(login));
    }
    let end = if kept { "goes on there when it is started again" } else { "forgets everything" };
    println!("\nThe clock in the page footer moves the day. Ctrl-C ends it and {end}.");
}

/// Whose sign-in links are printed: name, role, login.
fn personas(empty: bool) -> Vec<(String, &'static str, &'static str)> {
    let here = people::PERSONAS.iter().filter(|(.., login)| !empty || people::FIRST.contains(login));
    let here = here.map(|(name, role, login)| ((*name).to_owned(), *role, *login));
    let around = people::NEIGHBOURS.iter().filter(|_| empty);
    let around = around.map(|(number, login, family, given, _)| {
        (format!("{given} {family}, № {number}"), "coordinator", *login)
    });
    here.chain(around).collect()
}

#[cfg(test)]
mod tests {
    use super::season::{actor, context};
    use super::*;
    use actions::journals::weeks;
    use domain::people::Role;

    #[tokio::test]
    async fn the_living_school_comes_to_a_week_that_is_half_filled_in() {
        let db = Db::open("sqlite::memory:").await.unwrap();
        let today = play(&db, &Typesetter::unbounded()).await.unwrap();
        let (ids, teacher) = (Ids::counting(1 << 40), actor("madina", Role::Teacher));
        let looking = context(&db, &ids, &teacher, today, 9);
        let journal = weeks(&mut db.read().await.unwrap(), &looking).await.unwrap();
        let stands: Vec<(usize, bool)> =
            journal.iter().take(3).map(|week| (week.marks().len(), week.is_signed())).collect();
        assert_eq!(stands, [(2, false), (3, true), (3, true)]);
    }
}
