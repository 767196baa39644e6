//! A command for a device. It can stop an engine, so it is checked before it is sent.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::error::Error;

/// A command for one device.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Command {
    /// The command itself, in the form that `format` says, such as `engine_stop` or `0A 1B 2C`.
    pub text: String,
    /// How the service decodes `text` before it sends it on.
    pub format: CommandFormat,
    /// By SMS instead of GPRS.
    pub by_sms: bool,
}

/// How the text of a [`Command`] is decoded.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum CommandFormat {
    /// Sent as it is.
    #[default]
    Text,
    /// Pairs of hexadecimal digits; spaces and hyphens don't count.
    Hex,
    /// Base64.
    Base64,
}

impl Command {
    /// A command in plain text over GPRS.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            format: CommandFormat::Text,
            by_sms: false,
        }
    }

    pub(crate) fn to_wire(&self) -> Result<Value, Error> {
        if self.text.trim().is_empty() {
            return Err(Error::invalid("a command must not be empty"));
        }
        if self.format == CommandFormat::Hex {
            check_hex(&self.text)?;
        }
        Ok(json!({ "command": self.text, "format": self.format, "sms": self.by_sms }))
    }
}

fn check_hex(text: &str) -> Result<(), Error> {
    let digits: Vec<char> = text.chars().filter(|c| !matches!(c, ' ' | '-')).collect();
    if digits.is_empty()
        || !digits.len().is_multiple_of(2)
        || !digits.iter().all(char::is_ascii_hexdigit)
    {
        return Err(Error::invalid(
            "a hexadecimal command must be pairs of the digits 0 to 9 and A to F",
        ));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn format_and_way_are_spelled_out_on_the_wire() {
        assert_eq!(
            Command::text("engine_stop").to_wire(),
            Ok(json!({ "command": "engine_stop", "format": "Text", "sms": false }))
        );
    }

    #[test]
    fn hexadecimal_commands_are_checked() {
        let hex = |text: &str| {
            Command {
                format: CommandFormat::Hex,
                ..Command::text(text)
            }
            .to_wire()
            .is_ok()
        };
        assert!(hex("0A 1B-2c"));
        for wrong in ["0A 1", "engine_stop", "--", ""] {
            assert!(!hex(wrong), "{wrong}");
        }
    }
}
