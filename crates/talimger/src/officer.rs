//! `talimger officer`: the people of a district's department. They sign in like everybody and see figures and forms; no
//! page appoints them, since no page stands above the schools.

use crate::files;
use crate::found::{name, show};
use crate::machine::{self, Machine, Tongue};
use crate::schools;
use crate::serve::Outcome;
use actions::Failed;
use actions::accounts::{Leader, OfficerRefused, appoint, dismiss};
use clap::Args;
use domain::calendar::USUAL_OFFSET_MINUTES;
use store::Db;

/// Who, and of which department.
#[derive(Args)]
pub(crate) struct OfficerArgs {
    /// `sqlite:FILE` or `postgres://USER:PASSWORD@HOST/NAME`
    #[arg(long)]
    database: String,
    /// Family name, given name, patronymic
    #[arg(long, value_name = "NAME")]
    person: String,
    /// Their e-mail, which is then what they sign in with
    #[arg(long, value_name = "E-MAIL")]
    email: Option<String>,
    /// The department, where the database has several: its name, words of it, or its id
    #[arg(long, default_value = "")]
    district: String,
    /// Their language
    #[arg(long, value_enum, default_value = "ru")]
    lang: Tongue,
    /// They work there no more: the role ends today, and so do codes and sessions
    #[arg(long)]
    dismiss: bool,
}

pub(crate) async fn run(args: OfficerArgs) -> Outcome {
    let db = machine::open(&args.database).await?;
    let done = officer(&db, &args).await;
    db.close().await;
    done
}

async fn officer(db: &Db, args: &OfficerArgs) -> Outcome {
    let name = name(&args.person);
    let name =
        name.ok_or("--person needs a family name, a given name and, where there is one, a patronymic")?;
    let leader = Leader { name, email: args.email.as_deref().map(domain::accounts::login) };
    let district = schools::district(&mut *db.read().await?, &args.district).await?;
    let machine = Machine::new(db);
    let context = machine.context_at(USUAL_OFFSET_MINUTES);
    if args.dismiss {
        let person = dismiss(&context, &district.id, &leader).await.map_err(said)?;
        files::print(&format!("{} is an officer of {} no more.", person.name.full(), district.name_ru))?;
        return Ok(());
    }
    let slip = appoint(&context, &district.id, &leader, args.lang.tag()).await.map_err(said)?;
    show(&slip, &format!("officer of {}", district.name_ru))?;
    Ok(())
}

fn said(failed: Failed<OfficerRefused>) -> String {
    match failed {
        Failed::Refused(OfficerRefused::EmailTaken) => "somebody else has this e-mail already".to_owned(),
        Failed::Refused(OfficerRefused::Namesakes) => {
            "several officers are named so: say which by --email".to_owned()
        }
        Failed::Refused(OfficerRefused::Nobody) => "no officer of the department is named so".to_owned(),
        other => machine::said(other),
    }
}
