/// Two families that share their whole and are told by windows of different lengths: the whole of
/// the longer, less those of the shorter, would be a month that its own table withholds.
public struct UnevenWindows: Hashable, Sendable {
    public let first: FamilyName
    public let second: FamilyName

    /// Nil where there are no two such families.
    public init?(_ families: [(name: FamilyName, window: WindowLength)]) {
        for (place, family) in families.enumerated() {
            let earlier = families[..<place].first {
                family.name.sharingWhole.contains($0.name) && $0.window != family.window
            }
            guard let earlier else { continue }
            (first, second) = (earlier.name, family.name)
            return
        }
        return nil
    }
}

extension Settings {
    public func window(of family: FamilyName) -> WindowLength { windows[family] ?? family.defaultWindow }

    public var unevenWindows: UnevenWindows? { UnevenWindows(families.map { ($0, window(of: $0)) }) }
}
