//! Words of verifiability: checking, proving, tracing, and the ways to do so.

use super::concept::Concept::{
    self, AnyoneChecks, Attest, Commit, Dispute, Integrity, Proof, Recheck, Right, Succinct, Trace, Verify, Vote,
};

/// Phrases by notion; the notation is that of [`super::pattern`].
pub(super) const WORDS: &[(Concept, &str)] = &[
    (
        Verify,
        "\
        authentic, authenticat*, authenticity, be sure, be trusted, benchmark* .. on chain, can be trusted, \
        =certify, check/checks/checked/checking, checkable, checker, confirm, convince, convinced, cross check*, \
        detect .. wrong, double check*, ensure .. correct*, evaluate .. contribution, fact check*, for themselves, \
        guarantee .. correct*, hallucination .. caught/detect*/filter*, inspectable, make sure, makes sure, \
        quality .. checked, referee, scrutin*, see for yourself/themselves, shown that, tell that, tell whether, \
        trusted output/result/inference/answer, trustworthy, validate, validation, verifiab*, verification, \
        verified, verifier, verifies, verify, verifying, vet/vets/vetted, whether it was, whether they were",
    ),
    (
        Proof,
        "\
        certificate, certifies, certify, cryptographic evidence, cryptographic guarantee, cryptographic proof, \
        cryptographically, demonstrate/demonstrates that, establish .. that, evidence, evidence that, \
        guarantee .. mathematically, guarantee/guarantees/guaranteed that, mathematical guarantee, proof, \
        proof of computation, proof of compute, proof of contribution, proof of execution, proof of inference, \
        proof of intelligence, proof of learning, proof of quality, proof of sampling, proof of training, provable, \
        provably, prove, proven, prover, receipt, show that, shows that, signature, =signed, signed receipt, \
        =signs .. output/result/response/answer, snark, stark/starks, succinct argument, testif*, validity proof, \
        vouch*, zero knowledge, zk ml, zk proof, zkml, zkp, zkps",
    ),
    (
        Attest,
        "\
        attest*, attestation quote, code measurement, dcap, enclave .. report, hardware quote, measured boot, \
        measurement .. published/unknown/checked, remote attestation, report .. executed/ran/run/code, \
        reproducible build, reproducible image, signed at capture",
    ),
    (
        Trace,
        "\
        accountab*, all .. public, all .. published, attribut*, audit, audit trail, auditab*, auditing, auditor, \
        authorship, chain of evidence, comes from, control question/questions, deepfake* .. told, every .. recorded, \
        everything is published, evidence .. runs, explainab*, fingerprint*, from the public log, \
        history of .. model/training/data/update, impostor*, in the open on, lineage, lives on chain, \
        log/logs/logged/record/records .. to/on/in .. ledger/chain/blockchain, logged on, logs every, model card, \
        model cards, notari*, notaris*, notariz*, on chain log, on chain record, open to inspection, openly, origin, \
        passport, provenance, public log, public mirror, public record, publicly visible, \
        record .. inference/training/update/contribution/decision/model/dataset/prompt/output/action/step/interaction, \
        recorded on, registered, registers, registry, retrac*, see from .. log, stamp, stamped, synthetic media, \
        timestamp*, told from real, trace/traces/traced, traceab*, tracing, \
        track/tracks/tracked .. where/use/used/origin/how/who/contribution/lineage/version, training logs, \
        transparen*, version history, visible to all, watermark*, what data, where .. came from, which data, \
        which model wrote, who contributed, who made, who trained, who wrote",
    ),
    (
        Recheck,
        "\
        bit exact, bit for bit, bitwise, by redundancy, canary, compar* .. result/output/answer/logit/activation, \
        cross validat*, determinis*, duplicat* .. work/execution/computation/job, from scratch by anyone, \
        locality sensitive, picked at random, posp, probe/probes, proof of sampling, random* .. audit/check/sampl*, \
        re comput*, re execut*, re run*, rebuild .. model, recheck*, recompute*, redo/redoes, \
        redundan* .. execut*/comput*/work/run/inference/node/nodes/dispatch/check*/verif*, reexecut*, \
        repeat .. task/job/work/computation/inference/execution, repeat/repeats/repeated, replay*, replicat*, \
        reproduc*, rerun*, run/runs/ran/do/does/done/executed/computed twice, \
        same job/task/computation/inference .. several/multiple/other/different, sample of, =sampled, =sampling, \
        second node, second time, several nodes, several peers, several/multiple/many/three/two nodes .. same, \
        spot check*, test prompts, toploc, twice, two nodes",
    ),
    (
        Dispute,
        "\
        adjudicat*, arbiter, arbitrat*, bisect*, challenge, challenge period, challenge window, challenger, \
        complain*, contest/contests/contested, court, disput*, dispute, fault proof, fraud proof, mediator, \
        object/objects to, opml, optimistic, optimistically, referee, refereed, verification game, watcher, \
        whistleblower",
    ),
    (
        Integrity,
        "\
        cannot/can't/cant/not/never/without/no .. swap*, cannot/not/never ... substitut*, \
        cannot/not/never/impossible ... alter/altered/modify/modified/manipulate/manipulated/forge/forged/fake/faked/falsified/tampered/replaced, \
        catch*, cheaper model, detect .. tamper*/manipulat*/poison*/malicious/wrong/fake/cheat*/incorrect/deviation, \
        detect/detects/catch/catches/reject/rejects/refuse/refuses/discard/discards/flag/flags/exclude/excludes .. wrong/false/faulty/bad/fake/forged/poisoned/malicious/dishonest/invalid/manipulated/incorrect/cheat*, \
        detector, doctored, filter out, filtered out, garbage, goes unnoticed, harder .. tamper*/manipulat*, \
        integrity, model/answer/output/inference/result .. tamper*, model/weights .. swapped, no .. can manipulate, \
        not signed by, poisoned .. detect*, poisoned/malicious/faulty .. models/updates .. caught/found/detect*, \
        pretend, protect* against .. swap*, quietly, refuse/refuses .. update/updates, \
        rejects/reject .. invalid/wrong/bad/bogus/faulty, silent swap/swaps/change/changes/replacement, silently, \
        smaller model .. secretly/passed, something weaker, substitut* .. model, swap the model, \
        swap/swaps .. model .. for, swap/swaps out .. model, tamper .. with .. output/result/model/answer/what, \
        tamper evident, unaltered, unchanged, undetected, unmodified, unnoticed, untampered, weed out, \
        without anyone noticing, \
        wrong/false/faulty/bad/fake/forged/poisoned/malicious/dishonest/invalid/manipulated/incorrect ... caught/found/detect*/punish*/refused/rejected/thrown/excluded/dropped/discarded/flagged/exposed/noticed/filtered/weeded",
    ),
    (
        Vote,
        "\
        against one another, agree/agrees .. on .. output/answer/result, agreement among, agreement replaces, \
        committee .. confirmed/confirms/approves/checks, compare their, competing parties, \
        consensus .. on/over/about .. output/answer/result/inference, consensus validation, counts as .. good, \
        cross model, decided by consensus, emerges from .. network, ensemble .. verif*, \
        evaluat*/scored/judged/ranked/graded/assessed/rated .. by .. validators/network/peers/community/committee, \
        evaluation .. carried out by, evaluators, judged by many, jurors, jury, \
        majority .. agree/agrees/vote/votes/answer/verdict, majority vote/verdict/rule, many annotators, \
        many judges, matching answers, matching votes, minority, nodes/models/validators/verifiers .. agree, \
        out of the ranking, outvote*, peer prediction, peer review*, quality .. confirmed, quorum, \
        rank/ranks .. each other, rank/ranks/score/scores each other, reconcil*, review each other, \
        review one another, reviewer/reviewers/evaluators/judges/raters .. score/rate/grade/rank, \
        scored by validators, second opinion, \
        several/different/multiple/diverse .. models .. vote/agree/review/check/answer/answers/verify, \
        supermajority, third decides, \
        validators .. score/rank/evaluate/grade/judge/rate/assess/test/check/verify/validate, \
        validators .. scored/ranked/evaluated/graded/judged, verdict, vote on each, \
        vote/votes/voted/voting .. on .. output/answer/claim/result/fact/inference/quality/it/each, what counts as, \
        whom to trust, yuma",
    ),
    (
        Commit,
        "\
        anchor/anchors/anchored, binds/bind/bound .. to, checksum, checksums, commit .. on chain, \
        commit/commits/committed .. to .. hash/model/weight/output/input/chain, commitment, committed on, \
        content address*, digest, fingerprint of, hash chain, \
        hash of .. model/weight/output/input/data*/registered/each/every, \
        hash/hashes .. on chain/chain/ledger/blockchain/recorded/stored/anchored, hashed, input hash, merkle, \
        model hash, output hash",
    ),
    (
        Right,
        "\
        actually ran, actually run, advertised model, as claimed, as declared, as intended, as promised, \
        as specified, as stated, be certain, came from .. model, certain that, claimed model, \
        code .. model they run, correct model, correct result/output/answer/inference/execution, correctly, \
        correctness, declared model, did run, did the work, did what, done the work, exact model, exactly the, \
        executed as, faithfully, generated by .. model, genuine, genuinely, \
        honest .. inference/execution/work/result/computation, honestly, \
        identical result/output/answer/results/outputs/answers, intended model, match .. output, \
        model .. asked/paid/requested/claimed/declared/advertised/promised, model it claims, model they claim, \
        model you paid, names it, not swapped, original model, output .. match, produced by .. model, \
        promised model, properly, real model, really ran, really run, right model, same answer, same bits, \
        same model, same output, same result, specific model, stated model, the very model, was actually, \
        was really, what .. ran, what ran, which code, which model, work .. was done, work was performed",
    ),
    // Checking that is small or quick: the case for scalability.
    (
        Succinct,
        "\
        aggregat* .. proof/proofs, aggregated snark/proof/stark, audit .. costs, \
        =batching/=batched .. proof/proofs/verif*, bring/brings/brought .. zkml/proofs/proving .. to, \
        brings the cost down, bytes per, cheap to verify/check, \
        cheap/fast/quick/lightweight/efficient/inexpensive .. verif*/check/checks/checking/proof/proofs, \
        checking takes, commit and sample, compact enough, compact proof, constant cost, constant factor, \
        constant size, constant time verif*, contract can afford, cost of .. proof/proofs/proving, cost of proving, \
        cost of verif*, costs # .. audits, costs the prover, covered by one, distributed proving, far less work, \
        flat, =folded, =folding, for the price of one, fraction of .. recomput*, gas .. verif*, \
        generat* .. proof/proofs .. faster/seconds/minutes/quickly/efficiently, hours rather than, in a browser, \
        instead of .. recomputing/rerunning/re, kb proof, keep up with, less work than, light client, logarithmic*, \
        lookup argument, low cost verif*, ms to verify, need not rerun/repeat/recompute, on a laptop, on a phone, \
        one aggregated, one proof for, one single operator/step/instruction, \
        only if .. complain*/dispute*/challenge*, only in case of, only the disputed, \
        overhead .. verif*/proof/proofs, parallel proving, price of proving, proof .. depend on, \
        proof .. small/short/compact/tiny/bytes/kb/kilobyte*, proof ... less than, \
        proof ... smaller/bytes/kb/kilobytes/megabyte/megabytes/gas/cheaper/faster/seconds/minutes, \
        proof aggregation, proof size, proof/proofs .. takes/take/in .. seconds/minutes/milliseconds/ms, \
        proof/proofs .. times faster/smaller/cheaper, proof/proofs .. under/within #, proof/proofs ... ready in, \
        proofs .. aggregat*, proofs .. batch*, proofs .. faster/cheaper/efficiently, \
        prove/proves/proved .. in/under/within #, \
        prover .. faster/fast/cheap/cheaper/speed/seconds/minutes/times/overhead/efficient*, prover marketplace, \
        prover network, prover time, provers .. parallel, \
        proving .. faster/fast/cheap/cheaper/speed/seconds/minutes/times/overhead/efficient*, proving .. split, \
        proving cost, proving is split, proving network, proving time, recursion, recursive, recursively, \
        saves/save .. gas, scale* .. proof/proofs/verif*, seconds rather than, share a single, short proof, \
        single operator/step/instruction, single proof, single settlement, single step, small proof, \
        speed/speeds/sped .. up .. proof/proofs/proving/verif*, split .. proving, sublinear, succinct*, sum check, \
        sumcheck, time to prove, time to verify, # .. to verify, verif* .. takes less/takes no, verif* takes, \
        verif*/proof/proofs .. overhead, verification cost, \
        verified/verifiable .. inference/call/computation/training .. costs/cost/adds, verify .. gas, \
        verify/check/verified/checked/verification/verifying .. cheap/cheaply/cheaper/quickly/fast/faster/milliseconds/seconds/efficient/efficiently/instantly/constant/less/fraction/low/lightweight/#, \
        without gas, without re executing, without re running, without recomputing, without redoing, \
        without reexecuting, without repeating, without rerunning",
    ),
    (
        AnyoneChecks,
        "\
        agreement replaces, any third party, \
        any/every/each/all .. user/node/participant/peer/party/third/client/member/observer/holder .. verify/check/audit/challenge/dispute/validate/confirm/inspect/reproduce/recompute/rerun/replay/see, \
        anyone may become, anyone/anybody can run .. auditor/verifier/validator/checker, \
        anyone/anybody/everyone/everybody .. verify/check/audit/reproduce/recompute/challenge/dispute/inspect/validate/confirm/prove/trace/rerun/re/replay/test, \
        become a verifier/validator/auditor, by anyone, check .. each other, check .. for yourself, \
        check .. themselves, check each other, check one another, \
        checked by .. independent/several/many/peers/other/multiple, checked by .. jury/nodes/random*, \
        checks/check each other, community .. verif*, community audit, cross check*/cross verify, crowd .. verif*, \
        decentralized verif*, distributed verif*, done in public, each .. verifies .. others/other, each can see, \
        each can see .. what, each checks .. others/other, each other's gradients/outputs/work, \
        each/all/every .. check/checks/verify/verifies .. other/others/another, evaluat* .. in public, \
        evaluated in the open, evaluators .. not one, independent verif*, independently check*, \
        independently verif*, instead of one benchmark, lets the community audit, need not rely on, need not trust, \
        need/needs to trust, neither .. nor .. need .. trust, network of nodes verif*, network of verifiers, \
        never met, no need to trust, no need to trust us, nobody has to trust, nodes .. verify .. each, \
        not know each other, not rely on .. word, one honest, open for all to inspect, \
        open to anyone .. verify/check, open to inspection, outsider/outsiders/observer/observers .. can, \
        peer verif*, peers .. verify/check/validate/score/evaluate, public mirror, public verif*, publicly verif*, \
        retrac*, reviewed by peers, scored in the open, scored openly, trustless verif*, trustlessly, \
        trustlessly verif*, \
        verif*/check/checked/audit*/challenged/disputed/validated/inspected/reproduced/traceable .. by .. anyone/anybody/everyone/everybody/all/any, \
        verification .. decentralized, verified by .. independent/several/many/peers/other/multiple/network, \
        verifier network, verifiers .. network, verify .. independently, verify .. themselves, verify each other, \
        verify one another, web of nodes verif*, whoever likes, without having to trust, without need to trust, \
        without trusting .. other/another/anyone/any/each",
    ),
];
