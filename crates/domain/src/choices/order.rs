//! People in order of preference, of whom some may stand equal: few of us have a strict order of ten colleagues.

use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::{Serialize, SerializeSeq, Serializer};

/// People in tiers, best first. A tier of one stands alone, a tier of several says «equally good». No tier is
/// empty, and nobody stands twice.
///
/// As JSON it is a list as `talimger pair` reads it: an id for somebody alone, an inner list for a tie. Lists
/// without ties are flat, as they were before ties could be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order<Id>(Vec<Vec<Id>>);

/// Somebody stands in an order twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Twice;

impl<Id> Default for Order<Id> {
    /// Nobody.
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<Id> Order<Id> {
    /// The tiers, best first.
    pub fn tiers(&self) -> &[Vec<Id>] {
        &self.0
    }

    /// Everybody, best first; within a tie as they were written.
    pub fn people(&self) -> impl Iterator<Item = &Id> {
        self.0.iter().flatten()
    }

    /// How many people stand in it.
    pub fn len(&self) -> usize {
        self.0.iter().map(Vec::len).sum()
    }

    /// True where nobody stands in it.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The same people without those of whom `stays` is false.
    #[must_use]
    pub fn without(mut self, stays: impl Fn(&Id) -> bool) -> Self {
        for tier in &mut self.0 {
            tier.retain(&stays);
        }
        self.0.retain(|tier| !tier.is_empty());
        self
    }
}

impl<Id: PartialEq> Order<Id> {
    /// An order of these tiers; an empty tier is nothing.
    pub fn of<Tier>(tiers: impl IntoIterator<Item = Tier>) -> Result<Self, Twice>
    where
        Tier: IntoIterator,
        Tier::Item: Into<Id>,
    {
        let mut order = Self::default();
        for tier in tiers {
            let mut people: Vec<Id> = Vec::new();
            for person in tier.into_iter().map(Into::into) {
                if order.has(&person) || people.contains(&person) {
                    return Err(Twice);
                }
                people.push(person);
            }
            if !people.is_empty() {
                order.0.push(people);
            }
        }
        Ok(order)
    }

    /// An order without ties. Whoever comes again keeps the first place.
    pub fn strict(people: impl IntoIterator<Item = impl Into<Id>>) -> Self {
        let mut order = Self::default();
        for person in people.into_iter().map(Into::into) {
            if !order.has(&person) {
                order.0.push(vec![person]);
            }
        }
        order
    }

    /// True where somebody stands in it.
    pub fn has(&self, person: &Id) -> bool {
        self.place(person).is_some()
    }

    /// The tier in which somebody stands, from 0.
    pub fn place(&self, person: &Id) -> Option<usize> {
        self.0.iter().position(|tier| tier.contains(person))
    }
}

/// One step on the way to an order; each is kept at once, so that nothing is lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Somebody is put at the end.
    Add,
    /// Somebody who stands alone joins the tier above.
    Equal,
    /// One place up; out of a tie to a place just above the others of it.
    Up,
    /// One place down; out of a tie to a place just below the others of it.
    Down,
    /// Taken off.
    Off,
}

impl Step {
    /// All steps.
    pub const ALL: [Self; 5] = [Self::Add, Self::Equal, Self::Up, Self::Down, Self::Off];

    /// The word under which forms send it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Add => "add",
            Self::Equal => "equal",
            Self::Up => "up",
            Self::Down => "down",
            Self::Off => "off",
        }
    }

    /// The order after the step. An order that is full keeps its length: who is added takes the place of the
    /// last one. A step about somebody who does not stand where it needs them changes nothing.
    #[must_use]
    pub fn take<Id: PartialEq>(self, order: Order<Id>, person: Id, most: usize) -> Order<Id> {
        let place = order.place(&person);
        let Order(mut tiers) = order;
        match (self, place) {
            (Self::Add, None) => {
                shorten(&mut tiers, most.saturating_sub(1));
                tiers.push(vec![person]);
            }
            (Self::Off, Some(place)) => {
                tiers[place].retain(|other| *other != person);
                tiers.retain(|tier| !tier.is_empty());
            }
            (Self::Up | Self::Down, Some(place)) if tiers[place].len() > 1 => {
                tiers[place].retain(|other| *other != person);
                let below = usize::from(self == Self::Down);
                tiers.insert(place + below, vec![person]);
            }
            (Self::Equal, Some(place)) if place > 0 && tiers[place].len() == 1 => {
                tiers.remove(place);
                tiers[place - 1].push(person);
            }
            (Self::Up, Some(place)) if place > 0 => tiers.swap(place - 1, place),
            (Self::Down, Some(place)) if place + 1 < tiers.len() => tiers.swap(place, place + 1),
            _ => {}
        }
        Order(tiers)
    }
}

/// Takes the last people off until no more than `most` are left.
fn shorten<Id>(tiers: &mut Vec<Vec<Id>>, most: usize) {
    let mut people: usize = tiers.iter().map(Vec::len).sum();
    while people > most {
        let Some(last) = tiers.last_mut() else { return };
        last.pop();
        people -= 1;
        if last.is_empty() {
            tiers.pop();
        }
    }
}

impl<Id: Serialize> Serialize for Order<Id> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(self.0.len()))?;
        for tier in &self.0 {
            match tier.as_slice() {
                [alone] => list.serialize_element(alone)?,
                tie => list.serialize_element(tie)?,
            }
        }
        list.end()
    }
}

#[derive(serde::Deserialize)]
#[serde(untagged)]
enum Tier<Id> {
    Alone(Id),
    Tie(Vec<Id>),
}

impl<'de, Id: Deserialize<'de> + PartialEq> Deserialize<'de> for Order<Id> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let tiers = Vec::<Tier<Id>>::deserialize(deserializer)?;
        let people = |tier| match tier {
            Tier::Alone(person) => vec![person],
            Tier::Tie(people) => people,
        };
        Self::of(tiers.into_iter().map(people)).map_err(|Twice| D::Error::custom("somebody stands twice"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::MentorId;
    use proptest::prelude::*;

    fn order(tiers: &[&[&'static str]]) -> Order<&'static str> {
        Order::of(tiers.iter().map(|tier| tier.iter().copied())).unwrap()
    }

    #[test]
    fn a_step_moves_one_and_loses_nobody_else() {
        let take = |step: Step, id, most| step.take(order(&[&["aigul"], &["bekzhan"], &["irina"]]), id, most);
        assert_eq!(take(Step::Up, "bekzhan", 3), order(&[&["bekzhan"], &["aigul"], &["irina"]]));
        assert_eq!(take(Step::Down, "bekzhan", 3), order(&[&["aigul"], &["irina"], &["bekzhan"]]));
        assert_eq!(take(Step::Off, "aigul", 3), order(&[&["bekzhan"], &["irina"]]));
        assert_eq!(take(Step::Equal, "bekzhan", 3), order(&[&["aigul", "bekzhan"], &["irina"]]));
        assert_eq!(take(Step::Add, "nurlan", 4), order(&[&["aigul"], &["bekzhan"], &["irina"], &["nurlan"]]));
        assert_eq!(take(Step::Add, "nurlan", 3), order(&[&["aigul"], &["bekzhan"], &["nurlan"]]), "full");
    }

    #[test]
    fn out_of_a_tie_somebody_steps_just_above_or_below_the_others() {
        let tied = || order(&[&["karina"], &["aigul", "bekzhan", "irina"], &["nurlan"]]);
        let take = |step: Step, id| step.take(tied(), id, 9);
        assert_eq!(
            take(Step::Up, "bekzhan"),
            order(&[&["karina"], &["bekzhan"], &["aigul", "irina"], &["nurlan"]])
        );
        assert_eq!(
            take(Step::Down, "aigul"),
            order(&[&["karina"], &["bekzhan", "irina"], &["aigul"], &["nurlan"]])
        );
        assert_eq!(take(Step::Off, "irina"), order(&[&["karina"], &["aigul", "bekzhan"], &["nurlan"]]));
        assert_eq!(
            take(Step::Equal, "nurlan"),
            order(&[&["karina"], &["aigul", "bekzhan", "irina", "nurlan"]])
        );
        assert_eq!(
            take(Step::Down, "karina"),
            order(&[&["aigul", "bekzhan", "irina"], &["karina"], &["nurlan"]]),
            "who stands alone trades places with the whole tie"
        );
        let pair = order(&[&["aigul", "irina"]]);
        assert_eq!(
            Step::Up.take(pair, "irina", 9),
            order(&[&["irina"], &["aigul"]]),
            "also in the first tier"
        );
    }

    #[test]
    fn in_a_full_order_the_last_of_a_tie_makes_room() {
        let full = order(&[&["aigul"], &["bekzhan", "irina"]]);
        assert_eq!(Step::Add.take(full, "nurlan", 3), order(&[&["aigul"], &["bekzhan"], &["nurlan"]]));
    }

    #[test]
    fn a_step_that_leads_nowhere_changes_nothing() {
        for (step, id) in [
            (Step::Up, "karina"),
            (Step::Equal, "karina"),
            (Step::Equal, "irina"),
            (Step::Down, "nurlan"),
            (Step::Add, "nurlan"),
            (Step::Off, "timur"),
            (Step::Equal, "timur"),
        ] {
            let before = order(&[&["karina"], &["aigul", "irina"], &["nurlan"]]);
            assert_eq!(step.take(before.clone(), id, 4), before, "{step:?} {id}");
        }
    }

    #[test]
    fn it_is_written_as_the_command_line_reads_it_and_old_lists_are_read() {
        let tied: Order<MentorId> = Order::of([vec!["irina"], vec!["aigul", "karina"]]).unwrap();
        let json = serde_json::to_string(&tied).unwrap();
        assert_eq!(json, r#"["irina",["aigul","karina"]]"#);
        assert_eq!(serde_json::from_str::<Order<MentorId>>(&json).unwrap(), tied);
        let read = |json| serde_json::from_str::<Order<MentorId>>(json).map_err(|error| error.to_string());
        assert_eq!(read(r#"["irina","aigul"]"#), Ok(Order::strict(["irina", "aigul"])));
        assert_eq!(read("[]"), Ok(Order::default()));
        assert_eq!(read(r#"[[],["irina"]]"#), Ok(Order::strict(["irina"])));
        assert!(read(r#"["irina",["aigul","irina"]]"#).unwrap_err().contains("twice"));
        assert!(read(r#"[["irina",["aigul"]]]"#).is_err(), "a tie holds people, no ties");
    }

    #[test]
    fn nobody_stands_twice() {
        assert_eq!(Order::<MentorId>::of([vec!["irina"], vec!["irina"]]), Err(Twice));
        assert_eq!(Order::<MentorId>::of([["irina", "irina"]]), Err(Twice));
        assert_eq!(Order::<MentorId>::strict(["irina", "aigul", "irina"]), Order::strict(["irina", "aigul"]));
    }

    /// Orders of up to six of eight people, with ties anywhere.
    fn any_order() -> impl Strategy<Value = Order<MentorId>> {
        let people = proptest::sample::subsequence((0..8_u8).collect::<Vec<_>>(), 0..=6).prop_shuffle();
        (people, proptest::collection::vec(any::<bool>(), 6)).prop_map(|(people, joins)| {
            let mut tiers: Vec<Vec<String>> = Vec::new();
            for (person, joins) in people.into_iter().zip(joins) {
                match tiers.last_mut() {
                    Some(tier) if joins => tier.push(person.to_string()),
                    _ => tiers.push(vec![person.to_string()]),
                }
            }
            Order::of(tiers).unwrap()
        })
    }

    fn sorted(order: &Order<MentorId>) -> Vec<MentorId> {
        let mut people: Vec<_> = order.people().cloned().collect();
        people.sort();
        people
    }

    proptest! {
        #[test]
        fn no_step_loses_or_doubles_anybody(
            before in any_order(),
            step in proptest::sample::select(&Step::ALL[..]),
            person in 0..8_u8,
        ) {
            let person = MentorId::from(person.to_string());
            let after = step.take(before.clone(), person.clone(), 6);
            prop_assert!(after.tiers().iter().all(|tier| !tier.is_empty()));
            let (was, is) = (sorted(&before), sorted(&after));
            let mut expected = was.clone();
            match step {
                Step::Add if !before.has(&person) => {
                    if before.len() == 6 {
                        let last = before.people().last().unwrap();
                        expected.retain(|other| other != last);
                    }
                    expected.push(person.clone());
                    expected.sort();
                    prop_assert_eq!(after.place(&person), Some(after.tiers().len() - 1));
                }
                Step::Off => expected.retain(|other| *other != person),
                Step::Add | Step::Equal | Step::Up | Step::Down => {}
            }
            prop_assert_eq!(is, expected);
        }

        #[test]
        fn what_is_written_is_read(order in any_order()) {
            let json = serde_json::to_string(&order).unwrap();
            prop_assert_eq!(serde_json::from_str::<Order<MentorId>>(&json).unwrap(), order);
        }

        /// Equal and then up leads back to where somebody stood, one place higher, the others untouched.
        #[test]
        fn a_tie_is_undone_by_one_press(before in any_order(), person in 0..8_u8) {
            let person = MentorId::from(person.to_string());
            let tied = Step::Equal.take(before.clone(), person.clone(), 9);
            if tied != before {
                prop_assert_eq!(Step::Down.take(tied, person, 9), before);
            }
        }
    }
}
