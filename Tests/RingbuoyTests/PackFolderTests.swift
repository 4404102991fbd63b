import Foundation
import HotlineReports
import Testing

@testable import ringbuoy

@Suite("The folder of a pack")
struct PackFolderTests {
    private let files = [
        PackFile(.data, Array("measure,period\r\n".utf8)), PackFile(.manifest, [UInt8](repeating: 7, count: 100_000)),
    ]

    private func withFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pack-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }

    private func names(_ folder: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    private func publish(_ folder: PackFolder) throws {
        let making = try PackMaking(folder)
        try making.write(files)
        try making.publish(files)
    }

    @Test("it is there whole, and open to whom this user's files are open to")
    func whole() throws {
        try withFolder { parent in
            let target = parent.appendingPathComponent("out")
            try publish(PackFolder(target.path))
            #expect(try names(parent) == ["out"])
            #expect(try names(target) == ["data.csv", "manifest.json"])
            let mask = umask(0o022)
            umask(mask)
            var about = stat()
            #expect(stat(target.path, &about) == 0 && about.st_mode & 0o777 == 0o777 & ~mask)
        }
    }

    @Test("until then nobody else may look into it")
    func hidden() throws {
        try withFolder { parent in
            let making = try PackMaking(PackFolder(parent.appendingPathComponent("out").path))
            try making.write(files)
            var about = stat()
            #expect(stat(making.path, &about) == 0 && about.st_mode & 0o777 == 0o700)
        }
    }

    @Test("a disk that runs full after so many bytes leaves nothing", arguments: [0, 10, 16, 5000, 99_999])
    func full(room: Int) throws {
        try withFolder { parent in
            var folder = try PackFolder(parent.appendingPathComponent("out").path)
            let disk = SmallDisk(room)
            folder.write = { disk.write($0, $1, $2) }
            #expect(throws: FolderError.diskFull(path: folder.path)) { try publish(folder) }
            #expect(try names(parent) == [])
        }
    }

    @Test("what a killed program left is taken away, what a living one makes is not")
    func leftovers() throws {
        try withFolder { parent in
            let left = parent.appendingPathComponent(".ringbuoy-pack-abc123")
            try FileManager.default.createDirectory(
                at: left.appendingPathComponent(".workbook-1"), withIntermediateDirectories: true)
            try Data("half".utf8).write(to: left.appendingPathComponent("data.csv"))
            try Data("half".utf8).write(to: left.appendingPathComponent(".workbook-1/workbook.xlsx"))
            let living = try PackMaking(PackFolder(parent.appendingPathComponent("one").path))
            try publish(PackFolder(parent.appendingPathComponent("two").path))
            #expect(Set(try names(parent)) == [URL(fileURLWithPath: living.path).lastPathComponent, "two"])
            try living.write(files)
            try living.publish(files)
            #expect(try names(parent) == ["one", "two"])
        }
    }

    @Test("an end with a slash, a link and an empty folder are the folder they mean")
    func names() throws {
        try withFolder { parent in
            try publish(PackFolder(parent.path + "/slash///"))
            let empty = parent.appendingPathComponent("empty")
            try FileManager.default.createDirectory(at: empty, withIntermediateDirectories: false)
            let link = parent.appendingPathComponent("link")
            try FileManager.default.createSymbolicLink(at: link, withDestinationURL: empty)
            try publish(PackFolder(link.path))
            #expect(try names(empty) == names(parent.appendingPathComponent("slash")))
            #expect(try PackFolder(link.path).holds(files))
        }
    }

    @Test("the folder one stands in, and one that holds it or the store, are refused by name and stay")
    func standing() throws {
        for place in [".", "./", "..", "../..", "/", FileManager.default.currentDirectoryPath] {
            #expect(throws: FolderError.standing(path: place)) { try PackFolder(place) }
        }
        try withFolder { parent in
            let store = parent.appendingPathComponent("deep/deeper/hotline.db")
            try FileManager.default.createDirectory(
                at: store.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data().write(to: store)
            for place in [parent, parent.appendingPathComponent("deep"), store.deletingLastPathComponent()] {
                #expect(throws: FolderError.holdsStore(path: place.path)) {
                    try PackFolder(place.path, store: store.path)
                }
            }
            let beside = parent.appendingPathComponent("deep/deep")
            #expect(try PackFolder(beside.path, store: store.path).path == beside.path)
        }
    }

    @Test("a folder in which nothing may be written is told before anything is made", .enabled(if: geteuid() != 0))
    func readOnly() throws {
        try withFolder { parent in
            #expect(chmod(parent.path, 0o500) == 0)
            defer { chmod(parent.path, 0o700) }
            let path = parent.appendingPathComponent("out").path
            #expect(throws: FolderError.readOnly(path: path)) { try PackFolder(path) }
        }
    }

    /// A disk with room for so many bytes; the last ones it takes in part.
    private final class SmallDisk: @unchecked Sendable {
        // One test writes to it, on one thread.
        private var room: Int
        init(_ room: Int) { self.room = room }

        func write(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
            let fitting = min(count, room)
            guard fitting > 0 || count == 0 else {
                errno = ENOSPC
                return -1
            }
            room -= fitting
            return Glibc.write(descriptor, bytes, fitting)
        }
    }
}
