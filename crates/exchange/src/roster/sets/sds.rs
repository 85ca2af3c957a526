//! School Data Sync 1: a file of teachers, a file of pupils, and sections that join them.

use std::collections::{BTreeMap, HashMap};

use super::super::Kind;
use super::super::columns::Field;
use super::super::refused::Refused;
use super::super::table::Row;
use super::{Dangling, Joined, Parts, Told, class_of, gone, ids, is_gone, listed};

const ID: &[&str] = &["sisid"];
const SCHOOL: &[&str] = &["schoolsisid"];
const SECTION: &[&str] = &["sectionsisid"];

/// Name and subject of a section; none for one that is over.
type Sections = HashMap<String, Option<(String, String)>>;

pub(super) fn join(parts: &Parts, kind: Kind) -> Result<Joined<'_>, Refused> {
    let (people, links, column) = match kind {
        Kind::Staff => (
            parts.required("teacher", "Teacher.csv")?,
            parts.part("teacherroster"),
            ("Section.csv: Course Subject", Field::Subject),
        ),
        Kind::Pupils | Kind::Timetable => (
            parts.required("student", "Student.csv")?,
            parts.part("studentenrollment"),
            ("Section.csv: Section Name, Student.csv: Grade", Field::Class),
        ),
    };
    people.require(ID, "SIS ID")?;
    let sections = sections(parts)?;
    let mut of_person: HashMap<String, Vec<(String, String)>> = HashMap::new();
    let mut dangling = Dangling::new();
    if let Some(links) = links {
        links.require(ID, "SIS ID")?;
        links.require(SECTION, "Section SIS ID")?;
        for row in &links.rows {
            let id = links.get(row, SECTION);
            match sections.get(&id) {
                Some(section) => of_person.entry(links.get(row, ID)).or_default().extend(section.clone()),
                None => dangling.note(links, row, SECTION, &id, "Section.csv"),
            }
        }
    }
    let told = |row: &Row| {
        let mine = of_person.get(&people.get(row, ID)).map(Vec::as_slice).unwrap_or_default();
        let cell = match column.1 {
            Field::Class => {
                let titles: Vec<(String, bool)> =
                    mine.iter().map(|(name, _)| (name.clone(), false)).collect();
                class_of(&titles, &people.get(row, &["grade"]))
            }
            _ => listed(mine.iter().map(|(_, subject)| subject.clone())),
        };
        Told {
            belongs: true,
            schools: ids(&people.get(row, SCHOOL)).collect(),
            joined: vec![cell],
            marks: gone(people, row).into_iter().collect(),
        }
    };
    Ok(Joined {
        people,
        told: people.rows.iter().map(told).collect(),
        columns: vec![(column.0.to_owned(), Some(column.1.clone()))],
        schools: schools(parts),
        only_changes: false,
        beyond: dangling.found,
    })
}

fn sections(parts: &Parts) -> Result<Sections, Refused> {
    let Some(part) = parts.part("section") else { return Ok(Sections::new()) };
    part.require(ID, "SIS ID")?;
    let said = |row: &Row| {
        let is_over = is_gone(&part.get(row, &["status"]));
        (!is_over).then(|| (part.get(row, &["sectionname"]), part.get(row, &["coursesubject"])))
    };
    Ok(part.rows.iter().map(|row| (part.get(row, ID), said(row))).collect())
}

fn schools(parts: &Parts) -> BTreeMap<String, String> {
    let Some(part) = parts.part("school") else { return BTreeMap::new() };
    part.rows.iter().map(|row| (part.get(row, ID), part.get(row, &["name"]))).collect()
}
