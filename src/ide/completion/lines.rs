//! What a line can begin with: fields, and whole declarations.

use super::{About, Completion, CompletionKind, Place};
use crate::model::schema::{self, FieldSpec, Shape};
use crate::syntax::Keyword;

impl Place<'_> {
    /// At the start of a line: fields, and declarations that can stand here.
    pub(super) fn line_starts(&self) -> Vec<Completion> {
        let Some(around) = self.body() else {
            return Keyword::ALL.into_iter().filter(|keyword| keyword.outer().is_none()).map(declaration).collect();
        };
        // The one that is being typed is not there yet.
        let typed = self.around.body.as_ref().map(|(base, _)| self.word.start() - *base);
        let has = |name: &str| around.fields_named(name).any(|field| Some(field.range.start()) != typed);
        let fields = schema::fields(around.keyword).iter();
        let mut items: Vec<Completion> = fields
            .filter(|spec| spec.repeats || !has(spec.name))
            .map(|spec| Completion {
                text: format!("{} ", spec.name),
                snippet: Some(format!("{} {}", spec.name, field_snippet(spec))),
                ..Completion::new(spec.name, CompletionKind::Field)
                    .detail(spec.about)
                    .about(About::Field(around.keyword, spec))
            })
            .collect();
        items.extend(around.keyword.inner().map(declaration));
        items
    }
}

/// A whole declaration with places to fill in.
fn declaration(keyword: Keyword) -> Completion {
    let body = match keyword {
        Keyword::Use => "use \"${1:house.synergy}\"",
        Keyword::Project => {
            "project ${1:name} \"${2:Title}\" {\n  about \"${3:What it is, in a sentence.}\"\n\n  $0\n}"
        }
        Keyword::Claim => {
            "claim ${1:name}: ${2:privacy + decentralization} {\n  says \"${3:What is claimed, in the project's words.}\"\n  $0\n}"
        }
        Keyword::Matrix => "matrix ${1:name} \"${2:Title}\" extends ${3:standard} {\n  $0\n}",
        Keyword::Cell => {
            "cell ${1:performance + decentralization} {\n  strength   ${2|strong,moderate,weak|}\n  provenance judgement\n  because    \"${3:The mechanism.}\"\n  $0\n}"
        }
        Keyword::Technique => {
            "technique ${1:name} \"${2:Title}\" {\n  serves ${3:privacy}\n  costs  ${4:performance}\n  about  \"${5:What it does.}\"\n  $0\n}"
        }
        Keyword::Chain => {
            "chain ${1:name} \"${2:Title}\" {\n  favors   ${3:security}\n  gives-up ${4:scalability}\n  limit    block-time = ${5:12 s}\n  $0\n}"
        }
        Keyword::Ceiling => {
            "ceiling ${1:name} \"${2:Title}\" {\n  limits performance\n  limit  ${3:name} <= ${4:10_000 x} by ${5:2030}\n  $0\n}"
        }
        Keyword::Phrase => {
            "phrase \"${1:words}\" ${2:absolute} {\n  because \"${3:Why it says nothing that could be checked.}\"\n  $0\n}"
        }
        Keyword::Reference => {
            "reference ${1:name} \"${2:Title}\" {\n  kind      ${3|paper,official,vendor,report,press,note|}\n  published ${4:2026}\n  url       \"https://$5\"\n  $0\n}"
        }
        Keyword::Property => "property ${1:privacy} \"${2:Title}\" {\n  words \"$3\"\n  $0\n}",
        Keyword::Unknown => "",
    };
    let text = keyword.as_str();
    Completion {
        text: format!("{text} "),
        snippet: Some(body.to_owned()).filter(|body| !body.is_empty()),
        ..Completion::new(text, CompletionKind::Declaration).detail("declaration").about(About::Keyword(keyword))
    }
}

/// The values of a field as places to fill in.
fn field_snippet(spec: &FieldSpec) -> &'static str {
    match spec.shape {
        Shape::Text | Shape::Texts => "\"$0\"",
        Shape::Url => "\"https://$0\"",
        Shape::Evidence => "${1|paper,benchmark,audit,deployment,code,dataset,announcement,blog|} \"https://$2\"$0",
        Shape::Metric => "${1:latency} < ${2:50 ms}$0",
        Shape::TextAndSources => "\"$1\" $0",
        _ => "$0",
    }
}
