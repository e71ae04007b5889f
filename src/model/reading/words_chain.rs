//! Words of security and of decentralization.

use super::concept::Concept::{
    self, Attack, Censor, Cheat, Contract, Decentral, DecentralAi, Distrust, Host, Immutable, Independent, Mining,
    NoCentre, OnChain, Open, Parties, Peers, Slash, Stake, Volunteers,
};

/// Phrases by notion; the notation is that of [`super::pattern`].
pub(super) const WORDS: &[(Concept, &str)] = &[
    (
        Stake,
        "\
        =avs, backed by .. stake/collateral, bond, bonded, bonds, collateral*, crypto economic*, cryptoeconomic*, \
        deposit at risk, deposit/deposits .. at stake/risk, deposit/deposits .. collateral, economic guarantee, \
        economic incentive, economic security, economically secure*, eigenlayer, game theor*, \
        guarantee .. with .. bond/deposit/stake, incentive compatib*, its own money, lock up .. token/tokens, \
        lock/locks .. deposit/bond/collateral, locked tokens, own money, \
        post/posts/posted .. bond/bonds/collateral/deposit, put/puts up .. bond/deposit/collateral/money, restak*, \
        secured by .. stake/eth/bitcoin/token/tokens, security deposit, shared security, skin in the game, stake, \
        staked, staker, stakes, stakes make, staking, with a bond",
    ),
    (
        Slash,
        "\
        are fined, at its own expense, at risk, author penal*, blacklist*, bond .. burned/lost/taken/forfeit*, \
        bond .. burns/burn, bond is gone, bond/deposit/stake/collateral ... burned/burnt/forfeited/confiscated, \
        burned stake, burns if, collateral .. burned/lost/taken/gone, collateral is gone, \
        collateral/bond/deposit/stake/money .. is gone, confiscat*, confiscation, cost .. more than .. gain*, \
        costs .. its .. stake/bond/deposit/seat, costs .. stake, costs it its, culprit, cut from it, \
        deposit .. burned/lost/taken/forfeit*/gone, deposit/deposits .. burns/gone/lost/burned, \
        deposit/deposits/bonds/money .. at stake, docked, evict*, =fined, forfeit*, gets nothing, \
        honest* .. pays/rewarded/best/dominant/profitable/rational, is cut from, is fined, kicked out, late one, \
        lone liar, lose it when, lose them when, \
        lose/loses/lost/losing .. stake/deposit/bond/collateral/token/tokens/reward/rewards, loser pays, \
        loses/lose/lost/losing .. his/hers/theirs/it/bond/deposit/seat/rank/standing/place/money/collateral/reputation, \
        makes cheating .. expensive/unprofitable/irrational, makes stalling, nash equilibrium, no reward for, \
        odd one out loses, outvoted, pay back, pay/pays .. for .. delay/it/damage/mistake/error/lie/downtime, \
        pay/pays .. out of .. it/deposit/bond/stake/collateral, pays out of its deposit, pays the price, penalis*, \
        penaliz*, penalt*, punish*, put up a, puts up, reputation .. drop/drops/falls/lose/loses/lost, \
        slash/slashes/slashed/slashing, stake .. burned/lost/taken/gone/at risk, stake is gone, \
        stake/staked ... lose them, stalling expensive, throw out, thrown off, thrown out, throws out, unprofitable, \
        was wrong pays, whoever .. wrong .. pays/loses, wrong pays",
    ),
    (
        Immutable,
        "\
        able to remove, admits/allows .. no .. change/erasure/edit, append only, backdated, \
        beyond .. power to edit/change/alter/rewrite, can't be rewritten/changed/altered/deleted, \
        cannot .. edit/change/alter/rewrite/backdate, cannot .. rewrite/alter/erase/delete .. record/history/log, \
        cannot be .. removed/backdated, cannot be .. undone/unwritten, cannot be forged, \
        cannot be rewritten/changed/altered/deleted/edited/erased/modified/backdated, carved in stone, \
        could have backdated, immutab*, incorruptib*, indelib*, irrevers*, later editing, ledger keeps, \
        never .. erased/edited/rewritten/altered/overwritten, never be altered/changed/rewritten, no eraser, \
        no erasure, no one/nobody could have .. backdated/altered/changed/edited, \
        nobody .. able to .. edit/change/rewrite/alter, nobody can .. rewrite/alter/edit/change/delete, \
        nobody is able to, nobody/none/no one can .. edit/change/alter/rewrite/erase/backdate/delete, non repudia*, \
        nonrepudia*, not even .. can .. edit/rewrite/alter/erase, out of reach of .. editing/editors/change, \
        permanent .. log/record/entry/trail, permanent record, permanently, permanently recorded, \
        pinned .. on chain/ledger, pinned by, remove or backdate, set in stone, tamper evident, tamper proof, \
        tamper resist*, tamper*, tamperproof, unalterable, unchangeable, undeniabl*, unforgeab*, write once",
    ),
    (
        Attack,
        "\
        active defence/defense, adversar*, anomaly detection, are attacked, assault*, attack, attack resist*, \
        attacker, attacks, backdoor, bank vault, bft, breach*, break in, break into, \
        break/breaks/broken/breaking into, breaks into, brib*, bribe*, burglar*, byzantine, carries on, \
        carry on .. when/if/after, compromis* .. node/nodes/host/server/device/key/operator/machine/party/parties, \
        compromised, compromised aggregator, coordinate median, corrupt .. majority, corrupt most, \
        corrupt/corrupted .. node/nodes/update/updates/model/party/host/hosts, ddos, defend*, \
        defend/defends/defended/defense/defence/defenses/defences .. against/from/poison*/attack*, denial of service, \
        downtime, dump/dumps .. ram/memory, eavesdropper*, eclipse, exploit, exploited, exploits, \
        failure of .. node/nodes/operator/third/host/hosts, fault toleran*, foil*, hack, hacked, hacker, hacker*, \
        hackproof, hacks, hijack*, hold out, hold up against, holds out, hostile, infer* attack, inference attack, \
        infiltrat*, intruder, intrus*, inversion, is attacked, knock/knocks/knocked .. offline/out, krum, \
        majority of .. colluding, malicio*, malicious*, median aggregat*, membership inference, model inversion, \
        nothing to fear, or the median, outage, point of failure, poison*, post quantum, \
        protect* .. against/from .. attack*/attacker/attackers/theft/manipulation/tampering/fraud/malicious/hack*/leak/leaks, \
        quantum proof, quantum resist*, quantum safe, raid*, ransom*, reconstruction attack, resilien*, resist*, \
        robust .. against/to/aggregation, robust against, robust aggregation, robust to, sabotage, saboteur*, \
        secure* .. against, secured by, security guarantee, shrug/shrugs off, single point of failure, \
        single points of failure, steal, stolen, \
        survive/survives/surviving .. attack*/loss/failure/failures/fault/faults/sabotage/outage/nodes/node/a/of/even/if/when/any/third/half, \
        sybil*, take/takes/taken .. offline, take/takes/taking .. majority, takes over .. when, theft, thief, thieves, \
        trimmed mean, twin carries on, vulnerab*, wiretap*, withstand*",
    ),
    (
        Cheat,
        "\
        bad actor, bad faith, behind .. back, cannot lie, caught pooling, cheat*, collu*, conspir*, \
        copy/copies/copied/copying .. answer/answers/output/outputs/others, copycat, \
        copying .. answer/weight/weights, corner cutting, corrupt*, counterfeit*, crook/crooks, cut/cuts corners, \
        deviat*, dishonest node, dishonest*, fake, faked, fakes, faking, faulty, faulty node, fiddle/fiddles .. with, \
        forge, forged, forgery, forging, found out, fraud, fraudulent*, free rid*, freeload*, freerid*, \
        =game/=gaming .. reward/system/score, =gamed, garbage, gets found out, guess/guesses lazily, guesser*, \
        honest*, if wrong, impostor*, \
        it/answer/result/output/they/one is/was/are/were/proves/turns .. wrong/false/incorrect/faulty/bogus, \
        lazy .. node/nodes/worker/workers/operator/operators/host/hosts/verifier/verifiers, lazy guess*, \
        leak/leaks .. prompt/prompts/data and, liar, lie, lies, lying, manipulat*, misbehav*, misconduct, plagiar*, \
        pooling shares, pretend/pretends, rigged, rogue, scam, secretly, shirk*, slacking, something weaker, spoof*, \
        swindl*, trick/tricks .. the, turns out .. false/wrong/incorrect, unfaithful, \
        untrusted .. provider/providers/operator/operators/host/hosts/hardware/compute/cloud, when wrong, \
        wrong/false/bad/incorrect/bogus/invalid .. answer/result/output/one/response/inference/submission",
    ),
    (
        Host,
        "\
        administrators cannot, against .. host/operator/provider, any node seeing, cannot be extracted, \
        cannot be stolen, cannot be taken, closed even to, cloud .. cannot, curious, data centre's staff, \
        even .. operator/host/provider/miner/owner/admin*/cloud/node .. cannot/can't/cant/not/unable, even root, \
        from .. machine owner/operator/host, from the cloud, from the host, from the operator, from those who, \
        hardware backed, hardware enforced, hardware root, hardware rooted, \
        hidden/protected/shielded/isolated/safe from .. operator/host/provider/node/nodes/miner/owner/cloud/server/validators, \
        hides/hide/hidden/kept .. from its/their owner/owners, honest but curious, host os, \
        host/hosts/operator/operators/provider/cloud .. see/sees/read/reads/learn/learns nothing, hypervisor, \
        intruder on the host, keep/keeps/kept/shut/shuts/lock/locks .. operator/host/provider/owner/cloud/node .. out, \
        keep/keeps/stop/stops/prevent/prevents .. host/hosts/operator/operators/owner/owners/staff/provider/landlord .. from .. reading/seeing/looking/learning/copying, \
        keys cannot, landlord, locked out, machine .. not the key, no third party can, node operator .. locked out, \
        not even .. operator/host/provider/miner/node/owner/admin*/cloud/developer/developers/team/we, of its creator, \
        operator/host/provider/miner/owner/admin*/cloud/node/nodes/server/operators/hosts/providers/miners/validators/validator/servers .. cannot/can't/cant/never/unable, \
        operator/operators/host/hosts/owner/owners/staff/provider/administrator .. nothing of, out of reach of its, \
        owner of the .. machine/rack/hardware/box, physical access, physical theft, rack owner/owners, rents out the, \
        root access, root on, root on the server, tamper proof hardware, the host, the machine .. owner, the staff, \
        to the operator, \
        untrusted host/server/cloud/operator/hardware/node/provider/nodes/machine/machines/operators/hosts/providers/environment, \
        walks off with, whoever .. rents/runs/operates/hosts/owns, whoever owns .. machine/rack/hardware, \
        whoever rents out, whoever runs, with root, \
        without .. operator/host/provider/node/nodes/miner/cloud/server/validator/validators .. seeing/reading/access/learning/knowing, \
        without any node, without trusting .. provider/operator/host/node/cloud/server",
    ),
    (
        Contract,
        "\
        before .. pay*/settle*/money/release*/reward/rewarded, \
        blockchain/ledger/chain .. record/records/log/logs/track/tracks/store/stores/ensure/ensures/guarantee/guarantees/keep/keeps, \
        consensus .. verif*/validat*/confirm*/check/checks, consensus validation, \
        contract .. executes/execute/settles/settle/decides/decide/judges/compares/pays, \
        contract .. punish/punishes/slash/slashes/refuse/refuses, \
        contract .. verif*/check/checks/enforce/enforces/validate/validates/release/releases/reject/rejects/accept/accepts/measure/measures/make/makes/consume/consumes, \
        enforced by code, escrow*, main chain, on chain .. verif*, on chain attestation, on chain proof, \
        on chain verif*, onchain verif*, payment/payout/reward/rewards .. only/released .. after/when/if, \
        recorded/written/logged/stored/anchored/published/posted/registered/kept .. on chain/onchain/chain/ledger/blockchain, \
        referee contract, refuses whatever, \
        smart contract .. verif*/check/checks/enforce/enforces/validate/validates/release/releases/only/reject/rejects/accept/accepts/measure/measures/make/makes/aggregat*, \
        validated by consensus, validators .. verif*/confirm*/check/checks/validate, \
        verif*/check/checked/attest*/prove/proven/proved/validated/proof/proofs/enforced .. on chain/onchain/contract/contracts/ledger/blockchain",
    ),
    (
        OnChain,
        "\
        blockchain, blockchain based, blockchain enabled, contract, ethereum, in the .. ledger, ledger, \
        on a .. blockchain/ledger/chain, on chain, on the .. blockchain/ledger/chain, on the chain, onchain, \
        smart contract, to the .. blockchain/ledger/chain",
    ),
    // AI work that earns blocks.
    (
        Mining,
        "\
        ai task .. block, also train/trains, are themselves the puzzle, as .. proof of work, as proof of work, \
        better weights, block .. ai task, block is won, block producer/producers .. train*/advancing/running, \
        block reward .. train*/inference/model, block/blocks .. right to, \
        block/blocks .. valid if/when ... loss/model/accuracy, \
        block/blocks .. whoever .. training/trains/improves/completes, \
        block/blocks ... train*/fit/fits/fitting/loss .. instead, \
        blocks .. made/mined/produced/won/earned .. by .. train*/inference/learning/model/ai, \
        blocks .. validated by .. performance/model, blocks .. won by, blocks ... slice of .. training, \
        blocks are sealed .. train*/training, blocks are won, burn for hashes, by .. lowering .. loss, \
        chosen by .. quality .. model, consensus .. by/through/work .. train*/inference/learning, \
        consensus puts gpus, consensus work, count as work, cycles .. hash*, difficulty .. train*/model/loss/adapts, \
        difficulty adapts, double as .. mining/consensus/proof, doubles as .. mining/consensus/proof, \
        draws its safety, elected by .. model, energy .. wasted/burned/burns/burn .. mining/proof/hash*, \
        energy of mining, \
        energy/joule/joules/watt/watts/electricity/power .. guards/secures/protects .. train*/also/chain/ledger, \
        epochs .. hash*, \
        find/finds/finding/propose/proposes/proposing/win/wins/winning/seal/seals/mint/mints/forge/forges/earn/earns/produce/produces .. block/blocks .. by/with/for/through .. lower*/train*/fitt*/improv*/model/models/inference/loss/gradient/evaluat*/learning, \
        fit/fits models .. where, for .. proof of work, for hashes, gets to write .. block, given a purpose, \
        gradient work, grind/grinds .. hash*, \
        guard/guards/secure/secures/protect/protects/defend/defends .. ledger/chain/network .. also .. train/trains/serves/runs, \
        hash computation, hash power .. into, hash power .. train*, \
        hash power/rate .. evaluat*/train*/neural/model/models/inference, hash puzzle, hash puzzles, hash* .. epochs, \
        hash* ... go/goes/went into .. train*/epochs/model/inference, hashes .. pays for, hashes .. replaced, \
        how blocks are made, improves the model most, inference/training/products/multiplication .. puzzle, \
        instead of .. hash*, instead of burning .. energy/power/electricity, instead of burning power, is the mining, \
        is the puzzle, keeps the chain safe, leader .. elect* .. train*/model/learning, \
        leader/proposer/producer .. is/chosen/elected/picked .. by/whose .. model/loss/accuracy/gradient/training, \
        lottery .. train*/inference/model, lower/lowers/lowering .. loss .. block/blocks, \
        matrix multiplication .. proof/work/mining/puzzle/consensus/block, \
        mine/mines/mining/mined .. by/with/through .. train*/inference/learning/model/neural/gradient/matrix, \
        mine/mining .. while .. train*, miner/miners .. lower/lowers/lowered/improve/improves/improved .. loss/model, \
        miners .. train/trains/training .. instead/place/rather, mining .. means/is .. train*/inference/learning, \
        mining machines ... train*, mining machines/rigs/farms .. train*, mining power ... train*, \
        mining rigs .. train*, minting .. block, next block, next round of consensus, no useful step, nonces, \
        not for hashes, picked by .. quality .. model, place of .. hash*, place of hash*, \
        probability/chance/chances/odds/right/turn of/to .. propos*/block/blocks/next, proof of ai, \
        proof of compute .. consensus/block, proof of deep learning, proof of inference .. consensus/block/mining, \
        proof of intelligence, proof of learning .. consensus/block/mining/miner*, proof of machine learning, \
        proof of neural, proof of training .. consensus/block, proof of useful, proof of useful work, \
        proof of work is replaced, proof of work with, puzzle/puzzles ... train*/learning/model/matrix/inference, \
        redirected to .. train*, replac* .. hash*, replaced by .. gradient/training/inference, \
        reward/rewards .. while .. train*, right to .. block, rigs switch, round of consensus .. train*/model, \
        sealed by whoever .. train*/training/slice, search/searches/searching .. better weights/model, \
        searching for nonces, security budget, security budget .. inference/model/training/tokens, \
        security from that work, security of the chain .. train*/inference, that work secures, themselves the puzzle, \
        ticket to .. consensus/block, tokens generated count, \
        train*/inference/ai/learning .. part of/is/as .. consensus, \
        train*/inference/ai/learning/model ... =secure/=secures/=securing .. chain/network/blockchain/ledger, \
        train*/inference/learning/model/models/neural .. mine/mines/mining/mined .. block/blocks/coin/coins/instead, \
        training/inference/intelligence/learning/gradient .. is .. mining, useful .. training, useful proof of work, \
        useful step/steps/computation/computing, useful work, useless hash*, useless puzzle, validators .. =trained, \
        wasted .. hash*/energy/mining, what miners compute, where .. burn/burns .. hash/hashes, \
        where .. proof of work, where .. would/others .. hash/hashes, where others .. hash*, while they train, \
        who/whoever trains best, whose .. model/gradient/update/training .. propos*/block/blocks, win blocks, \
        win/wins/earn/earns/get/gets .. block/slot, wins a block, wins the block, \
        work .. secures .. blockchain/chain/network, work secures, write/writes the .. block",
    ),
    (
        Decentral,
        "\
        autonomous network, decentral*, democratis*, democratiz*, depin, headless, leaderless, open network, \
        ownerless, sovereign*, web3 native, without a centre",
    ),
    (
        DecentralAi,
        "\
        ai/training/inference/learning/intelligence/model/models .. decentral*, \
        decentral* .. ai/train*/inference/learning/intelligence/model/models/compute/computing/gpu/gpus/supercomputer/reinforcement/pretrain*, \
        leaderless .. training/learning/inference/network/ai, \
        train/trained/trains/serve/served/run/host/hosted .. decentral*, training/learning/inference .. leaderless",
    ),
    (
        NoCentre,
        "\
        a platform in between, admitted by nobody, among equals, \
        any single .. party/company/entity/node/operator/actor, as a collective, avoid* .. central*, \
        away from .. central*, belongs to the user, belongs/belong to nobody/everybody/everyone, beyond .. control, \
        beyond the reach, break/breaks .. hold/grip of, by nobody, central arbiter, central body, central judge, \
        cloud taking its cut, cluster of anyone, co own*, collective .. own/owns, collective ownership, collectively, \
        collectively owned, community govern*, community owned, community run, controlled by nobody, cooperative, \
        coordinated by .. contract/contracts/chain/blockchain/protocol, coordinator free, data broker, \
        eliminat*/remov*/avoid*/no/without .. single point/points, free from the grip, \
        free from/of .. gatekeep*/central*/monopol*, free of .. central*/corporate, from .. owners directly, \
        govern together, grip of, has custody, has no master, held by no one, held by nobody, in charge, \
        in the middle, independent of .. cloud/aws/provider/hyperscaler/company, \
        instead of .. company/companies/boardroom/corporation, instead of by the vendor, instead of one, \
        knows no .. curator/hub/centre/owner/boss/master/server, knows no master, lock in, locks you in, \
        managed by nobody, master node, members vote, monopol*, \
        need/needs no .. server/servers/hub/coordinator/centre/company/cloud, no .. authority, no .. custody, \
        no .. in charge, no .. in the middle, no .. last word, no .. running the show, no .. server to, \
        no .. single point, no .. stands between, no account needed, no admin key, no aggregation server, \
        no aggregator, no amazon/aws/google/microsoft/hyperscaler, no authority, no aws, no boardroom/boardrooms, \
        no boss, no broker, no broker/moderator, no central scheduler, no central*, no chair, no chief, no cloud, \
        no cloud provider, no company, no company owns, no company runs, no company stands, \
        no company/corporation/firm/boss/owner/lab/vendor/landlord/headquarters, no coordinator, no corporation, \
        no curator, no custodian, no custody, no data centre/center, no dispatcher, no editor, no firm, no firm owns, \
        no firm running, no form, no gatekeep*, no head office, no headquarters, no hub, no identity check, \
        no intermediar*, no judge, no kyc, no lab, \
        no lab/laboratory/university/bank/hospital .. owns/leads/controls/runs/in charge, no lead, no lead site, \
        no lock in, no long term contract, no master, no master node, no middleman, no middlemen, no neutral, \
        no one administers/oversees/approves/decides/operates/hosts, no one body, no one company, no one controls, \
        no one in charge, no one owns, no one runs, no one to ask, no one's permission, \
        no operator .. in/between/who/can/to, no overseer, no owner, no parameter server, no permission, \
        no provider sets, no referee, no reseller, no ringleader, no scheduler, \
        no server .. in/between/to/of/needed/involved/middle, no server collects, \
        no single .. owner/party/company/entity/operator/authority/organization/firm/provider/point/controller/server/node/institution/team/coordinator/gatekeeper/one/corporation/aggregator/vendor, \
        no single owner, no single referee, no trusted .. curator, \
        no trusted .. party/server/third/coordinator/aggregator/intermediary/authority, no vendor, \
        nobody can switch off, nobody controls, nobody in between, nobody in charge, nobody in the middle, \
        nobody own, nobody owns, nobody runs, nobody's cluster, \
        nobody/none/no one/no company/no firm ... admits/expels/appoints/approves/administers/administer/oversees/supervises/decides/hosts/operates/controls/owns/runs/rents/steers/governs/commands/dispatches, \
        non custodial, none .. casting vote, none of them .. in charge, not .. any company, \
        not .. any single .. company/entity/party/owner, not .. central* .. server/party/entity/authority/controlled, \
        not .. controlled by .. single/one/any, not .. one company, not .. one vendor, \
        not .. owned by .. single/one/any, not .. vendor, not by .. boardrooms/committee/company/firm, \
        not one company, not the lab, nothing to subpoena, of anyone's, one another .. without, open network of, \
        outside .. big tech, outside .. control of, owned by .. user/users/community/contributors/participants, \
        owned by no one, owned by no/nobody/everyone/all/users/its, owned by nobody, owned collectively, ownerless, \
        power of no one, rather than one company, reconciled without, rent/rents/rented/buy/buys .. directly, \
        replace/replaces/replaced/replacing/remove/removes/removing/eliminate/eliminates/eliminating/dispens*/without/instead/rather/away/cut/cuts/bypass* .. central*/middleman/middlemen/intermediary/intermediaries/coordinator/aggregator/gatekeeper/gatekeepers/monopoly, \
        replaces a trusted server, replaces the hub, rotates, run by an open, run by no one, run by nobody, \
        self custod*, self hosted, self organis*, self organiz*, self sovereign, straight from .. owner/owners, \
        take turns, take/takes/taking/took .. place of .. central/aggregator/server/coordinator/intermediary, \
        takes turns, taking turns, that they govern, to a central, to avoid .. central*, to central servers/server, \
        to subpoena, trusted server, under no one's, user owned, vendor lock, without .. aggregator, \
        without .. authority, without .. broker/platform/vendor/host/moderator, without .. central*, \
        without .. cloud .. cut, without .. company .. in/behind/middle/between, without .. coordinator, \
        without .. data centre/center, without .. gatekeep*, without .. hub, \
        without .. landlord/boss/owner/head/chief/referee/manager, \
        without .. middleman/middlemen/intermediary/intermediaries, without .. parameter server, \
        without .. permission, without .. sacrificing/compromising/losing/giving .. decentraliz*, without .. server, \
        without .. single .. owner/party/company/entity/authority/provider/operator, without .. single point, \
        without .. trusted .. party/server/third/coordinator/aggregator/authority, without a cloud, \
        without a cluster of, without a master, without a platform, without a server, without an operator, \
        without an owner, without any company in, without any server, without surrendering",
    ),
    (
        Open,
        "\
        all comers, all welcome, any .. card/laptop/pc/phone/console/rig .. can/may/joins, \
        any .. node/device/machine/gpu/computer/miner/developer/person/user/participant .. can/may/join/joins, \
        any stranger/outsider, any untrusted, anybody, anyone, anyone who, anyone's, at will, barrier to entry, \
        bid for, bids from anyone, come and go, comes and goes, comes and goes as, doors open, everybody can, \
        everybody/everyone with, everybody/everyone/anybody/anyone .. take part, everyone can, free to join, \
        from anyone who, join .. as they please, join .. at any time, join .. at will, join and leave, \
        join/joins/leave/leaves freely, joining .. permission*, low barrier, may take part, no application process, \
        no approval, no entry barrier, no invitation, no vetting, no whitelist, \
        nobody .. approved/approves/picked/screened/screens/vets, nobody vetted, nobody/no/without/not .. permission, \
        open access, open auction, open bidding, open competition, open market, open marketplace, open membership, \
        open network of, open participation, open pool of, open protocol, open set, open set of, open tender, \
        open to .. any/every/all .. miner/miners/node/nodes/machine/machines/host/hosts/provider/providers/device/devices/worker/workers/gpu/gpus/card/cards/participant/participants, \
        open to all, open to any/every, open to anyone, open to everyone, open to whoever, \
        openly compete/competes/competing, permission less, permissionless*, register without, uninvited, unvetted, \
        walk in, whichever .. joins, \
        whoever .. gpu/card/cards/likes/wants/wishes/can/owns/joins/trains/runs/submits/improves, whoever has a gpu, \
        whoever owns a .. card/gpu, whoever plugs/connects, without .. asking/permission/approval/whitelist, \
        without .. vetting, without .. whitelist*, without gatekeep*",
    ),
    (
        Peers,
        "\
        across the .. internet, among equals, among themselves, around a ring, bank to bank, bittorrent*, car to car, \
        clinic to clinic, collaborat* .. over the internet, commodity internet, device to device, =dht, \
        directly between, directly between those, directly from .. owner/owners/providers/holders, \
        directly with each other, domestic lines, drone to drone, dsl, from neighbour to neighbour, gossip, \
        hand to hand, hash table, home connection/connections, hospital to hospital, in a ring, laptop to laptop, \
        libp2p, linked by nothing, machine to machine, mesh, mesh network, neighbour/neighbours/neighbor/neighbors, \
        neighbouring, node to node, open internet, \
        ordinary/slow/home/consumer/commodity/domestic .. internet/connection/connections/broadband/bandwidth/lines, \
        over .. home/consumer/slow/ordinary .. internet/connection/connections/bandwidth/broadband, \
        over the .. internet, =p2p, peer, peer to peer, peers, person to person, phone to phone, public internet, \
        residential, ring of, robot to robot, school to school, slow/thin lines/uplinks, swarm, \
        swarm .. loses/gains/members, \
        swarm of .. node/nodes/machine/machines/device/devices/gpu/gpus/computers/worker/workers/peers, torrent, wifi, \
        with .. neighbor*/neighbour*",
    ),
    (
        Volunteers,
        "\
        amateurs, \
        anonymous .. node/nodes/peer/peers/miner/miners/worker/workers/host/hosts/machine/machines/contributor/contributors/provider/providers/participant/participants, \
        anonymous peers, any laptop .. can/may/joins, anywhere in the world, at home, attic/attics, \
        basement/basements, bedroom*, browser tab, card owner/owners, card/cards of, citizen*, \
        collective of strangers, come and go, community .. gpu/gpus/compute/hardware/node/nodes, \
        connect/connects/plug/plugs/hook/hooks .. their/your/own/spare .. gpu/gpus/card/cards/computer/computers/machine/machines/pc/pcs/laptop/laptops/device/devices, \
        console/consoles, \
        consumer .. gpu/gpus/hardware/device/devices/grade/card/cards/laptop/laptops/machine/machines/pc/pcs, \
        consumer cards, consumer gpus, contributors .. world, contributors around, crowd, crowd sourc*, crowdsourc*, \
        desks, domestic lines, dorm room, dorm/dorms, dormitories, dormitory, enthusiasts, \
        everyday computer/computers/hardware/people, families, =gamers, gamers, =gaming, \
        gaming pc/pcs/rig/rigs/console/consoles/laptop, garage*, grandma*, graphics cards of, grassroots, \
        harness/harnesses/harnessing .. consumer/idle/spare, \
        heterogeneous .. gpus/hardware/machines/devices/cards/volunteer*, hobby, hobby*, hobbyist*, \
        home .. computer/computers/gpu/gpus/pc/pcs/machine/machines/user/users/hardware, home broadband, \
        home machines, home miner/miners, home user/users, =homes, household, households, \
        idle .. gpu/gpus/hardware/machine/machines/device/devices/computer/computers/pc/pcs/laptop/laptops/consumer/home/=gaming, \
        idle cards, idle computers, idle pcs, idle phones, imac*, in people's homes, \
        individual .. owner/owners/contributor/contributors/gpu/gpus/miner/miners, individuals, kitchen/kitchens, \
        =laptops, lend/lends .. cards/gpus/pcs .. at night, lend/lends their .. cards/gpus/pcs, \
        lend/lends/lent .. your/macs/mac/pcs/phones/laptops/computers/cards/gpus/devices/machines/consoles, \
        living room*, mac mini/studio/minis/studios, macbook, =macs, mining farms, neighbours, nightstand, \
        of ordinary people, \
        ordinary .. user/users/people/person/hardware/computer/computers/device/devices/pc/pcs/laptop/laptops, \
        ordinary people, owners of .. cards/gpus/rigs/rtx/pcs, owners of idle, passer by, passers by, \
        people .. machine/machines/computer/computers, people around, people at home, people who never, \
        people's .. machines/computers/gpus/devices, phones .. of/around/charging/idle, \
        phones .. of/around/charging/overnight/idle, private cards, private individuals, private owners, \
        private people, raspberry, rent/rents/renting out .. their/your/spare/idle, \
        retail .. miner/hardware/gpu/gpus, retired .. rigs/miners, \
        share/lend/contribute/rent/donate/offer .. your/their/own/spare/idle/unused .. gpu/gpus/compute/computer/machine/machines/hardware/power/device/devices, \
        sleeping .. machines/gpus/laptops/pcs, slow uplink, slow uplinks, smartphones .. of/around/charging/idle, \
        sofa, spare .. gpu/gpus/cycles/hardware/laptop/machine/machines, spare room, spare time, strangers, \
        strangers .. cards, students, teenagers, turn .. idle, under .. desks, unreliable nodes, \
        unused .. gpu/gpus/laptop/hardware/machines, volunteer*, volunteers disappear, \
        volunteers/peers/nodes/machines/participants/hosts .. drop/drops out/off, while .. owners .. sleep, \
        while .. sleep, your computer, your machine, \
        your own .. gpu/gpus/hardware/machine/computer/laptop .. earn/rent/share/contribute/lend, your own machine",
    ),
    (
        Independent,
        "\
        anonymous workers, autonomous owners, compete for the same, \
        competing .. labs/firms/insurers/banks/teams/companies/operators/studios, \
        competing .. miner/miners/model/models/node/nodes, competing parties, \
        different .. owner/owners/operator/operators/organization/organizations, different companies, \
        different countries .. run, different hands, different makers, different owners, different ownership, \
        diverse .. node/nodes/participants/operators, do not know .. others, do not know each other, \
        dont know each other, dozen .. operators/owners/companies/universities, \
        dozens/hundreds/thousands of .. validators/verifiers/operators .. agree/check/confirm/verify/vote/have, dsl, \
        each owned by, each run a, each run by, each runs a, every gpu owner, have nothing to do with, \
        hundred/thousand/# validators/verifiers/operators .. agree/check/confirm/verify/vote/have, \
        independent .. custodian/custodians/organisations, \
        independent .. node/nodes/operator/operators/party/parties/provider/providers/miner/miners/validator/validators/contributor/contributors/worker/workers/host/hosts/machine/machines/participant/participants/verifier/verifiers/data/owner/owners/people/team/teams/company/companies, \
        independent replicas, independently operated, independently owned, independently run, independents, \
        judges .. drawn, loose .. alliance/federation, many hands, many operators, many owners, many parties, \
        miners .. compete, miners compete, \
        multiple .. owner/owners/operator/operators/organization/organizations/institution/institutions/hospital/hospitals/bank/banks, \
        multiple parties, mutually independent, never met, no relation, no ties, nodes .. different, \
        none .. knows .. others, none of which/whom .. belongs/belong, nothing to do with each other, \
        operators .. independently, outside groups, own by different, own more than, owners in, \
        owners of .. gpu/gpus/hardware, owns more than, # people who, privately owned, providers .. compete, \
        rival .. labs/lab/firms/firm/insurers/insurer/banks/bank/newsrooms/operators/teams/companies/clinics/hospitals/studios, \
        rivalry among, run by .. different/many/several/various, \
        run by .. three/four/five/six/seven/ten/twelve/dozen/hundred/rival/unrelated, run each .. independently, \
        # sellers/owners/hosts, sellers/owners/hosts .. undercut/bid/compete, separate owners, separately owned, \
        several .. gateways/relays/servers .. owners, \
        several .. hospital/hospitals/bank/banks/company/companies/organization/organizations/institution/institutions, \
        several parties, that compete, third party .. provider/providers/operator/operators/node/nodes, \
        thousands of owners, three jurisdictions, \
        three/four/five/six/seven/eight/nine/ten/eleven/twelve .. labs/operators/newsrooms/universities/insurers/owners/firms/companies/clinics/hospitals/banks/custodians, \
        unacquainted, unaffiliated, unconnected, under different .. ownership/owners/roofs/flags, \
        # universities/institutions/labs/newsrooms/insurers/organisations/organizations/cooperatives, unrelated, \
        unrelated .. operators/operator/owners/parties/nodes/hosts/firms/companies/people/labs/servers/machines/custodians/organisations/organizations/keys, \
        who compete, wifi",
    ),
    (
        Parties,
        "\
        across .. node/nodes/operator/operators/miner/miners/party/parties/participants/organization/organizations, \
        among .. node/nodes/operator/operators/party/parties/participants, banks, biobank/biobanks, centres .. each, \
        clinics, community of .. node/nodes/operator/operators/contributor/contributors/miner/miners/developers, \
        contributor, cooperatives, data owners, each other, farmers, gpu owners, growers, hardware owners, hospitals, \
        institutions, insurers, labs, many suppliers, miners, miners and validators, \
        network of .. node/nodes/miner/miners/operator/operators/provider/providers/worker/workers/contributor/contributors/validator/validators/gpu/gpus/machine/machines/device/devices/computers/host/hosts/participants/individual/individuals, \
        newsrooms, node operators, one another, organizations, participant, providers, relay, relays, \
        rival/competing .. company/companies/firm/firms/bank/banks/lab/labs, schools, sellers, universities, \
        validators .. add/aggregate/sum/combine, validators and miners",
    ),
    (
        Distrust,
        "\
        distrust*, do not trust, does not trust, don't trust, dont trust, each suspects, enemies, mistrust*, \
        mutually .. distrust*/untrust*/suspicious, need not trust, never trust each other, no need to trust, \
        no trust in, nobody trusts, nobody/no/none/neither .. need/needs/has/have to trust, not .. trust each other, \
        not trust each other, rival/rivals/competitor/competitors, strangers, strangers who, suspicious of, \
        trust minimi*, trustless*, \
        unknown .. node/nodes/peer/peers/party/parties/machine/machines/participant/participants/provider/providers, \
        untrusted .. node/nodes/worker/workers/peer/peers/party/parties/participant/participants/miner/miners/contributor/contributors/device/devices/machine/machines, \
        whom nobody trusts, whom none .. trusts, without .. trust in .. any/each/other, \
        without .. trusting .. other/another/anyone/any/each, without having to trust, would never trust",
    ),
    (
        Censor,
        "\
        always available, always online, can't be shut, \
        cannot be .. shut/blocked/stopped/switched/turned/banned/deplatformed, cannot be taken down, censor*, \
        deplatform*, free speech, kill switch, no off switch, no one can .. shut/stop/block/switch/turn/take/ban, \
        nobody can .. shut/stop/block/switch/turn/take/ban/censor, shut down, switch off, switched off, takedown, \
        uncensor*, unfiltered, unstoppable",
    ),
];
