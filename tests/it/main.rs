//! Features through the command table, on a real encrypted store.

mod contract;
