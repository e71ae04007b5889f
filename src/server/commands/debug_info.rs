//! `hypecheck.debugInfo`: what the server knows of itself and of the editor, to paste into a report. It names files and
//! folders, and never what is in them.

use super::Call;
use crate::model::Library;
use crate::server::backend::work;
use crate::server::convert;
use crate::text::Encoding;
use std::fmt::Write;
use tower_lsp_server::gen_lsp_types::LspAny;
use tower_lsp_server::jsonrpc::Result;

pub(super) async fn run(call: Call) -> Result<LspAny> {
    let Call { session, agreed, view, .. } = call;
    let trace = format!("{:?}", session.out().trace_value()).to_lowercase();
    work(view, move |view| {
        let mut text = String::new();
        let encoding = match agreed.encoding {
            Encoding::Utf8 => "utf-8",
            Encoding::Utf16 => "utf-16",
            Encoding::Utf32 => "utf-32",
        };
        let findings = match (agreed.pull, agreed.register_pull) {
            (false, _) => "sent",
            (true, false) => "asked for",
            (true, true) => "asked for, as registered",
        };
        let snapshot = &view.snapshot;
        let files = snapshot.files().count();
        let lines = [
            ("hypecheck", env!("CARGO_PKG_VERSION").to_owned()),
            ("system", format!("{} {}", std::env::consts::OS, std::env::consts::ARCH)),
            ("built-in library", format!("{} files", Library::file_count())),
            ("columns count", encoding.to_owned()),
            ("findings are", findings.to_owned()),
            ("trace", trace),
            ("open files", view.open.len().to_string()),
            ("known files", format!("{files}{}", if snapshot.is_complete() { "" } else { " so far" })),
            ("memory", memory().unwrap_or_else(|| "unknown".to_owned())),
        ];
        let _ = writeln!(text, "# hypecheck: state of the server\n");
        for (name, value) in lines {
            let _ = writeln!(text, "- {name}: {value}");
        }
        let _ = writeln!(text, "\n## What was agreed\n\n```text\n{agreed:#?}\n```");
        let _ = writeln!(text, "\n## Settings\n\n| setting | value | from |\n|---|---|---|");
        for (name, value, source) in view.sources.origins() {
            let _ = writeln!(text, "| {name} | {value} | {} |", source.as_str());
        }
        for (folder, name, value) in view.sources.of_folders() {
            let _ = writeln!(text, "| {name} | {value} | editor settings of {} |", folder.display());
        }
        let _ = writeln!(text, "\n## Folders\n");
        for root in snapshot.roots() {
            let _ = writeln!(text, "- {}", root.display());
        }
        let _ = writeln!(text, "\n## `hypecheck.toml` files, which win over settings\n");
        for found in view.reports.configs.found() {
            let preset = found.config.preset().map_or("none", |preset| preset.name());
            let problems = found.all_problems().count();
            let _ = writeln!(text, "- {}: preset {preset}, {problems} problems", found.path.display());
        }
        convert::json(text)
    })
    .await
}

/// What the process holds in memory, where the system tells in a file.
fn memory() -> Option<String> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    Some(line.trim().to_owned())
}
