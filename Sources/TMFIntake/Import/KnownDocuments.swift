import TMFModel

/// What is known of every document that an import may meet, by its number.
///
/// In shelves that never move: a dictionary of so many would hold them twice whenever it grows.
struct KnownDocuments {
    private var places: [DocumentNumber: Int32] = [:]
    private var shelves: [[FiledIndex.Known]] = []
    private static let shelf = 1_024

    /// Nil for a document that was never noted; what is noted stays.
    subscript(number: DocumentNumber) -> FiledIndex.Known? {
        guard let place = places[number].map(Int.init) else { return nil }
        return shelves[place / Self.shelf][place % Self.shelf]
    }

    /// Changes what is known of a document; of one that was never noted, takes note of `first` and changes that, if it is
    /// given.
    mutating func change(
        _ number: DocumentNumber, first: @autoclosure () -> FiledIndex.Known? = nil,
        _ change: (inout FiledIndex.Known) -> Void
    ) {
        let place: Int
        if let known = places[number] {
            place = Int(known)
        } else {
            guard let first = first() else { return }
            place = places.count
            places[number] = Int32(place)
            if place % Self.shelf == 0 {
                shelves.append([])
                shelves[shelves.count - 1].reserveCapacity(Self.shelf)
            }
            shelves[shelves.count - 1].append(first)
        }
        change(&shelves[place / Self.shelf][place % Self.shelf])
    }
}
