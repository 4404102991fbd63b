extension LinkState {
    public static func applying(
        _ event: LinkStateEvent, to link: LinkState?, id: LinkStateID, stamp: Stamp
    ) -> LinkState? {
        switch event {
        case .began(let source, let state, let trouble, let instant):
            return LinkState(
                id: id, source: source, state: state, trouble: trouble, beganAt: instant, endedAt: nil,
                lastChanged: stamp)
        case .ended(let instant):
            guard var link else { return nil }
            link.endedAt = instant
            link.lastChanged = stamp
            return link
        }
    }
}
