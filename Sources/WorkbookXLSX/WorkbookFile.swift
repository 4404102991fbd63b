import CXlsxWriter
import Glibc
import HotlineReports

/// Writes a workbook in the form spreadsheets read (Office Open XML).
public enum WorkbookFile {
    private typealias Pointer = UnsafeMutablePointer<lxw_workbook>

    /// The same workbook is the same bytes. `parent` is a folder that only this user
    /// may look into: what is temporary lies there, and nothing is left.
    public static func bytes(of workbook: Workbook, in parent: String) throws(WorkbookError) -> [UInt8] {
        let folder = try PrivateFolder(in: parent)
        let file = folder.path + "/workbook.xlsx"
        let temporaries = folder.path
        try QuietErrors.during { () throws(WorkbookError) in try write(workbook, to: file, temporaries) }
        return try folder.bytes(of: file)
    }

    private static func write(_ workbook: Workbook, to file: String, _ temporaries: String) throws(WorkbookError) {
        let made = temporaries.withMutableCString { folder in
            var options = lxw_workbook_options()
            options.tmpdir = folder
            return workbook_new_opt(file, &options)
        }
        // The library keeps its own copy of the folder's name.
        guard let book = made else { throw .library(Int(LXW_ERROR_MEMORY_MALLOC_FAILED.rawValue), "") }
        setProperties(workbook, book)
        let formats = CellFormats(book)
        let names = SheetNames(workbook.sheets.map(\.name)).names
        for (sheet, name) in zip(workbook.sheets, names) {
            SheetWriter(sheet: sheet, name: name, book: book, formats: formats).write()
        }
        // Frees the book, whatever comes of it.
        errno = 0
        let error = workbook_close(book)
        let code = errno
        guard error == LXW_NO_ERROR else {
            // Asked later, the disk has room again: what was half written is gone.
            if [ENOSPC, EDQUOT, EFBIG].contains(code) { throw .folder(code) }
            throw .library(Int(error.rawValue), lxw_strerror(error).map { String(cString: $0) } ?? "")
        }
    }

    private static func setProperties(_ workbook: Workbook, _ book: Pointer) {
        workbook.title.withMutableCString { title in
            workbook.author.withMutableCString { author in
                var properties = lxw_doc_properties()
                properties.title = title
                properties.author = author
                properties.created = time_t(workbook.created)
                workbook_set_properties(book, &properties)
            }
        }
    }
}

extension String {
    /// For a library that takes `char *` and only reads it.
    func withMutableCString<T>(_ body: (UnsafeMutablePointer<CChar>) -> T) -> T {
        var bytes = Array(utf8CString)
        return bytes.withUnsafeMutableBufferPointer { buffer in
            guard let start = buffer.baseAddress else { preconditionFailure("a C string ends with a zero") }
            return body(start)
        }
    }
}

/// Names as the format takes them: short, unlike each other, without its own signs.
struct SheetNames {
    let names: [String]

    init(_ wanted: [String]) {
        var used: Set<String> = []
        names = wanted.enumerated().map { place, name in
            let clean = String(name.filter { !"[]:*?/\\'".contains($0) }.prefix(28))
            let free = clean.isEmpty || used.contains(clean.lowercased()) ? "\(clean) \(place + 1)" : clean
            used.insert(free.lowercased())
            return free
        }
    }
}
