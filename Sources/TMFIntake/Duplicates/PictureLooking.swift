import Disk
import Synchronization
import SystemPackage
import TMFModel
import TMFStore

/// Finds pages without text that look like other pages: scans of what is filed already.
///
/// Where a store has no such file nothing is drawn. Else the first page of every PDF file with as many pages as one of them
/// is drawn small, once; those that look alike are drawn large and compared point by point.
struct PictureLooking: Sendable {
    private let pages: PagePictures

    /// Of each file the nearest are compared.
    private static let mostNearest = 6
    /// In so many of 255 signs pages may differ that are compared.
    private static let mostDistance = 64
    /// More pages of a file are not compared.
    private static let mostPages = 6

    /// Nil where nothing can be drawn.
    init?(tools: ExaminingTools) {
        guard let pages = PagePictures(tools: tools) else { return nil }
        self.pages = pages
    }

    func compare(
        _ signatures: [ContentSignature], in store: Store, _ examined: Examined,
        _ progress: @escaping @Sendable (Int, Int) -> Void
    ) throws -> [ContentLikeness] {
        let drawable = Set(try store.contents().filter { $0.mediaType == "application/pdf" }.map(\.digest))
        let candidates = signatures.filter { $0.pages > 0 && drawable.contains($0.digest) }
        let counts = Set(candidates.filter { !$0.hasText }.map(\.pages))
        let wanted = LookedAt.standing(for: candidates.filter { counts.contains($0.pages) })
        let looked = try look(at: wanted, in: store, examined)
        let groups = Self.nearest(wanted, looked)
        let done = Mutex(0)
        let total = groups.reduce(0) { $0 + $1.others.count }
        let found = try inParallel(making: groups.count) { (place: Int) throws(any Error) in
            let group = groups[place]
            return try store.content.withFile(group.one.digest) { path in
                let own = OwnPages(path: path, count: group.one.pages, pages: pages)
                return try group.others.flatMap { other -> [ContentLikeness] in
                    let likeness = try store.content.withFile(other.digest) {
                        try compare(own, $0, group.one, other)
                    }
                    done.withLock {
                        $0 += 1
                        progress($0, total)
                    }
                    return likeness.map(other.all) ?? []
                }
            }
        }
        return found.flatMap(\.self)
    }

    /// Pages of a file that were drawn, as several others are held against them.
    private final class OwnPages {
        let path: FilePath
        let numbers: [Int]
        private let pages: PagePictures
        private var drawn: [Int: InkPicture?] = [:]

        init(path: FilePath, count: Int, pages: PagePictures) {
            self.path = path
            self.pages = pages
            numbers =
                count <= PictureLooking.mostPages ? Array(1...count) : Array(1..<PictureLooking.mostPages) + [count]
        }

        func page(_ number: Int) throws -> InkPicture? {
            if let known = drawn[number] { return known }
            let page = try pages.page(number, of: path)
            drawn[number] = .some(page)
            return page
        }
    }

    /// Draws small what was not drawn yet.
    private func look(
        at wanted: [LookedAt], in store: Store, _ examined: Examined
    ) throws -> [Digest: [UInt64]] {
        let new = wanted.map(\.signature).filter { $0.picture == nil }
        let drawn = try inParallel(making: new.count) { (place: Int) throws(any Error) in
            let digest = new[place].digest
            return (digest, try store.content.withFile(digest) { try pages.signature(of: $0) })
        }
        try examined.keep(pictures: drawn.map { (digest: $0.0, picture: $0.1) })
        let known = wanted.compactMap { one in one.signature.picture.map { (one.digest, $0) } }
        return Dictionary(known + drawn, uniquingKeysWith: { first, _ in first })
    }

    /// For each file without text those that look most like it, each pair once, if one of the two is new.
    private static func nearest(
        _ candidates: [LookedAt], _ pictures: [Digest: [UInt64]]
    ) -> [(one: LookedAt, others: [LookedAt])] {
        let drawn = candidates.map { pictures[$0.digest] ?? [] }
        var places: [Int: [Int]] = [:]
        for (place, one) in candidates.enumerated() where !drawn[place].isEmpty {
            places[one.pages, default: []].append(place)
        }
        var groups: [(one: LookedAt, others: [LookedAt])] = []
        var paired: Set<[Int]> = []
        for (place, one) in candidates.enumerated() where !one.signature.hasText {
            var near: [(distance: Int, place: Int)] = []
            for other in places[one.pages] ?? []
            where other != place && !(one.isCompared && candidates[other].isCompared) {
                guard let distance = PictureSignature.distance(drawn[place], drawn[other]), distance <= mostDistance
                else {
                    continue
                }
                near.append((distance, other))
            }
            let nearest = near.sorted { $0 < $1 }.prefix(mostNearest).map(\.place).filter {
                paired.insert([min(place, $0), max(place, $0)]).inserted
            }
            if !nearest.isEmpty { groups.append((one, nearest.map { candidates[$0] })) }
        }
        return groups
    }

    /// Nil where the two do not look alike.
    private func compare(
        _ own: OwnPages, _ path: FilePath, _ one: LookedAt, _ other: LookedAt
    ) throws -> ContentLikeness? {
        var shares: [Int] = []
        var differences: [String] = []
        var stamped: [Int] = []
        for number in own.numbers {
            guard let page = try own.page(number), let another = try pages.page(number, of: path) else { return nil }
            let comparison = PictureComparison(another, page)
            guard comparison.share > 0 else { return nil }
            shares.append(comparison.share)
            if comparison.hasStamp { stamped.append(number) }
            if let place = comparison.difference {
                differences.append(
                    "page \(number), at \(place.across) % of its width and \(place.down) % of its height")
            }
            if !comparison.isSame, differences.isEmpty { return nil }
        }
        let share = shares.reduce(0, +) / max(shares.count, 1)
        let counted = shares.count == 1 ? "the page looks" : "\(shares.count) pages look"
        var evidence =
            differences.isEmpty
            ? ["\(counted) the same, point by point; one has no text to compare"]
            : ["differ: " + differences.joined(separator: "; ")]
        if !stamped.isEmpty {
            evidence.append(
                "one has more at the edge of page \(stamped.map(String.init).joined(separator: ", ")), as a stamp has")
        }
        return ContentLikeness(
            one.digest, other.digest, kind: differences.isEmpty ? .picture : .similar,
            // Whether all of it is the same, a picture cannot tell.
            share: min(share, 990), evidence: evidence)
    }
}
