//! Everything that pairs of pupils are made from, as it stands in a school on a day, and what the engine proposes from it.

use super::paused;
use crate::lots::{Held, Ticket};
use crate::pupils::{child, is_carer};
use crate::{Context, Failed};
use domain::duties::{Assigned, Carers, carers};
use domain::lots::Waits;
use domain::peers::fits::{CRITERIA, Helper, Limits, Mentee, Profile, cost, helped_by, obstacles};
use domain::peers::weekly::Weekly;
use domain::peers::{Pair, rests_until};
use domain::permissions::{Action, may};
use domain::pupils::consents::{Consent, Part, may_start};
use domain::pupils::{Pupil, grade};
use domain::referrals::Referral;
use domain::visibility::Data;
use domain::volunteers::{State, Volunteer};
use domain::{Day, PupilId, SchoolId};
use pairing::assignment::{Problem, Sense};
use std::collections::{BTreeMap, BTreeSet};
use store::Tx;

/// What stands in a school on a day.
pub(crate) struct Ground {
    pub(crate) school: SchoolId,
    pub(crate) today: Day,
    pub(crate) pairs: Vec<Pair>,
    /// The numbers of the programme that runs, or the usual ones.
    pub(crate) limits: Limits,
    pupils: BTreeMap<PupilId, Pupil>,
    consents: BTreeMap<PupilId, Vec<Consent>>,
    volunteers: Vec<Volunteer>,
    profiles: BTreeMap<PupilId, Profile>,
    duties: Vec<Assigned>,
    /// Goals that were offered, those that do not count any more included.
    referrals: Vec<Referral>,
    /// Whom the law excludes from being helped by pupils.
    excluded: BTreeSet<PupilId>,
    /// Who is not put into one group with another of them ([`domain::referrals::About::is_one_in_a_group`]). Said to nobody.
    heightened: BTreeSet<PupilId>,
    /// Who begins nothing with other pupils today.
    paused: BTreeSet<PupilId>,
    /// The lot that holds.
    lot: Option<Held>,
}

impl Ground {
    /// Loads it, for whoever may see pairs of pupils at all; for everybody else there is nothing.
    pub(crate) async fn load<R>(tx: &mut Tx, context: &Context<'_>) -> Result<Self, Failed<R>> {
        let ground = Self::gather(tx, context).await?;
        let carer = is_carer(&ground.duties, context);
        may(context.actor, &Action::SeePeers { school: &ground.school, carer })?;
        Ok(ground)
    }

    /// The same for whoever asks of each pupil what the actor may see.
    pub(crate) async fn gather<R>(tx: &mut Tx, context: &Context<'_>) -> Result<Self, Failed<R>> {
        let school = context.actor.school.clone().ok_or(Failed::NotFound)?;
        let duties = store::duties::of_school(tx, &school).await?;
        let pupils = store::pupils::of_school(tx, &school).await?;
        let consents = store::pupils::consents::of_school(tx, &school).await?;
        let blocks = store::pupils::blocks::of_school(tx, &school).await?.into_iter();
        let abouts = store::referrals::abouts(tx, &school).await?.into_iter();
        let running = store::programmes::running(tx, &school, context.today).await?;
        let mut lot = crate::lots::held(tx, &school, context.today).await?;
        let mut ground = Self {
            today: context.today,
            pairs: store::peers::of_school(tx, &school).await?,
            limits: running.map(|programme| Limits::of(&programme.settings)).unwrap_or_default(),
            pupils: pupils.into_iter().map(|pupil| (pupil.id.clone(), pupil)).collect(),
            consents,
            volunteers: store::volunteers::of_school(tx, &school).await?,
            profiles: store::peers::profiles(tx, &school).await?,
            duties,
            referrals: store::referrals::of_school(tx, &school).await?,
            excluded: blocks.filter(|one| one.holds_on(context.today)).map(|one| one.pupil).collect(),
            heightened: abouts
                .filter(|(_, about)| about.is_one_in_a_group())
                .map(|(pupil, _)| pupil)
                .collect(),
            paused: paused(tx, &school, context.today).await?,
            lot: None,
            school,
        };
        if let Some(lot) = &mut lot {
            lot.move_up(|pupil| ground.is_gone(pupil));
        }
        ground.lot = lot;
        Ok(ground)
    }

    /// True where somebody of a lot left, is not allowed any more, or does not want to, before they began. A pause is none of it.
    fn is_gone(&self, pupil: &PupilId) -> bool {
        self.pupil(pupil).is_none_or(|pupil| !self.waits(pupil))
            && !self.pairs.iter().any(|pair| pair.mentee == *pupil)
    }

    /// A pupil of the school, whether or not they have left.
    pub(crate) fn pupil(&self, id: &PupilId) -> Option<&Pupil> {
        self.pupils.get(id)
    }

    /// Every pupil the school ever had.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Pupil> {
        self.pupils.values()
    }

    /// Who looks after a pupil today; whoever has left is in no class any more.
    fn carers(&self, pupil: &Pupil) -> Carers {
        let mut carers = carers(&self.duties, &pupil.class_key, self.today);
        if !pupil.is_here(self.today) {
            carers.class_teachers.clear();
        }
        carers
    }

    /// True where the actor makes pairs for a pupil and keeps their journal.
    pub(crate) fn keeps(&self, context: &Context<'_>, pupil: &Pupil) -> bool {
        let carers = self.carers(pupil);
        may(context.actor, &Action::KeepPeers(child(pupil, &carers))).is_ok()
    }

    /// True where the actor would keep it also if the pupil were in another class: marks of earlier stand there.
    pub(crate) fn keeps_of(&self, context: &Context<'_>, pupil: &Pupil, class: &str) -> bool {
        pupil.class_key == class
            || self.keeps(context, &Pupil { class_key: class.to_owned(), ..pupil.clone() })
    }

    /// True where the actor sees data of a pupil.
    pub(crate) fn sees(&self, context: &Context<'_>, pupil: &Pupil, data: Data) -> bool {
        let carers = self.carers(pupil);
        let see = Action::SeePupil { child: child(pupil, &carers), data };
        may(context.actor, &see).is_ok()
    }

    /// The two of a pair.
    pub(crate) fn two(&self, pair: &Pair) -> Option<(&Pupil, &Pupil)> {
        Some((self.pupil(&pair.helper)?, self.pupil(&pair.mentee)?))
    }

    /// The consents about a pupil.
    pub(crate) fn consents(&self, pupil: &PupilId) -> &[Consent] {
        self.consents.get(pupil).map(Vec::as_slice).unwrap_or_default()
    }

    /// True where data about a pupil may be kept today.
    pub(crate) fn keeps_data(&self, pupil: &Pupil) -> bool {
        may_start(Part::Data, self.consents(&pupil.id), pupil.born_on, self.today).is_ok()
    }

    /// What was written down for a pupil.
    pub(crate) fn profile(&self, pupil: &PupilId) -> Profile {
        self.profiles.get(pupil).cloned().unwrap_or_default()
    }

    /// True where a pupil helps others, or wants to.
    pub(crate) fn is_volunteer(&self, pupil: &PupilId) -> bool {
        self.volunteers.iter().any(|one| one.pupil == *pupil && one.state != State::Stopped)
    }

    /// The pair in which a pupil is helped now.
    pub(crate) fn open_pair(&self, mentee: &PupilId) -> Option<&Pair> {
        self.pairs.iter().find(|pair| pair.is_open() && pair.mentee == *mentee)
    }

    /// The goal to which a pupil has said yes, while it counts.
    pub(crate) fn accepted(&self, pupil: &PupilId) -> Option<&Referral> {
        self.referrals.iter().find(|one| one.pupil == *pupil && one.is_accepted_on(self.today))
    }

    /// The referral that a pair serves.
    pub(crate) fn served(&self, pair: &Pair) -> Option<&Referral> {
        self.referrals.iter().find(|one| pair.serves.as_ref() == Some(&one.id))
    }

    /// True where the law excludes a pupil; to others they are not eligible, and no more is said.
    pub(crate) fn is_excluded(&self, pupil: &PupilId) -> bool {
        self.excluded.contains(pupil)
    }

    /// True where a pupil begins nothing with other pupils today.
    pub(crate) fn is_paused(&self, pupil: &PupilId) -> bool {
        self.paused.contains(pupil)
    }

    /// True where the two of a pair do not meet today.
    pub(crate) fn rests(&self, pair: &Pair) -> bool {
        self.is_paused(&pair.helper) || self.is_paused(&pair.mentee)
    }

    /// True where a pupil waits for a pair: here, said yes to a goal, with the consents to take part, not excluded by law,
    /// nobody's pair, no volunteer.
    pub(crate) fn waits(&self, pupil: &Pupil) -> bool {
        let consented = may_start(Part::Participation, self.consents(&pupil.id), pupil.born_on, self.today);
        pupil.is_here(self.today)
            && consented.is_ok()
            && self.accepted(&pupil.id).is_some()
            && !self.is_excluded(&pupil.id)
            && self.open_pair(&pupil.id).is_none()
            && !self.is_volunteer(&pupil.id)
    }

    /// A pupil as whoever is helped: where no subject was written down, with that of the goal; never with why.
    pub(crate) fn mentee(&self, pupil: &Pupil) -> Mentee {
        let mut profile = self.profile(&pupil.id);
        if let Some(referral) = self.accepted(&pupil.id).filter(|_| profile.subjects.is_empty()) {
            profile.subjects = referral.goal.subjects().iter().map(|one| (*one).to_owned()).collect();
        }
        Mentee {
            pupil: pupil.id.clone(),
            grade: grade(&pupil.class_key),
            profile,
            heightened: self.heightened.contains(&pupil.id),
        }
    }

    /// Those who could be helped.
    pub(crate) fn mentees(&self) -> impl Iterator<Item = &Pupil> {
        self.pupils.values().filter(|pupil| self.waits(pupil))
    }

    /// Those of them who could begin today: no pair of theirs ended, and nothing is paused.
    pub(crate) fn beginning(&self) -> impl Iterator<Item = &Pupil> {
        self.mentees().filter(|pupil| self.rests_until(&pupil.id).is_none() && !self.is_paused(&pupil.id))
    }

    /// The first day on which an adult may decide on another pair for a child who was helped.
    pub(crate) fn rests_until(&self, mentee: &PupilId) -> Option<Day> {
        rests_until(&self.pairs, mentee, self.limits.rest_days)
    }

    /// How a pupil waits by lot; an adult may decide otherwise, with a reason.
    pub(crate) fn waits_by_lot(&self, pupil: &PupilId) -> Option<Waits> {
        self.lot.as_ref()?.waits(pupil)
    }

    /// With what the family of a pupil can draw the lot again.
    pub(crate) fn ticket_of(&self, pupil: &PupilId) -> Option<Ticket> {
        self.lot.as_ref()?.ticket_of(pupil)
    }

    /// True where a child who needs heightened attention would meet in one group with another of them, whoever helps either.
    pub(crate) fn is_group_full(&self, pair: &Pair, weekly: &Weekly) -> bool {
        let needs = |pair: &Pair| self.heightened.contains(&pair.mentee);
        let others = self.pairs.iter().filter(|other| other.is_open() && other.id != pair.id && needs(other));
        let mut met = others.filter_map(|other| other.state.agreement());
        needs(pair) && met.any(|agreement| agreement.weekly.is_with(weekly))
    }

    /// Those who may meet whom they help today.
    pub(crate) fn helpers(&self) -> Vec<Helper> {
        let helper = |volunteer: &Volunteer| {
            let pupil = self.pupil(&volunteer.pupil).filter(|pupil| pupil.is_here(self.today))?;
            let consents = self.consents(&pupil.id);
            let may_meet = volunteer.may_meet(consents, pupil.born_on, self.today);
            (may_meet && !self.is_paused(&pupil.id)).then(|| self.helper(pupil))
        };
        self.volunteers.iter().filter_map(helper).collect()
    }

    fn helper(&self, pupil: &Pupil) -> Helper {
        let is_theirs = |pair: &&Pair| pair.is_open() && pair.helper == pupil.id;
        let mut theirs = self.pairs.iter().filter(is_theirs);
        Helper {
            pupil: pupil.id.clone(),
            grade: grade(&pupil.class_key),
            profile: self.profile(&pupil.id),
            helps: helped_by(&self.pairs, &pupil.id),
            has_heightened: theirs.any(|pair| self.heightened.contains(&pair.mentee)),
            limits: self.limits,
        }
    }

    /// Whom the engine proposes for whom, by mentee. Where a pair of theirs ended, or a lot lets them wait, an adult decides
    /// without a proposal; whoever is in no lot has the places that are left by those who were drawn.
    pub(crate) fn proposals(&self) -> BTreeMap<PupilId, PupilId> {
        let begins = |mentee: &Mentee| self.lot.as_ref().is_some_and(|lot| lot.begins(&mentee.pupil));
        let free = self.beginning().filter(|pupil| self.waits_by_lot(&pupil.id).is_none());
        let (first, others): (Vec<Mentee>, Vec<Mentee>) =
            free.map(|pupil| self.mentee(pupil)).partition(begins);
        let mut helpers = self.helpers();
        let mut proposed = propose(&helpers, &first);
        for helper in &mut helpers {
            for mentee in first.iter().filter(|one| proposed.get(&one.pupil) == Some(&helper.pupil)) {
                helper.helps += 1;
                helper.has_heightened |= mentee.heightened;
            }
        }
        proposed.extend(propose(&helpers, &others));
        proposed
    }
}

/// As many pairs as the hard rules allow, and of these the best by [`cost`] in strict order. Each helper has two columns: a
/// place for anybody, and the places on which no child who needs heightened attention comes: so there is never more than one
/// of them in a group.
fn propose(helpers: &[Helper], mentees: &[Mentee]) -> BTreeMap<PupilId, PupilId> {
    let places = |helper: &Helper| {
        let anybody = helper.free().min(u32::from(!helper.has_heightened));
        [anybody, helper.free() - anybody]
    };
    let mut problem = Problem::builder(&helpers.iter().flat_map(places).collect::<Vec<u32>>(), CRITERIA);
    for mentee in mentees {
        let mut row: Vec<(u32, [i64; CRITERIA])> = Vec::new();
        for (first, helper) in (0..).step_by(2).zip(helpers) {
            // That a place for a second child with the same need is missing is said by the columns.
            if obstacles(helper, &Mentee { heightened: false, ..mentee.clone() }).is_empty() {
                row.push((first, cost(helper, mentee)));
                if !mentee.heightened {
                    let after_first = Helper { helps: helper.helps + places(helper)[0], ..helper.clone() };
                    row.push((first + 1, cost(&after_first, mentee)));
                }
            }
        }
        problem.row(1, row);
    }
    // Rows are built from one list of columns: only a school of four billion pupils could fail here.
    let Ok(problem) = problem.build() else { return BTreeMap::new() };
    let pairs = problem.solve(Sense::Min).pairs.into_iter();
    let named = |(row, column): (u32, u32)| {
        let (mentee, helper) = (mentees.get(row as usize)?, helpers.get(column as usize / 2)?);
        Some((mentee.pupil.clone(), helper.pupil.clone()))
    };
    pairs.filter_map(named).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::{Strategy, any, prop_assert, prop_assert_eq, proptest};

    fn helper(id: usize, grade: u32, helps: u32, has_heightened: bool) -> Helper {
        let pupil = format!("h{id}").as_str().into();
        Helper {
            pupil,
            grade: Some(grade),
            profile: Profile::default(),
            helps,
            has_heightened,
            limits: Limits::default(),
        }
    }

    fn mentee(id: usize, grade: u32, heightened: bool) -> Mentee {
        let pupil = format!("m{id}").as_str().into();
        Mentee { pupil, grade: Some(grade), profile: Profile::default(), heightened }
    }

    #[test]
    fn whoever_helps_nobody_comes_before_whoever_helps_one_already() {
        let helpers = [helper(0, 8, 0, false), helper(1, 8, 0, false)];
        let mentees = [mentee(0, 5, false), mentee(1, 5, false)];
        let proposed = propose(&helpers, &mentees);
        let given: BTreeSet<&PupilId> = proposed.values().collect();
        assert_eq!((proposed.len(), given.len()), (2, 2));
    }

    #[test]
    fn a_wish_is_heard() {
        let mut wished = mentee(0, 5, false);
        wished.profile.with = vec!["h1".into()];
        let proposed = propose(&[helper(0, 8, 0, false), helper(1, 9, 1, false)], &[wished]);
        assert_eq!(proposed.get(&PupilId::from("m0")), Some(&PupilId::from("h1")));
    }

    fn helpers() -> impl Strategy<Value = Vec<Helper>> {
        let one = (8u32..12, 0u32..3, any::<bool>());
        let all = proptest::collection::vec(one, 0..5);
        all.prop_map(|all| {
            let made = |(id, (grade, helps, heightened))| helper(id, grade, helps, heightened && helps > 0);
            all.into_iter().enumerate().map(made).collect()
        })
    }

    fn mentees() -> impl Strategy<Value = Vec<Mentee>> {
        let all = proptest::collection::vec((4u32..9, any::<bool>()), 0..8);
        all.prop_map(|all| {
            all.into_iter()
                .enumerate()
                .map(|(id, (grade, heightened))| mentee(id, grade, heightened))
                .collect()
        })
    }

    proptest! {
        #[test]
        fn whatever_is_proposed_keeps_the_hard_rules(helpers in helpers(), mentees in mentees()) {
            let proposed = propose(&helpers, &mentees);
            for helper in &helpers {
                let theirs = mentees.iter().filter(|one| proposed.get(&one.pupil) == Some(&helper.pupil));
                let (mut group, mut heightened) = (helper.helps, u32::from(helper.has_heightened));
                for mentee in theirs {
                    prop_assert!(obstacles(helper, mentee).is_empty());
                    group += 1;
                    heightened += u32::from(mentee.heightened);
                }
                prop_assert!(group <= 2 && heightened <= 1);
            }
            prop_assert_eq!(proposed.clone(), propose(&helpers, &mentees));
        }
    }
}
