use std::collections::HashSet;

use pairing::rotation::{
    Effort, LeftOut, Meeting, Mentor, Task, TaskError, Timetable, Whose, WhyNot, extend, replan, rotate,
};
use pairing::ties::ticket;
use proptest::prelude::*;

use crate::cases;
use crate::properties::rotation::{all_can_meet, all_can_meet_from, can_meet, faults, sharing_pairs};

fn met(timetable: &Timetable) -> HashSet<(u32, u32)> {
    timetable.meetings.iter().map(|meeting| (meeting.newcomer, meeting.mentor)).collect()
}

fn task() -> impl Strategy<Value = Task> {
    (1..=3_usize, 1..=3_usize, 1..=5_u32).prop_flat_map(|(newcomers, mentors, slots)| {
        let slot_set = move |share: f64| {
            prop::collection::vec(prop::bool::weighted(share), slots as usize).prop_map(|busy| {
                (0..).zip(busy).filter(|(_, busy)| *busy).map(|(slot, _)| slot).collect::<Vec<u32>>()
            })
        };
        let limit = || prop_oneof![2 => Just(None), 1 => (0..=3_u32).prop_map(Some)];
        let mentor = (slot_set(0.3), prop_oneof![4 => Just(1_u32), 1 => 0..=2_u32])
            .prop_map(|(busy, capacity)| Mentor { busy, capacity });
        (
            prop::collection::vec(0..2_u32, slots as usize),
            slot_set(0.1),
            prop::collection::vec(slot_set(0.3), newcomers),
            prop::collection::vec(mentor, mentors),
            limit(),
            limit(),
        )
            .prop_map(|(steps, closed, newcomers, mentors, newcomer_per_week, mentor_per_week)| {
                let weeks = steps
                    .iter()
                    .scan(0, |week, &step| {
                        *week += step;
                        Some(*week)
                    })
                    .collect();
                Task { weeks, closed, newcomers, mentors, newcomer_per_week, mentor_per_week }
            })
    })
}

const SEARCH_ONLY: Effort = Effort { repairs: 0, conflicts: u64::MAX, seed: 1 };
const CHAINS: Effort = Effort { repairs: 3_000, conflicts: u64::MAX, seed: 5 };

proptest! {
    #![proptest_config(cases(500))]

    #[test]
    fn a_timetable_keeps_every_rule_and_is_complete_exactly_where_one_exists(task in task()) {
        let pairs = sharing_pairs(&task);
        let possible = all_can_meet(&task, &pairs, &mut Vec::new());
        for effort in [SEARCH_ONLY, CHAINS] {
            let timetable = rotate(&task, effort).unwrap();
            prop_assert_eq!(faults(&task, &timetable.meetings, 0), Vec::<String>::new());
            let met = met(&timetable);
            prop_assert_eq!(pairs.iter().all(|pair| met.contains(pair)), possible);
            for newcomer in 0..task.newcomers.len() as u32 {
                for mentor in 0..task.mentors.len() as u32 {
                    let left: Vec<&LeftOut> = timetable.left_out.iter()
                        .filter(|left| (left.newcomer, left.mentor) == (newcomer, mentor)).collect();
                    prop_assert_eq!(left.len(), usize::from(!met.contains(&(newcomer, mentor))));
                    for left in left {
                        let shares = pairs.contains(&(newcomer, mentor));
                        prop_assert_eq!(left.why == WhyNot::NoCommonSlot, !shares);
                        prop_assert_ne!(left.why, WhyNot::Crowded { proved: false }, "nothing was cut off");
                    }
                }
            }
            prop_assert_eq!(timetable, rotate(&task, effort).unwrap());
        }
    }

    #[test]
    fn somebody_called_overfull_cannot_meet_all_even_alone(task in task()) {
        for left in rotate(&task, CHAINS).unwrap().left_out {
            let of_newcomer = match left.why {
                WhyNot::NewcomerOverfull { .. } | WhyNot::NoCapacity { of: Whose::Newcomer, .. } => true,
                WhyNot::MentorOverfull { .. } | WhyNot::NoCapacity { of: Whose::Mentor, .. } => false,
                WhyNot::NoCommonSlot | WhyNot::Crowded { .. } => continue,
            };
            let mut alone = task.clone();
            let own = |pair: &(u32, u32)| {
                if of_newcomer { pair.0 == left.newcomer } else { pair.1 == left.mentor }
            };
            // The limits of the others do not matter to somebody alone.
            if of_newcomer {
                alone.mentor_per_week = alone.mentor_per_week.map(|k| k.max(9));
            } else {
                alone.newcomer_per_week = alone.newcomer_per_week.map(|k| k.max(9));
            }
            let pairs: Vec<_> = sharing_pairs(&alone).into_iter().filter(own).collect();
            prop_assert!(!all_can_meet(&alone, &pairs, &mut Vec::new()), "{:?}", left);
            // If nobody taught it would help exactly where there is room.
            alone.newcomers.iter_mut().for_each(Vec::clear);
            alone.mentors.iter_mut().for_each(|mentor| mentor.busy.clear());
            let helps = !matches!(left.why, WhyNot::NoCapacity { .. });
            prop_assert_eq!(all_can_meet(&alone, &pairs, &mut Vec::new()), helps, "{:?}", left);
        }
    }

    #[test]
    fn a_new_plan_leaves_the_past_and_is_as_complete_as_a_fresh_one_where_nothing_is_past(
        task in task(), away in any::<prop::sample::Index>(), from in 0..3_u32,
    ) {
        let old = rotate(&task, CHAINS).unwrap();
        let mut changed = task.clone();
        let slots = task.weeks.len() as u32;
        let mentor = away.index(task.mentors.len());
        changed.mentors[mentor].busy.extend(from.min(slots - 1)..(from + 1).min(slots));
        let new = replan(&changed, &old.meetings, from, CHAINS).unwrap();
        prop_assert_eq!(faults(&changed, &new.meetings, from), Vec::<String>::new());
        for meeting in old.meetings.iter().filter(|meeting| meeting.slot < from) {
            prop_assert!(new.meetings.contains(meeting));
        }
        if from == 0 {
            let fresh = rotate(&changed, CHAINS).unwrap();
            prop_assert_eq!(new.is_complete(), fresh.is_complete());
        }
        let unchanged = replan(&task, &old.meetings, from, CHAINS).unwrap();
        if old.is_complete() {
            prop_assert_eq!(unchanged.meetings, old.meetings);
        }
    }
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn what_stands_stays_and_the_others_come_around_it_exactly_where_they_can(
        task in task(), fate in prop::collection::vec(0..3_u8, 9),
    ) {
        let old = rotate(&task, CHAINS).unwrap();
        let of_fate = |wanted: u8| old.meetings.iter().zip(&fate)
            .filter(move |(_, fate)| **fate == wanted).map(|(meeting, _)| *meeting);
        let fixed: Vec<Meeting> = of_fate(1).collect();
        let have_met: Vec<(u32, u32)> = of_fate(2).map(|one| (one.newcomer, one.mentor)).collect();
        let new = extend(&task, &have_met, &fixed, CHAINS).unwrap();
        prop_assert_eq!(faults(&task, &new.meetings, 0), Vec::<String>::new());
        prop_assert!(fixed.iter().all(|meeting| new.meetings.contains(meeting)));
        let planned = met(&new);
        prop_assert!(have_met.iter().all(|pair| !planned.contains(pair)));
        let mut open = sharing_pairs(&task);
        open.retain(|pair| !have_met.contains(pair)
            && !fixed.iter().any(|one| (one.newcomer, one.mentor) == *pair));
        let possible = all_can_meet(&task, &open, &mut fixed.clone());
        prop_assert_eq!(open.iter().all(|pair| planned.contains(pair)), possible);
        prop_assert!(new.left_out.iter().all(|left| !have_met.contains(&(left.newcomer, left.mentor))));
    }
}

proptest! {
    #![proptest_config(cases(500))]

    #[test]
    fn a_new_plan_is_complete_exactly_where_the_past_allows_it(
        task in task(), away in any::<prop::sample::Index>(), from in 1..5_u32,
    ) {
        let old = rotate(&task, CHAINS).unwrap();
        let slots = task.weeks.len() as u32;
        let mut changed = task.clone();
        let mentor = away.index(task.mentors.len());
        changed.mentors[mentor].busy.extend(from.min(slots)..(from + 1).min(slots));
        let new = replan(&changed, &old.meetings, from, CHAINS).unwrap();
        let mut past: Vec<Meeting> = old.meetings.iter().copied().filter(|m| m.slot < from).collect();
        let has_met = |pair: (u32, u32)| past.iter().any(|m| (m.newcomer, m.mentor) == pair);
        let shares = |(newcomer, mentor): (u32, u32)| {
            (from..slots).any(|slot| can_meet(&changed, &Meeting { slot, newcomer, mentor }))
        };
        let everybody = (0..task.newcomers.len() as u32)
            .flat_map(|newcomer| (0..task.mentors.len() as u32).map(move |mentor| (newcomer, mentor)));
        let open: Vec<(u32, u32)> = everybody.filter(|&pair| !has_met(pair) && shares(pair)).collect();
        let possible = all_can_meet_from(&changed, from, &open, &mut past);
        let met = met(&new);
        prop_assert_eq!(open.iter().all(|pair| met.contains(pair)), possible);
        for left in &new.left_out {
            let pair = (left.newcomer, left.mentor);
            prop_assert!(!met.contains(&pair));
            prop_assert_eq!(left.why == WhyNot::NoCommonSlot, !open.contains(&pair));
        }
        prop_assert_eq!(new.left_out.len() + new.meetings.len(), task.newcomers.len() * task.mentors.len());
    }

    #[test]
    fn a_change_that_touches_no_meeting_moves_none(
        task in task(), away in any::<prop::sample::Index>(), holiday in any::<prop::sample::Index>(),
    ) {
        let old = rotate(&task, CHAINS).unwrap();
        if !old.is_complete() {
            return Ok(());
        }
        let slots = 0..task.weeks.len() as u32;
        let mut changed = task.clone();
        let mentor = away.index(task.mentors.len());
        let meets = |slot: u32| old.meetings.iter().any(|m| m.slot == slot && m.mentor as usize == mentor);
        changed.mentors[mentor].busy = slots.clone().filter(|&slot| !meets(slot)).collect();
        let empty: Vec<u32> = slots.filter(|&slot| old.meetings.iter().all(|m| m.slot != slot)).collect();
        if !empty.is_empty() {
            changed.closed.push(empty[holiday.index(empty.len())]);
        }
        prop_assert_eq!(replan(&changed, &old.meetings, 0, CHAINS).unwrap().meetings, old.meetings);
    }
}

fn weeks(weeks: u32, a_week: u32) -> Vec<u32> {
    (0..weeks * a_week).map(|slot| slot / a_week).collect()
}

fn busy(seed: u64, person: u32, slots: u32, percent: u64) -> Vec<u32> {
    let drawn = |slot| ticket(seed + u64::from(person), pairing::Side::Residents, slot) % 100;
    (0..slots).filter(|&slot| drawn(slot) < percent).collect()
}

fn school(newcomers: u32, mentors: u32, weeks: Vec<u32>, percent: u64) -> Task {
    let slots = weeks.len() as u32;
    Task {
        weeks,
        newcomers: (0..newcomers).map(|one| busy(1_000, one, slots, percent)).collect(),
        mentors: (0..mentors)
            .map(|one| Mentor { busy: busy(9_000, one, slots, percent), capacity: 1 })
            .collect(),
        ..Task::default()
    }
}

#[test]
fn twenty_newcomers_meet_twenty_mentors_in_eight_weeks_beside_their_lessons() {
    let mut task = school(20, 20, weeks(8, 30), 60);
    task.closed = (60..66).collect();
    (task.newcomer_per_week, task.mentor_per_week) = (Some(3), Some(3));
    let timetable = rotate(&task, Effort::default()).unwrap();
    assert!(timetable.is_complete(), "{} left out", timetable.left_out.len());
    assert_eq!(faults(&task, &timetable.meetings, 0), Vec::<String>::new());
}

#[test]
fn where_all_are_always_free_as_many_slots_suffice_as_somebody_has_meetings() {
    for (newcomers, mentors) in [(12, 12), (12, 7), (7, 12)] {
        let task = school(newcomers, mentors, weeks(1, 12), 0);
        let timetable = rotate(&task, Effort { repairs: 0, conflicts: 0, seed: 1 }).unwrap();
        assert!(timetable.is_complete(), "{newcomers} {mentors}");
        assert_eq!(faults(&task, &timetable.meetings, 0), Vec::<String>::new());
    }
}

#[test]
fn an_absence_moves_few_meetings() {
    let task = school(20, 20, weeks(8, 30), 60);
    let old = rotate(&task, Effort::default()).unwrap();
    assert!(old.is_complete());
    let mut changed = task.clone();
    // One mentor is ill for a while in the first two weeks.
    changed.mentors[3].busy.extend(10..40);
    let lost =
        old.meetings.iter().filter(|meeting| meeting.mentor == 3 && (10..40).contains(&meeting.slot)).count();
    let new = replan(&changed, &old.meetings, 10, Effort::default()).unwrap();
    assert!(new.is_complete());
    assert_eq!(faults(&changed, &new.meetings, 10), Vec::<String>::new());
    let moved = new.meetings.iter().filter(|meeting| !old.meetings.contains(meeting)).count();
    assert!(lost > 0 && moved <= 2 * lost, "{moved} moved for {lost} lost");
}

#[test]
fn a_full_slot_or_week_is_told_from_lessons_in_the_way() {
    let why = |task: &Task| {
        let left_out = rotate(task, Effort::default()).unwrap().left_out;
        let mut whys: Vec<WhyNot> = left_out.into_iter().map(|left| left.why).collect();
        whys.dedup();
        whys
    };
    // Three newcomers and two slots: seen one at once, two at once, two a week.
    let mut task = school(3, 1, weeks(1, 2), 0);
    let full = |wanted, most| WhyNot::NoCapacity { of: Whose::Mentor, wanted, most };
    assert_eq!(why(&task), [full(3, 2)]);
    task.mentors[0].capacity = 2;
    assert_eq!(why(&task), []);
    task.mentor_per_week = Some(2);
    assert_eq!(why(&task), [full(3, 2)]);
    // There is room, and lessons are in the way of it.
    let mut task = school(3, 1, weeks(1, 3), 0);
    task.mentors[0].busy = vec![1];
    assert_eq!(why(&task), [WhyNot::MentorOverfull { wanted: 3, most: 2 }]);
    // A holiday is nobody's lesson.
    task.mentors[0].busy.clear();
    task.closed = vec![1];
    assert_eq!(why(&task), [full(3, 2)]);
    // What has taken place counts in its week.
    let task = Task { mentor_per_week: Some(2), ..school(3, 1, weeks(1, 4), 0) };
    let past = [Meeting { slot: 0, newcomer: 0, mentor: 0 }];
    let left = replan(&task, &past, 1, Effort::default()).unwrap().left_out;
    assert_eq!(left.iter().map(|left| left.why).collect::<Vec<_>>(), [full(2, 1)]);
}

#[test]
fn reasons_are_named_and_wrong_tasks_refused() {
    let mut task = school(1, 2, weeks(1, 2), 0);
    task.mentors[1].busy = vec![0, 1];
    task.newcomer_per_week = Some(0);
    let why: Vec<WhyNot> =
        rotate(&task, Effort::default()).unwrap().left_out.iter().map(|left| left.why).collect();
    let full = WhyNot::NoCapacity { of: Whose::Newcomer, wanted: 1, most: 0 };
    assert_eq!(why, [full, WhyNot::NoCommonSlot]);
    let refused = |task: &Task| rotate(task, Effort::default()).unwrap_err();
    assert_eq!(refused(&Task { weeks: vec![1, 0], ..task.clone() }), TaskError::WeeksFall(1));
    assert_eq!(refused(&Task { closed: vec![2], ..task.clone() }), TaskError::UnknownSlot(2));
    let twice = [0, 1].map(|slot| Meeting { slot, newcomer: 0, mentor: 0 });
    let error = replan(&task, &twice, 0, Effort::default()).unwrap_err();
    assert_eq!(error, TaskError::MetTwice { newcomer: 0, mentor: 0 });
}
