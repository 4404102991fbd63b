/// Coming in, and looking at what is not everybody's to see. It changes nothing
/// but the journal, which says who did it and when.
public enum AccessCommand: Hashable, Sendable {
    case signIn
    case signOut
    /// A passphrase that was not the right one; `failures` in a row so far.
    case refuseSignIn(failures: Int)
    /// A way in was made for this operator; `opensWords`: it holds the hotline's key.
    case issueSlot(operator: String, opensWords: Bool)
    case removeSlot(operator: String)
    /// The printed key was used.
    case recover
    /// What was given for the printed key was another one, or none at all.
    case refuseRecovery
    /// A new hotline's key takes the old one's place; these people's slots go.
    case turnKey(withoutSlot: [String])
    /// A case, a call's words, a referral opened to be read.
    case view(Subject)
    /// A call-back number or a confidential address shown in full.
    case unmask(Subject)
    /// Words or places searched; what was typed is not kept.
    case search(found: Int)
    /// Something left the program: `what` is the command's name, `period` where there is one.
    case export(what: String, period: String?)
    /// A case goes to another house in a sealed file.
    case exportCase(CaseID, format: String)
    /// A copy of the whole store was made in this file; `until`: when it was whole, others write meanwhile.
    case backUp(path: String, until: Instant?)
    /// One that was made before, of a store that this one took the place of.
    case knowBackup(path: String, made: Stamp, until: Instant?)
    /// A desk of its own joins this store.
    case enrolDesk(Enrolment)
    /// A desk that joined this store works no more.
    case retireDesk(DeskMark)
}

/// What the journal keeps of it. The thing looked at is the event's subject.
public enum AccessEvent: Hashable, Sendable, Codable {
    case signedIn
    case signedOut
    case signInRefused(failures: Int)
    case slotIssued(operator: String, opensWords: Bool)
    case slotRemoved(operator: String)
    case recovered
    case recoveryRefused
    case keyTurned(withoutSlot: [String])
    case viewed(kind: SubjectKind)
    case unmasked(kind: SubjectKind)
    case searched(found: Int)
    case exported(what: String, period: String?)
    case caseExported(format: String)
    case backedUp(path: String, until: Instant?)
    case backupKnown(path: String, made: Stamp, until: Instant?)
    case deskEnrolled(mark: DeskMark, name: String, token: String, insteadOf: DeskMark?)
    case deskRetired(mark: DeskMark)
}

extension AccessCommand {
    /// What it is about; the hotline itself where it is about no single thing.
    var subject: Int64 {
        switch self {
        case .view(let subject), .unmask(let subject): subject.id
        case .exportCase(let id, _): id.raw
        default: 0
        }
    }

    var event: AccessEvent {
        switch self {
        case .signIn: .signedIn
        case .signOut: .signedOut
        case .refuseSignIn(let failures): .signInRefused(failures: failures)
        case .issueSlot(let code, let opensWords): .slotIssued(operator: code, opensWords: opensWords)
        case .removeSlot(let code): .slotRemoved(operator: code)
        case .recover: .recovered
        case .refuseRecovery: .recoveryRefused
        case .turnKey(let codes): .keyTurned(withoutSlot: codes)
        case .view(let subject): .viewed(kind: subject.kind)
        case .unmask(let subject): .unmasked(kind: subject.kind)
        case .search(let found): .searched(found: found)
        case .export(let what, let period): .exported(what: what, period: period)
        case .exportCase(_, let format): .caseExported(format: format)
        case .backUp(let path, let until): .backedUp(path: path, until: until)
        case .knowBackup(let path, let made, let until): .backupKnown(path: path, made: made, until: until)
        case .enrolDesk(let asked):
            .deskEnrolled(mark: asked.mark, name: asked.name, token: asked.token, insteadOf: asked.insteadOf)
        case .retireDesk(let mark): .deskRetired(mark: mark)
        }
    }
}
