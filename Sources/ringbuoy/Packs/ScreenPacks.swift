import Dispatch
import HotlineConsole
import HotlineDomain
import HotlineReports
import HotlineStore
import Synchronization

/// Packs that are given from the screen, by the same steps as `export`: read and
/// signed for on the console's own thread, a month at a time; made and written
/// on another one.
final class ScreenPacks: PackWriter {
    let place: PackPlace
    private let desk: Desk
    /// Where packs are given: at a desk that has joined, on the server.
    private let house: () throws -> Store
    /// Writes one after the other.
    let thread = DispatchQueue(label: "pack-writer")
    private var work: Work?

    /// One errand, and how far it is.
    private struct Work {
        let errand: PackErrand
        var stage: Stage
    }

    private enum Stage {
        /// Some of its months are open, and counted one after the other.
        case reading(PackReading)
        case writing(PackWriting, Told)
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

    init(_ desk: Desk, at house: (() throws -> Store)? = nil) {
        self.desk = desk
        self.house = house ?? { desk.store }
        place = PackPlace(folder: Environment.workingFolder, home: Environment.home)
    }

    func begin(_ errand: PackErrand) throws {
        do {
            let export = try export(errand)
            // Whose duty it is not is told so before anything is made.
            let asked = Command.access(.export(what: "export", period: errand.period.name))
            _ = try desk.store.judged([asked], by: errand.actor, at: export.desk.now)
            work = Work(errand: errand, stage: try stage(export.reading(asDraft: errand.isDraft), export, errand))
        } catch let error as FolderError {
            throw PackFault(error)
        }
    }

    func look() throws -> PackStep {
        guard let work else { return .making }
        do {
            switch work.stage {
            case .reading(let reading): return try count(reading, work.errand)
            case .writing(let writing, let told):
                switch told.state.withLock({ $0 }) {
                case .step(let step): return step
                case .failed(let error): throw error
                case .written(let pack): return try finish(work.errand, writing, pack)
                }
            }
        } catch {
            self.work = nil
            if let error = error as? FolderError { throw PackFault(error) }
            throw error
        }
    }

    /// What is being written is waited for, and goes: not even a program that ends leaves a file of it.
    func giveUp() {
        work = nil
        thread.sync {}
    }

    /// Every look takes one month further.
    private func count(_ reading: PackReading, _ errand: PackErrand) throws -> PackStep {
        var reading = reading
        let export = try export(errand)
        if let month = reading.next { reading.take(try export.desk.counted(month, by: errand.actor)) }
        work = Work(errand: errand, stage: stage(reading, export, errand))
        return reading.next == nil ? .making : .counting(done: reading.done, of: reading.of)
    }

    private func finish(_ errand: PackErrand, _ writing: PackWriting, _ pack: WrittenPack) throws -> PackStep {
        guard let done = try export(errand).finish(writing, pack) else {
            try begin(errand)
            return .making
        }
        work = nil
        let manifest = done.made.contents(done.files, digest: PackExport.digest).manifest
        return .done(PackDone(manifest: manifest, earlier: done.earlier?.first))
    }

    /// Begins to make it once everything is read.
    private func stage(_ reading: PackReading, _ export: PackExport, _ errand: PackErrand) -> Stage {
        guard reading.next == nil else { return .reading(reading) }
        let (writing, told) = (export.writing(reading, asDraft: errand.isDraft), Told())
        write(writing, told)
        return .writing(writing, told)
    }

    /// With the clock and the hotline of this moment.
    private func export(_ errand: PackErrand) throws -> PackExport {
        PackExport(
            desk: try desk.at(house()), donor: errand.donor, period: errand.period, actor: errand.actor,
            folder: try PackFolder(errand.folder, store: desk.path))
    }

    private func write(_ writing: PackWriting, _ told: Told) {
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
