import HotlineDomain

/// `manifest.json`: which files belong to a pack, by their digests, and which
/// closed months it was made from. It holds no date of its own: the same pack
/// has the same manifest whenever it is written. The months' own digests stay in
/// the ledger: whoever has one can try out which hidden counts it fits.
public enum ManifestFile {
    /// `files`: all others of the pack.
    public static func file(_ pack: Pack, files: [PackFile], months: [ClosedMonth], digest: ByteDigest) -> PackFile {
        let order = PackFileName.allCases
        let sorted = files.sorted {
            (order.firstIndex(of: $0.name) ?? 0) < (order.firstIndex(of: $1.name) ?? 0)
        }
        let json = JSONValue.object([
            ("hotline", .text(pack.hotlineCode)), ("donor", .text(pack.donor.code)),
            ("period", .text(pack.period.name)), ("draft", .flag(pack.isDraft)),
            ("language", .text(pack.donor.language)),
            (
                "months",
                .array(
                    months.map { month in
                        .object([
                            ("period", .text(month.period.name)), ("definitions", .number(month.definitions)),
                        ])
                    })
            ),
            (
                "files",
                .array(
                    sorted.map { file in
                        .object([
                            ("name", .text(file.name.rawValue)), ("size", .number(file.bytes.count)),
                            ("sha256", .text(ByteText.hex(digest(file.bytes)))),
                        ])
                    })
            ),
        ])
        return PackFile(.manifest, json.compact + "\n")
    }
}
