//! The coordinator's list of actions (feat:L1): one kind of task is one function.

use super::Facts;
use crate::handovers::{ListPath as HandoversPath, ShowPath as HandoverPath};
use crate::home::tasks::{Task, When};
use crate::meetings::DisputesPath;
use crate::milestones::ShowPath as AdaptationPath;
use crate::pairs::{ListPath as PairsPath, ShowPath as PairPath};
use crate::said::Said;
use crate::{mentors, newcomers, proposals, rounds};
use domain::mentors::{Mentor, State as MentorState};
use domain::milestones::{Tick, stuck};
use domain::newcomers::{FirstOrder, Newcomer, Standing};
use domain::pairs::{Next, Origin, Pair, State as PairState};
use domain::plans::due_on;
use domain::programmes::Phase;
use domain::requests::{Request, State as RequestState};
use domain::sides::Side;
use domain::{Day, MentorId};
use jiff::{SignedDuration, ToSpan};
use std::collections::BTreeSet;

/// Days after which silence is worth a question: of a nominee, of a mentor who was asked.
const SILENT_DAYS: i64 = 7;
/// Days before the end of the decision from which the coordinator counts the lists.
const RANKING_DAYS: i32 = 7;

/// One kind of task.
type Kind = fn(&Facts) -> Option<Task>;

const OPEN: [Kind; 22] = [
    late_orders,
    open_orders,
    unsigned,
    alone,
    handovers,
    met_nobody,
    clashing,
    unplanned,
    unanswered,
    applications,
    silent_nominees,
    rankings,
    proposal,
    round,
    consents,
    to_order,
    with_head,
    no_meeting,
    disputes,
    to_talk,
    no_plan,
    not_moving,
];

/// Of a programme that was stopped or set aside: nobody is sought, named or asked any more, what was begun is settled (feat:N1).
const SETTLED: [Kind; 5] = [handovers, to_order, with_head, disputes, to_talk];

/// Everything there is to do now, by kind.
pub(super) fn all(facts: &Facts) -> Vec<Task> {
    let kinds: &[Kind] = if facts.programme.is_settled(facts.today) { &SETTLED } else { &OPEN };
    kinds.iter().filter_map(|kind| kind(facts)).collect()
}

/// Newcomers whose first order stands in a way, with the earliest day that is due.
fn waiting(facts: &Facts, due: impl Fn(FirstOrder) -> Option<Day>) -> Option<(Day, Vec<&Newcomer>)> {
    let mut waiting = Vec::new();
    for newcomer in &facts.newcomers {
        let pairs: Vec<Pair> =
            facts.pairs.iter().filter(|pair| pair.newcomer == newcomer.id).cloned().collect();
        let settings = &facts.programme.settings;
        let order = newcomer.first_order(&pairs, settings, &facts.calendar, facts.today);
        waiting.extend(due(order).map(|day| (day, newcomer)));
    }
    let first = waiting.iter().map(|(day, _)| *day).min()?;
    Some((first, waiting.into_iter().map(|(_, newcomer)| newcomer).collect()))
}

fn newcomers_named(facts: &Facts, newcomers: &[&Newcomer]) -> Vec<String> {
    newcomers.iter().map(|one| facts.newcomer(&one.id)).collect()
}

/// The page of the only one, or the list.
fn newcomers_page(newcomers: &[&Newcomer]) -> String {
    match newcomers {
        [one] => newcomers::ShowPath { id: one.id.clone() }.to_string(),
        _ => newcomers::ListPath.to_string(),
    }
}

fn mentors_page(mentors: &[&MentorId]) -> String {
    match mentors {
        [one] => mentors::ShowPath { id: (*one).clone() }.to_string(),
        _ => mentors::ListPath.to_string(),
    }
}

/// The law's days have passed without an order. Where everybody concerned has a named mentor, the order alone
/// is missing.
fn late_orders(facts: &Facts) -> Option<Task> {
    let (day, late) = waiting(facts, |order| match order {
        FirstOrder::Late(day) => Some(day),
        _ => None,
    })?;
    let has_mentor = |newcomer: &&Newcomer| {
        let of = |pair: &&Pair| pair.newcomer == newcomer.id;
        facts.pairs.iter().filter(of).any(|pair| !matches!(pair.state, PairState::Ended { .. }))
    };
    let named = late.iter().all(has_mentor);
    let (href, act) = if named {
        ("/orders".to_owned(), "home-act-orders")
    } else {
        (newcomers_page(&late), "home-act-name")
    };
    Some(Task {
        when: When::Until(day),
        title: Said::new("home-late-order").names(newcomers_named(facts, &late)),
        text: Said::new("home-order-law").with("days", facts.programme.settings.days_to_order),
        href,
        act,
    })
}

/// Nobody is named yet, and the law's days run.
fn open_orders(facts: &Facts) -> Option<Task> {
    let (day, open) = waiting(facts, |order| match order {
        FirstOrder::Open(day) => Some(day),
        _ => None,
    })?;
    Some(Task {
        when: When::Until(day),
        title: Said::new("home-open-order").names(newcomers_named(facts, &open)),
        text: Said::new("home-order-law").with("days", facts.programme.settings.days_to_order),
        href: newcomers_page(&open),
        act: "home-act-name",
    })
}

/// Somebody is named, the order is not signed.
fn unsigned(facts: &Facts) -> Option<Task> {
    let (day, named) = waiting(facts, |order| match order {
        FirstOrder::Named(day) => Some(day),
        _ => None,
    })?;
    Some(Task {
        when: When::Until(day),
        title: Said::new("home-unsigned").names(newcomers_named(facts, &named)),
        text: Said::new("home-order-law").with("days", facts.programme.settings.days_to_order),
        href: "/orders".to_owned(),
        act: "home-act-orders",
    })
}

/// Somebody asked for a talk about their pair. The home says no more: others look at the screen, too.
fn handovers(facts: &Facts) -> Option<Task> {
    let href = match facts.handovers.as_slice() {
        [] => return None,
        [(id, _)] => HandoverPath { id: id.clone() }.to_string(),
        _ => HandoversPath.to_string(),
    };
    Some(Task {
        when: When::Anytime,
        title: Said::new("home-handovers")
            .names(facts.handovers.iter().map(|(_, name)| name.clone()).collect()),
        text: Said::new("home-handovers-text"),
        href,
        act: "home-act-look",
    })
}

/// Newcomers who have done nothing with anybody in the selection and have not agreed with anybody either.
fn met_nobody(facts: &Facts) -> Option<Task> {
    if facts.programme.phase(facts.today) != Phase::Selection || facts.approved().next().is_none() {
        return None;
    }
    let alone =
        |newcomer: &&Newcomer| facts.met(&newcomer.id).is_empty() && facts.settled(&newcomer.id).is_none();
    let alone: Vec<&Newcomer> = facts.newcomers.iter().filter(alone).collect();
    (!alone.is_empty()).then(|| Task {
        when: When::Until(facts.programme.phases.selection_until),
        title: Said::new("home-met-nobody").names(newcomers_named(facts, &alone)),
        text: Said::new("home-met-nobody-text"),
        href: newcomers_page(&alone),
        act: "home-act-look",
    })
}

/// There is a plan of joint work, and some have neither met nor a day any more: missed, called off, or never found.
fn unplanned(facts: &Facts) -> Option<Task> {
    if facts.programme.phase(facts.today) != Phase::Selection || facts.turns.is_empty() {
        return None;
    }
    let (mut count, mut newcomers) = (0, Vec::new());
    for newcomer in facts.newcomers.iter().filter(|one| facts.settled(&one.id).is_none()) {
        let met = facts.met(&newcomer.id);
        let has_day = |mentor: &&Mentor| {
            facts.turns.iter().any(|turn| {
                turn.newcomer == newcomer.id && turn.mentor == mentor.id && turn.stands(facts.today)
            })
        };
        let open = facts.approved().filter(|mentor| !met.contains(&mentor.id) && !has_day(mentor)).count();
        if open > 0 {
            count += open;
            newcomers.push(newcomer);
        }
    }
    (count > 0).then(|| Task {
        when: When::Until(facts.programme.phases.selection_until),
        title: Said::new("home-unplanned").with("pairs", count),
        text: Said::new("home-unplanned-text").names(newcomers_named(facts, &newcomers)),
        href: "/rotations/new".to_owned(),
        act: "home-act-plan-anew",
    })
}

/// Planned meetings that cannot take place as they stand: the timetable has changed, or somebody is away.
fn clashing(facts: &Facts) -> Option<Task> {
    (facts.clashing > 0).then(|| Task {
        when: When::Until(facts.programme.phases.selection_until),
        title: Said::new("home-clashing").with("count", facts.clashing),
        text: Said::new("home-clashing-text"),
        href: "/rotations/new".to_owned(),
        act: "home-act-plan-anew",
    })
}

/// Requests that nobody has answered for a week: state and dates, never the text.
fn unanswered(facts: &Facts) -> Option<Task> {
    let since = facts.now - SignedDuration::from_hours(24 * SILENT_DAYS);
    let silent = |request: &&Request| {
        request.asked_by == Side::Newcomer
            && matches!(request.state, RequestState::Sent | RequestState::Read { .. })
            && request.sent_at <= since
            && request.answer_until >= facts.today
    };
    let requests: Vec<&Request> = facts.requests.iter().filter(silent).collect();
    let until = requests.iter().map(|request| request.answer_until).min()?;
    let mentors: BTreeSet<&MentorId> = requests.iter().map(|request| &request.mentor).collect();
    let mentors: Vec<&MentorId> = mentors.into_iter().collect();
    Some(Task {
        when: When::Until(until),
        title: Said::new("home-unanswered").with("count", requests.len()),
        text: Said::new("home-unanswered-text").names(mentors.iter().map(|id| facts.mentor(id)).collect()),
        href: mentors_page(&mentors),
        act: "home-act-look",
    })
}

fn candidatures(facts: &Facts, wanted: impl Fn(&Mentor) -> bool) -> Option<(Vec<String>, String)> {
    let mentors: Vec<&MentorId> =
        facts.mentors.iter().filter(|mentor| wanted(mentor)).map(|mentor| &mentor.id).collect();
    let names = mentors.iter().map(|id| facts.mentor(id)).collect();
    (!mentors.is_empty()).then(|| (names, mentors_page(&mentors)))
}

/// Applications wait for the coordinator's word.
fn applications(facts: &Facts) -> Option<Task> {
    let (names, href) = candidatures(facts, |mentor| mentor.state == MentorState::Applied)?;
    Some(Task {
        when: When::Anytime,
        title: Said::new("home-applications").names(names),
        text: Said::new("home-applications-text"),
        href,
        act: "home-act-decide",
    })
}

/// Nominees have said nothing for a week.
fn silent_nominees(facts: &Facts) -> Option<Task> {
    let since = facts.now - SignedDuration::from_hours(24 * SILENT_DAYS);
    let silent = |mentor: &Mentor| mentor.state == MentorState::Nominated && mentor.since <= since;
    let (names, href) = candidatures(facts, silent)?;
    Some(Task {
        when: When::Anytime,
        title: Said::new("home-nominees").names(names),
        text: Said::new("home-nominees-text"),
        href,
        act: "home-act-look",
    })
}

/// The lists close soon: how many are in. In a second round of one or two people the number would tell whose list is
/// in, so nothing is counted there (decision 0010).
fn rankings(facts: &Facts) -> Option<Task> {
    let until = facts.programme.phases.decision_until;
    let near = facts.today <= until && facts.today >= until.saturating_sub(RANKING_DAYS.days());
    let of = (facts.rankers(Side::Newcomer), facts.rankers(Side::Mentor));
    if !near || (facts.ranked.0 >= of.0 && facts.ranked.1 >= of.1) {
        return None;
    }
    Some(Task {
        when: When::Until(until),
        title: Said::new("home-rankings")
            .with("newcomers", facts.ranked.0)
            .with("of_newcomers", of.0)
            .with("mentors", facts.ranked.1)
            .with("of_mentors", of.1),
        text: Said::new("home-rankings-text"),
        href: "/proposals".to_owned(),
        act: "home-act-look",
    })
}

/// After the decision: a draft is published, or made where there is none and somebody waits.
fn proposal(facts: &Facts) -> Option<Task> {
    facts.programme.decided(facts.today).ok()?;
    let when = When::Until(facts.programme.phases.orders_until);
    if let Some(draft) = &facts.draft {
        return Some(Task {
            when,
            title: Said::new("home-publish"),
            text: Said::new("home-publish-text"),
            href: proposals::ShowPath { id: draft.clone() }.to_string(),
            act: "home-act-check",
        });
    }
    let waits =
        |newcomer: &&Newcomer| facts.settled(&newcomer.id).is_none_or(|pair| pair.state == PairState::Agreed);
    let waiting: Vec<&Newcomer> = facts.newcomers.iter().filter(waits).collect();
    // Once it is published, the same lists give the same again: the next step is a second round.
    let again = facts.published && !facts.pairs.iter().any(|pair| pair.state == PairState::Agreed);
    (!waiting.is_empty() && !again).then(|| Task {
        when,
        title: Said::new("home-propose").names(newcomers_named(facts, &waiting)),
        text: Said::new("home-propose-text"),
        href: "/proposals".to_owned(),
        act: "home-act-propose",
    })
}

/// Somebody has no pair although the pairs are published: a second round runs, or can be opened (feat:C19).
fn round(facts: &Facts) -> Option<Task> {
    let looking: Vec<&Newcomer> =
        facts.newcomers.iter().filter(|one| facts.settled(&one.id).is_none()).collect();
    let (when, key) = match facts.programme.round_on(facts.today) {
        // All have agreed: it is closed, so that their pairs are published.
        Some(_) if looking.is_empty() => (When::Anytime, "home-round-all"),
        Some(round) => (When::Until(round.until), "home-round-runs"),
        None => {
            facts.programme.decided(facts.today).ok()?;
            let again = facts.published && facts.draft.is_none() && !looking.is_empty();
            let agreed = facts.pairs.iter().any(|pair| pair.state == PairState::Agreed);
            (again && !agreed).then_some((When::Anytime, "home-round-open"))?
        }
    };
    Some(Task {
        when,
        title: Said::new(key).names(newcomers_named(facts, &looking)),
        text: Said::new(format!("{key}-text")),
        href: rounds::ListPath.to_string(),
        act: "home-act-round",
    })
}

/// Had a mentor by order and has none now: somebody is to be there until there is a pair (feat:C19).
fn alone(facts: &Facts) -> Option<Task> {
    facts.programme.only_in(&Phase::RUNNING, facts.today).ok()?;
    let has_nobody = |newcomer: &&Newcomer| {
        let own: Vec<Pair> =
            facts.pairs.iter().filter(|pair| pair.newcomer == newcomer.id).cloned().collect();
        let standing = newcomer.standing(true, &own, &facts.programme, &facts.calendar, facts.today);
        standing == Standing::Alone && !own.iter().any(|pair| facts.closed.contains(&pair.id))
    };
    let alone: Vec<&Newcomer> = facts.newcomers.iter().filter(has_nobody).collect();
    (!alone.is_empty()).then(|| Task {
        when: When::Until(facts.today),
        title: Said::new("home-nobody-there").names(newcomers_named(facts, &alone)),
        text: Said::new("home-nobody-there-text"),
        href: newcomers_page(&alone),
        act: "home-act-name",
    })
}

fn pairs_waiting(facts: &Facts, wanted: impl Fn(&Next) -> bool) -> Vec<&Pair> {
    facts.pairs.iter().filter(|pair| wanted(&facts.next(pair))).collect()
}

/// The page of the only pair, or the list narrowed to such pairs.
fn pairs_page(pairs: &[&Pair], next: &Next) -> String {
    match pairs {
        [one] => PairPath { id: one.id.clone() }.to_string(),
        _ => format!("{PairsPath}?show={}", next.word()),
    }
}

/// Published pairs in which somebody has not consented yet.
fn consents(facts: &Facts) -> Option<Task> {
    let pairs = pairs_waiting(facts, |next| matches!(next, Next::Consents(_)));
    let mut people = Vec::new();
    for pair in &pairs {
        let Next::Consents(missing) = facts.next(pair) else { continue };
        people.extend(missing.into_iter().map(|side| match side {
            Side::Newcomer => facts.newcomer(&pair.newcomer),
            Side::Mentor => facts.mentor(&pair.mentor),
        }));
    }
    (!pairs.is_empty()).then(|| Task {
        when: When::Until(facts.programme.phases.orders_until),
        title: Said::new("home-consents").with("count", pairs.len()),
        text: Said::new("home-consents-text").names(people),
        href: pairs_page(&pairs, &Next::Consents(vec![])),
        act: "home-act-look",
    })
}

/// Pairs that can be put into an order. Provisional ones have tasks of their own, with the law's days.
fn to_order(facts: &Facts) -> Option<Task> {
    let provisional = |pair: &&Pair| pair.origin == Origin::Provisional && pair.state == PairState::Published;
    let only_provisional = facts.pairs.iter().filter(provisional).count() >= facts.to_order;
    (facts.to_order > 0 && !only_provisional).then(|| Task {
        when: if facts.to_order > facts.to_end {
            When::Until(facts.programme.phases.orders_until)
        } else {
            When::Anytime
        },
        title: Said::new("home-to-order").with("count", facts.to_order),
        text: Said::new("home-to-order-text"),
        href: "/orders".to_owned(),
        act: "home-act-prepare",
    })
}

/// Drafts wait for the head's signature.
fn with_head(facts: &Facts) -> Option<Task> {
    (facts.with_head > 0).then(|| Task {
        when: When::Anytime,
        title: Said::new("home-with-head").with("count", facts.with_head),
        text: Said::new("home-with-head-text"),
        href: "/orders".to_owned(),
        act: "home-act-orders",
    })
}

/// Pairs by order that have no day for the first meeting (risk R7).
fn no_meeting(facts: &Facts) -> Option<Task> {
    let pairs = pairs_waiting(facts, |next| *next == Next::Meeting);
    let due = |pair: &&Pair| pair.first_meeting_due(&facts.programme.settings);
    let first = pairs.iter().filter_map(due).min()?;
    Some(Task {
        when: When::Until(first),
        title: Said::new("home-no-meeting")
            .names(pairs.iter().map(|pair| facts.newcomer(&pair.newcomer)).collect()),
        text: Said::new("home-no-meeting-text"),
        href: pairs_page(&pairs, &Next::Meeting),
        act: "home-act-look",
    })
}

/// Meetings that the two of a pair remember differently (feat:D6): a reason to talk to both, and nothing more.
fn disputes(facts: &Facts) -> Option<Task> {
    (facts.disputes > 0).then(|| Task {
        when: When::Anytime,
        title: Said::new("home-disputes").with("count", facts.disputes),
        text: Said::new("home-disputes-text"),
        href: DisputesPath.to_string(),
        act: "home-act-look",
    })
}

/// Pairs whose agreed meetings fall away again and again (feat:D7): a word with both, before it becomes a habit.
fn to_talk(facts: &Facts) -> Option<Task> {
    (facts.to_talk > 0).then(|| Task {
        when: When::Anytime,
        title: Said::new("home-to-talk").with("count", facts.to_talk),
        text: Said::new("home-to-talk-text"),
        href: format!("{DisputesPath}#falling"),
        act: "home-act-look",
    })
}

/// Pairs by order whose days for the work plan have passed (doc:A4).
fn no_plan(facts: &Facts) -> Option<Task> {
    let late =
        |pair: &&Pair| due_on(pair).is_some_and(|due| due < facts.today) && !facts.planned.contains(&pair.id);
    let pairs: Vec<&Pair> = facts.pairs.iter().filter(late).collect();
    let first = pairs.iter().filter_map(|pair| due_on(pair)).min()?;
    Some(Task {
        when: When::Until(first),
        title: Said::new("plans-none")
            .names(pairs.iter().map(|pair| facts.newcomer(&pair.newcomer)).collect()),
        text: Said::new("plans-none-text"),
        href: match pairs[..] {
            [one] => PairPath { id: one.id.clone() }.to_string(),
            _ => PairsPath.to_string(),
        },
        act: "home-act-look",
    })
}

/// Newcomers in whose adaptation checklist nothing has been ticked for more than three weeks (feat:E5): no reproach,
/// somebody asks what would help.
fn not_moving(facts: &Facts) -> Option<Task> {
    let of = |newcomer: &Newcomer| -> Vec<Tick> {
        facts.ticks.iter().filter(|tick| tick.newcomer == newcomer.id).cloned().collect()
    };
    let still = |newcomer: &&Newcomer| stuck(&of(newcomer), &facts.programme, facts.today).is_some();
    let still: Vec<&Newcomer> = facts.newcomers.iter().filter(still).collect();
    let href = match still[..] {
        [] => return None,
        [one] => AdaptationPath { newcomer: one.id.clone() }.to_string(),
        _ => newcomers::ListPath.to_string(),
    };
    Some(Task {
        when: When::Anytime,
        title: Said::new("milestones-stuck").names(newcomers_named(facts, &still)),
        text: Said::new("milestones-stuck-text"),
        href,
        act: "home-act-look",
    })
}

#[cfg(test)]
mod tests;
