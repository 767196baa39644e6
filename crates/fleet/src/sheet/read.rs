//! A file as a table: CSV with either separator and in the encodings that spreadsheets write, or a
//! workbook's first sheet.

use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::Cell;

/// No file of more rows is read.
const MOST_ROWS: usize = 100_000;

/// How every workbook begins: it is a ZIP archive.
const ZIP: &[u8] = b"PK\x03\x04";

/// Why a file is no table.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SheetError {
    /// It is damaged, or something else.
    #[error("the file can't be read: {0}")]
    Unreadable(String),
    /// It has no row but that of the titles, or none at all.
    #[error("the file has no rows")]
    Empty,
    /// It has more rows than anyone could look through.
    #[error("the file has more than {MOST_ROWS} rows")]
    TooLarge,
    /// None of its titles is known.
    #[error("none of the columns is known: {0}")]
    NoColumn(String),
}

/// The rows of a file, that of the titles first.
///
/// # Errors
/// Why it is no table.
pub(crate) fn read(bytes: &[u8]) -> Result<Vec<Vec<Cell>>, SheetError> {
    let rows = match bytes.starts_with(ZIP) {
        true => read_workbook(bytes)?,
        false => read_text(bytes)?,
    };
    match rows.len() {
        0 | 1 => Err(SheetError::Empty),
        rows if rows > MOST_ROWS => Err(SheetError::TooLarge),
        _ => Ok(rows),
    }
}

fn read_workbook(bytes: &[u8]) -> Result<Vec<Vec<Cell>>, SheetError> {
    let unreadable = |error: calamine::XlsxError| SheetError::Unreadable(error.to_string());
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(unreadable)?;
    let first = workbook.worksheet_range_at(0).ok_or(SheetError::Empty)?;
    let range = first.map_err(unreadable)?;
    let rows = range.rows().take(MOST_ROWS + 1);
    Ok(rows.map(|row| row.iter().map(cell).collect()).collect())
}

fn cell(data: &Data) -> Cell {
    match data {
        Data::Empty => Cell::Empty,
        Data::Error(error) => Cell::Error(error.to_string()),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => Cell::text(text),
        Data::Bool(on) => Cell::Flag(*on),
        #[expect(
            clippy::cast_precision_loss,
            reason = "ids that large are written as text"
        )]
        Data::Int(number) => Cell::Number(*number as f64),
        Data::Float(number) => Cell::Number(*number),
        Data::DateTime(moment) => match moment.as_datetime() {
            Some(moment) => Cell::Moment(moment),
            None => Cell::Number(moment.as_f64()),
        },
    }
}

fn read_text(bytes: &[u8]) -> Result<Vec<Vec<Cell>>, SheetError> {
    let text = decode(bytes)?;
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator(&text))
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records().take(MOST_ROWS + 1) {
        let record = record.map_err(|error| SheetError::Unreadable(error.to_string()))?;
        rows.push(record.iter().map(|text| Cell::text(bare(text))).collect());
    }
    Ok(rows)
}

/// Without the mark that keeps a spreadsheet from running it.
fn bare(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if super::write::would_run(rest) => rest,
        _ => text,
    }
}

/// By its mark, or else by what it can be.
fn decode(bytes: &[u8]) -> Result<String, SheetError> {
    let encoding = match Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        None => guess(bytes),
    };
    let (text, _, had_errors) = encoding.decode(bytes);
    // A picture, say, decodes as something too.
    if had_errors || text.contains('\0') {
        return Err(SheetError::Unreadable("it is no text".to_owned()));
    }
    Ok(text.into_owned())
}

/// What a text without a mark is: every other byte of Latin text in UTF-16 is zero, and what is no
/// UTF-8 comes from an older spreadsheet.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let begin = &bytes[..bytes.len().min(512)];
    let zeros = |odd: usize| {
        let places = begin.iter().skip(odd).step_by(2);
        places.filter(|byte| **byte == 0).count()
    };
    let many = begin.len() / 4;
    if many > 0 && zeros(1) > many {
        UTF_16LE
    } else if many > 0 && zeros(0) > many {
        UTF_16BE
    } else if std::str::from_utf8(bytes).is_ok() {
        UTF_8
    } else {
        WINDOWS_1252
    }
}

/// What divides the titles, outside of quotes.
fn separator(text: &str) -> u8 {
    let mut counts = [(b';', 0), (b',', 0), (b'\t', 0)];
    let mut is_quoted = false;
    for character in text.bytes() {
        match character {
            b'"' => is_quoted = !is_quoted,
            b'\n' | b'\r' if !is_quoted => break,
            _ if is_quoted => {}
            character => {
                for (separator, count) in &mut counts {
                    *count += usize::from(*separator == character);
                }
            }
        }
    }
    let most = counts.iter().max_by_key(|(_, count)| *count);
    most.map_or(
        b',',
        |(separator, count)| if *count == 0 { b',' } else { *separator },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(bytes: &[u8]) -> Vec<Vec<String>> {
        let rows = read(bytes).expect("a table").into_iter();
        rows.map(|row| row.iter().map(Cell::words).collect())
            .collect()
    }

    fn utf_16(text: &str, mark: bool, little: bool) -> Vec<u8> {
        let mark = mark.then_some(0xFEFF);
        let units = mark.into_iter().chain(text.encode_utf16());
        units
            .flat_map(|unit| {
                if little {
                    unit.to_le_bytes()
                } else {
                    unit.to_be_bytes()
                }
            })
            .collect()
    }

    #[test]
    fn every_encoding_and_separator_that_spreadsheets_write_is_read() {
        let expected = [["name", "group"], ["Muñoz, \"Pepe\"", "Ávila"]];
        for separator in [",", ";", "\t"] {
            let text =
                format!("name{separator}group\r\n\"Muñoz, \"\"Pepe\"\"\"{separator}Ávila\r\n");
            let (latin, ..) = WINDOWS_1252.encode(&text);
            for bytes in [
                text.as_bytes().to_vec(),
                [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
                utf_16(&text, true, true),
                utf_16(&text, true, false),
                utf_16(&text, false, true),
                utf_16(&text, false, false),
                latin.into_owned(),
            ] {
                assert_eq!(texts(&bytes), expected, "{separator:?}");
            }
        }
    }

    #[test]
    fn what_is_no_table_is_refused_with_its_reason() {
        assert_eq!(read(b""), Err(SheetError::Empty));
        assert_eq!(read(b"name,group\n"), Err(SheetError::Empty));
        let picture = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\0\0\x01\0\x08\x06";
        assert!(matches!(read(picture), Err(SheetError::Unreadable(_))));
        let archive = b"PK\x03\x04nothing of a workbook";
        assert!(matches!(read(archive), Err(SheetError::Unreadable(_))));
    }
}
