//! `trilemma-overreach`: a project that claims all three corners of the blockchain trilemma.

use super::context::{FixContext, ProjectContext};
use super::diagnostic::Fix;
use super::evidence::has_solid;
use super::rule::{Example, Group, Mending, Rule, Run};
use super::weak_synergy::caveat;
use super::{JudgedClaim, Level, Origin};
use crate::model::{AiProperty, Axis, Cell, ChainProperty, Entry};
use crate::syntax::Keyword;

pub(super) static RULE: Rule = Rule {
    name: "trilemma-overreach",
    group: Group::TradeOffs,
    level: Level::Warning,
    summary: "A project claims security, scalability and decentralization at once.",
    why: r#"
A chain spends one of security, scalability and decentralization on the other two. A text that claims all three has not
escaped that; it hides which one is spent: who runs the sequencer, how many validators there are, how long a withdrawal
takes. Say which corner is spent, or explain in a `caveat trilemma-overreach "…"` of the project how all three hold.

A project may well have claims in all three columns, each about another part and each with something behind it; most
real ones do. So only two things are found: a single claim that is placed in cells of all three columns, and a project
whose claims are in all three columns while not one of them has a `metric` or solid evidence. Only cells that the spec
declares count, and none that were inferred from words.
"#,
    failing: &[
        Example {
            title: "one claim in all three columns",
            text: r#"
project demo "Demo" {
#       ^^^^ trilemma-overreach `everything` is placed in all three columns
  claim everything: verifiability + security, verifiability + scalability, verifiability + decentralization {
#                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint moderate-synergy
    says     "Anyone checks 10,000 answers a second, and nobody can cheat."
    evidence code "https://git.example/demo" 2026-05
  }
}
"#,
        },
        Example {
            title: "three columns and nothing behind any of them",
            text: r#"
project demo "Demo" {
#       ^^^^ trilemma-overreach none of them has
  claim safe: verifiability + security { says "No answer can be forged." }
  claim large: performance + scalability { says "Cards of all owners form one pool." }
  claim ours: verifiability + decentralization {
    says     "Independent nodes repeat every answer."
    evidence announcement "https://news.example/launch" 2026-05
  }
}
"#,
        },
    ],
    passing: &[
        Example {
            title: "three columns, and something behind one of them",
            text: r#"
project demo "Demo" {
  claim safe: verifiability + security {
    says     "No answer can be forged."
    evidence paper "https://arxiv.org/abs/2404.16109" 2024
  }
  claim large: performance + scalability { says "Cards of all owners form one pool." }
  claim ours: verifiability + decentralization { says "Independent nodes repeat every answer." }
}
"#,
        },
        Example {
            title: "two columns",
            text: r#"
project demo "Demo" {
  claim safe: verifiability + security { says "No answer can be forged." }
  claim ours: verifiability + decentralization { says "Independent nodes repeat every answer." }
}
"#,
        },
        Example {
            title: "the project says how all three hold",
            text: r#"
project demo "Demo" {
  caveat trilemma-overreach "Settlement is Ethereum's; scale comes from proofs, at the price of few provers."
  claim safe: verifiability + security { says "No answer can be forged." }
  claim large: performance + scalability { says "Cards of all owners form one pool." }
  claim ours: verifiability + decentralization { says "Independent nodes repeat every answer." }
}
"#,
        },
    ],
    run: Run::Project(run),
    fix: Mending::OnRequest(fix),
};

fn run(cx: &mut ProjectContext<'_>) {
    let (message, at) = match reach(cx, Axis::Blockchain) {
        Some(Reach::Alone { claim, at }) => (
            format!(
                "{claim} is placed in all three columns: security, scalability and decentralization. A chain spends \
                 one of them on the others: split the claim and say which, or say in a `caveat trilemma-overreach` of \
                 the project how all three hold."
            ),
            at,
        ),
        Some(Reach::Together { at }) => (
            "The claims are in all three columns, security, scalability and decentralization, and none of them has a \
             `metric` or solid evidence. A chain spends one of them on the others: say which, or show what stands \
             behind the claims."
                .to_owned(),
            at,
        ),
        None => return,
    };
    report(cx, message, &at);
}

/// How a project reaches all three corners of an axis.
pub(super) enum Reach {
    /// One claim does, which is named; and where it stands.
    Alone { claim: String, at: Vec<(Entry, String)> },
    /// Its claims do together, with nothing behind any of them; and where each corner is claimed.
    Together { at: Vec<(Entry, String)> },
}

/// Whether and how a project's claims reach all three corners of an axis.
pub(super) fn reach(cx: &ProjectContext<'_>, axis: Axis) -> Option<Reach> {
    let corner = |cell: Cell| match axis {
        Axis::Ai => cell.ai as usize,
        Axis::Blockchain => cell.chain as usize,
    };
    let words = match axis {
        Axis::Ai => AiProperty::WORDS,
        Axis::Blockchain => ChainProperty::WORDS,
    };
    let corners = |claim: &JudgedClaim| {
        let mut corners = [false; 3];
        for judged in claim.cells.iter().filter(|judged| judged.origin == Origin::Declared) {
            corners[corner(judged.cell)] = true;
        }
        corners
    };
    let entries = claim_entries(cx);
    let entry = |index: usize, message: String| Some((entries.get(index)?.clone(), message));
    if let Some(index) = cx.claims.iter().position(|(_, claim)| corners(claim) == [true; 3]) {
        let claim = cx.claims[index].1.name.as_ref().map_or_else(|| "A claim".to_owned(), |name| format!("`{name}`"));
        let at = entry(index, format!("{claim} is declared here")).into_iter().collect();
        return Some(Reach::Alone { claim, at });
    }
    let mut first: [Option<usize>; 3] = [None; 3];
    for (index, (declaration, claim)) in cx.claims.iter().enumerate() {
        let corners = corners(claim);
        if corners != [false; 3] && (declaration.field("metric").is_some() || has_solid(declaration)) {
            return None;
        }
        for (first, reached) in first.iter_mut().zip(corners) {
            *first = first.or(reached.then_some(index));
        }
    }
    let mut at = Vec::new();
    for (first, word) in first.into_iter().zip(words) {
        at.extend(entry(first?, format!("{word} is claimed here")));
    }
    Some(Reach::Together { at })
}

/// Reports it at the name of the project, whose caveats it heeds.
pub(super) fn report(cx: &mut ProjectContext<'_>, message: String, at: &[(Entry, String)]) {
    let mut finding = cx.report(cx.declaration.selection(), message);
    for (entry, message) in at {
        finding = finding.related(entry, message.as_str());
    }
}

/// The project's claims with where they stand; nothing if the project's name is another's too.
fn claim_entries(cx: &ProjectContext<'_>) -> Vec<Entry> {
    let name = cx.declaration.name.as_ref().map_or("", |name| &name.text);
    let project =
        cx.scope.get(Keyword::Project, name).filter(|entry| std::ptr::eq(&*entry.declaration, cx.declaration));
    let claims = project.map(|project| project.children().filter(|child| child.declaration.keyword == Keyword::Claim));
    claims.map_or_else(Vec::new, Iterator::collect)
}

fn fix(cx: &FixContext<'_>) -> Vec<Fix> {
    caveat(cx).into_iter().collect()
}
