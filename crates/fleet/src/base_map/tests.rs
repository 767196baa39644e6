//! Online maps against servers on this computer that behave as servers do.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::response::Response;
use chrono::{DateTime, Utc};
use tempfile::TempDir;
use tokio::net::TcpListener;

use super::samples::{PNG, vector_tile};
use super::*;
use crate::settings::BaseMapChoice;

const MIB: u64 = 1024 * 1024;

/// A clock that stands until it is set.
#[derive(Default)]
struct StoppedClock(AtomicI64);

impl StoppedClock {
    fn pass(&self, seconds: i64) {
        self.0.fetch_add(seconds, Ordering::Relaxed);
    }
}

impl Clock for StoppedClock {
    fn now(&self) -> DateTime<Utc> {
        let seconds = 1_800_000_000 + self.0.load(Ordering::Relaxed);
        DateTime::from_timestamp(seconds, 0).expect("in range")
    }
}

/// What a server was asked: the path, and the headers that matter.
#[derive(Debug, Clone, PartialEq)]
struct Asked {
    path: String,
    user_agent: String,
    if_none_match: Option<String>,
}

/// How a server answers.
#[derive(Debug, Clone)]
enum Manner {
    Answers(u16, Vec<(&'static str, String)>, Vec<u8>),
    Stalls,
}

fn png(headers: &[(&'static str, &str)]) -> Manner {
    let headers = headers
        .iter()
        .map(|(name, value)| (*name, (*value).to_owned()));
    Manner::Answers(200, headers.collect(), PNG.to_vec())
}

fn status(status: u16) -> Manner {
    Manner::Answers(status, Vec::new(), b"<html>no</html>".to_vec())
}

/// A server on this computer. What it was told to answer comes once each, the last for ever.
#[derive(Clone, Default)]
struct Server {
    asked: Arc<Mutex<Vec<Asked>>>,
    manners: Arc<Mutex<VecDeque<Manner>>>,
    port: u16,
}

impl Server {
    async fn start(manners: impl IntoIterator<Item = Manner>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("bound");
        let server = Self {
            manners: Arc::new(Mutex::new(manners.into_iter().collect())),
            port: listener.local_addr().expect("an address").port(),
            ..Self::default()
        };
        let router = Router::new()
            .fallback(Self::answer)
            .with_state(server.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        server
    }

    fn note(&self, request: &Request) {
        let header = |name: &str| Some(request.headers().get(name)?.to_str().ok()?.to_owned());
        self.asked.lock().expect("no panic").push(Asked {
            path: request.uri().path().to_owned(),
            user_agent: header("user-agent").unwrap_or_default(),
            if_none_match: header("if-none-match"),
        });
    }

    async fn answer(State(server): State<Self>, request: Request) -> Response {
        server.note(&request);
        drop(request);
        let manner = {
            let mut manners = server.manners.lock().expect("no panic");
            match manners.len() {
                1 => manners.front().cloned(),
                _ => manners.pop_front(),
            }
        };
        match manner.expect("a manner") {
            Manner::Stalls => std::future::pending().await,
            Manner::Answers(status, headers, body) => {
                let mut response = Response::builder().status(status);
                for (name, value) in headers {
                    response = response.header(name, value);
                }
                response.body(Body::from(body)).expect("a response")
            }
        }
    }

    fn manner(&self, manner: Manner) {
        *self.manners.lock().expect("no panic") = VecDeque::from([manner]);
    }

    fn asked(&self) -> Vec<Asked> {
        self.asked.lock().expect("no panic").clone()
    }

    fn template(&self) -> String {
        format!("http://127.0.0.1:{}/{{z}}/{{x}}/{{y}}.png", self.port)
    }

    fn settings(&self) -> BaseMapSettings {
        online(&self.template())
    }
}

fn online(url: &str) -> BaseMapSettings {
    BaseMapSettings {
        choice: BaseMapChoice::Online,
        online_url: url.to_owned(),
        ..BaseMapSettings::default()
    }
}

struct World {
    folder: TempDir,
    clock: Arc<StoppedClock>,
    most_pages: Option<u32>,
}

impl World {
    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().expect("a folder"),
            clock: Arc::default(),
            most_pages: None,
        }
    }

    /// The base map, freshly started, with its choice opened.
    async fn start(&self, settings: BaseMapSettings) -> BaseMap {
        let folder = self.folder.path().to_owned();
        let kept = Kept::new(folder, 64 * MIB, self.most_pages, Arc::default());
        let timeouts = Timeouts {
            connect: Duration::from_secs(5),
            total: Duration::from_millis(500),
        };
        let clock = Arc::<StoppedClock>::clone(&self.clock);
        let map = BaseMap::with(kept, timeouts, settings, clock, Arc::default());
        map.view().await;
        map
    }
}

fn tile(z: u8, x: u32, y: u32) -> MapPart {
    MapPart::Tile { source: 0, z, x, y }
}

async fn kind_of_failure(map: &BaseMap, part: &MapPart) -> MapTroubleKind {
    match map.part(0, part).await {
        Err(Error::Map(failure)) => failure.kind,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_tile_is_asked_for_once_by_the_app_s_own_name_and_then_kept() {
    let world = World::new();
    let server = Server::start([png(&[("cache-control", "max-age=3600")])]).await;
    let map = world.start(server.settings()).await;
    let part = tile(3, 1, 2);
    let (first, second) = tokio::join!(map.part(0, &part), map.part(0, &part));
    assert_eq!(first.expect("a tile"), PNG);
    assert_eq!(second.expect("a tile"), PNG);
    let asked = server.asked();
    assert_eq!(asked.len(), 1, "two that want the same ask once");
    assert_eq!(asked[0].path, "/3/1/2.png");
    assert!(asked[0].user_agent.starts_with("Atalaya/"), "{asked:?}");
    // After the next start as well, and without the server.
    server.manner(status(500));
    let map = world.start(server.settings()).await;
    assert_eq!(map.part(0, &part).await.expect("kept"), PNG);
    assert_eq!(server.asked().len(), 1);
    assert!(map.cache().await.expect("read").size_bytes > 0);
    map.clear_cache().await.expect("cleared");
    assert_eq!(map.cache().await.expect("read").size_bytes, 0);
    assert_eq!(kind_of_failure(&map, &part).await, MapTroubleKind::Down);
}

#[tokio::test]
async fn what_has_grown_old_is_asked_about_and_renewed_by_a_304() {
    let world = World::new();
    let fresh = [("cache-control", "max-age=60"), ("etag", "\"v1\"")];
    let unchanged = vec![("cache-control", "max-age=60".to_owned())];
    let server = Server::start([png(&fresh), Manner::Answers(304, unchanged, Vec::new())]).await;
    let map = world.start(server.settings()).await;
    let part = tile(0, 0, 0);
    map.part(0, &part).await.expect("a tile");
    world.clock.pass(61);
    assert_eq!(map.part(0, &part).await.expect("the same"), PNG);
    let asked = server.asked();
    assert_eq!(asked[1].if_none_match.as_deref(), Some("\"v1\""));
    world.clock.pass(30);
    map.part(0, &part).await.expect("good again");
    assert_eq!(server.asked().len(), 2);
}

#[tokio::test]
async fn what_has_grown_old_serves_while_the_server_fails_or_stalls() {
    let world = World::new();
    let server = Server::start([png(&[("cache-control", "max-age=0")])]).await;
    let map = world.start(server.settings()).await;
    let part = tile(0, 0, 0);
    map.part(0, &part).await.expect("a tile");
    for manner in [status(503), Manner::Stalls] {
        server.manner(manner);
        world.clock.pass(1_000);
        assert_eq!(map.part(0, &part).await.expect("the old one"), PNG);
        assert!(map.trouble().is_some());
    }
}

#[tokio::test]
async fn a_dead_server_is_left_alone_and_said_to_be_dead() {
    let world = World::new();
    let server = Server::start([status(500)]).await;
    let map = world.start(server.settings()).await;
    for x in 0..8 {
        let kind = kind_of_failure(&map, &tile(3, x, 0)).await;
        assert_eq!(kind, MapTroubleKind::Down);
    }
    assert_eq!(server.asked().len(), 1, "asked once in 5 seconds");
    let trouble = map.trouble().expect("it fails");
    assert_eq!(trouble.place, format!("127.0.0.1:{}", server.port));
    assert!(
        trouble
            .retry_in_s
            .is_some_and(|wait| (1..=6).contains(&wait))
    );
    // It comes back; a person who says so needs not wait.
    server.manner(png(&[]));
    map.try_again();
    assert_eq!(map.trouble(), None);
    map.part(0, &tile(3, 0, 0)).await.expect("a tile");
    assert_eq!(map.trouble(), None);
}

#[tokio::test]
async fn a_server_that_nobody_runs_and_one_that_stalls_are_told_apart() {
    let world = World::new();
    let server = Server::start([Manner::Stalls]).await;
    let map = world.start(server.settings()).await;
    assert_eq!(
        kind_of_failure(&map, &tile(0, 0, 0)).await,
        MapTroubleKind::Timeout
    );
    let nobody = TcpListener::bind("127.0.0.1:0").await.expect("bound");
    let port = nobody.local_addr().expect("an address").port();
    drop(nobody);
    let map = world
        .start(online(&format!(
            "http://127.0.0.1:{port}/{{z}}/{{x}}/{{y}}"
        )))
        .await;
    assert_eq!(
        kind_of_failure(&map, &tile(0, 0, 0)).await,
        MapTroubleKind::NoNetwork
    );
}

#[tokio::test]
async fn a_server_gets_so_many_questions_at_once_and_no_more_once_it_stalls() {
    let world = World::new();
    let server = Server::start([Manner::Stalls]).await;
    let map = world.start(server.settings()).await;
    let parts: Vec<_> = (0..20).map(|x| tile(5, x, 0)).collect();
    let had = futures_util::future::join_all(parts.iter().map(|part| map.part(0, part))).await;
    assert!(had.iter().all(Result::is_err));
    let asked = server.asked().len();
    assert!((1..=6).contains(&asked), "{asked}");
}

#[tokio::test]
async fn what_is_no_tile_is_neither_shown_nor_kept() {
    let claimed = vec![("content-type", "image/png".to_owned())];
    let page = Manner::Answers(200, claimed.clone(), b"<html>Welcome</html>".to_vec());
    let vector = Manner::Answers(200, claimed.clone(), vector_tile());
    let vast = Manner::Answers(200, claimed, vec![0; 5 * 1024 * 1024]);
    let elsewhere = vec![("location", "http://127.0.0.1:1/tile.png".to_owned())];
    let moved = Manner::Answers(302, elsewhere, Vec::new());
    for (manner, expected) in [
        (page, MapTroubleKind::WebPage),
        (vector, MapTroubleKind::VectorTiles),
        (vast, MapTroubleKind::TooLarge),
        (moved, MapTroubleKind::Moved),
        (status(403), MapTroubleKind::Refused),
        (status(429), MapTroubleKind::Busy),
    ] {
        let world = World::new();
        let server = Server::start([manner]).await;
        let map = world.start(server.settings()).await;
        assert_eq!(kind_of_failure(&map, &tile(0, 0, 0)).await, expected);
        assert_eq!(
            map.cache().await.expect("read").size_bytes,
            0,
            "{expected:?}"
        );
    }
}

#[tokio::test]
async fn where_a_map_has_nothing_it_is_not_asked_again_at_once() {
    let world = World::new();
    let server = Server::start([status(404)]).await;
    let map = world.start(server.settings()).await;
    for _ in 0..3 {
        let nothing = map.part(0, &tile(5, 1, 1)).await.expect("no failure");
        assert!(nothing.is_empty());
    }
    assert_eq!(server.asked().len(), 1);
    assert_eq!(map.trouble(), None);
    world.clock.pass(3_601);
    map.part(0, &tile(5, 1, 1)).await.expect("no failure");
    assert_eq!(server.asked().len(), 2);
}

#[tokio::test]
async fn a_full_disk_is_said_and_the_map_goes_on() {
    let world = World {
        most_pages: Some(12),
        ..World::new()
    };
    let mut large = PNG.to_vec();
    large.resize(20_000, 0);
    let server = Server::start([Manner::Answers(200, Vec::new(), large)]).await;
    let map = world.start(server.settings()).await;
    for x in 0..6 {
        map.part(0, &tile(3, x, 0)).await.expect("a tile");
    }
    let cache = map.cache().await.expect("read");
    assert_eq!(cache.trouble, Some(TileCacheTrouble::DiskFull));
    assert_eq!(map.trouble(), None, "the map itself is fine");
    // There is room again.
    map.clear_cache().await.expect("cleared");
    map.part(0, &tile(3, 0, 0)).await.expect("a tile");
    assert_eq!(map.cache().await.expect("read").trouble, None);
}

#[tokio::test]
async fn a_damaged_cache_costs_what_it_held_and_nothing_else() {
    let world = World::new();
    let file = world.folder.path().join(fleet_store::TILES_FILE_NAME);
    std::fs::write(&file, vec![b'x'; 9_000]).expect("written");
    let server = Server::start([png(&[])]).await;
    let map = world.start(server.settings()).await;
    for _ in 0..2 {
        map.part(0, &tile(0, 0, 0)).await.expect("a tile");
    }
    assert_eq!(server.asked().len(), 1, "kept in the new file");
}

#[tokio::test]
async fn a_style_is_drawn_with_all_its_parts_through_the_app() {
    let world = World::new();
    let server = Server::start([]).await;
    let base = format!("http://127.0.0.1:{}", server.port);
    let style = serde_json::json!({
        "name": "Day",
        "sources": { "s": { "type": "vector", "url": "tiles.json" } },
        "glyphs": format!("{base}/fonts/{{fontstack}}/{{range}}.pbf"),
        "sprite": format!("{base}/sprite"),
        "layers": [{ "id": "a", "type": "line", "source": "s", "source-layer": "water" }],
    });
    let tiles = serde_json::json!({ "tiles": ["/{z}/{x}/{y}.pbf"], "maxzoom": 4 });
    for document in [style, tiles] {
        let body = document.to_string().into_bytes();
        let manner = Manner::Answers(200, Vec::new(), body);
        server.manners.lock().expect("no panic").push_back(manner);
    }
    let letters = Manner::Answers(200, Vec::new(), vector_tile());
    server.manners.lock().expect("no panic").push_back(letters);
    let map = world.start(online(&format!("{base}/style.json"))).await;
    let view = map.view().await;
    assert_eq!(view.name.as_deref(), Some("Day"));
    let Some(DrawnMap::Style { json }) = view.drawn else {
        panic!("{view:?}");
    };
    assert!(json.contains("atalaya://chosen/0/0/{z}/{x}/{y}"), "{json}");
    assert_eq!(
        map.part(0, &tile(1, 1, 0)).await.expect("a tile"),
        vector_tile()
    );
    let fonts = "Noto Sans Regular".to_owned();
    let range = "0-255".to_owned();
    let part = MapPart::Glyphs { fonts, range };
    assert!(!map.part(0, &part).await.expect("letters").is_empty());
    let paths: Vec<_> = server.asked().into_iter().map(|asked| asked.path).collect();
    assert_eq!(
        paths,
        [
            "/style.json",
            "/tiles.json",
            "/1/1/0.pbf",
            "/fonts/Noto%20Sans%20Regular/0-255.pbf"
        ]
    );
}

#[tokio::test]
async fn an_address_of_something_else_is_said_to_be_no_map() {
    let world = World::new();
    for (body, expected) in [
        (&b"<html>"[..], MapTroubleKind::WebPage),
        (&b"{\"a\":1}"[..], MapTroubleKind::NotAMap),
    ] {
        let server = Server::start([Manner::Answers(200, Vec::new(), body.to_vec())]).await;
        let map = world
            .start(online(&format!("http://127.0.0.1:{}/map", server.port)))
            .await;
        assert_eq!(map.view().await.drawn, None);
        assert_eq!(map.trouble().map(|trouble| trouble.kind), Some(expected));
    }
}

fn file(path: &Path) -> BaseMapSettings {
    BaseMapSettings {
        choice: BaseMapChoice::File,
        file_path: path.display().to_string(),
        ..BaseMapSettings::default()
    }
}

#[tokio::test]
async fn a_file_shows_what_is_in_it() {
    let world = World::new();
    let path = world.folder.path().join("city.pmtiles");
    std::fs::write(&path, include_bytes!("../../data/coquimbo.pmtiles")).expect("written");
    let map = world.start(file(&path)).await;
    let view = map.view().await;
    let Some(DrawnMap::Vector { tiles, layers }) = view.drawn else {
        panic!("{view:?}");
    };
    assert_eq!(layers, ["streets"]);
    assert_eq!(tiles.max_zoom, 14);
    let la_serena = tile(12, 1237, 2404);
    assert!(!map.part(0, &la_serena).await.expect("a tile").is_empty());
    assert!(map.part(0, &tile(12, 0, 0)).await.expect("none").is_empty());
    // The file is cut short while it is open.
    let whole = std::fs::OpenOptions::new().write(true).open(&path);
    whole.expect("opened").set_len(20_000).expect("cut");
    let kind = kind_of_failure(&map, &tile(14, 4948, 9621)).await;
    assert_eq!(kind, MapTroubleKind::FileUnreadable);
    assert_eq!(
        map.trouble().map(|trouble| trouble.place).as_deref(),
        Some("city.pmtiles")
    );
}

#[tokio::test]
async fn a_file_that_can_t_be_shown_says_why() {
    let world = World::new();
    let path = world.folder.path().join("map.pmtiles");
    let kind = async |map: &BaseMap| {
        assert_eq!(map.view().await.drawn, None);
        map.trouble().expect("it can't be opened").kind
    };
    let map = world.start(file(&path)).await;
    assert_eq!(kind(&map).await, MapTroubleKind::FileMissing);
    std::fs::write(&path, b"PK\x03\x04 a zip").expect("written");
    let map = world.start(file(&path)).await;
    assert_eq!(kind(&map).await, MapTroubleKind::FileUnreadable);
    let map = world.start(file(world.folder.path())).await;
    assert_eq!(kind(&map).await, MapTroubleKind::FileUnreadable);
}

#[tokio::test]
async fn another_choice_is_in_force_at_once_and_the_parts_of_the_former_are_nothing() {
    let world = World::new();
    let server = Server::start([png(&[])]).await;
    let map = world.start(server.settings()).await;
    map.configure(BaseMapSettings::default())
        .await
        .expect("set");
    let view = map.view().await;
    assert_eq!((view.epoch, view.drawn), (1, None));
    assert!(
        map.part(0, &tile(0, 0, 0))
            .await
            .expect("nothing")
            .is_empty()
    );
    assert_eq!(server.asked().len(), 0);
}

#[test]
fn a_choice_that_can_t_be_used_is_refused() {
    assert!(check(&online("https://t.example/{z}/{x}/{y}.png")).is_ok());
    assert!(check(&online("https://t.example/style.json")).is_ok());
    assert!(matches!(
        check(&online("t.example")),
        Err(Error::MapAddress(_))
    ));
    let nameless = file(Path::new(" "));
    assert!(matches!(check(&nameless), Err(Error::MapFileMissing)));
    let vast = BaseMapSettings {
        cache_mib: 5_000,
        ..BaseMapSettings::default()
    };
    assert!(matches!(check(&vast), Err(Error::Setting { .. })));
}
