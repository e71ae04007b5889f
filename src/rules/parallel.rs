//! Work that is shared between threads.

use std::num::NonZero;
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{Builder, available_parallelism, scope};

/// What comes of each thing, in order. As many threads work as there are processors, this one among them, and whoever is
/// done takes the next; each has a worker of its own.
pub fn in_parallel<T: Sync, W, R: Send>(
    things: &[T],
    worker: impl Fn() -> W + Sync,
    work: impl Fn(&mut W, &T) -> R + Sync,
) -> Vec<R> {
    let threads = available_parallelism().map_or(1, NonZero::get).min(things.len());
    let next = AtomicUsize::new(0);
    let take = || {
        let mut worker = worker();
        let taken = std::iter::from_fn(|| {
            let index = next.fetch_add(1, Ordering::Relaxed);
            Some((index, things.get(index)?))
        });
        taken.map(|(index, thing)| (index, work(&mut worker, thing))).collect::<Vec<_>>()
    };
    let mut results = scope(|scope| {
        // Where the system gives no more threads, those that are there do it.
        let others: Vec<_> = (1..threads)
            .map_while(|_| Builder::new().name("judge".to_owned()).spawn_scoped(scope, take).ok())
            .collect();
        let mut results = take();
        for other in others {
            results.extend(other.join().unwrap_or_else(|panic| resume_unwind(panic)));
        }
        results
    });
    results.sort_unstable_by_key(|(index, _)| *index);
    results.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use super::in_parallel;

    #[test]
    fn what_comes_of_things_stands_in_their_order() {
        let things: Vec<u64> = (0..1000).collect();
        let results = in_parallel(
            &things,
            || 0,
            |done, thing| {
                *done += 1;
                thing * 2
            },
        );
        assert_eq!(results, things.iter().map(|thing| thing * 2).collect::<Vec<_>>());
        assert_eq!(in_parallel(&[0; 0], || (), |(), thing| *thing), [0; 0]);
    }

    #[test]
    fn a_panic_of_any_of_them_is_one_of_all() {
        let things: Vec<u64> = (0..100).collect();
        let all = || in_parallel(&things, || (), |(), thing| assert_ne!(*thing, 50));
        assert!(std::panic::catch_unwind(all).is_err());
    }
}
