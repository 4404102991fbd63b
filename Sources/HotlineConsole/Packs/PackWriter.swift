/// Who makes packs and puts them into folders: files are the program's, as the
/// terminal and the drafts are. What takes long is done beside the loop.
public protocol PackWriter: AnyObject {
    /// Where packs go unless somebody says otherwise.
    var place: PackPlace { get }
    /// Refuses at once what can be told before the work: a `Refusal` or a `PackFault`.
    func begin(_ errand: PackErrand) throws
    /// How far it has come. What only this thread can do is done in small steps, one a look:
    /// counts an open month; signs for it and puts it in its folder once it is written.
    /// Throws what stopped it.
    func look() throws -> PackStep
    /// Nobody waits for it any more: nothing of it is there when this comes back.
    func giveUp()
}
