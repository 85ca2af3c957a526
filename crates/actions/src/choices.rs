//! Sealed rankings of both sides (feat:C16, C17; doc:A3).
