extension MonthClosing {
    public static func applying(
        _ event: MonthEvent, to closing: MonthClosing?, id: MonthClosingID, stamp: Stamp
    ) -> MonthClosing? {
        switch event {
        case .closed(let month, let definitions, let figures, let digest):
            MonthClosing(
                id: id, month: month, definitions: definitions, figures: figures, digest: digest,
                lastChanged: stamp)
        }
    }
}
