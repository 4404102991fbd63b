/// The rules that can stand in the way of coming in.
public enum SignInRule: String, RuleName {
    /// A sealed store tells nothing to somebody who has not signed in.
    case needed = "sign_in.needed"
    /// Nobody used the sign-in for the hotline's idle time.
    case idle = "sign_in.idle"
    case wrongPassphrase = "sign_in.wrong_passphrase"
    /// Too many wrong ones lately: the next may be tried in so many seconds.
    case wait = "sign_in.wait"
    case noSlot = "sign_in.no_slot"
    /// What was written for this person to come in by is not what stands there.
    case slotDamaged = "sign_in.slot_damaged"
    case recoverySlotDamaged = "sign_in.recovery_slot_damaged"
    case passphraseShort = "sign_in.passphrase_short"
    case passphraseSame = "sign_in.passphrase_same"
    case passphraseOdd = "sign_in.passphrase_odd"
    case recoveryKeyMistyped = "sign_in.recovery_key_mistyped"
    case wrongRecoveryKey = "sign_in.wrong_recovery_key"
    /// An open store has no passphrases to give.
    case storeIsOpen = "sign_in.store_is_open"
    /// This person's slot does not hold the key: words stay closed.
    case wordsClosed = "sign_in.words_closed"
    /// Somebody who holds the key must issue a slot that is to hold it.
    case issuerHasNoKey = "sign_in.issuer_has_no_key"
    /// A sealed store begins with an admin of its profile.
    case firstMustBeAdmin = "sign_in.first_must_be_admin"
    case lastWayIn = "sign_in.last_way_in"
    /// What consoles left half typed would not open under a new hotline's key.
    case draftsLeft = "sign_in.drafts_left"
}
