//! `talimger found`: the school of an empty database with its head and its coordinator, who sign in by the codes that
//! are printed this once and do the rest in the pages. With `--another` one more school beside those that stand.

use crate::files::print;
use crate::machine::{self, Machine, Tongue};
use crate::schools;
use crate::serve::Outcome;
use actions::Failed;
use actions::accounts::{FoundRefused, Founding, Leader, Slip, found};
use clap::Args;
use domain::calendar::USUAL_OFFSET_MINUTES;
use domain::people::Name;
use domain::schools::{District, School};
use domain::{DistrictId, SchoolId};
use std::error::Error;
use store::{Db, Tx};

/// Whom and what to begin with. Names on papers may be given in one language: it then stands for both.
#[derive(Args)]
pub(crate) struct FoundArgs {
    /// `sqlite:FILE`, which is created, or `postgres://USER:PASSWORD@HOST/NAME`
    #[arg(long)]
    database: String,
    /// One more school, beside those of the database
    #[arg(long)]
    another: bool,
    /// Full name of the school, as papers have it
    #[arg(long)]
    school: String,
    /// The same in Kazakh, where --school is in Russian
    #[arg(long)]
    school_kk: Option<String>,
    /// Name for the head of the page, short enough for a phone
    #[arg(long)]
    short: Option<String>,
    /// The same in Kazakh
    #[arg(long)]
    short_kk: Option<String>,
    /// The education department above the school; with --another the one that stands, by its name, words of it or its
    /// id, where the database has several
    #[arg(long, default_value = "")]
    district: String,
    /// The same in Kazakh
    #[arg(long)]
    district_kk: Option<String>,
    /// With --another: the department stands above no school of the database yet
    #[arg(long, requires = "another")]
    new_district: bool,
    /// Town or village, for the head of papers
    #[arg(long, default_value = "")]
    place: String,
    /// The same in Kazakh
    #[arg(long)]
    place_kk: Option<String>,
    /// Business identification number (БСН/БИН)
    #[arg(long, default_value = "")]
    bin: String,
    /// Who signs orders and gives roles: family name, given name, patronymic
    #[arg(long, value_name = "NAME")]
    head: String,
    /// Their e-mail, which is then what they sign in with, and by which the staff list knows them again
    #[arg(long, value_name = "E-MAIL")]
    head_email: Option<String>,
    /// Who prepares everything, usually the deputy; in a small school the head, named once more
    #[arg(long, value_name = "NAME")]
    coordinator: String,
    /// Their e-mail
    #[arg(long, value_name = "E-MAIL")]
    coordinator_email: Option<String>,
    /// Their language
    #[arg(long, value_enum, default_value = "ru")]
    lang: Tongue,
}

pub(crate) async fn run(args: FoundArgs) -> Outcome {
    let leaders = leaders(&args)?;
    // Beside what is not there nothing is founded, and no file is left behind.
    let db =
        if args.another { machine::open(&args.database).await? } else { Db::open(&args.database).await? };
    let founded = found_in(&db, &args, leaders).await;
    db.close().await;
    let (slips, schools) = founded?;
    print(&format!("Founded {}.", args.school))?;
    if args.another {
        print(&format!("The schools of the database are now:{}", schools::lines(&schools)))?;
    }
    let works: &[&str] = if slips.len() == 1 { &["head and coordinator"] } else { &["head", "coordinator"] };
    for (slip, work) in slips.iter().zip(works) {
        show(slip, work)?;
    }
    Ok(())
}

/// The slips of the new school, and all schools of the database.
async fn found_in(
    db: &Db,
    args: &FoundArgs,
    (head, coordinator): (Leader, Option<Leader>),
) -> Result<(Vec<Slip>, Vec<School>), Box<dyn Error>> {
    let machine = Machine::new(db);
    let district = district(&mut *db.read().await?, args, machine.id()).await?;
    let school = school(args, district.id.clone(), machine.id());
    let (another, lang) = (args.another, args.lang.tag().to_owned());
    let founding = Founding { another, district, school, lang, head, coordinator };
    let founded = found(&machine.context(&founding.school), &founding).await;
    let schools = store::schools::every(&mut *db.read().await?).await?;
    let slips = founded.map_err(|failed| said(failed, &schools))?.slips;
    Ok((slips, schools))
}

/// The department above the new school. Beside other schools it is one that stands, so that a slip of the pen makes no
/// second one; the only one of a database gets the name that is given now, where it was founded without.
async fn district(tx: &mut Tx, args: &FoundArgs, id: DistrictId) -> Result<District, String> {
    let name_kk = args.district_kk.as_ref().unwrap_or(&args.district).clone();
    let given = District { id, name_kk, name_ru: args.district.clone() };
    if args.new_district && given.is_nameless() {
        return Err("--new-district needs the name of the department: --district".to_owned());
    }
    if !args.another || args.new_district {
        return Ok(given);
    }
    let every = store::schools::districts(tx).await.map_err(|error| error.to_string())?;
    match &every[..] {
        // Nothing stands: that is said of the school.
        [] => return Ok(given),
        [only] if only.is_nameless() => return Ok(District { id: only.id.clone(), ..given }),
        _ => {}
    }
    let found = schools::district(tx, &args.district).await;
    found.map_err(|why| format!("{why}\nA department that is not among them comes with --new-district"))
}

fn said(failed: Failed<FoundRefused>, schools: &[School]) -> String {
    match failed {
        Failed::Refused(FoundRefused::Begun) => format!(
            "the database has a school already:{}\n\
            With --another one more is founded beside it. People are added in the pages of their school, and \
            `talimger lead` helps a head who is locked out, and names another one where the head is gone",
            schools::lines(schools)
        ),
        Failed::Refused(FoundRefused::First) => {
            "nobody leads a school of the database: found the first one without --another, or, where somebody has led it, \
            name another head with `talimger lead --role head`"
                .to_owned()
        }
        Failed::Refused(FoundRefused::SchoolTaken(name)) => {
            format!(
                "the department has a school of this name already: {name}. Schools are told apart by --school and \
                --short"
            )
        }
        Failed::Refused(FoundRefused::BinTaken(name)) => {
            format!("{name} has this --bin already: every school has its own")
        }
        Failed::Refused(FoundRefused::DistrictTaken(name)) => {
            format!("the database has the department already: {name}. Leave --new-district out")
        }
        Failed::Refused(FoundRefused::Namesakes(name)) => {
            format!("the school's list names several people {}: say which by e-mail", name.full())
        }
        Failed::Refused(FoundRefused::EmailTaken(email)) => {
            format!(
                "somebody else has the e-mail {email} already: it belongs to one person in all schools of a \
                database"
            )
        }
        other => machine::said(other),
    }
}

/// Prints a slip to be handed over.
pub(crate) fn show(slip: &Slip, work: &str) -> Result<(), String> {
    let Slip { person, code, login, .. } = slip;
    print(&format!("\n{}, {work}, signs in at /sign-in/code with the code", person.name.full()))?;
    print(&format!("\n    {code}\n"))?;
    print(&format!("once, and chooses a password then; the login is {login}. It is shown this once only."))
}

/// The head, and the coordinator where it is somebody else.
fn leaders(args: &FoundArgs) -> Result<(Leader, Option<Leader>), String> {
    let leader = |option: &str, words: &str, email: Option<&String>| match name(words) {
        Some(name) => Ok(Leader { name, email: email.map(|email| domain::accounts::login(email)) }),
        None => {
            Err(format!("{option} needs a family name, a given name and, where there is one, a patronymic"))
        }
    };
    let head = leader("--head", &args.head, args.head_email.as_ref())?;
    let coordinator = leader("--coordinator", &args.coordinator, args.coordinator_email.as_ref())?;
    if head.name == coordinator.name {
        return Ok((Leader { email: head.email.or(coordinator.email), ..head }, None));
    }
    if head.email.is_some() && head.email == coordinator.email {
        return Err(
            "--head-email and --coordinator-email are the same: two people have two mailboxes".to_owned()
        );
    }
    Ok((head, Some(coordinator)))
}

/// Family name, given name, and the patronymic, which may have several words.
pub(crate) fn name(words: &str) -> Option<Name> {
    let mut words = words.split_whitespace();
    let (family, given) = (words.next()?.to_owned(), words.next()?.to_owned());
    let rest = words.collect::<Vec<_>>().join(" ");
    Some(Name { family, given, patronymic: (!rest.is_empty()).then_some(rest) })
}

fn school(args: &FoundArgs, district: DistrictId, id: SchoolId) -> School {
    let or = |name: &Option<String>, other: &str| name.clone().unwrap_or_else(|| other.to_owned());
    let name_kk = or(&args.school_kk, &args.school);
    School {
        id,
        district,
        short_kk: args.short_kk.as_ref().or(args.short.as_ref()).unwrap_or(&name_kk).clone(),
        short_ru: or(&args.short, &args.school),
        name_kk,
        name_ru: args.school.clone(),
        bin: args.bin.clone(),
        place_kk: or(&args.place_kk, &args.place),
        place_ru: args.place.clone(),
        utc_offset_minutes: USUAL_OFFSET_MINUTES,
        version: 0,
    }
}
