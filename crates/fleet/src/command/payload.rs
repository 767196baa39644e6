//! What the text of a command may be, and whether it is known to stop a vehicle.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use plaspy::models::{Command, CommandFormat};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::CommandForm;

/// An SMS holds 160 characters of the plain alphabet.
const MOST_SMS_CHARACTERS: usize = 160;

/// An SMS holds 140 bytes.
const MOST_SMS_BYTES: usize = 140;

/// Far more than any tracker's manual asks for; the service names no limit.
const MOST_BYTES: usize = 1024;

/// Parts of commands by which trackers of common makes cut fuel or ignition, and words that people use
/// for it, without case, spaces and punctuation.
const STOPPING: [&str; 23] = [
    "enginestop",
    "stopengine",
    "engineoff",
    "stopelec",
    "stopoil",
    "cutoil",
    "cutoff",
    "cutfuel",
    "fuelcut",
    "dyd",
    "relay",
    "setdigout",
    "immobil",
    "blockengine",
    "lockengine",
    "killengine",
    "apagarmotor",
    "pararmotor",
    "cortarmotor",
    "gtout",
    "bloque",
    "cortecombustible",
    "cortedemotor",
];

/// How the text of a command is decoded.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum PayloadFormat {
    /// Sent as it is.
    #[default]
    Text,
    /// Pairs of hexadecimal digits; spaces and hyphens don't count.
    Hex,
    /// Base64.
    Base64,
}

/// Why a command can't be sent as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS, thiserror::Error)]
#[serde(rename_all = "camelCase")]
pub enum PayloadFault {
    /// There is nothing to send.
    #[error("a command must not be empty")]
    Empty,
    /// It holds line breaks or other characters that nobody types.
    #[error("a command must not hold line breaks or control characters")]
    Control,
    /// A character is no hexadecimal digit.
    #[error("a hexadecimal command may only hold the digits 0 to 9 and A to F")]
    HexDigit,
    /// The digits don't make pairs.
    #[error("a hexadecimal command must be pairs of digits")]
    HexPairs,
    /// It is no Base64.
    #[error("the command is not Base64")]
    Base64,
    /// It is longer than an SMS.
    #[error("the command is longer than one SMS")]
    LongForSms,
    /// It is longer than anything that a tracker takes.
    #[error("the command is longer than {MOST_BYTES} bytes")]
    Long,
}

/// The command as the client sends it.
///
/// # Errors
/// Why it can't be sent.
pub fn checked(form: &CommandForm) -> Result<Command, PayloadFault> {
    let text = form.text.trim();
    let bytes = decoded(text, form.format)?;
    if bytes.is_empty() {
        return Err(PayloadFault::Empty);
    }
    let is_long_for_sms = match form.format {
        PayloadFormat::Text if text.is_ascii() => bytes.len() > MOST_SMS_CHARACTERS,
        _ => bytes.len() > MOST_SMS_BYTES,
    };
    if form.by_sms && is_long_for_sms {
        return Err(PayloadFault::LongForSms);
    }
    if bytes.len() > MOST_BYTES {
        return Err(PayloadFault::Long);
    }
    Ok(Command {
        text: text.to_owned(),
        format: match form.format {
            PayloadFormat::Text => CommandFormat::Text,
            PayloadFormat::Hex => CommandFormat::Hex,
            PayloadFormat::Base64 => CommandFormat::Base64,
        },
        by_sms: form.by_sms,
    })
}

/// How many bytes the tracker gets.
///
/// # Errors
/// Why it can't be told.
pub fn length_bytes(form: &CommandForm) -> Result<usize, PayloadFault> {
    decoded(form.text.trim(), form.format).map(|bytes| bytes.len())
}

/// Whether what the tracker gets has the words of a command that cuts fuel or ignition. Commands in a
/// maker's own binary form can't be known.
#[must_use]
pub fn is_known_to_stop(text: &str, format: PayloadFormat) -> bool {
    let Ok(bytes) = decoded(text.trim(), format) else {
        return false;
    };
    let words: String = String::from_utf8_lossy(&bytes)
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect();
    STOPPING.iter().any(|part| words.contains(part)) || has_stop_with_password(&words)
}

/// "stop" and the tracker's password, as Coban spells it.
fn has_stop_with_password(words: &str) -> bool {
    words.split("stop").skip(1).any(|after| {
        let digits = after.chars().take_while(char::is_ascii_digit).count();
        digits >= 4
    })
}

fn decoded(text: &str, format: PayloadFormat) -> Result<Vec<u8>, PayloadFault> {
    match format {
        PayloadFormat::Text if text.chars().any(char::is_control) => Err(PayloadFault::Control),
        PayloadFormat::Text => Ok(text.as_bytes().to_vec()),
        PayloadFormat::Hex => {
            let digits: Vec<u32> = text
                .chars()
                .filter(|c| !matches!(c, ' ' | '-'))
                .map(|c| c.to_digit(16).ok_or(PayloadFault::HexDigit))
                .collect::<Result<_, _>>()?;
            if !digits.len().is_multiple_of(2) {
                return Err(PayloadFault::HexPairs);
            }
            let pairs = digits.chunks_exact(2);
            let bytes = pairs.map(|pair| u8::try_from(pair[0] * 16 + pair[1]).unwrap_or_default());
            Ok(bytes.collect())
        }
        PayloadFormat::Base64 => STANDARD.decode(text).map_err(|_| PayloadFault::Base64),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn fault(text: &str, format: PayloadFormat) -> Option<PayloadFault> {
        let form = CommandForm {
            text: text.to_owned(),
            format,
            ..CommandForm::default()
        };
        checked(&form).err()
    }

    #[test]
    fn each_format_says_what_is_wrong() {
        use PayloadFormat::{Base64, Hex, Text};
        for (text, format, expected) in [
            ("engine_stop", Text, None),
            ("  ", Text, Some(PayloadFault::Empty)),
            ("a\nb", Text, Some(PayloadFault::Control)),
            ("0A 1B-2c", Hex, None),
            ("0A 1", Hex, Some(PayloadFault::HexPairs)),
            ("0x0A", Hex, Some(PayloadFault::HexDigit)),
            (" - ", Hex, Some(PayloadFault::Empty)),
            ("ZW5naW5lX3N0b3A=", Base64, None),
            ("ZW5naW5l_3N0b3A", Base64, Some(PayloadFault::Base64)),
            ("", Base64, Some(PayloadFault::Empty)),
        ] {
            assert_eq!(fault(text, format), expected, "{text:?}");
        }
    }

    #[test]
    fn an_sms_is_shorter_than_a_data_packet() {
        let form = |length, by_sms| CommandForm {
            text: "a".repeat(length),
            by_sms,
            ..CommandForm::default()
        };
        assert!(checked(&form(160, true)).is_ok());
        assert_eq!(checked(&form(161, true)), Err(PayloadFault::LongForSms));
        assert!(checked(&form(161, false)).is_ok());
        assert_eq!(checked(&form(1025, false)), Err(PayloadFault::Long));
    }

    #[test]
    fn what_stops_vehicles_is_known_in_every_dress() {
        use PayloadFormat::{Base64, Hex, Text};
        for (text, format) in [
            ("engine_stop", Text),
            ("Stop Engine", Text),
            ("RELAY,1#", Text),
            ("DYD#", Text),
            ("stop000000", Text),
            ("AT+GTOUT=gv300,1,,,,,,0,,,,,,,FFFF$", Text),
            ("Bloquear motor", Text),
            ("setdigout 1", Text),
            ("65 6E 67 69 6E 65 5F 73 74 6F 70", Hex),
            ("ZW5naW5lX3N0b3A=", Base64),
        ] {
            assert!(is_known_to_stop(text, format), "{text}");
        }
        for text in ["where", "getver", "reset", "interval 30"] {
            assert!(!is_known_to_stop(text, Text), "{text}");
        }
    }

    proptest! {
        #[test]
        fn nothing_that_a_person_types_panics(text in ".*", sms: bool, dangerous: bool, format in 0..3) {
            let format = [PayloadFormat::Text, PayloadFormat::Hex, PayloadFormat::Base64][format as usize];
            let form = CommandForm { text, format, by_sms: sms, is_dangerous: dangerous };
            let checked = checked(&form);
            prop_assert!(checked.is_err() || length_bytes(&form).is_ok_and(|bytes| bytes > 0));
            let _ = form.is_treated_as_dangerous();
        }
    }
}
