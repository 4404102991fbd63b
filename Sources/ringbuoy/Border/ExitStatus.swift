/// How a run ended, in the codes of `sysexits.h`: a contract with scripts.
enum ExitStatus: Int32 {
    case done = 0
    /// A rule of the hotline stood in the way.
    case refused = 1
    /// The command line was not understood.
    case usage = 64
    /// What was read is not what it should be.
    case badInput = 65
    /// The store cannot be reached.
    case unavailable = 69
    /// What was to be printed could not be written.
    case cannotWrite = 74
    /// The same may succeed later.
    case tryAgain = 75
    /// The system does not permit it.
    case notAllowed = 77
}
