import HotlineDomain

/// How a store that is made keeps its words.
public enum Protection: Sendable {
    /// No passphrases, the key lies beside it: for practice and tests.
    case open
    /// The key lies in slots: the first admin's, and the printed one.
    case sealed(FirstSlots)
}

/// Who can open a new store.
public struct FirstSlots: Sendable {
    let admin: String
    let passphrase: Passphrase
    let recovery: RecoveryKey
    let cost: Slot.Cost

    /// `admin`: an operator of the profile.
    public init(admin: String, passphrase: Passphrase, recovery: RecoveryKey, cost: Slot.Cost = .standard) {
        self.admin = admin
        self.passphrase = passphrase
        self.recovery = recovery
        self.cost = cost
    }
}

extension Protection {
    var isOpen: Bool {
        if case .open = self { true } else { false }
    }

    var access: Access {
        switch self {
        case .open: .open
        case .sealed(let first): .signedIn(first.admin)
        }
    }
}

extension FirstSlots {
    func check(_ hotline: Hotline) throws(Refusal) {
        guard let person = hotline.operatorNamed(admin), person.active, person.has(.admin) else {
            let admins = hotline.operators.filter { $0.active && $0.has(.admin) }.map(\.code).sorted()
            throw Refusal(
                SignInRule.firstMustBeAdmin,
                ["operator": admin, "known": admins.isEmpty ? "-" : admins.joined(separator: ", ")])
        }
        try passphrase.check()
    }
}
