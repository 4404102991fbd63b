import Dispatch
import FoundationEssentials
import Glibc
import HotlineDomain

/// The folder, beside a store that is a file, where consoles keep their drafts, one file each.
/// A file whose console died is unlocked, and offered at the next sign-in.
public struct DraftShelf: Sendable {
    public let folder: String
    private let store: Store

    /// Makes the folder, private to this user, when it is not there. What is
    /// kept in it is sealed with the store's key.
    public init(_ store: Store) throws {
        guard let own = store.engine.ownFiles else { throw StoreError.unavailable(path: "", detail: "drafts") }
        self.store = store
        folder = own + ".drafts"
        guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw StoreError.ofSystem(errno, folder) }
    }

    /// Nil where nobody ever left a draft.
    init?(existingOf store: Store) {
        guard let own = store.engine.ownFiles, access(own + ".drafts", F_OK) == 0 else { return nil }
        self.store = store
        folder = own + ".drafts"
    }

    /// What was typed for a store that is put aside goes with it.
    public static func move(from storePath: String, to otherPath: String) {
        rename(storePath + ".drafts", otherPath + ".drafts")
    }

    /// A draft file for a console that just signed this operator in. Files with
    /// something left in them are not taken.
    public func open(for operatorCode: String) throws -> DraftSlot {
        for number in 1...999 {
            let path = "\(folder)/\(operatorCode)-\(number).draft"
            guard let file = try DraftFile.openLocked(path) else { continue }
            if file.read() == nil { return DraftSlot(file, store) }
            file.release()
        }
        throw StoreError.unavailable(path: folder, detail: "999 drafts")
    }

    /// Drafts of this operator whose console is gone, oldest first. Each holds
    /// its file until it is taken over, discarded or released.
    public func leftOver(of operatorCode: String) throws -> [LeftOverDraft] {
        try leftOver { $0.hasPrefix("\(operatorCode)-") }
    }

    /// Drafts that nobody has written in since then, whoever they belong to,
    /// oldest first; those of living consoles are not among them.
    public func abandoned(before moment: Instant) throws -> [LeftOverDraft] {
        try leftOver { _ in true }.filter { left in
            let isOld = left.file.writtenAt.map { $0 < moment } ?? false
            if !isOld { left.release() }
            return isOld
        }
    }

    /// Takes away what somebody left that is about these things: their words are
    /// erased. What a living console is writing is not touched.
    public func discard(about subjects: Set<Int64>) throws {
        for left in try leftOver({ _ in true }) {
            if let subject = left.draft.subject, subjects.contains(subject) {
                try left.discard()
            } else {
                left.release()
            }
        }
    }

    private func leftOver(_ isMeant: (String) -> Bool) throws -> [LeftOverDraft] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        var found: [LeftOverDraft] = []
        for name in names where isMeant(name) && name.hasSuffix(".draft") {
            guard let file = try DraftFile.openLocked("\(folder)/\(name)") else { continue }
            if let payload = file.read(), let draft = try? Draft(sealed: payload, store) {
                found.append(LeftOverDraft(draft: draft, file: file, store: store))
            } else {
                file.release()
            }
        }
        return found.sorted { $0.draft.startedAt < $1.draft.startedAt }
    }

    /// How many drafts anybody left here, whoever they belong to.
    public func count() -> Int {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { name in
            guard name.hasSuffix(".draft"), let file = try? DraftFile.openLocked("\(folder)/\(name)") else {
                return false
            }
            defer { file.release() }
            return file.read() != nil
        }.count
    }
}

/// A draft whose console is gone.
public struct LeftOverDraft {
    public let draft: Draft
    let file: DraftFile
    let store: Store

    /// Goes on writing into it.
    public func takeOver() -> DraftSlot { DraftSlot(file, store) }
    /// Nothing of it stays on disk.
    public func discard() throws {
        var file = file
        try file.erase()
        file.remove()
    }
    /// Leaves it for later.
    public func release() { file.release() }
}

/// The draft file of one living console. Not shared between threads: the
/// console's loop owns it.
public final class DraftSlot {
    private var file: DraftFile
    private let store: Store
    /// Brings writes to the disk behind the screen's back; one at a time.
    private let queue = DispatchQueue(label: "draft")
    private var isOpen = true

    init(_ file: DraftFile, _ store: Store) {
        self.file = file
        self.store = store
    }

    /// Called for each keystroke, before the screen shows it.
    public func write(_ draft: Draft) throws {
        try file.write(try draft.sealed(store))
        let file = file
        queue.async { file.sync() }
    }

    /// The draft was saved or thrown away: nothing of it stays in the file.
    public func clear() throws { try file.erase() }

    /// The console ends in order. An empty file goes; a draft stays for later.
    public func close() {
        guard isOpen else { return }
        isOpen = false
        queue.sync {}
        if file.read() == nil { file.remove() } else { file.release() }
    }

    deinit { close() }
}
