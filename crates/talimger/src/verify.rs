//! `talimger verify FILE`: says whether a badge is what its issuer has signed, and still worth something (feat:G8), without
//! a network and without a database. Exits with 0 where it is valid, 1 where it was altered or revoked, has expired or does
//! not hold yet, 2 where a file cannot be used, 3 where it is whole and nobody knows whose key has signed it.

use crate::files;
use crate::machine::Tongue;
use crate::serve::real_clock;
use actions::badges::{Checked, MOST_BYTES, NoList, PublicKey, StatusList, Unreadable, Verdict, check};
use clap::Args;
use domain::Instant;
use domain::calendar::{USUAL_OFFSET_MINUTES, local};
use i18n::Lang;
use serde_json::json;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What to check, and by what.
#[derive(Args)]
pub(crate) struct VerifyArgs {
    /// The badge: JSON, or the PNG that carries it
    file: PathBuf,
    /// The list of what was revoked, as the issuer publishes it; without it, that is not asked
    #[arg(long, value_name = "FILE")]
    status: Option<PathBuf>,
    /// A public key of the issuer, `z6Mk…` or `did:key:z6Mk…`; may be said several times
    #[arg(long, value_name = "KEY")]
    key: Vec<String>,
    /// A file with the issuer's public keys: what stands at the issuer's address, or the file `badges.pub`
    #[arg(long, value_name = "FILE")]
    keys: Vec<PathBuf>,
    /// Print the outcome as JSON
    #[arg(long)]
    json: bool,
    /// Language of messages
    #[arg(long, value_enum, default_value = "ru")]
    lang: Tongue,
}

pub(crate) fn run(args: &VerifyArgs) -> ExitCode {
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

fn verify(args: &VerifyArgs) -> Result<Checked, String> {
    let lang = args.lang.lang();
    let known = known(args)?;
    let list = args.status.as_deref().map(|file| list(lang, file, &known)).transpose()?;
    let checked = check(&bytes(&args.file)?, &known, list.as_ref(), real_clock().now());
    let checked = checked.map_err(|why| unreadable(lang, &args.file, &why))?;
    match (&args.status, checked.verdict) {
        // A list that was named and says nothing about this badge must not look like an answer.
        (Some(file), Verdict::Valid | Verdict::Expired | Verdict::Early) if checked.asked.is_none() => {
            Err(in_file(file, &i18n::t(lang, "badges-other-list", &[])))
        }
        _ => Ok(checked),
    }
}

fn in_file(file: &Path, why: &str) -> String {
    format!("{}: {why}", file.display())
}

/// The bytes of a file, as many as are looked at.
fn bytes(file: &Path) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let most = u64::try_from(MOST_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    let read = std::fs::File::open(file).and_then(|open| open.take(most).read_to_end(&mut bytes));
    read.map_err(|error| in_file(file, &error.to_string()))?;
    Ok(bytes)
}

/// The keys that are named; of a file every key in it.
fn known(args: &VerifyArgs) -> Result<Vec<PublicKey>, String> {
    let lang = args.lang.lang();
    let mut known = Vec::new();
    for text in &args.key {
        let key = text.parse().map_err(|_| i18n::t(lang, "badges-no-key", &[("key", text.into())]))?;
        known.push(key);
    }
    for file in &args.keys {
        let text = bytes(file)?;
        let text = String::from_utf8_lossy(&text);
        let words = text.split(|letter: char| !letter.is_ascii_alphanumeric());
        let found: Vec<PublicKey> = words.filter_map(|word| word.parse().ok()).collect();
        if found.is_empty() {
            return Err(in_file(file, &i18n::t(lang, "badges-no-keys", &[])));
        }
        known.extend(found);
    }
    Ok(known)
}

fn list(lang: Lang, file: &Path, known: &[PublicKey]) -> Result<StatusList, String> {
    StatusList::read(&bytes(file)?, known).map_err(|why| match why {
        NoList::Unreadable(why) => unreadable(lang, file, &why),
        NoList::NotSigned => in_file(file, &i18n::t(lang, "badges-list-not-signed", &[])),
    })
}

/// Why a file is not read, in words.
fn unreadable(lang: Lang, file: &Path, why: &Unreadable) -> String {
    let name = plain(why.name().unwrap_or_default());
    let said = i18n::t(lang, &format!("badges-unreadable-{}", why.word()), &[("name", name.into())]);
    in_file(file, &said)
}

/// Text of a stranger's file in one line.
fn plain(text: &str) -> String {
    text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}

fn told(args: &VerifyArgs, checked: &Checked) -> Result<ExitCode, String> {
    let said = if args.json { as_json(args, checked) } else { in_words(args.lang.lang(), checked) };
    files::print(&said)?;
    Ok(match checked.verdict {
        Verdict::Valid => ExitCode::SUCCESS,
        Verdict::Expired | Verdict::Early | Verdict::Revoked | Verdict::Altered => ExitCode::from(1),
        Verdict::UnknownKey => ExitCode::from(3),
    })
}

fn as_json(args: &VerifyArgs, checked: &Checked) -> String {
    let at = |at: Option<Instant>| at.map(|at| at.to_string());
    json!({
        "file": args.file.display().to_string(),
        "verdict": checked.verdict.word(),
        "key": checked.key.map(|key| key.to_string()),
        "title": checked.title,
        "holder": checked.holder,
        "issuer": checked.issuer,
        "from": at(checked.from),
        "until": at(checked.until),
        "list": checked.place.as_ref().map(|place| &place.list),
        "asked": at(checked.asked),
    })
    .to_string()
}

/// What it is worth; and what it says, unless somebody else has said that.
fn in_words(lang: Lang, checked: &Checked) -> String {
    let say = |key: &str, name: &'static str, value: String| i18n::t(lang, key, &[(name, value.into())]);
    let day = |at: Instant| i18n::day(lang, local(at, USUAL_OFFSET_MINUTES).date());
    let mut lines = vec![i18n::t(lang, &format!("badges-is-{}", checked.verdict.word()), &[])];
    if checked.verdict == Verdict::Altered {
        return lines.concat();
    }
    let texts = [
        ("badges-line-title", &checked.title),
        ("badges-line-holder", &checked.holder),
        ("badges-line-issuer", &checked.issuer),
    ];
    for (key, text) in texts {
        lines.extend(text.as_ref().map(|text| say(key, "text", plain(text))));
    }
    for (key, at) in [("badges-line-from", checked.from), ("badges-line-until", checked.until)] {
        lines.extend(at.map(|at| say(key, "day", day(at))));
    }
    lines.extend(checked.key.map(|key| say("badges-line-key", "key", key.to_string())));
    match (checked.asked, &checked.place) {
        (Some(at), _) => lines.push(say("badges-line-asked", "day", day(at))),
        (None, Some(place)) => lines.push(say("badges-line-not-asked", "address", plain(&place.list))),
        (None, None) => {}
    }
    lines.join("\n")
}
