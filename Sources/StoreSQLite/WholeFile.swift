import Glibc
import HotlineStore

/// A file that is there whole or not at all: made under another name beside its
/// place, brought to the disk, then given its own.
struct WholeFile {
    private let files: StoreFiles
    private let making: String

    /// `suffix` keeps apart what may be made at the same time.
    init(_ files: StoreFiles, suffix: String) {
        self.files = files
        making = files.database + suffix
    }

    /// `fill` gets the path of an empty file that only its owner may read.
    /// What is there already is refused, unless `putAside` makes way for the new
    /// one: it is called when the new one is whole.
    func make(putAside: (() throws -> Void)? = nil, _ fill: (String) throws -> Void) throws {
        sweep()
        let descriptor = open(making, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            // Not the store is missing, but the folder it was to be in.
            guard errno != ENOENT else {
                throw StoreError.unavailable(path: files.named, detail: String(cString: strerror(ENOENT)))
            }
            throw StoreError(systemError: errno, path: files.named)
        }
        close(descriptor)
        do {
            try fill(making)
            try WholeFile.sync(making, named: files.named)
            if let putAside {
                try putAside()
                try rename()
            } else {
                try link()
            }
        } catch {
            sweep()
            throw error
        }
        try WholeFile.sync(files.folder, named: files.named)
    }

    private func rename() throws(StoreError) {
        guard Glibc.rename(making, files.database) == 0 else {
            throw StoreError(systemError: errno, path: files.named)
        }
    }

    /// A link refuses what is there; where a disk knows no links (a stick), we look.
    private func link() throws(StoreError) {
        if Glibc.link(making, files.database) == 0 {
            unlink(making)
        } else if errno == EEXIST || access(files.database, F_OK) == 0 {
            throw .exists(path: files.named)
        } else {
            try rename()
        }
    }

    private func sweep() {
        for suffix in ["", "-journal", "-wal", "-shm"] { unlink(making + suffix) }
    }

    /// A file, or a folder after a name in it changed.
    static func sync(_ path: String, named: String) throws(StoreError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw StoreError(systemError: errno, path: named) }
        defer { close(descriptor) }
        // Some file systems cannot bring a folder to the disk by itself.
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw StoreError(systemError: errno, path: named) }
    }
}
