import HotlineDomain

/// Where counts come from: sums by key for one measure, one dimension and one
/// period, as a store's count tables give them. Keys that count nothing may be
/// left out.
public typealias CountSource = (Measure, Dimension, Period) throws -> [String: Int]
