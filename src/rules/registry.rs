//! The list of all rules.

use super::Rule;
use super::context::{ClaimContext, DeclarationContext, FileContext, ProjectContext};
use super::rule::Run;
use std::sync::LazyLock;

/// All rules, sorted by name. A new one is added here and nowhere else.
static RULES: &[&Rule] = &[
    &super::bad_unit::RULE,
    &super::bare_wrapper::RULE,
    &super::below_chain_limit::RULE,
    &super::beyond_ceiling::RULE,
    &super::buzzword_stack::RULE,
    &super::chain_mismatch::RULE,
    &super::conflicting_techniques::RULE,
    &super::contradicting_metrics::RULE,
    &super::costly_technique::RULE,
    &super::duplicate_cell::RULE,
    &super::duplicate_name::RULE,
    &super::empty_promise::RULE,
    &super::expired_caveat::RULE,
    &super::hidden_character::RULE,
    &super::hype_phrase::RULE,
    &super::import_cycle::RULE,
    &super::import_not_found::RULE,
    &super::inferred_cell::RULE,
    &super::mismatched_cell::RULE,
    &super::missing_evidence::RULE,
    &super::moderate_synergy::RULE,
    &super::open_comparative::RULE,
    &super::own_evidence::RULE,
    &super::soft_evidence::RULE,
    &super::stale_evidence::RULE,
    &super::straddling_cell::RULE,
    &super::syntax_error::RULE,
    &super::triangle_overreach::RULE,
    &super::trilemma_overreach::RULE,
    &super::unexpected_value::RULE,
    &super::unexplained_caveat::RULE,
    &super::unfilled_field::RULE,
    &super::unknown_field::RULE,
    &super::unknown_name::RULE,
    &super::unmeasured_claim::RULE,
    &super::unplaced_claim::RULE,
    &super::unrated_cell::RULE,
    &super::unreviewed_caveat::RULE,
    &super::unused_caveat::RULE,
    &super::weak_synergy::RULE,
];

/// All rules, sorted by name.
pub fn all() -> &'static [&'static Rule] {
    RULES
}

/// The rules by what they look at, each kind sorted by name: whoever judges a claim does not go through those that look
/// at something else.
#[derive(Default)]
pub(super) struct ByRun {
    pub(super) files: Looking<fn(&mut FileContext<'_>)>,
    pub(super) declarations: Looking<fn(&mut DeclarationContext<'_>)>,
    pub(super) claims: Looking<fn(&mut ClaimContext<'_>)>,
    pub(super) projects: Looking<fn(&mut ProjectContext<'_>)>,
}

/// Rules, each with how it looks.
type Looking<Run> = Vec<(&'static Rule, Run)>;

/// The rules by what they look at.
pub(super) fn by_run() -> &'static ByRun {
    static BY_RUN: LazyLock<ByRun> = LazyLock::new(|| {
        let mut by_run = ByRun::default();
        for &rule in RULES {
            match rule.run {
                Run::File(run) => by_run.files.push((rule, run)),
                Run::Declaration(run) => by_run.declarations.push((rule, run)),
                Run::FileAndDeclaration(of_file, of_declaration) => {
                    by_run.files.push((rule, of_file));
                    by_run.declarations.push((rule, of_declaration));
                }
                Run::Claim(run) => by_run.claims.push((rule, run)),
                Run::Project(run) => by_run.projects.push((rule, run)),
                Run::Caveats => {}
            }
        }
        by_run
    });
    &BY_RUN
}

/// The rule of that name.
pub fn find(name: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_sorted_and_named_in_kebab_case() {
        let names: Vec<_> = all().iter().map(|rule| rule.name).collect();
        let mut sorted = names.clone();
        sorted.sort_unstable();
        sorted.dedup();
        assert_eq!(names, sorted);
        for name in names {
            assert!(name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'), "{name}");
        }
    }

    #[test]
    fn every_rule_says_what_it_finds_and_why_and_shows_it() {
        for rule in all() {
            assert!(rule.summary.ends_with('.') && rule.summary.len() < 120, "{}", rule.name);
            assert!(rule.why.split_whitespace().count() > 20, "{}", rule.name);
            assert!(!rule.failing.is_empty() && !rule.passing.is_empty(), "{}", rule.name);
        }
    }
}
