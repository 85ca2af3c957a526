//! One form: what stands in it whoever adds, what was added, and one more question with what it would change.

use super::{ShowPath, speaks_for_district, version};
use crate::errors::unprinted;
use crate::files::shown;
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::{Choice, Fact};
use crate::limits::{Danger, Guard};
use crate::reports::EditPath;
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::formsets::{Effect, Reach, effect, label, sample, standing};
use axum::http::StatusCode;
use axum::response::Response;
use domain::Day;
use domain::formsets::{
    Asked, Basis, Field, FieldRefused, Kind, Label, MOST_LABEL, MOST_OPTIONS, Origin, Question,
};
use i18n::Lang;

/// Most characters of all choices in a language: each on a line of its own.
const MOST_TYPED: usize = MOST_OPTIONS * (MOST_LABEL + 1);

/// What one more question would change, in words.
struct Changes {
    question: Fact,
    lines: Vec<String>,
}

#[derive(askama::Template)]
#[template(path = "formsets/show.html")]
#[expect(clippy::struct_excessive_bools, reason = "one for each thing that the page offers")]
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
    /// Where the template is edited.
    template: Option<String>,
    district: bool,
    /// Questions may be added.
    asks: bool,
    /// The answers stand on its paper, so that a sample of it can be laid out.
    printed: bool,
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
    let drawn = Show {
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
        template: kind.is_shaped().then(|| EditPath { kind: kind.word().to_owned() }.to_string()),
        district: speaks_for_district(page),
        asks: kind.asks(),
        printed: kind.shows_answers(),
        fields,
    };
    page.show_with(status, &drawn)
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

/// What is done with a question that was typed.
#[derive(Clone, Copy)]
enum Step {
    /// What it would change is shown.
    Look,
    /// A sample is laid out with it.
    Sample(Lang),
    /// It is added.
    Add,
}

fn step(fields: &Fields) -> Result<Step, PageError> {
    match fields.value("step") {
        "look" => Ok(Step::Look),
        "kk" => Ok(Step::Sample(Lang::Kk)),
        "ru" => Ok(Step::Sample(Lang::Ru)),
        "add" => Ok(Step::Add),
        _ => Err(PageError::Unreadable),
    }
}

pub(super) async fn add(
    path: ShowPath,
    page: Page,
    guard: Guard,
    mut fields: Fields,
) -> Result<Response, PageError> {
    let kind = kind_of(&path)?;
    let step = step(&fields)?;
    let Some(question) = read(&mut fields) else {
        return draw(&page, kind, None, fields, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let context = page.context();
    let done = match step {
        Step::Add => actions::formsets::add(&context, kind, &question).await.map(|()| None),
        Step::Look | Step::Sample(_) => {
            effect(&mut *page.read().await?, &context, kind, &question).await.map(Some)
        }
    };
    match (done, step) {
        (Ok(Some(effect)), Step::Sample(lang)) => {
            guard.by(Danger::Typesetting, page.person().id.as_str())?;
            let pdf = sample(&context, kind, &effect.field, lang, page.press()).await.map_err(unprinted)?;
            return Ok(shown(pdf, "application/pdf", "sample.pdf"));
        }
        (Ok(Some(effect)), _) => return draw(&page, kind, Some(effect), fields, StatusCode::OK).await,
        (Ok(None), _) => return Ok(page.done(&path, "formsets-done-added", &[])),
        (Err(Failed::Refused(why)), _) => refuse(&mut fields, why),
        (Err(other), _) => return Err(other.into()),
    }
    draw(&page, kind, None, fields, StatusCode::UNPROCESSABLE_ENTITY).await
}

fn refuse(fields: &mut Fields, why: FieldRefused) {
    match why {
        FieldRefused::Label => fields.refuse("kk", "formsets-refused-label", &[]),
        FieldRefused::TooMany => fields.refuse("kk", "formsets-refused-too-many", &[]),
        FieldRefused::Options => {
            fields.refuse("options_kk", "formsets-refused-options", &[("most", MOST_OPTIONS.into())]);
        }
    }
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
