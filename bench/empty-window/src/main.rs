//! A window with nothing in it, or with `--map` a map of nothing: the least that the app could need
//! of time and memory on this computer. Same size, content policy and build as the app's.

use std::process::ExitCode;

use tauri::{WebviewUrl, WebviewWindowBuilder};

fn main() -> ExitCode {
    let with_map = std::env::args().any(|argument| argument == "--map");
    let page = if with_map { "map.html" } else { "index.html" };
    let ran = tauri::Builder::default()
        .setup(move |app| {
            WebviewWindowBuilder::new(app, "main", WebviewUrl::App(page.into()))
                .title("Empty window")
                .inner_size(1280.0, 800.0)
                .min_inner_size(640.0, 480.0)
                .build()?;
            Ok(())
        })
        .run(tauri::generate_context!());
    match ran {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("the empty window can't be opened: {error}");
            ExitCode::FAILURE
        }
    }
}
