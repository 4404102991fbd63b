import HotlineDomain
import PostgresCluster
import StoreSQLite

@testable import HotlineStore

extension Sample {
    /// A desk's store beside the one of the house: of the same hotline, and empty until something is shipped to it.
    static func desk(_ number: Int, of house: Store) throws -> Store {
        let mark = DeskMark(number)!
        return try Store.createToReceive(
            try SQLiteEngine.inMemory(node: mark.nodes.lowerBound), house.origin(), marks: ["desk": "\(mark)"]
        ) { _ in zone }
    }

    /// The house and its desks, all of which know the hotline.
    static func together(desks: Int, _ protection: Protection = .open) throws -> [Store] {
        try together(desks: desks, at: house(protection))
    }

    /// With `RINGBUOY_TESTS_ON_SERVER` set it is a server's, and whatever reaches it comes in by the role of desks.
    private static func house(_ protection: Protection) throws -> Store {
        if isOnServer {
            let cluster = try PostgresCluster.shared.get()
            return try ServerOfDesks(cluster.url(cluster.makeDatabase()), protection).store
        }
        return try Store.create(
            try SQLiteEngine.inMemory(), hotline: hotline, protection, at: at("2009-09-01", "00:00"),
            chance: SeededChance(state: 1)
        ) { _ in zone }
    }

    static func together(desks: Int, at house: Store) throws -> [Store] {
        try [house]
            + (1...desks).map { number in
                let desk = try desk(number, of: house)
                try house.ship(to: desk)
                return desk
            }
    }
}

extension Store {
    /// All that the other one lacks, so many events at once.
    func ship(to other: Store, limit: Int = 500) throws {
        while let shipment = try shipment(after: other.heads(), limit: limit) { try other.receive(shipment) }
    }

    func findings() throws -> [Finding] { try verify().findings }

    /// A case with nobody in it yet.
    func openCase(at now: Instant, by code: String = "51") throws -> CaseID {
        let id = newID(Case.self, at: now)
        try perform([.case(id, .open(.walkIn)), .case(id, .triage)], by: code, at: now)
        return id
    }

    func note(_ text: String, on file: CaseID, at now: Instant, by code: String = "51") throws {
        try perform([.case(file, .note(written(text, at: now)))], by: code, at: now)
    }
}

extension [Store] {
    /// Until nobody lacks anything, by way of the first.
    func exchange(limit: Int = 500) throws {
        for desk in dropFirst() { try desk.ship(to: self[0], limit: limit) }
        for desk in dropFirst() { try self[0].ship(to: desk, limit: limit) }
    }

    func digests() throws -> Set<String> { Set(try map { try $0.stateDigest() }) }
}
