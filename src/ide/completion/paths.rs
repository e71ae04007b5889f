//! What a `use` can lead to: the other specs that are known, by the way to them.

use super::{Completion, CompletionKind, Completions};
use crate::ide::files::{quoted, way};
use crate::model::{FileId, Snapshot, SourceFile};
use crate::syntax::Keyword;
use crate::text::{Text, TextRange, TextSize};
use std::path::Path;

/// Of what a file declares, so many names are told.
const MOST_NAMES: usize = 3;

/// What is written of a `use` up to a place, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Written {
    /// From the quote on, up to the place; from the place on where there is no quote yet.
    insert: TextRange,
    /// All that stands for the path.
    replace: TextRange,
    /// The quote is there.
    open: bool,
    /// So is the one at the end.
    closed: bool,
}

/// Whether a place is where a `use` says what it leads to.
pub fn is_in_use(text: &Text, offset: TextSize) -> bool {
    written(text, offset).is_some()
}

fn written(text: &Text, offset: TextSize) -> Option<Written> {
    let offset = text.clamp(TextRange::empty(offset)).start();
    let line = text.line_of(offset);
    let (start, end) = (text.line_start(line), text.line_end(line).max(offset));
    let (before, after) = (text.slice(TextRange::new(start, offset)), text.slice(TextRange::new(offset, end)));
    let rest = before.trim_start().strip_prefix("use")?;
    let path = rest.trim_start();
    if path.len() == rest.len() {
        return None;
    }
    let Some(path) = path.strip_prefix('"') else {
        let nothing = TextRange::empty(offset);
        let free = path.is_empty() && after.trim().is_empty();
        return free.then_some(Written { insert: nothing, replace: nothing, open: false, closed: false });
    };
    if path.contains('"') {
        return None;
    }
    let insert = TextRange::new(offset - TextSize::new(path.len() as u32), offset);
    // Without a quote at the end nothing tells what of the line belongs to the path.
    let closing = after.find('"');
    let behind = TextSize::new(closing.unwrap_or(0) as u32);
    let replace = TextRange::new(insert.start(), offset + behind);
    Some(Written { insert, replace, open: true, closed: closing.is_some() })
}

/// What a `use` at a place can lead to, the nearest first. `reach` is the folder that it cannot lead out of.
pub fn use_paths(snapshot: &Snapshot, id: FileId, offset: TextSize, reach: &Path) -> Option<Completions> {
    let file = snapshot.file(id)?;
    let folder = file.key().path()?.parent()?;
    let text = file.text();
    let written = written(text, offset)?;
    let typed = text.slice(written.insert);
    let here = if typed.starts_with("./") { "./" } else { "" };
    // Those that another line uses already.
    let others = snapshot.imports(id).iter().filter(|import| import.range.intersect(written.replace).is_none());
    let used: Vec<FileId> = others.filter_map(|import| import.target.clone().ok()).collect();
    let known = snapshot.files().filter(|other| other.id() != id && !used.contains(&other.id()));
    let mut ways: Vec<(usize, String, &SourceFile)> = known
        .filter_map(|other| {
            let path = other.key().path().filter(|path| path.starts_with(reach))?;
            let way = way(folder, path)?;
            Some((way.split('/').count(), way, &**other))
        })
        .collect();
    ways.sort_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
    let item = |(_, way, other): (usize, String, &SourceFile)| {
        let way = if way.starts_with("..") { way } else { format!("{here}{way}") };
        let whole = quoted(&way);
        let inner = &whole[1..whole.len() - 1];
        let text = match (written.open, written.closed) {
            (false, _) => whole.clone(),
            (true, true) => inner.to_owned(),
            (true, false) => format!("{inner}\""),
        };
        Completion { text, ..Completion::new(way, CompletionKind::File).detail(declares(other)) }
    };
    let items: Vec<Completion> = ways.into_iter().map(item).collect();
    (!items.is_empty()).then_some(Completions {
        insert: written.insert,
        replace: written.replace,
        blank_line: false,
        items,
    })
}

/// What a file declares that others can use, in a line.
fn declares(file: &SourceFile) -> String {
    let declared = file.tree().declarations().iter().map(|child| &child.declaration);
    let declared = declared.filter(|declaration| !matches!(declaration.keyword, Keyword::Use | Keyword::Project));
    let names: Vec<String> = declared
        .filter_map(|declaration| Some(format!("{} {}", declaration.keyword.as_str(), declaration.name.as_ref()?.text)))
        .collect();
    let shown = names.iter().take(MOST_NAMES).map(String::as_str).collect::<Vec<_>>().join(", ");
    match names.len().saturating_sub(MOST_NAMES) {
        0 => shown,
        more => format!("{shown} and {more} more"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ide::marked::{Marked, marked};

    const OTHERS: [(&str, &str); 4] = [
        ("house", "matrix acme \"Acme\" extends standard { }\ntechnique nightly \"Nightly\" { }"),
        ("specs/near", "project near \"Near\" { }"),
        ("specs/deep/down", ""),
        ("used", ""),
    ];

    /// What is offered at the `|` of a file, and the text that is left when the first of it is taken.
    fn offered(spec: &str, reach: &str) -> (Vec<String>, String) {
        let at = spec.find('|').expect("the spec marks a place");
        let source = spec.replacen('|', "", 1);
        let mut files = vec![("specs/own", source.as_str())];
        files.extend(OTHERS);
        let Marked { snapshot, .. } = marked(&files);
        let own =
            snapshot.files().find(|file| file.key().path().is_some_and(|path| path.ends_with("specs/own.synergy")));
        let own = own.expect("it is there");
        let found = use_paths(&snapshot, own.id(), (at as u32).into(), Path::new(reach));
        let Some(found) = found else { return (Vec::new(), source) };
        let edit = crate::text::TextEdit::replace(found.replace, found.items[0].text.clone());
        let labels = found.items.into_iter().map(|item| item.label).collect();
        (labels, own.text().apply(&[edit]).to_string())
    }

    #[test]
    fn in_a_use_come_the_other_files_the_nearest_first_and_never_those_out_of_reach() {
        let all = ["near.synergy", "../house.synergy", "../used.synergy", "deep/down.synergy"];
        assert_eq!(offered("use \"|\"", "/w").0, all);
        assert_eq!(offered("use \"|\"", "/w/specs").0, ["near.synergy", "deep/down.synergy"]);
        let but_one = ["near.synergy", "../house.synergy", "deep/down.synergy"];
        assert_eq!(offered("use \"../used.synergy\"\nuse \"|\"", "/w").0, but_one, "one is used already");
    }

    #[test]
    fn the_way_takes_the_place_of_what_stands_between_the_quotes_and_writes_those_that_lack() {
        for (before, after) in [
            ("use |", "use \"near.synergy\""),
            ("use \"|", "use \"near.synergy\""),
            ("use \"ne|", "use \"near.synergy\""),
            ("use \"ne|ar.syn\" # why", "use \"near.synergy\" # why"),
            ("  use \"./|\"", "  use \"./near.synergy\""),
        ] {
            assert_eq!(offered(before, "/w").1, after, "{before}");
        }
    }

    #[test]
    fn elsewhere_no_file_is_offered() {
        for spec in ["|use \"a\"", "use| ", "use \"a\"|", "user \"|\"", "project p \"use |\" { }", "# use \"|\""] {
            assert_eq!(offered(spec, "/w").0, Vec::<String>::new(), "{spec}");
        }
    }

    #[test]
    fn a_file_says_what_it_declares_for_others() {
        let Marked { snapshot, .. } = marked(&[("own", ""), ("house", OTHERS[0].1)]);
        let said: Vec<String> = snapshot.files().map(|file| declares(file)).collect();
        assert!(said.contains(&"matrix acme, technique nightly".to_owned()), "{said:?}");
    }
}
