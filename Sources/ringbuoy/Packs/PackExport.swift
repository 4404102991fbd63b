import HotlineConsole
import HotlineDomain
import HotlineReports
import HotlineStore
import WorkbookXLSX
import Wording

/// A donor's pack on its way from the store into a folder, with its line in the
/// ledger: the files first, whole and out of sight, then the ledger, then the
/// folder. Killed in between, the same once more makes the same pack.
struct PackExport {
    let desk: Desk
    let donor: String
    let period: Period
    /// Who signs for it.
    let actor: String
    let folder: PackFolder
    var progress: (Double) -> Void = { _ in }

    struct Done {
        let made: MadePack
        let files: [PackFile]
        /// When it was given first, if that was before.
        let earlier: PackRelease?
    }

    /// Refuses what `Pack` and the ledger refuse.
    func give() throws -> Done {
        let order = try desk.packShelf().order(donor, period)
        do {
            return try write(order, order.pack()) { contents in
                try desk.perform([.pack(desk.newID(PackRelease.self), .release(contents))], by: actor)
            }
        } catch let refusal as Refusal where refusal.rule == PackRule.changed.rawValue && order.earlier == nil {
            // Somebody gave it while this one was made, by other terms: those are the pack's.
            return try give()
        }
    }

    /// Marked as a draft on every page; the ledger knows nothing of it, the journal does.
    func draft() throws -> Done {
        let order = try desk.packShelf().order(donor, period)
        return try write(order, order.draft { try desk.counted($0, by: actor) }) { _ in
            try desk.perform([.access(.export(what: "export --draft", period: period.name))], by: actor)
        }
    }

    private func write(
        _ order: PackOrder, _ made: MadePack, sign: (PackContents) throws -> Void
    ) throws -> Done {
        progress(0.2)
        let making = try PackMaking(folder)
        let temporaries = making.path
        let words = PackWords(Say(Language(rawValue: made.terms.donor.language) ?? .en))
        let files: [PackFile]
        do {
            files = try made.files(words, digest: PackExport.digest) {
                try WorkbookFile.bytes(of: $0, in: temporaries)
            } progress: { done, of in
                progress(0.2 + 0.5 * Double(done) / Double(of))
            }
        } catch let error as WorkbookError {
            throw folder.error(error)
        }
        let isThere = try folder.holds(files)
        if !isThere { try making.write(files) }
        progress(0.8)
        try sign(made.contents(files, digest: PackExport.digest))
        if !isThere { try making.publish(files) }
        progress(1)
        return Done(made: made, files: files, earlier: order.earlier)
    }

    static let digest: ByteDigest = { Store.hash($0) }
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

extension Desk {
    /// What packs are made from, as it is now.
    func packShelf() throws -> PackShelf {
        PackShelf(
            hotline: try store.hotline(), closings: try store.closings(), ledger: try store.packs(),
            firstCall: try store.firstCall())
    }

    /// An open month, counted as of now.
    func counted(_ month: Period, by code: String) throws -> ClosedMonth {
        try store.reading(month) { reader in
            try ClosedMonth(counting: reader, of: hotline, zones: { try store.zone($0.zone) }, at: now, by: code)
        }
    }
}
