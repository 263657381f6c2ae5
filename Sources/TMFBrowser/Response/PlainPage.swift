import HTTPTypes
import TMFModel
import TMFPages

/// Pages that belong to no study.
enum PlainPage {
    /// One study of the list to start from.
    struct Entry: Sendable {
        let id: String
        let title: String
        let address: String
        let head: JournalHead?
    }

    static func studies(_ entries: [Entry], program: String) -> HTML {
        let rows = entries.map { entry -> HTML in
            let head: HTML = entry.head.map { "\($0.seq) entries, the last \($0.at.spelledOut)" } ?? "no entries"
            return """
                <tr><th scope="row"><a href="\(entry.address)"><bdi>\(entry.id)</bdi></a></th>\
                <td><bdi>\(entry.title)</bdi></td><td>\(head)</td></tr>

                """
        }
        return page(
            title: "Studies", program: program,
            """
            <h1>Studies</h1>
            \(entries.isEmpty ? "<p>The store holds no study yet.</p>" : "")
            <div class="wide"><table><thead><tr><th scope="col">Study</th><th scope="col">Title</th>\
            <th scope="col">Journal</th></tr></thead><tbody>
            \(rows)</tbody></table></div>

            """)
    }

    static func problem(_ problem: RequestProblem) -> HTML {
        page(
            title: problem.title, program: nil,
            """
            <h1>\(problem.title)</h1>
            <p class="lead">\(problem.message)</p>
            <p><a class="button" href="/">Go to the start page</a></p>
            <p class="soft">Status \(problem.status.code)</p>

            """)
    }

    private static func page(title: String, program: String?, _ main: HTML) -> HTML {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>\(title)</title>
        <link rel="stylesheet" href="/assets/\(Assets.style.name)">
        </head>
        <body>
        <header class="top"><p class="study"><a href="/">Trial Master File</a></p></header>
        <main id="main">
        \(main)</main>
        \(program.map { "<footer><p>written by \($0)</p></footer>\n" as HTML })</body>
        </html>

        """
    }
}
