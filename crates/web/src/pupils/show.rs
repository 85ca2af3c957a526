//! The page of a pupil: to what was consented, what is missing, who looked.

use super::referrals::{Help, help};
use super::volunteers::{Panel, panel};
use super::{ConsentsPath, ListPath, PaperPath, ProofsPath, ReadersPath, ShowPath, WithdrawPath, shell};
use crate::commissions::{Names, names};
use crate::concerns::NewPath;
use crate::forms::{Fields, encode};
use crate::help::ConsentPath;
use crate::layout::Shell;
use crate::layout::parts::Choice;
use crate::peers::AskPath;
use crate::said::{Said, listed};
use crate::{Page, PageError, filters};
use actions::pupils::{Opened, opened};
use axum::http::StatusCode;
use axum::response::Response;
use domain::pupils::Pupil;
use domain::pupils::consents::{Consent, Missing, Part, Way, may_start};
use domain::{Day, PersonId, PupilId};

/// A part, and how it stands.
struct Row {
    title: String,
    /// What the texts say that are signed.
    about: String,
    /// Who signed and where it lies; empty where nobody did.
    signed: String,
    look: &'static str,
    icon: &'static str,
    state: String,
    /// The word of the part where it can be withdrawn, and what stops then.
    withdraw: Option<(&'static str, String)>,
}

/// The form that enters what a paper says.
struct Form {
    action: String,
    parts: Vec<Choice>,
    ways: Vec<Choice>,
}

#[derive(askama::Template)]
#[template(path = "pupils/show.html")]
struct Show {
    shell: Shell,
    today: Day,
    title: String,
    initials: String,
    name: String,
    class: String,
    rows: Option<Vec<Row>>,
    withdraw: String,
    form: Option<Form>,
    /// The pupil as a volunteer.
    volunteer: Option<Panel>,
    /// Help that is offered to the pupil.
    help: Help,
    /// Where a pair is looked for, for whoever makes pairs.
    pair: Option<String>,
    /// Who opened this page, for whoever answers for it.
    reads: Option<Vec<String>>,
    /// The same of all years.
    readers: String,
    back: String,
    /// Where a concern is raised.
    concern: String,
    /// The text that is signed.
    signed_text: String,
    /// The same as a paper, with the key of its language.
    papers: Vec<(String, &'static str)>,
    /// Scans and files of those that were signed.
    proofs: String,
    fields: Fields,
}

pub(super) async fn show(path: ShowPath, page: Page) -> Result<Response, PageError> {
    draw(&page, &path.id, Fields::default()).await
}

/// The page; with what was typed where it was not taken.
pub(super) async fn draw(page: &Page, id: &PupilId, fields: Fields) -> Result<Response, PageError> {
    let opened = opened(&page.context(), id).await?;
    let names = names(page, &mut *page.read().await?).await?;
    let Opened { pupil, teachers, consents, keeps_consents, volunteering, keeps_volunteer, referring, reads } =
        opened;
    let given = consents.as_deref().unwrap_or_default();
    let panel =
        |volunteering: &_| panel(page, &pupil, (volunteering, given), (&names, &fields), keeps_volunteer);
    let volunteer = volunteering.as_ref().map(panel);
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let name = pupil.name();
    page.show_with(
        status,
        &Show {
            shell: shell(page),
            today: page.today(),
            title: name.brief(),
            initials: name.initials(),
            name: name.full(),
            class: class(page, &pupil, &teachers, &names),
            rows: consents.as_ref().map(|consents| {
                Part::ALL.map(|part| row(page, &pupil, consents, part, keeps_consents)).into()
            }),
            withdraw: WithdrawPath { id: pupil.id.clone() }.to_string(),
            form: keeps_consents.then(|| form(page, &pupil, &fields)),
            volunteer,
            help: help(page, &pupil, &referring, given, &fields),
            // Whoever keeps volunteers makes pairs.
            pair: keeps_volunteer.then(|| AskPath { pupil: pupil.id.clone() }.to_string()),
            reads: reads.map(|reads| reads.iter().map(|read| looked(page, &names, read)).collect()),
            readers: ReadersPath { id: pupil.id.clone() }.to_string(),
            back: format!("{ListPath}?class={}", encode(&pupil.class_key)),
            concern: NewPath.to_string(),
            signed_text: ConsentPath.to_string(),
            papers: papers(&pupil.id),
            proofs: ProofsPath { id: pupil.id.clone() }.to_string(),
            fields,
        },
    )
}

/// The papers that are signed by pen.
fn papers(id: &PupilId) -> Vec<(String, &'static str)> {
    let paper = |lang: &str| PaperPath { id: id.clone(), lang: lang.to_owned() }.to_string();
    vec![(paper("kk"), "pupils-form-kk"), (paper("ru"), "pupils-form-ru")]
}

/// The class, and who looks after it.
fn class(page: &Page, pupil: &Pupil, teachers: &[PersonId], names: &Names) -> String {
    let teachers: Vec<String> = teachers.iter().filter_map(|one| names.get(one).cloned()).collect();
    let key = if teachers.is_empty() { "pupils-of-class-nobody" } else { "pupils-of-class" };
    Said::new(key)
        .with("class", pupil.class_key.as_str())
        .with("names", listed(page.lang(), &teachers))
        .words(page.lang())
}

pub(super) fn looked(page: &Page, names: &Names, (day, reader): &(Day, PersonId)) -> String {
    let name = names.get(reader).cloned().unwrap_or_default();
    format!("{}: {name}", i18n::day(page.lang(), *day))
}

pub(super) fn part_name(page: &Page, part: Part) -> String {
    page.text(&format!("pupils-part-{}", part.word()))
}

fn row(page: &Page, pupil: &Pupil, consents: &[Consent], part: Part, keeps: bool) -> Row {
    let standing = may_start(part, consents, pupil.born_on, page.today());
    let (look, icon) = match standing {
        Ok(()) => ("done", "check"),
        Err(_) => ("", "minus"),
    };
    let latest = consents.iter().rev().find(|one| one.part == part && one.holds_on(page.today()));
    Row {
        title: part_name(page, part),
        about: page.text(&format!("pupils-text-{}", part.word())),
        signed: latest.map(|one| signed(page, one)).unwrap_or_default(),
        look,
        icon,
        state: state(page, part, standing),
        withdraw: latest.filter(|_| keeps).map(|_| (part.word(), stops(page, consents, part))),
    }
}

/// How a part stands in words.
fn state(page: &Page, part: Part, standing: Result<(), Missing>) -> String {
    let (key, of) = match standing {
        Ok(()) => return page.text("pupils-state-ready"),
        Err(Missing::Representative(of)) => ("pupils-state-representative", of),
        Err(Missing::Child(of)) => ("pupils-state-child", of),
    };
    if of == part {
        return page.text(key);
    }
    i18n::t(page.lang(), "pupils-state-first", &[("part", part_name(page, of).into())])
}

pub(super) fn signed(page: &Page, consent: &Consent) -> String {
    let lang = page.lang();
    let key = if consent.representative.is_empty() { "pupils-signed-alone" } else { "pupils-signed" };
    Said::new(key)
        .with("name", consent.representative.as_str())
        .with("way", page.text(&format!("pupils-way-{}", consent.way.word())))
        .with("place", consent.place.as_str())
        .with("day", i18n::day(lang, consent.given_on))
        .with("until", i18n::day(lang, consent.last_day))
        .with("text", consent.text_version.as_str())
        .words(lang)
}

/// What stops where a part is withdrawn: of what was agreed to, and nothing that nobody has given.
fn stops(page: &Page, consents: &[Consent], part: Part) -> String {
    let given = |of: &Part| consents.iter().any(|one| one.part == *of && one.holds_on(page.today()));
    let parts: Vec<String> = part.stops().filter(given).map(|one| part_name(page, one)).collect();
    i18n::t(page.lang(), "pupils-withdraw-stops", &[("parts", parts.join(", ").into())])
}

fn form(page: &Page, pupil: &Pupil, fields: &Fields) -> Form {
    let chosen = fields.values("part");
    let part = |part: Part| Choice {
        chosen: chosen.contains(&part.word()),
        ..Choice::new(part.word(), part_name(page, part))
    };
    let way = |way: Way| {
        let label = page.text(&format!("pupils-way-{}", way.word()));
        Choice::new(way.word(), label).chosen_if(fields.value("way"))
    };
    Form {
        action: ConsentsPath { id: pupil.id.clone() }.to_string(),
        parts: Part::ALL.map(part).into(),
        ways: Way::ALL.into_iter().filter(|way| way.is_connected()).map(way).collect(),
    }
}
