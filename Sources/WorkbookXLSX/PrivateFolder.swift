import Glibc

/// A folder nobody else may look into, for as long as a workbook is written.
struct PrivateFolder: ~Copyable {
    let path: String

    init(in parent: String) throws(WorkbookError) {
        var template = Array("\(parent)/.workbook-XXXXXX".utf8CString)
        // Made with mode 0700.
        guard mkdtemp(&template) != nil else { throw .folder(errno) }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    func bytes(of file: String) throws(WorkbookError) -> [UInt8] {
        guard let stream = fopen(file, "re") else { throw .folder(errno) }
        defer { fclose(stream) }
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = fread(&part, 1, part.count, stream)
            bytes += part[..<count]
            if count < part.count { break }
        }
        guard ferror(stream) == 0 else { throw .folder(EIO) }
        return bytes
    }

    /// What the library left there goes too.
    deinit {
        if let folder = opendir(path) {
            while let entry = readdir(folder) {
                let name = withUnsafePointer(to: &entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                }
                if name != ".", name != ".." { unlink("\(path)/\(name)") }
            }
            closedir(folder)
        }
        rmdir(path)
    }
}
