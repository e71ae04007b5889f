//! Documents of any length, of every construct of the language, and what it takes to type in one.
// Each benchmark uses a part of it.
#![allow(dead_code)]

use hypecheck::model::{FileId, FileKey, MemoryDisk, Snapshot, Workspace};
use hypecheck::rules::{Judgement, Settings};
use hypecheck::syntax::{Date, SyntaxTree};
use hypecheck::text::{Text, TextRange};

/// The document of the shared instrument, without its marks.
const TEMPLATE: &str = include_str!("../lsp/synergy.tmpl");

/// An edit and how it is taken back.
pub struct Edit {
    /// What it does.
    pub name: &'static str,
    /// Where it is made, in bytes.
    pub at: usize,
    /// What is typed.
    pub typed: &'static str,
}

/// A document of about so many lines, and an edit of each kind in its middle.
pub fn document(lines: usize) -> (String, Vec<Edit>) {
    let (header, rest) = TEMPLATE.split_once("@@block\n").expect("the template has blocks");
    let (block, footer) = rest.split_once("@@footer\n").expect("the template has a footer");
    let header = header.strip_prefix("@@header\n").unwrap_or(header);
    let blocks = (lines.saturating_sub(header.lines().count()) / block.lines().count()).max(1);
    let mut text = header.to_owned();
    let mut edits = Vec::new();
    for index in 0..blocks {
        let mut rest = block;
        while let Some((before, mark)) = rest.split_once("{{") {
            text += before;
            let (mark, after) = mark.split_once("}}").expect("a mark ends");
            let typed = match mark.split(':').next().unwrap_or(mark) {
                "type" => Some(("a letter in a comment", "x")),
                "toggle" => Some(("a finding made", "q")),
                "enter" => Some(("a line broken", "\n")),
                "break" => Some(("a brace too many", "{")),
                "hover" => Some(("a letter in a field name", "x")),
                _ => None,
            };
            if let Some((name, typed)) = typed.filter(|_| index == blocks / 2) {
                edits.push(Edit { name, at: text.len(), typed });
            }
            if mark == "i" || mark.starts_with("i+") || mark.starts_with("i%") || mark.starts_with("i*") {
                text += &index.to_string();
            }
            rest = after;
        }
        text += rest;
    }
    text += footer;
    (text, edits)
}

/// A document that is open and judged.
pub struct Open {
    pub workspace: Workspace,
    pub id: FileId,
    pub settings: Settings,
    pub text: Text,
    pub judgement: Judgement,
    disk: MemoryDisk,
    tree: SyntaxTree,
}

impl Open {
    pub fn new(source: &str) -> Open {
        let settings = Settings::new(Date { year: 2026, month: Some(11), day: Some(24) });
        let mut disk = MemoryDisk::default();
        disk.insert("/w/house.synergy", Ok("technique night-work \"Night work\" { serves performance }\n"));
        let mut workspace = Workspace::new(vec!["/w".into()]);
        let text = Text::new(source);
        let tree = SyntaxTree::parse(&text);
        let id = workspace.open(&Self::key(), text.clone(), tree.clone(), Some(1), &disk);
        let judgement = Judgement::new(&workspace.snapshot(), id, &settings, None).expect("it is open");
        Open { workspace, id, settings, text, judgement, disk, tree }
    }

    fn key() -> FileKey {
        FileKey::Path("/w/spec.synergy".into())
    }

    /// Replaces a range of the text and parses what came of it.
    pub fn parse(&mut self, range: TextRange, typed: &str) {
        let before = self.text.clone();
        let replaced = self.text.replace(range, typed);
        self.tree.edit(&before, &self.text, replaced);
        self.tree = self.tree.reparse(&self.text);
    }

    /// Hands the text to the workspace.
    pub fn show(&mut self) -> Snapshot {
        self.workspace.open(&Self::key(), self.text.clone(), self.tree.clone(), Some(1), &self.disk);
        self.workspace.snapshot()
    }

    /// Judges it, with the help of what was found before.
    pub fn judge(&mut self, snapshot: &Snapshot) {
        let next = Judgement::new(snapshot, self.id, &self.settings, Some(&self.judgement)).expect("it is open");
        self.judgement = next;
    }

    /// All of a keystroke but the way to the server and back.
    pub fn keystroke(&mut self, at: usize, typed: &str) {
        self.parse(TextRange::empty((at as u32).into()), typed);
        let snapshot = self.show();
        self.judge(&snapshot);
        std::hint::black_box(self.judgement.pieces());
    }
}
