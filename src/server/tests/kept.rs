//! What is kept from one answer to the next is never seen in it: after whatever edits, each answer is what a server says
//! that has just been shown the text.

use super::dice::Dice;
use super::harness::{Editor, boundary, modern, position};
use serde_json::{Value, json};

const URI: &str = "file:///specs/kept.synergy";

/// Several declarations of which each may be kept while another changes, one of them on the line of the one before, and
/// all that an outline and tokens have to say.
const SPEC: &str = "\
# A house é😀
property privacy \"Privacy\" { words \"undisclosed\" }  matrix strict \"Strict\" extends standard {
  cell privacy + security { strength weak }
}

technique ours \"Our \u{201c}averaging\u{201d}\" { serves performance, privacy }

project north \"North\" {
  judged-by strict # ab

  claim nights: performance + decentralization {
    says     \"Infinitely scalable training, by night.\" # 😀
    evidence paper \"https://example.org/a\" 2026-03
    metric   rounds = 3
  }
  claim told {
    says \"\"\"
      Every answer ships with a zero-knowledge
      proof that the right model produced it.
      \"\"\"
  }
}

# é
project south \"South\" {
  claim kept: privacy + security { says \"No record leaves the North garden.\" }
  claim open: privacy + decentralization {
    caveat weak-synergy \"Nobody waits.\"
    using  ours, zkml
  }
}
reference notes \"Notes\" { kind note }
";

/// What is typed. Some of it breaks what is around it, some only moves it.
const PIECES: [&str; 18] = [
    "x",
    " ",
    "\n",
    "\r\n",
    "\r",
    "\n\n# é\n",
    "}",
    "{",
    "\"",
    "\"\"\"",
    "😀",
    "\u{feff}",
    "claim new: privacy + scalability { says \"A revolutionary design.\" }\n",
    "project west \"West\" { claim w { says \"It is private.\" } }\n",
    "matrix strict \"Again\" { cell performance + decentralization { strength strong } }\n",
    "metric cost < 1 %\n",
    "verifiability",
    "# 中文",
];

/// An editor that goes on with one text, and one that closes it and opens it anew after each edit.
struct Both {
    going_on: Editor,
    afresh: Editor,
    text: String,
    version: i64,
}

impl Both {
    fn open(text: &str) -> Both {
        let mut able = modern();
        able["textDocument"]["semanticTokens"] = json!({
            "formats": ["relative"], "requests": { "range": true, "full": { "delta": true } },
            "tokenTypes": ["enumMember", "string"], "tokenModifiers": [],
        });
        let [mut going_on, mut afresh] = [Editor::start(able.clone()), Editor::start(able)];
        going_on.open(URI, text);
        afresh.open(URI, text);
        Both { going_on, afresh, text: text.to_owned(), version: 1 }
    }

    /// Puts pieces in the place of parts of the text, one after the other, and says so in one message. What takes it
    /// back, the last first.
    fn edit(&mut self, edits: &[(usize, usize, String)]) -> Vec<(usize, usize, String)> {
        let (mut changes, mut back) = (Vec::new(), Vec::new());
        for (start, end, piece) in edits {
            let place = |offset: usize| position(&self.text, offset, "utf-16");
            changes.push(json!({ "range": { "start": place(*start), "end": place(*end) }, "text": piece }));
            back.insert(0, (*start, start + piece.len(), self.text[*start..*end].to_owned()));
            self.text.replace_range(start..end, piece);
        }
        self.version += 1;
        self.going_on.change(URI, self.version, json!(changes));
        self.afresh.notify("textDocument/didClose", json!({ "textDocument": { "uri": URI } }));
        self.afresh.open(URI, &self.text);
        // What was edited before a line break that came or went may have no position any more.
        back.retain(|(start, end, _)| boundary(&self.text, *start) == *start && boundary(&self.text, *end) == *end);
        if back.len() == edits.len() { back } else { Vec::new() }
    }

    fn at_random(&self, dice: &mut Dice) -> (usize, usize, String) {
        let start = boundary(&self.text, dice.roll(self.text.len() + 1));
        let deleted = if dice.roll(3) == 0 { dice.roll(6) } else { 0 };
        let end = boundary(&self.text, start + deleted).max(start);
        (start, end, PIECES[dice.roll(PIECES.len())].to_owned())
    }

    /// What both answer to a question.
    fn ask(&mut self, method: &str, params: &Value) -> (Value, Value) {
        (self.going_on.request(method, params.clone()), self.afresh.request(method, params.clone()))
    }

    #[track_caller]
    fn agree(&mut self, method: &str, params: &Value) -> Value {
        let (going_on, afresh) = self.ask(method, params);
        assert_eq!(going_on, afresh, "{method} {params} of\n{:?}", self.text);
        going_on
    }

    fn quit(self) -> bool {
        self.going_on.quit() && self.afresh.quit()
    }
}

/// The numbers that a change of tokens makes of those before.
fn changed(mut data: Vec<Value>, answer: &Value) -> Vec<Value> {
    if let Some(all) = answer["data"].as_array() {
        return all.clone();
    }
    for edit in answer["edits"].as_array().expect("edits") {
        let number = |name: &str| edit[name].as_u64().expect("a number") as usize;
        let new = edit["data"].as_array().cloned().unwrap_or_default();
        data.splice(number("start")..number("start") + number("deleteCount"), new);
    }
    data
}

fn edit_at_random(seed: u64) {
    let document = json!({ "textDocument": { "uri": URI } });
    let mut both = Both::open(SPEC);
    let mut dice = Dice(seed);
    let first = both.going_on.request("textDocument/semanticTokens/full", document.clone());
    let (mut id, mut data) = (first["resultId"].clone(), first["data"].as_array().expect("tokens").clone());
    let mut back = Vec::new();
    for _ in 0..90 {
        back = match back.is_empty() || dice.roll(3) == 0 {
            // Further edits are of the text that the first one left.
            true if dice.roll(4) == 0 => {
                let first = both.at_random(&mut dice);
                let moved = (first.0 + first.2.len(), first.0 + first.2.len(), "\n".to_owned());
                both.edit(&[first, moved])
            }
            true => {
                let edit = both.at_random(&mut dice);
                both.edit(&[edit])
            }
            false => {
                both.edit(&back);
                Vec::new()
            }
        };
        both.agree("textDocument/documentSymbol", &document);
        let tokens = both.agree("textDocument/semanticTokens/full", &document);
        let params = json!({ "textDocument": { "uri": URI }, "previousResultId": id });
        let delta = both.going_on.request("textDocument/semanticTokens/full/delta", params);
        data = changed(data, &delta);
        assert_eq!(json!(data), tokens["data"]);
        id = delta["resultId"].clone();
        for method in ["textDocument/hover", "textDocument/completion", "textDocument/semanticTokens/range"] {
            let at = boundary(&both.text, dice.roll(both.text.len() + 1));
            let start = position(&both.text, at, "utf-16");
            let end = position(&both.text, boundary(&both.text, at + 200), "utf-16");
            let mut params = document.clone();
            params["position"] = start.clone();
            params["range"] = json!({ "start": start, "end": end });
            both.agree(method, &params);
        }
    }
    assert!(both.quit());
}

#[test]
fn after_random_edits_answers_are_those_of_a_text_that_was_just_opened() {
    for seed in [11, 0x5eed] {
        edit_at_random(seed);
    }
}

#[test]
fn a_line_break_that_leaves_all_offsets_as_they_were_moves_what_stands_behind_it() {
    let document = json!({ "textDocument": { "uri": URI } });
    for (before, after) in [("# ab\n", "#\n#b\n"), ("\n\n  claim nights", " \n  claim nights"), ("# é\n", "#\n# \n")] {
        let mut both = Both::open(SPEC);
        let methods = ["textDocument/documentSymbol", "textDocument/semanticTokens/full"];
        methods.iter().for_each(|method| drop(both.agree(method, &document)));
        let start = SPEC.find(before).expect("it is in the spec");
        both.edit(&[(start, start + before.len(), after.to_owned())]);
        methods.iter().for_each(|method| drop(both.agree(method, &document)));
        assert!(both.quit());
    }
}
