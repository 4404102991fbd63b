import HotlineDomain

/// The known words somebody may have meant by one that is not known, the
/// likeliest first; at most three. Words are compared as codes of a list are.
func nearest(to word: String, in known: some Sequence<String>) -> [String] {
    CodeList(id: "", version: 0, source: "", codes: Set(known).sorted().map { Code(code: $0, labels: [:]) })
        .nearest(to: word, limit: 3).map(\.code)
}
