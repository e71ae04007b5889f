//! What the claims of a text come to, in numbers: for a place as small as a status bar. Our own request,
//! `hypecheck/summary`.

use crate::ide::Tally;
use crate::model::Strength;
use crate::rules::Verdict;
use crate::server::asked::Asked;
use serde_json::{Map, json};
use tower_lsp_server::gen_lsp_types::LspAny;

/// How many claims there are, how many cells of each strength they are in, and how many claims have which verdict.
pub(in crate::server) fn summary(asked: &Asked) -> Option<LspAny> {
    let report = asked.report()?;
    let tally = Tally::of(&report.claims);
    let strengths = Strength::ALL.iter().map(|&strength| (strength.as_str().to_owned(), tally.count(strength).into()));
    let verdicts = Verdict::ALL.iter().map(|&verdict| {
        let count = report.claims.iter().filter(|claim| claim.verdict == Some(verdict)).count();
        (verdict.as_str().to_owned(), count.into())
    });
    Some(json!({
        "claims": report.claims.len(),
        "strengths": strengths.collect::<Map<_, _>>(),
        "unplaced": tally.unplaced(),
        "verdicts": verdicts.collect::<Map<_, _>>(),
    }))
}
