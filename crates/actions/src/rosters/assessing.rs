//! Comparing a file that was read with what stands: the one path of preview, dry run and writing.

use super::parsing::{Parsed, Parts};
use super::{Guess, Message, records, rows};
use crate::accounts::hex;
use domain::newcomers::is_first_time;
use domain::people::Person;
use domain::rosters::{Absent, Choices, Comparison, Counts, Fate, Kind, Row, Standing, Verdict, compare};
use domain::{Day, SchoolId};
use exchange::roster::{Refused, Severity};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use store::{StoreError, Tx};

/// What a file turned out to be.
#[derive(Debug)]
pub enum Assessed {
    /// Cannot be read at all.
    Refused(Refused),
    /// Columns are missing or claimed twice, or the encoding is in doubt.
    Unready(Box<Guess>),
    /// Every line with what becomes of it.
    Ready(Box<Assessment>),
}

/// A line of the file with what becomes of it.
#[derive(Debug)]
pub struct Line {
    /// The row as read.
    pub row: Row,
    /// Who or what it is about, in words of the file.
    pub label: String,
    /// What becomes of it.
    pub verdict: Verdict,
    /// Starts as a teacher for the first time this school year (Law 293-VI Art. 1).
    pub first_time: bool,
}

/// Somebody whom the file does not name.
#[derive(Debug)]
pub struct Absentee {
    /// Who and what becomes of them.
    pub absent: Absent,
    /// The name.
    pub label: String,
}

/// The whole of it.
#[derive(Debug)]
pub struct Assessment {
    /// What was guessed of the file.
    pub guess: Guess,
    /// What is wrong or doubtful, by line.
    pub messages: Vec<Message>,
    /// Readable lines in the order of the file.
    pub lines: Vec<Line>,
    /// Who is not in the file; those who need a decision first.
    pub absent: Vec<Absentee>,
    /// How many lines become what.
    pub counts: Counts,
    /// An application writes something: a record, or that a line without keys is known from now on.
    pub writes: bool,
    /// How many stood before.
    pub standing: usize,
    /// Names of records, for candidates of decisions.
    pub labels: BTreeMap<String, String>,
    /// All of it in one word: who confirms sends it back, and nothing but what was shown is written (neg:N13).
    pub token: String,
}

/// What stands in the school, as far as a list touches it.
pub(super) struct Stands {
    kind: Kind,
    people: Vec<Person>,
    records: Vec<(Standing, String)>,
    /// Keys in use outside the school.
    elsewhere: BTreeSet<String>,
    first_year: i16,
}

impl Stands {
    pub(super) async fn load(tx: &mut Tx, school: &SchoolId, kind: Kind, today: Day) -> store::Result<Self> {
        let elsewhere = match kind {
            Kind::Staff => store::rosters::emails_elsewhere(tx, school).await?,
            Kind::Pupils | Kind::Timetable => BTreeSet::new(),
        };
        Ok(Self {
            kind,
            people: store::people::of_school(tx, school).await?,
            records: records::standing(tx, school, kind, today).await?,
            elsewhere: elsewhere.iter().map(|email| rows::email_key(email)).collect(),
            first_year: first_year(tx, school, today).await?,
        })
    }
}

/// Compares what was read with what stands. Writes nothing.
pub(super) fn assess(parsed: &Parsed, stands: &Stands, choices: &Choices) -> store::Result<Assessed> {
    Ok(match parsed {
        Parsed::Refused(refused) => Assessed::Refused(refused.clone()),
        Parsed::Unready(guess) => Assessed::Unready(guess.clone()),
        Parsed::Read(parts) => Assessed::Ready(Box::new(assessment(parts, stands, choices)?)),
    })
}

fn assessment(parts: &Parts, stands: &Stands, choices: &Choices) -> store::Result<Assessment> {
    // Whoever is not named among changes alone has not left, whatever was ticked.
    let full_list = choices.full_list && !parts.opened.only_changes;
    let choices = &Choices { full_list, ..choices.clone() };
    let (rows, unknown) = rows::of(&parts.reading.records, &stands.people, &parts.opened);
    let (rows, names): (Vec<Row>, Vec<String>) = rows.into_iter().unzip();
    let (standing, labels): (Vec<Standing>, Vec<String>) = stands.records.iter().cloned().unzip();
    let unread = rows::unread(&parts.reading.stopped, stands.kind, &stands.people, &standing);
    let compared = compare(&rows, &unread, &standing, choices, &stands.elsewhere);
    let counts = compared.counts(parts.reading.stopped.len() + unknown.len());
    let mut messages = parts.messages.clone();
    messages.extend(unknown);
    messages.extend(
        rows.iter()
            .zip(&names)
            .zip(&compared.verdicts)
            .filter_map(|((row, name), verdict)| Message::of_verdict(row.line, name, verdict, &parts.opened)),
    );
    messages.sort_by_key(|message| (message.severity != Severity::Error, message.line));
    let token = token(&rows, &compared, choices)?;
    let writes = counts.writes() > 0 || makes_known(&rows, &compared, &standing);
    let ids = standing.into_iter().map(|record| record.id);
    let labels: BTreeMap<String, String> = ids.zip(labels).collect();
    let standing = compared.standing;
    let (lines, absent) = in_words(rows, names, compared, &labels, stands.first_year);
    Ok(Assessment {
        guess: parts.guess.clone(),
        messages,
        lines,
        absent,
        counts,
        writes,
        standing,
        labels,
        token,
    })
}

/// True where a line without keys met a record by which it was not known before.
fn makes_known(rows: &[Row], compared: &Comparison, standing: &[Standing]) -> bool {
    let known: BTreeMap<&str, &[String]> =
        standing.iter().map(|record| (record.id.as_str(), record.keys.as_slice())).collect();
    rows.iter().zip(&compared.verdicts).any(|(row, verdict)| {
        let Verdict::Unchanged { id, .. } = verdict else { return false };
        let keys = known.get(id.as_str()).copied().unwrap_or_default();
        row.keys.iter().any(|key| key.starts_with(rows::IDENTITY) && !keys.contains(key))
    })
}

/// The hash of everything that would be written or left: equal counts are not enough, for two decisions may
/// have changed places.
fn token(rows: &[Row], compared: &Comparison, choices: &Choices) -> store::Result<String> {
    let lines: Vec<_> =
        rows.iter().zip(&compared.verdicts).map(|(row, verdict)| (row.line, &row.values, verdict)).collect();
    let shown = serde_json::to_vec(&(lines, &compared.absent, choices))
        .map_err(|_| StoreError::Unreadable("comparison of a list"))?;
    Ok(hex(&Sha256::digest(shown)))
}

/// The school year in question: the programme's, else the one that runs or comes next.
async fn first_year(tx: &mut Tx, school: &SchoolId, today: Day) -> store::Result<i16> {
    let running = store::programmes::running(tx, school, today).await?;
    Ok(running.map_or_else(
        || if today.month() < 6 { today.year() - 1 } else { today.year() },
        |one| one.first_year,
    ))
}

/// Lines and absent people with their names.
fn in_words(
    rows: Vec<Row>,
    names: Vec<String>,
    compared: Comparison,
    labels: &BTreeMap<String, String>,
    first_year: i16,
) -> (Vec<Line>, Vec<Absentee>) {
    let lines = rows.into_iter().zip(names).zip(compared.verdicts).map(|((row, label), verdict)| {
        let first_time = matches!(verdict, Verdict::Create | Verdict::Decide { .. })
            && is_first_time(&records::person_of(&row.values), first_year);
        Line { row, label, verdict, first_time }
    });
    let absent = compared.absent.into_iter().map(|absent| {
        let label = labels.get(&absent.id).cloned().unwrap_or_default();
        Absentee { absent, label }
    });
    (lines.collect(), absent.collect())
}

impl Assessment {
    /// People who end with this import.
    pub fn leaving(&self) -> impl Iterator<Item = &Absentee> {
        self.absent.iter().filter(|one| one.absent.fate == Some(Fate::Leaves))
    }
}
