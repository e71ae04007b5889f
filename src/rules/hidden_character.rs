//! `hidden-character`: a character that a reader does not see.

use super::Level;
use super::context::FileContext;
use super::rule::{Example, Group, Mending, Rule, Run};
use crate::text::{HiddenCharacter, TextEdit, is_bidi_control};

pub(super) static RULE: Rule = Rule {
    name: "hidden-character",
    group: Group::Syntax,
    level: Level::Warning,
    summary: "A character does not show, so the text is not what it looks like.",
    why: r#"
Some characters take no place on the screen, and some turn the direction of the text around them. With them a spec can be
made to look like another: an address leads elsewhere than it says, a number is read backwards, a word no longer counts
as the word that it looks like. Most come in unnoticed, with text pasted from a page or a chat. Either way the reader and
the program do not see the same text, and a claim is only as good as what its reader can check.

Found are characters that turn the direction of writing, such as RIGHT-TO-LEFT OVERRIDE (U+202E); that have no width, such
as ZERO WIDTH SPACE (U+200B); and that control terminals (U+001B and its like). Joiners and direction marks beside letters
of scripts that need them, and in emoji, are none. The message names the character, since nobody sees it.
"#,
    failing: &[
        Example {
            title: "a claim that reads otherwise on the screen than in the file",
            text: concat!(
                "project demo \"Demo\" {\n",
                "  claim proved: verifiability + security {\n",
                "    says   \"Every answer \u{202e}comes with a proof.\u{202c}\"\n",
                "#                        ^ hidden-character U+202E RIGHT-TO-LEFT OVERRIDE\n",
                "#                                            ^ hidden-character U+202C\n",
                "  }\n",
                "}\n",
            ),
        },
        Example {
            title: "a word that is cut by what nobody sees, and a comment",
            text: concat!(
                "project demo \"Demo\" {\n",
                "  about \"A demon\u{200b}stration.\" # by \u{ad}hand\n",
                "#               ^ hidden-character ZERO WIDTH SPACE\n",
                "#                                ^ hidden-character SOFT HYPHEN\n",
                "}\n",
            ),
        },
    ],
    passing: &[Example {
        title: "scripts and emoji that need a joiner or a mark",
        text: concat!(
            "project demo \"Demo\" {\n",
            "  about \"می\u{200c}خواهم, שלום\u{200f}, 👩\u{200d}🔬, and words in any script: 中文, é, ß.\"\n",
            "}\n",
        ),
    }],
    run: Run::File(run),
    fix: Mending::WithFinding,
};

fn run(cx: &mut FileContext<'_>) {
    for hidden in cx.file.tree().hidden_characters() {
        let delete = ("Delete the character".to_owned(), TextEdit::delete(hidden.range()));
        cx.report(hidden.range(), message(*hidden)).edit(Some(delete));
    }
}

fn message(hidden: HiddenCharacter) -> String {
    let what = match hidden.character {
        c if is_bidi_control(c) => "turns the direction of the text around it, so that this reads otherwise than it is",
        c if c.is_control() => "controls terminals and shows nothing",
        _ => "does not show",
    };
    format!("Here is a {}, which {what}. Delete it.", hidden.name())
}
