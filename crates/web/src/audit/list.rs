//! Lines by day, newest first; narrowed by kind and by person.

use super::ListPath;
use super::things::{Things, detail};
use crate::forms::{Fields, encode};
use crate::layout::Shell;
use crate::{Page, PageError, filters};
use actions::handouts::hides;
use actions::{Failed, Never};
use axum::extract::RawQuery;
use axum::response::Response;
use domain::audit::{Deed, Kind, may_read};
use domain::people::COMMAND_LINE;
use domain::permissions::{Action, may};
use domain::{Day, Instant, PersonId};
use store::audit::{Chosen, Told};

/// Lines on one page.
const LINES: usize = 50;

/// A line as it is read.
struct Row {
    time: String,
    /// The key of what was done.
    what: String,
    /// Who did it, and the log about them; missing for the schedule, and where it is written nowhere.
    who: Option<(String, Option<String>)>,
    /// Whom it concerns, in words.
    about: String,
    /// More of it in words: a role, a field, a day, a number.
    detail: String,
    /// The thing, where the reader may open it.
    href: Option<String>,
}

struct DayLines {
    day: Day,
    rows: Vec<Row>,
}

/// A way to narrow the log.
struct Narrow {
    href: String,
    key: String,
    current: bool,
}

#[derive(askama::Template)]
#[template(path = "audit/list.html")]
struct List {
    shell: Shell,
    today: Day,
    /// When the latest of these lines was written.
    latest: String,
    kinds: Vec<Narrow>,
    /// The name of the one person whose lines are shown, and the way back to everybody's.
    person: Option<(String, String)>,
    days: Vec<DayLines>,
    /// The next page; lines that are older.
    earlier: Option<String>,
    /// The first page, where this is another one.
    newest: Option<String>,
    /// Kinds that are not the reader's are left out, and the page says so.
    hides: Option<&'static str>,
}

/// What the address asks for.
struct Asked {
    kind: Option<Kind>,
    person: Option<PersonId>,
    before: Option<(Instant, i64)>,
}

/// The place of a line in the log, as the address has it.
fn read_place(typed: &str) -> Option<(Instant, i64)> {
    let (at, id) = typed.split_once('-')?;
    Some((Instant::from_millisecond(at.parse().ok()?).ok()?, id.parse().ok()?))
}

impl Asked {
    fn read(fields: &Fields) -> Self {
        let person = fields.value("person");
        Self {
            kind: Kind::from_word(fields.value("kind")),
            person: (!person.is_empty()).then(|| person.into()),
            before: read_place(fields.value("before")),
        }
    }

    /// The address of this choice with another kind, another person, another page.
    #[expect(clippy::unused_self, reason = "templates call methods")]
    fn href(&self, kind: Option<Kind>, person: Option<&PersonId>, before: Option<(Instant, i64)>) -> String {
        let parts = [
            kind.map(|kind| format!("kind={}", kind.word())),
            person.map(|person| format!("person={}", encode(person.as_str()))),
            before.map(|(at, id)| format!("before={}-{id}", at.as_millisecond())),
        ];
        let query: Vec<String> = parts.into_iter().flatten().collect();
        if query.is_empty() { ListPath.to_string() } else { format!("{ListPath}?{}", query.join("&")) }
    }

    /// The deeds that are asked for and that the reader may read.
    fn deeds(&self, page: &Page) -> Result<Vec<Deed>, PageError> {
        let school = page.school_id()?;
        let readable = |kind: &Kind| may_read(page.actor(), school, *kind).is_ok();
        let kinds: Vec<Kind> = match self.kind {
            Some(kind) => vec![kind],
            // Of one person everything is asked for; of the school, what is not done all day long.
            None => {
                Kind::ALL.into_iter().filter(|kind| self.person.is_some() || !kind.is_everyday()).collect()
            }
        };
        // A line under somebody's name would say whose it is.
        let shown = |deed: &Deed| self.person.is_none() || !deed.hides_who();
        Ok(kinds.into_iter().filter(readable).flat_map(Kind::deeds).filter(shown).collect())
    }
}

pub(super) async fn list(_: ListPath, RawQuery(query): RawQuery, page: Page) -> Result<Response, PageError> {
    let asked = Asked::read(&Fields::read(page.lang(), &query.unwrap_or_default()));
    let school = page.school_id()?;
    may(page.actor(), &Action::SeeAudit(school)).map_err(Failed::<Never>::from)?;
    let mut tx = page.read().await?;
    let things = Things::load(&page, &mut tx).await?;
    let deeds = asked.deeds(&page)?;
    let before = asked.before.unwrap_or((Instant::MAX, i64::MAX));
    let chosen = Chosen { deeds: &deeds, person: asked.person.as_ref(), before };
    // One more than is shown tells whether there are older ones.
    let limit = i64::try_from(LINES + 1).unwrap_or(i64::MAX);
    let mut lines = store::audit::chosen(&mut tx, school, &chosen, limit).await?;
    let more = lines.len() > LINES;
    lines.truncate(LINES);
    let last = lines.last().map(|told| (told.line.at, told.line.id));
    lines = actions::handovers::without_hidden(&mut tx, &page.context(), lines).await?;
    let latest = lines.first().map(|told| i18n::day_and_time(page.lang(), page.local(told.line.at)));
    let mut days: Vec<DayLines> = Vec::new();
    for told in &lines {
        let day = page.local(told.line.at).date();
        let row = row(&page, &mut tx, &things, &asked, told).await?;
        match days.last_mut() {
            Some(open) if open.day == day => open.rows.push(row),
            _ => days.push(DayLines { day, rows: vec![row] }),
        }
    }
    let (kind, person) = (asked.kind, asked.person.as_ref());
    page.show(&List {
        shell: page.shell(),
        today: page.today(),
        latest: latest.unwrap_or_default(),
        kinds: kinds(&page, &asked)?,
        person: person.map(|id| (things.name(id), asked.href(kind, None, None))),
        days,
        earlier: last.filter(|_| more).map(|last| asked.href(kind, person, Some(last))),
        newest: asked.before.map(|_| asked.href(kind, person, None)),
        hides: hides(page.actor(), school),
    })
}

fn kinds(page: &Page, asked: &Asked) -> Result<Vec<Narrow>, PageError> {
    let school = page.school_id()?;
    let person = asked.person.as_ref();
    let all = if person.is_some() { "audit-kind-all" } else { "audit-kind-most" };
    let mut kinds = vec![Narrow {
        href: asked.href(None, person, None),
        key: all.to_owned(),
        current: asked.kind.is_none(),
    }];
    let readable = Kind::ALL.into_iter().filter(|kind| may_read(page.actor(), school, *kind).is_ok());
    kinds.extend(readable.map(|kind| Narrow {
        href: asked.href(Some(kind), person, None),
        key: format!("audit-kind-{}", kind.word()),
        current: asked.kind == Some(kind),
    }));
    Ok(kinds)
}

async fn row(
    page: &Page,
    tx: &mut store::Tx,
    things: &Things,
    asked: &Asked,
    told: &Told,
) -> Result<Row, PageError> {
    let line = &told.line;
    // Only deeds of the list are asked for, so the word is known.
    let deed = Deed::from_word(&line.what).ok_or(PageError::NotFound)?;
    let thing = things.find(page, tx, deed, told).await?;
    let others = thing.people.iter().filter(|person| Some(*person) != line.actor.as_ref());
    let about: Vec<String> = others.map(|person| things.name(person)).collect();
    let who = line.actor.as_ref().map(|id| match id.as_str() {
        COMMAND_LINE => (page.text("audit-command-line"), None),
        _ => (things.name(id), Some(asked.href(asked.kind, Some(id), None))),
    });
    let who = who.filter(|(name, _)| !name.is_empty() && !deed.hides_who());
    Ok(Row {
        time: i18n::time(page.local(line.at).time()),
        what: format!("audit-{}", line.what),
        who,
        about: about.join(", "),
        detail: detail(page, deed, line),
        href: thing.href,
    })
}
