//! Reports at home: one that awaits the own words, and how many papers await the signature in the folder. Drafts of orders
//! stand there too, with a task of their own.

use super::tasks::{Task, When};
use crate::names::Names;
use crate::reports::{FolderPath, ListPath, ShowPath, kind_key};
use crate::said::Said;
use crate::{Page, PageError};
use actions::reports::{Expected, expected, folder};
use domain::Day;
use domain::pairs::Pair;
use domain::programmes::Programme;
use store::Tx;

/// The tasks of the reader. The forms are the school's choice: a day that has passed is no reproach.
pub(super) async fn tasks(
    page: &Page,
    tx: &mut Tx,
    programme: &Programme,
    names: &Names,
) -> Result<Vec<Task>, PageError> {
    let context = page.context();
    // Those of a programme that was stopped or set aside can be written, and nobody is asked for them.
    let asks = !programme.is_settled(page.today());
    let mine: Vec<Expected> = expected(tx, programme, page.today())
        .await?
        .into_iter()
        .filter(|one| asks && one.is_written_by(&context))
        .collect();
    let pairs = if mine.is_empty() {
        Vec::new()
    } else {
        store::pairs::of_programme(tx, &programme.school, &programme.id).await?
    };
    let mut tasks: Vec<Task> =
        mine.iter().map(|one| write(one, &about(one, &pairs, names), page.today())).collect();
    let plans = actions::plans::folder(tx, &context, programme).await?.len();
    let waiting = folder(tx, &context, programme).await?.len().saturating_add(plans);
    if waiting > 0 {
        tasks.push(Task {
            when: When::Anytime,
            title: Said::new("reports-task-sign").with("count", waiting),
            text: Said::new("reports-task-sign-text"),
            href: FolderPath.to_string(),
            act: "reports-act-folder",
        });
    }
    Ok(tasks)
}

/// The newcomer of the pair; of a note nobody.
fn about(one: &Expected, pairs: &[Pair], names: &Names) -> String {
    let pair = one.pair.as_ref().and_then(|id| pairs.iter().find(|pair| pair.id == *id));
    let newcomer = pair.and_then(|pair| names.newcomer(&pair.newcomer).ok());
    newcomer.map(|newcomer| newcomer.name.brief()).unwrap_or_default()
}

fn write(one: &Expected, name: &str, today: Day) -> Task {
    Task {
        when: When::Until(one.due.max(today)),
        title: Said::new("reports-task-write").text("kind", kind_key(one.kind, one.term)),
        text: Said::new("reports-task-write-text").with("name", name.to_owned()),
        href: match &one.report {
            Some((report, _)) => ShowPath { id: report.id.clone() }.to_string(),
            None => ListPath.to_string(),
        },
        act: "reports-act-write",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::reports::{Kind, Term};
    use jiff::civil::date;

    #[test]
    fn a_report_of_the_schools_choice_is_never_late() {
        let due = date(2026, 12, 25);
        let one = Expected {
            kind: Kind::Mentor,
            term: Term::Half,
            pair: Some("pair".into()),
            author: Some("aigul".into()),
            due,
            report: None,
        };
        for today in [date(2026, 12, 1), due, date(2027, 1, 20)] {
            let task = write(&one, "Дана", today);
            assert!(!task.when.is_late(today), "{today}");
            assert_eq!((task.title.key(), task.href.as_str()), ("reports-task-write", "/reports"));
        }
    }
}
