//! Sample papers on which an edited body is tried: a usual one, the worst that may come, and the least. People and school are
//! invented; nothing is kept.

use super::{caption, figure};
use crate::formsets::{answered, label};
use crate::observations::blocks;
use documents::certificates::{self, Certificate};
use documents::observations;
use documents::orders::Named;
use documents::reports as printed;
use documents::{Both, Category, Check, Paper, Reference, School, orders, plans, thanks};
use domain::Day;
use domain::formsets::Kind as FormKind;
use domain::observations::Content;
use domain::reports::{Asked, Field, Figure, Form, Kind, Signer, Term, Version, What};
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
    /// Nothing that does not have to be there.
    Least,
}

/// The lists that reports of a kind have, in their order.
pub fn lists_of(kind: Kind) -> Vec<What> {
    let of_pairs = [What::Pairs, What::NotMet, What::NoPlan, What::Ended, What::InTime];
    let of_both = [What::Observations, What::Visits];
    let lists = What::ALL.into_iter().filter(|what| match kind {
        Kind::Peers => what.is_of_pupils(),
        _ if what.is_of_pupils() => false,
        Kind::Note => of_pairs.contains(what) || of_both.contains(what),
        Kind::Newcomer => !of_pairs.contains(what),
        Kind::Mentor => !of_pairs.contains(what) && *what != What::Easier,
    });
    lists.collect()
}

fn named(name: &str, sample: Sample) -> Named {
    let name = match sample {
        Sample::Usual | Sample::Least => name.to_owned(),
        Sample::Worst => "Әң".repeat(WORST_LETTERS / 2),
    };
    Named {
        name, post: Both::new("математика мұғалімі", "учитель математики")
    }
}

/// What stands on every sample, in a version of its form.
fn heading_of_sample(version: Version, today: Day, address: &str) -> Paper {
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

fn newcomer(sample: Sample) -> Named {
    named("Сәтбаева Дана Мейірқызы", sample)
}

fn mentor(sample: Sample) -> Named {
    named("Нұрбаева Айгүл Сайлауқызы", sample)
}

fn head(sample: Sample) -> Named {
    named("Ахметов Серік Болатұлы", sample)
}

/// As many of these as a sample has.
fn several<T: Clone>(one: &T, sample: Sample) -> Vec<T> {
    let count = match sample {
        Sample::Usual => 2,
        Sample::Worst => WORST_LINES,
        Sample::Least => 0,
    };
    vec![one.clone(); count]
}

/// A text under a key, as long as a sample has it; `longest` times in the worst one.
fn words(lang: Lang, key: &str, sample: Sample, longest: usize) -> String {
    let text = t(lang, key, &[]);
    match sample {
        Sample::Usual | Sample::Least => text,
        Sample::Worst => text.repeat(longest),
    }
}

/// An answer that fits a question.
fn answer_of_sample(field: &Field, (lang, today): (Lang, Day)) -> String {
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
    let term = kind.terms().first().copied().unwrap_or(Term::Year);
    let title = format!("reports-kind-{}-{}", kind.word(), term.word());
    printed::Report {
        paper: heading_of_sample(form.version, today, address),
        title: t(lang, &title, &[]),
        by_law: false,
        draft: true,
        period: (today.saturating_sub(60.days()), today),
        novice: kind.is_of_pair().then(|| newcomer(sample)),
        mentor: kind.is_of_pair().then(|| mentor(sample)),
        order: kind.is_of_pair().then(|| Reference { number: "131-к".to_owned(), date: today }),
        lists: lists_of(kind).into_iter().map(|what| list(what, sample, lang, today)).collect(),
        figures: figures(kind, sample, lang),
        answers: form.fields.iter().map(|field| answer(field, sample, (lang, today))).collect(),
        signatures: form.places().map(|(_, signer)| signature(signer, sample, lang)).collect(),
    }
}

/// The figures of a report that has any: those that hold most words.
fn figures(kind: Kind, sample: Sample, lang: Lang) -> Vec<String> {
    let all = match (kind, sample) {
        (Kind::Peers, Sample::Usual | Sample::Worst) => {
            vec![Figure::Belonging { pupils: 12, mean: 8, low: -3, high: 19 }, Figure::FewCases { least: 5 }]
        }
        _ => Vec::new(),
    };
    all.into_iter().map(|one| figure(lang, one)).collect()
}

/// The sheet of a lesson of a form, likewise.
pub(super) fn sheet(
    (kind, form): (FormKind, &Form),
    sample: Sample,
    (lang, today): (Lang, Day),
    address: &str,
) -> observations::Sheet {
    let line = words(lang, "reports-sample-line", sample, 12);
    let saw = words(lang, "reports-sample-words", sample, 30);
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
        observed: newcomer(sample),
        observer: mentor(sample),
        facts: vec![(t(lang, "observations-topic", &[]), line)],
        blocks: if marks { blocks(lang, &Content::default()) } else { Vec::new() },
        total: None,
        notes: std::iter::once((t(lang, "observations-saw", &[]), saw))
            .chain(form.fields.iter().map(answer))
            .collect(),
        read: None,
        version: 1,
    }
}

/// A plan of a form, likewise: its steps, and the goals of a development plan with what both have said of them.
pub(super) fn plan(
    (kind, form): (FormKind, &Form),
    sample: Sample,
    (lang, today): (Lang, Day),
    address: &str,
) -> plans::Plan {
    let text = words(lang, "reports-sample-line", sample, 6);
    let by_law = kind == FormKind::Work;
    let line = plans::Line {
        area: t(lang, "plans-area-planning", &[]),
        text: text.clone(),
        result: text.clone(),
        whose: t(lang, "plans-whose-both", &[]),
        due: today,
        done: None,
    };
    let goal = plans::Goal { seen: text.clone(), text, by: today, state: t(lang, "goals-state-open", &[]) };
    let review = plans::Review {
        season: t(lang, "difficulties-season-january", &[]),
        who: mentor(sample).name,
        words: words(lang, "reports-sample-words", sample, 30),
    };
    let of_own = |sample: Sample| if by_law { Sample::Least } else { sample };
    let answers = form.fields.iter().map(|field| answer(field, sample, (lang, today)));
    plans::Plan {
        paper: heading_of_sample(form.version, today, address),
        kind: if by_law { plans::Kind::Work } else { plans::Kind::Development },
        order: (sample != Sample::Least).then(|| Reference { number: "131-к".to_owned(), date: today }),
        novice: newcomer(sample),
        mentor: (by_law || sample != Sample::Least).then(|| mentor(sample)),
        head: by_law.then(|| head(sample)),
        lines: several(&line, sample),
        goals: several(&goal, of_own(sample)),
        reviews: several(&review, of_own(sample)),
        answers: answers
            .map(|answer| (answer.label, answer.text))
            .filter(|(_, words)| !words.is_empty())
            .collect(),
        signatures: Vec::new(),
    }
}

/// The letter that is made of closing words, likewise.
pub(super) fn letter(
    form: &Form,
    sample: Sample,
    (lang, today): (Lang, Day),
    address: &str,
) -> thanks::Thanks {
    let said = sample != Sample::Least;
    thanks::Thanks {
        paper: heading_of_sample(form.version, today, address),
        mentor: mentor(sample),
        novice: newcomer(sample),
        head: said.then(|| head(sample)),
        from: today.saturating_sub(200.days()),
        to: today,
        meetings: if said { 23 } else { 0 },
        words: said.then(|| words(lang, "reports-sample-words", sample, 30)),
    }
}

/// The certificate of a mentor, likewise.
pub(super) fn certificate(
    form: &Form,
    sample: Sample,
    (_, today): (Lang, Day),
    address: &str,
) -> Certificate {
    let said = sample != Sample::Least;
    Certificate {
        paper: heading_of_sample(form.version, today, address),
        holder: mentor(sample),
        head: said.then(|| head(sample)),
        begun: today.saturating_sub(100.days()),
        from: today,
        until: today.saturating_add(3.years()),
        programme: certificates::Programme { cases: 1, replies: 2, minutes: 26 * 60 },
        minutes: if said { 30 * 60 } else { 0 },
    }
}

/// An order, likewise: one that assigns mentors, and in the least sample one that ends their work.
pub(super) fn order(form: &Form, sample: Sample, (_, today): (Lang, Day), address: &str) -> orders::Order {
    let assigns = sample != Sample::Least;
    let subject = || assigns.then(|| Both::new("математика", "математика"));
    let line = orders::Line {
        novice: orders::Novice { person: newcomer(sample), subject: subject(), hired: today },
        mentor: orders::Mentor {
            person: mentor(sample),
            category: assigns.then_some(Category::Moderator),
            subject: subject(),
        },
        from: today,
        to: today.saturating_add(200.days()),
        origin: if assigns { orders::Origin::Chosen } else { orders::Origin::EndEarly },
    };
    let former = Reference { number: "98-к".to_owned(), date: today };
    orders::Order {
        paper: heading_of_sample(form.version, today, address),
        kind: if assigns { orders::Kind::Confirming(Some(former)) } else { orders::Kind::Ending(None) },
        basis: orders::Basis {
            minutes: assigns.then(|| orders::Minutes {
                council: orders::Council::Pedagogical,
                reference: Reference { number: "2".to_owned(), date: today },
            }),
            consents: assigns,
        },
        lines: if assigns { several(&line, sample) } else { vec![line] },
        supplement: assigns
            .then(|| orders::Supplement { percent: 100, payer: Both::new("мектеп", "школа") }),
        controlling: assigns.then(|| head(sample)),
        head: head(sample),
        signed: None,
        acquainted: vec![mentor(sample), newcomer(sample)],
    }
}

fn list(what: What, sample: Sample, lang: Lang, today: Day) -> printed::List {
    let has_minutes = matches!(
        what,
        What::Meetings
            | What::Contacts
            | What::Observations
            | What::Visits
            | What::Together
            | What::PeerPairs
    );
    let text = words(lang, "reports-sample-line", sample, 6);
    let line = printed::Line { day: Some(today), text, minutes: has_minutes.then_some(30) };
    let lines = several(&line, sample);
    let counted = has_minutes && !lines.is_empty();
    let minutes = counted.then(|| 30 * u32::try_from(lines.len()).unwrap_or_default());
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
            Sample::Least => String::new(),
        },
    }
}

fn signature(signer: Signer, sample: Sample, lang: Lang) -> printed::Signature {
    let given = (sample == Sample::Usual && signer == Signer::Author).then(|| printed::Given {
        name: mentor(sample).name,
        when: "12:00".to_owned(),
        hash: "0".repeat(16),
    });
    printed::Signature { place: t(lang, &format!("reports-signer-{}", signer.word()), &[]), given }
}
