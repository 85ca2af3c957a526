//! What the engine will look for, in words for the one who writes a list.

use super::board::say;
use super::mine::Mine;
use crate::{Page, PageError};
use actions::proposals::Draw;
use domain::choices::Mode;
use domain::settings::Key;
use store::Tx;

/// The rule by which pairs are proposed.
pub(super) struct Rule {
    /// What it means for the reader.
    pub(super) means: String,
    /// The published number, or that it is sealed.
    pub(super) seed: String,
    /// Since when it holds, where another one held before.
    pub(super) changed: Option<String>,
}

impl Rule {
    pub(super) async fn of(page: &Page, tx: &mut Tx, mine: &Mine) -> Result<Self, PageError> {
        let mode = mine.programme.settings.choice_mode;
        let means = match mode {
            // Only newcomers are promised that nothing is gained: no stable rule can promise it to both sides.
            Mode::Truthful => page.text(&format!("choices-{}-rule-truthful", mine.side.word())),
            Mode::MostPairs => page.text("choices-rule-most_pairs"),
        };
        let draw = actions::proposals::draw(tx, &mine.programme).await?;
        let history = actions::programmes::history(tx, &mine.programme).await?;
        let last = history.into_iter().find(|one| one.change.key == Key::ChoiceMode);
        let changed = last.map(|last| {
            let day = i18n::day_short(page.lang(), last.change.from);
            say(page, "choices-rule-changed", &[("day", day.into())])
        });
        let said = |tail: &str, seed: u64| {
            say(page, &format!("choices-rule-{tail}-{}", mode.word()), &[("seed", seed.to_string().into())])
        };
        let seed = match draw {
            Draw::Known { seed } => said("seed", seed),
            Draw::Sealed { .. } => page.text("choices-rule-sealed"),
            Draw::Opened { seed, .. } => said("opened", seed),
        };
        Ok(Self { means, seed, changed })
    }
}
