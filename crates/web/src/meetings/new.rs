//! A time is proposed: one of the lessons in which both are free, or a day and a time of one's own.

use super::own::{OwnPair, own_pairs};
use super::{NewPath, ShowPath, field, refusal, span};
use crate::contacts::kind_key;
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::{Choice, Day as FreeDay, Filter, Slot as FreeSlot};
use crate::names::Names;
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::meetings::{Proposal, busy, last_day, propose as do_propose};
use axum::extract::RawQuery;
use axum::http::StatusCode;
use axum::response::Response;
use domain::Day;
use domain::contacts::Kind;
use domain::meetings::{MINUTES, MOST_LINK, MOST_WORDS, Opening, steps_around, themes};
use domain::programmes::Programme;
use i18n::Lang;
use store::Tx;

/// Numbers of weeks that the form offers.
const WEEKS: [u8; 6] = [1, 2, 4, 8, 12, 16];

#[derive(askama::Template)]
#[template(path = "meetings/new.html")]
struct New {
    shell: Shell,
    today: Day,
    name: String,
    pair: String,
    kind: Kind,
    /// What else the two could do, as links: free periods depend on it.
    kinds: Vec<Filter>,
    /// What it could be about, as links that fill it in.
    agenda: Vec<Filter>,
    days: Vec<FreeDay>,
    minutes: Vec<Choice>,
    weeks: Vec<Choice>,
    until: Day,
    fields: Fields,
}

impl New {
    /// A meeting online may have a link.
    fn is_online(&self) -> bool {
        self.kind == Kind::Online
    }
}

/// One of the reader's pairs.
async fn pair_of(page: &Page, id: &str) -> Result<(Programme, OwnPair), PageError> {
    let mut tx = page.read().await?;
    let (programme, names) = Names::load(page, &mut tx).await?;
    let own = own_pairs(page, &mut tx, &programme, &names).await?;
    let wanted = own.into_iter().find(|one| id.is_empty() || one.pair.id.as_str() == id);
    Ok((programme, wanted.ok_or(PageError::NotFound)?))
}

pub(super) async fn blank(_: NewPath, page: Page, RawQuery(query): RawQuery) -> Result<Response, PageError> {
    let asked = Fields::read(page.lang(), &query.unwrap_or_default());
    let (programme, own) = pair_of(&page, asked.value("pair")).await?;
    let kind = Kind::from_word(asked.value("kind")).unwrap_or(Kind::Talk);
    let beginning = [
        ("kind", kind.word().to_owned()),
        ("minutes", "30".to_owned()),
        ("weeks", "1".to_owned()),
        ("topic", asked.value("topic").chars().take(MOST_WORDS).collect()),
    ];
    draw(&page, &programme, &own, kind, Fields::beginning(page.lang(), &beginning)).await
}

pub(super) async fn propose(_: NewPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let (programme, own) = pair_of(&page, fields.value("pair")).await?;
    let kind = Kind::from_word(fields.value("kind")).ok_or(PageError::Unreadable)?;
    let Some(proposal) = read(&mut fields, kind) else {
        return draw(&page, &programme, &own, kind, fields).await;
    };
    match do_propose(&page.context(), &own.pair.id, &proposal).await {
        Ok(id) => Ok(page.done(&ShowPath { id }, "meetings-done-proposed", &[("name", own.other)])),
        Err(Failed::Refused(why)) => {
            fields.problems.add(field(why), refusal(page.lang(), why));
            draw(&page, &programme, &own, kind, fields).await
        }
        Err(other) => Err(other.into()),
    }
}

fn read(fields: &mut Fields, kind: Kind) -> Option<Proposal> {
    let minutes = fields.value("minutes").parse().ok();
    let span = span(fields, Some(minutes.unwrap_or(kind.norm())));
    let weeks = fields.choice("weeks", |typed| typed.parse().ok());
    let place = fields.optional_text("place", MOST_WORDS);
    let topic = fields.optional_text("topic", MOST_WORDS);
    let link = if kind == Kind::Online { fields.optional_text("link", MOST_LINK) } else { None };
    fields.is_right().then_some(())?;
    Some(Proposal { kind, span: span?, topic, place, link, weeks: weeks? })
}

/// What the meeting could be about: steps of the work plan around this week, and themes of the month.
async fn agenda(
    page: &Page,
    tx: &mut Tx,
    own: &OwnPair,
    (kind, chosen): (Kind, &str),
) -> Result<Vec<Filter>, PageError> {
    let mut topics = Vec::new();
    if let Some(plan) = store::plans::of_pair(tx, &own.pair.school, &own.pair.id).await? {
        let items = actions::plans::items(tx, &plan).await?;
        let steps = steps_around(&items, page.today()).into_iter();
        topics.extend(steps.map(|item| actions::plans::words(page.lang(), item.step, &item.content).0));
    }
    topics.extend(themes(page.today()).map(|theme| page.text(&format!("meetings-agenda-{theme}"))));
    let link = |topic: String| Filter {
        href: format!("{}&kind={}", NewPath::about(&own.pair.id, &topic), kind.word()),
        current: topic == chosen,
        label: topic,
        count: 0,
        icon: "",
    };
    Ok(topics.into_iter().map(link).collect())
}

async fn draw(
    page: &Page,
    programme: &Programme,
    own: &OwnPair,
    kind: Kind,
    fields: Fields,
) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let busy = busy(&mut tx, &own.pair, programme, None).await?;
    let until = last_day(&mut tx, &own.pair, programme).await?;
    let agenda = agenda(page, &mut tx, own, (kind, fields.value("topic"))).await?;
    let openings = busy.openings(kind, page.visit.local, until);
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let weeks = |weeks: u8| {
        let label = i18n::t(page.lang(), "meetings-new-weeks-count", &[("count", weeks.into())]);
        Choice::new(weeks.to_string(), label).chosen_if(fields.value("weeks"))
    };
    let other = |one: Kind| Filter {
        href: match fields.value("topic") {
            "" => format!("{}&kind={}", NewPath::with(&own.pair.id), one.word()),
            topic => format!("{}&kind={}", NewPath::about(&own.pair.id, topic), one.word()),
        },
        label: page.text(&kind_key(one)),
        count: 0,
        icon: "",
        current: one == kind,
    };
    page.show_with(
        status,
        &New {
            shell: page.shell(),
            today: page.today(),
            name: own.other.clone(),
            pair: own.pair.id.to_string(),
            kind,
            kinds: Kind::ALL.map(other).into(),
            agenda,
            days: free_days(page.lang(), &openings, fields.value("slot")),
            minutes: minutes(page, fields.value("minutes")),
            weeks: WEEKS.map(weeks).into(),
            until,
            fields,
        },
    )
}

/// Lengths of a meeting, as pills.
pub(super) fn minutes(page: &Page, chosen: &str) -> Vec<Choice> {
    let choice = |minutes: u16| {
        let label = i18n::t(page.lang(), "meetings-minutes", &[("count", minutes.into())]);
        Choice::new(minutes.to_string(), label).chosen_if(chosen)
    };
    MINUTES.map(choice).into()
}

/// The shared free periods by day.
pub(super) fn free_days(lang: Lang, free: &[Opening], chosen: &str) -> Vec<FreeDay> {
    let slot = |one: &Opening| FreeSlot {
        value: one.span.to_string(),
        time: i18n::time(one.span.at),
        note: i18n::t(lang, "meetings-lesson", &[("number", u32::from(one.lesson).into())]),
        chosen: one.span.to_string() == chosen,
    };
    let days = free.chunk_by(|one, other| one.span.day == other.span.day);
    days.filter_map(|day| {
        let title = i18n::day_with_weekday(lang, day.first()?.span.day);
        Some(FreeDay { title, slots: day.iter().map(slot).collect() })
    })
    .collect()
}
