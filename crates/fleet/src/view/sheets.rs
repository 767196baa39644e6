//! Spreadsheets as the window asks for them and brings them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::bulk::PlanView;

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum SheetFormat {
    /// Text, divided by commas.
    Csv,
    /// A workbook.
    Xlsx,
}

/// The words of one language in a spreadsheet.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SheetTexts {
    /// Titles by the names of columns: those of [`crate::change::Field`], `id`, `device`, `lastLogin`,
    /// `creation`, `modification` and `password`.
    pub columns: BTreeMap<String, String>,
    /// Yes.
    pub yes: String,
    /// No.
    pub no: String,
}

/// How a table is written.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SheetManner {
    /// The kind of file.
    pub format: SheetFormat,
    /// The words of the person's language.
    pub texts: SheetTexts,
    /// The person's time zone, by its IANA name.
    pub zone: String,
}

/// A file that a person brings.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Import {
    /// What its rows are.
    pub subject: SheetSubject,
    /// The file, in Base64.
    pub base64: String,
    /// The words of each language that the app speaks, the person's first.
    pub texts: Vec<SheetTexts>,
    /// The person's time zone, by its IANA name.
    pub zone: String,
}

/// What a table of changes is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum SheetSubject {
    /// Groups.
    Group,
    /// Users.
    User,
}

/// What a file would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportView {
    /// The plan that it makes.
    pub plan: PlanView,
    /// Users or groups that it makes.
    pub creates: u32,
    /// Of those that it changes, users whom it shuts out.
    pub disables: u32,
    /// Titles of columns that nobody knows; they are passed over.
    pub ignored: Vec<String>,
}

/// A file to be saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SheetFile {
    /// The file, in Base64.
    pub base64: String,
}
