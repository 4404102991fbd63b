/// Refuses codes that are in no list, naming the nearest ones.
enum CodeCheck {
    static func code(_ code: String?, _ list: ListID) throws(Refusal) {
        guard let code, !CodeLists.list(list).contains(code) else { return }
        throw Refusal(
            CallRule.unknownCode,
            [
                "code": code, "list": list.rawValue,
                "nearest": CodeLists.list(list).nearest(to: code, limit: 3).map(\.code).joined(separator: ", "),
            ])
    }

    static func required(_ code: String, _ list: ListID, _ missing: some RuleName) throws(Refusal) {
        if code.isEmpty { throw Refusal(missing) }
        try self.code(code, list)
    }
}
