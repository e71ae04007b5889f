//! Build script: reads the built-in library once, so that no start of the program has to.
//!
//! It is made of the same two layers that read every other file, and leaves the declarations of each file of the
//! library beside the build. Nothing of it can be out of date: Cargo runs it anew when the library or a layer changes.

// The layers are made for more than this script needs.
#[allow(dead_code, unused_imports)]
mod syntax;
#[allow(dead_code, unused_imports)]
mod text;

use std::path::Path;

// What is printed is how a build script speaks to Cargo.
#[allow(clippy::print_stdout)]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let root = std::env::var_os("CARGO_MANIFEST_DIR").ok_or("Cargo says where the package is")?;
    let out = std::env::var_os("OUT_DIR").ok_or("Cargo says where output belongs")?;
    let source = Path::new(&root).join("src");
    for changed in ["std", "syntax", "syntax.rs", "text", "text.rs"] {
        println!("cargo::rerun-if-changed={}", source.join(changed).display());
    }
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
        std::fs::write(Path::new(&out).join(name).with_extension("declarations"), tree.prepare()?)?;
    }
    Ok(())
}
