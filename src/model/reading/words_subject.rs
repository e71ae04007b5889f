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
        cifar, classif*, classifier, claude, climate model, cnn, collective intelligence, completion, computer vision, \
        context window, copilot, corpora, corpus, credit model, data labeling, data scientist, data set, dataset, \
        deep learning, deepseek, diffusion, diffusion model, distillation, \
        embed/embeds/embedded .. document/documents/text/texts/image/images/page/pages, embedding, epoch, fedavg, \
        federated, federated learning, fine tun*, finetun*, first token, foundation model, gan, gemini, generative, \
        generator .. clip/image/video/picture/text, =gpt, gpt*, =gpt2, =gpt3, =gpt4, gradient, hallucinat*, \
        hidden layer, hugging face, huggingface, hyperparameter, image generation, imagenet, inferenc*, inference, \
        intelligence, =kv, kv cache, label data, language model, learn from, learner, learning, llama, llama*, llm, \
        llms, logits, lora, machine intelligence, machine learning, machine learning engineer, machine mind, \
        machine translation, mistral, mixtral, mixture of experts, =ml, mlp, mnist, model, moe, network weight, \
        neural, neural network, neuron*, onnx, opml, optimizer, parameter, perceptron, perplexity, planner, \
        policy network, post train*, =pre train, predict/predictions/prediction, predictor, pretrain*, pricing model, \
        prompt, protein fold*, pytorch, qwen*, =rag, reasoning, recogniser, recognizer, regression, \
        reinforcement learning, resnet*, retrain*, retrieval augmented, reward model, risk model, =rl, rlhf, rollout, \
        rollouts, scoring model, self driving, =sgd, slm, speech, speech model, speech recognition, speech synthesis, \
        stable diffusion, superintelligen*, surrogate model, tensorflow, text to image, token stream, \
        tokens per second, train, training data, training loss, training set, trajectories, transformer, translator, \
        tumour model, tutor, tutor model, validation loss, vector database, vgg*, vision model, voice model, \
        weather model, weight, world model, zkml",
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
        aggregate, answer, contribution, job, oracle answer, output, response, result, round, task, update, work",
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
        audio, biometric*, biopsies, biopsy, chat, content, conversation, customer, data, diaries, diary, dna, \
        document, essay, essays, file, footage, genom*, genome, genomes, harvest, harvests, health, heart rate, \
        heartbeat, heartbeats, histories, history, identity, image, income, information, input, iris, keyboard, \
        keystroke, keystrokes, letters, medical, message, notes, patient, personal, photo, prompt, prompts, pupils, \
        query, reading, readings, record, recording, recordings, request, sample, samples, scan, scans, slide, slides, \
        transcript, user, voice",
    ),
    (
        Chain,
        "\
        arbitrum, arweave, avalanche, =avs, bitcoin, block, blockchain*, chain, channel, coin, committee, consensus, \
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
        account abstraction, airdrop, amm, asset, block time, block/blocks, bridge, bridging, deposit, dex, \
        domain name, =exchange, =exchanges, finality, front running, fund, gas fee, gas limit, governance, identity, \
        =lending, liquidity, meme coin, memecoin, mempool, metaverse, mev, multisig, nft, payment, perpetual*, \
        portfolio, presale, private key, proposal, remittance, sandwich, seed phrase, sequencer, settle, settlement, \
        stablecoin, swap, =tps, trade/trades, trader, trading, transaction/transactions, transactions per second, \
        transfer, treasury, tx, vote on proposals, voting power, wallet, withdraw, yield",
    ),
    // Words that look like AI, proofs or privacy and are not.
    (
        Mask,
        "\
        account model, adversary model, and not a cheaper/smaller/weaker/lesser one/model, angel investor, at home in, \
        at home with, at once, at stake, at the moment of/when/that, attack vector, batch size, big tech, black box, \
        blind spot, blind test, blind tests, blind trust, block/blocks .. sealed, bond market, bond with, bond yield, \
        bonded curve, bonding curve, bonds with, break even, breakfast, breaking news, burden of proof, business card, \
        business model, catch up, caught up, chain of custody, chain up, cheap talk, check back, check in, check out, \
        color blind, come from behind, consensus model, corporate bond/bonds, cost model, credit card, \
        cross validation, current phone, data economy, =data =model, debit card, double blind, ease of use, \
        easy to use, economic model, exchange listing, execution model, fair share, fast food, fast forward, \
        fast growing, fast lane, fast moving, fast paced, fast track, fastest growing, fee model, fold up, fool proof, \
        foolproof, freemium model, frontier scale, future proof*, gets its plan, governance model, \
        governance parameter, gpt scale, growing fast, hash map, hash table, held out, held out data, held out set, \
        held out test, hidden cost, hidden fee, hidden gem, home page, home screen, house edge, huge market, \
        huge opportunity, in light of, in place of, in question, in the long run, in the middle of, incentive model, \
        jury of token, large community, large market, large number, large part, large share, learn how, learn more, \
        learning curve, lesson learned, lie/lies with/in/on/at/between/within/among, light client, light mode, \
        light of, m2 laptop, market maker, market share, mobile app, model card, network effect, \
        on a laptop/phone/smartphone/macbook, on a/an/my/one/the .. laptop/phone/watch/smartphone/notebook, on track, \
        one consumer gpu/card/graphics/grade, one gpu, one honest, open question, open secret, operating model, \
        ownership model, parameter change, payment model, plan .. in, planet scale, pricing model, privacy coin, \
        privacy token, private beta, private blockchain, private chain, private cluster, private company, \
        private equity, private individual/individuals/person/people/owner/owners/home/homes/machine/machines, \
        private investor*, private investors, private key, private network, private preview, private repository, \
        private sale, private subnet, private testnet, privately owned, programming model, proof of attendance, \
        proof of authority, proof of burn, proof of concept, proof of history, proof of humanity, proof of personhood, \
        proof of reserve, proof of reserves, proof of residency, proof of stake, proof of work, proof read, \
        protocol parameter, prove .. unique/human/humans/identity/age/eligible/ownership/personhood, raise the stakes, \
        rapid growth, real world asset, record breaking, record high/year/time/number, revenue model, \
        root/roots of .. trust, root/roots of the attestation, save time, seal of approval, sealed by whoever, \
        sealed into .. log/block/ledger/record, secret sauce, secret weapon, security model, share of revenue, \
        share of the .. fees/reward/rewards/revenue/market, share price, sign in, sign up, \
        signed .. agreement/contract/memorandum/letter/deal, signed a/an/with, signed up, signs up, \
        single consumer gpu/card/graphics/grade/laptop, single gpu, speed to market, stake in, staking model, \
        subscription model, swapped in and out, sybil proof, tamper proof, threat model, time saving, time to market, \
        token model, tracing and, tracing attack, track record, trade fair, trading pair, trading volume, \
        train station, treasury bond/bonds, trust model, twice as/what/the, under the hood, validation accuracy, \
        validation loss, validation set, verified account, verified badge, verified partner, \
        verify/verified your email, voting weight, watch out, =weighted, without question",
    ),
];
