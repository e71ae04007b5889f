//! What the documents say is so: their specs are judged, their commands are run, their links lead somewhere.
//!
//! CONTRIBUTING.md says how a block is written so that these tests understand it.

#[path = "support/files.rs"]
mod files;
#[cfg(unix)]
#[path = "support/git.rs"]
mod git;
#[path = "../src/rules/marks.rs"]
mod marks;
#[path = "support/pages.rs"]
mod pages;

use hypecheck::model::{FileKey, MemoryDisk, Workspace};
use hypecheck::rules::{self, Group, Level, Report, Settings, find};
use hypecheck::syntax::{Date, SyntaxTree};
use hypecheck::text::{Encoding, LineColumn, Text};
use pages::{Block, Page, pages};
use std::collections::BTreeSet;
use std::path::Path;

/// Where links lead that would leave the book.
const REPOSITORY: [&str; 2] =
    ["https://github.com/hypecheck/hypecheck/blob/main/", "https://github.com/hypecheck/hypecheck/tree/main/"];

/// The day of all documents.
const TODAY: Date = Date { year: 2026, month: Some(11), day: Some(24) };

/// Judges a spec beside the files that its page had written before.
fn judge(files: &[(String, String)], source: &str) -> Report {
    let mut disk = MemoryDisk::default();
    for (name, text) in files {
        disk.insert(format!("/page/{name}"), Ok(text));
    }
    let mut workspace = Workspace::new(vec!["/page".into()]);
    let text = Text::new(source);
    let tree = SyntaxTree::parse(&text);
    let id = workspace.open(&FileKey::Path("/page/this.synergy".into()), text, tree, Some(1), &disk);
    rules::check(&workspace.snapshot(), id, &Settings::new(TODAY)).expect("it was just opened")
}

/// Holds what is found in a block against what its marks and its first line say. What is missing behind a claim does not
/// count unless it is said, nor do hints: an example shows one thing.
fn differences(block: &Block, report: &Report) -> Vec<String> {
    let text = Text::new(&block.text);
    let mut unsaid: Vec<_> = report.diagnostics.iter().collect();
    let mut differences = Vec::new();
    for mark in marks::marks(&block.text) {
        let Some(rule) = find(&mark.rule) else {
            differences.push(format!("there is no rule `{}`", mark.rule));
            continue;
        };
        let place = |column| LineColumn::new(mark.line, column);
        let level = mark.level.as_deref().unwrap_or(rule.level.as_str());
        let found = unsaid.iter().position(|found| {
            text.positions(found.range, Encoding::Utf32) == (place(mark.columns.0), place(mark.columns.1))
                && (found.rule, found.level.as_str()) == (rule, level)
                && found.message.contains(&mark.message)
        });
        match found {
            Some(index) => drop(unsaid.remove(index)),
            None => differences.push(format!("marked but not found: {mark:?}")),
        }
    }
    let said: BTreeSet<&str> = block.values("finds").into_iter().collect();
    for rule in &said {
        if !unsaid.iter().any(|found| found.rule.name == *rule) {
            differences.push(format!("finds={rule}, but it is not found"));
        }
    }
    let counts = |group: Group, level: Level| level == Level::Error || group != Group::Support && level > Level::Hint;
    for found in unsaid.iter().filter(|found| counts(found.rule.group, found.level)) {
        if !said.contains(found.rule.name) {
            differences.push(format!("found but not said: {} {}: {}", found.level, found.rule.name, found.message));
        }
    }
    differences
}

#[test]
fn every_spec_in_a_document_is_judged_as_it_says() {
    let mut judged = 0;
    let mut wrong = Vec::new();
    for page in pages() {
        let mut files = Vec::new();
        for block in page.blocks.iter().filter(|block| block.language == "synergy") {
            for attribute in &block.attributes {
                let known = ["file", "finds"].iter().any(|name| attribute.starts_with(&format!("{name}=")));
                assert!(known, "{}: `{attribute}` says nothing to the tests", page.path);
            }
            judged += 1;
            for difference in differences(block, &judge(&files, &block.text)) {
                wrong.push(format!("{}: {difference}\nin\n{}", page.path, block.text));
            }
            if let Some(file) = block.file() {
                files.push((file.to_owned(), block.text.clone()));
            }
        }
    }
    assert!(judged > 100, "only {judged} specs were found");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What is wrong with a link, if anything is.
fn dead(pages: &[Page], page: &Page, link: &str) -> Option<String> {
    let in_repository = REPOSITORY.iter().find_map(|start| link.strip_prefix(start));
    if in_repository.is_none() && (link.contains("://") || link.starts_with("mailto:")) {
        return None;
    }
    let (from_the_top, link) = (in_repository.is_some(), in_repository.unwrap_or(link));
    let (path, anchor) = link.split_once('#').unwrap_or((link, ""));
    let folder = page.path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut parts: Vec<&str> =
        if from_the_top { Vec::new() } else { folder.split('/').filter(|part| !part.is_empty()).collect() };
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                if parts.pop().is_none() {
                    return Some("it leads out of the repository".to_owned());
                }
            }
            part => parts.push(part),
        }
    }
    let target = if path.is_empty() { page.path.clone() } else { parts.join("/") };
    if page.path.starts_with("docs/") && !from_the_top && !target.starts_with("docs") {
        return Some(format!("it leads out of the book; write {}{target}", REPOSITORY[0]));
    }
    if !files::path(&target).exists() {
        return Some("there is no such file".to_owned());
    }
    let known = pages.iter().find(|other| other.path == target);
    match known {
        Some(known) if !anchor.is_empty() && !known.anchors.iter().any(|there| there == anchor) => {
            Some(format!("{target} has no heading `{anchor}`"))
        }
        _ => None,
    }
}

#[test]
fn every_link_between_documents_leads_somewhere() {
    let pages = pages();
    let mut wrong = Vec::new();
    for page in &pages {
        for link in &page.links {
            if let Some(why) = dead(&pages, page, link) {
                wrong.push(format!("{}: {link}: {why}", page.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_book_has_every_page_once() {
    let pages = pages();
    let summary = pages.iter().find(|page| page.path == "docs/SUMMARY.md").expect("it is there");
    let mut listed: Vec<String> = summary.links.iter().map(|link| format!("docs/{link}")).collect();
    let mut there: Vec<String> = pages.iter().map(|page| page.path.clone()).collect();
    there.retain(|path| path.starts_with("docs/") && path != "docs/SUMMARY.md");
    listed.sort();
    assert_eq!(listed, there, "docs/SUMMARY.md does not list what there is in docs/");
}

/// A command that a page shows, how it ends, and what it prints, if the page shows that.
#[derive(Debug, PartialEq, Eq)]
struct Command {
    line: String,
    ends_with: i32,
    output: Option<String>,
}

/// The commands of hypecheck in a block. In `console` they stand behind a `$`, with what they print below.
fn commands(block: &Block) -> Vec<Command> {
    let command = |line: &str, output| {
        let comment = line.split_once(" #").map_or("", |(_, comment)| comment);
        let code =
            comment.split_once("ends with ").and_then(|(_, rest)| rest.split(|c: char| !c.is_ascii_digit()).next());
        let ends_with = code.map_or(0, |code| code.parse().expect("an exit code is a number"));
        Command { line: line.to_owned(), ends_with, output }
    };
    let is_ours = |line: &str| line == "hypecheck" || line.starts_with("hypecheck ");
    match block.language.as_str() {
        "sh" => {
            let lines = block.text.replace("\\\n", " ");
            lines.lines().filter(|line| is_ours(line)).map(|line| command(line, None)).collect()
        }
        "console" => {
            let mut commands: Vec<Command> = Vec::new();
            for line in block.text.lines() {
                match (line.strip_prefix("$ "), commands.last_mut()) {
                    (Some(line), _) => commands.push(command(line, Some(String::new()))),
                    (None, Some(Command { output: Some(output), .. })) => {
                        output.push_str(line);
                        output.push('\n');
                    }
                    (None, _) => panic!("this output comes of no command: {line}"),
                }
            }
            commands.retain(|command| is_ours(&command.line));
            commands
        }
        _ => Vec::new(),
    }
}

/// Whether anything is run because of a block.
fn is_run(block: &Block) -> bool {
    !commands(block).is_empty() || !block.values("prints").is_empty()
}

/// The commands are run with a shell, as a reader would.
#[cfg(unix)]
mod running {
    use super::*;
    use crate::git::git;
    use std::process::Output;

    /// A spec in which nothing is to be found that a team would stop at.
    const CLINIC: &str = r#"project clinic "Clinic" {
  about   "Hospitals train a model together."
  site    "https://clinic.example"
  runs-on ethereum

  claim stays-home: privacy + decentralization {
    says     "Hospitals train one model together, and no record leaves its hospital."
    using    federated-learning, secure-aggregation
    evidence paper "https://arxiv.org/abs/1602.05629" 2026-02 "FedAvg"
    metric   accuracy-loss < 2 %
  }
}
"#;

    /// One with a slip of the pen and a claim that does not hold.
    const MARKET: &str = r#"project market "Market" {
  about   "A market for graphics cards."
  runs-on ethereum

  claim instant: performance + decentralization {
    says   "Real-time inference across thousands of anonymous nodes."
    metric latency < 50 mss
  }
}
"#;

    /// Stands for a program that a page sends our output to: it reads all of it.
    const READER: &str = "#!/bin/sh\nexec cat >/dev/null\n";

    fn write(folder: &Path, name: &str, text: &str) {
        let path = folder.join(name);
        std::fs::create_dir_all(path.parent().expect("it has one")).expect("it can be made");
        std::fs::write(path, text).expect("it can be written");
    }

    fn executable(folder: &Path, name: &str, text: &str) {
        use std::os::unix::fs::PermissionsExt;
        write(folder, name, text);
        std::fs::set_permissions(folder.join(name), std::fs::Permissions::from_mode(0o755)).expect("it can be set");
    }

    /// Copies the examples.
    fn copy(from: &Path, to: &Path) {
        std::fs::create_dir_all(to).expect("it can be made");
        for entry in std::fs::read_dir(from).expect("it is there") {
            let entry = entry.expect("it can be listed");
            let target = to.join(entry.file_name());
            if entry.file_type().expect("it has one").is_dir() {
                copy(&entry.path(), &target);
            } else {
                std::fs::copy(entry.path(), target).expect("it can be copied");
            }
        }
    }

    /// The folder that the commands of a page are run in: a repository with the examples and with specs, what the page
    /// calls its files, and programs beside it.
    fn prepared(page: &Page) -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a folder");
        let work = folder.path().join("work");
        copy(&files::path("examples"), &work.join("examples"));
        write(&work, "specs/clinic.synergy", CLINIC);
        if page.path == "docs/adopting.md" {
            write(&work, "specs/market.synergy", MARKET);
        }
        for (old, new) in [("old.synergy", "new.synergy"), ("before/clinic.synergy", "after/clinic.synergy")] {
            if page.path == "docs/diff.md" {
                write(&work, old, CLINIC);
                write(&work, new, CLINIC);
            }
        }
        git(folder.path(), &["init", "--quiet", "work"]);
        git(&work, &["add", "--all"]);
        for _ in 0..4 {
            git(&work, &["commit", "--quiet", "--allow-empty", "--message", "change"]);
        }
        git(&work, &["update-ref", "refs/remotes/origin/main", "HEAD"]);
        let program = format!(
            "#!/bin/sh\ncase \"$*\" in *--today*) exec '{0}' \"$@\" ;; *) exec '{0}' \"$@\" --today {TODAY} ;; esac\n",
            env!("CARGO_BIN_EXE_hypecheck")
        );
        executable(folder.path(), "bin/hypecheck", &program);
        for reader in ["jq", "reviewdog"] {
            executable(folder.path(), &format!("bin/{reader}"), READER);
        }
        std::fs::create_dir_all(folder.path().join("home/.local/share/bash-completion/completions"))
            .expect("it can be made");
        folder
    }

    fn run(folder: &Path, line: &str) -> Output {
        let path = std::env::var("PATH").unwrap_or_default();
        std::process::Command::new("sh")
            .args(["-c", &format!("exec 2>&1\n{line}")])
            .current_dir(folder.join("work"))
            .env("PATH", format!("{}:{path}", folder.join("bin").display()))
            .env("HOME", folder.join("home"))
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .env_remove("NO_COLOR")
            .env_remove("CLICOLOR_FORCE")
            .stdin(std::process::Stdio::null())
            .output()
            .expect("it runs")
    }

    #[test]
    fn every_command_in_a_document_does_what_is_said() {
        let mut run_so_far = 0;
        let mut wrong = Vec::new();
        for page in pages().iter().filter(|page| page.blocks.iter().any(is_run)) {
            let mut folder = prepared(page);
            for block in &page.blocks {
                if block.attributes.iter().any(|attribute| attribute == "afresh") {
                    folder = prepared(page);
                }
                if let Some(file) = block.file() {
                    write(&folder.path().join("work"), file, &block.text);
                }
                if let Some(line) = block.values("prints").first() {
                    run_so_far += 1;
                    let printed = String::from_utf8(run(folder.path(), line).stdout).expect("the output is UTF-8");
                    let json = |text: &str| serde_json::from_str::<serde_json::Value>(text);
                    if json(&printed).ok() != json(&block.text).ok() {
                        wrong.push(format!("{}: `{line}` printed otherwise:\n{printed}", page.path));
                    }
                }
                for command in commands(block) {
                    run_so_far += 1;
                    let output = run(folder.path(), &command.line);
                    let printed = String::from_utf8(output.stdout.clone()).expect("the output is UTF-8");
                    let says = |what: String| format!("{}: `{}` {what}", page.path, command.line);
                    if output.status.code() != Some(command.ends_with) {
                        wrong.push(says(format!(
                            "ended with {:?}, not {}:\n{printed}",
                            output.status.code(),
                            command.ends_with
                        )));
                    }
                    let Some(expected) = &command.output else { continue };
                    let name = Some(&page.path as &dyn std::fmt::Display);
                    if let Err(error) =
                        snapbox::Assert::new().try_eq(name, printed.as_str().into(), expected.as_str().into())
                    {
                        wrong.push(says(format!("printed otherwise:\n{error}\nall of it:\n{printed}")));
                    }
                }
            }
        }
        assert!(run_so_far > 30, "only {run_so_far} commands were found");
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}

#[test]
fn a_block_says_which_commands_it_has_and_how_they_end() {
    let block = |language: &str, text: &str| Block {
        language: language.to_owned(),
        attributes: Vec::new(),
        text: text.to_owned(),
    };
    let command = |line: &str, ends_with, output: Option<&str>| Command {
        line: line.to_owned(),
        ends_with,
        output: output.map(str::to_owned),
    };
    let shell = block("sh", "git add .\nhypecheck check a \\\n  b # ends with 1, as it should\n");
    assert_eq!(commands(&shell), [command("hypecheck check a    b # ends with 1, as it should", 1, None)]);
    let console = block("console", "$ ls\nspecs\n$ hypecheck check # all of it\nfine\n");
    assert_eq!(commands(&console), [command("hypecheck check # all of it", 0, Some("fine\n"))]);
    assert_eq!(commands(&block("text", "hypecheck check\n")), []);
}

#[test]
fn a_spec_that_is_not_what_its_block_says_is_told() {
    let text = "project demo \"Demo\" {\n  claim fast: performance + decentralization {\n    says \"Inference on many machines.\"\n  }\n}\n";
    let block = |attributes: &[&str], text: &str| Block {
        language: "synergy".to_owned(),
        attributes: attributes.iter().map(|&attribute| attribute.to_owned()).collect(),
        text: text.to_owned(),
    };
    let told = |block: &Block| differences(block, &judge(&[], &block.text)).len();
    assert_eq!(told(&block(&[], text)), 1, "a weak cell is found and not said");
    assert_eq!(told(&block(&["finds=weak-synergy"], text)), 0);
    assert_eq!(told(&block(&["finds=weak-synergy", "finds=hype-phrase"], text)), 1, "no hype is found");
    let mark = "\n#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ weak-synergy\n    says";
    assert_eq!(told(&block(&[], &text.replace("\n    says", mark))), 0);
    assert_eq!(told(&block(&[], &text.replace("\n    says", &mark.replace("weak", "moderate")))), 2);
}
