/// What pages are put together from: nothing is fetched and nothing runs, so
/// that one may be opened on a machine that has never seen a network.
enum PageMarkup {
    /// A page whose policy allows its own style and nothing else. `body` is marked up already.
    static func document(
        language: String, title: String, style: String, hash: String, body: String
    ) -> String {
        let policy = "default-src 'none'; style-src 'sha256-\(hash)'; base-uri 'none'; form-action 'none'"
        return """
            <!DOCTYPE html>
            <html lang="\(language)">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="\(policy)">
            <meta name="viewport" content="width=device-width">
            <meta name="referrer" content="no-referrer">
            <title>\(XMLText.escaped(title))</title>
            <style>\(style)</style>
            </head>
            <body>
            \(BarChart.patterns)
            \(body)
            </body>
            </html>

            """
    }

    /// By what a page's policy knows its style; `digest` is SHA-256.
    static func hash(of style: String, _ digest: ByteDigest) -> String {
        ByteText.base64(digest(Array(style.utf8)))
    }

    static func mark(_ name: String, _ style: String?, _ text: String) -> String {
        XMLText.element(name, style.map { [("class", $0)] } ?? [], XMLText.escaped(text))
    }

    static func section(_ heading: String, _ inner: String, wide: Bool = false) -> String {
        XMLText.element("section", wide ? [("class", "wide")] : [], mark("h2", nil, heading) + inner)
    }

    /// A table with a caption; the first cell of a row is its heading, numbers stand to the right.
    static func table(_ caption: String, _ head: [String], _ rows: [[String]], texts: Set<Int> = []) -> String {
        func style(_ place: Int) -> [(String, String)] { texts.contains(place) || place == 0 ? [] : [("class", "n")] }
        let heads = head.enumerated().map { place, text in
            XMLText.element(
                "th", [("scope", "col")] + style(place), XMLText.escaped(text) + (text.isEmpty ? "&nbsp;" : ""))
        }
        let lines = rows.map { row in
            row.enumerated().map { place, text in
                place == 0
                    ? XMLText.element("th", [("scope", "row")], XMLText.escaped(text))
                    : "<td\(style(place).map { " \($0)=\"\($1)\"" }.joined())>\(XMLText.escaped(text))</td>"
            }.joined()
        }
        return XMLText.element(
            "table", [],
            mark("caption", nil, caption) + "<thead><tr>\(heads.joined())</tr></thead>"
                + "<tbody>\(lines.map { "<tr>\($0)</tr>" }.joined())</tbody>")
    }
}
