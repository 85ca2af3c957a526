use super::*;
use jiff::civil::date;

const DAY: Day = date(2026, 11, 3);
const REASON: &str = "Мектепте осы пәннен басқа тәлімгер жоқ.";

fn programme() -> Programme {
    Programme::usual("programme".into(), "school".into(), 2026)
}

/// Дана and Зере want Айгүл, who has one place and would rather have Зере; Бекжан is ranked by nobody.
/// Мадина has agreed with Бекжан by a request, which left him one place.
fn basis() -> Basis {
    Basis {
        lists: Lists::gather(
            [("dana".into(), Order::strict(["aigul"])), ("zere".into(), Order::strict(["aigul"]))],
            [("aigul".into(), 1, Order::strict(["zere", "dana"])), ("bekzhan".into(), 1, Order::default())],
        ),
        agreed: [("madina".into(), ("pair".into(), "bekzhan".into()))].into(),
    }
}

fn line(newcomer: &str, outcome: Outcome) -> Line {
    Line { newcomer: newcomer.into(), outcome, decision: Decision::Kept }
}

fn draft() -> Proposal {
    Proposal {
        id: "proposal".into(),
        school: "school".into(),
        programme: "programme".into(),
        round: 0,
        mode: Mode::Truthful,
        seed: 7,
        lists: basis().lists,
        secret: None,
        digest: String::new(),
        certificate: String::new(),
        made_at: Instant::UNIX_EPOCH,
        made_by: "gulnafisa".into(),
        lines: vec![
            line("dana", Outcome::Unmatched { cause: Cause::AllFull }),
            line("madina", Outcome::AlreadyAgreed { pair: "pair".into(), mentor: "bekzhan".into() }),
            line("zere", Outcome::Proposed { mentor: "aigul".into() }),
        ],
        state: State::Draft,
        version: 0,
    }
}

fn changed(mentor: &str) -> Decision {
    Decision::Changed { mentor: mentor.into(), reason: REASON.into() }
}

fn publish(proposal: Proposal, now: &Basis) -> Result<Proposal, PublishRefused> {
    proposal.publish(now, &programme(), Instant::UNIX_EPOCH, DAY)
}

#[test]
fn entries_about_people_who_are_not_there_fall_away() {
    let lists = Lists::gather(
        [("dana".into(), Order::of([["gone", "aigul"]]).unwrap())],
        [("aigul".into(), 1, Order::strict(["madina", "dana"]))],
    );
    assert_eq!(lists.newcomers[&"dana".into()], Order::strict(["aigul"]));
    assert_eq!(lists.mentors[&"aigul".into()], Order::strict(["dana"]));
}

#[test]
fn a_draft_is_made_after_the_deadline_only() {
    let on = |day| may_make(&basis(), &programme(), day);
    assert_eq!(on(date(2026, 11, 1)), Err(MakeRefused::NotNow(Phase::Decision)));
    assert_eq!(on(date(2026, 11, 2)), Ok(()));
    let nobody = Basis { lists: Lists::default(), agreed: BTreeMap::new() };
    assert_eq!(may_make(&nobody, &programme(), DAY), Err(MakeRefused::NothingToDo));
}

#[test]
fn n21_an_unmatched_newcomer_is_appointed_with_a_reason_and_never_dropped() {
    let dana = "dana".into();
    let appointed = draft().decide(&dana, changed("bekzhan")).unwrap();
    let pair = appointed.line(&dana).unwrap().new_pair();
    assert_eq!(pair, Some((&"bekzhan".into(), Origin::Appointed { reason: REASON.into() })));
    assert_eq!(appointed.lines.len(), 3, "every newcomer keeps a line");
    let dropped = draft().decide(&dana, Decision::LeftOut { reason: REASON.into() });
    assert_eq!(dropped, Err(DecideRefused::NothingToLeave));
}

#[test]
fn an_appointment_needs_a_reason_and_a_free_place() {
    let (dana, zere) = ("dana".into(), "zere".into());
    let short = Decision::Changed { mentor: "bekzhan".into(), reason: "  так надо ".into() };
    assert_eq!(draft().decide(&dana, short), Err(DecideRefused::ReasonTooShort));
    assert_eq!(draft().decide(&dana, changed("aigul")), Err(DecideRefused::MentorFull));
    assert_eq!(draft().decide(&dana, changed("gone")), Err(DecideRefused::NoMentor));
    let left_out = draft().decide(&zere, Decision::LeftOut { reason: REASON.into() }).unwrap();
    assert!(left_out.decide(&dana, changed("aigul")).is_ok(), "the place is free now");
}

#[test]
fn the_mentor_proposed_is_no_appointment() {
    let kept = draft().decide(&"zere".into(), changed("aigul")).unwrap();
    assert_eq!(kept.line(&"zere".into()).unwrap().decision, Decision::Kept);
}

#[test]
fn what_two_agreed_is_not_changed_over_their_heads() {
    assert_eq!(draft().decide(&"madina".into(), changed("aigul")), Err(DecideRefused::Agreed));
    assert_eq!(draft().decide(&"nobody".into(), changed("aigul")), Err(DecideRefused::NoLine));
}

#[test]
fn a_published_proposal_stands() {
    let published = publish(draft(), &basis()).unwrap();
    assert_eq!(published.clone().decide(&"dana".into(), changed("bekzhan")), Err(DecideRefused::NotDraft));
    assert_eq!(published.clone().discard(Instant::UNIX_EPOCH), Err(DecideRefused::NotDraft));
    assert_eq!(publish(published, &basis()), Err(PublishRefused::NotDraft));
}

#[test]
fn whatever_changed_since_is_named_and_nothing_is_published() {
    let named = |now: Basis| match publish(draft(), &now) {
        Err(PublishRefused::Moved(names)) => names.iter().map(ToString::to_string).collect(),
        other => vec![format!("{other:?}")],
    };
    let mut stepped_back = basis();
    stepped_back.agreed.clear();
    stepped_back.lists.newcomers.insert("madina".into(), Order::default());
    assert_eq!(named(stepped_back), ["madina"]);
    let mut left = basis();
    left.lists.newcomers.remove(&"dana".into());
    assert_eq!(named(left), ["dana"]);
    let mut came = basis();
    came.lists.newcomers.insert("assel".into(), Order::default());
    assert_eq!(named(came), ["assel"]);
    let mut full = basis();
    full.lists.places.insert("aigul".into(), 0);
    assert_eq!(named(full), ["dana", "zere"], "both rank her");
    let mut ranks_other = basis();
    ranks_other.lists.newcomers.insert("dana".into(), Order::strict(["bekzhan"]));
    assert_eq!(named(ranks_other), ["dana"]);
    let mut says_equal = basis();
    says_equal.lists.mentors.insert("aigul".into(), Order::of([["zere", "dana"]]).unwrap());
    assert_eq!(named(says_equal), ["dana", "zere"], "the same people, but equal now");
}

#[test]
fn a_draft_that_was_reopened_waits_for_the_deadline() {
    let early = draft().publish(&basis(), &programme(), Instant::UNIX_EPOCH, date(2026, 11, 1));
    assert_eq!(early, Err(PublishRefused::NotNow(Phase::Decision)));
}

#[test]
fn the_diagram_shows_every_arrow_and_no_other() {
    let drawn = crate::diagrams::arrows(include_str!("../../../../docs/states/proposals.md"));
    assert_eq!(drawn, [("draft", "published"), ("draft", "discarded")].into());
}
