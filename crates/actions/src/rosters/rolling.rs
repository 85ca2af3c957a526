//! A new school year: every class one grade up, the last grade graduates. The system writes the list itself and brings
//! it like any other, so that it is shown first, confirmed by a person, braked and taken back by the same code.

use super::exporting::{Form, here, list_of_pupils};
use super::{PrepareRefused, Upload, bring};
use crate::{Context, Failed};
use domain::pupils::{Next, Pupil, next_year};
use domain::rosters::{Choices, Kind};
use domain::{ImportId, SchoolId};
use exchange::roster::Options;

/// Line of the first pupil: the headings stand in line 1.
const FIRST_LINE: u32 = 2;

/// Prepares the pupils' list of the next school year as a draft, under a name in the reader's language. New first
/// classes come with the school's own list.
pub async fn roll_over(
    context: &Context<'_>,
    school: &SchoolId,
    lang: &str,
    name: &str,
) -> Result<ImportId, Failed<PrepareRefused>> {
    let moved: Vec<Pupil> = here(context, school).await?.into_iter().filter_map(moved).collect();
    let list = list_of_pupils(context, &moved, lang, name, Form::Csv)
        .map_err(|failed| failed.map(|never| match never {}))?;
    let known = (FIRST_LINE..).zip(&moved).map(|(line, pupil)| (line, pupil.id.to_string())).collect();
    let choices = Choices { known, full_list: true, ..Choices::default() };
    let upload = Upload { school, kind: Kind::Pupils, name: &format!("{name}.csv"), bytes: &list.bytes };
    bring(context, &upload, vec![Options::default()], choices).await
}

/// The pupil a year later; nobody of whoever graduates.
fn moved(pupil: Pupil) -> Option<Pupil> {
    match next_year(&pupil.class) {
        Next::Class(class) => Some(Pupil { class, ..pupil }),
        Next::Stays => Some(pupil),
        Next::Graduates => None,
    }
}
