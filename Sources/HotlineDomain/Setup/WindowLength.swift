/// How long a stretch of time is that figures are counted by: the windows of a
/// family, which never overlap, and the periods a donor is reported to.
public enum WindowLength: String, Sendable, Codable, CaseIterable, Hashable {
    case month, quarter
    /// Twelve months from the month the hotline's projects begin with.
    case projectYear = "project_year"
}
