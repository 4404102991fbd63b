import HotlineDomain
import Testing

@testable import HotlineStore

@Suite("Closed months in the store")
struct MonthStoreTests {
    @Test("a digest is SHA-256 in sixty-four digits")
    func digest() {
        // FIPS 180-4, the example of "abc".
        #expect(
            Store.digest(of: "abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }
}
