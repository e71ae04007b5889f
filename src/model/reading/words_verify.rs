//! Words of verifiability: checking, proving, tracing, and the ways to do so.

use super::concept::Concept::{
    self, AnyoneChecks, Attest, Commit, Dispute, Integrity, Proof, Recheck, Right, Succinct, Trace, Verify, Vote,
};

/// Phrases by notion; the notation is that of [`super::pattern`].
pub(super) const WORDS: &[(Concept, &str)] = &[
    (
        Verify,
        "\
        agree on .. answer, authentic, authenticat*, authenticity, be sure .. model/output/answer/result, \
        be sure that, be trusted, benchmark* .. on chain, can be trusted, =certify, check/checks/checked/checking, \
        checkable, checked against, checker, checks .. against, \
        confirm/confirms/confirmed .. that/output/result/answer/inference/each/by/correct*/whether/model, convince, \
        convinced, cross check*, detect .. wrong, disagree, double check*, ensure .. correct*, \
        evaluate .. contribution, fact check*, guarantee .. correct*, hallucination .. caught/detect*/filter*, \
        hold up .. checking, inspectable, label/labels .. hang/hangs, \
        make/makes/made sure .. correct*/honest*/right/verif*/trusted/properly/model/output/result/results/computation/inference, \
        measured against .. published, outputs/results/answers .. differ/differs/diverge/diverges, quality .. checked, \
        referee, scrutin*, see for yourself/themselves, see/check/verify/judge .. for themselves, shown that, \
        shown to be, tell that, tell whether, trusted output/result/inference/answer, trustworthy, validate, \
        validation, verifiab*, verification, verified, verifier, verifies, verify, verifying, vet/vets/vetted, \
        whether it was, whether they were",
    ),
    (
        Proof,
        "\
        certificate, certifies, certify, cryptographic evidence, cryptographic guarantee, cryptographic proof, \
        cryptographically, demonstrate/demonstrates that, establish .. that, evidence, evidence that, \
        guarantee .. mathematically, guarantee/guarantees/guaranteed that, mathematical guarantee, proof, \
        proof of computation, proof of compute, proof of contribution, proof of execution, proof of inference, \
        proof of intelligence, proof of learning, proof of quality, proof of sampling, proof of training, provable, \
        provably, prove, proven, prover, receipt, receipts, show that, shows that, sign/signs the same, \
        sign/signs/signed .. completion/output/answer/result/reply/response/inside, sign/signs/signed what, \
        signature, =signed, signed inside/by .. enclave/node/chip/hardware/camera/operator/tee/vm/gpu, \
        signed measurement, signed receipt, =signs .. output/result/response/answer, snark, stark/starks, \
        succinct argument, testif*, validity proof, vouch*, zero knowledge, zk ml, zk proof, zkml, zkp, zkps",
    ),
    (
        Attest,
        "\
        a quote .. shows/proves/tells/says, attest*, attestation quote, attested, code measurement, \
        compares .. measurement, dcap, enclave .. report, from the quote, genuine hardware, hardware quote, \
        measured boot, measurement .. published/unknown/checked, measurement of the .. model/image/code, \
        proved itself genuine, proves itself genuine, published quote, quote matches/match, remote attestation, \
        report .. executed/ran/run/code, reproducible build, reproducible image, signed at capture, signed measurement",
    ),
    (
        Trace,
        "\
        accountab*, all .. public, all .. published, attribut*, audit, audit trail, auditab*, auditing, auditor, \
        authorship, by whom, =came .. from, chain of custody, chain of evidence, \
        clip/picture/image/video/photo/text .. generated/synthetic/real, \
        come/comes .. from .. model/data/camera/source/dataset/generator/enclave/wallet/which/whom/where/sensor/corpus, \
        control question/questions, decided by .. crowd/committee/jury, deepfake* .. told, every .. recorded, \
        everything is published, evidence .. runs, explainab*, find out .. who/which/where, fingerprint, \
        fingerprinted, fingerprints, from the public log, history of .. model/training/data/update, impostor*, \
        in the open on, joint/shared/common/one record, lead back to, leads back to, lineage, \
        log/logs/logged/record/records .. to/on/in .. ledger/chain/blockchain, logged on, logs every, model card, \
        model cards, notari*, notaris*, notariz*, on chain log, on chain record, on whose data, open to inspection, \
        openly, origin, origin of, passport, provenance, public log, public mirror, public record, publicly visible, \
        record .. inference/training/update/contribution/decision/model/dataset/prompt/output/action/step/interaction, \
        record of how/who/where/which/what, recorded on, \
        registered .. model/weights/version/dataset/output/outputs/on, registered in .. registry, \
        registers .. model/weights/version/dataset/output/on/each/every, \
        registry .. hash/hashes/weights/digest/digests/provenance, retrac*, see from .. log, \
        see/sees .. which .. version/model/data, \
        see/show/shows/tell/tells/record/records/track/tracks/log/logs/know/prove/proves .. who contributed, stamp, \
        stamped, synthetic media, timestamp*, told from real, trace/traces/traced, traceab*, traced back, tracing, \
        track/tracks/tracked .. where/use/used/origin/how/who/contribution/lineage/version, training logs, \
        transparen*, usage receipt/receipts, version history, visible to all, watermark*, what data, \
        what its share did, where .. came from, where .. come/comes from, which .. gave which, which data, \
        which generator/model/camera .. made/did/wrote/came/come/generated/produced/drew, which model gave, \
        which model wrote, which version, who .. contributed what, who did what, who made, who trained, who wrote, \
        written/sealed/entered/noted .. to/into/in a .. log/record/register",
    ),
    (
        Recheck,
        "\
        answered twice, bit by bit, bit exact, bit for bit, bitwise, by redundancy, \
        calculat*/comput*/run/runs/done/do .. anew, calculate/calculated/calculates .. again, canary, checked twice, \
        checked/verified/audited .. picked at random, compar* .. result/output/answer/logit/activation, \
        comput*/run/checked/executed/done .. twice, computed twice, cross validat*, determinis*, do/does not match, \
        double checked, duplicat* .. work/execution/computation/job, \
        each job/task/request/inference/answer/step independently, executed twice, \
        five/three/two/four/several of them .. same/agree, from scratch by anyone, \
        full/all/every/each node/nodes .. execute/executes/compute/computes/run/runs .. model/inference/network/same/output, \
        job/task/step/request .. independently, land/lands/arrive/arrives on/at .. same, locality sensitive, \
        mismatch, mismatches, once more, picked at random .. check/checked/verif*/audit*/re, posp, probe/probes, \
        proof of sampling, random* .. audit/check/sampl*, re comput*, re done, re execut*, re execution, re run*, \
        rebuild .. model, recheck*, recompute*, redo/redoes, \
        redundan* .. execut*/comput*/work/run/inference/node/nodes/dispatch/check*/verif*, reexecut*, \
        repeat .. task/job/work/computation/inference/execution, \
        repeat/repeats/repeated .. exactly/evaluation/calculation/computation/job/inference/training/step/run/work, \
        repeat/repeats/repeated .. requests/request/part/share/percent/%, \
        repeat/repeats/repeated/repeating .. step/run/training/answer/calculation/inference/experiment, \
        repeats one step, replay the, replay*, replicat*, reproduc*, rerun*, retrain* .. compare, \
        run it a second time, run twice, run/runs the same prompt/question/input/query, \
        run/runs/executed/computed/answered/done by .. two/three/four/five/several/different/rival/rivals/independent, \
        run/runs/ran/do/does/done/executed/computed twice, \
        run/runs/ran/done/do/does/compute/computed/computes/perform/performed/work/works .. again, \
        same job/task/computation/inference .. several/multiple/other/different, same numbers/digits/figures, \
        same prompt/question/input .. run/runs, sample of, =sampled, =sampling, second node, several nodes, \
        several peers, several/multiple/many/three/two nodes .. same, solved twice, spot check*, test prompts, \
        toploc, try/tries it again, =twice .. by/on/over/to/and, two nodes, two out of three",
    ),
    (
        Dispute,
        "\
        adjudicat*, appeal/appeals, arbiter, arbitrat*, bisect*, challenge, challenge period, challenge window, \
        challenger, complain*, contest/contests/contested, contested, court, disagree, disagreement, disput*, dispute, \
        fault proof, fraud proof, mediator, narrow/narrows/narrowed .. down, object/objects to, \
        object/objects/objected to, opml, optimistic, optimistically, referee, refereed, \
        settled by .. referee/arbiter/arbitrator/judge/jury/court/contract, verification game, watcher, whistleblower",
    ),
    (
        Integrity,
        "\
        altered/alter/changed .. on the way, are caught, \
        behave/behaves/behaving/behaved .. well .. watched/only/alone/inspector, beyond .. power to edit, \
        cannot/can't/cant/not/never/without/no .. swap*, cannot/not/never ... substitut*, \
        cannot/not/never/impossible ... alter/altered/modify/modified/manipulate/manipulated/forge/forged/fake/faked/falsified/tampered/replaced, \
        catch/catches/caught .. cheat*/liar/liars/lie/lies/lying/fake/fakes/fraud/mistake/mistakes/error/errors/wrong/bad/poison*/tamper*/model/models/host/hosts/node/nodes/who/anyone/him/them/swap*, \
        change/changed/changes/exchange/swap/substitution/alteration of .. model/prompt/precision/weights, \
        cheaper model, \
        degraded/corrupted/downgraded/watered .. model/models .. past/out/caught/exposed/excluded/rejected/found, \
        detect .. tamper*/manipulat*/poison*/malicious/wrong/fake/cheat*/incorrect/deviation, \
        detect/detects/catch/catches/reject/rejects/refuse/refuses/discard/discards/flag/flags/exclude/excludes .. wrong/false/faulty/bad/fake/forged/poisoned/malicious/dishonest/invalid/manipulated/incorrect/cheat*, \
        detect*/expose/exposes/exposed/reveal/reveals/notice/notices .. swap/swaps/swapped/substitution/substituted/downgrade/degraded/altered/unauthorised/unauthorized, \
        doctored, edit/edited .. unnoticed, fiddle/fiddles/fiddled .. with, filter out, filtered out, =found out, \
        garbage, get caught, gets caught, gives itself away, goes unnoticed, harder .. tamper*/manipulat*, integrity, \
        is caught, look/looks like any other, lying about, made up .. answer/output/result, \
        model/answer/output/inference/result .. tamper*, model/weights .. swapped, no .. can manipulate, \
        not signed by, poisoned .. detect*, poisoned/malicious/faulty .. models/updates .. caught/found/detect*, \
        pretend, protect* against .. swap*, quietly, quietly serve/serves, refuse/refuses .. update/updates, \
        rejects/reject .. invalid/wrong/bad/bogus/faulty, returns .. rubbish/garbage/nonsense, rubbish, \
        same guarantee/guarantees .. as .. contract/transaction/chain, same trust as, \
        silent swap/swaps/change/changes/replacement, silently, smaller model .. secretly/passed, \
        smaller/lesser/weaker/cheaper/another/different .. model .. than, something weaker, sort/sorts/sorted out, \
        substitut* .. model, swap the model, swap/swaps .. model .. for, swap/swaps out .. model, \
        =swapped/=exchanged/=altered/=changed/=lowered/=degraded/=substituted/=downgraded/=modified/=unauthorised/=unauthorized/lower ... =caught/=detected/=exposed/=found/=noticed/=revealed/=flagged/=rejected, \
        swapped/exchanged/replaced .. for .. cheaper/smaller/weaker, \
        tamper .. with .. output/result/model/answer/what, tamper evident, \
        tell/tells .. inference/task/request/job .. from .. check/test/verification/audit, \
        tell/tells .. task/request/job is .. check/test/verification/inference, temper with, unaltered, unchanged, \
        undetected, unmodified, unnoticed, untampered, was/were blocked, was/were/are/is detected, weed out, \
        who/that/which .. billed/charged/advertised/promised/sold .. but .. ran/served/used/delivered, \
        whoever/hosts/providers/operators/nodes .. advertised/promised/billed/sold .. and .. ran/served/used/delivered, \
        without anyone noticing, \
        wrong/false/faulty/bad/fake/forged/poisoned/malicious/dishonest/invalid/manipulated/incorrect ... caught/found/detect*/punish*/refused/rejected/thrown/excluded/dropped/discarded/flagged/exposed/noticed/filtered/weeded",
    ),
    (
        Vote,
        "\
        against one another, agree/agrees .. on .. output/answer/result, agreement among, agreement replaces, \
        answers .. reconciled, \
        benchmark/evaluation/evaluations/ranking/leaderboard .. run/done/carried/held/performed/kept/decided by .. validators/network/open/peers/committee/set/many/anyone, \
        by a jury, casting vote, committee .. confirmed/confirms/approves/checks, \
        committee .. evaluates/evaluate/judges/grades/scores/reviews, competing parties, concur, \
        consensus .. on/over/about .. output/answer/result/inference, consensus among, consensus validation, \
        counts/count as true, cross model, decided by .. crowd/several/many/majority/detectors/models, \
        decided by consensus, emerges from .. network, ensemble .. verif*, \
        evaluat*/scored/judged/ranked/graded/assessed/rated .. by .. validators/network/peers/community/committee, \
        evaluation .. carried out by, evaluation/evaluations .. lies/lie with, \
        evaluation/evaluations/judgement/judging .. left to, evaluators, \
        evaluators .. mark/marks/grade/grades/score/rank/judge, \
        five/three/two/four/six/seven/most of them .. agree/same/land/concur, \
        grade/grades/mark/marks/judge/judges/rank/ranks/score/scores/rate/rates/review/reviews .. each other/one another/another, \
        graded/grades/grade .. by/own, judged by many, jurors, jury, \
        jury .. models/judges/nodes/validators/answer/answers/output/outputs/claim/claims/check/checks, jury of, \
        majority .. agree/agrees/vote/votes/answer/verdict, majority vote/verdict/rule, many annotators, many judges, \
        matching answers, matching votes, minority lose/loses, nodes/models/validators/verifiers .. agree, \
        odd one out, # of # .. agree/sign/concur, out of line, out of the ranking, \
        outputs/answers/results .. compared by, outvote*, panel of .. models/judges/reviewers/agents, \
        peer prediction, peer review*, quality .. confirmed, quorum, rank/ranks .. each other, \
        rank/ranks/score/scores each other, reconcile/reconciled/reconciles .. answers/outputs/results, \
        review each other, review one another, reviewed by many, \
        reviewer/reviewers/evaluators/judges/raters .. score/rate/grade/rank, reviewing agents, scored by validators, \
        second opinion, several judges, \
        several/different/multiple/diverse .. models .. vote/agree/review/check/answer/answers/verify, supermajority, \
        third decides, those in the minority, two out of three, \
        validators .. score/rank/evaluate/grade/judge/rate/assess/test/check/verify/validate, \
        validators .. scored/ranked/evaluated/graded/judged, verdict .. model/models/answer/each, vote on each, \
        vote/votes of the, \
        vote/votes/voted/voting .. on .. output/answer/claim/result/fact/inference/quality/it/each, what counts as, \
        yuma",
    ),
    (
        Commit,
        "\
        anchor/anchors/anchored, binds/bind/bound .. to, # byte root/commitment/digest/hash, checksum, checksums, \
        commit .. on chain, commit/commits/committed .. to .. hash/model/weight/output/input/chain, commitment, \
        committed on, content address*, digest, fingerprint of, hash chain, \
        hash of .. model/weight/output/input/data*/registered/each/every, \
        hash/hashes .. on chain/chain/ledger/blockchain/recorded/stored/anchored, =hashed, hashed to, input hash, \
        merkle, model hash, one commitment, output hash, \
        root of .. model/weights/trace/data/tree/corpus/answers/results, short commitment",
    ),
    (
        Right,
        "\
        actually ran, actually run, advertised model, as claimed, as declared, as intended, as promised, as published, \
        as specified, as stated, be certain, came from .. model, certain that, claimed model, code .. model they run, \
        correct model, correct result/output/answer/inference/execution, correctly, correctness, declared model, \
        did run, did the work, did what, done the work, exact model, exactly the, executed as, faithfully, \
        generated by .. model, genuine, genuinely, honest .. inference/execution/work/result/computation, honestly, \
        identical result/output/answer/results/outputs/answers, intended model, match .. output, \
        model .. asked/paid/requested/claimed/declared/advertised/promised, model .. ordered, model .. you asked, \
        model it claims, model they claim, model you paid, names it, not swapped, original model, output .. match, \
        produced by .. model, promised model, properly, ran as published, real model, really ran, really run, \
        right model, same answer, same bits, same model, same output, same result, specific model, stated model, \
        the one .. ordered/asked/paid/requested/promised, the very model, was actually, was really, what .. ran, \
        what ran, which code, which model, work .. was done, work was performed",
    ),
    // Checking that is small or quick: the case for scalability.
    (
        Succinct,
        "\
        # .. to verify, aggregat* .. proof/proofs, aggregate signature, aggregated snark/proof/stark, at a time for, \
        audit .. costs, \
        audit/audits/checking/check/verification/verifying .. remains/stays/is .. affordable/cheap/flat/constant/light/small/low, \
        =batching/=batched .. proof/proofs/verif*, bring/brings/brought .. zkml/proofs/proving .. to, \
        bring/brings/cut/cuts/get/gets .. proving ... down, brings the cost down, bytes per, chain only when, \
        cheap to verify/check, \
        cheap/fast/quick/lightweight/efficient/inexpensive .. verif*/check/checks/checking/proof/proofs, \
        check/checking/verifying/verification/verify/audit/auditing .. costs/cost/takes .. %/percent/hundredth/thousandth/tenth/fraction, \
        check/checks .. costs/cost one/a/no/little, checking .. costs/cost, checking takes, checks .. for # gas, \
        commit and sample, compact enough, compact proof, constant cost, constant factor, constant in size, \
        constant length, constant size, constant time verif*, contract can afford, cost .. flat, \
        cost of .. proof/proofs/proving, cost of proving, cost of verif*, \
        cost/costs/size/time .. not .. depend/rise/grow .. with/on, costs # .. audits, costs the prover, \
        costs/cost .. # % .. of, costs/cost .. # of .. producing/generating/inference/computing, covered by one, \
        covers the answers, distributed proving, does the same .. work, enough to check/verify, far less work, \
        flat .. cost, flat .. fee/cost, fold/folds/folded/folding .. into/proofs/step/steps/scheme, =folded, \
        =folding, for # gas, for the gas/price/cost/fee of one, for the price of one, fraction of .. recomput*, \
        # gas, gas .. verif*, generat* .. proof/proofs .. faster/seconds/minutes/quickly/efficiently, \
        hours rather than, hundred/thousand/# times cheaper, \
        hundredth/thousandth/fraction/# of .. work of .. inference/generation, in a browser, \
        in place of .. all of them, in/into/as .. single/one .. transaction/signature/check/proof/commitment, \
        independent of the .. size/depth/length/number, instead of .. recomputing/rerunning/re, kb proof, \
        keep up with, less gas, less work than, light client, logarithmic*, \
        look/looking/looks at .. random/few/# layers, lookup argument, low cost verif*, ms to verify, \
        need not rerun/repeat/recompute, needs # milliseconds/ms/seconds, needs .. milliseconds/seconds, \
        no matter how deep, no more than a small one, no more work for, not burden the chain, of constant size, \
        # of what .. inference/generation .. cost/costs/takes, on a laptop, on a phone, \
        one .. attestation .. covers/for, one .. certificate .. for, one .. stands for, one aggregated, \
        one in .. hundred/thousand/ten, one proof for, one signature check, one single operator/step/instruction, \
        one/single proof .. for .. #/whole/all/entire/thousand/thousands, only # in #, \
        only .. final .. states/state/compared, only if .. complain*/dispute*/challenge*, only if somebody objects, \
        only if there is a complaint, only in case of, only the disputed, only those are run again, \
        only when somebody objects, overhead .. verif*/proof/proofs, parallel proving, per hour covers, picks # in #, \
        price of proving, proof .. depend on, proof .. fits/fit into, \
        proof .. small/short/compact/tiny/bytes/kb/kilobyte*, proof ... less than, \
        proof ... smaller/bytes/kb/kilobytes/megabyte/megabytes/gas/cheaper/faster/seconds/minutes, \
        proof aggregation, proof for .. fits/fit, proof of one token, proof size, proof/proofs .. kb/kilobytes/bytes, \
        proof/proofs .. takes/take/in .. seconds/minutes/milliseconds/ms, \
        proof/proofs .. times faster/smaller/cheaper, proof/proofs .. under/within #, \
        proof/proofs ... cheaper/faster/smaller/shorter/lighter, proof/proofs ... ready in, \
        proof/proofs/receipt/receipts/certificate/certificates/verdict/verdicts ... batched/rolled/bundled/folded/aggregated/merged/compressed/netted/combined/collapsed, \
        proofs .. aggregat*, proofs .. batch*, proofs .. faster/cheaper/efficiently, \
        prove/proves/proved .. in/under/within #, \
        prover .. faster/fast/cheap/cheaper/speed/seconds/minutes/times/overhead/efficient*, prover marketplace, \
        prover network, prover time, provers .. parallel, provers .. split, proving .. down to, \
        proving .. faster/fast/cheap/cheaper/speed/seconds/minutes/times/overhead/efficient*, proving .. split, \
        proving cost, proving is split, proving network, proving time, recursion, recursive, recursively, \
        replaying a single, # requests/inferences/answers/steps .. one/single proof, same .. amount of work, \
        sample/samples/sampling .. final/intermediate .. states/tokens/activations, saves/save .. gas, \
        scale* .. proof/proofs/verif*, seconds rather than, share a single, short proof, shrink .. circuit/circuits, \
        shrink/shrinks circuits, single hash, single operator/step/instruction, single proof, single settlement, \
        single signature check, single step, small proof, speed/speeds/sped .. up .. proof/proofs/proving/verif*, \
        split .. proving, stands/stand for all/thousand/thousands/many/the, sublinear, succinct*, sum check, \
        sumcheck, thousand at a time, thousand steps .. single/one, time to prove, \
        time to prove ... falls/drops/from, time to verify, to a fifth/tenth/third/quarter, under one .. signature, \
        unless somebody/someone objects/complains, unless there is a complaint/dispute/objection, \
        verif* .. takes less/takes no, verif* takes, verif*/proof/proofs .. overhead, verification cost, \
        verified/verifiable .. inference/call/computation/training .. costs/cost/adds, verify .. gas, \
        verify/check/verified/checked/verification/verifying .. cheap/cheaply/cheaper/quickly/fast/faster/milliseconds/seconds/efficient/efficiently/instantly/constant/less/fraction/low/lightweight/#, \
        whatever the .. size/length/number, without gas, without re executing, without re running, \
        without recomputing, without redoing, without reexecuting, without repeating, without rerunning",
    ),
    (
        AnyoneChecks,
        "\
        a single honest, agreement replaces, any one honest, any stranger, any third party, \
        any/every/each .. outsider/stranger/passer/reader/visitor/citizen/customer/skeptic/sceptic/auditor/newsroom/patient/holder/user/buyer/student/laptop/device/peer ... challenge/verify/verifies/check/checks/recheck/recompute/rerun/replay/replays/audit/repeat/dispute/test/tests/confirm/trace/traces/inspect, \
        any/every/each .. user/outsider/stranger/reader/citizen/customer ... check/verify/recompute/replay/repeat, \
        any/every/each/all .. user/node/participant/peer/party/third/client/member/observer/holder .. verify/check/audit/challenge/dispute/validate/confirm/inspect/reproduce/recompute/rerun/replay, \
        anybody/anyone/everybody/everyone/whoever/outsider/outsiders/stranger/strangers ... run .. again, \
        anybody/anyone/everybody/everyone/whoever/outsiders/strangers/bystanders .. may/can/could/to/who .. repeat/recompute/redo/rerun/replay/recheck/check/verify/test/audit/dispute/object/challenge/trace/retrace/reproduce/question/contest, \
        anyone may become, anyone/anybody can run .. auditor/verifier/validator/checker, \
        anyone/anybody/everyone/everybody .. verify/check/audit/reproduce/recompute/challenge/dispute/inspect/validate/confirm/prove/trace/rerun/re/replay/test, \
        become a checker, become a verifier/validator/auditor, becomes a checker, by anyone, by strangers, \
        check .. each other, check .. for yourself, check .. themselves, check each other, check one another, \
        checked by .. independent/several/many/peers/other/multiple, checked by .. jury/nodes/random*, \
        checks/check each other, community .. verif*, community audit, cross check*/cross verify, crowd .. verif*, \
        decentralized verif*, distributed verif*, done in public, drawn .. from all/anew/lot/random, drawn anew, \
        drawn at random from .. network/all/registered/nodes, drawn by lot, drawn by lot among, \
        each .. verifies .. others/other, each can see, each can see .. what, each checks .. others/other, \
        each citizen, each other's gradients/outputs/work, each run a node that, \
        each/all/every .. check/checks/verify/verifies .. other/others/another, evaluat* .. in public, \
        evaluated in the open, evaluators .. not one, every other's, every/any .. peer .. recheck/check/verify, \
        every/each/any .. participant/member/user/party .. can see, \
        grade/grades/mark/marks/judge/judges/rank/ranks/rate/rates/review/reviews one another/another/each other, \
        independent verif*, \
        independent/rival/competing/unrelated/unaffiliated .. labs/operators/parties/teams/firms/nodes/newsrooms .. check/checks/verify/verifies/recompute/recomputes/rerun/repeat/run/agree/judge, \
        independently check*, independently verif*, instead of one benchmark, lets the community audit, \
        need not rely on, need not trust, need/needs to trust, neither .. appointed, neither .. nor .. need .. trust, \
        neither of them .. appointed/chose/picked/knows/trusts, network of nodes verif*, network of verifiers, \
        newcomer/newcomers/latecomer .. replay/verify/check/audit, no company/firm/lab vouches, no need to ask us, \
        no need to trust, no need to trust us, no permission from us, no single .. vouches, \
        no/not .. grades/grade/judges/judge/marks/mark .. own, nobody has to trust, \
        nobody/no/none/neither .. need/needs/has/have to trust, nobody/none/no .. take .. word, \
        nodes .. verify .. each, none of them appointed, not .. one vendor, not .. word of .. one/single/us, \
        not hang on, not rely on .. word, one another's/another gradients, \
        one honest .. suffices/enough/node/verifier/checker/party/executor/participant/watcher, \
        open for all to inspect, open to anyone .. verify/check, open to inspection, \
        outputs/answers/results .. compared by .. nodes/operators/peers/parties, \
        outside groups/parties/researchers/auditors .. recompute/recomputed/check/checked/reproduced/repeated/verified, \
        outsider/outsiders/observer/observers .. can, peer verif*, peers .. verify/check/validate/score/evaluate, \
        public mirror, public verif*, publicly verif*, read/inspected/examined by everybody/everyone/anyone/anybody, \
        recompute/recheck/repeat .. each other, \
        recompute/recomputes/check/checks/verify/verifies/replay/audit/audits/repeat/grade/grades each other/others/others', \
        report what does not add up, retrac*, reviewed by peers, run the client and, \
        run/runs/executed/answered/recomputed/checked by .. unrelated/rival/rivals/unaffiliated/competing/strangers, \
        scored in the open, scored openly, take .. on .. word, take .. word for it, take nobody's word, \
        take our word, trustless verif*, trustlessly, trustlessly verif*, \
        verif*/check/checked/audit*/challenged/disputed/validated/inspected/reproduced/traceable .. by .. anyone/anybody/everyone/everybody/all/any, \
        verification .. decentralized, verified by .. independent/several/many/peers/other/multiple/network, \
        verifier network, verifiers .. network, verify .. independently, verify .. themselves, verify each other, \
        verify one another, web of nodes verif*, who .. disagree, whoever likes, without asking us, \
        without having to trust, without need to trust, without our .. help/permission/consent/say, \
        without trusting .. other/another/anyone/any/each",
    ),
];
