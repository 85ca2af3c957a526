//! What somebody who comes sees and fills in: the own order, what came of it and why, the own word about photographs.

use super::{JoinPath, LeavePath, PhotoPath, hours};
use crate::Page;
use crate::forms::Fields;
use crate::layout::parts::Choice;
use actions::camps::Opened;
use domain::camps::{MOST_WISHES, Slot, State, Told, Why};

/// A slot in which workshops are put in order.
pub(super) struct Wish {
    pub(super) legend: String,
    /// Each wish: its name, its label, its choices, what is wrong.
    pub(super) asked: Vec<(String, String, Vec<Choice>, String)>,
}

/// The form of somebody who comes, while a camp is open; to a club or a school, later, too.
pub(super) struct Join {
    pub(super) action: String,
    /// What is said above it, as a text key.
    pub(super) text: &'static str,
    pub(super) wishes: Vec<Wish>,
    /// Where they step back, once they have signed up.
    pub(super) leave: Option<String>,
}

/// The own word about photographs.
pub(super) struct Photo {
    pub(super) action: String,
    pub(super) agrees: bool,
}

/// The name of the field of a wish.
pub(super) fn wish_name(at: usize, rank: usize) -> String {
    format!("wish-{at}-{rank}")
}

fn wish(page: &Page, opened: &Opened, (at, slot): (usize, &Slot), fields: &Fields) -> Wish {
    let stands = opened.me.as_ref().map(|me| me.order(at)).unwrap_or_default();
    let asked = |rank: usize| {
        let name = wish_name(at, rank);
        let kept = stands.get(rank).map(ToString::to_string).unwrap_or_default();
        let chosen = if fields.has(&name) { fields.value(&name).to_owned() } else { kept };
        let choice = |(place, workshop): (usize, &domain::camps::Workshop)| {
            let label = format!("{} ({})", workshop.title, workshop.leader);
            Choice::new(place.to_string(), label).chosen_if(&chosen)
        };
        let choices = slot.workshops.iter().enumerate().map(choice).collect();
        let label = i18n::t(page.lang(), "camps-wish", &[("rank", (rank + 1).into())]);
        let error = fields.error(&name).to_owned();
        (name, label, choices, error)
    };
    Wish {
        legend: format!("{}, {}: {}", i18n::day(page.lang(), slot.day), hours(slot), slot.title),
        asked: (0..MOST_WISHES.min(slot.workshops.len())).map(asked).collect(),
    }
}

/// The form, for whoever may sign up now.
pub(super) fn join(page: &Page, opened: &Opened, fields: &Fields) -> Option<Join> {
    let id = opened.camp.id.clone();
    let late = opened.me.is_none() && opened.camp.may_come_late(&page.actor().person, page.today()).is_ok();
    if opened.camp.state != State::Open && !late {
        return None;
    }
    let slots = opened.camp.slots.iter().enumerate().filter(|(_, slot)| !slot.workshops.is_empty() && !late);
    Some(Join {
        action: JoinPath { id: id.clone() }.to_string(),
        text: if late { "camps-join-late" } else { "camps-join-text" },
        wishes: slots.map(|slot| wish(page, opened, slot, fields)).collect(),
        leave: opened.me.as_ref().map(|_| LeavePath { id }.to_string()),
    })
}

/// For whoever takes part.
pub(super) fn photo(opened: &Opened) -> Option<Photo> {
    let me = opened.me.as_ref()?;
    let action = PhotoPath { id: opened.camp.id.clone() }.to_string();
    Some(Photo { action, agrees: me.photo.is_some() })
}

/// Where whoever takes part steps back once workshops were given out.
pub(super) fn step_back(page: &Page, opened: &Opened) -> Option<String> {
    let camp = &opened.camp;
    let stands = camp.state == State::Assigned && page.today() <= camp.last;
    let comes = opened.me.is_some() && stands;
    comes.then(|| LeavePath { id: camp.id.clone() }.to_string())
}

/// What came after the draw for somebody: a place that fell free.
pub(super) fn moved_up(page: &Page, slot: &Slot, told: &Told) -> String {
    let Some((workshop, on)) = told.later else { return String::new() };
    let title = slot.workshops.get(workshop).map(|one| one.title.as_str()).unwrap_or_default();
    let args = [("workshop", title.into()), ("day", i18n::day_in_sentence(page.lang(), on).into())];
    i18n::t(page.lang(), "camps-why-later", &args)
}

/// Why somebody is where they are in a slot, step by step.
pub(super) fn steps(page: &Page, slot: &Slot, told: &Told) -> Vec<String> {
    let lang = page.lang();
    let title = |at: usize| slot.workshops.get(at).map(|one| one.title.clone()).unwrap_or_default();
    let seats = |at: usize| slot.workshops.get(at).map_or(0, |one| u32::from(one.seats));
    let place = i18n::t(lang, "camps-why-place", &[("place", told.place.into()), ("of", told.of.into())]);
    let step = |step: &Why| match *step {
        Why::Full { workshop, last } => {
            let args = [
                ("workshop", title(workshop).into()),
                ("seats", seats(workshop).into()),
                ("last", last.into()),
            ];
            i18n::t(lang, "camps-why-full", &args)
        }
        Why::Got { workshop, rank } => {
            let args = [("workshop", title(workshop).into()), ("rank", rank.into())];
            i18n::t(lang, "camps-why-got", &args)
        }
        Why::Rest { workshop } => i18n::t(lang, "camps-why-rest", &[("workshop", title(workshop).into())]),
        Why::Nothing => i18n::t(lang, "camps-why-nothing", &[]),
    };
    std::iter::once(place).chain(told.steps.iter().map(step)).collect()
}
