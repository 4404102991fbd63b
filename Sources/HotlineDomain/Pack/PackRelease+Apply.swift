extension PackRelease {
    public static func applying(
        _ event: PackEvent, to release: PackRelease?, id: PackReleaseID, stamp: Stamp
    ) -> PackRelease? {
        switch event {
        case .released(let contents):
            return Period(contents.period).map {
                PackRelease(id: id, period: $0, contents: contents, given: [stamp], lastChanged: stamp)
            }
        case .releasedAgain:
            guard var release else { return nil }
            release.given.append(stamp)
            release.lastChanged = stamp
            return release
        }
    }
}
