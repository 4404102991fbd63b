import Glibc
import Wording

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

    /// `$XDG_DATA_HOME/ringbuoy`, else `~/.local/share/ringbuoy`. Never below
    /// the working folder: the next run may have another.
    static func dataFolder() throws(UsageError) -> String {
        // A relative one is to be ignored, the specification says.
        if let data = value("XDG_DATA_HOME"), data.hasPrefix("/") { return data + "/ringbuoy" }
        guard let home else { throw UsageError(say("cli.usage.no_home")) }
        return home + "/.local/share/ringbuoy"
    }

    /// `$XDG_STATE_HOME/ringbuoy`, else `~/.local/state/ringbuoy`, with every folder above it.
    static func stateFolder() throws(UsageError) -> String {
        let folder: String
        if let state = value("XDG_STATE_HOME"), state.hasPrefix("/") {
            folder = state + "/ringbuoy"
        } else {
            guard let home else { throw UsageError(say("cli.usage.no_home")) }
            folder = home + "/.local/state/ringbuoy"
        }
        var made = ""
        for part in folder.split(separator: "/") {
            made += "/" + part
            mkdir(made, 0o700)
        }
        return folder
    }

    static var home: String? { (value("HOME") ?? homeOfUser).flatMap { $0.hasPrefix("/") ? $0 : nil } }

    /// Where the program was started; the root where that is gone.
    static var workingFolder: String {
        guard let path = getcwd(nil, 0) else { return "/" }
        defer { free(path) }
        return String(cString: path)
    }

    private static var homeOfUser: String? {
        guard let entry = getpwuid(getuid()), let home = entry.pointee.pw_dir else { return nil }
        return String(cString: home)
    }

    static func defaultStore() throws(UsageError) -> String {
        if let named = value("RINGBUOY_STORE") { return named }
        return try dataFolder() + "/hotline.db"
    }

    static func practiceStore() throws(UsageError) -> String { try dataFolder() + "/practice.db" }

    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }
}
