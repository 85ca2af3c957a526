//! One form: what stands in it whoever adds, what was added, and one more question with what it would change.

use super::{ShowPath, speaks_for_district, version};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::{Choice, Fact};
use crate::reports::EditPath;
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::formsets::{Effect, Reach, effect, label, standing};
use axum::http::StatusCode;
use axum::response::Response;
use domain::Day;
use domain::formsets::{
    Asked, Basis, Field, FieldRefused, Kind, Label, MOST_LABEL, MOST_OPTIONS, Origin, Question,
};

/// Most characters of all choices in a language: each on a line of its own.
const MOST_TYPED: usize = MOST_OPTIONS * (MOST_LABEL + 1);

/// What one more question would change, in words.
struct Changes {
    question: Fact,
    lines: Vec<String>,
}

#[derive(askama::Template)]
#[template(path = "formsets/show.html")]
struct Show {
    shell: Shell,
    today: Day,
    title: String,
    version: String,
    by_law: bool,
    core: String,
    added: Vec<Fact>,
    changes: Option<Changes>,
    asked: Vec<Choice>,
    action: String,
    /// Where the template of a report is edited.
    template: Option<String>,
    district: bool,
    fields: Fields,
}

impl Show {
    #[expect(clippy::unused_self, reason = "templates call methods")]
    const fn most_typed(&self) -> usize {
        MOST_TYPED
    }
}

fn kind_of(path: &ShowPath) -> Result<Kind, PageError> {
    Kind::from_word(&path.kind).ok_or(PageError::NotFound)
}

pub(super) async fn show(path: ShowPath, page: Page) -> Result<Response, PageError> {
    draw(&page, kind_of(&path)?, None, Fields::default(), StatusCode::OK).await
}

/// Draws a form; `fields` hold what was typed where a question came back, `effect` what it would change.
async fn draw(
    page: &Page,
    kind: Kind,
    effect: Option<Effect>,
    fields: Fields,
    status: StatusCode,
) -> Result<Response, PageError> {
    let form = standing(&mut *page.read().await?, &page.context(), kind).await?;
    let asked = Asked::ALL.map(|asked| {
        let text = page.text(&format!("formsets-asked-{}", asked.word()));
        Choice::new(asked.word(), text).chosen_if(fields.value("asked"))
    });
    let shown = Show {
        shell: page.shell(),
        today: page.today(),
        title: page.text(&format!("formsets-kind-{}", kind.word())),
        version: version(page, form.version),
        by_law: kind.basis() == Basis::Law,
        core: page.text(&format!("formsets-core-{}", kind.word())),
        added: form.added.fields.iter().map(|field| fact(page, field)).collect(),
        changes: effect.map(|effect| changes(page, &effect)),
        asked: asked.into(),
        action: ShowPath { kind: kind.word().to_owned() }.to_string(),
        template: match kind {
            Kind::Report(report) => Some(EditPath { kind: report.word().to_owned() }.to_string()),
            _ => None,
        },
        district: speaks_for_district(page),
        fields,
    };
    page.show_with(status, &shown)
}

/// A question, and who has added it, what it asks for, from which answers.
fn fact(page: &Page, field: &Field) -> Fact {
    let origin = match field.origin {
        Origin::Built => None,
        Origin::District => Some("reports-field-district"),
        Origin::School => Some("reports-field-school"),
    };
    let options: Vec<String> =
        field.options.iter().map(|option| label(page.lang(), option).clone()).collect();
    let facts = [
        origin.map(|key| page.text(key)),
        Some(page.text(&format!("formsets-asked-{}", field.asked.word()))),
        (!options.is_empty()).then(|| options.join(", ")),
    ];
    Fact {
        name: label(page.lang(), &field.label).clone(),
        value: facts.into_iter().flatten().collect::<Vec<_>>().join(" · "),
    }
}

fn changes(page: &Page, effect: &Effect) -> Changes {
    let versions = Said::new("formsets-effect-version")
        .with("before", effect.before.to_string())
        .with("after", effect.after.to_string());
    let reach = match effect.reach {
        Reach::School { made } => Said::new("formsets-effect-made").with("count", made),
        Reach::District { schools } => Said::new("formsets-effect-schools").with("count", schools),
    };
    let lines = [Said::new("formsets-effect-later"), versions, reach];
    Changes {
        question: fact(page, &effect.field),
        lines: lines.iter().map(|line| line.words(page.lang())).collect(),
    }
}

pub(super) async fn add(path: ShowPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let kind = kind_of(&path)?;
    let adds = match fields.value("step") {
        "look" => false,
        "add" => true,
        _ => return Err(PageError::Unreadable),
    };
    let Some(question) = read(&mut fields) else {
        return draw(&page, kind, None, fields, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let done = if adds {
        actions::formsets::add(&page.context(), kind, &question).await.map(|()| None)
    } else {
        effect(&mut *page.read().await?, &page.context(), kind, &question).await.map(Some)
    };
    match done {
        Ok(None) => return Ok(page.done(&path, "formsets-done-added", &[])),
        Ok(effect) => return draw(&page, kind, effect, fields, StatusCode::OK).await,
        Err(Failed::Refused(FieldRefused::Label)) => fields.refuse("kk", "formsets-refused-label", &[]),
        Err(Failed::Refused(FieldRefused::TooMany)) => {
            fields.refuse("kk", "formsets-refused-too-many", &[]);
        }
        Err(Failed::Refused(FieldRefused::Options)) => {
            let most = [("most", MOST_OPTIONS.into())];
            fields.refuse("options_kk", "formsets-refused-options", &most);
        }
        Err(other) => return Err(other.into()),
    }
    draw(&page, kind, None, fields, StatusCode::UNPROCESSABLE_ENTITY).await
}

/// What was typed; nothing where a field is wrong.
fn read(fields: &mut Fields) -> Option<Question> {
    let asked = fields.choice("asked", Asked::from_word);
    let [kk, ru, en] = ["kk", "ru", "en"].map(|name| fields.text(name, MOST_LABEL));
    let options = ["options_kk", "options_ru", "options_en"].map(|name| lines(fields, name));
    asked.filter(|_| fields.is_right()).map(|asked| Question {
        label: Label { kk, ru, en },
        asked,
        options: together(options),
    })
}

fn lines(fields: &mut Fields, name: &str) -> Vec<String> {
    let typed = fields.optional_text(name, MOST_TYPED).unwrap_or_default();
    typed.lines().map(str::trim).filter(|line| !line.is_empty()).map(ToOwned::to_owned).collect()
}

/// The choices of the three languages line by line; a language that has fewer has empty ones, which the rule refuses.
fn together([kk, ru, en]: [Vec<String>; 3]) -> Vec<Label> {
    let count = kk.len().max(ru.len()).max(en.len());
    let at = |of: &[String], at: usize| of.get(at).cloned().unwrap_or_default();
    (0..count).map(|line| Label { kk: at(&kk, line), ru: at(&ru, line), en: at(&en, line) }).collect()
}
