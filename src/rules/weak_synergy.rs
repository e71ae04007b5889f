//! `weak-synergy`: a claim in a cell whose two properties fight.

use super::Level;
use super::caveat_fix::caveat;
use super::caveats::silences;
use super::claim::{JudgedCell, Origin};
use super::context::ClaimContext;
use super::rule::{Example, Group, Mending, Rule, Run};
use super::says::one_line;
use crate::model::{Cell, Entry, Provenance, Rating, Scope, Strength};
use crate::syntax::{Declaration, Keyword};
use std::collections::HashSet;

pub(super) static RULE: Rule = Rule {
    name: "weak-synergy",
    group: Group::Synergy,
    level: Level::Warning,
    summary: "A claim joins two properties that fight.",
    why: r#"
In a weak cell of the matrix conflict is the default: what serves the one property works against the other. A claim
there is speculation until it names what mitigates the conflict and a figure that was measured.

Three ways out: name the technique that mitigates it and its measured figure; place the claim in the cell that it
really rests on; or say why it holds all the same in a `caveat weak-synergy "…"`, in the open.

The strength is the judging matrix's (`judged-by`). Where it stands on a judgement and not on the founding article,
the finding is one level milder; where no cell is declared and the claim's words point to the weak one, the same.
"#,
    failing: &[
        Example {
            title: "a claim in the weak cell",
            text: r#"
project demo "Demo" {
  claim instant: performance + decentralization {
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ weak-synergy
    says "Real-time inference across thousands of anonymous nodes."
  }
}
"#,
        },
        Example {
            title: "the order of the two words does not matter",
            text: r#"
project demo "Demo" {
  claim instant: decentralization + performance {
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ weak-synergy
    says "Real-time inference across thousands of anonymous nodes."
  }
}
"#,
        },
        Example {
            title: "a strength that is a house's judgement weighs one level less",
            text: r#"
matrix acme "Acme" extends standard {
  cell privacy + scalability { strength weak }
}
project demo "Demo" {
  judged-by acme
  claim many: privacy + scalability {
#             ^^^^^^^^^^^^^^^^^^^^^ information weak-synergy
    says "A million encrypted requests a second."
  }
}
"#,
        },
    ],
    passing: &[
        Example {
            title: "a claim in a strong cell",
            text: r#"
project demo "Demo" {
  claim data-stays-home: privacy + decentralization {
    says "No record leaves its hospital."
  }
}
"#,
        },
        Example {
            title: "a caveat says why it holds all the same",
            text: r#"
project demo "Demo" {
  claim instant: performance + decentralization {
    says   "Real-time inference across thousands of anonymous nodes."
    caveat weak-synergy "Only commitments go on chain; inference runs off chain."
  }
}
"#,
        },
        Example {
            title: "a house matrix rates the cell otherwise",
            text: r#"
matrix acme "Acme" extends standard {
  cell performance + decentralization { strength strong }
}
project demo "Demo" {
  judged-by acme
  claim instant: performance + decentralization { says "Fast anywhere." }
}
"#,
        },
    ],
    run: Run::Claim(run),
    fix: Mending::OnRequest(caveat),
};

fn run(cx: &mut ClaimContext<'_>) {
    report_cells(cx, Strength::Weak, |cx, rating| {
        let needs: Vec<&str> = rating.entry.declaration.field_names("needs").map(|(name, _)| name.as_str()).collect();
        let mut using: Vec<&str> = cx.declaration.field_names("using").map(|(name, _)| name.as_str()).collect();
        using.sort_unstable();
        let used = needs.iter().any(|need| using.binary_search(need).is_ok());
        match &needs[..needs.len().min(2)] {
            _ if used => {
                "Give the figure that was measured, and say in a `caveat weak-synergy` why it holds.".to_owned()
            }
            [] => "Name what mitigates it and a measured figure, or say in a `caveat weak-synergy` why it holds."
                .to_owned(),
            needs => format!(
                "Name what mitigates it (`{}`, say) and a measured figure, or say in a `caveat weak-synergy` why it holds.",
                needs.join("`, `")
            ),
        }
    });
}

/// Reports the cells of a claim that have a strength, with the way out that `advice` gives. A cell that only the words
/// point to weighs one level less: the author may have meant another.
pub(super) fn report_cells(
    cx: &mut ClaimContext<'_>,
    strength: Strength,
    advice: impl Fn(&ClaimContext<'_>, &Rating) -> String,
) {
    let claim = cx.claim;
    for JudgedCell { cell, rating, origin, range } in &claim.cells {
        let Some(rating) = rating.as_ref().filter(|rating| rating.strength == strength) else { continue };
        let mut level = cx.rule.level;
        if rating.provenance == Provenance::Judgement {
            level = level.milder();
        }
        if *origin == Origin::Inferred {
            level = level.milder();
        }
        let (file, base, scope) = (cx.file.id(), cx.base, cx.scope);
        // A claim in such a cell often has its caveat: the effort to describe what nobody reads is spared.
        if silences(cx.declaration, cx.rule, cx.settings) {
            cx.report(*range - base, "").level(level);
            continue;
        }
        let declared = &rating.entry.declaration;
        let reason = declared.field_text("verdict").or_else(|| declared.field_text("because"));
        let reason = reason.map_or_else(String::new, |text| format!(" {}", one_line(text)));
        let placed = match origin {
            Origin::Declared => format!("`{cell}` is {strength}."),
            Origin::Inferred => format!("These words place the claim in `{cell}`, which is {strength}."),
        };
        let message = format!("{placed}{reason} {}", advice(cx, rating));
        let techniques = paid_with(cx.declaration, scope, *cell);
        let mut finding = cx
            .report(*range - base, message)
            .level(level)
            .related(&rating.entry, format!("`{cell}` is rated {strength} here ({})", rating.provenance));
        for words in claim.words_for(*cell).iter().filter(|words| *words != range) {
            finding = finding.related_at(file, *words, format!("These words speak of `{cell}`"));
        }
        for (technique, name, property) in techniques {
            finding = finding.related(technique, format!("`{name}`, which the claim uses, costs {property}"));
        }
    }
}

/// The techniques of a claim that are paid in what the cell promises: each with its name and the property.
fn paid_with<'a>(claim: &'a Declaration, scope: &'a Scope, cell: Cell) -> Vec<(&'a Entry, &'a str, &'static str)> {
    let promised = [cell.ai.as_str(), cell.chain.as_str()];
    let mut known = HashSet::new();
    let costs = claim.field_names("using").filter_map(|(name, _)| {
        let technique = scope.get(Keyword::Technique, name)?;
        let costs = |property: &&str| technique.declaration.field_names("costs").any(|(cost, _)| cost == property);
        Some((technique, name.as_str(), promised.into_iter().find(costs)?))
    });
    costs.filter(|(_, name, _)| known.insert(*name)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::Diagnostic;
    use super::super::fixture::{report, snapshot_with};
    use crate::model::MemoryDisk;

    fn found(source: &str) -> Diagnostic {
        let mut found = report(source).diagnostics.into_iter().filter(|found| found.rule.name == "weak-synergy");
        found.next().expect("the claim is in the weak cell")
    }

    /// The places that a finding points to: the text there, and what is said of it.
    fn related(source: &str) -> Vec<(String, String)> {
        let (snapshot, _) = snapshot_with(source, &MemoryDisk::default());
        let shown = found(source).related.into_iter().map(|related| {
            let file = snapshot.file(related.file).expect("it is there");
            (file.text().slice(related.range).into_owned(), related.message)
        });
        shown.collect()
    }

    fn owned(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(text, message)| ((*text).to_owned(), (*message).to_owned())).collect()
    }

    #[test]
    fn it_points_to_the_cell_to_the_words_and_to_a_technique_that_is_paid_in_what_is_promised() {
        let source = "technique careful \"Careful\" {\n  serves verifiability\n  costs performance\n}\n\
            technique light \"Light\" { serves performance }\n\
            project demo \"Demo\" {\n  claim instant: performance + decentralization {\n    \
            says \"Real-time inference across thousands of anonymous nodes.\"\n    using careful, light, careful\n  }\n}\n";
        let cell = "performance + decentralization";
        assert_eq!(
            related(source),
            owned(&[
                (cell, &format!("`{cell}` is rated weak here (stated)")),
                ("Real-time inference across thousands of anonymous nodes", &format!("These words speak of `{cell}`")),
                ("careful", "`careful`, which the claim uses, costs performance"),
            ])
        );
    }

    #[test]
    fn where_the_words_alone_lead_to_the_cell_it_does_not_point_to_itself() {
        let source = "project demo \"Demo\" {\n  claim instant {\n    \
            says \"Real-time inference across thousands of anonymous nodes.\"\n  }\n}\n";
        let found = found(source);
        assert!(found.related.iter().all(|related| related.range != found.range), "{found:#?}");
        assert_eq!(related(source).len(), 1);
    }

    #[test]
    fn a_strength_that_a_house_takes_over_weighs_what_it_did() {
        let source = "matrix acme \"Acme\" extends standard {\n  \
            cell performance + decentralization { because \"We have measured it ourselves.\" }\n}\n\
            project demo \"Demo\" {\n  judged-by acme\n  claim instant: performance + decentralization { says \"Fast.\" }\n}\n";
        assert_eq!(found(source).level, super::super::Level::Warning);
    }
}
