//! `talimger import`: a list is taken in from the command line, by the same actions and with the same report
//! as on the page. Exits with 0 without errors, 1 with, 2 where the file or the database cannot be used.

use crate::machine::{self, Machine, Tongue};
use actions::accounts::begin;
use actions::rosters::{
    Assessed, Assessment, Choice, Confirm, Encoding, Message, Options, PrepareRefused, Upload,
};
use actions::{Context, Failed, rosters};
use clap::{Args, ValueEnum};
use domain::calendar::USUAL_OFFSET_MINUTES;
use domain::people::Role;
use domain::rosters::{ApplyRefused, Choices, Counts, Kind};
use domain::schools::{District, School};
use i18n::{Arg, Lang};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use store::Db;
use store::schema::Standing;
use web::rosters::words;

/// What to take in.
#[derive(Args)]
pub(crate) struct ImportArgs {
    /// xlsx, xls, ods or csv
    file: PathBuf,
    /// What the list is about
    #[arg(long, value_enum)]
    kind: ListKind,
    /// Name or id of the school; an empty database gets a school of this name, which `talimger found` then completes
    #[arg(long)]
    school: Option<String>,
    /// `sqlite:FILE` or `postgres://USER:PASSWORD@HOST/NAME`; `sqlite:talimger.db` where none is named, and for
    /// a dry run an empty school in memory
    #[arg(long)]
    database: Option<String>,
    /// Only say what would happen
    #[arg(long)]
    dry_run: bool,
    /// Decide for the whole file: namesakes without a matching key are separate people
    #[arg(long, value_enum)]
    decide: Vec<Decide>,
    /// Print the report as JSON
    #[arg(long)]
    json: bool,
    /// Encoding of a text file instead of the guess: `KZ-1048`
    #[arg(long)]
    encoding: Option<String>,
    /// Language of messages
    #[arg(long, value_enum, default_value = "ru")]
    lang: Tongue,
}

#[derive(Clone, Copy, ValueEnum)]
enum ListKind {
    Staff,
    Pupils,
    Timetable,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Decide {
    #[value(name = "namesakes=separate")]
    NamesakesSeparate,
}

/// Why there is no report.
enum Unusable {
    /// The database, or the school in it.
    Setup(String),
    /// The file: the reason, and cells that are to blame.
    File(String, Vec<String>),
}

impl<E: std::error::Error> From<E> for Unusable {
    fn from(error: E) -> Self {
        Self::Setup(error.to_string())
    }
}

pub(crate) fn run(args: &ImportArgs) -> ExitCode {
    let runtime = match tokio::runtime::Builder::new_current_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return unusable(args, Unusable::from(error)),
    };
    match runtime.block_on(import(args)) {
        Ok(assessment) => {
            print(args, &assessment);
            ExitCode::from(u8::from(assessment.counts.error > 0))
        }
        Err(why) => unusable(args, why),
    }
}

async fn import(args: &ImportArgs) -> Result<Box<Assessment>, Unusable> {
    let bytes = tokio::fs::read(&args.file)
        .await
        .map_err(|error| Unusable::File(format!("{}: {error}", args.file.display()), Vec::new()))?;
    let (db, school) = database_and_school(args).await?;
    let machine = Machine::new(&db).coordinating(&school);
    let context = machine.context(&school);
    let kind = match args.kind {
        ListKind::Staff => Kind::Staff,
        ListKind::Pupils => Kind::Pupils,
        ListKind::Timetable => Kind::Timetable,
    };
    let name = file_name(&args.file);
    let upload = Upload { school: &school.id, kind, name: &name, bytes: &bytes };
    let namesakes_differ = args.decide.contains(&Decide::NamesakesSeparate);
    let choices = Choices { namesakes_differ, ..Choices::default() };
    let options = Options { encoding: encoding(args)?, ..Options::default() };
    let looked = rosters::look(&context, &upload, &options, &choices).await;
    let assessment = readable(args, looked.map_err(|failed| Unusable::Setup(machine::said(failed)))?)?;
    if !args.dry_run {
        write(&context, &upload, &options, choices).await?;
        say_who_leads(args, &context, &school).await?;
    }
    Ok(assessment)
}

fn encoding(args: &ImportArgs) -> Result<Option<Encoding>, Unusable> {
    let Some(name) = &args.encoding else { return Ok(None) };
    let known = Encoding::ALL.into_iter().find(|encoding| encoding.name().eq_ignore_ascii_case(name));
    known.map(Some).ok_or_else(|| {
        let names = Encoding::ALL.map(Encoding::name).join(", ");
        let with = [("name", name.as_str().into()), ("names", names.into())];
        Unusable::Setup(say(args, "rosters-command-unknown-encoding", &with))
    })
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn readable(args: &ImportArgs, assessed: Assessed) -> Result<Box<Assessment>, Unusable> {
    let lang = args.lang.lang();
    match assessed {
        Assessed::Ready(assessment) => Ok(assessment),
        Assessed::Unready(guess) => {
            Err(Unusable::File(i18n::t(lang, "rosters-refused-unready", &[]), words::unready(lang, &guess)))
        }
        Assessed::Refused(refused) => {
            Err(Unusable::File(words::refused(lang, &refused), words::lost(lang, &refused)))
        }
    }
}

/// Writes what was looked at; lines without a decision stay out and are reported.
async fn write(
    context: &Context<'_>,
    upload: &Upload<'_>,
    options: &Options,
    choices: Choices,
) -> Result<Counts, Unusable> {
    let id = match rosters::prepare(context, upload, Some(options)).await {
        Ok(id) => id,
        Err(Failed::Refused(PrepareRefused::Running { by, since })) => {
            return Err(Unusable::Setup(format!("{by} has had a list of this school in hand since {since}")));
        }
        Err(_) => return Err(Unusable::Setup("the list could not be taken in".to_owned())),
    };
    let failed = |failed: Failed<ApplyRefused>| Unusable::Setup(format!("not written: {failed:?}"));
    rosters::choose(context, &id, &Choice::Deciding(choices)).await.map_err(failed)?;
    let confirm = Confirm { leave_undecided: true, ..Confirm::default() };
    rosters::apply(context, &id, &confirm).await.map_err(failed)
}

/// The database, and the school in it. A dry run only looks; where there is nothing to look at, it looks at an empty
/// school in memory, so that it leaves nothing behind.
async fn database_and_school(args: &ImportArgs) -> Result<(Db, School), Unusable> {
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

/// The school that is meant. The only school of a database need not be named; an empty database gets one.
async fn school(db: &Db, args: &ImportArgs) -> Result<School, Unusable> {
    let mut schools = store::schools::every(&mut *db.read().await?).await?;
    let is_wanted = |school: &School, wanted: &str| {
        [school.id.as_str(), &school.name_kk, &school.name_ru, &school.short_kk, &school.short_ru]
            .contains(&wanted)
    };
    let no = |key: &str, name: &str| Err(Unusable::Setup(say(args, key, &[("name", name.into())])));
    match args.school.as_deref() {
        None if schools.len() == 1 => Ok(schools.remove(0)),
        None if schools.is_empty() => no("rosters-command-no-school", ""),
        None => no("rosters-command-several-schools", ""),
        Some(wanted) => match schools.iter().position(|school| is_wanted(school, wanted)) {
            Some(place) => Ok(schools.remove(place)),
            None if schools.is_empty() => begun(args, db, wanted).await,
            None => no("rosters-command-unknown-school", wanted),
        },
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
    };
    match begin(&machine.context(&school), &district, &school).await {
        Ok(()) => Ok(school),
        // Somebody else began one in between.
        Err(Failed::Refused(_)) => Err(Unusable::Setup(say(args, "rosters-command-changed", &[]))),
        Err(other) => Err(Unusable::Setup(machine::said(other))),
    }
}

/// Whoever takes a list in before the school has a head learns how people get in.
async fn say_who_leads(args: &ImportArgs, context: &Context<'_>, school: &School) -> store::Result<()> {
    let mut tx = context.db.read().await?;
    if store::people::with_role(&mut tx, &school.id, Role::Head, context.today).await?.is_empty() {
        eprintln!("{}", say(args, "rosters-command-no-head", &[]));
    }
    Ok(())
}

fn say(args: &ImportArgs, key: &str, with: &[(&str, Arg)]) -> String {
    i18n::t(args.lang.lang(), key, with)
}

fn unusable(args: &ImportArgs, why: Unusable) -> ExitCode {
    let (reason, details) = match why {
        Unusable::Setup(reason) => (reason, Vec::new()),
        Unusable::File(reason, details) => (reason, details),
    };
    if args.json {
        println!(
            "{}",
            json!({ "file": args.file.display().to_string(), "unusable": reason, "details": details })
        );
    } else {
        eprintln!("talimger: {reason}");
        for detail in details {
            eprintln!("  {detail}");
        }
    }
    ExitCode::from(2)
}

fn print(args: &ImportArgs, assessment: &Assessment) {
    let lang = args.lang.lang();
    let counts = &assessment.counts;
    if args.json {
        println!("{}", report(args, assessment));
        return;
    }
    let named = [
        ("create", counts.create),
        ("update", counts.update),
        ("unchanged", counts.unchanged),
        ("decision", counts.decision),
        ("error", counts.error),
        ("absent", counts.absent),
    ];
    for (word, count) in named {
        println!("{:<18} {count}", i18n::t(lang, &format!("rosters-show-{word}"), &[]));
    }
    for message in &assessment.messages {
        let line = i18n::t(lang, "rosters-line", &[("line", message.line.into())]);
        let sheet = message.sheet.as_deref().unwrap_or_default();
        let column = message.column.as_deref().unwrap_or_default();
        let place =
            [sheet, &line, column].iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>();
        println!("{}: «{}» {}", place.join(", "), message.value, words::message(lang, message));
    }
}

fn report(args: &ImportArgs, assessment: &Assessment) -> Value {
    let counts = &assessment.counts;
    let messages: Vec<Value> = assessment.messages.iter().map(|message| said(args, message)).collect();
    let first_time = assessment.lines.iter().filter(|line| line.first_time);
    let first_time: Vec<&str> =
        first_time.map(|line| line.row.values.get("email").unwrap_or(&line.label).as_str()).collect();
    json!({
        "file": args.file.display().to_string(),
        "dry_run": args.dry_run,
        "counts": {
            "create": counts.create,
            "update": counts.update,
            "unchanged": counts.unchanged,
            "decision": counts.decision,
            "error": counts.error,
            "absent": counts.absent,
        },
        "first_time_teachers": first_time,
        "messages": messages,
    })
}

fn said(args: &ImportArgs, message: &Message) -> Value {
    json!({
        "file": file_name(&args.file),
        "sheet": message.sheet,
        "line": message.line,
        "column": message.column,
        "value": message.value,
        "severity": words::kind(message),
        "kind": message.word,
        "message": words::message(args.lang.lang(), message),
    })
}
