//! The body of a form and its chain of signers, edited by a district for all its schools, or by a school that has nobody
//! in a district above it (feat:F1). What does not lay out is never in force: the edition before stays.

use super::sampling::{self, Sample};
use super::typesetting::{NotLaidOut, Press};
use crate::formsets::{Whose, questions, whose};
use crate::orders::Unprintable;
use crate::{Context, Failed};
use documents::PrintError;
use documents::templates::{Shape, task};
use domain::formsets::Kind;
use domain::reports::{Edition, EditionRefused, Field, Form, Origin, Signer, Term, edition, in_force};
use domain::{Day, DistrictId, SchoolId};
use i18n::Lang;
use store::formsets::Place;
use store::{Tx, WriteTx};

/// A form as whoever keeps it finds it.
#[derive(Clone, Debug)]
pub struct Editing {
    /// Which form.
    pub kind: Kind,
    /// Of what its papers are made.
    pub shape: Shape,
    /// Whose editions these are.
    pub whose: Whose,
    /// The form in force today, with the fields that were added.
    pub form: Form,
    /// The edition in force today.
    pub now: Option<Edition>,
    /// All editions that are known here, in the order of their numbers.
    pub editions: Vec<Edition>,
    /// False for a school with a district above it.
    pub may_edit: bool,
}

impl Editing {
    /// The body of an edition, or that of the program.
    pub fn body<'a>(&self, edition: Option<&'a Edition>) -> &'a str {
        edition.and_then(|edition| edition.body.as_deref()).unwrap_or(self.shape.usual())
    }
}

/// Of what the papers of a form are made; nothing of one whose papers have no body.
const fn shape(kind: Kind) -> Option<Shape> {
    Some(match kind {
        Kind::Report(_) => Shape::Report,
        Kind::Observation | Kind::Control | Kind::Visit => Shape::Sheet,
        Kind::Work | Kind::Development => Shape::Plan,
        Kind::Closing => Shape::Closing,
        Kind::Order => Shape::Order,
        Kind::Certificate => Shape::Certificate,
        Kind::Log => return None,
    })
}

/// What is to come in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct New {
    /// Who signs, in order.
    pub chain: Vec<Signer>,
    /// The body.
    pub body: String,
    /// From which day.
    pub from: Day,
}

/// Why an edition does not come in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotEdited {
    /// The rule says no.
    Edition(EditionRefused),
    /// The district keeps the form.
    OfDistrict,
    /// The body cannot be laid out, in which language.
    Body(NotLaidOut),
}

/// The edition with which a document of a school begins on a day: its district's, or its own where that has none.
pub(crate) async fn edition_of(
    tx: &mut Tx,
    school: &SchoolId,
    district: &DistrictId,
    kind: Kind,
    day: Day,
) -> store::Result<Option<Edition>> {
    let above = store::reports::editions(tx, Place::District(district), kind).await?;
    if let Some(edition) = in_force(&above, day) {
        return Ok(Some(edition.clone()));
    }
    let own = store::reports::editions(tx, Place::School(school), kind).await?;
    Ok(in_force(&own, day).cloned())
}

/// The form that the actor keeps, with its editions.
pub async fn editing(
    tx: &mut Tx,
    context: &Context<'_>,
    kind: impl Into<Kind>,
) -> Result<Editing, Failed<NotEdited>> {
    let kind = kind.into();
    let shape = shape(kind).ok_or(Failed::NotFound)?;
    let whose = whose::<NotEdited>(context)?;
    let today = context.today;
    let mut editions = store::reports::editions(tx, whose.place(), kind).await?;
    let mut may_edit = true;
    if let Whose::School(id) = &whose {
        let school = store::schools::get(tx, id).await?.ok_or(Failed::NotFound)?;
        let above = store::reports::editions(tx, Place::District(&school.district), kind).await?;
        may_edit = store::people::officers(tx, &school.district, today).await?.is_empty();
        if in_force(&above, today).is_some() {
            (editions, may_edit) = (above, false);
        }
    }
    let now = in_force(&editions, today).cloned();
    let added = questions(tx, &whose, kind).await?;
    let form = match kind {
        Kind::Report(kind) => Form::usual(kind, Term::Year).with(added.fields).under(now.as_ref()),
        _ => Form::plain(added.under(now.as_ref()), kind.basis()),
    };
    Ok(Editing { kind, shape, whose, form, now, editions, may_edit })
}

/// Lays a sample out with a body, in a language; nothing is kept.
pub async fn preview(
    context: &Context<'_>,
    kind: impl Into<Kind>,
    body: &str,
    lang: Lang,
    press: Press<'_>,
) -> Result<Vec<u8>, Failed<NotEdited>> {
    let editing = editing(&mut *context.db.read().await?, context, kind).await?;
    try_out(context, (editing.kind, &editing.form), body, (Sample::Usual, lang), press).await
}

/// Lays a sample out with the body in force and one more field; nothing is kept.
pub(crate) async fn sample(
    context: &Context<'_>,
    kind: Kind,
    asked: &Field,
    lang: Lang,
    press: Press<'_>,
) -> Result<Vec<u8>, Failed<Unprintable>> {
    let broken = |_| Unprintable("the template in force was not laid out".to_owned());
    let found = editing(&mut *context.db.read().await?, context, kind).await;
    let mut editing = found.map_err(|why| why.map(broken))?;
    editing.form.fields.push(asked.clone());
    editing.form.version = editing.form.version.with(&editing.form.fields);
    let body = editing.body(editing.now.as_ref());
    let laid = try_out(context, (kind, &editing.form), body, (Sample::Usual, lang), press).await;
    laid.map_err(|why| why.map(broken))
}

async fn try_out(
    context: &Context<'_>,
    form: (Kind, &Form),
    body: &str,
    (sample, lang): (Sample, Lang),
    press: Press<'_>,
) -> Result<Vec<u8>, Failed<NotEdited>> {
    let task = tried(context, form, body, (sample, lang), press.address).ok_or(Failed::NotFound)?;
    let task = task.map_err(|_| {
        Failed::Refused(NotEdited::Body(NotLaidOut::Stopped(super::typesetting::Stopped::Broken)))
    })?;
    press.typesetter.lay_out(task).await.map_err(|why| Failed::Refused(NotEdited::Body(why)))
}

/// What the process is handed to lay a sample out; nothing of a form whose papers have no body.
fn tried(
    context: &Context<'_>,
    (kind, form): (Kind, &Form),
    body: &str,
    (sample, lang): (Sample, Lang),
    address: &str,
) -> Option<Result<Vec<u8>, PrintError>> {
    let (on, now) = ((lang, context.today), context.now);
    Some(match kind {
        Kind::Report(kind) => task(&sampling::report((kind, form), sample, on, address), body, lang, now),
        Kind::Observation | Kind::Control | Kind::Visit => {
            task(&sampling::sheet((kind, form), sample, on, address), body, lang, now)
        }
        Kind::Work | Kind::Development => {
            task(&sampling::plan((kind, form), sample, on, address), body, lang, now)
        }
        Kind::Closing => task(&sampling::letter(form, sample, on, address), body, lang, now),
        Kind::Order => task(&sampling::order(form, sample, on, address), body, lang, now),
        Kind::Certificate => task(&sampling::certificate(form, sample, on, address), body, lang, now),
        Kind::Log => return None,
    })
}

/// Puts a body and a chain in force from a day on. It is laid out first, in every language, with the most and with the least that
/// may come; what is wrong is said, and the edition before stays in force.
pub async fn put_in_force(
    context: &Context<'_>,
    kind: impl Into<Kind>,
    new: &New,
    press: Press<'_>,
) -> Result<(), Failed<NotEdited>> {
    let kind = kind.into();
    let editing = editing(&mut *context.db.read().await?, context, kind).await?;
    let wanted = decided(context, &editing, new)?;
    let form = editing.form.clone().edited(&wanted);
    if let Some(body) = &wanted.body {
        let usual = Lang::ALL.map(|lang| (Sample::Usual, lang));
        for sample in usual.into_iter().chain([(Sample::Worst, Lang::Kk), (Sample::Least, Lang::Kk)]) {
            try_out(context, (kind, &form), body, sample, press).await?;
        }
    }
    store::change!(context.db, tx => keep_in(&mut tx, context, kind, new))
}

fn decided(context: &Context<'_>, editing: &Editing, new: &New) -> Result<Edition, Failed<NotEdited>> {
    if !editing.may_edit {
        return Err(Failed::Refused(NotEdited::OfDistrict));
    }
    let wanted = Edition {
        id: context.id(),
        number: 0,
        from: new.from,
        chain: new.chain.clone(),
        body: (new.body.trim() != editing.shape.usual().trim()).then(|| new.body.clone()),
        by: context.actor.person.clone(),
        at: context.now,
    };
    let keeper = match editing.whose {
        Whose::District(_) => Origin::District,
        Whose::School(_) => Origin::School,
    };
    edition(wanted, (editing.kind, &editing.form), keeper, context.today)
        .map_err(|why| Failed::Refused(NotEdited::Edition(why)))
}

async fn keep_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    kind: Kind,
    new: &New,
) -> Result<(), Failed<NotEdited>> {
    let editing = editing(tx, context, kind).await?;
    let wanted = decided(context, &editing, new)?;
    let is_same =
        |one: &Edition| (one.from, &one.chain, &one.body) == (wanted.from, &wanted.chain, &wanted.body);
    if editing.editions.last().is_some_and(is_same) {
        // The form came twice.
        return Ok(());
    }
    store::reports::add_edition(tx, editing.whose.place(), kind, &wanted).await?;
    let school = context.actor.school.as_ref();
    Ok(context.audit_at(tx, school, "report-form-edited", kind.word(), "").await?)
}
