import HotlineDomain
import HotlineStore

/// What was written of a thing in two places and does not stand, with the
/// words it is read by.
public struct Others: Hashable, Sendable {
    public internal(set) var values: [OtherValue] = []
    /// None for an erased record.
    public internal(set) var words: [WordsID: Private<String>] = [:]

    public init() {}

    /// - Parameter isReadable: false where whoever looks is not to read the words that stand: then they
    ///   read no others either, only codes.
    public init(of subject: Subject, in store: Store, isReadable: Bool) throws {
        let all = try store.otherValues(of: subject)
        guard isReadable else {
            values = all.filter(\.words.isEmpty)
            return
        }
        for id in all.flatMap(\.words) { words[id] = try store.words(id) }
        values = all.filter { !isAlike($0) }
    }

    /// Two records that say the same.
    private func isAlike(_ value: OtherValue) -> Bool {
        guard let stands = value.stands?.words, let wrote = value.wrote?.words, let text = words[stands] else {
            return false
        }
        return words[wrote] == text
    }

    public var isEmpty: Bool { values.isEmpty }

    /// Those that stay to be read until somebody has written the field anew.
    var lasting: [OtherValue] { values.filter(\.field.lasts) }

    /// Of several that were written into one field the last.
    func value(of field: ThingField) -> OtherValue? { values.last { $0.field == field } }
}
