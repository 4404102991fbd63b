import HotlineConsole
import HotlineDomain
import HotlineReports
import Wording
import WorkbookXLSX

/// A pack that is read, on its way to the disk, out of sight. It asks no store
/// anything: any thread may make and write it.
struct PackWriting: Sendable {
    let reading: PackReading
    let isDraft: Bool
    let folder: PackFolder

    /// How far it is.
    enum Step: Sendable {
        case making(done: Int, of: Int)
        case writing(done: Int, of: Int)

        /// Of the whole, from 0 to 1.
        var part: Double {
            switch self {
            case .making(let done, let count): 0.7 * Double(done) / Double(count)
            case .writing(let done, let count): 0.7 + 0.3 * Double(done) / Double(count)
            }
        }
    }

    /// Refuses what `Pack` refuses.
    func write(progress: (Step) -> Void) throws -> WrittenPack {
        let made = try reading.pack(asDraft: isDraft)
        let making = try PackMaking(folder)
        let temporaries = making.path
        let words = PackWords(Say(Language(rawValue: made.terms.donor.language) ?? .en))
        let files: [PackFile]
        do {
            files = try made.files(words, digest: PackExport.digest) {
                try WorkbookFile.bytes(of: $0, in: temporaries)
            } progress: {
                progress(.making(done: $0, of: $1))
            }
        } catch let error as WorkbookError {
            throw folder.error(error)
        }
        let isThere = try folder.holds(files)
        if !isThere { try making.write(files) { progress(.writing(done: $0, of: files.count)) } }
        return WrittenPack(made, making, files, isThere: isThere)
    }
}

/// Every file of a pack on the disk, and nobody sees it. Goes with whoever holds
/// it, unless it is put in its folder.
final class WrittenPack: Sendable {
    let made: MadePack
    let files: [PackFile]
    private let making: PackMaking
    /// The very same lies in the folder already.
    private let isThere: Bool

    fileprivate init(_ made: MadePack, _ making: consuming PackMaking, _ files: [PackFile], isThere: Bool) {
        self.made = made
        self.making = making
        self.files = files
        self.isThere = isThere
    }

    func publish() throws(FolderError) {
        if !isThere { try making.publish(files) }
    }
}

extension PackFolder {
    /// The library does not always say what stood in its way.
    fileprivate func error(_ error: WorkbookError) -> FolderError {
        switch error {
        case .folder(let code): FolderError(code, path)
        case .library(_, let text): isFull ? .diskFull(path: path) : .unavailable(path: path, detail: text)
        }
    }
}
