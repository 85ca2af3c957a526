//! How the file was read, every guess changeable.

use crate::layout::parts::Choice;
use crate::rosters::words::{self, date_order_word, separator_word};
use actions::rosters::{
    Assessed, Column, DateOrder, Encoding, Guess, Options, Separator, Shown, Usage, field_word, fields_of,
    is_not_kept, is_required,
};
use domain::rosters::Kind;
use i18n::{Arg, Lang, t};

/// The form.
pub(super) struct Reading {
    /// The guess in a sentence, for whoever confirms without opening the form; blank where nothing was read.
    pub(super) said: String,
    pub(super) sheets: Vec<Choice>,
    pub(super) encodings: Vec<Choice>,
    pub(super) separators: Vec<Choice>,
    pub(super) header_line: String,
    pub(super) date_orders: Vec<Choice>,
    pub(super) columns: Vec<ColumnRow>,
    /// Opened at once: the file cannot be read as guessed.
    pub(super) open: bool,
}

/// A column with what it is read as.
pub(super) struct ColumnRow {
    pub(super) key: String,
    pub(super) header: String,
    pub(super) samples: String,
    /// Nothing to choose where it holds passwords.
    pub(super) secret: bool,
    pub(super) choices: Vec<Choice>,
}

/// Where the file was refused there is no guess, but encoding and separator can still be chosen.
pub(super) fn of(lang: Lang, shown: &Shown) -> Option<Reading> {
    let (kind, options) = (shown.import.kind, &shown.options);
    match shown.assessed.as_ref()? {
        Assessed::Ready(ready) => Some(reading(lang, kind, &ready.guess, options, false)),
        Assessed::Unready(guess) => Some(reading(lang, kind, guess, options, true)),
        Assessed::Refused(_) => Some(Reading {
            said: String::new(),
            sheets: Vec::new(),
            encodings: encodings(options.encoding),
            separators: separators(lang, options.separator),
            header_line: options.header_line.map(|line| line.to_string()).unwrap_or_default(),
            date_orders: date_orders(lang, options),
            columns: Vec::new(),
            open: true,
        }),
    }
}

fn reading(lang: Lang, kind: Kind, guess: &Guess, options: &Options, open: bool) -> Reading {
    let sheet = guess.sheet.as_deref().unwrap_or_default();
    let sheets = guess.sheets.iter().map(|one| {
        let hidden = || t(lang, "rosters-sheet-hidden", &[("name", Arg::Words(one.name.clone()))]);
        let label = if one.hidden { hidden() } else { one.name.clone() };
        Choice::new(&*one.name, label).chosen_if(sheet)
    });
    let text = |text: bool, choices: Vec<Choice>| if text { choices } else { Vec::new() };
    Reading {
        said: [said(lang, guess), not_kept(lang, kind, guess)].join(" ").trim_end().to_owned(),
        sheets: sheets.collect(),
        encodings: text(guess.encoding.is_some(), encodings(guess.encoding)),
        separators: text(guess.separator.is_some(), separators(lang, guess.separator)),
        header_line: guess.header_line.to_string(),
        date_orders: date_orders(lang, options),
        columns: guess
            .columns
            .iter()
            .enumerate()
            .map(|(at, one)| column(lang, kind, guess, options, at, one))
            .collect(),
        open,
    }
}

/// The sheet of a workbook, or the encoding and the separator of a text, and where the headers stand.
fn said(lang: Lang, guess: &Guess) -> String {
    let line = ("line", Arg::Words(guess.header_line.to_string()));
    match (&guess.sheet, guess.encoding, guess.separator) {
        (Some(sheet), ..) => t(lang, "rosters-read-sheet", &[("sheet", Arg::Words(sheet.clone())), line]),
        (None, Some(encoding), Some(separator)) => {
            let separator = t(lang, &format!("rosters-separator-{}", separator_word(separator)), &[]);
            let encoding = ("encoding", Arg::Words(encoding.name().to_owned()));
            t(lang, "rosters-read-text", &[encoding, ("separator", Arg::Words(separator)), line])
        }
        _ => t(lang, "rosters-read-line", &[line]),
    }
}

/// Which columns are recognised though nobody keeps what stands in them; blank where there are none.
fn not_kept(lang: Lang, kind: Kind, guess: &Guess) -> String {
    let passing =
        |column: &&Column| matches!(&column.usage, Usage::Mapped(field) if is_not_kept(kind, field));
    let headers: Vec<&str> =
        guess.columns.iter().filter(passing).map(|column| column.header.as_str()).collect();
    if headers.is_empty() {
        return String::new();
    }
    t(lang, "rosters-columns-not-kept", &[("fields", Arg::Words(headers.join(", ")))])
}

fn encodings(chosen: Option<Encoding>) -> Vec<Choice> {
    let chosen = chosen.map_or("", Encoding::name);
    Encoding::ALL.map(|one| Choice::new(one.name(), one.name()).chosen_if(chosen)).into()
}

fn separators(lang: Lang, chosen: Option<Separator>) -> Vec<Choice> {
    let chosen = chosen.map_or("", separator_word);
    let choice = |one: Separator| {
        let word = separator_word(one);
        Choice::new(word, t(lang, &format!("rosters-separator-{word}"), &[])).chosen_if(chosen)
    };
    Separator::ALL.map(choice).into()
}

fn date_orders(lang: Lang, options: &Options) -> Vec<Choice> {
    let chosen = options.date_order.map_or("", date_order_word);
    let choice = |one: DateOrder| {
        let word = date_order_word(one);
        Choice::new(word, t(lang, &format!("rosters-date-order-{word}"), &[])).chosen_if(chosen)
    };
    DateOrder::ALL.map(choice).into()
}

fn column(lang: Lang, kind: Kind, guess: &Guess, options: &Options, at: usize, column: &Column) -> ColumnRow {
    let samples = guess.sample.iter().filter_map(|row| row.cells.get(at));
    let samples: Vec<&str> = samples.map(String::as_str).filter(|cell| !cell.is_empty()).collect();
    let guessed = match &column.usage {
        Usage::Mapped(field) => words::field(lang, &field_word(field)),
        Usage::Unknown | Usage::Ignored | Usage::Secret => t(lang, "rosters-column-unknown", &[]),
    };
    let chosen = match options.columns.get(&column.key) {
        None => "guess".to_owned(),
        Some(None) => "none".to_owned(),
        Some(Some(field)) => field_word(field),
    };
    let guessed = format!("{guessed} ({})", t(lang, "rosters-guess", &[]));
    let mut choices =
        vec![Choice::new("guess", guessed), Choice::new("none", t(lang, "rosters-column-unknown", &[]))];
    choices.extend(fields_of(kind).iter().map(|field| {
        let word = field_word(field);
        let mark = if is_required(kind, field) { " *" } else { "" };
        let label = format!("{}{mark}", words::field(lang, &word));
        Choice::new(word, label)
    }));
    ColumnRow {
        key: column.key.clone(),
        header: column.header.clone(),
        samples: samples.join(" · "),
        secret: column.usage == Usage::Secret,
        choices: choices.into_iter().map(|choice| choice.chosen_if(&chosen)).collect(),
    }
}
