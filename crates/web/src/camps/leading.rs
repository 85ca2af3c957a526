//! What those who lead a camp or a group of it see and fill in.

use super::{
    EditPath, GroupPath, PresentPath, RemovePath, RemoveWorkshopPath, SlotPath, WordsPath, WorkshopPath,
    hours, joining, kinds, slot_word,
};
use crate::Page;
use crate::forms::Fields;
use crate::layout::parts::Choice;
use actions::camps::{Opened, edition};
use domain::PersonId;
use domain::camps::{Member, State};
use i18n::Lang;

/// The form of a slot: of the grid while it is made, later of a meeting of a club or a school that goes on.
pub(super) struct SlotForm {
    pub(super) action: String,
    /// Its days; none where it meets now and then, between the first and the last day.
    pub(super) days: Vec<Choice>,
    pub(super) first: String,
    pub(super) last: String,
    /// It goes on, and this is to be known.
    pub(super) goes_on: bool,
    /// The meetings that may be moved.
    pub(super) moves: Vec<Choice>,
}

/// The forms with which the grid is made.
pub(super) struct Grid {
    pub(super) remove: String,
    pub(super) workshop: String,
    pub(super) remove_workshop: String,
    /// The slots, by day and hour.
    pub(super) slots: Vec<Choice>,
}

/// The form that says anew what it is.
pub(super) struct Edit {
    pub(super) action: String,
    pub(super) kinds: Vec<Choice>,
    pub(super) title: String,
    pub(super) place: String,
    pub(super) first: String,
    pub(super) last: String,
    pub(super) packing: String,
    /// Something in it is wrong.
    pub(super) open: bool,
}

/// What it is, while its grid is made, with what was typed where it was not taken.
pub(super) fn edit(page: &Page, opened: &Opened, fields: &Fields) -> Option<Edit> {
    let camp = &opened.camp;
    if !opened.manages || camp.state != State::Planned {
        return None;
    }
    let typed = |name: &str, stands: String| {
        if fields.has(name) { fields.value(name).to_owned() } else { stands }
    };
    Some(Edit {
        action: EditPath { id: camp.id.clone() }.to_string(),
        kinds: kinds(page, &typed("kind", camp.kind.word().to_owned())),
        title: typed("title", camp.title.clone()),
        place: typed("place", camp.place.clone()),
        first: typed("first_day", camp.first.to_string()),
        last: typed("last_day", camp.last.to_string()),
        packing: typed("packing", camp.packing.clone()),
        open: fields.has("first_day"),
    })
}

/// The form that makes a group.
pub(super) struct GroupForm {
    pub(super) action: String,
    pub(super) leaders: Vec<Choice>,
    pub(super) members: Vec<Choice>,
}

/// Who was there on a day.
pub(super) struct Present {
    pub(super) title: String,
    pub(super) day: String,
    pub(super) name: String,
    pub(super) people: Vec<Choice>,
}

/// Somebody who takes part.
pub(super) struct Somebody {
    pub(super) name: String,
    pub(super) school: String,
    /// They agreed to be photographed.
    pub(super) photo: bool,
    /// What they got and why, slot by slot, and what came later.
    pub(super) why: Vec<(String, Vec<String>, String)>,
}

/// The name of the field with those who were there on a day.
pub(super) fn present_name(day: domain::Day) -> String {
    format!("there-{day}")
}

/// A slot as one to choose.
fn choice_of(page: &Page, slot: &domain::camps::Slot, chosen: &str) -> Choice {
    let label = format!("{}, {}: {}", i18n::day(page.lang(), slot.day), hours(slot), slot.title);
    Choice::new(slot_word(slot), label).chosen_if(chosen)
}

/// The form of a slot, for those who lead the camp.
pub(super) fn slot_form(page: &Page, opened: &Opened, fields: &Fields) -> Option<SlotForm> {
    let camp = &opened.camp;
    let goes_on = camp.is_spread() && matches!(camp.state, State::Open | State::Assigned);
    if !opened.manages || (camp.state != State::Planned && !goes_on) {
        return None;
    }
    let day = |day: domain::Day| {
        Choice::new(day.to_string(), i18n::day(page.lang(), day)).chosen_if(fields.value("day"))
    };
    let ahead = |slot: &&domain::camps::Slot| slot.workshops.is_empty() && page.today() <= slot.day;
    let moves = camp.slots.iter().filter(ahead).filter(|_| goes_on);
    Some(SlotForm {
        action: SlotPath { id: camp.id.clone() }.to_string(),
        days: if camp.is_spread() { Vec::new() } else { camp.days().into_iter().map(day).collect() },
        first: if goes_on { camp.first.max(page.today()) } else { camp.first }.to_string(),
        last: camp.last.to_string(),
        goes_on,
        moves: moves.map(|slot| choice_of(page, slot, fields.value("moves"))).collect(),
    })
}

/// The grid, while it is made.
pub(super) fn grid(page: &Page, opened: &Opened, fields: &Fields) -> Option<Grid> {
    let camp = &opened.camp;
    if !opened.manages || camp.state != State::Planned {
        return None;
    }
    let slot = |slot: &domain::camps::Slot| choice_of(page, slot, fields.value("slot"));
    Some(Grid {
        remove: RemovePath { id: camp.id.clone() }.to_string(),
        workshop: WorkshopPath { id: camp.id.clone() }.to_string(),
        remove_workshop: RemoveWorkshopPath { id: camp.id.clone() }.to_string(),
        slots: camp.slots.iter().map(slot).collect(),
    })
}

fn name(opened: &Opened, person: &PersonId) -> String {
    opened.guests.get(person).map(|guest| guest.name.clone()).unwrap_or_default()
}

fn school(page: &Page, opened: &Opened, person: &PersonId) -> String {
    let guest = opened.guests.get(person);
    let short = guest.map(|one| match page.lang() {
        Lang::Kk => one.school_kk.clone(),
        Lang::Ru | Lang::En => one.school_ru.clone(),
    });
    short.unwrap_or_default()
}

/// People of the camp as choices, by name.
fn choices<'a>(page: &Page, opened: &Opened, people: impl Iterator<Item = &'a Member>) -> Vec<Choice> {
    let choice = |person: &PersonId| {
        let label = format!("{} ({})", name(opened, person), school(page, opened, person));
        Choice::new(person.as_str(), label)
    };
    let mut all: Vec<Choice> = people.map(|one| choice(&one.person)).collect();
    i18n::sort_by_name(page.lang(), &mut all, |one| &one.label);
    all
}

/// The form of groups, while there are people and it is not over.
pub(super) fn groups(page: &Page, opened: &Opened, fields: &Fields) -> Option<GroupForm> {
    let camp = &opened.camp;
    let stands = matches!(camp.state, State::Open | State::Assigned);
    if !opened.manages || !stands || opened.members.is_empty() {
        return None;
    }
    let ticked = fields.values("members");
    let all = choices(page, opened, opened.members.iter());
    let member = |one: &Choice| Choice { chosen: ticked.contains(&one.value.as_str()), ..one.clone() };
    Some(GroupForm {
        action: GroupPath { id: camp.id.clone() }.to_string(),
        members: all.iter().map(member).collect(),
        leaders: all.into_iter().map(|one| one.chosen_if(fields.value("group_leader"))).collect(),
    })
}

/// The groups with who leads them and who is in them, as far as the reader may see.
pub(super) fn grouped(page: &Page, opened: &Opened) -> Vec<(String, String, String)> {
    let stands = matches!(opened.camp.state, State::Open | State::Assigned);
    let group = |group: &domain::camps::Group| {
        let led = match &group.leader {
            Some(leader) => i18n::t(page.lang(), "camps-led-by", &[("name", name(opened, leader).into())]),
            None if !stands => page.text("camps-group-no-leader"),
            None if opened.manages => page.text("camps-group-name-leader"),
            None => page.text("camps-group-leader-sought"),
        };
        let members: Vec<String> = group.members.iter().map(|one| name(opened, one)).collect();
        let shown = if opened.marks { members.join(", ") } else { String::new() };
        (group.name.clone(), led, shown)
    };
    opened.camp.groups.iter().map(group).collect()
}

/// Where it is sent, and each day so far, while the camp is held. Whoever stepped back stands on the sheets up to that day.
pub(super) fn attendance(page: &Page, opened: &Opened) -> Option<(String, Vec<Present>)> {
    let camp = &opened.camp;
    let held = opened.marks && camp.state == State::Assigned;
    let corrected = opened.manages && camp.is_correctable(page.today());
    if !held && !corrected {
        return None;
    }
    let everybody = || opened.members.iter().chain(&opened.gone);
    let day = |day: domain::Day| {
        let people = everybody().filter(|one| camp.may_have_come(&one.person, day));
        let mut people = choices(page, opened, people);
        for one in &mut people {
            let member = everybody().find(|member| member.person.as_str() == one.value);
            one.chosen = member.is_some_and(|member| member.present.contains(&day));
        }
        let (title, name) = (i18n::day(page.lang(), day), present_name(day));
        Present { title, day: day.to_string(), name, people }
    };
    let days: Vec<Present> = camp.days().into_iter().filter(|day| *day <= page.today()).map(day).collect();
    let action = PresentPath { id: camp.id.clone() }.to_string();
    (!days.is_empty()).then_some((action, days))
}

/// Everybody who takes part, for those who lead it or a group; why each is where they are, for those who lead it.
pub(super) fn people(page: &Page, opened: &Opened) -> Vec<Somebody> {
    let somebody = |member: &Member| {
        let reasons = opened.reasons.get(&member.person).map(Vec::as_slice).unwrap_or_default();
        let told = opened.camp.slots.iter().zip(reasons);
        let slot = |(slot, told): (&domain::camps::Slot, &Option<domain::camps::Told>)| {
            let title = format!("{}, {}", i18n::day(page.lang(), slot.day), hours(slot));
            let told = told.as_ref()?;
            Some((title, joining::steps(page, slot, told), joining::moved_up(page, slot, told)))
        };
        Somebody {
            name: name(opened, &member.person),
            school: school(page, opened, &member.person),
            photo: member.photo.is_some(),
            why: told.filter_map(slot).collect(),
        }
    };
    let mut people: Vec<Somebody> = opened.members.iter().map(somebody).collect();
    i18n::sort_by_name(page.lang(), &mut people, |one| &one.name);
    people
}

/// The form of the organiser's words.
pub(super) struct Words {
    pub(super) action: String,
    pub(super) typed: String,
    /// Which words stand now.
    pub(super) seen: String,
}

/// The organiser's words, as long as they are written.
pub(super) fn words(page: &Page, opened: &Opened, fields: &Fields) -> Option<Words> {
    let camp = &opened.camp;
    let writes = opened.manages && camp.may_write(page.today()).is_ok();
    let typed = if fields.has("words") { fields.value("words") } else { camp.words.as_str() };
    writes.then(|| Words {
        action: WordsPath { id: camp.id.clone() }.to_string(),
        typed: typed.to_owned(),
        seen: edition(&camp.words),
    })
}
