//! What an import says, in words: the same on the page, in the downloaded remarks and on the command line.

use actions::rosters::{DateOrder, Doubt, Guess, Message, Refused, Said, Separator, Severity};
use domain::people::Person;
use domain::rosters::{ApplyRefused, CREATED, LEFT_ON, taken};
use i18n::{Arg, Lang, t};
use jiff::civil::DateTime;

/// The sentence of a message: what is wrong, what to do.
pub fn message(lang: Lang, message: &Message) -> String {
    let said = |said: &Said| match said {
        Said::Number(number) => Arg::Number(*number),
        Said::Words(words) => Arg::Words(words.clone()),
        Said::Field(field) => Arg::Words(t(lang, &format!("rosters-field-{field}"), &[])),
    };
    let args: Vec<(&str, Arg)> = message.said.iter().map(|(name, value)| (*name, said(value))).collect();
    t(lang, &format!("rosters-problem-{}", message.word), &args)
}

/// One word for how grave it is.
pub const fn kind(message: &Message) -> &'static str {
    match (message.decision, message.severity) {
        (true, _) => "decision",
        (false, Severity::Error) => "error",
        (false, Severity::Warning) => "warning",
    }
}

/// Why a file is not read at all.
pub fn refused(lang: Lang, refused: &Refused) -> String {
    let words = |text: &str| Arg::Words(text.to_owned());
    let args = match refused {
        Refused::NotASet { file } => vec![("file", words(file))],
        Refused::NoColumnInSet { file, column } => vec![("file", words(file)), ("column", words(column))],
        _ => Vec::new(),
    };
    let word = match refused {
        Refused::TooLarge => "too_large",
        Refused::ZipBomb => "zip_bomb",
        Refused::NotATable => "not_a_table",
        Refused::Empty => "empty",
        Refused::Encrypted => "encrypted",
        Refused::Unreadable { .. } => "unreadable",
        Refused::NoSuchSheet => "no_such_sheet",
        Refused::LossyEncoding { .. } => "lossy_encoding",
        Refused::NotASet { .. } => "not_a_set",
        Refused::SeveralSets => "several_sets",
        Refused::NoColumnInSet { .. } => "no_column_in_set",
        Refused::NoLessonsInSet => "no_lessons_in_set",
    };
    t(lang, &format!("rosters-unreadable-{word}"), &args)
}

/// Somebody has a list in hand since a time of the school; nobody where it is the command line.
pub fn running(lang: Lang, by: Option<&Person>, since: DateTime) -> String {
    let name = by.map_or_else(|| t(lang, "rosters-command-line", &[]), |person| person.name.polite());
    t(lang, "rosters-running", &[("name", name.into()), ("since", i18n::time(since.time()).into())])
}

/// Why a step of an import is refused.
pub fn apply_refused(lang: Lang, why: &ApplyRefused) -> String {
    let (key, count) = match why {
        ApplyRefused::NotADraft => ("rosters-refused-not-draft", None),
        ApplyRefused::Undecided { count } => ("rosters-refused-undecided", Some(*count)),
        ApplyRefused::Faulty { count } => ("rosters-refused-faulty", Some(*count)),
        ApplyRefused::Brake { leaving } => ("rosters-refused-brake", Some(*leaving)),
        ApplyRefused::ShownOtherwise => ("rosters-refused-shown", None),
        ApplyRefused::Unready => ("rosters-refused-unready", None),
    };
    let args: Vec<(&str, Arg)> = count.map(|count| ("count", count.into())).into_iter().collect();
    t(lang, key, &args)
}

/// The word of a separator in forms, on the command line and in the keys of its name.
pub const fn separator_word(separator: Separator) -> &'static str {
    match separator {
        Separator::Semicolon => "semicolon",
        Separator::Comma => "comma",
        Separator::Tab => "tab",
        Separator::Bar => "bar",
    }
}

/// The word of an order of dates in forms, on the command line and in the keys of its name.
pub const fn date_order_word(order: DateOrder) -> &'static str {
    match order {
        DateOrder::DayFirst => "day_first",
        DateOrder::MonthFirst => "month_first",
    }
}

/// Cells whose letters were lost, each with its line.
pub fn lost(lang: Lang, refused: &Refused) -> Vec<String> {
    let Refused::LossyEncoding { cells } = refused else { return Vec::new() };
    let words = |text: &str| Arg::Words(text.to_owned());
    cells
        .iter()
        .map(|cell| {
            let line = Arg::Number(cell.line.into());
            let args = [("line", line), ("column", words(&cell.column)), ("value", words(&cell.value))];
            t(lang, "rosters-lossy-line", &args)
        })
        .collect()
}

/// What keeps a guess from being read: columns missing or claimed twice, letters in doubt.
pub fn unready(lang: Lang, guess: &Guess) -> Vec<String> {
    let say = |key: &str, found: &actions::rosters::Field| {
        let word = actions::rosters::field_word(found);
        t(lang, key, &[("field", Arg::Words(field(lang, &word)))])
    };
    let missing = guess.missing.iter().map(|found| say("rosters-missing", found));
    let twice = guess.twice.iter().map(|found| say("rosters-twice", found));
    missing.chain(twice).chain(doubts(lang, guess)).collect()
}

/// Which letters may be others, and which school is meant.
fn doubts(lang: Lang, guess: &Guess) -> Vec<String> {
    let say = |doubt: &Doubt| match doubt {
        Doubt::MayBeKz1048 { value } => {
            t(lang, "rosters-doubt-kz1048", &[("value", Arg::Words(value.clone()))])
        }
        Doubt::SeveralSchools { names } => {
            t(lang, "rosters-doubt-schools", &[("names", Arg::Words(names.join("; ")))])
        }
    };
    guess.doubts.iter().map(say).collect()
}

/// The name of a field, given by its word; a figure of a pupil carries its subject with it.
pub fn field(lang: Lang, word: &str) -> String {
    let word = taken::thing(word).unwrap_or(word);
    let tail = match word {
        "hired_on" => "hire-date".to_owned(),
        "born_on" => "birth-date".to_owned(),
        LEFT_ON => "left-on".to_owned(),
        CREATED => "created".to_owned(),
        _ => match word.strip_prefix("score:") {
            Some(subject) => {
                return format!("{}: {}", t(lang, "rosters-field-score", &[]), subject.trim_end_matches(':'));
            }
            None => word.replace('_', "-"),
        },
    };
    t(lang, &format!("rosters-field-{tail}"), &[])
}

/// The value of a field as people read it.
pub fn value(lang: Lang, field: &str, value: &str) -> String {
    if taken::thing(field).is_some() {
        let key = if taken::is_over(value) { "rosters-value-over" } else { "rosters-value-open" };
        return t(lang, key, &[]);
    }
    match field {
        "category" => t(lang, &format!("rosters-category-{value}"), &[]),
        "hired_on" | "born_on" | LEFT_ON => {
            value.parse().map_or_else(|_| value.to_owned(), |day| i18n::day(lang, day))
        }
        _ => value.to_owned(),
    }
}
