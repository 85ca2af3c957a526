//! What a coordinator and a person are told, on one small school.
#![expect(clippy::unwrap_used, reason = "helpers of tests fail as loudly as tests")]

use pairing::explain::{
    Given, Outcome, OwnCause, Unmet, WentOtherwise, WhyNotHospital, WhyNotResident, WhyUnplaced,
};
use pairing::{BuildError, Explainer, Instance, Matching, Side, TieBreak, certify, stable_matching};

const AYAULYM: u32 = 0;
const BEKZAT: u32 = 1;
const DINARA: u32 = 2;
const YERLAN: u32 = 3;
const GULMIRA: u32 = 0;
const MARAT: u32 = 1;
const SVETLANA: u32 = 2;

/// Gülmira takes two and ranks Dinara, then Ayaulym and Bekzat alike. Svetlana ranks nobody. Yerlan
/// ranks only Svetlana.
fn school() -> Instance {
    let mut builder = Instance::builder();
    builder.resident([[GULMIRA], [MARAT]]);
    builder.resident([[SVETLANA], [GULMIRA], [MARAT]]);
    builder.resident([[GULMIRA]]);
    builder.resident([[SVETLANA]]);
    builder.hospital(2, [vec![DINARA], vec![AYAULYM, BEKZAT]]);
    builder.hospital(1, [[BEKZAT], [AYAULYM]]);
    builder.hospital(1, [[0_u32; 0]; 0]);
    builder.build().unwrap()
}

fn unmet<Reason>(other: u32, number: u32, reason: Reason) -> Unmet<Reason> {
    Unmet { other, number, reason }
}

#[test]
fn the_coordinator_sees_a_full_place_and_a_wish_not_returned() {
    let school = school();
    let matching = stable_matching(&school, Side::Residents, TieBreak::ListOrder);
    let bekzat = Explainer::new(&school, &matching).resident(BEKZAT).unwrap();

    let full = WhyNotHospital::Full { ranked_at_least_as_high: 2, of_these_equal: 1 };
    let better = vec![unmet(SVETLANA, 1, WhyNotHospital::NotListed), unmet(GULMIRA, 2, full)];
    assert_eq!(bekzat, Outcome::Placed { hospital: MARAT, wish: Some(3), better });
}

#[test]
fn the_newcomer_cannot_tell_a_no_from_a_full_place() {
    let school = school();
    let matching = stable_matching(&school, Side::Residents, TieBreak::ListOrder);
    let bekzat = Explainer::new(&school, &matching).resident(BEKZAT).unwrap();

    let better = vec![unmet(SVETLANA, 1, WentOtherwise), unmet(GULMIRA, 2, WentOtherwise)];
    assert_eq!(bekzat.for_the_resident(), Outcome::Placed { hospital: MARAT, wish: Some(3), better });
}

#[test]
fn without_a_place_the_cause_is_the_coordinators_only() {
    let school = school();
    let matching = stable_matching(&school, Side::Residents, TieBreak::ListOrder);
    let yerlan = Explainer::new(&school, &matching).resident(YERLAN).unwrap();

    assert!(matches!(yerlan, Outcome::Unplaced { cause: WhyUnplaced::NotListed, .. }));
    let wishes = vec![unmet(SVETLANA, 1, WentOtherwise)];
    assert_eq!(yerlan.for_the_resident(), Outcome::Unplaced { cause: OwnCause::WentOtherwise, wishes });
}

#[test]
fn somebody_without_wishes_and_somebody_whose_wishes_are_all_full() {
    let mut builder = Instance::builder();
    builder.resident([[GULMIRA]]);
    builder.resident([[GULMIRA]]);
    builder.resident([[0_u32; 0]; 0]);
    builder.hospital(1, [[AYAULYM], [BEKZAT]]);
    let school = builder.build().unwrap();
    let matching = stable_matching(&school, Side::Residents, TieBreak::ListOrder);
    let explainer = Explainer::new(&school, &matching);

    let cause = |resident| match explainer.resident(resident) {
        Some(Outcome::Unplaced { cause, .. }) => cause,
        other => panic!("{other:?}"),
    };
    assert_eq!(cause(BEKZAT), WhyUnplaced::AllFull);
    assert_eq!(cause(DINARA), WhyUnplaced::NoWishes);
    assert_eq!(explainer.resident(YERLAN), None);
}

#[test]
fn a_mentor_sees_who_came_but_not_why_others_did_not() {
    let mut builder = Instance::builder();
    builder.resident([[MARAT], [GULMIRA]]);
    builder.resident([[MARAT]]);
    builder.hospital(2, [[AYAULYM], [BEKZAT]]);
    builder.hospital(1, [[AYAULYM]]);
    let school = builder.build().unwrap();
    let matching = stable_matching(&school, Side::Residents, TieBreak::ListOrder);
    let explainer = Explainer::new(&school, &matching);

    let gulmira = explainer.hospital(GULMIRA).unwrap();
    assert_eq!(gulmira.given, []);
    assert_eq!(
        gulmira.better,
        [unmet(AYAULYM, 1, WhyNotResident::Elsewhere), unmet(BEKZAT, 2, WhyNotResident::NotListed),]
    );
    let own = gulmira.for_the_hospital();
    assert_eq!(own.better, [unmet(AYAULYM, 1, WentOtherwise), unmet(BEKZAT, 2, WentOtherwise)]);
    let marat = explainer.hospital(MARAT).unwrap();
    assert_eq!(marat.given, [Given { resident: AYAULYM, wish: Some(1) }]);
    assert_eq!(marat.better, []);
}

#[test]
fn an_appointment_against_the_lists_is_called_what_it_is() {
    let school = school();
    // The head places Yerlan with Gülmira, who did not rank him, and leaves Ayaulym out.
    let appointed = Matching::new(vec![None, Some(MARAT), Some(GULMIRA), Some(GULMIRA)]);
    let explainer = Explainer::new(&school, &appointed);

    let yerlan = explainer.resident(YERLAN).unwrap();
    assert!(matches!(yerlan, Outcome::Placed { hospital: GULMIRA, wish: None, .. }));
    let Some(Outcome::Unplaced { cause, wishes }) = explainer.resident(AYAULYM) else { panic!("left out") };
    assert_eq!(cause, WhyUnplaced::Passed);
    assert_eq!(wishes[0], unmet(GULMIRA, 1, WhyNotHospital::Passed));
    assert!(!certify(&school, &appointed).is_stable());
    let gulmira = explainer.hospital(GULMIRA).unwrap();
    assert_eq!(gulmira.given[1], Given { resident: YERLAN, wish: None });
    assert!(gulmira.better.contains(&unmet(AYAULYM, 2, WhyNotResident::Passed)));
}

#[test]
fn a_tie_is_drawn_by_the_seed_and_some_seed_favours_each() {
    let mut builder = Instance::builder();
    builder.resident([[GULMIRA]]);
    builder.resident([[GULMIRA]]);
    builder.hospital(1, [vec![AYAULYM, BEKZAT]]);
    let school = builder.build().unwrap();

    let winner = |ties| stable_matching(&school, Side::Residents, ties).hospital_of(AYAULYM).is_some();
    assert!(winner(TieBreak::ListOrder));
    let wins = (0..1_000).filter(|&seed| winner(TieBreak::Seed(seed))).count();
    assert!((430..570).contains(&wins), "a fair draw, not {wins} of 1000");
}

#[test]
fn the_draw_is_the_published_splitmix64() {
    // First two outputs of the reference implementation from state 1234567.
    assert_eq!(pairing::ties::ticket(1_234_567, Side::Residents, 0), 6_457_827_717_110_365_317);
    assert_eq!(pairing::ties::ticket(1_234_567, Side::Hospitals, 0), 3_203_168_211_198_807_973);
}

#[test]
fn lists_that_contradict_themselves_are_refused_by_name() {
    let mut builder = Instance::builder();
    builder.resident([[GULMIRA], [7]]);
    builder.hospital(1, [[AYAULYM]]);
    let stranger = BuildError::Unknown { by: Side::Residents, owner: AYAULYM, other: 7 };
    assert_eq!(builder.build().unwrap_err(), stranger);

    let mut builder = Instance::builder();
    builder.resident([[GULMIRA]]);
    builder.hospital(1, [[AYAULYM], [AYAULYM]]);
    let twice = BuildError::Twice { by: Side::Hospitals, owner: GULMIRA, other: AYAULYM };
    assert_eq!(builder.build().unwrap_err(), twice);
    assert_eq!(twice.to_string(), "hospital 0 ranks resident 0, more than once");
}

#[test]
fn whoever_is_ranked_twice_is_found_without_an_answer_from_the_other_side() {
    let nobody: [[u32; 1]; 0] = [];
    // The second answer has as many entries as the list it answers, one of them one-sided.
    for answer in [vec![], vec![[AYAULYM], [1]]] {
        let mut builder = Instance::builder();
        builder.resident([[GULMIRA], [GULMIRA]]);
        builder.resident(nobody);
        builder.hospital(1, answer);
        let twice = BuildError::Twice { by: Side::Residents, owner: AYAULYM, other: GULMIRA };
        assert_eq!(builder.build().unwrap_err(), twice);
    }

    let mut builder = Instance::builder();
    builder.resident(nobody);
    builder.hospital(1, [[AYAULYM], [AYAULYM]]);
    let twice = BuildError::Twice { by: Side::Hospitals, owner: GULMIRA, other: AYAULYM };
    assert_eq!(builder.build().unwrap_err(), twice);
}
