//! Semantic tokens as the protocol counts them, and what changed of them.

use crate::ide::{self, Modifier, TokenKind};
use crate::server::asked::Asked;
use crate::server::convert;
use crate::text::{Text, TextRange};
use std::collections::VecDeque;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Arc, Mutex, PoisonError};
use tower_lsp_server::gen_lsp_types::{
    Position, Range, SemanticToken, SemanticTokens, SemanticTokensDelta, SemanticTokensDeltaResponse,
    SemanticTokensEdit, SemanticTokensLegend,
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

/// The tokens that were sent, the latest last. What they are found by is made of the tokens themselves: the same text
/// has the same, also when it comes back after an edit.
#[derive(Default)]
pub(in crate::server) struct SentTokens(Mutex<VecDeque<(String, Arc<[SemanticToken]>)>>);

impl SentTokens {
    /// Keeps tokens and says what they are found by.
    fn keep(&self, tokens: &Arc<[SemanticToken]>) -> String {
        let mut hasher = DefaultHasher::new();
        for token in tokens.iter() {
            numbers(token).hash(&mut hasher);
        }
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

    fn find(&self, id: &str) -> Option<Arc<[SemanticToken]>> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.iter().find(|(known, _)| known == id).map(|(_, tokens)| Arc::clone(tokens))
    }
}

/// All tokens of a text.
pub(in crate::server) fn full(asked: &Asked, sent: &SentTokens) -> SemanticTokens {
    let tokens: Arc<[SemanticToken]> = tokens(asked, asked.file.text().range()).into();
    SemanticTokens { result_id: Some(sent.keep(&tokens)), data: tokens.to_vec() }
}

/// The tokens that touch a range of a text.
pub(in crate::server) fn range(asked: &Asked, range: Range) -> SemanticTokens {
    SemanticTokens { result_id: None, data: tokens(asked, asked.text_range(range)) }
}

/// What has changed since some tokens were sent; all tokens if those are not known any more.
pub(in crate::server) fn delta(asked: &Asked, sent: &SentTokens, previous: &str) -> SemanticTokensDeltaResponse {
    let tokens: Arc<[SemanticToken]> = tokens(asked, asked.file.text().range()).into();
    let before = sent.find(previous);
    let result_id = Some(sent.keep(&tokens));
    if result_id.as_deref() == Some(previous) {
        return SemanticTokensDelta { result_id, edits: Vec::new() }.into();
    }
    match before {
        Some(before) => SemanticTokensDelta { result_id, edits: difference(&before, &tokens) }.into(),
        None => SemanticTokens { result_id, data: tokens.to_vec() }.into(),
    }
}

/// The one edit that makes the later tokens of the earlier ones.
fn difference(before: &[SemanticToken], after: &[SemanticToken]) -> Vec<SemanticTokensEdit> {
    let same = |(a, b): &(&SemanticToken, &SemanticToken)| numbers(a) == numbers(b);
    let start = before.iter().zip(after).take_while(same).count();
    let end = before[start..].iter().rev().zip(after[start..].iter().rev()).take_while(same).count();
    let (gone, come) = (&before[start..before.len() - end], &after[start..after.len() - end]);
    if gone.is_empty() && come.is_empty() {
        return Vec::new();
    }
    // A token is five numbers.
    let five = |count: usize| u32::try_from(count * 5).unwrap_or(u32::MAX);
    let data: Vec<u32> = come.iter().flat_map(numbers).collect();
    vec![SemanticTokensEdit { start: five(start), delete_count: five(gone.len()), data: Some(data) }]
}

fn numbers(token: &SemanticToken) -> [u32; 5] {
    [token.delta_line, token.delta_start, token.length, token.token_type, token.token_modifiers_bitset]
}

fn tokens(asked: &Asked, within: TextRange) -> Vec<SemanticToken> {
    let text = asked.file.text();
    let report = asked.report();
    let mut before = Position::default();
    let mut found = Vec::new();
    for token in ide::tokens(&asked.view.snapshot, asked.id, report.as_deref(), within) {
        for part in parts(text, token.range, asked.agreed.showing.multiline_tokens) {
            let Range { start, end } = convert::range(text, part, asked.agreed.encoding);
            // What spans lines is as long as all of it, its line breaks included.
            let length =
                if start.line == end.line { end.character - start.character } else { length(text, part, asked) };
            let same_line = start.line == before.line;
            found.push(SemanticToken {
                delta_line: start.line - before.line,
                delta_start: if same_line { start.character - before.character } else { start.character },
                length,
                token_type: kind(token.kind),
                token_modifiers_bitset: token.modifiers.bits(),
            });
            before = start;
        }
    }
    found
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

    fn token(delta_start: u32) -> SemanticToken {
        SemanticToken { delta_line: 0, delta_start, length: 1, token_type: 0, token_modifiers_bitset: 0 }
    }

    fn list(starts: &[u32]) -> Arc<[SemanticToken]> {
        starts.iter().map(|&start| token(start)).collect()
    }

    /// The starts of what the edits make of tokens.
    fn applied(before: &[u32], edits: &[SemanticTokensEdit]) -> Vec<u32> {
        let mut data: Vec<u32> = list(before).iter().flat_map(numbers).collect();
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
