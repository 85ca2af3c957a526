//! What the board says, and the lines under it: by phase, and by what became of the choice.

use super::mine::{Became, Mine};
use crate::{Page, PageError, pairs};
use actions::proposals::{How, MentorResult, NewcomerResult, With};
use domain::choices::RankRefused;
use domain::pairs::Pair;
use domain::programmes::Phase;
use domain::sides::Side;
use domain::{MentorId, NewcomerId};
use i18n::Arg;
use store::Tx;

/// The board.
pub(super) struct Board {
    pub(super) title: String,
    pub(super) text: Vec<String>,
    /// The reason of an appointment, which both read.
    pub(super) reason: Option<String>,
    /// Where the reader goes on, and in what words.
    pub(super) way: Option<(String, String)>,
}

/// A newcomer with whom a mentor stands in a pair.
pub(super) struct Together {
    pub(super) name: String,
    pub(super) sub: String,
    pub(super) text: String,
    pub(super) reason: Option<String>,
    /// The pair's page; empty until it is published.
    pub(super) href: String,
}

/// A text with values.
pub(super) fn say(page: &Page, key: &str, args: &[(&str, Arg)]) -> String {
    i18n::t(page.lang(), key, args)
}

impl Board {
    fn new(page: &Page, key: &str, args: &[(&str, Arg)]) -> Self {
        let text = say(page, &format!("{key}-text"), args);
        Self { title: say(page, key, args), text: vec![text], reason: None, way: None }
    }

    fn leading(mut self, page: &Page, href: &str, key: &str) -> Self {
        self.way = Some((href.to_owned(), page.text(key)));
        self
    }

    /// For somebody who takes no part in the choice.
    pub(super) fn nobody(page: &Page) -> Self {
        Self::new(page, "choices-nobody", &[]).leading(page, "/", "choices-home")
    }

    pub(super) async fn of(page: &Page, tx: &mut Tx, mine: &Mine) -> Result<Self, PageError> {
        let day = |day| Arg::Words(i18n::day_short(page.lang(), day));
        let phases = &mine.programme.phases;
        match mine.now {
            Err(RankRefused::NotNow(Phase::Hiring)) => {
                Ok(Self::new(page, "choices-early", &[("day", day(phases.selection_from))]))
            }
            Ok(()) => {
                let key = format!("choices-{}-board", mine.side.word());
                Ok(Self::new(page, &key, &[("day", day(phases.decision_until))]))
            }
            Err(_) => match &mine.became {
                Became::Newcomer(result) => Self::for_newcomer(page, tx, mine, result).await,
                Became::Mentor { result, approved } => Ok(Self::for_mentor(page, mine, result, *approved)),
            },
        }
    }

    async fn for_newcomer(
        page: &Page,
        tx: &mut Tx,
        mine: &Mine,
        result: &NewcomerResult,
    ) -> Result<Self, PageError> {
        Ok(match result {
            NewcomerResult::Open => Self::new(page, "choices-opened", &[]),
            NewcomerResult::Agreed { mentor } => {
                let name = mine.names.mentor(mentor)?.name.polite();
                Self::new(page, "choices-newcomer-agreed", &[("name", name.into())])
            }
            NewcomerResult::Paired(with) => Self::paired(page, mine, with)?,
            NewcomerResult::Ended => {
                let mut board = Self::new(page, "choices-newcomer-ended", &[]);
                board.text.push(who_stays(page, tx, mine).await?);
                board
            }
            NewcomerResult::Pending { named_nobody } => {
                let mut board = Self::new(page, "choices-newcomer-pending", &[]);
                if *named_nobody {
                    board.text.insert(0, page.text("choices-newcomer-pending-nobody"));
                }
                board.text.push(who_stays(page, tx, mine).await?);
                board
            }
        })
    }

    fn paired(page: &Page, mine: &Mine, with: &With<MentorId>) -> Result<Self, PageError> {
        let name = mine.names.mentor(&with.other)?.name.polite();
        let (tail, args, reason) = how(Side::Newcomer, &with.how);
        let title = say(page, "choices-newcomer-paired", &[("name", name.into())]);
        let board = Self { title, text: vec![say(page, &tail, &args)], reason, way: None };
        Ok(board.leading(page, &pairs::ShowPath { id: with.pair.clone() }.to_string(), "choices-to-pair"))
    }

    fn for_mentor(page: &Page, mine: &Mine, result: &MentorResult, approved: bool) -> Self {
        let writing = !matches!(mine.now, Err(RankRefused::NotNow(_)));
        match result {
            _ if writing && !approved => Self::new(page, "choices-mentor-not-approved", &[]).leading(
                page,
                "/mentors/card",
                "choices-to-card",
            ),
            _ if writing => Self::new(page, "choices-mentor-full", &[]),
            result if !result.with.is_empty() => {
                Self::new(page, "choices-mentor-paired", &[("count", result.with.len().into())])
            }
            result if result.published => Self::new(page, "choices-mentor-none", &[]),
            _ => Self::new(page, "choices-opened", &[]),
        }
    }
}

/// How a pair came about, in the words of one side: a key, its values, and the reason of an appointment.
fn how(side: Side, how: &How) -> (String, Vec<(&'static str, Arg)>, Option<String>) {
    let key = |tail: &str| format!("choices-{}-how-{tail}", side.word());
    match how {
        How::Asked => (key("asked"), vec![], None),
        How::Ranked { wish: Some(1) } => (key("first"), vec![], None),
        How::Ranked { wish: Some(number) } => (key("later"), vec![("number", (*number).into())], None),
        How::Ranked { wish: None } => (key("ranked"), vec![], None),
        How::Appointed { reason } => (key("appointed"), vec![], Some(reason.clone())),
    }
}

/// Who is with a newcomer without a pair.
async fn who_stays(page: &Page, tx: &mut Tx, mine: &Mine) -> Result<String, PageError> {
    Ok(match provisional(tx, mine).await? {
        Some(mentor) => {
            let name = mine.names.mentor(&mentor)?.name.polite();
            say(page, "choices-newcomer-provisional", &[("name", name.into())])
        }
        None => page.text("choices-newcomer-provisional-none"),
    })
}

async fn provisional(tx: &mut Tx, mine: &Mine) -> Result<Option<MentorId>, PageError> {
    let Some(newcomer) = &mine.newcomer else { return Ok(None) };
    let pairs = store::pairs::of_newcomer(tx, &newcomer.school, &newcomer.id).await?;
    Ok(pairs.into_iter().find(Pair::is_provisional).map(|pair| pair.mentor))
}

/// The newcomers of a mentor, with how each pair came about.
pub(super) fn together(page: &Page, mine: &Mine) -> Result<Vec<Together>, PageError> {
    let Became::Mentor { result, .. } = &mine.became else { return Ok(Vec::new()) };
    let row = |id: &NewcomerId, text: String, reason: Option<String>, href: String| {
        let named = mine.names.newcomer(id)?;
        let sub = named.subject.clone().unwrap_or_default();
        Ok::<_, PageError>(Together { name: named.name.full(), sub, text, reason, href })
    };
    let mut rows = Vec::new();
    for with in &result.with {
        let (key, args, reason) = how(Side::Mentor, &with.how);
        rows.push(row(
            &with.other,
            say(page, &key, &args),
            reason,
            pairs::ShowPath { id: with.pair.clone() }.to_string(),
        )?);
    }
    for newcomer in &result.agreed {
        rows.push(row(newcomer, page.text("choices-mentor-agreed"), None, String::new())?);
    }
    Ok(rows)
}
