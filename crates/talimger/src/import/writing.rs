//! What was looked at is written, or not.

use super::{ImportArgs, List, NotWritten, Unusable};
use crate::machine;
use actions::Failed;
use actions::rosters::{self, Choice, Confirm, PrepareRefused};
use domain::calendar::local;
use domain::rosters::ApplyRefused;
use i18n::Lang;
use web::rosters::words;

/// Writes what was looked at; lines without a decision stay out and are reported. A draft that is refused is given
/// up at once: nobody comes back to it, and it would keep others of the school out.
pub(super) async fn write(
    args: &ImportArgs,
    list: &List<'_>,
    confirm: &Confirm,
) -> Result<Option<NotWritten>, Unusable> {
    let context = list.context;
    let id = match rosters::prepare(context, list.upload, Some(list.options)).await {
        Ok(id) => id,
        Err(Failed::Refused(why)) => return Ok(Some(not_prepared(args, list, why).await?)),
        Err(other) => return Err(Unusable::Setup(machine::said(other))),
    };
    let mut written = rosters::choose(context, &id, &Choice::Deciding(list.choices.clone())).await;
    if written.is_ok() {
        written = rosters::apply(context, &id, confirm).await.map(|_| ());
    }
    let Err(failed) = written else { return Ok(None) };
    match rosters::discard(context, &id).await {
        // Somebody else gave it up or wrote it.
        Ok(()) | Err(Failed::Refused(_)) => {}
        Err(other) => return Err(Unusable::Setup(machine::said(other))),
    }
    match failed {
        Failed::Refused(why) => Ok(Some(not_applied(args.lang.lang(), &why))),
        Failed::Changed => Ok(Some(not_applied(args.lang.lang(), &ApplyRefused::ShownOtherwise))),
        other => Err(Unusable::Setup(machine::said(other))),
    }
}

async fn not_prepared(args: &ImportArgs, list: &List<'_>, why: PrepareRefused) -> store::Result<NotWritten> {
    let lang = args.lang.lang();
    Ok(match why {
        PrepareRefused::File(refused) => {
            NotWritten { kind: "unreadable", message: words::refused(lang, &refused) }
        }
        PrepareRefused::Running { by, since } => {
            let by = store::people::get(&mut *list.context.db.read().await?, &by).await?;
            let since = local(since, list.school.utc_offset_minutes);
            let message = words::running(lang, by.as_ref(), since);
            NotWritten { kind: "running", message }
        }
    })
}

fn not_applied(lang: Lang, why: &ApplyRefused) -> NotWritten {
    let (kind, message) = match why {
        // The page has a field for the number, the command line an option.
        ApplyRefused::Brake { leaving } => {
            ("brake", i18n::t(lang, "rosters-command-brake", &[("count", (*leaving).into())]))
        }
        ApplyRefused::ShownOtherwise => ("changed", i18n::t(lang, "rosters-command-changed", &[])),
        ApplyRefused::NotADraft => ("changed", words::apply_refused(lang, why)),
        ApplyRefused::Undecided { .. } => ("undecided", words::apply_refused(lang, why)),
        ApplyRefused::Faulty { .. } => ("faulty", words::apply_refused(lang, why)),
        ApplyRefused::Unready => ("unready", words::apply_refused(lang, why)),
    };
    NotWritten { kind, message }
}
