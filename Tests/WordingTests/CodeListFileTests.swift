import Testing

@testable import HotlineDomain

@Suite("Code list files")
struct CodeListFileTests {
    private static let head = "id\tfruit\nversion\t3\nsource\tThe market\n"
    private func read(_ text: String) throws -> CodeList { try CodeList(tsv: Array(text.utf8)) }

    @Test("columns are found by their names")
    func readsColumns() throws {
        let list = try read(
            Self.head + "code\tru\tro\ten\tkey\tparent\npome\tС\tS\tP\t-\t-\napple\tЯ\tM\tA\ta\tpome\n")
        #expect(list.id == "fruit")
        #expect(list.version == 3)
        #expect(list.source == "The market")
        #expect(
            list.codes == [
                Code(code: "pome", labels: ["en": "P", "ro": "S", "ru": "С"], key: "-"),
                Code(code: "apple", labels: ["en": "A", "ro": "M", "ru": "Я"], key: "a", parent: "pome"),
            ])
        #expect(list.contains("apple"))
        #expect(!list.contains("Apple"))
        #expect(list.code("apple")?.parent == "pome")
    }

    @Test(
        "a file that is not in form is named by its line",
        arguments: [
            ("", 1, CodeListFault.Reason.missingHead),
            ("name\tx\nversion\t1\nsource\ty\ncode\ten\tro\tru\n", 1, .missingHead),
            ("id\tx\nversion\tone\nsource\ty\ncode\ten\tro\tru\n", 2, .badVersion),
            (head + "code\ten\tro\n", 4, .missingColumn),
            (head + "code\ten\tro\tru\tnote\n", 4, .unknownColumn),
            (head + "code\ten\tro\tru\na\tA\tA\n", 5, .wrongNumberOfFields),
            (head + "code\ten\tro\tru\na\tA\t\tA\n", 5, .emptyField),
            (head + "code\ten\tro\tru\na\tA\tA\tA\na\tB\tB\tB\n", 6, .repeatedCode),
            (head + "code\tkey\ten\tro\tru\na\t1\tA\tA\tA\nb\t1\tB\tB\tB\n", 6, .repeatedKey),
            (head + "code\tkey\ten\tro\tru\na\tF1\tA\tA\tA\n", 5, .keyOfSeveralCharacters),
            (head + "code\tparent\ten\tro\tru\na\tb\tA\tA\tA\n", 5, .unknownParent),
        ])
    func namesFaults(text: String, line: Int, reason: CodeListFault.Reason) {
        #expect(throws: CodeListFault(line: line, reason: reason)) { try self.read(text) }
    }
}
