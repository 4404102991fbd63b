import HotlineDomain

extension Subject {
    /// What follows from a reason that was chosen for this thing's words.
    func keepingEffects(
        _ code: String, _ asking: Asking, number: String, erasing act: DangerousAct
    ) -> [Effect] {
        func does(_ command: ErasureCommand, _ key: String) -> Effect {
            .perform(
                [.erasure(self, command)], then: [.say(Notice(.done, says: key, ["number": number])), .refresh])
        }
        switch asking {
        case .erase:
            return [
                .ask(act, then: [does(.erase(because: code, person: nil, onlyIt: false), "detail.was_erased")])
            ]
        case .keep: return [does(.hold(because: code), "detail.is_held")]
        case .release: return [does(.release(because: code), "detail.is_released")]
        default: return []
        }
    }
}
