//! One setting: what it means, on what its default stands, another value with the reason.

use super::{SettingPath, home, refusal};
use crate::forms::Fields;
use crate::layout::parts::{Choice, Fact};
use crate::layout::{FlashKind, Shell};
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::programmes::Changed;
use axum::http::StatusCode;
use axum::response::Response;
use domain::Day;
use domain::choices::Mode;
use domain::mentors::Reach;
use domain::people::{Category, Person};
use domain::permissions::{Action, may};
use domain::programmes::{PhasesRefused, Programme, SetUpRefused};
use domain::settings::{Certainty, Key, Settings, Value, clock, first_lessons, switch};
use i18n::{Arg, Lang};
use store::Tx;

/// Longest reason.
const MOST_REASON: usize = 300;

/// A setting as it is shown.
pub(super) struct Setting {
    pub(super) name: String,
    pub(super) means: String,
    pub(super) now: String,
    pub(super) usual: String,
    /// What it may take.
    pub(super) bounds: String,
    pub(super) look: &'static str,
    pub(super) icon: &'static str,
    /// The key of how sure its default is.
    pub(super) certainty: String,
    pub(super) href: String,
    /// The key of why it is not changed any more.
    pub(super) fixed: Option<&'static str>,
}

impl Setting {
    /// The key of what its certainty means.
    fn certainty_means(&self) -> String {
        format!("{}-means", self.certainty)
    }

    pub(super) fn of(lang: Lang, programme: &Programme, key: Key, today: Day) -> Self {
        let text = |tail: &str| i18n::t(lang, &format!("programmes-setting-{}{tail}", key.word()), &[]);
        let (now, usual) = (programme.settings.get(key), Settings::default().get(key));
        let (look, icon) = match key.certainty() {
            Certainty::Confirmed => ("done", "scale"),
            Certainty::ToVerify => ("soon", "alert-triangle"),
            Certainty::Essay => ("act", "notebook"),
            Certainty::Ours => ("", "school"),
        };
        Self {
            name: text(""),
            means: text("-means"),
            now: value(lang, key, now),
            usual: value(lang, key, usual),
            bounds: bounds(lang, key),
            look,
            icon,
            certainty: format!("programmes-certainty-{}", key.certainty().word()),
            href: SettingPath { id: programme.id.clone(), key: key.word().to_owned() }.to_string(),
            fixed: programme.may_change(key, today).err().map(|why| refusal(why).1),
        }
    }
}

fn value(lang: Lang, key: Key, value: Value) -> String {
    match value {
        Value::Number(count) => {
            i18n::t(lang, &format!("programmes-value-{}", key.word()), &[("count", count.into())])
        }
        Value::Category(category) => category_name(lang, category),
        Value::Switch(on) => switch_name(lang, on),
        Value::Mode(mode) => mode_name(lang, mode),
        Value::Reach(reach) => reach_name(lang, reach),
        Value::Time(at) => i18n::time(at),
    }
}

fn category_name(lang: Lang, category: Category) -> String {
    i18n::t(lang, &format!("rosters-category-{}", category.word()), &[])
}

fn switch_name(lang: Lang, on: bool) -> String {
    i18n::t(lang, &format!("programmes-switch-{}", switch(on)), &[])
}

fn mode_name(lang: Lang, mode: Mode) -> String {
    i18n::t(lang, &format!("programmes-mode-{}", mode.word()), &[])
}

fn reach_name(lang: Lang, reach: Reach) -> String {
    i18n::t(lang, &format!("programmes-reach-{}", reach.word()), &[])
}

/// A value that the log keeps as a word.
fn kept_value(lang: Lang, key: Key, word: &str) -> String {
    key.read(word).map_or_else(|_| word.to_owned(), |read| value(lang, key, read))
}

/// A setting that is on or off.
const fn is_switch(key: Key) -> bool {
    matches!(key, Key::Exam | Key::RankedAfterContact | Key::PulseFortnightly | Key::PulseAfterMeeting)
}

fn bounds(lang: Lang, key: Key) -> String {
    match key.bounds() {
        Some(range) => {
            let (least, most) = (Arg::from(*range.start()), Arg::from(*range.end()));
            i18n::t(lang, "programmes-bounds", &[("least", least), ("most", most)])
        }
        None if is_switch(key) => i18n::t(lang, "programmes-bounds-switch", &[]),
        None if key == Key::ChoiceMode => i18n::t(lang, "programmes-bounds-mode", &[]),
        None if key == Key::FirstLesson => i18n::t(lang, "programmes-bounds-time", &[]),
        None if matches!(key, Key::Readers(_)) => i18n::t(lang, "programmes-bounds-reach", &[]),
        None => i18n::t(lang, "programmes-bounds-category", &[]),
    }
}

/// A change in the history.
pub(super) struct Past {
    pub(super) key: Key,
    pub(super) on: Day,
    pub(super) name: String,
    pub(super) before: String,
    pub(super) after: String,
    pub(super) who: String,
    pub(super) reason: String,
}

/// Every change of a programme's settings, the latest first, with who made it.
pub(super) async fn history(page: &Page, tx: &mut Tx, programme: &Programme) -> Result<Vec<Past>, PageError> {
    let changes = actions::programmes::history(tx, programme).await?;
    let people = store::people::of_school(tx, &programme.school).await?;
    Ok(changes.into_iter().map(|changed| past(page.lang(), &people, changed)).collect())
}

fn past(lang: Lang, people: &[Person], Changed { change, before }: Changed) -> Past {
    let key = change.key;
    let who = people.iter().find(|person| person.id == change.person);
    Past {
        key,
        on: change.from,
        name: i18n::t(lang, &format!("programmes-setting-{}", key.word()), &[]),
        before: kept_value(lang, key, &before),
        after: kept_value(lang, key, &change.value),
        who: who.map(|person| person.name.brief()).unwrap_or_default(),
        reason: change.reason,
    }
}

#[derive(askama::Template)]
#[template(path = "programmes/setting.html")]
struct Show {
    shell: Shell,
    today: Day,
    action: String,
    setting: Setting,
    /// Least and greatest number; missing where something is chosen.
    range: Option<(u16, u16)>,
    choices: Vec<Choice>,
    /// What each choice means, where a name does not say it.
    meanings: Vec<Fact>,
    fields: Fields,
    refusal: Option<String>,
    history: Vec<Past>,
}

pub(super) async fn blank(path: SettingPath, page: Page) -> Result<Response, PageError> {
    draw(&page, path, None, None).await
}

pub(super) async fn change(path: SettingPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let key = Key::from_word(&path.key).ok_or(PageError::NotFound)?;
    let reason = fields.text("reason", MOST_REASON);
    let value = fields.text("value", 40);
    if !fields.is_right() {
        return draw(&page, path, Some(fields), None).await;
    }
    match actions::programmes::change_setting(&page.context(), &path.id, key, &value, &reason).await {
        Ok(()) => {
            let name = page.text(&format!("programmes-setting-{}", key.word()));
            let home = home(&page, &path.id).await?;
            Ok(page.done(&format!("{home}#settings"), "programmes-done-setting", &[("name", name)]))
        }
        Err(Failed::Refused(why @ (SetUpRefused::Closed | SetUpRefused::Opened))) => {
            draw(&page, path, Some(fields), Some(refusal(why).1)).await
        }
        Err(Failed::Refused(SetUpRefused::Phases(PhasesRefused::SelectionTooLong))) => {
            fields.refuse("value", "programmes-refused-shorter", &[]);
            draw(&page, path, Some(fields), None).await
        }
        Err(Failed::Refused(why)) => {
            let (field, key_of_text) = refusal(why);
            let args = [("bounds", Arg::Words(bounds(page.lang(), key)))];
            fields.refuse(field, key_of_text, &args);
            draw(&page, path, Some(fields), None).await
        }
        Err(other) => Err(other.into()),
    }
}

async fn draw(
    page: &Page,
    path: SettingPath,
    back: Option<Fields>,
    refusal: Option<&str>,
) -> Result<Response, PageError> {
    let key = Key::from_word(&path.key).ok_or(PageError::NotFound)?;
    let mut tx = page.read().await?;
    let programme = store::programmes::get(&mut tx, page.school_id()?, &path.id).await?;
    let programme = programme.ok_or(PageError::NotFound)?;
    may(page.actor(), &Action::ManageProgramme(&programme.school)).map_err(|_| PageError::Forbidden)?;
    let mut history = history(page, &mut tx, &programme).await?;
    history.retain(|past| past.key == key);
    let status = if back.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let now = programme.settings.get(key).word();
    let fields = back.unwrap_or_else(|| Fields::beginning(page.lang(), &[("value", now)]));
    let show = Show {
        shell: page.shell(),
        today: page.today(),
        action: path.to_string(),
        setting: Setting::of(page.lang(), &programme, key, page.today()),
        range: key.bounds().map(|range| (*range.start(), *range.end())),
        choices: choices(page.lang(), key, fields.value("value")),
        meanings: meanings(page.lang(), key),
        fields,
        refusal: refusal.map(|text| page.text(text)),
        history,
    };
    page.show_with(status, &show)
}

/// What may be chosen where no number is typed.
fn choices(lang: Lang, key: Key, chosen: &str) -> Vec<Choice> {
    let choice = |word: &str, name: String| Choice::new(word, name).chosen_if(chosen);
    match key {
        Key::MentorMinCategory => {
            Category::ALL.map(|one| choice(one.word(), category_name(lang, one))).into()
        }
        key if is_switch(key) => [true, false].map(|on| choice(switch(on), switch_name(lang, on))).into(),
        Key::ChoiceMode => Mode::ALL.map(|mode| choice(mode.word(), mode_name(lang, mode))).into(),
        Key::Readers(_) => Reach::ALL.map(|reach| choice(reach.word(), reach_name(lang, reach))).into(),
        Key::FirstLesson => first_lessons().map(|at| choice(&clock(at), i18n::time(at))).collect(),
        _ => Vec::new(),
    }
}

/// What each choice means to people, where its name alone does not say it.
fn meanings(lang: Lang, key: Key) -> Vec<Fact> {
    let means = |name: String, of: &str, word: &str| Fact {
        name,
        value: i18n::t(lang, &format!("programmes-{of}-{word}-means"), &[]),
    };
    match key {
        Key::ChoiceMode => Mode::ALL.map(|mode| means(mode_name(lang, mode), "mode", mode.word())).into(),
        Key::Readers(_) => {
            Reach::ALL.map(|reach| means(reach_name(lang, reach), "reach", reach.word())).into()
        }
        _ => Vec::new(),
    }
}
