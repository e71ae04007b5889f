//! From notions to cells: which rows stand, under which columns each of them is placed, and which cell is the main one.

use super::AiProperty::{self, Performance, Privacy, Verifiability};
use super::ChainProperty::{self, Decentralization, Scalability, Security};
use super::columns::{Columns, HARD, of_performance, of_privacy, of_verifiability};
use super::concept::Concept::{self, self as C};
use super::evidence::Evidence;
use super::learned::{CLASSES, class};
use super::scope::Scoped;
use super::vocabulary::{column_weight, row_weight};
use super::weights::{WEIGHTS, Weights};
use super::{Cell, Property};

/// What was decided.
pub(super) struct Decision {
    pub ai: Vec<AiProperty>,
    pub chain: Vec<ChainProperty>,
    pub cells: Vec<Cell>,
}

/// How much surer the second reader has to be of something else than of what the tables say.
const SURER: f32 = 0.5;

/// The same where the tables have found no cell.
const SURER_THAN_NONE: f32 = 0.8;

impl Decision {
    /// Lets the second reader have its say: another main cell, or none, where it is sure enough of that. It knows words
    /// and not what is made of them, so where something is not asserted it finds no cell.
    pub(super) fn hear(&mut self, scores: &[f32; CLASSES], scoped: &Scoped) {
        let main = class(self.cells.first().copied());
        if self.cells.is_empty() && scoped.set_aside {
            return;
        }
        let surer = if self.cells.is_empty() { SURER_THAN_NONE } else { SURER };
        let mut best = (main, scores[main] + surer);
        for (each, score) in scores.iter().copied().enumerate() {
            if score > best.1 {
                best = (each, score);
            }
        }
        if best.0 == main {
            return;
        }
        let Some(cell) = Cell::all().nth(best.0) else {
            self.cells.clear();
            return;
        };
        match self.cells.iter().position(|known| *known == cell) {
            Some(second) => self.cells.swap(0, second),
            None => self.cells = vec![cell],
        }
        if !self.ai.contains(&cell.ai) {
            self.ai.push(cell.ai);
        }
        if !self.chain.contains(&cell.chain) {
            self.chain.push(cell.chain);
        }
    }
}

/// A cell with how strongly the words speak for it.
struct Scored {
    cell: Cell,
    score: i16,
}

/// What a row must reach to stand: privacy, verifiability, performance.
const ENOUGH: [i16; 3] = [70, 60, 70];

/// Notions of checking proper, as against stakes and contracts around it.
const CHECKS: [Concept; 11] = [
    C::Verify,
    C::Proof,
    C::Attest,
    C::Trace,
    C::Recheck,
    C::Dispute,
    C::Integrity,
    C::Vote,
    C::Commit,
    C::AnyoneChecks,
    C::ZeroKnowledge,
];

/// Notions that by themselves assert privacy, as against techniques that merely may give it.
const PRIVACY_WORDS: [Concept; 9] =
    [C::Hide, C::Local, C::NoSee, C::Updates, C::Unlink, C::Homomorphic, C::Masking, C::ToData, C::Shares];

/// Notions of a chain, of peers and of adversaries: without any of them, a claim is a benchmark.
const SETTING: [Concept; 9] =
    [C::OnChain, C::Decentral, C::NoCentre, C::Peers, C::Scale, C::Open, C::Parties, C::Independent, C::Distrust];

/// The weights of a claim: for the rows, and for the columns of each row.
struct Sums {
    rows: [i16; 3],
    columns: [[i16; 3]; 3],
}

impl Sums {
    fn of(evidence: &Evidence, table: &[Weights]) -> Sums {
        let mut sums = Sums { rows: [0; 3], columns: [[0; 3]; 3] };
        for weights in table.iter().filter(|weights| evidence.has(weights.concept)) {
            for row in 0..3 {
                sums.rows[row] += weights.rows[row];
                for column in 0..3 {
                    sums.columns[row][column] += weights.columns[row][column];
                }
            }
        }
        let mut spoken_of: Vec<Property> = Vec::new();
        for hit in &evidence.scoped.properties {
            if spoken_of.contains(&hit.means) {
                continue;
            }
            spoken_of.push(hit.means);
            for &row in AiProperty::ALL {
                sums.rows[row as usize] += row_weight(hit.means, row);
                for &column in ChainProperty::ALL {
                    sums.columns[row as usize][column as usize] += column_weight(hit.means, column);
                }
            }
        }
        sums
    }

    fn stands(&self, row: AiProperty) -> bool {
        self.rows[row as usize] >= ENOUGH[row as usize]
    }

    /// Takes away what the subject of the claim does not bear out.
    fn weigh_subject(&mut self, evidence: &Evidence) {
        let [privacy, verifiability, performance] = &mut self.rows;
        let strong = evidence.any(&[C::Ai, C::Gpu]);
        let some = strong || evidence.any(&[C::AiWeak, C::Result]);
        // Computing that has nothing to do with AI is not on the AI side; what is hidden may be any data.
        if !strong {
            *verifiability -= doubt_of_work(evidence);
            *performance -= if some { 80 } else { 300 };
            // What stays where it is while a proof of it goes out is data, whatever it is called.
            let proved = evidence.has(C::Local) && evidence.has(C::Proof) && !evidence.has(C::ChainOnly);
            if !evidence.any(&[C::AiWeak, C::Data, C::Masking]) && !proved {
                *privacy -= 130;
            }
        }
        // A card alone may draw pictures.
        if !evidence.has(C::Ai) {
            *performance -= 80;
        }
        // Pooled cards are capacity.
        if evidence.has(C::Gpu) && evidence.has(C::Pool) {
            *performance += 30;
        }
        let mut away = 0;
        if evidence.has(C::ChainOnly) {
            away += if evidence.has(C::Ai) {
                0
            } else if strong {
                15
            } else {
                60
            };
        }
        if evidence.any(&[C::Money, C::Partner]) {
            away += 15;
        }
        for row in &mut self.rows {
            *row -= away;
        }
    }

    /// Drops rows that only lend words to the real point of the claim.
    fn drop_asides(&mut self, evidence: &Evidence) {
        // Federated learning alone speaks for privacy only where nothing else is the point, and where it is more than
        // a benchmark.
        if !evidence.any(&PRIVACY_WORDS) && !evidence.any(&[C::Enclave, C::Multiparty]) {
            let benchmark = !evidence.any(&HARD) && !evidence.any(&SETTING);
            let other_point = (self.stands(Verifiability) || self.stands(Performance))
                && self.rows[Privacy as usize] < 100
                && !evidence.any(&[C::Attack, C::Light, C::Scale]);
            if benchmark || other_point {
                self.rows[Privacy as usize] = 0;
            }
        }
        // A commitment that goes on the chain in place of the work keeps the chain light; a fine for who looks at the
        // data protects the data.
        let mut others = CHECKS.iter().filter(|check| !matches!(check, C::Commit | C::Integrity));
        if !others.any(|check| evidence.has(*check)) {
            let light = evidence.has(C::OffChain) && self.stands(Performance);
            let fined = evidence.any(&[C::Slash, C::Stake]) && self.rows[Privacy as usize] >= 100;
            if light || fined {
                self.rows[Verifiability as usize] = 0;
            }
        }
        // Work that makes blocks is proved by the blocks; a fine for being slow checks nothing.
        let said = Property::Ai(Verifiability);
        let kept = evidence.has(C::Immutable) && evidence.has(C::OnChain) && evidence.has(C::Ai);
        let checks = kept || evidence.any(&CHECKS) || evidence.scoped.properties.iter().any(|hit| hit.means == said);
        let mining = evidence.has(C::Mining) && !evidence.has(C::AnyoneChecks);
        // A stake alone may as well be a bet.
        let bare = !checks && (self.rows[Verifiability as usize] < 90 || self.stands(Performance));
        if mining || bare {
            self.rows[Verifiability as usize] = 0;
        }
        // A word such as "encrypted" in a claim that is all about speed and size.
        let slight = self.rows[Privacy as usize] < 90 && !evidence.has(C::NoSee);
        if slight && self.rows[Performance as usize] >= 160 && !self.stands(Verifiability) {
            self.rows[Privacy as usize] = 0;
        }
    }
}

/// What it takes away from checking that no word of AI says what is checked. An agent or an answer is most likely AI
/// work; data, or a computation that is done again, may be. A proof about a wallet, a vote or another chain is not, nor
/// is a card that is what its owner says.
fn doubt_of_work(evidence: &Evidence) -> i16 {
    let signed = evidence.any(&[C::Proof, C::Attest]);
    if evidence.any(&[C::AiWeak, C::Result]) || (evidence.has(C::Gpu) && signed) {
        return 10;
    }
    let perhaps = evidence.any(&[C::Recheck, C::Dispute, C::Data]) && !evidence.any(&[C::ChainOnly, C::Gpu]);
    match perhaps {
        true if evidence.has(C::Compute) && evidence.any(&[C::Recheck, C::Dispute]) => 30,
        true => 70,
        false => 300,
    }
}

/// Decides on the rows and the cells.
pub(super) fn decide(evidence: &Evidence) -> Decision {
    let mut decision = decide_with(evidence, WEIGHTS);
    if let Some(cells) = sentence_by_sentence(evidence) {
        for cell in &cells {
            if !decision.ai.contains(&cell.ai) {
                decision.ai.push(cell.ai);
            }
            if !decision.chain.contains(&cell.chain) {
                decision.chain.push(cell.chain);
            }
        }
        decision.cells = cells;
    }
    decision
}

/// Where two sentences assert a cell each, of different rows, each sentence chooses its own column: the stake of the
/// second says nothing of the speed in the first.
fn sentence_by_sentence(evidence: &Evidence) -> Option<Vec<Cell>> {
    let mut sentences: Vec<u32> =
        evidence.scoped.asserted.iter().map(|hit| evidence.scoped.sentences[hit.start]).collect();
    sentences.dedup();
    if !(2..=4).contains(&sentences.len()) || !evidence.scoped.properties.is_empty() {
        return None;
    }
    let mut cells = Vec::new();
    for sentence in sentences {
        let alone = decide_with(&Evidence::of_sentence(evidence.scoped, sentence), WEIGHTS);
        match alone.cells[..] {
            [] => {}
            [cell] => cells.push(cell),
            _ => return None,
        }
    }
    matches!(cells[..], [first, second] if first.ai != second.ai).then_some(cells)
}

/// The same with other weights, for those who tune them.
pub(super) fn decide_with(evidence: &Evidence, table: &[Weights]) -> Decision {
    let mut sums = Sums::of(evidence, table);
    sums.weigh_subject(evidence);
    sums.drop_asides(evidence);
    // Learning that is defended is first of all private.
    let defended = evidence.has(C::Federated) && evidence.has(C::Attack);
    let ai: Vec<AiProperty> = AiProperty::ALL.iter().copied().filter(|row| sums.stands(*row)).collect();
    let mut cells: Vec<Scored> = Vec::new();
    for &row in &ai {
        let columns = sums.columns[row as usize];
        let chosen: Columns = match row {
            Privacy => of_privacy(columns, evidence),
            Verifiability => of_verifiability(columns, evidence),
            Performance => of_performance(columns, evidence),
        };
        for (chain, second) in chosen.into_iter().flatten().zip([0, 40]) {
            let lead = if defended && row == Privacy { 100 } else { 0 };
            let score = lead + sums.rows[row as usize].min(200) + columns[chain as usize].min(200) - second;
            cells.push(Scored { cell: Cell { ai: row, chain }, score });
        }
    }
    weigh_speed(&mut cells, &sums, evidence);
    cells.sort_by_key(|scored| std::cmp::Reverse(scored.score));
    cells.truncate(2);
    // Of two columns, the one of the main clause comes first.
    if let [first, second] = &cells[..] {
        let close = first.score - second.score <= 45;
        let (first, second) = (first.cell, second.cell);
        if !defended
            && (close || first.ai == second.ai)
            && evidence.place(second, first) < evidence.place(first, second)
        {
            cells.swap(0, 1);
        }
    }
    let cells: Vec<Cell> = cells.into_iter().map(|scored| scored.cell).collect();
    let mut chain = chain_side(evidence);
    for cell in &cells {
        if !chain.contains(&cell.chain) {
            chain.push(cell.chain);
        }
    }
    Decision { ai, chain, cells }
}

/// How quick or cheap a protection or a check is, is said of its chain side and not of the AI work; unless a clause of
/// its own says that the AI work is quick, besides being checked.
fn weigh_speed(cells: &mut Vec<Scored>, sums: &Sums, evidence: &Evidence) {
    let has = |ai: AiProperty, chain: ChainProperty| cells.iter().any(|scored| scored.cell == Cell { ai, chain });
    let light_check = has(Verifiability, Scalability);
    let light_protection = has(Privacy, Scalability);
    let equal = has(Performance, Decentralization) && has(Privacy, Decentralization);
    let beside_another = !equal && cells.iter().any(|scored| scored.cell.ai != Performance);
    let only_speed = !evidence.any(&[C::Capacity, C::Pool, C::Volunteers, C::Mining, C::DecentralAi]);
    if light_check && !evidence.has(C::Succinct) && sums.stands(Performance) && evidence.quick_by_itself() {
        cells.retain(|scored| scored.cell.ai != Performance);
        // What runs is named before what checks it.
        let score = cells.iter().map(|scored| scored.score).max().unwrap_or_default() + 1;
        cells.push(Scored { cell: Cell { ai: Performance, chain: Scalability }, score });
    } else if light_check || light_protection || (only_speed && beside_another) {
        cells.retain(|scored| scored.cell.ai != Performance);
    }
    // Commitments and logs are how a light protection works.
    if light_protection && !evidence.any(&[C::Verify, C::Proof]) {
        cells.retain(|scored| scored.cell.ai != Verifiability);
    }
}

/// The properties that the chain side asserts, cell or no cell.
fn chain_side(evidence: &Evidence) -> Vec<ChainProperty> {
    let sides = [
        (Security, &[C::Stake, C::Slash, C::Immutable, C::Attack, C::Cheat, C::Host, C::Mining][..]),
        (Scalability, &[C::Scale, C::Pool, C::Parallel, C::OffChain, C::Fees, C::Succinct, C::Light, C::Many][..]),
        (
            Decentralization,
            &[C::NoCentre, C::Open, C::Peers, C::Volunteers, C::Independent, C::Distrust, C::Censor][..],
        ),
    ];
    sides.into_iter().filter(|(_, concepts)| evidence.any(concepts)).map(|(chain, _)| chain).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PRIVACY_SECURITY: Cell = Cell { ai: Privacy, chain: Security };
    const PERFORMANCE_SCALABILITY: Cell = Cell { ai: Performance, chain: Scalability };

    /// The cells that are left of those that the tables found, when the second reader has this much to say for another
    /// or for none, and nothing for any other.
    fn heard(tables: &[Cell], says: Option<Cell>, score: f32, set_aside: bool) -> Vec<Cell> {
        let mut scores = [0.0; CLASSES];
        scores[class(says)] = score;
        let mut decision = Decision { ai: Vec::new(), chain: Vec::new(), cells: tables.to_vec() };
        let (asserted, clauses, sentences) = (Vec::new(), Vec::new(), Vec::new());
        let properties = Vec::new();
        let scoped = Scoped { asserted, clauses, sentences, properties, negated: false, set_aside };
        decision.hear(&scores, &scoped);
        for cell in &decision.cells {
            assert!(tables.contains(cell) || decision.ai.contains(&cell.ai) && decision.chain.contains(&cell.chain));
        }
        decision.cells
    }

    #[test]
    fn the_second_reader_is_heard_where_it_is_surer_by_a_margin() {
        let found = [PRIVACY_SECURITY];
        assert_eq!(heard(&found, None, SURER - 0.01, false), found);
        assert_eq!(heard(&found, None, SURER + 0.01, false), []);
        assert_eq!(heard(&found, Some(PERFORMANCE_SCALABILITY), SURER + 0.01, false), [PERFORMANCE_SCALABILITY]);
        let both = [PRIVACY_SECURITY, PERFORMANCE_SCALABILITY];
        let other_way_round = [PERFORMANCE_SCALABILITY, PRIVACY_SECURITY];
        assert_eq!(heard(&both, Some(PERFORMANCE_SCALABILITY), SURER + 0.01, false), other_way_round);
    }

    #[test]
    fn to_find_a_cell_where_the_tables_find_none_takes_more_and_nothing_that_is_set_aside() {
        let says = Some(PERFORMANCE_SCALABILITY);
        assert_eq!(heard(&[], says, SURER + 0.01, false), []);
        assert_eq!(heard(&[], says, SURER_THAN_NONE + 0.01, false), [PERFORMANCE_SCALABILITY]);
        assert_eq!(heard(&[], says, SURER_THAN_NONE + 0.01, true), []);
    }
}
