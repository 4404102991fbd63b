import HotlineDomain

/// Where a pack goes unless somebody says otherwise.
public struct PackPlace: Hashable, Sendable {
    /// The folder a name is typed from.
    let folder: String
    /// Nil for a user who has none.
    let home: String?

    public init(folder: String, home: String?) {
        self.folder = folder
        self.home = home
    }

    /// `/home/anna/sdc-2009-09`; a draft says so in its name.
    func suggestion(_ donor: String, _ period: Period, isDraft: Bool) -> String {
        let parts = [donor, period.name.split(separator: "/").joined(separator: "_")] + (isDraft ? ["draft"] : [])
        return whole(parts.joined(separator: "-"))
    }

    /// From the root on, as somebody who types at a shell means it.
    func whole(_ typed: String) -> String {
        if typed.hasPrefix("/") { return typed }
        if let home, typed == "~" || typed.hasPrefix("~/") { return home + typed.dropFirst() }
        return folder == "/" ? "/\(typed)" : "\(folder)/\(typed)"
    }
}
