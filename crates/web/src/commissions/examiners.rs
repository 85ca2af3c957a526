//! How far examiners of this school year agree, without names, and the cut of the practice that is set from it.

use super::{ExaminersPath, ListPath, Names, RecutPath, criterion_name, hundredths, names, refusal};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::points::read_points;
use crate::sittings::{coefficient, hidden, number};
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::commissions::{
    Bar, BorderlineCut, CriterionFigures, Figures, Kappas, Recut, Refused, Shares, bar, figures,
};
use actions::sittings::Figure;
use axum::http::StatusCode;
use axum::response::Response;
use domain::Day;
use domain::exams::{RecutRefused, Rubric};
use i18n::Arg;

/// Longest reason of a cut.
const MOST_REASON: usize = 600;

/// A criterion with its figures.
struct Line {
    name: String,
    exact: String,
    adjacent: String,
    alpha: String,
    kappa: String,
}

/// A cut that was set.
struct Earlier {
    title: String,
    text: String,
}

/// The cut of the practice.
struct Cut {
    /// Which one stands.
    stands: String,
    /// What the figures say to it.
    proposal: String,
    earlier: Vec<Earlier>,
    action: String,
}

#[derive(askama::Template)]
#[template(path = "commissions/examiners.html")]
struct Examiners {
    shell: Shell,
    today: Day,
    facts: Vec<String>,
    lines: Vec<Line>,
    means: Vec<String>,
    cut: Cut,
    back: String,
    fields: Fields,
}

/// A share in percent with how many pairs of marks stand behind it.
fn percent(page: &Page, shares: Figure<Shares>, pick: fn(Shares) -> f64) -> String {
    match shares {
        Ok(shares) => {
            let value = number(page.lang(), pick(shares) * 100.0, 0);
            let args = [("value", value.into()), ("n", shares.pairs.into())];
            i18n::t(page.lang(), "commissions-share", &args)
        }
        Err(why) => hidden(page, why),
    }
}

fn line(page: &Page, figures: &Figures, at: usize, criterion: &CriterionFigures) -> Line {
    Line {
        name: criterion_name(page, &figures.rubric, at),
        exact: percent(page, criterion.shares, |shares| shares.exact),
        adjacent: percent(page, criterion.shares, |shares| shares.adjacent),
        alpha: coefficient(page, criterion.alpha),
        kappa: kappa(page, criterion.kappas),
    }
}

/// κ of the only two who have marked enough together, or of the two who differ most and of those who agree most.
fn kappa(page: &Page, figure: Figure<Kappas>) -> String {
    let Kappas { low, high, shown, met } = match figure {
        Ok(found) => found,
        Err(why) => return hidden(page, why),
    };
    let low = coefficient(page, Ok(low));
    let pairs = [("shown", shown.into()), ("met", met.into())];
    if shown == 1 {
        let args: Vec<(&str, Arg)> = pairs.into_iter().chain([("figure", low.into())]).collect();
        return i18n::t(page.lang(), "commissions-kappa-one", &args);
    }
    let ends = [("low", low.into()), ("high", coefficient(page, Ok(high)).into())];
    let args: Vec<(&str, Arg)> = pairs.into_iter().chain(ends).collect();
    i18n::t(page.lang(), "commissions-kappa-range", &args)
}

/// A mark with a sign.
pub(crate) fn signed(page: &Page, value: f64) -> String {
    let sign = if value < 0.0 { "−" } else { "+" };
    format!("{sign}{}", number(page.lang(), value.abs(), 2))
}

fn severity(page: &Page, figures: &Figures) -> String {
    match figures.severity {
        Ok(found) => {
            let args = [
                ("low", signed(page, found.low).into()),
                ("high", signed(page, found.high).into()),
                ("notable", found.notable.into()),
                ("examiners", found.examiners.into()),
            ];
            i18n::t(page.lang(), "commissions-severity-range", &args)
        }
        Err(why) => hidden(page, why),
    }
}

/// Which mean goes with the border, beside the one that decides.
fn borderline(page: &Page, figures: &Figures) -> String {
    let stands = hundredths(page, figures.rubric.cut.into());
    match figures.borderline {
        Ok(BorderlineCut::Regression(found)) => {
            let args = [
                ("cut", number(page.lang(), found.cut, 2).into()),
                ("error", number(page.lang(), found.error, 2).into()),
                ("explained", number(page.lang(), found.explained, 2).into()),
                ("n", found.n.into()),
                ("stands", stands.into()),
            ];
            let words = i18n::t(page.lang(), "commissions-borderline-line", &args);
            if found.is_weak() {
                format!("{words} {}", page.text("commissions-borderline-weak"))
            } else {
                words
            }
        }
        Ok(BorderlineCut::Median { cut, n }) => {
            let cut = number(page.lang(), cut, 2);
            let args = [("cut", cut.into()), ("n", n.into()), ("stands", stands.into())];
            i18n::t(page.lang(), "commissions-borderline-median", &args)
        }
        Err(why) => hidden(page, why),
    }
}

/// Lines of a name and a figure.
fn means(page: &Page, figures: &Figures) -> Vec<String> {
    let named = |key: &str, figure: String| i18n::t(page.lang(), key, &[("figure", figure.into())]);
    let mut lines = Vec::new();
    if let Some(means) = figures.means {
        let single = coefficient(page, means.icc.map(|shown| shown.single));
        let panel = coefficient(page, means.icc.and_then(|shown| shown.panel));
        let args = [("candidates", means.candidates.into()), ("examiners", means.examiners.into())];
        lines.push(i18n::t(page.lang(), "commissions-icc-block", &args));
        lines.extend([named("commissions-icc-one", single), named("commissions-icc-all", panel)]);
    } else {
        lines.push(page.text("commissions-icc-none"));
    }
    lines.push(named("commissions-severity", severity(page, figures)));
    lines.push(named("commissions-borderline", borderline(page, figures)));
    lines
}

/// The cut that stands, what the figures propose, and how the ones before came to be.
fn cut(page: &Page, bar: &Bar, found: Option<&Figures>, names: &Names) -> Cut {
    let line = |key: &str, cut: u16, version: u32| {
        let args = [("cut", hundredths(page, cut.into()).into()), ("version", version.into())];
        i18n::t(page.lang(), key, &args)
    };
    let figure =
        found.map_or_else(|| page.text("commissions-examiners-none-text"), |found| borderline(page, found));
    let says =
        if bar.proposed.is_some() { "commissions-cut-proposed" } else { "commissions-cut-not-proposed" };
    let earlier = bar.set.iter().map(|one| {
        let day = i18n::day(page.lang(), page.local(one.at).date());
        let name = names.get(&one.by).cloned().unwrap_or_default();
        let by = i18n::t(page.lang(), "commissions-cut-by", &[("day", day.into()), ("name", name.into())]);
        Earlier {
            title: line("commissions-cut-set", one.cut, one.rubric),
            text: if one.reason.is_empty() { by } else { format!("{by}: {}", one.reason) },
        }
    });
    Cut {
        stands: line("commissions-cut-stands", bar.rubric.cut, bar.rubric.version),
        proposal: i18n::t(page.lang(), says, &[("figure", figure.into())]),
        earlier: earlier.collect(),
        action: RecutPath.to_string(),
    }
}

pub(super) async fn show(_: ExaminersPath, page: Page) -> Result<Response, PageError> {
    draw(&page, StatusCode::OK, Fields::default()).await
}

/// Another cut for commissions that are named from now on.
pub(super) async fn recut(_: RecutPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let typed = read_points(fields.value("cut")).and_then(|points| u16::try_from(points.hundredths()).ok());
    let reason = fields.optional_text("reason", MOST_REASON).unwrap_or_default();
    // What is no number lies on no scale.
    let cut = typed.unwrap_or(u16::MAX);
    if !fields.is_right() {
        return draw(&page, StatusCode::UNPROCESSABLE_ENTITY, fields).await;
    }
    match actions::commissions::recut(&page.context(), &Recut { cut, reason }).await {
        Ok(()) => Ok(page.done(&ExaminersPath, "commissions-done-cut", &[])),
        Err(Failed::Refused(why)) => {
            let lacks_reason = why == Refused::Recut(RecutRefused::NoReason);
            let (key, args) = refusal(&page, &why, &Names::new(), &Rubric::starter());
            fields.refuse(if lacks_reason { "reason" } else { "cut" }, key, &args);
            draw(&page, StatusCode::UNPROCESSABLE_ENTITY, fields).await
        }
        Err(other) => Err(other.into()),
    }
}

/// The page; with what was typed where it was not taken.
async fn draw(page: &Page, status: StatusCode, mut fields: Fields) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let found = figures(&mut tx, &page.context()).await?;
    let bar = bar(&mut tx, &page.context()).await?;
    let names = names(page, &mut tx).await?;
    if !fields.has("cut") {
        fields.put("cut", hundredths(page, bar.proposed.unwrap_or(bar.rubric.cut).into()));
    }
    let facts = found.iter().map(|found| {
        let years = format!("{}/{}", found.year, found.year.saturating_add(1));
        let args = [
            ("years", years.into()),
            ("hearings", found.hearings.into()),
            ("examiners", found.examiners.into()),
            ("version", found.rubric.version.into()),
        ];
        i18n::t(page.lang(), "commissions-examiners-facts", &args)
    });
    let mut lines = Vec::new();
    if let Some(found) = &found {
        let each = found.criteria.iter().enumerate();
        lines.extend(each.map(|(at, criterion)| line(page, found, at, criterion)));
    }
    page.show_with(
        status,
        &Examiners {
            shell: page.shell(),
            today: page.today(),
            facts: facts.collect(),
            lines,
            means: found.as_ref().map(|found| means(page, found)).unwrap_or_default(),
            cut: cut(page, &bar, found.as_ref(), &names),
            back: ListPath.to_string(),
            fields,
        },
    )
}
