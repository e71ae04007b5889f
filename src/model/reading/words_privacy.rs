//! Words of privacy: what is hidden, what stays where it is, who cannot look, and the techniques that see to it.

use super::concept::Concept::{
    self, Enclave, Federated, Hide, Homomorphic, Local, Masking, Multiparty, NoSee, PrivateAi, Shares, ToData, Unlink,
    Updates, ZeroKnowledge,
};

/// Phrases by notion; the notation is that of [`super::pattern`].
pub(super) const WORDS: &[(Concept, &str)] = &[
    (
        Hide,
        "\
        anonymis*, anonymiz*, blind, blinded, blindly, cipher, ciphertext*, conceal*, confidential*, \
        data protection, decrypt*, encipher*, encrypt*, end to end encrypt*, gdpr, hardware encrypted, \
        hardware protected, hidden, hide, hides, hipaa, in plaintext, in the clear, isolating, keeps no log, \
        leak/leaks/reveal/reveals/disclose/discloses/learn/learns/give/gives .. nothing, mask/masks/masked, \
        neither .. nor .. shown, never in the clear, never logged, never stored, no .. exposure, no data retention, \
        no logs, no plaintext, noised, not logged, not stored, not/never/nothing/without .. reveal*, \
        not/never/without .. disclos*, not/never/without .. leak*, not/never/without/avoid .. expos*, \
        nothing .. leak*, nothing .. reveal*, nothing is logged, obfuscat*, obfuscated, opaque, out of sight, \
        perturb*, plaintext, preserve/protect/guard/keep/respect .. privacy, privacy, privacy preserv*, private, \
        privately, pseudonym*, redact*, safe from, scrambl*, sealed, sealed off, secrecy, secret weights, \
        secret/hidden weights, secret/secrets, sensitive data/information/record/input, shield, shielded, \
        stay/remain/remains/stays .. secret, tokenised inside, under encryption, under wraps, unlocked in, \
        unreadable, without giving away .. data, without giving up .. data, without handing over, \
        without parting with, zero data retention, zero retention",
    ),
    (
        PrivateAi,
        "\
        private/confidential/encrypted/privacy preserv*/blind .. inference/training/ai/model/models/learning/computation/compute/agent/agents/llm/prompt/prompts",
    ),
    (
        Local,
        "\
        at home, at its source, at the edge, at the source, behind .. firewall, belong to the user, \
        belongs to the user, cross/crosses .. firewall, data .. not .. move, data does not move, data locality, \
        data never moves, data remain/remains, data residency, data sovereign*, data stays, \
        data/record/prompt/photo/scan/message/conversation/history/keystroke/file/text/image/dataset .. no/not/never/nobody/neither/none/without/cannot/cant/nor/nothing ... leave/leaves/left/move/moves/travel/travels/shared/uploaded/collected/gathered/sent/copied/pooled/transferred/cross/crosses, \
        edge device, gathered nowhere, hold/holds/keep/keeps/own/owns .. keys/key, in house, in place, \
        in the browser of, in the browsers of, in their own hands, instead of copying, keep control of .. data, \
        keep their text, keep/keeps .. records/data/history/documents .. in, \
        keep/keeps/kept/retain .. their/its/own data, keys .. only you/they .. hold, keys that only, \
        leave/leaves .. never, leave/leaves the device, leaves the, leaves the phone, local client, local data, \
        local model, local training, locally, models come to, never .. travel, never leave their, \
        never leave/leaves, never left, never moves, never/not .. share/shared/sharing .. data/record, \
        never/not .. upload*, no .. ever travels, no .. leaves, no .. upload*, no data leaves, no raw data, \
        no/not/never/nobody/neither/none/without/cannot/cant/nor/nothing ... upload*/collect*/gather*/handed/hand/copied/surrender*/pool*/centraliz*/transmit* .. data/record/prompt/photo/scan/message/conversation/history/keystroke/file/text, \
        not .. travel, not handed over, not leave, not sent out, not/never .. collect*, \
        not/never/without .. raw data, not/never/without .. transfer* .. data, nothing leaves, on .. own data, \
        on device, on his own server, on premise, on site, on the user own, \
        on their own device/machine/hardware/server/data, on your own device/machine/hardware/phone/laptop, \
        on your phone, ondevice, own devices, own key, =own node, own server, own vault/store/pod/wallet/enclave, \
        personal vault/vaults/pod/pods/store, query .. data, rather than copying, raw data .. not/never, \
        raw data .. stay/stays/remain/remains, records stay, round the .., round the clinics, run locally, \
        run their own, runs locally, runs their own, sends the model, stay on the, \
        stay/remain/stays/remains .. in/within/inside/with/at/on .. owner/hospital/bank/phone/device/laptop/institution/organization/silo/country/border/enterprise/company/side, \
        stay/stays put, stay/stays/remain/remains .. device, stay/stays/remain/remains .. home, \
        stay/stays/remain/remains/kept/keep/keeps .. local*, \
        stay/stays/remain/remains/kept/keep/keeps .. premises/site, \
        stay/stays/remain/remains/kept/keep/keeps .. with/at/on/in .. owner/owners/source/clinic/hospital/bank/user/users/phone/device/devices/institution/car/home/premises/origin, \
        stays on the, stays/stay/remain/remains where, train .. local*, train at home, trains at home, \
        where .. was/were .. written/collected/created, where it was taken, where they are, where they were taken, \
        without .. leaving, without .. pooling .. data, without .. sharing, without .. upload*, \
        without centraliz* .. data, without collecting, without copying, \
        without giving/handing/passing .. data/record/records/dataset, without leaving, without sending .. data, \
        without sharing .. data/record/raw, without/never/not/no .. moving",
    ),
    (
        NoSee,
        "\
        anyone look, being exposed, blind to, can fetch, can listen, cannot be reconstructed, cannot fetch, \
        cannot tell who/what, \
        cannot/can't/cant/unable .. see/read/view/inspect/look/access/observe/learn/decrypt/peek/know/recover/reconstruct/infer, \
        compute .. blind, copied or stolen, \
        data/record/prompt/input/weight/memory/conversation/message/gradient/query/photo/scan/secret ... no/not/never/nobody/neither/none/without/cannot/cant/nor/nothing .. see/sees/read/reads/seen/viewed/inspected/learned/recovered/reconstructed/extracted/opened/accessed/visible, \
        eavesdrop*, ever being exposed, ever holds the raw, exposes, find nothing, finds nothing, for your eyes, \
        from prying eyes, get/gets/got nothing, has/have/gets/get no .. access, holds the whole, illegible, \
        in summaries, incomprehensible, invisible, is none the wiser, keep .. to themselves, \
        keep/keeps .. from .. operator/host/provider/server/cloud/platform, keeps .. to itself, kept from, \
        know nothing, knows nothing, learns only, listen in, listens in, locked out, look in, never .. reads, \
        never see, never sees, no access to .. data/input/prompt/plaintext/record, no coalition, no insight into, \
        no one/nobody else, no one/nobody/none .. can/could .. see/read/look/learn, no sample is disclosed, \
        no visibility, no way to reconstruct, no/never coalition, \
        no/not/never/nobody/neither/none/without/cannot/cant/nor/nothing ... see/sees/read/reads/view/inspect/look/looks/learn/learns/peek/eavesdrop/decrypt/unlock/recover/reconstruct/extract/rebuild/fetch/profile/identify/observe .. data/record/prompt/input/weight/model/memory/conversation/message/gradient/query/image/photo/scan/history/it/them/anything/content/plaintext, \
        no/not/without/neither/never ... sensitive/confidential .. data/information/details, nobody's business, \
        none .. show, none can read, nor can/could .. see/read, not .. holds/hold the raw, not copy, not even, \
        not even .. operator/host/provider/team/developer/miner/node/validator/owner/platform/admin*/cloud/we/us, \
        not/never/nobody/neither/no/none/without ... see/read/view/inspect/look/observe/peek/snoop, \
        nothing .. reconstruct/rebuild/recover, nothing is handed, \
        only .. owner/user/sender/client .. can .. see/read/decrypt/open/unlock, only .. user .. hold/holds .. key, \
        only its owner, only the user/owner/sender/client, only you, out of reach, out of reach of, peek, peeks, \
        piece .. together, placeholders, profile the user, profile you, prying eyes, read more than, read what you, \
        reassembl*, rebuild the data, restore it, see only, sees .. only, sees nothing, sees only, \
        sees/see .. never/not, sees/see only, sees/see/saw nothing, \
        show/shows/reveal/reveals/disclose/discloses/expose/exposes/leak/leaks neither, snoop*, stolen or copied, \
        summaries, surrender*, take it along, tell nothing, tells nothing, to listen, \
        too little .. reconstruct/rebuild/recover, unseen, useless without, want to show, wants to show, \
        without .. seeing/looking/reading/viewing/knowing/learning, without access to .. data/input/raw",
    ),
    (
        Updates,
        "\
        encrypted gradient/update/weight, exchang* .. weight/gradient/parameter/update, \
        gradients/updates/weights/parameters .. instead of .. data, \
        gradients/updates/weights/parameters .. rather than .. data, local updates .. exchanged/sent/shared, \
        only .. gradient/update/weight/parameter/result/answer/insight/statistic/output/model/aggregate .. leave/leaves/travel/sent/send/shared/share/exchanged/come/transmitted/uploaded/move/moves/returned/released/transferred/do/go/goes/pass/passes, \
        only .. parameters come back, \
        share/exchange/send/upload/transmit/submit .. only .. gradient/update/weight/parameter/model, \
        share/shares/sharing/exchange*/send/sends .. model/local update/updates, \
        swap/swaps/exchange .. model update/updates/delta/deltas",
    ),
    (
        Unlink,
        "\
        anonymity, anonymous .. request/query/inference/prompt, anonymous routing, \
        cannot .. tie/trace/link .. to .. user/who/person/identity, cannot be linked, hides .. identity/ip/who, \
        hides who, hop through, knows both, mix network, mixnet, no longer be linked, no party knows, \
        not .. be linked, onion rout*, relay, relays, routed through .. unrelated/several/many/random, unlink*, \
        unrelated nodes, who asked, who put which",
    ),
    (
        Federated,
        "\
        average their, averaged among, averages what, bank trains, behind their own, clients .. training, \
        collaborat* .. on .. model, collaborative learning, collaborative training, cross device, cross silo, \
        decentralized learning on .. data, distilled knowledge, fedavg, federated, federated learning, \
        federated model, federated training, federation, fedprox, gather* .. gradients, gossip learning, \
        gossip training, jointly train, learn .. jointly, learn together, learns from you, local client, \
        local clients, merge/merges .. weights/models/updates, merged with, model .. sent to, model is averaged, \
        model round the, network averages, personal .. learn*, pool* .. their data, =shared global model, \
        =shared model, split learning, swarm learning, train .. jointly, train .. together .. without, \
        train*/learn* .. without .. sending/sharing/moving/collecting/pooling/giving/exposing .. data/record/records, \
        train/trains/improve/improves .. shared/joint/common .. model, \
        train/trains/training/build/builds .. one/common/shared/joint/global model",
    ),
    (
        Enclave,
        "\
        attested hardware/gpu/gpus/machines, confidential comput*, confidential container, confidential gpu, \
        confidential virtual machine, confidential vm, =cvm, =cvms, enclave, enclave protected, hardware .. isolat*, \
        hardware encrypted memory, hardware isolat*, \
        hardware level/backed/based/rooted .. isolation/privacy/security/protection, hardware protected memory, \
        in isolation, isolated .. memory, isolated from, isolated hardware, nitro, protected memory, \
        sealed .. gpu/box/hardware/environment, secure element, secure hardware, secure processor, =sev, sev snp, \
        =sgx, =tdx, =tee, =tees, trusted execution, trusted execution environment, trusted hardware, trustzone",
    ),
    (
        Homomorphic,
        "\
        ciphertext*, ckks, comput* .. on .. encrypted, compute .. encrypted, encrypted comput*, \
        encrypted computation, encrypted inference, encrypted training, equivariant encrypt*, =fhe, fhevm, \
        functional encryption, homomorphic*, never .. decrypted, on .. encrypted .. data, \
        on encrypted .. data/input/query/prompt/value, over .. encrypted .. data, \
        stay/stays/remain/remains .. encrypted, tfhe, while .. encrypted, without .. decrypting, \
        without .. decryption, without ever .. decrypt*",
    ),
    (
        Multiparty,
        "\
        blind comput*, garbled, =mpc, multi party, multiparty, oblivious, private set intersection, =psi, \
        =secret =shares, secret shar*, secretly shared, secure computation, shamir, =smpc, threshold crypt*, \
        threshold decrypt*, threshold encrypt*, threshold key, verifiable secret shar*",
    ),
    (
        ZeroKnowledge,
        "\
        groth16, halo2, plonk*, snark, stark/starks, zero knowledge, =zk, zk ml, zk proof, zk snark, zk stark, zk*, \
        zkml, =zkp, zkp, zkps, zkvm",
    ),
    (
        Masking,
        "\
        add noise, adds noise, aggregated enough, differential privacy, differentially private, =dp, epsilon, \
        k anonymity, masked gradient, masked update, noise, noise .. added, privacy budget, secagg, \
        secure aggregation, synthetic data",
    ),
    (
        ToData,
        "\
        algorithm comes to, \
        algorithm/algorithms/model/models/code/job/computation .. travel/travels/go/goes/come/comes/move/moves/sent/brought/bring/visit/visits .. to .. data, \
        algorithms visit, bring .. compute/model/algorithm/computation .. to .. data, compute comes to .. data, \
        compute to data, data stay where, goes to the data, model visits, models visit, \
        send/sends .. job/model/algorithm/code/computation .. to .. data/it, \
        train .. where .. data .. is/are/lie/lies/sit/sits/live/lives, visit .. data",
    ),
    (
        Shares,
        "\
        a fragment, all the weights, broken up among/into/between, cut into, \
        distributed over .. nodes/parties by mpc, divided among, each .. sees/see .. only, ever holds the whole, \
        fragment*, holds all the, in one place, into =shares, key share, key shares, more than a fragment, \
        no .. participant/party/node/one/peer .. ever holds/hold/possess/possesses/has/sees, \
        no node .. whole/full/complete/entire, no one node/party, \
        no single node/party/server/operator/machine/participant .. see/sees/hold/holds/has/have/ever/learn/learns/know/knows/can/reads, \
        none of .. sees/see/hold/holds, none of them ever, only .. sees/see .. part/fragment/piece/slice, \
        pieces .. keep/kept/held, random pieces, read the whole, \
        secret/key/data/input .. split/fragmented/divided/scattered/sharded, see the whole, several jurisdictions, \
        sharded across nodes, =shares of, slice of, slices of, \
        split .. among/across/between/into .. node/party/peer/server/operator/share/fragment/shard/piece, \
        split/splits/splitting .. data/secret/key/input/prompt/request, torn into, whole record",
    ),
];
