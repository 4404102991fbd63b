import Glibc

/// What the system tells this process.
enum Environment {
    /// Nil for a variable that is not set, and for one that is empty.
    static func value(_ name: String) -> String? {
        guard let found = getenv(name) else { return nil }
        let text = String(cString: found)
        return text.isEmpty ? nil : text
    }

    static var inputIsTerminal: Bool { isatty(STDIN_FILENO) == 1 }
    static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    /// `$XDG_DATA_HOME/ringbuoy`, else `~/.local/share/ringbuoy`.
    static var dataFolder: String {
        // A relative one is to be ignored, the specification says.
        if let data = value("XDG_DATA_HOME"), data.hasPrefix("/") { return data + "/ringbuoy" }
        return (value("HOME") ?? ".") + "/.local/share/ringbuoy"
    }

    static var defaultStore: String { value("RINGBUOY_STORE") ?? dataFolder + "/hotline.db" }
    static var practiceStore: String { dataFolder + "/practice.db" }

    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }
}
