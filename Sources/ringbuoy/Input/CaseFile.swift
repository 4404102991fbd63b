import Foundation
import Glibc
import HotlineStore
import Wording

/// A sealed file of cases as it lies on a disk.
enum CaseFile {
    /// Refuses what is no such file before anybody types a passphrase for it.
    static func read(_ path: String) throws -> SealedFile {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw InputError.fileUnreadable(file: path, detail: String(cString: strerror(errno)))
        }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        let bytes: Data
        do {
            bytes = try handle.read(upToCount: SealedFile.bytesMax + 1) ?? Data()
        } catch {
            throw InputError.fileUnreadable(file: path, detail: String(cString: strerror(EISDIR)))
        }
        return try naming(path) { try SealedFile(read: Array(bytes)) }
    }

    /// What is wrong is told with the file it is wrong in.
    static func naming<T>(_ path: String, _ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch ExchangeError.doesNotFit(let problems) {
            throw BadRows(
                path, problems.map { (place: $0.place, rule: $0.rule, text: say($0.sentence, $0.details)) })
        } catch let error as ExchangeError {
            throw BadCaseFile(path: path, error: error)
        }
    }
}

/// A sealed file that cannot be opened, and why.
struct BadCaseFile: Error, Hashable {
    let path: String
    let error: ExchangeError
}
