import HotlineStore

/// The desk's ferry to the server, as far as a console has to do with it. Nil
/// where a desk works by itself.
public protocol DeskFerry: AnyObject {
    /// What there is to be said of it, whichever program of the desk has it.
    var note: FerryNote { get }
    /// The desk's journal has grown.
    func wake()
    /// Something was done at the server: it is brought here without waiting for its bell.
    func look()
    /// The server's store, opened for whoever sits here: what needs everybody's
    /// work is done there. Refuses while it is out of reach.
    func house() throws -> Store
}
