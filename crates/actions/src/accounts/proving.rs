//! Somebody who is signed in proves anew who they are, before a signature (feat:F5) and where a child had the device
//! (docs/decisions/0067): by the password, or by an unused code of the own slip.

use super::{Gate, known_person, note, passwords, secret_hash};
use crate::{Context, Failed};
use domain::accounts::read_code;
use store::WriteTx;

/// By what it was proved; a code is used up in the transaction of the signature.
#[derive(Clone, Debug)]
pub(crate) enum Proof {
    /// The password.
    Password,
    /// A code; its hash.
    Code(String),
}

/// Why it was not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProofRefused {
    /// Neither the password nor a code of the person.
    Wrong,
    /// The person has no password yet, and this is no code.
    NoPassword,
}

/// Compares what was typed with the codes of the actor's slip, then with their password. A failure stands in the log.
pub(crate) async fn prove(context: &Context<'_>, secret: &str) -> Result<Proof, Failed<ProofRefused>> {
    let mut tx = context.db.read().await?;
    // Who came in by a link alone has nothing to prove it with.
    let known = known_person(&mut tx, &context.actor.person).await?;
    let (person, account) = known.ok_or(Failed::Refused(ProofRefused::NoPassword))?;
    let code = read_code(secret).map(|code| secret_hash(&code));
    let known = match &code {
        Some(hash) => store::accounts::code(&mut tx, hash).await?,
        None => None,
    };
    drop(tx);
    let fits = known.is_some_and(|code| {
        code.person == person.id && code.used_at.is_none() && code.expires_at > context.now
    });
    if let Some(code) = code.filter(|_| fits) {
        return Ok(Proof::Code(code));
    }
    if passwords::is_right(secret, account.password_hash.clone(), context.ids).await {
        return Ok(Proof::Password);
    }
    let gate = Gate { db: context.db, now: context.now, today: context.today, ids: context.ids };
    store::change!(context.db, tx => note(&mut tx, &gate, Some(&person), "account-sign-in-failed"))?;
    let none = account.password_hash.is_none();
    Err(Failed::Refused(if none { ProofRefused::NoPassword } else { ProofRefused::Wrong }))
}

/// Uses a code up; where somebody was faster, it proves nothing any more.
pub(crate) async fn use_proof(
    tx: &mut WriteTx,
    context: &Context<'_>,
    proof: &Proof,
) -> Result<(), Failed<ProofRefused>> {
    let Proof::Code(hash) = proof else { return Ok(()) };
    let used = store::accounts::use_code(tx, hash, context.now).await?;
    used.map(|_| ()).ok_or(Failed::Refused(ProofRefused::Wrong))
}
