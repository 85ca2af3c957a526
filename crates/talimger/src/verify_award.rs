//! `talimger verify-award FILE`: draws an award again from its file alone (feat:J1, J3; measurement §9), without a network
//! and without a database. Exits with 0 where rule, list, lot and order agree, 1 where something differs, 2 where the file
//! cannot be used.

use crate::files;
use crate::machine::Tongue;
use actions::awards::{Checked, Fault, MOST_BYTES, Published, check};
use clap::Args;
use i18n::{Arg, Lang};
use serde_json::json;
use std::io::Read;
use std::path::PathBuf;
use std::process::ExitCode;

/// What to draw again, and what was published of it.
#[derive(Args)]
pub(crate) struct VerifyAwardArgs {
    /// The file of the award, as the school's page gives it
    file: PathBuf,
    /// The SHA-256 of the rule as it was published before the period
    #[arg(long, value_name = "SHA256")]
    rule: Option<String>,
    /// The SHA-256 of the list as it was published before the lot
    #[arg(long, value_name = "SHA256")]
    list: Option<String>,
    /// Print the outcome as JSON
    #[arg(long)]
    json: bool,
    /// Language of messages
    #[arg(long, value_enum, default_value = "ru")]
    lang: Tongue,
}

pub(crate) fn run(args: &VerifyAwardArgs) -> ExitCode {
    let outcome = match verify(args) {
        Ok(checked) => told(args, &checked),
        Err(why) if args.json => {
            let told =
                json!({ "file": args.file.display().to_string(), "verdict": "unreadable", "why": why });
            files::print(&told.to_string()).map(|()| ExitCode::from(2))
        }
        Err(why) => Err(why),
    };
    files::finished(outcome)
}

fn verify(args: &VerifyAwardArgs) -> Result<Checked, String> {
    let in_file = |why: String| format!("{}: {why}", args.file.display());
    let mut bytes = Vec::new();
    let most = u64::try_from(MOST_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    let read = std::fs::File::open(&args.file).and_then(|open| open.take(most).read_to_end(&mut bytes));
    read.map_err(|error| in_file(error.to_string()))?;
    let published = Published { rule: args.rule.clone(), list: args.list.clone() };
    check(&bytes, &published)
        .map_err(|why| in_file(i18n::t(args.lang.lang(), &format!("awards-unreadable-{}", why.word()), &[])))
}

fn told(args: &VerifyAwardArgs, checked: &Checked) -> Result<ExitCode, String> {
    let said = if args.json { as_json(args, checked) } else { in_words(args.lang.lang(), checked) };
    files::print(&said)?;
    Ok(if checked.faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

fn as_json(args: &VerifyAwardArgs, checked: &Checked) -> String {
    json!({
        "file": args.file.display().to_string(),
        "verdict": if checked.faults.is_empty() { "replayed" } else { "differs" },
        "faults": checked.faults.iter().map(Fault::word).collect::<Vec<_>>(),
        "rule_sha256": checked.rule_hash,
        "list_sha256": checked.list_hash,
        "source": checked.source.0,
        "draw": checked.source.1.to_string(),
        "seed": checked.seed,
        "entries": checked.entries,
        "prizes": checked.prizes,
        "by_lot": checked.tied,
    })
    .to_string()
}

/// What differs or that nothing does; then what a reader compares by hand.
fn in_words(lang: Lang, checked: &Checked) -> String {
    let mut lines: Vec<String> = checked.faults.iter().map(|fault| fault_in_words(lang, fault)).collect();
    if lines.is_empty() {
        lines.push(i18n::t(lang, "awards-replayed", &[]));
    }
    let counts: [(&str, Arg); 3] = [
        ("entries", checked.entries.into()),
        ("prizes", checked.prizes.into()),
        ("tied", checked.tied.into()),
    ];
    lines.push(i18n::t(lang, "awards-line-counts", &counts));
    for (key, hash) in [("awards-line-rule", &checked.rule_hash), ("awards-line-list", &checked.list_hash)] {
        lines.push(i18n::t(lang, key, &[("hash", hash.as_str().into())]));
    }
    let source: [(&str, Arg); 3] = [
        ("source", checked.source.0.as_str().into()),
        ("day", i18n::day(lang, checked.source.1).into()),
        ("seed", plain(&checked.seed).into()),
    ];
    lines.push(i18n::t(lang, "awards-line-seed", &source));
    lines.join("\n")
}

fn fault_in_words(lang: Lang, fault: &Fault) -> String {
    let key = format!("awards-differs-{}", fault.word());
    match fault {
        Fault::Order(place) => i18n::t(lang, &key, &[("place", (*place).into())]),
        Fault::RuleHash | Fault::ListHash | Fault::Seed => i18n::t(lang, &key, &[]),
    }
}

/// Text of a stranger's file in one line.
fn plain(text: &str) -> String {
    text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}
