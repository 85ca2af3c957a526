//! The draw between those who stand equal: its secret is drawn with the programme, a line made of it is sealed by its SHA-256 before
//! anybody writes a list, and opened with the first publication (docs/decisions/0009). The secret itself stays closed: it says
//! who has which number in the files with everybody's lists.

use super::seed;
use crate::Context;
use crate::accounts::{hex, secret_hash};
use domain::Instant;
use domain::programmes::Programme;
use domain::secrets::Secret;
use sha2::{Digest, Sha256};
use store::{Tx, WriteTx};

/// What everybody of a programme reads of its draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Draw {
    /// A programme of earlier days: its number is made of its id, and known from the beginning.
    Known {
        /// The number.
        seed: u64,
    },
    /// Nothing is published yet.
    Sealed {
        /// SHA-256 of the line, in hexadecimal digits.
        mark: String,
        /// Since when it stands.
        since: Instant,
    },
    /// Pairs are published.
    Opened {
        /// SHA-256 of the line, as it was shown before.
        mark: String,
        /// Since when it stands.
        since: Instant,
        /// The line.
        line: String,
        /// The number: the first sixteen digits of the line.
        seed: u64,
    },
}

/// Draws the secret of a programme that begins.
pub(crate) async fn begin(
    tx: &mut WriteTx,
    context: &Context<'_>,
    programme: &Programme,
) -> store::Result<()> {
    store::draws::add(tx, programme, &context.secret(), context.now).await
}

/// The number of a programme's draw, and the secret from which people get their numbers, where there is one already.
pub(super) async fn source(tx: &mut Tx, programme: &Programme) -> store::Result<(u64, Option<Secret>)> {
    if let Some(drawn) = store::draws::of_programme(tx, &programme.school, &programme.id).await? {
        return Ok((leading(&line(&drawn.secret)), Some(drawn.secret)));
    }
    let secret = store::proposals::secret(tx, &programme.school, &programme.id).await?;
    Ok((seed(&programme.id), secret))
}

/// For a page: the draw of a programme, as far as everybody may know it by now.
pub async fn draw(tx: &mut Tx, programme: &Programme) -> store::Result<Draw> {
    let Some(drawn) = store::draws::of_programme(tx, &programme.school, &programme.id).await? else {
        return Ok(Draw::Known { seed: seed(&programme.id) });
    };
    let bytes = line(&drawn.secret);
    let (line, since) = (hex(&bytes), drawn.at);
    let mark = secret_hash(&line);
    let published = store::proposals::published(tx, &programme.school, &programme.id).await?;
    Ok(if published.is_empty() {
        Draw::Sealed { mark, since }
    } else {
        Draw::Opened { mark, since, line, seed: leading(&bytes) }
    })
}

/// The line that is opened: whoever has it finds no way back to the secret, and no other secret gives it.
fn line(secret: &Secret) -> [u8; 32] {
    Sha256::digest(format!("draw:{}", secret.as_str())).into()
}

/// The first eight bytes as a number.
pub(super) fn leading(bytes: &[u8; 32]) -> u64 {
    bytes[..8].iter().fold(0, |number, byte| (number << 8) | u64::from(*byte))
}
