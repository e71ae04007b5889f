//! The documents of the repository: their blocks of code, their links, and the places that can be linked to.

use crate::files;
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

/// A document.
pub struct Page {
    /// Its path in the repository, with `/`.
    pub path: String,
    /// Its fenced blocks.
    pub blocks: Vec<Block>,
    /// What it links to or shows.
    pub links: Vec<String>,
    /// The anchors of its headings.
    pub anchors: Vec<String>,
}

/// A fenced block.
pub struct Block {
    /// What language it is in.
    pub language: String,
    /// What else its first line says: `file=first.synergy`, say.
    pub attributes: Vec<String>,
    /// What stands in it.
    pub text: String,
}

impl Block {
    /// The values of an attribute.
    pub fn values(&self, name: &str) -> Vec<&str> {
        let pairs = self.attributes.iter().filter_map(|attribute| attribute.split_once('='));
        pairs.filter(|(key, _)| *key == name).map(|(_, value)| value).collect()
    }

    /// The name of the file that a reader is to write the block to.
    pub fn file(&self) -> Option<&str> {
        self.values("file").first().copied()
    }
}

/// All documents of the repository.
pub fn pages() -> Vec<Page> {
    let mut paths = Vec::new();
    collect("", &mut paths);
    paths.sort();
    assert!(paths.len() > 100, "the documents were not found");
    paths.into_iter().map(page).collect()
}

fn collect(folder: &str, paths: &mut Vec<String>) {
    for entry in std::fs::read_dir(files::path(folder)).expect("it is there") {
        let entry = entry.expect("it can be listed");
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = if folder.is_empty() { name.clone() } else { format!("{folder}/{name}") };
        let is_folder = entry.file_type().expect("it has one").is_dir();
        let is_ours = [".github", ".packages"].contains(&name.as_str()) || !name.starts_with('.');
        if is_folder && is_ours && !["target", "node_modules", "dist", "out"].contains(&name.as_str()) {
            collect(&path, paths);
        } else if !is_folder && name.ends_with(".md") {
            paths.push(path);
        }
    }
}

fn page(path: String) -> Page {
    let text = files::read(&path);
    let mut page = Page { path, blocks: Vec::new(), links: Vec::new(), anchors: Vec::new() };
    let mut heading = None;
    for event in Parser::new_ext(&text, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                let mut words = info.split(',').map(|word| word.trim().to_owned());
                let language = words.next().unwrap_or_default();
                page.blocks.push(Block { language, attributes: words.collect(), text: String::new() });
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => {
                page.blocks.push(Block { language: String::new(), attributes: Vec::new(), text: String::new() });
            }
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                page.links.push(dest_url.into_string());
            }
            Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
            Event::End(TagEnd::Heading(_)) => {
                let anchor = anchor(&heading.take().unwrap_or_default());
                let same = page.anchors.iter().filter(|known| **known == anchor).count();
                page.anchors.push(if same == 0 { anchor } else { format!("{anchor}-{same}") });
            }
            Event::Text(text) | Event::Code(text) => match (&mut heading, page.blocks.last_mut()) {
                (Some(heading), _) => heading.push_str(&text),
                (None, Some(block)) if !block.text.ends_with(END) => block.text.push_str(&text),
                _ => {}
            },
            Event::End(TagEnd::CodeBlock) => {
                if let Some(block) = page.blocks.last_mut() {
                    block.text.push_str(END);
                }
            }
            _ => {}
        }
    }
    for block in &mut page.blocks {
        block.text.truncate(block.text.len() - END.len());
    }
    page
}

/// Marks that nothing more belongs to a block.
const END: &str = "\0";

/// The anchor of a heading, as GitHub and mdBook make it.
fn anchor(heading: &str) -> String {
    let kept = heading.chars().filter(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | ' '));
    kept.map(|c| if c == ' ' { '-' } else { c.to_ascii_lowercase() }).collect()
}
