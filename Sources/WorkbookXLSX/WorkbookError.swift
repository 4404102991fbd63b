/// Why a workbook could not be written; nothing of it is left behind.
public enum WorkbookError: Error, Hashable, Sendable {
    /// No folder or file could be made or filled where temporary files go; the system's number of the error.
    case folder(Int32)
    /// The library gave up; its own number and words, which name no figure.
    case library(Int, String)
}
