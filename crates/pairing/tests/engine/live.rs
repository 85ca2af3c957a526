use pairing::live::{EventError, Moved, Pace};
use pairing::{Instance, Live, Side, TieBreak, stable_matching};
use proptest::prelude::*;

use crate::cases;
use crate::plain::list;

const RESIDENTS: u32 = 6;
const HOSPITALS: u32 = 4;

#[derive(Debug, Clone)]
enum Event {
    Request(u32, Vec<u32>, Pace),
    NextWish(u32),
    Decline(u32, u32),
    Withdraw(u32),
    Change(u32, u32, Vec<u32>),
}

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

/// What has been said so far, and nothing else.
#[derive(Default)]
struct Said {
    /// List, pace, wishes that count; nothing for whoever is not there.
    residents: Vec<Option<(Vec<u32>, Pace, usize)>>,
    hospitals: Vec<(u32, Vec<u32>)>,
}

impl Said {
    fn hear(&mut self, event: &Event) {
        match event.clone() {
            Event::Request(r, list, pace) => {
                let reach = if pace == Pace::AtOnce { list.len() } else { 1 };
                self.residents[r as usize] = Some((list, pace, reach));
            }
            Event::NextWish(r) => {
                if let Some((_, _, reach)) = &mut self.residents[r as usize] {
                    *reach += 1;
                }
            }
            Event::Decline(h, r) => self.hospitals[h as usize].1.retain(|&other| other != r),
            Event::Withdraw(r) => self.residents[r as usize] = None,
            Event::Change(h, capacity, list) => self.hospitals[h as usize] = (capacity, list),
        }
    }

    /// Everything at once, by the solver for whole lists.
    fn batch(&self) -> Vec<Option<u32>> {
        let mut builder = Instance::builder();
        for resident in &self.residents {
            let counts = resident.iter().flat_map(|(list, _, reach)| list.iter().take(*reach));
            builder.resident(counts.map(|&h| [h]));
        }
        for (capacity, list) in &self.hospitals {
            builder.hospital(*capacity, list.iter().map(|&r| [r]));
        }
        stable_matching(&builder.build().unwrap(), Side::Residents, TieBreak::ListOrder).as_slice().to_vec()
    }
}

fn apply(live: &mut Live, event: &Event) -> Result<Vec<Moved>, EventError> {
    match event.clone() {
        Event::Request(r, list, pace) => live.request(r, &list, pace),
        Event::NextWish(r) => live.next_wish(r),
        Event::Decline(h, r) => live.decline(h, r),
        Event::Withdraw(r) => live.withdraw(r),
        Event::Change(h, capacity, list) => live.change_hospital(h, capacity, &list),
    }
}

fn state(live: &Live) -> Vec<Option<u32>> {
    (0..RESIDENTS).map(|resident| live.holder(resident)).collect()
}

proptest! {
    #![proptest_config(cases(2_000))]

    #[test]
    fn after_each_event_the_state_is_the_batch_result_of_all_so_far(
        hospitals in prop::collection::vec((0..3_u32, strict(RESIDENTS, 2)), HOSPITALS as usize),
        events in prop::collection::vec(event(), 1..40),
    ) {
        let mut live = Live::new();
        for (capacity, list) in &hospitals {
            live.add_hospital(*capacity, list).unwrap();
        }
        let mut said = Said { residents: vec![None; RESIDENTS as usize], hospitals };
        for event in events {
            let before = state(&live);
            let moved = match apply(&mut live, &event) {
                Ok(moved) => moved,
                Err(error) => {
                    let (Event::NextWish(r) | Event::Withdraw(r)) = event else { panic!("{event:?}") };
                    prop_assert_eq!(error, EventError::UnknownResident(r));
                    prop_assert!(said.residents[r as usize].is_none());
                    continue;
                }
            };
            said.hear(&event);
            let after = state(&live);
            prop_assert_eq!(&after, &said.batch(), "after {:?}", event);
            let changed: Vec<Moved> = (0..RESIDENTS)
                .map(|r| Moved { resident: r, from: before[r as usize], to: after[r as usize] })
                .filter(|moved| moved.from != moved.to).collect();
            prop_assert_eq!(moved, changed);
            for h in 0..HOSPITALS {
                prop_assert!(live.held(h).all(|r| after[r as usize] == Some(h)));
                prop_assert_eq!(live.held(h).count(), after.iter().filter(|&&at| at == Some(h)).count());
            }
        }
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
