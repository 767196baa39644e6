//! Commands that a person keeps at hand, with the account.

use std::sync::Arc;

use super::super::notes::remembered;
use super::super::{Active, lock};
use crate::command::{FavouriteCommand, payload};
use crate::error::Error;
use crate::moves::ViewName;

/// The note's subject.
const NOTE: &str = "favourite-commands";

impl Active {
    /// Commands that are kept at hand, as they were ordered.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub async fn favourite_commands(&self) -> Result<Vec<FavouriteCommand>, Error> {
        if let Some(favourites) = &lock(&self.commanding).favourites {
            return Ok(favourites.clone());
        }
        let store = Arc::clone(&self.surroundings.store);
        let favourites: Vec<FavouriteCommand> = remembered(store, &self.account, NOTE).await?;
        let mut commanding = lock(&self.commanding);
        Ok(commanding.favourites.insert(favourites).clone())
    }

    /// Replaces them. Of an account that is not kept, they go with it.
    ///
    /// # Errors
    /// [`Error::Command`] for one that could not be sent; [`Error::Store`].
    pub async fn set_favourite_commands(
        &self,
        favourites: Vec<FavouriteCommand>,
    ) -> Result<Vec<FavouriteCommand>, Error> {
        for favourite in &favourites {
            payload::checked(&favourite.form)?;
        }
        self.keep_note(NOTE, &favourites).await?;
        lock(&self.commanding).favourites = Some(favourites.clone());
        self.surroundings.moves.moved(ViewName::Commands);
        Ok(favourites)
    }
}
