import Foundation

/// What the system says a process holds.
enum Memory {
    /// The most it ever held, in KiB.
    static func peakKibibytes(of process: Int32) throws -> Int { try kibibytes("VmHWM:", of: "\(process)") }

    /// What this process holds now, in KiB.
    static func residentKibibytes() throws -> Int { try kibibytes("VmRSS:", of: "self") }

    private static func kibibytes(_ field: String, of process: String) throws -> Int {
        let status = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
        let line = status.split(separator: "\n").first { $0.hasPrefix(field) } ?? ""
        return line.split(separator: " ").compactMap { Int($0) }.first ?? 0
    }
}
