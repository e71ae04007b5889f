//! Compiles the generated parser.

fn main() {
    let src = std::path::Path::new("src");
    let mut build = cc::Build::new();
    build.std("c11").include(src).file(src.join("parser.c"));
    #[cfg(target_env = "msvc")]
    build.flag("-utf-8");
    if std::env::var("TARGET").is_ok_and(|target| target == "wasm32-unknown-unknown") {
        // The target has no C library; the language crate brings the few headers that a parser needs.
        if let Ok(headers) = std::env::var("DEP_TREE_SITTER_LANGUAGE_WASM_HEADERS") {
            build.include(headers);
        }
    }
    build.compile("tree-sitter-synergy");
    for file in ["parser.c", "tree_sitter/parser.h"] {
        println!("cargo:rerun-if-changed={}", src.join(file).display());
    }
}
