//! `talimger lead`: a new code for the head or a coordinator who can sign in no more, and the role itself where nobody
//! has it. On a page only a head does this, and a head who is locked out cannot.

use crate::found::show;
use crate::machine::{self, Machine};
use crate::schools;
use crate::serve::Outcome;
use actions::Failed;
use actions::accounts::{SlipsRefused, print_slips};
use actions::people::give_role;
use clap::{Args, ValueEnum};
use domain::people::{Person, Role, RoleRefused};
use domain::schools::School;
use store::{Db, Tx};

/// Who, and as what.
#[derive(Args)]
pub(crate) struct LeadArgs {
    /// `sqlite:FILE` or `postgres://USER:PASSWORD@HOST/NAME`
    #[arg(long)]
    database: String,
    /// Name, e-mail, login or id of somebody who works at the school
    #[arg(long)]
    person: String,
    /// Where people of several schools are named so: the school's name, words of it, or its id
    #[arg(long)]
    school: Option<String>,
    /// What they are from today, where they are not yet
    #[arg(long, value_enum)]
    role: Option<Lead>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Lead {
    Coordinator,
    Head,
}

pub(crate) async fn run(args: LeadArgs) -> Outcome {
    let db = machine::open(&args.database).await?;
    let led = lead(&db, &args).await;
    db.close().await;
    led
}

async fn lead(db: &Db, args: &LeadArgs) -> Outcome {
    let (person, school) = person(&mut *db.read().await?, args).await?;
    let (machine, name) = (Machine::new(db), person.name.full());
    let context = machine.context(&school);
    if let Some(role) = args.role {
        let role = match role {
            Lead::Coordinator => Role::Coordinator,
            Lead::Head => Role::Head,
        };
        give_role(&context, &person.id, role, true).await.map_err(|failed| match failed {
            Failed::Refused(RoleRefused::Left) => format!("{name} no longer works at the school"),
            other => machine::said(other),
        })?;
    }
    let slips = print_slips(&context, &school.id, std::slice::from_ref(&person.id)).await;
    let slips = slips.map_err(|failed| match failed {
        Failed::Refused(SlipsRefused::Left) => format!("{name} no longer works at the school"),
        // For others the command line has no slip.
        Failed::NotFound => {
            format!("{name} is neither head nor coordinator: the coordinator prints their slip")
        }
        other => machine::said(other),
    })?;
    let roles = store::people::roles_on(&mut *db.read().await?, &person.id, context.today).await?;
    let leads = |role: &&Role| Role::GIVEN.contains(role);
    let work: Vec<&str> = roles.iter().filter(leads).map(|role| role.word()).collect();
    for slip in slips {
        show(&slip, &format!("{} of {}", work.join(" and "), school.short_ru))?;
    }
    Ok(())
}

/// The one person who is meant, with their school.
async fn person(tx: &mut Tx, args: &LeadArgs) -> Result<(Person, School), String> {
    let words = args.person.as_str();
    let schools = schools_of(tx, args.school.as_deref()).await?;
    let found = matching(tx, words, schools).await.map_err(|error| error.to_string())?;
    match <[_; 1]>::try_from(found) {
        Ok([one]) => Ok(one),
        Err(none) if none.is_empty() => match &args.school {
            Some(school) => Err(format!("nobody at a school named «{school}» is «{words}»")),
            None => Err(format!("nobody at a school of the database is «{words}»")),
        },
        Err(several) => {
            let line = |(person, school): &(Person, School)| {
                let email = person.email.as_deref().unwrap_or("–");
                format!("\n  {}  {}, {}, {email}", person.id, person.name.full(), school.short_ru)
            };
            let lines: String = several.iter().map(line).collect();
            Err(format!("«{words}» may be several people; name one by e-mail or id, or --school:{lines}"))
        }
    }
}

/// The schools in which somebody is sought: all, where none is named.
async fn schools_of(tx: &mut Tx, named: Option<&str>) -> Result<Vec<School>, String> {
    let every = store::schools::every(tx).await.map_err(|error| error.to_string())?;
    let Some(words) = named else { return Ok(every) };
    let lines = schools::lines(&every);
    let found = schools::named(every, words);
    if found.is_empty() {
        Err(format!("no school of the database is «{words}»:{lines}"))
    } else {
        Ok(found)
    }
}

/// Whom the words may mean: an id, an e-mail or a login names one person, words of a name may fit several.
async fn matching(tx: &mut Tx, words: &str, schools: Vec<School>) -> store::Result<Vec<(Person, School)>> {
    let login = domain::accounts::login(words);
    let account = store::accounts::by_login(tx, &login).await?.map(|account| account.person_id);
    let mut found = Vec::new();
    for school in schools {
        for person in store::people::of_school(tx, &school.id).await? {
            let id = person.id.as_str();
            if id == words || person.email.as_ref() == Some(&login) || account.as_deref() == Some(id) {
                return Ok(vec![(person, school)]);
            }
            if person.left_on.is_none() && person.name.is_found_by(words) {
                found.push((person, school.clone()));
            }
        }
    }
    Ok(found)
}
