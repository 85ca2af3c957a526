//! Proposals of the engine and what a person makes of them (feat:C16, C19–C21).
