use pairing::Live;
use pairing::live::{EventError, Moved, Pace};
use proptest::prelude::*;

use crate::cases;
use crate::plain::list;
use crate::properties::live::{Event, HOSPITALS, RESIDENTS, replay};

fn strict(others: u32, least: usize) -> impl Strategy<Value = Vec<u32>> {
    list(others, least, false).prop_map(|classes| classes.concat())
}

fn event() -> impl Strategy<Value = Event> {
    let pace = prop_oneof![2 => Just(Pace::AtOnce), 1 => Just(Pace::WhenAsked)];
    prop_oneof![
        6 => (0..RESIDENTS, strict(HOSPITALS, 0), pace).prop_map(|(r, l, p)| Event::Request(r, l, p)),
        3 => (0..RESIDENTS).prop_map(Event::NextWish),
        3 => (0..HOSPITALS, 0..RESIDENTS).prop_map(|(h, r)| Event::Decline(h, r)),
        2 => (0..RESIDENTS).prop_map(Event::Withdraw),
        1 => (0..HOSPITALS, 0..3_u32, strict(RESIDENTS, 3)).prop_map(|(h, c, l)| Event::Change(h, c, l)),
    ]
}

proptest! {
    #![proptest_config(cases(2_000))]

    #[test]
    fn after_each_event_the_state_is_the_batch_result_of_all_so_far(
        hospitals in prop::collection::vec((0..3_u32, strict(RESIDENTS, 2)), HOSPITALS as usize),
        events in prop::collection::vec(event(), 1..40),
    ) {
        replay(hospitals, events);
    }
}

#[test]
fn a_decline_moves_on_at_once_only_whoever_asked_for_that() {
    for (pace, then) in [(Pace::AtOnce, Some(1)), (Pace::WhenAsked, None)] {
        let mut live = Live::new();
        let (first, second) = (live.add_hospital(1, &[5]).unwrap(), live.add_hospital(1, &[5]).unwrap());
        live.request(5, &[first, second], pace).unwrap();
        let moved = live.decline(first, 5).unwrap();
        assert_eq!(moved, [Moved { resident: 5, from: Some(first), to: then }]);
        live.next_wish(5).unwrap();
        assert_eq!(live.holder(5), Some(second));
    }
}

#[test]
fn what_cannot_have_happened_changes_nothing() {
    let mut live = Live::new();
    live.add_hospital(1, &[0]).unwrap();
    live.request(0, &[0], Pace::AtOnce).unwrap();
    assert_eq!(live.request(0, &[3], Pace::AtOnce), Err(EventError::UnknownHospital(3)));
    assert_eq!(live.request(0, &[0, 0], Pace::AtOnce), Err(EventError::Twice(0)));
    assert_eq!(live.change_hospital(0, 1, &[1, 1]), Err(EventError::Twice(1)));
    assert_eq!(live.decline(9, 0), Err(EventError::UnknownHospital(9)));
    assert_eq!(live.holder(0), Some(0));
}
