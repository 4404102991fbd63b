import FoundationEssentials
import Glibc

/// The key of an open store, in a file beside it that only its owner may read.
struct KeyFile {
    let path: String

    /// What errors name: the store, which is what a person asked for.
    private let named: String

    init(besideCopy path: String) {
        self.path = KeyFile.path(besideStore: path)
        named = path
    }

    /// Nil for a store in memory, which keeps its key with it.
    init?(_ engine: any Engine) {
        guard let beside = engine.beside else { return nil }
        path = KeyFile.path(besideStore: beside)
        named = engine.path
    }

    static func path(besideStore path: String) -> String { path + ".key" }

    /// Whole or not at all, and on the disk before the store that needs it is.
    func write(_ key: HotlineKey) throws(StoreError) {
        let making = path + ".making"
        unlink(making)
        let descriptor = open(making, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .ofSystem(errno, named) }
        let text = Array((hexadecimal(key.bytes) + "\n").utf8)
        let written = text.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        let failed = written == text.count && fsync(descriptor) == 0 ? 0 : written < 0 ? errno : ENOSPC
        close(descriptor)
        guard failed == 0, rename(making, path) == 0 else {
            let code = failed == 0 ? errno : failed
            unlink(making)
            throw .ofSystem(code, named)
        }
    }

    func read() throws(StoreError) -> HotlineKey {
        guard let data = FileManager.default.contents(atPath: path) else { throw .keyMissing(path: path) }
        let text = String(decoding: data.prefix(200), as: UTF8.self).filter { !$0.isWhitespace }
        guard let bytes = fromHexadecimal(text), let key = HotlineKey(bytes: bytes) else {
            throw .wrongKey(path: path)
        }
        return key
    }
}

func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef")
    return String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
}

func fromHexadecimal(_ text: String) -> [UInt8]? {
    let digits = text.compactMap(\.hexDigitValue)
    guard digits.count == text.count, digits.count % 2 == 0 else { return nil }
    return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
}
