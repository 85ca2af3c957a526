//! `talimger check-archive FILE`: compares every document of an archive with its hash (feat:F12). Exits with 0 where all is
//! whole, 1 where something differs, is missing or was added, 2 where the file is no archive of documents.

use crate::files;
use actions::bundles::{Checked, NotBound, check};
use clap::Args;
use serde_json::json;
use std::path::PathBuf;
use std::process::ExitCode;

/// What to compare.
#[derive(Args)]
pub(crate) struct CheckArchiveArgs {
    /// The ZIP file, as it was downloaded
    file: PathBuf,
    /// Print the outcome as JSON
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(args: &CheckArchiveArgs) -> ExitCode {
    let checked = std::fs::read(&args.file).map_err(|error| error.to_string());
    let checked = files::in_file(&args.file, checked).map(|bytes| check(&bytes));
    let outcome = match checked {
        Ok(Ok(Checked { files })) => whole(files, args.json),
        Ok(Err(NotBound::Differs(paths))) => differs(&paths, args.json),
        Ok(Err(why @ NotBound::NoBundle)) => unusable(why.to_string(), args.json),
        Err(why) => unusable(why, args.json),
    };
    files::finished(outcome)
}

fn whole(count: usize, as_json: bool) -> Result<ExitCode, String> {
    let right = if as_json {
        json!({ "files": count, "differs": [] }).to_string()
    } else {
        format!("whole: {count} files, each as its hash says")
    };
    files::verdict(&[], &right)
}

fn differs(paths: &[String], as_json: bool) -> Result<ExitCode, String> {
    let faults = if as_json {
        vec![json!({ "differs": paths }).to_string()]
    } else {
        paths.iter().map(|path| format!("differs: {path}")).collect()
    };
    files::verdict(&faults, "")
}

fn unusable(why: String, as_json: bool) -> Result<ExitCode, String> {
    if !as_json {
        return Err(why);
    }
    files::print(&json!({ "unusable": why }).to_string())?;
    Ok(ExitCode::from(2))
}
