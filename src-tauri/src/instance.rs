//! One app per data folder: the folder is locked, and a second start asks the first to come to the
//! front.
//!
//! The first start listens on loopback and writes port and a random word beside the lock; whoever
//! can read the folder may say the word, and all it does is to show the window. It answers once the
//! window is shown: an app that is ending takes calls no more, and the later start waits until the
//! folder is free.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::time::{Duration, Instant};

use rand::distr::{Alphanumeric, SampleString as _};

const LOCK: &str = "lock";
const DOOR: &str = "instance";
const WORD_LENGTH: usize = 32;

/// What the first start answers when its window is shown.
const SHOWN: &[u8] = b"shown";

/// An earlier start may still be writing its door, or what it keeps as it ends.
const PATIENCE: Duration = Duration::from_secs(15);
const BETWEEN_TRIES: Duration = Duration::from_millis(100);
/// How long one caller may take to say the word, and the app to answer it.
const CALL: Duration = Duration::from_secs(2);

/// The claim on a data folder, held until it is dropped.
pub(crate) struct Instance {
    _lock: File,
    listener: TcpListener,
    word: String,
}

/// Who has the folder.
pub(crate) enum Claim {
    /// This start.
    First(Instance),
    /// An earlier one, which was asked to come to the front.
    Shown,
}

impl Instance {
    /// Claims a data folder that exists. Blocks for as long as an earlier start is ending.
    pub(crate) fn claim(data_dir: &Path) -> io::Result<Claim> {
        Self::claim_within(data_dir, PATIENCE)
    }

    fn claim_within(data_dir: &Path, patience: Duration) -> io::Result<Claim> {
        let until = Instant::now() + patience;
        loop {
            if let Some(lock) = try_lock(data_dir)? {
                return Self::open_door(lock, data_dir).map(Claim::First);
            }
            match knock(&data_dir.join(DOOR)) {
                Ok(()) => return Ok(Claim::Shown),
                Err(error) if Instant::now() >= until => {
                    return Err(io::Error::other(format!(
                        "another Atalaya uses this data folder and does not answer ({error})"
                    )));
                }
                Err(_) => std::thread::sleep(BETWEEN_TRIES),
            }
        }
    }

    fn open_door(lock: File, data_dir: &Path) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let word = Alphanumeric.sample_string(&mut rand::rng(), WORD_LENGTH);
        let door = format!("{} {word}", listener.local_addr()?.port());
        std::fs::write(data_dir.join(DOOR), door)?;
        Ok(Self {
            _lock: lock,
            listener,
            word,
        })
    }

    /// Calls back at each later start, from a thread of its own, for as long as the app runs. What
    /// is called tells whether the window is shown.
    pub(crate) fn listen(self, show: impl Fn() -> bool + Send + 'static) {
        // The thread takes the whole claim, the lock with it.
        std::thread::spawn(move || self.answer(show));
    }

    fn answer(&self, show: impl Fn() -> bool) {
        for mut caller in self.listener.incoming().flatten() {
            if says(&caller, &self.word).unwrap_or(false) && show() {
                // A caller that is gone asks for nothing.
                let _ = caller.write_all(SHOWN);
            }
        }
    }
}

/// The lock, unless another start has it.
fn try_lock(data_dir: &Path) -> io::Result<Option<File>> {
    let lock = OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(data_dir.join(LOCK))?;
    match lock.try_lock() {
        Ok(()) => Ok(Some(lock)),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

fn says(caller: &TcpStream, word: &str) -> io::Result<bool> {
    caller.set_read_timeout(Some(CALL))?;
    let mut said = String::new();
    caller.take(WORD_LENGTH as u64).read_to_string(&mut said)?;
    Ok(said == word)
}

/// Asks the first start to show its window, and hears that it did.
fn knock(door: &Path) -> io::Result<()> {
    let text = std::fs::read_to_string(door)?;
    let (port, word) = text
        .split_once(' ')
        .ok_or_else(|| io::Error::other("the file that tells how to reach it is damaged"))?;
    let port = port.parse().map_err(io::Error::other)?;
    let mut first = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    first.set_read_timeout(Some(CALL))?;
    first.write_all(word.as_bytes())?;
    let mut answer = [0; SHOWN.len()];
    first.read_exact(&mut answer)?;
    if answer == SHOWN {
        Ok(())
    } else {
        Err(io::Error::other("it answers something else"))
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;

    #[test]
    fn a_second_start_shows_the_first() {
        let folder = tempfile::tempdir().expect("a folder");
        let Claim::First(first) = Instance::claim(folder.path()).expect("claimed") else {
            panic!("the folder is free");
        };
        let (shown, is_shown) = mpsc::channel();
        first.listen(move || shown.send(()).is_ok());
        assert!(matches!(Instance::claim(folder.path()), Ok(Claim::Shown)));
        is_shown
            .recv_timeout(Duration::from_secs(10))
            .expect("the first start is told");
    }

    #[test]
    fn a_second_start_waits_for_a_first_that_is_ending() {
        let folder = tempfile::tempdir().expect("a folder");
        let lock = try_lock(folder.path()).expect("tried").expect("free");
        let ending = Instance::open_door(lock, folder.path()).expect("claimed");
        let (called, is_called) = mpsc::channel();
        let first = std::thread::spawn(move || {
            // It takes one call, has no window to show any more, and is gone with its lock.
            let ending = ending;
            let (caller, _) = ending.listener.accept().expect("accepted");
            assert!(says(&caller, &ending.word).expect("read"));
            called.send(()).expect("the test waits");
        });
        assert!(matches!(
            Instance::claim(folder.path()),
            Ok(Claim::First(_))
        ));
        is_called.recv().expect("the second start has knocked");
        first.join().expect("ended");
    }

    #[test]
    fn a_first_that_never_answers_is_told() {
        let folder = tempfile::tempdir().expect("a folder");
        let Claim::First(_deaf) = Instance::claim(folder.path()).expect("claimed") else {
            panic!("the folder is free");
        };
        assert!(Instance::claim_within(folder.path(), Duration::ZERO).is_err());
    }

    #[test]
    fn another_folder_is_another_app() {
        let (one, two) = (
            tempfile::tempdir().expect("a folder"),
            tempfile::tempdir().expect("a folder"),
        );
        let _first = Instance::claim(one.path()).expect("claimed");
        assert!(matches!(Instance::claim(two.path()), Ok(Claim::First(_))));
    }

    #[test]
    fn a_wrong_word_shows_nothing() {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("bound");
        let port = listener.local_addr().expect("an address").port();
        let mut stranger = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).expect("connected");
        stranger.write_all(&[b'x'; WORD_LENGTH]).expect("sent");
        let (caller, _) = listener.accept().expect("accepted");
        assert!(!says(&caller, &"y".repeat(WORD_LENGTH)).expect("read"));
    }
}
