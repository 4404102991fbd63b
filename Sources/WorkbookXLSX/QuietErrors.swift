import CXlsxWriter
import Glibc
import Synchronization

/// The library prints its warnings to the terminal, where a console may be
/// drawn. While it works its standard error goes nowhere.
enum QuietErrors {
    /// One at a time: a second would take the first one's silence for the terminal.
    private static let turn = Mutex<Void>(())

    static func during(_ work: () throws(WorkbookError) -> Void) throws(WorkbookError) {
        let result = turn.withLock { _ -> Result<Void, WorkbookError> in
            xlsx_flush_errors()
            let kept = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
            let nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC)
            if nowhere >= 0 {
                dup2(nowhere, STDERR_FILENO)
                close(nowhere)
            }
            defer {
                xlsx_flush_errors()
                if kept >= 0 {
                    dup2(kept, STDERR_FILENO)
                    close(kept)
                } else {
                    close(STDERR_FILENO)
                }
            }
            do throws(WorkbookError) {
                try work()
                return .success(())
            } catch {
                return .failure(error)
            }
        }
        try result.get()
    }
}
