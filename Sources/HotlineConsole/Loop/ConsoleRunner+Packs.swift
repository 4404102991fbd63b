import HotlineDomain
import HotlineStore

extension ConsoleRunner {
    /// While a pack is made nobody waits a second to see how far it is.
    static let packPause = Duration.milliseconds(50)

    var isGivingPack: Bool { console.situation.packWork?.isGoing ?? false }

    func give(_ errand: PackErrand) {
        guard let packs, !isGivingPack else { return }
        do {
            try packs.begin(errand)
            handle(.pack(PackWork(errand: errand, state: .going(.making))))
        } catch {
            stop(errand, error)
        }
    }

    /// Takes in how far the pack is; once it is in the ledger everybody sees it there.
    func lookAtPack() {
        guard let packs, let work = console.situation.packWork, work.isGoing else { return }
        do {
            let step = try packs.look()
            guard case .done(let done) = step else {
                if work.state != .going(step) { handle(.pack(PackWork(errand: work.errand, state: .going(step)))) }
                return
            }
            handle(.pack(PackWork(errand: work.errand, state: .done(done))))
            try refresh()
        } catch {
            stop(work.errand, error)
        }
    }

    private func stop(_ errand: PackErrand, _ error: any Error) {
        let fault: FieldFault =
            switch error {
            case let refusal as Refusal: FieldFault(says: refusal.sentence, refusal.details)
            case let fault as PackFault: FieldFault(says: fault.key, fault.details)
            case let error as StoreError: FieldFault(says: "store.\(error.name)", error.details)
            default: FieldFault(says: "store.failed", ["detail": "\(type(of: error))"])
            }
        handle(.pack(PackWork(errand: errand, state: .stopped(fault))))
    }
}
