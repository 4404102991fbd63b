import HotlineDomain
import HotlineReports
import Testing

@Suite("Operators' time and coverage")
struct DutyTimeTests {
    private let start = Instant(seconds: 1_795_000_000)
    private func at(_ minutes: Int64) -> Instant { start + .minutes(minutes) }
    private func stretch(_ state: String, _ from: Int64, _ to: Int64, _ code: String = "a") -> DutyStretch {
        DutyStretch(operator: code, state: state, from: at(from), to: at(to))
    }

    @Test("occupancy is busy over busy and free; utilisation over signed-on time")
    func occupancy() {
        let time = DutyTime(
            [
                stretch("available", -10, 20), stretch("ringing", 20, 21), stretch("on_call", 21, 30),
                stretch("held", 30, 33), stretch("wrap_up", 33, 40), stretch("break", 40, 50),
                stretch("signed_off", 50, 60), stretch("on_call", 58, 90, "b"),
            ], from: at(0), to: at(60))
        #expect(time.occupancy == Share(21 * 60, of: 42 * 60))
        #expect(time.utilisation == Share(21 * 60, of: 52 * 60))
        #expect(DutyTime([], from: at(0), to: at(60)).occupancy.number() == "-")
    }

    @Test("staffed of open minutes, and minutes with fewer than planned")
    func coverage() {
        let coverage = Coverage(
            open: [at(0)..<at(60), at(120)..<at(150)],
            stretches: [
                stretch("available", -5, 20), stretch("on_call", 20, 30), stretch("break", 30, 40),
                stretch("available", 25, 50, "b"), stretch("available", 130, 200, "b"),
            ],
            plan: [
                Coverage.Plan(from: at(0), to: at(60), operators: 2),
                Coverage.Plan(from: at(120), to: at(150), operators: 1),
            ])
        #expect(coverage.staffed == Share(50 + 20, of: 90))
        #expect(coverage.belowPlan == 25 + 30 + 10)
        #expect(Coverage(open: [], stretches: [], plan: []).staffed.number() == "-")
    }

    @Test(
        "Erlang C gives what its tables give",
        arguments: [
            // load, operators, chance of waiting in thousandths
            (1.0, 2, 333), (2.0, 3, 444), (5.0, 7, 324), (10.0, 12, 449), (20.0, 22, 568),
        ])
    func tables(load: Double, operators: Int, perMille: Int) {
        let queue = ErlangC(arrivalsPerHour: load * 10, handleSeconds: 360, operators: operators)
        #expect(abs(queue.waitProbability * 1000 - Double(perMille)) < 1, "\(queue.waitProbability)")
    }

    @Test("more work than hands: everybody waits for ever")
    func overload() {
        let queue = ErlangC(arrivalsPerHour: 60, handleSeconds: 600, operators: 10)
        #expect(queue.waitProbability == 1 && queue.meanWaitSeconds == nil && queue.answered(within: 20) == 0)
        #expect(ErlangC(arrivalsPerHour: 0, handleSeconds: 600, operators: 1).answered(within: 20) == 1)
        #expect(ErlangC(arrivalsPerHour: 900, handleSeconds: 600, operators: 400).waitProbability < 1e-9)
    }

    @Test("advice is the fewest operators that reach the goal, from what was measured")
    func advice() throws {
        // 100 calls in 5 such hours, five minutes each: 1.67 hours of talk an hour.
        let measured = StaffingAdvice.Measured(arrivals: 100, hours: 5, handled: 80, handleTime: .minutes(5))
        let advice = try #require(StaffingAdvice(measured, target: .seconds(20)))
        #expect(advice.operators == 4)
        #expect(advice.expectedPerMille >= 800 && advice.occupancyPerMille == 416)
        let fewer = ErlangC(arrivalsPerHour: 20, handleSeconds: 300, operators: 3)
        #expect(fewer.answered(within: 20) < 0.8)
        #expect(!measured.isThin && advice.assumptions.count == StaffingAdvice.Assumption.allCases.count)
    }

    @Test("nothing measured, no advice")
    func nothing() {
        for (arrivals, hours, handled) in [(10, 0, 5), (10, 5, 0)] {
            let measured = StaffingAdvice.Measured(
                arrivals: arrivals, hours: hours, handled: handled, handleTime: .minutes(5))
            #expect(StaffingAdvice(measured, target: .seconds(20)) == nil && measured.isThin)
        }
        let calm = StaffingAdvice.Measured(arrivals: 0, hours: 5, handled: 3, handleTime: .minutes(5))
        #expect(StaffingAdvice(calm, target: .seconds(20))?.operators == 1)
    }
}
