use proptest::prelude::*;

use super::{Flow, NEVER};
use crate::instance::{Instance, Side};
use crate::search::{Literal, Theory, Value};

/// Who could have whom, and places.
#[derive(Debug, Clone)]
struct Market {
    wishes: Vec<Vec<bool>>,
    places: Vec<u32>,
}

/// What a search may have settled at some moment: pairs ruled out, and who is asked for.
#[derive(Debug, Clone)]
struct Moment {
    ruled_out: Vec<Vec<bool>>,
    residents: Vec<bool>,
    hospitals: Vec<bool>,
    wanted: usize,
}

impl Market {
    fn instance(&self) -> Instance {
        let hospitals = 0..self.places.len();
        let mut builder = Instance::builder();
        for wishes in &self.wishes {
            builder.resident(hospitals.clone().filter(|&h| wishes[h]).map(|h| [u32::try_from(h).unwrap()]));
        }
        for (hospital, &places) in self.places.iter().enumerate() {
            let everybody = (0_u32..).zip(&self.wishes).filter(|(_, wishes)| wishes[hospital]);
            builder.hospital(places, [everybody.map(|(resident, _)| resident).collect::<Vec<u32>>()]);
        }
        builder.build().unwrap()
    }

    /// Every matching, stable or not.
    fn all(&self) -> Vec<Vec<Option<usize>>> {
        let mut all = vec![Vec::new()];
        for wishes in &self.wishes {
            let choices: Vec<Option<usize>> =
                std::iter::once(None).chain((0..wishes.len()).filter(|&h| wishes[h]).map(Some)).collect();
            let longer = |start: &Vec<Option<usize>>, choice: Option<usize>| {
                start.iter().copied().chain([choice]).collect::<Vec<_>>()
            };
            all = all.iter().flat_map(|start| choices.iter().map(move |&c| longer(start, c))).collect();
            all.retain(|matching| (0..self.places.len()).all(|h| held(matching, h) <= self.places[h]));
        }
        all
    }

    fn is_full(&self, matching: &[Option<usize>], hospital: usize) -> bool {
        held(matching, hospital) == self.places[hospital]
    }

    fn fits(&self, matching: &[Option<usize>], moment: &Moment) -> bool {
        let everybody = || matching.iter().enumerate();
        matching.iter().flatten().count() >= moment.wanted
            && everybody().all(|(r, at)| at.is_none_or(|h| !moment.ruled_out[r][h]))
            && everybody().all(|(r, at)| at.is_some() || !moment.residents[r])
            && (0..self.places.len()).all(|h| self.is_full(matching, h) || !moment.hospitals[h])
    }
}

/// How many a hospital holds.
fn held(matching: &[Option<usize>], hospital: usize) -> u32 {
    matching.iter().map(|at| u32::from(*at == Some(hospital))).sum()
}

/// Literals: first the pairs in the order of the residents' lists, then the residents, then the hospitals.
struct Names {
    pairs: Vec<(usize, usize)>,
    residents: usize,
}

impl Names {
    fn new(market: &Market) -> Self {
        let instance = market.instance();
        let pairs = (0..instance.count(Side::Residents))
            .flat_map(|r| {
                instance.wishes(Side::Residents, r).map(move |wish| (r as usize, wish.other as usize))
            })
            .collect();
        Self { pairs, residents: market.wishes.len() }
    }

    fn literal(at: usize) -> Literal {
        2 * Literal::try_from(at).unwrap()
    }

    fn resident(&self, resident: usize) -> Literal {
        Self::literal(self.pairs.len() + resident)
    }

    fn hospital(&self, hospital: usize) -> Literal {
        Self::literal(self.pairs.len() + self.residents + hospital)
    }

    fn values(&self, moment: &Moment) -> Vec<Value> {
        let mut values = Vec::new();
        for &(r, h) in &self.pairs {
            let ruled_out = [Value::False, Value::True];
            values.extend(if moment.ruled_out[r][h] { ruled_out } else { [Value::Open, Value::Open] });
        }
        for &asked in moment.residents.iter().chain(&moment.hospitals) {
            values.extend(if asked { [Value::True, Value::False] } else { [Value::Open, Value::Open] });
        }
        values
    }

    /// Whether a matching makes a literal true.
    fn holds(&self, market: &Market, matching: &[Option<usize>], literal: Literal) -> bool {
        let at = literal as usize / 2;
        let positive = match at.checked_sub(self.pairs.len()) {
            None => matching[self.pairs[at].0] == Some(self.pairs[at].1),
            Some(resident) if resident < self.residents => matching[resident].is_some(),
            Some(hospital) => market.is_full(matching, hospital - self.residents),
        };
        positive == literal.is_multiple_of(2)
    }
}

fn market() -> impl Strategy<Value = Market> {
    (1..=5_usize, 1..=4_usize).prop_flat_map(|(residents, hospitals)| {
        let wishes = prop::collection::vec(prop::bool::weighted(0.6), hospitals);
        let places = prop::collection::vec(0..=3_u32, hospitals);
        (prop::collection::vec(wishes, residents), places)
            .prop_map(|(wishes, places)| Market { wishes, places })
    })
}

fn moment(market: &Market) -> impl Strategy<Value = Moment> + use<> {
    let (residents, hospitals) = (market.wishes.len(), market.places.len());
    let flags = |chance, count| prop::collection::vec(prop::bool::weighted(chance), count);
    (
        prop::collection::vec(flags(0.3, hospitals), residents),
        flags(0.5, residents),
        flags(0.4, hospitals),
        0..=residents,
    )
        .prop_map(|(ruled_out, residents, hospitals, wanted)| Moment {
            ruled_out,
            residents,
            hospitals,
            wanted,
        })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2_000) })]

    /// One after another, as a search goes on and back: what is kept from before never misleads.
    #[test]
    fn it_refuses_exactly_what_no_matching_fits_and_says_why(
        (market, moments) in market().prop_flat_map(|market| {
            let moments = prop::collection::vec(moment(&market), 1..6);
            (Just(market), moments)
        }),
    ) {
        let names = Names::new(&market);
        let mut flow = Flow::new(&market.instance());
        let asked = |name: &dyn Fn(usize) -> Literal, count: usize| (0..count).map(name).collect();
        flow.ask(
            asked(&|resident| names.resident(resident), market.wishes.len()),
            asked(&|hospital| names.hospital(hospital), market.places.len()),
        );
        let all = market.all();
        for moment in &moments {
            flow.wanted = moment.wanted;
            let values = names.values(moment);
            match flow.refuse(&values) {
                None => {
                    let kept = flow.matching();
                    let kept: Vec<Option<usize>> =
                        kept.as_slice().iter().map(|at| at.map(|hospital| hospital as usize)).collect();
                    prop_assert!(all.contains(&kept));
                    prop_assert!(market.fits(&kept, moment), "{kept:?}");
                }
                Some(clause) => {
                    prop_assert!(!all.iter().any(|matching| market.fits(matching, moment)));
                    prop_assert!(clause.iter().all(|&literal| values[literal as usize] == Value::False));
                    let enough = all.iter().filter(|one| one.iter().flatten().count() >= moment.wanted);
                    for matching in enough {
                        let holds = |&literal: &Literal| names.holds(&market, matching, literal);
                        prop_assert!(clause.iter().any(holds), "{matching:?} is refused, too");
                    }
                }
            }
        }
    }
}

/// Nobody need be asked for: then only the number of pairs counts.
#[test]
fn who_has_no_literal_is_never_asked_for() {
    let market = Market { wishes: vec![vec![true], vec![true]], places: vec![1] };
    let mut flow = Flow::new(&market.instance());
    flow.ask(vec![NEVER; 2], vec![NEVER]);
    assert_eq!(flow.refuse(&[Value::Open; 4]), None);
    flow.wanted = 2;
    assert!(flow.refuse(&[Value::Open; 4]).is_some());
}
