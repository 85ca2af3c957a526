//! The lot among children who wait: how many they are, the form that announces one, the form that enters its number, and what it
//! tells.

use super::{DrawPath, LotPath, Part, estimate, hidden, is_open_question, title};
use crate::forms::Fields;
use crate::layout::parts::Choice;
use crate::said::Said;
use crate::sittings::number;
use crate::{Page, PageError};
use actions::Failed;
use actions::changes::{ByLot, DECIMALS, Difference, Outcome};
use actions::lots::{announce as do_announce, draw as do_draw};
use axum::response::Response;
use domain::PupilId;
use domain::lots::{Announced, Lot, LotRefused, MOST_LATE, MOST_SOURCE};
use domain::pupils::Pupil;

/// A share below this is said to be below it: nothing is impossible by chance.
const LEAST_PERCENT: f64 = 0.1;

/// What is said of the lot, and what can be done.
pub(super) struct Section {
    /// Who waits, and how many places there are.
    pub(super) waiting: String,
    /// The lot that holds, in words.
    pub(super) lines: Vec<String>,
    /// The codes of its list, and how it is drawn again with them.
    pub(super) codes: Vec<String>,
    /// Where one is announced, with as many places as there are, and who may stand outside.
    pub(super) announce: Option<(String, String, Vec<Choice>)>,
    /// Where its number is entered.
    pub(super) draw: Option<String>,
    /// What came of the last one, in words: which it was, where it holds no longer, and what is missing.
    pub(super) outcome: Vec<String>,
    /// By subject.
    pub(super) differences: Vec<Part>,
}

pub(super) fn section(page: &Page, fields: &Fields, read: &ByLot) -> Section {
    let standing = &read.standing;
    let lot = standing.lot.as_ref();
    // Where there is a place for everybody nobody is drawn.
    let scarce = usize::try_from(standing.places).is_ok_and(|places| places < standing.waiting.len());
    let offers = lot.is_none() && standing.lapsed.is_none() && scarce && standing.places > 0;
    let places =
        if fields.has("places") { fields.value("places").to_owned() } else { standing.places.to_string() };
    let draws = lot.is_some_and(|lot| lot.drawn.is_none() && lot.draw_on <= page.today());
    Section {
        waiting: Said::new("lots-waiting")
            .with("waiting", standing.waiting.len())
            .with("places", standing.places)
            .words(page.lang()),
        lines: match (lot, &standing.lapsed) {
            (Some(lot), _) => lines(page, lot),
            (None, Some(lapsed)) => vec![gone(page, lapsed)],
            (None, None) => Vec::new(),
        },
        codes: standing.codes.clone(),
        announce: offers.then(|| (LotPath.to_string(), places, outside(page, fields, &standing.waiting))),
        draw: draws.then(|| DrawPath.to_string()),
        outcome: read.outcome.as_ref().map(|one| came(page, one, lot)).unwrap_or_default(),
        differences: read
            .outcome
            .iter()
            .flat_map(|one| &one.differences)
            .map(|one| difference(page, one))
            .collect(),
    }
}

/// That nobody entered its number, and from when on another one can be announced.
fn gone(page: &Page, lapsed: &Lot) -> String {
    let said = Said::new("lots-lapsed").with("day", i18n::day(page.lang(), lapsed.draw_on));
    said.with("until", i18n::day(page.lang(), lapsed.until)).words(page.lang())
}

/// Those who wait, of whom whoever objects is ticked.
fn outside(page: &Page, fields: &Fields, waiting: &[Pupil]) -> Vec<Choice> {
    let ticked = fields.values("outside");
    let choice = |pupil: &Pupil| Choice {
        value: pupil.id.as_str().to_owned(),
        label: format!("{}, {}", pupil.name().brief(), pupil.class_key),
        chosen: ticked.contains(&pupil.id.as_str()),
    };
    let mut choices: Vec<Choice> = waiting.iter().map(choice).collect();
    i18n::sort_by_name(page.lang(), &mut choices, |one| &one.label);
    choices
}

/// Which lot it was, where it is not the one that holds; and why nothing is told of it yet.
fn came(page: &Page, one: &Outcome, holds: Option<&Lot>) -> Vec<String> {
    let mut lines = Vec::new();
    if holds.is_none_or(|lot| lot.id != one.lot.id) {
        lines.extend(drawn(page, &one.lot));
    }
    lines.extend(one.differences.is_empty().then(|| page.text("lots-no-figures")));
    lines
}

fn drawn(page: &Page, lot: &Lot) -> Option<String> {
    let (number, on) = lot.drawn.as_ref()?;
    let said = Said::new("lots-drawn").with("day", i18n::day(page.lang(), *on));
    Some(said.with("number", number.as_str()).words(page.lang()))
}

fn lines(page: &Page, lot: &Lot) -> Vec<String> {
    let lang = page.lang();
    let day = |day| i18n::day(lang, day);
    let mut lines = vec![
        Said::new("lots-announced")
            .with("places", lot.places)
            .with("source", lot.source.as_str())
            .with("day", day(lot.draw_on))
            .with("late", MOST_LATE)
            .words(lang),
        Said::new("lots-until").with("day", day(lot.until)).words(lang),
        Said::new("lots-hash").with("hash", lot.list_hash.as_str()).words(lang),
    ];
    lines.extend(drawn(page, lot));
    lines
}

fn difference(page: &Page, one: &Difference) -> Part {
    let lines = match one.difference {
        Ok(shown) => {
            let said = estimate(page.lang(), "lots-difference", shown, DECIMALS);
            let open = is_open_question(shown).then(|| page.text("lots-unproved"));
            [Some(said), by_chance(page, one), open].into_iter().flatten().collect()
        }
        Err(why) => vec![hidden(page, why)],
    };
    Part { title: title(page, &one.name, one.quarters), lines }
}

/// How often chance alone would give as much.
fn by_chance(page: &Page, one: &Difference) -> Option<String> {
    let percent = one.by_chance.ok()? * 100.0;
    let told = number(page.lang(), percent.max(LEAST_PERCENT), 1);
    let share = if percent < LEAST_PERCENT { format!("< {told}") } else { told };
    Some(Said::new("lots-by-chance").with("share", share).words(page.lang()))
}

pub(super) async fn announce(_: LotPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let places = fields.text("places", 4).parse::<u32>().unwrap_or_default();
    let source = fields.text("source", MOST_SOURCE);
    let days = fields.day("draw_on").zip(fields.day("until"));
    let apart = fields.values("outside").into_iter().map(PupilId::from).collect();
    let told = fields.ticked("told");
    let Some((draw_on, until)) = days.filter(|_| fields.is_right()) else {
        return super::draw(&page, fields).await;
    };
    let announced = Announced { places, source, draw_on, until, apart, told };
    match do_announce(&page.context(), &announced).await {
        Ok(_) => Ok(page.done(&super::ShowPath, "lots-done-announced", &[])),
        Err(Failed::Refused(why)) => refused(&page, fields, why).await,
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn enter(_: DrawPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let number = fields.text("number", MOST_SOURCE);
    if !fields.is_right() {
        return super::draw(&page, fields).await;
    }
    match do_draw(&page.context(), &number).await {
        Ok(()) => Ok(page.done(&super::ShowPath, "lots-done-drawn", &[])),
        Err(Failed::Refused(why)) => refused(&page, fields, why).await,
        Err(other) => Err(other.into()),
    }
}

async fn refused(page: &Page, mut fields: Fields, why: LotRefused) -> Result<Response, PageError> {
    let (field, key) = match why {
        LotRefused::Places => ("places", "lots-refused-places"),
        LotRefused::Source => ("source", "lots-refused-source"),
        LotRefused::Day => ("draw_on", "lots-refused-day"),
        LotRefused::Until => ("until", "lots-refused-until"),
        LotRefused::Standing => ("lot", "lots-refused-standing"),
        LotRefused::Lapsed => ("lot", "lots-refused-lapsed"),
        LotRefused::Told => ("told", "lots-refused-told"),
        LotRefused::Early => ("lot", "lots-refused-early"),
        LotRefused::Number => ("number", "awards-refused-seed"),
    };
    fields.refuse(field, key, &[]);
    super::draw(page, fields).await
}
