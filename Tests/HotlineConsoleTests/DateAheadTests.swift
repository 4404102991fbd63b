import HotlineDomain
import Testing

@testable import HotlineConsole

@Suite("A day that comes")
struct DateAheadTests {
    /// Typed on 14 September 2009.
    static let typed: [(String, String?)] = [
        ("2009-09-20", "2009-09-20"), ("+3", "2009-09-17"), ("20", "2009-09-20"), ("3", "2009-10-03"),
        ("14.9", "2009-09-14"), ("1.9", "2010-09-01"), ("1/10", "2009-10-01"), ("1.9.2009", "2009-09-01"),
        ("29.2", "2012-02-29"), ("31.2", nil), ("soon", nil), ("-3", nil), ("", nil),
    ]

    @Test("what is left out means the next one there is", arguments: typed)
    func ahead(text: String, date: String?) {
        #expect(DateText.ahead(text, today: BusinessDate("2009-09-14")!)?.description == date)
    }
}
