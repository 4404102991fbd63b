import HotlineDomain

/// A donor's pack of a period that is to be made: by the terms it was given by
/// before, else by those of now.
public struct PackOrder: Sendable {
    public let terms: PackTerms
    public let period: Period
    /// The very same, given before.
    public let earlier: PackRelease?
    let shelf: PackShelf

    /// Every month it is made from, in their order.
    public var months: [Period] {
        PackInput.months(for: period, startMonth: terms.projectYearStartMonth).filter { $0.last >= terms.since }
    }

    /// Those of them that may still change.
    public var openMonths: [Period] {
        let closed = Set(shelf.closings.map(\.month))
        return months.filter { !closed.contains($0.first) }
    }

    /// The pack as it is given. Refuses a month that is open, and what `Pack` refuses.
    public func pack() throws -> MadePack {
        let months = try closedMonths()
        return MadePack(terms: terms, months: months, pack: try Pack(input(months)))
    }

    /// The pack as it would be given by now, marked as a draft. `count`: an open month, counted as of now.
    public func draft(counting count: (Period) throws -> ClosedMonth) throws -> MadePack {
        let open = try openMonths.map { try count($0) }
        let months = try (closedMonths() + open).sorted { $0.period.first < $1.period.first }
        return MadePack(terms: terms, months: months, pack: try Pack(input(months, isDraft: true)))
    }

    private func closedMonths() throws -> [ClosedMonth] {
        let needed = Set(months.map(\.first))
        return try shelf.closings.filter { needed.contains($0.month) }.map {
            try ClosedMonth(canonicalText: $0.figures)
        }
    }

    private func input(_ months: [ClosedMonth], isDraft: Bool = false) -> PackInput {
        PackInput(
            terms, period, months: months, released: shelf.ledger.flatMap(\.contents.tables),
            givenTrees: givenTrees, isDraft: isDraft)
    }

    /// Of every table somebody has, the codes it was first given with.
    private var givenTrees: [GivenTable: CodeTree] {
        var trees: [GivenTable: CodeTree] = [:]
        for release in shelf.ledger {
            for table in release.contents.tables where trees[GivenTable(table)] == nil {
                trees[GivenTable(table)] =
                    release.contents.terms.families.first {
                        $0.name.rawValue == table.family
                    }?.tree
            }
        }
        return trees
    }
}

/// A pack with all it was made from.
public struct MadePack: Sendable {
    public let terms: PackTerms
    public let months: [ClosedMonth]
    public let pack: Pack

    /// Every file of it, the manifest last. `workbook` writes the one in the form spreadsheets
    /// read; `progress` is told how many are done, of how many.
    public func files(
        _ words: PackWords, digest: @escaping ByteDigest, workbook: (Workbook) throws -> [UInt8],
        progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }
    ) throws -> [PackFile] {
        progress(0, 3)
        var files = pack.files(words, digest: digest)
        progress(1, 3)
        files.append(PackFile(.workbook, try workbook(pack.workbook(words))))
        progress(2, 3)
        files.append(ManifestFile.file(pack, files: files, months: months, digest: digest))
        progress(3, 3)
        return files
    }

    /// What the ledger keeps of it.
    public func contents(_ files: [PackFile], digest: ByteDigest) -> PackContents {
        let manifest = files.first { $0.name == .manifest }?.bytes ?? []
        return PackContents(
            period: pack.period, terms: terms,
            months: months.map {
                PackContents.Month(month: $0.period.first, digest: ByteText.hex(digest($0.canonicalBytes)))
            },
            tables: pack.releases, manifest: ByteText.hex(digest(manifest)))
    }
}
