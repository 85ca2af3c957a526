//! What a line of a register says in a language: the same on the page, on paper and in the table.

use super::{Row, With};
use crate::orders::on_paper;
use domain::registers::{Column, Kind};
use domain::terms::both;
use i18n::{Lang, t};

/// What stands above a column.
pub fn caption(lang: Lang, kind: Kind, column: Column) -> String {
    match column {
        Column::Now | Column::Past => {
            t(lang, &format!("registers-column-{}-{}", column.word(), kind.word()), &[])
        }
        _ => t(lang, &format!("registers-column-{}", column.word()), &[]),
    }
}

/// What stands in a cell: one or several lines; none where nothing is known.
pub fn said(lang: Lang, row: &Row, column: Column) -> Vec<String> {
    let person = &row.person;
    let term = |text: &String| on_paper(&both(text)).pick(lang).to_owned();
    match column {
        Column::Name => vec![person.name.full()],
        Column::Work => [&person.position, &person.subject].into_iter().flatten().map(term).collect(),
        Column::Category => vec![t(lang, &format!("rosters-category-{}", person.category.word()), &[])],
        Column::Languages => {
            let names = row.languages.iter().map(|tag| t(lang, &format!("registers-language-{tag}"), &[]));
            let names: Vec<String> = names.collect();
            if names.is_empty() { Vec::new() } else { vec![names.join(", ")] }
        }
        Column::Load => person.weekly_load.map(|hours| hours.to_string()).into_iter().collect(),
        Column::Places => {
            let places = row.places.map(|(taken, all)| {
                t(lang, "registers-places", &[("taken", taken.into()), ("all", all.into())])
            });
            places.into_iter().collect()
        }
        Column::HiredOn => row.hired_on.map(|day| i18n::day(lang, day)).into_iter().collect(),
        Column::Now => row.now.iter().map(|with| now(lang, with)).collect(),
        Column::Past => row.past.iter().map(|with| past(lang, with)).collect(),
    }
}

fn now(lang: Lang, with: &With) -> String {
    let key = match (&with.order, with.provisional) {
        (Some(_), true) => "registers-now-provisional",
        (Some(_), false) => "registers-now-order",
        (None, true) => "registers-now-named",
        (None, false) => "registers-now-consents",
    };
    let (number, day) = with.order.clone().unzip();
    let args = [
        ("name", with.other.as_str().into()),
        ("number", number.unwrap_or_default().into()),
        ("day", day.map(|day| i18n::day(lang, day)).unwrap_or_default().into()),
        ("count", with.consents.into()),
    ];
    t(lang, key, &args)
}

fn past(lang: Lang, with: &With) -> String {
    match with.until {
        Some(until) => {
            let args = [("name", with.other.as_str().into()), ("day", i18n::day(lang, until).into())];
            t(lang, "registers-past", &args)
        }
        None => with.other.clone(),
    }
}
