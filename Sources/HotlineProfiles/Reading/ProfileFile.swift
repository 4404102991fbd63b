import Glibc

/// The bytes of a profile, from a file or from a pipe.
enum ProfileFile {
    /// No profile is longer; a device that never ends would be read for ever.
    static let bytesMax = 1 << 20

    static func bytes(_ path: String) throws(ProfileProblem) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw unreadable(path, errno) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw unreadable(path, errno) }
            if count == 0 { return bytes }
            bytes += buffer[..<count]
            guard bytes.count <= bytesMax else { throw unreadable(path, EFBIG) }
        }
    }

    private static func unreadable(_ path: String, _ code: Int32) -> ProfileProblem {
        ProfileProblem(
            rule: .unreadable, file: path, line: 1, column: 1,
            details: ["reason": .text(String(cString: strerror(code)))])
    }
}
