// Stand-ins until the aggregates land.
public struct Call: Sendable {}
public struct Escalation: Sendable {}
public struct Case: Sendable {}
public struct Referral: Sendable {}
public struct Shift: Sendable {}
public struct Handover: Sendable {}
public struct Words: Sendable {}
