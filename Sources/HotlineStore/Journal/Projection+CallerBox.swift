import HotlineDomain

/// Numbers a switch told: into the box, and out of it into a fingerprint.
extension Projection {
    private var box: CallerBox.Table { CallerBox.Table(connection: connection, hotline: hotline) }

    /// A store without a box keeps no number.
    func fillBox<R>(_ work: Work<R>, _ act: Journal.Act) throws {
        guard !work.numbersOfVisits.isEmpty, let lid = try Store.callerBox(connection) else { return }
        for given in work.numbersOfVisits {
            guard let sealed = try? lid.seal(given.number, of: given.visit) else { continue }
            try box.put(CallerBoxRow(visit: given.visit, putAt: work.stamp.at, sealed: sealed, place: act.last))
        }
    }

    /// A call that was begun of a visit takes its number along, as a fingerprint;
    /// the number of somebody who was not answered is nobody's.
    func emptyBox<R>(_ work: Work<R>, _ act: Journal.Act) throws {
        for case .call(let id, .joined(let visit)) in work.events {
            guard let sealed = try box.sealed(visit) else { continue }
            guard let callerBox, let callerKeys else { throw StoreError.locked }
            // One that does not open was put in by somebody who could not.
            if let number = try? callerBox.open(sealed, of: visit) {
                let days = work.hotline?.settings.repeatCallerDays ?? Settings().repeatCallerDays
                try CallerSigns(connection: connection, hotline: hotline).write(
                    NumberGiven(call: id, number: number), with: callerKeys, at: work.stamp.at, days: days, act)
            }
            try box.remove(visit)
        }
        for change in work.visitChanges where change.new.isUnanswered {
            try box.remove(change.new.id)
        }
    }
}
