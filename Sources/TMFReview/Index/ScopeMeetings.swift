import TMFModel

/// The scope of each document as a number: scopes compare by their texts, ranks compare at once.
struct ScopeMeetings {
    /// Where each scope stands among all.
    let ranks: [Scope: Int]
    /// Which of the scopes, in the order in which they are met, each document has.
    private let meetingOf: [Int32]
    private let rankOfMeeting: [Int]

    init(_ documents: [Document]) {
        var met: [Scope] = []
        var meetings: [Scope: Int] = [:]
        var meetingOf: [Int32] = []
        meetingOf.reserveCapacity(documents.count)
        for document in documents {
            let scope = document.facts.scope
            // Documents of one scope are often neighbours.
            if let last = meetingOf.last, met[Int(last)] == scope {
                meetingOf.append(last)
            } else if let meeting = meetings[scope] {
                meetingOf.append(Int32(meeting))
            } else {
                meetings[scope] = met.count
                meetingOf.append(Int32(met.count))
                met.append(scope)
            }
        }
        let ranks = Dictionary(uniqueKeysWithValues: met.sorted().enumerated().map { ($1, $0) })
        self.ranks = ranks
        self.meetingOf = meetingOf
        rankOfMeeting = met.map { ranks[$0] ?? 0 }
    }

    /// The rank of the scope of the document at a place.
    func rank(at place: Int) -> Int { rankOfMeeting[Int(meetingOf[place])] }
}
