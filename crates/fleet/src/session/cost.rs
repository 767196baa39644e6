//! What a plan costs in requests, and how long those take.

use super::Active;
use super::lots::LOT;
use super::plans::Item;
use crate::change::{AnyChange, Change};
use crate::view::bulk::{ItemState, RequestCost};
use crate::view::changes::Way;
use crate::view::count;

/// An edit that is sent by a reading of its own: read, sent, read back.
const EDIT_BY_READING: usize = 3;

/// Where records are sent whole, that takes one more reading a moment before.
const EDIT_WHOLE: usize = 4;

/// Requests for all that waits among these, if each goes well at the first time: the lists that each
/// lot is held against and the last one is found out by, the changes themselves, and the list that is
/// read again at the end.
pub(super) fn requests_of<'a>(items: impl Iterator<Item = &'a Item>, way: Way) -> usize {
    let (mut groups, mut users) = (Sum::default(), Sum::default());
    for item in items.filter(|item| item.state == ItemState::Waiting) {
        match &item.change {
            AnyChange::Group(Change::Edit { .. }) => groups.add(match way {
                Way::Parts => EDIT_BY_READING,
                Way::Whole => EDIT_WHOLE,
            }),
            AnyChange::User(Change::Edit { .. }) => users.add(match way {
                Way::Parts => 1,
                Way::Whole => EDIT_WHOLE,
            }),
            AnyChange::Group(_) => groups.add(1),
            AnyChange::User(_) => users.add(1),
        }
    }
    groups.requests() + users.requests()
}

/// The changes of one kind.
#[derive(Default)]
struct Sum {
    changes: usize,
    requests: usize,
}

impl Sum {
    fn add(&mut self, requests: usize) {
        self.changes += 1;
        self.requests += requests;
    }

    fn requests(&self) -> usize {
        match self.changes {
            0 => 0,
            changes => self.requests + changes.div_ceil(LOT) + 2,
        }
    }
}

impl Active {
    /// What all that waits among these costs.
    pub(super) fn cost_of<'a>(&self, items: impl Iterator<Item = &'a Item>) -> RequestCost {
        let spending = self.desk.spending();
        let requests = count(requests_of(items, self.way()));
        let per_minute = spending.limit_per_minute.max(1);
        let seconds = u64::from(requests) * 60 / u64::from(per_minute);
        RequestCost {
            requests,
            duration_s: u32::try_from(seconds).unwrap_or(u32::MAX),
            per_minute,
            limit_source: spending.limit_source,
        }
    }
}
