import Testing

@testable import TMFBrowser

@Suite struct PageCacheTests {
    @Test func `no more bytes are kept than allowed, and the latest stay`() {
        let cache = PageCache(limit: 100_000)
        for number in 0..<200 {
            cache.keep(RenderedPage([UInt8](repeating: 1, count: 2_000), mediaType: "text/html"), as: "page \(number)")
            #expect(cache.page("page 0") != nil)
        }
        #expect(cache.cost <= 100_000)
        #expect(cache.page("page 199") != nil)
        #expect(cache.page("page 100") == nil)
    }

    @Test func `a page larger than its share is not kept`() {
        let cache = PageCache(limit: 100_000)
        cache.keep(RenderedPage([UInt8](repeating: 1, count: 50_000), mediaType: "text/html"), as: "large")
        #expect(cache.page("large") == nil)
        #expect(cache.cost == 0)
    }
}
