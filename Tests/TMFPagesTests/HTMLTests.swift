import TMFPages
import Testing

@Suite struct HTMLTests {
    @Test func `what is interpolated is escaped`() {
        let title = "<script>alert(1)</script>\"'&"

        let page: HTML = "<p title=\"\(title)\">\(title)</p>"

        let escaped = "&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;"
        #expect(page.text == "<p title=\"\(escaped)\">\(escaped)</p>")
    }

    @Test func `markup in markup stays markup`() {
        let sign = String("<")
        let cells: [HTML] = ["<td>1</td>", "<td>\(sign)</td>"]

        #expect(("<tr>\(cells)</tr>" as HTML).text == "<tr><td>1</td><td>&lt;</td></tr>")
        #expect(("<b>\(nil as HTML?)</b>" as HTML).text == "<b></b>")
    }

    @Test func `control characters do not reach the page`() {
        let title = "a\u{0}b\u{1B}c\td"

        #expect(("\(title)" as HTML).text == "a\u{FFFD}b\u{FFFD}c\td")
    }

    @Test(arguments: [true, false])
    func `markup that is chosen stays markup, and what is within it is escaped`(isNew: Bool) {
        let name = String("<i>")

        let page: HTML = "\(isNew ? "<b>\(name)</b>" : "")"

        #expect(page.text == (isNew ? "<b>&lt;i&gt;</b>" : ""))
    }
}
