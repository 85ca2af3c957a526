//! Organisations of the school's own, to which volunteers may belong beside those that acts and press name: the coordinator
//! adds them, changes them and takes them off the list.

mod list;
mod show;

use crate::forms::Fields;
use crate::layout::parts::Choice;
use crate::said::Said;
use crate::{Access, Page, PageError, Routes};
use actions::organisations::Standing;
use axum_extra::routing::TypedPath;
use domain::OrganisationId;
use domain::organisations::{GRADES, KeepRefused, MOST_NAME, MOST_OWN, Told};
use domain::people::Role;
use serde::Deserialize;

/// Those that stand on the list; one is added.
#[derive(TypedPath)]
#[typed_path("/organisations")]
pub(crate) struct ListPath;

/// One of them, to be changed.
#[derive(TypedPath, Deserialize)]
#[typed_path("/organisations/{id}", rejection(PageError))]
pub(crate) struct ShowPath {
    pub(crate) id: OrganisationId,
}

/// It is taken off the list.
#[derive(TypedPath, Deserialize)]
#[typed_path("/organisations/{id}/remove", rejection(PageError))]
pub(crate) struct RemovePath {
    pub(crate) id: OrganisationId,
}

/// Who keeps them.
const KEEPS: Access = Access::OneOf(&[Role::Coordinator]);

/// Routes of organisations.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(KEEPS, list::list)
        .post(KEEPS, list::add)
        .get(KEEPS, show::show)
        .post(KEEPS, show::change)
        .post(KEEPS, show::remove)
}

/// The form of what is said of one.
struct Form {
    action: String,
    first: Vec<Choice>,
    last: Vec<Choice>,
    /// The key of its button.
    act: &'static str,
}

impl Form {
    fn new(action: String, act: &'static str, fields: &Fields) -> Self {
        let choices = |field: &str| -> Vec<Choice> {
            let (first, last) = GRADES;
            let choice =
                |grade: u8| Choice::new(grade.to_string(), grade.to_string()).chosen_if(fields.value(field));
            (first..=last).map(choice).collect()
        };
        Self { action, first: choices("from_grade"), last: choices("to_grade"), act }
    }
}

/// The form as it stands before anybody types.
fn beginning(page: &Page, told: &Told) -> Fields {
    let (first, last) = told.grades;
    let values =
        [("name", told.name.clone()), ("from_grade", first.to_string()), ("to_grade", last.to_string())];
    Fields::beginning(page.lang(), &values)
}

/// What a form says of one; nothing where a field is not right.
fn told(fields: &mut Fields) -> Option<Told> {
    let name = fields.text("name", MOST_NAME);
    let first = fields.choice("from_grade", |sent| sent.parse::<u8>().ok());
    let last = fields.choice("to_grade", |sent| sent.parse::<u8>().ok());
    let grades = first.zip(last)?;
    fields.is_right().then_some(Told { name, grades })
}

/// Says in a form why it was not taken.
fn refuse(fields: &mut Fields, why: KeepRefused) {
    let (field, key) = match why {
        KeepRefused::Grades => ("to_grade", "organisations-refused-grades"),
        KeepRefused::Alike => ("name", "organisations-refused-alike"),
        KeepRefused::TooMany => ("name", "organisations-refused-many"),
    };
    fields.refuse(field, key, &[("most", MOST_OWN.into())]);
}

/// Its grades, and how many belong to it.
fn said(page: &Page, one: &Standing) -> String {
    let (first, last) = one.own.told.grades;
    Said::new("organisations-said")
        .with("first", u32::from(first))
        .with("last", u32::from(last))
        .with("count", one.members)
        .words(page.lang())
}
