//! Lines of a file, and people who are not in it, as the page shows them.

use crate::layout::parts::{Choice, Filter};
use crate::rosters::words;
use actions::rosters::{Absentee, Assessment, Line, Message};
use domain::people::plain_letters;
use domain::rosters::{Asked, Change, Choices, Fate, Verdict, Why};
use i18n::{Arg, Lang, t};
use std::collections::BTreeMap;

/// Which lines are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum View {
    /// What is wrong, what changes, what is made.
    All,
    /// What needs a decision.
    Decision,
    /// What is wrong.
    Error,
    /// What changes.
    Update,
    /// What is made.
    Create,
    /// Who is not in the file.
    Absent,
    /// What stays.
    Unchanged,
}

impl View {
    const EACH: [Self; 7] =
        [Self::All, Self::Decision, Self::Error, Self::Update, Self::Create, Self::Absent, Self::Unchanged];

    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Decision => "decision",
            Self::Error => "error",
            Self::Update => "update",
            Self::Create => "create",
            Self::Absent => "absent",
            Self::Unchanged => "unchanged",
        }
    }

    pub(super) fn from_word(word: &str) -> Self {
        Self::EACH.into_iter().find(|view| view.word() == word).unwrap_or(Self::All)
    }

    const fn icon(self) -> &'static str {
        match self {
            Self::All => "list-check",
            Self::Decision => "help-circle",
            Self::Error => "alert-circle",
            Self::Update => "writing-sign",
            Self::Create => "plus",
            Self::Absent => "user",
            Self::Unchanged => "minus",
        }
    }
}

/// A field before and after.
pub(super) struct Field {
    pub(super) name: String,
    pub(super) before: String,
    pub(super) after: String,
}

impl Field {
    pub(super) fn of(lang: Lang, change: &Change) -> Self {
        let value = |value: &Option<String>| {
            value.as_ref().map(|value| words::value(lang, &change.field, value)).unwrap_or_default()
        };
        let after = if change.after.is_none() { "–".to_owned() } else { value(&change.after) };
        Self { name: words::field(lang, &change.field), before: value(&change.before), after }
    }
}

/// One line of the table.
pub(super) struct Row {
    pub(super) line: String,
    pub(super) who: String,
    pub(super) look: &'static str,
    pub(super) icon: &'static str,
    pub(super) word: String,
    pub(super) fields: Vec<Field>,
    pub(super) notes: Vec<String>,
    pub(super) first_time: bool,
}

impl Row {
    /// True where what was typed stands in the name, or in what is said of the line.
    pub(super) fn is_found_by(&self, search: &str) -> bool {
        let search = plain_letters(search);
        let has = |text: &String| plain_letters(text).contains(&search);
        let in_fields = || self.fields.iter().any(|field| has(&field.before) || has(&field.after));
        has(&self.who) || self.notes.iter().any(has) || in_fields()
    }
}

/// A line that needs a decision.
pub(super) struct Question {
    pub(super) name: String,
    pub(super) title: String,
    pub(super) why: String,
    pub(super) answers: Vec<Choice>,
}

/// Somebody whom the full list does not name and who does not leave unasked.
pub(super) struct Ask {
    pub(super) name: String,
    pub(super) label: String,
    pub(super) why: String,
    pub(super) fate: Option<Fate>,
}

impl Ask {
    pub(super) fn stays(&self) -> bool {
        self.fate == Some(Fate::Stays)
    }

    pub(super) fn leaves(&self) -> bool {
        self.fate == Some(Fate::Leaves)
    }
}

fn row(line: String, who: String, verdict: &str) -> Row {
    let (look, icon) = match verdict {
        "create" => ("done", "plus"),
        "update" => ("act", "writing-sign"),
        "decision" => ("soon", "help-circle"),
        "error" => ("bad", "alert-circle"),
        "warning" => ("soon", "alert-triangle"),
        _ => ("", "minus"),
    };
    let word = format!("rosters-verdict-{verdict}");
    Row { line, who, look, icon, word, fields: Vec::new(), notes: Vec::new(), first_time: false }
}

/// Errors first, then changes and what is made; what stays is shown on demand.
pub(super) fn rows(lang: Lang, assessment: &Assessment, view: View) -> Vec<Row> {
    let mut rows = Vec::new();
    if matches!(view, View::All | View::Error) {
        let troubles = assessment.messages.iter().filter(|message| !message.decision);
        rows.extend(troubles.map(|message| of_message(lang, message)));
    }
    let of = |wanted: fn(&Verdict) -> bool| assessment.lines.iter().filter(move |line| wanted(&line.verdict));
    if view == View::Decision {
        rows.extend(of(|verdict| matches!(verdict, Verdict::Decide { .. })).map(|line| of_line(lang, line)));
    }
    if matches!(view, View::All | View::Update) {
        rows.extend(of(|verdict| matches!(verdict, Verdict::Update { .. })).map(|line| of_line(lang, line)));
    }
    if matches!(view, View::All | View::Create) {
        rows.extend(of(|verdict| matches!(verdict, Verdict::Create)).map(|line| of_line(lang, line)));
    }
    if view == View::Unchanged {
        let stays = |verdict: &Verdict| matches!(verdict, Verdict::Unchanged { .. } | Verdict::Skipped);
        rows.extend(of(stays).map(|line| of_line(lang, line)));
    }
    if view == View::Absent {
        rows.extend(assessment.absent.iter().map(|one| {
            let leaves = one.absent.fate == Some(Fate::Leaves);
            let word = if leaves { "rosters-decide-leaves" } else { "rosters-decide-stays" };
            Row { word: word.to_owned(), ..row("–".to_owned(), one.label.clone(), "unchanged") }
        }));
    }
    rows
}

fn of_message(lang: Lang, message: &Message) -> Row {
    let verdict = words::kind(message);
    let what = match &message.column {
        Some(column) => format!("{column}: {}", message.value),
        None => message.value.clone(),
    };
    let notes = vec![words::message(lang, message)];
    Row { notes, ..row(message.line.to_string(), what, verdict) }
}

fn of_line(lang: Lang, line: &Line) -> Row {
    let number = line.row.line.to_string();
    let kept = |kept: &[Change]| {
        let say = |change: &Change| {
            let field = Field::of(lang, change);
            let value = format!("{}, {}", field.name, field.before);
            t(lang, "rosters-kept", &[("value", Arg::Words(value))])
        };
        kept.iter().map(say).collect()
    };
    let shown = |change: &&Change| change.field != "class_key";
    let plain = |verdict: &str| row(number.clone(), line.label.clone(), verdict);
    let drawn = match &line.verdict {
        Verdict::Create => Row { notes: vec![told(lang, line)], ..plain("create") },
        Verdict::Update { changes, kept: stays, .. } => Row {
            fields: changes.iter().filter(shown).map(|change| Field::of(lang, change)).collect(),
            notes: kept(stays),
            ..plain("update")
        },
        Verdict::Unchanged { kept: stays, .. } => Row { notes: kept(stays), ..plain("unchanged") },
        Verdict::Decide { .. } => plain("decision"),
        Verdict::Skipped => plain("skipped"),
        Verdict::Fault(_) => plain("error"),
    };
    Row { first_time: line.first_time, ..drawn }
}

/// What somebody new is, in one line.
fn told(lang: Lang, line: &Line) -> String {
    const TOLD: [&str; 6] = ["subject", "category", "hired_on", "email", "class", "room"];
    let values = TOLD.iter().filter_map(|field| Some((field, line.row.values.get(*field)?)));
    values.map(|(field, value)| words::value(lang, field, value)).collect::<Vec<_>>().join(", ")
}

pub(super) fn tally(lang: Lang, assessment: &Assessment, view: View, here: &str) -> Vec<Filter> {
    let counts = &assessment.counts;
    let troubles = assessment.messages.iter().filter(|message| !message.decision).count();
    let count = |view: View| match view {
        View::All => assessment.lines.len() + counts.error,
        View::Decision => counts.decision,
        View::Error => troubles,
        View::Update => counts.update,
        View::Create => counts.create,
        View::Absent => counts.absent,
        View::Unchanged => counts.unchanged + counts.skipped,
    };
    let filter = |each: View| Filter {
        href: format!("{here}?show={}#lines", each.word()),
        icon: each.icon(),
        count: count(each),
        label: t(lang, &format!("rosters-show-{}", each.word()), &[]),
        current: each == view,
    };
    View::EACH.into_iter().filter(|each| *each == View::All || count(*each) > 0).map(filter).collect()
}

pub(super) fn questions(lang: Lang, assessment: &Assessment) -> Vec<Question> {
    let question = |line: &Line| {
        let Verdict::Decide { why, candidates, lines } = &line.verdict else { return None };
        let name_of = |id: &String| assessment.labels.get(id).cloned().unwrap_or_default();
        let mut answers: Vec<Choice> = candidates
            .iter()
            .map(|id| {
                let label = t(lang, "rosters-decide-same", &[("name", Arg::Words(name_of(id)))]);
                Choice::new(format!("same:{id}"), label)
            })
            .collect();
        if *why != Why::OtherName {
            answers.push(Choice::new("new", t(lang, "rosters-decide-new", &[])));
        }
        answers.push(Choice::new("skip", t(lang, "rosters-decide-skip", &[])));
        let number = [("line", line.row.line.into())];
        Some(Question {
            name: format!("line-{}", line.row.line),
            title: format!("{}. {}", t(lang, "rosters-line", &number), line.label),
            why: match why {
                Why::Namesakes => {
                    let other = lines.first().copied().unwrap_or_default();
                    t(lang, "rosters-why-namesakes", &[("other", other.into())])
                }
                Why::SameName => t(lang, "rosters-why-same-name", &[]),
                Why::OtherName => {
                    let name = candidates.first().map(name_of).unwrap_or_default();
                    t(lang, "rosters-why-other-name", &[("name", Arg::Words(name))])
                }
            },
            answers,
        })
    };
    assessment.lines.iter().filter_map(question).collect()
}

pub(super) fn asks(lang: Lang, assessment: &Assessment) -> Vec<Ask> {
    let ask = |one: &Absentee| {
        let why = match one.absent.asked? {
            Asked::Pair => t(lang, "rosters-absent-asks", &[]),
            Asked::Line(line) => t(lang, "rosters-absent-line", &[("line", line.into())]),
        };
        let name = format!("absent-{}", one.absent.id);
        Some(Ask { name, label: one.label.clone(), why, fate: one.absent.fate })
    };
    assessment.absent.iter().filter_map(ask).collect()
}

/// Fields in which a correction by hand and the file disagree, or in which the file was told to win.
pub(super) fn file_wins(lang: Lang, assessment: &Assessment, choices: &Choices) -> Vec<Choice> {
    let mut fields: BTreeMap<&str, bool> =
        choices.file_wins.iter().map(|field| (field.as_str(), true)).collect();
    for line in &assessment.lines {
        if let Verdict::Update { kept, .. } | Verdict::Unchanged { kept, .. } = &line.verdict {
            for change in kept {
                fields.entry(&change.field).or_insert(false);
            }
        }
    }
    let choice =
        |(field, chosen): (&str, bool)| Choice { chosen, ..Choice::new(field, words::field(lang, field)) };
    fields.into_iter().map(choice).collect()
}
