//! `talimger found`: the first school and the first person of an empty database. The one-time code is printed
//! this once; with it somebody signs in and does the rest in the pages.

use crate::serve::{Outcome, random_ids, real_clock, today};
use actions::Failed;
use actions::accounts::{Founding, found};
use clap::{Args, ValueEnum};
use domain::SchoolId;
use domain::people::{Name, Role};
use domain::schools::{District, School};
use store::Db;

/// Whom and what to begin with. Names on papers may be given in one language: it then stands for both.
#[derive(Args)]
pub(crate) struct FoundArgs {
    /// `sqlite:FILE`, which is created, or `postgres://USER:PASSWORD@HOST/NAME`
    #[arg(long)]
    database: String,
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
    /// The education department above the school
    #[arg(long, default_value = "")]
    district: String,
    /// The same in Kazakh
    #[arg(long)]
    district_kk: Option<String>,
    /// Town or village, for the head of papers
    #[arg(long, default_value = "")]
    place: String,
    /// The same in Kazakh
    #[arg(long)]
    place_kk: Option<String>,
    /// Business identification number (БСН/БИН)
    #[arg(long, default_value = "")]
    bin: String,
    /// The first person: family name, given name, patronymic
    #[arg(long)]
    person: String,
    /// Their e-mail, which is then what they sign in with
    #[arg(long)]
    email: Option<String>,
    /// What they are; may be given twice, in a small school one person is both
    #[arg(long = "role", value_enum, default_values_t = [First::Coordinator])]
    roles: Vec<First>,
    /// Their language
    #[arg(long, value_enum, default_value = "ru")]
    lang: Tongue,
}

#[derive(Clone, Copy, ValueEnum)]
enum First {
    Coordinator,
    Head,
}

#[derive(Clone, Copy, ValueEnum)]
enum Tongue {
    Kk,
    Ru,
    En,
}

/// Minutes ahead of UTC: all of Kazakhstan since 1 March 2024.
const OFFSET_MINUTES: i16 = 300;

pub(crate) async fn run(args: FoundArgs) -> Outcome {
    let name = name(&args.person)
        .ok_or("--person needs a family name, a given name and, where there is one, a patronymic")?;
    let (ids, now) = (random_ids(), real_clock().now());
    let school = school(&args, ids.next(now).into(), ids.next(now).into());
    let kk = |name: &Option<String>, other: &str| name.clone().unwrap_or_else(|| other.to_owned());
    let founding = Founding {
        district: District {
            id: school.district.clone(),
            name_kk: kk(&args.district_kk, &args.district),
            name_ru: args.district.clone(),
        },
        school,
        name,
        email: args.email.as_deref().map(domain::accounts::login),
        lang: match args.lang {
            Tongue::Kk => "kk",
            Tongue::Ru => "ru",
            Tongue::En => "en",
        }
        .to_owned(),
        roles: args
            .roles
            .iter()
            .map(|role| match role {
                First::Coordinator => Role::Coordinator,
                First::Head => Role::Head,
            })
            .chain([Role::Teacher])
            .collect(),
    };
    let today = today(&founding.school, now);
    let db = Db::open(&args.database).await?;
    let founded = found(&db, &ids, now, today, &founding).await.map_err(|failed| match failed {
        Failed::Store(error) => error.to_string(),
        other => format!("{other:?}"),
    })?;
    db.close().await;
    let slip = founded.ok_or("the database has a school already; people are added in its pages")?.slip;
    println!("Founded {}.", args.school);
    println!("{} signs in at /sign-in/code with the code", slip.person.name.full());
    println!("\n    {}\n", slip.code);
    println!("once, and chooses a password then; the login is {}. It is shown this once only.", slip.login);
    Ok(())
}

/// Family name, given name, and the patronymic, which may have several words.
fn name(words: &str) -> Option<Name> {
    let mut words = words.split_whitespace();
    let (family, given) = (words.next()?.to_owned(), words.next()?.to_owned());
    let rest = words.collect::<Vec<_>>().join(" ");
    Some(Name { family, given, patronymic: (!rest.is_empty()).then_some(rest) })
}

fn school(args: &FoundArgs, district: domain::DistrictId, id: SchoolId) -> School {
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
        utc_offset_minutes: OFFSET_MINUTES,
    }
}
