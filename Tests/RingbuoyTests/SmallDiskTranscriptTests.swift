import Foundation
import HotlineStore
import PostgresCluster
import StoreSQLite
import Testing

/// A disk of eight megabytes with next to nothing left on it, and the room kept for such a day gone as well.
@Suite(
    "A desk whose disk is really full",
    .enabled(if: OwnMounts.areAllowed, "takes root, or a system that lets everybody mount in a namespace"))
struct SmallDiskTranscriptTests {
    /// Calls are logged until one is refused; then there is room again, and the same call is logged.
    private static let script = """
        small=$1 out=$2 ringbuoy=$3
        export RINGBUOY_STORE="$small/hotline.db"
        note=$(head -c 19000 /dev/zero | tr '\\0' x)
        log() {
            "$ringbuoy" call log --operator 01 --class information --outcome information_given --note "$note"
        }
        "$ringbuoy" init --profile "$4" --open > /dev/null || exit 1
        rm "$small/hotline.db.reserve"
        head -c 1G /dev/zero > "$small/other" 2> /dev/null
        truncate -s -300K "$small/other"
        logged=0
        while [ $logged -lt 400 ] && log > /dev/null 2> "$out/refused"; do logged=$((logged + 1)); done
        echo $logged > "$out/logged"
        "$ringbuoy" call list --json > "$out/before" || exit 2
        "$ringbuoy" verify > "$out/verified" || exit 3
        rm "$small/other"
        log > /dev/null 2>&1 || exit 4
        "$ringbuoy" call list --json > "$out/after" || exit 5
        "$ringbuoy" verify >> "$out/verified" || exit 6
        cp "$small"/hotline.db* "$out"
        """

    @Test("refuses a call by name, has nothing of it, and logs it whole when there is room")
    func desk() throws {
        let desk = try TestDesk(isSetUp: false)
        let (small, out) = (desk.folder.appendingPathComponent("small"), desk.folder.appendingPathComponent("out"))
        for folder in [small, out] {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        }
        let script = ["sh", "-c", Self.script, "sh", small.path, out.path, TestDesk.program.path, desk.profile]
        let process = try desk.process(OwnMounts.command(script, on: small.path, megabytes: 8))
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationReason == .exit && process.terminationStatus == 0)

        func text(_ name: String) throws -> String {
            try String(contentsOf: out.appendingPathComponent(name), encoding: .utf8)
        }
        func calls(_ name: String) throws -> Int { try text(name).components(separatedBy: "{\"id\":").count - 1 }
        #expect(try text("refused").contains("error: store.disk_full: The disk is full; nothing was lost"))
        let logged = try #require(Int(text("logged").trimmingCharacters(in: .whitespacesAndNewlines)))
        #expect((1..<400).contains(logged))
        #expect(try calls("before") == logged && calls("after") == logged + 1)
        #expect(try text("verified").components(separatedBy: "Sound: ").count == 3)
        try sameElsewhere(out.appendingPathComponent("hotline.db").path)
    }

    /// All of it comes to another store, and tells the same there.
    private func sameElsewhere(_ path: String) throws {
        let store = try Store.open(try SQLiteEngine.open(path: path)) { _ in FerryHouse.moscow }
        defer { store.engine.close() }
        let other = try Store.createToReceive(try SQLiteEngine.inMemory(node: 100), store.origin()) { _ in
            FerryHouse.moscow
        }
        while let shipment = try store.shipment(after: other.heads(), limit: 500) { try other.receive(shipment) }
        #expect(try other.stateDigest() == store.stateDigest())
    }
}
