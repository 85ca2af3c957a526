//! The programme of a camp on paper for everybody who may come, and the report (doc:A22) for those who lead it, once it is
//! closed. The report counts what was recorded; of an order it says which wish was met, and never the order itself. The
//! school that holds it needs no mentoring programme of that year: both say the school year of the first day.

use super::{Guest, Later, Taken, Voiced, guests, homes, later, led, reasons, seen, voices};
use crate::lists::{Cell, Column, List, Year, school_of};
use crate::orders::{Unprintable, laid_out};
use crate::{Context, Failed};
use documents::camps as printed;
use documents::tables::Kind;
use domain::camps::voices::Answer;
use domain::camps::{Camp, Member, Slot, State, Told, Why};
use domain::certificates::first_year;
use domain::{CampId, PersonId};
use i18n::{Arg, Lang, day, t};
use std::collections::BTreeMap;

/// First and last day in a line.
fn days(lang: Lang, camp: &Camp) -> String {
    let args = [("first", day(lang, camp.first).into()), ("last", day(lang, camp.last).into())];
    t(lang, "camps-days", &args)
}

fn when(lang: Lang, slot: &Slot) -> String {
    let clock = |time: jiff::civil::Time| format!("{:02}:{:02}", time.hour(), time.minute());
    format!("{}, {}–{}", day(lang, slot.day), clock(slot.from), clock(slot.until))
}

/// Somebody stepped back after the draw, in a line.
pub fn later_line(lang: Lang, camp: &Camp, later: &Later) -> Option<String> {
    let slot = camp.slots.get(later.slot)?;
    let mut args: Vec<(&str, Arg)> = vec![
        ("day", day(lang, later.on).into()),
        ("when", when(lang, slot).into()),
        ("from", later.from.into()),
    ];
    let Some(workshop) = later.workshop else { return Some(t(lang, "camps-later-without", &args)) };
    args.push(("workshop", slot.workshops.get(workshop)?.title.as_str().into()));
    let Some(to) = later.to else { return Some(t(lang, "camps-later-free", &args)) };
    args.push(("to", to.into()));
    Some(t(lang, "camps-later-moved", &args))
}

/// What a school makes of an idea, in a line.
pub fn taken(lang: Lang, taken: &Taken) -> String {
    let [kk, ru] = &taken.school;
    let school = if lang == Lang::Kk { kk } else { ru };
    let state = t(lang, &format!("ideas-state-{}", taken.state.word()), &[]);
    let args = [("school", school.as_str().into()), ("state", state.into())];
    let line = t(lang, "camps-idea-taken", &args);
    taken.result.as_ref().map_or(line.clone(), |result| format!("{line} – {result}"))
}

/// Prints the programme with what to bring along.
pub async fn print_programme(
    context: &Context<'_>,
    id: &CampId,
    lang: Lang,
) -> Result<Vec<u8>, Failed<Unprintable>> {
    let mut tx = context.db.read().await?;
    let camp = seen::<Unprintable>(&mut tx, context, id).await?;
    drop(tx);
    let kind = t(lang, &format!("camps-kind-{}", camp.kind.word()), &[]);
    let mut about = vec![kind, days(lang, &camp), camp.place.clone()];
    let packing: Vec<&str> = camp.packing.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    if !packing.is_empty() {
        about.push(t(lang, "camps-packing-line", &[("list", packing.join("; ").into())]));
    }
    let list = List {
        year: Year { school: camp.school.clone(), first: first_year(camp.first) },
        lang,
        title: camp.title.clone(),
        about,
        columns: vec![
            Column::new(lang, "camps-column-when", 3, Kind::Text),
            Column::new(lang, "camps-column-what", 6, Kind::Text),
            Column::new(lang, "camps-column-where", 3, Kind::Text),
        ],
        rows: camp.slots.iter().map(|slot| row(lang, slot)).collect(),
    };
    list.print(context).await
}

/// A slot with its workshops, line by line.
fn row(lang: Lang, slot: &Slot) -> Vec<Cell> {
    let workshops = slot.workshops.iter().map(|one| {
        let args = [
            ("title", one.title.as_str().into()),
            ("leader", one.leader.as_str().into()),
            ("place", one.place.as_str().into()),
            ("seats", u32::from(one.seats).into()),
        ];
        t(lang, "camps-workshop-line", &args)
    });
    let what = std::iter::once(slot.title.clone()).chain(workshops).collect();
    vec![Cell::words(when(lang, slot)), Cell::Lines(what), Cell::words(slot.place.clone())]
}

/// Prints the report.
pub async fn print_report(
    context: &Context<'_>,
    id: &CampId,
    lang: Lang,
) -> Result<Vec<u8>, Failed<Unprintable>> {
    let mut tx = context.db.read().await?;
    let camp = led::<Unprintable>(&mut tx, context, id).await?;
    if camp.state != State::Closed {
        return Err(Failed::NotFound);
    }
    let school = store::schools::get(&mut tx, &camp.school).await?.ok_or(Failed::NotFound)?;
    let members = store::camps::members(&mut tx, &camp).await?;
    let people: Vec<PersonId> = members.iter().map(|one| one.person.clone()).collect();
    let names = guests(&mut tx, &camp, &people).await?;
    let voiced = voices::told(&mut tx, &camp, context.today).await?;
    drop(tx);
    // Whoever signed up and did not come is counted, and takes part in nothing else that is said.
    let present: Vec<Member> = members.iter().filter(|one| one.came()).cloned().collect();
    let made = Made { lang, camp: &camp, members: &present, drawn: &members, names: &names, voiced: &voiced };
    let report = printed::Report {
        school: school_of(&school),
        school_year: first_year(camp.first),
        date: context.today,
        title: t(lang, &format!("camps-report-title-{}", camp.kind.word()), &[]),
        facts: made.facts(),
        tables: made.tables(),
        draw: made.draw(),
        words: (t(lang, "camps-words", &[]), camp.words.clone()),
        signer: t(lang, "camps-signer", &[]),
    };
    let made_at = context.now;
    laid_out(move || printed::pdf(&report, lang, made_at)).await
}

/// What the report is made from.
struct Made<'a> {
    lang: Lang,
    camp: &'a Camp,
    /// Who was there.
    members: &'a [Member],
    /// Those for whom workshops were drawn.
    drawn: &'a [Member],
    names: &'a BTreeMap<PersonId, Guest>,
    /// What was said there: ideas, without who wrote those that have no name, and what they think of it.
    voiced: &'a voices::Told,
}

impl Made<'_> {
    fn text(&self, key: &str) -> String {
        t(self.lang, key, &[])
    }

    fn table(&self, title: &str, heads: &[&str], rows: Vec<Vec<String>>) -> printed::Table {
        let heads = heads.iter().map(|key| self.text(key)).collect();
        printed::Table { title: self.text(title), heads, rows }
    }

    fn name(&self, person: &PersonId) -> String {
        self.names.get(person).map(|guest| guest.name.clone()).unwrap_or_default()
    }

    fn school(&self, person: &PersonId) -> String {
        let short = |guest: &Guest| match self.lang {
            Lang::Kk => guest.school_kk.clone(),
            Lang::Ru | Lang::En => guest.school_ru.clone(),
        };
        self.names.get(person).map(short).unwrap_or_default()
    }

    fn facts(&self) -> Vec<(String, String)> {
        let camp = self.camp;
        let photo = self.members.iter().filter(|one| one.photo.is_some()).count();
        let group = |group: &domain::camps::Group| {
            let leader = group.leader.as_ref().map(|leader| self.name(leader));
            let leader = leader.unwrap_or_else(|| self.text("camps-group-no-leader"));
            let belongs = |one: &&Member| group.members.contains(&one.person);
            format!("{}: {leader} ({})", group.name, self.members.iter().filter(belongs).count())
        };
        // Where nobody has written down who was there, nobody is said to have come or not.
        let marked = !self.members.is_empty();
        let people = if marked { self.members.len().to_string() } else { self.text("camps-unmarked") };
        let away = if marked { camp.stayed_away(self.drawn).to_string() } else { String::new() };
        let groups: Vec<String> = camp.groups.iter().map(group).collect();
        vec![
            (self.text("camps-field-title"), camp.title.clone()),
            (self.text("camps-column-when"), days(self.lang, camp)),
            (self.text("camps-field-place"), camp.place.clone()),
            (self.text("camps-people"), people),
            (self.text("camps-stayed-away"), away),
            (self.text("camps-schools"), homes(self.members).to_string()),
            (self.text("camps-groups"), groups.join("; ")),
            (self.text("camps-photo-count"), photo.to_string()),
            (self.text("camps-ideas"), self.voiced.ideas.len().to_string()),
            (self.text("camps-answers"), self.voiced.answers.to_string()),
        ]
    }

    fn tables(&self) -> Vec<printed::Table> {
        vec![
            self.grid(),
            self.workshops(),
            self.attendance(),
            self.schools(),
            self.people(),
            self.ideas(),
            self.feedback(),
        ]
    }

    fn ideas(&self) -> printed::Table {
        let line = |idea: &Voiced| {
            let author = idea.author.as_ref().map(|author| self.name(author)).filter(|name| !name.is_empty());
            let author = author.unwrap_or_else(|| self.text("camps-idea-nobody"));
            let words =
                std::iter::once(idea.words.clone()).chain(idea.taken.iter().map(|one| taken(self.lang, one)));
            let words = words.collect::<Vec<_>>().join("\n");
            vec![idea.title.clone(), words, author, idea.votes.to_string()]
        };
        let rows = self.voiced.ideas.iter().map(line).collect();
        let heads = ["camps-column-idea", "camps-column-what", "camps-column-author", "camps-column-votes"];
        self.table("camps-ideas", &heads, rows)
    }

    /// What people said of it, in the order of random ids; nothing where they are so few that one could tell whose it is.
    fn feedback(&self) -> printed::Table {
        let line = |one: &Answer| vec![one.helped.clone(), one.change.clone()];
        let rows = self.voiced.said.iter().map(line).collect();
        self.table("camps-answer", &["camps-answer-helped", "camps-answer-change"], rows)
    }

    fn grid(&self) -> printed::Table {
        let line = |slot: &Slot| vec![when(self.lang, slot), slot.title.clone(), slot.place.clone()];
        let rows = self.camp.slots.iter().map(line).collect();
        let heads = ["camps-column-when", "camps-column-what", "camps-column-where"];
        self.table("camps-programme", &heads, rows)
    }

    fn workshops(&self) -> printed::Table {
        let mut rows = Vec::new();
        for (at, slot) in self.camp.slots.iter().enumerate() {
            for (place, workshop) in slot.workshops.iter().enumerate() {
                let took = self.members.iter().filter(|one| self.camp.seat(at, one) == Some(place));
                let first = took.clone().filter(|one| one.order(at).first() == Some(&place)).count();
                let counts =
                    [usize::from(workshop.seats), took.count(), first].map(|count| count.to_string());
                let words = [when(self.lang, slot), workshop.title.clone(), workshop.leader.clone()];
                rows.push(words.into_iter().chain(counts).collect());
            }
        }
        let heads = [
            "camps-column-when",
            "camps-column-workshop",
            "camps-column-leader",
            "camps-column-seats",
            "camps-column-took",
            "camps-column-first",
        ];
        self.table("camps-workshops", &heads, rows)
    }

    fn attendance(&self) -> printed::Table {
        let there = |day: &domain::Day| self.members.iter().filter(|one| one.present.contains(day)).count();
        let line = |one: domain::Day| vec![day(self.lang, one), there(&one).to_string()];
        let rows = self.camp.days().into_iter().map(line).collect();
        self.table("camps-attendance", &["camps-column-day", "camps-column-there"], rows)
    }

    fn schools(&self) -> printed::Table {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for member in self.members {
            *counts.entry(self.school(&member.person)).or_default() += 1;
        }
        let rows = counts.into_iter().map(|(school, count)| vec![school, count.to_string()]).collect();
        self.table("camps-schools-table", &["camps-column-school", "camps-people"], rows)
    }

    fn people(&self) -> printed::Table {
        let mut members: Vec<&Member> = self.members.iter().collect();
        members.sort_by_cached_key(|one| self.name(&one.person));
        let reasons = reasons(self.camp, self.drawn);
        let line = |one: &&Member| {
            let told = reasons.get(&one.person).map(Vec::as_slice).unwrap_or_default();
            let slots = told.iter().enumerate();
            let got: Vec<String> =
                slots.filter_map(|(at, told)| self.outcome(at, one, told.as_ref()?)).collect();
            let days = one.present.len().to_string();
            vec![self.name(&one.person), self.school(&one.person), days, got.join("; ")]
        };
        let rows = members.iter().map(line).collect();
        let heads = ["camps-column-name", "camps-column-school", "camps-column-days", "camps-column-got"];
        self.table("camps-people-table", &heads, rows)
    }

    /// What somebody got in a slot, and which wish it was.
    fn outcome(&self, at: usize, member: &Member, told: &Told) -> Option<String> {
        let slot = self.camp.slots.get(at)?;
        let title = |workshop: usize| slot.workshops.get(workshop).map(|one| one.title.clone());
        if self.camp.seat(at, member).is_none() {
            return Some(self.text("camps-outcome-nothing"));
        }
        if let Some((workshop, _)) = told.later {
            return Some(t(self.lang, "camps-outcome-later", &[("workshop", title(workshop)?.into())]));
        }
        match *told.steps.last()? {
            Why::Got { workshop, rank } => {
                let args = [("workshop", title(workshop)?.into()), ("rank", rank.into())];
                Some(t(self.lang, "camps-outcome-got", &args))
            }
            Why::Rest { workshop } => {
                Some(t(self.lang, "camps-outcome-rest", &[("workshop", title(workshop)?.into())]))
            }
            Why::Nothing | Why::Full { .. } => Some(self.text("camps-outcome-nothing")),
        }
    }

    fn draw(&self) -> Vec<String> {
        let has = self.camp.slots.iter().any(|slot| !slot.workshops.is_empty());
        let seed = [("seed", self.camp.seed.as_str().into())];
        if !has {
            return Vec::new();
        }
        let mut lines = vec![t(self.lang, "camps-seed", &seed), self.text("camps-rule")];
        let later = later(self.camp, self.drawn);
        if !later.is_empty() {
            lines.push(self.text("camps-rule-later"));
        }
        lines.extend(later.iter().filter_map(|one| later_line(self.lang, self.camp, one)));
        lines
    }
}
