/// Which case of which house a received one was there.
public struct CaseSource: Hashable, Sendable, Codable {
    /// What the file calls the case: the same file received twice is recognised by it.
    public let file: String
    /// The other hotline's code.
    public let hotline: String
    /// What people there say aloud.
    public let number: String
    /// What became of it there and before, as a record of words.
    public let course: WordsID?

    public init(file: String, hotline: String, number: String, course: WordsID? = nil) {
        self.file = file
        self.hotline = hotline
        self.number = number
        self.course = course
    }

    static let lengthMax = 60

    /// Codes, whoever made the file: they stand in events and on screens.
    public var isInForm: Bool {
        [file, hotline, number].allSatisfy { text in
            (1...CaseSource.lengthMax).contains(text.utf8.count)
                && text.utf8.allSatisfy {
                    switch $0 {
                    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                        UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"), UInt8(ascii: "."),
                        UInt8(ascii: "_"):
                        true
                    default: false
                    }
                }
        }
    }
}
