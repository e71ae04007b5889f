//! What a judgement was made of: digests by which others can tell that they hold the same specs, matrix and rules.

use super::settings::Settings;
use super::{Rule, all};
use crate::model::{Cell, Library, Matrix, Snapshot};
use crate::text::TextRange;
use sha2::{Digest, Sha256};

/// The SHA-256 of bytes.
pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// A digest as people write it: 64 hexadecimal digits.
pub fn hex(digest: [u8; 32]) -> String {
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The digest of a matrix: of its name, and of each cell the strength, on whose word it stands, and the text of the
/// declaration that says so. What a matrix takes over from another is part of it.
pub fn matrix_digest(snapshot: &Snapshot, matrix: &Matrix) -> [u8; 32] {
    let mut hasher = Sha256::new();
    put(&mut hasher, &matrix.name);
    for cell in Cell::all() {
        put(&mut hasher, &cell.to_string());
        let Some(rating) = matrix.rating(cell) else {
            put(&mut hasher, "not rated");
            continue;
        };
        put(&mut hasher, rating.strength.as_str());
        put(&mut hasher, rating.provenance.as_str());
        let text = snapshot.file(rating.entry.file).map(|file| {
            let range = TextRange::at(rating.entry.base, rating.entry.declaration.len);
            file.text().slice(range).to_string()
        });
        put(&mut hasher, text.as_deref().unwrap_or(""));
    }
    hasher.finalize().into()
}

/// The digest of the rules and of the built-in library: names, levels and reasons of the one, texts of the other. Two
/// programs of one version have the same.
pub fn rules_digest() -> [u8; 32] {
    let mut hasher = Sha256::new();
    for rule in all() {
        for part in [rule.name, rule.group.as_str(), rule.level.as_str(), rule.summary, rule.why] {
            put(&mut hasher, part);
        }
    }
    for (name, text) in Library::sources() {
        put(&mut hasher, name);
        put(&mut hasher, text);
    }
    hasher.finalize().into()
}

/// The rules whose findings have another level than their own, or are off, with what is chosen for them.
pub fn chosen_levels(settings: &Settings) -> Vec<(&'static Rule, &'static str)> {
    let level = |rule: &Rule| settings.level(rule, rule.level);
    all()
        .iter()
        .copied()
        .filter(|rule| level(rule) != Some(rule.level))
        .map(|rule| (rule, level(rule).map_or("off", |level| level.as_str())))
        .collect()
}

/// A part of what is digested. Its length stands before it, so that no two lists of parts have the same bytes.
fn put(hasher: &mut Sha256, part: &str) {
    hasher.update((part.len() as u64).to_le_bytes());
    hasher.update(part.as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::fixture::{settings, snapshot};
    use crate::rules::{Level, find};

    fn house(strength: &str) -> [u8; 32] {
        let source = format!(
            "matrix acme \"Acme\" extends standard {{ cell performance + decentralization {{ strength {strength} }} }}\n"
        );
        let (snapshot, id) = snapshot(&source);
        let scope = snapshot.scope(id).expect("it is there");
        matrix_digest(&snapshot, &snapshot.matrix(&scope, "acme").expect("it is declared"))
    }

    #[test]
    fn a_digest_is_written_in_hexadecimal() {
        assert_eq!(hex(sha256(b"abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    #[test]
    fn a_matrix_that_rates_a_cell_otherwise_has_another_digest() {
        assert_eq!(house("moderate"), house("moderate"));
        assert_ne!(house("moderate"), house("strong"));
    }

    #[test]
    fn levels_that_are_chosen_are_told_and_no_others() {
        let mut settings = settings();
        assert!(chosen_levels(&settings).is_empty());
        settings.choose("weak-synergy", Some(Level::Error));
        settings.choose("hype-phrase", None);
        let told: Vec<_> = chosen_levels(&settings).iter().map(|(rule, level)| (rule.name, *level)).collect();
        assert_eq!(told, [("hype-phrase", "off"), ("weak-synergy", "error")]);
        assert!(find("weak-synergy").is_some());
    }
}
