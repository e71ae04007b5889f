//! Build script: reads the built-in library and the tables by which prose is read once, so that no start of the program
//! has to. Then it has the linker put together what a server calls all day.
//!
//! It is made of the same modules that read every other file, and leaves beside the build the declarations of each file
//! of the library, and as source what is looked for in prose. Nothing of it can be out of date: Cargo runs it anew when
//! something that it is made of changes.

mod hot_code;

// The layers are made for more than this script needs.
#[allow(dead_code, unused_imports)]
mod syntax;
#[allow(dead_code, unused_imports)]
mod text;

// The tables by which prose is read, and what they have in common with those who use them.
#[allow(dead_code)]
mod model {
    pub(crate) mod reading {
        mod concept;
        mod lexemes;
        mod notation;
        mod pattern;
        pub(crate) mod prepare;
        mod stem;
        mod techniques;
        mod tokens;
        mod word_list;
        mod words_chain;
        mod words_context;
        mod words_privacy;
        mod words_speed;
        mod words_subject;
        mod words_verify;
    }

    pub(crate) mod wording {
        mod classes;
        mod families;
        mod figures;
        mod kind;
        mod layout;
        mod lists;
        mod marks;
        pub(crate) mod prepare;
    }
}

use std::path::Path;

// What is printed is how a build script speaks to Cargo.
#[allow(clippy::print_stdout)]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let root = std::env::var_os("CARGO_MANIFEST_DIR").ok_or("Cargo says where the package is")?;
    let out = std::env::var_os("OUT_DIR").ok_or("Cargo says where output belongs")?;
    let (source, out) = (Path::new(&root).join("src"), Path::new(&out));
    for changed in ["model/reading", "model/wording", "std", "syntax", "syntax.rs", "text", "text.rs"] {
        println!("cargo::rerun-if-changed={}", source.join(changed).display());
    }
    std::fs::write(out.join("lexicon.rs"), model::reading::prepare::source())?;
    std::fs::write(out.join("wording.rs"), model::wording::prepare::source()?)?;
    for entry in std::fs::read_dir(source.join("std"))? {
        let path = entry?.path();
        if path.extension().is_none_or(|extension| extension != "synergy") {
            continue;
        }
        let text = text::Text::new(&std::fs::read_to_string(&path)?);
        let tree = syntax::SyntaxTree::parse(&text);
        if let Some(error) = tree.all_errors().first() {
            return Err(format!("{}: {}", path.display(), error.message).into());
        }
        if let Some(hidden) = tree.hidden_characters().first() {
            return Err(format!("{}: {} in it", path.display(), hidden.name()).into());
        }
        let name = path.file_stem().ok_or("a file has a name")?;
        std::fs::write(out.join(name).with_extension("declarations"), tree.prepare()?)?;
    }
    hot_code::keep_together(&source, out)?;
    Ok(())
}
