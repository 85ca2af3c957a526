//! From what a programme draws between those who stand equal (feat:C16; docs/decisions/0009).

use crate::sql::{instant, millis};
use crate::{Result, Tx, WriteTx};
use domain::programmes::Programme;
use domain::secrets::Secret;
use domain::{Instant, ProgrammeId, SchoolId};

sql! {
    ADD = "INSERT INTO programme_draws (school_id, programme_id, secret, drawn_at) VALUES ($1, $2, $3, $4)";
    OF_PROGRAMME = "SELECT secret, drawn_at FROM programme_draws WHERE school_id = $1 AND programme_id = $2";
}

/// The secret of a programme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// The secret itself, which no page shows.
    pub secret: Secret,
    /// When it was drawn.
    pub at: Instant,
}

/// Keeps the secret of a programme that begins.
pub async fn add(tx: &mut WriteTx, programme: &Programme, secret: &Secret, at: Instant) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(ADD)
            .bind(programme.school.as_str())
            .bind(programme.id.as_str())
            .bind(secret.as_str())
            .bind(millis(at))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// The secret of a programme; none where it began before there was one.
pub async fn of_programme(tx: &mut Tx, school: &SchoolId, programme: &ProgrammeId) -> Result<Option<Drawn>> {
    let row = row!(tx, (String, i64), OF_PROGRAMME, school.as_str(), programme.as_str());
    row.map(|(secret, at)| Ok(Drawn { secret: Secret::new(secret), at: instant(at)? })).transpose()
}
