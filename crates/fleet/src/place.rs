//! The populated place nearest to a point, from a table inside the app (GeoNames).

use std::sync::{Arc, LazyLock};

use flate2::read::GzDecoder;
use rstar::primitives::GeomWithData;
use rstar::{PointDistance as _, RTree};
use serde::Deserialize;

use crate::globe::{ground_m, on_sphere};
use crate::view::rows::Place;

const CITIES_CSV_GZ: &[u8] = include_bytes!("../data/cities.csv.gz");

/// Farther than this from any town, naming one would mislead.
const FARTHEST_M: f64 = 100_000.0;

/// A town on the unit sphere, where straight distance orders like distance on the ground.
type Spot = GeomWithData<[f64; 3], usize>;

#[derive(Debug, Deserialize)]
struct Record {
    lat: f64,
    lon: f64,
    name: String,
    admin1: String,
    cc: String,
}

/// The table of places.
#[derive(Debug)]
pub struct Places {
    towns: Vec<Arc<Town>>,
    spots: RTree<Spot>,
}

/// A town.
#[derive(Debug, PartialEq, Eq)]
pub struct Town {
    /// Its name.
    pub name: String,
    /// The region that it lies in.
    pub region: Option<String>,
    /// ISO 3166-1 alpha-2 code of its country.
    pub country: String,
}

/// The town nearest to a point. Many vehicles are near one town, which is kept once.
#[derive(Debug, Clone, PartialEq)]
pub struct Near {
    /// The town.
    pub town: Arc<Town>,
    /// To its middle, as the crow flies.
    pub distance_m: f64,
}

impl Near {
    /// As the window shows it.
    #[must_use]
    pub fn view(&self) -> Place {
        Place {
            name: self.town.name.clone(),
            region: self.town.region.clone(),
            country: self.town.country.clone(),
            distance_m: self.distance_m,
        }
    }
}

/// The table inside the app could not be read; the app goes on without names of places.
#[derive(Debug, thiserror::Error)]
#[error("the table of places can't be read: {0}")]
pub struct PlacesError(#[from] csv::Error);

impl Places {
    /// Reads the table inside the app: about 34,000 towns.
    ///
    /// # Errors
    /// When the table is damaged.
    pub fn built_in() -> Result<Self, PlacesError> {
        Self::read(GzDecoder::new(CITIES_CSV_GZ))
    }

    /// The table inside the app, read when it is first needed: that takes some tens of
    /// milliseconds, in which the window can open. Without places if it is damaged.
    #[must_use]
    pub fn when_needed() -> LazyLock<Self> {
        LazyLock::new(|| {
            Self::built_in().unwrap_or_else(|error| {
                tracing::error!(%error, "no names of places");
                Self::none()
            })
        })
    }

    /// A table without any place.
    #[must_use]
    pub fn none() -> Self {
        Self {
            towns: Vec::new(),
            spots: RTree::new(),
        }
    }

    fn read(csv: impl std::io::Read) -> Result<Self, PlacesError> {
        let records = csv::Reader::from_reader(csv)
            .deserialize()
            .collect::<Result<Vec<Record>, _>>()?;
        let spots = records
            .iter()
            .enumerate()
            .map(|(index, record)| Spot::new(on_sphere(record.lat, record.lon), index))
            .collect();
        let towns = records.into_iter().map(|record| {
            Arc::new(Town {
                name: record.name,
                region: Some(record.admin1).filter(|region| !region.is_empty()),
                country: record.cc,
            })
        });
        Ok(Self {
            towns: towns.collect(),
            spots: RTree::bulk_load(spots),
        })
    }

    /// The nearest town within 100 km.
    #[must_use]
    pub fn nearest(&self, latitude: f64, longitude: f64) -> Option<Near> {
        let point = on_sphere(latitude, longitude);
        let spot = self.spots.nearest_neighbor(point)?;
        let distance_m = ground_m(spot.distance_2(&point).sqrt());
        let town = self.towns.get(spot.data)?;
        (distance_m <= FARTHEST_M).then(|| Near {
            town: Arc::clone(town),
            distance_m,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_table_knows_the_demo_city() {
        let places = Places::built_in().expect("the table is readable");
        let place = places.nearest(-29.953, -71.343).expect("a town is near");
        assert_eq!(
            (place.town.name.as_str(), place.town.country.as_str()),
            ("Coquimbo", "CL")
        );
        assert!(place.distance_m < 5_000.0, "{}", place.distance_m);
    }

    #[test]
    fn the_open_ocean_has_no_name() {
        let places = Places::built_in().expect("the table is readable");
        assert_eq!(places.nearest(-48.9, -123.4), None);
    }

    #[test]
    fn distance_is_measured_on_the_ground_across_the_antimeridian() {
        let csv = "lat,lon,name,admin1,admin2,cc\n0.0,179.9,East,,,XX\n";
        let places = Places::read(csv.as_bytes()).expect("the table is readable");
        let place = places.nearest(0.0, -179.9).expect("a town is near");
        assert!(
            (place.distance_m - 22_239.0).abs() < 10.0,
            "{}",
            place.distance_m
        );
    }
}
