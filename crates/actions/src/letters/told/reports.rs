//! Letters about reports: never a word of what stands in one, and none where the thing is done or is another one's turn
//! by now (neg:N10, N11).

use super::{Reader, Told};
use crate::letters::Letter;
use crate::reports::{expected, whose_turn};
use domain::permissions::{Action, may};
use domain::reports::{Kind, Report, State, Term};
use i18n::{Arg, t};
use store::Tx;

pub(super) async fn told(
    tx: &mut Tx,
    reader: &Reader,
    letter: Letter,
    about: &str,
) -> store::Result<Option<Told>> {
    if letter == Letter::ReportDue {
        return due(tx, reader, about).await;
    }
    let Some(report) = store::reports::get(tx, &about.into()).await? else { return Ok(None) };
    let signatures = store::reports::signatures(tx, &report).await?;
    let mine = report.author == reader.actor.person;
    let key = match (letter, report.state) {
        (Letter::ReportAwaits, _) => {
            let Some((_, signer)) = report.next(&signatures) else { return Ok(None) };
            let action = Action::SignReport { school: &report.school, author: &report.author, signer };
            may(&reader.actor, &action).is_ok().then_some("report-awaits")
        }
        (Letter::ReportReturned, State::Returned { to: 0 }) => mine.then_some("report-returned"),
        (Letter::ReportReturned, State::Returned { .. }) => {
            let Some((_, signer)) = report.next(&signatures) else { return Ok(None) };
            let action = Action::SignReport { school: &report.school, author: &report.author, signer };
            may(&reader.actor, &action).is_ok().then_some("report-returned")
        }
        (Letter::ReportApproved, State::Approved) => mine.then_some("report-approved"),
        _ => None,
    };
    let Some(key) = key else { return Ok(None) };
    let author = store::people::get(tx, &report.author).await?.map(|person| person.name.polite());
    let told = Told::new(key, "letters-act-report", format!("/reports/{}", report.id));
    Ok(Some(
        told.with("kind", kind(reader, report.kind, report.term)).with("name", author.unwrap_or_default()),
    ))
}

fn kind(reader: &Reader, kind: Kind, term: Term) -> Arg {
    t(reader.lang, &format!("reports-kind-{}-{}", kind.word(), term.word()), &[]).into()
}

/// A step of the ladder: `kind:term:pair-or-programme:days`.
async fn due(tx: &mut Tx, reader: &Reader, about: &str) -> store::Result<Option<Told>> {
    let mut parts = about.split(':');
    let (Some(word), Some(term), Some(of)) = (parts.next(), parts.next(), parts.next()) else {
        return Ok(None);
    };
    let Some(school) = &reader.actor.school else { return Ok(None) };
    let Some(programme) = crate::programmes::reminding(tx, school, reader.today).await? else {
        return Ok(None);
    };
    let all = expected(tx, &programme, reader.today).await?;
    let is_it = |pair: Option<&str>| pair.map_or(programme.id.as_str() == of, |pair| pair == of);
    let found = all.into_iter().find(|one| {
        let pair = one.pair.as_ref().map(domain::PairId::as_str);
        one.kind.word() == word && one.term.word() == term && is_it(pair)
    });
    let Some(one) = found else { return Ok(None) };
    if !whose_turn(tx, &programme, &one, reader.today).await?.contains(&reader.actor.person) {
        return Ok(None);
    }
    let writes = |(report, _): &(Report, _)| report.is_written() || report.author == reader.actor.person;
    let key = if one.report.as_ref().is_none_or(writes) { "report-due" } else { "report-due-sign" };
    let path =
        one.report.map_or_else(|| "/reports".to_owned(), |(report, _)| format!("/reports/{}", report.id));
    let told = Told::new(key, "letters-act-report", path).with("kind", kind(reader, one.kind, one.term));
    Ok(Some(told.with("day", i18n::day_in_sentence(reader.lang, one.due))))
}
