//! The device of an adult in a child's hand: its session opens the child's page alone, until whoever is signed in proves anew
//! who they are (docs/decisions/0067).

use super::proving::Proof;
use super::{ProofRefused, own_line, prove, secret_hash, use_proof};
use crate::{Context, Failed, Never};
use store::WriteTx;

/// Shuts the session of this token to all pages but one. Whether that page is the actor's to hand, its feature has looked.
pub async fn hand_over(context: &Context<'_>, token: &str, page: &str) -> Result<(), Failed<Never>> {
    store::change!(context.db, tx => async {
        store::accounts::hand(&mut tx, &secret_hash(token), Some(page)).await?;
        own_line(context, &mut tx, "account-device-handed").await
    })
}

/// Opens it again to whoever types the password, or an unused code of the own slip.
pub async fn take_back(context: &Context<'_>, token: &str, secret: &str) -> Result<(), Failed<ProofRefused>> {
    let proof = prove(context, secret).await?;
    store::change!(context.db, tx => take_back_in(&mut tx, context, token, &proof))
}

async fn take_back_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    token: &str,
    proof: &Proof,
) -> Result<(), Failed<ProofRefused>> {
    use_proof(tx, context, proof).await?;
    store::accounts::hand(tx, &secret_hash(token), None).await?;
    let actor = context.actor;
    let (school, person) = (actor.school.as_ref(), actor.person.as_str());
    Ok(context.audit_at(tx, school, "account-device-back", person, "").await?)
}
