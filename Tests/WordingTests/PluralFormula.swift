/// The C expression of a `Plural-Forms` line, so that a test can hold it against
/// the plural rules in the code: `n == 1 ? 0 : n % 10 >= 2 && n % 100 < 12 ? 1 : 2`.
struct PluralFormula {
    private indirect enum Node {
        case count
        case number(Int)
        case binary(String, Node, Node)
        case choice(Node, Node, Node)
    }

    struct NotAFormula: Error {
        let rest: [String]
    }

    /// From the loosest to the tightest.
    private static let operators: [[String]] = [
        ["||"], ["&&"], ["==", "!="], ["<", ">", "<=", ">="], ["+", "-"], ["*", "/", "%"],
    ]
    private let root: Node

    init(_ text: String) throws {
        var tokens = PluralFormula.tokens(text)[...]
        root = try PluralFormula.choice(&tokens)
        guard tokens.isEmpty else { throw NotAFormula(rest: Array(tokens)) }
    }

    func form(_ count: Int) -> Int { PluralFormula.value(root, count) }

    private static func tokens(_ text: String) -> [String] {
        var tokens: [String] = []
        var wasDigit = false
        for character in text where character != " " {
            let pair = (tokens.last ?? "") + String(character)
            if ["==", "!=", "<=", ">=", "&&", "||"].contains(pair) || wasDigit && character.isNumber {
                tokens[tokens.count - 1] = pair
            } else {
                tokens.append(String(character))
            }
            wasDigit = character.isNumber
        }
        return tokens
    }

    private static func choice(_ tokens: inout ArraySlice<String>) throws -> Node {
        let condition = try binary(&tokens, 0)
        guard tokens.first == "?" else { return condition }
        tokens.removeFirst()
        let yes = try choice(&tokens)
        guard tokens.popFirst() == ":" else { throw NotAFormula(rest: Array(tokens)) }
        return .choice(condition, yes, try choice(&tokens))
    }

    private static func binary(_ tokens: inout ArraySlice<String>, _ level: Int) throws -> Node {
        guard level < operators.count else { return try leaf(&tokens) }
        var node = try binary(&tokens, level + 1)
        while let sign = tokens.first, operators[level].contains(sign) {
            tokens.removeFirst()
            node = .binary(sign, node, try binary(&tokens, level + 1))
        }
        return node
    }

    private static func leaf(_ tokens: inout ArraySlice<String>) throws -> Node {
        guard let token = tokens.popFirst() else { throw NotAFormula(rest: []) }
        if token == "n" { return .count }
        if let number = Int(token) { return .number(number) }
        guard token == "(" else { throw NotAFormula(rest: [token] + tokens) }
        let inside = try choice(&tokens)
        guard tokens.popFirst() == ")" else { throw NotAFormula(rest: Array(tokens)) }
        return inside
    }

    private static func value(_ node: Node, _ n: Int) -> Int {
        switch node {
        case .count: return n
        case .number(let number): return number
        case .choice(let condition, let yes, let no): return value(value(condition, n) != 0 ? yes : no, n)
        case .binary(let sign, let left, let right):
            let (a, b) = (value(left, n), value(right, n))
            switch sign {
            case "||": return a != 0 || b != 0 ? 1 : 0
            case "&&": return a != 0 && b != 0 ? 1 : 0
            case "==": return a == b ? 1 : 0
            case "!=": return a != b ? 1 : 0
            case "<": return a < b ? 1 : 0
            case ">": return a > b ? 1 : 0
            case "<=": return a <= b ? 1 : 0
            case ">=": return a >= b ? 1 : 0
            case "+": return a + b
            case "-": return a - b
            case "*": return a * b
            case "/": return a / b
            default: return a % b
            }
        }
    }
}
