//! Under which column a row is placed, by the defaults of the labelling rules.

use super::ChainProperty::{self, Decentralization, Scalability, Security};
use super::concept::Concept::{self, self as C};
use super::evidence::Evidence;

/// The columns of a row, the main one first.
pub(super) type Columns = [Option<ChainProperty>; 2];

const NONE: Columns = [None, None];

/// Hard words of security: something is at stake, or somebody attacks or cheats.
pub(super) const HARD: [Concept; 5] = [C::Stake, C::Slash, C::Immutable, C::Attack, C::Cheat];

/// Words that say more of decentralization than the bare adjective.
const PARTIES: [Concept; 7] = [C::NoCentre, C::Open, C::Peers, C::Volunteers, C::Independent, C::Distrust, C::Censor];

fn one(chain: ChainProperty) -> Columns {
    [Some(chain), None]
}

fn two(main: ChainProperty, besides: ChainProperty, both: bool) -> Columns {
    [Some(main), both.then_some(besides)]
}

/// Privacy: what keeps the operator out is security, data split or kept among many parties is decentralization, and
/// protection that carries much at little cost is scalability.
pub(super) fn of_privacy([security, scalability, decentralization]: [i16; 3], evidence: &Evidence) -> Columns {
    // What is said of small proofs is said of the check.
    let scalability = if evidence.has(C::Succinct) && evidence.has(C::Proof) { 0 } else { scalability };
    let parties = evidence.any(&[C::NoCentre, C::Peers, C::Shares, C::Independent, C::Distrust, C::Volunteers]);
    let hard = evidence.any(&HARD) || evidence.has(C::Host);
    // Federated learning that is defended against attackers, however light it is besides.
    if evidence.has(C::Federated) && evidence.has(C::Attack) && scalability >= 100 {
        return two(Security, Scalability, true);
    }
    if scalability >= 100 || (scalability >= 80 && !hard && !parties) {
        return two(Scalability, Security, security >= 100 && (hard || evidence.has(C::Enclave)));
    }
    // Encrypted computing of which nothing is said of a chain, of peers or of anybody who is kept out.
    let somebody = [C::Chain, C::NoSee, C::Host, C::Enclave, C::Parties, C::Decentral, C::Federated];
    if evidence.has(C::Homomorphic) && !evidence.any(&somebody) && !evidence.any(&HARD) {
        return NONE;
    }
    // Federated learning that is defended against attackers.
    if evidence.has(C::Federated) && evidence.has(C::Attack) {
        let apart = evidence.any(&[C::NoCentre, C::Independent, C::Distrust, C::Shares]);
        return two(Security, Decentralization, apart && decentralization >= 180);
    }
    // Shares that lie with several parties.
    let spread = evidence.any(&[C::Shares, C::Pool, C::Parties, C::Independent]);
    if evidence.has(C::Multiparty) && spread {
        return two(Decentralization, Security, evidence.has(C::Slash));
    }
    match (security >= 80, decentralization >= 100) {
        (true, true) if hard && parties && !evidence.has(C::Federated) => {
            if security >= decentralization {
                two(Security, Decentralization, true)
            } else {
                two(Decentralization, Security, true)
            }
        }
        // An enclave keeps its own host out, whatever adjective stands beside it.
        (true, true) if evidence.has(C::Enclave) && !parties => one(Security),
        (true, true) if decentralization >= security || (parties && !hard) => one(Decentralization),
        (true, _) => one(Security),
        (false, true) => one(Decentralization),
        (false, false) if evidence.has(C::Decentral) && evidence.any(&[C::Fast, C::Cheap]) => one(Decentralization),
        // A proof goes out in place of the data.
        (false, false) if evidence.has(C::Local) && evidence.has(C::Proof) => one(Security),
        (false, false) => NONE,
    }
}

/// Verifiability: a proof, an attestation or a second run is security, unless the point is how cheap the check is
/// (scalability) or that anyone at all can check (decentralization).
pub(super) fn of_verifiability([security, scalability, decentralization]: [i16; 3], evidence: &Evidence) -> Columns {
    let hard = evidence.any(&HARD);
    let secure_besides = hard && security >= 140;
    if evidence.has(C::Succinct) && scalability >= 100 {
        return two(Scalability, Security, evidence.any(&[C::Slash, C::Attack, C::Stake]));
    }
    let quick = evidence.any(&[C::Many, C::Fast, C::Cheap, C::Light, C::OffChain, C::Fees, C::Scale]);
    let capacity = evidence.any(&[C::Capacity, C::Pool]);
    if quick && !capacity && !hard && decentralization < 80 {
        return one(Scalability);
    }
    if evidence.any(&[C::AnyoneChecks, C::Distrust]) && decentralization >= 100 {
        return two(Decentralization, Security, secure_besides);
    }
    if decentralization >= 100 {
        return if secure_besides && security >= decentralization + 40 {
            one(Security)
        } else {
            two(Decentralization, Security, secure_besides)
        };
    }
    // The adjective alone is enough where something checks, and nothing ties the check to a chain.
    let checks = evidence.any(&[C::Verify, C::Proof, C::Recheck, C::Dispute, C::Integrity, C::Vote, C::AnyoneChecks]);
    let parties = decentralization >= 80 && evidence.any(&PARTIES) && !evidence.has(C::OnChain);
    if decentralization >= 60 && !hard && (checks || parties) && !evidence.any(&[C::Contract, C::Commit, C::Attest]) {
        return one(Decentralization);
    }
    if security >= 60 {
        one(Security)
    } else if scalability >= 100 {
        one(Scalability)
    } else {
        NONE
    }
}

/// Performance: AI work that makes blocks is security, pooled or elastic compute scalability, and the same from
/// independent peers or with no operator decentralization.
pub(super) fn of_performance([security, scalability, decentralization]: [i16; 3], evidence: &Evidence) -> Columns {
    if security >= 100 && (evidence.has(C::Mining) || (scalability < 100 && decentralization < 100)) {
        return one(Security);
    }
    // It keeps its pace under attack, and nothing is said of how much there is of it.
    let amount = evidence.any(&[C::Pool, C::Capacity, C::Many, C::Sites, C::Cheap, C::AiScale]);
    if security >= 70 && evidence.has(C::Attack) && !amount && decentralization < 100 {
        return one(Security);
    }
    // Homes named beside data centres are just further places.
    let peers = evidence.any(&[C::NoCentre, C::Open, C::Peers, C::Independent, C::Censor, C::DecentralAi, C::Distrust]);
    if evidence.has(C::Sites) && evidence.has(C::Pool) && !peers {
        return one(Scalability);
    }
    // The weak cell is not given for numbers of machines and people alone.
    let work = [C::Fast, C::Cheap, C::Big, C::Thrifty, C::AiScale, C::Capacity];
    let decentralization = if evidence.any(&work) { decentralization } else { 0 };
    // Who is slow loses something: that is security besides.
    let penalized = evidence.has(C::Slash) && security >= 90;
    match (scalability >= 70, decentralization >= 100) {
        // The bare adjective beside scaling only classes what is scaled.
        (true, true) if evidence.has(C::Scale) && !evidence.any(&PARTIES) => one(Scalability),
        (true, true) if evidence.has(C::Scale) => two(Decentralization, Scalability, true),
        (_, true) => two(Decentralization, Security, penalized),
        (true, false) => two(Scalability, Security, penalized),
        _ if evidence.has(C::Decentral) && decentralization >= 60 => two(Decentralization, Security, penalized),
        _ if security >= 70 && evidence.any(&HARD) => one(Security),
        _ => NONE,
    }
}
