//! The notation in which the built-in phrases are written. Only the build script reads it.
//!
//! `never leave`: a word stands for all its inflections; `=word` is that spelling only; `word*` is any word that begins
//! so; `a/b` is either; `#` is a number; `..` is up to three words and `...` up to seven, of one clause.

use super::lexemes::{By, Symbol};
use super::pattern::{Builder, Item};
use super::stem::stem;

/// Adds phrases separated by commas.
pub(super) fn add(builder: &mut Builder, phrases: &str, means: u32) {
    for phrase in phrases.split(',') {
        let items = phrase.split_whitespace().map(|part| match part {
            ".." => Item::gap(3),
            "..." => Item::gap(7),
            "#" => Item::NUMBER,
            _ => {
                let symbols = part.split('/').map(|word| symbol(builder, word)).collect();
                one_of(builder, symbols)
            }
        });
        let items = items.collect();
        builder.push(items, means);
    }
}

fn symbol(builder: &mut Builder, word: &str) -> Symbol {
    if let Some(beginning) = word.strip_suffix('*') {
        builder.symbol(By::Beginning, beginning)
    } else if let Some(spelling) = word.strip_prefix('=') {
        builder.symbol(By::Spelling, spelling)
    } else {
        builder.symbol(By::Stem, &stem(word))
    }
}

fn one_of(builder: &mut Builder, mut symbols: Vec<Symbol>) -> Item {
    symbols.sort_unstable();
    if let [symbol] = symbols[..] {
        return Item::word(symbol);
    }
    let set = builder.sets.iter().position(|known| *known == symbols).unwrap_or_else(|| {
        builder.sets.push(symbols);
        builder.sets.len() - 1
    });
    Item::one_of(set)
}

impl Item {
    const NUMBER: Item = Item(3 << 30);

    fn one_of(set: usize) -> Item {
        Item(1 << 30 | set as u32)
    }

    fn gap(most: u32) -> Item {
        Item(2 << 30 | most)
    }
}
