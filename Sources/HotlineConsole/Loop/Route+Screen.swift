import HotlineDomain
import HotlineStore

extension Route {
    /// The screen a route leads to. Nil: that part of the console is not there yet.
    func screen(_ situation: Situation, _ around: Surroundings) -> (any ConsoleScreen)? {
        switch self {
        case .signIn: SignInScreen()
        case .desk: DeskScreen()
        case .office: OfficeScreen(situation)
        case .call(let id): CallScreen(id)
        case .amendCall(let id, let reason): CallScreen(id, amendedBecause: reason)
        case .callAfterwards: CallScreen(afterwardsAt: around.now, situation)
        case .escalations: EscalationsScreen()
        case .escalation(let id): EscalationScreen(id)
        case .cases: CasesScreen()
        case .case(let id): CaseScreen(id)
        case .caseFields(let id, let part): CaseFieldsScreen(id, part, situation)
        case .takeUp(let field, let part, let id): CaseFieldsScreen(id, part, takingUp: field, situation)
        case .referrals: ReferralsScreen()
        case .referral(let id): ReferralScreen(id)
        case .newReferral(let origin): ActScreen(.newReferral(origin), situation)
        case .providers: ProvidersScreen(situation)
        case .stays: StaysScreen()
        case .act(let act): ActScreen(act, situation)
        case .calls(let filter): CallsScreen(filter)
        case .shift: ShiftScreen(situation.live.businessDate)
        case .newHandover(let id): HandoverScreen(building: id, situation)
        case .handover(let id): HandoverScreen(id)
        case .reports: ReportsScreen(situation)
        case .months: MonthsScreen()
        case .packs: PacksScreen()
        case .pack(let donor, let period): PackScreen(donor, period)
        case .givePack(let donor, let period, let isDraft):
            GivePackScreen(donor, period, isDraft: isDraft, situation.packPlace)
        case .board: BoardScreen(situation.live.businessDate)
        case .registers(let kind): RegistersScreen(kind)
        case .admin: AdminScreen(situation)
        case .adminDraft(let form): AdminScreen(goingOnWith: form, situation)
        case .audit: AuditScreen()
        }
    }
}

/// Every screen there is, for the manual and for tests that look at all of them.
enum AllScreens {
    static let types: [any ConsoleScreen.Type] = [
        SignInScreen.self, DeskScreen.self, OfficeScreen.self, CallScreen.self, EscalationsScreen.self,
        EscalationScreen.self,
        CasesScreen.self, CaseScreen.self, CaseFieldsScreen.self, ReferralsScreen.self, ReferralScreen.self,
        ProvidersScreen.self, StaysScreen.self, ActScreen.self,
        CallsScreen.self, ShiftScreen.self, HandoverScreen.self, ReportsScreen.self, MonthsScreen.self,
        PacksScreen.self, PackScreen.self, GivePackScreen.self, BoardScreen.self,
        RegistersScreen.self, AdminScreen.self, AuditScreen.self,
    ]
}
