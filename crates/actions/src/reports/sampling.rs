//! Sample papers on which an edited body is tried: a usual one, and the worst that may come.

use super::caption;
use crate::formsets::{answered, label};
use crate::observations::blocks;
use documents::observations;
use documents::orders::Named;
use documents::reports as printed;
use documents::{Both, Check, Paper, Reference, School};
use domain::Day;
use domain::formsets::Kind as FormKind;
use domain::observations::Content;
use domain::reports::{Asked, Field, Form, Kind, Signer, Term, Version, What};
use i18n::{Lang, t};
use jiff::ToSpan;

/// Code of a paper that is none.
const CODE: &str = "0000-0000";
/// The longest lists and names that a report must survive.
const WORST_LINES: usize = 40;
const WORST_LETTERS: usize = 120;

/// How much the sample holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sample {
    /// A few lines of each list.
    Usual,
    /// As many lines and letters as may come, and nobody has signed.
    Worst,
}

/// The lists that reports of a kind have, in their order.
pub fn lists_of(kind: Kind) -> Vec<What> {
    let of_pairs = [What::Pairs, What::NotMet, What::NoPlan, What::Ended, What::InTime];
    let of_both = [What::Observations, What::Visits];
    let lists = What::ALL.into_iter().filter(|what| match kind {
        Kind::Note => of_pairs.contains(what) || of_both.contains(what),
        Kind::Newcomer => !of_pairs.contains(what),
        Kind::Mentor => !of_pairs.contains(what) && *what != What::Easier,
    });
    lists.collect()
}

fn named(name: &str, sample: Sample) -> Named {
    let name = match sample {
        Sample::Usual => name.to_owned(),
        Sample::Worst => "Әң".repeat(WORST_LETTERS / 2),
    };
    Named {
        name, post: Both::new("математика мұғалімі", "учитель математики")
    }
}

/// What stands on every sample, in a version of its form.
pub(crate) fn heading_of_sample(version: Version, today: Day, address: &str) -> Paper {
    let both = |key: &str| Both::new(t(Lang::Kk, key, &[]), t(Lang::Ru, key, &[]));
    Paper {
        school: School {
            name: both("reports-sample-school"),
            locality: both("reports-sample-place"),
            bin: "000000000000".to_owned(),
        },
        school_year: i18n::school_year(today.year()),
        number: "1".to_owned(),
        date: today,
        template_version: version.to_string(),
        check: Check { code: CODE.to_owned(), address: format!("{address}/verify/{CODE}") },
    }
}

/// An invented person.
pub(crate) fn person_of_sample(name: &str) -> Named {
    named(name, Sample::Usual)
}

/// An answer that fits a question.
pub(crate) fn answer_of_sample(field: &Field, (lang, today): (Lang, Day)) -> String {
    match field.asked {
        Asked::Text | Asked::Line => t(lang, "reports-sample-words", &[]),
        Asked::Number => "12".to_owned(),
        Asked::Choice => answered(lang, field, "1"),
        Asked::Day => i18n::day(lang, today),
    }
}

/// A report of a form with invented people, of a school that is none.
pub(super) fn report(
    (kind, form): (Kind, &Form),
    sample: Sample,
    (lang, today): (Lang, Day),
    address: &str,
) -> printed::Report {
    let title = format!("reports-kind-{}-{}", kind.word(), Term::Half.word());
    let pair = |name: &str| kind.is_of_pair().then(|| named(name, sample));
    printed::Report {
        paper: heading_of_sample(form.version, today, address),
        title: t(lang, &title, &[]),
        by_law: false,
        draft: true,
        period: (today.saturating_sub(60.days()), today),
        novice: pair("Сәтбаева Дана Мейірқызы"),
        mentor: pair("Нұрбаева Айгүл Сайлауқызы"),
        order: kind.is_of_pair().then(|| Reference { number: "131-к".to_owned(), date: today }),
        lists: lists_of(kind).into_iter().map(|what| list(what, sample, lang, today)).collect(),
        answers: form.fields.iter().map(|field| answer(field, sample, (lang, today))).collect(),
        signatures: form.places().map(|(_, signer)| signature(signer, sample, lang)).collect(),
    }
}

/// The sheet of a lesson of a form, likewise.
pub(super) fn sheet(
    (kind, form): (FormKind, &Form),
    sample: Sample,
    (lang, today): (Lang, Day),
    address: &str,
) -> observations::Sheet {
    let line = t(lang, "reports-sample-line", &[]);
    let words = t(lang, "reports-sample-words", &[]);
    let (line, words) = match sample {
        Sample::Usual => (line, words),
        Sample::Worst => (line.repeat(12), words.repeat(30)),
    };
    let answer = |field: &Field| {
        let answer = answer(field, sample, (lang, today));
        (answer.label, answer.text)
    };
    let kind = match kind {
        FormKind::Visit => observations::Kind::Visit,
        FormKind::Control => observations::Kind::Control,
        _ => observations::Kind::Developmental,
    };
    let marks = kind != observations::Kind::Visit;
    observations::Sheet {
        paper: heading_of_sample(form.version, today, address),
        kind,
        observed: named("Сәтбаева Дана Мейірқызы", sample),
        observer: named("Нұрбаева Айгүл Сайлауқызы", sample),
        facts: vec![(t(lang, "observations-topic", &[]), line)],
        blocks: if marks { blocks(lang, &Content::default()) } else { Vec::new() },
        total: None,
        notes: std::iter::once((t(lang, "observations-saw", &[]), words))
            .chain(form.fields.iter().map(answer))
            .collect(),
        read: None,
        version: 1,
    }
}

fn list(what: What, sample: Sample, lang: Lang, today: Day) -> printed::List {
    let has_minutes =
        matches!(what, What::Meetings | What::Contacts | What::Observations | What::Visits | What::Together);
    let text = t(lang, "reports-sample-line", &[]);
    let line = |text: String| printed::Line { day: Some(today), text, minutes: has_minutes.then_some(30) };
    let lines = match sample {
        Sample::Usual => vec![line(text.clone()), line(text)],
        Sample::Worst => (0..WORST_LINES).map(|_| line(text.repeat(6))).collect(),
    };
    let minutes = has_minutes.then(|| 30 * u32::try_from(lines.len()).unwrap_or_default());
    printed::List { key: what.word().to_owned(), caption: caption(lang, what), minutes, lines }
}

fn answer(field: &Field, sample: Sample, (lang, today): (Lang, Day)) -> printed::Answer {
    let words = answer_of_sample(field, (lang, today));
    printed::Answer {
        key: field.key.clone(),
        label: label(lang, &field.label).clone(),
        by_law: false,
        text: match sample {
            Sample::Usual => words,
            Sample::Worst => words.repeat(30),
        },
    }
}

fn signature(signer: Signer, sample: Sample, lang: Lang) -> printed::Signature {
    let given = (sample == Sample::Usual && signer == Signer::Author).then(|| printed::Given {
        name: "Нұрбаева Айгүл Сайлауқызы".to_owned(),
        when: "12:00".to_owned(),
        hash: "0".repeat(16),
    });
    printed::Signature { place: t(lang, &format!("reports-signer-{}", signer.word()), &[]), given }
}
