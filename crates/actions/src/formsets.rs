//! The set of forms of a school and of a district: what stands in the program, what was added, and what one more question
//! would change (feat:F1). A district adds for all its schools, a school for itself; nobody takes a question away or words it
//! anew, and a document keeps those that it was begun with.

use crate::orders::Unprintable;
use crate::reports::{Press, edition_of};
use crate::{Context, Failed};
use domain::formsets::{
    Added, Answers, Asked, Field, FieldRefused, Kind, Label, Origin, Question, Version, question,
};
use domain::permissions::{Action, may};
use domain::reports::{Edition, in_force};
use domain::{Day, DistrictId, Instant, SchoolId};
use i18n::Lang;
use store::formsets::Place;
use store::{Tx, WriteTx};

/// Whose set of forms somebody keeps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whose {
    /// A district's, for all its schools.
    District(DistrictId),
    /// A school's own.
    School(SchoolId),
}

impl Whose {
    pub(crate) const fn place(&self) -> Place<'_> {
        match self {
            Self::District(id) => Place::District(id),
            Self::School(id) => Place::School(id),
        }
    }

    const fn origin(&self) -> Origin {
        match self {
            Self::District(_) => Origin::District,
            Self::School(_) => Origin::School,
        }
    }
}

/// Whose set of forms the actor keeps.
pub fn whose<R>(context: &Context<'_>) -> Result<Whose, Failed<R>> {
    let actor = context.actor;
    match (&actor.school, &actor.district) {
        (Some(school), _) => {
            may(actor, &Action::ManageForms(school))?;
            Ok(Whose::School(school.clone()))
        }
        (None, Some(district)) => {
            may(actor, &Action::ManageDistrictForms(district))?;
            Ok(Whose::District(district.clone()))
        }
        (None, None) => Err(Failed::NotFound),
    }
}

/// What was added to a form, and when: the district's questions first, whoever asks.
async fn dated(tx: &mut Tx, whose: &Whose, kind: Kind) -> store::Result<Vec<(Field, Instant)>> {
    let mut added = Vec::new();
    if let Whose::School(school) = whose
        && let Some(found) = store::schools::get(tx, school).await?
    {
        added = store::formsets::fields(tx, Place::District(&found.district), kind).await?;
    }
    added.extend(store::formsets::fields(tx, whose.place(), kind).await?);
    Ok(added)
}

/// The questions with which a document of a form is begun today.
pub async fn questions(tx: &mut Tx, whose: &Whose, kind: Kind) -> store::Result<Added> {
    let added = dated(tx, whose, kind).await?;
    Ok(Added::new(added.into_iter().map(|(field, _)| field).collect()))
}

/// The same for a school.
pub(crate) async fn of_school(tx: &mut Tx, school: &SchoolId, kind: Kind) -> store::Result<Added> {
    questions(tx, &Whose::School(school.clone()), kind).await
}

/// A form as whoever keeps the set finds it.
#[derive(Clone, Debug)]
pub struct Standing {
    /// Which form.
    pub kind: Kind,
    /// What was added to it.
    pub added: Added,
    /// Its version; of a report with the edition of its template.
    pub version: Version,
    /// Since when it stands as it stands; none where it is as it comes with the program.
    pub since: Option<Instant>,
    /// The day from which the template of a report is in force, where it was edited.
    pub template: Option<Day>,
}

/// A form as the actor keeps it.
pub async fn standing(
    tx: &mut Tx,
    context: &Context<'_>,
    kind: Kind,
) -> Result<Standing, Failed<FieldRefused>> {
    let whose = whose::<FieldRefused>(context)?;
    let dated = dated(tx, &whose, kind).await?;
    let since = dated.iter().map(|(_, at)| *at).max();
    let added = Added::new(dated.into_iter().map(|(field, _)| field).collect());
    let mut standing = Standing { kind, version: added.version, added, since, template: None };
    if let Some(edition) = edition_in_force(tx, &whose, kind, context.today).await? {
        standing.version.edition = edition.number;
        standing.template = Some(edition.from);
    }
    Ok(standing)
}

/// The edition of a form in force on a day, where its body was edited.
async fn edition_in_force(
    tx: &mut Tx,
    whose: &Whose,
    kind: Kind,
    day: Day,
) -> store::Result<Option<Edition>> {
    match whose {
        _ if !kind.is_shaped() => Ok(None),
        Whose::District(_) => {
            let editions = store::reports::editions(tx, whose.place(), kind).await?;
            Ok(in_force(&editions, day).cloned())
        }
        Whose::School(school) => match store::schools::get(tx, school).await? {
            Some(found) => edition_of(tx, school, &found.district, kind, day).await,
            None => Ok(None),
        },
    }
}

/// With what a document of a school is begun on a day: the questions, and the body of its paper.
pub(crate) async fn begun(tx: &mut Tx, school: &SchoolId, kind: Kind, day: Day) -> store::Result<Added> {
    let whose = Whose::School(school.clone());
    let added = questions(tx, &whose, kind).await?;
    Ok(added.under(edition_in_force(tx, &whose, kind, day).await?.as_ref()))
}

/// Whom one more question reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// A school in which so many documents of the form stand, which keep it as it was.
    School {
        /// Documents.
        made: u32,
    },
    /// Every school of a district.
    District {
        /// Schools.
        schools: u32,
    },
}

/// What one more question would change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effect {
    /// The question.
    pub field: Field,
    /// The version of the form now.
    pub before: Version,
    /// The version that documents begun later have.
    pub after: Version,
    /// Whom it reaches.
    pub reach: Reach,
}

/// Whose set one more question of a form is added to; `NotFound` of a form that asks nothing.
fn asker(context: &Context<'_>, kind: Kind) -> Result<Whose, Failed<FieldRefused>> {
    let whose = whose::<FieldRefused>(context)?;
    if kind.asks() { Ok(whose) } else { Err(Failed::NotFound) }
}

/// What one more question would change; nothing is kept.
pub async fn effect(
    tx: &mut Tx,
    context: &Context<'_>,
    kind: Kind,
    asked: &Question,
) -> Result<Effect, Failed<FieldRefused>> {
    let whose = asker(context, kind)?;
    let standing = standing(tx, context, kind).await?;
    let known = own(&standing.added, whose.origin());
    let field = question(asked, whose.origin(), &known).map_err(Failed::Refused)?;
    let mut fields = standing.added.fields;
    fields.push(field.clone());
    let reach = match &whose {
        Whose::School(school) => Reach::School { made: store::formsets::made(tx, school, kind).await? },
        Whose::District(district) => {
            let counts = store::schools::counts_of_district(tx, district, context.today).await?;
            Reach::District { schools: counts.schools }
        }
    };
    Ok(Effect { field, before: standing.version, after: standing.version.with(&fields), reach })
}

fn own(added: &Added, origin: Origin) -> Vec<Field> {
    added.fields.iter().filter(|field| field.origin == origin).cloned().collect()
}

/// Adds a question to a form: the coordinator for the school, the district's officer for all schools of the district.
/// The same question a second time is the first one: the form came twice.
pub async fn add(context: &Context<'_>, kind: Kind, asked: &Question) -> Result<(), Failed<FieldRefused>> {
    store::change!(context.db, tx => add_in(&mut tx, context, kind, asked))
}

async fn add_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    kind: Kind,
    asked: &Question,
) -> Result<(), Failed<FieldRefused>> {
    let whose = asker(context, kind)?;
    let known = own(&questions(tx, &whose, kind).await?, whose.origin());
    let new = question(asked, whose.origin(), &known).map_err(Failed::Refused)?;
    if known.iter().any(|one| one.label == new.label) {
        return Ok(());
    }
    let (id, who): (String, _) = (context.id(), (&context.actor.person, context.now));
    store::formsets::add(tx, whose.place(), kind, &new, who, &id).await?;
    let school = context.actor.school.as_ref();
    Ok(context.audit_at(tx, school, "report-field-added", kind.word(), "").await?)
}

/// Lays a sample of a form out with one more question; `NotFound` of a form whose paper shows no answers.
pub async fn sample(
    context: &Context<'_>,
    kind: Kind,
    asked: &Field,
    lang: Lang,
    press: Press<'_>,
) -> Result<Vec<u8>, Failed<Unprintable>> {
    if !kind.shows_answers() {
        return Err(Failed::NotFound);
    }
    crate::reports::sample(context, kind, asked, lang, press).await
}

/// A label in a language.
pub const fn label(lang: Lang, label: &Label) -> &String {
    match lang {
        Lang::Kk => &label.kk,
        Lang::Ru => &label.ru,
        Lang::En => &label.en,
    }
}

/// An answer as it is read in a language: a choice by its words, a day as people write it.
pub fn answered(lang: Lang, field: &Field, answer: &str) -> String {
    let as_typed = || answer.to_owned();
    match field.asked {
        Asked::Choice => field.option(answer).map_or_else(as_typed, |option| label(lang, option).clone()),
        Asked::Day => answer.parse::<Day>().map_or_else(|_| as_typed(), |day| i18n::day(lang, day)),
        Asked::Line | Asked::Text | Asked::Number => as_typed(),
    }
}

/// The questions that were answered, with their answers, in the order of the form.
pub fn said(lang: Lang, added: &Added, answers: &Answers) -> Vec<(String, String)> {
    let line = |field: &Field| {
        let answer = answers.get(&field.key)?;
        Some((label(lang, &field.label).clone(), answered(lang, field, answer)))
    };
    added.fields.iter().filter_map(line).collect()
}
