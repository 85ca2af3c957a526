//! OneRoster 1.1 and 1.2 and School Data Sync 2: users with their roles, schools and classes.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::super::Kind;
use super::super::columns::Field;
use super::super::problems::{Problem, ProblemKind};
use super::super::refused::Refused;
use super::super::table::Row;
use super::super::text::squeeze;
use super::{Dangling, Joined, Mark, Part, Parts, Told, class_of, gone, ids, is_gone, listed};

const USER: &[&str] = &["usersourcedid"];
const CLASS: &[&str] = &["classsourcedid"];
const ID: &[&str] = &["sourcedid"];
const ORGS: &[&str] = &["orgsourcedids", "orgsourcedid", "primaryorgsourcedid"];
const GRADES: &[&str] = &["grades", "grade"];
const ROLE: &[&str] = &["role", "roles"];

/// Roles of those who work at the school. None of them gives a right of ours to anybody.
const STAFF: [&str; 18] = [
    "teacher",
    "aide",
    "administrator",
    "principal",
    "viceprincipal",
    "counselor",
    "counsellor",
    "proctor",
    "siteadministrator",
    "systemadministrator",
    "districtadministrator",
    "staff",
    "faculty",
    "educator",
    "adjunct",
    "assistantteacher",
    "substituteteacher",
    "supportstaff",
];
/// Roles of those who are in neither list.
const OTHERS: [&str; 5] = ["parent", "guardian", "relative", "contact", "familymember"];

/// A role of a person.
struct Role {
    word: String,
    grade: String,
    is_gone: bool,
}

/// What is known of a class.
struct Class {
    title: String,
    is_home: bool,
    subjects: Vec<String>,
}

/// Everything that is asked of a set, by id.
struct Known {
    /// Roles and organisations by user.
    roles: HashMap<String, Vec<Role>>,
    orgs_of_roles: HashMap<String, BTreeSet<String>>,
    orgs: Orgs,
    classes: HashMap<String, Class>,
    /// Classes by user.
    enrolled: HashMap<String, Vec<String>>,
    born: HashMap<String, String>,
}

pub(super) fn join(parts: &Parts, kind: Kind) -> Result<Joined<'_>, Refused> {
    let users = parts.required("users", "users.csv")?;
    users.require(ID, "sourcedId")?;
    if parts.part("roles").is_none() {
        users.require(ROLE, "role")?;
    }
    let mut dangling = Dangling::new();
    let known = Known::of(parts, users, &mut dangling)?;
    let columns = columns(parts, kind);
    let told = users.rows.iter().map(|row| known.told(users, row, kind, &columns)).collect();
    let (only_changes, mut beyond) = manifest(parts);
    beyond.append(&mut dangling.found);
    let schools = known.orgs.names;
    Ok(Joined { people: users, told, columns, schools, only_changes, beyond })
}

/// The columns that are joined to users, as a message names them.
fn columns(parts: &Parts, kind: Kind) -> Vec<(String, Option<Field>)> {
    let mut columns = Vec::new();
    if let Some(roles) = parts.part("roles") {
        // The word of a role is no position; a person may say that it is.
        columns.push((format!("{}: role", roles.name), None));
    }
    match kind {
        Kind::Staff if parts.part("classes").is_some() => {
            columns.push(("classes.csv: subjects".to_owned(), Some(Field::Subject)));
        }
        Kind::Pupils => {
            columns.push(("classes.csv: title, users.csv: grades".to_owned(), Some(Field::Class)));
            if parts.part("demographics").is_some() {
                columns.push(("demographics.csv: birthDate".to_owned(), Some(Field::BirthDate)));
            }
        }
        Kind::Staff | Kind::Timetable => {}
    }
    columns
}

/// Whether the set names only changes, and files that it promises and has not.
fn manifest(parts: &Parts) -> (bool, Vec<Problem>) {
    let Some(manifest) = parts.part("manifest") else { return (false, Vec::new()) };
    let mut only_changes = false;
    let mut problems = Vec::new();
    for row in &manifest.rows {
        let (name, value) = (manifest.get(row, &["propertyname"]), manifest.get(row, &["value"]));
        let (lower, word) = (name.to_lowercase(), squeeze(&value));
        let Some(file) = lower.strip_prefix("file.") else { continue };
        let mut complain = |kind| {
            problems.push(Problem {
                sheet: Some(manifest.name.clone()),
                line: row.line,
                column: manifest.header_of(&["value"]),
                value: format!("{name}: {value}"),
                kind,
            });
        };
        let is_asked = matches!(file, "users" | "roles" | "orgs" | "classes" | "enrollments");
        if matches!(word.as_str(), "bulk" | "delta") && is_asked && parts.part(file).is_none() {
            complain(ProblemKind::FileNotInSet { file: format!("{file}.csv") });
        } else if word == "delta" && file == "users" {
            only_changes = true;
            complain(ProblemKind::OnlyChanges);
        }
    }
    (only_changes, problems)
}

impl Known {
    fn of(parts: &Parts, users: &Part, dangling: &mut Dangling) -> Result<Self, Refused> {
        let people: HashSet<String> = users.rows.iter().map(|row| users.get(row, ID)).collect();
        let (roles, orgs_of_roles) = roles(parts, &people, dangling)?;
        let classes = classes(parts)?;
        Ok(Self {
            roles,
            orgs_of_roles,
            orgs: Orgs::of(parts, dangling)?,
            enrolled: enrolled(parts, &people, &classes, dangling)?,
            classes: classes.live,
            born: born(parts),
        })
    }

    fn told(&self, users: &Part, row: &Row, kind: Kind, columns: &[(String, Option<Field>)]) -> Told {
        let id = users.get(row, ID);
        let own = || {
            let word = users.get(row, ROLE);
            let words: Vec<String> = ids(&word).collect();
            words.into_iter().map(|word| Role { word, grade: String::new(), is_gone: false }).collect()
        };
        let own: Vec<Role> = if users.has(ROLE) { own() } else { Vec::new() };
        let roles = self.roles.get(&id).unwrap_or(&own);
        let mut marks: Vec<Mark> = gone(users, row).into_iter().collect();
        let is_of = |role: &&Role| belongs(kind, &squeeze(&role.word));
        let mut mine = roles.iter().filter(is_of).peekable();
        let is_unknown = |role: &Role| !is_known(&squeeze(&role.word));
        let unknown = roles.iter().find(|role| is_unknown(role));
        let is_strange = mine.peek().is_none() && (roles.is_empty() || unknown.is_some());
        if is_strange && marks.is_empty() {
            let value = unknown.map(|role| role.word.clone()).unwrap_or_default();
            marks.push(Mark { column: Some("role".to_owned()), value, kind: ProblemKind::UnknownRole });
        } else if mine.peek().is_some() && mine.clone().all(|role| role.is_gone) && marks.is_empty() {
            let column = Some("roles.csv: status".to_owned());
            marks.push(Mark { column, value: String::new(), kind: ProblemKind::GoneAtSource });
        }
        let mut schools: BTreeSet<String> = ids(&users.get(row, ORGS)).collect();
        schools.extend(self.orgs_of_roles.get(&id).into_iter().flatten().cloned());
        for org in schools.iter().filter(|org| self.orgs.is_missing(org)) {
            let (column, kind) =
                (users.header_of(ORGS), ProblemKind::NotInSet { file: "orgs.csv".to_owned() });
            marks.push(Mark { column, value: org.clone(), kind });
        }
        Told {
            belongs: mine.peek().is_some() || is_strange,
            schools: schools.iter().map(|org| self.orgs.school(org)).collect(),
            joined: columns.iter().map(|column| self.cell(users, row, &id, roles, column)).collect(),
            marks,
        }
    }

    fn classes_of(&self, user: &str) -> Vec<&Class> {
        let mine = self.enrolled.get(user).map(Vec::as_slice).unwrap_or_default();
        mine.iter().filter_map(|class| self.classes.get(class)).collect()
    }

    fn cell(
        &self,
        users: &Part,
        row: &Row,
        id: &str,
        roles: &[Role],
        (_, field): &(String, Option<Field>),
    ) -> String {
        let classes = self.classes_of(id);
        match field {
            Some(Field::Subject) => listed(classes.iter().flat_map(|class| class.subjects.iter().cloned())),
            Some(Field::Class) => {
                let titles: Vec<(String, bool)> =
                    classes.iter().map(|class| (class.title.clone(), class.is_home)).collect();
                let own = users.get(row, GRADES);
                let of_role = || roles.iter().map(|role| &role.grade).find(|grade| !grade.is_empty());
                let grade = if own.is_empty() { of_role().cloned().unwrap_or_default() } else { own };
                class_of(&titles, &grade)
            }
            Some(Field::BirthDate) => self.born.get(id).cloned().unwrap_or_default(),
            _ => listed(roles.iter().filter(|role| !role.is_gone).map(|role| role.word.clone())),
        }
    }
}

fn belongs(kind: Kind, role: &str) -> bool {
    match kind {
        Kind::Staff => STAFF.contains(&role),
        Kind::Pupils => role == "student",
        Kind::Timetable => false,
    }
}

fn is_known(role: &str) -> bool {
    role == "student" || STAFF.contains(&role) || OTHERS.contains(&role)
}

type Roles = (HashMap<String, Vec<Role>>, HashMap<String, BTreeSet<String>>);

fn roles(parts: &Parts, people: &HashSet<String>, dangling: &mut Dangling) -> Result<Roles, Refused> {
    let mut roles: HashMap<String, Vec<Role>> = HashMap::new();
    let mut orgs: HashMap<String, BTreeSet<String>> = HashMap::new();
    let Some(part) = parts.part("roles") else { return Ok((roles, orgs)) };
    part.require(USER, "userSourcedId")?;
    part.require(&["role"], "role")?;
    for row in &part.rows {
        let user = part.get(row, USER);
        if !people.contains(&user) {
            dangling.note(part, row, USER, &user, "users.csv");
            continue;
        }
        let is_gone = is_gone(&part.get(row, &["status"]));
        if !is_gone {
            orgs.entry(user.clone()).or_default().extend(ids(&part.get(row, ORGS)));
        }
        let role = Role { word: part.get(row, &["role"]), grade: part.get(row, GRADES), is_gone };
        roles.entry(user).or_default().push(role);
    }
    Ok((roles, orgs))
}

/// Classes that run, and the ids of all.
struct Classes {
    live: HashMap<String, Class>,
    all: HashSet<String>,
}

fn classes(parts: &Parts) -> Result<Classes, Refused> {
    let mut classes = Classes { live: HashMap::new(), all: HashSet::new() };
    let Some(part) = parts.part("classes") else { return Ok(classes) };
    part.require(ID, "sourcedId")?;
    let of_courses = parts.part("courses").map(subjects_of_courses).unwrap_or_default();
    for row in &part.rows {
        let id = part.get(row, ID);
        classes.all.insert(id.clone());
        if is_gone(&part.get(row, &["status"])) {
            continue;
        }
        let mut subjects: Vec<String> = ids(&part.get(row, &["subjects", "subject"])).collect();
        if subjects.is_empty() {
            subjects = of_courses.get(&part.get(row, &["coursesourcedid"])).cloned().unwrap_or_default();
        }
        let is_home = squeeze(&part.get(row, &["classtype"])) == "homeroom";
        classes.live.insert(id, Class { title: part.get(row, &["title"]), is_home, subjects });
    }
    Ok(classes)
}

fn subjects_of_courses(part: &Part) -> HashMap<String, Vec<String>> {
    let subjects = |row: &Row| ids(&part.get(row, &["subjects", "subject"])).collect();
    part.rows.iter().map(|row| (part.get(row, ID), subjects(row))).collect()
}

fn enrolled(
    parts: &Parts,
    people: &HashSet<String>,
    classes: &Classes,
    dangling: &mut Dangling,
) -> Result<HashMap<String, Vec<String>>, Refused> {
    let mut enrolled: HashMap<String, Vec<String>> = HashMap::new();
    let Some(part) = parts.part("enrollments") else { return Ok(enrolled) };
    part.require(USER, "userSourcedId")?;
    part.require(CLASS, "classSourcedId")?;
    for row in &part.rows {
        let (user, class) = (part.get(row, USER), part.get(row, CLASS));
        if !people.contains(&user) {
            dangling.note(part, row, USER, &user, "users.csv");
        } else if !classes.all.contains(&class) {
            dangling.note(part, row, CLASS, &class, "classes.csv");
        } else if !is_gone(&part.get(row, &["status"])) {
            enrolled.entry(user).or_default().push(class);
        }
    }
    Ok(enrolled)
}

/// Days of birth by user, where the set has them.
fn born(parts: &Parts) -> HashMap<String, String> {
    let Some(part) = parts.part("demographics") else { return HashMap::new() };
    part.rows.iter().map(|row| (part.get(row, ID), part.get(row, &["birthdate"]))).collect()
}

/// Organisations: a department or a campus belongs to the school above it.
struct Orgs {
    /// The set says what organisations there are.
    is_told: bool,
    names: BTreeMap<String, String>,
    parents: HashMap<String, String>,
    schools: HashSet<String>,
}

impl Orgs {
    fn of(parts: &Parts, dangling: &mut Dangling) -> Result<Self, Refused> {
        let (names, parents, schools) = (BTreeMap::new(), HashMap::new(), HashSet::new());
        let mut orgs = Self { is_told: false, names, parents, schools };
        let Some(part) = parts.part("orgs") else { return Ok(orgs) };
        part.require(ID, "sourcedId")?;
        orgs.is_told = true;
        for row in &part.rows {
            let id = part.get(row, ID);
            if squeeze(&part.get(row, &["type"])) == "school" {
                orgs.schools.insert(id.clone());
            }
            let parent = part.get(row, &["parentsourcedid"]);
            if !parent.is_empty() {
                orgs.parents.insert(id.clone(), parent);
            }
            orgs.names.insert(id, part.get(row, &["name"]));
        }
        for row in &part.rows {
            let parent = part.get(row, &["parentsourcedid"]);
            if !parent.is_empty() && orgs.is_missing(&parent) {
                dangling.note(part, row, &["parentsourcedid"], &parent, &part.name);
            }
        }
        Ok(orgs)
    }

    fn is_missing(&self, id: &str) -> bool {
        self.is_told && !self.names.contains_key(id)
    }

    /// The school of an organisation, or itself where none stands above it. Files may run in circles.
    fn school(&self, id: &str) -> String {
        const DEEPEST: usize = 16;
        let mut at = id;
        for _ in 0..DEEPEST {
            if self.schools.contains(at) {
                return at.to_owned();
            }
            match self.parents.get(at) {
                Some(parent) => at = parent,
                None => break,
            }
        }
        id.to_owned()
    }
}
