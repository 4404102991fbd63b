import Glibc
import HotlineReports

/// A pack on its way to its folder: in a private one beside it, which becomes
/// the folder once everything in it is on the disk. What a killed program left
/// of one is taken away by the next.
struct PackMaking: ~Copyable {
    let path: String
    private let folder: PackFolder
    /// Held while this program lives: nobody takes the folder for a leftover.
    private let descriptor: Int32

    private static let prefix = ".ringbuoy-pack-"

    init(_ folder: PackFolder) throws(FolderError) {
        PackMaking.clearLeftovers(in: folder.parent)
        self.folder = folder
        while true {
            var template = Array("\(folder.parent)/\(PackMaking.prefix)XXXXXX".utf8CString)
            // Made with mode 0700.
            guard mkdtemp(&template) != nil else { throw FolderError(errno, folder.path) }
            let made = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
            if let held = PackMaking.hold(made, LOCK_EX) {
                path = made
                descriptor = held
                return
            }
            // Taken for a leftover before it could be held.
        }
    }

    /// Every file, on the disk. `progress` is told how many are.
    func write(_ files: [PackFile], progress: (Int) -> Void = { _ in }) throws(FolderError) {
        for (place, file) in files.enumerated() {
            progress(place)
            try write(file)
        }
        progress(files.count)
        // Not every disk knows this of a folder.
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw FolderError(errno, folder.path) }
    }

    private func write(_ file: PackFile) throws(FolderError) {
        let name = "\(path)/\(file.name.rawValue)"
        let opened = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, PackMaking.fileMode)
        guard opened >= 0 else { throw FolderError(errno, folder.path) }
        defer { close(opened) }
        var rest = file.bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { folder.write(opened, $0.baseAddress, $0.count) }
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR {
                throw FolderError(errno, folder.path)
            }
        }
        guard fsync(opened) == 0 else { throw FolderError(errno, folder.path) }
    }

    /// It becomes the folder it was made for. `files`: what was written; if somebody
    /// put the very same there meanwhile, that is it.
    func publish(_ files: [PackFile]) throws(FolderError) {
        // A pack is made to be handed on: open to whom this user's files are open to, where a disk tells them apart.
        fchmod(descriptor, PackMaking.folderMode)
        // Takes the place of nothing, or of a folder that is empty.
        if rename(path, folder.target) != 0 {
            let code = errno
            guard code == EEXIST || code == ENOTEMPTY || code == ENOTDIR else { throw FolderError(code, folder.path) }
            guard try folder.holds(files) else { throw .taken(path: folder.path) }
        }
        let above = open(folder.parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if above >= 0 {
            fsync(above)
            close(above)
        }
    }

    deinit {
        // Not there any more where it was published.
        PackMaking.remove(path)
        close(descriptor)
    }

    // MARK: - Leftovers

    private static func clearLeftovers(in parent: String) {
        for name in FolderEntries.names(parent) ?? [] where name.hasPrefix(prefix) {
            let path = "\(parent)/\(name)"
            var status = stat()
            guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR, status.st_uid == geteuid(),
                let held = hold(path, LOCK_EX | LOCK_NB)
            else { continue }
            remove(path)
            close(held)
        }
    }

    /// The folder's descriptor, locked; nil where somebody holds it, and where it is gone.
    private static func hold(_ path: String, _ lock: Int32) -> Int32? {
        let opened = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
        guard opened >= 0 else { return nil }
        var status = stat()
        guard flock(opened, lock) == 0, fstat(opened, &status) == 0, status.st_nlink > 0 else {
            close(opened)
            return nil
        }
        return opened
    }

    /// The files of a pack, and the folder a workbook was written in.
    private static func remove(_ path: String) {
        for name in FolderEntries.names(path) ?? [] where unlink("\(path)/\(name)") != 0 {
            for inner in FolderEntries.names("\(path)/\(name)") ?? [] { unlink("\(path)/\(name)/\(inner)") }
            rmdir("\(path)/\(name)")
        }
        rmdir(path)
    }

    // MARK: - Who may read it

    private static let fileMode: mode_t = 0o666
    private static var folderMode: mode_t {
        let mask = umask(0o077)
        umask(mask)
        return 0o777 & ~mask
    }
}
