use super::*;
use crate::Instant;
use crate::calendar::{Period, usual_days_off};
use crate::people::{Category, Name};
use jiff::civil::date;

const DAY: Day = date(2026, 8, 26);

fn programme() -> Programme {
    Programme::usual("programme".into(), "school".into(), 2026)
}

fn dana() -> Person {
    Person {
        id: "dana".into(),
        school: Some("school".into()),
        name: Name {
            family: "Сәтбаева".into(), given: "Дана".into(), patronymic: Some("Мейірқызы".into())
        },
        email: None,
        phone: None,
        staff_number: None,
        position: None,
        subject: Some("математика".into()),
        category: Category::Teacher,
        service_years: Some(0),
        hired_on: Some(date(2026, 8, 25)),
        weekly_load: None,
        left_on: None,
        lang: "kk".into(),
        version: 0,
    }
}

fn enrolled() -> Newcomer {
    Newcomer {
        id: "newcomer".into(),
        school: "school".into(),
        programme: "programme".into(),
        person: "dana".into(),
        hired_on: date(2026, 8, 25),
        version: 0,
    }
}

fn provisional() -> Pair {
    Pair {
        id: "pair".into(),
        school: "school".into(),
        programme: "programme".into(),
        newcomer: "newcomer".into(),
        mentor: "mentor".into(),
        place: None,
        origin: Origin::Provisional,
        state: PairState::Published,
        since: Instant::UNIX_EPOCH,
        version: 0,
    }
}

fn assigned() -> Pair {
    let period = Period { from: date(2026, 9, 1), until: None };
    provisional().assign("order".into(), period, &[]).unwrap()
}

#[test]
fn without_service_and_hired_for_this_school_year_is_first_time() {
    for day in [date(2026, 6, 1), date(2026, 8, 25), date(2027, 1, 11), date(2027, 5, 31)] {
        assert!(is_first_time(&Person { hired_on: Some(day), ..dana() }, 2026), "{day}");
    }
}

#[test]
fn service_another_year_or_an_unknown_day_is_not_first_time() {
    assert!(!is_first_time(&Person { service_years: Some(1), ..dana() }, 2026));
    assert!(!is_first_time(&Person { service_years: None, ..dana() }, 2026));
    assert!(!is_first_time(&Person { hired_on: None, ..dana() }, 2026));
    assert!(!is_first_time(&Person { hired_on: Some(date(2026, 5, 31)), ..dana() }, 2026));
    assert!(!is_first_time(&Person { hired_on: Some(date(2027, 6, 1)), ..dana() }, 2026));
}

#[test]
fn whoever_is_hired_in_the_year_is_enrolled_on_that_day() {
    for day in [date(2026, 8, 26), date(2026, 11, 1), date(2026, 11, 3), date(2027, 1, 11), date(2027, 5, 25)]
    {
        let hired = Person { hired_on: Some(day), ..dana() };
        assert_eq!(enrol(&hired, false, &programme(), day), Ok(day));
    }
    let closed = enrol(&dana(), false, &programme(), date(2027, 5, 26));
    assert_eq!(closed, Err(EnrolRefused::NotNow(Phase::Closed)));
}

#[test]
fn who_was_hired_when_the_lists_were_sealed_had_no_choice() {
    let hired = |hired_on| Newcomer { hired_on, ..enrolled() }.came_after_choice(&programme());
    assert!(!hired(date(2026, 11, 1)) && hired(date(2026, 11, 2)));
}

#[test]
fn n04_a_mentor_is_not_enrolled_as_newcomer() {
    assert_eq!(enrol(&dana(), true, &programme(), DAY), Err(EnrolRefused::Mentors));
}

#[test]
fn who_left_or_has_no_first_day_is_not_enrolled() {
    let left = Person { left_on: Some(DAY), ..dana() };
    assert_eq!(enrol(&left, false, &programme(), DAY), Err(EnrolRefused::DoesNotWork));
    let undated = Person { hired_on: None, ..dana() };
    assert_eq!(enrol(&undated, false, &programme(), DAY), Err(EnrolRefused::NoHireDay));
}

#[test]
fn the_order_is_due_five_working_days_after_hiring_with_the_moved_day_off() {
    // 30 August 2026 is a Sunday: Monday is off, so the due day is 2 September (rules §4; to verify).
    let calendar = crate::calendar::WorkCalendar::of(&usual_days_off(2026));
    assert_eq!(enrolled().order_due(&Settings::default(), &calendar), date(2026, 9, 2));
}

#[test]
fn only_a_missed_day_without_an_order_is_late() {
    let calendar = WorkCalendar::default();
    let due = date(2026, 9, 1);
    let on = |pairs: &[Pair], day| enrolled().first_order(pairs, &Settings::default(), &calendar, day);
    assert_eq!(on(&[], due), FirstOrder::Open(due));
    assert_eq!(on(&[provisional()], due), FirstOrder::Named(due));
    assert_eq!(on(&[provisional()], date(2026, 9, 2)), FirstOrder::Late(due));
    assert_eq!(on(&[assigned()], date(2026, 9, 2)), FirstOrder::Signed);
    let ended = provisional().end(due, Instant::UNIX_EPOCH).unwrap();
    assert_eq!(on(&[ended], due), FirstOrder::Open(due));
}

#[test]
fn n04_a_newcomer_is_nobodys_provisional_mentor() {
    let refused = may_name(&dana(), true, &[], &programme(), DAY);
    assert_eq!(refused, Err(ProvisionalRefused::NotEligible(Rule::NotNewcomer)));
}

#[test]
fn a_provisional_mentor_is_named_once_and_as_long_as_the_programme_runs() {
    let on = |pairs: &[Pair], day| may_name(&dana(), false, pairs, &programme(), day);
    for day in [DAY, date(2026, 11, 7), date(2027, 5, 25)] {
        assert_eq!(on(&[], day), Ok(()), "{day}");
    }
    assert_eq!(on(&[], date(2027, 5, 26)), Err(ProvisionalRefused::NotNow(Phase::Closed)));
    assert_eq!(on(&[provisional()], DAY), Err(ProvisionalRefused::HasMentor));
}

#[test]
fn what_an_order_made_only_an_order_changes() {
    assert!(may_take_back(vec![provisional()]).is_ok());
    assert_eq!(may_take_back(vec![assigned()]), Err(ProvisionalRefused::HasOrder));
    let chosen = Pair { origin: Origin::Ranked, place: Some(1), ..provisional() };
    assert_eq!(may_take_back(vec![chosen]), Err(ProvisionalRefused::HasOrder));
}

#[test]
fn nobody_is_late_or_alone_in_a_programme_that_was_stopped() {
    let stopped = Programme { stopped_on: Some(DAY), ..programme() };
    let ended = assigned().end(date(2026, 10, 1), Instant::UNIX_EPOCH).unwrap();
    for (pairs, today) in [(vec![], DAY), (vec![], date(2026, 9, 2)), (vec![ended], date(2026, 10, 5))] {
        let standing = enrolled().standing(true, &pairs, &stopped, &WorkCalendar::default(), today);
        assert_eq!(standing, Standing::Stopped, "{today}");
    }
}

fn standing(pairs: &[Pair], today: Day) -> Standing {
    enrolled().standing(true, pairs, &programme(), &WorkCalendar::default(), today)
}

#[test]
fn what_needs_somebody_comes_first_and_who_left_last() {
    let due = date(2026, 9, 1);
    let order = [
        standing(&[], date(2026, 9, 2)),
        standing(&[assigned().end(date(2026, 10, 1), Instant::UNIX_EPOCH).unwrap()], date(2026, 10, 5)),
        standing(&[], DAY),
        standing(&[provisional()], DAY),
        standing(&[assigned()], date(2026, 11, 3)),
        standing(&[assigned()], date(2026, 10, 5)),
        enrolled().standing(false, &[], &programme(), &WorkCalendar::default(), DAY),
    ];
    assert!(order.is_sorted(), "{order:?}");
    assert_eq!(
        order,
        [
            Standing::Late(due),
            Standing::Alone,
            Standing::Open(due),
            Standing::Named(due),
            Standing::Unpaired,
            Standing::Settled,
            Standing::Left
        ]
    );
}

#[test]
fn n21_without_a_pair_after_the_choice_one_is_unpaired_until_there_is_one() {
    let programme = programme();
    let chosen = Pair { origin: Origin::Ranked, place: Some(1), ..provisional() };
    for (day, unpaired) in [(date(2026, 10, 31), false), (date(2026, 11, 2), true), (date(2027, 2, 1), true)]
    {
        assert_eq!(is_unpaired(&[assigned()], &programme, day), unpaired, "{day}");
        assert!(!is_unpaired(&[assigned(), chosen.clone()], &programme, day));
    }
    let over = chosen.end(date(2026, 11, 3), Instant::UNIX_EPOCH).unwrap();
    assert!(is_unpaired(&[over], &programme, date(2026, 11, 4)), "a pair given up is none");
}

#[test]
fn an_enrolment_is_taken_back_only_while_nothing_came_of_it() {
    assert_eq!(may_withdraw(0, &programme(), DAY), Ok(()));
    assert_eq!(may_withdraw(1, &programme(), DAY), Err(WithdrawRefused::HasTraces));
    assert_eq!(may_withdraw(0, &programme(), date(2027, 1, 12)), Ok(()));
    let late = may_withdraw(0, &programme(), date(2027, 5, 26));
    assert_eq!(late, Err(WithdrawRefused::NotNow(Phase::Closed)));
}

#[test]
fn why_there_is_no_pair_is_told_from_what_every_leader_may_know() {
    let over = date(2026, 11, 3);
    let why = |newcomer: &Newcomer, pairs: &[Pair], published, day| {
        newcomer.unpaired(pairs, &programme(), published, day)
    };
    let appointed = Origin::Appointed { reason: "Единственный математик.".into() };
    let pair = Pair { origin: appointed, place: Some(1), ..provisional() };
    let ended = pair.clone().end(over, Instant::UNIX_EPOCH).unwrap();
    let enrolled = enrolled();
    assert_eq!(why(&enrolled, &[provisional()], false, date(2026, 10, 5)), None, "people still choose");
    assert_eq!(why(&enrolled, &[pair], true, over), None, "there is a pair");
    assert_eq!(why(&enrolled, &[provisional()], false, over), Some(Unpaired::NotPublished));
    assert_eq!(why(&enrolled, &[provisional()], true, over), Some(Unpaired::LeftOver));
    assert_eq!(why(&enrolled, &[provisional(), ended], true, over), Some(Unpaired::Ended));
    let later = Newcomer { hired_on: date(2027, 1, 11), ..enrolled };
    assert_eq!(why(&later, &[], true, date(2027, 1, 12)), Some(Unpaired::CameLater));
    let left = provisional().end(over, Instant::UNIX_EPOCH).unwrap();
    assert_eq!(
        why(&later, &[left], true, date(2027, 1, 12)),
        Some(Unpaired::CameLater),
        "a provisional one is none"
    );
    assert!(Unpaired::LeftOver.needs_somebody() && !Unpaired::NotPublished.needs_somebody());
}

#[test]
fn whose_pair_closed_as_planned_is_not_alone() {
    let due = date(2026, 9, 1);
    assert_eq!(Standing::Alone.after_planned_end(true), Standing::Finished);
    assert_eq!(Standing::Alone.after_planned_end(false), Standing::Alone);
    for other in [Standing::Late(due), Standing::Settled, Standing::Left] {
        assert_eq!(other.after_planned_end(true), other);
    }
}
