/// What happened to a thing's words. The thing is the event's subject; what is
/// known of it in codes, times and counts stays as it is.
public enum ErasureEvent: Hashable, Sendable, Codable {
    case erased(kind: SubjectKind, words: [WordsID], because: String, person: Int?)
    case held(kind: SubjectKind, because: String)
    case released(kind: SubjectKind, because: String)

    /// Of what kind the thing is.
    public var kind: SubjectKind {
        switch self {
        case .erased(let kind, _, _, _), .held(let kind, _), .released(let kind, _): kind
        }
    }
}
