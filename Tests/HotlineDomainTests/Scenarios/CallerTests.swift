import Testing

@testable import HotlineDomain

@Suite("Callers who have called before")
struct CallerTests {
    @Test(
        "one number is one number, however it is written",
        arguments: [
            [
                "+373 533 1 23 45", "0037353312345", "373-533-12345", "(+373) 533 12345", "+373.533.12345",
                "٣٧٣٥٣٣١٢٣٤٥",
            ],
            ["+44 (0)20 7946 0958", "+442079460958", "0044 20 7946 0958", "+44 20 7946 0958"],
            ["00-800-455-05-555", "+800 455 05 555"],
            ["8-800-200-24-00", "88002002400"],
            ["*31#112", "31112"],
        ])
    func alike(written: [String]) throws {
        let numbers = try written.map { try #require(CallerNumber($0)).digits.revealed }
        #expect(Set(numbers).count == 1, "\(numbers)")
    }

    @Test(
        "what is dialled at home is another number than with the country's code, and so are two callers'",
        arguments: [("0533 12345", "+373 533 12345"), ("+373 533 12345", "+373 533 12346"), ("112", "1120")])
    func different(one: String, other: String) throws {
        #expect(try #require(CallerNumber(one)) != #require(CallerNumber(other)))
    }

    @Test(
        "what is no number is none",
        arguments: [
            "", "anonymous", "withheld 12", "+", "00", "12", "call me", "sip:ana@example.org",
            String(repeating: "1", count: 33), "37353312345\n37353312346", "373533\u{2028}12345", "373533\r12345",
        ]
    )
    func none(typed: String) { #expect(CallerNumber(typed) == nil) }

    @Test("ten megabytes are refused at once")
    func book() { #expect(CallerNumber(String(repeating: "12 ", count: 3_000_000)) == nil) }

    @Test(
        "in one field digits are a number and anything else a codename",
        arguments: [
            ("+373 533 12345", CallerSign.number), ("112233", .number), ("Rază", .codename), ("4711", .codename),
            ("rose 123456", .codename), ("", nil),
        ] as [(String, CallerSign?)])
    func typed(text: String, sign: CallerSign?) {
        let clue = CallerClue(typed: text) { $0.isEmpty ? nil : Written(id: ID(raw: 1), text: Private($0)) }
        #expect(clue?.sign == sign)
    }

    @Test("a number goes nowhere: the event says that there was one, and no more")
    func event() throws {
        var desk = Desk()
        let call = try desk.startCall()
        let events = try desk.does(.call(call, .recognise(by: .number(Private("+373 533 12345")))))
        #expect(events == [.call(call, .recognised(by: .number, codename: nil))])
        #expect(!"\(events) \(CallerClue.number(Private("+373 533 12345")))".contains("12345"))
        let known = try #require(desk.records.call(call))
        #expect(known.numberKnown && known.codename == nil)
        try desk.does(.call(call, .unrecognise(.number)))
        #expect(desk.records.call(call)?.numberKnown == false)
    }

    @Test("what is told is how many, the last date, and whether it was the same operator")
    func told() throws {
        var desk = Desk()
        var calls: [Call] = []
        for (date, operatorCode) in [("2009-07-01", "02"), ("2009-09-14", "01"), ("2009-09-20", "01")] {
            desk.clock(date, "10:00")
            let call = try desk.draft(by: operatorCode)
            calls.append(try #require(desk.records.call(call)))
        }
        let third = Recognition(of: calls[2], among: calls)
        #expect(
            third.calls == 3 && third.last?.date == BusinessDate("2009-09-14") && third.last?.sameOperator == true)
        // Of an earlier call, what came after it is not told.
        let second = Recognition(of: calls[1], among: calls)
        #expect(second.calls == 2 && second.last?.sameOperator == false)
        #expect(Recognition(of: calls[0], among: calls).last == nil)
    }

    @Test("a call-back's number goes when it was made, withdrawn, cleared, put right or discarded")
    func spent() throws {
        let ways: [(inout Desk, CallID) throws -> Void] = [
            { try $0.does(.call($1, .callBackDone)) },
            { try $0.does(.call($1, .withdrawCallBack)) },
            { try $0.does(.call($1, $0.amendment(revision: 1, .noCallBack))) },
            { desk, call in
                let new = desk.written("+373 533 99999")
                var content = desk.records.call(call)!.content
                content.callBack?.number = nil
                try desk.does(.call(call, desk.amendment(revision: 1, CallEntry(content, callBackNumber: new))))
            },
        ]
        for way in ways {
            var desk = Desk()
            let (entry, number) = desk.callBack()
            let call = try desk.finalCall(entry)
            #expect(desk.records.call(call)?.callBackTerms?.number == number.id)
            try way(&desk, call)
            #expect(desk.erased.contains(number.id))
            #expect(desk.records.call(call)?.callBackTerms?.number != number.id)
        }
        var desk = Desk()
        let (entry, number) = desk.callBack()
        try desk.does(.call(try desk.draft(entry), .discard(reason: "practice")))
        #expect(desk.erased == [number.id])
    }

    @Test("another promise is due, though an earlier one was kept")
    func again() throws {
        var desk = Desk()
        let call = try desk.finalCall()
        try desk.does(.call(call, .callBackDone))
        var content = desk.records.call(call)!.content
        content.callBackAt = Desk.instant("2012-02-02", "10:00")
        try desk.does(.call(call, desk.amendment(revision: 1, CallEntry(content))))
        #expect(desk.records.call(call)?.callBackTerms != nil)
        try desk.does(.call(call, .callBackDone))
    }
}

extension Desk {
    /// A conversation after which somebody wants to be called, and where.
    fileprivate mutating func callBack() -> (CallEntry, Written) {
        let number = written("+373 533 12345")
        return (CallEntry(CallEntry.information.content, callBackNumber: number), number)
    }
}
