import FoundationEssentials
import HotlineDomain

extension Store {
    /// What became of one case of a file.
    public struct ReceivedCase: Hashable, Sendable {
        public let id: CaseID
        public let number: String
        /// False: this very file was taken in before.
        public let isNew: Bool
        /// Cases here that came earlier from the same case there.
        public let earlier: [String]
    }

    /// Opens a case for each one of the file, all of them or none, marked with
    /// where it came from. What was taken in before changes nothing.
    public func importCases(_ parcel: CaseParcel, by actor: String, at now: Instant) throws -> [ReceivedCase] {
        // Also where nothing is new: what was taken in before is not everybody's to know.
        try hotline().operatorNamed(actor)?.require(.workCases)
        let document = parcel.document
        var commands: [Command] = []
        var received: [(id: CaseID, isNew: Bool, earlier: [String])] = []
        for file in document.cases {
            if let id = try self.received(file.id) {
                received.append((id, false, []))
                continue
            }
            let id = newID(Case.self, at: now)
            commands += try document.commands(for: file, id) { written($0, at: now) }
            received.append((id, true, try casesReceived(from: document.from.hotline, file.number)))
        }
        if !commands.isEmpty { try perform(commands, by: actor, at: now) }
        return try received.map { id, isNew, earlier in
            ReceivedCase(id: id, number: try self.case(id)?.number ?? "-", isNew: isNew, earlier: earlier)
        }
    }

    private func received(_ file: String) throws -> CaseID? {
        try engine.read { try StoreRecords(connection: $0, hotline: hotlineID).received(file: file) }
    }

    private func casesReceived(from house: String, _ number: String) throws -> [String] {
        try engine.read {
            try CaseTable.select(
                "hotline = $1 AND received_file IS NOT NULL ORDER BY id", [.integer(hotlineID)], $0)
        }.filter { $0.origin.source?.hotline == house && $0.origin.source?.number == number }.map(\.number)
    }
}

extension CaseDocument {
    /// Judged before, when the file was read; judged again by the engine.
    fileprivate func commands(
        for file: File, _ id: CaseID, _ written: (String) -> Written
    ) throws -> [Command] {
        let source = CaseSource(file: file.id, hotline: from.hotline, number: file.number)
        let stretches = file.before + [Stretch(from: from, number: file.number, course: file.course)]
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let course = String(decoding: try encoder.encode(stretches), as: UTF8.self)
        let cameIn = [
            CaseEntry("referred_in_by", .words(written(from.name))),
            CaseEntry("referred_in_on", BusinessDate(madeOn).map { .date($0) }),
            entry("referred_in_reason", file.course.fields["referred_out_reason"], written),
            entry("referred_in_details", file.course.fields["referred_out_details"], written),
        ].compactMap { $0 }
        let known = file.fields.ordered.compactMap { entry($0.name, $0.known, written) }
        return [
            .case(id, .receive(source, course: written(course))), .case(id, .set(person: nil, cameIn + known)),
        ]
            + file.people.map { person in
                .case(
                    id,
                    .addPerson(
                        role: person.role, pseudonym: written(person.pseudonym.text.revealed),
                        person.fields.ordered.compactMap { entry($0.name, $0.known, written) }))
            }
    }

    private func entry(_ name: String, _ known: Known?, _ written: (String) -> Written) -> CaseEntry? {
        guard let known, let field = CaseField.named(name), let given = known.given(in: field, written) else {
            return nil
        }
        return CaseEntry(field.name, given)
    }
}
