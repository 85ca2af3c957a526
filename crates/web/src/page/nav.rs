//! The navigation: at most five places, those that matter most to the person first; within a place with several
//! pages a row of tabs. Every page is two steps away.

use crate::layout::NavItem;
use domain::people::{Actor, Role};

/// A page within a place, for people with one of the roles.
struct Tab {
    href: &'static str,
    key: &'static str,
    roles: &'static [Role],
}

/// A place of the navigation: its own page and those that belong to it.
struct Place {
    href: &'static str,
    icon: &'static str,
    key: &'static str,
    roles: &'static [Role],
    tabs: &'static [Tab],
}

const COORDINATOR: &[Role] = &[Role::Coordinator];
const LEADERS: &[Role] = &[Role::Coordinator, Role::Head];
const NEWCOMER: &[Role] = &[Role::Newcomer];
const MENTOR: &[Role] = &[Role::Mentor];
const PAPERS: &[Role] = &[Role::Coordinator, Role::Head, Role::Newcomer, Role::Mentor];
const BOTH: &[Role] = &[Role::Newcomer, Role::Mentor];

const HOME: Place = Place { href: "/", icon: "home", key: "layout-nav-home", roles: &Role::ALL, tabs: &[] };

const PEOPLE: Place = Place {
    href: "/people",
    icon: "users",
    key: "layout-nav-people",
    roles: LEADERS,
    tabs: &[
        Tab { href: "/people", key: "layout-tab-people", roles: LEADERS },
        Tab { href: "/pupils", key: "pupils-title", roles: LEADERS },
        Tab { href: "/rosters", key: "rosters-nav", roles: COORDINATOR },
        Tab { href: "/people/slips", key: "layout-tab-slips", roles: LEADERS },
        Tab { href: "/school", key: "schools-title", roles: LEADERS },
        Tab { href: "/audit", key: "layout-tab-audit", roles: LEADERS },
    ],
};

/// The coordinator's selection: the people of the programme, what they do together, what is made of it. Who
/// mentors besides finds the own requests here.
const SELECTION: Place = Place {
    href: "/newcomers",
    icon: "arrows-left-right",
    key: "layout-nav-selection",
    roles: COORDINATOR,
    tabs: &[
        Tab { href: "/newcomers", key: "layout-tab-newcomers", roles: COORDINATOR },
        Tab { href: "/mentors", key: "layout-tab-mentors", roles: COORDINATOR },
        Tab { href: "/contacts", key: "layout-tab-contacts", roles: COORDINATOR },
        Tab { href: "/proposals", key: "layout-tab-proposals", roles: COORDINATOR },
        Tab { href: "/programmes", key: "layout-tab-programme", roles: COORDINATOR },
        Tab { href: "/requests", key: "layout-nav-requests", roles: MENTOR },
        Tab { href: "/choices", key: "layout-tab-choices", roles: MENTOR },
    ],
};

/// The pairs and their year; beside them the course and the exam of those who mentor.
const PAIRS: Place = Place {
    href: "/pairs",
    icon: "heart-handshake",
    key: "layout-nav-pairs",
    roles: LEADERS,
    tabs: &[
        Tab { href: "/pairs", key: "layout-nav-pairs", roles: LEADERS },
        Tab { href: "/observations", key: "observations-title", roles: LEADERS },
        Tab { href: "/surveys", key: "surveys-title", roles: LEADERS },
        Tab { href: "/ideas", key: "ideas-title", roles: LEADERS },
        Tab { href: "/lanterns", key: "lanterns-title", roles: LEADERS },
        Tab { href: "/camps", key: "camps-title", roles: LEADERS },
        Tab { href: "/courses", key: "courses-nav", roles: COORDINATOR },
        Tab { href: "/sittings", key: "sittings-title", roles: COORDINATOR },
        Tab { href: "/commissions", key: "commissions-title", roles: COORDINATOR },
        Tab { href: "/hearings", key: "hearings-nav", roles: COORDINATOR },
        Tab { href: "/appeals", key: "appeals-title", roles: LEADERS },
        Tab { href: "/questions", key: "questions-nav", roles: LEADERS },
    ],
};

/// The newcomer's selection: the cards, and the sealed list.
const CHOICE: Place = Place {
    href: "/mentors",
    icon: "arrows-left-right",
    key: "layout-nav-selection",
    roles: NEWCOMER,
    tabs: &[
        Tab { href: "/mentors", key: "layout-tab-mentors", roles: NEWCOMER },
        Tab { href: "/choices", key: "layout-tab-choices", roles: NEWCOMER },
    ],
};

/// What the two do with each other: before the order joint work, after it the meetings of the pair.
const CONTACTS: Place = Place {
    href: "/contacts",
    icon: "calendar-event",
    key: "layout-nav-contacts",
    roles: BOTH,
    tabs: &[
        Tab { href: "/contacts", key: "layout-tab-contacts", roles: BOTH },
        Tab { href: "/meetings", key: "meetings-title", roles: BOTH },
        Tab { href: "/observations", key: "observations-title", roles: BOTH },
        Tab { href: "/ideas", key: "ideas-title", roles: BOTH },
        Tab { href: "/lanterns", key: "lanterns-title", roles: BOTH },
        Tab { href: "/camps", key: "camps-title", roles: BOTH },
    ],
};

const REQUESTS: Place = Place {
    href: "/requests",
    icon: "inbox",
    key: "layout-nav-requests",
    roles: BOTH,
    tabs: &[
        Tab { href: "/requests", key: "layout-tab-requests", roles: MENTOR },
        Tab { href: "/choices", key: "layout-tab-choices", roles: MENTOR },
        Tab { href: "/mentors/card", key: "layout-tab-card", roles: MENTOR },
        Tab { href: "/courses", key: "courses-nav", roles: MENTOR },
        Tab { href: "/attempts", key: "attempts-title", roles: MENTOR },
        Tab { href: "/hearings", key: "hearings-title", roles: MENTOR },
    ],
};

const DOCUMENTS: Place = Place {
    href: "/orders",
    icon: "file-text",
    key: "layout-nav-documents",
    roles: PAPERS,
    tabs: &[
        Tab { href: "/orders", key: "orders-title", roles: PAPERS },
        Tab { href: "/plans", key: "plans-title", roles: PAPERS },
        Tab { href: "/reports", key: "reports-title", roles: PAPERS },
        Tab { href: "/registers/mentors", key: "registers-title", roles: LEADERS },
        Tab { href: "/regulations", key: "regulations-title", roles: PAPERS },
    ],
};

/// The cards, for teachers who may come forward.
const CARDS: Place = Place {
    href: "/mentors",
    icon: "users",
    key: "layout-nav-mentors",
    roles: &[Role::Teacher],
    tabs: &[
        Tab { href: "/mentors", key: "layout-tab-mentors", roles: &[Role::Teacher] },
        Tab { href: "/mentors/card", key: "layout-tab-card", roles: &[Role::Teacher] },
        Tab { href: "/courses", key: "courses-nav", roles: &[Role::Teacher] },
        Tab { href: "/observations", key: "observations-title", roles: &[Role::Teacher] },
        Tab { href: "/ideas", key: "ideas-title", roles: &[Role::Teacher] },
        Tab { href: "/lanterns", key: "lanterns-title", roles: &[Role::Teacher] },
        Tab { href: "/camps", key: "camps-title", roles: &[Role::Teacher] },
        Tab { href: "/attempts", key: "attempts-title", roles: &[Role::Teacher] },
        Tab { href: "/hearings", key: "hearings-title", roles: &[Role::Teacher] },
    ],
};

/// The places of a person. Newcomer and mentor exclude each other (neg:N4); whoever leads the programme finds
/// everything else from its places and the home.
fn of(actor: &Actor) -> Vec<&'static Place> {
    let all: &[&Place] = match () {
        () if actor.is(Role::Coordinator) => &[&HOME, &PEOPLE, &SELECTION, &PAIRS, &DOCUMENTS],
        () if actor.is(Role::Head) => &[&HOME, &PEOPLE, &PAIRS, &DOCUMENTS, &REQUESTS],
        () if actor.is(Role::Newcomer) => &[&HOME, &CHOICE, &CONTACTS, &REQUESTS, &DOCUMENTS],
        () if actor.is(Role::Mentor) => &[&HOME, &REQUESTS, &CONTACTS, &DOCUMENTS],
        () if actor.is(Role::Teacher) => &[&HOME, &CARDS],
        () => &[&HOME],
    };
    all.iter().copied().filter(|place| has_one(actor, place.roles)).collect()
}

fn has_one(actor: &Actor, roles: &[Role]) -> bool {
    roles.iter().any(|role| actor.is(*role))
}

/// A page belongs to an address where its path is the address or lies below it.
fn lies_below(path: &str, href: &str) -> bool {
    let path = path.split('?').next().unwrap_or_default();
    match href {
        "/" => path == "/",
        _ => path.strip_prefix(href).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')),
    }
}

/// Places of the pupils' part that have no tab of their own.
const BELOW_PUPILS: [&str; 8] =
    ["/duties", "/volunteers", "/referrals", "/concerns", "/sociometries", "/peers", "/journals", "/awards"];

/// How exactly an address fits a path: the longest that fits is the present one. Planned meetings are part of
/// joint work, a second round is a way to proposals; a change of mentor, a planned end, meetings that are remembered
/// differently, and the two looked at side by side, concern a pair.
fn fit(path: &str, href: &str) -> usize {
    let path = match path {
        _ if lies_below(path, "/rotations") => "/contacts",
        _ if lies_below(path, "/registers") => "/registers/mentors",
        _ if lies_below(path, "/competencies") => "/plans",
        _ if lies_below(path, "/rounds") => "/proposals",
        _ if BELOW_PUPILS.iter().any(|place| lies_below(path, place)) => "/pupils",
        _ if lies_below(path, "/meetings/disputes") => "/pairs",
        _ if lies_below(path, "/handovers") || lies_below(path, "/endings") || path.contains("/beside/") => {
            "/pairs"
        }
        _ => path,
    };
    if lies_below(path, href) { href.len() } else { 0 }
}

fn open_tabs(place: &Place, actor: &Actor) -> Vec<&'static Tab> {
    place.tabs.iter().filter(|tab| has_one(actor, tab.roles)).collect()
}

/// How exactly a place or one of its tabs fits a path.
fn place_fit(place: &Place, actor: &Actor, path: &str) -> usize {
    let tabs = open_tabs(place, actor).into_iter().map(|tab| fit(path, tab.href));
    tabs.chain([fit(path, place.href)]).max().unwrap_or_default()
}

/// The place that the path lies in.
fn present(actor: &Actor, path: &str) -> Option<&'static Place> {
    let fitting = of(actor).into_iter().map(|place| (place_fit(place, actor, path), place));
    // Of equal ones the first: a tab of the selection before a place of its own.
    fitting.filter(|(fit, _)| *fit > 0).rev().max_by_key(|(fit, _)| *fit).map(|(_, place)| place)
}

/// At most five places.
pub(super) fn places(actor: &Actor, path: &str) -> Vec<NavItem> {
    let present = present(actor, path).map(|place| place.href);
    let item = |place: &Place| NavItem {
        href: place.href.to_owned(),
        icon: place.icon,
        key: place.key,
        current: present == Some(place.href),
    };
    of(actor).into_iter().map(item).collect()
}

/// The pages of the place that the path lies in; none where it has only one.
pub(super) fn tabs(actor: &Actor, path: &str) -> Vec<NavItem> {
    let Some(place) = present(actor, path) else { return Vec::new() };
    let open = open_tabs(place, actor);
    if open.len() < 2 {
        return Vec::new();
    }
    let best = open.iter().map(|tab| fit(path, tab.href)).max().unwrap_or_default();
    let item = |tab: &&Tab| NavItem {
        href: tab.href.to_owned(),
        icon: "",
        key: tab.key,
        current: best > 0 && fit(path, tab.href) == best,
    };
    open.iter().map(item).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn actor(roles: &[Role]) -> Actor {
        Actor { person: "p".into(), school: Some("s".into()), district: None, roles: roles.to_vec() }
    }

    fn current(items: &[NavItem]) -> Vec<&str> {
        items.iter().filter(|item| item.current).map(|item| item.href.as_str()).collect()
    }

    fn hrefs(roles: &[Role]) -> Vec<String> {
        places(&actor(roles), "/").into_iter().map(|item| item.href).collect()
    }

    #[test]
    fn each_role_finds_its_places() {
        use Role::{Coordinator, DistrictOfficer, Head, Mentor, Newcomer, Teacher};
        assert_eq!(hrefs(&[Teacher, Newcomer]), ["/", "/mentors", "/contacts", "/requests", "/orders"]);
        assert_eq!(hrefs(&[Teacher, Mentor]), ["/", "/requests", "/contacts", "/orders"]);
        assert_eq!(hrefs(&[Teacher, Coordinator]), ["/", "/people", "/newcomers", "/pairs", "/orders"]);
        assert_eq!(hrefs(&[Head]), ["/", "/people", "/pairs", "/orders"]);
        assert_eq!(hrefs(&[Teacher]), ["/", "/mentors"]);
        assert_eq!(hrefs(&[DistrictOfficer]), ["/"]);
    }

    #[test]
    fn nobody_has_more_than_five_places_and_none_stands_twice() {
        for roles in [&Role::ALL[..], &[Role::Head, Role::Mentor], &[Role::Coordinator, Role::Mentor]] {
            let mut places = hrefs(roles);
            assert!(places.len() <= 5, "{roles:?}");
            places.sort();
            places.dedup();
            assert_eq!(places.len(), hrefs(roles).len(), "{roles:?}");
        }
    }

    #[test]
    fn one_place_is_current_by_the_path_and_its_tabs_count() {
        let coordinator = actor(&[Role::Coordinator]);
        for (path, place, tab) in [
            ("/", "/", ""),
            ("/people/slips", "/people", "/people/slips"),
            ("/people/dana", "/people", "/people"),
            ("/rosters/7?only=errors", "/people", "/rosters"),
            ("/duties", "/people", "/pupils"),
            ("/journals/2026-11-02", "/people", "/pupils"),
            ("/questions/7/edit?lang=kk", "/pairs", "/questions"),
            ("/mentors/aigul", "/newcomers", "/mentors"),
            ("/courses/cases", "/pairs", "/courses"),
            ("/proposals", "/newcomers", "/proposals"),
            ("/pairs/p?x=/", "/pairs", "/pairs"),
            ("/observations/school", "/pairs", "/observations"),
            ("/plans/p/history", "/orders", "/plans"),
            ("/reports/folder", "/orders", "/reports"),
            ("/registers/newcomers", "/orders", "/registers/mentors"),
            ("/competencies/school", "/orders", "/plans"),
            ("/surveys/7", "/pairs", "/surveys"),
            ("/sittings/7", "/pairs", "/sittings"),
            ("/commissions/7", "/pairs", "/commissions"),
            ("/appeals/7", "/pairs", "/appeals"),
            ("/ideas/7", "/pairs", "/ideas"),
        ] {
            assert_eq!(current(&places(&coordinator, path)), [place], "{path}");
            let expected = if tab.is_empty() { vec![] } else { vec![tab] };
            assert_eq!(current(&tabs(&coordinator, path)), expected, "{path}");
        }
        assert_eq!(current(&places(&coordinator, "/profile")), [""; 0]);
        assert_eq!(current(&places(&coordinator, "/ordersheet")), [""; 0]);
    }

    #[test]
    fn the_own_card_of_a_mentor_belongs_to_the_requests() {
        let mentor = actor(&[Role::Teacher, Role::Mentor]);
        assert_eq!(current(&places(&mentor, "/mentors/card")), ["/requests"]);
        assert_eq!(current(&tabs(&mentor, "/mentors/card")), ["/mentors/card"]);
        let newcomer = actor(&[Role::Teacher, Role::Newcomer]);
        assert_eq!(tabs(&newcomer, "/requests"), [], "one page needs no tabs");
        assert_eq!(current(&places(&newcomer, "/meetings/new")), ["/contacts"]);
        assert_eq!(current(&tabs(&newcomer, "/meetings/new")), ["/meetings"]);
    }
}
