//! What a closed wave tells of groups, on paper and as a table (doc:A14): the figures of its page, and in words where a
//! figure is not shown.

use super::{Before, Outcome, Share, SideResult, Told, results};
use crate::lists::{Cell, Column, List};
use crate::scales::{middle, range, share_words};
use crate::{Context, Failed, Never};
use documents::tables::Kind as CellKind;
use domain::SurveyId;
use domain::programmes::Programme;
use domain::sides::Side;
use domain::surveys::{Item, Motive};
use i18n::{Lang, t};

/// The results of a closed wave for whoever may read them.
pub async fn list(
    context: &Context<'_>,
    programme: &Programme,
    id: &SurveyId,
    lang: Lang,
) -> Result<List, Failed<Never>> {
    let mut tx = context.db.read().await?;
    let all = results(&mut tx, context, programme).await?.ok_or(Failed::NotFound)?;
    let found = all.into_iter().find(|one| one.survey.id == *id);
    let Outcome { survey, sides } = found.ok_or(Failed::NotFound)?;
    let least = programme.settings.min_cell;
    let wave = t(lang, &format!("surveys-wave-{}", survey.wave.word()), &[]);
    let hidden = t(lang, "surveys-paper-hidden", &[("least", least.into())]);
    let about = vec![t(lang, "surveys-scale", &[]), t(lang, "surveys-no-norms", &[]), hidden];
    Ok(List {
        year: programme.into(),
        lang,
        title: t(lang, "surveys-show", &[("wave", wave.into())]),
        about,
        columns: columns(lang),
        rows: sides
            .iter()
            .flat_map(|(side, result)| Group { lang, side: *side, least }.rows(result))
            .collect(),
    })
}

fn columns(lang: Lang) -> Vec<Column> {
    [
        ("surveys-paper-side", 14),
        ("surveys-column-line", 36),
        ("scales-middle", 14),
        ("scales-range", 9),
        ("surveys-column-high", 22),
        ("surveys-column-before", 14),
    ]
    .map(|(key, width)| Column::new(lang, key, width, CellKind::Text))
    .into()
}

/// What stands beside a line that is no figure.
const NO_FIGURES: [String; 4] = [const { String::new() }; 4];

/// One side in one language.
#[derive(Clone, Copy)]
struct Group {
    lang: Lang,
    side: Side,
    /// From how many people on a figure is shown.
    least: u16,
}

impl Group {
    /// Side, line and up to four figures.
    fn row(self, line: String, figures: [String; 4]) -> Vec<Cell> {
        let side = t(self.lang, &format!("surveys-side-{}", self.side.word()), &[]);
        [side, line].into_iter().chain(figures).map(Cell::words).collect()
    }

    fn rows(self, result: &SideResult) -> Vec<Vec<Cell>> {
        let SideResult::Shown { n, lines, again, motives } = result else {
            let few = t(self.lang, "surveys-few", &[("least", self.least.into())]);
            return vec![self.row(few, NO_FIGURES)];
        };
        let answered = t(self.lang, "surveys-n", &[("n", (*n).into())]);
        let again = again.iter().map(|share| {
            self.counted(t(self.lang, &format!("surveys-again-{}", self.side.word()), &[]), *share)
        });
        let motive = |(motive, share): &(Motive, Share)| {
            let key = format!("surveys-motive-{}-{}", self.side.word(), motive.word());
            self.counted(t(self.lang, &key, &[]), *share)
        };
        let lines = lines.iter().map(|(item, told, before)| self.line(*item, told, before.as_ref()));
        let first = self.row(answered, NO_FIGURES);
        std::iter::once(first).chain(lines).chain(again).chain(motives.iter().map(motive)).collect()
    }

    /// A share in words; a dash would not say why nothing stands there.
    fn share(self, share: Share) -> String {
        match share {
            Share::Shown { .. } => share_words(self.lang, share),
            Share::Hidden => t(self.lang, "scales-not-shown", &[]),
        }
    }

    /// A question that is counted: how many, of how many.
    fn counted(self, line: String, share: Share) -> Vec<Cell> {
        self.row(line, [String::new(), String::new(), self.share(share), String::new()])
    }

    fn line(self, item: Item, told: &Told, before: Option<&Before>) -> Vec<Cell> {
        let lang = self.lang;
        let text = t(lang, &format!("surveys-item-{}", item.word()), &[]);
        let Told::Shown(now) = told else {
            let few = t(lang, "scales-few", &[("least", self.least.into())]);
            return self.row(text, [few, String::new(), String::new(), String::new()]);
        };
        let change = before.map(|before| {
            let wave = t(lang, &format!("surveys-wave-{}", before.wave.word()), &[]);
            t(lang, "surveys-was", &[("wave", wave.into()), ("was", middle(lang, &before.summary).into())])
        });
        let figures = [middle(lang, now), range(now), self.share(now.share), change.unwrap_or_default()];
        self.row(text, figures)
    }
}
