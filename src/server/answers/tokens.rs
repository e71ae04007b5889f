//! Semantic tokens as the protocol counts them, and what changed of them.

use crate::ide::{self, Modifier, TokenKind};
use crate::server::asked::Asked;
use crate::server::convert;
use crate::server::placed::put_number;
use crate::text::{Text, TextRange};
use std::collections::VecDeque;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Arc, Mutex, PoisonError};
use tower_lsp_server::gen_lsp_types::{
    Position, Range, SemanticToken, SemanticTokens, SemanticTokensDelta, SemanticTokensEdit, SemanticTokensLegend,
};

/// The kinds of tokens under the names that the protocol has for them, which editors have colours for. The modifiers
/// are our own: an editor that knows nothing of them shows what it shows without.
pub(in crate::server) fn legend() -> SemanticTokensLegend {
    SemanticTokensLegend {
        token_types: ["enumMember", "string"].map(str::to_owned).to_vec(),
        token_modifiers: Modifier::ALL.iter().map(|modifier| modifier.as_str().to_owned()).collect(),
    }
}

fn kind(kind: TokenKind) -> u32 {
    match kind {
        TokenKind::Word => 0,
        TokenKind::Prose => 1,
    }
}

/// So many tokens are kept, so that what changed of them can be told.
const MOST_KEPT: usize = 200_000;

/// A token as the protocol has it: five numbers, the place counted from the token before.
type Numbers = [u32; 5];

/// The tokens that were sent, the latest last. What they are found by is made of the tokens themselves: the same text
/// has the same, also when it comes back after an edit.
#[derive(Default)]
pub(in crate::server) struct SentTokens(Mutex<VecDeque<(String, Arc<[Numbers]>)>>);

impl SentTokens {
    /// Keeps tokens and says what they are found by.
    fn keep(&self, tokens: &Arc<[Numbers]>) -> String {
        let mut hasher = DefaultHasher::new();
        tokens.as_flattened().hash(&mut hasher);
        let id = format!("{:016x}", hasher.finish());
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.retain(|(known, _)| *known != id);
        kept.push_back((id.clone(), Arc::clone(tokens)));
        let mut count: usize = kept.iter().map(|(_, tokens)| tokens.len()).sum();
        while count > MOST_KEPT || kept.len() > 256 {
            let Some((_, oldest)) = kept.pop_front() else { break };
            count -= oldest.len();
        }
        id
    }

    fn find(&self, id: &str) -> Option<Arc<[Numbers]>> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.iter().find(|(known, _)| known == id).map(|(_, tokens)| Arc::clone(tokens))
    }
}

/// All tokens of a text, as they go over the wire.
pub(in crate::server) fn full(asked: &Asked, sent: &SentTokens) -> Option<String> {
    let tokens = all(asked).into();
    Some(all_json(&sent.keep(&tokens), &tokens))
}

/// The tokens that touch a range of a text.
pub(in crate::server) fn range(asked: &Asked, range: Range) -> SemanticTokens {
    let within = asked.text_range(range);
    let report = asked.report_around(within);
    let found = ide::tokens(&asked.view.snapshot, asked.id, report.as_deref(), within);
    let data = found_tokens(asked, found, Position::default());
    let token = |[delta_line, delta_start, length, token_type, token_modifiers_bitset]: Numbers| SemanticToken {
        delta_line,
        delta_start,
        length,
        token_type,
        token_modifiers_bitset,
    };
    SemanticTokens { result_id: None, data: data.numbers.into_iter().map(token).collect() }
}

/// What has changed since some tokens were sent, as it goes over the wire; all tokens if those are not known any more.
pub(in crate::server) fn delta(asked: &Asked, sent: &SentTokens, previous: &str) -> Option<String> {
    let tokens: Arc<[Numbers]> = all(asked).into();
    let before = sent.find(previous);
    let id = sent.keep(&tokens);
    let Some(before) = before else { return Some(all_json(&id, &tokens)) };
    let edits = if id == previous { Vec::new() } else { difference(&before, &tokens) };
    serde_json::to_string(&SemanticTokensDelta { result_id: Some(id), edits }).ok()
}

/// All tokens as they go over the wire.
fn all_json(id: &str, tokens: &[Numbers]) -> String {
    let mut json = String::with_capacity(12 * tokens.len() + 64);
    json.push_str("{\"resultId\":\"");
    json.push_str(id);
    json.push_str("\",\"data\":[");
    for (index, number) in tokens.as_flattened().iter().enumerate() {
        if index > 0 {
            json.push(',');
        }
        put_number(*number, &mut json);
    }
    json.push_str("]}");
    json
}

/// The one edit that makes the later tokens of the earlier ones.
fn difference(before: &[Numbers], after: &[Numbers]) -> Vec<SemanticTokensEdit> {
    let same = |(a, b): &(&Numbers, &Numbers)| a == b;
    let start = before.iter().zip(after).take_while(same).count();
    let end = before[start..].iter().rev().zip(after[start..].iter().rev()).take_while(same).count();
    let (gone, come) = (&before[start..before.len() - end], &after[start..after.len() - end]);
    if gone.is_empty() && come.is_empty() {
        return Vec::new();
    }
    let numbers = |tokens: &[Numbers]| u32::try_from(tokens.as_flattened().len()).unwrap_or(u32::MAX);
    let data = come.as_flattened().to_vec();
    vec![SemanticTokensEdit { start: numbers(&before[..start]), delete_count: numbers(gone), data: Some(data) }]
}

/// Tokens that stand together, such as those of a declaration.
pub(in crate::server) struct Tokens {
    /// Where the first is counted from is known to whoever has them made.
    numbers: Vec<Numbers>,
    /// Where the last begins.
    last: Position,
}

/// All tokens of a text. Those of a declaration that were found for the last answer are taken as they are.
fn all(asked: &Asked) -> Vec<Numbers> {
    let snapshot = &asked.view.snapshot;
    let (Some(judgement), Some(scope)) = (asked.judgement(), snapshot.scope(asked.id)) else { return Vec::new() };
    let declarations = asked.file.tree().declarations();
    if declarations.windows(2).any(|pair| pair[0].range().end() > pair[1].offset) {
        // Text that is broken: one declaration is read inside another.
        let whole = asked.file.text().range();
        let found = ide::tokens(snapshot, asked.id, Some(judgement.report()), whole);
        return found_tokens(asked, found, Position::default()).numbers;
    }
    let made = asked.kept(&asked.view.reports.tokens, &judgement, |declaration, start| {
        let (child, claims) = (&declaration.child, declaration.claims());
        let found = ide::tokens_in(snapshot, &scope, std::slice::from_ref(child), &claims, child.range());
        let start = Position { line: start.line, character: 0 };
        let mut tokens = found_tokens(asked, found, start);
        tokens.last.line -= start.line;
        tokens
    });
    let mut all = Vec::with_capacity(made.parts().map(|part| part.made.numbers.len()).sum());
    let mut before = Position::default();
    for part in made.parts() {
        let tokens = &part.made;
        let Some(first) = tokens.numbers.first() else { continue };
        let [below, character, rest @ ..] = *first;
        let line = part.line + below;
        let same_line = line == before.line;
        let [length, kind, modifiers] = rest;
        let character = if same_line { character - before.character } else { character };
        all.push([line - before.line, character, length, kind, modifiers]);
        all.extend_from_slice(&tokens.numbers[1..]);
        before = Position { line: part.line + tokens.last.line, character: tokens.last.character };
    }
    all
}

/// Tokens in numbers, the first counted from a place.
fn found_tokens(asked: &Asked, found: Vec<ide::Token>, mut before: Position) -> Tokens {
    let text = asked.file.text();
    let mut numbers = Vec::new();
    for token in found {
        for part in parts(text, token.range, asked.agreed.showing.multiline_tokens) {
            let Range { start, end } = convert::range(text, part, asked.agreed.encoding);
            // What spans lines is as long as all of it, its line breaks included.
            let length =
                if start.line == end.line { end.character - start.character } else { length(text, part, asked) };
            let same_line = start.line == before.line;
            let character = if same_line { start.character - before.character } else { start.character };
            numbers.push([start.line - before.line, character, length, kind(token.kind), token.modifiers.bits()]);
            before = start;
        }
    }
    Tokens { numbers, last: before }
}

/// A range as it is, or line by line without the blanks at the ends of the lines.
fn parts(text: &Text, range: TextRange, multiline: bool) -> Vec<TextRange> {
    let lines = text.line_of(range.start())..=text.line_of(range.end());
    if multiline || lines.start() == lines.end() {
        return vec![range];
    }
    let line = |line: usize| {
        let part = TextRange::new(text.line_start(line), text.line_end(line)).intersect(range)?;
        let source = text.slice(part);
        let blanks = source.len() - source.trim_start().len();
        let start = part.start() + crate::text::TextSize::new(blanks as u32);
        let trimmed = TextRange::at(start, crate::text::TextSize::of(source.trim()));
        (!trimmed.is_empty()).then_some(trimmed)
    };
    lines.filter_map(line).collect()
}

/// How long a text is in the units that the editor counts in.
fn length(text: &Text, range: TextRange, asked: &Asked) -> u32 {
    use crate::text::Encoding;
    let source = text.slice(range);
    let units = match asked.agreed.encoding {
        Encoding::Utf8 => source.len(),
        Encoding::Utf16 => source.encode_utf16().count(),
        Encoding::Utf32 => source.chars().count(),
    };
    u32::try_from(units).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(starts: &[u32]) -> Arc<[Numbers]> {
        starts.iter().map(|&start| [0, start, 1, 0, 0]).collect()
    }

    /// The starts of what the edits make of tokens.
    fn applied(before: &[u32], edits: &[SemanticTokensEdit]) -> Vec<u32> {
        let mut data: Vec<u32> = list(before).as_flattened().to_vec();
        for edit in edits {
            let range = edit.start as usize..(edit.start + edit.delete_count) as usize;
            data.splice(range, edit.data.clone().unwrap_or_default());
        }
        data.chunks(5).map(|numbers| numbers[1]).collect()
    }

    #[test]
    fn the_edits_make_the_later_tokens_of_the_earlier_ones() {
        for (before, after) in [
            (vec![], vec![]),
            (vec![], vec![1]),
            (vec![1], vec![]),
            (vec![1, 2, 3], vec![1, 9, 3]),
            (vec![1, 1], vec![1, 1, 1]),
            (vec![1, 2, 3], vec![4, 2, 5]),
        ] {
            let edits = difference(&list(&before), &list(&after));
            assert_eq!(applied(&before, &edits), after, "{before:?}");
            assert_eq!(edits.is_empty(), before == after);
        }
        assert_eq!(difference(&list(&[1, 2, 3]), &list(&[1, 9, 3]))[0].start, 5, "what is the same is not sent");
    }

    #[test]
    fn tokens_that_were_sent_are_found_again_until_there_are_too_many() {
        let sent = SentTokens::default();
        let first = sent.keep(&list(&[1]));
        assert_eq!(sent.keep(&list(&[1])), first, "the same tokens have the same name");
        assert!(sent.find(&first).is_some());
        assert!(sent.find("nothing").is_none());
        let many: Vec<u32> = (0..MOST_KEPT as u32).collect();
        sent.keep(&list(&many));
        assert!(sent.find(&first).is_none());
    }
}
