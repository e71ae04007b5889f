//! `hype-phrase`: words that say more than could be checked.

use super::Level;
use super::context::ClaimContext;
use super::prose::KindOfRemark;
use super::rule::{Example, Group, Mending, Rule, Run};
use super::says::one_line;
use super::scaffold::unsaid;
use crate::model::Scope;
use crate::syntax::{Keyword, Value};
use crate::text::TextRange;
use foldhash::HashMap;
use std::sync::LazyLock;

pub(super) static RULE: Rule = Rule {
    name: "hype-phrase",
    group: Group::Wording,
    level: Level::Warning,
    summary: "Words of a claim say more than could be checked.",
    why: r#"
A claim is worth what can be checked of it. Absolutes ("fully trustless"), limitlessness ("infinitely scalable"), firsts
and onlys without a scope, visions that nobody could test and bargains without a price ("without sacrificing
anything") stop the reader where the mechanism should begin. They do not make a claim false; they make it worth less
than it could be, and the verdict counts them.

Say what is measured, of what, as of when. A phrase in a sentence with its figure and conditions, a precise first ("the
first proof of GPT-2, in August 2025"), one mild adjective, quotations, text in back-ticks, addresses and what others
are said to say do not count. Where the library or a house says what could be written `instead`, a fix writes that, with
an ellipsis for what only you know; until you say it, the words count as before. Words are found by the `phrase` declarations of the library and of your house, and by
patterns of the same kinds.
"#,
    failing: &[Example {
        title: "a bargain without a price",
        text: r#"
project demo "Demo" {
  claim scales: performance + scalability {
    says     "Infinitely scalable inference without sacrificing quality."
#             ^^^^^^^^^^^^^^^^^^^ hype-phrase “Infinitely scalable” says more
#                                           ^^^^^^^^^^^^^^^^^^^ hype-phrase
    evidence paper "https://arxiv.org/abs/2311.08105" 2023-11
    metric   requests >= 900 requests/s
  }
}
"#,
    }],
    passing: &[
        Example {
            title: "a figure with its conditions, and a precise first",
            text: r#"
project demo "Demo" {
  claim scales: performance + scalability {
    says     "Serves 900 requests per second on 40 leased GPUs, measured over one week in May 2026."
    says     "The first public run of its kind with more than 70 machines, in March 2026."
    evidence benchmark "https://example.org/run" 2026-05
    metric   requests >= 900 requests/s
  }
}
"#,
        },
        Example {
            title: "a phrase that is quoted",
            text: r#"
project demo "Demo" {
  claim scales: performance + scalability {
    says     "Nothing is called “infinitely scalable” here; the network serves 900 requests per second."
    evidence benchmark "https://example.org/run" 2026-05
    metric   requests >= 900 requests/s
  }
}
"#,
        },
    ],
    run: Run::Claim(run),
    fix: Mending::WithFinding,
};

fn run(cx: &mut ClaimContext<'_>) {
    // Where a narrower rule says what is wrong, one finding is enough.
    let narrower: [KindOfRemark; 3] = [|all| &all.bare_wrapper, |all| &all.buzzword_stack, |all| &all.empty_promise];
    let narrower: Vec<TextRange> =
        narrower.into_iter().flat_map(|kind| cx.remarked(kind)).map(|(range, _)| range).collect();
    for found in &cx.claim.hype {
        let here = found.range - cx.base;
        if narrower.iter().any(|other| other.intersect(here).is_some_and(|both| !both.is_empty())) {
            continue;
        }
        let message = format!(
            "“{}” says more than could be checked. {} Say what is measured, of what, as of when.",
            shown(&found.words),
            found.why
        );
        let instead = instead(cx.scope, &found.words);
        cx.report(here, message).instead(instead);
    }
}

/// What could be written in the place of a phrase of the library or the house. Only what leaves something for the author
/// to say: other words alone would make the claim look better than it is.
fn instead(scope: &Scope, words: &str) -> Option<String> {
    static LIBRARY: LazyLock<HashMap<String, String>> = LazyLock::new(|| replacements(&Scope::library()));
    let words = one_line(words).to_lowercase();
    if !scope.declares(Keyword::Phrase) {
        return LIBRARY.get(&words).cloned();
    }
    match scope.get(Keyword::Phrase, &words) {
        Some(phrase) => phrase.declaration.field_text("instead").map(one_line).filter(|instead| is_unfinished(instead)),
        None => replacements(scope).remove(&words),
    }
}

/// What could be written in the place of each phrase, by its wordings.
fn replacements(scope: &Scope) -> HashMap<String, String> {
    let mut replacements = HashMap::default();
    let phrases = scope.all(Keyword::Phrase);
    let titles = phrases.iter().filter_map(|phrase| Some((phrase, phrase.declaration.title_text()?)));
    let also = phrases.iter().flat_map(|phrase| {
        let also = phrase.declaration.fields_named("also").flat_map(|field| &field.values).filter_map(Value::as_text);
        also.map(move |wording| (phrase, wording))
    });
    // A phrase that is called so comes before one that is also worded so.
    for (phrase, wording) in titles.chain(also) {
        let instead = phrase.declaration.field_text("instead").map(one_line);
        replacements.entry(wording.to_lowercase()).or_insert(instead);
    }
    replacements
        .into_iter()
        .filter_map(|(words, instead)| Some((words, instead.filter(|instead| is_unfinished(instead))?)))
        .collect()
}

/// Whether a wording leaves something for the author to say.
fn is_unfinished(instead: &str) -> bool {
    !unsaid(instead).is_empty()
}

/// Words as they are named in a message: on one line, and of very many the first.
fn shown(words: &str) -> String {
    const MOST: usize = 60;
    let words = one_line(words);
    match words.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", words[..end].trim_end()),
        None => words,
    }
}
