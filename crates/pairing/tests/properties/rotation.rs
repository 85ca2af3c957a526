//! A timetable keeps every rule, and is complete exactly where one exists.

use pairing::rotation::{Effort, Meeting, Mentor, Task, Timetable, WhyNot, extend, replan, rotate};

use super::bytes::Bytes;

pub(crate) fn can_meet(task: &Task, meeting: &Meeting) -> bool {
    let (slot, mentor) = (meeting.slot, &task.mentors[meeting.mentor as usize]);
    !task.closed.contains(&slot)
        && !task.newcomers[meeting.newcomer as usize].contains(&slot)
        && !mentor.busy.contains(&slot)
        && mentor.capacity > 0
}

/// Every rule, by counting; meetings before `from` have taken place and need no permission.
pub(crate) fn faults(task: &Task, meetings: &[Meeting], from: u32) -> Vec<String> {
    let mut faults = Vec::new();
    let count = |same: &dyn Fn(&&Meeting) -> bool| meetings.iter().filter(same).count();
    for one in meetings.iter().filter(|one| one.slot >= from) {
        let week = |slot: u32| task.weeks[slot as usize];
        let this_week = |other: &Meeting| week(other.slot) == week(one.slot);
        let mine = |other: &&Meeting| other.newcomer == one.newcomer;
        let theirs = |other: &&Meeting| other.mentor == one.mentor;
        let limit = |limit: Option<u32>| limit.map_or(usize::MAX, |limit| limit as usize);
        let checks = [
            ("lesson or holiday", can_meet(task, one)),
            ("twice", count(&|other| mine(other) && theirs(other)) == 1),
            ("two at once", count(&|other| mine(other) && other.slot == one.slot) == 1),
            (
                "over capacity",
                count(&|other| theirs(other) && other.slot == one.slot)
                    <= task.mentors[one.mentor as usize].capacity as usize,
            ),
            (
                "newcomer's week",
                count(&|other| mine(other) && this_week(other)) <= limit(task.newcomer_per_week),
            ),
            (
                "mentor's week",
                count(&|other| theirs(other) && this_week(other)) <= limit(task.mentor_per_week),
            ),
        ];
        faults.extend(checks.iter().filter(|check| !check.1).map(|check| format!("{}: {one:?}", check.0)));
    }
    faults
}

/// Whether all these pairs can meet, by trying every slot for one pair after the other.
pub(crate) fn all_can_meet(task: &Task, pairs: &[(u32, u32)], meetings: &mut Vec<Meeting>) -> bool {
    all_can_meet_from(task, 0, pairs, meetings)
}

/// The same where what stands before a slot has taken place.
pub(crate) fn all_can_meet_from(
    task: &Task,
    from: u32,
    pairs: &[(u32, u32)],
    meetings: &mut Vec<Meeting>,
) -> bool {
    let Some(&(newcomer, mentor)) = pairs.first() else { return true };
    (from..task.weeks.len() as u32).any(|slot| {
        let meeting = Meeting { slot, newcomer, mentor };
        meetings.push(meeting);
        let found =
            faults(task, meetings, from).is_empty() && all_can_meet_from(task, from, &pairs[1..], meetings);
        meetings.pop();
        found
    })
}

pub(crate) fn sharing_pairs(task: &Task) -> Vec<(u32, u32)> {
    let share = |newcomer, mentor| {
        (0..task.weeks.len() as u32).any(|slot| can_meet(task, &Meeting { slot, newcomer, mentor }))
    };
    (0..task.newcomers.len() as u32)
        .flat_map(|newcomer| (0..task.mentors.len() as u32).map(move |mentor| (newcomer, mentor)))
        .filter(|&(newcomer, mentor)| share(newcomer, mentor))
        .collect()
}

fn slots(bytes: &mut Bytes<'_>, slots: u32) -> Vec<u32> {
    (0..slots).filter(|_| bytes.below(4) == 0).collect()
}

fn limit(bytes: &mut Bytes<'_>) -> Option<u32> {
    Some(bytes.below(5)).filter(|&limit| limit < 4)
}

/// Any bytes as a task, at times a wrong one.
pub(crate) fn check(data: &[u8]) {
    let mut bytes = Bytes::new(data);
    let mut task = task(&mut bytes);
    let count = task.weeks.len() as u32;
    let effort = Effort {
        repairs: 100 * bytes.below(4),
        conflicts: if bytes.flag() { u64::MAX } else { 0 },
        seed: u64::from(bytes.below(4)),
    };
    let timetable = rotate(&task, effort).unwrap();
    check_timetable(&task, effort, &timetable);
    // Any old timetable, also an impossible one, is refused or re-planned by the rules.
    let from = bytes.below(count + 2);
    let old: Vec<Meeting> = match bytes.below(2) {
        0 => timetable.meetings,
        _ => (0..bytes.below(6))
            .map(|_| Meeting { slot: bytes.below(7), newcomer: bytes.below(4), mentor: bytes.below(4) })
            .collect(),
    };
    task.mentors[0].busy.push(bytes.below(count));
    if let Ok(new) = replan(&task, &old, from, effort) {
        for meeting in old.iter().filter(|meeting| meeting.slot < from) {
            assert!(new.meetings.contains(meeting), "the past was touched");
        }
        // Rules that the past alone has broken cannot be mended.
        let past: Vec<Meeting> = old.iter().copied().filter(|meeting| meeting.slot < from).collect();
        if faults(&task, &past, 0).is_empty() {
            assert_eq!(faults(&task, &new.meetings, from), Vec::<String>::new());
        }
    }
    check_extended(&task, effort, &mut bytes);
    task.closed.push(bytes.below(9));
    let known = task.closed.iter().all(|&slot| slot < count);
    assert_eq!(rotate(&task, Effort { repairs: 10, conflicts: 10, seed: 0 }).is_ok(), known);
}

/// Whatever stands, also what breaks every rule, stays; what comes around it breaks none.
fn check_extended(task: &Task, effort: Effort, bytes: &mut Bytes<'_>) {
    let have_met: Vec<(u32, u32)> = (0..bytes.below(3)).map(|_| (bytes.below(4), bytes.below(4))).collect();
    let fixed: Vec<Meeting> = (0..bytes.below(5))
        .map(|_| Meeting { slot: bytes.below(6), newcomer: bytes.below(4), mentor: bytes.below(4) })
        .collect();
    let Ok(new) = extend(task, &have_met, &fixed, effort) else { return };
    assert!(fixed.iter().all(|meeting| new.meetings.contains(meeting)));
    assert!(new.meetings.iter().all(|meeting| !have_met.contains(&(meeting.newcomer, meeting.mentor))));
    let of_fixed = |fault: &String| fixed.iter().any(|meeting| fault.ends_with(&format!("{meeting:?}")));
    if faults(task, &fixed, 0).is_empty() {
        assert_eq!(faults(task, &new.meetings, 0), Vec::<String>::new());
    }
    let own: Vec<String> =
        faults(task, &new.meetings, 0).into_iter().filter(|fault| !of_fixed(fault)).collect();
    assert_eq!(own, Vec::<String>::new(), "around {fixed:?}");
    let all = task.newcomers.len() * task.mentors.len();
    assert_eq!(new.meetings.len() + new.left_out.len() + have_met.len(), all);
}

fn task(bytes: &mut Bytes<'_>) -> Task {
    let (newcomers, mentors, count) = (1 + bytes.below(3), 1 + bytes.below(3), 1 + bytes.below(5));
    let mut week = 0;
    let mut weeks = Vec::new();
    for _ in 0..count {
        week += bytes.below(2);
        weeks.push(week);
    }
    let mentor = |bytes: &mut Bytes<'_>| Mentor {
        busy: slots(bytes, count),
        capacity: [1, 1, 1, 2, 0][bytes.below(5) as usize],
    };
    Task {
        weeks,
        closed: slots(bytes, count).into_iter().filter(|&slot| slot % 2 == 1).collect(),
        newcomers: (0..newcomers).map(|_| slots(bytes, count)).collect(),
        mentors: (0..mentors).map(|_| mentor(bytes)).collect(),
        newcomer_per_week: limit(bytes),
        mentor_per_week: limit(bytes),
    }
}

/// By the rules, complete where that is possible, and with a true reason for everybody left out.
fn check_timetable(task: &Task, effort: Effort, timetable: &Timetable) {
    assert_eq!(faults(task, &timetable.meetings, 0), Vec::<String>::new());
    let pairs = sharing_pairs(task);
    let possible = all_can_meet(task, &pairs, &mut Vec::new());
    let met =
        |newcomer, mentor| timetable.meetings.iter().any(|m| (m.newcomer, m.mentor) == (newcomer, mentor));
    let complete = pairs.iter().all(|&(newcomer, mentor)| met(newcomer, mentor));
    assert!(!complete || possible, "a timetable where none exists");
    if effort.conflicts > 0 {
        assert_eq!(complete, possible, "nothing was cut off");
    }
    let all = task.newcomers.len() * task.mentors.len();
    assert_eq!(timetable.meetings.len() + timetable.left_out.len(), all);
    for left in &timetable.left_out {
        assert!(!met(left.newcomer, left.mentor));
        assert_eq!(left.why == WhyNot::NoCommonSlot, !pairs.contains(&(left.newcomer, left.mentor)));
        assert!(left.why != WhyNot::Crowded { proved: true } || !possible);
    }
}
