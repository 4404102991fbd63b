import HotlineDomain

/// The times a session keeps, by the steady clock.
public struct AMIWaits: Hashable, Sendable {
    /// Some switches never greet, and can be spoken to all the same.
    public var banner = Span.seconds(5)
    public var login = Span.seconds(10)
    public var ping = Span.seconds(10)
    /// So many pings without anything heard, and the connection is dead.
    public var pingsMax = 2
    /// Who waits is asked again this often: a switch may stop telling and still answer.
    public var resync = Span.seconds(60)
    public var retryFirst = Span.seconds(1)
    public var retryMax = Span.seconds(60)
    /// Wrong secrets do not get better by trying; some switches lock those out who do.
    public var retryRefused = Span.seconds(30)

    public init() {}

    /// So many times shorter than they are, for trying out what happens after each.
    public init(dividedBy haste: Int64) {
        let waits: [WritableKeyPath<AMIWaits, Span>] = [
            \.banner, \.login, \.ping, \.resync, \.retryFirst, \.retryMax, \.retryRefused,
        ]
        for wait in waits {
            self[keyPath: wait] = Span(milliseconds: max(1, self[keyPath: wait].milliseconds / max(1, haste)))
        }
    }
}
