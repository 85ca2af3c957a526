//! The reader's side of the choice: who they are in it, whom they named, whom they could name.

use crate::layout::parts::Ranked;
use crate::names::Names;
use crate::{Page, PageError};
use actions::proposals::{MentorResult, NewcomerResult, mentor_result, newcomer_result};
use domain::Day;
use domain::choices::{Order, RankRefused, Rankable, Ranking, last_day, room};
use domain::mentors::{Mentor, State as MentorState};
use domain::newcomers::Newcomer;
use domain::permissions::{Action, may};
use domain::programmes::Programme;
use domain::sides::Side;
use std::fmt::Display;
use store::Tx;
use store::people::Named;

/// What became of the choice.
pub(super) enum Became {
    Newcomer(NewcomerResult),
    Mentor {
        result: MentorResult,
        /// Has the right to mentor.
        approved: bool,
        /// Newcomers the card has room for.
        places: u8,
    },
}

/// Everything the page shows of the reader's own side.
pub(super) struct Mine {
    pub(super) programme: Programme,
    pub(super) names: Names,
    pub(super) side: Side,
    /// Whether a list is written now, and why not.
    pub(super) now: Result<(), RankRefused>,
    /// The last day on which lists are written, or were.
    pub(super) until: Day,
    /// The own list as kept, place by place; while it is written, without those who can no longer be named.
    pub(super) listed: Vec<Vec<Ranked>>,
    /// Who could be added.
    pub(super) others: Vec<Ranked>,
    /// Who could be added after joint work.
    pub(super) unmet: Vec<Ranked>,
    /// The longest list; `None` where it may hold everybody.
    pub(super) most: Option<usize>,
    pub(super) saved_at: Option<domain::Instant>,
    pub(super) became: Became,
    /// The newcomer this is about; for the provisional mentor.
    pub(super) newcomer: Option<Newcomer>,
}

impl Mine {
    /// The reader's side; `None` for somebody who takes no part in the choice.
    pub(super) async fn load(page: &Page, tx: &mut Tx) -> Result<Option<Self>, PageError> {
        let me = &page.actor().person;
        let Some(school) = page.actor().school.as_ref() else { return Ok(None) };
        if may(page.actor(), &Action::KeepRanking { author: me }).is_err() {
            return Ok(None);
        }
        let Some(programme) = store::programmes::running(tx, school, page.today()).await? else {
            return Ok(None);
        };
        if let Some(newcomer) = store::newcomers::of_person(tx, &programme.id, me).await? {
            return Self::of_newcomer(page, tx, programme, newcomer).await.map(Some);
        }
        match store::mentors::of_person(tx, &programme.id, me).await? {
            Some(mentor) => Self::of_mentor(page, tx, programme, mentor).await.map(Some),
            None => Ok(None),
        }
    }

    async fn of_newcomer(
        page: &Page,
        tx: &mut Tx,
        programme: Programme,
        newcomer: Newcomer,
    ) -> Result<Self, PageError> {
        let today = page.today();
        let names = Names::of(tx, &programme).await?;
        let rankable = actions::choices::rankable_mentors(tx, &programme, &newcomer, today).await?;
        let own = own(page, tx, &programme, Side::Newcomer).await?;
        let became = Became::Newcomer(newcomer_result(tx, &programme, &newcomer).await?);
        let saved_at = own.as_ref().map(|own| own.saved_at);
        let list = own.map(|own| own.list.into_mentors()).unwrap_or_default();
        let shown = Shown::of(page, list, &rankable, &names.mentors, &programme, today);
        let most = room(&programme, shown.listed.iter().map(Vec::len).sum());
        Ok(Self::new((programme, names, Side::Newcomer), shown, most, saved_at, became, Some(newcomer)))
    }

    async fn of_mentor(
        page: &Page,
        tx: &mut Tx,
        programme: Programme,
        mentor: Mentor,
    ) -> Result<Self, PageError> {
        let today = page.today();
        let names = Names::of(tx, &programme).await?;
        let rankable = actions::choices::rankable_newcomers(tx, &programme, &mentor, today).await?;
        let own = own(page, tx, &programme, Side::Mentor).await?;
        let approved = mentor.state == MentorState::Approved;
        let result = mentor_result(tx, &programme, &mentor).await?;
        let became = Became::Mentor { result, approved, places: mentor.card.places };
        let saved_at = own.as_ref().map(|own| own.saved_at);
        let list = own.map(|own| own.list.into_newcomers()).unwrap_or_default();
        let shown = Shown::of(page, list, &rankable, &names.newcomers, &programme, today);
        Ok(Self::new((programme, names, Side::Mentor), shown, None, saved_at, became, None))
    }

    fn new(
        (programme, names, side): (Programme, Names, Side),
        shown: Shown,
        most: Option<usize>,
        saved_at: Option<domain::Instant>,
        became: Became,
        newcomer: Option<Newcomer>,
    ) -> Self {
        let Shown { now, listed, others, unmet } = shown;
        let until = last_day(&programme);
        Self { programme, names, side, now, until, listed, others, unmet, most, saved_at, became, newcomer }
    }

    /// True where one more pushes out the last.
    pub(super) fn full(&self) -> bool {
        self.most.is_some_and(|most| self.listed.iter().map(Vec::len).sum::<usize>() >= most)
    }

    /// The place that somebody who is added takes: after the last, or instead of the one who falls off.
    pub(super) fn next(&self) -> usize {
        let frees = self.full() && self.listed.last().is_some_and(|last| last.len() == 1);
        self.listed.len() + usize::from(!frees)
    }
}

async fn own(
    page: &Page,
    tx: &mut Tx,
    programme: &Programme,
    side: Side,
) -> Result<Option<Ranking>, PageError> {
    let me = &page.actor().person;
    Ok(actions::choices::of_author(tx, programme, side, me).await?)
}

/// Lists as the page shows them.
struct Shown {
    now: Result<(), RankRefused>,
    listed: Vec<Vec<Ranked>>,
    others: Vec<Ranked>,
    unmet: Vec<Ranked>,
}

impl Shown {
    fn of<Id: PartialEq + Clone + Display>(
        page: &Page,
        list: Order<Id>,
        rankable: &Rankable<Id>,
        named: &[Named<Id>],
        programme: &Programme,
        today: Day,
    ) -> Self {
        let now = rankable.now(programme, today);
        let list = if now.is_ok() { rankable.still(list) } else { list };
        let find = |id: &Id| named.iter().find(|one| one.id == *id);
        let free = || named.iter().filter(|one| rankable.open.contains(&one.id) && !list.has(&one.id));
        let (met, unmet): (Vec<_>, Vec<_>) = free().partition(|one| rankable.has_met(&one.id));
        let by_name = |people: Vec<&Named<Id>>| {
            let mut rows: Vec<Ranked> = people.into_iter().map(ranked).collect();
            i18n::sort_by_name(page.lang(), &mut rows, |row| &row.name);
            rows
        };
        let place = |tier: &Vec<Id>| tier.iter().filter_map(find).map(ranked).collect();
        let listed = list.tiers().iter().map(place).filter(|place: &Vec<Ranked>| !place.is_empty()).collect();
        Self { now, listed, others: by_name(met), unmet: by_name(unmet) }
    }
}

fn ranked<Id: Display>(one: &Named<Id>) -> Ranked {
    let sub = one.subject.clone().unwrap_or_default();
    Ranked { id: one.id.to_string(), name: one.name.full(), sub, again: "" }
}
