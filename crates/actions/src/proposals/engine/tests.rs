use super::*;
use pairing::explain::{OwnCause, WentOtherwise};
use proptest::prelude::*;

fn proposal(basis: &Basis) -> Proposal {
    let drafted = draft(basis, 7).unwrap();
    Proposal {
        id: "proposal".into(),
        school: "school".into(),
        programme: "programme".into(),
        seed: 7,
        lists: basis.lists.clone(),
        digest: drafted.digest,
        certificate: drafted.certificate,
        made_at: domain::Instant::UNIX_EPOCH,
        made_by: "gulnafisa".into(),
        lines: drafted.lines,
        state: domain::proposals::State::Draft,
        version: 0,
    }
}

fn basis(newcomers: &[(&str, &[&str])], mentors: &[(&str, u8, &[&str])]) -> Basis {
    Basis {
        lists: Lists::gather(
            newcomers.iter().map(|(id, list)| ((*id).into(), list.iter().map(|id| (*id).into()).collect())),
            mentors.iter().map(|(id, places, list)| {
                ((*id).into(), *places, list.iter().map(|id| (*id).into()).collect())
            }),
        ),
        agreed: BTreeMap::new(),
    }
}

fn outcome<'a>(proposal: &'a Proposal, newcomer: &str) -> &'a Outcome {
    &proposal.line(&newcomer.into()).unwrap().outcome
}

#[test]
fn both_must_have_said_yes() {
    let drafted = proposal(&basis(
        &[("dana", &["aigul", "bekzhan"]), ("zere", &["aigul"]), ("assel", &[])],
        &[("aigul", 1, &["zere", "dana"]), ("bekzhan", 2, &["assel"])],
    ));
    assert_eq!(*outcome(&drafted, "zere"), Outcome::Proposed { mentor: "aigul".into() });
    assert_eq!(*outcome(&drafted, "dana"), Outcome::Unmatched { cause: Cause::AllFull });
    assert_eq!(*outcome(&drafted, "assel"), Outcome::Unmatched { cause: Cause::NoWishes });
}

#[test]
fn what_is_kept_is_what_the_command_line_reads_and_prints() {
    let drafted = proposal(&basis(&[("dana", &["aigul"])], &[("aigul", 1, &["dana"])]));
    assert_eq!(
        serde_json::to_string(&drafted.lists).unwrap(),
        r#"{"residents":{"dana":["aigul"]},"hospitals":{"aigul":["dana"]},"capacity":{"aigul":1}}"#
    );
    assert_eq!(
        drafted.certificate,
        r#"{"matching":{"dana":"aigul"},"size":1,"stable":true,"blocking_pairs":[]}"#
    );
    assert_eq!(drafted.digest.len(), 64);
}

#[test]
fn a_no_and_a_place_that_went_otherwise_look_alike_to_the_newcomer() {
    let said_no = proposal(&basis(&[("dana", &["aigul"]), ("zere", &["aigul"])], &[("aigul", 1, &["zere"])]));
    let went_otherwise =
        proposal(&basis(&[("dana", &["aigul"]), ("zere", &["aigul"])], &[("aigul", 1, &["zere", "dana"])]));
    let own = |proposal: &Proposal| own_outcome(&explain(proposal).unwrap(), &"dana".into()).unwrap();
    assert_eq!(own(&said_no), own(&went_otherwise));
    let Explanation::Unplaced { cause, wishes } = own(&said_no) else { panic!("nobody was left for Dana") };
    assert_eq!((cause, wishes[0].reason), (OwnCause::WentOtherwise, WentOtherwise));
}

/// Lists of up to six newcomers and four mentors, with nonsense allowed: nobody mutual, no places.
fn any_basis() -> impl Strategy<Value = Basis> {
    let list = |most: usize| proptest::sample::subsequence((0..most).collect::<Vec<_>>(), 0..=most);
    let shuffled = move |most| list(most).prop_shuffle();
    let newcomers = proptest::collection::vec(shuffled(4), 1..=6);
    let mentors = proptest::collection::vec((0_u8..=3, shuffled(6)), 4);
    (newcomers, mentors).prop_map(|(newcomers, mentors)| Basis {
        lists: Lists::gather(
            newcomers.iter().enumerate().map(|(at, list)| {
                (format!("n{at}").into(), list.iter().map(|at| format!("m{at}").into()).collect())
            }),
            mentors.iter().enumerate().map(|(at, (places, list))| {
                let list = list.iter().map(|at| format!("n{at}").into()).collect();
                (format!("m{at}").into(), *places, list)
            }),
        ),
        agreed: BTreeMap::new(),
    })
}

proptest! {
    #[test]
    fn pairs_are_mutual_and_within_the_places_and_every_newcomer_has_a_line(basis in any_basis()) {
        let drafted = draft(&basis, 7).unwrap();
        let lists = &basis.lists;
        let mut held: BTreeMap<&MentorId, u8> = BTreeMap::new();
        for line in &drafted.lines {
            if let Outcome::Proposed { mentor } = &line.outcome {
                prop_assert!(lists.newcomers[&line.newcomer].contains(mentor));
                prop_assert!(lists.mentors[mentor].contains(&line.newcomer));
                *held.entry(mentor).or_default() += 1;
            }
        }
        prop_assert!(held.iter().all(|(mentor, held)| *held <= lists.places[*mentor]));
        let lines: Vec<_> = drafted.lines.iter().map(|line| &line.newcomer).collect();
        prop_assert_eq!(lines, lists.newcomers.keys().collect::<Vec<_>>());
        let again = draft(&basis, 7).unwrap();
        prop_assert_eq!(drafted.lines, again.lines);
    }
}
