//! How the file is to be read where the guess is not right: the same choices as on the page.

use super::{ImportArgs, Unusable, say};
use actions::rosters::{
    DateOrder, Encoding, Field, Guess, Options, Separator, field_of, field_word, fields_of,
};
use clap::Args;
use domain::rosters::Kind;
use domain::rosters::staff::{FAMILY, GIVEN, HIRED_ON, PATRONYMIC};
use std::collections::{BTreeMap, BTreeSet};
use web::rosters::words;

/// What is said of the file instead of the guess.
#[derive(Args)]
pub(super) struct ReadingArgs {
    /// Encoding of a text file instead of the guess: `KZ-1048`
    #[arg(long)]
    encoding: Option<String>,
    /// Separator of a text file instead of the guess: `semicolon`, `tab`, `comma` or `bar`
    #[arg(long)]
    separator: Option<String>,
    /// Sheet of a workbook instead of the guess; of a zip for several schools: `users.csv: NAME OF THE SCHOOL`
    #[arg(long)]
    sheet: Option<String>,
    /// Line with the headers instead of the guess, from 1
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1..))]
    header_line: Option<u32>,
    /// What a column holds, `none` to leave it out: `--column "Педагог=full-name"`; may be repeated
    #[arg(long, value_name = "HEADER=FIELD")]
    column: Vec<String>,
    /// Which number of 05/09/2026 is the day: `day_first` or `month_first`
    #[arg(long)]
    date_order: Option<String>,
}

/// The column's word for «leave it out».
const NONE: &str = "none";

/// What was chosen instead of the guess.
pub(super) fn options(args: &ImportArgs, kind: Kind) -> Result<Options, Unusable> {
    let ReadingArgs { encoding, separator, sheet, header_line, date_order, .. } = &args.reading;
    Ok(Options {
        sheet: sheet.clone(),
        encoding: one_of(args, "--encoding", encoding.as_ref(), &Encoding::ALL, Encoding::name)?,
        separator: one_of(args, "--separator", separator.as_ref(), &Separator::ALL, words::separator_word)?,
        header_line: *header_line,
        date_order: one_of(
            args,
            "--date-order",
            date_order.as_ref(),
            &DateOrder::ALL,
            words::date_order_word,
        )?,
        columns: columns(args, kind)?,
    })
}

/// Fields in which the file wins over a correction by hand, by the words under which they are stored.
pub(super) fn file_wins(args: &ImportArgs, kind: Kind) -> Result<BTreeSet<String>, Unusable> {
    let mut stored = BTreeSet::new();
    for word in &args.deciding.file_wins {
        match field_of(kind, word) {
            Some(Field::FullName) => stored.extend([FAMILY, GIVEN, PATRONYMIC].map(str::to_owned)),
            Some(Field::HireDate) => stored.extend([HIRED_ON.to_owned()]),
            Some(_) => stored.extend([word.replace('-', "_")]),
            None => return Err(unknown(args, "--file-wins", word, fields_of(kind).iter().map(field_word))),
        }
    }
    Ok(stored)
}

/// The value of an option by its word, in any case.
fn one_of<T: Copy>(
    args: &ImportArgs,
    option: &str,
    chosen: Option<&String>,
    all: &[T],
    word: impl Fn(T) -> &'static str,
) -> Result<Option<T>, Unusable> {
    let Some(chosen) = chosen else { return Ok(None) };
    let found = all.iter().copied().find(|one| word(*one).eq_ignore_ascii_case(chosen));
    found.map(Some).ok_or_else(|| unknown(args, option, chosen, all.iter().map(|one| word(*one))))
}

fn columns(args: &ImportArgs, kind: Kind) -> Result<BTreeMap<String, Option<Field>>, Unusable> {
    let mut columns = BTreeMap::new();
    for pair in &args.reading.column {
        // A header may hold the sign itself; a field never does.
        let (header, word) = pair.rsplit_once('=').unwrap_or((pair, ""));
        let field = field_of(kind, word);
        if field.is_none() && word != NONE {
            let words = fields_of(kind).iter().map(field_word).chain([NONE.to_owned()]);
            return Err(unknown(args, "--column", word, words));
        }
        columns.insert(header.to_owned(), field);
    }
    Ok(columns)
}

/// A header that the file does not have is a slip of the hand: nothing is read past it.
pub(super) fn headers_are_there(args: &ImportArgs, options: &Options, guess: &Guess) -> Result<(), Unusable> {
    let there = |header: &String| guess.columns.iter().any(|column| column.key == *header);
    match options.columns.keys().find(|header| !there(header)) {
        Some(header) => {
            let headers = guess.columns.iter().map(|column| column.key.as_str());
            Err(unknown(args, "--column", header, headers))
        }
        None => Ok(()),
    }
}

/// Which options tell a file how to be read, said where it could not be read by the guess.
pub(super) fn ways_out(args: &ImportArgs, kind: Kind) -> String {
    let fields: Vec<String> = fields_of(kind).iter().map(field_word).collect();
    say(args, "rosters-command-ways-out", &[("fields", fields.join(", ").into())])
}

fn unknown(
    args: &ImportArgs,
    option: &str,
    name: &str,
    all: impl Iterator<Item = impl Into<String>>,
) -> Unusable {
    let names: Vec<String> = all.map(Into::into).collect();
    let with = [("option", option.into()), ("name", name.into()), ("names", names.join(", ").into())];
    Unusable::Setup(say(args, "rosters-command-unknown", &with))
}
