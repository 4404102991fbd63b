import ArgumentParser
import Wording

struct CaseCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "case", abstract: say("cli.case"),
        subcommands: [
            CaseList.self, CaseShow.self, CaseOpen.self, CaseTriage.self, CaseHold.self, CaseResume.self,
            CaseFollowUp.self, CaseNote.self, CasePropose.self, CaseApprove.self, CaseReturn.self, CaseReopen.self,
            CaseMerge.self, CasePersonCommands.self, CaseSet.self, CaseFields.self, CaseTaskCommands.self,
            CaseTimeline.self, CaseExport.self, CaseImport.self, CaseUnseal.self,
        ])
}
