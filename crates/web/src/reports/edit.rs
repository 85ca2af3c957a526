//! The body of a form and who signs it: edited, looked at on a sample, put in force from a day (feat:F1).

use super::{EditPath, FormsPath, label};
use crate::errors::refused;
use crate::files::shown;
use crate::forms::Fields;
use crate::formsets::ShowPath as FormPath;
use crate::layout::Shell;
use crate::layout::parts::Choice;
use crate::limits::{Danger, Guard};
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::reports::{
    Editing, New, NotEdited, NotLaidOut, Shape, Stopped, Trouble, Why, caption, editing, lists_of, preview,
    put_in_force,
};
use axum::extract::RawQuery;
use axum::http::StatusCode;
use axum::response::Response;
use domain::Day;
use domain::formsets::Kind;
use domain::reports::{Edition, EditionRefused, Form, Kind as Report, MOST_BODY, Signer, Term};
use i18n::Lang;

/// Most things that are told of a wrong body at once.
const MOST_TOLD: usize = 5;

/// What a body may name, and the tail of its text key.
const NAMES: [(&str, &str); 10] = [
    ("#basis()", "basis"),
    ("#period()", "period"),
    ("#people()", "people"),
    ("#totals()", "totals"),
    ("#answers()", "answers"),
    ("#lists()", "lists"),
    ("#own.title", "own-title"),
    ("#own.from, #own.until", "own-period"),
    ("#own.novice.name, #own.novice.post", "own-novice"),
    ("#own.mentor.name, #own.mentor.post", "own-mentor"),
];

/// The same of the sheet of a lesson.
const NAMES_OF_SHEET: [(&str, &str); 7] = [
    ("#basis()", "sheet-basis"),
    ("#people()", "sheet-people"),
    ("#lesson()", "sheet-lesson"),
    ("#criteria()", "sheet-criteria"),
    ("#notes()", "sheet-notes"),
    ("#reply()", "sheet-reply"),
    ("#own.observed.name, #own.observer.name", "sheet-names"),
];

/// The same of a plan.
const NAMES_OF_PLAN: [(&str, &str); 8] = [
    ("#basis()", "plan-basis"),
    ("#order()", "plan-order"),
    ("#people()", "plan-people"),
    ("#goals-above()", "plan-goals"),
    ("#steps()", "plan-steps"),
    ("#reviews()", "plan-reviews"),
    ("#answers()", "plan-answers"),
    ("#own.novice.name, #own.mentor.name", "plan-names"),
];

/// The same of the letter that is made of closing words.
const NAMES_OF_LETTER: [(&str, &str); 6] = [
    ("#basis()", "closing-basis"),
    ("#gratitude()", "closing-gratitude"),
    ("#meetings()", "closing-meetings"),
    ("#word()", "closing-word"),
    ("#wish()", "closing-wish"),
    ("#own.mentor.name, #own.novice.name", "closing-names"),
];

/// The same of an order.
const NAMES_OF_ORDER: [(&str, &str); 9] = [
    ("#basis()", "order-basis"),
    ("#clauses()", "order-clauses"),
    ("#assigned()", "order-assigned"),
    ("#pairs()", "order-pairs"),
    ("#term()", "order-term"),
    ("#supplement()", "order-supplement"),
    ("#former()", "order-former"),
    ("#control()", "order-control"),
    ("#own.head.name, #own.head.post", "order-head"),
];

/// The same of the certificate of a mentor.
const NAMES_OF_CERTIFICATE: [(&str, &str); 6] = [
    ("#basis()", "certificate-basis"),
    ("#passed()", "certificate-passed"),
    ("#programme()", "certificate-programme"),
    ("#hours()", "certificate-hours"),
    ("#term()", "certificate-term"),
    ("#own.holder.name, #own.holder.post", "certificate-holder"),
];

/// What any body may name.
const NAMES_OF_ALL: [(&str, &str); 3] =
    [("#facts.paper.number, #facts.paper.date", "paper"), ("#facts.lang", "lang"), ("#colbreak()", "break")];

/// What a body may name of its own form.
const fn own_names(shape: Shape) -> &'static [(&'static str, &'static str)] {
    match shape {
        Shape::Report => &NAMES,
        Shape::Sheet => &NAMES_OF_SHEET,
        Shape::Plan => &NAMES_OF_PLAN,
        Shape::Closing => &NAMES_OF_LETTER,
        Shape::Order => &NAMES_OF_ORDER,
        Shape::Certificate => &NAMES_OF_CERTIFICATE,
    }
}

/// The key of what an edition changes and what stays whatever it says.
const fn text_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Work => "reports-edit-text-work",
        Kind::Development => "reports-edit-text-development",
        Kind::Closing => "reports-edit-text-closing",
        Kind::Order => "reports-edit-text-order",
        Kind::Certificate => "reports-edit-text-certificate",
        Kind::Report(_) => "reports-edit-text",
        Kind::Observation | Kind::Control | Kind::Visit | Kind::Log => "reports-edit-text-sheet",
    }
}

/// An edition in the list.
struct Line {
    title: String,
    about: String,
    href: String,
    now: bool,
}

#[derive(askama::Template)]
#[template(path = "reports/edit.html")]
struct Edit {
    shell: Shell,
    today: Day,
    today_iso: String,
    title: String,
    version: String,
    ours: bool,
    /// Its documents are signed in a chain.
    chained: bool,
    /// What an edition changes.
    text: String,
    action: String,
    second: Vec<Choice>,
    third: Vec<Choice>,
    body: String,
    from: String,
    names: Vec<(String, String)>,
    editions: Vec<Line>,
    fields: Fields,
}

impl Edit {
    #[expect(clippy::unused_self, reason = "a template calls it")]
    const fn most(&self) -> usize {
        MOST_BODY
    }
}

fn kind_of(path: &EditPath) -> Result<Kind, PageError> {
    Kind::from_word(&path.kind).filter(|kind| kind.is_shaped()).ok_or(PageError::NotFound)
}

/// The report that a form is of, where it is one.
const fn report(kind: Kind) -> Option<Report> {
    match kind {
        Kind::Report(report) => Some(report),
        _ => None,
    }
}

/// The form as it stands; `?edition=2` takes an earlier edition up, `?edition=0` the program's.
pub(super) async fn show(
    path: EditPath,
    page: Page,
    RawQuery(query): RawQuery,
) -> Result<Response, PageError> {
    let asked = Fields::read(page.lang(), query.as_deref().unwrap_or_default());
    let taken_up = asked.value("edition").parse().ok();
    draw(&page, kind_of(&path)?, taken_up, Fields::default(), StatusCode::OK).await
}

/// Draws the form; `fields` hold what was typed where it came back, `taken_up` the number of an edition to begin with.
async fn draw(
    page: &Page,
    kind: Kind,
    taken_up: Option<u16>,
    fields: Fields,
    status: StatusCode,
) -> Result<Response, PageError> {
    let editing = editing(&mut *page.read().await?, &page.context(), kind).await?;
    let begun = match taken_up {
        Some(number) => editing.editions.iter().find(|one| one.number == number),
        None => editing.now.as_ref(),
    };
    let typed = |name: &str, usual: String| {
        if fields.has(name) { fields.value(name).to_owned() } else { usual }
    };
    let chain = begun.map_or_else(|| usual_chain(kind), |edition| edition.chain.clone());
    let signer = |place: usize| chain.get(place).map(|one| one.word()).unwrap_or_default().to_owned();
    let action = EditPath { kind: kind.word().to_owned() }.to_string();
    let drawn = Edit {
        shell: page.shell(),
        today: page.today(),
        today_iso: page.today().to_string(),
        title: page.text(&format!("formsets-kind-{}", kind.word())),
        version: editing.form.version.to_string(),
        ours: editing.may_edit,
        chained: report(kind).is_some(),
        text: page.text(text_of(kind)),
        second: signers(page, kind, &typed("second", signer(1))),
        third: signers(page, kind, &typed("third", signer(2))),
        body: typed("body", editing.body(begun).to_owned()),
        from: typed("from", page.today().to_string()),
        names: names(page, &editing),
        editions: lines(page, &editing, &action),
        action,
        fields,
    };
    page.show_with(status, &drawn)
}

/// Who signs as the form comes with the program; nobody where the document is no report.
fn usual_chain(kind: Kind) -> Vec<Signer> {
    report(kind).map(|report| Form::usual(report, Term::Year).chain).unwrap_or_default()
}

/// Who may sign after the author; whoever writes the note does not sign it as coordinator once more.
fn signers(page: &Page, kind: Kind, chosen: &str) -> Vec<Choice> {
    let nobody = Choice::new("", page.text("reports-edit-nobody")).chosen_if(chosen);
    let others = Signer::ALL.into_iter().filter(|one| match one {
        Signer::Author => false,
        Signer::Coordinator => report(kind).is_some_and(Report::is_of_pair),
        Signer::Head => true,
    });
    let others = others.map(|one| {
        let text = page.text(&format!("reports-signer-{}", one.word()));
        Choice::new(one.word(), text).chosen_if(chosen)
    });
    std::iter::once(nobody).chain(others).collect()
}

fn names(page: &Page, editing: &Editing) -> Vec<(String, String)> {
    let about =
        |(name, key): &(&str, &str)| ((*name).to_owned(), page.text(&format!("reports-edit-name-{key}")));
    let every = own_names(editing.shape).iter().chain(&NAMES_OF_ALL).map(about);
    let Some(report) = report(editing.kind) else { return every.collect() };
    let answers = editing.form.fields.iter().map(|field| {
        let about = Said::new("reports-edit-name-answer").with("field", label(page.lang(), &field.label));
        (format!("#answer(\"{}\")", field.key), about.words(page.lang()))
    });
    let lists = lists_of(report).into_iter().map(|what| {
        let about = Said::new("reports-edit-name-list").with("list", caption(page.lang(), what));
        (format!("#list(\"{}\").total", what.word()), about.words(page.lang()))
    });
    every.chain(answers).chain(lists).collect()
}

/// All editions, the latest first; the program's own at the end.
fn lines(page: &Page, editing: &Editing, action: &str) -> Vec<Line> {
    let now = editing.now.as_ref().map_or(0, |edition| edition.number);
    let signed_by = |chain: &[Signer]| {
        let words = chain.iter().map(|one| page.text(&format!("reports-signer-{}", one.word())));
        let who = words.collect::<Vec<_>>().join(" → ");
        let said = Said::new("reports-forms-chain").with("who", who);
        (!chain.is_empty()).then(|| said.words(page.lang()))
    };
    let line = |edition: &Edition| {
        let from = i18n::day(page.lang(), edition.from);
        let from = Said::new("reports-edit-since").with("day", from).words(page.lang());
        Line {
            title: Said::new("reports-edit-edition")
                .with("number", edition.number.to_string())
                .words(page.lang()),
            about: std::iter::once(from).chain(signed_by(&edition.chain)).collect::<Vec<_>>().join(" · "),
            href: format!("{action}?edition={}", edition.number),
            now: edition.number == now,
        }
    };
    let usual = Line {
        title: page.text("reports-edit-usual"),
        about: signed_by(&usual_chain(editing.kind)).unwrap_or_default(),
        href: format!("{action}?edition=0"),
        now: now == 0,
    };
    editing.editions.iter().rev().map(line).chain([usual]).collect()
}

pub(super) async fn keep(
    path: EditPath,
    page: Page,
    guard: Guard,
    mut fields: Fields,
) -> Result<Response, PageError> {
    let kind = kind_of(&path)?;
    let body = fields.text("body", MOST_BODY);
    let looked = match fields.value("step") {
        "kk" => Some(Lang::Kk),
        "ru" => Some(Lang::Ru),
        "keep" => None,
        _ => return Err(PageError::Unreadable),
    };
    let done = match looked {
        _ if !fields.is_right() => return again(&page, kind, fields).await,
        Some(lang) => {
            guard.by(Danger::Typesetting, page.person().id.as_str())?;
            preview(&page.context(), kind, &body, lang, page.press()).await.map(Some)
        }
        None => {
            let Some(new) = read(kind, &mut fields, body) else { return again(&page, kind, fields).await };
            guard.by(Danger::Typesetting, page.person().id.as_str())?;
            put_in_force(&page.context(), kind, &new, page.press()).await.map(|()| None)
        }
    };
    match done {
        Ok(Some(pdf)) => Ok(shown(pdf, "application/pdf", "sample.pdf")),
        Ok(None) => {
            let sheet = FormPath { kind: kind.word().to_owned() };
            let to = report(kind).map_or_else(|| sheet.to_string(), |_| FormsPath.to_string());
            Ok(page.done(&to, "reports-done-edited", &[]))
        }
        Err(failed) => {
            tell(&page, &mut fields, refused(failed)?);
            again(&page, kind, fields).await
        }
    }
}

async fn again(page: &Page, kind: Kind, fields: Fields) -> Result<Response, PageError> {
    draw(page, kind, None, fields, StatusCode::UNPROCESSABLE_ENTITY).await
}

/// What was typed beside the body; nothing where a field is wrong.
fn read(kind: Kind, fields: &mut Fields, body: String) -> Option<New> {
    let from = fields.day("from");
    let signed = report(kind).is_some();
    let mut chain = if signed { vec![Signer::Author] } else { Vec::new() };
    for name in ["second", "third"].into_iter().filter(|_| signed) {
        if !fields.value(name).is_empty() {
            chain.extend(fields.choice(name, Signer::from_word));
        }
    }
    from.filter(|_| fields.is_right()).map(|from| New { chain, body, from })
}

fn tell(page: &Page, fields: &mut Fields, why: NotEdited) {
    match why {
        NotEdited::OfDistrict => fields.refuse("body", "reports-edit-of-district", &[]),
        NotEdited::Edition(EditionRefused::Past) => fields.refuse("from", "reports-edit-past", &[]),
        NotEdited::Edition(EditionRefused::Chain) => fields.refuse("third", "reports-edit-twice", &[]),
        NotEdited::Edition(EditionRefused::Fields) => fields.refuse("third", "reports-edit-fields", &[]),
        NotEdited::Edition(EditionRefused::Body) => fields.refuse("body", "forms-missing", &[]),
        NotEdited::Body(NotLaidOut::Stopped(why)) => {
            let key = match why {
                Stopped::TooLong => "reports-edit-too-long",
                Stopped::TooLarge => "reports-edit-too-large",
                Stopped::Broken => "reports-edit-broken",
            };
            fields.refuse("body", key, &[]);
        }
        NotEdited::Body(NotLaidOut::Troubles(troubles)) => {
            for trouble in troubles.iter().take(MOST_TOLD) {
                let why = words(page, trouble);
                match trouble.line {
                    Some(line) => {
                        let args = [("line", line.into()), ("why", why.into())];
                        fields.refuse("body", "reports-edit-line", &args);
                    }
                    None => fields.refuse("body", "reports-edit-somewhere", &[("why", why.into())]),
                }
            }
        }
    }
}

/// One trouble in a sentence.
fn words(page: &Page, trouble: &Trouble) -> String {
    match &trouble.why {
        Why::File => page.text("reports-edit-why-file"),
        Why::Package => page.text("reports-edit-why-package"),
        Why::Plugin => page.text("reports-edit-why-plugin"),
        Why::Sheet => page.text("reports-edit-why-sheet"),
        Why::Missing(words) => Said::new("reports-edit-why-missing").with("words", words).words(page.lang()),
        Why::Typst(message) => message.clone(),
    }
}
