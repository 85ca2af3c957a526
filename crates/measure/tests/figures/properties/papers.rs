use measure::papers::{Got, error};
use proptest::prelude::*;

use super::{cases, close};

/// Questions of one topic: what each is worth, and which tenths of it the answer brought.
fn topic(sizes: std::ops::Range<usize>) -> impl Strategy<Value = Vec<Got>> {
    let got = (prop_oneof![Just(0.3), Just(1.0), Just(7.5)], 0_u8..=10);
    let got = got.prop_map(|(worth, tenths)| Got { mark: worth * f64::from(tenths) / 10.0, worth });
    prop::collection::vec(got, sizes)
}

fn shown(topics: &[Vec<Got>]) -> Option<f64> {
    error(topics).unwrap().ok()
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn the_error_of_a_paper_is_a_number_that_the_paper_could_bring(topics in prop::collection::vec(topic(0..7), 0..5)) {
        let worth: f64 = topics.iter().flatten().map(|got| got.worth).sum();
        let questions = topics.iter().flatten().count();
        let found = shown(&topics);
        prop_assert_eq!(found.is_some(), questions > 1);
        prop_assert!(found.is_none_or(|error| (0.0..=worth).contains(&error)), "{found:?} of {worth}");
    }

    #[test]
    fn neither_order_nor_the_unit_of_a_mark_matters(topics in prop::collection::vec(topic(2..7), 1..5), times in 1_u8..9) {
        let found = shown(&topics).unwrap();
        let turned: Vec<Vec<Got>> = topics.iter().rev().map(|topic| topic.iter().rev().copied().collect()).collect();
        close(shown(&turned).unwrap(), found);
        let times = f64::from(times);
        let more = |got: &Got| Got { mark: got.mark * times, worth: got.worth * times };
        let scaled: Vec<Vec<Got>> = topics.iter().map(|topic| topic.iter().map(more).collect()).collect();
        close(shown(&scaled).unwrap(), found * times);
    }

    #[test]
    fn what_is_wrong_is_as_uncertain_as_what_is_right(topics in prop::collection::vec(topic(2..7), 1..5)) {
        let other = |got: &Got| Got { mark: got.worth - got.mark, ..*got };
        let turned: Vec<Vec<Got>> = topics.iter().map(|topic| topic.iter().map(other).collect()).collect();
        close(shown(&turned).unwrap(), shown(&topics).unwrap());
    }

    #[test]
    fn over_all_papers_that_can_be_drawn_its_square_is_the_variance_of_the_points(bank in prop::collection::vec(0_u8..=1, 3..8), size in 2_usize..7) {
        // Every paper of a bank, once: the mean of the squares is n·S², the variance of the total n·S²·(1 − n/N).
        let size = size.min(bank.len() - 1);
        let drawn = |set: &u32| set.count_ones() == u32::try_from(size).unwrap();
        let paper = |set: u32| -> Vec<Got> {
            let there = bank.iter().enumerate().filter(|(at, _)| (set >> at) & 1 == 1);
            there.map(|(_, mark)| Got { mark: f64::from(*mark), worth: 1.0 }).collect()
        };
        let papers: Vec<Vec<Got>> = (0..1_u32 << bank.len()).filter(drawn).map(paper).collect();
        let number = |things: usize| f64::from(u32::try_from(things).unwrap());
        let squares: f64 = papers.iter().map(|paper| shown(std::slice::from_ref(paper)).unwrap().powi(2)).sum();
        let totals: Vec<f64> = papers.iter().map(|paper| paper.iter().map(|got| got.mark).sum()).collect();
        let middle = totals.iter().sum::<f64>() / number(totals.len());
        let variance = totals.iter().map(|total| (total - middle).powi(2)).sum::<f64>() / number(totals.len());
        let share = number(size) / number(bank.len());
        close(squares / number(papers.len()) * (1.0 - share), variance);
    }
}
