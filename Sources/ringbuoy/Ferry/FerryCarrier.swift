import HotlineDomain
import HotlineStore

/// Does what a ferry asks for, between two stores, one thing at a time.
struct FerryCarrier {
    private let desk: Store
    private let open: () throws -> Store
    private var server: Store?

    /// `open`: reaches the server; called again after every loss of it.
    init(_ desk: Store, server open: @escaping () throws -> Store) {
        self.desk = desk
        self.open = open
    }

    /// Becomes readable when others wrote to the server; nil where nothing tells of it.
    var bell: Int32? { server?.engine.bell }

    /// Whether it has rung since.
    func takeBell() -> Bool {
        guard let engine = server?.engine, let bell = engine.bell, FerryWaker.isReadable(bell) else { return false }
        engine.drainBell()
        return true
    }

    mutating func carryOut(_ effect: Ferry.Effect) -> Ferry.Input? {
        do {
            switch effect {
            case .connect: return try connect()
            case .compare:
                let (heads, fork) = try there(compared)
                return .compared(heads, fork: fork)
            case .ship(let heads, let limit):
                let shipment = try here { try $0.shipment(after: heads, limit: limit) }
                if let shipment { _ = try there { try $0.receive(shipment) } }
                return .shipped(shipment?.heads ?? Heads(), events: shipment?.events.count ?? 0)
            case .fetch(let heads, let limit):
                let shipment = try there { try $0.shipment(after: heads, limit: limit) }
                if let shipment { _ = try here { try $0.receive(shipment) } }
                return .fetched(shipment?.heads ?? Heads(), events: shipment?.events.count ?? 0)
            case .leave:
                server = nil
                return nil
            }
        } catch let refusal as Refusal {
            return .refused(refusal)
        } catch Failure.here(let error) {
            return .failed(error)
        } catch Failure.there(let error) {
            server = nil
            return .lost(error)
        } catch {
            server = nil
            return .lost(.failed(detail: "\(type(of: error))"))
        }
    }

    /// Which of the two stores could not.
    private enum Failure: Error {
        case here(StoreError)
        case there(StoreError)
    }

    private mutating func connect() throws -> Ferry.Input {
        do {
            server = nil
            let opened = try open()
            server = opened
        } catch let error as StoreError {
            throw Failure.there(error)
        }
        return try there {
            let (heads, fork) = try compared($0)
            return .connected(
                heads, clock: try $0.engine.clock().map(Instant.init(milliseconds:)), fork: fork)
        }
    }

    /// Where a copy of this desk wrote in its place, what it has there is not what is here: that is told by the
    /// server, when it is offered.
    private func compared(_ server: Store) throws -> (heads: Heads, fork: Refusal?) {
        let (heads, fork) = try desk.comparable(to: server)
        return (heads, fork?.details["desk"] == desk.desk?.description ? nil : fork)
    }

    private func here<T>(_ body: (Store) throws -> T) throws -> T {
        do {
            return try body(desk)
        } catch let error as StoreError {
            throw Failure.here(error)
        }
    }

    private func there<T>(_ body: (Store) throws -> T) throws -> T {
        guard let server else { throw Failure.there(.unavailable(path: "", detail: "")) }
        do {
            return try body(server)
        } catch let error as StoreError {
            throw Failure.there(error)
        }
    }
}
