//! Chance that repeats: the same seed draws the same office.

/// A row of numbers that looks like chance (SplitMix64).
pub(super) struct Chance {
    state: u64,
}

impl Chance {
    /// The row that belongs to `seed`, to a purpose and to one of its things.
    pub(super) fn of(seed: u64, purpose: u64, nth: usize) -> Self {
        let mut chance = Self { state: seed ^ purpose.rotate_left(32) };
        chance.state ^= chance.next().wrapping_add(u64::try_from(nth).unwrap_or_default());
        Self { state: chance.next() }
    }

    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to below `end`; 0 when there is none.
    pub(super) fn below(&mut self, end: u64) -> u64 {
        let wide = u128::from(self.next()) * u128::from(end);
        u64::try_from(wide >> 64).unwrap_or_default()
    }

    /// A number from `least` to `most`, both included.
    pub(super) fn between(&mut self, least: i64, most: i64) -> i64 {
        let span = u64::try_from(most - least + 1).unwrap_or(1);
        least + i64::try_from(self.below(span)).unwrap_or_default()
    }

    /// True so many times in a hundred.
    pub(super) fn percent(&mut self, of_100: u64) -> bool {
        self.below(100) < of_100
    }

    /// One of them.
    pub(super) fn pick<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        let place = self.below(u64::try_from(from.len()).unwrap_or_default());
        from.get(usize::try_from(place).unwrap_or_default())
    }

    /// One of them, each as often as its weight says.
    pub(super) fn weighed<'a, T>(
        &mut self,
        from: &'a [T],
        weight: impl Fn(&T) -> u64,
    ) -> Option<&'a T> {
        let total: u64 = from.iter().map(&weight).sum();
        let mut left = self.below(total);
        from.iter().find(|one| {
            let here = left < weight(one);
            left = left.saturating_sub(weight(one));
            here
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_draws_the_same_row_and_another_does_not() {
        let row = |seed, nth| {
            let mut chance = Chance::of(seed, 1, nth);
            (0..20).map(|_| chance.below(1_000)).collect::<Vec<_>>()
        };
        assert_eq!(row(7, 3), row(7, 3));
        assert_ne!(row(7, 3), row(8, 3));
        assert_ne!(row(7, 3), row(7, 4));
    }

    #[test]
    fn weights_are_kept_and_nothing_is_drawn_from_nothing() {
        let mut chance = Chance::of(1, 1, 1);
        let drawn: Vec<u64> =
            (0..4_000).filter_map(|_| chance.weighed(&[1, 3], |w| *w).copied()).collect();
        assert_eq!(drawn.len(), 4_000);
        let threes = drawn.iter().filter(|w| **w == 3).count();
        assert!((2_850..3_150).contains(&threes), "{threes}");
        assert_eq!(chance.pick::<u64>(&[]), None);
        assert!((0..100).all(|_| (-2..=5).contains(&chance.between(-2, 5))));
    }
}
