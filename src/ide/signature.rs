//! Signature help: the parts that a field takes one after the other, and which of them is being written.

use super::around::Around;
use super::explain;
use crate::model::schema::{FieldSpec, Shape};
use crate::model::{FileId, Snapshot};
use crate::syntax::{Kind, is_url};
use crate::text::{TextRange, TextSize};
use std::ops::Range;

/// A field whose values mean something by their place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// The field with all its parts, as one would write it.
    pub label: String,
    /// What the field is for, in Markdown.
    pub about: String,
    /// Its parts, in order.
    pub parts: Vec<SignaturePart>,
    /// The part that is being written; nothing when all are there.
    pub active: Option<usize>,
}

/// A part of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignaturePart {
    /// Where it is in the label, in bytes.
    pub range: Range<usize>,
    /// What to write there, in a sentence.
    pub about: &'static str,
}

/// What a part can be.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Takes {
    Word,
    Text,
    WordOrText,
    /// An address, with or without quotes.
    Address,
    Date,
    Operator,
    Quantity,
    Deadline,
    /// References and addresses, as many as one likes.
    Sources,
}

type Parts = &'static [(Takes, &'static str, &'static str)];

/// The parts of the fields that have several: what they are, how they are shown, and what to write there.
fn parts(spec: &FieldSpec) -> Option<Parts> {
    const NOTE: (Takes, &str, &str) = (Takes::Text, "\"note\"", "What it shows, in a few words.");
    const SOURCES: (Takes, &str, &str) =
        (Takes::Sources, "source, …", "Where it comes from: references, or addresses in quotes.");
    Some(match spec.shape {
        Shape::Evidence => {
            const {
                &[
                    (
                        Takes::Word,
                        "kind",
                        "Solid: paper, benchmark, audit, deployment, code, dataset. Soft: announcement, blog.",
                    ),
                    (Takes::Address, "\"https://…\"", "Where it can be read."),
                    (Takes::Date, "date", "As of when: a year, a month or a day, as in 2026-05. It may be left out."),
                    NOTE,
                ]
            }
        }
        Shape::Metric => {
            const {
                &[
                    (Takes::Word, "name", "What is measured, as in `latency`."),
                    (Takes::Operator, "<", "One of `<` `<=` `=` `>=` `>`."),
                    (Takes::Quantity, "50 ms", "A number and its unit."),
                    (Takes::Deadline, "by 2030", "By when, if it is not so yet. It may be left out."),
                    NOTE,
                ]
            }
        }
        Shape::Caveat => {
            const {
                &[
                    (Takes::Word, "rule", "The rule that is silenced here."),
                    (Takes::Text, "\"reason\"", "Why it holds all the same. Without a reason a caveat is a finding."),
                    (Takes::Deadline, "until 2027-01-31", "Until when that is good enough. It may be left out."),
                ]
            }
        }
        Shape::ChoiceAndDate(_) => {
            const {
                &[
                    (Takes::Word, "word", "How far it is, in one of a few words."),
                    (Takes::Date, "date", "As of when, as in 2026-05. It may be left out."),
                ]
            }
        }
        Shape::TextAndSources => const { &[(Takes::Text, "\"text\"", "What is so, in a sentence."), SOURCES] },
        Shape::Pair if spec.name == "conflicts-with" => {
            const {
                &[
                    (Takes::WordOrText, "technique", "The technique, or in quotes whatever else it fights with."),
                    (Takes::Text, "\"why\"", "Why the two fight."),
                    (Takes::Text, "\"question\"", "What to ask. It may be left out."),
                ]
            }
        }
        Shape::Pair => {
            const {
                &[
                    (Takes::WordOrText, "technique", "The technique, or in quotes whatever else it goes with."),
                    (Takes::Text, "\"why\"", "Why the two go together."),
                    (Takes::Text, "\"condition\"", "Under which condition. It may be left out."),
                ]
            }
        }
        _ => return None,
    })
}

/// The field that is being written at a place, if its values mean something by their place.
pub fn signature(snapshot: &Snapshot, id: FileId, offset: TextSize) -> Option<Signature> {
    let file = snapshot.file(id)?;
    let offset = file.text().clamp(TextRange::empty(offset)).start();
    let nodes = file.tree().nodes_at(offset);
    if nodes.iter().any(|node| node.kind == Kind::Comment && node.range.start() < offset) {
        return None;
    }
    let around = Around::of(file, offset);
    let (start, spec) = around.field(file, offset)?;
    let keyword = around.body.as_ref()?.1.keyword;
    let parts = parts(spec)?;
    let written = file.text().slice(TextRange::new(start, offset));
    // On the name itself there is nothing to help with yet.
    let values = written.get(spec.name.len()..).filter(|rest| rest.starts_with(char::is_whitespace))?;
    let mut label = spec.name.to_owned();
    let parts_shown = parts.iter().map(|(_, shown, about)| {
        label.push(' ');
        let start = label.len();
        label += shown;
        SignaturePart { range: start..label.len(), about }
    });
    let parts_shown = parts_shown.collect();
    Some(Signature { label, about: explain::field(keyword, spec), parts: parts_shown, active: active(parts, values) })
}

/// A value of a field as far as it is written.
struct Written {
    takes: Takes,
    /// It may still go on at the end of the text: no blank, quote or comma has ended it.
    open: bool,
}

/// The part that is being written where this text ends.
fn active(parts: Parts, text: &str) -> Option<usize> {
    let mut next = 0;
    let mut current = None;
    for value in values(text) {
        let fits = |&index: &usize| {
            let takes = parts[index].0;
            takes == value.takes
                || match value.takes {
                    Takes::Text => matches!(takes, Takes::WordOrText | Takes::Address | Takes::Sources),
                    Takes::Word => matches!(takes, Takes::WordOrText | Takes::Sources),
                    Takes::Address => matches!(takes, Takes::Sources | Takes::Text),
                    // A year alone looks like a number.
                    Takes::Quantity => takes == Takes::Date,
                    _ => false,
                }
        };
        let Some(index) = (next..parts.len()).find(fits) else { continue };
        current = value.open.then_some(index);
        next = if parts[index].0 == Takes::Sources { index } else { index + 1 };
    }
    current.or_else(|| (next < parts.len()).then_some(next))
}

/// The values of a field, the last of which may be half-written.
fn values(text: &str) -> Vec<Written> {
    let mut values: Vec<Written> = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let at_end = |after: &str| after.is_empty();
        if let Some(block) = rest.strip_prefix("\"\"\"") {
            let end = block.find("\"\"\"").map(|end| end + 3);
            let after = &block[end.unwrap_or(block.len())..];
            values.push(Written { takes: Takes::Text, open: at_end(after) });
            rest = after.trim_start();
        } else if first == '"' {
            let (content, after) = string(&rest[1..]);
            let takes = if is_url(content) || content.starts_with("http") { Takes::Address } else { Takes::Text };
            values.push(Written { takes, open: at_end(after) });
            rest = after.trim_start();
        } else if matches!(first, '<' | '>' | '=') {
            let after = rest.trim_start_matches(['<', '>', '=']);
            values.push(Written { takes: Takes::Operator, open: at_end(after) });
            rest = after.trim_start();
        } else if first == ',' {
            rest = rest[1..].trim_start();
        } else {
            let end = rest
                .find(|c: char| c.is_whitespace() || matches!(c, '"' | '<' | '>' | '=' | ','))
                .unwrap_or(rest.len());
            let (word, after) = rest.split_at(end.max(first.len_utf8()));
            rest = after.trim_start();
            let date = |word: &str| {
                word.len() > 4 && word.as_bytes()[4] == b'-' && word.bytes().all(|b| b.is_ascii_digit() || b == b'-')
            };
            let number = first.is_ascii_digit() || matches!(first, '+' | '-');
            let last = values.last().map(|last| last.takes);
            let joins = match last {
                // A number and its unit are one, and so are `until` and its date.
                Some(Takes::Quantity) => !number && !matches!(word, "by" | "until"),
                Some(Takes::Deadline) => number,
                _ => false,
            };
            if joins {
                if let Some(last) = values.last_mut() {
                    last.open = at_end(after);
                }
                // Nothing more belongs to it.
                if !after.is_empty() {
                    continue;
                }
            } else {
                let takes = match word {
                    "by" | "until" => Takes::Deadline,
                    _ if date(word) => Takes::Date,
                    _ if number => Takes::Quantity,
                    _ if word.starts_with("http") && word.contains(':') => Takes::Address,
                    _ => Takes::Word,
                };
                // Its unit or its date is still to come.
                let goes_on = takes == Takes::Deadline || takes == Takes::Quantity && rest.is_empty();
                values.push(Written { takes, open: at_end(after) || goes_on && rest.is_empty() });
            }
        }
    }
    values
}

/// What is in a string, and what comes after it; its opening quote is read already.
fn string(text: &str) -> (&str, &str) {
    let mut escaped = false;
    for (index, c) in text.char_indices() {
        match c {
            '"' if !escaped => return (&text[..index], &text[index + 1..]),
            '\n' | '\r' => return (&text[..index], &text[index..]),
            _ => escaped = c == '\\' && !escaped,
        }
    }
    (text, "")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::fixture::snapshot;

    /// The signature at the end of a line of a claim, with its active part in brackets.
    fn shown_in(keyword: &str, line: &str) -> Option<String> {
        let source = format!("{keyword} {{\n  {line}");
        let mut shown = Vec::new();
        // With and without what would make the text whole.
        for rest in ["", "\n  }\n}\n", " }"] {
            let whole = format!("{source}{rest}");
            let (snapshot, id) = snapshot(&whole);
            shown.push(signature(&snapshot, id, (source.len() as u32).into()).map(|found| {
                let mut label = found.label.clone();
                if let Some(active) = found.active {
                    let range = &found.parts[active].range;
                    label.insert(range.end, ']');
                    label.insert(range.start, '[');
                }
                label
            }));
        }
        shown.dedup();
        assert_eq!(shown.len(), 1, "{line}: {shown:#?}");
        shown.pop().flatten()
    }

    #[track_caller]
    fn check(line: &str, expected: &str) {
        assert_eq!(
            shown_in("project p \"P\" {\n claim c: privacy + security", line).as_deref(),
            Some(expected),
            "{line}"
        );
    }

    #[test]
    fn the_part_of_evidence_that_is_being_written_is_told() {
        check("evidence ", "evidence [kind] \"https://…\" date \"note\"");
        check("evidence pap", "evidence [kind] \"https://…\" date \"note\"");
        check("evidence paper ", "evidence kind [\"https://…\"] date \"note\"");
        check("evidence paper \"", "evidence kind [\"https://…\"] date \"note\"");
        check("evidence paper \"https://a.org/x", "evidence kind [\"https://…\"] date \"note\"");
        check("evidence paper \"https://a.org/x\" ", "evidence kind \"https://…\" [date] \"note\"");
        check("evidence paper \"https://a.org/x\" 2026", "evidence kind \"https://…\" [date] \"note\"");
        check("evidence paper \"https://a.org/x\" 2026-05 ", "evidence kind \"https://…\" date [\"note\"]");
        check("evidence paper https://a.org/x \"a no", "evidence kind \"https://…\" date [\"note\"]");
        check("evidence paper \"https://a.org/x\" 2026-05 \"note\" ", "evidence kind \"https://…\" date \"note\"");
    }

    #[test]
    fn the_part_of_a_metric_that_is_being_written_is_told() {
        check("metric lat", "metric [name] < 50 ms by 2030 \"note\"");
        check("metric latency ", "metric name [<] 50 ms by 2030 \"note\"");
        check("metric latency < ", "metric name < [50 ms] by 2030 \"note\"");
        check("metric latency < 50", "metric name < [50 ms] by 2030 \"note\"");
        check("metric latency < 50 m", "metric name < [50 ms] by 2030 \"note\"");
        check("metric latency<50 ms ", "metric name < 50 ms [by 2030] \"note\"");
        check("metric growth >= 50 x by ", "metric name < 50 ms [by 2030] \"note\"");
        check("metric latency < 50 ms \"at", "metric name < 50 ms by 2030 [\"note\"]");
    }

    #[test]
    fn caveats_statuses_figures_and_pairs_have_parts_too() {
        check("caveat weak-", "caveat [rule] \"reason\" until 2027-01-31");
        check("caveat weak-synergy \"so it ", "caveat rule [\"reason\"] until 2027-01-31");
        check("caveat weak-synergy \"so\" ", "caveat rule \"reason\" [until 2027-01-31]");
        let project = |line| shown_in("project p \"P\"", line);
        assert_eq!(project("status live ").as_deref(), Some("status word [date]"));
        let technique = |line| shown_in("technique t \"T\"", line);
        assert_eq!(technique("works-with zkml ").as_deref(), Some("works-with technique [\"why\"] \"condition\""));
        assert_eq!(
            technique("conflicts-with \"chat\" \"No.\" \"").as_deref(),
            Some("conflicts-with technique \"why\" [\"question\"]")
        );
        assert_eq!(technique("figure \"1.7 times\" a, ").as_deref(), Some("figure \"text\" [source, …]"));
    }

    #[test]
    fn a_field_with_one_sort_of_value_and_a_name_that_is_being_typed_need_no_help() {
        for line in ["says \"It ", "using zkml, ", "evidence", "evid", "", "# evidence paper "] {
            assert_eq!(shown_in("project p \"P\" {\n claim c: privacy + security", line), None, "{line}");
        }
    }

    #[test]
    fn a_note_over_several_lines_is_still_the_note() {
        check(
            "evidence paper \"https://a.org\" 2026 \"\"\"\n    first\n    sec",
            "evidence kind \"https://…\" date [\"note\"]",
        );
    }
}
