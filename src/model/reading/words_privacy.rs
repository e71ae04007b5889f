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
        anonymis*, anonymiz*, behind closed doors, blind, blinded, blindly, cipher, ciphertext*, cloak*, \
        closed doors, conceal*, confidential*, data protection, decrypt*, deleted after, discarded after, encipher*, \
        encrypt*, encrypted to/for .. chip/hardware/enclave/owner/key/device, end to end encrypt*, forgotten after, \
        garbled, gdpr, give/gives nothing .. away, gives away nothing, hardware encrypted, hardware protected, \
        hidden, hide, hides, hipaa, in plaintext, in secret, in the clear, isolating, jumbled, \
        keep/keeps .. in the dark, keep/keeps/keeping/kept ... to themselves/itself/himself/herself/yourself, \
        keep/keeps/kept .. confidential, keep/keeps/kept .. private, \
        keep/keeps/kept .. prompt/prompts/data/inputs/weights/records/questions/answers .. from, \
        keep/keeps/kept .. secret, keeps no log, kept ignorant, kept only in memory, kept secret, \
        leak/leaks/reveal/reveals/disclose/discloses/learn/learns/give/gives .. nothing, lock and key, \
        mask/masks/masked, masked vector, mean nothing by themselves/itself/alone, \
        means nothing by itself/himself/alone, neither .. nor .. shown, never .. in the open, never .. plain text, \
        never .. plaintext, never .. readable form, never in the clear, never logged, never stored, \
        never written to disk, no .. exposure, no copies are kept, no copy is kept, no data retention, no logs, \
        no plaintext, no trace of .. prompt/data/input/question, noised, not .. readable form, not logged, \
        not readable, not retained, not stored, not/never/nothing/without .. reveal*, not/never/without .. disclos*, \
        not/never/without .. leak*, not/never/without/avoid .. expos*, nothing .. leak*, nothing .. reveal*, \
        nothing is kept, nothing is logged, nothing is retained, nothing is stored, \
        nothing of the .. weight/prompt/data/conversation/input/model/record/query, obfuscat*, obfuscated, \
        of no use to, only its owner, only the user/owner/sender/client, only you, opaque, opaque blobs, \
        opened nowhere, opened only, out of sight, perturb*, plaintext, \
        preserve/protect/guard/keep/respect .. privacy, privacy, privacy preserv*, private, privately, \
        protect/protects/guard/guards/shield/shields .. prompt/prompts/data/input/inputs/weights/records/query/queries, \
        pseudonym*, purged, readable only/nowhere, redact*, safe from, scrambl*, sealed, sealed off, secrecy, \
        secret weights, secret/hidden weights, secret/secrets, sensitive data/information/record/input, shield, \
        shielded, stay/remain/remains/stays .. secret, stay/stays/remain/remains dark, \
        stay/stays/remain/remains ignorant of, the sealed, tight lipped, tokenised inside, under encryption, \
        under lock and key, under wraps, undisclosed, unlocked in, unopened, unreadable, unsealed only, useless to, \
        veil, veiled, wiped after, wiped when, withheld, without giving .. away, without giving away .. data, \
        without giving up .. data, without handing over, without parting with, worthless to, \
        yields nothing but noise, zero data retention, zero retention",
    ),
    (
        PrivateAi,
        "\
        private/confidential/encrypted/blind/sealed/veiled/hidden .. scoring/serving/search/chat/chats/query/queries/diagnosis/matching/inference/assistant/training, \
        private/confidential/encrypted/privacy preserv*/blind .. inference/training/ai/model/models/learning/computation/compute/agent/agents/llm/prompt/prompts",
    ),
    (
        Local,
        "\
        are not uploaded, at its source, at the source, behind .. firewall, behind .. walls, belong to the user, \
        belongs to the user, cross/crosses .. firewall, \
        cross/crosses/crossing/leave/leaves/leaving/left/passes .. doorstep/threshold/border/fence/gate/premises/building/building/campus/clinic/hospital/ward/factory/phone/device/house/garage, \
        data .. not .. move, data does not move, data locality, data never moves, data remain/remains, \
        data residency, data sovereign*, data stays, \
        data/record/prompt/photo/scan/message/conversation/history/keystroke/file/text/image/dataset .. no/not/never/nobody/neither/none/without/cannot/cant/nor/nothing ... leave/leaves/left/move/moves/travel/travels/shared/uploaded/collected/gathered/sent/copied/pooled/transferred/cross/crosses, \
        each keep/keeps their/its/his/her, each of them keeps, edge device, \
        every/each .. keep/keeps its/their .. images/scans/records/data/files/notes/readings/footage/samples/texts, \
        four walls, gathered nowhere, hold/holds/keep/keeps/own/owns .. keys/key, in house, in place, \
        in the browser of, in the browsers of, in their own hands, inside .. own walls, instead of copying, \
        instead of pooling, is not uploaded, keep control of .. data, keep their text, \
        keep/keeps .. records/data/history/documents .. in, \
        keep/keeps their/its/his/her/his own .. biopsies/scans/records/notes/essays/files/images/photos/recordings/footage/logs/readings/samples/letters/messages/histories/slides/data/documents, \
        keep/keeps/kept/retain .. their/its/own data, keeps its own copy, keys .. only you/they .. hold, \
        keys that only, leave/leaves .. never, leave/leaves the device, leaves the phone, \
        let/lets .. visit .. never .. data, local client, local data, local model, local training, locally, \
        models come to, never .. travel, never leave their, never leave/leaves, \
        never leave/leaves .. ward/clinic/hospital/phone/room/house/vehicle/bank/school, never left, \
        never let .. data, never moves, never/not .. share/shared/sharing .. data/record, never/not .. upload*, \
        no .. ever travels, no .. leaves, no .. scan/scans/record/records .. exchanged/shared/sent/travel, \
        no .. upload*, no data leaves, no pooling of, no raw data, \
        no/not/never/nobody/neither/none/without/cannot/cant/nor/nothing ... upload*/collect*/gather*/handed/hand/copied/surrender*/pool*/centraliz*/transmit* .. data/record/prompt/photo/scan/message/conversation/history/keystroke/file/text, \
        no/not/never/without .. record/records/image/images/scan/scans/photo/file/files/row/sample/samples/letter .. crossing/crosses/cross/leave/leaves/leaving/moving/travel/travels, \
        not .. travel, not handed over, not leave, not sent out, not what .. heard/saw/said/recorded/read, \
        not/never .. collect*, not/never/without .. raw data, not/never/without .. transfer* .. data, \
        nothing .. uploaded, nothing is sent, nothing leaves, on .. own data, on .. own premises, on device, \
        on his own server, \
        on its/their/his/her/your/our/each own premises/site/sites/server/servers/machine/machines/computer/computers/laptop/laptops/phone/phones/ward/wards/hardware/device/devices, \
        on premise, on site, on the user own, on their own device/machine/hardware/server/data, \
        on your own device/machine/hardware/phone/laptop, on your phone, ondevice, own devices, own key, own server, \
        own vault/store/pod/wallet/enclave, personal vault/vaults/pod/pods/store, query .. data, rather than copying, \
        rather than pooling, raw data .. not/never, raw data .. stay/stays/remain/remains, records stay, \
        remain/remains/stay/stays .. in the .. biobank/biobanks/archive/archives/silo/silos/registry/country/countries, \
        round the .., round the clinics, run locally, run their own, runs locally, runs their own, sends the model, \
        stay on the, \
        stay/remain/stays/remains .. in/within/inside/with/at/on .. owner/hospital/bank/phone/device/laptop/institution/organization/silo/country/border/enterprise/company/side, \
        stay/stays put, stay/stays/remain/remains .. device, stay/stays/remain/remains .. home, \
        stay/stays/remain/remains/kept in/with/at/inside/on their/its/his/her, \
        stay/stays/remain/remains/kept/keep/keeps .. in/inside/at/on/within/with .. garage/house/home/kitchen/nightstand/pocket/ward/basement/lab/labs/office/shop/factory/plant/plants/school/schools/car/cars/farm/farms/vault/building/cabinet/ship/clinic/clinics/hospital/hospitals/bank/banks/store/mine/field/place/watch/wrist/vehicle/tractor/household/village/country/owner/owners/each, \
        stay/stays/remain/remains/kept/keep/keeps .. local*, \
        stay/stays/remain/remains/kept/keep/keeps .. premises/site, \
        stay/stays/remain/remains/kept/keep/keeps .. with/at/on/in .. owner/owners/source/clinic/hospital/bank/user/users/phone/device/devices/institution/car/home/premises/origin, \
        stays on the, stays/stay/remain/remains where, train .. local*, train at home, \
        train/trains/learn/learns/fit/fits .. on their/its .. own, trains at home, \
        weights/gradients/updates/deltas .. and no .. scans/records/images/data/photos/files/notes/samples, \
        weights/gradients/updates/deltas .. not .. scans/records/images/data/photos/files/notes/samples, \
        where .. was/were .. written/collected/created, where it was taken, where they are, where they were taken, \
        within .. own walls, within .. walls, \
        without .. gathering/collecting/exporting/surrendering/merging/centralising/centralizing .. data/records/images/scans/essays/notes/files/photos/recordings/readings/samples, \
        without .. leaving, without .. pooling .. data, without .. sharing, without .. upload*, \
        without centraliz* .. data, without collecting, without copying, \
        without giving/handing/passing .. data/record/records/dataset, without leaving, without pooling, \
        without sending .. data, without sharing .. data/record/raw, without/never/not/no .. moving",
    ),
    (
        NoSee,
        "\
        a crumb, and no conversation, anyone look, being exposed, blind to, blindfold*, can fetch, can listen, \
        can tell whose, cannot be reconstructed, cannot fetch, cannot map, cannot tell who/what, \
        cannot/can't/cant/unable .. see/read/view/inspect/look/access/observe/learn/decrypt/peek/know/recover/reconstruct/infer, \
        =closed even to, =closed to, \
        collude/conspire/cooperate .. to read/decrypt/see/reconstruct/recover/learn/open/unmask, compute .. blind, \
        data/record/prompt/input/weight/memory/conversation/message/gradient/query/photo/scan/secret ... no/not/never/nobody/neither/none/without/cannot/cant/nor/nothing .. see/sees/read/reads/seen/viewed/inspected/learned/recovered/reconstructed/extracted/opened/accessed/visible, \
        eavesdrop*, ever being exposed, ever holds the raw, eyes of the, find nothing, finds ciphertext, \
        finds nothing, for your eyes, from prying eyes, get to see, get/gets/got nothing .. but/out/from, \
        gets to see noise, gibberish, has/have/gets/get no .. access, \
        hold/holds/have/has/own/owns .. machine/hardware/box/rack/server/disk/card .. not/no/without .. key/keys, \
        holds the whole, ignorant of, illegible, incomprehensible, invisible, is none the wiser, \
        keep .. to themselves, keep/keeps .. from .. operator/host/provider/server/cloud/platform, \
        keep/keeps/stop/stops/prevent/prevents .. from reading/seeing/looking/learning/listening/copying/watching/inspecting/peeking, \
        keeps .. to itself, kept from, key alone, know nothing, known to .. only/alone, known to no, knows nothing, \
        knows/know neither, lay/lays hands on, learn no, learn/learns nothing about, \
        learn/learns/know/knows nothing of, learns no hospital, learns only, learns/learn neither, \
        learns/learn no .. prompt/data/input/record/weights/contribution/value/question/request, less .. can tell, listen in, \
        listens in, locked out, look in, look over .. shoulder, membership .. inferred/learned, never .. reads, \
        never see, never sees, no access to .. data/input/prompt/plaintext/record, no coalition, no insight into, \
        no one/nobody else, no one/nobody/none .. can/could .. see/read/look/learn, \
        no participant/device/machine/node/peer/worker ever has/holds/sees, \
        no participant/device/machine/node/peer/worker holds/has/hold, no sample is disclosed, \
        no third party .. ever/sees/learns/shown/gets/reads/looks, no visibility, no way to reconstruct, \
        no/never coalition, no/nobody/none/never/nor .. leak*, no/none ... put .. together, \
        no/not/never/nobody/neither/none/without/cannot/cant/nor/nothing ... see/sees/read/reads/view/inspect/look/looks/learn/learns/peek/eavesdrop/decrypt/unlock/recover/reconstruct/extract/rebuild/fetch/profile/identify/observe .. data/record/prompt/input/weight/model/memory/conversation/message/gradient/query/question/request/image/photo/scan/history/it/them/anything/content/plaintext, \
        no/not/without/neither/never ... sensitive/confidential .. data/information/details, nobody's business, \
        none .. show, none can read, \
        none/no/nobody/never .. show/shows/showing .. its/their .. customer/customers/data/records/books, \
        nor can/could .. see/read, not .. holds/hold the raw, not copy, \
        not even .. operator/host/provider/team/developer/miner/node/validator/owner/platform/admin*/cloud/we/us, \
        not the key, not/never/nobody/neither/no/none/without ... see/read/view/inspect/look/observe/peek/snoop, \
        nothing .. reconstruct/rebuild/recover, nothing is handed, \
        only .. owner/user/sender/client .. can .. see/read/decrypt/open/unlock, only .. user .. hold/holds .. key, \
        out of reach of .. operator/operators/host/hosts/provider/staff/owner/owners, owner's key alone, peek, peeks, \
        peeping, piece .. together, placeholders, profile the user, profile you, prying eyes, put .. back together, \
        read by its owner, read more than, read what you, read/reads neither, reassembl*, rebuild the data, \
        receives/gets/learns/sees/receive/get/learn/see nothing but, remain/remains blind, restore it, see only, \
        sees .. only, sees nothing, sees only, sees/see .. never/not, sees/see .. noise/ciphertext, sees/see neither, \
        sees/see no .. prompt/prompts/data/input/inputs/record/records/weights/image/images/question/questions/answer/answers, \
        sees/see only, sees/see/get/gets/find/finds .. noise, sees/see/saw nothing, show nothing of, \
        show/shows/reveal/reveals/disclose/discloses/expose/exposes/leak/leaks neither, shows nothing of, snoop*, \
        take it along, tell nothing, tells nothing, to listen, \
        to/by/for the .. operator/host/staff/owner .. closed/opaque/unreadable/dark, \
        too little .. reconstruct/rebuild/recover, unseen, want to show, wants to show, who stay ignorant, \
        whose voice/face/record/data/prompt .. is, without .. seeing/looking/reading/viewing/knowing/learning, \
        without a key, without access to .. data/input/raw, without ever knowing what, without the key, \
        without/never/nobody/no/nor/none ... getting/get/gets hold of",
    ),
    (
        Updates,
        "\
        coefficients alone, \
        coefficients/lessons/deltas/updates/gradients/weights/parameters/adapters/increments alone, \
        encrypted gradient/update/weight, exchang* .. weight/gradient/parameter/update, \
        exchange/exchanges/swap/swaps/trade/trades/share/shares .. coefficients/lessons/deltas/adapters/gradients/weights, \
        fitted coefficients, gossip/gossips .. increment/increments/update/updates/weights/gradients, \
        gradients/updates/weights/parameters .. instead of .. data, \
        gradients/updates/weights/parameters .. rather than .. data, half trained, \
        lessons .. learned/travel/traded/shared/exchanged/swapped/pass/passed, local updates .. exchanged/sent/shared, \
        nothing but .. parameters/weights/gradients/update/updates/coefficients/answer/result/trained, \
        only .. coefficients/lessons/deltas/adapters/increments, \
        only .. gradient/update/weight/parameter/result/answer/insight/statistic/output/model/aggregate .. leave/leaves/travel/sent/send/shared/share/exchanged/come/transmitted/uploaded/move/moves/returned/released/transferred/do/go/goes/pass/passes, \
        only .. parameters come back, only model/weight/gradient update/updates, pass/passes along nothing but, \
        pass/passes along only, \
        pass/passes/passing/passed .. update/updates/weights/gradients/coefficients/deltas/parameters .. around/on/to/along/between/among, \
        passing updates/weights/gradients/deltas, \
        share/exchange/send/upload/transmit/submit .. only .. gradient/update/weight/parameter/model, \
        share/shares/sharing/exchange*/send/sends .. model/local update/updates, \
        swap/swaps/exchange .. model update/updates/delta/deltas, \
        swap/swaps/share/shares/send/sends/exchange/exchanges/pass/passes nothing but, \
        take/takes home .. statistics/coefficients/parameters, tell/tells .. what .. learned/learnt, \
        update/updates/weights/gradients/deltas .. circulate/circulates/travel/travels/hop/hops, \
        weight/model/parameter/gradient delta/deltas, what .. learned .. not/never/rather, \
        what is passed/handed/sent/shared/exchanged/swapped/circulated, what is shared/exchanged/sent .. is/are, \
        what leaves .. is/are, what travels/circulates/moves",
    ),
    (
        Unlink,
        "\
        anonymity, anonymous .. request/query/inference/prompt, anonymous routing, \
        cannot .. tie/trace/link .. to .. user/who/person/identity, cannot be linked, \
        cannot/can't say/tell/know who/whose .. wrote/asked/sent/is/it, hides .. identity/ip/who, hides who, \
        hop through, know/knows nothing of one another/each other, knows both, mix network, mixnet, \
        no longer be linked, no party knows, no/nor/not/never .. be .. traced/linked/tied/attributed .. to/back, \
        nobody can .. trace/link .. to, not .. be linked, not .. trace/traced .. back to, onion rout*, relay, relays, \
        routed through .. unrelated/several/many/random, unlink*, unrelated nodes, which of them asked, \
        which user asked, who asked, who asked what, who is asking, who put which, who sent it, who typed, \
        who wrote it",
    ),
    (
        Federated,
        "\
        agree on a common/joint/shared, \
        average/averages/averaged/averaging .. weights/updates/models/gradients/deltas, averaged among, \
        averages what, =averaging, averaging rotates, bank trains, behind their own, \
        client/clients update/updates .. private/stay/stays/hidden/secret, clients .. training, \
        collaborat* .. on .. model, collaborative learning, collaborative training, cross device, cross silo, \
        decentralized learning on .. data, distilled knowledge, fedavg, federated, federated learning, \
        federated model, federated training, federation, fedprox, fit/fits one .. model, gather* .. gradients, \
        global model, gossip learning, gossip training, half trained network, \
        hospitals/clinics/centres/banks/schools/universities/insurers/farms/phones/cars/devices/newsrooms/pharmacies .. train/trains/learn/build/fit/improve .. a/one/the/their/joint/common/shared .. model/tutor/detector/classifier/network/predictor, \
        jointly train, learn .. jointly, learn by themselves, learn together, learns by itself, learns from you, \
        local client, local clients, masked updates, merge/merges .. weights/models/updates, merges what, \
        model .. sent to, model is averaged, model round the, \
        model/tutor/detector/classifier .. that .. centres/hospitals/clinics/banks/schools/labs/phones/cars/farms/insurers .. trained/train/built/build, \
        network averages, pool* .. their data, \
        privacy of .. client/clients/participant/participants/peers update/updates, \
        share/common/joint .. detector/classifier/predictor, =shared global model, =shared model, split learning, \
        sum/sums/summed .. under encryption, summed up a tree, swarm learning, train .. jointly, \
        train .. together .. without, \
        train*/learn* .. without .. sending/sharing/moving/collecting/pooling/giving/exposing .. data/record/records, \
        train/trains/improve/improves .. shared/joint/common .. model, \
        train/trains/learn/learns among .. equals/themselves/each other/one another, \
        train/trains/trained/learn/learns/fit/fits .. without .. pooling/sharing/gathering/exchanging/moving, \
        train/trains/training/build/builds .. one/common/shared/joint/global model, \
        updates/weights/models/gradients .. merged with/into",
    ),
    (
        Enclave,
        "\
        attested hardware/gpu/gpus/machines, confidential comput*, confidential container, confidential gpu, \
        confidential virtual machine, confidential vm, =cvm, =cvms, enclave, enclave protected, encrypted memory, \
        encrypts .. memory, hardware .. isolat*, hardware encrypted memory, hardware isolat*, \
        hardware level/backed/based/rooted .. isolation/privacy/security/protection, hardware protected memory, \
        hardware vault/vaults, in isolation, in the memory of, inside .. chip/chips/processor/silicon, \
        isolated .. memory, isolated from, isolated hardware, memory .. is/stays/remains .. encrypted, \
        memory encryption, nitro, once the quote, protected memory, \
        protected/isolated/shielded/encrypted .. vm/vms/virtual, quote matches/match/checks/verified, \
        sealed .. gpu/box/hardware/environment, \
        sealed chip/chips/processor/processors/node/nodes/gpu/gpus/machine/machines/room/rooms/server/servers/compartment/memory/container/hardware, \
        sealed ones, secure element, secure hardware, secure processor, secure world, =sev, sev snp, =sgx, \
        silicon vault/vaults, =tdx, =tee, =tees, trust domain, trusted environment, trusted execution, \
        trusted execution environment, trusted hardware, trustzone",
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
        blind comput*, comput*/run/runs on .. =shares, garbled, =mpc, multi party, multiparty, oblivious, \
        private set intersection, =psi, =secret =shares, secret shar*, secretly shared, secure computation, shamir, \
        =smpc, threshold crypt*, threshold decrypt*, threshold encrypt*, threshold key, verifiable secret shar*",
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
        send/sends/sent .. code/script/query/queries/job/model to .. hospital/hospitals/clinic/clinics/owner/owners/cohort/bank/banks/source, \
        train .. where .. data .. is/are/lie/lies/sit/sits/live/lives, visit .. data",
    ),
    (
        Shares,
        "\
        all of the weights, all the weights, broken up among/into/between, cut into, cut up among, \
        cut/torn/split/chopped/broken/divided .. up .. handed/given/sent/spread/scattered, \
        cut/torn/split/chopped/broken/divided/carved/sliced .. into .. share/shares/piece/pieces/fragment/fragments/part/parts/slices/shards, \
        distributed over .. nodes/parties by mpc, divided among, each .. sees/see .. only, \
        each of whom/which .. holds/sees/has/knows/gets, enough shares, ever holds .. whole, ever holds the whole, \
        fragment/fragments .. node/nodes/party/parties, \
        fragment/fragments of .. data/prompt/record/key/secret/input/request/query/file, full copy, holds .. whole, \
        into =shares, is/are chopped/torn/cut/split up, key fragment/fragments, key share, key shares, \
        lie with nodes/parties/operators, lies with nodes/parties, more than a fragment, \
        no .. participant/party/node/one/peer .. ever holds/hold/possess/possesses/has/sees, \
        no machine/device/worker ever, no node .. whole/full/complete/entire, no one node/party, \
        no operator/node/party/one .. possesses/possess/holds/hold/has .. it/whole/all/more, \
        no participant/device/machine/node/peer/worker holds/has/hold, \
        no single node/party/server/operator/machine/participant .. see/sees/hold/holds/has/have/ever/learn/learns/know/knows/can/reads, \
        none of .. sees/see/hold/holds, none of them ever, one share, only .. sees/see .. part/fragment/piece/slice, \
        only if .. five/three/four/two/six/seven/enough/most .. agree/cooperate/combine, opens only if, \
        piece/part of .. prompt/record/query/input/question, pieces .. keep/kept/held, pool .. shares, \
        pooling shares, random pieces, read the whole, \
        record/prompt/file/image/query/question .. is/are split/cut/divided/torn, scattered over/across/among, \
        secret share/shares, secret/key/data/input .. split/fragmented/divided/scattered/sharded, see the whole, \
        several jurisdictions, sharded across nodes, shares .. go/goes/lie/lies/sit/sits/held/kept .. to/with/by/at, \
        shares .. together, =shares of, \
        slice/slices of .. data/prompt/record/key/secret/input/request/query/file/image, \
        split .. among/across/between/into .. node/party/peer/server/operator/share/fragment/shard/piece, \
        split/splits/splitting .. data/secret/key/input/prompt/request, torn into, whole copy, whole record",
    ),
];
