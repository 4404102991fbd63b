import Foundation

/// Two servers, one of which follows the other, as Documentation/ManyDesks.md sets them up.
extension PostgresCluster {
    /// What a standby is called by its primary.
    private static let standby = "second"

    /// Begins as a copy of the one it follows.
    func copyFiles(of primary: PostgresCluster) throws {
        try programs.run(
            "pg_basebackup",
            [
                "--checkpoint=fast", "--no-sync", "-D", folder + "/data", "-R", "-X", "stream",
                "-d", "host=\(primary.folder) user=postgres application_name=\(PostgresCluster.standby)",
            ], as: ServerPrograms.nobody)
    }

    /// From here on a commit is acknowledged when the standby has it too.
    public func waitForStandby() throws {
        try run("ALTER SYSTEM SET synchronous_standby_names = '\(PostgresCluster.standby)'")
        try run("SELECT pg_reload_conf()")
        try wait("SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'", for: "1")
    }

    public func waitToHaveAll(of primary: PostgresCluster) throws {
        let end = try primary.run("SELECT pg_current_wal_lsn()")
        try wait("SELECT pg_last_wal_replay_lsn() >= '\(end)'", for: "t")
    }

    /// A standby's line to its primary is cut, without a word to either.
    public func stopFollowing() throws {
        try run("ALTER SYSTEM SET primary_conninfo = 'host=/nowhere'")
        try run("SELECT pg_reload_conf()")
        try wait("SELECT count(*) FROM pg_stat_wal_receiver WHERE status = 'streaming'", for: "0")
    }

    /// As when its power is gone: nothing is said, and nothing is written down that was not.
    public func kill() throws {
        let state = try String(contentsOfFile: folder + "/data/postmaster.pid", encoding: .utf8)
        guard let number = state.split(separator: "\n").first.flatMap({ pid_t($0) }), number > 1 else {
            throw Trouble("no server to kill")
        }
        Glibc.kill(number, SIGKILL)
    }

    /// Waits until a standby whose primary is gone has taken in all that had come to it.
    public func takeInRest() throws {
        try wait("SELECT count(*) FROM pg_stat_wal_receiver", for: "0")
        try wait("SELECT pg_last_wal_replay_lsn() >= pg_last_wal_receive_lsn()", for: "t")
    }

    /// A standby becomes the one that takes writes, and waits for nobody.
    public func promote() throws {
        guard try run("SELECT pg_promote()") == "t" else { throw Trouble("it was not promoted") }
        try run("ALTER SYSTEM RESET synchronous_standby_names")
        try run("SELECT pg_reload_conf()")
    }

    /// In this order, as libpq reads it: whichever of them takes writes.
    public func url(_ database: String, or other: PostgresCluster) -> String {
        let hosts = [self, other].map { $0.folder.replacingOccurrences(of: "/", with: "%2F") }
        return "postgres://postgres@\(hosts.joined(separator: ","))/\(database)?target_session_attrs=read-write"
    }

    private func wait(_ question: String, for answer: String) throws {
        for _ in 0..<400 {
            if try run(question) == answer { return }
            usleep(25_000)
        }
        throw Trouble("it never came to \(answer): \(question)")
    }
}
