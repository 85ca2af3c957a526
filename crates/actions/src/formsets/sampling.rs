//! A sample paper of a form with one more question, so that whoever adds it sees it on paper first. People and school are
//! invented; nothing is kept.

use super::{Standing, label, standing};
use crate::orders::{Unprintable, laid_out};
use crate::reports::{Press, answer_of_sample, heading_of_sample, person_of_sample};
use crate::{Context, Failed};
use documents::plans;
use domain::Day;
use domain::formsets::{Field, Kind};
use i18n::{Lang, t};

/// Lays a sample out with one more question; `NotFound` of a form that has no paper.
pub async fn sample(
    context: &Context<'_>,
    kind: Kind,
    asked: &Field,
    lang: Lang,
    press: Press<'_>,
) -> Result<Vec<u8>, Failed<Unprintable>> {
    let found = standing(&mut *context.db.read().await?, context, kind).await;
    let mut form = found.map_err(|why| why.map(|_| Unprintable("no form".to_owned())))?;
    form.added.fields.push(asked.clone());
    form.version = form.version.with(&form.added.fields);
    let (address, made_at) = (press.address, context.now);
    match kind {
        Kind::Work => {
            let plan = plan(plans::Kind::Work, &form, (lang, context.today), address);
            laid_out(move || plans::pdf(&plan, lang, made_at)).await
        }
        Kind::Development => {
            let plan = plan(plans::Kind::Development, &form, (lang, context.today), address);
            laid_out(move || plans::pdf(&plan, lang, made_at)).await
        }
        Kind::Observation | Kind::Control | Kind::Visit | Kind::Report(_) => {
            crate::reports::sample(context, kind, asked, lang, press).await
        }
        Kind::Closing => Err(Failed::NotFound),
    }
}

/// Every question with an answer that fits it.
fn answers(form: &Standing, (lang, today): (Lang, Day)) -> Vec<(String, String)> {
    let line = |field: &Field| (label(lang, &field.label).clone(), answer_of_sample(field, (lang, today)));
    form.added.fields.iter().map(line).collect()
}

fn plan(kind: plans::Kind, form: &Standing, (lang, today): (Lang, Day), address: &str) -> plans::Plan {
    let line = plans::Line {
        area: t(lang, "plans-area-planning", &[]),
        text: t(lang, "reports-sample-line", &[]),
        result: String::new(),
        whose: t(lang, "plans-whose-both", &[]),
        due: today,
        done: None,
    };
    plans::Plan {
        paper: heading_of_sample(form.version, today, address),
        kind,
        order: None,
        novice: person_of_sample("Сәтбаева Дана Мейірқызы"),
        mentor: Some(person_of_sample("Нұрбаева Айгүл Сайлауқызы")),
        head: None,
        lines: vec![line.clone(), line],
        goals: Vec::new(),
        reviews: Vec::new(),
        answers: answers(form, (lang, today)),
        signatures: Vec::new(),
    }
}
