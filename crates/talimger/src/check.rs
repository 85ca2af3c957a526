//! `talimger check`: looks at a database without changing anything. Exits with 0 where nothing was found, 1 with
//! findings, 2 where the database cannot be looked at.

use crate::files;
use crate::progress::Progress;
use actions::checks::{Finding, Report, look};
use clap::Args;
use domain::checks::Fault;
use serde_json::{Map, Value, json};
use std::process::ExitCode;
use store::Db;
use store::schema::{Standing, latest};

/// What to look at.
#[derive(Args)]
pub(crate) struct CheckArgs {
    /// `sqlite:FILE` or `postgres://USER:PASSWORD@HOST/NAME`; others may go on working in it
    #[arg(long)]
    database: String,
    /// Print the findings as JSON
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(args: &CheckArgs) -> ExitCode {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let looked = runtime.map_err(|error| error.to_string()).and_then(|runtime| {
        runtime.block_on(async {
            let db = Db::look(&args.database).await.map_err(|error| error.to_string())?;
            let mut progress = Progress::new("Looking");
            let report = look(&db, &mut |place| progress.at(place)).await.map_err(|error| error.to_string());
            db.close().await;
            report
        })
    });
    match looked {
        Ok(report) if report.findings == [Finding::Tables(Standing::Foreign)] => {
            unusable(args, "the database holds no tables of Tälimger")
        }
        Ok(report) => {
            let found = ExitCode::from(u8::from(!report.findings.is_empty()));
            files::finished(print(args, &report).map(|()| found))
        }
        Err(error) => unusable(args, &error),
    }
}

fn unusable(args: &CheckArgs, why: &str) -> ExitCode {
    if args.json {
        return files::finished(
            files::print(&json!({ "unusable": why }).to_string()).map(|()| ExitCode::from(2)),
        );
    }
    eprintln!("talimger: {why}");
    ExitCode::from(2)
}

fn print(args: &CheckArgs, report: &Report) -> Result<(), String> {
    let rows: i64 = report.tables.iter().map(|(_, rows)| rows).sum();
    if args.json {
        let tables: Map<String, Value> =
            report.tables.iter().map(|(name, rows)| (name.clone(), json!(rows))).collect();
        let findings: Vec<Value> = report.findings.iter().map(as_json).collect();
        let report = json!({ "schema": latest(), "tables": tables, "findings": findings });
        return files::print(&report.to_string());
    }
    for finding in &report.findings {
        files::print(&said(finding))?;
    }
    let looked_at = format!("{rows} rows of {} tables", report.tables.len());
    files::print(&match report.findings.len() {
        0 => format!("{looked_at}: nothing found"),
        count => format!("{looked_at}; findings: {count}"),
    })
}

fn as_json(finding: &Finding) -> Value {
    json!({ "kind": word(finding), "message": said(finding) })
}

fn word(finding: &Finding) -> &'static str {
    match finding {
        Finding::Tables(_) => "tables",
        Finding::Damage(_) => "damage",
        Finding::Orphans(_) => "reference",
        Finding::Unreadable(_) => "unreadable",
        Finding::Pairs(Fault::OverCapacity { .. }) => "over-capacity",
        Finding::Pairs(Fault::SeveralMentors { .. }) => "several-mentors",
        Finding::Pairs(Fault::Overlap { .. }) => "overlap",
        Finding::Pairs(Fault::AcceptedWithoutPair { .. }) => "accepted-without-pair",
        Finding::LogUnguarded => "log-unguarded",
        Finding::LogNumber { .. } => "log-number",
        Finding::DeadJob { .. } => "dead-job",
    }
}

fn said(finding: &Finding) -> String {
    match finding {
        Finding::Tables(standing) => tables(*standing),
        Finding::Damage(words) => format!("integrity: {words}"),
        Finding::Orphans(orphans) => {
            format!("{}: {} rows point to {} that are not there", orphans.table, orphans.rows, orphans.parent)
        }
        Finding::Unreadable(row) => format!("{} {}: cannot be read: {}", row.table, row.id, row.what),
        Finding::Pairs(fault) => pairs(fault),
        Finding::LogUnguarded => "audit: the triggers that keep its lines from change are gone".to_owned(),
        Finding::LogNumber { last, given } => {
            format!("audit: the last line is {last}, and numbers go on after {given}")
        }
        Finding::DeadJob { id, kind } => format!("jobs {id}: failed for good: {kind}"),
    }
}

fn tables(standing: Standing) -> String {
    let latest = latest();
    match standing {
        Standing::UpToDate => format!("tables: up to date (schema {latest})"),
        Standing::Behind { at } => {
            format!("tables: schema {at} of {latest}; `talimger serve` brings them up to date")
        }
        Standing::Ahead { at } => {
            format!("tables: schema {at}; this version knows {latest}: use a later one")
        }
        Standing::Different { number } => {
            format!("tables: migration {number} is not the one of this version")
        }
        Standing::Foreign => "tables: none of Tälimger".to_owned(),
    }
}

fn pairs(fault: &Fault) -> String {
    match fault {
        Fault::OverCapacity { mentor, places, pairs } => {
            format!("mentors {mentor}: {pairs} pairs in {places} places")
        }
        Fault::SeveralMentors { newcomer, first, second } => {
            format!("newcomers {newcomer}: two open pairs, {first} and {second}")
        }
        Fault::Overlap { newcomer, first, second } => {
            format!("newcomers {newcomer}: the orders of {first} and {second} share days")
        }
        Fault::AcceptedWithoutPair { request } => format!("requests {request}: accepted, and no pair of it"),
    }
}
