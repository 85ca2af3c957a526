//! The regulation with its road map on paper, in Kazakh and in Russian, with a place for the head's signature.

use super::{Said, chapters, opened, road};
use crate::lists::school_of;
use crate::orders::{Unprintable, laid_out};
use crate::people::head_of;
use crate::{Context, Failed};
use documents::regulations as printed;
use domain::programmes::Programme;
use i18n::Lang;

/// Prints the regulation as it stands today.
pub async fn print(
    context: &Context<'_>,
    programme: &Programme,
    lang: Lang,
) -> Result<Vec<u8>, Failed<Unprintable>> {
    let mut tx = context.db.read().await?;
    let opened = opened(&mut tx, context, programme).await?.ok_or(Failed::NotFound)?;
    let school = store::schools::get(&mut tx, &programme.school).await?.ok_or(Failed::NotFound)?;
    let head = head_of(&mut tx, &programme.school, context.today).await?.map(|head| head.name.full());
    drop(tx);
    let line = |said: Said| printed::Line {
        text: said.text,
        when: said.when,
        who: said.who,
        result: said.result,
        by_law: said.by_law,
    };
    let chapter = |(title, lines): (String, Vec<Said>)| printed::Chapter {
        title,
        lines: lines.into_iter().map(line).collect(),
    };
    let regulation = printed::Regulation {
        school: school_of(&school),
        school_year: programme.first_year,
        date: context.today,
        head,
        chapters: chapters(lang, &opened).into_iter().map(chapter).collect(),
        road: road(lang, &opened).into_iter().map(line).collect(),
    };
    let made_at = context.now;
    laid_out(move || printed::pdf(&regulation, lang, made_at)).await
}
