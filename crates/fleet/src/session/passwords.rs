//! Passwords that go with changes: typed, or made here, kept in memory until they are sent, and shown
//! once if someone asks.

use std::collections::HashMap;
use std::sync::Mutex;

use plaspy::SecretString;
use rand::Rng as _;
use rand::seq::{IndexedRandom as _, SliceRandom as _};

use super::{Active, lock};
use crate::error::Error;

/// Letters and digits that can be told apart on paper and over the telephone.
const KINDS: [&str; 3] = [
    "abcdefghjkmnpqrstuvwxyz",
    "ABCDEFGHJKLMNPQRSTUVWXYZ",
    "23456789",
];

/// 16 of 55 characters: 92 bits.
const LENGTH: usize = 16;

/// The passwords that wait, by their numbers.
#[derive(Default)]
pub(super) struct Passwords {
    waiting: Mutex<Waiting>,
}

#[derive(Default)]
struct Waiting {
    last: u32,
    passwords: HashMap<u32, Password>,
}

struct Password {
    secret: SecretString,
    is_shown: bool,
}

/// A password that goes with a change.
#[derive(Debug)]
pub enum PasswordSource {
    /// What a person typed.
    Typed(SecretString),
    /// One that was made here, by its number.
    Generated(u32),
}

impl Active {
    /// Makes a password; its number.
    #[must_use]
    pub fn generate_password(&self) -> u32 {
        self.passwords.generate()
    }

    /// A password that was made here, to be shown once.
    ///
    /// # Errors
    /// [`Error::PasswordGone`].
    pub fn show_password(&self, number: u32) -> Result<SecretString, Error> {
        self.passwords.show(number)
    }

    /// Forgets a password that was made here.
    pub fn forget_password(&self, number: u32) {
        self.passwords.forget(number);
    }
}

impl Passwords {
    /// The password that a source means.
    pub(super) fn of(&self, source: PasswordSource) -> Result<SecretString, Error> {
        match source {
            PasswordSource::Typed(password) => Ok(password),
            PasswordSource::Generated(number) => self.get(number),
        }
    }

    /// Makes a password; its number.
    pub(super) fn generate(&self) -> u32 {
        let secret = random();
        let mut waiting = lock(&self.waiting);
        waiting.last += 1;
        let number = waiting.last;
        let password = Password {
            secret,
            is_shown: false,
        };
        waiting.passwords.insert(number, password);
        number
    }

    /// A password to be sent.
    pub(super) fn get(&self, number: u32) -> Result<SecretString, Error> {
        let waiting = lock(&self.waiting);
        let password = waiting.passwords.get(&number);
        Ok(password.ok_or(Error::PasswordGone)?.secret.clone())
    }

    /// A password to be shown to a person, once.
    pub(super) fn show(&self, number: u32) -> Result<SecretString, Error> {
        let mut waiting = lock(&self.waiting);
        let password = waiting.passwords.get_mut(&number);
        let password = password.filter(|password| !password.is_shown);
        let password = password.ok_or(Error::PasswordGone)?;
        password.is_shown = true;
        Ok(password.secret.clone())
    }

    /// Forgets a password.
    pub(super) fn forget(&self, number: u32) {
        lock(&self.waiting).passwords.remove(&number);
    }
}

fn random() -> SecretString {
    let mut random = rand::rng();
    let kinds = KINDS.map(str::as_bytes);
    // One of each kind at least, as many services want it.
    let mut letters: Vec<u8> = kinds
        .iter()
        .filter_map(|kind| kind.choose(&mut random).copied())
        .collect();
    let all = kinds.concat();
    while letters.len() < LENGTH {
        letters.push(all[random.random_range(0..all.len())]);
    }
    letters.shuffle(&mut random);
    SecretString::from(
        letters
            .iter()
            .map(|letter| char::from(*letter))
            .collect::<String>(),
    )
}

#[cfg(test)]
mod tests {
    use secrecy::ExposeSecret as _;

    use super::*;

    #[test]
    fn a_password_is_shown_once_and_can_be_sent_again() {
        let passwords = Passwords::default();
        let number = passwords.generate();
        let shown = passwords.show(number).expect("shown");
        assert!(matches!(passwords.show(number), Err(Error::PasswordGone)));
        let sent = passwords.get(number).expect("it waits");
        assert_eq!(sent.expose_secret(), shown.expose_secret());
        passwords.forget(number);
        assert!(passwords.get(number).is_err());
    }

    #[test]
    fn passwords_differ_and_have_every_kind_of_character() {
        let [one, other] = [random(), random()];
        assert_ne!(one.expose_secret(), other.expose_secret());
        for kind in KINDS {
            assert!(one.expose_secret().contains(|letter| kind.contains(letter)));
        }
    }
}
