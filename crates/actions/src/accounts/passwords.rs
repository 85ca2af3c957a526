//! Argon2id, with the numbers that OWASP recommends (19 MiB, two passes, one lane): about 30 ms of work for
//! us, and as much for each guess of somebody who stole the database.

use crate::Ids;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};

const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;
const SALT_BYTES: usize = 16;

fn argon2() -> Option<Argon2<'static>> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None).ok()?;
    Some(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

fn hash_with(password: &str, salt: &[u8]) -> Option<String> {
    let hash = argon2()?.hash_password_with_salt(password.as_bytes(), salt).ok()?;
    Some(hash.to_string())
}

/// The hash of a new password, in PHC form.
pub(super) async fn hash(password: &str, ids: &Ids) -> Option<String> {
    let (password, salt) = (password.to_owned(), ids.bytes::<SALT_BYTES>());
    tokio::task::spawn_blocking(move || hash_with(&password, &salt)).await.ok()?
}

/// Is it the password behind this hash? Without a hash the same work is done for nothing, so that the time
/// does not tell which logins exist.
pub(super) async fn is_right(password: &str, hash: Option<String>, ids: &Ids) -> bool {
    let (password, salt) = (password.to_owned(), ids.bytes::<SALT_BYTES>());
    let compared = tokio::task::spawn_blocking(move || {
        if let Some(hash) = hash {
            argon2().is_some_and(|argon2| {
                PasswordVerifier::<str>::verify_password(&argon2, password.as_bytes(), &hash).is_ok()
            })
        } else {
            hash_with(&password, &salt);
            false
        }
    });
    compared.await.unwrap_or(false)
}
