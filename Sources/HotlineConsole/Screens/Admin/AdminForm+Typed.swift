import HotlineDomain
import TerminalUI

/// What was typed into a form of the set-up, read.
extension AdminForm {
    func plain(_ field: AdminField) -> String { fields.text(field).trimmed }

    var hours: OpeningHours? { HoursText.hours(plain(.hours)) }

    /// Known from when on, most of all; a day without its month is the last there was.
    func since(_ situation: Situation) -> BusinessDate? {
        DateText.date(plain(.since), today: situation.zone.date(at: situation.now))
    }

    /// Known to what day, most of all; a day without its month is the next there is.
    func until(_ situation: Situation) -> BusinessDate? {
        DateText.ahead(plain(.until), today: situation.zone.date(at: situation.now))
    }

    /// What is there and cannot be read.
    func unreadable(_ situation: Situation) -> [AdminField: FieldFault] {
        var faults: [AdminField: FieldFault] = [:]
        func check(_ field: AdminField, _ isFine: Bool, _ key: String) {
            if !plain(field).isEmpty, !isFine { faults[field] = FieldFault(says: key) }
        }
        check(.hours, hours != nil, "form.no_hours")
        check(.since, since(situation) != nil, "act.no_such_day")
        check(.until, until(situation) != nil, "act.no_such_day")
        check(.ages, ages != nil, "admin.no_ages")
        check(.places, Int(plain(.places)) != nil, "act.no_number")
        check(.dueDay, Int(plain(.dueDay)) != nil, "act.no_number")
        check(.confidentialAddress, plain(.address).isEmpty, "admin.two_addresses")
        return faults
    }

    /// The catalogue key of how the field in focus is written; nil where that needs no saying.
    func hint(_ hotline: Hotline) -> String? {
        switch (task, fields.focus) {
        case (.addPerson, _), (.roles, _), (.setting, _): nil
        case (.provider(let code), .confidentialAddress)
        where hotline.provider(code)?.hasConfidentialAddress ?? false:
            "admin.hint.confidential_address.kept"
        case (.addDonor, .since), (.donor, .since), (.addDonor, .until), (.donor, .until), (_, .projects),
            (_, .dueDay), (_, .families), (_, .iatiActivity), (_, .iatiOrganisation):
            "admin.hint.donor.\(fields.focus.rawValue)"
        case (_, .code), (_, .dialled), (_, .aliases), (_, .hours), (_, .zone), (_, .ages), (_, .places),
            (_, .territories), (_, .address), (_, .confidentialAddress), (_, .since), (_, .until):
            "admin.hint.\(fields.focus.rawValue)"
        default: nil
        }
    }
}

extension String {
    /// Without the spaces around it.
    var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
