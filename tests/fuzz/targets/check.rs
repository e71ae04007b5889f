#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| hypecheck_fuzz::check::run(data));
