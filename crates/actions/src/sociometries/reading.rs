//! What came of a sociometry: counts, groups, the target, and the change since the one before.

use super::{Vault, about, found};
use crate::{Context, Failed, Never};
use domain::pupils::Pupil;
use domain::sociometries::{Ballot, Kept, Member, Question, Sociometry, State, Turn};
use domain::{Day, PupilId, SociometryId};
use measure::gates::Figure;
use measure::sociometry::{
    Choices, Counts, Group, Point, Status, few_choices, group, may_sort, statuses, target,
};
use std::collections::BTreeMap;
use store::pupils::reads::What;
use store::{Tx, WriteTx};

/// One pupil chose another, by places in [`Shown::pupils`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// Who.
    pub from: usize,
    /// Whom.
    pub to: usize,
    /// Both chose each other; drawn once.
    pub mutual: bool,
}

/// The sociometry before, of those who were in both.
#[derive(Clone, Debug, PartialEq)]
pub struct Before {
    /// Its first day.
    pub day: Day,
    /// Counts of then, in the order of today; nothing of whoever was not in it.
    pub counts: Vec<Option<Counts>>,
    /// Mutual pairs and cohesion of then.
    pub group: Figure<Group>,
}

/// What came of one question.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// Which.
    pub question: Question,
    /// Of each pupil, in the order of [`Shown::pupils`].
    pub counts: Vec<Counts>,
    /// Of each pupil whether so few choices would be rare by chance.
    pub few: Figure<Vec<bool>>,
    /// The group of each pupil.
    pub statuses: Figure<Vec<Status>>,
    /// Indices of the class.
    pub group: Figure<Group>,
    /// Where each pupil stands on the target, and who chose whom; until the choices are deleted.
    pub picture: Option<(Vec<Point>, Vec<Line>)>,
    /// The one before.
    pub before: Option<Before>,
}

/// A sociometry as the specialist reads it.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// The sociometry.
    pub sociometry: Sociometry,
    /// The pupils, and where each stands; those whose consent was withdrawn are left out.
    pub pupils: Vec<(Pupil, Turn)>,
    /// What came of each question; nothing while it is open.
    pub found: Vec<Found>,
    /// Who may need somebody: to look at, never an answer about a child.
    pub support: Figure<Vec<bool>>,
}

/// Those who are still in it.
fn present(members: &[Member]) -> Vec<&Member> {
    members.iter().filter(|member| member.turn != Turn::Removed).collect()
}

/// Who chose whom, question by question, by places among those who are still in it; nothing where the choices are deleted or
/// do not open with this key, or there is none.
fn opened(vault: Option<&Vault>, one: &Sociometry, members: &[Member]) -> Option<Vec<(Question, Choices)>> {
    let vault = vault?;
    let present = present(members);
    let voted: Vec<bool> = present.iter().map(|member| member.turn == Turn::Answered).collect();
    let mut ballots = Vec::new();
    for (at, member) in present.iter().enumerate() {
        if member.turn == Turn::Answered {
            let text = vault.open(&about(one, &member.pupil), member.sealed.as_deref()?)?;
            ballots.push((at, Ballot::read(&text)?));
        }
    }
    let by_place = |place: usize| present.iter().position(|member| member.place == place);
    let choices = |(nth, question): (usize, Question)| {
        let chosen = ballots.iter().flat_map(|(at, ballot)| {
            let whom = ballot.chosen(nth).filter_map(by_place);
            whom.map(move |whom| (*at, whom))
        });
        Some((question, Choices::new(&voted, &chosen.collect::<Vec<_>>())?))
    };
    one.questions.list().into_iter().enumerate().map(choices).collect()
}

/// What closing keeps of each pupil.
pub(super) fn counted(vault: &Vault, one: &Sociometry, members: &[Member]) -> Option<Vec<Kept>> {
    let mut all = Vec::new();
    for (question, choices) in opened(Some(vault), one, members)? {
        let few = few_choices(&choices, one.class_size).unwrap_or_default();
        for (at, (member, counts)) in present(members).into_iter().zip(choices.counts()).enumerate() {
            all.push(Kept {
                pupil: member.pupil.clone(),
                question,
                voted: counts.voted,
                received: counts.received,
                could: counts.could,
                given: counts.given,
                mutual: counts.mutual,
                few: few.get(at).copied().unwrap_or_default(),
            });
        }
    }
    Some(all)
}

pub(super) const fn counts_of(kept: &Kept) -> Counts {
    Counts {
        voted: kept.voted,
        received: kept.received,
        could: kept.could,
        given: kept.given,
        mutual: kept.mutual,
    }
}

/// What came of a question while the choices are there.
fn from_choices(one: &Sociometry, (question, choices): (Question, &Choices)) -> Found {
    let counts = choices.counts();
    let statuses = statuses(&counts, one.class_size);
    let picture = statuses.as_ref().ok().map(|rings| (target(choices, rings), lines(choices)));
    Found {
        question,
        few: few_choices(choices, one.class_size),
        statuses,
        group: group(&counts, None),
        picture,
        before: None,
        counts,
    }
}

fn lines(choices: &Choices) -> Vec<Line> {
    let places = 0..choices.members();
    let pairs = places.clone().flat_map(|from| places.clone().map(move |to| (from, to)));
    let chosen = pairs.filter(|(from, to)| choices.chose(*from, *to));
    let line = |(from, to)| Line { from, to, mutual: choices.mutual(from, to) };
    chosen.map(line).filter(|line| !line.mutual || line.from < line.to).collect()
}

/// What came of a question by the counts that were kept; nothing where none were.
fn from_kept(one: &Sociometry, members: &[Member], kept: &[Kept], question: Question) -> Option<Found> {
    let of = |member: &&Member| kept.iter().find(|it| it.question == question && it.pupil == member.pupil);
    let kept: Vec<&Kept> = present(members).iter().map(of).collect::<Option<_>>()?;
    let counts: Vec<Counts> = kept.iter().map(|kept| counts_of(kept)).collect();
    let few = kept.iter().map(|kept| kept.few).collect();
    Some(Found {
        question,
        few: may_sort(&counts, one.class_size).map(|()| few),
        statuses: statuses(&counts, one.class_size),
        group: group(&counts, None),
        picture: None,
        before: None,
        counts,
    })
}

/// The one before of the same class and school year, with what was kept of it.
async fn earlier(
    tx: &mut Tx,
    vault: Option<&Vault>,
    one: &Sociometry,
) -> store::Result<Option<(Day, Vec<Kept>)>> {
    let all = store::sociometries::of_school(tx, &one.school).await?;
    let same = |it: &&Sociometry| {
        it.class == one.class && it.forget_on == one.forget_on && it.opened_on < one.opened_on
    };
    // The newest stand first.
    let Some(it) = all.iter().find(same) else { return Ok(None) };
    let mut kept = store::sociometries::kept(tx, it).await?;
    if let Some(vault) = vault.filter(|_| kept.is_empty()) {
        // A withdrawal has emptied it.
        let members = store::sociometries::members(tx, it).await?;
        kept = counted(vault, it, &members).unwrap_or_default();
    }
    Ok(Some((it.opened_on, kept)))
}

fn before(day: Day, kept: &[Kept], members: &[Member], question: Question) -> Option<Before> {
    let of = |pupil: &PupilId| kept.iter().find(|it| it.question == question && it.pupil == *pupil);
    let counts: Vec<Option<Counts>> =
        present(members).iter().map(|member| of(&member.pupil).map(counts_of)).collect();
    let both: Vec<Counts> = counts.iter().copied().flatten().collect();
    (!both.is_empty()).then(|| Before { day, group: group(&both, None), counts })
}

/// Who is chosen rarely by every positive question, or has answered and is mutual with nobody in any of them.
fn support(found: &[Found]) -> Figure<Vec<bool>> {
    let positive: Vec<&Found> = found.iter().filter(|one| one.question.is_positive()).collect();
    let mut few = Vec::new();
    for one in &positive {
        few.push(one.few.as_ref().map_err(|why| *why)?);
    }
    let members = positive.first().map_or(0, |one| one.counts.len());
    let needs = |place: usize| {
        let rare = few.iter().all(|few| few.get(place) == Some(&true));
        let mut counts = positive.iter().filter_map(|one| one.counts.get(place));
        rare || counts.all(|counts| counts.voted && counts.mutual == 0)
    };
    Ok((0..members).map(needs).collect())
}

/// Opens a sociometry for the specialist. That they did so is noted first with every pupil in it (feat:M6). Without the key
/// the counts are there, and the target is not.
pub async fn shown(
    context: &Context<'_>,
    vault: Option<&Vault>,
    id: &SociometryId,
) -> Result<Shown, Failed<Never>> {
    store::change!(context.db, tx => shown_in(&mut tx, context, vault, id))
}

async fn shown_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    vault: Option<&Vault>,
    id: &SociometryId,
) -> Result<Shown, Failed<Never>> {
    let (one, members) = found(tx, context, id).await?;
    let of_school = store::pupils::of_school(tx, &one.school).await?;
    let mut by_id: BTreeMap<PupilId, Pupil> =
        of_school.into_iter().map(|pupil| (pupil.id.clone(), pupil)).collect();
    let mut pupils = Vec::new();
    for member in present(&members) {
        let pupil = by_id.remove(&member.pupil).ok_or(Failed::NotFound)?;
        store::pupils::reads::add(tx, What::Sociometry, &pupil, &context.actor.person, context.today).await?;
        pupils.push((pupil, member.turn));
    }
    let mut all = Vec::new();
    if one.state == State::Closed {
        let kept = store::sociometries::kept(tx, &one).await?;
        if let Some(choices) = opened(vault, &one, &members) {
            all.extend(choices.iter().map(|(question, it)| from_choices(&one, (*question, it))));
        } else {
            let questions = one.questions.list().into_iter();
            all.extend(questions.filter_map(|question| from_kept(&one, &members, &kept, question)));
        }
        if let Some((day, kept)) = earlier(tx, vault, &one).await? {
            for found in &mut all {
                found.before = before(day, &kept, &members, found.question);
            }
        }
    }
    let support = support(&all);
    Ok(Shown { sociometry: one, pupils, found: all, support })
}
