/// Whether two pictures show the same page, point by point, though one is turned, coarser or noisy.
///
/// Noise spoils a page evenly. Where a word differs, the pictures disagree far more than anywhere else: that is what makes
/// two pages of them, however much alike.
public struct PictureComparison: Sendable {
    /// Whether they show the same page.
    public private(set) var isSame = false
    /// How many of 1,000 places with ink agree.
    public private(set) var share = 0
    /// Whether one of them has something at an edge where the other is blank: a stamp, which makes no other page of it.
    public private(set) var hasStamp = false
    /// Where they differ most: percent of the width from the left, and of the height from the top.
    public private(set) var difference: (across: Int, down: Int)?

    /// Pictures that are compared are so high, in points: some 100 dots per inch.
    public static let height = 1_170
    /// Coarsely, pictures agree as much or are not compared.
    private static let leastCoarse: Float = 0.7
    private static let leastUsual: Float = 0.75
    /// How far the worst place may stand out, in usual deviations, summed over windows of two sizes. Found on labelled pages:
    /// the same page scanned again stays below 10.9, pages that differ in one word are above 11.2.
    private static let mostOutstanding: Float = 10.8
    private static let margin = 25

    public init(_ one: InkPicture, _ two: InkPicture) {
        let coarse = PagePlacing.coarse(one, two)
        guard coarse.agreement >= Self.leastCoarse else { return }
        var placement = PagePlacing.refined(one, two, coarse.placement, factor: 4, size: 24, reach: 5)
        placement = PagePlacing.refined(one, two, placement, factor: 1, size: 48, reach: 4)
        let placed = one.placed(placement, width: two.width, height: two.height)
        var outstanding: Float = 0
        for (down, across) in [(6, 6), (6, 16)] {
            let agreement = LocalAgreement(placed, two, down: down, across: across, margin: Self.margin)
            guard agreement.usual >= Self.leastUsual else { return }
            outstanding += agreement.outstanding
            share = agreement.share
            hasStamp = hasStamp || agreement.hasStamp
            difference = (agreement.worst.across * 100 / two.width, agreement.worst.down * 100 / two.height)
        }
        isSame = outstanding <= Self.mostOutstanding
        if isSame { difference = nil }
    }
}
