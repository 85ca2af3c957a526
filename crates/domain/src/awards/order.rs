//! Who gets what: the order of measurement §9 and serial dictatorship in it.

use super::{Entry, Rule};

/// What somebody of the order has in the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Share {
    /// A prize, by its place in the rule from 0 on.
    Prize(usize),
    /// A place of the reserve list.
    Reserve,
    /// Nothing is left, or nothing was wished.
    Nothing,
    /// Had one of the first two and gave it back.
    Declined,
}

/// One of the order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The code.
    pub code: String,
    /// Had a prize not long ago, and stands behind those who had none.
    pub recent: bool,
    /// Points.
    pub points: u32,
    /// The ticket that orders equals.
    pub ticket: String,
    /// Somebody else has the same points and the same rest: the ticket has decided between them.
    pub tied: bool,
    /// What they have.
    pub share: Share,
}

/// Orders a list and shares the prizes out. `ticket` gives the lot of a code; the order of the list does not matter.
/// `declined` are codes in the order in which they gave back what they had; `None` where one of them had nothing.
pub fn drawn(
    rule: &Rule,
    entries: &[Entry],
    declined: &[String],
    ticket: impl Fn(&str) -> String,
) -> Option<Vec<Standing>> {
    let eligible = entries.iter().filter(|one| rule.points(one) >= rule.threshold);
    let mut order: Vec<(&Entry, Standing)> = eligible
        .map(|one| {
            let standing = Standing {
                code: one.code.clone(),
                recent: one.recent,
                points: rule.points(one),
                ticket: ticket(&one.code),
                tied: false,
                share: Share::Nothing,
            };
            (one, standing)
        })
        .collect();
    // The code stands last so that even equal tickets give one order.
    order.sort_by(|(_, a), (_, b)| {
        let key = |one: &Standing| (one.recent, std::cmp::Reverse(one.points));
        key(a).cmp(&key(b)).then_with(|| a.ticket.cmp(&b.ticket)).then_with(|| a.code.cmp(&b.code))
    });
    let equal: Vec<bool> = order
        .windows(2)
        .map(|two| (two[0].1.recent, two[0].1.points) == (two[1].1.recent, two[1].1.points))
        .collect();
    for (place, (_, standing)) in order.iter_mut().enumerate() {
        let before = place.checked_sub(1).and_then(|one| equal.get(one));
        standing.tied = before == Some(&true) || equal.get(place) == Some(&true);
    }
    share(rule, &mut order);
    for code in declined {
        decline(&mut order, code)?;
    }
    Some(order.into_iter().map(|(_, standing)| standing).collect())
}

/// Serial dictatorship: each takes the best wish that is left. Who wished and got nothing fills the reserve list.
fn share(rule: &Rule, order: &mut [(&Entry, Standing)]) {
    let mut left: Vec<u32> = rule.prizes.iter().map(|prize| prize.places).collect();
    let mut reserve = rule.reserve;
    for (entry, standing) in order {
        let best = entry.wishes.iter().copied().find(|wish| left.get(*wish).is_some_and(|left| *left > 0));
        standing.share = match best {
            Some(wish) => {
                left[wish] -= 1;
                Share::Prize(wish)
            }
            None if reserve > 0 && !entry.wishes.is_empty() => {
                reserve -= 1;
                Share::Reserve
            }
            None => Share::Nothing,
        };
    }
}

/// Gives back what one has; the first of the reserve list who wished that prize gets it, and nobody else moves.
fn decline(order: &mut [(&Entry, Standing)], code: &str) -> Option<()> {
    let (_, gone) = order.iter_mut().find(|(_, one)| one.code == code)?;
    let had = gone.share;
    if !matches!(had, Share::Prize(_) | Share::Reserve) {
        return None;
    }
    gone.share = Share::Declined;
    if let Share::Prize(prize) = had {
        let waits =
            |entry: &Entry, one: &Standing| one.share == Share::Reserve && entry.wishes.contains(&prize);
        if let Some((_, next)) = order.iter_mut().find(|(entry, one)| waits(entry, one)) {
            next.share = Share::Prize(prize);
        }
    }
    Some(())
}

/// Has the lot decided what somebody has? Equals who all have the same owe it nothing.
fn by_lot(standings: &[Standing], one: &Standing) -> bool {
    let equal = |other: &&Standing| (other.recent, other.points) == (one.recent, one.points);
    standings.iter().filter(equal).any(|other| other.share != one.share)
}

/// Why somebody has a prize or none, said to the child through the class teacher (feat:J3). Nothing in it says anything
/// about another child.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// So many points are missing.
    Below(u32),
    /// A prize: its place in the rule, which wish of theirs it was from 1 on, and whether the lot has decided.
    Prize {
        /// Place in the rule, from 0 on.
        prize: usize,
        /// Which wish, from 1 on.
        wish: usize,
        /// By lot.
        tied: bool,
    },
    /// The reserve list: their place on it, from 1 on.
    Reserve(usize),
    /// Wished nothing.
    NoWish,
    /// Stood behind because of a prize of not long ago.
    Rested,
    /// The places were taken by whoever stood before; whether the lot has decided.
    Taken {
        /// By lot.
        tied: bool,
    },
    /// Gave it back.
    Declined,
}

/// Why one of the list has what they have.
pub fn why(rule: &Rule, entry: &Entry, standings: &[Standing]) -> Why {
    let Some(at) = standings.iter().position(|one| one.code == entry.code) else {
        return Why::Below(rule.threshold.saturating_sub(rule.points(entry)));
    };
    let standing = &standings[at];
    match standing.share {
        Share::Prize(prize) => Why::Prize {
            prize,
            wish: entry.wishes.iter().position(|wish| *wish == prize).unwrap_or_default() + 1,
            tied: by_lot(standings, standing),
        },
        Share::Reserve => {
            Why::Reserve(standings[..=at].iter().filter(|one| one.share == Share::Reserve).count())
        }
        Share::Declined => Why::Declined,
        Share::Nothing if entry.wishes.is_empty() => Why::NoWish,
        Share::Nothing if standing.recent => Why::Rested,
        Share::Nothing => Why::Taken { tied: by_lot(standings, standing) },
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{entry, rule};
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    /// A lot that is the code itself: what the order is can be seen.
    fn plain(rule: &Rule, entries: &[Entry], declined: &[&str]) -> Option<Vec<(String, Share)>> {
        let declined: Vec<String> = declined.iter().map(|one| (*one).to_owned()).collect();
        let standings = drawn(rule, entries, &declined, str::to_owned)?;
        Some(standings.into_iter().map(|one| (one.code, one.share)).collect())
    }

    fn four() -> Vec<Entry> {
        let recent = Entry { recent: true, ..entry("a", 20) };
        vec![recent, entry("b", 8), entry("c", 12), entry("d", 8), entry("e", 4)]
    }

    #[test]
    fn rest_comes_before_points_and_points_before_the_lot() {
        let told = plain(&rule(), &four(), &[]).unwrap();
        let order: Vec<(&str, Share)> = told.iter().map(|(code, share)| (code.as_str(), *share)).collect();
        // «e» has 8 points of 10.
        assert_eq!(
            order,
            [("c", Share::Prize(0)), ("b", Share::Prize(1)), ("d", Share::Reserve), ("a", Share::Nothing)]
        );
    }

    #[test]
    fn only_equals_are_decided_by_lot() {
        let standings = drawn(&rule(), &four(), &[], str::to_owned).unwrap();
        let tied: Vec<&str> = standings.iter().filter(|one| one.tied).map(|one| one.code.as_str()).collect();
        assert_eq!(tied, ["b", "d"]);
    }

    #[test]
    fn what_is_given_back_goes_to_the_reserve_list_and_nobody_else_moves() {
        let told = plain(&rule(), &four(), &["c"]).unwrap();
        let shares: Vec<Share> = told.into_iter().map(|(_, share)| share).collect();
        assert_eq!(shares, [Share::Declined, Share::Prize(1), Share::Prize(0), Share::Nothing]);
        for nothing in ["a", "e", "x"] {
            assert_eq!(plain(&rule(), &four(), &[nothing]), None, "{nothing} has nothing to give back");
        }
        assert_eq!(plain(&rule(), &four(), &["c", "c"]), None);
    }

    #[test]
    fn everybody_is_told_why_by_what_is_their_own() {
        let entries = four();
        let standings = drawn(&rule(), &entries, &[], str::to_owned).unwrap();
        let told: Vec<Why> = entries.iter().map(|one| why(&rule(), one, &standings)).collect();
        let second = Why::Prize { prize: 1, wish: 2, tied: true };
        let first = Why::Prize { prize: 0, wish: 1, tied: false };
        assert_eq!(told, [Why::Rested, second, first, Why::Reserve(1), Why::Below(2)]);
        let mut wide = rule();
        wide.prizes[0].places = 2;
        let same = [entry("b", 8), entry("d", 8)];
        let standings = drawn(&wide, &same, &[], str::to_owned).unwrap();
        let first = Why::Prize { prize: 0, wish: 1, tied: false };
        assert!(same.iter().all(|one| why(&wide, one, &standings) == first), "the lot decided nothing");
        let idle = [Entry { wishes: Vec::new(), ..entry("f", 9) }];
        let standings = drawn(&rule(), &idle, &[], str::to_owned).unwrap();
        assert_eq!(why(&rule(), &idle[0], &standings), Why::NoWish);
    }

    fn entries() -> impl Strategy<Value = Vec<Entry>> {
        let one = (
            any::<bool>(),
            0u32..25,
            prop::sample::select(vec![vec![], vec![0], vec![1], vec![0, 1], vec![1, 0]]),
        );
        prop::collection::vec(one, 1..12).prop_map(|all| {
            let made = all.into_iter().enumerate();
            made.map(|(at, (recent, hours, wishes))| {
                let code = format!("c{at}");
                Entry { recent, wishes, ..entry(&code, hours) }
            })
            .collect()
        })
    }

    proptest! {
        #[test]
        fn the_order_of_the_list_does_not_matter(list in entries().prop_shuffle(), salt in 0u32..9) {
            let lot = |code: &str| format!("{}{code}", salt * u32::try_from(code.len()).unwrap() % 7);
            let mut sorted = list.clone();
            sorted.sort_by(|a, b| a.code.cmp(&b.code));
            prop_assert_eq!(drawn(&rule(), &list, &[], lot), drawn(&rule(), &sorted, &[], lot));
        }

        #[test]
        fn no_quota_is_exceeded_and_nobody_envies_whoever_stands_behind(list in entries()) {
            let rule = rule();
            let standings = drawn(&rule, &list, &[], str::to_owned).unwrap();
            let wishes: BTreeMap<&str, &Vec<usize>> =
                list.iter().map(|one| (one.code.as_str(), &one.wishes)).collect();
            for (prize, kind) in rule.prizes.iter().enumerate() {
                let given = standings.iter().filter(|one| one.share == Share::Prize(prize)).count();
                prop_assert!(given <= kind.places as usize);
            }
            let rank = |one: &Standing, prize: usize| {
                wishes[one.code.as_str()].iter().position(|wish| *wish == prize)
            };
            for (at, one) in standings.iter().enumerate() {
                let own = match one.share {
                    Share::Prize(prize) => rank(one, prize).unwrap(),
                    _ => usize::MAX,
                };
                for later in &standings[at + 1..] {
                    if let Share::Prize(prize) = later.share {
                        prop_assert!(rank(one, prize).is_none_or(|rank| rank >= own));
                    }
                }
            }
        }

        #[test]
        fn who_reaches_the_threshold_stands_in_the_order_and_nobody_else(list in entries()) {
            let rule = rule();
            let standings = drawn(&rule, &list, &[], str::to_owned).unwrap();
            for one in &list {
                let stands = standings.iter().any(|standing| standing.code == one.code);
                prop_assert_eq!(stands, rule.points(one) >= rule.threshold);
            }
        }
    }
}
