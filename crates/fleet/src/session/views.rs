//! Views that a person opens now and then and that go through the whole fleet: made beside the
//! runtime's own threads.

use std::sync::Arc;

use super::Active;
use crate::blocking::blocking;
use crate::error::Error;
use crate::view::map::MapQuery;
use crate::view::map_list::MapList;
use crate::view::place::{NearDevice, NearestQuery};
use crate::view::tags::{TagKey, TagsQuery};

impl Active {
    /// What lies within a viewport of the map.
    ///
    /// # Errors
    /// [`Error::Interrupted`].
    pub async fn map_list(self: &Arc<Self>, query: MapQuery) -> Result<MapList, Error> {
        let active = Arc::clone(self);
        blocking(move || {
            let places = &active.surroundings.places;
            Ok::<_, Error>(active.fleet().map_list(&query, places))
        })
        .await
    }

    /// The devices nearest to a point.
    ///
    /// # Errors
    /// [`Error::Interrupted`].
    pub async fn nearest(self: &Arc<Self>, query: NearestQuery) -> Result<Vec<NearDevice>, Error> {
        let active = Arc::clone(self);
        blocking(move || Ok::<_, Error>(active.fleet().nearest(&query))).await
    }

    /// The tags of the account's devices.
    ///
    /// # Errors
    /// [`Error::Interrupted`].
    pub async fn device_tags(self: &Arc<Self>, query: TagsQuery) -> Result<Vec<TagKey>, Error> {
        let active = Arc::clone(self);
        blocking(move || Ok::<_, Error>(active.fleet().device_tags(&query))).await
    }
}
