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
            let order = try order(asDraft: asDraft)
            progress(0.2)
            let written = try order.writing.write { step in progress(0.2 + 0.8 * step.part) }
            guard let done = try finish(order, written) else { continue }
            progress(1)
            return done
        }
    }

    // MARK: - Step by step, for whoever has something else to do meanwhile

    /// A pack that is made and not written yet.
    struct Order: Sendable {
        let writing: PackWriting
        let earlier: PackRelease?
        let isDraft: Bool
    }

    /// Reads what it is made from. Refuses what `Pack` refuses.
    func order(asDraft: Bool) throws -> Order {
        let order = try desk.packShelf().order(donor, period)
        let made = try asDraft ? order.draft { try desk.counted($0, by: actor) } : order.pack()
        return Order(writing: PackWriting(made: made, folder: folder), earlier: order.earlier, isDraft: asDraft)
    }

    /// Signs for what is written and puts it in its folder. Nil: somebody gave it while this
    /// one was made, by other terms, and those are the pack's: it is to be ordered again.
    func finish(_ order: Order, _ written: WrittenPack) throws -> Done? {
        do {
            try desk.perform([command(order, written)], by: actor)
        } catch let refusal as Refusal
            where !order.isDraft && order.earlier == nil && refusal.rule == PackRule.changed.rawValue
        {
            return nil
        }
        try written.publish()
        return Done(made: order.writing.made, files: written.files, earlier: order.earlier)
    }

    private func command(_ order: Order, _ written: WrittenPack) -> Command {
        if order.isDraft { return .access(.export(what: "export --draft", period: period.name)) }
        let contents = order.writing.made.contents(written.files, digest: PackExport.digest)
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
