//! Reading a file and comparing it with what stands: the one path of preview, dry run and writing.

use super::{Guess, Message, messages, records, rows};
use domain::newcomers::is_first_time;
use domain::rosters::{Absent, Choices, Comparison, Counts, Fate, Kind, Row, Standing, Verdict, compare};
use domain::{Day, SchoolId};
use exchange::roster::{Opened, Options, Refused, Severity, open, read};
use std::collections::{BTreeMap, BTreeSet};
use store::Tx;

/// A file in memory.
#[derive(Clone, Copy, Debug)]
pub struct File<'a> {
    /// What the list is about.
    pub kind: Kind,
    /// Its name; empty for pasted cells.
    pub name: &'a str,
    /// Its bytes.
    pub bytes: &'a [u8],
}

impl File<'_> {
    /// Opens it with what was chosen instead of the guess.
    pub(super) fn open(&self, options: &Options) -> Result<Opened, Refused> {
        open(self.name, self.bytes, rows::kind(self.kind), options)
    }
}

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
    /// How many stood before.
    pub standing: usize,
    /// Names of records, for candidates of decisions.
    pub labels: BTreeMap<String, String>,
}

/// Reads a file and compares it with what stands. Writes nothing.
pub async fn assess(
    tx: &mut Tx,
    school: &SchoolId,
    file: &File<'_>,
    options: &Options,
    choices: &Choices,
    today: Day,
) -> store::Result<Assessed> {
    let opened = match file.open(options) {
        Ok(opened) => opened,
        Err(refused) => return Ok(Assessed::Refused(refused)),
    };
    let guess = Guess::from(&opened);
    // Letters that may be others are looked at by a person before anything is made of them.
    let doubtful = !guess.doubts.is_empty() && options.encoding.is_none();
    let Some(reading) = read(&opened).ok().filter(|_| !doubtful) else {
        return Ok(Assessed::Unready(Box::new(guess)));
    };
    let people = store::people::of_school(tx, school).await?;
    let (rows, unknown) = rows::of(&reading.records, &people, &opened);
    let standing = records::standing(tx, school, file.kind, today).await?;
    let elsewhere = match file.kind {
        Kind::Staff => store::rosters::emails_elsewhere(tx, school).await?,
        Kind::Pupils | Kind::Timetable => BTreeSet::new(),
    };
    let elsewhere = elsewhere.iter().map(|email| rows::email_key(email)).collect();
    let labels: BTreeMap<String, String> =
        standing.iter().map(|(record, label)| (record.id.clone(), label.clone())).collect();
    let standing: Vec<Standing> = standing.into_iter().map(|(record, _)| record).collect();
    let (rows, names): (Vec<Row>, Vec<String>) = rows.into_iter().unzip();
    let compared = compare(&rows, &standing, choices, &elsewhere);
    let counts = compared.counts(reading.stopped + unknown.len());
    let mut messages = messages(&reading.problems, &opened);
    messages.extend(unknown);
    messages.extend(rows.iter().zip(&names).zip(&compared.verdicts).filter_map(|((row, name), verdict)| {
        Message::of_verdict(row.line, name, verdict, opened.sheet.as_deref())
    }));
    messages.sort_by_key(|message| (message.severity != Severity::Error, message.line));
    let first_year = first_year(tx, school, today).await?;
    Ok(Assessed::Ready(Box::new(assessment(
        guess, messages, rows, names, compared, counts, labels, first_year,
    ))))
}

/// The school year in question: the programme's, else the one that runs or comes next.
async fn first_year(tx: &mut Tx, school: &SchoolId, today: Day) -> store::Result<i16> {
    let running = store::programmes::running(tx, school, today).await?;
    Ok(running.map_or_else(
        || if today.month() < 6 { today.year() - 1 } else { today.year() },
        |one| one.first_year,
    ))
}

#[expect(clippy::too_many_arguments, reason = "one place puts the parts together")]
fn assessment(
    guess: Guess,
    messages: Vec<Message>,
    rows: Vec<Row>,
    names: Vec<String>,
    compared: Comparison,
    counts: Counts,
    labels: BTreeMap<String, String>,
    first_year: i16,
) -> Assessment {
    let lines = rows.into_iter().zip(names).zip(compared.verdicts).map(|((row, label), verdict)| {
        let first_time = matches!(verdict, Verdict::Create | Verdict::Decide { .. })
            && is_first_time(&records::person_of(&row.values), first_year);
        Line { row, label, verdict, first_time }
    });
    let absent = compared.absent.into_iter().map(|absent| {
        let label = labels.get(&absent.id).cloned().unwrap_or_default();
        Absentee { absent, label }
    });
    Assessment {
        lines: lines.collect(),
        absent: absent.collect(),
        guess,
        messages,
        counts,
        standing: compared.standing,
        labels,
    }
}

impl Assessment {
    /// People who end with this import.
    pub fn leaving(&self) -> impl Iterator<Item = &Absentee> {
        self.absent.iter().filter(|one| one.absent.fate == Some(Fate::Leaves))
    }
}
