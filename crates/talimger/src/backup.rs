//! `talimger backup` and `talimger restore`: the whole database in one file and back, of either kind.

use crate::files::print;
use crate::machine::{self, Machine};
use crate::progress::Progress;
use crate::serve::{Outcome, real_clock};
use actions::schools::note_restored;
use clap::Args;
use jiff::Timestamp;
use jiff::tz::Offset;
use std::fs::File;
use std::io::BufWriter;
use std::path::{Path, PathBuf};
use store::Db;
use store::archives::{self, Archived, Header, Kept};

/// What to save, and where.
#[derive(Args)]
pub(crate) struct BackupArgs {
    /// `sqlite:FILE` or `postgres://USER:PASSWORD@HOST/NAME`; others may go on working in it
    #[arg(long)]
    database: String,
    /// The archive to write
    #[arg(long)]
    to: PathBuf,
    /// Write over a file that stands there
    #[arg(long)]
    force: bool,
}

/// What to take up, and where.
#[derive(Args)]
pub(crate) struct RestoreArgs {
    /// An archive that `talimger backup` wrote
    #[arg(long)]
    from: PathBuf,
    /// `sqlite:FILE` or `postgres://USER:PASSWORD@HOST/NAME`, of either kind, whichever the archive came from
    #[arg(long)]
    database: String,
    /// Take the place of a database that is not empty; what stood there is kept aside
    #[arg(long)]
    force: bool,
}

pub(crate) async fn backup(args: BackupArgs) -> Outcome {
    if !args.force && args.to.exists() {
        return Err(format!("{} stands already; --force writes over it", args.to.display()).into());
    }
    let db = Db::look(&args.database).await?;
    let folder = folder_of(&args.to);
    // Beside its place until it is whole and was read back: a backup that was never restored is none.
    let beside = tempfile::Builder::new().prefix(".talimger-").tempdir_in(folder)?;
    let written = beside.path().join("archive");
    let archived = write(&db, &written).await?;
    db.close().await;
    read_back(&written, beside.path(), &archived).await?;
    std::fs::rename(&written, &args.to)?;
    File::open(folder)?.sync_all()?;
    let bytes = std::fs::metadata(&args.to)?.len();
    print(&format!("{}: {}, {bytes} bytes", args.to.display(), described(&archived.header)))?;
    print(&format!(
        "SHA-256 of its contents {}; restored once for trial, every reference compared",
        archived.sha256
    ))?;
    Ok(())
}

async fn write(db: &Db, file: &Path) -> Result<Archived, Box<dyn std::error::Error>> {
    let mut progress = Progress::new("Saving");
    let mut file = BufWriter::new(File::create(file)?);
    let version = env!("CARGO_PKG_VERSION");
    let told = &mut |step: archives::Step<'_>| progress.step(step);
    let archived = archives::write(db, &mut file, version, real_clock().now(), told).await?;
    file.into_inner().map_err(std::io::IntoInnerError::into_error)?.sync_all()?;
    Ok(archived)
}

async fn read_back(file: &Path, folder: &Path, archived: &Archived) -> Outcome {
    let mut progress = Progress::new("Reading it back");
    let trial = format!("sqlite:{}", folder.join("trial.db").display());
    let told = &mut |step: archives::Step<'_>| progress.step(step);
    let restored = archives::restore(&trial, File::open(file)?, false, "trial", told).await?;
    if restored.header == archived.header && restored.sha256 == archived.sha256 {
        Ok(())
    } else {
        Err("the archive does not read back as it was written: is the disk sound?".into())
    }
}

pub(crate) async fn restore(args: RestoreArgs) -> Outcome {
    let archive = File::open(&args.from).map_err(|error| format!("{}: {error}", args.from.display()))?;
    let stamp = Offset::UTC.to_datetime(real_clock().now()).strftime("%Y%m%d_%H%M%S").to_string();
    let mut progress = Progress::new("Restoring");
    let told = &mut |step: archives::Step<'_>| progress.step(step);
    let restored = archives::restore(&args.database, archive, args.force, &stamp, told).await?;
    drop(progress);
    note(&args.database, &restored.header).await?;
    print(&format!("Restored {}", described(&restored.header)))?;
    print(&format!("SHA-256 of its contents {}; compared", restored.sha256))?;
    match restored.kept {
        Kept::Nothing => {}
        Kept::File(file) => print(&format!("What stood there before is kept as {}", file.display()))?,
        Kept::Schema(schema) => {
            print(&format!("What stood there before is kept in the schema {schema}"))?;
        }
    }
    print("Look at it once: talimger check --database …")?;
    Ok(())
}

/// Whoever reads the log learns that it was interrupted.
async fn note(database: &str, header: &Header) -> Outcome {
    let db = Db::open(database).await?;
    let machine = Machine::new(&db);
    let made_at = Timestamp::from_millisecond(header.made_at)?;
    let schools = store::schools::every(&mut *db.read().await?).await?;
    for school in &schools {
        note_restored(&machine.context(school), &school.id, made_at).await.map_err(machine::said)?;
    }
    db.close().await;
    Ok(())
}

fn described(header: &Header) -> String {
    let made = Timestamp::from_millisecond(header.made_at).map(|at| at.to_string()).unwrap_or_default();
    format!(
        "{} rows of {} tables, made {made} by version {} (schema {})",
        header.rows(),
        header.tables.len(),
        header.program,
        header.schema
    )
}

fn folder_of(file: &Path) -> &Path {
    file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}
