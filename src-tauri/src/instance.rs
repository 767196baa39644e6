//! One app per data folder: the folder is locked, and a second start asks the first to come to the
//! front.
//!
//! The first start listens on loopback and writes port and a random word beside the lock; whoever
//! can read the folder may say the word, and all it does is to show the window.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::time::Duration;

use rand::distr::{Alphanumeric, SampleString as _};

const LOCK: &str = "lock";
const DOOR: &str = "instance";
const WORD_LENGTH: usize = 32;

/// The first start may still be writing its door when the second one looks for it.
const KNOCKS: u32 = 20;
const BETWEEN_KNOCKS: Duration = Duration::from_millis(100);

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
    /// Claims a data folder that exists.
    pub(crate) fn claim(data_dir: &Path) -> io::Result<Claim> {
        let lock = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(data_dir.join(LOCK))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                knock(&data_dir.join(DOOR))?;
                return Ok(Claim::Shown);
            }
            Err(TryLockError::Error(error)) => return Err(error),
        }
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let word = Alphanumeric.sample_string(&mut rand::rng(), WORD_LENGTH);
        let door = format!("{} {word}", listener.local_addr()?.port());
        std::fs::write(data_dir.join(DOOR), door)?;
        Ok(Claim::First(Self {
            _lock: lock,
            listener,
            word,
        }))
    }

    /// Calls back at each later start, from a thread of its own, for as long as the app runs.
    pub(crate) fn listen(self, shown: impl Fn() + Send + 'static) {
        // The thread takes the whole claim, the lock with it.
        std::thread::spawn(move || self.answer(shown));
    }

    fn answer(&self, shown: impl Fn()) {
        for caller in self.listener.incoming().flatten() {
            if says(caller, &self.word).unwrap_or(false) {
                shown();
            }
        }
    }
}

fn says(caller: TcpStream, word: &str) -> io::Result<bool> {
    caller.set_read_timeout(Some(Duration::from_secs(1)))?;
    let mut said = String::new();
    caller.take(WORD_LENGTH as u64).read_to_string(&mut said)?;
    Ok(said == word)
}

fn knock(door: &Path) -> io::Result<()> {
    let mut result = Ok(());
    for _ in 0..KNOCKS {
        result = knock_once(door);
        if result.is_ok() {
            break;
        }
        std::thread::sleep(BETWEEN_KNOCKS);
    }
    result.map_err(|error| {
        io::Error::other(format!(
            "another Atalaya uses this data folder and does not answer ({error})"
        ))
    })
}

fn knock_once(door: &Path) -> io::Result<()> {
    let text = std::fs::read_to_string(door)?;
    let (port, word) = text
        .split_once(' ')
        .ok_or_else(|| io::Error::other("the file that tells how to reach it is damaged"))?;
    let port = port.parse().map_err(io::Error::other)?;
    TcpStream::connect((Ipv4Addr::LOCALHOST, port))?.write_all(word.as_bytes())
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
        first.listen(move || shown.send(()).expect("the test waits"));
        assert!(matches!(Instance::claim(folder.path()), Ok(Claim::Shown)));
        is_shown
            .recv_timeout(Duration::from_secs(10))
            .expect("the first start is told");
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
        assert!(!says(caller, &"y".repeat(WORD_LENGTH)).expect("read"));
    }
}
