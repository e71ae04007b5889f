//! Hover: what the thing under the pointer is.

mod read;

use super::explain;
use super::subject::{Subject, matrix_at, place, subject};
use crate::model::{FileId, Snapshot};
use crate::rules::{self, Report};
use crate::syntax::Keyword;
use crate::text::{TextRange, TextSize};

/// What to show for a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hover {
    /// What it is about.
    pub range: TextRange,
    /// The text, in Markdown.
    pub markdown: String,
}

/// What to show for a place in a file.
///
/// `report` is what was found in the file: on a claim stands its verdict, on a project what its claims come to.
pub fn hover(snapshot: &Snapshot, id: FileId, offset: TextSize, report: Option<&Report>) -> Option<Hover> {
    let file = snapshot.file(id)?;
    let scope = snapshot.scope(id)?;
    let Some((range, subject)) = subject(snapshot, file, &scope, offset) else {
        return read::hover(file, &scope, offset, report);
    };
    let project = place(file, offset).and_then(|place| place.project);
    let matrix = || matrix_at(snapshot, file, &scope, offset);
    let markdown = match subject {
        Subject::Keyword(keyword) => explain::keyword(keyword),
        Subject::Field(keyword, spec) => explain::field(keyword, spec),
        Subject::Word(spec, word) => explain::word(spec, &word)?,
        Subject::Rule(name) => explain::rule(rules::find(&name)?),
        Subject::Cell(cell) => explain::cell(&scope, &matrix(), cell),
        Subject::Property(property) => explain::property(&scope, &matrix(), property),
        Subject::Name(keyword, name) => explain::declaration(snapshot, &scope, scope.get(keyword, &name)?),
        Subject::Phrase(entry) => explain::phrase(&scope, &entry.declaration),
        Subject::Declared(entry) if entry.declaration.keyword == Keyword::Claim => {
            let judged = report.and_then(|report| report.claim_at(entry.base));
            explain::claim(snapshot, &scope, project.as_deref(), &entry, judged)
        }
        Subject::Declared(entry) if entry.declaration.keyword == Keyword::Project => {
            let claims = report.map_or(&[][..], |report| &report.claims);
            let own: Vec<_> = claims.iter().filter(|claim| entry.range().contains_range(claim.range)).collect();
            explain::project(snapshot, &scope, &entry, &own)
        }
        Subject::Declared(entry) => explain::declaration(snapshot, &scope, &entry),
        Subject::Import(index) => {
            let import = snapshot.imports(id).get(index)?;
            let used = snapshot.file(*import.target.as_ref().ok()?)?;
            let declared = used.tree().declarations().iter().filter(|child| child.declaration.keyword != Keyword::Use);
            let listed: Vec<String> = declared
                .filter_map(|child| {
                    let name = child.declaration.name.as_ref()?;
                    Some(format!("- {} {}\n", child.declaration.keyword.as_str(), super::markup::code(&name.text)))
                })
                .collect();
            format!("**{}** declares\n\n{}", super::markup::line(&import.path), listed.concat())
        }
    };
    Some(Hover { range, markdown })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::check;
    use crate::rules::fixture::{settings, snapshot};

    /// The hover at the `$0` of a spec.
    #[track_caller]
    fn hover_at(source: &str) -> Option<Hover> {
        let offset = source.find("$0").expect("the spec marks a place with $0");
        let (snapshot, id) = snapshot(&source.replacen("$0", "", 1));
        let report = check(&snapshot, id, &settings());
        hover(&snapshot, id, (offset as u32).into(), report.as_ref())
    }

    #[track_caller]
    fn check_hover(source: &str, parts: &[&str]) {
        let hover = hover_at(source).expect("there is something to show");
        for part in parts {
            assert!(hover.markdown.contains(part), "no {part:?} in\n{}", hover.markdown);
        }
    }

    #[test]
    fn on_a_cell_stands_its_strength_on_whose_word_and_where_it_is_in_the_matrix() {
        check_hover(
            "project p \"P\" { claim c: performance + $0decentralization { says \"x\" } }",
            &[
                "**performance + decentralization** ○ **weak**: avoid unless proven",
                "stated by the founding article",
                "| performance | ◐ moderate | ● strong | **▸ ○ weak** |",
                "**Holds when**",
                "**What helps**",
                "**Figures**",
                "](https://",
            ],
        );
    }

    #[test]
    fn on_a_cell_that_a_house_rates_otherwise_both_ratings_stand() {
        check_hover(
            r#"
matrix acme "Acme" extends standard {
  cell performance + decentralization { strength moderate because "Our runs hold." }
}
project p "P" { judged-by acme claim c: performance $0+ decentralization { says "x" } }
"#
            .replace("judged-by acme claim", "judged-by acme\n claim")
            .replace("moderate because", "moderate\n because")
            .as_str(),
            &[
                "◐ **moderate**",
                "a judgement of matrix `acme`",
                "*Overrides* weak of matrix `standard`",
                "Our runs hold.",
            ],
        );
    }

    #[test]
    fn on_a_technique_a_chain_a_property_and_a_rule_stands_what_it_is() {
        check_hover("project p \"P\" { claim c { using $0zkml } }", &["technique `zkml`", "**Figures**"]);
        check_hover("project p \"P\" { runs-on ethe$0reum }", &["chain `ethereum`", "block-time = 12 s"]);
        check_hover(
            "project p \"P\" { claim c: priv$0acy { } }",
            &["**privacy**, a property of the AI", "**Served by**"],
        );
        check_hover(
            "project p \"P\" { claim c { caveat weak-$0synergy \"x\" } }",
            &["**weak-synergy** · rule, warning"],
        );
    }

    #[test]
    fn on_a_claim_stands_where_it_is_and_what_stands_behind_it() {
        check_hover(
            r#"project p "P" { claim ins$0tant: performance + decentralization { metric latency < 50 ms } }"#,
            &["claim** `instant`", "○ **weak**", "latency \\< 50 ms", "*Judged by matrix* `standard`"],
        );
    }

    #[test]
    fn on_a_claim_stands_the_verdict_with_its_row_and_the_way_to_a_better_one() {
        check_hover(
            r#"project p "P" { claim pro$0ved { says "Every answer ships with a zero-knowledge proof that the right model produced it." } }"#,
            &[
                "**Verdict**: promising (row 3 of",
                "nothing that can be checked stands behind it",
                "**Way to a better one**: Add evidence",
                "**What would make it hold**\n\n- Add code that others can check → works\n",
                "verifiability + security: ● **strong**",
                "inferred from",
            ],
        );
    }

    #[test]
    fn on_a_project_stands_what_its_claims_come_to() {
        check_hover(
            r#"project p$0x "P" {
  claim a: privacy + decentralization { says "No record leaves." evidence paper "https://a.org" 2026 }
  claim b: performance + decentralization { using zkml }
}"#
            .replace(" evidence", "\n evidence")
            .as_str(),
            &[
                "1 strong · 0 moderate · 1 weak",
                "1 works · 0 promising · 1 speculative",
                "**Never paid for**",
                "`zkml`",
            ],
        );
    }

    #[test]
    fn on_a_phrase_in_prose_stands_why_it_says_nothing() {
        check_hover(
            r#"project p "P" { claim c { says "An infinitely sca$0lable network." } }"#,
            &["infinitely scalable", "**Write instead**"],
        );
    }

    #[test]
    fn on_words_that_were_read_stands_what_was_read_in_them() {
        check_hover(
            "project p \"P\" { claim c: performance + scalability { says \"Infinitely scalable inference without sacri$0ficing quality.\" } }",
            &["**“without sacrificing”** · hype", "Say what can be checked"],
        );
        check_hover(
            "project p \"P\" { claim c { says \"Every answer ships with a zero-know$0ledge proof that the right model produced it.\" } }",
            &["**“zero-knowledge proof”** speaks of **verifiability + security** ● **strong**"],
        );
    }

    #[test]
    fn on_a_metric_stands_what_it_measures_and_how_far_it_goes() {
        check_hover(
            "project p \"P\" {\n runs-on ethereum\n claim c: verifiability + security {\n  says \"All is agreed on by consensus.\"\n  metric late$0ncy < 50 ms\n }\n}",
            &["**latency \\< 50 ms** · metric", "`50 ms` is a time", "240 times faster"],
        );
        check_hover(
            "project p \"P\" { claim c { metric training-compute < 1e25$0 FLOP } }",
            &["an amount of arithmetic", "**Limits that are called so**", "`power`: \\<="],
        );
    }

    #[test]
    fn on_an_address_stands_the_reference_that_has_it() {
        check_hover(
            "reference r \"A paper\" { url \"https://a.org/x\" }\nproject p \"P\" {\n source \"https://a.org$0/x\"\n}",
            &["A paper", "· reference"],
        );
        assert_eq!(hover_at("project p \"P\" { source \"https://a.org$0/y\" }"), None);
    }

    #[test]
    fn on_a_claim_stand_the_steps_of_its_verdict() {
        check_hover(
            r#"project p "P" { claim c$0: performance + decentralization { says "A revolutionary network." } }"#,
            &[
                "**Steps**",
                "its weakest cell weighs *weak*",
                "no evidence with an address",
                "no metric",
                "it names no technique that its cell asks for",
                "worded as hype: “revolutionary”",
            ],
        );
    }

    #[test]
    fn on_fields_keywords_and_words_stands_what_they_are_for() {
        check_hover("pro$0ject p \"P\" { }", &["**project**", "`judged-by`"]);
        check_hover("project p \"P\" { abo$0ut \"x\" }", &["**about** · field of a project"]);
        check_hover("project p \"P\" { claim c { evidence pap$0er \"https://a.org\" } }", &["Solid evidence"]);
    }

    #[test]
    fn where_there_is_nothing_to_say_nothing_is_said() {
        assert_eq!(hover_at("$0"), None);
        assert_eq!(hover_at("project p \"P\" { claim c { using nob$0ody } }"), None);
        assert_eq!(hover_at("project p \"P\" { about \"pl$0ain\" }"), None);
    }

    #[test]
    fn hostile_text_stays_text() {
        check_hover(
            r#"project p "P" { claim ev$0il { says "[click](command:rm) <script>" } }"#,
            &["\\[click\\](command:rm) \\<script\\>"],
        );
    }
}
