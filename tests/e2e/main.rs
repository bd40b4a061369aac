//! Journeys: what people do, in the real window and in Chromium.

mod first;
mod gallery;
mod leaflets;
mod leaving;
mod print;
mod window;
