import HotlineDomain

extension VisitFacts {
    /// Of somebody who has just come to wait. The number is not part of it.
    init(_ caller: WaitingCaller, isExact: Bool = true) {
        self.init(
            id: caller.id, call: caller.call, line: caller.line, country: caller.country, language: caller.language,
            offered: Stamp(at: caller.queuedAt, isExact: isExact))
    }
}
