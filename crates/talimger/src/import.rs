//! `talimger import`: a list is taken in from the command line, by the same actions and with the same report
//! as on the page. Exits with 0 without errors, 1 with errors or where nothing was written, 2 where the file or the
//! database cannot be used.

mod place;
mod reading;
mod report;
mod writing;

use crate::files;
use crate::machine::{self, Machine, Tongue};
use actions::rosters::{Assessed, Assessment, Confirm, Options, Upload};
use actions::{Context, rosters};
use clap::{Args, ValueEnum};
use domain::rosters::{Choices, Kind};
use domain::schools::School;
use i18n::Arg;
use place::{database_and_school, say_who_leads};
use reading::ReadingArgs;
use report::{print, unusable};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use web::rosters::words;
use writing::write;

/// What to take in.
#[derive(Args)]
pub(crate) struct ImportArgs {
    /// xlsx, xls, ods, csv, or a zip of OneRoster or School Data Sync
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
    #[command(flatten)]
    deciding: DecidingArgs,
    /// Print the report as JSON
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    reading: ReadingArgs,
    /// Language of messages
    #[arg(long, value_enum, default_value = "ru")]
    lang: Tongue,
}

/// What a person decides on the page, said beforehand.
#[derive(Args)]
struct DecidingArgs {
    /// Decide for the whole file: namesakes without a matching key are separate people
    #[arg(long, value_enum)]
    decide: Vec<Decide>,
    /// The list names everybody of the school: whoever is not in it has left
    #[arg(long)]
    full_list: bool,
    /// How many leave by a full list, as the report says; asked for where these are many
    #[arg(long, value_name = "NUMBER")]
    leaving: Option<usize>,
    /// Write all of it or nothing: one line with an error stops everything
    #[arg(long)]
    all_or_nothing: bool,
    /// The file wins over corrections by hand in this field, named as for --column; may be repeated
    #[arg(long, value_name = "FIELD")]
    file_wins: Vec<String>,
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

impl ListKind {
    const fn kind(self) -> Kind {
        match self {
            Self::Staff => Kind::Staff,
            Self::Pupils => Kind::Pupils,
            Self::Timetable => Kind::Timetable,
        }
    }
}

/// A list and how it is to be taken in.
struct List<'a> {
    context: &'a Context<'a>,
    school: &'a School,
    upload: &'a Upload<'a>,
    options: &'a Options,
    choices: Choices,
}

/// What came of it.
struct Imported {
    assessment: Box<Assessment>,
    /// Why nothing of it was written; missing where it was, where all stands already, and after a dry run.
    refused: Option<NotWritten>,
}

/// Why a list that was read is not written.
struct NotWritten {
    /// One word for programs.
    kind: &'static str,
    message: String,
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
        Ok(imported) => {
            let faulty = imported.assessment.counts.error > 0 || imported.refused.is_some();
            files::finished(print(args, &imported).map(|()| ExitCode::from(u8::from(faulty))))
        }
        Err(why) => unusable(args, why),
    }
}

async fn import(args: &ImportArgs) -> Result<Imported, Unusable> {
    let bytes = tokio::fs::read(&args.file)
        .await
        .map_err(|error| Unusable::File(format!("{}: {error}", args.file.display()), Vec::new()))?;
    let kind = args.kind.kind();
    let options = reading::options(args, kind)?;
    let file_wins = reading::file_wins(args, kind)?;
    let (db, school) = database_and_school(args).await?;
    let machine = Machine::new(&db).coordinating(&school);
    let context = machine.context(&school);
    let name = file_name(&args.file);
    let upload = Upload { school: &school.id, kind, name: &name, bytes: &bytes };
    let namesakes_differ = args.deciding.decide.contains(&Decide::NamesakesSeparate);
    let choices =
        Choices { namesakes_differ, full_list: args.deciding.full_list, file_wins, ..Choices::default() };
    let list = List { context: &context, school: &school, upload: &upload, options: &options, choices };
    let looked = rosters::look(&context, &upload, &options, &list.choices).await;
    let looked = looked.map_err(|failed| Unusable::Setup(machine::said(failed)))?;
    let assessment = readable(args, kind, &options, looked)?;
    let mut refused = None;
    if !args.dry_run {
        // The same list again leaves nothing behind, not even a line in the history.
        if assessment.writes {
            let shown = Some(assessment.token.clone());
            let whole = args.deciding.all_or_nothing;
            let confirm = Confirm { shown, typed: args.deciding.leaving, leave_undecided: true, whole };
            refused = write(args, &list, &confirm).await?;
        }
        say_who_leads(args, &context, &school).await?;
    }
    db.close().await;
    Ok(Imported { assessment, refused })
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn readable(
    args: &ImportArgs,
    kind: Kind,
    options: &Options,
    assessed: Assessed,
) -> Result<Box<Assessment>, Unusable> {
    let lang = args.lang.lang();
    match assessed {
        Assessed::Ready(assessment) => {
            reading::headers_are_there(args, options, &assessment.guess)?;
            Ok(assessment)
        }
        Assessed::Unready(guess) => {
            reading::headers_are_there(args, options, &guess)?;
            let mut details = words::unready(lang, &guess);
            details.push(reading::ways_out(args, kind));
            Err(Unusable::File(i18n::t(lang, "rosters-refused-unready", &[]), details))
        }
        Assessed::Refused(refused) => {
            Err(Unusable::File(words::refused(lang, &refused), words::lost(lang, &refused)))
        }
    }
}

fn say(args: &ImportArgs, key: &str, with: &[(&str, Arg)]) -> String {
    i18n::t(args.lang.lang(), key, with)
}
