//! `hypecheck debug`: what a report of a fault should say of this program and of where its settings come from. It names
//! files and never says what is in them.

use super::terminal::Terminal;
use super::{Exit, Judging};
use crate::model::{FileKey, Library};
use std::path::{Path, PathBuf};

/// What `hypecheck debug` is asked to look at.
#[derive(Debug, clap::Args)]
pub(super) struct DebugArguments {
    /// A file or folder whose configuration to look for; the current folder when left out.
    path: Option<PathBuf>,
}

pub(super) fn run(arguments: &DebugArguments, judging: &Judging, terminal: &mut Terminal) -> Exit {
    let here = std::env::current_dir().unwrap_or_else(|_| PathBuf::from("."));
    let place = arguments.path.clone().unwrap_or_else(|| here.clone());
    if !place.exists() {
        terminal.complain(&format!("{}: there is no such file or folder", place.display()));
        return Exit::CouldNotRun;
    }
    let place = super::files::absolute(&place);
    // A folder is looked at as a spec in it would be.
    let file = if place.is_dir() { place.join("x.synergy") } else { place.clone() };
    let features =
        [("cli", cfg!(feature = "cli")), ("git", cfg!(feature = "git")), ("server", cfg!(feature = "server"))];
    let features: Vec<&str> = features.into_iter().filter(|(_, on)| *on).map(|(name, _)| name).collect();
    let mut lines = vec![
        ("hypecheck", env!("CARGO_PKG_VERSION").to_owned()),
        ("system", format!("{} {}, {}", std::env::consts::OS, std::env::consts::ARCH, environment())),
        ("build", if cfg!(debug_assertions) { "debug" } else { "release" }.to_owned()),
        ("features", features.join(", ")),
        ("built-in library", format!("{} files, {}", Library::file_count(), crate::rules::library_digest())),
        ("rules", crate::rules::all().len().to_string()),
        ("today", judging.today.to_string()),
        ("folder", at_home(&here)),
        ("program", std::env::current_exe().map_or_else(|_| "unknown".to_owned(), |path| at_home(&path))),
    ];
    lines.push(match judging.configs.of_file(&*judging.disk, &file) {
        Some(found) => {
            let preset = found.config.preset().map_or("none", |preset| preset.name());
            let problems = found.problems.len();
            let text = format!("{}: preset {preset}, {problems} problems", at_home(&found.path));
            ("configuration", text)
        }
        None => ("configuration", "no hypecheck.toml in this folder or above it".to_owned()),
    });
    let key = FileKey::Path(file);
    let settings = judging.configs.settings(&*judging.disk, &key, judging.today, crate::rules::Place::Check);
    let off = crate::rules::all().iter().filter(|rule| settings.is_off(rule)).count();
    lines.push(("rules that are off", off.to_string()));
    lines.push(("git", git_version()));
    for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "TERM", "COLUMNS"] {
        if let Some(value) = std::env::var_os(name) {
            lines.push((name, super::terminal::printable(&value.to_string_lossy()).into_owned()));
        }
    }
    for (name, value) in lines {
        terminal.print(&format!("{name}: {}\n", super::terminal::printable(&value)));
    }
    Exit::Clean
}

/// What this program was built for besides the system: its C library or compiler.
fn environment() -> &'static str {
    if cfg!(target_env = "gnu") {
        "gnu"
    } else if cfg!(target_env = "musl") {
        "musl"
    } else if cfg!(target_env = "msvc") {
        "msvc"
    } else {
        "its own C library"
    }
}

/// A path with `~` for the home folder, which has somebody's name in it.
fn at_home(path: &Path) -> String {
    let home = std::env::home_dir().filter(|home| home.components().count() > 1);
    match home.as_ref().and_then(|home| path.strip_prefix(home).ok()) {
        Some(inside) if inside.as_os_str().is_empty() => "~".to_owned(),
        Some(inside) => format!("~{}{}", std::path::MAIN_SEPARATOR, inside.display()),
        None => path.display().to_string(),
    }
}

fn git_version() -> String {
    let output = std::process::Command::new("git").arg("--version").output();
    match output {
        Ok(output) if output.status.success() => {
            String::from_utf8_lossy(&output.stdout).trim().trim_start_matches("git version ").to_owned()
        }
        _ => "not found".to_owned(),
    }
}
