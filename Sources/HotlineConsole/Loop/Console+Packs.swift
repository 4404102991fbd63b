import HotlineDomain
import HotlineReports
import Wording

extension Console {
    /// How far a pack is shows on its screen; what came of it is said wherever one is by then.
    mutating func take(_ work: PackWork, _ around: Surroundings) -> [Effect] {
        situation.packWork = work
        switch work.state {
        case .going: break
        case .done:
            notice = Notice(
                .done, says: "pack.work.\(work.errand.isDraft ? "drafted" : "given").told", facts(of: work.errand))
        case .stopped(let fault):
            notice = top.saysRefusals ? nil : Notice(.warning, says: fault.key, fault.arguments)
        }
        return tell(.changed, around)
    }

    /// The digest stands on the pack's own screen, where there is room for it.
    private func facts(of errand: PackErrand) -> [String: String] {
        [
            "donor": situation.hotline.donor(errand.donor)?.name ?? errand.donor,
            "period": PackWords(situation.say).within(errand.period), "folder": errand.folder,
        ]
    }
}
