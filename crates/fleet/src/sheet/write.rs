//! A table as a file.

use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

use super::report::sheet_names;
use super::{Cell, Sheet};
use crate::view::sheets::SheetFormat;

/// Why a file can't be written.
#[derive(Debug, Clone, thiserror::Error)]
#[error("the file can't be written: {0}")]
pub struct WriteError(String);

impl From<csv::Error> for WriteError {
    fn from(error: csv::Error) -> Self {
        Self(error.to_string())
    }
}

impl From<XlsxError> for WriteError {
    fn from(error: XlsxError) -> Self {
        Self(error.to_string())
    }
}

/// The bytes of a file with these rows, that of the titles first.
///
/// # Errors
/// What the format can't hold.
pub(crate) fn write(rows: &[Vec<Cell>], format: SheetFormat) -> Result<Vec<u8>, WriteError> {
    match format {
        SheetFormat::Csv => write_csv(rows),
        SheetFormat::Xlsx => {
            let mut workbook = Workbook::new();
            write_sheet(workbook.add_worksheet(), rows)?;
            Ok(workbook.save_to_buffer()?)
        }
    }
}

fn write_csv(rows: &[Vec<Cell>]) -> Result<Vec<u8>, WriteError> {
    // The mark without which some spreadsheets take it for the encoding of their country.
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(b"\xEF\xBB\xBF".to_vec());
    for row in rows {
        writer.write_record(row.iter().map(|cell| defused(cell.words())))?;
    }
    writer
        .into_inner()
        .map_err(|error| WriteError(error.to_string()))
}

/// The bytes of a workbook of several tables.
///
/// # Errors
/// What the format can't hold.
pub(crate) fn write_workbook(sheets: &[Sheet]) -> Result<Vec<u8>, WriteError> {
    let mut workbook = Workbook::new();
    let names = sheet_names(sheets.iter().map(|sheet| sheet.name.as_str()));
    for (Sheet { rows, .. }, name) in sheets.iter().zip(names) {
        let sheet = workbook.add_worksheet();
        sheet.set_name(name)?;
        write_sheet(sheet, rows)?;
    }
    Ok(workbook.save_to_buffer()?)
}

fn write_sheet(sheet: &mut Worksheet, rows: &[Vec<Cell>]) -> Result<(), WriteError> {
    let bold = Format::new().set_bold();
    let moment = Format::new().set_num_format("yyyy-mm-dd hh:mm:ss");
    let day = Format::new().set_num_format("yyyy-mm-dd");
    let duration = Format::new().set_num_format("[h]:mm:ss");
    sheet.set_freeze_panes(1, 0)?;
    for (row, cells) in (0_u32..).zip(rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            match cell {
                Cell::Empty => {}
                Cell::Text(text) if row == 0 => {
                    sheet.write_string_with_format(row, column, text, &bold)?;
                }
                // A text of a workbook is a text, whatever it begins with.
                Cell::Text(text) | Cell::Error(text) => {
                    sheet.write_string(row, column, text)?;
                }
                Cell::Number(number) => {
                    sheet.write_number(row, column, *number)?;
                }
                Cell::Flag(on) => {
                    sheet.write_boolean(row, column, *on)?;
                }
                Cell::Moment(at) => {
                    let serial = excel_serial(*at);
                    sheet.write_number_with_format(row, column, serial, &moment)?;
                }
                Cell::Day(at) => {
                    let serial = excel_serial(at.and_time(chrono::NaiveTime::MIN));
                    sheet.write_number_with_format(row, column, serial, &day)?;
                }
                Cell::Duration(seconds) => {
                    let days = f64::from(*seconds) / 86_400.0;
                    sheet.write_number_with_format(row, column, days, &duration)?;
                }
            }
        }
    }
    sheet.autofit();
    Ok(())
}

/// Days since the end of 1899, as workbooks count.
fn excel_serial(at: chrono::NaiveDateTime) -> f64 {
    let epoch = chrono::NaiveDate::from_ymd_opt(1899, 12, 30).unwrap_or_default();
    let since = at - epoch.and_time(chrono::NaiveTime::MIN);
    #[expect(clippy::cast_precision_loss, reason = "seconds of millennia fit")]
    let seconds = since.num_seconds() as f64;
    seconds / 86_400.0
}

/// Whether a spreadsheet would take a text for a formula.
pub(super) fn would_run(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r'])
}

/// A text that no spreadsheet runs: the mark makes it a text.
fn defused(text: String) -> String {
    match would_run(&text) {
        true => format!("'{text}"),
        false => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::read;

    #[test]
    fn what_is_written_is_read_the_same_and_runs_nowhere() {
        let at = chrono::NaiveDate::from_ymd_opt(2026, 3, 29)
            .and_then(|day| day.and_hms_opt(2, 30, 1))
            .expect("a moment");
        let rows = vec![
            ["name", "note", "until"].map(Cell::text).to_vec(),
            vec![
                Cell::text("=HYPERLINK(\"http://x\")"),
                Cell::text("two\nlines; \"quoted\", 'ñ'"),
                Cell::Moment(at),
            ],
            vec![Cell::text("+56 9 1234"), Cell::text("-1"), Cell::Empty],
        ];
        let words = |rows: &[Vec<Cell>]| -> Vec<Vec<String>> {
            let rows = rows.iter();
            rows.map(|row| row.iter().map(Cell::words).collect())
                .collect()
        };
        for format in [SheetFormat::Csv, SheetFormat::Xlsx] {
            let bytes = write(&rows, format).expect("written");
            let again = read(&bytes).expect("a table");
            assert_eq!(words(&again), words(&rows), "{format:?}");
        }
        let csv = write(&rows, SheetFormat::Csv).expect("written");
        let csv = String::from_utf8(csv).expect("UTF-8");
        assert!(csv.contains("\"'=HYPERLINK"), "{csv}");
        assert!(csv.contains("'+56 9 1234,'-1,"), "{csv}");
    }
}
