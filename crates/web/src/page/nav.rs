//! The navigation: a bar of four places, those that matter most to the person first, and a fifth that leads to a page
//! of all; within a place with several pages at most two rows of tabs. Every page is two steps away
//! (docs/decisions/0053).

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

/// A place with its pages, on the page of all places.
pub(crate) struct Group {
    /// The key of its word.
    pub(crate) key: &'static str,
    pub(crate) pages: Vec<NavItem>,
}

/// Where the page of all places is.
const MORE: &str = "/places";

/// The key of the place of pupils: who looks after some finds more in it than the role says.
pub(crate) const PUPILS_KEY: &str = "pupils-title";

/// Places that stand in the bar; what is beyond them is found on the page of all.
const IN_BAR: usize = 4;

const COORDINATOR: &[Role] = &[Role::Coordinator];
const LEADERS: &[Role] = &[Role::Coordinator, Role::Head];
const NEWCOMER: &[Role] = &[Role::Newcomer];
const MENTOR: &[Role] = &[Role::Mentor];
const TEACHER: &[Role] = &[Role::Teacher];
const PAPERS: &[Role] = &[Role::Coordinator, Role::Head, Role::Newcomer, Role::Mentor];
const BOTH: &[Role] = &[Role::Newcomer, Role::Mentor];
const CANDIDATES: &[Role] = &[Role::Mentor, Role::Teacher];
/// Who reads what was sent to many.
const READERS: &[Role] = &[Role::Newcomer, Role::Mentor, Role::Teacher];
const STAFF: &[Role] = &[Role::Coordinator, Role::Head, Role::Newcomer, Role::Mentor, Role::Teacher];

const HOME: Place = Place { href: "/", icon: "home", key: "layout-nav-home", roles: &Role::ALL, tabs: &[] };

const PEOPLE: Place = Place {
    href: "/people",
    icon: "users",
    key: "layout-nav-people",
    roles: LEADERS,
    tabs: &[
        Tab { href: "/people", key: "layout-tab-people", roles: LEADERS },
        Tab { href: "/rosters", key: "rosters-nav", roles: COORDINATOR },
        Tab { href: "/people/slips", key: "layout-tab-slips", roles: LEADERS },
        Tab { href: "/deputies", key: "deputies-title", roles: LEADERS },
        Tab { href: "/school", key: "schools-title", roles: LEADERS },
        Tab { href: "/audit", key: "layout-tab-audit", roles: LEADERS },
    ],
};

/// The coordinator's selection: the people of the programme, what they do together, what is made of it.
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
    ],
};

/// The pairs and their year.
const PAIRS: Place = Place {
    href: "/pairs",
    icon: "heart-handshake",
    key: "layout-nav-pairs",
    roles: LEADERS,
    tabs: &[
        Tab { href: "/pairs", key: "layout-nav-pairs", roles: LEADERS },
        Tab { href: "/observations", key: "observations-title", roles: LEADERS },
        Tab { href: "/surveys", key: "surveys-title", roles: LEADERS },
    ],
};

/// The newcomer's selection: the cards, what was asked and offered, and the sealed list.
const CHOICE: Place = Place {
    href: "/mentors",
    icon: "arrows-left-right",
    key: "layout-nav-selection",
    roles: NEWCOMER,
    tabs: &[
        Tab { href: "/mentors", key: "layout-tab-mentors", roles: NEWCOMER },
        Tab { href: "/requests", key: "layout-tab-requests", roles: NEWCOMER },
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
    ],
};

const REQUESTS: Place = Place {
    href: "/requests",
    icon: "inbox",
    key: "layout-nav-requests",
    roles: MENTOR,
    tabs: &[
        Tab { href: "/requests", key: "layout-tab-requests", roles: MENTOR },
        Tab { href: "/choices", key: "layout-tab-choices", roles: MENTOR },
        Tab { href: "/mentors/card", key: "layout-tab-card", roles: MENTOR },
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
    roles: TEACHER,
    tabs: &[
        Tab { href: "/mentors", key: "layout-tab-mentors", roles: TEACHER },
        Tab { href: "/mentors/card", key: "layout-tab-card", roles: TEACHER },
        Tab { href: "/observations", key: "observations-title", roles: TEACHER },
    ],
};

/// The course and the exam of those who are to mentor, as they are led.
const COURSE: Place = Place {
    href: "/courses",
    icon: "certificate",
    key: "layout-nav-course",
    roles: LEADERS,
    tabs: &[
        Tab { href: "/courses", key: "layout-tab-course", roles: LEADERS },
        Tab { href: "/questions", key: "layout-tab-questions", roles: LEADERS },
        Tab { href: "/sittings", key: "layout-tab-theory", roles: LEADERS },
        Tab { href: "/commissions", key: "layout-tab-practice", roles: COORDINATOR },
        Tab { href: "/appeals", key: "appeals-title", roles: LEADERS },
        Tab { href: "/hearings", key: "layout-tab-hearings", roles: LEADERS },
    ],
};

/// The same, as it is gone through; who examines finds the practical exams here, too.
const OWN_COURSE: Place = Place {
    href: "/courses",
    icon: "certificate",
    key: "layout-nav-course",
    roles: CANDIDATES,
    tabs: &[
        Tab { href: "/courses", key: "layout-tab-course", roles: CANDIDATES },
        Tab { href: "/attempts", key: "attempts-title", roles: CANDIDATES },
        Tab { href: "/hearings", key: "hearings-title", roles: CANDIDATES },
    ],
};

/// Pupils and those who help them. Who looks after a class has a duty and no role: what the duty opens ([`BY_DUTY`]) are
/// tabs of the pages of pupils, and stands on the page of all places.
const PUPILS: Place = Place {
    href: "/pupils",
    icon: "school",
    key: PUPILS_KEY,
    roles: STAFF,
    tabs: &[
        Tab { href: "/pupils", key: PUPILS_KEY, roles: LEADERS },
        Tab { href: "/volunteers", key: "layout-tab-volunteers", roles: LEADERS },
        Tab { href: "/peers", key: "layout-tab-peers", roles: COORDINATOR },
        Tab { href: "/journals", key: "layout-tab-journals", roles: COORDINATOR },
        Tab { href: "/awards", key: "layout-tab-awards", roles: LEADERS },
        Tab { href: "/concerns", key: "layout-tab-concerns", roles: STAFF },
        Tab { href: "/duties", key: "layout-tab-duties", roles: LEADERS },
    ],
};

/// Pages of pupils that a duty opens: who looks after a class, a psychologist, a social pedagogue.
const BY_DUTY: [&str; 5] = ["/pupils", "/volunteers", "/peers", "/journals", "/awards"];

/// What the staff of the school share with each other.
const COMMUNITY: Place = Place {
    href: "/ideas",
    icon: "message-2",
    key: "layout-nav-community",
    roles: STAFF,
    tabs: &[
        Tab { href: "/ideas", key: "ideas-title", roles: STAFF },
        Tab { href: "/lanterns", key: "lanterns-title", roles: STAFF },
        Tab { href: "/scenes", key: "layout-tab-scenes", roles: STAFF },
        Tab { href: "/camps", key: "camps-title", roles: STAFF },
        Tab { href: "/messages", key: "messages-title", roles: COORDINATOR },
        Tab { href: "/messages/received", key: "messages-received", roles: READERS },
    ],
};

/// The places of a person, most wanted first. Newcomer and mentor exclude each other (neg:N4); who leads the
/// programme may mentor besides.
fn of(actor: &Actor) -> Vec<&'static Place> {
    let all: &[&Place] = match () {
        () if actor.is(Role::Coordinator) => &[
            &HOME, &SELECTION, &PAIRS, &DOCUMENTS, &PEOPLE, &REQUESTS, &CONTACTS, &COURSE, &PUPILS,
            &COMMUNITY,
        ],
        () if actor.is(Role::Head) => {
            &[&HOME, &PAIRS, &DOCUMENTS, &PEOPLE, &REQUESTS, &CONTACTS, &COURSE, &PUPILS, &COMMUNITY]
        }
        () if actor.is(Role::Newcomer) => &[&HOME, &CHOICE, &CONTACTS, &DOCUMENTS, &PUPILS, &COMMUNITY],
        () if actor.is(Role::Mentor) => {
            &[&HOME, &REQUESTS, &CONTACTS, &DOCUMENTS, &OWN_COURSE, &PUPILS, &COMMUNITY]
        }
        () if actor.is(Role::Teacher) => &[&HOME, &CARDS, &OWN_COURSE, &COMMUNITY, &PUPILS],
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

/// Pages that have no tab of their own, or not for everybody, and where they are at home: planned meetings are part of
/// joint work, a second round is a way to proposals; a change of mentor and a planned end concern a pair; who marks a
/// sitting and does not lead it comes from the course.
const AT_HOME: [(&str, &str); 20] = [
    ("/rotations", "/contacts"),
    ("/registers", "/registers/mentors"),
    ("/competencies", "/plans"),
    ("/bundles", "/reports"),
    ("/rounds", "/proposals"),
    ("/handovers", "/pairs"),
    ("/endings", "/pairs"),
    ("/handouts", "/pairs"),
    ("/motivations", "/surveys"),
    ("/sittings", "/courses"),
    ("/volunteers", "/pupils"),
    ("/organisations", "/volunteers"),
    ("/references", "/pupils"),
    ("/referrals", "/pupils"),
    ("/sociometries", "/pupils"),
    ("/peers", "/pupils"),
    ("/journals", "/pupils"),
    ("/awards", "/pupils"),
    ("/changes", "/pupils"),
    ("/duties", "/pupils"),
];

/// How well an address fits a path: not at all, as the home of the page, or as a page that it lies below; within these
/// the longest. Meetings that are remembered differently, and the two looked at side by side, concern a pair.
fn fit(path: &str, href: &str) -> (u8, usize) {
    let path =
        if lies_below(path, "/meetings/disputes") || path.contains("/beside/") { "/pairs" } else { path };
    let home = || AT_HOME.iter().any(|(page, home)| *home == href && lies_below(path, page));
    match () {
        () if lies_below(path, href) => (2, href.len()),
        () if home() => (1, href.len()),
        () => (0, 0),
    }
}

fn open_tabs(place: &Place, actor: &Actor) -> Vec<&'static Tab> {
    place.tabs.iter().filter(|tab| has_one(actor, tab.roles)).collect()
}

/// Where a place leads: to the first of its pages that is open to the person.
fn way(place: &Place, actor: &Actor) -> String {
    open_tabs(place, actor).first().map_or(place.href, |tab| tab.href).to_owned()
}

/// How well a place or one of its tabs fits a path.
fn place_fit(place: &Place, actor: &Actor, path: &str) -> (u8, usize) {
    let tabs = open_tabs(place, actor).into_iter().map(|tab| fit(path, tab.href));
    tabs.chain([fit(path, place.href)]).max().unwrap_or_default()
}

/// The place that the path lies in.
fn present(actor: &Actor, path: &str) -> Option<&'static Place> {
    let fitting = of(actor).into_iter().map(|place| (place_fit(place, actor, path), place));
    // Of equal ones the first: a tab of the selection before a place of its own.
    fitting.filter(|(fit, _)| fit.0 > 0).rev().max_by_key(|(fit, _)| *fit).map(|(_, place)| place)
}

/// The bar: four places and the page of all, which is also where the places beyond it are.
pub(super) fn places(actor: &Actor, path: &str) -> Vec<NavItem> {
    let present = present(actor, path).map(|place| place.key);
    let item = |place: &&Place| NavItem {
        href: way(place, actor),
        icon: place.icon,
        key: place.key,
        current: present == Some(place.key),
    };
    let all = of(actor);
    let (in_bar, beyond) = all.split_at(all.len().min(IN_BAR));
    let mut bar: Vec<NavItem> = in_bar.iter().map(item).collect();
    if !beyond.is_empty() {
        let current = lies_below(path, MORE) || beyond.iter().any(|place| present == Some(place.key));
        bar.push(NavItem { href: MORE.to_owned(), icon: "dots", key: "layout-nav-more", current });
    }
    bar
}

/// The pages of the place that the path lies in; none where it has only one.
pub(super) fn tabs(actor: &Actor, path: &str) -> Vec<NavItem> {
    present(actor, path).map(|place| drawn(&open_tabs(place, actor), path)).unwrap_or_default()
}

/// The pages of pupils for whoever looks after some, on a page that nobody else opens: what leads to it by role, or by the
/// duty.
pub(super) fn tabs_by_duty(actor: &Actor, path: &str) -> Vec<NavItem> {
    if has_one(actor, LEADERS) {
        return tabs(actor, path);
    }
    let is_open = |tab: &&Tab| has_one(actor, tab.roles) || BY_DUTY.contains(&tab.href);
    drawn(&PUPILS.tabs.iter().filter(is_open).collect::<Vec<_>>(), path)
}

/// Tabs with the one marked that fits the path best; one page needs none.
fn drawn(open: &[&'static Tab], path: &str) -> Vec<NavItem> {
    if open.len() < 2 {
        return Vec::new();
    }
    let best = open.iter().map(|tab| fit(path, tab.href)).max().unwrap_or_default();
    let item = |tab: &&Tab| NavItem {
        href: tab.href.to_owned(),
        icon: "",
        key: tab.key,
        current: best.0 > 0 && fit(path, tab.href) == best,
    };
    open.iter().map(item).collect()
}

/// All places with their pages; the home, which everybody knows, is none of them.
pub(super) fn groups(actor: &Actor) -> Vec<Group> {
    let page = |tab: &Tab| NavItem { href: tab.href.to_owned(), icon: "", key: tab.key, current: false };
    let group = |place: &Place| Group {
        key: place.key,
        pages: open_tabs(place, actor).into_iter().map(page).collect(),
    };
    of(actor).into_iter().filter(|place| !place.tabs.is_empty()).map(group).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use i18n::Lang;

    fn actor(roles: &[Role]) -> Actor {
        Actor { person: "p".into(), school: Some("s".into()), district: None, roles: roles.to_vec() }
    }

    fn current(items: &[NavItem]) -> Vec<&str> {
        items.iter().filter(|item| item.current).map(|item| item.href.as_str()).collect()
    }

    fn hrefs(roles: &[Role]) -> Vec<String> {
        places(&actor(roles), "/").into_iter().map(|item| item.href).collect()
    }

    /// Those whom a school has, and those who are two at once.
    const PEOPLE_OF_A_SCHOOL: [&[Role]; 7] = [
        &[Role::Teacher, Role::Coordinator],
        &[Role::Head],
        &[Role::Teacher, Role::Newcomer],
        &[Role::Teacher, Role::Mentor],
        &[Role::Teacher],
        &[Role::Head, Role::Mentor],
        &[Role::Teacher, Role::Coordinator, Role::Mentor],
    ];

    #[test]
    fn each_role_finds_its_places() {
        use Role::{Coordinator, DistrictOfficer, Head, Mentor, Newcomer, Teacher};
        assert_eq!(hrefs(&[Teacher, Newcomer]), ["/", "/mentors", "/contacts", "/orders", MORE]);
        assert_eq!(hrefs(&[Teacher, Mentor]), ["/", "/requests", "/contacts", "/orders", MORE]);
        assert_eq!(hrefs(&[Teacher, Coordinator]), ["/", "/newcomers", "/pairs", "/orders", MORE]);
        assert_eq!(hrefs(&[Head]), ["/", "/pairs", "/orders", "/people", MORE]);
        assert_eq!(hrefs(&[Teacher]), ["/", "/mentors", "/courses", "/ideas", MORE]);
        assert_eq!(hrefs(&[DistrictOfficer]), ["/"]);
        assert_eq!(hrefs(&[]), [""; 0], "without a role nothing is open");
    }

    #[test]
    fn nobody_has_more_than_five_places_and_none_stands_twice() {
        for roles in PEOPLE_OF_A_SCHOOL.into_iter().chain([&Role::ALL[..]]) {
            let mut places = hrefs(roles);
            assert!(places.len() <= IN_BAR + 1, "{roles:?}");
            places.sort();
            places.dedup();
            assert_eq!(places.len(), hrefs(roles).len(), "{roles:?}");
            let mut keys: Vec<&str> = of(&actor(roles)).into_iter().map(|place| place.key).collect();
            keys.sort_unstable();
            keys.dedup();
            assert_eq!(keys.len(), of(&actor(roles)).len(), "{roles:?}");
        }
    }

    /// Rows that words take as tabs on a phone of 360 px: 328 px between the margins, 16 px between two, each as wide
    /// as a thumb needs, and a letter of this size 8 px wide.
    fn rows(words: &[String]) -> usize {
        let (mut rows, mut end) = (1, 0);
        for word in words {
            let width = (word.chars().count() * 8).max(44);
            let at = if end == 0 { width } else { end + 16 + width };
            (rows, end) = if at > 328 { (rows + 1, width) } else { (rows, at) };
        }
        rows
    }

    #[test]
    fn the_tabs_of_a_place_take_at_most_two_rows_on_a_phone() {
        for roles in PEOPLE_OF_A_SCHOOL {
            for group in groups(&actor(roles)) {
                for lang in Lang::ALL {
                    let words: Vec<String> =
                        group.pages.iter().map(|page| i18n::t(lang, page.key, &[])).collect();
                    assert!(rows(&words) <= 2, "{roles:?} {lang}: {words:?}");
                }
            }
        }
    }

    #[test]
    fn whoever_looks_after_a_class_has_the_tabs_of_pupils_in_two_rows() {
        let teacher = actor(&[Role::Teacher, Role::Newcomer]);
        let shown = tabs_by_duty(&teacher, "/pupils/ayan");
        let hrefs: Vec<&str> = shown.iter().map(|tab| tab.href.as_str()).collect();
        assert_eq!(hrefs, ["/pupils", "/volunteers", "/peers", "/journals", "/awards", "/concerns"]);
        for (path, tab) in [
            ("/pupils/ayan/reason", "/pupils"),
            ("/referrals", "/pupils"),
            ("/peers/of/ayan/profile", "/peers"),
            ("/journals/2026-11-02", "/journals"),
            ("/concerns/new", "/concerns"),
        ] {
            assert_eq!(current(&tabs_by_duty(&teacher, path)), [tab], "{path}");
            assert_eq!(current(&places(&teacher, path)), [MORE], "{path}");
        }
        for lang in Lang::ALL {
            let words: Vec<String> = shown.iter().map(|tab| i18n::t(lang, tab.key, &[])).collect();
            assert!(rows(&words) <= 2, "{lang}: {words:?}");
        }
        let head = actor(&[Role::Head]);
        assert_eq!(tabs_by_duty(&head, "/pupils"), tabs(&head, "/pupils"), "who leads has them by role");
    }

    #[test]
    fn every_page_of_a_place_leads_back_to_its_place_and_tab() {
        for roles in PEOPLE_OF_A_SCHOOL {
            let actor = actor(roles);
            for group in groups(&actor) {
                for page in group.pages {
                    let path = page.href.as_str();
                    assert_eq!(current(&places(&actor, path)).len(), 1, "{roles:?} {path}");
                    let shown = tabs(&actor, path);
                    assert!(shown.is_empty() || current(&shown) == [path], "{roles:?} {path}");
                }
            }
        }
    }

    #[test]
    fn one_place_is_current_by_the_path_and_its_tabs_count() {
        let coordinator = actor(&[Role::Coordinator]);
        for (path, place, tab) in [
            ("/", "/", ""),
            ("/places", MORE, ""),
            ("/people/slips", MORE, "/people/slips"),
            ("/people/dana", MORE, "/people"),
            ("/rosters/7?only=errors", MORE, "/rosters"),
            ("/duties", MORE, "/duties"),
            ("/journals/2026-11-02", MORE, "/journals"),
            ("/sociometries/7", MORE, "/pupils"),
            ("/organisations/7", MORE, "/volunteers"),
            ("/questions/7/edit?lang=kk", MORE, "/questions"),
            ("/mentors/aigul", "/newcomers", "/mentors"),
            ("/mentors/aigul/beside/dana", "/pairs", "/pairs"),
            ("/courses/cases", MORE, "/courses"),
            ("/proposals", "/newcomers", "/proposals"),
            ("/rounds", "/newcomers", "/proposals"),
            ("/pairs/p?x=/", "/pairs", "/pairs"),
            ("/meetings/disputes", "/pairs", "/pairs"),
            ("/observations/school", "/pairs", "/observations"),
            ("/plans/p/history", "/orders", "/plans"),
            ("/reports/folder", "/orders", "/reports"),
            ("/registers/newcomers", "/orders", "/registers/mentors"),
            ("/competencies/school", "/orders", "/plans"),
            ("/surveys/7", "/pairs", "/surveys"),
            ("/sittings/7", MORE, "/sittings"),
            ("/commissions/7", MORE, "/commissions"),
            ("/appeals/7", MORE, "/appeals"),
            ("/ideas/7", MORE, "/ideas"),
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
        assert_eq!(current(&places(&newcomer, "/requests/7")), ["/mentors"]);
        assert_eq!(current(&tabs(&newcomer, "/requests/7")), ["/requests"]);
        assert_eq!(current(&places(&newcomer, "/meetings/new")), ["/contacts"]);
        assert_eq!(current(&tabs(&newcomer, "/meetings/new")), ["/meetings"]);
        assert_eq!(current(&places(&newcomer, "/journals")), [MORE], "by a duty");
        assert_eq!(tabs(&newcomer, "/concerns"), [], "one page needs no tabs");
    }

    #[test]
    fn who_leads_and_mentors_besides_finds_the_own_requests_and_meetings() {
        let both = actor(&[Role::Teacher, Role::Coordinator, Role::Mentor]);
        for (path, tab) in
            [("/requests", "/requests"), ("/meetings/7", "/meetings"), ("/mentors/card", "/mentors/card")]
        {
            assert_eq!(current(&places(&both, path)), [MORE], "{path}");
            assert_eq!(current(&tabs(&both, path)), [tab], "{path}");
        }
        assert_eq!(current(&places(&both, "/contacts")), ["/newcomers"], "of two the first");
    }
}
