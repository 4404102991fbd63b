import Dispatch
import HotlineConsole
import HotlineDomain
import HotlineReports
import HotlineStore
import Synchronization

/// Packs that are given from the screen, by the same steps as `export`: read and
/// signed for on the console's own thread, made and written on another one.
final class ScreenPacks: PackWriter {
    let place: PackPlace
    private let desk: Desk
    /// Writes one after the other.
    let thread = DispatchQueue(label: "pack-writer")
    private var work: Work?

    /// One errand, and what its thread has told of it.
    private struct Work {
        let errand: PackErrand
        let order: PackExport.Order
        let told = Told()
    }

    /// What the thread says and the console hears.
    private final class Told: Sendable {
        enum State: Sendable {
            case step(PackStep)
            case written(WrittenPack)
            case failed(any Error)
        }
        let state = Mutex(State.step(.making))
    }

    init(_ desk: Desk) {
        self.desk = desk
        place = PackPlace(folder: Environment.workingFolder, home: Environment.home)
    }

    func begin(_ errand: PackErrand) throws {
        do {
            let export = try export(errand)
            // Whose duty it is not is told so before anything is made.
            let asked = Command.access(.export(what: "export", period: errand.period.name))
            _ = try desk.store.judged([asked], by: errand.actor, at: export.desk.now)
            let work = Work(errand: errand, order: try export.order(asDraft: errand.isDraft))
            self.work = work
            write(work)
        } catch let error as FolderError {
            throw PackFault(error)
        }
    }

    func look() throws -> PackStep {
        guard let work else { return .making }
        do {
            switch work.told.state.withLock({ $0 }) {
            case .step(let step): return step
            case .failed(let error): throw error
            case .written(let pack):
                guard let done = try export(work.errand).finish(work.order, pack) else {
                    try begin(work.errand)
                    return .making
                }
                self.work = nil
                let manifest = done.made.contents(done.files, digest: PackExport.digest).manifest
                return .done(PackDone(manifest: manifest, earlier: done.earlier?.first))
            }
        } catch {
            self.work = nil
            if let error = error as? FolderError { throw PackFault(error) }
            throw error
        }
    }

    /// What is being written goes as soon as it is.
    func giveUp() { work = nil }

    /// With the clock and the hotline of this moment.
    private func export(_ errand: PackErrand) throws -> PackExport {
        PackExport(
            desk: try desk.again(), donor: errand.donor, period: errand.period, actor: errand.actor,
            folder: try PackFolder(errand.folder, store: desk.path))
    }

    private func write(_ work: Work) {
        let (told, writing) = (work.told, work.order.writing)
        thread.async {
            do {
                let pack = try writing.write { step in
                    guard case .writing(let done, let count) = step else { return }
                    told.state.withLock { $0 = .step(.writing(done: done, of: count)) }
                }
                told.state.withLock { $0 = .written(pack) }
            } catch {
                told.state.withLock { $0 = .failed(error) }
            }
        }
    }
}

extension PackFault {
    fileprivate init(_ error: FolderError) { self.init("cli.export.\(error.name)", error.details) }
}
