//! After each event the live state is what deferred acceptance from nothing would give.

use pairing::live::{EventError, Moved, Pace};
use pairing::{Instance, Live, Side, TieBreak, stable_matching};

use super::bytes::Bytes;

pub(crate) const RESIDENTS: u32 = 6;
pub(crate) const HOSPITALS: u32 = 4;

#[derive(Debug, Clone)]
pub(crate) enum Event {
    Request(u32, Vec<u32>, Pace),
    NextWish(u32),
    Decline(u32, u32),
    Withdraw(u32),
    Change(u32, u32, Vec<u32>),
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

/// Hospitals with their places and lists, then what happens one after the other.
pub(crate) fn replay(hospitals: Vec<(u32, Vec<u32>)>, events: Vec<Event>) {
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
                assert_eq!(error, EventError::UnknownResident(r));
                assert!(said.residents[r as usize].is_none());
                continue;
            }
        };
        said.hear(&event);
        let after = state(&live);
        assert_eq!(after, said.batch(), "after {event:?}");
        let changed: Vec<Moved> = (0..RESIDENTS)
            .map(|r| Moved { resident: r, from: before[r as usize], to: after[r as usize] })
            .filter(|moved| moved.from != moved.to)
            .collect();
        assert_eq!(moved, changed);
        for h in 0..HOSPITALS {
            assert!(live.held(h).all(|r| after[r as usize] == Some(h)));
            assert_eq!(live.held(h).count(), after.iter().filter(|&&at| at == Some(h)).count());
        }
    }
}

fn event(bytes: &mut Bytes<'_>) -> Event {
    match bytes.below(8) {
        0..=2 => {
            let pace = if bytes.flag() { Pace::AtOnce } else { Pace::WhenAsked };
            Event::Request(bytes.below(RESIDENTS), bytes.some_of(HOSPITALS), pace)
        }
        3 => Event::NextWish(bytes.below(RESIDENTS)),
        4 | 5 => Event::Decline(bytes.below(HOSPITALS), bytes.below(RESIDENTS)),
        6 => Event::Withdraw(bytes.below(RESIDENTS)),
        _ => Event::Change(bytes.below(HOSPITALS), bytes.below(4), bytes.some_of(RESIDENTS)),
    }
}

/// Any bytes as a season.
pub(crate) fn check(data: &[u8]) {
    let mut bytes = Bytes::new(data);
    let hospitals = (0..HOSPITALS).map(|_| (bytes.below(4), bytes.some_of(RESIDENTS))).collect();
    let mut events = Vec::new();
    while !bytes.is_empty() && events.len() < 60 {
        events.push(event(&mut bytes));
    }
    replay(hospitals, events);
}
