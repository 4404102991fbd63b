extension LinkState {
    /// What judging a link's state needs from outside of it.
    public struct Facts: Sendable {
        /// The last of the same source.
        public var last: LinkState?
        public init(last: LinkState?) { self.last = last }
    }

    /// The end of the one before is a consequence of its own (`Work+Consequences`).
    public static func decide(
        _ link: LinkState?, _ command: LinkStateCommand, _ facts: Facts, _ occasion: Occasion
    ) throws(Refusal) -> [LinkStateEvent] {
        let (source, state, trouble, instant) = command.parts
        guard link == nil else { throw Refusal(LinkStateRule.exists) }
        for name in [source, trouble].compactMap(\.self) where name.isEmpty || !Provider.isPlain(name) {
            throw Refusal(LinkStateRule.badName, ["name": name])
        }
        if let last = facts.last {
            if instant <= last.beganAt { return [] }
            if last.isNow, last.state == state, last.trouble == trouble { return [] }
        }
        return [.began(source: source, state: state, trouble: trouble, at: instant)]
    }
}
