import HotlineDomain
import HotlineReports
import HotlineStore

/// A pack that is looked at: its open months are counted while no key waits.
struct PackLook {
    let donor: String
    let period: Period
    let began: Instant
    var reading: PackReading

    /// What takes longer than this says how far it is.
    static let quiet = Span(milliseconds: 100)
}

extension ConsoleRunner {
    /// What there is to read first, then one month further each time; the answer when there is no more to count.
    func look(at donor: String, _ period: Period) {
        do {
            try permit(.pack(donor: donor, period))
            let (house, isNew) = (try house, packLook == nil)
            if isNew {
                packLook = PackLook(
                    donor: donor, period: period, began: clock(), reading: try house.packReading(donor, period))
            }
            guard var look = packLook else { return }
            if !isNew, let month = look.reading.next {
                look.reading.take(try house.counted(month, for: console.situation.person?.code, at: clock()))
                packLook = look
            }
            guard look.reading.next == nil else { return tellHowFar(look) }
            let preview = try look.reading.preview(on: house.today(at: clock()))
            end(.pack(.preview(preview), donor: donor, period))
        } catch let refusal as Refusal {
            end(.pack(.refused(refusal), donor: donor, period))
        } catch {
            end(nil)
            fail(error)
        }
    }

    private func end(_ answer: Answer?) {
        packLook = nil
        idle.removeFirst()
        if let answer { handle(.answered(answer)) }
    }

    private func tellHowFar(_ look: PackLook) {
        guard clock() - look.began >= PackLook.quiet else { return }
        handle(
            .answered(
                .packReading(
                    done: look.reading.done, of: look.reading.of, donor: look.donor, look.period)))
    }

    /// While a pack is made nobody waits a second to see how far it is.
    static let packPause = Duration.milliseconds(50)

    var isGivingPack: Bool { console.situation.packWork?.isGoing ?? false }
    /// Each look does a part of the work: nothing else is waited for.
    var isCountingForPack: Bool { console.situation.packWork?.isCounting ?? false }

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
            ferry?.look()
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
