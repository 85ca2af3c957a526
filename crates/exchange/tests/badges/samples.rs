//! Sample files of other people, which are not part of the repository; the other tests try the same with files of our
//! own. `TALIMGER_SAMPLES` names a folder with `standards/`: `cargo nextest run -p exchange --run-ignored only`.

use exchange::badges::{PublicKey, Unreadable, Verdict, check};
use std::path::PathBuf;

fn sample(name: &str) -> Vec<u8> {
    let samples = std::env::var_os("TALIMGER_SAMPLES").map(PathBuf::from);
    let folder = samples.unwrap_or_else(|| panic!("TALIMGER_SAMPLES names a folder of samples"));
    std::fs::read(folder.join("standards").join(name)).unwrap()
}

fn verdict(name: &str, key: Option<&str>) -> Result<Verdict, Unreadable> {
    let known: Vec<PublicKey> = key.iter().map(|key| key.parse().unwrap()).collect();
    let now = "2026-11-29T20:00:00Z".parse().unwrap();
    check(&sample(name), &known, None, now).map(|checked| checked.verdict)
}

#[test]
#[ignore = "needs the folder that TALIMGER_SAMPLES names"]
fn the_example_of_w3c_is_valid() {
    let name = "w3c-vc-di-eddsa/eddsa-rdfc-2022/signedDataInt.json";
    let key = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";
    assert_eq!(verdict(name, Some(key)), Ok(Verdict::Valid));
    assert_eq!(verdict(name, None), Ok(Verdict::UnknownKey));
    assert_eq!(verdict("w3c-vc-di-eddsa/unsigned.json", Some(key)), Err(Unreadable::NoProof));
}

#[test]
#[ignore = "needs the folder that TALIMGER_SAMPLES names"]
fn samples_of_1edtech_are_judged_as_they_should_be() {
    let plain = "z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi";
    let key = "z6MkrvfzkMnvCroEUP2DVc9SHPE48CRsvHiVSusHioxTYu1x";
    assert_eq!(verdict("openbadges-1edtech/ob30/simple.json", Some(plain)), Ok(Verdict::Valid));
    assert_eq!(verdict("openbadges-1edtech/ob30/simple.json", Some(key)), Ok(Verdict::UnknownKey));
    assert_eq!(verdict("openbadges-1edtech/ob30/simple-json.png", Some(key)), Ok(Verdict::Valid));
    assert_eq!(
        verdict("openbadges-1edtech/ob30/simple-err-proof-value.json", Some(key)),
        Ok(Verdict::Altered)
    );
    assert_eq!(verdict("openbadges-1edtech/ob30/simple-noproof.json", Some(key)), Err(Unreadable::NoProof));
    assert_eq!(verdict("openbadges-1edtech/ob30/simple-json.svg", Some(key)), Ok(Verdict::Valid));
    // A token is another kind of proof, and the sample comes without the key of whoever has signed it.
    assert_eq!(verdict("openbadges-1edtech/ob30/simple.jwt", Some(key)), Err(Unreadable::OtherProof));
}
