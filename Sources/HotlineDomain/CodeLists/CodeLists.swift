/// The code lists this program was built with, read once, when first needed.
public enum CodeLists {
    public static func list(_ id: ListID) -> CodeList {
        guard let list = lists[id] else { preconditionFailure("every ListID is read") }
        return list
    }

    /// In the order of `ListID`.
    public static var all: [CodeList] { ListID.allCases.map(list) }

    private static let lists: [ListID: CodeList] = Dictionary(
        uniqueKeysWithValues: ListID.allCases.map { ($0, read($0)) })

    /// A list is part of the program: one that is not in form is a defect of the
    /// build, which a test finds, and no console should start with.
    private static func read(_ id: ListID) -> CodeList {
        do {
            return try CodeList(tsv: id.bytes)
        } catch {
            preconditionFailure("\(id.rawValue).tsv:\(error.line): \(error.reason)")
        }
    }
}
