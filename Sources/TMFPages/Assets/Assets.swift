/// A file that the pages need beside them.
public struct Asset: Hashable, Sendable {
    /// `style.css`; offline in `viewer/`, served below `/assets/`.
    public let name: String
    public let mediaType: String
    /// UTF-8.
    public let text: String
}

/// Every file that the pages need, search data aside.
public enum Assets {
    public static let all = [style, script]
    public static let style = Asset(
        name: "style.css", mediaType: "text/css; charset=utf-8", text: Assets.styleText + Assets.trendStyleText)
    public static let script = Asset(
        name: "viewer.js", mediaType: "text/javascript; charset=utf-8", text: Assets.scriptText)
}
