//! Time and memory, as the programs that measure print them.

use std::error::Error;
use std::time::Instant;

/// Median seconds of five runs, or of fewer where they take long, and the last result.
pub(crate) fn measured<T>(run: impl Fn() -> T) -> (f64, T) {
    let mut seconds = Vec::new();
    loop {
        let start = Instant::now();
        let result = run();
        seconds.push(start.elapsed().as_secs_f64());
        if seconds.len() == 5 || seconds.iter().sum::<f64>() > 20.0 {
            seconds.sort_by(f64::total_cmp);
            return (seconds[seconds.len() / 2], result);
        }
    }
}

/// Highest resident memory of this process so far, as Linux counts it.
pub(crate) fn peak() -> Result<String, Box<dyn Error>> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).ok_or("no VmHWM")?;
    let kibibytes: u32 = line.trim().trim_end_matches(" kB").parse()?;
    Ok(format!("{:.1} MiB", f64::from(kibibytes) / 1024.0))
}
