/// What was typed behind the program's name.
enum Arguments {
    /// Checked as bytes: Swift's own list mends broken text without a word.
    static func ofProcess() throws(InputError) -> [String] {
        var arguments: [String] = []
        for place in 1..<max(1, Int(CommandLine.argc)) {
            guard let bytes = CommandLine.unsafeArgv[place] else { continue }
            guard let text = String(validatingCString: bytes) else {
                throw InputError.argumentNotUTF8(number: place)
            }
            arguments.append(text)
        }
        return arguments
    }
}
