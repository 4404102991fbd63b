import HotlineDomain

/// What one call is about.
extension YearPlan {
    /// Any call but an SOS.
    mutating func call(at start: Instant) -> CallPlan {
        guard let callClass = CallClass(rawValue: chance.one(of: Mix.callClass)), callClass != .nonCounselling else {
            return nonCounselling(at: start)
        }
        let supports = callClass == .counselling || callClass == .followUp
        var content = person(callClass == .professional ? Mix.professional : Mix.caller, Mix.country)
        content.callClass = callClass
        content.topics = topics(supports ? Mix.counsellingTopic : Mix.topic)
        content.outcome = chance.one(of: supports ? Mix.counsellingOutcome : Mix.informationOutcome)
        if content.outcome == "call_back_agreed" { agreeCallBack(&content, start) }
        var call = CallPlan(start: start, seconds: seconds(of: callClass), content: content)
        (call.place, call.note) = words(
            for: content, notes: 55, about: content.topics[0], then: chance.happens(50) ? "done" : nil)
        if content.outcome == "referred" { call.referral = .drawn(Mix.callService, &chance) }
        call.course = course(callClass)
        call.amendment = amendment(of: content)
        return call
    }

    /// One key, nothing else is known.
    private mutating func nonCounselling(at start: Instant) -> CallPlan {
        let code = chance.one(of: Mix.nonCounselling)
        let short = ["silent", "hang_up", "wrong_number"].contains(code)
        return CallPlan(
            start: start, seconds: chance.around(short ? 4...60 : 20...240),
            content: CallContent(callClass: .nonCounselling, code: code))
    }

    mutating func sosCall(at start: Instant, _ story: SOSPlan) -> CallPlan {
        var content = person(Mix.sosCaller, Mix.sosCountry)
        content.callClass = .sos
        content.topics = topics(Mix.sosTopic)
        content.outcome =
            switch story.outcome {
            case "emergency_services_called": "emergency_services_called"
            case "caller_lost": "caller_hung_up"
            default: "escalated"
            }
        var call = CallPlan(start: start, seconds: chance.around(540...2700), content: content, sos: story)
        (call.place, call.note) = words(for: content, notes: 94, about: "sos", then: nil)
        return call
    }

    /// The main topic first, sometimes another.
    private mutating func topics(_ weights: Weights<String>) -> [String] {
        let main = chance.one(of: weights)
        let second = chance.one(of: Mix.topic)
        return chance.happens(14) && second != main ? [main, second] : [main]
    }

    private mutating func person(_ callers: Weights<String?>, _ countries: Weights<String?>) -> CallContent {
        CallContent(
            caller: chance.one(of: callers), country: chance.one(of: countries),
            language: chance.one(of: Mix.language), sex: chance.one(of: Mix.sex),
            ageBand: chance.one(of: Mix.ageBand), heard: chance.one(of: Mix.heard))
    }

    private mutating func seconds(of callClass: CallClass) -> Int {
        switch callClass {
        case .counselling: chance.around(420...2400)
        case .followUp: chance.around(180...1100)
        case .professional: chance.around(150...900)
        default: chance.around(90...860)
        }
    }

    /// Tomorrow or the day after, at an hour somebody answers.
    private mutating func agreeCallBack(_ content: inout CallContent, _ start: Instant) {
        let date = zone.date(at: start) + chance.number(1...2)
        if date < PracticeYear.lastDate {
            content.callBackAt = zone.instant(date, secondsOfDay: chance.number(18...40) * 1800)
            content.callBack = CallBackTerms(consent: CallBackTerms.agreed)
        } else {
            content.outcome = "information_given"
        }
    }

    private mutating func course(_ callClass: CallClass) -> CallPlan.Course {
        switch chance.below(100) {
        case 0..<5: .held
        case 5..<8 where callClass == .counselling: .transferred
        case 8..<12: .enteredAfterwards(minutes: chance.number(6...80))
        default: .answered
        }
    }

    private mutating func amendment(of content: CallContent) -> CallPlan.Amendment? {
        guard chance.happens(3) else { return nil }
        var content = content
        var reason = chance.one(of: ["typing_error", "new_information", "wrong_class", "review"])
        switch reason {
        case "typing_error": content.country = content.country == "MD" ? "UA" : "MD"
        case "wrong_class" where content.callClass == .information: content.callClass = .counselling
        default:
            if reason == "wrong_class" { reason = "new_information" }
            content.caller = content.caller == "relative" ? "parent_or_caregiver" : "relative"
        }
        return CallPlan.Amendment(reason: reason, content: content, atOnce: reason == "typing_error")
    }
}
