import HotlineDomain
import HotlineStore

extension Draft {
    /// The catalogue key of what was being written.
    var whatItIs: String {
        switch form {
        case CallScreen.draftForm: "sign_in.draft_of_call"
        case CallScreen.afterwardsForm: "sign_in.draft_new"
        case HandoverScreen.draftForm: "sign_in.draft_of_handover"
        default: "sign_in.draft_of_work"
        }
    }

    /// Where one goes on with it; nil for a form this console does not know.
    var route: Route? {
        switch (form, subject) {
        case (CallScreen.draftForm, let subject?): .call(ID(raw: subject))
        case (CallScreen.afterwardsForm, nil): .callAfterwards
        case (HandoverScreen.draftForm, let subject?): .newHandover(ID(raw: subject))
        case (let form, let subject?) where CasePart(form: form) != nil:
            CasePart(form: form).map { .caseFields(ID(raw: subject), $0) }
        case (let form, nil) where form.hasPrefix("\(AdminForm.draftForm)."): .adminDraft(form)
        default: Act(self).map { .act($0) }
        }
    }
}
