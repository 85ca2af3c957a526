//! The forms of reports of a school and of a district: which are in use, which fields they have (feat:F1).

use super::{EditPath, FormsPath, UsePath, label};
use crate::forms::Fields;
use crate::formsets::ShowPath as FormPath;
use crate::layout::Shell;
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::reports::{form, form_of_district};
use axum::response::Response;
use domain::reports::{Basis, Field, Form, Kind, Origin, Term};
use domain::{Day, DistrictId};
use store::Tx;

/// A field as it stands in a form.
struct Line {
    title: String,
    facts: String,
    by_law: bool,
}

/// A form.
struct Shown {
    word: &'static str,
    title: String,
    version: String,
    chain: String,
    by_law: bool,
    lines: Vec<Line>,
    used: bool,
    /// Where its body and its chain are edited.
    edit: String,
    /// Where a question is added to it.
    add: String,
}

#[derive(askama::Template)]
#[template(path = "reports/forms.html")]
struct Forms {
    shell: Shell,
    today: Day,
    board: (String, String),
    shown: Vec<Shown>,
    /// The reader speaks for a school; else for a district.
    school: bool,
}

/// The district that the reader speaks for, where they speak for no school.
fn district(page: &Page) -> Option<&DistrictId> {
    page.actor().district.as_ref().filter(|_| page.actor().school.is_none())
}

async fn form_of(page: &Page, tx: &mut Tx, kind: Kind) -> Result<Form, PageError> {
    let (term, today) = (Term::Year, page.today());
    Ok(match district(page) {
        Some(district) => form_of_district(tx, district, kind, term, today).await?,
        None => form(tx, page.school_id()?, kind, term, today).await?,
    })
}

pub(super) async fn show(_: FormsPath, page: Page) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let school = district(&page).is_none();
    let used = if school { store::reports::used(&mut tx, page.school_id()?).await? } else { Vec::new() };
    let mut forms = Vec::new();
    for kind in Kind::ALL {
        let form = form_of(&page, &mut tx, kind).await?;
        forms.push(shown(&page, kind, &form, used.iter().any(|(one, _)| *one == kind)));
    }
    let board = if school { "reports-forms-board" } else { "reports-forms-board-district" };
    page.show(&Forms {
        shell: page.shell(),
        today: page.today(),
        board: (page.text(board), page.text(&format!("{board}-text"))),
        shown: forms,
        school,
    })
}

fn shown(page: &Page, kind: Kind, form: &Form, used: bool) -> Shown {
    let signer = |word: &str| page.text(&format!("reports-signer-{word}"));
    let chain: Vec<String> = form.chain.iter().map(|one| signer(one.word())).collect();
    Shown {
        word: kind.word(),
        title: page.text(&format!("reports-form-{}", kind.word())),
        version: Said::new("reports-version").with("version", form.version.to_string()).words(page.lang()),
        chain: Said::new("reports-forms-chain").with("who", chain.join(" → ")).words(page.lang()),
        by_law: form.basis == Basis::Law,
        lines: form.fields.iter().map(|field| line(page, form, field)).collect(),
        used,
        edit: EditPath { kind: kind.word().to_owned() }.to_string(),
        add: FormPath { kind: kind.word().to_owned() }.to_string(),
    }
}

fn line(page: &Page, form: &Form, field: &Field) -> Line {
    let who = form.signer(field.by).map(|one| page.text(&format!("reports-signer-{}", one.word())));
    let by = Said::new("reports-forms-by").with("who", who.unwrap_or_default()).words(page.lang());
    let origin = match field.origin {
        Origin::Built => None,
        Origin::District => Some("reports-field-district"),
        Origin::School => Some("reports-field-school"),
    };
    let facts = [Some(by), origin.map(|key| page.text(key))];
    Line {
        title: label(page.lang(), &field.label),
        facts: facts.into_iter().flatten().collect::<Vec<_>>().join(" · "),
        by_law: field.basis == Basis::Law,
    }
}

pub(super) async fn set_used(_: UsePath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let kind = Kind::from_word(fields.value("kind")).ok_or(PageError::Unreadable)?;
    let used = match fields.value("step") {
        "use" => true,
        "unuse" => false,
        _ => return Err(PageError::Unreadable),
    };
    actions::reports::set_used(&page.context(), page.school_id()?, kind, used).await?;
    Ok(page.done(&FormsPath, if used { "reports-done-used" } else { "reports-done-unused" }, &[]))
}
