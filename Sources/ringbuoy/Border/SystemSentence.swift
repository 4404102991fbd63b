import Glibc
import Wording

/// What the system says is in the way of a file. It speaks English only: the
/// sentences somebody may meet here are known, the others are said as they stand.
enum SystemSentence {
    private static let known: [(code: Int32, key: String)] = [
        (EPERM, "not_permitted"), (EACCES, "permission_denied"), (ENOENT, "no_such_file"), (EISDIR, "is_a_folder"),
        (ENOTDIR, "not_a_folder"), (EEXIST, "file_exists"), (EROFS, "read_only"), (ENOSPC, "disk_full"),
        (EDQUOT, "quota"), (EIO, "disk_fault"), (EINVAL, "not_usable"), (EMFILE, "too_many_open"),
        (EFBIG, "too_large"), (ENAMETOOLONG, "name_too_long"), (ELOOP, "links_in_a_circle"), (EBADF, "not_open"),
        (EPIPE, "nobody_reads"), (ECONNREFUSED, "connection_refused"), (ETIMEDOUT, "timed_out"),
        (EHOSTUNREACH, "host_unreachable"), (ENETUNREACH, "host_unreachable"), (ECONNRESET, "connection_ended"),
    ]

    private static let keys: [String: String] = Dictionary(
        known.map { (String(cString: strerror($0.code)), "cli.system.\($0.key)") },
        uniquingKeysWith: { first, _ in first })

    static func spoken(_ text: String) -> String { keys[text].map { say($0) } ?? text }

    /// The details of an error, those that the system gave among them.
    static func spoken(in details: [String: String]) -> [String: String] { details.mapValues(spoken) }
}
