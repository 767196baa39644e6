//! What the fleet in memory costs: folding a fix, a viewport, a keystroke in the search, a page after
//! a fix, each with 1,000 and with 100,000 devices. `cargo bench -p bench --bench fleet`.
//!
//! Criterion tells what is usual; what follows tells the slowest of a thousand different ones, and
//! the memory that a device takes.

#![expect(
    clippy::print_stdout,
    reason = "what is measured is told on the terminal"
)]

mod account;

use std::hint::black_box;
use std::time::Duration;

use cpu_time::ThreadTime;
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use fleet::fleet::Fleet;
use fleet::status::Status;
use fleet::view::filter::{DeviceFilter, Sort, SortKey};
use fleet::view::map::MapQuery;
use fleet::view::rows::{RowIndexQuery, RowsQuery};

use account::{Account, viewport};

const SIZES: [usize; 2] = [1_000, 100_000];
const ZOOMS: [u8; 8] = [0, 2, 5, 8, 11, 13, 15, 17];

fn page(text: &str, key: SortKey) -> RowsQuery {
    RowsQuery {
        filter: DeviceFilter {
            text: text.to_owned(),
            ..DeviceFilter::default()
        },
        sort: Sort {
            key,
            descending: true,
        },
        offset: 0,
        limit: 50,
    }
}

/// A search text that is typed letter by letter, over and over with other numbers.
fn typed(stroke: usize) -> String {
    let word = format!("camion {:05}", (stroke / 12 * 7_919) % 100_000);
    word.chars().take(stroke % 12 + 1).collect()
}

fn moving() -> DeviceFilter {
    DeviceFilter {
        statuses: vec![Status::Moving],
        ..DeviceFilter::default()
    }
}

fn map_query(account: &mut Account, zoom: u8, filter: DeviceFilter) -> MapQuery {
    MapQuery {
        filter,
        bounds: viewport(account.some_position(), zoom),
        zoom: f64::from(zoom),
        selected: None,
    }
}

fn measure(criterion: &mut Criterion) {
    for size in SIZES {
        let mut account = Account::new(size);
        let mut fleet = account.fleet();
        usual(criterion, &mut account, &mut fleet);
        slowest(&mut account, &mut fleet);
    }
}

/// Each kind of question in turns with folds, as criterion tells it.
fn usual(criterion: &mut Criterion, account: &mut Account, fleet: &mut Fleet) {
    let size = account.size();
    let mut group = criterion.benchmark_group("fleet");
    group
        .sample_size(20)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2));
    group.bench_function(BenchmarkId::new("fold", size), |bencher| {
        bencher.iter_batched(
            || account.some_fix(),
            |(id, fix, at)| fleet.fold(&id, Some(fix), at),
            criterion::BatchSize::LargeInput,
        );
    });
    for zoom in [0, 8, 13] {
        let name = BenchmarkId::new(format!("viewport at zoom {zoom}"), size);
        let query = map_query(account, zoom, DeviceFilter::default());
        group.bench_function(name, |bencher| {
            bencher.iter(|| black_box(fleet.map(&query)))
        });
    }
    let mut stroke = 0;
    group.bench_function(
        BenchmarkId::new("rows after a keystroke", size),
        |bencher| {
            bencher.iter(|| {
                stroke += 1;
                black_box(fleet.rows(&page(&typed(stroke), SortKey::Name)))
            });
        },
    );
    for key in [SortKey::Name, SortKey::Speed, SortKey::FixAt] {
        let name = BenchmarkId::new(format!("rows by {key:?} after a fold"), size);
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                let (id, fix, at) = account.some_fix();
                fleet.fold(&id, Some(fix), at);
                black_box(fleet.rows(&page("", key)))
            });
        });
    }
    group.finish();
}

/// The slowest hundredth and the slowest of many different questions, in milliseconds of the
/// processor, so that the fleet is measured and not what else the computer does.
fn slowest(account: &mut Account, fleet: &mut Fleet) {
    let size = account.size();
    println!("\n{size} devices                       median      p99      max (ms)");
    let mut folds: Vec<_> = (0..20_000).map(|_| Some(account.some_fix())).collect();
    // One fold is over sooner than the clock tells, so a hundred are measured together.
    let hundreds = folds.chunks_mut(100).map(|hundred| {
        let hundred: Vec<_> = hundred.iter_mut().filter_map(Option::take).collect();
        let time = timed(|| {
            for (id, fix, at) in hundred {
                fleet.fold(&id, Some(fix), at);
            }
        });
        time / 100
    });
    tell("fold, one of a hundred", hundreds);
    for zoom in ZOOMS {
        for (what, filter) in [("all", DeviceFilter::default()), ("moving", moving())] {
            let queries: Vec<_> = (0..1_000)
                .map(|_| map_query(account, zoom, filter.clone()))
                .collect();
            let times = queries.iter().map(|query| timed(|| fleet.map(query)));
            tell(&format!("viewport at zoom {zoom}, {what}"), times);
        }
    }
    let strokes = 0..1_200;
    tell(
        "rows after a keystroke",
        strokes.map(|stroke| {
            let query = page(&typed(stroke), SortKey::Name);
            timed(|| fleet.rows(&query))
        }),
    );
    for key in [
        SortKey::Name,
        SortKey::Status,
        SortKey::Speed,
        SortKey::FixAt,
        SortKey::Place,
        SortKey::PhoneNumber,
    ] {
        let query = page("", key);
        let first = timed(|| fleet.rows(&query));
        tell(
            &format!("rows by {key:?}, the first time"),
            [first].into_iter(),
        );
        for folds in [1, 25] {
            let times = (0..300).map(|_| {
                for (id, fix, at) in (0..folds).map(|_| account.some_fix()).collect::<Vec<_>>() {
                    fleet.fold(&id, Some(fix), at);
                }
                timed(|| fleet.rows(&query))
            });
            tell(
                &format!("rows by {key:?} after {folds} folds"),
                times.collect::<Vec<_>>().into_iter(),
            );
        }
    }
    let index = RowIndexQuery {
        id: account.id(size / 2).to_string(),
        filter: moving(),
        sort: Sort::default(),
    };
    let rounds = || 0..100;
    tell(
        "row_index",
        rounds().map(|_| timed(|| fleet.row_index(&index))),
    );
    tell(
        "bounds",
        rounds().map(|_| timed(|| fleet.bounds(&moving()))),
    );
    tell("losses", rounds().map(|_| timed(|| fleet.losses())));
    tell(
        "passing, moving",
        rounds().map(|_| timed(|| fleet.passing(&moving()))),
    );
    let mut list = account.list();
    tell(
        "taking over a list",
        [timed(|| fleet.take_list(&mut list))].into_iter(),
    );
}

fn timed<T>(work: impl FnOnce() -> T) -> Duration {
    let start = ThreadTime::now();
    black_box(work());
    start.elapsed()
}

fn tell(what: &str, times: impl Iterator<Item = Duration>) {
    let mut times: Vec<f64> = times.map(|time| time.as_secs_f64() * 1_000.0).collect();
    times.sort_by(f64::total_cmp);
    let at = |part: f64| times.get((times.len() as f64 * part) as usize).copied();
    let last = times.last().copied().unwrap_or(f64::NAN);
    let [median, p99] = [0.5, 0.99].map(|part| at(part).unwrap_or(last));
    println!("{what:<40} {median:>8.4} {p99:>8.4} {last:>8.4}");
}

/// What a fleet takes in memory, where the system tells (Linux).
fn memory(_: &mut Criterion) {
    let resident = || -> Option<u64> {
        let status = std::fs::read_to_string("/proc/self/statm").ok()?;
        let pages: u64 = status.split_whitespace().nth(1)?.parse().ok()?;
        Some(pages * 4_096)
    };
    for size in SIZES {
        let mut account = Account::new(size);
        let before = resident();
        let fleet = account.fleet();
        if let (Some(before), Some(after)) = (before, resident()) {
            let each = after.saturating_sub(before) / size as u64;
            println!("{size} devices take {each} bytes each");
        }
        black_box(fleet.revision());
    }
}

criterion_group!(benches, memory, measure);
criterion_main!(benches);
