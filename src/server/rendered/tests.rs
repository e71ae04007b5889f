//! What goes over the wire is what the protocol has, and a list that was kept is one that is made from nothing.

use super::*;
use crate::model::{FileKey, FileSystem, Workspace};
use crate::server::capabilities::agree;
use crate::syntax::SyntaxTree;
use crate::text::TextRange;
use proptest::prelude::*;
use tower_lsp_server::gen_lsp_types::{
    Code, CodeDescription, DiagnosticRelatedInformation, DiagnosticSeverity, DiagnosticTag, Location, Position, Range,
};

fn range(line: u32, character: u32) -> Range {
    Range { start: Position { line, character }, end: Position { line: line + 2, character: 7 } }
}

/// A finding with all that one can have, which points into its own text and into another.
fn full(own: &Uri, line: u32) -> Diagnostic {
    let related = |uri: &Uri, line| DiagnosticRelatedInformation {
        location: Location { uri: uri.clone(), range: range(line, 3) },
        message: "here, \"too\"\n".to_owned(),
    };
    Diagnostic {
        range: range(line, 1),
        severity: Some(DiagnosticSeverity::Warning),
        code: Some(Code::String("weak-synergy".to_owned())),
        code_description: Some(CodeDescription { href: Uri::from("https://example.org/a") }),
        source: Some("hypecheck".to_owned()),
        message: "“é” \\ 😀".to_owned().into(),
        tags: Some(vec![DiagnosticTag::Unnecessary]),
        related_information: Some(vec![related(own, line + 1), related(&Uri::from("file:///other"), 5)]),
        data: Some(serde_json::json!({ "fixes": ["edit"] })),
    }
}

fn written(own: &Uri, first: u32, found: &[Diagnostic]) -> Placed {
    let mut writer = Writer::new(first);
    for (index, found) in found.iter().enumerate() {
        writer.raw(if index > 0 { "," } else { "" });
        write_diagnostic(&mut writer, found, Some(own));
    }
    writer.finish()
}

#[test]
fn what_is_written_is_what_the_protocol_has_and_only_lines_of_the_text_itself_move() {
    let own = Uri::from("file:///own");
    let plain = Diagnostic { range: range(9, 0), message: "No more.".to_owned().into(), ..Default::default() };
    let before = [full(&own, 8), plain.clone()];
    let after = [full(&own, 108), Diagnostic { range: range(109, 0), ..plain }];
    let written = written(&own, 7, &before);
    for (line, expected) in [(7, before), (107, after)] {
        let mut json = String::from("[");
        written.put(line, &mut json);
        json.push(']');
        let read: serde_json::Value = serde_json::from_str(&json).expect("it is JSON");
        assert_eq!(read, serde_json::to_value(expected).expect("it can be written"));
    }
}

/// Projects in which findings stand, one of them in the last line of another, with all line breaks there are.
fn spec(projects: usize) -> String {
    let project = |index: usize| {
        let end = ["\n\n", "\r\n", "\r", " ", "\n# ü 😀\n"][index % 5];
        format!(
            "project p{index} \"P\" {{\r\n  runs-on nothing\n  claim x: privacy + security {{ says \"It is safe 😀.\" }}}}{end}"
        )
    };
    (0..projects).map(project).collect()
}

/// A text that is open, as far as its findings need to know.
struct Open {
    workspace: Workspace,
    text: Text,
    tree: SyntaxTree,
    view: Option<View>,
}

impl Open {
    fn key() -> FileKey {
        FileKey::Virtual("untitled:a".to_owned())
    }

    /// Replaces a part of the text, and says so if it is known what that was.
    fn replace(&mut self, range: TextRange, typed: &str, is_known: bool) {
        let before = self.text.clone();
        let range = self.text.replace(range, typed);
        self.tree.edit(&before, &self.text, range);
        self.tree = self.tree.reparse(&self.text);
        let change = is_known.then(|| TextChange::new(range, TextSize::of(typed)));
        let (text, tree) = (self.text.clone(), self.tree.clone());
        self.workspace.edit(&Self::key(), text, tree, None, change, &FileSystem);
    }

    /// The findings, with the help of those that were told before.
    fn list(&mut self) -> (String, u64, usize) {
        let reports = self.view.take().map(|view| view.reports).unwrap_or_default();
        let view = View {
            snapshot: self.workspace.snapshot(),
            open: Arc::default(),
            library: Arc::default(),
            settings: Arc::default(),
            sources: Arc::default(),
            moment: 0,
            cancelled: Default::default(),
            reports,
        };
        let id = view.snapshot.id(&Self::key()).expect("it is open");
        let (_, judgement) = view.judgement(id).expect("it is there");
        let agreed = agree(&Default::default());
        let told = view.reports.with_list(id, |list| {
            list.update(&view, &judgement, &agreed);
            (list.items().to_owned(), list.hash, list.count)
        });
        self.view = Some(view);
        told
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn a_list_that_was_kept_is_one_that_is_made_from_nothing(
        edits in proptest::collection::vec(
            (any::<prop::sample::Index>(), 0..30u32, 0..8usize, prop::bool::weighted(0.9), any::<bool>()), 1..12
        )
    ) {
        let text = Text::new(&spec(12));
        let tree = SyntaxTree::parse(&text);
        let mut open = Open { workspace: Workspace::new(Vec::new()), text, tree, view: None };
        open.replace(TextRange::empty(0.into()), "", false);
        open.list();
        for (at, deleted, typed, is_known, looked_at) in edits {
            let at = at.index(usize::from(open.text.len()) + 1) as u32;
            let typed = ["", "x", "\n", "\r", "# 😀\n", "project q \"Q\" { runs-on nowhere }\n", "}", " "][typed];
            open.replace(TextRange::at(at.into(), deleted.into()), typed, is_known);
            if looked_at {
                let kept = open.list();
                open.view = None;
                prop_assert_eq!(kept, open.list());
            }
        }
    }
}
