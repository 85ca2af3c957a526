//! What the board says, and the lines under it: by phase, and by what became of the choice.

use super::mine::{Became, Mine};
use crate::newcomers::for_now_own;
use crate::{Page, PageError, pairs};
use actions::proposals::{How, MentorResult, NewcomerResult, Otherwise, With};
use domain::choices::RankRefused;
use domain::programmes::Phase;
use domain::sides::Side;
use domain::{MentorId, NewcomerId, PairId};
use i18n::Arg;
use store::Tx;

/// The board.
pub(super) struct Board {
    pub(super) title: String,
    pub(super) text: Vec<String>,
    /// An appointment, as both read it.
    pub(super) appointed: Option<Appointed>,
    /// Where the reader goes on, and in what words.
    pub(super) way: Option<(String, String)>,
    /// How a newcomer's wishes went, best first.
    pub(super) wishes: Vec<String>,
    /// How it came that a mentor has whom they have, or nobody.
    pub(super) account: Vec<String>,
}

/// A newcomer with whom a mentor stands in a pair.
pub(super) struct Together {
    pub(super) name: String,
    pub(super) sub: String,
    pub(super) text: String,
    pub(super) appointed: Option<Appointed>,
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
        let title = say(page, key, args);
        Self { title, text: vec![text], appointed: None, way: None, wishes: vec![], account: vec![] }
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
            Ok(()) => Self::writing(page, tx, mine).await,
            Err(_) => match &mine.became {
                Became::Newcomer(result) => Self::for_newcomer(page, tx, mine, result).await,
                Became::Mentor { result, approved, places } => Ok(Self {
                    account: account(page, mine, result, *places),
                    ..Self::for_mentor(page, mine, result, *approved)
                }),
            },
        }
    }

    /// A list is written now: until when it is sealed, and in a second round who is there meanwhile.
    async fn writing(page: &Page, tx: &mut Tx, mine: &Mine) -> Result<Self, PageError> {
        let day = Arg::Words(i18n::day_short(page.lang(), mine.until));
        let mut board = Self::new(page, &format!("choices-{}-board", mine.side.word()), &[("day", day)]);
        if mine.programme.round_on(page.today()).is_some() {
            board.text.insert(0, page.text(&format!("choices-{}-once-more", mine.side.word())));
            board.text.extend(who_stays(page, tx, mine).await?);
        }
        Ok(board)
    }

    async fn for_newcomer(
        page: &Page,
        tx: &mut Tx,
        mine: &Mine,
        result: &NewcomerResult,
    ) -> Result<Self, PageError> {
        Ok(match result {
            NewcomerResult::Open => {
                let mut board = Self::new(page, "choices-opened", &[]);
                board.text.extend(who_stays(page, tx, mine).await?);
                board
            }
            NewcomerResult::Agreed { mentor } => {
                let name = mine.names.mentor(mentor)?.name.polite();
                Self::new(page, "choices-newcomer-agreed", &[("name", name.into())])
            }
            NewcomerResult::Paired { with, otherwise } => Self {
                wishes: wishes(page, mine, otherwise, Some(with))?,
                ..Self::paired(page, tx, mine, with).await?
            },
            NewcomerResult::Ended => {
                let mut board = Self::new(page, "choices-newcomer-ended", &[]);
                board.text.extend(who_stays(page, tx, mine).await?);
                board
            }
            NewcomerResult::Pending { named_nobody, otherwise } => {
                let mut board = Self::new(page, "choices-newcomer-pending", &[]);
                board.wishes = wishes(page, mine, otherwise, None)?;
                if *named_nobody {
                    board.text.insert(0, page.text("choices-newcomer-pending-nobody"));
                }
                board.text.extend(who_stays(page, tx, mine).await?);
                board
            }
        })
    }

    async fn paired(page: &Page, tx: &mut Tx, mine: &Mine, with: &With<MentorId>) -> Result<Self, PageError> {
        let name = mine.names.mentor(&with.other)?.name.polite();
        let (tail, args) = how(Side::Newcomer, &with.how);
        let title = say(page, "choices-newcomer-paired", &[("name", name.into())]);
        let appointed = Appointed::of(page, tx, &with.pair, &with.how).await?;
        let text = vec![say(page, &tail, &args)];
        let board = Self { title, text, appointed, way: None, wishes: vec![], account: vec![] };
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
            result if writing && result.with.is_empty() => Self::new(page, "choices-mentor-full", &[]),
            result if !result.with.is_empty() => {
                Self::new(page, "choices-mentor-paired", &[("count", result.with.len().into())])
            }
            result if result.published => Self::new(page, "choices-mentor-none", &[]),
            _ => Self::new(page, "choices-opened", &[]),
        }
    }
}

/// How a newcomer's wishes went: those that led to no pair, all in the same words, and the one that did.
fn wishes(
    page: &Page,
    mine: &Mine,
    otherwise: &[Otherwise],
    with: Option<&With<MentorId>>,
) -> Result<Vec<String>, PageError> {
    let line = |key: &str, number: Arg, mentor: &MentorId| {
        let name = mine.names.mentor(mentor)?.name.polite();
        Ok::<_, PageError>(say(page, key, &[("number", number), ("name", name.into())]))
    };
    let mut lines = Vec::new();
    for wish in otherwise {
        lines.push(line("choices-wish-otherwise", wish.number.into(), &wish.mentor)?);
    }
    if let Some(With { other, how: How::Ranked { wish: Some(number) }, .. }) = with
        && !lines.is_empty()
    {
        lines.push(line("choices-wish-met", (*number).into(), other)?);
    }
    Ok(lines)
}

/// How it came that a mentor has whom they have, or nobody, once the last choice is published. The own card, the own list and the
/// own pairs are all that is looked at, so that nothing of anybody else's list can come through (decision 0065).
fn account(page: &Page, mine: &Mine, result: &MentorResult, places: u8) -> Vec<String> {
    if !result.published {
        return Vec::new();
    }
    let taken = result.with.len() + result.agreed.len();
    let mut lines =
        vec![say(page, "choices-mentor-places", &[("places", places.into()), ("taken", taken.into())])];
    let named: Vec<&str> = mine.listed.iter().flatten().map(|one| one.id.as_str()).collect();
    if named.is_empty() {
        lines.push(page.text("choices-mentor-named-nobody"));
        return lines;
    }
    let came = |with: &&With<NewcomerId>| {
        matches!(with.how, How::Ranked { .. }) && named.contains(&with.other.as_str())
    };
    let came = result.with.iter().filter(came).count();
    let args = [("named", named.len().into()), ("came", came.into())];
    lines.push(say(page, "choices-mentor-named", &args));
    lines.push(page.text(&format!("choices-mentor-order-{}", mine.programme.settings.choice_mode.word())));
    lines
}

/// How a pair came about, in the words of one side: a key and its values.
fn how(side: Side, how: &How) -> (String, Vec<(&'static str, Arg)>) {
    let key = |tail: &str| format!("choices-{}-how-{tail}", side.word());
    match how {
        How::Asked => (key("asked"), vec![]),
        How::Ranked { wish: Some(1) } => (key("first"), vec![]),
        How::Ranked { wish: Some(number) } => (key("later"), vec![("number", (*number).into())]),
        How::Ranked { wish: None } => (key("ranked"), vec![]),
        How::Appointed { .. } => (key("appointed"), vec![]),
    }
}

/// An appointment as both read it: the reason, and who appointed, where that is known.
pub(super) struct Appointed {
    pub(super) reason: String,
    pub(super) by: Option<String>,
}

impl Appointed {
    async fn of(page: &Page, tx: &mut Tx, pair: &PairId, how: &How) -> Result<Option<Self>, PageError> {
        let How::Appointed { reason } = how else { return Ok(None) };
        let pair = store::pairs::get(tx, pair).await?.ok_or(PageError::NotFound)?;
        Ok(Some(Self { reason: reason.clone(), by: pairs::decider(page, tx, &pair).await? }))
    }
}

/// Who is with a newcomer without a pair; nothing for a mentor.
async fn who_stays(page: &Page, tx: &mut Tx, mine: &Mine) -> Result<Option<String>, PageError> {
    Ok(match &mine.newcomer {
        Some(newcomer) => Some(for_now_own(page, tx, &newcomer.school, &newcomer.id).await?),
        None => None,
    })
}

/// The newcomers of a mentor, with how each pair came about.
pub(super) async fn together(page: &Page, tx: &mut Tx, mine: &Mine) -> Result<Vec<Together>, PageError> {
    let Became::Mentor { result, .. } = &mine.became else { return Ok(Vec::new()) };
    let row = |id: &NewcomerId, text: String, appointed: Option<Appointed>, href: String| {
        let named = mine.names.newcomer(id)?;
        let sub = named.subject.clone().unwrap_or_default();
        Ok::<_, PageError>(Together { name: named.name.full(), sub, text, appointed, href })
    };
    let mut rows = Vec::new();
    for with in &result.with {
        let (key, args) = how(Side::Mentor, &with.how);
        let appointed = Appointed::of(page, tx, &with.pair, &with.how).await?;
        let href = pairs::ShowPath { id: with.pair.clone() }.to_string();
        rows.push(row(&with.other, say(page, &key, &args), appointed, href)?);
    }
    for newcomer in &result.agreed {
        rows.push(row(newcomer, page.text("choices-mentor-agreed"), None, String::new())?);
    }
    Ok(rows)
}
