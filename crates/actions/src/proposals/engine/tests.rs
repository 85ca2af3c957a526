use super::*;
use crate::proposals::{Between, Bound, Files, WhyNot, bound, files, reasons};
use domain::choices::Order;
use domain::proposals::Lists;
use pairing::explain::{OwnCause, WentOtherwise};
use proptest::prelude::*;

fn proposal(basis: &Basis) -> Proposal {
    proposal_by(Mode::Truthful, basis)
}

fn proposal_by(mode: Mode, basis: &Basis) -> Proposal {
    numbered("тыныш", mode, basis)
}

/// From this secret Зере comes before Дана, and Айгүл before Бекжан.
fn numbered(secret: &str, mode: Mode, basis: &Basis) -> Proposal {
    let secret = Secret::new(secret.to_owned());
    let drafted = draft(basis, mode, 7, &secret).unwrap();
    Proposal {
        id: "proposal".into(),
        school: "school".into(),
        programme: "programme".into(),
        round: 0,
        mode,
        seed: 7,
        lists: basis.lists.clone(),
        secret: Some(secret),
        digest: drafted.digest,
        certificate: drafted.certificate,
        made_at: domain::Instant::UNIX_EPOCH,
        made_by: "gulnafisa".into(),
        lines: drafted.lines,
        state: domain::proposals::State::Draft,
        version: 0,
    }
}

/// A list in which commas part those who stand equal.
fn order<Id: PartialEq + for<'a> From<&'a str>>(places: &[&str]) -> Order<Id> {
    Order::of(places.iter().map(|place| place.split(','))).unwrap()
}

fn basis(newcomers: &[(&str, &[&str])], mentors: &[(&str, u8, &[&str])]) -> Basis {
    Basis {
        lists: Lists::gather(
            newcomers.iter().map(|(id, list)| ((*id).into(), order(list))),
            mentors.iter().map(|(id, places, list)| ((*id).into(), *places, order(list))),
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
    let Files { instance, matching } = files(&drafted).unwrap();
    assert_eq!(instance, r#"{"residents":{"n1":["m1"]},"hospitals":{"m1":["n1"]},"capacity":{"m1":1}}"#);
    assert_eq!(matching, r#"{"matching":{"n1":"m1"},"size":1,"stable":true,"blocking_pairs":[]}"#);
    assert_eq!(drafted.digest, hex(&Sha256::digest(&instance)), "the digest is that of the file");
}

#[test]
fn what_order_people_stand_in_depends_on_the_secret_alone() {
    let ten: Vec<String> = (0..10).map(|number| format!("person-{number}")).collect();
    let basis = |mentors: &[&str]| Basis {
        lists: Lists::gather(
            ten.iter().map(|id| (id.as_str().into(), Order::strict(mentors.iter().copied()))),
            [("aigul".into(), 1, Order::default()), ("bekzhan".into(), 2, Order::default())],
        ),
        agreed: BTreeMap::new(),
    };
    let order = |secret: &str, basis: &Basis| {
        let numbers = Numbers::of(&basis.lists, Some(&Secret::new(secret.to_owned())));
        numbers.newcomers().map(|(_, id)| id.clone()).collect::<Vec<_>>()
    };
    let drawn = order("тыныш", &basis(&["aigul", "bekzhan"]));
    assert_eq!(drawn, order("тыныш", &basis(&["bekzhan"])), "no list moves anybody");
    assert_ne!(drawn, order("шу", &basis(&["aigul", "bekzhan"])), "who has the ids does not know the order");
    let lists = basis(&["aigul"]).lists;
    assert_ne!(drawn, lists.newcomers.into_keys().collect::<Vec<_>>(), "nor do the ids sort so");
    // Ten are numbered with two digits, so that the file is in the order of the numbers.
    let instance = files(&proposal(&basis(&["aigul"]))).unwrap().instance;
    assert!(instance.starts_with(r#"{"residents":{"n01":["m1"],"n02":["m1"],"#), "{instance}");
    assert!(instance.contains(r#""n09":["m1"],"n10":["m1"]},"#), "{instance}");
}

#[test]
fn a_draft_of_earlier_days_is_still_explained_and_has_no_files() {
    let drafted = Proposal { secret: None, ..proposal(&either()) };
    assert_eq!(files(&drafted), None);
    assert_eq!(reasons(&drafted).unwrap().len(), 2);
}

/// Дана would take either, Зере would have Айгүл alone, and whatever the draw says, both can be placed.
fn either() -> Basis {
    basis(
        &[("dana", &["aigul,bekzhan"]), ("zere", &["aigul"])],
        &[("aigul", 1, &["dana,zere"]), ("bekzhan", 1, &["dana"])],
    )
}

#[test]
fn most_pairs_places_whom_the_draw_leaves_out_and_proves_that_there_are_no_more() {
    let size = |mode, seed| {
        let lines = draft(&either(), mode, seed, &Secret::new("тыныш".to_owned())).unwrap().lines;
        lines.iter().filter(|line| line.mentor().is_some()).count()
    };
    let drawn: std::collections::BTreeSet<usize> = (0..50).map(|seed| size(Mode::Truthful, seed)).collect();
    assert_eq!(drawn, [1, 2].into(), "the draw sometimes leaves one out");
    assert!((0..50).all(|seed| size(Mode::MostPairs, seed) == 2));
    let drafted = proposal_by(Mode::MostPairs, &either());
    assert_eq!(bound(&drafted), Some(Bound { size: 2, at_most: 2 }));
    assert!(bound(&drafted).unwrap().is_proved());
    assert_eq!(bound(&proposal(&either())), None, "not looked for");
}

#[test]
fn ties_are_kept_as_the_command_line_reads_them_and_a_proof_as_it_prints_it() {
    let Files { instance, matching } = files(&proposal_by(Mode::MostPairs, &either())).unwrap();
    assert_eq!(
        instance,
        concat!(
            r#"{"residents":{"n1":["m1"],"n2":[["m1","m2"]]},"#,
            r#""hospitals":{"m1":[["n1","n2"]],"m2":["n2"]},"#,
            r#""capacity":{"m1":1,"m2":1}}"#
        )
    );
    assert_eq!(
        matching,
        concat!(
            r#"{"matching":{"n1":"m1","n2":"m2"},"size":2,"stable":true,"blocking_pairs":[],"#,
            r#""at_most":2,"proof":{"kind":"cover","residents":["n1","n2"],"hospitals":[]}}"#
        )
    );
}

#[test]
fn who_lost_among_equals_is_not_said_to_stand_lower() {
    // Айгүл has one place: Асель and Дана stand equal in her list, Зере below them.
    let basis = basis(
        &[("assel", &["aigul"]), ("dana", &["aigul"]), ("zere", &["aigul"])],
        &[("aigul", 1, &["assel,dana", "zere"]), ("bekzhan", 1, &[])],
    );
    let why = |proposal: &Proposal| -> BTreeMap<String, WhyNot> {
        let all = reasons(proposal).unwrap();
        all.into_iter().filter_map(|(who, why)| Some((who.to_string(), why.better.first()?.why))).collect()
    };
    for (mode, between) in [(Mode::Truthful, Between::Draw), (Mode::MostPairs, Between::MostPairs)] {
        let drafted = proposal_by(mode, &basis);
        let why = why(&drafted);
        let (has, lost) = if why.contains_key("assel") { ("dana", "assel") } else { ("assel", "dana") };
        assert_eq!(why[lost], WhyNot::Equal(between), "{mode:?}");
        assert_eq!(why["zere"], WhyNot::Full, "{mode:?}: both above her");
        assert!(!why.contains_key(has));
    }
    // The coordinator gives the place to the other one of the two.
    let mut changed = proposal(&basis);
    let drawn = changed.lines.iter().position(|line| line.mentor().is_some()).unwrap();
    let reason = "Екеуі бір кабинетте жұмыс істейді.".to_owned();
    let mentor = || MentorId::from("aigul");
    changed.lines[drawn].decision = Decision::LeftOut { reason: reason.clone() };
    changed.lines[1 - drawn].decision = Decision::Changed { mentor: mentor(), reason };
    let left = changed.lines[drawn].newcomer.to_string();
    assert_eq!(why(&changed)[&left], WhyNot::Equal(Between::Person));
}

#[test]
fn a_place_in_the_list_is_the_number_of_the_tier() {
    let drafted = proposal(&basis(
        &[("dana", &["aigul,irina", "bekzhan"]), ("zere", &["aigul"]), ("assel", &["irina"])],
        &[("aigul", 1, &["zere", "dana"]), ("irina", 1, &["assel", "dana"]), ("bekzhan", 1, &["dana"])],
    ));
    let dana = &reasons(&drafted).unwrap()[&"dana".into()];
    assert_eq!(dana.wish, Some(2), "two stand in the first place");
    assert_eq!(dana.better.iter().map(|wish| wish.number).collect::<Vec<_>>(), [1, 1]);
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

/// Lists of up to six newcomers and four mentors, with ties and nonsense allowed: nobody mutual, no places.
fn any_basis() -> impl Strategy<Value = Basis> {
    let list = |most: usize, name: &'static str| {
        let people = proptest::sample::subsequence((0..most).collect::<Vec<_>>(), 0..=most).prop_shuffle();
        (people, proptest::collection::vec(any::<bool>(), most)).prop_map(move |(people, joins)| {
            let mut places: Vec<Vec<String>> = Vec::new();
            for (person, joins) in people.into_iter().zip(joins) {
                match places.last_mut() {
                    Some(place) if joins => place.push(format!("{name}{person}")),
                    _ => places.push(vec![format!("{name}{person}")]),
                }
            }
            places
        })
    };
    let newcomers = proptest::collection::vec(list(4, "m"), 1..=6);
    let mentors = proptest::collection::vec((0_u8..=3, list(6, "n")), 4);
    (newcomers, mentors).prop_map(|(newcomers, mentors)| Basis {
        lists: Lists::gather(
            newcomers
                .into_iter()
                .enumerate()
                .map(|(at, list)| (format!("n{at}").into(), Order::of(list).unwrap())),
            mentors
                .into_iter()
                .enumerate()
                .map(|(at, (places, list))| (format!("m{at}").into(), places, Order::of(list).unwrap())),
        ),
        agreed: BTreeMap::new(),
    })
}

proptest! {
    #[test]
    fn pairs_are_mutual_and_within_the_places_and_every_newcomer_has_a_line(
        basis in any_basis(),
        mode in proptest::sample::select(&Mode::ALL[..]),
    ) {
        let secret = Secret::new("тыныш".to_owned());
        let drafted = draft(&basis, mode, 7, &secret).unwrap();
        let lists = &basis.lists;
        let mut held: BTreeMap<&MentorId, u8> = BTreeMap::new();
        for line in &drafted.lines {
            if let Outcome::Proposed { mentor } = &line.outcome {
                prop_assert!(lists.newcomers[&line.newcomer].has(mentor));
                prop_assert!(lists.mentors[mentor].has(&line.newcomer));
                *held.entry(mentor).or_default() += 1;
            }
        }
        prop_assert!(held.iter().all(|(mentor, held)| *held <= lists.places[*mentor]));
        let lines: Vec<_> = drafted.lines.iter().map(|line| &line.newcomer).collect();
        prop_assert_eq!(lines, lists.newcomers.keys().collect::<Vec<_>>());
        let again = draft(&basis, mode, 7, &secret).unwrap();
        prop_assert_eq!(drafted.lines, again.lines);
    }

    #[test]
    fn most_pairs_never_places_fewer_and_at_this_size_is_always_proved(basis in any_basis()) {
        let drawn = proposal(&basis);
        let most = proposal_by(Mode::MostPairs, &basis);
        let placed = |proposal: &Proposal| proposal.lines.iter().filter(|line| line.mentor().is_some()).count();
        prop_assert!(placed(&most) >= placed(&drawn));
        let bound = bound(&most).unwrap();
        prop_assert_eq!(bound.size, placed(&most));
        prop_assert!(bound.is_proved());
    }
}
