use super::*;
use std::os::unix::fs::PermissionsExt;

/// Long enough for a shell to begin, short enough for a test.
const SHORT: Duration = Duration::from_secs(2);

/// A program that does this in the place of the typesetter.
fn program(folder: &tempfile::TempDir, does: &str) -> PathBuf {
    let path = folder.path().join("typesetter");
    std::fs::write(&path, format!("#!/bin/sh\n{does}\n")).unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
    path
}

async fn laid(does: &str) -> Result<Vec<u8>, Stopped> {
    let folder = tempfile::tempdir().unwrap();
    by(program(&folder, does), SHORT).work(b"a body".to_vec()).await
}

#[tokio::test]
async fn what_the_process_says_is_handed_on() {
    assert_eq!(laid("read word; echo \"$word\"").await, Ok(b"a body\n".to_vec()));
}

#[tokio::test]
async fn how_the_process_ended_says_why_it_was_stopped() {
    for (does, why) in [
        ("exec sleep 60", Stopped::TooLong),
        ("kill -XCPU $$", Stopped::TooLong),
        ("kill -KILL $$", Stopped::TooLong),
        ("kill -ABRT $$", Stopped::TooLarge),
        ("kill -SEGV $$", Stopped::TooLarge),
        ("exit 1", Stopped::Broken),
    ] {
        assert_eq!(laid(does).await, Err(why), "{does}");
    }
    let nowhere = by(PathBuf::from("/nowhere/typesetter"), SHORT);
    assert_eq!(nowhere.work(Vec::new()).await, Err(Stopped::Broken));
}

#[tokio::test]
async fn a_process_that_is_stopped_does_not_go_on() {
    let folder = tempfile::tempdir().unwrap();
    let pid = folder.path().join("pid");
    let does = format!("echo $$ > {}; exec sleep 60", pid.display());
    assert_eq!(by(program(&folder, &does), SHORT).work(Vec::new()).await, Err(Stopped::TooLong));
    let pid = std::fs::read_to_string(pid).unwrap();
    // What was killed is gone, or waits to be reaped.
    let gone = || {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", pid.trim()));
        stat.map_or(true, |stat| stat.contains(") Z "))
    };
    for _ in 0..50 {
        if gone() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    assert!(gone(), "{pid}");
}
