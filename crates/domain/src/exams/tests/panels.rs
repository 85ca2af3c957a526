//! Judges of a cut.

use super::super::*;
use super::{bank, minute, plan};
use crate::PersonId;
use crate::diagrams::arrows;
use crate::questions::Points;
use std::collections::{BTreeMap, BTreeSet};

fn id(person: &str) -> PersonId {
    person.into()
}

/// Two of four questions of law come to a paper: three of one point and a text of two.
fn items() -> Vec<Judged> {
    judged(&plan(2), &[bank()])
}

fn shares(share: u8) -> BTreeMap<u32, u8> {
    items().iter().map(|one| (one.number, share)).collect()
}

fn asked() -> Panel {
    let panel = Panel::new("exam".into(), "school-12".into(), 1);
    ["aigul", "bekzhan", "serik"].into_iter().fold(panel, |panel, who| panel.ask(&id(who)).unwrap())
}

fn handed_in(panel: Panel) -> Panel {
    ["aigul", "bekzhan", "serik"]
        .into_iter()
        .zip([40, 50, 75])
        .fold(panel, |panel, (who, share)| panel.judge(&id(who), &shares(share), true, &items()).unwrap())
}

fn second() -> Panel {
    handed_in(asked()).discuss().unwrap()
}

fn closed() -> Panel {
    handed_in(second()).close().unwrap()
}

#[test]
fn the_diagram_in_the_documents_is_what_the_rules_allow() {
    let mut seen = BTreeSet::new();
    for from in [asked(), handed_in(asked()), second(), handed_in(second()), closed()] {
        let word = from.state.word();
        let steps = [
            from.clone().judge(&id("aigul"), &shares(60), true, &items()),
            from.clone().discuss(),
            from.clone().close(),
            from.renew(2),
        ];
        seen.extend(steps.into_iter().flatten().map(|to| (word, to.state.word())));
    }
    assert_eq!(seen, arrows(include_str!("../../../../../docs/states/panels.md")));
}

#[test]
fn every_question_that_may_come_is_judged_and_counts_by_how_often_it_does() {
    let all = items();
    assert_eq!((all.len(), all[0].drawn, all[0].there), (4, 2, 4));
    // By hand: (3 × 1 + 1 × 2) × .4 × 2/4 = 1.
    assert_eq!(expected(&shares(40), &all), Points::ONE);
    assert_eq!(expected(&BTreeMap::new(), &all), Points::default());
    assert_eq!(judged(&plan(0), &[bank()]), Vec::new());
}

#[test]
fn the_cut_is_the_mean_of_what_each_said_last() {
    let cuts = closed().cuts(&items()).unwrap();
    // 1, 1.25 and 1.875: their mean 1.375 is 2 whole points.
    assert_eq!(cuts, [10_000_000, 12_500_000, 18_750_000].map(Points::from_parts));
    let cut = Cut::of_panel(cuts, Points::default(), id("gulnafisa"), minute(0)).unwrap();
    assert_eq!(cut.points, Points::whole(2));
    assert!(Cuts::default().set(cut.clone(), Points::whole(2), minute(1)).is_ok());
    assert_eq!(Cuts::default().set(cut.clone(), Points::whole(2), minute(0)), Err(CutRefused::Frozen));
    let moved = Cut { points: Points::ONE, ..cut };
    let refused = Cuts::default().set(moved, Points::whole(2), minute(1));
    assert_eq!(refused, Err(CutRefused::NotTheirMean { mean: Points::whole(2) }));
    assert_eq!(second().cuts(&items()), Err(PanelRefused::NotHere), "not before all is said");
}

#[test]
fn fewer_than_three_do_not_make_a_cut_of_judges() {
    let two = Panel::new("exam".into(), "school-12".into(), 1).ask(&id("aigul")).unwrap();
    let two = two.ask(&id("bekzhan")).unwrap().ask(&id("bekzhan")).unwrap();
    let two = two.judge(&id("aigul"), &shares(50), true, &items()).unwrap();
    let two = two.judge(&id("bekzhan"), &shares(50), true, &items()).unwrap();
    assert_eq!(two.discuss(), Err(PanelRefused::TooFew));
}

#[test]
fn a_round_waits_for_everybody_and_a_half_form_loses_nothing() {
    let some: BTreeMap<u32, u8> = shares(50).into_iter().take(1).collect();
    let half = asked().judge(&id("aigul"), &some, false, &items()).unwrap();
    assert_eq!(half.clone().discuss(), Err(PanelRefused::Waits(3)));
    assert_eq!(half.clone().judge(&id("aigul"), &some, true, &items()), Err(PanelRefused::Missing(3)));
    let rest: BTreeMap<u32, u8> = shares(70).into_iter().skip(1).collect();
    let whole = half.judge(&id("aigul"), &rest, true, &items()).unwrap();
    assert_eq!(whole.judges[&id("aigul")].first.given.len(), 4);
    assert_eq!(whole.judges[&id("aigul")].first.given[&1], 50, "what was saved stands");
}

#[test]
fn a_share_that_is_none_is_refused() {
    for bad in [(1, 101), (1, 7), (99, 50)] {
        let refused = asked().judge(&id("aigul"), &[bad].into(), false, &items());
        assert_eq!(refused, Err(PanelRefused::OffScale { number: bad.0 }), "{bad:?}");
    }
    let stranger = asked().judge(&id("dana"), &shares(50), false, &items());
    assert_eq!(stranger, Err(PanelRefused::NotAJudge));
}

#[test]
fn nobody_picks_judges_by_what_they_said() {
    assert_eq!(asked().release(&id("aigul")).unwrap().judges.len(), 2);
    assert_eq!(asked().release(&id("dana")).unwrap(), asked(), "the form came twice");
    assert_eq!(handed_in(asked()).release(&id("aigul")), Err(PanelRefused::NotHere));
    assert_eq!(second().ask(&id("dana")), Err(PanelRefused::NotHere), "nor by who would say it late");
}

#[test]
fn the_second_round_begins_as_the_first_ended_and_other_questions_begin_anew() {
    let again = second();
    let judge = &again.judges[&id("serik")];
    assert_eq!((&judge.second.given, judge.second.handed_in), (&shares(75), false));
    assert_eq!(again.clone().renew(1), Err(PanelRefused::NotHere), "the same questions");
    let anew = again.renew(2).unwrap();
    assert_eq!((anew.state, anew.bank), (PanelState::First, 2));
    assert!(anew.judges.values().all(|judge| *judge == Judge::default()), "{anew:?}");
}

#[test]
fn bounds_lie_in_order_and_within_the_paper() {
    let worth = Points::whole(3);
    let good = Bearable { cut: (1, 2), fail: (5, 40) };
    let borne = asked().bear(&id("aigul"), good, worth).unwrap();
    assert_eq!(borne.judges[&id("aigul")].bearable, Some(good));
    for bad in [
        Bearable { cut: (2, 2), ..good },
        Bearable { cut: (1, 4), ..good },
        Bearable { fail: (40, 40), ..good },
        Bearable { fail: (5, 101), ..good },
    ] {
        assert_eq!(asked().bear(&id("aigul"), bad, worth), Err(PanelRefused::Bounds), "{bad:?}");
    }
    assert_eq!(closed().bear(&id("aigul"), good, worth), Err(PanelRefused::NotHere));
}
