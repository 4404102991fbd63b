import HotlineDomain
import Wording

extension String {
    /// This code, if the list has it; else refused with the nearest ones.
    func checked(in id: ListID) throws(Refusal) -> String {
        let list = CodeLists.list(id)
        if list.contains(self) { return self }
        let nearest = list.nearest(to: self, limit: 3).map(\.code).joined(separator: ", ")
        throw Refusal(CallRule.unknownCode, ["code": self, "list": id.rawValue, "nearest": nearest])
    }

    /// The class of this code.
    func callClass() throws(Refusal) -> CallClass {
        guard let found = CallClass(rawValue: try checked(in: .callClass)) else {
            throw Refusal(CallRule.needsClass)
        }
        return found
    }
}

extension ListID {
    /// For the help of an option that takes one of a short list.
    var codes: [String: String] { codes(without: []) }

    func codes(without others: Set<String>) -> [String: String] {
        let codes = CodeLists.list(self).codes.map(\.code).filter { !others.contains($0) }
        return ["codes": codes.joined(separator: ", ")]
    }

    /// What people read for a code of this list, `-` for none.
    func label(_ code: String?) -> String {
        guard let code else { return "-" }
        return CodeLists.list(self).code(code)?.label(say.language.rawValue) ?? code
    }
}
