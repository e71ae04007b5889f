//! References and highlights: all places that name what a place names.

use super::mentions::{self, Mention, Thing, What, thing};
use crate::model::{FileId, Property, Snapshot};
use crate::rules::Report;
use crate::text::{TextRange, TextSize};

/// A place in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file.
    pub file: FileId,
    /// Where in it.
    pub range: TextRange,
}

/// Something whose uses are looked for.
#[derive(Clone, Debug)]
pub struct References {
    thing: Thing,
    /// Where it was asked: there the search begins.
    from: FileId,
}

/// What the thing at a place is, to look for its uses: a declaration, a cell, a property, an address, a rule or a
/// file. On a cell in a header the cell is meant and not one of its two properties.
pub fn references(snapshot: &Snapshot, id: FileId, offset: TextSize) -> Option<References> {
    let file = snapshot.file(id)?;
    let scope = snapshot.scope(id)?;
    let mentions = mentions::at(snapshot, file, offset);
    let cell = mentions.iter().find(|mention| matches!(mention.what, What::Cell(_)));
    let thing = thing(snapshot, id, &scope, cell.or(mentions.last())?)?;
    Some(References { thing, from: id })
}

impl References {
    /// The files to look in: the one that was asked in first, the library last.
    pub fn files(&self, snapshot: &Snapshot) -> Vec<FileId> {
        let mut files: Vec<FileId> = snapshot.files().map(|file| file.id()).collect();
        files.extend(snapshot.library().files().iter().map(|file| file.id()));
        files.sort_by_key(|file| (*file != self.from, file.is_library(), *file));
        files.dedup();
        files
    }

    /// The uses in a file, in the order of the text; with the declaration, if that is asked for.
    pub fn in_file(&self, snapshot: &Snapshot, id: FileId, with_declaration: bool) -> Vec<Place> {
        let wanted = |mention: &Mention| with_declaration || !mention.declares;
        let found = mentions_of(snapshot, id, &self.thing).into_iter().filter(wanted);
        found.map(|mention| Place { file: id, range: mention.range }).collect()
    }
}

/// The mentions of a thing in a file.
pub(super) fn mentions_of(snapshot: &Snapshot, id: FileId, wanted: &Thing) -> Vec<Mention> {
    let (Some(file), Some(scope)) = (snapshot.file(id), snapshot.scope(id)) else { return Vec::new() };
    let mut mentions = mentions::of_file(file);
    mentions.retain(|mention| thing(snapshot, id, &scope, mention).is_some_and(|thing| thing == *wanted));
    mentions
}

/// How a highlighted place is about the thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HighlightKind {
    /// It declares the thing.
    Declares,
    /// It names the thing.
    Names,
    /// Words of prose that speak of the thing.
    Speaks,
}

/// A place to highlight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Highlight {
    /// Where.
    pub range: TextRange,
    /// How it is about the thing.
    pub kind: HighlightKind,
}

/// All places of the file that are about the thing at a place. For a property or a cell these are the words of claims
/// that speak of it as well, as far as `report` has read them.
pub fn highlights(snapshot: &Snapshot, id: FileId, offset: TextSize, report: Option<&Report>) -> Vec<Highlight> {
    let (Some(file), Some(scope)) = (snapshot.file(id), snapshot.scope(id)) else { return Vec::new() };
    let spoken = || spoken_property(report?, offset).map(Thing::Property);
    let asked = mentions::at(snapshot, file, offset).last().and_then(|mention| thing(snapshot, id, &scope, mention));
    let Some(asked) = asked.or_else(spoken) else { return Vec::new() };
    let named = mentions_of(snapshot, id, &asked).into_iter().map(|mention| Highlight {
        range: mention.range,
        kind: if mention.declares { HighlightKind::Declares } else { HighlightKind::Names },
    });
    let mut highlights: Vec<Highlight> = named.collect();
    for read in report.iter().flat_map(|report| &report.claims).flat_map(|claim| &claim.read) {
        let words = match &asked {
            Thing::Cell(cell) if *cell == read.cell => &*read.words,
            Thing::Property(property) => read.speaking_for(*property),
            _ => &[],
        };
        highlights.extend(words.iter().map(|&range| Highlight { range, kind: HighlightKind::Speaks }));
    }
    highlights.sort_by_key(|highlight| (highlight.range.start(), highlight.range.end()));
    // A claim that is read to say two cells has the words of a property that both have twice.
    highlights.dedup_by_key(|highlight| highlight.range);
    highlights
}

/// The property that the words of a claim at a place speak of.
fn spoken_property(report: &Report, offset: TextSize) -> Option<Property> {
    let claim = report.claims.iter().find(|claim| claim.range.contains_inclusive(offset))?;
    let speaks = |words: &[TextRange]| words.iter().any(|word| word.contains_inclusive(offset));
    claim.read.iter().find_map(|read| {
        let sides = [Property::Chain(read.cell.chain), Property::Ai(read.cell.ai)];
        sides.into_iter().find(|side| speaks(read.speaking_for(*side)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ide::marked::{Marked, marked};
    use crate::rules::check;
    use crate::rules::fixture::settings;

    /// Holds the uses of what is at `$0` against the places that are marked with `[` and `]`.
    #[track_caller]
    fn check_references(files: &[(&str, &str)], with_declaration: bool) {
        let Marked { snapshot, id, offset, ranges } = marked(files);
        let references = references(&snapshot, id, offset).expect("there is something");
        let files = references.files(&snapshot).into_iter().filter(|file| !file.is_library());
        let mut found: Vec<Place> =
            files.flat_map(|file| references.in_file(&snapshot, file, with_declaration)).collect();
        found.sort_by_key(|place| (place.file, place.range.start()));
        assert_eq!(found, ranges);
    }

    #[test]
    fn a_technique_is_used_in_claims_and_other_techniques_of_all_files_that_know_it() {
        let files = [
            ("spec", "use \"house.synergy\"\nproject p \"P\" {\n claim c { using [ow$0n], zkml }\n}"),
            ("house", "technique [own] \"Own\" { serves privacy }\ntechnique b \"B\" { works-with [own] \"so\" }"),
            ("other", "use \"house.synergy\"\nproject q \"own\" { claim own { says \"own\"\n using [own] } }"),
            // It does not use the house: another technique of that name is not known, or is its own.
            ("stranger", "project r \"R\" { claim c { using own } }"),
            (
                "namesake",
                "use \"house.synergy\"\ntechnique own \"Mine\" { }\nproject s \"S\" { claim c { using own } }",
            ),
        ];
        check_references(&files, true);
    }

    #[test]
    fn the_declaration_is_left_out_where_it_is_not_asked_for() {
        check_references(&[("spec", "chain $0mine \"M\" { }\nproject p \"P\" { runs-on [mine], solana }")], false);
    }

    #[test]
    fn a_cell_is_used_in_headers_and_rated_in_matrices_in_either_order() {
        let spec = "\
matrix acme \"A\" extends standard { cell [security + privacy] { strength weak } }
project p \"P\" {
  claim a: [priv$0acy + security], privacy + scalability { }
  claim b: [security + privacy] { }
}";
        check_references(&[("spec", spec)], true);
    }

    #[test]
    fn a_property_a_matrix_a_reference_an_address_a_rule_and_a_file_are_found() {
        check_references(
            &[(
                "spec",
                "technique t \"T\" { serves [priv$0acy] }\nproject p \"P\" { claim a: [privacy] + security { } }",
            )],
            true,
        );
        check_references(
            &[("spec", "matrix [a] \"A\" { }\nmatrix b \"B\" extends [a] { }\nproject p \"P\" { judged-by [$0a] }")],
            true,
        );
        check_references(
            &[("spec", "reference [r$0] \"R\" { }\nchain c \"C\" { figure \"1\" [r]\n source [r], https://a.org }")],
            true,
        );
        let evidence = "project p \"P\" {\n claim a { evidence paper [\"https://a.org/$0x\"] }\n claim b { evidence code [https://a.org/x]\n evidence blog https://a.org/y }\n}";
        check_references(&[("spec", evidence)], true);
        check_references(
            &[(
                "spec",
                "project p \"P\" { claim a { caveat [weak-$0synergy] \"x\" }\n claim b { caveat [weak-synergy] \"y\" } }",
            )],
            true,
        );
        check_references(
            &[
                ("spec", "use [\"hou$0se.synergy\"]"),
                ("house", ""),
                ("deep/other", "use [\"../house.synergy\"]\nuse \"../none.synergy\""),
            ],
            true,
        );
    }

    #[test]
    fn a_project_and_a_claim_are_where_they_are_declared_and_nowhere_else() {
        check_references(&[("spec", "project [p$0] \"p\" { about \"p\"\n claim p { } }")], true);
        check_references(&[("spec", "project p \"p\" { claim [c$0] { } }\nproject q \"q\" { claim c { } }")], true);
    }

    #[track_caller]
    fn check_highlights(source: &str, expected: &[(&str, HighlightKind)]) {
        let Marked { snapshot, id, offset, .. } = marked(&[("spec", source)]);
        let report = check(&snapshot, id, &settings());
        let text = snapshot.file(id).expect("the file is there").text().clone();
        let found: Vec<(String, HighlightKind)> = highlights(&snapshot, id, offset, report.as_ref())
            .into_iter()
            .map(|found| (text.slice(found.range).into_owned(), found.kind))
            .collect();
        let found: Vec<(&str, HighlightKind)> = found.iter().map(|(word, kind)| (word.as_str(), *kind)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn on_a_property_all_claims_that_name_it_and_all_words_that_speak_of_it_light_up() {
        use HighlightKind::{Names, Speaks};
        let source = |header: &str| {
            format!(
                "project p \"P\" {{
  claim a: privacy + {header} {{ says \"Hospitals train one model; no central server sees a record.\" }}
  claim b: verifiability + decentralization {{ using zkml }}
  claim c: privacy + security {{ }}
}}"
            )
        };
        let expected = [
            ("decentralization", Names),
            ("Hospitals train one model", Speaks),
            ("no central", Speaks),
            ("decentralization", Names),
        ];
        check_highlights(&source("decentral$0ization"), &expected);
        // The same from the words of the prose.
        let spoken = source("decentralization").replace("no central", "no cen$0tral");
        check_highlights(&spoken, &expected);
    }

    #[test]
    fn on_a_declaration_it_and_its_uses_light_up() {
        use HighlightKind::{Declares, Names};
        check_highlights(
            "technique ow$0n \"own\" { }\nproject p \"P\" { claim c { using own } }",
            &[("own", Declares), ("own", Names)],
        );
        check_highlights("project p \"P\" { about \"pl$0ain\" }", &[]);
    }
}
