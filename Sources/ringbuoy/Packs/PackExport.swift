import HotlineConsole
import HotlineDomain
import HotlineReports
import HotlineStore

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
    func give() throws -> Done { try run(asDraft: false) }

    /// Marked as a draft on every page; the ledger knows nothing of it, the journal does.
    func draft() throws -> Done { try run(asDraft: true) }

    private func run(asDraft: Bool) throws -> Done {
        while true {
            var reading = try reading(asDraft: asDraft)
            try reading.finish { try desk.counted($0, by: actor) }
            let writing = writing(reading, asDraft: asDraft)
            progress(0.2)
            let written = try writing.write { step in progress(0.2 + 0.8 * step.part) }
            guard let done = try finish(writing, written) else { continue }
            progress(1)
            return done
        }
    }

    // MARK: - Step by step, for whoever has something else to do meanwhile

    /// What it is made from, but for months that are open. A pack that is none of a draft has none.
    func reading(asDraft: Bool) throws -> PackReading {
        try PackReading(desk.packShelf().order(donor, period), isDraft: asDraft)
    }

    /// With every month read.
    func writing(_ reading: PackReading, asDraft: Bool) -> PackWriting {
        PackWriting(reading: reading, isDraft: asDraft, folder: folder)
    }

    /// Signs for what is written and puts it in its folder. Nil: somebody gave it while this
    /// one was made, by other terms, and those are the pack's: it is to be ordered again.
    func finish(_ writing: PackWriting, _ written: WrittenPack) throws -> Done? {
        let earlier = writing.reading.order.earlier
        do {
            try desk.perform([command(writing, written)], by: actor)
        } catch let refusal as Refusal
            where !writing.isDraft && earlier == nil && refusal.rule == PackRule.changed.rawValue
        {
            return nil
        }
        try written.publish()
        return Done(made: written.made, files: written.files, earlier: earlier)
    }

    private func command(_ writing: PackWriting, _ written: WrittenPack) -> Command {
        if writing.isDraft { return .access(.export(what: "export --draft", period: period.name)) }
        let contents = written.made.contents(written.files, digest: PackExport.digest)
        return .pack(desk.newID(PackRelease.self), .release(contents))
    }

    static let digest: ByteDigest = { Store.hash($0) }
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
