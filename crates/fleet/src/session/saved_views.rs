//! The views of the users' table that an account keeps.

use fleet_store::NoteKey;

use super::{Active, lock};
use crate::blocking::blocking;
use crate::error::Error;
use crate::moves::ViewName;
use crate::view::users::SavedView;

impl Active {
    /// The views, in the order in which they were made.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub async fn saved_views(&self) -> Result<Vec<SavedView>, Error> {
        if let Some(views) = lock(&self.saved_views).clone() {
            return Ok(views);
        }
        let (store, key) = self.saved_views_note();
        let json = blocking(move || store.account_note(&key)).await?;
        let views: Vec<SavedView> = match json.as_deref().map(serde_json::from_str) {
            None => Vec::new(),
            Some(Ok(views)) => views,
            Some(Err(error)) => {
                tracing::warn!(%error, "the saved views can't be read");
                Vec::new()
            }
        };
        Ok(lock(&self.saved_views).insert(views).clone())
    }

    /// Replaces the views. Of an account that is not kept, they go with it.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub async fn set_saved_views(&self, views: Vec<SavedView>) -> Result<Vec<SavedView>, Error> {
        let json =
            serde_json::to_string(&views).map_err(|error| Error::Store(error.to_string()))?;
        let (store, key) = self.saved_views_note();
        blocking(move || store.keep_account_note(&key, &json)).await?;
        *lock(&self.saved_views) = Some(views.clone());
        self.surroundings.moves.moved(ViewName::Settings);
        Ok(views)
    }

    fn saved_views_note(&self) -> (std::sync::Arc<fleet_store::Store>, NoteKey) {
        let (store, owner) = self.journal_of();
        let key = NoteKey {
            base_url: owner.base_url,
            user_name: owner.user_name,
            subject: "saved-views",
        };
        (store, key)
    }
}
