//! What a claim is about: AI work, computing in general, data, the chain, or the chain alone.

use super::concept::Concept::{self, Ai, AiWeak, Chain, ChainOnly, Compute, Data, Gpu, Mask, Result};

/// Phrases by notion; the notation is that of [`super::pattern`].
pub(super) const WORDS: &[(Concept, &str)] = &[
    (
        Ai,
        "\
        =a.i, agi, ai, algorithm/algorithms, annotat*, artificial intelligence, =asi, assistant, backpropagation, \
        batch size, bert, chain of thought, chat bot, chatbot, chatgpt, checkpoint, cifar, classif*, classifier, \
        claude, cnn, collective intelligence, completion, computer vision, context window, copilot, corpora, corpus, \
        data labeling, data scientist, data set, dataset, deep learning, deepseek, diffusion, distillation, \
        embedding, epoch, fedavg, federated, federated learning, fine tun*, finetun*, first token, foundation model, \
        gan, gemini, generative, =gpt, gpt*, =gpt2, =gpt3, =gpt4, gradient, hugging face, huggingface, \
        hyperparameter, image generation, imagenet, inferenc*, inference, intelligence, =kv, kv cache, label data, \
        language model, learn from, learner, learning, llama, llama*, llm, llms, lora, machine intelligence, \
        machine learning, machine learning engineer, mistral, mixtral, mixture of experts, =ml, mlp, mnist, model, \
        moe, network weight, neural, neural network, neuron*, onnx, opml, optimizer, parameter, post train*, \
        =pre train, predict/predictions/prediction, predictor, pretrain*, prompt, pytorch, qwen*, =rag, reasoning, \
        regression, reinforcement learning, resnet*, retrain*, retrieval augmented, reward model, =rl, rlhf, \
        rollout, =sgd, slm, speech recognition, stable diffusion, superintelligen*, tensorflow, text to image, \
        tokens per second, train, training data, training set, transformer, vector database, vgg*, weight, zkml",
    ),
    (
        AiWeak,
        "\
        agent, agentic, aggregator, analytics, billion tokens, biometric*, bot, content, contribution, decision, \
        deepfake*, diagnos*, embedding, evaluat*, face, footage, forecast, genom*, health record, hospital, image, \
        imaging, iris, knowledge graph, labeled, labelled, labeller, labels, medical, million tokens, patient, \
        picture, proof .. layers, query, question, recommendation, rendering, robot*, score, scoring, simulation, \
        smart contract agent, trillion tokens, user input, user request, video, voice",
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
        blackwell, cerebras, cuda, fpga, =gb200, gpu, graphics card, graphics processor, =h100, =h100s, =h200, \
        =h200s, hopper, =l40s, npu, nvidia, rtx, tpu, vram",
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
        audio, biometric*, chat, content, conversation, customer, data, dna, document, file, genom*, health, \
        identity, image, information, input, iris, medical, message, patient, personal, photo, query, record, \
        request, user, voice",
    ),
    (
        Chain,
        "\
        arbitrum, arweave, avalanche, =avs, bitcoin, block, blockchain*, chain, coin, committee, consensus, \
        contract, cosmos, crypto, cryptocurrency, dao, dapp, decentral*, defi, depin, eigenlayer, =eth, ethereum, \
        evm, filecoin, ipfs, =l1, =l2, layer 1, layer 2, layer one, layer two, ledger, mainnet, marketplace, miner, \
        mining, network, nft, node, node operator, off chain, =offchain, on chain, =onchain, operator, optimism, \
        oracle, participant, peer, polkadot, polygon, protocol, quorum, restak*, rollup, settlement, smart contract, \
        solana, stake, staker, staking, subnet, substrate, testnet, token, validator, web3, worker",
    ),
    // What the chain itself does for its own ends.
    (
        ChainOnly,
        "\
        account abstraction, airdrop, amm, asset, block time, block/blocks, bridge, bridging, deposit, dex, \
        domain name, =exchange, =exchanges, finality, front running, fund, gas fee, gas limit, governance, identity, \
        lending, liquidity, meme coin, memecoin, mempool, metaverse, mev, multisig, nft, payment, perpetual*, \
        portfolio, presale, private key, proposal, remittance, sandwich, seed phrase, sequencer, settle, settlement, \
        stablecoin, swap, =tps, trade/trades, trader, trading, transaction/transactions, transactions per second, \
        transfer, treasury, tx, vote on proposals, voting power, wallet, withdraw, yield",
    ),
    // Words that look like AI, proofs or privacy and are not.
    (
        Mask,
        "\
        account model, adversary model, angel investor, at stake, attack vector, batch size, big tech, black box, \
        blind test, blind tests, bonded curve, bonding curve, breaking news, burden of proof, business model, \
        chain of custody, cheap talk, consensus model, cost model, =data =model, data economy, ease of use, \
        easy to use, economic model, exchange listing, execution model, fast growing, fast moving, fast paced, \
        fast track, fastest growing, fee model, fool proof, foolproof, freemium model, future proof*, \
        governance model, governance parameter, growing fast, hidden cost, hidden fee, hidden gem, huge market, \
        huge opportunity, in place of, in question, incentive model, large community, large market, large number, \
        large part, large share, learn how, learn more, learning curve, lesson learned, market maker, \
        network effect, on a laptop/phone/smartphone/macbook, one consumer gpu/card/graphics/grade, one gpu, \
        open question, operating model, ownership model, parameter change, payment model, pricing model, \
        privacy coin, privacy token, private chain, private company, private equity, private investor*, private key, \
        private sale, programming model, proof of attendance, proof of authority, proof of burn, proof of concept, \
        proof of history, proof of humanity, proof of personhood, proof of reserve, proof of reserves, \
        proof of residency, proof of stake, proof of work, protocol parameter, \
        prove .. unique/human/humans/identity/age/eligible/ownership/personhood, rapid growth, real world asset, \
        revenue model, save time, secret sauce, secret weapon, security model, \
        single consumer gpu/card/graphics/grade/laptop, single gpu, speed to market, stake in, staking model, \
        subscription model, sybil proof, tamper proof, threat model, time saving, time to market, token model, \
        tracing and, tracing attack, trading pair, trading volume, train station, trust model, verified account, \
        verified badge, verified partner, voting weight, =weighted, without question",
    ),
];
