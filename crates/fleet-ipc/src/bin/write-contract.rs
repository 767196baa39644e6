//! Writes the TypeScript of the contract: `write-contract FOLDER`.

use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    let Some(folder) = std::env::args_os().nth(1).map(PathBuf::from) else {
        eprintln!("usage: write-contract FOLDER");
        return ExitCode::from(2);
    };
    match fleet_ipc::typescript::write(&folder) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("can't write to {}: {error}", folder.display());
            ExitCode::FAILURE
        }
    }
}
