/// How wrong passphrases slow the next one down: the first three cost nothing,
/// from then on each doubles the wait, up to five minutes. Nobody is ever
/// locked out for good: the person at the telephone may be the only one awake.
public enum SignInDelay {
    public static let freeTries = 3
    public static let secondsMax = 300

    /// Seconds from the last failure until another try is allowed.
    public static func seconds(afterFailures failures: Int) -> Int {
        guard failures >= freeTries else { return 0 }
        return min(secondsMax, 1 << min(failures - freeTries + 1, 10))
    }
}
