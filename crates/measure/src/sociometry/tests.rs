use super::Status::{First, Fourth, Second, Third};
use super::chance::sums;
use super::*;
use proptest::prelude::{Just, Strategy, prop, prop_assert, prop_assert_eq, proptest};

/// A class in which everybody voted.
fn class(members: usize, choices: &[(usize, usize)]) -> Choices {
    Choices::new(&vec![true; members], choices).unwrap()
}

/// Everybody chooses the next ones of a circle, but for whom nobody chooses.
fn circle(members: usize, each: usize, without: &[usize]) -> Choices {
    let mut choices = Vec::new();
    for who in 0..members {
        let others = (1..members).map(|step| (who + step) % members);
        choices.extend(others.filter(|whom| !without.contains(whom)).take(each).map(|whom| (who, whom)));
    }
    class(members, &choices)
}

/// Any class of up to 14 pupils, some of them absent.
fn any_class() -> impl Strategy<Value = Choices> {
    prop::collection::vec(prop::bool::weighted(0.85), 1..14).prop_flat_map(|voted| {
        let members = voted.len();
        let pairs = prop::collection::vec((0..members, 0..members), 0..80);
        (Just(voted), pairs).prop_map(|(voted, mut pairs)| {
            pairs.retain(|(who, whom)| who != whom && voted[*who]);
            Choices::new(&voted, &pairs).unwrap()
        })
    })
}

#[test]
fn choices_are_of_the_class_of_others_and_of_those_who_voted() {
    assert_eq!(Choices::new(&[true, true], &[(0, 0)]), None, "oneself");
    assert_eq!(Choices::new(&[true, true], &[(0, 2)]), None, "somebody else");
    assert_eq!(Choices::new(&[true, false], &[(1, 0)]), None, "an absent one");
    assert_eq!(class(2, &[(0, 1), (0, 1)]).counts()[1].received, 1, "twice is once");
}

#[test]
fn a_class_is_told_of_as_a_whole_from_ten_on_where_most_voted() {
    let ten = circle(10, 2, &[]).counts();
    assert!(of_class(&ten, 16).is_ok());
    assert_eq!(of_class(&ten, 17), Err(NotShown::Turnout { need: LEAST_TURNOUT }));
    assert_eq!(of_class(&circle(9, 2, &[]).counts(), 9), Err(NotShown::TooFew { need: SEVERAL }));
}

#[test]
fn received_are_columns_and_given_are_rows() {
    let choices = class(3, &[(0, 1), (0, 2), (1, 0)]);
    let counts = choices.counts();
    assert_eq!((counts[0].given, counts[0].received, counts[0].mutual), (2, 1, 1));
    assert_eq!((counts[2].given, counts[2].received, counts[2].mutual), (0, 1, 0));
    assert_eq!(counts[0].satisfaction(), Ok(0.5));
    assert_eq!(counts[2].satisfaction(), Err(NotShown::Nothing), "who chose nobody is not dissatisfied");
}

#[test]
fn an_absent_pupil_can_be_chosen_and_is_no_voter() {
    let choices = Choices::new(&[true, true, false], &[(0, 2), (1, 2)]).unwrap();
    let counts = choices.counts();
    assert_eq!((counts[2].received, counts[2].could), (2, 2));
    assert_eq!(counts[0].could, 1, "of two voters the other one");
    assert_eq!(counts[2].status(), Ok(1.0));
    assert_eq!(counts[2].expansiveness(3), Err(NotShown::Gaps));
    let nobody = Choices::new(&[false, false], &[]).unwrap();
    assert_eq!(nobody.counts()[0].status(), Err(NotShown::Nothing));
}

#[test]
fn negative_choices_are_taken_away_and_not_added() {
    let plus = Counts { voted: true, received: 3, could: 10, ..Counts::default() };
    let minus = Counts { received: 5, ..plus };
    assert!((plus.status_with(&minus).unwrap() + 0.2).abs() < 1e-12);
}

#[test]
fn cohesion_of_limited_choices_can_reach_one() {
    // Twelve pupils, pairs who choose each other and nobody else.
    let pairs: Vec<(usize, usize)> =
        (0..6).flat_map(|pair| [(2 * pair, 2 * pair + 1), (2 * pair + 1, 2 * pair)]).collect();
    let counts = class(12, &pairs).counts();
    let free = group(&counts, None).unwrap();
    assert_eq!((free.mutual_pairs, free.reciprocity, free.given), (6, Ok(1.0), Ok(1.0)));
    assert!((free.cohesion.unwrap() - 6.0 / 66.0).abs() < 1e-12);
    assert_eq!((free.reference, free.expansiveness), (Ok(0.5), Ok(1.0)));
    assert_eq!(group(&counts, Some(1)).unwrap().cohesion, Ok(1.0));
    assert_eq!(group(&counts[..4], None), Err(NotShown::TooFew { need: 5 }));
    let absent: Vec<Counts> =
        counts.iter().enumerate().map(|(at, one)| Counts { voted: at < 4, ..*one }).collect();
    assert_eq!(
        group(&absent, None),
        Err(NotShown::TooFew { need: 5 }),
        "four answers tell nothing of a class"
    );
}

#[test]
fn kolominskys_groups_are_cut_at_the_mean_and_at_twice_the_mean() {
    let received = |received| Counts { voted: true, received, could: 9, ..Counts::default() };
    // The mean is 2.
    let counts: Vec<Counts> = [4, 4, 2, 2, 2, 2, 1, 1, 2, 0].map(received).into();
    let statuses = statuses(&counts, 10).unwrap();
    let expected = [First, First, Second, Second, Second, Second, Third, Third, Second, Fourth];
    assert_eq!(statuses, expected);
    assert_eq!(wellbeing(&statuses), Ordering::Greater);
    assert_eq!(wellbeing_share(&statuses), Ok(0.7));
    assert_eq!(wellbeing_share(&[]), Err(NotShown::Nothing));
}

#[test]
fn small_classes_half_empty_ones_and_equal_ones_are_not_sorted() {
    let nine = circle(9, 3, &[8]).counts();
    assert_eq!(statuses(&nine, 9), Err(NotShown::TooFew { need: 10 }));
    let twelve = circle(12, 3, &[11]).counts();
    assert!(statuses(&twelve, 20).is_ok(), "twelve of twenty");
    assert_eq!(statuses(&twelve, 21), Err(NotShown::Turnout { need: 60 }));
    assert_eq!(statuses(&circle(12, 3, &[]).counts(), 12), Err(NotShown::NoVariance));
}

#[test]
fn of_28_pupils_with_3_choices_each_only_none_is_rare() {
    let chances = [3.0 / 27.0; 27];
    let sums = sums(&chances);
    assert!((sums[0] - 0.042).abs() < 0.0005, "{}", sums[0]);
    assert!(sums[0] + sums[1] > RARE);
    let few = few_choices(&circle(28, 3, &[5]), 28).unwrap();
    assert_eq!(few.iter().filter(|few| **few).count(), 1);
    assert!(few[5]);
}

#[test]
fn with_8_choices_each_up_to_3_are_rare() {
    let sums = sums(&[8.0 / 27.0; 27]);
    let up_to = |most: usize| sums[..=most].iter().sum::<f64>();
    assert!(up_to(3) <= RARE && up_to(4) > RARE, "{} {}", up_to(3), up_to(4));
}

#[test]
fn the_target_is_the_same_each_time_and_nobody_stands_on_another() {
    let choices = circle(12, 4, &[11]);
    let rings = statuses(&choices.counts(), 12).unwrap();
    let points = target(&choices, &rings);
    assert_eq!(points, target(&choices, &rings));
    for (place, point) in points.iter().enumerate() {
        assert!(point.x.hypot(point.y) < 1.0, "{point:?}");
        assert!(points[..place].iter().all(|other| (other.x - point.x).hypot(other.y - point.y) > 1e-6));
    }
}

proptest! {
    #[test]
    fn what_is_given_is_received(choices in any_class()) {
        let counts = choices.counts();
        let sum = |of: fn(&Counts) -> u32| counts.iter().map(of).sum::<u32>();
        prop_assert_eq!(sum(|one| one.given), sum(|one| one.received));
        prop_assert_eq!(sum(|one| one.mutual) % 2, 0);
        for one in &counts {
            prop_assert!(one.mutual <= one.given && one.mutual <= one.received && one.received <= one.could);
        }
    }

    #[test]
    fn every_figure_is_a_share_or_is_not_shown(choices in any_class()) {
        let counts = choices.counts();
        let members = u32::try_from(counts.len()).unwrap();
        for one in &counts {
            for figure in [one.status(), one.expansiveness(members), one.satisfaction()] {
                prop_assert!(figure.is_err() || figure.is_ok_and(|share| (0.0..=1.0).contains(&share)));
            }
        }
        if let Ok(group) = group(&counts, None) {
            for figure in [group.cohesion, group.reciprocity, group.unchosen] {
                prop_assert!(figure.is_err() || figure.is_ok_and(|share| (0.0..=1.0).contains(&share)));
            }
        }
    }

    #[test]
    fn who_sits_where_in_the_list_changes_nothing(choices in any_class()) {
        // The class in the opposite order.
        let members = choices.members();
        let turned = |place: usize| members - 1 - place;
        let voted: Vec<bool> = choices.voted.iter().rev().copied().collect();
        let pairs = (0..members).flat_map(|who| (0..members).map(move |whom| (who, whom)));
        let pairs: Vec<(usize, usize)> = pairs
            .filter(|(who, whom)| choices.chose(*who, *whom))
            .map(|(who, whom)| (turned(who), turned(whom)))
            .collect();
        let other = Choices::new(&voted, &pairs).unwrap();
        let mut counts = other.counts();
        counts.reverse();
        prop_assert_eq!(&counts, &choices.counts());
        let class = u32::try_from(members).unwrap();
        let few = few_choices(&other, class).map(|few| few.into_iter().rev().collect::<Vec<_>>());
        prop_assert_eq!(few, few_choices(&choices, class));
    }

    #[test]
    fn the_distribution_sums_to_one(chances in prop::collection::vec(0.0..=1.0, 0..40)) {
        let sums = sums(&chances);
        prop_assert_eq!(sums.len(), chances.len() + 1);
        prop_assert!((sums.iter().sum::<f64>() - 1.0).abs() < 1e-9);
    }

    #[test]
    fn everybody_stands_on_the_own_ring(choices in any_class()) {
        let counts = choices.counts();
        if let Ok(rings) = statuses(&counts, u32::try_from(counts.len()).unwrap()) {
            for (ring, point) in rings.iter().zip(target(&choices, &rings)) {
                let nth = Status::ALL.iter().position(|one| one == ring).unwrap();
                let radius = 0.125 + 0.25 * f64::from(u32::try_from(nth).unwrap());
                prop_assert!((point.x.hypot(point.y) - radius).abs() < 1e-9);
            }
        }
    }
}
