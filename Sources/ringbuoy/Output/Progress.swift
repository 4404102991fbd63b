import Glibc
import Synchronization
import Wording

/// How far long work has come, on one line of a terminal; nothing in a pipe.
enum Progress {
    /// `key`: of a sentence with `{percent}`. The parts done run from 0 to 1;
    /// at the end the line is taken away.
    static func shown(_ key: String) -> (Double) -> Void {
        guard isatty(STDERR_FILENO) == 1 else { return { _ in } }
        var last = -1
        return { part in
            let percent = Int(part * 100)
            guard percent != last else { return }
            last = percent
            let text = percent < 100 ? say(key, ["percent": String(percent)]) : ""
            Output.noteInPlace("\r\(text)\u{1B}[K")
        }
    }
}
