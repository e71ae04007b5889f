//! `mismatched-cell`: a claim whose words point to another cell than the one it declares.

use super::Level;
use super::claim::Origin;
use super::context::ClaimContext;
use super::rule::{Example, Group, Mending, Rule, Run};

pub(super) static RULE: Rule = Rule {
    name: "mismatched-cell",
    group: Group::Synergy,
    level: Level::Information,
    summary: "The words of a claim point to another cell than the one it declares.",
    why: r#"
A claim is judged by the cell that it declares, so a claim that declares a strong cell and speaks of another gets a
better judgement than its words deserve. The words are read by a program and can be misread; but where a careful
reader would be in doubt, one word more helps.

Declare the cell that the words speak of, or say in the words what the declared cell rests on. Where both are meant,
declare both, with a comma between them. The finding comes only when the words point to nothing of what is declared: no
cell, and not its side of the blockchain.
"#,
    failing: &[Example {
        title: "a proof, declared as privacy",
        text: r#"
project demo "Demo" {
  claim proved: privacy + decentralization {
#               ^^^^^^^^^^^^^^^^^^^^^^^^^^ mismatched-cell `verifiability + security`
    says "Every answer ships with a zero-knowledge proof that the right model produced it."
  }
}
"#,
    }],
    passing: &[Example {
        title: "the words speak of the declared cell",
        text: r#"
project demo "Demo" {
  claim proved: verifiability + security {
    says "Every answer ships with a zero-knowledge proof that the right model produced it."
  }
}
"#,
    }],
    run: Run::Claim(run),
    fix: Mending::None,
};

fn run(cx: &mut ClaimContext<'_>) {
    let claim = cx.claim;
    let Some(first) = claim.read.first() else { return };
    let declared = claim.cells.iter().filter(|cell| cell.origin == Origin::Declared);
    let touches = declared.clone().any(|cell| {
        claim
            .read
            .iter()
            .any(|read| read.cell == cell.cell || read.cell.ai == cell.cell.ai || read.cell.chain == cell.cell.chain)
    });
    let Some(cell) = declared.clone().next().filter(|_| !touches) else { return };
    let message = format!(
        "The claim's words point to `{}` and not to `{}`. Declare the cell that they speak of, or say what the declared one rests on.",
        first.cell, cell.cell
    );
    let (file, base) = (cx.file.id(), cx.base);
    let mut finding = cx.report(cell.range - base, message);
    for words in &first.words {
        finding = finding.related_at(file, *words, format!("These words speak of `{}`", first.cell));
    }
}
