import HotlineStore

extension StoreError {
    /// What a server refused, in the store's words; `path`: how the store is named to people.
    /// https://www.postgresql.org/docs/15/errcodes-appendix.html
    init(_ failure: ServerFailure, path: String) {
        guard let state = failure.state else {
            self = .unavailable(path: path, detail: failure.message)
            return
        }
        let said = "\(failure.message) (PostgreSQL \(state))"
        self =
            switch state {
            case "40001", "40P01", "55P03": .busy
            case "53100": .diskFull(path: path)
            case "25006": .readOnly(path: path)
            // More or fewer arguments than the statement has places.
            case "08P01": .failed(detail: said)
            // A table or a column that is not there: our statements name none when a store is whole.
            case "42P01", "42703": .damaged(detail: said)
            case "XX001", "XX002": .damaged(detail: said)
            case "42501": .noRight(path: path, detail: said)
            // No such database, role or password; too many connections; shutting down.
            case "3D000", "53300", "53400", "57P01", "57P02", "57P03", "57P05", "25P03":
                .unavailable(path: path, detail: said)
            default:
                switch state.prefix(2) {
                case "08", "28", "58": .unavailable(path: path, detail: said)
                // It may quote the value that did not fit.
                case "22": .failed(detail: "a value does not fit (PostgreSQL \(state))")
                default: .failed(detail: said)
                }
            }
    }
}
