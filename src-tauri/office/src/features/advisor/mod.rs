//! The advisor: asks the few facts that decide, and says what the rules would call a matter and
//! under which rule. The person decides; what they decided is kept with the advice they had.

pub mod model;
pub mod rules;
