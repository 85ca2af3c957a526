//! Settings with what they stand on, and the days that are not as their weekday says (rules §18).

use super::{DaysOffPath, RemoveDayPath, SettingPath, SettingsPath, key, refusal, running};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::Choice;
use crate::requests::refused;
use crate::{Page, PageError, filters};
use axum::http::StatusCode;
use axum::response::Response;
use domain::Day;
use domain::calendar::{DayKind, SpecialDay};
use domain::people::Category;
use domain::programmes::Programme;
use domain::settings::{Certainty, Key, Value};

/// One setting as the page shows it.
struct Row {
    href: String,
    name: String,
    value: String,
    certainty: String,
    look: &'static str,
    icon: &'static str,
    basis: String,
}

/// A change that was made.
struct Change {
    day: Day,
    name: String,
    value: String,
    reason: String,
}

/// A day off or a working weekend.
struct DayRow {
    day: Day,
    iso: String,
    name: String,
    fixed: bool,
}

#[derive(askama::Template)]
#[template(path = "programmes/settings.html")]
struct List {
    shell: Shell,
    today: Day,
    rows: Vec<Row>,
    changes: Vec<Change>,
    days: Vec<DayRow>,
    kinds: Vec<Choice>,
    fields: Fields,
}

/// A value in words: a number as it is, a category by its name.
fn shown(page: &Page, value: Value) -> String {
    match value {
        Value::Number(number) => number.to_string(),
        Value::Category(category) => page.text(&format!("mentors-category-{}", category.word())),
    }
}

fn row(page: &Page, programme: &Programme, key: Key) -> Row {
    let (look, icon) = match key.certainty() {
        Certainty::Confirmed => ("done", "circle-check"),
        Certainty::ToVerify => ("soon", "help-circle"),
        Certainty::Essay | Certainty::Ours => ("", "school"),
    };
    Row {
        href: SettingPath { key: key.word().to_owned() }.to_string(),
        name: page.text(&format!("programmes-setting-{}", key.word())),
        value: shown(page, programme.settings.get(key)),
        certainty: page.text(&format!("programmes-certainty-{}", key.certainty().word())),
        look,
        icon,
        basis: page.text(&format!("programmes-setting-{}-basis", key.word())),
    }
}

pub(super) async fn list(_: SettingsPath, page: Page) -> Result<Response, PageError> {
    draw_list(&page, Fields::default()).await
}

async fn draw_list(page: &Page, fields: Fields) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let programme = running(page, &mut tx).await?;
    let changes = store::programmes::changes(&mut tx, &programme.school, &programme.id).await?;
    let days = store::programmes::special_days(&mut tx, &programme.school).await?;
    let change = |change: store::programmes::SettingChange| Change {
        day: change.from,
        name: page.text(&format!("programmes-setting-{}", change.key.word())),
        value: change.key.read(&change.value).map_or(change.value, |value| shown(page, value)),
        reason: change.reason,
    };
    let kind = |kind: DayKind| {
        let label = page.text(&format!("programmes-day-{}", kind.word()));
        Choice::new(kind.word(), label).chosen_if(fields.value("kind"))
    };
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page.show_with(
        status,
        &List {
            shell: page.shell(),
            today: page.today(),
            rows: Key::ALL.into_iter().map(|key| row(page, &programme, key)).collect(),
            changes: changes.into_iter().rev().map(change).collect(),
            days: days.into_iter().map(|special| day_row(page, special)).collect(),
            kinds: [DayKind::MovedOff, DayKind::MovedToWork].map(kind).into(),
            fields,
        },
    )
}

fn day_row(page: &Page, special: SpecialDay) -> DayRow {
    DayRow {
        day: special.day,
        iso: special.day.to_string(),
        name: page.text(&format!("programmes-day-{}", special.kind.word())),
        fixed: special.kind.is_fixed(),
    }
}

pub(super) async fn add_day(_: DaysOffPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let day = fields.day("day");
    let kind = fields.choice("kind", |word| DayKind::from_word(word).filter(|kind| !kind.is_fixed()));
    let (Some(day), Some(kind)) = (day, kind) else { return draw_list(&page, fields).await };
    let special = SpecialDay { day, kind };
    actions::programmes::set_day(&page.context(), page.school_id()?, special).await?;
    Ok(page.done(&SettingsPath, "programmes-done-day", &[]))
}

pub(super) async fn remove_day(
    _: RemoveDayPath,
    page: Page,
    mut fields: Fields,
) -> Result<Response, PageError> {
    let day = fields.day("day").ok_or(PageError::Unreadable)?;
    actions::programmes::remove_day(&page.context(), page.school_id()?, day).await?;
    Ok(page.done(&SettingsPath, "programmes-done-day-removed", &[]))
}

#[derive(askama::Template)]
#[template(path = "programmes/setting.html")]
struct One {
    shell: Shell,
    today: Day,
    row: Row,
    fields: Fields,
    /// Least and greatest; missing where a category is chosen.
    bounds: Option<(u16, u16)>,
    categories: Vec<Choice>,
}

pub(super) async fn one(path: SettingPath, page: Page) -> Result<Response, PageError> {
    let programme = running(&page, &mut *page.read().await?).await?;
    let value = programme.settings.get(key(&path.key)?).word();
    let fields = Fields::beginning(page.lang(), &[("value", value)]);
    draw_one(&page, &programme, key(&path.key)?, fields)
}

fn draw_one(page: &Page, programme: &Programme, key: Key, fields: Fields) -> Result<Response, PageError> {
    let category = |category: Category| {
        let label = page.text(&format!("mentors-category-{}", category.word()));
        Choice::new(category.word(), label).chosen_if(fields.value("value"))
    };
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page.show_with(
        status,
        &One {
            shell: page.shell(),
            today: page.today(),
            row: row(page, programme, key),
            bounds: key.bounds().map(|bounds| (*bounds.start(), *bounds.end())),
            categories: Category::ALL.map(category).into(),
            fields,
        },
    )
}

pub(super) async fn save(
    path: SettingPath,
    page: Page,
    mut fields: Fields,
) -> Result<Response, PageError> {
    let key = key(&path.key)?;
    let programme = running(&page, &mut *page.read().await?).await?;
    let value = fields.text("value", 40);
    let reason = fields.text("reason", 300);
    if !fields.is_right() {
        return draw_one(&page, &programme, key, fields);
    }
    match actions::programmes::change_setting(&page.context(), &programme.id, key, &value, &reason).await {
        Ok(()) => Ok(page.done(&SettingsPath, "programmes-done-setting", &[])),
        Err(failed) => {
            fields.refuse("value", refusal(refused(failed)?), &[]);
            draw_one(&page, &programme, key, fields)
        }
    }
}
