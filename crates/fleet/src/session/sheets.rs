//! Spreadsheets of an account: exported, and brought back as a plan.

use std::sync::Arc;

use secrecy::ExposeSecret as _;

use super::{Active, lock};
use crate::blocking::blocking;
use crate::change::{AnyChange, Change};
use crate::error::Error;
use crate::ledger::calendar::zone_named;
use crate::sheet::{self, Cell, Known, Manner};
use crate::view::bulk::{DeviceSelection, ItemState, JobView};
use crate::view::count;
use crate::view::filter::Sort;
use crate::view::sheets::{ImportView, SheetManner, SheetSubject, SheetTexts};
use crate::view::users::UserSelection;

/// So many devices are read out of the fleet at once.
const ROWS_AT_ONCE: usize = 1_000;

fn manner(texts: Vec<SheetTexts>, zone: &str) -> Manner {
    Manner {
        texts,
        zone: zone_named(zone),
    }
}

impl Active {
    /// A file of some users.
    ///
    /// # Errors
    /// Why the users could not be read, or [`Error::SheetUnwritten`].
    pub async fn export_users(
        self: &Arc<Self>,
        selection: UserSelection,
        how: SheetManner,
    ) -> Result<Vec<u8>, Error> {
        let users = self.users().await?;
        let active = Arc::clone(self);
        blocking(move || {
            let manner = manner(vec![how.texts], &how.zone);
            let now = active.client.server_now();
            let rows = sheet::user_rows(&users.selected(&selection, now), &active.fleet(), &manner);
            sheet::write(&rows, how.format)
        })
        .await
    }

    /// A file of some devices as the list shows them, in its order.
    ///
    /// # Errors
    /// [`Error::SheetUnwritten`].
    pub async fn export_devices(
        self: &Arc<Self>,
        selection: DeviceSelection,
        sort: Sort,
        how: SheetManner,
    ) -> Result<Vec<u8>, Error> {
        let active = Arc::clone(self);
        blocking(move || {
            let manner = manner(vec![how.texts], &how.zone);
            let ids = active.fleet().selected(&selection, sort);
            let mut rows = vec![sheet::device_titles(&manner)];
            // What comes meanwhile is folded between two lots, and doesn't wait for the last row.
            for lot in ids.chunks(ROWS_AT_ONCE) {
                let of_lot = active.fleet().rows_of(lot);
                rows.extend(of_lot.iter().map(|row| sheet::device_row(row, &manner)));
            }
            sheet::write(&rows, how.format)
        })
        .await
    }

    /// A file of all groups and their devices.
    ///
    /// # Errors
    /// [`Error::SheetUnwritten`].
    pub async fn export_groups(self: &Arc<Self>, how: SheetManner) -> Result<Vec<u8>, Error> {
        let active = Arc::clone(self);
        blocking(move || {
            let manner = manner(vec![how.texts], &how.zone);
            let rows = sheet::group_rows(&active.fleet(), &manner);
            sheet::write(&rows, how.format)
        })
        .await
    }

    /// Plans what a file says of users or groups as they are now. `texts` are those of each language,
    /// the person's first.
    ///
    /// # Errors
    /// [`Error::Sheet`], or why the users could not be read.
    pub async fn plan_import(
        self: &Arc<Self>,
        subject: SheetSubject,
        file: Vec<u8>,
        texts: Vec<SheetTexts>,
        zone: &str,
    ) -> Result<ImportView, Error> {
        let manner = manner(texts, zone);
        let users = match subject {
            SheetSubject::User => Some(self.read_users().await?),
            SheetSubject::Group => self.read_users().await.ok(),
        };
        let places = match subject {
            SheetSubject::User => self.service_places().await,
            SheetSubject::Group => super::users::Places::default(),
        };
        let active = Arc::clone(self);
        blocking(move || {
            let cells = sheet::read(&file)?;
            let read = match (subject, users.as_deref()) {
                (SheetSubject::User, Some(users)) => {
                    let fleet = active.fleet();
                    let known = Known {
                        users,
                        fleet: &fleet,
                        devices: fleet.device_index(),
                        countries: &places.countries,
                        time_zones: &places.time_zones,
                    };
                    sheet::read_users(&cells, &known, &manner)?
                }
                _ => sheet::read_groups(&cells, &active.fleet(), &manner)?,
            };
            let plan = active.plan_rows(read.rows, users.as_deref());
            let (creates, disables) = active.count_in_plan();
            Ok::<_, Error>(ImportView {
                plan,
                creates,
                disables,
                ignored: read.ignored,
            })
        })
        .await
    }

    /// How many things the plan makes, and how many users it shuts out.
    fn count_in_plan(&self) -> (u32, u32) {
        let work = lock(&self.work);
        let items = work.plan.as_ref().map_or(&[][..], |plan| &plan.items);
        let waiting = || items.iter().filter(|item| item.state == ItemState::Waiting);
        let is_new = |change: &AnyChange| {
            matches!(
                change,
                AnyChange::User(Change::Create { .. }) | AnyChange::Group(Change::Create { .. })
            )
        };
        let shuts_out = |change: &AnyChange| match change {
            AnyChange::User(Change::Edit { before, after, .. }) => {
                after.disabled && !before.disabled
            }
            _ => false,
        };
        let count = |is_it: &dyn Fn(&AnyChange) -> bool| {
            count(waiting().filter(|item| is_it(&item.change)).count())
        };
        (count(&is_new), count(&shuts_out))
    }

    /// A file of the users that the work made, with their passwords.
    ///
    /// # Errors
    /// [`Error::PasswordGone`] where there are none, [`Error::SheetUnwritten`].
    pub fn job_passwords(&self, how: &SheetManner) -> Result<Vec<u8>, Error> {
        let titles = ["name", "email", "password"].map(|name| {
            let title = how.texts.columns.get(name).map_or(name, String::as_str);
            Cell::text(title)
        });
        let mut rows = vec![titles.to_vec()];
        {
            let work = lock(&self.work);
            for (form, number) in work.made() {
                let password = self.passwords.get(number)?;
                let cells = [&form.name, &form.email, password.expose_secret()].map(Cell::text);
                rows.push(cells.to_vec());
            }
        }
        if rows.len() == 1 {
            return Err(Error::PasswordGone);
        }
        Ok(sheet::write(&rows, how.format)?)
    }

    /// The person has saved the passwords of the users that the work made: they are forgotten, and
    /// there is no other such file.
    ///
    /// # Errors
    /// [`Error::NoJob`].
    pub fn forget_job_passwords(&self) -> Result<JobView, Error> {
        let numbers = lock(&self.work).forget_made();
        for number in numbers {
            self.passwords.forget(number);
        }
        self.with_job(|_| {})
    }
}
