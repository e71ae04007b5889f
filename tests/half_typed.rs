//! Text that breaks off anywhere: where people ask what they can write.

#[path = "support/examples.rs"]
mod examples;

use hypecheck::ide::{Completions, completions, signature};
use hypecheck::model::schema;
use hypecheck::model::{AiProperty, ChainProperty, FileId, FileKey, MemoryDisk, Snapshot, Workspace};
use hypecheck::syntax::SyntaxTree;
use hypecheck::text::{Text, TextSize};

fn texts() -> impl Iterator<Item = String> {
    examples::examples().into_iter().map(|path| std::fs::read_to_string(path).expect("it can be read"))
}

fn snapshot(source: &str) -> (Snapshot, FileId) {
    let mut workspace = Workspace::new(vec!["/workspace".into()]);
    let text = Text::new(source);
    let tree = SyntaxTree::parse(&text);
    let key = FileKey::Path("/workspace/test.synergy".into());
    let id = workspace.open(&key, text, tree, Some(1), &MemoryDisk::default());
    (workspace.snapshot(), id)
}

/// What can be written at the end of a text.
fn offered(text: &str) -> Option<Completions> {
    let (snapshot, id) = snapshot(text);
    completions(&snapshot, id, TextSize::of(text), None)
}

#[test]
fn at_every_seventh_byte_of_the_examples_what_is_offered_goes_on_with_the_text() {
    for example in texts() {
        for cut in (0..example.len()).step_by(7).filter(|&cut| example.is_char_boundary(cut)) {
            let text = &example[..cut];
            let end = text.lines().next_back().unwrap_or("");
            let (snapshot, id) = snapshot(text);
            if let Some(found) = signature(&snapshot, id, TextSize::of(text)) {
                assert!(found.active.is_none_or(|active| active < found.parts.len()), "{end}");
            }
            let Some(found) = offered(text) else { continue };
            assert!(found.replace.contains_range(found.insert) && found.insert.end() == TextSize::of(text), "{end}");
            assert!(found.items.iter().all(|item| !item.label.is_empty()), "{end}");
        }
    }
}

#[test]
fn in_the_middle_of_the_name_of_a_field_or_a_kind_of_evidence_the_whole_of_it_is_offered() {
    let fields = ["says", "using", "evidence", "metric", "caveat", "about", "runs-on", "covers", "status", "claim"];
    let mut tried = 0;
    for example in texts() {
        let start_of = |part: &str| part.as_ptr() as usize - example.as_ptr() as usize;
        for line in example.lines() {
            let mut words = line.split_whitespace();
            let (first, second) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
            let kind = first == "evidence" && schema::EVIDENCE.contains(&second);
            for word in [fields.contains(&first).then_some(first), kind.then_some(second)].into_iter().flatten() {
                let found = offered(&example[..start_of(word) + word.len() / 2]);
                let labels: Vec<_> = found.into_iter().flat_map(|found| found.items).map(|item| item.label).collect();
                assert!(labels.iter().any(|label| label == word), "{line}: {labels:?}");
                tried += 1;
            }
        }
    }
    assert!(tried > 100, "{tried}");
}

#[test]
fn in_the_cell_of_a_claim_that_breaks_off_each_side_is_offered() {
    let mut tried = 0;
    for example in texts() {
        for (at, _) in example.match_indices("\n  claim ") {
            let line = example[at + 1..].lines().next().unwrap_or("");
            let Some((header, cell)) = line.split_once(": ") else { continue };
            let colon = at + 1 + header.len() + 2;
            let found = offered(&example[..colon]).expect(line);
            assert_eq!(found.items.len(), 9, "{line}");
            let Some((left, right)) = cell.split_once(" + ") else { continue };
            let right = right.split([' ', ',']).next().unwrap_or("");
            let other = if AiProperty::from_word(left).is_some() { ChainProperty::WORDS } else { AiProperty::WORDS };
            let found = offered(&example[..colon + left.len() + 3]).expect(line);
            let labels: Vec<&str> = found.items.iter().map(|item| item.label.as_str()).collect();
            assert!(labels.len() == 3 && labels.iter().all(|label| other.contains(label)), "{line}: {labels:?}");
            assert!(labels.contains(&right), "{line}: {labels:?}");
            tried += 1;
        }
    }
    assert!(tried > 20, "{tried}");
}
