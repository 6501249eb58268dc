//! Where the corpus is, which is not part of this repository, and how its files are read.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The folder of the corpus: `../shared/corpus`, or where `CORPUS` says. `None`, with a word about it, if it is not there.
pub fn corpus() -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    let folder = std::env::var_os("CORPUS").map_or_else(beside, PathBuf::from);
    if folder.join("special.json").exists() {
        return Some(folder);
    }
    // Straight to the terminal: the runner shows the rest only of tests that fail.
    let said = format!("skipped: no corpus at {}\n", folder.display());
    let _ = std::io::stderr().write_all(said.as_bytes());
    None
}

/// What a file holds that may be packed.
pub fn unpacked(path: &Path) -> Vec<u8> {
    if path.extension().is_none_or(|ending| ending != "gz") {
        return std::fs::read(path).expect("a page can be read");
    }
    let out = Command::new("gzip").arg("-dc").arg(path).output();
    let out = out.expect("gzip can be run");
    assert!(out.status.success(), "{} cannot be read", path.display());
    out.stdout
}
