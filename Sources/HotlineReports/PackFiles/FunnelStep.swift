/// A step of the funnel: how it is named, and what share it is of the step before.
struct FunnelStep: Sendable {
    let name: String
    let count: @Sendable (Funnel) -> Int
    let share: (@Sendable (Funnel) -> Share)?

    static let all = [
        FunnelStep(name: "calls", count: { $0.calls }, share: nil),
        FunnelStep(name: "sos", count: { $0.sos }, share: { $0.sosOfCalls }),
        FunnelStep(name: "cases", count: { $0.casesOpened }, share: { $0.casesOfSOS }),
        FunnelStep(name: "referred", count: { $0.referred }, share: { $0.referredOfCases }),
    ]
}
