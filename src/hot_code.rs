//! Has the linker put the functions together that a server calls all day.
//!
//! The program is large, and a server calls a sixth of its code, which lies scattered over the whole of it. The system
//! brings code into memory by 64 kB around what is called, and the processor keeps few pages at hand. Standing together,
//! what is called takes a third of the memory, and the slowest keystrokes are quicker
//! (docs/decisions/0026-code-that-is-called-stands-together.md).
//!
//! Which functions these are stands in `hot_code.txt`, as `cargo bench --bench server` has found it. Where the linker
//! does not understand how it is told, the program is linked in any order, and does the same.

use std::ffi::OsString;
use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

/// Tells Cargo to link the program in that order, if it is optimised and its linker can do so.
#[allow(clippy::print_stdout)]
pub(crate) fn keep_together(source: &Path, out: &Path) -> std::io::Result<()> {
    let list = source.join("hot_code.txt");
    println!("cargo::rerun-if-changed={}", list.display());
    println!("cargo::rerun-if-changed={}", source.join("hot_code.rs").display());
    let is = |name: &str, value: &str| std::env::var(name).is_ok_and(|set| set == value);
    if !is("CARGO_CFG_TARGET_OS", "linux") || is("OPT_LEVEL", "0") || !is("CARGO_FEATURE_SERVER", "1") {
        return Ok(());
    }
    let script = out.join("hot_code.ld");
    std::fs::write(&script, linker_script(&std::fs::read_to_string(list)?))?;
    if let Some(argument) = script.to_str().map(|script| format!("-T{script}")).filter(|it| is_understood(it, out)) {
        println!("cargo::rustc-link-arg-bins={argument}");
    }
    Ok(())
}

/// A section of its own for these functions, before that of all others. A function stands in a section that is named after
/// it; one that is seldom called in its program has `unlikely` before its name, and the copy of one a number behind it.
fn linker_script(functions: &str) -> String {
    let mut script = "SECTIONS\n{\n  .text.hot : {\n".to_owned();
    for function in functions.lines() {
        let _ = writeln!(script, "    *(.text*.{function}*)");
    }
    script + "  }\n}\nINSERT BEFORE .text;\n"
}

/// Whether the linker takes the argument: tried out, with what else the compiler is told, on a program that does nothing.
fn is_understood(argument: &str, out: &Path) -> bool {
    let Some(rustc) = std::env::var_os("RUSTC") else { return false };
    let probe = out.join("probe.rs");
    if std::fs::write(&probe, "fn main() {}\n").is_err() {
        return false;
    }
    let mut command = Command::new(rustc);
    command.args(["--crate-name", "probe", "--crate-type", "bin", "-o"]).arg(out.join("probe")).arg(&probe);
    if let Some(target) = std::env::var_os("TARGET") {
        command.arg("--target").arg(target);
    }
    if let Some(linker) = std::env::var_os("RUSTC_LINKER") {
        let mut option = OsString::from("-Clinker=");
        option.push(linker);
        command.arg(option);
    }
    let flags = std::env::var("CARGO_ENCODED_RUSTFLAGS").unwrap_or_default();
    command.args(flags.split('\x1f').filter(|flag| !flag.is_empty()));
    command.arg(format!("-Clink-arg={argument}"));
    command.output().is_ok_and(|done| done.status.success())
}
