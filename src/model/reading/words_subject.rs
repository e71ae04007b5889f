//! What a claim is about: AI work, computing in general, data, the chain, or the chain alone.

use super::concept::Concept::{self, Ai, AiWeak, Chain, ChainOnly, Compute, Data, Gpu, Mask, Result};

/// Phrases by notion; the notation is that of [`super::pattern`].
pub(super) const WORDS: &[(Concept, &str)] = &[
    (
        Ai,
        "\
        =a.i, activations, agent/agents/robot/robots .. gets .. plan/answer, \
        agent/agents/robot/robots answer/answers/reply/replies/reason/reasons/think/thinks, agi, ai, \
        algorithm/algorithms, alphafold, annotat*, artificial intelligence, =asi, assistant, autopilot, \
        backpropagation, batch size, bert, chain of thought, chat bot, chat model, chatbot, chatgpt, checkpoint, \
        cifar, classif*, classifier, claude, climate model, cnn, collective intelligence, completion, \
        computer vision, context window, copilot, corpora, corpus, credit model, data labeling, data scientist, \
        data set, dataset, deep learning, deepseek, depth of .. network, diffusion, diffusion model, distillation, \
        embed/embeds/embedded .. document/documents/text/texts/image/images/page/pages, embedding, epoch, fedavg, \
        federated, federated learning, fine tun*, finetun*, first token, foundation model, gan, gemini, generative, \
        generator .. clip/image/video/picture/text, =gpt, gpt*, =gpt2, =gpt3, =gpt4, gradient, hallucinat*, \
        hidden layer, hugging face, huggingface, hyperparameter, image generation, imagenet, inferenc*, inference, \
        intelligence, =kv, kv cache, label data, language model, learn from, learner, learning, llama, llama*, llm, \
        llms, logits, lora, loss of .. network, machine intelligence, machine learning, machine learning engineer, \
        machine mind, machine translation, million tokens .. cents/dollars/cost/costs/to/for, mistral, mixtral, \
        mixture of experts, =ml, mlp, mnist, model, moe, network weight, neural, neural network, neuron*, onnx, opml, \
        optimizer, parameter, perceptron, perplexity, planner, policy network, post train*, =pre train, \
        predict/predictions/prediction, predictor, pretrain*, price of .. million tokens, pricing model, prompt, \
        protein fold*, pytorch, qwen*, =rag, reasoning, recogniser, recognizer, regression, reinforcement learning, \
        resnet*, retrain*, retrieval augmented, reward model, risk model, =rl, rlhf, rollout, rollouts, \
        scoring model, scraped, self driving, =sgd, slm, speech, speech model, speech recognition, speech synthesis, \
        stable diffusion, superintelligen*, surrogate model, synthetic media, tensorflow, text to image, \
        token stream, tokens .. a day, tokens a day, tokens daily, tokens each/every/per day, tokens per second, \
        train, training data, training loss, training set, trajectories, transformer, translator, tumour model, \
        tutor, tutor model, validation loss, vector database, vgg*, vision model, voice model, weather model, weight, \
        world model, zkml",
    ),
    (
        AiWeak,
        "\
        activations, agent, agentic, aggregator, analytics, arrhythmia, billion tokens, biometric*, biopsies, biopsy, \
        bot, caption, chat, checkpoint, churn, clip, content, contribution, copilot, decision, deepfake*, detector, \
        detectors, diagnos*, embedding, embeddings, essay, evaluat*, face, footage, forecast, generator, genom*, \
        genome, genomes, health record, hospital, image, imaging, iris, knowledge graph, labeled, labelled, labeller, \
        labels, =layers, medical, million tokens, patient, picture, planner, proof .. layers, query, question, \
        radiolog*, recommendation, recommender, rendering, replies, reply, reviewer, robot*, scan, scans, score, \
        scoring, simulation, smart contract agent, surrogate, transcript, translator, triage, trillion tokens, tumor, \
        tumour, tutor, user input, user request, video, voice, x ray",
    ),
    (
        Result,
        "\
        aggregate, answer, contribution, job, oracle answer, output, response, result, task, update, work",
    ),
    (
        Gpu,
        "\
        =3090, =3090s, =4090, =4090s, =5090, =a100, =a100s, accelerator, apple silicon, asic, =b200, =b200s, =b300, \
        blackwell, card owner/owners, # cards, =cards, cerebras, consumer card/cards, cuda, fpga, \
        gaming pc/pcs/rig/rigs, =gb200, gpu, graphics card, graphics processor, =h100, =h100s, =h200, =h200s, hopper, \
        =l40s, npu, nvidia, rtx, rtx card, tpu, vram",
    ),
    (
        Compute,
        "\
        cloud, code, computation*, compute, computing, container, cpu, data center, datacenter, device, execution, \
        hardware, hash power, job, machine, process/processes/processed/processing, processing power, program, \
        server, serverless, supercomputer, task, virtual machine, workload",
    ),
    (
        Data,
        "\
        account books, audio, biometric*, biopsies, biopsy, blueprints, bookkeeping, cargo, chat, content, \
        conversation, customer, data, diaries, diary, dna, document, essay, essays, file, footage, genom*, genome, \
        genomes, harvest, harvests, health, heart rate, heartbeat, heartbeats, histories, history, identity, image, \
        income, information, input, invoice, iris, keyboard, keystroke, keystrokes, letters, medical, message, \
        =notes, order book, patient, payroll, personal, photo, prompt, prompts, pupils, query, =reading, =readings, \
        record, recording, recordings, request, salaries, salary, sample, samples, scan, scans, slide, slides, \
        statements, transcript, user, voice, what .. customers .. type, what comes back, \
        what you ask/type/say/write/enter",
    ),
    (
        Chain,
        "\
        arbitrum, arweave, avalanche, =avs, bitcoin, =block, =blocks, blockchain*, chain, channel, coin, committee, consensus, \
        contract, cosmos, crypto, cryptocurrency, dao, dapp, decentral*, defi, depin, eigenlayer, =eth, ethereum, evm, \
        filecoin, host, hosts, ipfs, =l1, =l2, layer 1, layer 2, layer one, layer two, ledger, mainnet, marketplace, \
        miner, mining, network, nft, node, node operator, off chain, =offchain, on chain, =onchain, operator, \
        optimism, oracle, participant, peer, polkadot, polygon, protocol, quorum, restak*, rollup, sequencer, \
        settlement, smart contract, solana, stake, staker, staking, subnet, substrate, testnet, token, validator, \
        web3, worker",
    ),
    // What the chain itself does for its own ends.
    (
        ChainOnly,
        "\
        account abstraction, airdrop, amm, asset, block time, =block/=blocks, bridge, bridging, deposit, dex, \
        domain name, =exchange, =exchanges, finality, front running, fund, gas fee, gas limit, governance, identity, \
        =lending, liquidity, meme coin, memecoin, mempool, metaverse, mev, multisig, nft, \
        pay/pays .. per .. call/request/task/message, pay/pays a/an/each/one, pay/pays/paid .. by itself/themselves, \
        payment, perpetual*, portfolio, presale, private key, proposal, remittance, sandwich, seed phrase, sequencer, \
        settle, settlement, stablecoin, storage node/nodes/provider/providers, swap, =tps, trade/trades, trader, \
        trading, transaction/transactions, transactions per second, transfer, treasury, tx, vote on proposals, \
        voting power, wallet, withdraw, yield",
    ),
    // Words that look like AI, proofs or privacy and are not.
    (
        Mask,
        "\
        account model, adversary model, ai auditor, and not a cheaper/smaller/weaker/lesser one/model, \
        angel investor, anyone/may/can/could register .. agent/model/models/dataset/datasets/data, at home in, \
        at home with, at once, at stake, at the moment of/when/that, attack vector, \
        audit/audits/auditor/auditors/audited .. smart contract/contracts/code/bugs, batch size, big tech, black box, \
        blind spot, blind test, blind tests, blind trust, blindly trusted, block/blocks .. sealed, bond market, \
        bond with, bond yield, bonded curve, bonding curve, bonds with, break even, breakfast, breaking news, \
        burden of proof, business card, business model, catch up, caught up, chain of custody, chain up, cheap talk, \
        check back, check in, check out, check/checks/checked ... right/for size/format/resolution/duplicates, \
        check/checks/checking its/their/your own, chosen/elected/drawn/picked/selected anew, color blind, \
        come from behind, consensus model, corporate bond/bonds, cost model, credit card, cross validation, \
        current phone, data economy, =data =model, database query, debit card, double blind, ease of use, \
        easy to use, economic model, exchange listing, execution model, fair share, fast food, fast forward, \
        fast growing, fast lane, fast moving, fast paced, fast track, fastest growing, fee model, fold up, \
        fool proof, foolproof, freemium model, frontier scale, future proof*, gets its plan, governance model, \
        governance parameter, gpt scale, # gpus/h100s/a100s/cards/h200s of one/our/a single, growing fast, hash map, \
        hash table, held out, held out data, held out set, held out test, hidden cost, hidden fee, hidden gem, \
        hold/holds/own/owns/issue/issues/buy/buys/get/gets shares of/in .. agent/agents/pool/treasury/dao/fund/model/models/company, \
        home page, home screen, house edge, huge market, huge opportunity, in light of, in place of, in question, \
        in the long run, in the middle of, incentive model, \
        infinite/unbounded/boundless computing/computational power, \
        join/joins/sign/signs/register/registers .. within/in .. minutes/seconds, jury of token, \
        key/keys .. never leave/leaves/left, large community, large market, large number, large part, large share, \
        learn how, learn more, learning curve, lesson learned, let alone, \
        lie/lies with/in/on/at/between/within/among, light client, light mode, light of, m2 laptop, market maker, \
        market share, mobile app, model card, network effect, never/not .. seen .. blockchain before, \
        never/not/nobody/none .. seen .. ai model/models/agent/agents/network, \
        never/not/nobody/none .. seen .. ai/model/models/network/chain/blockchain/before/anything/anybody, \
        never/not/nobody/none .. seen .. language model, never/not/nobody/none .. seen .. neural network, \
        never/not/nobody/none .. seen before, on a laptop/phone/smartphone/macbook, \
        on a/an/my/one/the .. laptop/phone/watch/smartphone/notebook, on track, one consumer gpu/card/graphics/grade, \
        one gpu, one honest, open question, open secret, operating model, ownership model, \
        paid/rewarded .. for judging/checking/validating/verifying/scoring, parameter change, payment model, \
        plan .. in, planet scale, pricing model, privacy coin, privacy token, private beta, private blockchain, \
        private chain, private cluster, private company, private equity, \
        private individual/individuals/person/people/owner/owners/home/homes/machine/machines, private investor*, \
        private investors, private key, private network, private preview, private repository, private sale, \
        private subnet, private testnet, privately owned, programming model, \
        proof generation .. uses/needs/takes/requires, proof of attendance, proof of authority, proof of burn, \
        proof of concept, proof of history, proof of humanity, proof of personhood, proof of reserve, \
        proof of reserves, proof of residency, proof of sql, proof of stake, proof of work, proof read, \
        proof/proofs/prover/proving .. needs/need/uses/use/takes/take .. gb/hours/days/memory, \
        proof/prove/proves/proved/proofs ... human/humans/adult/adults/eighteen/birthday/funds/solvent/solvency/reserves/residence/citizenship/unique/balance, \
        protocol parameter, prove .. unique/human/humans/identity/age/eligible/ownership/personhood, \
        prove/proves/proving ... still hold/holds/store/stores/stored, raise the stakes, rapid growth, \
        real world asset, record breaking, record high/year/time/number, revenue model, root/roots of .. trust, \
        root/roots of the attestation, safe from tampering/manipulation/fraud/forgery/alteration, same bytes, \
        save time, seal of approval, sealed by whoever, sealed into .. log/block/ledger/record, \
        secret query/pair/pairs/trigger/triggers/queries, secret sauce, secret weapon, security model, \
        share of revenue, share of the .. fees/reward/rewards/revenue/market, share price, sign in, sign up, \
        signed .. agreement/contract/memorandum/letter/deal, signed a/an/with, signed up, signs up, \
        single cluster of ours, single consumer gpu/card/graphics/grade/laptop, single gpu, speed to market, \
        sql query, stake in, staking model, storage keep/keeps/store/stores/hold/holds .. data set/sets, \
        storage keep/keeps/store/stores/hold/holds .. dataset/datasets, subscription model, swapped in and out, \
        sybil proof, tamper proof, than .. data center/centre/centers/centres, threat model, time saving, \
        time to market, token model, \
        took/ran/lasted/takes/runs .. days/weeks/hours/months .. on # gpus/h100s/a100s/cards/h200s, tracing and, \
        tracing attack, track record, trade fair, trading pair, trading volume, train station, treasury bond/bonds, \
        trust model, trusted blindly, twice as/what/the, under the hood, validation accuracy, validation loss, \
        validation set, validator/validators check/checks ... right/for size/format/resolution/duplicates, \
        validators for judging/checking/validating/scoring/ranking .. them/it/that/these, verified account, \
        verified badge, verified partner, verify/verified your email, \
        verify/verifies/check/checks .. on your own machine/laptop/computer/device, voting weight, watch out, \
        =weighted, whoever runs/owns/hosts it/them, without question",
    ),
];
