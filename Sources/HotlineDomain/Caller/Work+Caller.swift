/// What a caller gave for a time: it goes when that time is over.
extension Work {
    /// The number of a call-back that was made, withdrawn, cleared or put
    /// right; a codename that was taken back or is another one now.
    mutating func eraseSpent(of old: Call?) throws {
        guard let old, let new = calls[old.id] else { return }
        let subject = Subject(.call, old.id.raw)
        if let number = old.callBackNumber, new.callBackNumber != number {
            let because = new.callBackNumber == nil ? Erasure.callBackDone : Erasure.replaced
            try erase([number], of: subject, because: because)
        }
        if let name = old.codename, new.codename != name {
            try erase([name], of: subject, because: Erasure.replaced)
        }
    }
}
