//! The keys by which digital badges are signed: two files in a folder beside the database and never in it, so that neither
//! a backup nor a page holds the secret. `badges.key` is the secret one, readable by its owner alone; `badges.pub` lists all
//! public ones, the last of which signs. `choices.key` seals choices of sociometries and scans of
//! consents, `letters.key` the addresses by which letters are stopped.

use crate::files;
use crate::serve::{beside, random_ids};
use actions::badges::{Keys, PublicKey, Signer};
use actions::sociometries::Vault;
use clap::Args;
use std::fs::{DirBuilder, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

const SECRET: &str = "badges.key";
const PUBLIC: &str = "badges.pub";
const CHOICES: &str = "choices.key";
const LETTERS: &str = "letters.key";
/// Bits by which somebody other than the owner gets at a file.
const OTHERS: u32 = 0o077;

/// Which folder, and what to do.
#[derive(Args)]
pub(crate) struct KeysArgs {
    /// The folder with the keys, as `serve` is told it
    #[arg(long, required_unless_present = "database")]
    keys: Option<PathBuf>,
    /// The database beside which the folder `keys` lies
    #[arg(long)]
    database: Option<String>,
    /// Sign with a new key from the next start of the server on; badges signed with the old ones stay valid
    #[arg(long)]
    rotate: bool,
    /// Somebody else got hold of the secret key: with --rotate, the old keys count no more, and every badge signed with
    /// them is downloaded anew by its holder
    #[arg(long, requires = "rotate")]
    leaked: bool,
}

pub(crate) fn run(args: &KeysArgs) -> ExitCode {
    let folder = folder(args.keys.as_deref(), args.database.as_deref().unwrap_or_default());
    files::finished(shown(&folder, args))
}

/// The folder that is named, or else the one beside the database.
pub(crate) fn folder(named: Option<&Path>, database: &str) -> PathBuf {
    named.map_or_else(|| beside(database, "keys"), Path::to_path_buf)
}

fn shown(folder: &Path, args: &KeysArgs) -> Result<ExitCode, String> {
    let keys = if args.rotate { rotated(folder, args.leaked)? } else { held(folder)? };
    files::print(&listed(keys.published()))?;
    Ok(ExitCode::SUCCESS)
}

/// One key in a line.
fn listed(keys: &[PublicKey]) -> String {
    keys.iter().map(PublicKey::to_string).collect::<Vec<_>>().join("\n")
}

/// Puts the name of a file before what is wrong with it.
fn at<T>(file: &Path, done: io::Result<T>) -> Result<T, String> {
    done.map_err(|error| format!("{}: {error}", file.display()))
}

/// The keys of the folder; the first ones are made where there are none.
pub(crate) fn held(folder: &Path) -> Result<Keys, String> {
    made(folder, SECRET, new_secret)?;
    opened(folder)
}

/// The key that seals choices of sociometries and scans of consents; made where there is none. It is never changed: choices
/// are deleted with the school year, scans with their consents.
pub(crate) fn vault(folder: &Path) -> Result<Vault, String> {
    sealing(folder, CHOICES)
}

/// The key that seals the addresses by which letters are stopped; made where there is none. With another one, those in letters
/// that were sent lead nowhere.
pub(crate) fn stops(folder: &Path) -> Result<Vault, String> {
    sealing(folder, LETTERS)
}

fn sealing(folder: &Path, name: &str) -> Result<Vault, String> {
    let path = made(folder, name, || Vault::secret(&random_ids().bytes()))?;
    Vault::read(&own(&path)?).ok_or_else(|| format!("{}: no key is in it", path.display()))
}

/// The file of a secret, made where there is none.
fn made(folder: &Path, name: &str, secret: impl FnOnce() -> String) -> Result<PathBuf, String> {
    let path = folder.join(name);
    if !at(&path, path.try_exists())? {
        at(folder, DirBuilder::new().recursive(true).mode(0o700).create(folder))?;
        let fresh = written(folder, name, &secret())?;
        // Whoever else begins at the same moment has made theirs: one of the two names the file, and both read it.
        let first = std::fs::hard_link(&fresh, &path);
        at(&fresh, std::fs::remove_file(&fresh))?;
        if !first.as_ref().is_err_and(|error| error.kind() == io::ErrorKind::AlreadyExists) {
            at(&path, first)?;
        }
    }
    Ok(path)
}

/// What stands in a file that its owner alone can read.
fn own(path: &Path) -> Result<String, String> {
    let mode = at(path, path.metadata())?.permissions().mode();
    if mode & OTHERS != 0 {
        return Err(format!(
            "{}: others can read it; allow it to its owner alone (chmod 600)",
            path.display()
        ));
    }
    at(path, std::fs::read_to_string(path))
}

fn opened(folder: &Path) -> Result<Keys, String> {
    let (secret, public) = (folder.join(SECRET), folder.join(PUBLIC));
    let text = own(&secret)?;
    let signer = Signer::read(&text).ok_or_else(|| format!("{}: no key is in it", secret.display()))?;
    let known = if at(&public, public.try_exists())? {
        at(&public, std::fs::read_to_string(&public))?
    } else {
        String::new()
    };
    let known: Result<Vec<PublicKey>, _> =
        known.lines().filter(|line| !line.trim().is_empty()).map(str::parse).collect();
    let known = known.map_err(|error| format!("{}: {error}", public.display()))?;
    let before = known.len();
    let keys = Keys::new(signer, known).ok_or_else(|| format!("{}: no key is in it", secret.display()))?;
    if keys.published().len() != before {
        publish(folder, keys.published())?;
    }
    Ok(keys)
}

/// A new key signs; the old public ones stay, unless somebody else has the secret one.
fn rotated(folder: &Path, leaked: bool) -> Result<Keys, String> {
    let before = held(folder)?;
    let secret = new_secret();
    let signer = Signer::read(&secret).ok_or("no key could be made")?;
    let known = if leaked { Vec::new() } else { before.published().to_vec() };
    let keys = Keys::new(signer, known).ok_or("no key could be made")?;
    let fresh = written(folder, SECRET, &secret)?;
    // Whoever reads between the two adds the key that signs by themselves.
    publish(folder, keys.published())?;
    at(&fresh, std::fs::rename(&fresh, folder.join(SECRET)))?;
    Ok(keys)
}

fn publish(folder: &Path, keys: &[PublicKey]) -> Result<(), String> {
    let fresh = written(folder, PUBLIC, &format!("{}\n", listed(keys)))?;
    at(&fresh, std::fs::rename(&fresh, folder.join(PUBLIC)))
}

fn new_secret() -> String {
    Signer::secret(&random_ids().bytes())
}

/// A file under another name, on the disk and readable by its owner alone, to be put into its place at once.
fn written(folder: &Path, name: &str, text: &str) -> Result<PathBuf, String> {
    let path = folder.join(format!("{name}.{}", std::process::id()));
    let file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&path);
    let mut file = at(&path, file)?;
    at(&path, file.write_all(text.as_bytes()).and_then(|()| file.sync_all()))?;
    Ok(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(keys: &Keys) -> Vec<String> {
        keys.published().iter().map(PublicKey::to_string).collect()
    }

    #[test]
    fn the_first_use_makes_a_key_that_its_owner_alone_reads() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path().join("deep").join("keys");
        let first = texts(&held(&folder).unwrap());
        assert_eq!(first.len(), 1);
        assert_eq!(texts(&held(&folder).unwrap()), first, "the next use takes the same");
        for file in [folder.clone(), folder.join(SECRET), folder.join(PUBLIC)] {
            assert_eq!(file.metadata().unwrap().permissions().mode() & OTHERS, 0, "{}", file.display());
        }
        let names = std::fs::read_dir(&folder).unwrap().count();
        assert_eq!(names, 2, "nothing is left lying about");
    }

    #[test]
    fn a_new_key_keeps_the_old_ones_unless_they_leaked() {
        let folder = tempfile::tempdir().unwrap();
        let first = texts(&held(folder.path()).unwrap());
        let second = texts(&rotated(folder.path(), false).unwrap());
        assert_eq!((second.len(), &second[..1]), (2, &first[..]));
        assert_eq!(texts(&held(folder.path()).unwrap()), second);
        let third = texts(&rotated(folder.path(), true).unwrap());
        assert_eq!(third.len(), 1);
        assert!(!second.contains(&third[0]));
        assert_eq!(texts(&held(folder.path()).unwrap()), third);
    }

    #[test]
    fn a_key_that_others_can_read_seals_nothing() {
        let folder = tempfile::tempdir().unwrap();
        for name in [CHOICES, LETTERS] {
            let read = || sealing(folder.path(), name);
            read().unwrap();
            read().unwrap();
            let secret = folder.path().join(name);
            assert_eq!(secret.metadata().unwrap().permissions().mode() & OTHERS, 0);
            std::fs::set_permissions(&secret, std::fs::Permissions::from_mode(0o644)).unwrap();
            assert!(read().unwrap_err().contains("chmod 600"));
        }
    }

    #[test]
    fn a_key_that_others_can_read_signs_nothing() {
        let folder = tempfile::tempdir().unwrap();
        held(folder.path()).unwrap();
        let secret = folder.path().join(SECRET);
        std::fs::set_permissions(&secret, std::fs::Permissions::from_mode(0o640)).unwrap();
        assert!(held(folder.path()).unwrap_err().contains("chmod 600"));
        std::fs::set_permissions(&secret, std::fs::Permissions::from_mode(0o600)).unwrap();
        std::fs::write(&secret, "z3u2nothing").unwrap();
        assert!(held(folder.path()).unwrap_err().contains("no key"));
    }
}
