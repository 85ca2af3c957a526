//! A plan on paper and its steps as a table, in the state of the day: the same steps, days and ticks in every language (doc:A4,
//! A5).

use super::{Chain, Opened, chain, items, opened, words};
use crate::formsets::said;
use crate::lists::{Cell, Column, List};
use crate::orders::{Unprintable, assigned_by, heading, named, party};
use crate::people::head_of;
use crate::reports::{Press, edition_named, shaped};
use crate::signatures::printed as printed_signature;
use crate::{Context, Failed, Never};
use documents::Reference;
use documents::plans as printed;
use documents::reports::Signature;
use documents::tables::Kind as CellKind;
use domain::calendar::local;
use domain::goals::{Aim, Goal};
use domain::pairs::Pair;
use domain::plans::{Item, Kind, Plan, Signer};
use domain::schools::School;
use domain::signatures::of_place;
use domain::{PersonId, PlanId};
use i18n::Lang;
use store::Tx;

/// Prints a plan that the actor may read, with the body of the edition that it was begun with.
pub async fn print(
    context: &Context<'_>,
    id: &PlanId,
    lang: Lang,
    press: Press<'_>,
) -> Result<Vec<u8>, Failed<Unprintable>> {
    let mut tx = context.db.read().await?;
    let opened = opened(&mut tx, context, id).await?.ok_or(Failed::NotFound)?;
    let plan = &opened.plan;
    let school = store::schools::get(&mut tx, &plan.school).await?.ok_or(Failed::NotFound)?;
    let items = items(&mut tx, plan).await?;
    let mentor = match &opened.mentor {
        Some(mentor) => person(&mut tx, mentor).await?,
        None => None,
    };
    let head = match plan.kind {
        Kind::Work => head_of(&mut tx, &plan.school, context.today).await?.map(|head| named(&party(&head))),
        Kind::Development => None,
    };
    let chain = chain(&mut tx, plan).await?;
    let date = local(plan.made_at, school.utc_offset_minutes).date();
    let number = (plan.number.to_string(), date);
    let mut paper = heading(&school, &opened.programme, &plan.code, number, press.address);
    paper.template_version = plan.added.version.to_string();
    let paper = printed::Plan {
        paper,
        kind: match plan.kind {
            Kind::Work => printed::Kind::Work,
            Kind::Development => printed::Kind::Development,
        },
        order: order(&mut tx, opened.pair.as_ref()).await?,
        novice: person(&mut tx, &opened.newcomer).await?.ok_or(Failed::NotFound)?,
        mentor,
        head,
        lines: items.iter().filter(|item| !item.removed).map(|item| line(lang, item)).collect(),
        goals: goals(&mut tx, lang, plan).await?,
        reviews: reviews(&mut tx, context, lang, &opened).await?,
        answers: said(lang, &plan.added, &plan.answers),
        signatures: signatures(&chain, &school, lang),
    };
    let edition = edition_named(&mut tx, plan.added.edition.as_ref()).await?;
    drop(tx);
    shaped(press, paper, edition, id.as_str(), (lang, context.now)).await
}

async fn person(tx: &mut Tx, id: &PersonId) -> store::Result<Option<documents::orders::Named>> {
    Ok(store::people::get(tx, id).await?.map(|person| named(&party(&person))))
}

async fn order(tx: &mut Tx, pair: Option<&Pair>) -> store::Result<Option<Reference>> {
    let Some(pair) = pair else { return Ok(None) };
    let signed = assigned_by(tx, pair).await?;
    Ok(signed.map(|signed| Reference { number: signed.number, date: signed.on }))
}

/// The places of the chain, once somebody has signed: before that the plan is for signing on paper.
fn signatures(chain: &Chain, school: &School, lang: Lang) -> Vec<Signature> {
    let place = |signer: Signer| Signature {
        place: i18n::t(lang, &format!("plans-paper-signer-{}", signer.word()), &[]),
        given: of_place(&chain.signatures, signer.place()).map(|one| printed_signature(one, school, lang)),
    };
    let places = Signer::ALL.map(place);
    if places.iter().all(|one| one.given.is_none()) { Vec::new() } else { places.into() }
}

fn line(lang: Lang, item: &Item) -> printed::Line {
    let (text, result) = words(lang, item.step, &item.content);
    let say = |part: &str, word: &str| i18n::t(lang, &format!("plans-{part}-{word}"), &[]);
    printed::Line {
        area: say("area", item.content.area.word()),
        text,
        result,
        whose: say("whose", item.content.whose.word()),
        due: item.content.due,
        done: item.done.as_ref().map(|done| done.on),
    }
}

/// The steps of a plan that the actor may read, as a list.
pub async fn list(context: &Context<'_>, id: &PlanId, lang: Lang) -> Result<List, Failed<Never>> {
    let mut tx = context.db.read().await?;
    let opened = opened(&mut tx, context, id).await?.ok_or(Failed::NotFound)?;
    let mut about = Vec::new();
    for one in [Some(&opened.newcomer), opened.mentor.as_ref()].into_iter().flatten() {
        about.extend(store::people::get(&mut tx, one).await?.map(|person| person.name.full()));
    }
    let mut steps = items(&mut tx, &opened.plan).await?;
    steps.retain(|item| !item.removed);
    let column = |tail: &str, width, kind| Column::new(lang, &format!("plans-column-{tail}"), width, kind);
    Ok(List {
        title: i18n::t(lang, &format!("plans-kind-{}", opened.plan.kind.word()), &[]),
        about,
        columns: vec![
            column("area", 16, CellKind::Text),
            column("text", 36, CellKind::Text),
            column("whose", 14, CellKind::Text),
            column("due", 12, CellKind::Day),
            column("result", 28, CellKind::Text),
            column("done", 12, CellKind::Day),
        ],
        rows: steps.iter().map(|item| row(line(lang, item))).collect(),
        year: (&opened.programme).into(),
        lang,
    })
}

fn row(line: printed::Line) -> Vec<Cell> {
    vec![
        Cell::words(line.area),
        Cell::words(line.text),
        Cell::words(line.whose),
        Cell::Day(line.due),
        Cell::words(line.result),
        line.done.map_or_else(|| Cell::words(""), Cell::Day),
    ]
}

/// The goals of a development plan; a work plan has none.
async fn goals(tx: &mut Tx, lang: Lang, plan: &Plan) -> store::Result<Vec<printed::Goal>> {
    let seen = |aim: &Aim| {
        let beside = crate::goals::beside_goal(lang, aim);
        std::iter::once(aim.seen.clone()).chain(beside).collect::<Vec<_>>().join("; ")
    };
    let goal = |goal: Goal| printed::Goal {
        seen: seen(&goal.aim),
        text: goal.aim.text,
        by: goal.aim.by,
        state: i18n::t(lang, &format!("goals-state-{}", goal.state.word()), &[]),
    };
    Ok(store::goals::of_plan(tx, plan).await?.into_iter().map(goal).collect())
}

/// What both have said of them, as far as whoever prints may read it.
async fn reviews(
    tx: &mut Tx,
    context: &Context<'_>,
    lang: Lang,
    opened: &Opened,
) -> store::Result<Vec<printed::Review>> {
    let mut reviews = Vec::new();
    for review in crate::goals::reviews(tx, context, &opened.plan, &opened.newcomer).await? {
        let who = store::people::get(tx, &review.by).await?.map(|person| person.name.brief());
        let season = i18n::t(lang, &format!("difficulties-season-{}", review.season.word()), &[]);
        reviews.push(printed::Review {
            season: i18n::capital(&season),
            who: who.unwrap_or_default(),
            words: match crate::goals::marked(lang, &review) {
                Some(mark) => format!("{} ({mark})", review.words),
                None => review.words,
            },
        });
    }
    Ok(reviews)
}
