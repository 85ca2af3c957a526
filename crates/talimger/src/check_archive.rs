//! `talimger check-archive FILE`: compares every document of an archive with its hash (feat:F12). Exits with 0 where all is
//! whole, 1 where something differs, is missing or was added, 2 where the file is no archive of documents.

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
    let checked = checked.map(|bytes| check(&bytes));
    match (checked, args.json) {
        (Ok(Ok(Checked { files })), true) => println!("{}", json!({ "files": files, "differs": [] })),
        (Ok(Ok(Checked { files })), false) => println!("whole: {files} files, each as its hash says"),
        (Ok(Err(NotBound::Differs(paths))), as_json) => {
            if as_json {
                println!("{}", json!({ "differs": paths }));
            } else {
                for path in &paths {
                    println!("differs: {path}");
                }
            }
            return ExitCode::from(1);
        }
        (Ok(Err(why @ NotBound::NoBundle)), as_json) => return unusable(as_json, &why.to_string()),
        (Err(why), as_json) => return unusable(as_json, &why),
    }
    ExitCode::SUCCESS
}

fn unusable(as_json: bool, why: &str) -> ExitCode {
    if as_json {
        println!("{}", json!({ "unusable": why }));
    } else {
        eprintln!("talimger: {why}");
    }
    ExitCode::from(2)
}
