//! Groups and users alike: a stored list whose items are read, created, replaced, patched, deleted.

use serde_json::{Map, Value};

use super::answer::Failure;
use super::patch::{apply, keep};
use super::state::Service;
use crate::company::{Company, text};
use crate::faults::Kind;

pub(super) type Item = Map<String, Value>;

/// What tells one collection from another.
pub(super) struct Collection {
    /// Where the items are kept.
    pub(super) items: fn(&Company) -> &Vec<Item>,
    pub(super) items_mut: fn(&mut Company) -> &mut Vec<Item>,
    /// Whether an item may be stored as it is; the id is that of the item it takes the place of.
    pub(super) check: fn(&Service, &Item, Option<&str>) -> Result<(), Failure>,
    /// How an item is answered.
    pub(super) shown: fn(Item) -> Item,
    /// Fields that are set when an item is created and that nobody else changes.
    pub(super) servers_own: &'static [&'static str],
    /// The field that tells when an item was last changed.
    pub(super) changed_at: &'static str,
    /// What is said of an id that isn't there.
    pub(super) not_found: &'static str,
}

impl Collection {
    pub(super) fn list(&self, service: &Service) -> Vec<Value> {
        let company = service.company();
        (self.items)(&company)
            .iter()
            .map(|item| (self.shown)(item.clone()).into())
            .collect()
    }

    pub(super) fn one(&self, service: &Service, id: &str) -> Result<Item, Failure> {
        self.stored(&service.company(), id).map(self.shown)
    }

    pub(super) fn create(&self, service: &Service, mut item: Item) -> Result<Item, Failure> {
        (self.check)(service, &item, None)?;
        let now = service.now().to_rfc3339();
        let mut company = service.company_mut();
        for field in self.servers_own {
            item.remove(*field);
        }
        item.insert("id".to_owned(), company.new_id().into());
        item.insert("creation".to_owned(), now.clone().into());
        item.insert(self.changed_at.to_owned(), now.into());
        (self.items_mut)(&mut company).push(item.clone());
        Ok((self.shown)(item))
    }

    pub(super) fn replace(&self, service: &Service, id: &str, item: Item) -> Result<Item, Failure> {
        self.change(service, id, |_| Ok(item), |failure| failure)
    }

    pub(super) fn patch(
        &self,
        service: &Service,
        id: &str,
        patch: &Value,
    ) -> Result<Item, Failure> {
        let failing_test = service.fault(|kind| match kind {
            Kind::FailingTest(status) => Some(status),
            _ => None,
        });
        let status = failing_test.unwrap_or(409);
        let patched = |stored: &Item| apply(stored, patch, status);
        // A patch of the right form may have an outcome that hasn't.
        self.change(service, id, patched, Failure::into_conflict)
    }

    pub(super) fn delete(&self, service: &Service, id: &str) -> Result<Item, Failure> {
        let mut company = service.company_mut();
        let place = self.place(&company, id)?;
        (self.items_mut)(&mut company).remove(place);
        Ok(Item::new())
    }

    fn change(
        &self,
        service: &Service,
        id: &str,
        change: impl FnOnce(&Item) -> Result<Item, Failure>,
        unfit: impl FnOnce(Failure) -> Failure,
    ) -> Result<Item, Failure> {
        let stored = self.stored(&service.company(), id)?;
        let mut changed = change(&stored)?;
        (self.check)(service, &changed, Some(id)).map_err(unfit)?;
        keep(&mut changed, &stored, self.servers_own);
        changed.insert(
            self.changed_at.to_owned(),
            service.now().to_rfc3339().into(),
        );
        let mut company = service.company_mut();
        let place = self.place(&company, id)?;
        (self.items_mut)(&mut company)[place] = changed.clone();
        Ok((self.shown)(changed))
    }

    fn stored(&self, company: &Company, id: &str) -> Result<Item, Failure> {
        let place = self.place(company, id)?;
        Ok((self.items)(company)[place].clone())
    }

    fn place(&self, company: &Company, id: &str) -> Result<usize, Failure> {
        (self.items)(company)
            .iter()
            .position(|item| text(item, "id") == id)
            .ok_or_else(|| Failure::not_found(self.not_found))
    }
}
