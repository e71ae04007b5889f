//! What every rule consists of.

use super::context::{ClaimContext, DeclarationContext, FileContext, FixContext, ProjectContext};
use super::diagnostic::{Fix, Level};
use super::figures;

/// Rules that have to do with the same thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// How the text is written.
    Syntax,
    /// What names stand for.
    Names,
    /// What the matrix says of a claim.
    Synergy,
    /// What stands behind a claim.
    Support,
    /// How a claim is worded.
    Wording,
    /// What a claim is paid with.
    TradeOffs,
    /// What the numbers of a claim come to.
    Numbers,
}

impl Group {
    /// All groups, in the order in which they are explained.
    pub const ALL: [Group; 7] =
        [Group::Synergy, Group::Support, Group::Wording, Group::TradeOffs, Group::Numbers, Group::Names, Group::Syntax];

    /// Its name.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Syntax => "syntax",
            Self::Names => "names",
            Self::Synergy => "synergy",
            Self::Support => "support",
            Self::Wording => "wording",
            Self::TradeOffs => "trade-offs",
            Self::Numbers => "numbers",
        }
    }

    /// Whether a `caveat` can silence its rules. What cannot be read or found is no matter of judgement.
    pub fn takes_caveats(self) -> bool {
        !matches!(self, Self::Syntax | Self::Names)
    }
}

/// A piece of a spec that shows a rule at work. Where it is found is marked by carets in a comment below the line:
///
/// ```text
/// claim instant: performance + decentralization {
/// #              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ weak-synergy
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Example {
    /// What it shows, in a few words.
    pub title: &'static str,
    /// The spec.
    pub text: &'static str,
}

/// A rule.
pub struct Rule {
    /// Its name, in kebab-case: the bad pattern that it finds.
    pub name: &'static str,
    /// What it has to do with.
    pub group: Group,
    /// How much its findings matter unless configured.
    pub level: Level,
    /// What it finds, in one line.
    pub summary: &'static str,
    /// Why that is bad and what to do about it, in Markdown.
    pub why: &'static str,
    /// Specs that it finds something in.
    pub failing: &'static [Example],
    /// Specs that it finds nothing in, though they look alike.
    pub passing: &'static [Example],
    pub(super) run: Run,
    pub(super) fix: Mending,
}

/// How findings can be mended.
pub(super) enum Mending {
    /// By the author alone.
    None,
    /// By what is written instead, which is known when the finding is made.
    WithFinding,
    /// In ways that are worked out when they are asked for.
    OnRequest(fn(&FixContext<'_>) -> Vec<Fix>),
}

/// What a rule looks at.
pub(super) enum Run {
    /// One declaration at a time, and the names known to it.
    Declaration(fn(&mut DeclarationContext<'_>)),
    /// One claim, when it is known which cells it is in.
    Claim(fn(&mut ClaimContext<'_>)),
    /// A project with all its claims.
    Project(fn(&mut ProjectContext<'_>)),
    /// A whole file. It is looked at after every edit: nothing that goes through all of a long text belongs here.
    File(fn(&mut FileContext<'_>)),
    /// What in a file is in no declaration, and one declaration at a time.
    FileAndDeclaration(fn(&mut FileContext<'_>), fn(&mut DeclarationContext<'_>)),
    /// The caveats of a declaration, when all else is known.
    Caveats,
}

impl Rule {
    /// Whether fixes for its findings exist.
    pub fn is_fixable(&self) -> bool {
        !matches!(self.fix, Mending::None) || self.takes_a_caveat()
    }

    /// Whether a fix writes a caveat for its findings: a hint has no milder level that an empty one could take.
    pub(super) fn takes_a_caveat(&self) -> bool {
        self.group.takes_caveats() && self.level > Level::Hint
    }

    /// Its page in the reference.
    pub fn url(&self) -> String {
        format!("https://github.com/hypecheck/hypecheck/blob/main/docs/rules/{}.md", self.name)
    }

    /// All there is to say of it, in Markdown: what hover and the reference show.
    pub fn to_markdown(&self) -> String {
        let mut page = format!("# {}\n\n{}\n\n", self.name, self.summary);
        page += &format!("Group *{}*, level *{}*", self.group.as_str(), self.level);
        page += if self.is_fixable() { ", with fixes.\n\n" } else { ".\n\n" };
        page += &format!("## Why\n\n{}\n", self.why.trim());
        if let Some(figures) = figures::of(self.name) {
            page += &format!("\n## How often it is right\n\n{}\n", figures.trim());
        }
        for (heading, examples) in [("Found", self.failing), ("Not found", self.passing)] {
            for example in examples {
                page += &format!("\n## {heading}: {}\n\n```synergy\n{}\n```\n", example.title, example.text.trim());
            }
        }
        page
    }
}

impl std::fmt::Debug for Rule {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Rule").field(&self.name).finish()
    }
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Rule {}
