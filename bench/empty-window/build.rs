//! What every Tauri app needs at build time.

fn main() {
    tauri_build::build();
}
