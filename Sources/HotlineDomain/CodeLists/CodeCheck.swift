/// Refuses codes that are in no list, naming the nearest ones.
enum CodeCheck {
    static func code(_ code: String?, _ list: ListID) throws(Refusal) {
        guard let typed = code, !CodeLists.list(list).contains(typed) else { return }
        // No code is longer; the nearest to ten megabytes would take minutes to find.
        let head = String(typed.prefix(60))
        throw Refusal(
            CallRule.unknownCode,
            [
                "code": head, "list": list.rawValue,
                "nearest": CodeLists.list(list).nearest(to: head, limit: 3).map(\.code).joined(separator: ", "),
            ])
    }

    static func required(_ code: String, _ list: ListID, _ missing: some RuleName) throws(Refusal) {
        if code.isEmpty { throw Refusal(missing) }
        try self.code(code, list)
    }
}
