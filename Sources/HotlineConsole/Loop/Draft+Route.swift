import HotlineDomain
import HotlineStore

extension Draft {
    /// Where one goes on with it; nil for a form this console does not know.
    var route: Route? {
        switch (form, subject) {
        case (CallScreen.draftForm, let subject?): .call(ID(raw: subject))
        case (CallScreen.afterwardsForm, nil): .callAfterwards
        case (HandoverScreen.draftForm, let subject?): .newHandover(ID(raw: subject))
        default: Act(self).map { .act($0) }
        }
    }
}
