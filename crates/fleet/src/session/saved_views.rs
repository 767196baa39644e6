//! The views of the users' table that an account keeps.

use std::sync::Arc;

use super::notes::remembered;
use super::{Active, lock};
use crate::error::Error;
use crate::moves::ViewName;
use crate::view::users::SavedView;

/// The note's subject.
const NOTE: &str = "saved-views";

impl Active {
    /// The views, in the order in which they were made.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub async fn saved_views(&self) -> Result<Vec<SavedView>, Error> {
        if let Some(views) = lock(&self.saved_views).clone() {
            return Ok(views);
        }
        let store = Arc::clone(&self.surroundings.store);
        let views: Vec<SavedView> = remembered(store, &self.account, NOTE).await?;
        Ok(lock(&self.saved_views).insert(views).clone())
    }

    /// Replaces the views. Of an account that is not kept, they go with it.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub async fn set_saved_views(&self, views: Vec<SavedView>) -> Result<Vec<SavedView>, Error> {
        self.keep_note(NOTE, &views).await?;
        *lock(&self.saved_views) = Some(views.clone());
        self.surroundings.moves.moved(ViewName::Settings);
        Ok(views)
    }
}
