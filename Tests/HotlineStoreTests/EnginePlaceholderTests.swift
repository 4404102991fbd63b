import Testing

@testable import StoreSQLite

@Suite("placeholders")
struct EnginePlaceholderTests {
    static let cases: [(String, String)] = [
        ("SELECT 1", "SELECT 1"),
        ("SELECT $2, $1", "SELECT ?2, ?1"),
        ("SELECT $10+$1", "SELECT ?10+?1"),
        ("SELECT '$1', $1", "SELECT '$1', ?1"),
        ("SELECT 'it''s $1', $1", "SELECT 'it''s $1', ?1"),
        ("SELECT \"$1\" FROM t -- $1\nWHERE a = $1", "SELECT \"$1\" FROM t -- $1\nWHERE a = ?1"),
        ("SELECT /* $1 ' */ $1", "SELECT /* $1 ' */ ?1"),
        ("SELECT /*/ $1 */ $1", "SELECT /*/ $1 */ ?1"),
        ("SELECT a-$1", "SELECT a-?1"),
        ("SELECT 8/$1", "SELECT 8/?1"),
        ("SELECT 'ș' || $1", "SELECT 'ș' || ?1"),
        ("SELECT $name, $", "SELECT $name, $"),
        ("", ""),
    ]

    @Test("a number after a dollar becomes SQLite's, outside quotes and comments", arguments: cases)
    func rewrites(_ given: String, _ wanted: String) {
        #expect(Placeholders.rewrite(given) == wanted)
    }
}
