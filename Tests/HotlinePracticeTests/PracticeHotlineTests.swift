import Foundation
import HotlineDomain
import HotlinePractice
import HotlineProfiles
import Testing

@Suite("The practice hotline")
struct PracticeHotlineTests {
    @Test("is the Transnistria line of shifts/")
    func profile() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let path = root.appendingPathComponent("shifts/transnistria-migration.toml").path
        #expect(try HotlineProfile.read(path: path).hotline == .practice)
    }

    @Test("has an operator 01 who is an operator and nothing else, specialists and a supervisor")
    func people() {
        #expect(Hotline.practice.operatorNamed("01") == Operator(code: "01", roles: [.operator]))
        #expect(Hotline.practice.operators.contains { $0.has(.specialist) })
        #expect(Hotline.practice.operators.contains { $0.has(.supervisor) })
        #expect(Hotline.practice.projectYearStartMonth == 10)
    }
}
